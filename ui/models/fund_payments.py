"""The payments about funds, network, banks and lenders, and the accounts each may choose from."""

from ledger.rules.accounts import (
    ADVISERS_PAYABLE,
    COMMITTEE_PAYABLE,
    Account,
    Named,
    named_kind,
)
from ledger.rules.borrowing import is_received
from ledger.rules.day_facts import DayFacts
from ledger.rules.kip import Kip
from ledger.rules.lines import (
    BankInterest,
    FromBank,
    FundGift,
    FundSpent,
    PayablePaid,
    SeedMoney,
    ToBank,
)
from ledger.rules.lines_funds import (
    BankFee,
    Borrowed,
    FundMoved,
    GroupLent,
    GroupPaid,
    LenderPaid,
    NetworkDue,
)
from translations import N_
from ui.models.payment import NOWHERE, Payment

FUND_PAYMENTS: tuple[Payment, ...] = (
    Payment(
        "fund_spent",
        N_("Spend from a fund"),
        "funds",
        ("account", "kip", "note", "bank", "decision"),
        lambda g: FundSpent(g.account, g.kip, g.note, decision=g.decision, bank=g.bank),
        Named.FUND,
    ),
    Payment(
        "fund_gift",
        N_("Somebody gives to a fund"),
        "funds",
        ("account", "kip", "note", "bank", "giver"),
        lambda g: FundGift(g.account, g.kip, g.note, g.giver, g.bank),
        Named.FUND,
    ),
    Payment(
        "fund_moved",
        N_("Move money to another fund"),
        "funds",
        ("account", "to", "kip", "note", "decision"),
        lambda g: FundMoved(g.account, g.to or NOWHERE, g.kip, g.decision, g.note),
        Named.FUND,
    ),
    Payment(
        "to_bank",
        N_("Carry cash to the bank"),
        "money_out",
        ("account", "kip"),
        lambda g: ToBank(g.account, g.kip),
        Named.BANK,
    ),
    Payment(
        "from_bank",
        N_("Fetch money from the bank"),
        "money_in",
        ("account", "kip"),
        lambda g: FromBank(g.account, g.kip),
        Named.BANK,
    ),
    Payment(
        "bank_interest",
        N_("The bank has paid interest"),
        "books",
        ("account", "kip"),
        lambda g: BankInterest(g.account, g.kip),
        Named.BANK,
    ),
    Payment(
        "bank_fee",
        N_("The bank has taken a fee"),
        "books",
        ("account", "kip", "note"),
        lambda g: BankFee(g.account, g.kip, g.note),
        Named.BANK,
    ),
    Payment(
        "network_due",
        N_("A contribution to the network falls due"),
        "books",
        ("account", "kip", "note"),
        lambda g: NetworkDue(g.account, g.kip, g.note),
        Named.NETWORK,
    ),
    Payment(
        "payable",
        N_("Pay committee, advisers or network"),
        "money_out",
        ("account", "kip", "note", "bank", "receipt"),
        lambda g: PayablePaid(g.account, g.kip, g.note, g.receipt, g.bank),
        Named.NETWORK,
    ),
    Payment(
        "borrowed",
        N_("The money of a lender comes"),
        "money_in",
        ("account", "kip", "bank"),
        lambda g: Borrowed(g.account, g.kip, g.bank),
        Named.LENDER,
    ),
    Payment(
        "lender_paid",
        N_("Pay a lender interest and principal"),
        "money_out",
        ("account", "kip", "bank", "receipt"),
        lambda g: LenderPaid(g.account, g.kip, g.receipt, g.bank),
        Named.LENDER,
    ),
    Payment(
        "group_lent",
        N_("The money lent to another group goes out"),
        "money_out",
        ("account", "kip", "bank"),
        lambda g: GroupLent(g.account, g.kip, g.bank),
        Named.GROUP,
    ),
    Payment(
        "group_paid",
        N_("Another group pays interest and principal"),
        "money_in",
        ("account", "kip", "bank"),
        lambda g: GroupPaid(g.account, g.kip, g.bank),
        Named.GROUP,
    ),
    Payment(
        "seed_money",
        N_("Capital given to the group"),
        "money_in",
        ("kip", "note", "bank", "giver"),
        lambda g: SeedMoney(g.kip, g.note, g.giver, g.bank),
    ),
)
"""Every kind of this part, the usual ones first."""


_AGREED = {"borrowed": False, "lender_paid": True, "group_lent": False, "group_paid": True}
"""The payments about an agreement with a lender or group: whether its money has moved before."""


def open_accounts(facts: DayFacts, kind: Named) -> tuple[Account, ...]:
    """The group's own accounts of a kind that take money on the day."""
    named = (a.account for a in facts.rulebook.accounts if named_kind(a.account) is kind)
    return tuple(account for account in named if account not in facts.closed)


def fund_accounts(key: str, facts: DayFacts, named: tuple[Account, ...]) -> tuple[Account, ...]:
    """Which of the accounts of its kind a payment can be about now."""
    if key == "payable":
        owed = (COMMITTEE_PAYABLE, ADVISERS_PAYABLE, *named)
        return tuple(account for account in owed if facts.balances.get(account, 0))
    if key in _AGREED:
        agreed = [a for a in named if a in facts.borrowings]
        came = _AGREED[key]
        return tuple(
            a
            for a in agreed
            if is_received(facts.borrowings[a]) is came and (not came or facts.balances.get(a, 0))
        )
    if key == "fund_moved" and len(named) < 2:
        return ()
    return named


def proposed(key: str, facts: DayFacts, account: Account | None) -> Kip | None:
    """The amount (kip) that such a payment usually is: as agreed, or as the rules ask a month."""
    if account is None:
        return None
    if key in {"borrowed", "group_lent"} and account in facts.borrowings:
        return facts.borrowings[account].kip
    named = facts.rulebook.named(account)
    if key == "network_due" and named is not None:
        return named.monthly or None
    return None
