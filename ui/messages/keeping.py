"""What is said about keeping the book safe: misread codes, and older files put back."""

from collections.abc import Mapping

from ledger.actions.restoring import CopyOfOtherBook
from ledger.book.salvage import NoSoundCopy
from ledger.rules.clock import ClockInDoubt
from ledger.rules.paper_code import PaperCodeMisread
from ledger.rules.refusals import BookSetBack, BookUnsound
from ledger.rules.stick_password import PasswordTooEasy, PasswordTooShort
from translations import N_
from ui.messages.telling import Table, Told

_MISREAD: Mapping[str, str] = {
    "letters": N_("A code has {wanted} letters and figures; {letters} were typed. Read it again."),
    "foreign": N_("There is a letter in it that no code has. Read it again from the paper."),
    "check": N_("One letter of the code is wrong, or two changed places. Read it again."),
}

TOLD: Table = {
    ClockInDoubt: Told(
        N_(
            "Nothing was written: by the clock of this machine it is {clock}, but the newest act "
            "is of {last}. Set the clock, or confirm the day on the first page."
        )
    ),
    PaperCodeMisread: Told(lambda no: _MISREAD.get(no.why, _MISREAD["check"])),
    CopyOfOtherBook: Told(
        N_("The copy is of another book than {name}. Nothing was changed; choose another copy.")
    ),
    NoSoundCopy: Told(
        N_(
            "No sound copy of {name} was found here. Put in a stick with copies, or choose the "
            "folder in which they lie."
        )
    ),
    PasswordTooShort: Told(
        N_("A password has {least} to {most} signs; this one has {signs}. Type a longer one.")
    ),
    PasswordTooEasy: Told(
        N_("A password has at least {different} different signs. Take several words.")
    ),
    BookUnsound: Told(
        N_(
            "Nothing was written: something in this book is wrong, and so it is only read. Check "
            "the book, look at what was found, then save what can be saved."
        )
    ),
    BookSetBack: Told(
        N_(
            "Nothing was written: this file is not the one that was here before. It ends with act "
            "{act}; act {known} was seen on this machine. Put back the newest copy, or let two "
            "officers agree to go on with this file."
        )
    ),
}
