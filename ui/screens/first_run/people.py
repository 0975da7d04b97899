"""The typed rows of members, officers, savings and loans: read strictly, told apart by number."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from ledger.rules.people import Member, MemberId, Officer, OfficerId, Role, Sex
from ledger.rules.rulebook import Rulebook, SavingMode
from ledger.rules.set_up import OpeningLoan
from translations import Words
from translations.naming import word
from translations.reading import Unreadable, Why, normalise, read_day, read_kip
from translations.sorting import fold
from translations.unreadable import sentence
from ui.bringing.meaning import YES, choice_of, says_yes, sex_of
from ui.models.entry_rows import CellWrong, Problem, Texts

NUMBER, NAME, SEX, HOUSEHOLD, UNIT, PHONE, JOINED, PROMISE, SHARES, WELFARE = range(10)
"""The places in a member's row."""

_NO = "no"


def told(read: Callable[[str], object], words: Words) -> Callable[[str], str]:
    """A reader of amounts or days as a reader of cells: what is wrong becomes a sentence."""

    def show(text: str) -> str:
        try:
            return str(read(text)) if text else ""
        except Unreadable as trouble:
            raise CellWrong(sentence(words, trouble)) from None

    return show


def needed(text: str, words: Words) -> str:
    """A name that must be there."""
    clean = normalise(text).strip()
    if not clean:
        raise CellWrong(words.say("A name is needed here."))
    return clean


def kip_reader(words: Words) -> Callable[[str], str]:
    """Reads an amount and shows it in figures."""
    return told(lambda text: words.kip(read_kip_above(text, words)), words)


def read_kip_above(text: str, words: Words) -> int:
    """An amount of zero or more in the smallest unit; 0 where nothing is typed."""
    kip = read_kip(text, words.money_format) if text else 0
    if kip < 0:
        raise Unreadable(text, Why.NOT_A_NUMBER)
    return kip


def day_reader(words: Words) -> Callable[[str], str]:
    """Reads a day and shows it in figures."""
    return told(lambda text: words.day(read_day(text)), words)


def show_sex(text: str, words: Words) -> str:
    """The word for a sex."""
    sex = sex_of(text)
    if sex is None:
        raise CellWrong(words.say("“{text}” is neither woman nor man.", text=text))
    return word(words, "sex", sex.value)


def show_yes(text: str, words: Words) -> str:
    """Yes or no."""
    return words.say("Yes") if says_yes(text) else words.say("No")


def yes_no(words: Words) -> tuple[tuple[str, str], ...]:
    """The two choices."""
    return (YES, words.say("Yes")), (_NO, words.say("No"))


def doubled(words: Words, rows: Sequence[Texts]) -> list[Problem]:
    """Every row whose number another row has taken before."""
    times = Counter(row[NUMBER] for row in rows if row[NUMBER])
    seen: set[str] = set()
    problems = []
    for number, row in enumerate(rows):
        if times[row[NUMBER]] > 1 and row[NUMBER] in seen:
            said = words.say("Number {number} is given twice.", number=row[NUMBER])
            problems.append(Problem(number, NUMBER, said))
        seen.add(row[NUMBER])
    return problems


def next_number(rows: Sequence[Texts]) -> str:
    """The number after the highest that was given, with as many figures."""
    given = [row[NUMBER] for row in rows if row[NUMBER].isdecimal()]
    width = max(map(len, given), default=3)
    return f"{max(map(int, given), default=0) + 1:0{width}d}"


def members_of(
    rows: Sequence[Texts], words: Words, rulebook: Rulebook, begin: date
) -> tuple[Member, ...]:
    """The typed rows as members. Raises Unreadable for a row that was not put right."""
    return tuple(_members(rows, words, rulebook, begin))


def _members(
    rows: Sequence[Texts], words: Words, rulebook: Rulebook, begin: date
) -> Iterator[Member]:
    everybody = bool(rulebook.welfare.contribution) and rulebook.welfare.everybody
    mode = rulebook.saving.mode
    for number, row in enumerate(rows, start=1):
        joined = read_day(row[JOINED]) if row[JOINED] else begin
        yield Member(
            id=MemberId(number),
            number=row[NUMBER],
            name=normalise(row[NAME]).strip(),
            joined=joined,
            sex=sex_of(row[SEX]) or Sex.UNSAID,
            household=normalise(row[HOUSEHOLD]).strip(),
            village_unit=normalise(row[UNIT]).strip(),
            phone=row[PHONE],
            welfare_since=joined if everybody or says_yes(row[WELFARE]) else None,
            promise=read_kip_above(row[PROMISE], words) if mode is SavingMode.PROMISE else 0,
            shares=read_kip(row[SHARES]) if mode is SavingMode.SHARES and row[SHARES] else 0,
        )


def officers_of(rows: Sequence[Texts], members: Sequence[Member]) -> tuple[Officer, ...]:
    """The committee; an officer who bears a member's name is that member."""
    by_name = {fold(member.name): member.id for member in members}
    named = [(role, normalise(name).strip()) for role, name in rows if name.strip()]
    return tuple(
        Officer(OfficerId(n), name, role_of(role), member=by_name.get(fold(name)))
        for n, (role, name) in enumerate(named, start=1)
    )


def role_of(text: str) -> Role:
    """Which post is meant. ValueError for none of them."""
    return Role(choice_of(text, "role", list(Role)) or text)


def loans_of(
    rows: Sequence[Texts], members: Sequence[Member], words: Words
) -> tuple[OpeningLoan, ...]:
    """The running loans; a member's number that nobody has is a KeyError."""
    ids = {member.number: member.id for member in members}
    return tuple(
        OpeningLoan(
            member=ids[number],
            product=product,
            purpose=purpose,
            kip=read_kip_above(kip, words),
            months=read_kip(months),
        )
        for number, product, purpose, kip, months in rows
    )
