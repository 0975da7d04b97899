"""Whatever is done to funds and banks, on whatever day: a plain dictionary agrees, day by day."""

from collections import defaultdict
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.actions.record import LineRefused, record_day
from ledger.book.book import Book
from ledger.rules.accounts import CASH, Account
from ledger.rules.kip import Kip
from ledger.rules.lines import FundGift, FundSpent, Line, ToBank
from ledger.rules.lines_funds import BankFee, FundMoved
from tests.villages import BANK, RESERVE, WELFARE, actor

FIRST = date(2026, 4, 1)
DAYS = 8
HOLDING = (WELFARE, RESERVE, BANK)
FUNDS = st.sampled_from([WELFARE, RESERVE])
PLACES = st.sampled_from([None, BANK])
KIPS = st.integers(1, 50_000)
LINES = st.one_of(
    st.builds(lambda f, k, b: FundGift(f, k, bank=b), FUNDS, KIPS, PLACES),
    st.builds(lambda f, k, b: FundSpent(f, k, bank=b), FUNDS, KIPS, PLACES),
    st.builds(lambda k: FundMoved(WELFARE, RESERVE, k, "1/2026"), KIPS),
    st.builds(lambda k: FundMoved(RESERVE, WELFARE, k, "2/2026"), KIPS),
    st.builds(lambda k: ToBank(BANK, k), KIPS),
    st.builds(lambda k: BankFee(BANK, k), KIPS),
)
ACTS = st.lists(st.tuples(st.integers(0, DAYS - 1), LINES), min_size=1, max_size=14)
Moves = dict[Account, Kip]


def moves_of(line: Line) -> Moves:
    """What a line adds to cash, funds and bank, said once more in plain words."""
    match line:
        case FundGift(fund=fund, kip=kip, bank=bank):
            return {fund: kip, bank or CASH: kip}
        case FundSpent(fund=fund, kip=kip, bank=bank):
            return {fund: -kip, bank or CASH: -kip}
        case FundMoved(fund=fund, to=to, kip=kip):
            return {fund: -kip, to: kip}
        case ToBank(bank=bank, kip=kip):
            return {bank: kip, CASH: -kip}
        case BankFee(bank=bank, kip=kip):
            return {bank: -kip}
    raise AssertionError(line)


class Plain:
    """What stands where at the end of each day, kept the simplest way there is."""

    def __init__(self, book: Book) -> None:
        self.days: list[defaultdict[Account, Kip]] = []
        for number in range(DAYS):
            now = book.balances(FIRST + timedelta(days=number))
            self.days.append(defaultdict(int, {a: now.get(a, 0) for a in (CASH, *HOLDING)}))

    def can(self, day: int, moves: Moves) -> bool:
        """Whether nothing that gives falls below zero on that day or any later one."""
        return all(
            standing[account] + kip >= 0
            for standing in self.days[day:]
            for account, kip in moves.items()
            if kip < 0
        )

    def take(self, day: int, moves: Moves) -> None:
        """Every day from that one on holds it."""
        for standing in self.days[day:]:
            for account, kip in moves.items():
                standing[account] += kip


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_a_dictionary_agrees_on_every_day(book: Book, acts: list[tuple[int, Line]]) -> None:
    """The book goes on from example to example; so does what it is held against."""
    plain = Plain(book)
    last = FIRST + timedelta(days=DAYS - 1)
    for day, line in acts:
        moves, on = moves_of(line), FIRST + timedelta(days=day)
        before = book.balances()
        try:
            record_day(book, actor(), day=on, lines=(line,), today=last)
        except LineRefused:
            assert not plain.can(day, moves)
            assert book.balances() == before
            continue
        assert plain.can(day, moves)
        plain.take(day, moves)
    for number, standing in enumerate(plain.days):
        found = book.balances(FIRST + timedelta(days=number))
        assert {a: found.get(a, 0) for a in standing} == dict(standing)
        assert min(standing.values()) >= 0
