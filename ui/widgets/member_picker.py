"""The line in which a member is looked for: by number, by name however spelt, or by household."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from ledger.rules.people import Member, MemberId
from translations import Words
from translations.naming import household_word
from translations.sorting import fold
from ui.widgets.spoken import Spoken, restyle

_SHOWN = 12


def member_line(words: Words, member: Member) -> str:
    """A member as every list and title shows her: number, name, and household where written."""
    name = f"{member.title} {member.name}".strip()
    home = household_word(words, member.household)
    return " · ".join(filter(None, (member.number, name, home)))


class MemberPicker(QLineEdit, Spoken):
    """Type a number or a part of a name; the members that fit drop down below.

    `picked` carries the MemberId chosen by the user, or None when she emptied the line.
    `troubled` carries a sentence when nobody fits, as in ValueEdit.
    """

    picked = Signal(object)
    troubled = Signal(str, object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._members: dict[MemberId, Member] = {}
        self._folded: dict[MemberId, str] = {}
        self._found: list[MemberId] = []
        self._chosen: MemberId | None = None
        self._list = QStringListModel(self)
        self._completer = QCompleter(self._list, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_SHOWN)
        self._completer.setWidget(self)
        self._popup = QListView()
        self._completer.setPopup(self._popup)
        self._completer.activated.connect(self._activated)
        self.textEdited.connect(self._search)
        self.editingFinished.connect(self._finished)
        self.speak(words)

    def set_members(self, members: Sequence[Member]) -> None:
        """The members among whom is looked, in the order in which they are offered."""
        self._members = {m.id: m for m in members}
        self._folded = {m.id: _folded(m) for m in members}
        if self._chosen is not None:
            self.show_member(self._chosen if self._chosen in self._members else None)

    def member(self) -> MemberId | None:
        """The member that stands in the line."""
        return self._chosen

    def show_member(self, member: MemberId | None) -> None:
        """Put a member into the line; emits nothing."""
        self._chosen = member
        self.setText("" if member is None else self._line(member))
        self._mark("")

    def matches(self, text: str) -> list[MemberId]:
        """Who fits what was typed: her number exactly, then names that begin so, then any part."""
        wanted = fold(text)
        if not wanted:
            return list(self._members)

        def rank(member: Member) -> int:
            if _number_is(member, wanted):
                return 0
            return 1 if fold(member.name).startswith(wanted) else 2

        fits = [m for m in self._members.values() if wanted in self._folded[m.id]]
        return [m.id for m in sorted(fits, key=rank)]

    def speak(self, words: Words) -> None:
        """Say in these words what to type."""
        standing = self._chosen is not None and self.text() == self._line(self._chosen)
        self._words = words
        self.setPlaceholderText(words.say("Number or name"))
        if standing:
            self.show_member(self._chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow down or F4 shows who fits; Enter takes the one on whom one stands among them.

        Esc hides them, then puts back who was there.
        """
        standing = "" if self._chosen is None else self._line(self._chosen)
        if event.key() == Qt.Key.Key_Escape and self._popup.isVisible():
            self._popup.hide()
        elif event.key() == Qt.Key.Key_Escape and self.text() != standing:
            self.show_member(self._chosen)
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_F4}:
            self._search("" if self.text() == standing else self.text())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._popup.isVisible():
            self._choose()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing replaces who stands in the line."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.selectAll()

    def _line(self, member: MemberId) -> str:
        return member_line(self._words, self._members[member])

    def _search(self, text: str) -> None:
        self._found = self.matches(text)
        self._list.setStringList([self._line(m) for m in self._found])
        if self._found:
            self._mark("")
            self._completer.complete()
        else:
            self._popup.hide()

    def _choose(self) -> None:
        """Take the one on whom one stands in the list; with nobody there, whom the line names."""
        row = self._popup.currentIndex().row()
        self._popup.hide()
        if row >= 0:
            self._take(self._found[row])
        else:
            self._finished()

    def _activated(self, line: str) -> None:
        # The number makes every line its own.
        self._take(next(m for m in self._found if self._line(m) == line))

    def _take(self, member: MemberId) -> None:
        changed = member != self._chosen
        self.show_member(member)
        if changed:
            self.picked.emit(member)

    def _finished(self) -> None:
        text = self.text()
        if self._popup.isVisible():
            return
        if self._chosen is not None and text == self._line(self._chosen):
            self._mark("")
        elif not text.strip():
            changed = self._chosen is not None
            self.show_member(None)
            if changed:
                self.picked.emit(None)
        else:
            self._decide(text)

    def _decide(self, text: str) -> None:
        """Take the only member who fits; otherwise say why nobody was taken."""
        fits = self.matches(text)
        exact = [m for m in fits if _number_is(self._members[m], fold(text))]
        if len(exact or fits) == 1:
            self._take((exact or fits)[0])
        elif fits:
            self._mark(self._words.say("Several members fit “{text}”. Choose one.", text=text))
        else:
            self._mark(
                self._words.say("No member fits “{text}”. Try a part of the name.", text=text)
            )

    def _mark(self, said: str) -> None:
        self.setProperty("wrong", bool(said))
        restyle(self)
        self.setAccessibleDescription(said)
        self.troubled.emit(said, ())


def _folded(member: Member) -> str:
    """What is looked through; the word for a household is in no line, or it would fit all."""
    return fold(" · ".join((member.number, f"{member.title} {member.name}", member.household)))


def _number_is(member: Member, wanted: str) -> bool:
    """Whether this is her number, with or without the noughts before it."""
    number = fold(member.number)
    return wanted in {number, number.lstrip("0")}
