"""What is said when the machine failed: disk, file or lock, with what to do about it."""

from ledger.book.trouble import (
    BookDamaged,
    BookExists,
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
    PasswordWrong,
)
from translations import N_
from ui.messages.telling import Table, Told

TOLD: Table = {
    BookTrouble: Told(N_("Something is wrong with the book {path}. Nothing was written.")),
    BookMissing: Told(
        N_("There is no book at {path}. Put in the stick it lies on, or open another book.")
    ),
    BookExists: Told(
        N_("There is a file already at {path}. It was not touched; choose another name.")
    ),
    BookLocked: Told(N_("The book {path} is open in another window or program. Close it there.")),
    BookReadOnly: Told(
        N_("The book {path} may be read but not written here. Copy it into a folder of your own.")
    ),
    DiskFull: Told(
        N_("The disk is full. Nothing was written; the book is as before. Make room, try again.")
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
    BookShut: Told(N_("The book is shut. Open it again to go on.")),
}
"""Nobody's fault; nothing of the last act was kept."""
