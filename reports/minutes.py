"""The minutes of one meeting on A4: what was decided, the money, who was there, places to sign."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ledger.rules.decisions import Decision
from ledger.rules.meeting_values import Attendance
from ledger.statements.meeting_papers import AttendanceRow, MinutesPaper, by_mark
from ledger.statements.minutes_acts import DecidedAct
from reports.attendance import blank_head, blank_unit
from reports.flow import Flow
from reports.form_set import BLANK, FormFacts
from reports.hand_grid import HandGrid, write_on
from reports.name_columns import NameColumns
from reports.page import Paper, whole_line
from reports.shell import Said, Shell
from reports.signatures import draw_places, draw_signatures, places_height, usual_places
from reports.style import BODY, MM, SUBHEADING, strong, thin
from reports.tables import Cell, Column, Look, Row, Table, amount_cell, blank_cell, name_cell
from reports.text.fitting import Line
from reports.trail_told import told_sentence
from reports.watched import draw_watched, watched_height
from translations.money import NO_BREAK
from translations.naming import word
from translations.words import Words

_RULED = 8.5 * MM
_LINE = 6 * MM
"""What stands under the head of those whose names are elsewhere."""
_LOOK = Look(size=9, row_height=5.4 * MM)
_AFTER = 1.5 * MM
"""Below the names of one mark."""
_CLEAR = 2 * MM
"""Between a heading and its table."""
_MOST_NAMES = 60
"""Of more members than these who were present nobody reads the names out."""


def print_minutes(given: MinutesPaper, words: Words, out: Path) -> int:
    """Print the minutes into a PDF file; returns the number of pages. Raises PrinterTrouble."""
    sheet = given.grid.sheet
    title = words.say("Minutes of meeting {number}", number=words.number(sheet.number))
    shell = Shell(words, Said(given.group, title, given.printed))
    shell.head(words.long_day(sheet.day))
    _decisions(shell.flow, given)
    _money(shell.flow, given)
    signed = _signed_height(shell.flow, given)
    _people(shell.flow, given.there, below=signed + watched_height(shell.flow, given.watched))
    _signed(shell.flow, given)
    return shell.save(out)


def draw_blank_minutes(words: Words, into: Paper, facts: FormFacts) -> None:
    """Blank minutes of two pages for writing by hand."""
    title = words.say("Minutes of meeting {number}", number=BLANK)
    shell = Shell(words, Said(facts.group, title), into=into)
    flow = shell.flow
    shell.head()
    blank_head(flow, facts.group)
    for mark in Attendance:
        write_on(flow, word(words, "attendance", mark.value), 110 * MM)
    flow.heading(words.say("Decisions"), below=20 * MM)
    columns = (
        Column(words.say("No."), 18 * MM),
        Column(words.say("What was decided"), flow.width - 54 * MM),
        Column(words.say("For"), 18 * MM),
        Column(words.say("Against"), 18 * MM),
    )
    grid = HandGrid(flow, columns, row_height=_RULED)
    grid.head()
    while flow.room >= _RULED:
        grid.row()
    grid.end()
    flow.next_page()
    flow.heading(words.say("Money at the meeting"), below=20 * MM)
    blank_unit(flow)
    for label in (
        words.say("Cash before the meeting"),
        words.say("Came in, total"),
        words.say("Went out, total"),
        words.say("Should be in the box"),
        words.say("Counted"),
        words.say("Difference"),
        words.say("Reason"),
    ):
        write_on(flow, label, flow.width)
    flow.gap(6 * MM)
    roles = [(word(words, "role", role.value), "") for role in facts.roles]
    read_out = words.say("These minutes were read out and agreed.")
    draw_places(flow, roles or usual_places(words), read_out)
    shell.finish()


class _Told(NamedTuple):
    """Those of one mark: a head with how many they are, and their names, unless too many."""

    head: Line
    names: NameColumns | None

    def least(self, below: float) -> float:
        """How much must be free where they begin, in points; `below` comes under the last."""
        names = self.names.least(below) if self.names else _LINE + below
        return self.head.style.leading + names


def _people(flow: Flow, rows: Sequence[AttendanceRow], *, below: float) -> None:
    """Who was there. The last of them are on one page with what comes `below`, in points."""
    words, found = flow.paper.words, by_mark(rows)
    none = [_counted(words, mark, 0) for mark in Attendance if not found.get(mark)]
    # Counts of nobody stand side by side: a line for each reads like a part that was left empty.
    nobody = flow.paper.lines(",  ".join(none), strong(SUBHEADING), flow.width) if none else []
    below += sum(line.style.leading for line in nobody) + _AFTER
    told = [_told(flow, mark, found[mark]) for mark in (*Attendance, None) if found.get(mark)]
    unders = [0.0] * (len(told) - 1) + [below]
    least = told[0].least(unders[0]) if told else below
    heading = words.say("Attendance")
    flow.heading(heading, below=min(least, flow.whole - 20 * MM))
    with flow.going_on(words.say("{heading} (continued)", heading=heading)):
        for one, under in zip(told, unders, strict=False):
            flow.need(one.least(under))
            flow.line(one.head)
            if one.names:
                one.names.draw(under)
            else:
                flow.text(words.say("Their names are on the attendance sheet."), thin(BODY))
            flow.gap(_AFTER)
        for line in nobody:
            flow.line(line)


def _told(flow: Flow, mark: Attendance | None, own: Sequence[AttendanceRow]) -> _Told:
    said = _counted(flow.paper.words, mark, len(own))
    head = whole_line(said, strong(SUBHEADING), flow.width)
    if mark is Attendance.PRESENT and len(own) > _MOST_NAMES:
        return _Told(head, None)
    return _Told(head, NameColumns(flow, [(row.number, row.name) for row in own], thin(9)))


def _counted(words: Words, mark: Attendance | None, count: int) -> str:
    name = word(words, "attendance", mark.value) if mark else words.say("Not marked")
    # A mark and its number are not parted where a line ends.
    return f"{name}:{NO_BREAK}{words.number(count)}"


def _decisions(flow: Flow, given: MinutesPaper) -> None:
    words, decisions = flow.paper.words, given.decisions
    flow.heading(words.say("Decisions"), below=12 * MM)
    if not decisions:
        flow.text(words.say("No decision was written down at this meeting."), thin(BODY))
    for decision in decisions:
        _decision(flow, given, decision)


def _decision(flow: Flow, given: MinutesPaper, decision: Decision) -> None:
    """One decision, all on one page unless it is long: nobody looks for its votes overleaf."""
    paper, words = flow.paper, flow.paper.words
    about = word(words, "subject", decision.subject.value)
    head = whole_line(f"{decision.number}  ·  {about}", strong(SUBHEADING), flow.width)
    acts = given.acts.get(decision.number, ())
    said = [decision.text]
    for act in acts:
        said += [told_sentence(words, given, act), *_new_days(words, act)]
    if votes := _votes_said(words, decision, acts):
        said.append(votes)
    if decision.corrects:
        said.append(words.say("Takes the place of {number}.", number=decision.corrects))
    broken = [line for text in said for line in paper.lines(text, thin(BODY), flow.width)]
    height = head.style.leading + sum(line.style.leading for line in broken)
    flow.need(height if height < flow.whole / 3 else 15 * MM)
    flow.line(head)
    for text in said:
        flow.text(text, thin(BODY))
    flow.gap(1.5 * MM)


def _new_days(words: Words, act: DecidedAct) -> Iterator[str]:
    """The due days that a loan got: who was not there reads here when something is to be paid."""
    if not act.plan:
        return
    first, last = words.long_day(act.plan[0].due), words.long_day(act.plan[-1].due)
    kip = words.money(sum(part.kip for part in act.plan))
    if len(act.plan) == 1:
        yield words.say("The new due day: {day}, {kip}.", day=first, kip=kip)
        return
    yield words.say(
        "{n} new due days: the first on {first}, the last on {last}; {kip} altogether.",
        n=words.number(len(act.plan)),
        first=first,
        last=last,
        kip=kip,
    )


def _votes_said(words: Words, decision: Decision, acts: Sequence[DecidedAct]) -> str:
    """How many were for it and against it: as counted, else by the names of who agreed.

    Where nobody counted it is said so: a line that is missing reads like one that was forgotten.
    """
    named = {act.votes for act in acts if act.votes}
    if decision.votes_for is not None and decision.votes_against is not None:
        named = {(decision.votes_for, decision.votes_against)}
    if not named:
        return words.say("Decided without counting votes")
    if len(named) > 1:
        return ""  # One decision on several loans may have other votes for each.
    for_it, against = map(words.number, named.pop())
    return words.say("{for_it} for it, {against} against", for_it=for_it, against=against)


def _money(flow: Flow, given: MinutesPaper) -> None:
    words, grid = flow.paper.words, given.grid
    unit = words.unit
    columns = (
        Column(words.say("Amounts in {unit}", unit=unit), flow.width - 80 * MM),
        Column(words.say("Came in"), 40 * MM, amounts=True),
        Column(words.say("Went out"), 40 * MM, amounts=True),
    )
    rows = [
        Row(
            (
                name_cell(word(words, "kind", row.kind.value)),
                _kip(words, row.came),
                _kip(words, row.went),
            )
        )
        for row in given.money
    ]
    total = (amount_cell(words.kip(grid.received)), amount_cell(words.kip(grid.paid_out)))
    rows.append(Row((name_cell(words.say("Total")), *total), strong=True))
    table = Table(flow, columns, _LOOK)
    height = table.height(rows)
    # A short table is not parted.
    flow.heading(words.say("Money at the meeting"), below=min(height + _CLEAR, flow.whole / 2))
    table.draw(rows)
    flow.gap(4 * MM)
    _box(flow, given)


def _box(flow: Flow, given: MinutesPaper) -> None:
    """The box from before the meeting to after it, with the difference and its reason."""
    words, grid = flow.paper.words, given.grid
    lines = [
        (words.say("Cash before the meeting"), grid.cash_before, False),
        (words.say("Came in, total"), grid.received, False),
        (words.say("Went out, total"), -grid.paid_out, False),
        (words.say("Should be in the box"), grid.expected, True),
    ]
    if grid.counted is not None and grid.difference is not None:
        lines += [
            (words.say("Counted"), grid.counted, True),
            (words.say("Difference"), grid.difference, False),
        ]
    columns = (
        Column(words.say("The cash box"), flow.width - 80 * MM),
        Column(words.say("Amount"), 80 * MM, amounts=True),
    )
    rows = [
        # A hyphen hugs its figure: what went out stands behind a dash.
        Row((name_cell(name), amount_cell(words.kip(kip).replace("-", "–"))), strong=bold)
        for name, kip, bold in lines
    ]
    table = Table(flow, columns, _LOOK)
    flow.need(table.height(rows))
    table.draw(rows)
    if grid.sheet.difference_reason:
        flow.gap(2 * MM)
        reason = words.say("Reason: {reason}", reason=grid.sheet.difference_reason)
        flow.text(reason, thin(BODY))


def _signed_by(words: Words, given: MinutesPaper) -> str:
    return words.say("Signed by {names}.", names=", ".join(given.grid.sheet.signed_by))


def _signed_height(flow: Flow, given: MinutesPaper) -> float:
    """How much who signs needs, in points."""
    lines = flow.paper.lines(_signed_by(flow.paper.words, given), thin(BODY), flow.width)
    return 4 * MM + sum(line.style.leading for line in lines) + places_height(len(given.officers))


def _signed(flow: Flow, given: MinutesPaper) -> None:
    """Who wrote and who signs: on one page, so that nobody signs one on which nothing stands."""
    words = flow.paper.words
    draw_watched(flow, given.watched, below=_signed_height(flow, given))
    flow.gap(4 * MM)
    flow.text(_signed_by(words, given), thin(BODY))
    draw_signatures(flow, given.officers, words.say("These minutes were read out and agreed."))


def _kip(words: Words, kip: int) -> Cell:
    return amount_cell(words.kip(kip)) if kip else blank_cell()
