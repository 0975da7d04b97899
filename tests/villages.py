"""One small invented village, as values: seven members, their rules, two loans, one April day.

Every test that needs a group may begin here and change what it is about with `replace`.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from ledger.rules.accounts import CASH, LOANS, SAVINGS, Named, named_account
from ledger.rules.day_facts import DayFacts
from ledger.rules.days import Month
from ledger.rules.lines import Fee
from ledger.rules.loan_values import Loan, LoanDecision, LoanMove, LoanRequest, MoveKind
from ledger.rules.people import (
    Actor,
    Beneficiary,
    Member,
    MemberId,
    Officer,
    OfficerId,
    Role,
    Sex,
    Status,
)
from ledger.rules.rulebook import (
    AllocationLine,
    Destination,
    Group,
    LateFine,
    LineKind,
    LoanProduct,
    LoanRules,
    NamedAccount,
    ProfitRules,
    Purpose,
    Rulebook,
    SavingRules,
    ScheduleKind,
    WelfareRules,
)
from ledger.rules.transfers import LoanId

BEGIN = date(2026, 1, 1)
DAY = date(2026, 4, 5)
TODAY = date(2026, 4, 20)
JANUARY, FEBRUARY, MARCH, APRIL = (Month(2026, number) for number in range(1, 5))

WELFARE = named_account(Named.FUND, 1)
RESERVE = named_account(Named.FUND, 2)
BANK = named_account(Named.BANK, 1)
NETWORK = named_account(Named.NETWORK, 1)
LENDER = named_account(Named.LENDER, 1)
NEXT_VILLAGE = named_account(Named.GROUP, 1)
RENT = named_account(Named.INCOME, 1)
COSTS = named_account(Named.EXPENSE, 1)

RICE = LoanProduct(
    key="rice",
    name="ກູ້ຢືມເຮັດນາ",
    rate=200,
    months=12,
    schedule=ScheduleKind.FREE,
    late=LateFine.FIXED,
    late_kip=5_000,
    guarantors=2,
)
TRADE = LoanProduct(
    key="trade",
    name="ກູ້ຢືມຄ້າຂາຍ",
    rate=300,
    schedule=ScheduleKind.PRINCIPAL_PARTS,
    months=10,
    fee=5_000,
)

RULES = Rulebook(
    valid_from=BEGIN,
    resolution="1/2026",
    accounts=(
        NamedAccount(WELFARE, "ກອງທຶນສະຫວັດດີການ", "welfare"),
        NamedAccount(RESERVE, "ກອງທຶນສະສົມ", "reserve"),
        NamedAccount(BANK, "ທະນາຄານ"),
        NamedAccount(NETWORK, "ເຄືອຂ່າຍ"),
        NamedAccount(RENT, "ຄ່າເຊົ່າ"),
        NamedAccount(COSTS, "ຄ່າໃຊ້ຈ່າຍທົ່ວໄປ"),
    ),
    saving=SavingRules(minimum=10_000, entry_fee=10_000, passbook_fee=8_000),
    welfare=WelfareRules(contribution=1_000, fund=WELFARE),
    loans=LoanRules(
        products=(RICE, TRADE),
        purposes=(
            Purpose("agriculture", "ກະສິກຳ", "rice"),
            Purpose("trade", "ຄ້າຂາຍ", "trade"),
        ),
    ),
    profit=ProfitRules(
        lines=(
            AllocationLine("ປັນຜົນ", LineKind.PERCENT, Destination.DIVIDEND, 7_000),
            AllocationLine("ສະສົມ", LineKind.REST, Destination.FUND, account=RESERVE),
        ),
        remainder_fund=RESERVE,
        loss_fund=RESERVE,
    ),
)

GROUP = Group(
    name="ກຸ່ມທ້ອນເງິນ ບ້ານທົ່ງງາມ",
    village="ທົ່ງງາມ",
    district="ໂພນທອງ",
    province="ຈຳປາສັກ",
    books_begin=BEGIN,
)


def _member(number: int, name: str, *, sex: Sex = Sex.FEMALE, **facts: Any) -> Member:
    return Member(
        id=MemberId(number),
        number=f"{number:03d}",
        name=name,
        sex=sex,
        joined=facts.pop("joined", date(2024, 1, 5)),
        **facts,
    )


KHAM = _member(1, "ຄຳຫຼ້າ ທອງສະຫວັນ", title="ນາງ", household="12", welfare_since=date(2024, 1, 5))
BOUNMY = _member(2, "ບຸນມີ ທອງສະຫວັນ", title="ທ້າວ", household="12", sex=Sex.MALE)
NOY = _member(3, "ນ້ອຍ ແສງມະນີ", title="ນາງ", household="7", welfare_since=date(2026, 3, 5))
SOMPHONE = _member(
    4,
    "ສົມພອນ ວົງຄຳ",
    title="ທ້າວ",
    household="31",
    sex=Sex.MALE,
    beneficiaries=(Beneficiary("ວຽງ ວົງຄຳ", 10_000, "ລູກສາວ"),),
)
DALA = _member(5, "ດາລາ ພົມມະຈັນ", title="ນາງ", household="8", phone="020 5550 0005")
KEO = _member(6, "ແກ້ວ ສີສະຫວາດ", title="ນາງ", household="40", joined=date(2026, 2, 10))
PHET = _member(7, "ເພັດ ລາດຊະວົງ", title="ທ້າວ", household="7", sex=Sex.MALE, status=Status.LEFT)
MEMBERS = (KHAM, BOUNMY, NOY, SOMPHONE, DALA, KEO, PHET)

OFFICERS = tuple(
    Officer(OfficerId(number), name, role)
    for number, (name, role) in enumerate(
        (
            ("ຈັນທາ ແກ້ວມະນີ", Role.PRESIDENT),
            ("ມະນີ ໄຊຍະສານ", Role.ACCOUNTANT),
            ("ວັນ ພິມມະສອນ", Role.TREASURER),
            ("ສີດາ ບົວລະພັນ", Role.AUDITOR),
        ),
        start=1,
    )
)


def actor(role: Role = Role.ACCOUNTANT) -> Actor:
    """The officer of a role, acting."""
    officer = next(officer for officer in OFFICERS if officer.role is role)
    return Actor(officer.id, officer.name, officer.role)


def two(one: Actor) -> Actor:
    """The same officer with another one beside her, for what takes two."""
    other = actor(Role.PRESIDENT if one.role is not Role.PRESIDENT else Role.ACCOUNTANT)
    return replace(one, beside=other)


def loan_of(
    number: int, request: LoanRequest, *, decided: date | None, moves: tuple[LoanMove, ...] = ()
) -> Loan:
    """A loan as it was asked for, agreed whole on the day `decided`, with its movements."""
    decision = None
    if decided is not None:
        approvers = (OFFICERS[0].name, OFFICERS[1].name)
        decision = LoanDecision(decided, f"{number}/2026", True, request.kip, approvers)
    return Loan(LoanId(number), f"2026-{number:03d}", request, decision, moves)


RUNNING = loan_of(
    1,
    LoanRequest(KHAM.id, BEGIN, 2_000_000, "agriculture", RICE, 12, guarantors=(BOUNMY.id, NOY.id)),
    decided=BEGIN,
    moves=(LoanMove(date(2026, 1, 5), MoveKind.PAY_OUT, 2_000_000),),
)
"""Two million kip at 2 % for each month begun, running since the 5th of January."""

AGREED = loan_of(
    2,
    LoanRequest(SOMPHONE.id, date(2026, 4, 1), 500_000, "trade", TRADE, 10),
    decided=date(2026, 4, 2),
)
"""Half a million kip, agreed and not yet handed over; its fee is 5,000."""


def day_facts(day: date = DAY, **changes: Any) -> DayFacts:
    """The village's book on a day of April; `changes` are fields of DayFacts."""
    saved = {month: 10_000 for month in (JANUARY, FEBRUARY, MARCH)}
    facts = DayFacts(
        day=day,
        rulebook=RULES,
        first_day=BEGIN,
        last_day=TODAY,
        books_begin=BEGIN,
        balances={
            CASH: 1_500_000,
            LOANS: 2_000_000,
            BANK: 500_000,
            SAVINGS: 3_500_000,
            WELFARE: 300_000,
            RESERVE: 200_000,
        },
        cash_low=1_500_000,
        members={member.id: member for member in MEMBERS},
        savings={member.id: 500_000 for member in MEMBERS},
        saved={
            **{member.id: saved for member in (KHAM, BOUNMY, NOY, SOMPHONE)},
            DALA.id: {JANUARY: 10_000},
            KEO.id: {MARCH: 10_000},
        },
        welfare_paid={KHAM.id: {MARCH: 1_000}, NOY.id: {APRIL: 1_000}},
        fees_paid={KEO.id: frozenset({Fee.ENTRY})},
        loans={RUNNING.id: RUNNING, AGREED.id: AGREED},
    )
    return replace(facts, **changes)


def with_saving(facts: DayFacts, **rules: Any) -> DayFacts:
    """The same book under other rules for saving."""
    saving = replace(facts.rulebook.saving, **rules)
    return replace(facts, rulebook=replace(facts.rulebook, saving=saving))
