"""The entries that a sheet has become, each under its number in the book."""

from ledger.statements.figure import Figure, entry_figure
from ledger.statements.lists import CashBookRow
from translations import Words
from translations.naming import word
from ui.models.rows import Column


def entry_columns(words: Words) -> tuple[Column[CashBookRow], ...]:
    """Number, whose, what it was, in and out."""

    def whose(row: CashBookRow) -> str:
        member = row.member
        name = f"{member.number} {member.title} {member.name}" if member else ""
        return " · ".join(filter(None, (name.replace("  ", " "), row.note)))

    def entry(row: CashBookRow) -> Figure:
        return entry_figure(row.number, row.day)

    def amount(kip: int) -> str:
        return words.kip(kip) if kip else ""

    return (
        Column(words.say("Receipt no."), lambda row: str(row.number), figures=True),
        Column(words.say("For whom, what for"), whose),
        Column(
            words.say("What"),
            lambda row: ", ".join(word(words, "kind", kind.value) for kind in row.kinds),
        ),
        Column(words.say("Came in"), lambda row: amount(row.received), figures=True, figure=entry),
        Column(words.say("Went out"), lambda row: amount(row.paid), figures=True, figure=entry),
    )
