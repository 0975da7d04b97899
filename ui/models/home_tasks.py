"""What is still to be done, as values and in words: each with the page where it is done."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ledger.rules.kip import Kip
from ledger.rules.meeting_values import SheetKind
from ledger.rules.people import MemberId
from translations import Words
from ui.models.loans import Pile

_NAMED = 3
"""So many people are named in one task."""


class Unfinished(StrEnum):
    """What can be left half done."""

    SHEET = "sheet"
    ASKED = "asked"
    WAITING = "waiting"
    OVERDUE = "overdue"
    DIVIDENDS = "dividends"
    INTEREST = "interest"
    YEAR = "year"
    MINUTES = "minutes"
    CANDIDATES = "candidates"
    LEAVE_OVER = "leave_over"
    GOING = "going"
    TERMS = "terms"
    CLAIMS = "claims"
    LENDER = "lender"
    GROUP = "group"
    FIRST_PAPERS = "first_papers"
    FIRST_BOOKLETS = "first_booklets"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that is still to be done: how many, what they come to (kip), its day or year.

    `names` are those whom it is about, and `member` the first of them.
    """

    kind: Unfinished
    number: int = 0
    kip: Kip = 0
    day: date | None = None
    sheet_kind: SheetKind | None = None
    names: tuple[str, ...] = ()
    member: MemberId | None = None


PILES = {
    Unfinished.ASKED: Pile.ASKED,
    Unfinished.WAITING: Pile.WAITING,
    Unfinished.OVERDUE: Pile.OVERDUE,
}
"""The tasks that are a pile of the list of loans."""
PLACES: dict[Unfinished, str] = {
    Unfinished.SHEET: "meeting",
    Unfinished.ASKED: "loans",
    Unfinished.WAITING: "loans",
    Unfinished.OVERDUE: "arrears",
    Unfinished.DIVIDENDS: "dividends",
    Unfinished.INTEREST: "savings_interest",
    Unfinished.YEAR: "year_end",
    Unfinished.MINUTES: "books",
    Unfinished.CANDIDATES: "candidates",
    Unfinished.LEAVE_OVER: "member_life",
    Unfinished.GOING: "member_life",
    Unfinished.TERMS: "hand_over",
    Unfinished.CLAIMS: "welfare",
    Unfinished.LENDER: "funds",
    Unfinished.GROUP: "funds",
    Unfinished.FIRST_PAPERS: "papers",
    Unfinished.FIRST_BOOKLETS: "booklets",
}
PICTURES: dict[Unfinished, str] = {
    Unfinished.SHEET: "edit",
    Unfinished.ASKED: "person",
    Unfinished.WAITING: "cash",
    Unfinished.OVERDUE: "warn",
    Unfinished.DIVIDENDS: "money_out",
    Unfinished.INTEREST: "passbook",
    Unfinished.YEAR: "year",
    Unfinished.MINUTES: "edit",
    Unfinished.CANDIDATES: "person",
    Unfinished.LEAVE_OVER: "calendar",
    Unfinished.GOING: "money_out",
    Unfinished.TERMS: "members",
    Unfinished.CLAIMS: "person",
    Unfinished.LENDER: "money_out",
    Unfinished.GROUP: "money_in",
    Unfinished.FIRST_PAPERS: "papers",
    Unfinished.FIRST_BOOKLETS: "passbook",
}


def item_of(task: Task) -> object:
    """What the page of a task is to show there."""
    if task.kind in PILES:
        return PILES[task.kind]
    return task.number if task.kind is Unfinished.YEAR else task.member


def task_sentence(words: Words, task: Task) -> str:
    """What is still to be done, with its figures."""
    n, kip = task.number, words.money(task.kip)
    match task.kind:
        case Unfinished.SHEET:
            return _sheet_sentence(words, task)
        case Unfinished.ASKED:
            return words.say_many(
                "{n} loan is asked for: {kip}.", "{n} loans are asked for: {kip}.", n, kip=kip
            )
        case Unfinished.WAITING:
            return words.say_many(
                "{n} loan is approved and not paid out: {kip}.",
                "{n} loans are approved and not paid out: {kip}.",
                n,
                kip=kip,
            )
        case Unfinished.OVERDUE:
            return words.say_many(
                "{n} loan is overdue with {kip}.", "{n} loans are overdue with {kip}.", n, kip=kip
            )
        case Unfinished.DIVIDENDS:
            return words.say_many(
                "{n} member has not taken the dividend: {kip}.",
                "{n} members have not taken their dividends: {kip}.",
                n,
                kip=kip,
            )
        case _:
            return _other_sentence(words, task)


def _other_sentence(words: Words, task: Task) -> str:
    """What is still to be done beside the loans and dividends."""
    match task.kind:
        case Unfinished.MINUTES:
            return words.say_many(
                "{n} decision is named and is not in the minutes.",
                "{n} decisions are named and are not in the minutes.",
                task.number,
            )
        case Unfinished.CANDIDATES | Unfinished.LEAVE_OVER | Unfinished.GOING | Unfinished.TERMS:
            return _people_sentence(words, task)
        case Unfinished.CLAIMS | Unfinished.LENDER | Unfinished.GROUP:
            return _fund_sentence(words, task)
        case Unfinished.FIRST_PAPERS | Unfinished.FIRST_BOOKLETS:
            return _first_sentence(words, task)
        case Unfinished.INTEREST:
            return words.say_many(
                "Interest on savings is to be credited, for {n} time.",
                "Interest on savings is to be credited, for {n} times.",
                task.number,
            )
        case _:
            year = words.year(task.number)
            return words.say("The year {year} is over and can be closed.", year=year)


def _fund_sentence(words: Words, task: Task) -> str:
    """What the welfare fund, or the group itself, is to pay."""
    if task.kind is Unfinished.CLAIMS:
        return words.say_many(
            "{n} welfare claim is not decided or not paid: {kip}.",
            "{n} welfare claims are not decided or not paid: {kip}.",
            task.number,
            kip=words.money(task.kip),
        )
    day, names = words.day(task.day) if task.day else "", ", ".join(task.names)
    if task.kind is Unfinished.GROUP:
        return words.say(
            "{names} is to pay {kip} on {day}.", kip=words.money(task.kip), names=names, day=day
        )
    return words.say(
        "{kip} are due to {names} on {day}.", kip=words.money(task.kip), names=names, day=day
    )


def _first_sentence(words: Words, task: Task) -> str:
    """What a new group does before it meets for the first time."""
    if task.kind is Unfinished.FIRST_PAPERS:
        return words.say(
            "Before the first meeting: print the short guide and the collection sheet."
        )
    return words.say("Before the first meeting: give every member a booklet.")


def _people_sentence(words: Words, task: Task) -> str:
    """Whom it is about; of many only the first."""
    names = ", ".join(task.names[:_NAMED]) + (" …" if task.number > _NAMED else "")
    if task.kind is Unfinished.CANDIDATES:
        return words.say("Asked to join, and the meeting decides: {names}.", names=names)
    if task.kind is Unfinished.LEAVE_OVER:
        return words.say("The leave is over: {names}. Is the member back?", names=names)
    if task.kind is Unfinished.GOING:
        return words.say("The notice is over; settle with {names}.", names=names)
    return words.say("The term of office is over: {names}.", names=names)


def task_act(words: Words, task: Task) -> str:
    """The button that goes to where it is done."""
    return {
        Unfinished.SHEET: words.say("Go on with it"),
        Unfinished.ASKED: words.say("Decide"),
        Unfinished.WAITING: words.say("See the loans"),
        Unfinished.OVERDUE: words.say("See who"),
        Unfinished.DIVIDENDS: words.say("Pay them"),
        Unfinished.INTEREST: words.say("See the interest"),
        Unfinished.YEAR: words.say("Close the year"),
        Unfinished.MINUTES: words.say("See the minutes"),
        Unfinished.CANDIDATES: words.say("See who has asked"),
        Unfinished.LEAVE_OVER: words.say("Write down that the member is back"),
        Unfinished.GOING: words.say("See the member's settlement"),
        Unfinished.TERMS: words.say("Election and hand-over"),
        Unfinished.CLAIMS: words.say("See the claims"),
        Unfinished.LENDER: words.say("See what is owed"),
        Unfinished.GROUP: words.say("See what is owed"),
        Unfinished.FIRST_PAPERS: words.say("See the papers"),
        Unfinished.FIRST_BOOKLETS: words.say("See the booklets"),
    }[task.kind]


def _sheet_sentence(words: Words, task: Task) -> str:
    day = words.long_day(task.day) if task.day else ""
    if task.sheet_kind is SheetKind.MEETING:
        return words.say("The meeting of {day} is still in pencil.", day=day)
    return words.say("The day sheet of {day} is still in pencil.", day=day)
