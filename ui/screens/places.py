"""Where one can go in the window: the name of each page, its screen, and its place in the bar.

A page is named by its module and class and loaded when it is first opened, so that the window
stands before they are. A new screen adds one line here.
"""

from dataclasses import dataclass
from importlib import import_module

from ui.desk import Desk
from ui.screens.screen import Screen


@dataclass(frozen=True, slots=True)
class Place:
    """One page: `module` below ui.screens, and the class in it."""

    name: str
    module: str
    screen: str

    def make(self, desk: Desk) -> Screen:
        """The page itself. ImportError or AttributeError where it is not written yet."""
        made: object = getattr(import_module(f"ui.screens.{self.module}"), self.screen)(desk)
        if not isinstance(made, Screen):
            raise TypeError(f"{self.screen} is no Screen")
        return made


PLACES: tuple[Place, ...] = (
    Place("sign_in", "sign_in", "SignInScreen"),
    Place("search", "search", "SearchScreen"),
    Place("home", "home.screen", "HomeScreen"),
    Place("funds", "funds.screen", "FundsScreen"),
    Place("fund", "funds.fund", "FundScreen"),
    Place("welfare", "welfare.screen", "WelfareScreen"),
    Place("claim", "welfare.claim", "ClaimScreen"),
    Place("claim_request", "welfare.request", "ClaimRequestScreen"),
    Place("pensions", "welfare.pensions", "PensionsScreen"),
    Place("account", "funds.account", "AccountScreen"),
    Place("bank", "funds.bank", "BankScreen"),
    Place("borrowing", "funds.borrowing", "BorrowingScreen"),
    Place("books", "books.screen", "BooksScreen"),
    Place("welcome", "first_run.screen", "FirstRunScreen"),
    Place("settings", "settings.screen", "SettingsScreen"),
    Place("meeting", "meeting.screen", "MeetingScreen"),
    Place("members", "members.list", "MembersScreen"),
    Place("bring_in", "bringing.screen", "BringInScreen"),
    Place("member", "members.member", "MemberScreen"),
    Place("member_life", "members.life", "LifeScreen"),
    Place("candidates", "members.candidates", "CandidatesScreen"),
    Place("households", "members.households", "HouseholdsScreen"),
    Place("hand_over", "settings.hand_over", "HandOverScreen"),
    Place("loans", "loans.list", "LoansScreen"),
    Place("loan", "loans.loan", "LoanScreen"),
    Place("waiting", "loans.waiting", "WaitingScreen"),
    Place("arrears", "loans.arrears", "ArrearsScreen"),
    Place("circles", "loans.circles", "CirclesScreen"),
    Place("household", "loans.household", "HouseholdScreen"),
    Place("loan_request", "loans.request", "RequestScreen"),
    Place("savings_interest", "saving.interest", "SavingsInterestScreen"),
    Place("year_end", "year_end.screen", "YearEndScreen"),
    Place("dividends", "year_end.paying", "DividendsScreen"),
    Place("year_words", "year_end.words", "YearWordsScreen"),
    Place("booklets", "booklets.screen", "BookletsScreen"),
    Place("papers", "papers.screen", "PapersScreen"),
    Place("paper_texts", "paper_texts.screen", "PaperTextsScreen"),
    Place("network_sheet", "network.sheet", "NetworkSheetScreen"),
    Place("network", "network.many", "NetworkScreen"),
    Place("copies", "safe.copies", "CopiesScreen"),
    Place("rescue", "safe.rescue", "RescueScreen"),
    Place("compare", "safe.compare", "CompareScreen"),
)
"""Every page that `go` can reach. Those that stand in the bar have the names of ui.window.BAR."""
