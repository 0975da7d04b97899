"""What is said when something cannot be done: what is wrong, with the facts, and what to do.

Every refusal of the rules and every trouble of the machine has its sentence in one of the tables
of this room; a test demands one for each class there is, in each language.
"""

from ledger.actions.record import LineRefused
from ledger.rules.meeting_cells import RowRefused
from reports.troubles import PrinterTrouble, trouble_sentence
from translations import Words
from translations.unreadable import Unreadable
from translations.unreadable import sentence as unreadable_sentence
from ui.messages import lending, meeting, money, rules, trouble, year
from ui.messages.telling import Names, Table, tell

TABLES: tuple[Table, ...] = (
    money.TOLD,
    lending.TOLD,
    meeting.TOLD,
    rules.TOLD,
    year.TOLD,
    trouble.TOLD,
)
NAMELESS = Names()
"""For places where no book is open: accounts by their usual names, members by number."""


def sentence(words: Words, no: Exception, names: Names = NAMELESS) -> str:
    """The sentence for a refusal or a trouble; `names` are the open book's.

    Anything that is neither gets a sentence without facts, which no test would let pass.
    """
    match no:
        case LineRefused(index=index, why=why):
            inner = sentence(words, why, names)
            return words.say("Line {number}: {why}", number=words.number(index + 1), why=inner)
        case RowRefused(member=member, number=number, why=why):
            inner = sentence(words, why, names)
            return words.say("{number} {member}: {why}", number=number, member=member, why=inner)
        case Unreadable():
            return unreadable_sentence(words, no)
        case PrinterTrouble():
            return trouble_sentence(words, no)
    for kind in type(no).__mro__:
        for table in TABLES:
            if kind in table:
                return tell(words, table[kind], no, names)
    return words.say("Something went wrong.")
