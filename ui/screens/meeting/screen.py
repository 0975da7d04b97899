"""The meeting: the unit of all work. Count, who is here, collect, lend and pay, count, sign."""

from enum import StrEnum

from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ledger.book.book import Book
from ledger.book.change import Change, Topic
from ledger.rules.differences import Suspect
from ledger.rules.meeting_values import Sheet, SheetKind
from ledger.statements.meeting_progress import STEPS, Step, steps_done
from ledger.statements.meeting_sheet import MeetingSheet
from ui.desk import Desk
from ui.models.meeting_facts import sheet_title, written_sentence
from ui.papers.wish import Wish
from ui.screens.meeting.acts import Acts
from ui.screens.meeting.cash_strip import CashStrip
from ui.screens.meeting.collect_page import CollectPage
from ui.screens.meeting.count_page import CountPage
from ui.screens.meeting.more import More
from ui.screens.meeting.page import StepPage
from ui.screens.meeting.pay_page import PayPage
from ui.screens.meeting.sheets_page import SheetsPage
from ui.screens.meeting.sign_page import SignPage
from ui.screens.meeting.signed_page import SignedPage
from ui.screens.meeting.step_bar import NAMES, StepBar
from ui.screens.meeting.who_page import WhoPage
from ui.screens.screen import Screen
from ui.widgets.banner import Tone
from ui.widgets.buttons import Button, PrimaryButton, with_key


class Mode(StrEnum):
    """What lies on the table."""

    LIST = "list"
    PENCIL = "pencil"
    INK = "ink"


class MeetingScreen(Screen):
    """One of three: the list of sheets, the sheet in pencil with its steps, a sheet in ink."""

    topics = frozenset(
        {Topic.MEETING, Topic.MEMBERS, Topic.LOANS, Topic.ENTRIES, Topic.RULES, Topic.OFFICERS}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.work = Acts(desk)
        self.mode = Mode.LIST
        self.step = Step.OPEN
        self.grid: MeetingSheet | None = None
        self._book: Book | None = None
        self.steps = StepBar(desk.words)
        self.strip = CashStrip(desk.words)
        self.sheets = SheetsPage(self.work)
        self.signed = SignedPage(self.work)
        self.pages: dict[Step, StepPage] = {
            Step.OPEN: CountPage(self.work, Step.OPEN),
            Step.WHO: WhoPage(self.work),
            Step.COLLECT: CollectPage(self.work),
            Step.PAY: PayPage(self.work),
            Step.COUNT: self._count_page(),
            Step.SIGN: SignPage(self.work),
        }
        self.primary = PrimaryButton()
        self.papers = Button(picture="passbook")
        self.more = More(desk)
        self._stack = QStackedWidget()
        self._lay_out_pages()
        self.steps.chosen.connect(self.go_to)
        self.sheets.opened.connect(self.show_item)
        self.primary.clicked.connect(self._forward)
        self.papers.clicked.connect(self._print)
        self.more.earlier.connect(self._see_list)
        self.more.said.connect(self._done)
        self.more.refused.connect(self.warn)
        forward = QShortcut(QKeySequence("F9"), self)
        forward.activated.connect(self.primary.click)

    # --- called by the window --------------------------------------------------------------

    def retranslate(self) -> None:
        """Say the titles and the buttons of what lies on the table."""
        self.papers.setText(self.words.say("Print the passbooks"))
        self._name()

    def refresh(self, change: Change | None = None) -> None:
        """Read the sheet on the table; a sheet in ink never changes."""
        if self._book is not self.book:
            # Another group's book: whatever lay on the table was not hers.
            self._book, self.mode, self.grid = self.book, Mode.LIST, None
        if self.mode is Mode.INK and change is not None:
            return
        running = self.book.open_sheet()
        if running is not None and self.mode is not Mode.INK:
            self._take_up(running)
        elif self.mode is Mode.INK and self.grid is not None:
            self.show_item(self.grid.sheet)
        else:
            self.show_list()

    def show_item(self, item: object) -> None:
        """Show one sheet: in pencil with its steps, in ink to be read."""
        if isinstance(item, Sheet):
            if not item.signed:
                self._take_up(item)
                return
            self.grid = self.book.meeting_sheet(item.id)
            self.mode = Mode.INK
            self.signed.show_grid(self.grid)
            self._see(self.signed)

    def show_list(self) -> None:
        """Put the sheet away and show them all."""
        running = self.book.open_sheet()
        if running is not None:
            self.mode = Mode.PENCIL
            self._take_up(running)
            return
        self._see_list()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes to the page stands where its work begins."""
        super().focusInEvent(event)
        self.page().arrive()

    # --- steps -----------------------------------------------------------------------------

    def go_to(self, step: Step) -> None:
        """Go to a step, forwards or back."""
        self.step = step
        self.steps.mark(step)
        self._see(self.pages[step])
        self.pages[step].arrive()

    def look_at(self, suspect: Suspect) -> None:
        """Go to the cell, the line or the count that may be why box and book differ."""
        at = suspect.at
        if at is None:
            self.go_to(Step.OPEN)
            return
        self.go_to(Step.PAY if at.column is None else Step.COLLECT)
        self.page().stand_on(at)

    def page(self) -> StepPage:
        """The step, list or sheet that is seen now."""
        seen = self._stack.currentWidget()
        assert isinstance(seen, StepPage)  # Nothing else is ever put on the stack.
        return seen

    def _take_up(self, running: Sheet) -> None:
        """Show the sheet in pencil; one that was just opened begins at its first open step."""
        new = self.mode is not Mode.PENCIL or self.work.sheet != running.id
        self.work.sheet, self.mode = running.id, Mode.PENCIL
        self.grid = self.book.meeting_sheet(running.id)
        done = steps_done(self.grid)
        if new:
            self.steps.show_kind(running.kind)
            kind_steps = STEPS[running.kind]
            self.step = next((step for step in kind_steps if step not in done), Step.SIGN)
        self.steps.show_done(done)
        self.strip.show_cash(self.grid)
        for step in STEPS[running.kind]:
            if step is self.step or new:
                self.pages[step].show_grid(self.grid)
        if new:
            self.go_to(self.step)
        self._name()

    def _forward(self) -> None:
        """What the primary button does here: open, go on, sign, or be done."""
        if self.mode is Mode.LIST and self.book.open_sheet() is not None:
            self.show_list()
        elif self.mode is Mode.LIST:
            self.sheets.open(SheetKind.MEETING)
        elif self.mode is Mode.INK and self.signed.can_be_put_back():
            self._put_back()
        elif self.mode is Mode.INK:
            self.banner.clear()
            self.show_list()
            self.sheets.arrive()
        elif self.step is Step.SIGN:
            self._sign()
        elif self.page().leave():
            self.go_to(self._next())

    def _next(self) -> Step:
        steps = self.steps.steps()
        return steps[min(steps.index(self.step) + 1, len(steps) - 1)]

    def _sign(self) -> None:
        page = self.pages[Step.SIGN]
        if not isinstance(page, SignPage) or self.grid is None:
            return
        signers, sheet = page.signers(), self.grid.sheet.id
        change = self.work.sign(signers) if signers else None
        if change is None:
            return
        self.show_item(self.book.sheet(sheet))
        numbers = change.entries
        said = self.words.say("Signed. Nothing had been written on this sheet.")
        if numbers:
            said = self.words.say(
                "Signed. The entries {first} to {last} are in the book.",
                first=numbers[0],
                last=numbers[-1],
            )
        self.tell(said, Tone.GOOD, seconds=0)
        self.papers.setFocus()

    def _see_list(self) -> None:
        """Show all sheets, even while one lies in pencil: earlier ones can be read."""
        self.mode, self.grid = Mode.LIST, None
        self.sheets.show_sheets()
        self._see(self.sheets)

    def _done(self, said: str) -> None:
        """After something that is seldom done: show what lies on the table now, and say it."""
        if self.mode is not Mode.PENCIL or self.book.open_sheet() is None:
            self.mode, self.grid = Mode.LIST, None
            self.show_list()
        self.tell(said)

    def _put_back(self) -> None:
        if self.signed.put_back():
            self._done(self.words.say("The sheet lies in pencil again, with all that was typed."))

    def _print(self) -> None:
        if self.grid is not None:
            self.go.emit("papers", Wish("passbooks", year=self.grid.sheet.day.year))

    # --- what is seen ----------------------------------------------------------------------

    def _refused(self, sentence: str) -> None:
        """A refusal is said at the cell or field that it concerns."""
        if self.isVisible() and not self.page().problem(sentence):
            self.banner.say(sentence, Tone.BAD)

    def _see(self, page: QWidget) -> None:
        pencil = self.mode is Mode.PENCIL
        if isinstance(page, StepPage) and pencil and self.grid is not None:
            page.show_grid(self.grid)
        self._stack.setCurrentWidget(page)
        self.title.setVisible(not pencil)
        self.steps.setVisible(pencil)
        self.strip.setVisible(pencil)
        self.papers.setVisible(self.mode is Mode.INK)
        self.more.show_sheet(self.grid.sheet if self.grid is not None else None, self.words)
        if pencil:
            self.banner.clear()
        self._name()

    def _name(self) -> None:
        """Name the page and the primary button."""
        if self.mode is Mode.INK and self.grid is not None:
            self.title.setText(sheet_title(self.words, self.grid))
            self.primary.setText(
                with_key(self.words.say("Put it back on the table"), "F9")
                if self.signed.can_be_put_back()
                else self.words.say("Back to all meetings")
            )
        elif self.mode is Mode.PENCIL and self.grid is not None:
            self.title.setText(sheet_title(self.words, self.grid))
            if self.step is Step.SIGN:
                text = self.words.say(
                    "Sign: {written}", written=written_sentence(self.words, self.grid)
                )
            else:
                text = self.words.say("Go on: {step}", step=self.words.say(NAMES[self._next()]))
            self.primary.setText(with_key(text, "F9"))
        else:
            self.title.setText(self.words.say("Meetings"))
            self.primary.setText(
                self.words.say("Open the meeting")
                if self.desk.is_empty or self.book.open_sheet() is None
                else self.words.say("Go on with the sheet in pencil")
            )

    def _count_page(self) -> CountPage:
        page = CountPage(self.work, Step.COUNT)
        page.look_at.connect(self.look_at)
        return page

    def _lay_out_pages(self) -> None:
        for page in (self.sheets, self.signed, *self.pages.values()):
            self._stack.addWidget(page)
            page.asked.connect(self.go)
        self.body.addWidget(self.steps)
        self.body.addWidget(self._stack, 1)
        self.acts.addWidget(self.strip, 1)
        under = QHBoxLayout()
        under.setSpacing(10)
        under.addStretch(1)
        under.addWidget(self.more)
        under.addWidget(self.papers)
        under.addWidget(self.primary)
        self.acts.addLayout(under)
