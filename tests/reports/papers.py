"""Invented passbooks and statements for the tests of the print shop."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from ledger.rules.accounts import LOANS, SEED_MONEY
from ledger.rules.closing import plan_close
from ledger.rules.days import Month
from ledger.rules.people import Member
from ledger.rules.rulebook import Destination, Group, LineKind
from ledger.rules.transfers import EntryNumber, Kind
from ledger.statements.annual import AnnualStatement, annual_of
from ledger.statements.passbook import Passbook, PassbookLine
from tests.rules.years import WELFARE, facts, line, member, percent, rules, saver
from tests.villages import GROUP, KHAM, RULES

LONG_NAME = "ພອນສະຫວັນທິບພະວົງສາ ແກ້ວມະນີລາດສະພັກດີວົງ ສຸວັນນະພູມມະລາດ"
LONG_GROUP = "ກຸ່ມທ້ອນເງິນເພື່ອການພັດທະນາແບບຍືນຍົງຂອງສະຫະພັນແມ່ຍິງ ບ້ານທົ່ງງາມໃຕ້"
MOST = 2_000_000_000
REASON = "ຄ່າຢາ ແລະ ຄ່າລົດໄປໂຮງໝໍແຂວງ ຕາມມະຕິຄະນະກຳມະການ ເລກທີ 12/2025"


def deposits(count: int, *, kip: int = 20_000, first: date = date(2024, 1, 5)) -> Any:
    """So many deposits of the same amount, two weeks apart."""
    return tuple(
        PassbookLine(
            number=EntryNumber(100 + k),
            day=first + timedelta(days=14 * k),
            kind=Kind.DEPOSIT,
            paid_in=kip,
            paid_out=0,
            savings=kip * (k + 1),
            loans=0,
        )
        for k in range(count)
    )


def passbook(
    lines: tuple[PassbookLine, ...] = (), *, whose: Member = KHAM, **facts_: Any
) -> Passbook:
    """A passbook of the invented village."""
    given = {
        "group": GROUP,
        "rulebook": RULES,
        "first": date(2024, 1, 1),
        "last": date(2025, 12, 31),
        "savings_before": 0,
        "loans_before": 0,
        **facts_,
    }
    return Passbook(member=whose, lines=lines, **given)


def every_kind() -> tuple[PassbookLine, ...]:
    """One line of each kind, some for another month, some with a note, one taken back."""
    return tuple(
        PassbookLine(
            number=EntryNumber(7 * k + 3),
            day=date(2025, 1, 5) + timedelta(days=9 * k),
            kind=kind,
            paid_in=1_000 * k if k % 2 else 0,
            paid_out=0 if k % 2 else 1_500 * k,
            savings=12_345 * k,
            loans=MOST - 54_321 * k,
            month=Month(2024, 12) if k % 6 == 1 else None,
            note=REASON if k % 5 == 2 else "",
            reverses=EntryNumber(3) if k == 4 else None,
        )
        for k, kind in enumerate(Kind)
    )


def largest() -> Passbook:
    """The longest names and the largest amounts that a group can have."""
    whose = replace(KHAM, name=LONG_NAME, number="1234567890", household="12 ໜ່ວຍ 3")
    rows = tuple(
        row._replace(paid_in=MOST, paid_out=MOST, savings=MOST, loans=MOST) for row in deposits(5)
    )
    return passbook(rows, whose=whose, group=replace(GROUP, name=LONG_GROUP), savings_before=MOST)


def statement(
    members: int = 60,
    *,
    refunds: bool = False,
    proposed: bool = False,
    voluntary: bool = False,
    earned: int = 41_235_678,
    **group: Any,
) -> AnnualStatement:
    """The closing of a year with so many members, two officers' pools and two funds."""
    lines = [
        percent(Destination.DIVIDEND, 6_500, key="dividend"),
        percent(Destination.COMMITTEE, 1_500, key="committee"),
        percent(Destination.FUND, 500, account=WELFARE, key="welfare"),
        line(LineKind.REST, Destination.FUND, key="reserve"),
    ]
    if refunds:
        lines.insert(1, line(LineKind.REFUND_RATE, Destination.REFUND, 500, key="refund"))
    savers = [
        saver(
            n,
            MOST if n == 3 else 100_000 * n,
            monthly=20_000,
            member=member(n, name=LONG_NAME if n == 4 else f"ຄຳຫຼ້າ ບ້ານທົ່ງ {n}", title="ນາງ"),
            interest_paid=7_000 * n,
            overdue=100 if n == 5 else 0,
            voluntary=MOST if voluntary else 0,
        )
        for n in range(1, members + 1)
    ]
    year = facts(
        rules(*lines, unit=500, exclude_defaulters=True),
        earned=earned,
        members=savers,
        accounts={WELFARE: 4_000_000, SEED_MONEY: 10_000_000, LOANS: 1_000_000},
        opening_balances={WELFARE: 2_500_000, SEED_MONEY: 10_000_000},
    )
    given: Group = replace(GROUP, **group)
    return annual_of(
        year,
        plan_close(year),
        group=given,
        printed=date(2026, 1, 10),
        proposed=proposed,
        spent={WELFARE: 1_000_000},
    )
