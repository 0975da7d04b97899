"""Every rule about members and committee with its name and unit: who joins, leaves, inherits."""

from ledger.rules.rulebook import DeathLoan, ExitDividend
from translations import N_
from ui.screens.rules.rule import Kind, Rule

PEOPLE = (
    Rule(
        "people.approval",
        N_("A meeting decides on new members"),
        Kind.FLAG,
        N_("Yes: nobody is entered without the number of the decision."),
    ),
    Rule(
        "people.village_only",
        N_("Only people of the village join"),
        Kind.FLAG,
        N_("Yes: somebody from elsewhere is not taken in."),
    ),
    Rule(
        "people.age_min",
        N_("Least age of a member"),
        Kind.COUNT,
        N_("In years, where the year of birth is known; 0 for none."),
    ),
    Rule(
        "people.pupils_free",
        N_("Pupils pay no fees"),
        Kind.FLAG,
        N_("Yes: pupils pay neither the entry fee nor the passbook."),
    ),
    Rule(
        "people.notice_months",
        N_("Months of notice before leaving"),
        Kind.COUNT,
        N_("0 to 12. So long before leaving, a member says so."),
    ),
    Rule(
        "people.exit_dividend",
        N_("Dividend of the year in which one leaves"),
        Kind.CHOICE,
        N_("What a member who leaves gets of the year's dividend, and when."),
        choices=ExitDividend,
        topic="exit_dividend",
    ),
    Rule(
        "people.offset",
        N_("Loans are set off when one leaves"),
        Kind.FLAG,
        N_("Yes: they are paid out of the member's savings. No: the member pays them first."),
    ),
    Rule(
        "people.guarantor_may_leave",
        N_("A guarantor may leave"),
        Kind.FLAG,
        N_("Yes: also while the member stands for somebody's loan."),
    ),
    Rule(
        "people.death_loan",
        N_("Loans of a member who died"),
        Kind.CHOICE,
        N_("Who bears what the member still owed."),
        choices=DeathLoan,
        topic="death_loan",
    ),
    Rule(
        "people.beneficiaries_max",
        N_("Most beneficiaries of a member"),
        Kind.COUNT,
        N_("1 to 5. Their parts always make 100 %."),
    ),
    Rule(
        "people.fee_again",
        N_("Whoever comes back pays the entry fee again"),
        Kind.FLAG,
        N_("No: the member paid it on joining for the first time."),
    ),
    Rule(
        "people.term_years",
        N_("Years of an office"),
        Kind.COUNT,
        N_("So long an officer is elected for; 0 where there is no end."),
    ),
)
