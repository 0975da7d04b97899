"""What a reminder says of the next meeting: its day, and what of the sum falls due until then."""

import re

from ledger.statements.loan_papers import LoanPaper
from reports.filled import Gap, Given, Part
from reports.loan_gaps import day_parts, money_parts
from reports.style import MM
from translations.marks import N_
from translations.words import Words

_PLACE = re.compile(r"\{(\w+)\}")
_GAPS = {"day": 50 * MM, "more": 34 * MM}


def meeting_parts(words: Words, paper: LoanPaper | None) -> list[Part]:
    """The sentence with what the book knows, or with gaps on a form.

    Nothing where the paper knows of no meeting.
    """
    if paper is None:
        return _parts(words, _both(words), {})
    if paper.meeting is None:
        return []
    given = {"day": words.long_day(paper.meeting)}
    if not paper.due_by_then:
        return _parts(words, words.template(N_("The next meeting is on {day}.")), given)
    given["more"] = words.money(paper.due_by_then)
    return _parts(words, _both(words), given)


def _both(words: Words) -> str:
    return words.template(
        N_(
            "The next meeting is on {day}. The sum includes {more} of this loan that falls due by "
            "then."
        )
    )


def _parts(words: Words, text: str, given: dict[str, str]) -> list[Part]:
    parts: list[Part] = []
    end = 0
    for place in _PLACE.finditer(text):
        parts.append(text[end : place.start()])
        end = place.end()
        name = place.group(1)
        if given:
            parts.append(Given(given[name]))
        else:
            gap = Gap(_GAPS[name])
            parts += day_parts(words, gap) if name == "day" else money_parts(words, gap)
    parts.append(text[end:])
    return [part for part in parts if part]
