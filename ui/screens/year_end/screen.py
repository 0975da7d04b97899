"""The page on which a year is closed, and on which closed years are looked at again."""

from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from ledger.actions.year_end import close_year
from ledger.book.change import Change, Topic
from ui.desk import Desk
from ui.models.closing import YearView, first_open, read_year, years_of
from ui.papers.wish import Wish
from ui.screens.screen import Screen
from ui.screens.year_end.confirm import ConfirmPage
from ui.screens.year_end.dividends import DividendsPage
from ui.screens.year_end.entries import EntriesPage
from ui.screens.year_end.page import YearPage
from ui.screens.year_end.profit import ProfitPage
from ui.screens.year_end.ready import ReadyPage
from ui.screens.year_end.result import ResultPage
from ui.screens.year_end.sharing import SharingPage
from ui.screens.year_end.step_bar import STEPS, Step, StepBar, step_name
from ui.widgets.asking import confirm
from ui.widgets.banner import Tone
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.choice import ChoiceBox
from ui.widgets.sign import SignLine


class YearEndScreen(Screen):
    """Six steps of one year. All may be looked at on any day; only the last one writes."""

    topics: ClassVar[frozenset[Topic]] = frozenset(Topic) - {Topic.DRAFT}

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.years = ChoiceBox()
        self.bar = StepBar(desk.words)
        self.ready = ReadyPage()
        self.profit = ProfitPage()
        self.sharing = SharingPage(desk.words)
        self.dividends = DividendsPage()
        self.entries = EntriesPage()
        self.confirm = ConfirmPage(desk.words)
        self.result = ResultPage()
        self.print_proposed = Button(picture="papers")
        self.in_words = Button(picture="edit")
        self.back = Button(picture="left")
        self.forward = PrimaryButton("right")
        self.close_it = PrimaryButton("lock")
        self.pay_out = PrimaryButton("money_out")
        self.earlier = SignLine()
        self._stack = QStackedWidget()
        self._year: int | None = None
        self._step = Step.READY
        self._view: YearView | None = None
        self._build()
        self._connect()

    # --- Screen ----------------------------------------------------------------------------

    def show_item(self, item: object) -> None:
        """Show a year by its number."""
        if isinstance(item, int):
            self._turn_to(item)

    def retranslate(self) -> None:
        """The page's own words; those of the steps come with the year."""
        words = self.words
        self.title.setText(words.say("Closing the year"))
        self.years.setAccessibleName(words.say("Year"))
        self.print_proposed.setText(words.say("Print as proposed"))
        self.in_words.setText(words.say("The year in words"))
        self.back.setText(words.say("Back"))
        self.pay_out.setText(words.say("Pay out the dividends"))

    def refresh(self, change: Change | None = None) -> None:
        """Read the year again: any money, member or rule may have changed its plan."""
        if self._year is None:
            self._year = first_open(self.book, self.today())
        view = self.desk.ask(lambda book: read_year(book, self._year or 0, self.today()))
        if view is None:
            return
        self._view = view
        self._offer_years()
        for page in self._pages():
            page.show_year(view, self.words)
        self.confirm.suggest(self.desk.actor)
        self._go_to(self._step)

    # --- steps -----------------------------------------------------------------------------

    def step(self) -> Step:
        """The step that is seen."""
        return self._step

    def view(self) -> YearView | None:
        """The year that is shown."""
        return self._view

    def _go_to(self, step: Step) -> None:
        view = self._view
        if view is None:
            return
        self._step = step
        closed = view.closed is not None
        self.bar.show_closed(closed)
        self.bar.mark(step)
        page = self.result if closed and step is Step.CONFIRM else self._page_of(step)
        self._stack.setCurrentWidget(page)
        self._show_buttons()

    def _show_buttons(self) -> None:
        view, words, place = self._view, self.words, STEPS.index(self._step)
        if view is None:
            return
        last = place == len(STEPS) - 1
        closed = view.closed is not None
        self.back.setEnabled(place > 0)
        self.forward.setVisible(not last)
        if not last:
            name = step_name(words, STEPS[place + 1], closed=closed)
            self.forward.setText(words.say("Next: {step}", step=name))
        # What is only tried out leads nowhere: the plan beyond is that of the rules.
        self.forward.setEnabled(not (self._step is Step.SHARES and self.sharing.is_tried()))
        self.pay_out.setVisible(last and closed)
        self.close_it.setVisible(last and not closed)
        self.close_it.setText(words.say("Close the year {year}", year=words.year(view.number)))
        self.close_it.setEnabled(self._may_close(view))
        self.print_proposed.setVisible(not closed and view.plan is not None)
        self._say_hindered(view)
        self._say_earlier(view)

    def _say_hindered(self, view: YearView) -> None:
        words = self.words
        step, sentence = Step.READY, ""
        if view.hindrances:
            number = len(view.hindrances)
            sentence = words.say_many(
                "The year cannot be closed yet: {n} thing is still to be finished.",
                "The year cannot be closed yet: {n} things are still to be finished.",
                number,
            )
        elif self.sharing.is_tried():
            step = Step.SHARES
            sentence = words.say(
                "Other percentages are being tried out. The year is closed by the rules only."
            )
        act = words.say("Look at: {step}", step=step_name(words, step))
        self.confirm.hinder(sentence, act, lambda: self._go_to(step))

    def _say_earlier(self, view: YearView) -> None:
        """What the figures of the other steps lack; the first step names it with the way there."""
        earlier = view.facts.earlier_open
        self.earlier.setVisible(earlier is not None and self._step is not Step.READY)
        if earlier is not None:
            said = self.words.say(
                "The year {year} is not closed yet. What was earned before this year is not "
                "shared out here.",
                year=self.words.year(earlier),
            )
            self.earlier.say(said, Tone.WARN)

    def _may_close(self, view: YearView) -> bool:
        return not view.hindrances and not self.sharing.is_tried() and self.confirm.is_right()

    def _close(self) -> None:
        view, words = self._view, self.words
        if view is None or view.plan is None:
            return
        year = words.year(view.number)
        names = " · ".join(officer.name for officer in self.confirm.chosen())
        agreed = confirm(
            self,
            words,
            title=words.say("Close the year {year}", year=year),
            sentence=words.say("Close the year {year} for good?", year=year),
            detail=words.say(
                "Profit {profit}, dividends {dividends}. Confirmed by: {names}.",
                profit=words.money(view.plan.profit),
                dividends=words.money(view.totals.total),
                names=names,
            ),
            do=words.say("Close the year {year}", year=year),
            danger=True,
        )
        if agreed:
            self._write(view)

    def _write(self, view: YearView) -> None:
        plan = view.plan
        first, *others = self.confirm.signers()
        today = self.today()
        if plan is not None and self.desk.do(
            lambda book, _: close_year(book, first, plan=plan, signers=tuple(others), today=today)
        ):
            self.confirm.forget()
            self.tell(
                self.words.say(
                    "The year {year} is closed and locked. The year {following} is open.",
                    year=self.words.year(view.number),
                    following=self.words.year(view.number + 1),
                )
            )

    # --- years -----------------------------------------------------------------------------

    def _turn_to(self, year: int) -> None:
        self._year = year
        self._step = Step.READY
        self.confirm.forget()
        self.look_again()

    def _offer_years(self) -> None:
        closed = {c.year.number for c in self.book.closed_years()}
        words = self.words
        self.years.offer(
            [
                (
                    year,
                    words.say("{year} – closed", year=words.year(year))
                    if year in closed
                    else words.say("{year} – open", year=words.year(year)),
                )
                for year in years_of(self.book, self.today())
            ]
        )
        self.years.show_value(self._year)

    # --- parts -----------------------------------------------------------------------------

    def _page_of(self, step: Step) -> YearPage:
        return self._pages()[STEPS.index(step)]

    def _pages(self) -> tuple[YearPage, ...]:
        return (
            self.ready,
            self.profit,
            self.sharing,
            self.dividends,
            self.entries,
            self.confirm,
            self.result,
        )

    def _build(self) -> None:
        self.years.setMinimumContentsLength(16)
        self.beside_title.addWidget(self.years)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.earlier)
        self.body.addWidget(self._stack, 1)
        for page in self._pages():
            self._stack.addWidget(page)
        self.acts.addWidget(self.in_words)
        self.acts.addWidget(self.print_proposed)
        self.acts.addStretch(1)
        for button in (self.back, self.forward, self.close_it, self.pay_out):
            self.acts.addWidget(button)

    def _connect(self) -> None:
        self.years.chosen.connect(self._turn_to)
        self.bar.chosen.connect(self._go_to)
        self.back.clicked.connect(lambda: self._walk(-1))
        self.forward.clicked.connect(lambda: self._walk(1))
        self.close_it.clicked.connect(self._close)
        self.in_words.clicked.connect(lambda: self.go.emit("year_words", self._year))
        self.pay_out.clicked.connect(lambda: self.go.emit("dividends", None))
        self.sharing.tried.connect(self._show_buttons)
        self.confirm.picked.connect(self._show_buttons)
        self.print_proposed.clicked.connect(
            lambda: self.go.emit("papers", Wish("proposed", year=self._year))
        )
        for page in self._pages():
            page.go.connect(self.go)
            page.year_wanted.connect(self._turn_to)

    def _walk(self, steps: int) -> None:
        place = STEPS.index(self._step) + steps
        self._go_to(STEPS[min(max(place, 0), len(STEPS) - 1)])
