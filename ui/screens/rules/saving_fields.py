"""Every figure of the rules of saving with its name and unit: compulsory savings, and voluntary."""

from ledger.rules.rulebook import (
    InterestBasis,
    InterestPeriod,
    MissedMonth,
    NoticeUnit,
    Rulebook,
    SavingMode,
    WithdrawalRule,
)
from translations import N_
from ui.screens.rules.rule import Kind, Rule


def _earn(rulebook: Rulebook) -> bool:
    voluntary = rulebook.voluntary
    return bool(rulebook.saving.interest or (voluntary.kept and voluntary.interest))


def _noticed(rulebook: Rulebook) -> bool:
    return rulebook.saving.withdrawal is WithdrawalRule.NOTICE


def _kept(rulebook: Rulebook) -> bool:
    return rulebook.voluntary.kept


def _voluntary_noticed(rulebook: Rulebook) -> bool:
    return _kept(rulebook) and rulebook.voluntary.withdrawal is WithdrawalRule.NOTICE


_FREE = frozenset({WithdrawalRule.ANY_TIME, WithdrawalRule.NOTICE})

SAVING = (
    Rule(
        "saving.mode",
        N_("How members save"),
        Kind.CHOICE,
        N_("What a member brings each month."),
        choices=SavingMode,
        topic="saving_mode",
    ),
    Rule(
        "saving.minimum",
        N_("Smallest deposit"),
        Kind.KIP,
        N_("In {unit} a month. A smaller deposit is refused; 0 allows any amount."),
        shown=lambda r: r.saving.mode is not SavingMode.SHARES,
    ),
    Rule(
        "saving.maximum",
        N_("Largest saving in a month"),
        Kind.KIP,
        N_("In {unit} a month. Leave it empty where there is no limit."),
        shown=lambda r: r.saving.mode is not SavingMode.SHARES,
        empty=True,
    ),
    Rule(
        "saving.share_value",
        N_("Value of a share"),
        Kind.KIP,
        N_("In {unit}. A deposit is a whole number of shares."),
        shown=lambda r: r.saving.mode is SavingMode.SHARES,
    ),
    Rule(
        "saving.shares_min",
        N_("Fewest shares in a month"),
        Kind.COUNT,
        N_("Number of shares that each member saves at least."),
        shown=lambda r: r.saving.mode is SavingMode.SHARES,
    ),
    Rule(
        "saving.shares_max",
        N_("Most shares in a month"),
        Kind.COUNT,
        N_("Number of shares that a member may save at most."),
        shown=lambda r: r.saving.mode is SavingMode.SHARES,
    ),
    Rule(
        "saving.missed",
        N_("A month without a deposit"),
        Kind.CHOICE,
        N_("What happens when a member brings nothing in a month."),
        choices=MissedMonth,
        topic="missed_month",
    ),
    Rule(
        "saving.missed_fine",
        N_("Fine for a missed month"),
        Kind.KIP,
        N_("In {unit}, for each month missed."),
        shown=lambda r: r.saving.missed is MissedMonth.FINED,
    ),
    Rule(
        "saving.months_ahead",
        N_("Months saved ahead"),
        Kind.COUNT,
        N_("For how many months to come a member may save beforehand: 0 to 12."),
    ),
    Rule(
        "saving.entry_fee",
        N_("Entry fee"),
        Kind.KIP,
        N_("In {unit}, once, when a member joins; 0 for none."),
    ),
    Rule(
        "saving.passbook_fee",
        N_("Passbook fee"),
        Kind.KIP,
        N_("In {unit}, once, for the passbook; 0 for none."),
    ),
    Rule(
        "saving.withdrawal",
        N_("Taking savings out"),
        Kind.CHOICE,
        N_("When a member may take savings out."),
        choices=WithdrawalRule,
        topic="withdrawal_rule",
    ),
    Rule(
        "saving.balance_kept",
        N_("Savings that have to stay"),
        Kind.KIP,
        N_("In {unit}. What a member leaves in when savings are taken out."),
        shown=lambda r: r.saving.withdrawal in _FREE,
    ),
    Rule(
        "saving.notice",
        N_("Time of notice"),
        Kind.COUNT,
        N_("How many days or months before taking savings out a member says so."),
        shown=_noticed,
    ),
    Rule(
        "saving.notice_unit",
        N_("Notice is counted in"),
        Kind.CHOICE,
        N_("Days, or whole months."),
        choices=NoticeUnit,
        topic="notice_unit",
        shown=_noticed,
    ),
    Rule(
        "saving.interest",
        N_("Interest on savings, a month"),
        Kind.PERCENT,
        N_("In percent a month, paid by the group as a cost; 0 for none."),
    ),
    Rule(
        "saving.interest_basis",
        N_("Savings that earn interest"),
        Kind.CHOICE,
        N_("Which balances the interest is worked out from."),
        choices=InterestBasis,
        topic="interest_basis",
        shown=_earn,
    ),
    Rule(
        "saving.interest_period",
        N_("Interest on savings is credited"),
        Kind.CHOICE,
        N_("How often the interest is put into the savings."),
        choices=InterestPeriod,
        topic="interest_period",
        shown=_earn,
    ),
    Rule(
        "saving.interest_unit",
        N_("Unit of interest on savings"),
        Kind.KIP,
        N_("In {unit}: the interest of each member is rounded down to it."),
        shown=_earn,
    ),
)

VOLUNTARY = (
    Rule(
        "voluntary.kept",
        N_("Voluntary savings beside the compulsory ones"),
        Kind.FLAG,
        N_("Yes: a member may bring money of free will, with rules of its own."),
    ),
    Rule(
        "voluntary.minimum",
        N_("Smallest voluntary deposit"),
        Kind.KIP,
        N_("In {unit}. A smaller deposit is refused; 0 allows any amount."),
        shown=_kept,
    ),
    Rule(
        "voluntary.maximum",
        N_("Largest voluntary deposit"),
        Kind.KIP,
        N_("In {unit}. Leave it empty where there is no limit."),
        shown=_kept,
        empty=True,
    ),
    Rule(
        "voluntary.withdrawal",
        N_("Taking voluntary savings out"),
        Kind.CHOICE,
        N_("When a member may take voluntary savings out."),
        choices=WithdrawalRule,
        topic="withdrawal_rule",
        shown=_kept,
    ),
    Rule(
        "voluntary.balance_kept",
        N_("Voluntary savings that have to stay"),
        Kind.KIP,
        N_("In {unit}. What a member leaves in when savings are taken out."),
        shown=lambda r: r.voluntary.kept and r.voluntary.withdrawal in _FREE,
    ),
    Rule(
        "voluntary.notice",
        N_("Time of notice"),
        Kind.COUNT,
        N_("How many days or months before taking savings out a member says so."),
        shown=_voluntary_noticed,
    ),
    Rule(
        "voluntary.notice_unit",
        N_("Notice is counted in"),
        Kind.CHOICE,
        N_("Days, or whole months."),
        choices=NoticeUnit,
        topic="notice_unit",
        shown=_voluntary_noticed,
    ),
    Rule(
        "voluntary.interest",
        N_("Interest on voluntary savings, a month"),
        Kind.PERCENT,
        N_("In percent a month, paid by the group as a cost; 0 for none."),
        shown=_kept,
    ),
    Rule(
        "voluntary.dividend",
        N_("Voluntary savings earn dividend"),
        Kind.FLAG,
        N_("Yes: they weigh like compulsory savings when the dividend is shared."),
        shown=_kept,
    ),
    Rule(
        "voluntary.ceiling",
        N_("Voluntary savings count for a loan"),
        Kind.FLAG,
        N_("Yes: where a loan may be so many times the savings, they count as well."),
        shown=_kept,
    ),
)
