"""What is said when the machine failed: disk, file or lock, with what to do about it."""

from datetime import datetime

from ledger.book.trouble import (
    BookDamaged,
    BookExists,
    BookGone,
    BookLocked,
    BookMissing,
    BookReadOnly,
    BookShut,
    BookTooNew,
    BookTrouble,
    CopyFailed,
    CopyLocked,
    CopyWrong,
    DiskFailed,
    DiskFull,
    NotABook,
    OutOfMemory,
    PasswordWrong,
    StickFull,
)
from translations import N_, Words
from ui.messages.telling import Table, Told
from ui.whereabouts import BookElsewhere, Where

_LOCKED = N_("The book {path} is open in another window or program. Close it there.")
_HELD = N_(
    "The book {path} is open already: {who} has had it open since {since}. Close it there, then "
    "try again."
)


def moment(words: Words, at: datetime) -> str:
    """A day and a time by the computer's clock."""
    return f"{words.day(at.date())} {at:%H:%M}"


_ELSEWHERE: dict[Where, str] = {
    Where.SHARE: N_(
        "The book {path} lies on another machine. Over a network it can be damaged, and two may "
        "write at once. It was not opened: take it to this machine first."
    ),
    Where.SYNCHRONISED: N_(
        "The book {path} lies in a folder that another program copies to the internet by itself. "
        "It can mix two states of the book. It was not opened: take it to this machine first."
    ),
    Where.STICK: N_(
        "The book {path} lies on a stick, which may be pulled out in the midst of writing. It was "
        "not opened: take it to this machine first. Copies go onto the group's sticks."
    ),
}

TOLD: Table = {
    BookElsewhere: Told(lambda no: _ELSEWHERE[no.where]),
    BookTrouble: Told(N_("Something is wrong with the book {path}. Nothing was written.")),
    BookMissing: Told(
        N_("There is no book at {path}. Put in the stick it lies on, or open another book.")
    ),
    BookExists: Told(
        N_("There is a file already at {path}. It was not touched; choose another name.")
    ),
    BookLocked: Told(
        lambda no: _HELD if no.who and no.since else _LOCKED,
        more=lambda words, no: {} if no.since is None else {"since": moment(words, no.since)},
    ),
    BookReadOnly: Told(
        N_("The book {path} may be read but not written here. Copy it into a folder of your own.")
    ),
    DiskFull: Told(
        N_("The disk is full. Nothing was written; the book is as before. Make room, try again.")
    ),
    StickFull: Told(
        N_(
            "The stick {path} is full, and no copy was made on it. The book and all older copies "
            "are as before. Delete what nobody needs from the stick, or take another one."
        )
    ),
    DiskFailed: Told(
        N_(
            "The disk does not answer. The book {path} was shut to protect it. Check the stick or "
            "disk, then open the book again."
        )
    ),
    BookDamaged: Told(
        N_(
            "The book {path} is damaged, or another program has changed it. Do not write on: "
            "restore the newest copy."
        )
    ),
    BookTooNew: Told(
        N_("The book {path} was made by a newer program. Install the newer program to open it.")
    ),
    NotABook: Told(N_("The file {path} is not a book of this program. Choose another file.")),
    CopyFailed: Told(
        N_(
            "No copy was made at {path}. Was the stick pulled out? The book and all older copies "
            "are as before; try again."
        )
    ),
    CopyLocked: Told(
        N_("The copy {path} is locked with a password. Put it back with the password.")
    ),
    PasswordWrong: Told(
        N_(
            "Neither the password nor the code of the recovery sheet fits the copy {path}. Look at "
            "the keyboard's language, and try again."
        )
    ),
    CopyWrong: Told(
        N_(
            "The copy at {path} is not what was written and was thrown away. The book and all "
            "older copies are as before. Do not trust this stick; take another one."
        )
    ),
    BookGone: Told(
        N_(
            "The file {path} is not there any more, or is another one. Nothing was written, and "
            "the book was shut. Put the stick or the file back, then try again."
        )
    ),
    OutOfMemory: Told(
        N_(
            "The machine has no memory left. Nothing was written; the book is as before. Close "
            "other programs, then try again."
        )
    ),
    BookShut: Told(N_("The book is shut. Open it again to go on.")),
}
"""Nobody's fault; nothing of the last act was kept."""
