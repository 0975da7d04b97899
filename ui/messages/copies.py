"""What is said of copies of the book: how far they go, what they hold, what would be lost."""

from collections.abc import Iterator, Mapping

from ledger.actions.restoring import Restored
from ledger.book.book import Book
from ledger.book.salvage import FileState, Salvage
from ledger.statements.copies import AgainstToday, CopyLook, LostEntry
from ledger.statements.history import HistoryRow
from ledger.statements.lists import Figures
from reports.trail_words import act_sentence
from translations import N_, Words
from ui.messages.findings import finding_sentence

_STATES: Mapping[FileState, str] = {
    FileState.GONE: N_("The file is gone."),
    FileState.READABLE: N_("The file is damaged; a part of it can still be read."),
    FileState.UNREADABLE: N_("The file is damaged and cannot be read."),
}


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
    return "" if look.figures is None else _figures(words, look.group, look.figures)


def _figures(words: Words, group: str, figures: Figures) -> str:
    return words.say(
        "{group}: {members} members, savings {savings}, lent out {loans}, cash {cash}.",
        group=group,
        members=words.number(figures.members),
        savings=words.money(figures.savings + figures.voluntary),
        loans=words.money(figures.loans_out),
        cash=words.money(figures.cash),
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


def state_line(words: Words, state: FileState) -> str:
    """What has become of the file."""
    return words.say(_STATES[state])


def salvage_lines(words: Words, salvage: Salvage, book: Book) -> Iterator[str]:
    """What can be saved of a damaged book: whose it is, up to when, from where, what is missing."""
    yield words.say("This can be saved:")
    yield _figures(words, book.group.name, book.figures(book.last_day()))
    yield words.say("Its last entry is of {day}.", day=words.long_day(book.last_day()))
    if salvage.copy:
        yield words.say("Acts from the newest sound copy: {acts}.", acts=words.number(salvage.copy))
    if salvage.from_file:
        yield words.say("Acts from the damaged file: {acts}.", acts=words.number(salvage.from_file))
    if salvage.from_mirror:
        yield words.say("Acts from the mirror log: {acts}.", acts=words.number(salvage.from_mirror))
    yield (
        _missing(words, salvage.known, salvage.missing)
        if salvage.missing
        else words.say("Nothing that was known on this machine is missing.")
    )


def missing_line(words: Words, salvage: Salvage) -> str:
    """What cannot be found again, and has to be entered from the papers."""
    return _missing(words, salvage.known, salvage.missing)


def salvage_told(words: Words, salvage: Salvage) -> Iterator[str]:
    """What was done with what could be saved, in short."""
    yield words.say("The book was put together anew and is open. The damaged file is kept.")
    if salvage.missing:
        yield _missing(words, salvage.known, salvage.missing)


def restored_lines(words: Words, done: Restored) -> Iterator[str]:
    """What was put back, and what of it could not be found again."""
    yield (
        words.say(
            "The book was put back from the copy of act {act}. The file that was there is kept.",
            act=words.number(done.copy),
        )
        if done.copy
        else words.say("The book was put together without a copy. The file that was there is kept.")
    )
    if done.from_file or done.from_mirror:
        yield words.say(
            "Added behind it: {file} acts from the damaged file, {mirror} from the mirror log.",
            file=words.number(done.from_file),
            mirror=words.number(done.from_mirror),
        )
    if done.missing:
        yield _missing(words, done.known, done.missing)


def _missing(words: Words, known: int, missing: int) -> str:
    return words.say(
        "Missing: acts {first} to {last}, which were known on this machine. Enter them again "
        "from the papers.",
        first=words.number(known - missing + 1),
        last=words.number(known),
    )
