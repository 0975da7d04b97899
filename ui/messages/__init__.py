"""What is said when something cannot be done: what is wrong, with the facts, and what to do.

Every refusal of the rules and every trouble of the machine has its sentence in one of the tables
of this room; a test demands one for each class there is, in each language.
"""

from ledger.actions.record import LineRefused
from ledger.rules.meeting_cells import RowRefused
from reports.troubles import PrinterTrouble, trouble_sentence
from translations import N_, Words
from translations.unreadable import Unreadable
from translations.unreadable import sentence as unreadable_sentence
from ui.commands.refusals import FileRowRefused
from ui.messages import (
    booklets,
    bringing,
    collecting,
    commands,
    decisions,
    findings_later,
    funds,
    keeping,
    lending,
    loan_life,
    loan_papers,
    meeting,
    money,
    network,
    people,
    permits,
    pins,
    rules,
    saving,
    trouble,
    welfare,
    year,
)
from ui.messages.telling import Names, Table, tell

TABLES: tuple[Table, ...] = (
    bringing.TOLD,
    collecting.TOLD,
    money.TOLD,
    saving.TOLD,
    funds.TOLD,
    findings_later.TOLD,
    lending.TOLD,
    loan_life.TOLD,
    loan_papers.TOLD,
    meeting.TOLD,
    rules.TOLD,
    year.TOLD,
    welfare.TOLD,
    people.TOLD,
    trouble.TOLD,
    commands.TOLD,
    decisions.TOLD,
    network.TOLD,
    keeping.TOLD,
    booklets.TOLD,
    pins.TOLD,
    permits.TOLD,
)
NAMELESS = Names()
"""For places where no book is open: accounts by their usual names, members by number."""


def sentence(words: Words, no: Exception, names: Names = NAMELESS) -> str:
    """The sentence for a refusal or a trouble; `names` are the open book's.

    Anything that is neither gets a sentence without facts, which no test would let pass.
    """
    outer = _outer(words, no)
    if outer is not None:
        text, facts, why = outer
        return words.say(text, **facts, why=sentence(words, why, names))
    match no:
        case Unreadable():
            return unreadable_sentence(words, no)
        case PrinterTrouble():
            return trouble_sentence(words, no)
    for kind in type(no).__mro__:
        for table in TABLES:
            if kind in table:
                return tell(words, table[kind], no, names)
    return words.say("Something went wrong.")


def _outer(words: Words, no: Exception) -> tuple[str, dict[str, str], Exception] | None:
    """Where the refusal stands, for those that only say which line, row or member it is about."""
    match no:
        case LineRefused(index=index, why=why):
            return N_("Line {number}: {why}"), {"number": words.number(index + 1)}, why
        case FileRowRefused(row=row, why=why):
            return N_("Row {number}: {why}"), {"number": words.number(row)}, why
        case RowRefused(member=member, number=number, why=why):
            return N_("{number} {member}: {why}"), {"number": number, "member": member}, why
    return None
