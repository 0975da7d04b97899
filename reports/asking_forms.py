"""Forms on which somebody asks for something, to be written by hand: to join, or a benefit."""

from collections.abc import Sequence

from reports.attendance import blank_head
from reports.flow import Flow
from reports.form_set import FormFacts
from reports.hand_grid import HandGrid, write_on, write_two
from reports.page import Paper
from reports.ruled import draw_ruled
from reports.shell import Said, Shell
from reports.signatures import CLOSE, close_height, draw_places, usual_places
from reports.style import BODY, MM, thin
from reports.tables import Column, name_cell
from translations.words import Words

_ROW = 8 * MM
_HEIRS = 3
_CONFIRM = 2
_ABOVE = 3 * MM


def draw_blank_joining(words: Words, into: Paper, facts: FormFacts) -> None:
    """The application to join: who she is, who inherits by percent, and what the meeting said."""
    shell = Shell(words, Said(facts.group, words.say("Application to join")), into=into)
    flow = shell.flow
    shell.head()
    blank_head(flow, facts.group)
    _lines(
        flow,
        words.say("Name"),
        words.say("Born on"),
        words.say("Household"),
        words.say("Village unit"),
        words.say("Phone"),
        words.say("Parent or guardian (for a child)"),
        words.say("Will save each month ({unit})", unit=words.unit),
    )
    flow.heading(words.say("Who gets the money if the member dies"), below=40 * MM)
    _grid(
        flow,
        (words.say("Name"), words.say("Relation"), words.say("Percent")),
        (0.5, 0.3, 0.2),
        [""] * _HEIRS,
    )
    flow.text(words.say("The percentages together must be 100."), thin(BODY))
    asks = words.say("I want to become a member, and will keep the rules of the group.")
    witness = words.say("Witness")
    _sign(flow, asks, words.say("Applicant"), witness, witness)
    _decided(flow, words.say("Member's number"))
    shell.finish()


def draw_blank_claim(words: Words, into: Paper, facts: FormFacts) -> None:
    """A claim to the welfare fund: what happened, the proof, who confirms it, and the money."""
    shell = Shell(words, Said(facts.group, words.say("Claim on the welfare fund")), into=into)
    flow = shell.flow
    shell.head()
    blank_head(flow, facts.group)
    _lines(
        flow,
        words.say("Member's number"),
        words.say("Name"),
        words.say("What for"),
    )
    write_two(flow, (words.say("First day"), ""), (words.say("Last day"), ""))
    _lines(
        flow,
        words.say("How many nights, days, months"),
        words.say("Amount by the table of benefits ({unit})", unit=words.unit),
        words.say("Evidence"),
    )
    draw_ruled(flow, 1)
    flow.gap(4 * MM)
    _grid(
        flow,
        (words.say("Who signs"), words.say("Name"), words.say("Signature or thumbprint")),
        (0.24, 0.38, 0.38),
        (words.say("Who asks for the benefit"), *[words.say("Who confirms it")] * _CONFIRM),
    )
    _decided(flow, words.say("Amount that is paid ({unit})", unit=words.unit))
    who = (words.say("Who gets the money"), words.say("Paid by"), words.say("Witness"))
    _sign(flow, words.say("The money was handed over:"), *who)
    shell.finish()


def _decided(flow: Flow, last: str) -> None:
    """What the committee said, under which number, and who signs for it."""
    words = flow.paper.words
    flow.heading(words.say("What the committee decided"), below=35 * MM)
    write_two(flow, (words.say("Number of the decision"), ""), (last, ""))
    _lines(flow, words.say("Approved, or refused and why"))
    officers = usual_places(words)
    draw_places(flow, officers, height=close_height(flow, officers)[0], above=CLOSE)


def _lines(flow: Flow, *labels: str) -> None:
    for label in labels:
        write_on(flow, label, flow.width)


def _grid(flow: Flow, heads: Sequence[str], shares: Sequence[float], names: Sequence[str]) -> None:
    """A row for each of the `names`, which stand in its first column."""
    columns = [Column(head, flow.width * share) for head, share in zip(heads, shares, strict=True)]
    grid = HandGrid(flow, columns, row_height=_ROW)
    grid.head()
    for name in names:
        grid.row([name_cell(name)])
    grid.end()
    flow.gap(2 * MM)


def _sign(flow: Flow, sentence: str, *who: str) -> None:
    """What is signed for, and a line to sign on for each of them."""
    places = [(one, "") for one in who]
    draw_places(flow, places, sentence, height=close_height(flow, places)[0], above=_ABOVE)
