"""What the committee should see before it lends, in plain sentences: guarantors, circles, load."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from ledger.book.book import Book
from ledger.rules.exposure import Exposure, circles_with
from ledger.rules.loan_values import LoanRequest
from ledger.rules.people import MemberId
from ledger.rules.transfers import LoanId
from ledger.rules.waiting_list import Waiting, WaitingList
from ledger.statements.household import HouseholdLoad, Light, Reason, Worry
from translations import N_, Words
from ui.models.members import shown_names

LIGHTS: Mapping[Light, tuple[str, str, str]] = {
    Light.GO: (N_("Nothing speaks against it"), "check", "good"),
    Light.LOOK: (N_("Look closely"), "warn", "warn"),
    Light.STOP: (N_("Speak with the household first"), "close", "bad"),
}
"""The verdict on a household: its words, its picture and its colour."""


def watch_lines(
    words: Words, book: Book, request: LoanRequest, *, loan: LoanId | None = None
) -> tuple[str, ...]:
    """What is to be seen of a request before it is approved; `loan` is its own where it has one."""
    names = shown_names(book.members())
    lines = [
        exposure_sentence(words, names[guarantor], book.exposure(guarantor))
        for guarantor in dict.fromkeys(request.guarantors)
    ]
    found = circles_with(request, book.guarantees(without=loan))
    return (*lines, *(circle_sentence(words, [names[m] for m in circle]) for circle in found))


def exposure_sentence(words: Words, name: str, exposure: Exposure) -> str:
    """What one person answers for, and what she has saved."""
    number = len(exposure.stands_for)
    saved, owes = words.money(exposure.savings), words.money(exposure.owes)
    if not number:
        return words.say(
            "{name} stands for nobody else, has saved {saved}, and owes {owes}.",
            name=name,
            saved=saved,
            owes=owes,
        )
    return words.say_many(
        "{name} stands for {n} loan with {kip}, has saved {saved}, and owes {owes}.",
        "{name} stands for {n} loans with {kip}, has saved {saved}, and owes {owes}.",
        number,
        name=name,
        kip=words.money(exposure.guaranteed),
        saved=saved,
        owes=owes,
    )


def circle_sentence(words: Words, names: Sequence[str]) -> str:
    """A circle of people who stand for each other."""
    if len(names) == 2:
        first, second = names
        return words.say("{first} and {second} stand for each other.", first=first, second=second)
    way = " → ".join((*names, names[0]))
    return words.say("A circle, in which each stands for the next: {way}.", way=way)


def circle_lines(words: Words, book: Book, found: Sequence[tuple[MemberId, ...]]) -> Iterator[str]:
    """The sentence for each circle."""
    names = shown_names(book.members())
    for circle in found:
        yield circle_sentence(words, [names[m] for m in circle])


def reason_sentence(words: Words, reason: Reason) -> str:
    """Why the committee should look at a household."""
    kip, other = words.money(reason.kip), words.money(reason.other)
    return _REASONS[reason.worry](words, kip, other)


_REASONS: Mapping[Worry, Callable[[Words, str, str], str]] = {
    Worry.LONG_OVERDUE: lambda words, kip, _: words.say(
        "{kip} is overdue, some of it for more than a month.", kip=kip
    ),
    Worry.OVERDUE: lambda words, kip, _: words.say(
        "{kip} is overdue for less than a month.", kip=kip
    ),
    Worry.HEAVY: lambda words, kip, other: words.say(
        "{kip} falls due in the coming year; last year {other} was paid: less than half.",
        kip=kip,
        other=other,
    ),
    Worry.HEAVIER: lambda words, kip, other: words.say(
        "{kip} falls due in the coming year; last year {other} was paid.", kip=kip, other=other
    ),
    Worry.UNPROVEN: lambda words, kip, _: words.say(
        "{kip} falls due in the coming year; nothing was paid on a loan in the last.", kip=kip
    ),
    Worry.GUARANTEES: lambda words, kip, other: words.say(
        "They stand for {kip} of others, and have saved {other}.", kip=kip, other=other
    ),
    Worry.AMONG_THEMSELVES: lambda words, kip, _: words.say(
        "For {kip} somebody of the same household stands.", kip=kip
    ),
}


def light_word(words: Words, load: HouseholdLoad) -> str:
    """The verdict in words."""
    return words.say(LIGHTS[load.light][0])


def waiting_sentence(words: Words, row: Waiting, waiting: WaitingList) -> str:
    """Where a loan stands in the waiting list, and why it waits where it does."""
    place = words.number(row.place)
    if row.reaches:
        return words.say(
            "Place {place} in the waiting list. There is enough cash for it.", place=place
        )
    return words.say(
        "It waits at place {place}: with all before it {together} is needed, "
        "and {cash} can be lent.",
        place=place,
        together=words.money(row.together),
        cash=words.money(waiting.cash),
    )
