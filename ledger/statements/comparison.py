"""What comes out when the code of a paper is held against the book."""

from dataclasses import dataclass

from ledger.rules.paper_code import PaperCode
from ledger.statements.findings import Finding
from ledger.statements.lists import Figures


@dataclass(frozen=True, slots=True)
class HeldThen:
    """The book as it stood when the paper's code was made.

    `at` is the computer's clock then, which may have been wrong. `figures` are members and sums at
    that moment, in kip, on the newest day of any entry; nothing where they were changed since.
    """

    paper: PaperCode
    at: str
    figures: Figures | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answer to a code: nothing in `then` where this book never had it.

    `changed` is what of the book of then is no longer as it was sealed; nothing is how it should
    be. `now` is the book as it stands.
    """

    code: str
    now: PaperCode
    then: HeldThen | None = None
    changed: tuple[Finding, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether the book still holds exactly what it held when the code was printed."""
        return self.then is not None and not self.changed

    @property
    def lines_after(self) -> int:
        """How many amounts were written since."""
        return 0 if self.then is None else self.now.lines - self.then.paper.lines

    @property
    def entries_after(self) -> int:
        """How many entries were written since."""
        return 0 if self.then is None else self.now.entry - self.then.paper.entry

    @property
    def acts_after(self) -> int:
        """How many acts were written since."""
        return 0 if self.then is None else self.now.act - self.then.paper.act
