"""The texts of the papers of loans, the group's own and those signed: all stand in the trail."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ledger.book.shelf import Shelf
from ledger.rules.paper_texts import LoanText
from ledger.rules.permits import Act
from ledger.rules.transfers import Kind, LoanId

_OWN = "SELECT facts FROM event WHERE act IN (?, ?) ORDER BY seq"
_OF_PAPER = (
    "SELECT seq, act, facts FROM event WHERE (act IN (:write, :standard) OR (act = :print"
    " AND json_extract(facts, '$.loan') = :loan AND json_extract(facts, '$.addendum') = :addendum))"
    " AND json_extract(facts, '$.paper') = :paper ORDER BY seq"
)
_SIGNED = "SELECT event FROM loan_act WHERE loan = ? AND kind = 'contract' ORDER BY id DESC LIMIT 1"
_HANDED_OVER = (
    "SELECT min(e.event) FROM transfer AS t JOIN entry AS e ON e.number = t.entry"
    " WHERE t.loan = ? AND t.kind = ?"
)


def read_loan_texts(shelf: Shelf) -> Mapping[LoanText, Mapping[str, str]]:
    """The texts of the papers of a loan that are the group's own now, by language.

    The newest one counts; a paper that was put back to the standard text has none.
    """
    texts: dict[LoanText, dict[str, str]] = {}
    for (facts,) in shelf.rows(_OWN, (Act.WRITE_PAPER_TEXT, Act.STANDARD_PAPER_TEXT)):
        told = json.loads(facts)
        _take(texts.setdefault(LoanText(told["paper"]), {}), told)
    return texts


def read_signed_texts(
    shelf: Shelf, loan: LoanId, which: LoanText, *, addendum: int
) -> Mapping[str, str]:
    """The texts of a paper of a loan that is signed, by language, as they were when it was.

    `addendum` is which one of the loan it is, 0 for another paper. A contract is signed when that
    is written down, or else when the first money is handed over; an addendum when it is printed.
    Of what happened before, the newest counts: the text of a print, or what the group wrote. From
    then on only a print says more, of a language in which there was none. What is not signed yet
    has the texts that the group has now.
    """
    acts = _acts(shelf, loan, which, addendum)
    prints = [seq for seq, act, _ in acts if act == Act.PRINT_CONTRACT]
    signed = min(prints, default=None) if addendum else _signed(shelf, loan)
    texts: dict[str, str] = {}
    for seq, act, told in acts:
        if _counts(act, seq, signed):
            _take(texts, told)
    return texts


def _counts(act: str, seq: int, signed: int | None) -> bool:
    """Whether an act says with what text the paper is printed."""
    printed = act == Act.PRINT_CONTRACT
    return not printed if signed is None else printed or seq <= signed


def read_printed_text(
    shelf: Shelf, loan: LoanId, which: LoanText, *, addendum: int, language: str
) -> str | None:
    """The text with which a paper was last printed to be signed; nothing where it never was."""
    found = [
        str(told["text"])
        for _, act, told in _acts(shelf, loan, which, addendum)
        if act == Act.PRINT_CONTRACT and told["language"] == language
    ]
    return found[-1] if found else None


def _acts(
    shelf: Shelf, loan: LoanId, which: LoanText, addendum: int
) -> list[tuple[int, str, dict[str, Any]]]:
    facts = {
        "write": Act.WRITE_PAPER_TEXT,
        "standard": Act.STANDARD_PAPER_TEXT,
        "print": Act.PRINT_CONTRACT,
        "loan": loan,
        "paper": which.value,
        "addendum": addendum,
    }
    rows: Iterable[tuple[int, str, str]] = shelf.rows(_OF_PAPER, facts)
    return [(seq, act, json.loads(told)) for seq, act, told in rows]


def _signed(shelf: Shelf, loan: LoanId) -> int | None:
    """The number of the act by which a contract was signed, if it was."""
    found = shelf.rows(_SIGNED, (loan,))
    if found:
        return int(found[0][0])
    (event,) = shelf.one(_HANDED_OVER, (loan, Kind.PAY_OUT.value))
    return None if event is None else int(event)


def _take(texts: dict[str, str], told: Mapping[str, Any]) -> None:
    """The text of an act holds from now on; the standard one is none of the group's."""
    if told.get("text"):
        texts[told["language"]] = told["text"]
    else:
        texts.pop(told["language"], None)
