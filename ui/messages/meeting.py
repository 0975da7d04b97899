"""What is said about members, the meeting's sheet, the count, and entries taken back."""

from ledger.actions.counter import AlreadyTakenBack
from ledger.actions.meeting import SheetSigned, SheetStillOpen
from ledger.rules.meeting import BoxDiffers, BoxNotCounted, NoLoanToPay
from ledger.rules.meeting_cells import AbsentButPaid, MarkedAbsent
from ledger.rules.permits import NobodySignedIn, NotPermitted
from ledger.rules.refusals import (
    AmountOutOfRange,
    DayOutsideBooks,
    MemberNotActive,
    MemberUnknown,
)
from ledger.rules.register import BeneficiariesNotWhole, SharesOutOfRange
from ledger.rules.taking_back import NotToBeTakenBack, WouldGoBelowZero
from translations import N_
from ui.messages.telling import Table, Told


def _amount(no: AmountOutOfRange) -> str:
    if no.given > no.most:
        return N_("{given} is more than a book can hold. Check the zeros.")
    return N_("The amount must be above zero.")


def _box(no: BoxDiffers) -> str:
    if no.counted > no.expected:
        return N_(
            "The box holds {counted} and the book expects {expected}: {difference} too much. Look "
            "for it, or write down why."
        )
    return N_(
        "The box holds {counted} and the book expects {expected}: {difference} is missing. Look "
        "for it, or write down why."
    )


def _below(no: WouldGoBelowZero) -> str:
    if no.member is not None:
        return N_(
            "Taking this back would leave {account} of member {member} at {left}. Take back first "
            "what was entered after it."
        )
    return N_(
        "Taking this back would leave {account} at {left}. Take back first what was entered after "
        "it."
    )


TOLD: Table = {
    AlreadyTakenBack: Told(
        N_("Entry {number} was taken back before, or takes back another. Enter it anew instead.")
    ),
    SheetStillOpen: Told(
        N_("The sheet of {day} is still in pencil. Sign it first, then open another.")
    ),
    SheetSigned: Told(N_("The sheet of {day} is signed. It is put right by taking an entry back.")),
    NoLoanToPay: Told(
        N_("{member} has no open loan; {given} of interest or principal cannot be for one."),
        kip="given",
    ),
    BoxNotCounted: Told(N_("The cash box has not been counted. Count it before you sign.")),
    BoxDiffers: Told(
        _box,
        kip="counted expected",
        more=lambda words, no: {"difference": words.money(abs(no.counted - no.expected))},
    ),
    MarkedAbsent: Told(
        N_("{member} is marked absent. Mark how the money came, then type {given}."), kip="given"
    ),
    AbsentButPaid: Told(
        N_("{paid} stands in the row of {member}. Empty it first, then mark the member absent."),
        kip="paid",
    ),
    NobodySignedIn: Told(N_("Nobody has said who is at the desk. Choose your name first.")),
    NotPermitted: Told(N_("{name} ({role}) may not do this. Let another officer sign in.")),
    AmountOutOfRange: Told(_amount, kip="given most"),
    DayOutsideBooks: Told(N_("{day} cannot be written now. Days from {first} to {last} can.")),
    MemberNotActive: Told(N_("{member} cannot do this now: {status}.")),
    MemberUnknown: Told(N_("Nobody of that number is in the register."), members="member"),
    BeneficiariesNotWhole: Told(
        N_("The parts of the beneficiaries make {total}. They have to make 100%."), points="total"
    ),
    SharesOutOfRange: Told(N_("A member saves {least} to {most} shares a month, not {given}.")),
    NotToBeTakenBack: Told(
        N_("An entry of this kind is not taken back: {kind}. Enter what puts it right.")
    ),
    WouldGoBelowZero: Told(_below, kip="left", accounts="account", members="member"),
}
"""Said calmly: nothing was written."""
