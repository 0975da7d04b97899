"""What happened with a loan, as the rows of its time line."""

from collections.abc import Callable, Mapping, Sequence

from ledger.rules.loan_values import Loan, LoanMove, MoveKind
from ledger.rules.transfers import LoanId
from ledger.statements.figure import Figure, moves_figure
from ledger.statements.loan_story import StoryRow
from translations import N_, Words
from translations.naming import word
from ui.models.rows import Column

LoanName = Callable[[LoanId], str]

_KINDS = {
    "pay_out": "pay_out",
    "principal": "principal",
    "interest": "interest",
    "fine": "late_fine",
    "written_off": "written_off",
    "recovered": "recovered",
    "passed_on": "passed_on",
}
_MOVES = {**{kind.value: kind for kind in MoveKind}, "taken_over": MoveKind.PAY_OUT}
_WHAT: Mapping[str, str] = {
    "request": N_("Asked for"),
    "approved": N_("Approved"),
    "refused": N_("Refused"),
    "contract": N_("Contract No. {number}: {names}"),
    "reschedule": N_("New due days from {first} to {until}"),
    "pause": N_("No interest from {first} to {until}"),
    "waiver": N_("Not asked for any more"),
    "write_off": N_("The committee gives the loan up"),
    "passed_to": N_("Passed on as loan {other}"),
    "taken_over": N_("Taken over from loan {other}"),
}


def story_columns(words: Words, loan: Loan, loan_name: LoanName) -> Sequence[Column[StoryRow]]:
    """When, what, by which decision, how much; `loan` is as it stands in ink."""

    def figure(row: StoryRow) -> Figure | None:
        kind = _MOVES.get(row.what)
        in_ink = kind is not None and LoanMove(row.day, kind, row.kip) in loan.moves
        return moves_figure(loan.id, row.day, kind, since=row.day) if kind and in_ink else None

    return (
        Column(words.say("Day"), lambda row: words.day(row.day)),
        Column(words.say("What"), lambda row: story_text(words, row, loan_name)),
        Column(words.say("Decision"), lambda row: row.decision),
        Column(
            words.say("Amount"),
            lambda row: words.kip(row.kip) if row.kip else "",
            figures=True,
            figure=figure,
        ),
    )


def story_text(words: Words, row: StoryRow, loan_name: LoanName) -> str:
    """What happened, in plain words."""
    if row.what in _KINDS and row.other is None:
        text = word(words, "kind", _KINDS[row.what])
        return text if row.kip > 0 else words.say("{what}, taken back", what=text)
    key = "passed_to" if row.what == "passed_on" else row.what
    return words.say(
        _WHAT[key],
        number=row.number,
        names=", ".join(row.names),
        first=words.day(row.first) if row.first else "",
        until=words.day(row.until) if row.until else "",
        other=loan_name(row.other) if row.other is not None else "",
    )
