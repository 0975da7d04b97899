"""The usual names of kinds of loans, and of what loans are for."""

from translations.marks import N_

LOAN_KEYS: dict[str, str] = {
    "ordinary": N_("Ordinary loan"),
    "emergency_loan": N_("Emergency loan"),
    "season": N_("Season loan"),
    "farm_loan": N_("Farm loan"),
    "trading_loan": N_("Trading loan"),
    "instalment_loan": N_("Loan paid back in parts"),
    "illness_loan": N_("Loan for illness"),
    "outside": N_("Loans to people outside the group"),
    "agriculture": N_("Agriculture"),
    "trading": N_("Trading"),
    "handicraft": N_("Handicraft"),
    "illness": N_("Illness"),
    "emergency": N_("Emergency"),
    "education": N_("School and study"),
    "house": N_("House"),
    "other": N_("Something else"),
}
"""Their keys, as the group's own lists may refer to them."""
