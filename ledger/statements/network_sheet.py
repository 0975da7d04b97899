"""The group's sheet for the network: each figure, and what in the book it is added up from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from ledger.rules.accounts import (
    SAVINGS,
    VOLUNTARY_SAVINGS,
    Account,
    Family,
    Named,
    Side,
    family,
    named_kind,
    side,
)
from ledger.rules.balances import moved_on
from ledger.rules.days import add_months
from ledger.rules.kip import Kip
from ledger.rules.loan_values import Loan
from ledger.rules.network import (
    NO_LEADER,
    PARTS,
    PURPOSES,
    TEXT_MAX,
    TYPED,
    WOMEN_MEN,
    Figure,
    NetworkSheet,
    Sender,
)
from ledger.rules.people import Member, MemberId, Officer, Sex, Status
from ledger.rules.rulebook import Group, Rulebook
from ledger.rules.transfers import EntryNumber, Kind, LoanId, PostedEntry


@dataclass(frozen=True, slots=True)
class Behind:
    """One thing that a figure is added up from; `amount` is its part, a count or kip.

    It is an entry, a member, a household, a loan, an account or an officer of the book, or another
    figure of the sheet.
    """

    amount: int
    day: date | None = None
    entry: EntryNumber | None = None
    member: MemberId | None = None
    loan: LoanId | None = None
    account: Account | None = None
    name: str = ""
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class NetworkFacts:
    """What the sheet of one day is made of. Balances and savings in kip, at the end of the day.

    `lent` are the entries of the last twelve months that paid out loans, `funds` all entries up to
    the day that moved a fund, and `typed` what the group typed for the sheet.
    """

    group: Group
    book: str
    day: date
    rulebooks: tuple[Rulebook, ...]
    rulebook: Rulebook
    members: tuple[Member, ...]
    officers: tuple[Officer, ...]
    balances: Mapping[Account, Kip]
    savings: Mapping[MemberId, Kip]
    loans: Mapping[LoanId, Loan]
    lent: tuple[PostedEntry, ...]
    funds: tuple[PostedEntry, ...]
    typed: Mapping[Figure, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OpenSheet:
    """A sheet with everything its figures are added up from."""

    sheet: NetworkSheet
    behind: Mapping[Figure, tuple[Behind, ...]]


def first_day_of_loans(day: date) -> date:
    """The first of the twelve months whose loans stand on a sheet of this day."""
    return add_months(day, -12)


def network_sheet_of(facts: NetworkFacts) -> OpenSheet:
    """The sheet, each figure the sum of what stands behind it."""
    found: dict[Figure, list[Behind]] = {figure: [] for figure in _COUNTED}
    for figure, row in _everything(facts):
        found[figure].append(row)
    for whole, parts in PARTS.items():
        found[whole] = [Behind(_sum(found[part]), figure=part) for part in parts]
    figures = {figure: _sum(rows) for figure, rows in found.items()}
    return OpenSheet(
        sheet=NetworkSheet(
            sender=sender_of(facts.group, facts.book),
            day=facts.day,
            currency=facts.group.currency,
            practice=facts.group.practice,
            figures={
                **figures,
                **{figure: facts.typed[figure] for figure in TYPED if figure in facts.typed},
            },
        ),
        behind={figure: tuple(rows) for figure, rows in found.items()},
    )


def sender_of(group: Group, book: str) -> Sender:
    """Whose sheet it is; letters that nobody can see are left out of the names."""
    facts = (group.name, group.village, group.zone, group.district, group.province)
    name, village, zone, district, province = map(_seen, facts)
    return Sender(book, name, village, zone, district, province)


def _seen(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable()).strip()[:TEXT_MAX]


_HERE = frozenset({Status.ACTIVE, Status.ON_LEAVE})
_COUNTED = tuple(figure for figure in Figure if figure not in TYPED)
_EMERGENCY = "emergency"
_SAME_PURPOSE = {"trade": "trading"}
_FROM_PROFIT = frozenset({Kind.OPENING, Kind.CLOSING, Kind.ALLOCATION})
_FUNDS = {
    "welfare": Figure.PROFIT_WELFARE,
    "reserve": Figure.PROFIT_RESERVE,
    "development": Figure.PROFIT_DEVELOPMENT,
    "study_visit": Figure.PROFIT_STUDY_VISIT,
}
Found = Iterator[tuple[Figure, Behind]]


def _everything(facts: NetworkFacts) -> Found:
    yield from _people(facts)
    yield from _households(facts)
    yield from _savings(facts)
    yield from _own_money(facts)
    yield from _lent(facts)
    yield from _from_profit(facts)
    yield from _welfare(facts)
    for officer in facts.officers:
        if officer.serves(facts.day) and officer.role not in NO_LEADER:
            yield Figure.LEADERS_GROUP, Behind(1, name=officer.name, member=officer.member)


def _members(facts: NetworkFacts) -> tuple[Member, ...]:
    return tuple(m for m in facts.members if m.status in _HERE and m.joined <= facts.day)


def _people(facts: NetworkFacts) -> Found:
    for member in _members(facts):
        yield WOMEN_MEN[member.sex][0], Behind(1, member=member.id, day=member.joined)


def _households(facts: NetworkFacts) -> Found:
    homes: defaultdict[str, list[Member]] = defaultdict(list)
    for member in _members(facts):
        homes[member.household.strip()].append(member)
    homes.pop("", None)
    for home, people in homes.items():
        figure = WOMEN_MEN[_of_home(m.sex for m in people)][1]
        yield figure, Behind(1, name=home, member=people[0].id)


def _of_home(sexes: Iterable[Sex]) -> Sex:
    """A household with a woman among its members is a woman's; without one it is a man's."""
    found = set(sexes)
    return next((sex for sex in (Sex.FEMALE, Sex.MALE) if sex in found), Sex.UNSAID)


def _savings(facts: NetworkFacts) -> Found:
    for member, kip in facts.savings.items():
        yield Figure.SAVINGS_REGULAR, Behind(kip, member=member, account=SAVINGS)
    voluntary = facts.balances.get(VOLUNTARY_SAVINGS, 0)
    if voluntary:
        yield Figure.SAVINGS_VOLUNTARY, Behind(voluntary, account=VOLUNTARY_SAVINGS)


def _own_money(facts: NetworkFacts) -> Found:
    """The funds, and the group's own money: income not yet shared out counts, costs are taken."""
    for account, kip in sorted(facts.balances.items()):
        if not kip or family(account) in {Family.ASSET, Family.LIABILITY}:
            continue
        fund = named_kind(account) is Named.FUND
        figure = Figure.FUND_MONEY if fund else Figure.OWN_MONEY
        amount = kip if side(account) is Side.CREDIT else -kip
        yield figure, Behind(amount, account=account)


def _lent(facts: NetworkFacts) -> Found:
    """What was paid out in the twelve months, less what was taken back, and the loans counted."""
    kinds = {
        purpose.code: purpose.key or purpose.code
        for rules in facts.rulebooks
        for purpose in rules.loans.purposes
    }
    paid: defaultdict[LoanId, Kip] = defaultdict(int)
    for posted in facts.lent:
        back = posted.entry.reverses is not None
        for t in posted.entry.transfers:
            if t.kind is not Kind.PAY_OUT or t.loan is None:
                continue
            kip = -t.kip if back else t.kip
            row = Behind(
                kip, day=posted.entry.day, entry=posted.number, member=t.member, loan=t.loan
            )
            paid[t.loan] += kip
            loan = facts.loans[t.loan]
            yield Figure(f"lent_{_purpose_of(loan, kinds)}"), row
            if loan.request.product.loan_class == _EMERGENCY:
                yield Figure.EMERGENCY_LENT, row
    for number, kip in paid.items():
        if kip > 0:
            loan = facts.loans[number]
            row = Behind(1, loan=number, member=loan.request.member, name=loan.number)
            yield Figure(f"loans_{_purpose_of(loan, kinds)}"), row
            if loan.request.product.loan_class == _EMERGENCY:
                yield Figure.EMERGENCY_CASES, row


def _purpose_of(loan: Loan, kinds: Mapping[str, str]) -> str:
    kind = kinds.get(loan.request.purpose, loan.request.purpose)
    kind = _SAME_PURPOSE.get(kind, kind)
    return kind if kind in PURPOSES else "other"


def _from_profit(facts: NetworkFacts) -> Found:
    """What the funds had when the books began, and what every closing since put into them."""
    keys = {named.account: named.key for rules in facts.rulebooks for named in rules.accounts}
    for posted in facts.funds:
        for t in posted.entry.transfers:
            for account in (t.debit, t.credit):
                if t.kind not in _FROM_PROFIT or named_kind(account) is not Named.FUND:
                    continue
                figure = _FUNDS.get(keys.get(account, ""), Figure.PROFIT_OTHER)
                kip = moved_on(account, t)
                yield (
                    figure,
                    Behind(kip, day=posted.entry.day, entry=posted.number, account=account),
                )


def _welfare(facts: NetworkFacts) -> Found:
    for member in _members(facts):
        since = member.welfare_since
        if since is not None and since <= facts.day:
            yield Figure.WELFARE_MEMBERS, Behind(1, member=member.id, day=since)
    fund = facts.rulebook.welfare.fund
    kip = facts.balances.get(fund, 0) if fund is not None else 0
    if fund is not None and kip:
        yield Figure.WELFARE_FUND, Behind(kip, account=fund)


def _sum(rows: Iterable[Behind]) -> int:
    return sum(row.amount for row in rows)
