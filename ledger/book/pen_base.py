"""What every part of the pen shares: the rows of one event, and what the act has touched."""

from ledger.book.book import Book
from ledger.book.change import Change, Topic
from ledger.book.pencil import Pencil
from ledger.book.stroke import Stroke
from ledger.rules.people import Actor


class PenBase(Pencil):
    """Writes in pencil, and keeps count of what is written in ink."""

    def __init__(self, book: Book, actor: Actor) -> None:
        super().__init__(book, actor)
        self.stroke = Stroke(book.shelf)
        self._inked = False

    @property
    def only_pencil(self) -> bool:
        """Whether the block wrote in pencil and nothing in ink."""
        return self.pencilled and not self._inked

    @property
    def change(self) -> Change:
        """What the block has touched so far."""
        return Change(
            topics=frozenset(self.topics),
            members=frozenset(self.members),
            loans=frozenset(self.loans),
            entries=tuple(self.entries),
        )

    def _touch(self, *topics: Topic) -> None:
        self._inked = True
        self.topics.update(topics)
        self.book.forget(*topics)
