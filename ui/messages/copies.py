"""What is said of copies of the book: how far they go, what they hold, what would be lost."""

from collections.abc import Iterator

from ledger.actions.restoring import Restored
from ledger.statements.copies import AgainstToday, CopyLook, LostEntry
from ledger.statements.history import HistoryRow
from reports.trail_words import act_sentence
from translations import Words
from ui.messages.findings import finding_sentence


def copy_lines(words: Words, look: CopyLook) -> Iterator[str]:
    """What a copy holds, or what is wrong with it."""
    yield words.say(
        "The copy goes up to act {act} and entry {entry}; its code is {code}.",
        act=words.number(look.paper.act),
        entry=words.number(look.paper.entry),
        code=look.paper.code,
    )
    if look.day is not None:
        yield words.say("Its newest entry is of {day}.", day=words.long_day(look.day))
    if look.meeting is not None:
        yield words.say("Its last signed meeting: {day}.", day=words.long_day(look.meeting))
    if look.figures is not None:
        yield figures_line(words, look)
        yield words.say("It was opened and worked out anew: everything is right.")
    for finding in look.wrong:
        yield finding_sentence(words, finding)


def figures_line(words: Words, look: CopyLook) -> str:
    """Whose book it is, with its members and total savings; "" where that cannot be trusted."""
    if look.figures is None:
        return ""
    return words.say(
        "{group}: {members} members, savings {savings}, lent out {loans}, cash {cash}.",
        group=look.group,
        members=words.number(look.figures.members),
        savings=words.money(look.figures.savings + look.figures.voluntary),
        loans=words.money(look.figures.loans_out),
        cash=words.money(look.figures.cash),
    )


def lost_lines(words: Words, lost: AgainstToday) -> Iterator[str]:
    """What today's book has and the copy lacks, one line for each entry."""
    if not lost.same_book:
        yield words.say("It is a copy of another book.")
    elif not lost.same_history:
        yield words.say("The copy holds acts that today's book does not have. Compare both first.")
    elif not lost.acts:
        yield words.say("Nothing would be lost: today's book has no later act.")
    else:
        yield words.say(
            "With this copy {acts} acts with {entries} entries would be lost:",
            acts=words.number(lost.acts),
            entries=words.number(len(lost.entries)),
        )
        yield from (lost_line(words, entry) for entry in lost.entries)
        yield from (lost_act(words, act) for act in lost.others)
    if lost.today is not None and lost.acts:
        yield words.say(
            "Today's book: {members} members, savings {savings}, lent out {loans}, cash {cash}.",
            members=words.number(lost.today.members),
            savings=words.money(lost.today.savings + lost.today.voluntary),
            loans=words.money(lost.today.loans_out),
            cash=words.money(lost.today.cash),
        )


def lost_line(words: Words, entry: LostEntry) -> str:
    """One entry that would be lost."""
    head = words.say(
        "{number} · {day} · {kip}",
        number=words.number(entry.number),
        day=words.day(entry.day),
        kip=words.money(entry.kip),
    )
    return " · ".join(part for part in (head, entry.member, entry.note) if part)


def lost_act(words: Words, act: HistoryRow) -> str:
    """One act without an entry that would be lost: a new member, a rule, a PIN."""
    return words.say(
        "act {number} · {sentence}",
        number=words.number(act.number),
        sentence=act_sentence(words, act),
    )


def restored_lines(words: Words, done: Restored) -> Iterator[str]:
    """What was put back, and what of it could not be found again."""
    yield words.say(
        "The book was put back from the copy of act {act}. The file that was there is kept.",
        act=words.number(done.copy),
    )
    if done.from_file or done.from_mirror:
        yield words.say(
            "Added behind it: {file} acts from the damaged file, {mirror} from the mirror log.",
            file=words.number(done.from_file),
            mirror=words.number(done.from_mirror),
        )
    if done.missing:
        first = done.known - done.missing + 1
        yield words.say(
            "Missing: acts {first} to {last}, which were known on this machine. Enter them again "
            "from the papers.",
            first=words.number(first),
            last=words.number(done.known),
        )
