"""What one form sends twice is written once; what two forms say is written twice."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.actions import meeting
from ledger.actions.members import add_member
from ledger.actions.record import record_day
from ledger.book.book import Book
from ledger.rules.accounts import SAVINGS
from ledger.rules.lines import Deposit, FundGift, Line
from ledger.rules.meeting_values import SheetKind
from ledger.rules.people import Actor
from ledger.rules.refusals import WrittenAlready
from tests.villages import DAY, KHAM, TODAY, WELFARE, actor
from ui.one_time import key_of, one_time_key

KEEPER = actor()
PAID = Deposit(KHAM.id, 20_000)


def _pay(book: Book, who: Actor, line: Line = PAID) -> None:
    record_day(book, who, day=DAY, lines=(line,), today=TODAY)


def test_an_act_sent_twice_by_one_form_is_one_act(book: Book) -> None:
    form = replace(KEEPER, once=one_time_key())
    before = book.balances()[SAVINGS]
    _pay(book, form)
    (act,) = book.history(1)
    with pytest.raises(WrittenAlready) as refused:
        _pay(book, form)
    assert refused.value.act == act.number
    assert book.history(1) == (act,)
    assert book.balances()[SAVINGS] - before == 20_000
    assert book.check() == ()


def test_two_real_payments_from_two_forms_are_two(book: Book) -> None:
    before = book.balances()[SAVINGS]
    for _ in range(2):
        _pay(book, replace(KEEPER, once=one_time_key()))
    assert book.balances()[SAVINGS] - before == 40_000


def test_a_form_can_do_nothing_else_under_a_used_key(book: Book) -> None:
    """A key is of one filling of one form, whatever it is sent with the second time."""
    form = replace(KEEPER, once=one_time_key())
    _pay(book, form)
    with pytest.raises(WrittenAlready):
        add_member(book, form, member=replace(KHAM, number="099"))


def test_it_is_said_before_a_rule_finds_that_it_is_too_late(book: Book) -> None:
    form = replace(KEEPER, once=one_time_key())
    new = replace(KHAM, number="099", name="ບົວ ສີສະຫວັດ")
    add_member(book, form, member=new)
    with pytest.raises(WrittenAlready):
        add_member(book, form, member=new)


def test_a_line_in_pencil_is_written_once(book: Book) -> None:
    kind = SheetKind.MEETING
    meeting.open_sheet(book, KEEPER, day=DAY, kind=kind, opening=None, today=TODAY)
    sheet = book.open_sheet()
    assert sheet is not None
    form = replace(KEEPER, once=one_time_key())
    gift = FundGift(WELFARE, 5_000, "ສາລາ")
    meeting.pencil_line(book, form, sheet=sheet.id, line=gift)
    with pytest.raises(WrittenAlready) as refused:
        meeting.pencil_line(book, form, sheet=sheet.id, line=gift)
    assert refused.value.act is None
    meeting.pencil_line(book, replace(form, once=one_time_key()), sheet=sheet.id, line=gift)
    assert [one.line for one in book.sheet(sheet.id).lines] == [gift, gift]


def test_a_thousand_forms_sent_twice_are_a_thousand_acts(book: Book) -> None:
    before = book.balances()[SAVINGS]
    refused = 0
    for _ in range(1_000):
        form = replace(KEEPER, once=one_time_key())
        for _ in range(2):
            try:
                _pay(book, form)
            except WrittenAlready:
                refused += 1
    assert (refused, book.balances()[SAVINGS] - before) == (1_000, 20_000 * 1_000)


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_the_key_of_a_file_is_the_one_of_what_stands_in_it(
    one: list[str], other: list[str]
) -> None:
    assert (key_of(*one) == key_of(*other)) == (one == other)
    assert 8 <= len(key_of(*one)) <= 64
