"""What is said when a command cannot be understood, or the file behind it cannot be read."""

from translations import N_
from ui.commands.refusals import (
    AnswerMissing,
    CellUnreadable,
    DaysOutOfOrder,
    FactMissing,
    FactUnknown,
    FileUnusable,
    NobodyOfThatName,
    NoSuchAct,
    NoSuchFigures,
    NoSuchPaper,
    OptionUnreadable,
    PinsDiffer,
)
from ui.messages.telling import Table, Told

_FILES = {
    "missing": N_("There is no file {name}. Look at its name and folder."),
    "too_large": N_("The file {name} is too large. Cut it into several files."),
    "not_utf8": N_("The file {name} is not written in UTF-8. Save it again as “CSV UTF-8”."),
    "not_csv": N_("The file {name} is not a table of the kind CSV. Save it as CSV."),
    "no_heads": N_("The first row of {name} does not name the columns that are needed."),
    "unreadable": N_("The file {name} cannot be read. Copy it to this computer first."),
}

TOLD: Table = {
    FileUnusable: Told(lambda no: _FILES[no.why]),
    CellUnreadable: Told(
        N_("Row {row}, column “{column}”: “{found}” cannot be understood. Nothing of it was kept.")
    ),
    DaysOutOfOrder: Told(
        N_("Row {row}: {day} lies before the day above it. Put the rows in the order of the days.")
    ),
    OptionUnreadable: Told(N_("“{found}” cannot be understood behind {option}.")),
    NobodyOfThatName: Told(N_("There is nobody called “{found}” in this book.")),
    NoSuchFigures: Told(N_("There are no figures called “{found}”. There are: {known}.")),
    NoSuchAct: Told(N_("There is no act called “{found}”. There are: {known}.")),
    FactUnknown: Told(N_("This act takes no “{found}”. It takes: {known}.")),
    FactMissing: Told(N_("Say {fact}=… as well: this act needs it.")),
    NoSuchPaper: Told(N_("There is no paper called “{found}”. There are: {known}.")),
    PinsDiffer: Told(N_("The two PINs are not the same. Type it again.")),
    AnswerMissing: Told(N_("Say {option} … as well: this paper needs it.")),
}
