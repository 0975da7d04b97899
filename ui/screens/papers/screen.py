"""The page of the papers: chosen at the left, looked at at the right, then saved or printed.

Whatever is saved or printed is the very paper that was looked at: it is made once, beside the
window, and only its finished bytes are put where they are wanted.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QTemporaryDir
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ledger.book.change import Change, Topic
from ledger.rules.people import MemberId
from reports.troubles import PrinterTrouble, trouble_sentence
from reports.writing import write_whole
from translations import Words, open_words
from ui.desk import Desk
from ui.errands import Errand
from ui.papers.loan_papers import text_of
from ui.papers.shop import Ready, file_name, ready, work_of
from ui.papers.wish import Wish
from ui.pdf_pages import PdfPages
from ui.screens.papers.choices import Choices
from ui.screens.papers.preview import Preview
from ui.screens.papers.print_dialog import PrintDialog
from ui.screens.papers.printing import PrintJob
from ui.screens.papers.saving import ask_place, papers_folder
from ui.screens.papers.who_may import WhoMay
from ui.screens.screen import Screen
from ui.widgets.banner import Tone
from ui.widgets.buttons import Button, PrimaryButton


class PapersScreen(Screen):
    """Every paper of the program, each in any of the languages, whatever the window speaks."""

    topics: ClassVar[frozenset[Topic]] = frozenset(Topic) - {Topic.DRAFT, Topic.MEETING}

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.choices = Choices(desk.words, self.today)
        self.preview, self.who_may = Preview(desk.words), WhoMay()
        self.save = Button(picture="save")
        self.change_text = Button(picture="edit")
        self.print = PrimaryButton("papers")
        self.folder = papers_folder()
        self._place: QTemporaryDir | None = None
        self._wish: Wish | None = None
        self._ready: Ready | None = None
        self._pages: PdfPages | None = None
        self._errand: Errand | None = None
        self._job: PrintJob | None = None
        self._then: Callable[[], None] | None = None
        self._build()
        self._connect()
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._drop)

    # --- Screen ----------------------------------------------------------------------------

    def show_item(self, item: object) -> None:
        """Show the paper that was wished for elsewhere; a member's id asks for her passbook."""
        if isinstance(item, Wish):
            self._wish = item
        elif isinstance(item, int):
            self._wish = Wish("passbook", member=MemberId(item))

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("Papers to print"))
        self.save.setText(words.say("Save as PDF"))
        self.change_text.setText(words.say("Change its text"))
        self.print.setText(words.say("Print the paper"))

    def refresh(self, change: Change | None = None) -> None:
        """Read who and which years there are, and make the paper anew."""
        self.choices.offer(self.book)
        if self._wish is not None:
            self.choices.show_wish(self._wish)
            self._wish = None
        self._start_over()

    def may_leave(self) -> bool:
        """The page can always be left; what is being made is stopped."""
        self._stop()
        return True

    # --- making ----------------------------------------------------------------------------

    def is_working(self) -> bool:
        """Whether a paper is being made now."""
        return self._errand is not None

    def pages(self) -> PdfPages | None:
        """The paper that is looked at."""
        return self._pages

    def _start_over(self) -> None:
        """The paper that was looked at is not what is chosen any more."""
        self._stop()
        self._drop()
        words, paper, missing = self.words, self.choices.paper(), self.choices.missing()
        if missing:
            self.preview.show_empty(missing)
        elif paper.slow:
            self.preview.show_empty(paper.hint(words), words.say("Make the paper"))
        else:
            self._make()
        self._show_buttons()

    def _make(self) -> None:
        wish = self.choices.wish()
        if wish is None or self._errand is not None:
            return
        self._ready = self.desk.ask(lambda book: ready(book, wish, self.today()))
        if self._ready is None:
            self.preview.show_empty(self.desk.last_sentence)
            return
        work = work_of(self._ready, self._paper_words(), self._file())
        self.preview.show_work(self.words.say("The paper is being made …"))
        self._errand = Errand(work, self)
        self._errand.progressed.connect(self.preview.progress)
        self._errand.done.connect(self._made)
        self._errand.failed.connect(self._failed)
        self._errand.start()
        self._show_buttons()

    def _made(self, pages: object) -> None:
        self._errand = None
        file = self._file()
        if not pages or not file.exists():
            self._say_stopped()
            return
        self._pages = PdfPages(file.read_bytes())
        file.unlink()
        self.preview.show_pages(self._pages)
        self._show_buttons()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _failed(self, trouble: Exception) -> None:
        self._errand, self._then = None, None
        if not isinstance(trouble, PrinterTrouble):
            raise trouble
        self.preview.show_empty(trouble_sentence(self.words, trouble))
        self._show_buttons()

    def _say_stopped(self) -> None:
        self._then = None
        self.preview.show_empty(
            self.words.say("Stopped. Nothing was saved."),
            self.words.say("Make the paper"),
        )
        self._show_buttons()

    def _stop(self) -> None:
        """Stop what is being made or printed, and wait until it has stopped."""
        if self._job is not None:
            self._job.cancel()
        errand, self._errand, self._then = self._errand, None, None
        if errand is not None:
            errand.done.disconnect(self._made)
            errand.failed.disconnect(self._failed)
            errand.cancel()
            errand.wait()
            errand.deleteLater()
            self._say_stopped()

    def _drop(self) -> None:
        self._pages = None
        self.preview.view.show_pages(None)

    def _paper_words(self) -> Words:
        language = self.choices.language.value() or self.words.language
        era = self.desk.settings.buddhist
        return open_words(language, self.words.money_format, buddhist=era)

    def _file(self) -> Path:
        if self._place is None:
            self._place = QTemporaryDir()
        return Path(self._place.filePath("paper.pdf"))

    # --- saving and printing ---------------------------------------------------------------

    def _with_paper(self, then: Callable[[], None]) -> None:
        """Do something with the paper; make it first where that is not done yet."""
        if self._pages is not None:
            then()
        else:
            self._then = then
            self._make()

    def _save(self) -> None:
        wish, words = self.choices.wish(), self.words
        if wish is None or self._pages is None:
            return
        name = file_name(self.book, wish, self._paper_words())
        place = ask_place(self, words, self.folder / name)
        if place is None:
            return
        self.folder = place.parent
        try:
            write_whole(place, self._pages.content)
        except PrinterTrouble as trouble:
            self.banner.say(trouble_sentence(words, trouble), Tone.BAD)
        else:
            self._left(words.say("The paper is saved: {file}", file=place), range(len(self._pages)))

    def _print(self) -> None:
        pages = self._pages
        if pages is None or self._job is not None:
            return
        if self.choices.paper().page:
            wish = self.choices.wish()
            self.go.emit(self.choices.paper().page, None if wish is None else wish.member)
            return
        dialog = PrintDialog(
            self.words,
            pages=len(pages),
            printers=QPrinterInfo.availablePrinterNames(),
            last_used=self.desk.settings.printer,
            copies=not self.choices.paper().counted,
            parent=self,
        )
        if dialog.exec():
            self.desk.settings.printer = dialog.printer.value() or ""
            first, last = dialog.bounds()
            self._job = PrintJob(pages, dialog.set_up(), first, last, self)
            self._job.progressed.connect(self.preview.progress)
            self._job.done.connect(partial(self._printed, range(first, last + 1)))
            self.preview.show_work(self.words.say("The paper goes to the printer …"))
            self._job.start()
            self._show_buttons()
        dialog.deleteLater()

    def _printed(self, pages: range, whole: bool) -> None:
        self._job = None
        if self._pages is not None:
            self.preview.show_again()
        self._show_buttons()
        if whole:
            self._left(self.words.say("The paper is with the printer."), pages)
        else:
            self.banner.say(self.words.say("The paper was not printed."), Tone.BAD)

    def _left(self, said: str, pages: range) -> None:
        """These pages have left the program: where the book remembers such prints, it does now."""
        ready = self._ready
        if ready is not None and ready.paper.printed is not None and self.desk.past is None:
            if ready.paper.counted:
                again = self.words.say("Whatever is printed again says that it is a copy.")
                said = f"{said} {again}"
            if not self.desk.do(ready.paper.printed(ready.value, self._paper_words(), pages)):
                return
        self.tell(said)

    # --- parts -----------------------------------------------------------------------------

    def _open_text(self) -> None:
        which = text_of(self.choices.paper().code)
        if which is not None:
            self.go.emit("paper_texts", which)

    def _show_buttons(self) -> None:
        self.change_text.setVisible(text_of(self.choices.paper().code) is not None)
        allowed = self.who_may.may(self.desk, self.choices.paper().may)
        busy = self._errand is not None or self._job is not None
        able = allowed and self.choices.wish() is not None and not busy
        self.save.setEnabled(able)
        self.print.setEnabled(able)

    def _build(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(14)
        self.choices.setMaximumWidth(360)
        both.addWidget(self.choices, 2)
        both.addWidget(self.preview, 5)
        self.body.addLayout(both, 1)
        self.body.addWidget(self.who_may)
        self.acts.addWidget(self.choices.speaking)
        self.acts.addWidget(self.change_text)
        self.acts.addStretch(1)
        self.acts.addWidget(self.save)
        self.acts.addWidget(self.print)

    def _connect(self) -> None:
        self.choices.changed.connect(self._start_over)
        self.preview.wanted.connect(self._make)
        self.preview.stop.connect(self._stop)
        self.change_text.clicked.connect(self._open_text)
        self.save.clicked.connect(lambda: self._with_paper(self._save))
        self.print.clicked.connect(lambda: self._with_paper(self._print))
