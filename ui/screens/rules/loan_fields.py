"""Every figure of a kind of loan, and of the parts of a profit, with name and unit."""

from ledger.rules.accounts import Named
from ledger.rules.kip import Rounding
from ledger.rules.rulebook import (
    Base,
    CeilingKind,
    Destination,
    InterestMethod,
    LateFine,
    LineKind,
    MonthCount,
    PoolSplit,
    ScheduleKind,
)
from translations import N_
from ui.screens.rules.rule import Kind, Rule

_LIMIT = CeilingKind

PRODUCT = (
    Rule("name", N_("Name"), Kind.NAME, N_("What the group calls this kind of loan.")),
    Rule(
        "method",
        N_("Interest is reckoned"),
        Kind.CHOICE,
        N_("On what the interest of a loan is reckoned."),
        choices=InterestMethod,
        topic="interest_method",
    ),
    Rule(
        "rate",
        N_("Interest a month"),
        Kind.PERCENT,
        N_("In percent a month: 0 to 10."),
        shown=lambda p: p.method is not InterestMethod.SEASON,
    ),
    Rule(
        "rate",
        N_("Interest for the whole loan"),
        Kind.PERCENT,
        N_("In percent of the loan, once, however long it runs."),
        shown=lambda p: p.method is InterestMethod.SEASON,
    ),
    Rule(
        "count",
        N_("Months are counted"),
        Kind.CHOICE,
        N_("How many months of interest a loan has run."),
        choices=MonthCount,
        topic="month_count",
        shown=lambda p: p.method is not InterestMethod.SEASON,
    ),
    Rule(
        "schedule",
        N_("Paying back"),
        Kind.CHOICE,
        N_("When a loan is to be paid back."),
        choices=ScheduleKind,
        topic="schedule_kind",
    ),
    Rule(
        "months",
        N_("Months a loan runs"),
        Kind.COUNT,
        N_("In months: 1 to 36."),
        shown=lambda p: p.season_end is None,
    ),
    Rule(
        "season_end",
        N_("Due at the end of a season"),
        Kind.SEASON,
        N_("The day and month on which such loans are due; without a month it runs its months."),
    ),
    Rule(
        "ceiling.kind",
        N_("Limit of one loan"),
        Kind.CHOICE,
        N_("What limits the size of one loan."),
        choices=CeilingKind,
        topic="ceiling_kind",
    ),
    Rule(
        "ceiling.times",
        N_("Loan as a multiple of savings"),
        Kind.TIMES,
        N_("How many times her savings: 0.5 to 30."),
        shown=lambda p: p.ceiling.kind is _LIMIT.SAVINGS_TIMES,
    ),
    Rule(
        "ceiling.months_earlier",
        N_("Savings, months ago"),
        Kind.COUNT,
        N_("In months: her savings on that earlier day count; 0 is today."),
        shown=lambda p: p.ceiling.kind is _LIMIT.SAVINGS_TIMES,
    ),
    Rule(
        "ceiling.lowest_of_months",
        N_("Smallest savings since then"),
        Kind.FLAG,
        N_("Yes: the smallest savings between that day and today count."),
        shown=lambda p: p.ceiling.kind is _LIMIT.SAVINGS_TIMES,
    ),
    Rule(
        "ceiling.kip",
        N_("Largest loan"),
        Kind.KIP,
        N_("In {unit}."),
        shown=lambda p: p.ceiling.kind is _LIMIT.ABSOLUTE,
    ),
    Rule(
        "ceiling.steps",
        N_("Largest loan, step by step"),
        Kind.AMOUNTS,
        N_("In {unit}: her first, second and every later loan, with a space between."),
        shown=lambda p: p.ceiling.kind is _LIMIT.STEPS,
    ),
    Rule(
        "waiting_months",
        N_("Months to wait for a loan"),
        Kind.COUNT,
        N_("In months, from joining the group on: 0 to 24."),
    ),
    Rule("guarantors", N_("Guarantors of a loan"), Kind.COUNT, N_("Number of members: 0 to 5.")),
    Rule(
        "guarantees_max",
        N_("Loans one person may stand for"),
        Kind.COUNT,
        N_("Number of loans at the same time."),
        shown=lambda p: p.guarantors > 0,
    ),
    Rule(
        "loan_class",
        N_("Counts among"),
        Kind.LOAN_CLASS,
        N_("Kinds of loan that count together when a member asks for one more."),
    ),
    Rule(
        "at_once",
        N_("Loans at once"),
        Kind.COUNT,
        N_("Number of such loans one member may have together."),
    ),
    Rule("fee", N_("Loan fee"), Kind.KIP, N_("In {unit}, when it is paid out.")),
    Rule(
        "late",
        N_("Fine for being late"),
        Kind.CHOICE,
        N_("What a late repayment costs."),
        choices=LateFine,
        topic="late_fine",
    ),
    Rule(
        "late_points",
        N_("Fine in percent a month"),
        Kind.PERCENT,
        N_("In percent a month of what is overdue."),
        shown=lambda p: p.late is LateFine.PERCENT,
    ),
    Rule(
        "late_kip",
        N_("Fine for a month begun"),
        Kind.KIP,
        N_("In {unit} for each month that has begun."),
        shown=lambda p: p.late is LateFine.FIXED,
    ),
    Rule(
        "grace_days",
        N_("Days of grace"),
        Kind.COUNT,
        N_("In days after the day on which it was due: 0 to 30."),
        shown=lambda p: p.late is not LateFine.NONE,
    ),
    Rule(
        "fund",
        N_("Lent from"),
        Kind.ACCOUNT,
        N_("A fund, to which interest and fines then go; empty for the group's own money."),
        named=Named.FUND,
        empty=True,
    ),
    Rule(
        "rounding",
        N_("Rounding of interest"),
        Kind.CHOICE,
        N_("Which way interest goes to a whole amount."),
        choices=Rounding,
        topic="rounding",
    ),
)

PURPOSE = (
    Rule("name", N_("Name"), Kind.NAME, N_("What the loan is for, in the group's words.")),
    Rule(
        "product",
        N_("Usual kind of loan"),
        Kind.PRODUCT,
        N_("The kind of loan that is offered first for this purpose."),
    ),
)

LINE = (
    Rule("name", N_("Name"), Kind.NAME, N_("What this part is called on the annual report.")),
    Rule(
        "kind",
        N_("Size of the part"),
        Kind.CHOICE,
        N_("How the size of this part is found."),
        choices=LineKind,
        topic="line_kind",
    ),
    Rule(
        "amount",
        N_("Percent"),
        Kind.PERCENT,
        N_("In percent, with at most two figures behind the point. All parts make 100.00 %."),
        shown=lambda a: a.kind is LineKind.PERCENT,
    ),
    Rule(
        "amount",
        N_("Rate in percent"),
        Kind.PERCENT,
        N_("In percent: a year on savings, or of the interest that borrowers paid."),
        shown=lambda a: a.kind in {LineKind.DIVIDEND_RATE, LineKind.REFUND_RATE},
    ),
    Rule(
        "amount",
        N_("Amount"),
        Kind.KIP,
        N_("In {unit}, the same every year."),
        shown=lambda a: a.kind is LineKind.FIXED,
    ),
    Rule(
        "base",
        N_("Taken"),
        Kind.CHOICE,
        N_("Of what the percentage is taken."),
        choices=Base,
        topic="base",
        shown=lambda a: a.kind is LineKind.PERCENT,
    ),
    Rule(
        "to",
        N_("Goes to"),
        Kind.CHOICE,
        N_("Who gets this part of the profit."),
        choices=Destination,
        topic="destination",
    ),
    Rule(
        "account",
        N_("Which fund"),
        Kind.ACCOUNT,
        N_("One of the group's own funds."),
        named=Named.FUND,
        shown=lambda a: a.to is Destination.FUND,
    ),
    Rule(
        "account",
        N_("Which network"),
        Kind.ACCOUNT,
        N_("One of the group's own network bodies."),
        named=Named.NETWORK,
        shown=lambda a: a.to is Destination.NETWORK,
    ),
    Rule(
        "split",
        N_("Shared among them"),
        Kind.CHOICE,
        N_("How the officers share it."),
        choices=PoolSplit,
        topic="pool_split",
        shown=lambda a: a.to in {Destination.COMMITTEE, Destination.ADVISERS},
    ),
)

ACCOUNT = (
    Rule(
        "name",
        N_("Name"),
        Kind.NAME,
        N_("What the group calls it. A usual name is known in all three languages."),
    ),
)
