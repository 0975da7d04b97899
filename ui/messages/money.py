"""What is said when money cannot move so: saving, taking out, welfare, fees, funds, bank, cash."""

from collections.abc import Mapping

from ledger.rules.contributions import (
    DepositAboveMaximum,
    DepositBelowMinimum,
    DepositNotPromised,
    DepositSharesOutOfRange,
    NotWholeShares,
    PromiseMissing,
)
from ledger.rules.posting_funds import AccountNotOurs, BankShort, FundShort
from ledger.rules.posting_group import PayableShort
from ledger.rules.posting_loans import DividendShort
from ledger.rules.posting_members import (
    FeeAlreadyPaid,
    FeeDiffers,
    MissedFineAboveDue,
)
from ledger.rules.posting_saving import DepositMonthOutOfRange, SavingsInterestNotAgreed
from ledger.rules.refusals import CashShort, PastIsInk, WrittenAlready
from ledger.rules.withdrawals import (
    SavingsShort,
    WithdrawalBelowKept,
    WithdrawalNever,
    WithdrawalOnlyAtExit,
    WithdrawalWhileOwing,
)
from ledger.statements.slip_prints import PrintedMeanwhile
from ledger.statements.slips import NoMoneyMoved, NoReceipts
from translations import N_, Words
from ui.messages.telling import Table, Told


def _cash(no: CashShort) -> str:
    if no.kept:
        return N_(
            "On {day} the cash box holds {cash}, and {kept} has to stay in it. {wanted} cannot be "
            "paid out."
        )
    return N_(
        "On {day} the cash box holds {cash}. {wanted} cannot be paid out. Pay less, or fetch "
        "money from the bank first."
    )


def _fee(no: FeeDiffers) -> str:
    if no.rule:
        return N_("{fee}: the rules say {rule}, not {given}.")
    return N_("{fee}: the member has nothing to pay. Leave the amount empty.")


def _saved(no: DepositBelowMinimum) -> str:
    if no.saved:
        return N_(
            "With {saved} saved already this month and {given} now, the member is below the "
            "smallest deposit, {minimum}."
        )
    return N_("The smallest deposit is {minimum}; {given} is too little.")


def _above(no: DepositAboveMaximum) -> str:
    if no.month is not None:
        return N_(
            "By the rules of {since} nobody saves more than {maximum} for one month. For {month} "
            "the member has saved {saved} already; {given} more is too much."
        )
    return N_(
        "Nobody saves more than {maximum} in one month. The member has saved {saved} already; "
        "{given} more is too much."
    )


def _shares(words: Words, no: DepositSharesOutOfRange) -> Mapping[str, str]:
    least, most = no.least * no.share_value, no.most * no.share_value
    return {"least_kip": words.money(least), "most_kip": words.money(most)}


TOLD: Table = {
    PastIsInk: Told(
        N_(
            "This is the book as it stood on {day}. Nothing can be written in it. Go back to "
            "today first."
        )
    ),
    WrittenAlready: Told(
        lambda no: (
            N_("This stands on the sheet already. It was not written a second time.")
            if no.act is None
            else N_(
                "This was written already, as number {act} of what was done in this book. It was "
                "not written a second time."
            )
        )
    ),
    CashShort: Told(_cash, kip="cash wanted kept"),
    DepositBelowMinimum: Told(_saved, kip="minimum saved given"),
    DepositAboveMaximum: Told(_above, kip="maximum saved given"),
    DepositNotPromised: Told(
        N_(
            "The member has promised {promise} for each month. With {saved} saved already, "
            "{given} does not make it."
        ),
        kip="promise saved given",
    ),
    PromiseMissing: Told(
        N_("{member} has not promised a monthly amount yet. Write it on the member's page first.")
    ),
    NotWholeShares: Told(
        N_("One share is {share_value}; {given} is not a whole number of shares."),
        kip="share_value given",
    ),
    DepositSharesOutOfRange: Told(
        N_(
            "One month is {least} to {most} shares ({least_kip} to {most_kip}). With {saved} saved "
            "already, {given} does not fit."
        ),
        kip="share_value saved given",
        more=_shares,
    ),
    SavingsShort: Told(
        N_("The member has saved {savings}; {given} cannot be taken out."), kip="savings given"
    ),
    WithdrawalNever: Told(N_("By the group's rules savings are not taken out.")),
    WithdrawalOnlyAtExit: Told(
        N_(
            "By the group's rules savings are taken out when a member leaves. Enter first that "
            "{member} has left."
        )
    ),
    WithdrawalBelowKept: Told(
        N_(
            "{kept} has to stay in the member's savings of {savings}; {given} is too much to "
            "take out."
        ),
        kip="kept savings given",
    ),
    WithdrawalWhileOwing: Told(
        N_(
            "The member still owes {owed}, and so much of the savings of {savings} stays here. "
            "{given} is too much to take out."
        ),
        kip="owed savings given",
    ),
    DepositMonthOutOfRange: Told(
        N_("A deposit of this day is for a month from {first} to {last}, not for {month}.")
    ),
    FeeAlreadyPaid: Told(N_("{member} has paid this before and pays it once: {fee}.")),
    FeeDiffers: Told(_fee, kip="rule given"),
    MissedFineAboveDue: Told(
        N_("For missed months the member owes {due}; {given} is too much."), kip="due given"
    ),
    SavingsInterestNotAgreed: Told(N_("The group gives no interest on savings by its rules.")),
    DividendShort: Told(
        N_("The group owes the member a dividend of {owed}; {given} is too much."), kip="owed given"
    ),
    AccountNotOurs: Told(
        N_("The group has no account with number {number} for this. Choose one of its own."),
        more=lambda _, no: {"number": str(no.account)},
    ),
    FundShort: Told(
        N_("{fund}: there is {balance} in it; {given} is too much."),
        kip="balance given",
        accounts="fund",
    ),
    BankShort: Told(
        N_("{bank}: there is {balance} in it; {given} is too much."),
        kip="balance given",
        accounts="bank",
    ),
    PayableShort: Told(
        N_("{account}: the group owes {owed}; {given} is too much."),
        kip="owed given",
        accounts="account",
    ),
    NoReceipts: Told(
        N_("No money changed hands on {day}: there is no receipt to print. Choose another day.")
    ),
    PrintedMeanwhile: Told(
        N_(
            "The receipt No. {number} was printed in the meantime. Tear up this print and make "
            "the paper again: it then says that it is a copy."
        )
    ),
    NoMoneyMoved: Told(
        N_("No money changed hands with entry {number}: there is no receipt of it.")
    ),
}
"""Said calmly: nothing was written."""
