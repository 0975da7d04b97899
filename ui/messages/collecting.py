"""What is said about a meeting that was held on paper and is filled in afterwards."""

from collections.abc import Mapping

from ledger.rules.as_printed import (
    ChangedRow,
    ColumnNotPrinted,
    NoSheetOnTable,
    NotAsPrinted,
    Otherwise,
    PrintedForAnotherDay,
)
from ledger.rules.collection import (
    CollectionSheetMisread,
    CollectionSheetTaken,
    CollectionSheetUnknown,
    PrintedRowUnclear,
    PrintedRowUnknown,
)
from translations import N_, Words
from translations.naming import word
from ui.messages.telling import Table, Told

_TOLD_MOST = 5


def changed_sentence(words: Words, row: ChangedRow) -> str:
    """Why one row is not as it was printed."""
    facts = {
        "row": words.number(row.row),
        "member": row.member,
        "printed": words.kip(row.printed),
        "now": words.kip(row.now),
        "column": word(words, "column", row.column.value) if row.column else "",
    }
    match row.why:
        case Otherwise.GONE:
            return words.say("Row {row}, {member}: is no member any more.", **facts)
        case Otherwise.DUE:
            return words.say(
                "Row {row}, {member}: {column} was printed as {printed} and is {now} now.", **facts
            )
        case Otherwise.TYPED:
            return words.say(
                "Row {row}, {member}: {column} is {printed} on paper, {now} stands in the grid.",
                **facts,
            )
        case Otherwise.MARKED:
            return words.say("Row {row}, {member}: is marked absent in the grid.", **facts)


def _rows(words: Words, no: NotAsPrinted) -> Mapping[str, str]:
    told = [changed_sentence(words, row) for row in no.rows[:_TOLD_MOST]]
    left = len(no.rows) - _TOLD_MOST
    if left > 0:
        told.append(words.say_many("And {n} more row.", "And {n} more rows.", left))
    return {"rows": " ".join(told)}


def _column(words: Words, no: ColumnNotPrinted) -> Mapping[str, str]:
    return {"column": word(words, "column", no.column.value)}


TOLD: Table = {
    CollectionSheetUnknown: Told(
        N_("The book remembers no collection sheet {found}. Was it printed from this book?")
    ),
    CollectionSheetMisread: Told(
        N_(
            "“{found}” is not the number of a collection sheet. It stands at the top of the paper: "
            "a number and three figures."
        )
    ),
    CollectionSheetTaken: Told(
        N_(
            "Another sheet was printed in the meantime. The book does not know the paper {code}: "
            "throw it away, and print it anew."
        )
    ),
    PrintedRowUnknown: Told(
        N_("“{found}” is no row of the paper, which has {rows}, and no member's number on it.")
    ),
    PrintedRowUnclear: Told(
        N_(
            "“{found}” is the row of {in_row} and the number of {of_number}. Type row:{found} or "
            "member:{found}."
        )
    ),
    NotAsPrinted: Told(
        N_(
            "Not everything is as it was printed. {rows} Type what was really paid in these rows; "
            "nothing has been written."
        ),
        more=_rows,
    ),
    NoSheetOnTable: Told(
        N_("No meeting lies open to be filled in. Open the meeting of {day} first.")
    ),
    PrintedForAnotherDay: Told(
        N_("The paper is of {printed}, and the sheet on the table of {day}.")
    ),
    ColumnNotPrinted: Told(
        N_("Row {row}: the paper has no column “{column}”."),
        more=_column,
    ),
}
