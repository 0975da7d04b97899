"""What is said when a file that comes in cannot be taken."""

from ledger.actions.bring_in import DaysRefused, OnlyTried
from translations import N_, Words
from ui.bringing.fields import NAMES
from ui.bringing.refusals import (
    CellsRefused,
    ColumnsMissing,
    FileRefused,
    FormulaFound,
    SavingsTooLate,
    SheetUnknown,
    Unfit,
)
from ui.messages.telling import Table, Told

_FILES = {
    Unfit.MISSING: N_("There is no file {name}. Look at its name and folder."),
    Unfit.UNREADABLE: N_("The file {name} cannot be read. Copy it to this computer first."),
    Unfit.TOO_LARGE: N_("The file {name} is too large. Cut it into several files."),
    Unfit.TOO_SLOW: N_("Reading the file {name} takes too long. Cut it into several files."),
    Unfit.OLD_KIND: N_(
        "{name} is a spreadsheet of an old kind. Open it and save it as “Excel workbook (.xlsx)”."
    ),
    Unfit.MACROS: N_("{name} has macros inside. Save it as “Excel workbook (.xlsx)” without them."),
    Unfit.NOT_UTF8: N_("The file {name} is not written in UTF-8. Save it again as “CSV UTF-8”."),
    Unfit.NOT_A_TABLE: N_("The file {name} is not a table of the kind CSV. Save it as CSV."),
    Unfit.DAMAGED: N_(
        "{name} is damaged, locked by a password, or no spreadsheet at all. Open it and save it as "
        "“Excel workbook (.xlsx)” without a password."
    ),
    Unfit.EMPTY: N_("There is nothing in the file {name}."),
}


def _columns(words: Words, no: ColumnsMissing) -> dict[str, str]:
    return {"names": ", ".join(words.say(NAMES[field]) for field in no.columns)}


TOLD: Table = {
    FileRefused: Told(lambda no: _FILES[no.why]),
    FormulaFound: Told(
        N_(
            "Cell {cell} of the sheet “{sheet}” holds a formula. Copy the sheet, paste it as "
            "values, and save it again."
        )
    ),
    ColumnsMissing: Told(
        N_("No column of the file is known to be: {names}. Say which one it is."), more=_columns
    ),
    SheetUnknown: Told(N_("The file has no sheet “{found}”. It has: {known}.")),
    SavingsTooLate: Told(
        N_(
            "What members have saved so far comes in when the books begin, and these have begun. "
            "Leave the column out, or bring the savings in month by month."
        )
    ),
    CellsRefused: Told(
        N_(
            "{number} cells cannot be taken. The first is {cell} (“{found}”): {said} Nothing was "
            "written."
        )
    ),
    DaysRefused: Told(
        N_("Some lines are refused by the rules, and nothing was written."),
    ),
    OnlyTried: Told(N_("Everything can be taken: {entries} entries. Nothing was written yet.")),
}
