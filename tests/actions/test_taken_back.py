"""Every act that moves money, taken back: the book is as before, and the act can be done again."""

import contextlib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ledger.actions.counter import reverse_entry
from ledger.actions.rulebook import adopt_rulebook
from ledger.actions.year_end import close_year
from ledger.book.book import Book
from ledger.rules.closing import plan_close
from ledger.rules.day_facts import DayFacts
from ledger.rules.lines import (
    FundGift,
    Line,
    ToBank,
)
from ledger.rules.lines_saving import VoluntaryDeposit
from ledger.rules.posting import POSTINGS
from ledger.rules.refusals import Refusal
from ledger.rules.taking_back import NotToBeTakenBack
from ledger.rules.transfers import EntryNumber, Transfer
from tests.actions.taken_back_cases import AFTER, CASES, JANUARY, RULES, write
from tests.closings import HEAD, KEEPER, YEAR, a_year
from tests.villages import (
    BANK,
    NOY,
    RESERVE,
    WELFARE,
    two,
)


@pytest.fixture
def book(tmp_path: Path) -> Any:
    """The village after its closing, with money in every place, under rules that allow all."""
    book = a_year(tmp_path / "village.book")
    plan = plan_close(book.year_facts(YEAR, AFTER))
    close_year(book, HEAD, plan=plan, signers=(KEEPER,), today=AFTER)
    adopt_rulebook(book, two(HEAD), rulebook=RULES)
    gifts = (FundGift(WELFARE, 400_000), FundGift(RESERVE, 300_000), ToBank(BANK, 200_000))
    write(book, *gifts, VoluntaryDeposit(NOY.id, 90_000), day=JANUARY)
    yield book
    book.close()


def standing(book: Book) -> dict[str, Any]:
    """Everything that the rules go by, without what has come to nothing."""
    facts = book.day_facts(AFTER, AFTER)

    def some(sums: Any) -> Any:
        return {key: kip for key, kip in sums.items() if kip}

    months = (facts.saved, facts.welfare_paid, facts.missed_paid)
    return {
        "balances": some(facts.balances),
        "cash": facts.cash_low,
        "savings": facts.savings,
        "voluntary": facts.voluntary,
        "dividends": facts.dividends,
        "settlements": facts.settlements,
        "findings": facts.findings,
        "fees": some(facts.fees_paid),
        "months": [some({m: some(hers) for m, hers in sums.items()}) for sums in months],
        "notices": [(n.member, n.left) for hers in facts.notices.values() for n in hers],
        "claims": {c: k.paid for c, k in facts.welfare.claims.items()},
        "interest": [(posted.span, posted.kip) for posted in book.interest_posted()],
        "loans": {r.loan.id: (r.state.principal, r.state.stage) for r in book.loan_rows(AFTER)},
        "lent": {b.borrowing.lender: b.state.principal for b in book.group_loan_rows(AFTER)},
        "borrowed": {b.borrowing.lender: b.state.principal for b in book.borrowing_rows(AFTER)},
    }


def last_entry(book: Book) -> EntryNumber:
    return book.entries(date(2026, 1, 1), AFTER)[-1].number


@pytest.mark.parametrize("name", CASES)
def test_taken_back_it_is_as_if_it_had_not_been(book: Book, name: str) -> None:
    case = CASES[name]
    case.before(book)
    before, since = standing(book), last_entry(book)
    case.act(book)
    done = standing(book)
    assert done != before
    numbers = range(last_entry(book), since, -1)
    if case.refused:
        for number in numbers:
            with pytest.raises(NotToBeTakenBack):
                take_back(book, EntryNumber(number))
        assert standing(book) == done
    else:
        for number in numbers:
            take_back(book, EntryNumber(number))
        assert standing(book) == before
        case.act(book)
        assert standing(book) == done
    assert book.check() == ()


def take_back(book: Book, number: EntryNumber) -> None:
    reverse_entry(book, KEEPER, number=number, reason="ຂຽນຜິດ", today=AFTER)


def test_every_kind_of_line_is_tried(monkeypatch: pytest.MonkeyPatch, book: Book) -> None:
    """A new kind of line gets its case here, before anybody needs to take it back."""
    seen = set[type]()
    for kind, post in list(POSTINGS.items()):

        def watch(line: Line, facts: DayFacts, post: Any = post) -> tuple[Transfer, ...]:
            seen.add(type(line))
            moved: tuple[Transfer, ...] = post(line, facts)
            return moved

        monkeypatch.setitem(POSTINGS, kind, watch)
    for case in CASES.values():
        for act in (case.before, case.act):
            # What one case has done may stand in another's way; its line is tried all the same.
            with contextlib.suppress(Refusal):
                act(book)
    assert seen == set(POSTINGS)
