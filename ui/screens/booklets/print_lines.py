"""New lines printed into a booklet: put it in, print, look at it, and only then write it down.

Several members go one after the other. What went wrong is written nowhere and printed again.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTemporaryDir
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from ledger.actions.booklets import printed
from ledger.rules.booklets import BookletPlan
from ledger.rules.people import MemberId
from ledger.statements.booklets import BookletState
from reports.booklet import plan_lines, print_lines
from reports.booklet_test import print_test_page
from reports.troubles import PrinterTrouble, trouble_sentence
from reports.writing import write_whole
from ui.desk import Desk
from ui.pdf_pages import PdfPages
from ui.screens.booklets.lines_parts import LinesParts
from ui.screens.booklets.told import place_text, put_in_text
from ui.screens.papers.printing import PrintJob
from ui.screens.papers.saving import ask_place, papers_folder
from ui.widgets.banner import Tone
from ui.widgets.member_picker import member_line


class PrintLines(QDialog):
    """Goes through `members`; accepted when it has come to the end of them."""

    def __init__(
        self, desk: Desk, members: Sequence[MemberId], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.parts = LinesParts(self, desk, several=len(members) > 1)
        self.written = 0
        self._members, self._at, self._sheet = tuple(members), 0, 0
        self._place = QTemporaryDir()
        self._state: BookletState | None = None
        self._plan: BookletPlan | None = None
        self._ready: PdfPages | None = None
        self._job: PrintJob | None = None
        self._listen()
        self._show_member()

    def set_up(self) -> QPrinter:
        """The printer that is chosen."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPrinterName(self.parts.card.name())
        return printer

    def pages(self) -> PdfPages | None:
        """What would be printed for the member who is shown."""
        return self._ready

    # --- showing ---------------------------------------------------------------------------

    def _show_member(self) -> None:
        parts, words = self.parts, self.desk.words
        member, number = self._members[self._at], len(self._members)
        state = self.desk.book.booklet_state(member)
        parts.heading.setText(member_line(words, state.passbook.member))
        at, of = words.number(self._at + 1), words.number(number)
        parts.count.setText(words.say("{at} of {of}", at=at, of=of) if number > 1 else "")
        self._state, self._plan, self._sheet, self._ready = state, None, 0, None
        parts.ask(asked=False)
        parts.banner.clear()
        no = self.desk.try_out(lambda _: state.check_fresh())
        if no is not None:
            self.desk.ask(lambda _: state.check_fresh())
            parts.show_nothing(self.desk.last_sentence)
            return
        self._plan = plan_lines(state, words)
        self._draw()
        parts.show_facts(self._facts())

    def _draw(self) -> None:
        """Draw the new lines as they will lie on the sheets, and in the booklet to be looked at."""
        state, plan, self._ready = self._state, self._plan, None
        if state is None or plan is None:
            return
        out, look = (Path(self._place.filePath(name)) for name in ("lines.pdf", "look.pdf"))
        words, feed = self.desk.words, self.parts.card.feed()
        try:
            print_lines(state, plan, words, out, feed)
            print_lines(state, plan, words, look, feed, to_look_at=True)
        except PrinterTrouble as trouble:
            self.parts.show_nothing(trouble_sentence(words, trouble))
            return
        self._sheet, self._ready = 0, PdfPages(out.read_bytes())
        self.parts.view.show_pages(PdfPages(look.read_bytes()))
        self._show_sheet()

    def _facts(self) -> list[str]:
        state, plan, words = self._state, self._plan, self.desk.words
        assert state is not None
        assert plan is not None
        first = plan.pages[0].printed
        count = len(state.fresh) - plan.left
        facts = [
            words.say_many("{n} new line", "{n} new lines", count),
            words.say(
                "Next free line: {place}", place=place_text(words, first.page, first.first_row)
            ),
        ]
        if plan.left:
            facts.append(
                words.say_many(
                    "{n} line is left for the next booklet.",
                    "{n} lines are left for the next booklet.",
                    plan.left,
                )
            )
        return facts

    def _show_sheet(self) -> None:
        """Say how the booklet goes in for the sheet that is printed next."""
        plan, opened = self._plan, self.parts.card.feed().open
        if plan is None:
            return
        sheets: dict[int, int] = {}
        for place, page in enumerate(plan.pages):
            sheets.setdefault(page.page // 2 if opened else page.page, place)
        page = plan.pages[list(sheets.values())[self._sheet]]
        self.parts.put_in.setText(
            put_in_text(self.desk.words, page, opened=opened, turned=self._sheet > 0)
        )
        self.parts.view.go_to(self._sheet)

    # --- printing --------------------------------------------------------------------------

    def _print(self) -> None:
        pages = self.pages()
        if pages is None or self._job is not None or self._plan is None:
            return
        self.parts.print.setEnabled(False)
        self._start(pages, self._sheet, self._sheet_printed)

    def _start(self, pages: PdfPages, sheet: int, then: object) -> None:
        self._job = PrintJob(pages, self.set_up(), sheet, sheet, self)
        self._job.done.connect(then)
        self._job.start()

    def _sheet_printed(self, whole: bool) -> None:
        self._job = None
        self.parts.print.setEnabled(True)
        pages = self.pages()
        if not whole or pages is None:
            self.parts.banner.say(self.desk.words.say("The paper was not printed."), Tone.BAD)
            return
        self._sheet += 1
        if self._sheet < len(pages):
            self._show_sheet()
        else:
            self.parts.ask(asked=True)

    def _save(self) -> None:
        """Save the lines to be printed elsewhere; whether they are on paper is asked the same."""
        pages, words = self.pages(), self.desk.words
        if pages is None or self._state is None:
            return
        name = f"{words.say('new lines')} {self._state.passbook.member.number}.pdf"
        place = ask_place(self, words, papers_folder() / name.replace("/", "-"))
        if place is None:
            return
        try:
            write_whole(place, pages.content)
        except PrinterTrouble as trouble:
            self.parts.banner.say(trouble_sentence(words, trouble), Tone.BAD)
        else:
            self.parts.ask(asked=True)

    def _test(self) -> None:
        """Print the test page on plain paper."""
        if self._state is None or self._state.booklet is None or self._job is not None:
            return
        out = Path(self._place.filePath("test.pdf"))
        feed = self.parts.card.feed()
        print_test_page(self._state.booklet.size, self.desk.words, out, feed)
        self._start(PdfPages(out.read_bytes()), 0, self._tested)

    def _tested(self, whole: bool) -> None:
        self._job = None
        if whole:
            self.parts.card.tested()

    # --- after printing --------------------------------------------------------------------

    def _on_paper(self) -> None:
        state, plan = self._state, self._plan
        if state is None or plan is None:
            return
        rows = [page.printed for page in plan.pages]
        member = state.passbook.member.id
        if self.desk.do(
            lambda book, actor: printed(book, actor, member=member, booklet=state.has, rows=rows)
        ):
            self.written += 1
            self._next()
        else:
            self.parts.banner.say(self.desk.last_sentence, Tone.BAD)

    def _went_wrong(self) -> None:
        self.parts.ask(asked=False)
        self._draw()

    def _next(self) -> None:
        self._at += 1
        if self._at < len(self._members):
            self._show_member()
        else:
            self.accept()

    def _listen(self) -> None:
        parts = self.parts
        parts.card.changed.connect(self._draw)
        parts.print.clicked.connect(self._print)
        parts.save.clicked.connect(self._save)
        parts.test.clicked.connect(self._test)
        parts.skip.clicked.connect(self._next)
        parts.back.clicked.connect(self.reject)
        parts.yes.clicked.connect(self._on_paper)
        parts.wrong.clicked.connect(self._went_wrong)
        self.finished.connect(lambda _: parts.view.show_pages(None))
