"""The payments about what was found out later of a closed year, and which of them there are now."""

from ledger.rules.accounts import (
    CASH,
    CLAIMS_ON_MEMBERS,
    OWED_TO_MEMBERS,
    Account,
    Named,
    named_kind,
)
from ledger.rules.day_facts import DayFacts
from ledger.rules.kip import Kip
from ledger.rules.lines_findings import FindingPaidIn, FindingPaidOut, LaterFinding
from ledger.rules.people import MemberId
from translations import N_
from ui.models.payment import Given, Payment

_ASKS = ("account", "kip", "note", "year", "decision")


def _found(given: Given, *, more: bool) -> LaterFinding:
    return LaterFinding(
        given.year,
        given.kip,
        more,
        given.decision,
        fund=given.account,
        bank=given.bank,
        note=given.note,
    )


def _of_member(given: Given, *, owes: bool) -> LaterFinding:
    """Against a member: the account is the fund, the bank or the cash box where it shows."""
    kind = named_kind(given.account)
    in_fund = kind is Named.FUND
    return LaterFinding(
        given.year,
        given.kip,
        # What she owes is lacking in the box; but a fund that she owes it to gets more.
        owes if in_fund else not owes,
        given.decision,
        fund=given.account if in_fund else None,
        member=given.member,
        bank=given.account if kind is Named.BANK else None,
        note=given.note,
    )


FINDING_PAYMENTS: tuple[Payment, ...] = (
    Payment(
        "found_less",
        N_("Found later: too little, a fund bears it"),
        "funds",
        (*_ASKS, "bank"),
        lambda g: _found(g, more=False),
        Named.FUND,
    ),
    Payment(
        "found_more",
        N_("Found later: too much, a fund gets it"),
        "funds",
        (*_ASKS, "bank"),
        lambda g: _found(g, more=True),
        Named.FUND,
    ),
    Payment(
        "found_owed_by_her",
        N_("Found later: a member owes it"),
        "books",
        ("member", *_ASKS),
        lambda g: _of_member(g, owes=True),
        Named.FUND,
    ),
    Payment(
        "found_owed_to_her",
        N_("Found later: it is owed to a member"),
        "books",
        ("member", *_ASKS),
        lambda g: _of_member(g, owes=False),
        Named.FUND,
    ),
    Payment(
        "finding_paid_in",
        N_("A member pays what was found later"),
        "money_in",
        ("member", "kip", "bank"),
        lambda g: FindingPaidIn(g.member, g.kip, g.bank),
    ),
    Payment(
        "finding_paid_out",
        N_("Pay a member what was found later"),
        "money_out",
        ("member", "kip", "bank"),
        lambda g: FindingPaidOut(g.member, g.kip, g.bank),
    ),
)
"""Every kind of this part."""
FINDING_KEYS = tuple(payment.key for payment in FINDING_PAYMENTS)
_OPEN = {"finding_paid_in": CLAIMS_ON_MEMBERS, "finding_paid_out": OWED_TO_MEMBERS}


def finding_known(facts: DayFacts) -> dict[str, bool]:
    """Which of these payments can be about anything on the day."""
    closed = bool(facts.closed_years)
    known = dict.fromkeys(FINDING_KEYS, closed)
    waiting = {account for (account, _), kip in facts.findings.items() if kip}
    return known | {key: account in waiting for key, account in _OPEN.items()}


def finding_accounts(
    key: str, funds: tuple[Account, ...], banks: tuple[Account, ...]
) -> tuple[Account, ...]:
    """Where a difference with a member can show: in the cash box, a bank, or a fund."""
    return (CASH, *banks, *funds) if key.startswith("found_owed") else funds


def waiting_with(key: str, facts: DayFacts, member: MemberId) -> Kip | None:
    """What is still to be paid to a member or by her (kip), where the payment is about that."""
    if key == "dividend":
        return facts.dividends.get(member, 0)
    account = _OPEN.get(key)
    return None if account is None else facts.findings.get((account, member), 0)
