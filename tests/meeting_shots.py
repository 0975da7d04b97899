"""The meeting in pictures: each step as a committee would have it before its eyes."""

from ledger.actions.collecting import keep_collection_sheet
from ledger.actions.loans import decide_loan, request_loan
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.rules.as_printed import Exceptional
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.meeting_values import Attendance, CashCount, Column, SheetKind
from ledger.rules.people import Actor
from ledger.statements.meeting_progress import Step, dues_open
from ui.models.meeting_grid import FIRST_MONEY
from ui.practice import notes_for
from ui.screens.meeting.collect_page import CollectPage
from ui.screens.meeting.from_paper import FromPaper
from ui.screens.meeting.pay_page import PayPage
from ui.screens.meeting.screen import MeetingScreen, Mode
from ui.screens.meeting.sign_page import SignPage
from ui.screens.screen import Screen


def the_list(page: Screen) -> None:
    """The earlier meetings, and the day of the next."""
    screen = _screen(page)
    screen.mode = Mode.LIST
    screen.sheets.show_sheets()
    screen._see(screen.sheets)


def opening(page: Screen) -> None:
    """The box is counted, and a thousand is missing."""
    screen = _screen(page)
    if screen.book.open_sheet() is None:
        screen.work.open(screen.today(), SheetKind.MEETING)
    screen.show_list()
    _count(screen, "opening", screen.book.meeting_sheet(screen.work.sheet).cash_before - 1_000)
    screen.go_to(Step.OPEN)


def who(page: Screen) -> None:
    """Most are here, two sent their money, one is away, and some have not been asked."""
    screen = _screen(page)
    rows = screen.book.meeting_sheet(screen.work.sheet).rows
    here = [row.member.id for row in rows if not row.typed]
    screen.work.mark(tuple(here[:-12]), Attendance.PRESENT)
    screen.work.mark((here[2], here[7]), Attendance.BY_NEIGHBOUR)
    screen.work.mark((here[4],), Attendance.ABSENT)
    screen.go_to(Step.WHO)


def collecting(page: Screen) -> None:
    """The grid with typed, grey and differing amounts, and one that was refused."""
    screen = _screen(page)
    screen.go_to(Step.COLLECT)
    grid = screen.book.meeting_sheet(screen.work.sheet)
    cells = dues_open(grid)
    screen.work.pencil_all(cells[: len(cells) // 2])
    for row, kip in ((1, 30_000), (5, 15_000), (8, 50_000)):
        screen.work.pencil(grid.rows[row].member.id, Column.SAVINGS, kip)
    view = _collect(screen).view
    view.setCurrentIndex(view.model().index(3, FIRST_MONEY + 2))
    screen.work.pencil(grid.rows[3].member.id, Column.INTEREST, 9_000_000)


def all_as_due(page: Screen) -> None:
    """What is asked before everything that is due is written."""
    screen = _screen(page)
    screen.go_to(Step.COLLECT)
    _collect(screen).view.problem("")
    _collect(screen).all_due.click()


def from_paper(page: Screen) -> None:
    """A meeting that was held on paper: two rows differ, and one is being typed."""
    screen = _screen(page)
    screen.go_to(Step.COLLECT)
    day = screen.book.sheet(screen.work.sheet).day
    printed = screen.book.collection_sheet(day)
    screen.desk.do(lambda book, actor: keep_collection_sheet(book, actor, printed=printed))
    dialog = FromPaper(screen.desk, screen.work.sheet, screen.window())
    dialog.code.show_value(printed.code)
    dialog.code.committed.emit(printed.code)
    dialog._put(Exceptional(4, absent=True))
    dialog._put(Exceptional(9, paid=((Column.SAVINGS, 35_000),)))
    dialog._row("013")
    dialog.show()


def paying(page: Screen) -> None:
    """An agreed loan waits; a cost and a withdrawal are written."""
    screen = _screen(page)
    screen.go_to(Step.PAY)
    pay = screen.pages[Step.PAY]
    assert isinstance(pay, PayPage)
    if not pay.loan_model.rows():
        screen.desk.do(_ask)
        screen.desk.do(_agree)
    if not pay.model.rows():
        pay.form.choose("expense")
        pay.form.kip.show_value(45_000)
        pay.form.note.show_value("ຊາ ແລະ ປຶ້ມ")
        pay.form.write.click()
        pay.form.choose("withdrawal")
        pay.form.member.show_member(screen.book.members()[9].id)
        pay.form.kip.show_value(200_000)
        pay.form.write.click()
    pay.form.choose("dividend")


def counting(page: Screen) -> None:
    """The box is counted again: thirty thousand are missing, and where to look."""
    screen = _screen(page)
    _count(screen, "closing", screen.book.meeting_sheet(screen.work.sheet).expected - 30_000)
    screen.go_to(Step.COUNT)


def signing(page: Screen) -> None:
    """The sums, and who signs."""
    screen = _screen(page)
    screen.go_to(Step.SIGN)


def ready_to_sign(page: Screen) -> MeetingScreen:
    """A whole meeting whose box agrees, with both who sign: one press is left."""
    for step in (opening, who, collecting):
        step(page)
    screen = _screen(page)
    _count(screen, "closing", screen.book.meeting_sheet(screen.work.sheet).expected)
    signing(page)
    sign = screen.pages[Step.SIGN]
    assert isinstance(sign, SignPage)
    first = sign.first.value()
    others = [o for o in screen.book.officers() if first is None or o.id != first.id]
    sign.second.show_value(others[0])
    return screen


def in_ink(page: Screen) -> None:
    """A meeting that was signed."""
    screen = _screen(page)
    signed = [sheet for sheet in screen.book.sheets() if sheet.signed]
    screen.show_item(signed[-1])


def _screen(page: Screen) -> MeetingScreen:
    assert isinstance(page, MeetingScreen)
    return page


def _collect(screen: MeetingScreen) -> CollectPage:
    collect = screen.pages[Step.COLLECT]
    assert isinstance(collect, CollectPage)
    return collect


def _count(screen: MeetingScreen, when: str, kip: int) -> None:
    count: CashCount = notes_for(kip, screen.book.rulebook(screen.today()).denominations)
    screen.work.count(when, count)


def _ask(book: Book, actor: Actor) -> Change:
    sheet = book.open_sheet()
    assert sheet is not None
    product = book.rulebook(sheet.day).loans.products[-1]
    free = [m for m in book.members() if not any(o.request.member == m.id for o in book.loans())]
    member, *others = free
    request = LoanRequest(
        member=member.id,
        day=sheet.day,
        kip=500_000,
        purpose=book.rulebook(sheet.day).loans.purposes[-1].code,
        product=product,
        months=product.months,
        guarantors=tuple(m.id for m in others[: product.guarantors]),
    )
    return request_loan(book, actor, request=request)


def _agree(book: Book, actor: Actor) -> Change:
    sheet, loan = book.open_sheet(), book.loans()[-1]
    assert sheet is not None
    names = tuple(officer.name for officer in book.officers()[:2])
    decision = LoanDecision(sheet.day, f"{loan.id}/{sheet.day.year}", True, loan.request.kip, names)
    return decide_loan(book, actor, loan=loan.id, decision=decision)


MEETING_SHOTS = (
    ("meeting_list", the_list),
    ("meeting_open", opening),
    ("meeting_who", who),
    ("meeting_collect", collecting),
    ("meeting_all_due", all_as_due),
    ("meeting_from_paper", from_paper),
    ("meeting_pay", paying),
    ("meeting_count", counting),
    ("meeting_sign", signing),
    ("meeting_ink", in_ink),
)
"""Every picture with what is done before it, in this order."""
