"""What is said when a fund, a bank, the network or a lender's money cannot move so."""

from ledger.rules.borrowing import (
    BorrowingNotRunning,
    BorrowingReceived,
    MoreThanBorrowed,
    TermsOutOfRange,
)
from ledger.rules.funds import (
    AccountClosed,
    AccountNotEmpty,
    FundTied,
    NameTaken,
    TooManyAccounts,
)
from ledger.rules.posting_funds import NotAsAgreed, SameFund
from ledger.rules.posting_group import DecisionNeeded
from ledger.rules.reconciliation import BankDiffers, NotOnTheWay
from translations import N_
from ui.messages.telling import Table, Told


def _differs(no: BankDiffers) -> str:
    if no.difference > 0:
        return N_(
            "{bank}: the bank's book shows {more} more than the ticked lines. Tick what is "
            "missing, or write the reason."
        )
    return N_(
        "{bank}: the bank's book shows {more} less than the ticked lines. Untick what it does not "
        "show, or write the reason."
    )


TOLD: Table = {
    AccountClosed: Told(
        N_("{account} was closed and takes no money any more."), accounts="account"
    ),
    NameTaken: Told(N_("The group has “{name}” already. Choose another name.")),
    TooManyAccounts: Told(N_("{kind}: {most} are the most that one group can have.")),
    AccountNotEmpty: Told(
        N_("{account}: {kip} stand there. It is closed when nothing is left."),
        kip="kip",
        accounts="account",
    ),
    FundTied: Told(
        N_(
            "{fund}: {balance} are in it, but only {free} are free: the rest is lent out or needed "
            "on a later day. It cannot be closed yet."
        ),
        kip="balance free",
        accounts="fund",
    ),
    SameFund: Told(N_("Choose another fund than {fund} for the money to go to."), accounts="fund"),
    DecisionNeeded: Told(
        N_(
            "From {least} on, spending from a fund needs the number of a decision. Write it beside "
            "the amount of {given}."
        ),
        kip="given least",
    ),
    NotAsAgreed: Told(
        N_("{lender}: {agreed} were agreed, and the money moves whole; {given} does not fit."),
        kip="given agreed",
        accounts="lender",
    ),
    BorrowingNotRunning: Told(N_("{lender}: nothing is owed there now."), accounts="lender"),
    BorrowingReceived: Told(
        N_("{lender}: this money has come or gone already."), accounts="lender"
    ),
    MoreThanBorrowed: Told(
        N_("{lender}: {most} end the debt; {given} is too much."),
        kip="given most",
        accounts="lender",
    ),
    TermsOutOfRange: Told(
        N_(
            "Interest of {rate} a month for {months} months cannot be right. A rate is 0 to 10 "
            "percent, the time 1 to 120 months."
        ),
        points="rate",
    ),
    BankDiffers: Told(
        _differs,
        kip="difference",
        accounts="bank",
        more=lambda words, no: {"more": words.money(abs(no.difference))},
    ),
    NotOnTheWay: Told(
        N_("Entry {number} cannot be ticked: it is not waiting in this bank on that day.")
    ),
}
"""Said calmly: nothing was written."""
