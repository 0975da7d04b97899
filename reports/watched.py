"""What a report says of how the book was kept: PINs set anew, copies put back, who may do what."""

from collections.abc import Iterator, Sequence

from ledger.statements.trail import Watched
from reports.flow import Flow
from reports.style import MM, TABLE, thin
from reports.trail_words import act_sentence, doer, when

_HEAD = 15.5 * MM
_UNDER_HEAD = 1.2 * MM
"""What a heading leaves free below itself."""


def draw_watched(flow: Flow, watched: Watched | None, *, below: float = 0.0) -> None:
    """A sentence about the PINs, and one for each act that everybody should hear of.

    What comes `below`, in points, is on the same page, where one page can hold it all.
    """
    if watched is None:
        return
    style, told = thin(TABLE), list(_told(flow, watched))
    height = _text_height(flow, told) + below
    fits = height < flow.whole - 2 * _HEAD
    heading = flow.paper.words.say("Who wrote, and how the book was kept")
    flow.heading(heading, below=_UNDER_HEAD + (max(height, _HEAD) if fits else _HEAD))
    for text in told[:-1]:
        flow.text(text, style)
    flow.need(min(_text_height(flow, told[-1:]) + below, flow.whole))
    flow.text(told[-1], style)


def watched_height(flow: Flow, watched: Watched | None) -> float:
    """How much `draw_watched` needs, in points."""
    return 0.0 if watched is None else _HEAD + _text_height(flow, tuple(_told(flow, watched)))


def _text_height(flow: Flow, told: Sequence[str]) -> float:
    style = thin(TABLE)
    return sum(len(flow.paper.lines(text, style, flow.width)) for text in told) * style.leading


def _told(flow: Flow, watched: Watched) -> Iterator[str]:
    words = flow.paper.words
    yield pins_sentence(flow, watched)
    if watched.rehearsals:
        yield words.say_many(
            "A copy of the book was rehearsed {n} time and was good.",
            "Copies of the book were rehearsed {n} times and were good.",
            watched.rehearsals,
        )
    for row in watched.acts:
        yield words.say(
            "No. {number}, {when}: {sentence} {who}",
            number=words.number(row.number),
            when=when(words, row),
            sentence=act_sentence(words, row),
            who=doer(words, row),
        )


def pins_sentence(flow: Flow, watched: Watched) -> str:
    """Whether a name on a line was proved with a PIN."""
    words = flow.paper.words
    if not watched.pins:
        return words.say(
            "The group runs without PINs: the name says who wrote, and nobody had to prove it."
        )
    return words.say(
        "{pins} of {officers} officers prove with a PIN that it is they who write.",
        pins=words.number(watched.pins),
        officers=words.number(watched.officers),
    )
