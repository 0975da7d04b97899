"""What the committee can do with a loan beside paying it out and taking repayments."""

from collections.abc import Mapping
from enum import StrEnum

from ledger.rules.loan_values import LoanStage
from ledger.rules.permits import Act
from translations import N_
from ui.models.money_way import LoanNow


class LoanAct(StrEnum):
    """One thing that can be done with a loan; its value names it on the page."""

    CONTRACT = "contract"
    PART = "part"
    RESCHEDULE = "reschedule"
    PAUSE = "pause"
    WAIVE = "waive"
    GUARANTOR_PAYS = "guarantor_pays"
    PASS_ON = "pass_on"
    WRITE_OFF = "write_off"
    RECOVER = "recover"


NAMES: Mapping[LoanAct, str] = {
    LoanAct.CONTRACT: N_("Write down the contract"),
    LoanAct.PART: N_("Hand over a further part"),
    LoanAct.RESCHEDULE: N_("Set new due days"),
    LoanAct.PAUSE: N_("Pause the interest"),
    LoanAct.WAIVE: N_("Waive interest or fine"),
    LoanAct.GUARANTOR_PAYS: N_("Take the guarantor's payment"),
    LoanAct.PASS_ON: N_("Pass the loan to the guarantor"),
    LoanAct.WRITE_OFF: N_("Write the loan off"),
    LoanAct.RECOVER: N_("Write down money that came back"),
}
"""What the button says that does it."""

PERMITS: Mapping[LoanAct, Act] = {
    LoanAct.CONTRACT: Act.SIGN_CONTRACT,
    LoanAct.PART: Act.RECORD_DAY,
    LoanAct.RESCHEDULE: Act.RESCHEDULE_LOAN,
    LoanAct.PAUSE: Act.PAUSE_INTEREST,
    LoanAct.WAIVE: Act.WAIVE_LOAN,
    LoanAct.GUARANTOR_PAYS: Act.RECORD_DAY,
    LoanAct.PASS_ON: Act.PASS_LOAN_ON,
    LoanAct.WRITE_OFF: Act.WRITE_OFF_LOAN,
    LoanAct.RECOVER: Act.RECORD_DAY,
}
_RUNNING = (
    LoanAct.CONTRACT,
    LoanAct.PART,
    LoanAct.RESCHEDULE,
    LoanAct.PAUSE,
    LoanAct.WAIVE,
    LoanAct.GUARANTOR_PAYS,
    LoanAct.PASS_ON,
    LoanAct.WRITE_OFF,
)


def acts_of(now: LoanNow) -> tuple[LoanAct, ...]:
    """What can be done with a loan as it stands; nothing for most that have ended."""
    stage = now.state.stage
    if stage is LoanStage.APPROVED:
        return (LoanAct.CONTRACT,)
    if stage is LoanStage.WRITTEN_OFF:
        return (LoanAct.RECOVER,)
    if stage is not LoanStage.PAID_OUT:
        return ()
    away = set()
    if left_to_hand_over(now) <= 0:
        away.add(LoanAct.PART)
    if not now.loan.request.guarantors:
        away |= {LoanAct.GUARANTOR_PAYS, LoanAct.PASS_ON}
    return tuple(act for act in _RUNNING if act not in away)


def left_to_hand_over(now: LoanNow) -> int:
    """How much of what was approved (kip) is not handed over yet."""
    paid = sum(move.kip for move in now.pencilled.moves if move.kind.value == "pay_out")
    return (now.loan.decision.kip if now.loan.decision else 0) - paid
