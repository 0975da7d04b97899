"""Who of the committee usually does what, and what always takes two of them."""

from dataclasses import dataclass
from enum import StrEnum

from ledger.rules.people import Role
from ledger.rules.refusals import Refusal


class Act(StrEnum):
    """Everything that is done to the book; each act is written down with who did it."""

    START_BOOKS = "start_books"
    CHANGE_GROUP = "change_group"
    SET_OFFICERS = "set_officers"
    ADOPT_RULES = "adopt_rules"
    ADD_MEMBER = "add_member"
    CHANGE_MEMBER = "change_member"
    OPEN_SHEET = "open_sheet"
    PENCIL = "pencil"
    SIGN_SHEET = "sign_sheet"
    RECORD_DAY = "record_day"
    BRING_IN = "bring_in"
    REQUEST_LOAN = "request_loan"
    PUT_OFF_LOAN = "put_off_loan"
    CHANGE_GUARANTORS = "change_guarantors"
    TAKE_AHEAD = "take_ahead"
    DECIDE_LOAN = "decide_loan"
    SIGN_CONTRACT = "sign_contract"
    RESCHEDULE_LOAN = "reschedule_loan"
    PAUSE_INTEREST = "pause_interest"
    WAIVE_LOAN = "waive_loan"
    WRITE_OFF_LOAN = "write_off_loan"
    PASS_LOAN_ON = "pass_loan_on"
    REVERSE_ENTRY = "reverse_entry"
    CLOSE_YEAR = "close_year"
    WRITE_DECISION = "write_decision"
    REOPEN_SHEET = "reopen_sheet"
    PUT_AWAY_SHEET = "put_away_sheet"
    PUT_BACK_SHEET = "put_back_sheet"
    HOLD_MONTH = "hold_month"
    CLOSE_MONTH = "close_month"
    REOPEN_MONTH = "reopen_month"
    GIVE_NOTICE = "give_notice"
    TAKE_BACK_NOTICE = "take_back_notice"
    CREDIT_INTEREST = "credit_interest"
    LEAVE_WELFARE = "leave_welfare"
    ASK_CLAIM = "ask_claim"
    DECIDE_CLAIM = "decide_claim"
    PAY_PENSIONS = "pay_pensions"
    OPEN_ACCOUNT = "open_account"
    CHANGE_ACCOUNT = "change_account"
    CLOSE_ACCOUNT = "close_account"
    BORROW = "borrow"
    LEND_GROUP = "lend_group"
    COMPARE_BANK = "compare_bank"
    NEW_BOOKLET = "new_booklet"
    LOST_BOOKLET = "lost_booklet"
    PRINT_BOOKLET = "print_booklet"
    PRINT_RECEIPTS = "print_receipts"
    PRINT_CONTRACT = "print_contract"
    ASK_TO_JOIN = "ask_to_join"
    DECIDE_MEMBER = "decide_member"
    MOVE_HOUSEHOLD = "move_household"
    GIVE_LEAVE = "give_leave"
    END_LEAVE = "end_leave"
    RESIGN = "resign"
    SETTLE = "settle"
    RECORD_DEATH = "record_death"
    REJOIN = "rejoin"
    HAND_OVER = "hand_over"
    GO_ON_WITH_OLDER = "go_on_with_older"
    RESTORE = "restore"
    REHEARSE = "rehearse"
    CONFIRM_DAY = "confirm_day"
    SET_PIN = "set_pin"
    DROP_PIN = "drop_pin"
    RESET_PIN = "reset_pin"
    GIVE_OUT_CODES = "give_out_codes"
    WRITE_PAPER_TEXT = "write_paper_text"
    STANDARD_PAPER_TEXT = "standard_paper_text"
    CHANGE_PERMITS = "change_permits"


@dataclass
class NotPermitted(Refusal):
    """The officer's role does not do this."""

    name: str
    role: Role
    act: Act


@dataclass
class NobodySignedIn(Refusal):
    """Nobody has said who is at the desk, and the books have begun."""

    act: Act


_HEADS = frozenset({Role.PRESIDENT, Role.VICE_PRESIDENT, Role.ACCOUNTANT})
_KEEPERS = _HEADS | {Role.TREASURER, Role.SECRETARY}
_COMMITTEE = _KEEPERS | {Role.MEMBER}
_SIGNERS = _COMMITTEE | {Role.AUDITOR}

# The auditor looks at everything and touches nothing; signing the closing is what she is there
# for. An adviser comes from outside the group.
_MAY = {
    Act.START_BOOKS: _HEADS,
    Act.CHANGE_GROUP: _HEADS,
    Act.SET_OFFICERS: _HEADS,
    Act.ADOPT_RULES: _HEADS,
    Act.ADD_MEMBER: _KEEPERS,
    Act.CHANGE_MEMBER: _KEEPERS,
    Act.OPEN_SHEET: _KEEPERS,
    Act.PENCIL: _KEEPERS,
    Act.SIGN_SHEET: _HEADS | {Role.TREASURER},
    Act.RECORD_DAY: _KEEPERS,
    Act.BRING_IN: _HEADS,
    Act.REQUEST_LOAN: _KEEPERS,
    Act.PUT_OFF_LOAN: _KEEPERS,
    Act.CHANGE_GUARANTORS: _KEEPERS,
    Act.TAKE_AHEAD: _KEEPERS,
    Act.DECIDE_LOAN: _COMMITTEE,
    Act.SIGN_CONTRACT: _KEEPERS,
    Act.RESCHEDULE_LOAN: _COMMITTEE,
    Act.PAUSE_INTEREST: _COMMITTEE,
    Act.WAIVE_LOAN: _COMMITTEE,
    Act.WRITE_OFF_LOAN: _COMMITTEE,
    Act.PASS_LOAN_ON: _COMMITTEE,
    Act.REVERSE_ENTRY: _HEADS | {Role.TREASURER},
    Act.CLOSE_YEAR: _SIGNERS,
    Act.WRITE_DECISION: _KEEPERS,
    Act.REOPEN_SHEET: _HEADS | {Role.TREASURER},
    Act.PUT_AWAY_SHEET: _KEEPERS,
    Act.PUT_BACK_SHEET: _KEEPERS,
    Act.HOLD_MONTH: _HEADS,
    Act.CLOSE_MONTH: _HEADS,
    Act.REOPEN_MONTH: _HEADS,
    Act.GIVE_NOTICE: _KEEPERS,
    Act.TAKE_BACK_NOTICE: _KEEPERS,
    Act.CREDIT_INTEREST: _HEADS | {Role.TREASURER},
    Act.LEAVE_WELFARE: _KEEPERS,
    Act.ASK_CLAIM: _KEEPERS,
    Act.DECIDE_CLAIM: _COMMITTEE,
    Act.PAY_PENSIONS: _KEEPERS,
    Act.OPEN_ACCOUNT: _HEADS,
    Act.CHANGE_ACCOUNT: _HEADS,
    Act.CLOSE_ACCOUNT: _HEADS,
    Act.BORROW: _HEADS,
    Act.LEND_GROUP: _HEADS,
    Act.COMPARE_BANK: _KEEPERS,
    Act.NEW_BOOKLET: _KEEPERS,
    Act.LOST_BOOKLET: _KEEPERS,
    Act.PRINT_BOOKLET: _KEEPERS,
    Act.PRINT_RECEIPTS: _KEEPERS,
    Act.PRINT_CONTRACT: _COMMITTEE,
    Act.ASK_TO_JOIN: _KEEPERS,
    Act.DECIDE_MEMBER: _COMMITTEE,
    Act.MOVE_HOUSEHOLD: _KEEPERS,
    Act.GIVE_LEAVE: _KEEPERS,
    Act.END_LEAVE: _KEEPERS,
    Act.RESIGN: _KEEPERS,
    Act.SETTLE: _HEADS | {Role.TREASURER},
    Act.RECORD_DEATH: _KEEPERS,
    Act.REJOIN: _KEEPERS,
    Act.HAND_OVER: _HEADS,
    Act.GO_ON_WITH_OLDER: _KEEPERS,
    Act.RESTORE: _KEEPERS,
    Act.REHEARSE: _KEEPERS,
    Act.CONFIRM_DAY: _KEEPERS,
    Act.SET_PIN: _SIGNERS,
    Act.DROP_PIN: _SIGNERS,
    Act.RESET_PIN: _SIGNERS,
    Act.GIVE_OUT_CODES: _HEADS,
    Act.WRITE_PAPER_TEXT: _HEADS,
    Act.STANDARD_PAPER_TEXT: _HEADS,
    Act.CHANGE_PERMITS: _HEADS,
}

NEVER_ALONE = frozenset(
    {
        *(Act.CLOSE_YEAR, Act.REOPEN_SHEET, Act.REOPEN_MONTH, Act.WRITE_OFF_LOAN, Act.HAND_OVER),
        *(Act.GO_ON_WITH_OLDER, Act.RESTORE, Act.GIVE_OUT_CODES, Act.ADOPT_RULES),
        *(Act.CHANGE_PERMITS, Act.SET_OFFICERS),
    }
)
"""What locks or opens what was signed, gives money up, hands the box on, changes the rules, or says
who is on the committee: no group can let one person do it alone. Where too few are left to agree,
the hand-over after an election writes the new committee down."""


def usual_roles(act: Act) -> frozenset[Role]:
    """The roles that do an act in a group that has agreed on nothing else."""
    return _MAY[act]
