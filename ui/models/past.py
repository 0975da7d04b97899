"""The group's figures on two days side by side, and what changed between them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from ledger.statements.figure import Asked, Figure, HeadlineFigures, as_written
from ledger.statements.lists import Figures
from translations import N_, Words
from ui.models.rows import Column

Behind = Callable[[HeadlineFigures], Figure | None]
_KIP: tuple[tuple[str, Callable[[Figures], int], Behind], ...] = (
    (N_("Cash"), lambda f: f.cash, lambda b: b.cash),
    (N_("Bank and network"), lambda f: f.banks, lambda b: b.banks),
    (N_("Savings"), lambda f: f.savings, lambda b: b.savings),
    (N_("Loans"), lambda f: f.loans_out, lambda b: b.loans),
    (N_("Overdue"), lambda f: f.overdue, lambda b: b.overdue),
    (N_("Funds"), lambda f: f.funds, lambda b: b.funds),
    (N_("Profit of the year"), lambda f: f.profit, lambda b: b.profit),
)


@dataclass(frozen=True, slots=True)
class Compared:
    """One figure then and now, in kip, or a number of people where `people` is set."""

    name: str
    then: int
    now: int
    people: bool = False
    behind_then: Figure | None = None
    behind: Figure | None = None


def compared(
    then: Figures, now: Figures, behind_then: HeadlineFigures, behind: HeadlineFigures
) -> tuple[Compared, ...]:
    """Every figure of the home page on both days, with where those of then and of now come from.

    Those of then are asked of the book as it stood on that day.
    """
    return (
        Compared(N_("Members"), then.members, now.members, people=True),
        *(
            Compared(
                name,
                of(then),
                of(now),
                behind_then=as_written(why(behind_then), then.day),
                behind=why(behind),
            )
            for name, of, why in _KIP
        ),
    )


def columns_of(words: Words, then: Figures, now: Figures) -> Sequence[Column[Compared]]:
    """The figure, both days, and what came to it or went from it."""

    def amount(row: Compared, value: int) -> str:
        return words.number(value) if row.people else words.kip(value)

    def change(row: Compared) -> str:
        moved = row.now - row.then
        sign = "+" if moved > 0 else ""
        return sign + amount(row, moved) if moved else "0"

    return (
        Column(words.say("What"), lambda row: words.say(row.name)),
        Column(
            words.day(then.day),
            lambda row: amount(row, row.then),
            figures=True,
            figure=lambda row: row.behind_then,
        ),
        Column(
            words.day(now.day),
            lambda row: amount(row, row.now),
            figures=True,
            figure=lambda row: row.behind,
        ),
        Column(words.say("Change"), change, figures=True, figure=lambda row: _moved(row, then)),
    )


def _moved(row: Compared, then: Figures) -> Figure | None:
    """What has moved an amount since then; what is reckoned, and not added up, has no entries."""
    if row.behind is None or row.behind.asked is not Asked.ACCOUNTS:
        return None
    return replace(row.behind, since=then.day + timedelta(days=1))
