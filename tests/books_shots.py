"""The first page, the funds and the books in pictures."""

from ledger.actions.decisions import write_decision
from ledger.actions.months import close_month, hold_month
from ledger.rules.accounts import Account
from ledger.rules.days import month_of
from ledger.rules.decisions import Decision, Subject
from ledger.rules.transfers import EntryNumber
from ui.screens.books.at import At, Leaf
from ui.screens.books.screen import BooksScreen
from ui.screens.funds.screen import FundsScreen
from ui.screens.home.screen import HomeScreen
from ui.screens.screen import Screen

WELFARE = Account(3001)


def home(page: Screen) -> None:
    """The figures with both charts."""
    assert isinstance(page, HomeScreen)
    page.draw()


def funds(page: Screen) -> None:
    """The list, and a movement of its first fund proposed."""
    assert isinstance(page, FundsScreen)
    page.table.select_row(0)
    page.form.clear()


def too_much(page: Screen) -> None:
    """More is to be spent than the fund holds."""
    assert isinstance(page, FundsScreen)
    _show(page, WELFARE)
    page.form.kip.show_value(90_000_000)
    page.write.click()


def finding(page: Screen) -> None:
    """What a member owes of a closed year is being written."""
    assert isinstance(page, FundsScreen)
    page.form.choose("found_owed_by_her")
    page.form.kip.show_value(7_000)
    page.write.click()


def welfare(page: Screen) -> None:
    """Everything that went through one fund."""
    _show(page, WELFARE)


def nothing(page: Screen) -> None:
    """The empty form."""
    _show(page, None)


def reserve(page: Screen) -> None:
    """A fund that may be renamed or closed."""
    _show(page, Account(3002))


def bank(page: Screen) -> None:
    """The bank's book is being compared."""
    _show(page, Account(1001))


def cash_book(page: Screen) -> None:
    """What came and went."""
    _show(page, At(Leaf.CASH))


def entries(page: Screen) -> None:
    """One entry lies open."""
    _show(page, At(Leaf.ENTRIES, entry=EntryNumber(7_700)))


def searching(page: Screen) -> None:
    """Nothing of these days fits."""
    _show(page, At(Leaf.ENTRIES))
    assert isinstance(page, BooksScreen)
    page.entries.search.setText("123,456")


def earlier(page: Screen) -> None:
    """A past day beside today."""
    _show(page, At(Leaf.EARLIER))


def past(page: Screen) -> None:
    """The book of a past day lies open."""
    _show(page, At(Leaf.EARLIER))
    assert isinstance(page, BooksScreen)
    page.earlier.sheets.select_row(5)
    page.earlier.look_back.click()


def trial(page: Screen) -> None:
    """Both sides."""
    assert isinstance(page, BooksScreen)
    page.entries.search.clear()
    _show(page, At(Leaf.TRIAL))


def history(page: Screen) -> None:
    """Who did what."""
    _show(page, At(Leaf.HISTORY))


def minutes(page: Screen) -> None:
    """One decision is looked for among many."""
    if not any("ປຶ້ມ" in known.text for known in page.book.decisions()):
        decision = Decision(
            number=page.book.next_decision(page.today()),
            day=page.today(),
            subject=Subject.FUND,
            text="ໃຫ້ຊື້ປຶ້ມບັນຊີ 20 ຫົວ ດ້ວຍເງິນກອງທຶນພັດທະນາ ແລະ ໃຫ້ນາງ ຄຳ ເປັນຜູ້ຊື້",
            present=tuple(officer.name for officer in page.book.officers()),
            votes_for=31,
            votes_against=2,
        )
        write_decision(page.book, page.desk.actor, decision=decision, today=page.today())
    _show(page, At(Leaf.MINUTES))
    assert isinstance(page, BooksScreen)
    page.minutes.search.setText("ປຶ້ມ")


def months(page: Screen) -> None:
    """Months that are open, on hold and closed."""
    last = month_of(page.today()).plus(-1)
    if page.book.month_states().held is None:
        who, today = page.desk.actor, page.today()
        hold_month(page.book, who, month=last, today=today)
        close_month(page.book, who, month=last.plus(-2), today=today)
    _show(page, At(Leaf.MONTHS))


def checked(page: Screen) -> None:
    """The book was found to be sound."""
    assert isinstance(page, BooksScreen)
    _show(page, At(Leaf.CHECK))
    page.check.start.click()


def _show(page: Screen, item: object) -> None:
    page.show_item(item)
    page.look_again()


HOME_SHOTS = (("home", home),)
FUNDS_SHOTS = (("funds", funds), ("funds_refused", too_much), ("funds_finding", finding))
FUND_SHOTS = (("fund", welfare),)
ACCOUNT_SHOTS = (("account", nothing), ("account_reserve", reserve))
BANK_SHOTS = (("bank", bank),)
BORROWING_SHOTS = (("borrowing", nothing),)
BOOKS_SHOTS = (
    ("books_cash", cash_book),
    ("books_entries", entries),
    ("books_search", searching),
    ("books_trial", trial),
    ("books_minutes", minutes),
    ("books_months", months),
    ("books_history", history),
    ("books_check", checked),
    ("books_earlier", earlier),
    ("books_past", past),
)
