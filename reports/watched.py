"""What a report says of how the book was kept: PINs set anew, copies put back, who may do what."""

from ledger.statements.trail import Watched
from reports.flow import Flow
from reports.style import MM, TABLE, thin
from reports.trail_words import act_sentence, doer, when


def draw_watched(flow: Flow, watched: Watched | None) -> None:
    """A sentence about the PINs, and one for each act that everybody should hear of."""
    if watched is None:
        return
    words = flow.paper.words
    flow.heading(words.say("Who wrote, and how the book was kept"), below=14 * MM)
    flow.text(pins_sentence(flow, watched), thin(TABLE))
    if watched.rehearsals:
        rehearsed = words.say_many(
            "A copy of the book was rehearsed {n} time and was good.",
            "Copies of the book were rehearsed {n} times and were good.",
            watched.rehearsals,
        )
        flow.text(rehearsed, thin(TABLE))
    for row in watched.acts:
        told = words.say(
            "№ {number}, {when}: {sentence} {who}",
            number=words.number(row.number),
            when=when(words, row),
            sentence=act_sentence(words, row),
            who=doer(words, row),
        )
        flow.text(told, thin(TABLE))


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
