"""The desk: where every screen lays its acts down, and hears what they changed.

A screen never calls an act itself. It hands `desk.do` a function of the book and the actor; the
desk runs it, turns a refusal into a sentence, and tells every screen what is different now.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias, TypeVar

from PySide6.QtCore import QObject, Signal

from ledger.actions.pins import check_secret
from ledger.actions.set_up import begin_book
from ledger.actions.two_persons import SecondPersonMissing
from ledger.book.book import Book
from ledger.book.change import Change, Topic
from ledger.book.keeping import Keeping
from ledger.book.trouble import BookTrouble, OutOfMemory
from ledger.rules.people import SET_UP, Actor
from ledger.rules.permits import Act
from ledger.rules.refusals import Refusal
from ledger.rules.set_up import SetUp
from translations import MoneyFormat, Words, open_words
from ui.messages import NAMELESS, sentence
from ui.messages.telling import Names
from ui.settings import Settings
from ui.whereabouts import check_place

Action: TypeAlias = Callable[[Book, Actor], Change]
T = TypeVar("T")


class Desk(QObject):
    """One for each window: the open book, who is signed in, and the words that are spoken.

    `changed` carries a Change after an act was written; `refused` the sentence of one that was
    not. `opened` says that another book lies on the desk, `signed_in` that another officer sits at
    it, `language_changed` that there are new words.
    """

    changed = Signal(object)
    refused = Signal(str)
    opened = Signal()
    signed_in = Signal()
    language_changed = Signal()
    text_sized = Signal(int)

    def __init__(
        self,
        words: Words,
        *,
        clock: Callable[[], datetime],
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = words
        self.settings = settings
        self.last_sentence = ""
        self.last_trouble: Refusal | BookTrouble | None = None
        self.clock = clock
        self.check_place = check_place
        self._book: Book | None = None
        self._now: Book | None = None
        self._actor = SET_UP
        self.second_person: Callable[[Act], Actor | None] = lambda _: None

    @property
    def book(self) -> Book:
        """The open book. RuntimeError while the desk is empty."""
        if self._book is None:
            raise RuntimeError("no book lies on the desk")
        return self._book

    @property
    def is_empty(self) -> bool:
        """Whether no book lies here yet, as on the first pages of a new group."""
        return self._book is None

    @property
    def is_shut(self) -> bool:
        """Whether the machine failed under the open book, so that it must be opened again."""
        return any(book is not None and book.shelf.shut for book in (self._book, self._now))

    @property
    def actor(self) -> Actor:
        """Who is signed in; whoever sets the book up, until somebody is."""
        return self._actor

    @property
    def keeping(self) -> Keeping:
        """Where this machine keeps what finds a loss or a change of a book again."""
        return Keeping(self.settings.data)

    def today(self) -> date:
        """The day on which the work is done; while the past lies open, that day.

        While the clock cannot be right, it is the day on which the book was written last.
        """
        doubt = None if self._book is None else self._book.clock_doubt
        return self.past or (self.clock().date() if doubt is None else doubt.last)

    @property
    def past(self) -> date | None:
        """The day whose book lies open, when it is one gone by."""
        return None if self._book is None else self._book.past

    def look_back(self, day: date) -> bool:
        """Lay the book open as it stood on a day; the book itself is kept beside it."""
        past = self.ask(lambda book: (self._now or book).as_of(day))
        if past is None:
            return False
        if self._now is None:
            self._now = self._book
        else:
            self.book.close()
        self._book = past
        self.opened.emit()
        return True

    def come_back(self) -> None:
        """Lay today's book open again."""
        if self._now is not None:
            self.book.close()
            self._book, self._now = self._now, None
            self.opened.emit()

    def open(self, path: Path) -> bool:
        """Put the book at `path` on the desk, instead of the one there; false where it cannot."""
        if self._book is not None and self._book.path.resolve() == path.resolve():
            self.come_back()
            self.opened.emit()
            return True
        try:
            self.check_place(path, self.settings.data)
            book = Book.open(path, clock=self.clock, keeping=self.keeping)
        except BookTrouble as trouble:
            self.say_no(trouble)
            return False
        self.settings.last_book = path
        self.lay(book)
        return True

    def reopen(self) -> bool:
        """Open the book again that was shut under us, under the same pages and the same name."""
        try:
            book = Book.open((self._now or self.book).path, clock=self.clock, keeping=self.keeping)
        except BookTrouble as trouble:
            self.say_no(trouble)
            return False
        actor = self._actor
        self.close()
        self._book, self._actor, self.last_trouble = book, actor, None
        self.changed.emit(Change(topics=frozenset(Topic)))
        return True

    def begin(self, path: Path, set_up: SetUp) -> bool:
        """Start a new group's books in a new file and put them on the desk; false where refused."""
        try:
            book = begin_book(path, SET_UP, set_up=set_up, clock=self.clock)
            book.keep_in(self.keeping)
        except (Refusal, BookTrouble) as trouble:
            self.say_no(trouble)
            return False
        self.settings.last_book = path
        self.lay(book)
        return True

    def close(self) -> None:
        """Close the book that lies here, if one does."""
        for book in (self._book, self._now):
            if book is not None:
                book.close()
        self._book = self._now = None
        self._actor = SET_UP

    def lay(self, book: Book) -> None:
        """Put an open book on the desk; the one that lay there is closed, and nobody signed in."""
        self.close()
        self._book, self.last_trouble = book, None
        self._use(self.words.language)
        self.opened.emit()

    def sign_in(self, actor: Actor) -> None:
        """From now on every act is this officer's."""
        self._actor = actor
        self.signed_in.emit()

    def has_pin(self, actor: Actor) -> bool:
        """Whether an officer has to prove who she is."""
        return self._book is not None and actor.id in self.book.pins()

    def wrong_tries(self, actor: Actor) -> int:
        """How many wrong PINs were tried at her name since the last right one."""
        return (self._now or self.book).wrong_tries(actor.id)

    def may(self, act: Act) -> bool:
        """Whether whoever is at the desk may do an act, alone or with a second person."""
        return self.book.permits.may(self._actor.role, act)

    def let_in(self, actor: Actor, typed: str) -> Refusal | BookTrouble | None:
        """Why a PIN does not let her in, or nothing where it does; the book counts the tries."""
        try:
            check_secret(self._now or self.book, actor, typed)
        except (Refusal, BookTrouble) as no:
            return no
        return None

    def speak(self, language: str) -> None:
        """Change the language of the whole window at once, and remember it on this machine."""
        self.settings.language = language
        self._use(language)

    def write_money(self, form: MoneyFormat) -> None:
        """Write amounts in this way while no book says how: on the first pages of a new group."""
        if self._book is None and form != self.words.money_format:
            self.words = replace(self.words, money_format=form)
            self.language_changed.emit()

    def size_text(self, percent: int) -> None:
        """Change the size of the text (percent of the usual one), and remember it."""
        self.settings.text_size = percent
        self.text_sized.emit(percent)

    def do(self, action: Action, *, once: str = "") -> bool:
        """Run an act: true where it was written, false where a sentence says why it was not.

        What is sent twice under one key (`once`) is written once. Our own mistakes go up.
        """
        try:
            change = self._done(action, replace(self._actor, once=once))
        except (Refusal, BookTrouble, MemoryError) as trouble:
            self.say_no(trouble)
            return False
        self.last_sentence = ""
        # The act may have changed how the group writes money.
        self._use(self.words.language)
        self.changed.emit(change)
        return True

    def _done(self, action: Action, actor: Actor) -> Change:
        """Do an act; where it takes two, a second person is asked for, and it is both's."""
        try:
            return action(self.book, actor)
        except SecondPersonMissing as missing:
            second = self.second_person(missing.act)
            if second is None:
                raise
            return action(self.book, replace(actor, beside=second))

    def ask(self, question: Callable[[Book], T]) -> T | None:
        """Read something that the rules or the machine may not answer; the sentence is said."""
        try:
            answer = question(self.book)
        except (Refusal, BookTrouble, MemoryError) as trouble:
            self.say_no(trouble)
            return None
        self.last_sentence = ""
        return answer

    def try_out(self, question: Callable[[Book], object]) -> Refusal | None:
        """Why the rules would refuse something, to be said in its place; nothing is said here."""
        try:
            question(self.book)
        except Refusal as refusal:
            return refusal
        return None

    def say_no(self, no: Refusal | BookTrouble | MemoryError) -> None:
        """Say why something was not done."""
        trouble = OutOfMemory("") if isinstance(no, MemoryError) else no
        self.last_trouble = trouble
        self.last_sentence = sentence(self.words, trouble, self._names())
        self.refused.emit(self.last_sentence)

    def _names(self) -> Names:
        """What the open book calls its accounts and members; nothing where it cannot be read."""
        if self._book is None:
            return NAMELESS
        try:
            members = {member.id: member for member in self._book.members()}
            return Names(self._book.rulebook(self.today()), members)
        except (BookTrouble, ValueError):
            return NAMELESS

    def _money_format(self) -> MoneyFormat:
        if self._book is None:
            return self.words.money_format
        group = self._book.group
        return MoneyFormat(points=group.points, decimals=group.decimals, currency=group.currency)

    def _use(self, language: str) -> None:
        """Open the words of a language with the group's way of writing money."""
        words = open_words(language, self._money_format(), buddhist=self.settings.buddhist)
        if words.manner != self.words.manner:
            self.words = words
            self.language_changed.emit()
