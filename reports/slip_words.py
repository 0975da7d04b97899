"""What receipts, vouchers and corrections say, apart from names and amounts."""

from collections.abc import Iterator

from ledger.rules.rulebook import Rulebook
from ledger.rules.transfers import Kind
from ledger.statements.slips import SignsAs, Slip, SlipKind, SlipLine
from reports.lists import account_namer
from reports.stamp import stamp_text
from translations import N_
from translations.naming import word
from translations.words import Words

TITLES: dict[SlipKind, str] = {
    SlipKind.RECEIPT: N_("Receipt"),
    SlipKind.VOUCHER: N_("Payment voucher"),
    SlipKind.CORRECTION: N_("Correction"),
}
SIGNS: dict[SignsAs, str] = {
    SignsAs.RECEIVED: N_("Money received by"),
    SignsAs.PAID: N_("Paid by"),
    SignsAs.AGREED: N_("Agreed by"),
    SignsAs.WITNESS: N_("Witness"),
}
_OTHERS: dict[SlipKind, str] = {
    SlipKind.RECEIPT: N_("For the payer"),
    SlipKind.VOUCHER: N_("For the receiver"),
    SlipKind.CORRECTION: N_("For the other side"),
}
_PARTY: dict[SlipKind, str] = {
    SlipKind.RECEIPT: N_("Received from"),
    SlipKind.VOUCHER: N_("Paid to"),
    SlipKind.CORRECTION: N_("With"),
}


def number_text(words: Words, slip: Slip) -> str:
    """The number, as the passbook writes it."""
    return words.say("No. {number}", number=slip.number)


def copies_of(words: Words, slip: Slip) -> tuple[str, str]:
    """What stands on the two halves: the group keeps one, whoever gave or took the other."""
    other = words.say("For the member") if slip.member else words.say(_OTHERS[slip.kind])
    return words.say("For the group"), other


def facts_of(words: Words, slip: Slip) -> list[tuple[str, str, bool]]:
    """The facts above the money: label, text, and whether it is a name that is never broken."""
    facts = [(words.say("Day"), words.day(slip.day), False)]
    if slip.month is not None:
        facts.append((words.say("For the month"), words.month(slip.month), False))
    return [*facts, *_who(words, slip), *_rests_on(words, slip)]


def _who(words: Words, slip: Slip) -> Iterator[tuple[str, str, bool]]:
    """Whose money it is, and who gave or took it where that is somebody else.

    Who took money is written in by hand where the book does not know it.
    """
    member, party = slip.member, slip.party
    if member is not None:
        name = f"{member.title} {member.name}".strip()
        if party != name:
            yield words.say("For whom"), f"{member.number} {name}", True
        else:
            party = f"{member.number} {name}"
    if party or slip.kind is SlipKind.VOUCHER:
        yield words.say(_PARTY[slip.kind]), party, True


def _rests_on(words: Words, slip: Slip) -> Iterator[tuple[str, str, bool]]:
    """What it takes back, the decision, the paper of the other side, and what is noted."""
    back = slip.takes_back
    if back is not None:
        day = words.day(back.day)
        said = words.say("No.\u00a0{number} of {day}", number=back.number, day=day)
        yield words.say("Takes back"), said, False
    facts = (
        (words.say("Decision"), ", ".join(slip.decisions)),
        (words.say("Number on their receipt"), slip.their_receipt),
        (words.say("Reason") if back is not None else words.say("Note"), slip.note),
    )
    yield from ((label, text, False) for label, text in facts if text)


def marks_of(words: Words, slip: Slip) -> tuple[str, ...]:
    """What must be seen first: that it is void, a copy, or from a practice group."""
    marks = []
    if slip.taken_back is not None:
        marks.append(
            words.say(
                "VOID – taken back by No.\u00a0{number} on {day}",
                number=slip.taken_back.number,
                day=words.day(slip.taken_back.day),
            )
        )
    if slip.copy:
        marks.append(
            words.say(
                "COPY {number} – the original was printed before", number=words.number(slip.copy)
            )
        )
    if slip.group.practice:
        marks.append(words.say("PRACTICE – not a real book"))
    return tuple(marks)


def line_text(words: Words, rulebook: Rulebook, line: SlipLine) -> str:
    """What one line is for."""
    what = word(words, "kind", line.kind.value)
    if line.account is not None:
        name = account_namer(words, rulebook)(line.account)
        what = f"{what} · {name}"
    if line.loan:
        loan = words.say("loan {number}", number=line.loan).replace(" ", "\u00a0")
        if line.kind is Kind.INTEREST:
            what = words.say("Interest")
        # The dot goes with the loan: no line ends with one.
        what = f"{what} ·\u00a0{loan}"
    return what


def foot_of(words: Words, slip: Slip) -> tuple[str, str]:
    """When it was printed, and the code of the book."""
    return words.say("Printed on {day}", day=words.day(slip.printed)), stamp_text(words)
