"""The grid's pencil becomes the lines that the committee meant."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.contributions import due_of
from ledger.rules.day_facts import DayFacts
from ledger.rules.lines import (
    CashDiffers,
    Deposit,
    Fee,
    FeePaid,
    LoanPaidOut,
    RepaidAs,
    Spent,
    WelfarePaid,
)
from ledger.rules.lines_saving import VoluntaryDeposit
from ledger.rules.loan_values import Loan, LoanMove, MoveKind
from ledger.rules.loans import owed_on
from ledger.rules.meeting import (
    BoxDiffers,
    BoxNotCounted,
    NoLoanToPay,
    check_sign,
    difference_line,
    lines_of,
    spread,
)
from ledger.rules.meeting_values import CashCount, Column, PencilCell, PencilLine, Sheet
from ledger.rules.people import MemberId
from ledger.rules.posting import entries_of
from ledger.rules.posting_loans import PartAboveDue
from ledger.rules.posting_members import FeeDiffers, MissedFineAboveDue
from ledger.rules.refusals import MemberUnknown
from ledger.rules.rulebook import MissedMonth, ScheduleKind
from ledger.rules.transfers import LoanId, MeetingId
from tests.villages import (
    AGREED,
    COSTS,
    DALA,
    DAY,
    FEBRUARY,
    KEO,
    KHAM,
    MARCH,
    MEMBERS,
    NOY,
    RICE,
    RUNNING,
    TRADE,
    day_facts,
    with_saving,
)

SECOND: Loan = replace(
    RUNNING,
    id=LoanId(3),
    number="2026-003",
    request=replace(RUNNING.request, product=TRADE, months=10, kip=1_000_000),
    moves=(replace(RUNNING.moves[0], day=date(2026, 2, 5), kip=1_000_000),),
)
"""A million kip since February in ten parts: by April 200,000 and 57,000 interest are due."""
LATE = replace(RUNNING, moves=(replace(RUNNING.moves[0], day=date(2025, 3, 5)),))


def sheet(*cells: tuple[MemberId, Column, int], lines: tuple[PencilLine, ...] = ()) -> Sheet:
    pencil = tuple(PencilCell(*cell) for cell in cells)
    return Sheet(id=MeetingId(1), number=4, day=DAY, cells=pencil, lines=lines)


def two_loans() -> DayFacts:
    return day_facts(loans={SECOND.id: SECOND, RUNNING.id: RUNNING})


def test_each_column_is_a_line_and_the_other_lines_follow_by_number() -> None:
    pencil = sheet(
        (NOY.id, Column.SAVINGS, 20_000),
        (KHAM.id, Column.WELFARE, 1_000),
        (KHAM.id, Column.SAVINGS, 10_000),
        (KHAM.id, Column.INTEREST, 120_000),
        (NOY.id, Column.WELFARE, 0),
        lines=(PencilLine(2, Spent(COSTS, 5_000)), PencilLine(1, LoanPaidOut(AGREED.id))),
    )
    assert lines_of(pencil, day_facts()) == (
        Deposit(NOY.id, 20_000),
        Deposit(KHAM.id, 10_000),
        WelfarePaid(KHAM.id, 1_000),
        RepaidAs(RUNNING.id, interest=120_000),
        LoanPaidOut(AGREED.id),
        Spent(COSTS, 5_000),
    )


def test_nothing_typed_means_nothing() -> None:
    assert lines_of(sheet((NOY.id, Column.SAVINGS, 0)), day_facts()) == ()


def test_a_stranger_in_the_grid_is_refused() -> None:
    with pytest.raises(MemberUnknown):
        lines_of(sheet((MemberId(99), Column.SAVINGS, 10_000)), day_facts())


def test_carried_months_are_filled_the_oldest_first() -> None:
    facts = with_saving(day_facts(), missed=MissedMonth.CARRIED)
    assert lines_of(sheet((DALA.id, Column.SAVINGS, 35_000)), facts) == (
        Deposit(DALA.id, 10_000, month=FEBRUARY),
        Deposit(DALA.id, 10_000, month=MARCH),
        Deposit(DALA.id, 15_000),
    )
    assert lines_of(sheet((DALA.id, Column.SAVINGS, 10_000)), facts) == (
        Deposit(DALA.id, 10_000, month=FEBRUARY),
    )


def test_interest_goes_to_the_oldest_loan_first() -> None:
    cells = sheet((KHAM.id, Column.INTEREST, 150_000))
    assert lines_of(cells, two_loans()) == (
        RepaidAs(RUNNING.id, interest=120_000),
        RepaidAs(SECOND.id, interest=30_000),
    )


def test_a_pay_out_that_was_taken_back_makes_no_loan_older() -> None:
    """She has RUNNING since the 5th of January; the other was handed over anew after that."""
    wrong = LoanMove(date(2026, 1, 4), MoveKind.PAY_OUT, SECOND.moves[0].kip)
    again = replace(SECOND, moves=(wrong, replace(wrong, kip=-wrong.kip), *SECOND.moves))
    facts = day_facts(loans={again.id: again, RUNNING.id: RUNNING})
    cells = sheet((KHAM.id, Column.INTEREST, 150_000))
    assert lines_of(cells, facts) == lines_of(cells, two_loans())
    older = replace(SECOND, moves=(wrong, *SECOND.moves))
    facts = day_facts(loans={older.id: older, RUNNING.id: RUNNING})
    first, *_ = lines_of(cells, facts)
    assert isinstance(first, RepaidAs)
    assert first.loan == older.id


def test_interest_goes_to_what_is_asked_for_before_what_waits_for_the_end() -> None:
    bullet = replace(RICE, schedule=ScheduleKind.BULLET)
    waiting = replace(RUNNING, request=replace(RUNNING.request, product=bullet))
    facts = day_facts(loans={SECOND.id: SECOND, waiting.id: waiting})
    assert lines_of(sheet((KHAM.id, Column.INTEREST, 60_000)), facts) == (
        RepaidAs(SECOND.id, interest=60_000),
    )
    # What she brings beyond it pays ahead.
    assert lines_of(sheet((KHAM.id, Column.INTEREST, 63_000)), facts) == (
        RepaidAs(waiting.id, interest=3_000),
        RepaidAs(SECOND.id, interest=60_000),
    )


def test_principal_goes_to_what_is_due_before_the_rest() -> None:
    cells = sheet((KHAM.id, Column.PRINCIPAL, 250_000))
    assert lines_of(cells, two_loans()) == (
        RepaidAs(RUNNING.id, principal=50_000),
        RepaidAs(SECOND.id, principal=200_000),
    )


def test_as_much_interest_as_principal_is_both() -> None:
    cells = sheet((KHAM.id, Column.INTEREST, 50_000), (KHAM.id, Column.PRINCIPAL, 50_000))
    assert lines_of(cells, day_facts()) == (
        RepaidAs(RUNNING.id, interest=50_000, principal=50_000),
    )
    facts = day_facts(loans={LATE.id: LATE})
    cells = sheet((KHAM.id, Column.FINE, 5_000), (KHAM.id, Column.INTEREST, 5_000))
    assert lines_of(cells, facts) == (RepaidAs(LATE.id, fine=5_000, interest=5_000),)
    nobody = sheet((NOY.id, Column.INTEREST, 5_000), (NOY.id, Column.PRINCIPAL, 5_000))
    with pytest.raises(NoLoanToPay) as refused:
        lines_of(nobody, day_facts())
    assert refused.value == NoLoanToPay(member=NOY.told, given=10_000)


def test_what_no_loan_can_take_stays_on_the_oldest() -> None:
    facts = two_loans()
    owed = [owed_on(one, day=facts.day).principal for one in (RUNNING, SECOND)]
    cells = sheet((KHAM.id, Column.PRINCIPAL, sum(owed) + 7))
    assert lines_of(cells, facts) == (
        RepaidAs(RUNNING.id, principal=owed[0] + 7),
        RepaidAs(SECOND.id, principal=owed[1]),
    )


def test_what_is_too_much_is_refused_when_it_is_posted() -> None:
    facts = two_loans()
    for column in (Column.INTEREST, Column.PRINCIPAL):
        lines = lines_of(sheet((KHAM.id, column, 5_000_000)), facts)
        with pytest.raises(PartAboveDue):
            entries_of(lines, facts)


def test_who_has_no_loan_pays_no_interest() -> None:
    with pytest.raises(NoLoanToPay) as refused:
        lines_of(sheet((NOY.id, Column.INTEREST, 5_000)), day_facts())
    assert refused.value == NoLoanToPay(member=NOY.told, given=5_000)


def test_a_fine_pays_the_late_loan_and_then_the_missed_months() -> None:
    facts = with_saving(
        day_facts(loans={LATE.id: LATE}, saved={}), missed=MissedMonth.FINED, missed_fine=2_000
    )
    cells = sheet((KHAM.id, Column.FINE, 11_000))
    lines = lines_of(cells, facts)
    assert lines == (RepaidAs(LATE.id, fine=5_000), FeePaid(KHAM.id, Fee.MISSED, 6_000))
    assert entries_of(lines, facts)
    more = sheet((KHAM.id, Column.FINE, 11_001))
    with pytest.raises(MissedFineAboveDue):
        entries_of(lines_of(more, facts), facts)


def test_a_fee_is_the_entry_fee_and_then_passbooks() -> None:
    new = day_facts(fees_paid={})
    entry, book = FeePaid(KEO.id, Fee.ENTRY, 10_000), FeePaid(KEO.id, Fee.PASSBOOK, 8_000)
    assert lines_of(sheet((KEO.id, Column.FEE, 18_000)), new) == (entry, book)
    assert lines_of(sheet((KEO.id, Column.FEE, 10_000)), new) == (entry,)
    assert lines_of(sheet((KEO.id, Column.FEE, 8_000)), day_facts()) == (book,)
    again = lines_of(sheet((DALA.id, Column.FEE, 8_000)), new)
    assert again == (FeePaid(DALA.id, Fee.PASSBOOK, 8_000),)
    with pytest.raises(FeeDiffers):
        entries_of(lines_of(sheet((KEO.id, Column.FEE, 9_000)), new), new)


def test_whoever_pays_what_is_due_is_accepted_and_owes_nothing() -> None:
    facts = with_saving(
        day_facts(fees_paid={}, loans={LATE.id: LATE}),
        missed=MissedMonth.FINED,
        missed_fine=2_000,
    )
    dues = [due_of(facts, member) for member in MEMBERS]
    cells = [(due.member, column, due.of(column)) for due in dues for column in Column]
    entries = entries_of(lines_of(sheet(*cells), facts), facts)
    paid = sum(t.kip for entry in entries for t in entry.transfers)
    assert paid == sum(kip for _, _, kip in cells)
    assert paid > 2_500_000


@given(st.dictionaries(st.sampled_from(Column), st.integers(0, 5_000_000)))
def test_every_typed_kip_is_in_some_line(typed: dict[Column, int]) -> None:
    facts = with_saving(two_loans(), missed=MissedMonth.CARRIED)
    cells = sheet(*((KHAM.id, column, kip) for column, kip in typed.items()))
    found = 0
    for line in lines_of(cells, facts):
        if isinstance(line, RepaidAs):
            found += line.fine + line.interest + line.principal
        else:
            assert isinstance(line, Deposit | VoluntaryDeposit | WelfarePaid | FeePaid)
            found += line.kip
    assert found == sum(typed.values())


@given(st.integers(0, 1_000), st.lists(st.integers(0, 300), max_size=6))
def test_limits_are_filled_in_their_order(kip: int, limits: list[int]) -> None:
    parts, over = spread(kip, limits)
    assert sum(parts) + over == kip
    full = [part == limit for part, limit in zip(parts, limits, strict=True)]
    assert all(full) or over == 0
    after = parts[full.index(False) + 1 :] if False in full else ()
    assert not any(after)


# --- the box -------------------------------------------------------------------------------


def counted(total: int, *, reason: str = "") -> Sheet:
    closing = CashCount(notes=((500, total // 500),))
    return replace(sheet(), closing=closing, difference_reason=reason)


def test_the_box_is_counted_before_anybody_signs() -> None:
    with pytest.raises(BoxNotCounted):
        check_sign(sheet(), expected=0)
    assert difference_line(sheet(), expected=5_000) is None


def test_a_box_that_agrees_needs_no_reason() -> None:
    check_sign(counted(10_000), expected=10_000)
    assert difference_line(counted(10_000, reason="?"), expected=10_000) is None


@pytest.mark.parametrize("total", [9_500, 10_500])
def test_a_difference_is_written_down_with_its_reason(total: int) -> None:
    for reason in ("", "  "):
        with pytest.raises(BoxDiffers) as refused:
            check_sign(counted(total, reason=reason), expected=10_000)
        assert refused.value == BoxDiffers(counted=total, expected=10_000)
    explained = counted(total, reason=" ທອນຜິດ ")
    check_sign(explained, expected=10_000)
    assert difference_line(explained, expected=10_000) == CashDiffers(total - 10_000, "ທອນຜິດ")


def test_notes_are_added_up() -> None:
    assert CashCount(((500, 3), (100_000, 2))).total == 201_500
