"""The texts of the loans' papers: chosen at the left, typed in the middle, seen at the right.

What is typed is kept in pencil at once, so that a power cut takes nothing; the papers have it only
when the button is pressed, and the standard text comes back with another.
"""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QTimer

from ledger.actions.paper_texts import pencil_paper_text, standard_paper_text, write_paper_text
from ledger.book.change import Change, Topic
from ledger.rules.paper_texts import BLOCKS, TEXT_MAX, LoanText, Slot, check_paper_text
from ledger.rules.permits import Act
from ledger.rules.refusals import Refusal
from ledger.statements.loan_papers import LoanPaper
from reports.troubles import PrinterTrouble, trouble_sentence
from translations import open_words
from translations.paper_words import standard_text
from ui.desk import Desk
from ui.messages import sentence
from ui.models.paper_texts import paper_content, sample_of
from ui.pdf_pages import PdfPages
from ui.screens.paper_texts.parts import TextParts
from ui.screens.screen import Screen
from ui.widgets.asking import confirm
from ui.widgets.buttons import Button, PrimaryButton

_SOON = 400
"""Milliseconds after the last key until the text is looked through and the paper drawn anew."""


class PaperTextsScreen(Screen):
    """`go("paper_texts", a LoanText)` opens the text of that paper."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.LOANS, Topic.GROUP, Topic.OFFICERS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.parts = TextParts(desk.words)
        self.text = self.parts.text
        self.back, self.standard = Button(picture="left"), Button()
        self.keep = PrimaryButton("save")
        self._which, self._language = LoanText.CONTRACT, desk.words.language
        self._paper_words = desk.words
        self._sample: LoanPaper | None = None
        self._soon = QTimer(self)
        self.body.addWidget(self.parts, 1)
        self.beside_title.addWidget(self.parts.speaking)
        self.acts.addWidget(self.back)
        self.acts.addWidget(self.standard)
        self.acts.addStretch(1)
        self.acts.addWidget(self.keep)
        self._connect()
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.parts.drop)

    # --- Screen ----------------------------------------------------------------------------

    def show_item(self, item: object) -> None:
        """Turn to the text of a paper."""
        if isinstance(item, LoanText):
            self._pencil()
            self._which = item

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("Texts of the papers"))
        self.back.setText(words.say("Papers to print"))
        self.standard.setText(words.say("Back to the standard text"))
        self.keep.setText(words.say("Use this text"))

    def refresh(self, change: Change | None = None) -> None:
        """Read the texts, and the loan that the paper is shown with."""
        del change
        texts = self.book.loan_texts()
        own = {which for which in LoanText if self._language in texts.get(which, {})}
        self.parts.show_papers(self._which, own)
        self.parts.language.show_value(self._language)
        self._paper_words = open_words(self._language, self.words.money_format)
        self._sample = sample_of(self.book, self._which, self.today())
        draft = self.book.paper_text_draft(self._which, self._language)
        self.text.show_text(self._paper_words, self._kept() if draft is None else draft)
        self._look()

    def may_leave(self) -> bool:
        """The page can always be left: what is typed is kept in pencil."""
        self._pencil()
        return True

    # --- what is typed -----------------------------------------------------------------------

    def _own(self) -> str | None:
        return self.book.loan_texts().get(self._which, {}).get(self._language)

    def _kept(self) -> str:
        """The text that the papers have now."""
        return self._own() or standard_text(self._paper_words, self._which)

    def _able(self) -> bool:
        return self.desk.past is None and self.desk.may(Act.WRITE_PAPER_TEXT)

    def _pencil(self) -> None:
        """Keep what is typed and not used yet; what is the same again is rubbed out."""
        if not self._soon.isActive() or self.desk.is_empty:
            return
        self._soon.stop()
        which, language, typed = self._which, self._language, self.text.value()
        wanted = None if typed == self._kept() else typed
        if len(typed) <= TEXT_MAX and wanted != self.book.paper_text_draft(which, language):
            self.desk.do(
                lambda book, actor: pencil_paper_text(
                    book, actor, paper=which, language=language, text=wanted
                )
            )

    def _use(self) -> None:
        self._pencil()
        which, language, typed = self._which, self._language, self.text.value()
        if self.desk.do(
            lambda book, actor: write_paper_text(
                book, actor, paper=which, language=language, text=typed
            )
        ):
            self.tell(self.words.say("The papers have this text from now on."))

    def _go_back(self) -> None:
        """To the standard text: asked first where the group's own is put away by it."""
        words, which, language = self.words, self._which, self._language
        self._pencil()
        if self._own() is None:
            self.desk.do(
                lambda book, actor: pencil_paper_text(
                    book, actor, paper=which, language=language, text=None
                )
            )
            self.refresh()
        elif confirm(
            self,
            words,
            title=words.say("Back to the standard text"),
            sentence=words.say("The group's own text of this paper is put away."),
            detail=words.say("It stays in the trail of who did what."),
            do=words.say("Use the standard text"),
        ) and self.desk.do(
            lambda book, actor: standard_paper_text(book, actor, paper=which, language=language)
        ):
            self.tell(words.say("The papers have the standard text again."))

    # --- what is shown -----------------------------------------------------------------------

    def _look(self) -> None:
        """Look the text through, say what is wrong, and draw the paper where nothing is."""
        said, text = "", self.text.value()
        try:
            check_paper_text(self._which, text)
            self._draw(text)
        except Refusal as refusal:
            said = sentence(self.words, refusal)
        except PrinterTrouble as trouble:
            said = trouble_sentence(self.words, trouble)
        self.parts.say_problem(said)
        able, own, changed = self._able(), self._own() is not None, text != self._kept()
        self.text.setReadOnly(not able)
        self.keep.setEnabled(able and changed and not said)
        self.standard.setEnabled(able and (own or changed))
        self._say_state(own=own, changed=changed)
        there = frozenset(slot for slot in Slot if f"{{{slot}}}" in text)
        self.parts.places.show_places(self._which, self._paper_words, there)
        self.parts.places.setEnabled(able)

    def _say_state(self, *, own: bool, changed: bool) -> None:
        words = self.words
        if changed:
            said = words.say("Changed, and not used yet. It is kept in pencil.")
        elif own:
            said = words.say("The papers have this text of the group's own.")
        else:
            said = words.say("The papers have this standard text.")
        if not self.desk.may(Act.WRITE_PAPER_TEXT):
            said += " " + words.say("The president or the accountant may change it.")
        self.parts.state.setText(said)

    def _draw(self, text: str) -> None:
        content = paper_content(self.book, self._which, text, self._sample, self._paper_words)
        words = self.words
        if self._sample is None:
            said = words.say("This is how it looks without a loan")
        else:
            said = words.say(
                "This is how it looks with loan {number}", number=self._sample.loan.number
            )
        self.parts.show_paper(PdfPages(content), said)

    # --- what is pressed ---------------------------------------------------------------------

    def _turn_to(self, which: LoanText, language: str) -> None:
        self._pencil()
        self._which, self._language = which, language
        self.refresh()
        self.parts.view.go_to(0)

    def look_through(self) -> None:
        """Keep what is typed, look it through, and draw the paper with it."""
        if self.desk.is_empty:
            return
        self._soon.start()
        self._pencil()
        self._look()

    def _connect(self) -> None:
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.look_through)
        self.text.textChanged.connect(self._soon.start)
        self.parts.chosen.connect(lambda which: self._turn_to(which, self._language))
        self.parts.spoken.connect(lambda language: self._turn_to(self._which, language))
        self.parts.places.wanted.connect(
            lambda place: self.text.put_in(place, alone=Slot(place) in BLOCKS)
        )
        self.keep.clicked.connect(self._use)
        self.standard.clicked.connect(self._go_back)
        self.back.clicked.connect(lambda: self.go.emit("papers", None))
