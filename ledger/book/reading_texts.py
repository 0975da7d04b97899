"""The texts that the group has written for its papers: they stand in the trail, act by act."""

import json
from collections.abc import Mapping

from ledger.book.shelf import Shelf
from ledger.rules.paper_texts import LoanText
from ledger.rules.permits import Act

_TEXTS = "SELECT facts FROM event WHERE act IN (?, ?) ORDER BY seq"


def read_loan_texts(shelf: Shelf) -> Mapping[LoanText, Mapping[str, str]]:
    """The texts of the papers of a loan that are the group's own now, by language.

    The newest one counts; a paper that was put back to the standard text has none.
    """
    texts: dict[LoanText, dict[str, str]] = {}
    for (facts,) in shelf.rows(_TEXTS, (Act.WRITE_PAPER_TEXT, Act.STANDARD_PAPER_TEXT)):
        told = json.loads(facts)
        own = texts.setdefault(LoanText(told["paper"]), {})
        if told.get("text"):
            own[told["language"]] = told["text"]
        else:
            own.pop(told["language"], None)
    return texts
