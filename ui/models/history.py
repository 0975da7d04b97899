"""The trail of who did what as a table, one plain sentence for each act."""

from collections.abc import Sequence

from ledger.statements.history import HistoryRow
from reports.trail_words import act_sentence, doer, when
from translations import Words
from translations.sorting import fold
from ui.models.rows import Column


def find(words: Words, rows: Sequence[HistoryRow], text: str) -> list[HistoryRow]:
    """The acts in whose sentence every word of the text stands."""
    wanted = [fold(part) for part in text.split()]
    if not wanted:
        return [*rows]
    return [row for row in rows if all(part in _folded(words, row) for part in wanted)]


def columns_of(words: Words) -> Sequence[Column[HistoryRow]]:
    """The columns of the trail."""
    return (
        Column(words.say("No."), lambda row: words.number(row.number), figures=True),
        Column(words.say("When"), lambda row: when(words, row)),
        Column(words.say("What was done"), lambda row: act_sentence(words, row)),
        Column(words.say("Who"), lambda row: doer(words, row)),
    )


def _folded(words: Words, row: HistoryRow) -> str:
    return fold(" ".join((act_sentence(words, row), doer(words, row), when(words, row))))
