"""The trail in words: one plain sentence for each act, who did it, and when."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Protocol

from ledger.rules.days import month_of
from ledger.rules.people import Role
from ledger.rules.permits import Act
from ledger.statements.copies import Outcome
from ledger.statements.history import HistoryRow
from translations.marks import N_
from translations.naming import word
from translations.words import LANGUAGE_NAMES, Words

_SENTENCES: Mapping[str, str] = {
    "create_book": N_("The file of this book was made."),
    Act.START_BOOKS: N_("The books were begun."),
    Act.CHANGE_GROUP: N_("The facts of the group were changed."),
    Act.SET_OFFICERS: N_("The committee was written down."),
    Act.ADOPT_RULES: N_("New rules were adopted: resolution {resolution}, valid from {day}."),
    Act.ADD_MEMBER: N_("New in the register: {names}."),
    Act.CHANGE_MEMBER: N_("The facts of a member were changed: {names}."),
    Act.OPEN_SHEET: N_("The sheet of {day} was opened."),
    Act.PENCIL: N_("Something was written in pencil."),
    Act.SIGN_SHEET: N_("The sheet of {day} was signed; its money was entered in the book."),
    Act.BRING_IN: N_("{days} days, {first} to {last}, came in from a file."),
    Act.RECORD_DAY: N_("Money of {day} was written in the book."),
    Act.REQUEST_LOAN: N_("Loan {number} was asked for."),
    Act.PUT_OFF_LOAN: N_("The decision on loan {number} was put off: {reason}"),
    Act.CHANGE_GUARANTORS: N_("Others stand for loan {number} now: {reason}"),
    Act.TAKE_AHEAD: N_("Loan {number} was taken ahead of the waiting list: {reason}"),
    Act.DECIDE_LOAN: N_("Loan {number} was decided on."),
    Act.SIGN_CONTRACT: N_("The contract of loan {number} was written down."),
    Act.RESCHEDULE_LOAN: N_("Loan {number} got new due days: decision {decision}."),
    Act.PAUSE_INTEREST: N_("The interest of loan {number} was paused: decision {decision}."),
    Act.WAIVE_LOAN: N_("Some of loan {number} was waived: decision {decision}."),
    Act.WRITE_OFF_LOAN: N_("Loan {number} was written off: decision {decision}."),
    Act.PASS_LOAN_ON: N_("Loan {number} passed to a guarantor as loan {new}: decision {decision}."),
    Act.LEAVE_WELFARE: N_("Left the welfare fund with {day}: {names}."),
    Act.ASK_CLAIM: N_("Welfare claim {number} was asked for."),
    Act.DECIDE_CLAIM: N_("Welfare claim {number} was decided on."),
    Act.PAY_PENSIONS: N_("Pensions were paid: claims {numbers}."),
    Act.REVERSE_ENTRY: N_("Entry {number} was taken back."),
    Act.OPEN_ACCOUNT: N_("{name} was opened on {day}, by decision {decision}."),
    Act.CHANGE_ACCOUNT: N_("{name} is {now} from {day} on, by decision {decision}."),
    Act.CLOSE_ACCOUNT: N_("{name} was closed on {day}, by decision {decision}."),
    Act.BORROW: N_("A borrowing from {name} was agreed on {day}, by decision {decision}."),
    Act.LEND_GROUP: N_(
        "A loan to {name}, another group, was agreed on {day}, by decision {decision}."
    ),
    Act.COMPARE_BANK: N_("The bank book of {name} was compared for {day}."),
    Act.NEW_BOOKLET: N_("Booklet {number} was given out: {names}."),
    Act.LOST_BOOKLET: N_("Booklet {number} was lost and got copy {copy}: {names}."),
    Act.PRINT_BOOKLET: N_("{lines} lines were printed in booklet {number}: {names}."),
    Act.PRINT_RECEIPTS: N_("Receipts and vouchers were printed: No. {numbers}."),
    Act.PRINT_CONTRACT: N_("{paper} of loan {number} was printed to be signed ({language})."),
    Act.ASK_TO_JOIN: N_("Asked to join: {names}."),
    Act.DECIDE_MEMBER: N_("Taken into the group: {names} (decision {decision})."),
    Act.MOVE_HOUSEHOLD: N_("Moved to household {household}: {names}."),
    Act.GIVE_LEAVE: N_("On leave from {day}: {names} (decision {decision})."),
    Act.END_LEAVE: N_("Back from leave on {day}: {names}."),
    Act.RESIGN: N_("Gave notice on {day}: {names}."),
    Act.SETTLE: N_("Settled with {names} (decision {decision})."),
    Act.RECORD_DEATH: N_("Died on {day}: {names}."),
    Act.REJOIN: N_("Joined again on {day}: {names} (decision {decision})."),
    Act.HAND_OVER: N_("The committee handed over on {day} (decision {decision})."),
    Act.SET_PIN: N_("{name} has a new PIN."),
    Act.DROP_PIN: N_("{name} goes without a PIN from now on."),
    Act.RESET_PIN: N_("The PIN of {name} was set anew with two sealed codes."),
    Act.GIVE_OUT_CODES: N_("Three new sealed codes were given out."),
    Act.WRITE_PAPER_TEXT: N_("The text of a paper was changed: {paper} ({language})."),
    Act.STANDARD_PAPER_TEXT: N_("A paper has its standard text again: {paper} ({language})."),
    Act.CHANGE_PERMITS: N_("Who may do what was changed by decision {decision}: {acts}."),
    Act.CLOSE_YEAR: N_("The year {year} was closed. Signed by: {signed_by}."),
    Act.REOPEN_SHEET: N_("The sheet of {day} was opened again: {reason}"),
    Act.PUT_AWAY_SHEET: N_("The sheet of {day} was put away: {reason}"),
    Act.PUT_BACK_SHEET: N_("The sheet of {day} was put back on the table."),
    Act.HOLD_MONTH: N_("{month} and all before it are on hold."),
    Act.CLOSE_MONTH: N_("{month} and all before it are closed."),
    Act.REOPEN_MONTH: N_("{month} is open again: {reason}"),
    Act.WRITE_DECISION: N_("Decision No. {decision} was written into the minutes."),
    Act.GIVE_NOTICE: N_("A member gave notice of taking savings out."),
    Act.TAKE_BACK_NOTICE: N_("A notice of a withdrawal was taken back."),
    Act.GO_ON_WITH_OLDER: N_(
        "An older file was gone on with; act {known} had been here before: {reason}"
    ),
    Act.RESTORE: N_("The book was restored from a copy of act {copy}; act {known} was the newest."),
    Act.REHEARSE: N_("A copy was rehearsed."),
    Act.CONFIRM_DAY: N_("{day} was confirmed as the right day; the newest act was of {before}."),
    Act.CREDIT_INTEREST: N_("Interest on savings was credited."),
}
_APPROVED = {
    True: N_("Loan {number} was approved."),
    False: N_("Loan {number} was refused."),
}
_CLAIM_APPROVED = {
    True: N_("Welfare claim {number} was approved."),
    False: N_("Welfare claim {number} was refused."),
}
_REHEARSED = {
    True: N_("The copy of act {copy} was rehearsed and is good: {place}."),
    False: N_("The newest copy was rehearsed and is not good: {place}."),
}
_PRINTED_AGAIN = N_(
    "Receipts and vouchers were printed: No. {numbers}. Copies among them: No. {copies}."
)
_ONE_DAY = N_("One day, {first}, came in from a file.")
_BARE: Mapping[str, str] = {
    Act.ADOPT_RULES: N_("New rules were adopted."),
    Act.ADD_MEMBER: N_("Somebody is new in the register."),
    Act.CHANGE_MEMBER: N_("The facts of a member were changed."),
}
"""For acts that were written down without their facts."""
_OF_PAPERS = frozenset({Act.WRITE_PAPER_TEXT, Act.STANDARD_PAPER_TEXT})


class Done(Protocol):
    """Anything that says which act was done, and with which facts."""

    @property
    def act(self) -> str:
        """The name of the act."""

    @property
    def facts(self) -> Mapping[str, object]:
        """What the act was given, as plain words and whole numbers."""


def act_sentence(words: Words, row: Done) -> str:
    """What was done, as one sentence."""
    text = _text_of(row)
    if text is None:
        return words.say("Another act: {act}", act=row.act)
    try:
        return words.say(text, **_facts(words, row))
    except KeyError:
        return words.say(_BARE.get(row.act, N_("Another act: {act}")), act=row.act)


def _text_of(row: Done) -> str | None:
    """The sentence of an act, where it went one way or the other; nothing for an unknown act."""
    if row.act == Act.DECIDE_LOAN and "approved" in row.facts:
        return _APPROVED[bool(row.facts["approved"])]
    if row.act == Act.DECIDE_CLAIM and "approved" in row.facts:
        return _CLAIM_APPROVED[bool(row.facts["approved"])]
    if row.act == Act.DECIDE_MEMBER and not row.facts.get("approved"):
        return N_("Not taken into the group: {names} (decision {decision}).")
    if row.act == Act.PRINT_RECEIPTS and "copies" in row.facts:
        return _PRINTED_AGAIN
    if row.act == Act.REHEARSE and "outcome" in row.facts:
        return _REHEARSED[row.facts["outcome"] == Outcome.GOOD]
    ends = row.facts.get("first"), row.facts.get("last")
    one_day = row.act == Act.BRING_IN and ends[0] == ends[1] != ""
    return _ONE_DAY if one_day else _SENTENCES.get(row.act)


def _facts(words: Words, row: Done) -> Mapping[str, str]:
    """The facts of an act as the reader writes and calls them."""
    facts = {name: _fact(words, name, value) for name, value in row.facts.items()}
    if row.act in _OF_PAPERS:
        return _of_paper(words, row.facts)
    if row.act == Act.PRINT_CONTRACT:
        return {**facts, **_of_paper(words, row.facts)}
    if row.act == Act.BRING_IN:
        ends = {name: str(row.facts.get(name, "")) for name in ("first", "last")}
        facts |= {name: words.day(date.fromisoformat(day)) for name, day in ends.items() if day}
    if row.act == Act.REHEARSE:
        facts["place"] = facts.get("place") or words.say("this machine")
    acts = row.facts.get("acts")
    if isinstance(acts, list):
        facts["acts"] = ", ".join(word(words, "act", str(act)) for act in acts)
    return facts


def doer(words: Words, row: HistoryRow) -> str:
    """Who did it, and who stood beside."""
    if not row.name:
        return words.say("Whoever set the book up")
    role = word(words, "role", Role(row.role).value)
    text = words.say("{name} ({role})", name=row.name, role=role)
    return words.say("{name}, with {second}", name=text, second=row.second) if row.second else text


def when(words: Words, row: HistoryRow) -> str:
    """The day and the time by the computer's clock."""
    at = datetime.fromisoformat(row.at)
    return f"{words.day(at.date())} {at:%H:%M}"


def _fact(words: Words, name: str, value: object) -> str:
    match name, value:
        case "day" | "before", str():
            return words.day(date.fromisoformat(value))
        case "month", str():
            return words.month(month_of(date.fromisoformat(value)))
        case "year", int():
            return words.year(value)
        case _, list():
            return ", ".join(str(part) for part in value)
        case _, int():
            return words.number(value)
        case _:
            return str(value)


def _of_paper(words: Words, facts: Mapping[str, object]) -> dict[str, str]:
    paper, language = str(facts["paper"]), str(facts["language"])
    return {
        "paper": word(words, "loan_paper", paper),
        "language": LANGUAGE_NAMES.get(language, language),
    }
