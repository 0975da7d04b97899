"""What is done to both books, how often it was refused, and whether they still agree."""

from collections import Counter, deque
from collections.abc import Callable, Iterable
from datetime import date
from random import Random

from ledger.book.book import Book
from ledger.book.change import Change
from ledger.rules.accounts import Account, fund_of_loans, named_kind
from ledger.rules.borrowing import state_of
from ledger.rules.loan_values import Loan
from ledger.rules.loans import loan_state
from ledger.rules.people import Actor, MemberId
from ledger.rules.refusals import Refusal
from ledger.rules.transfers import EntryNumber
from tests.life.hand import Hand, Key
from tests.life.hand_desk import Desk
from tests.life.hand_loan import Owed

NAMES: dict[int, Key] = {
    1000: ("cash", 0),
    1100: ("lent", 0),
    2020: ("committee", 0),
    2021: ("advisers", 0),
    3900: ("seed", 0),
    3901: ("carried", 0),
    4000: ("income", "interest"),
    4001: ("income", "fines"),
    4002: ("income", "missed"),
    4003: ("income", "entry_fees"),
    4004: ("income", "passbooks"),
    4005: ("income", "loan_fees"),
    4006: ("income", "bank"),
    4007: ("income", "over"),
    4008: ("income", "recovered"),
    5000: ("cost", "savings_interest"),
    5001: ("cost", "short"),
    5002: ("cost", "written_off"),
    5003: ("cost", "lender"),
    5004: ("cost", "network"),
    5005: ("cost", "bank"),
    5006: ("cost", "exit_dividends"),
}
"""How the hand ledger calls what the program gives a fixed number."""
_OF_MEMBERS = {2000: "savings", 2001: "voluntary", 2010: "dividend", 2030: "settlement"}
_OWN = {"fund": "fund", "bank": "bank", "network": "network", "lender": "lender"}
_OWN |= {"income": "income", "expense": "cost"}


class DifferentError(AssertionError):
    """The two books do not agree."""


class Diary:
    """Both books side by side; every act goes through `both`.

    `lines` are entries of the program and the lines by hand that say the same.
    """

    lines: list[tuple[EntryNumber, int]]

    def __init__(self, book: Book, hand: Hand, actors: tuple[Actor, Actor], seed: int) -> None:
        self.book, self.hand = book, hand
        self.actor, self.second = actors
        self.random = Random(seed)
        self.day = hand.begin
        self.done: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.why: Counter[str] = Counter()
        self.last: deque[str] = deque(maxlen=40)
        self.compared = 0
        self.agreed: tuple[object, ...] = ()
        self.read_loans: dict[int, tuple[Loan, date, object]] = {}
        self.decisions = 0
        self.said: Refusal | None = None
        self.under: date | None = None
        self.lines = []
        self.desk = Desk(hand)

    @property
    def small(self) -> bool:
        """Whether each row of a meeting can be tried by itself in good time."""
        return len(self.book.members()) < 60

    def decision(self) -> str:
        self.decisions += 1
        return f"{self.decisions}/{self.day.year}"

    def both(
        self,
        kind: str,
        act: Callable[[], Change],
        told: Callable[[Change], object],
        *,
        loans: Iterable[int] = (),
        facts: str = "",
    ) -> bool:
        """Do it in the program, and by hand where the program did it; then compare."""
        before = self.newest()
        self.said = None
        try:
            change = act()
        except Refusal as refusal:
            self.said = refusal
            self.last.append(f"{self.day} {kind} {facts} refused: {refusal!r:.160}")
            self.refused[kind] += 1
            self.why[f"{kind}: {_why(refusal)}"] += 1
            if self.newest() != before:
                raise self.different(["a refused act was written down"]) from refusal
            if self.agreed == self._places():
                return False
        else:
            self.last.append(f"{self.day} {kind} {facts}")
            self.done[kind] += 1
            told(change)
            self.compare(loans)
            return True
        self.compare(loans)
        return False

    def newest(self) -> list[tuple[object, ...]]:
        """The number and the seal of the newest act: the seal covers all that was ever written."""
        return self.book.shelf.rows("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1")

    # --- comparing ----------------------------------------------------------------------------

    def compare(self, loans: Iterable[int] = (), *, everything: bool = False) -> None:
        """Cash, banks, funds, each member, each open loan: the same in both, or an error."""
        found, kept = self._in_book(), self._by_hand()
        wrong = [
            f"{key}: the book {found.get(key, 0)}, by hand {kept.get(key, 0)}"
            for key in sorted(found.keys() | kept.keys(), key=str)
            if found.get(key, 0) != kept.get(key, 0)
        ]
        self.compared += len(found.keys() | kept.keys())
        for loan in self.book.loans(open_only=not everything):
            if int(loan.id) in self.hand.loans:
                wrong += self._loan(loan)
        for account, borrowing in self.book.borrowings().items():
            state = state_of(borrowing, self.day)
            owed = self.hand.lenders[account].owed(self.day)
            same = (state.principal, state.interest_due) == (owed.principal, owed.interest)
            if not same:
                wrong.append(f"lender {account}: the book {state}, by hand {owed}")
        wrong += self.look()
        negative = [f"{key} is {kip}" for key, kip in kept.items() if kip < 0 and key[0] in _NEVER]
        if wrong or negative:
            raise self.different(wrong + negative)
        self.agreed = self._places()

    def _places(self) -> tuple[object, ...]:
        """Where both books are: while they stay there, what was compared need not be again."""
        raw = self.book.shelf.raw
        return id(raw), raw.total_changes, self.day, len(self.hand.lines)

    def look(self) -> list[str]:
        """What differs on the committee's desk; the acts that lie there look at it."""
        raise NotImplementedError

    def _loan(self, loan: Loan) -> list[str]:
        """What differs of one loan; the same loan, page and day agree as they did before."""
        page = self.hand.loans[int(loan.id)]
        read = (loan, self.day, page.written())
        if self.read_loans.get(int(loan.id)) == read:
            return []
        state = loan_state(loan, self.day)
        owed = page.owed(self.day)
        book = Owed(
            max(0, state.principal),
            state.interest_due,
            state.interest_asked,
            state.fine_due,
            state.principal_due,
            state.overdue,
        )
        self.compared += 6
        if book != owed:
            return [f"loan {loan.number} ({loan.id}): the book {book}, {owed}"]
        self.read_loans[int(loan.id)] = read
        return []

    def _in_book(self) -> dict[Key, int]:
        found: dict[Key, int] = {}
        for account, kip in self.book.balances().items():
            key = name_of(account)
            if key is not None and kip:
                found[key] = kip
        for kind, sums in (
            ("savings", self.book.savings()),
            ("voluntary", self.book.voluntary()),
            ("dividend", self.book.dividends_owed()),
            ("settlement", self.book.settlements_owed()),
        ):
            found |= {(kind, int(member)): kip for member, kip in sums.items() if kip}
        return found

    def _by_hand(self) -> dict[Key, int]:
        kept: dict[Key, int] = {}
        for key, kip in self.hand.sums.items():
            if kip:
                kept[key] = kip
                if key[0] in _OF_MEMBERS.values():
                    whole = ("all", key[0])
                    kept[whole] = kept.get(whole, 0) + kip
        return kept

    def different(self, wrong: list[str]) -> DifferentError:
        acts = "\n  ".join(self.last)
        return DifferentError(
            f"on {self.day}:\n  " + "\n  ".join(wrong) + f"\nlast acts:\n  {acts}"
        )

    # --- choosing -----------------------------------------------------------------------------

    def often(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def amount(self, most: int) -> int:
        """An amount up to `most`: mostly whole notes, sometimes all of it, at times odd kip."""
        if most < 1 or self.often(15):
            return max(1, most)
        kip = self.random.randint(1, most)
        return kip if self.often(30) or kip < 1_000 else kip // 1_000 * 1_000

    def members(self) -> list[MemberId]:
        """Those who are in the group now."""
        gone = {"left", "died"}
        return [m.id for m in self.book.members() if m.status.value not in gone]

    def earlier(self) -> date:
        """Today, or at times a day that has gone by and may still be written."""
        if self.under is not None:
            return self.under
        if self.often(20):
            back = date.fromordinal(self.day.toordinal() - self.random.randint(1, 25))
            return max(back, self.hand.begin)
        return self.day


_NEVER = {"cash", "bank", "savings", "voluntary", "dividend", "settlement", "lent", "fund"}
_NEVER |= {"committee", "advisers", "network", "lender"}


def name_of(account: Account) -> Key | None:
    """How the hand ledger calls an account."""
    if account in _OF_MEMBERS:
        return ("all", _OF_MEMBERS[account])
    if account in NAMES:
        return NAMES[account]
    fund = fund_of_loans(account)
    if fund is not None:
        return ("lent", fund)
    kind = named_kind(account)
    if kind is not None:
        return (_OWN[kind.value], int(account))
    return ("account", int(account))


def _why(refusal: Refusal) -> str:
    inner = getattr(refusal, "why", None)
    return type(refusal).__name__ if inner is None else f"{_why(inner)}"
