"""The texts that the group has written for its papers: they stand in the trail, act by act."""

import json
from collections.abc import Mapping

from ledger.book.shelf import Shelf
from ledger.rules.paper_texts import LoanText
from ledger.rules.permits import Act
from ledger.rules.transfers import LoanId

_TEXTS = "SELECT facts FROM event WHERE act IN (?, ?) AND seq <= ? ORDER BY seq"
_LAST_ACT = "SELECT coalesce(max(seq), 0) FROM event"
_SIGNED = "SELECT event FROM loan_act WHERE loan = ? AND kind = 'contract' ORDER BY id DESC LIMIT 1"


def read_loan_texts(
    shelf: Shelf, *, signed: LoanId | None = None
) -> Mapping[LoanText, Mapping[str, str]]:
    """The texts of the papers of a loan that are the group's own now, by language.

    The newest one counts; a paper that was put back to the standard text has none. With `signed`
    they are those of the act by which the contract of that loan was written down, if it was.
    """
    texts: dict[LoanText, dict[str, str]] = {}
    found = [] if signed is None else shelf.rows(_SIGNED, (signed,))
    (until,) = found[0] if found else shelf.one(_LAST_ACT)
    acts = (Act.WRITE_PAPER_TEXT, Act.STANDARD_PAPER_TEXT)
    for (facts,) in shelf.rows(_TEXTS, (*acts, until)):
        told = json.loads(facts)
        own = texts.setdefault(LoanText(told["paper"]), {})
        if told.get("text"):
            own[told["language"]] = told["text"]
        else:
            own.pop(told["language"], None)
    return texts
