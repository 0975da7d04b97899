"""Where a figure comes from, in words: its steps, its entries, and the rule as a sentence."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QColor

from ledger.rules.days import LAST_DAY
from ledger.rules.people import Member, MemberId
from ledger.statements.figure import Asked, Figure
from ledger.statements.why import Chapter, Moved, Step, StepName, Why
from reports.benefit_words import benefit_sentence
from reports.loans_in_short import product_sentence
from reports.rules_in_short import chapter_sentences
from translations import N_, Words
from translations.naming import word
from ui.look import COLOURS
from ui.models.closing import account_name, line_name
from ui.models.members import full_name
from ui.models.rows import Column

Members = Mapping[MemberId, Member]

_STEPS: Mapping[StepName, str] = {
    StepName.LENT_OUT: N_("Principal still owed"),
    StepName.CHARGED: N_("Charged so far by these terms"),
    StepName.PAID: N_("less what was paid of it"),
    StepName.DUE: N_("still due"),
    StepName.INCOME: N_("All income of the year"),
    StepName.COSTS: N_("less all costs"),
    StepName.PROFIT: N_("Profit"),
    StepName.POOL: N_("of that for dividends"),
    StepName.WEIGHT: N_("Weight of the member's savings"),
    StepName.ALL_WEIGHTS: N_("Weight of all savings together"),
    StepName.SHARE: N_("for dividends × the member's weight ÷ all weights"),
    StepName.UNIT: N_("rounded to whole"),
    StepName.DIVIDEND: N_("The member's dividend"),
    StepName.REFUND: N_("The member's refund of interest"),
    StepName.TOGETHER: N_("Together"),
    StepName.ASKED_FOR: N_("Asked for or approved, not handed over yet"),
    StepName.AT_STAKE: N_("Together"),
    StepName.DUE_PRINCIPAL: N_("Principal due on that day"),
    StepName.DUE_INTEREST: N_("Interest due on that day"),
    StepName.DUE_TOGETHER: N_("Together"),
    StepName.PAID_ALL: N_("Principal and interest paid so far"),
    StepName.PAID_ELSEWHERE: N_("less what filled the other due days"),
    StepName.PAID_HERE: N_("paid of this due day"),
    StepName.KIP_DAYS: N_("What the member owed at the end of each day, added up"),
    StepName.LENDER: N_("A moneylender's interest on that"),
    StepName.PAID_GROUP: N_("less the interest that the member paid to the group"),
    StepName.SPARED: N_("Stayed with the member"),
    StepName.GIVEN: N_("Given in the fund's year"),
    StepName.MISSING: N_("Still to give"),
    StepName.BY_TABLE: N_("By the table of benefits"),
    StepName.BENEFIT: N_("What the member gets, within the limits"),
    StepName.SAVED: N_("Saved so far"),
    StepName.DUE_TODAY: N_("Due on that day by the rules"),
    StepName.IN_CELLS: N_("Written on the sheet"),
    StepName.BOX_BEFORE: N_("Cash before the meeting, by the book"),
    StepName.BOX_IN: N_("Came in by this sheet"),
    StepName.BOX_OUT: N_("less what went out by it"),
    StepName.BOX: N_("Should be in the box"),
    StepName.MEMBERS: N_("Members who pay"),
    StepName.LATE_LOANS: N_("Loans that are overdue"),
    StepName.LATE: N_("Overdue on them together"),
    StepName.LINE: N_("of that by this line of the rules"),
}
_BARE = frozenset(
    {
        StepName.WEIGHT,
        StepName.ALL_WEIGHTS,
        StepName.KIP_DAYS,
        StepName.MEMBERS,
        StepName.LATE_LOANS,
    }
)
_NAMES: Mapping[Asked, str] = {
    Asked.PRINCIPAL: N_("Still owed on loan {loan}"),
    Asked.INTEREST_DUE: N_("Interest due on loan {loan}"),
    Asked.FINE_DUE: N_("Late fine due on loan {loan}"),
    Asked.OVERDUE: N_("Overdue on loan {loan}"),
    Asked.OWED: N_("Still owed by {member}"),
    Asked.ENTRY: N_("Entry {entry}"),
    Asked.SAVINGS: N_("{account} of {member}"),
    Asked.HERS: N_("{account} of {member}"),
    Asked.DIVIDEND: N_("Dividend of {member} for {year}"),
    Asked.PROFIT: N_("Profit of {year}"),
    Asked.REFUND: N_("Refund of interest to {member} for {year}"),
    Asked.SHARE: N_("Dividend and refund of {member} for {year}"),
    Asked.DUE_PRINCIPAL: N_("Principal of loan {loan} due on {due}"),
    Asked.DUE_INTEREST: N_("Interest of loan {loan} due on {due}"),
    Asked.DUE_TOGETHER: N_("Loan {loan}: due on {due}"),
    Asked.DUE_PAID: N_("Loan {loan}: paid of what is due on {due}"),
    Asked.LENDER: N_("What a moneylender would have taken from {member}"),
    Asked.SPARED: N_("What stayed with {member}"),
    Asked.WELFARE_DUE: N_("{member} still has to give to the welfare fund"),
    Asked.PENSION: N_("Pension of {member}"),
    Asked.LATE: N_("Overdue"),
    Asked.BOX: N_("Should be in the box"),
}


def figure_name(words: Words, why: Why, members: Members, loan: str) -> str:
    """What the figure is, by its account, its member or its loan."""
    figure = why.figure
    if figure.asked is Asked.ACCOUNTS:
        return " + ".join(account_name(words, why.rulebook, a) for a in figure.accounts)
    if figure.asked is Asked.AT_STAKE:
        return words.say("Owed or asked for on {loans}", loans=loan)
    if figure.asked is Asked.LINE:
        return line_name(words, why.rulebook.profit.lines[figure.line])
    whose = _whose(words, figure, members)
    if figure.asked is Asked.CELL:
        column = word(words, "column", figure.column) if figure.column else words.say("Together")
        return " · ".join(filter(None, (column, whose or words.say("All members"))))
    return words.say(
        _NAMES[figure.asked],
        loan=loan,
        member=whose,
        year=words.year(figure.year),
        entry=words.number(figure.entry or 0),
        due=words.day(figure.due) if figure.due else "",
        account="".join(account_name(words, why.rulebook, a) for a in figure.accounts[:1]),
    )


def _whose(words: Words, figure: Figure, members: Members) -> str:
    """Number and name of the member whose figure it is, unless it is to be told without."""
    if figure.nameless:
        return words.say("a member")
    member = members.get(figure.member) if figure.member is not None else None
    return f"{member.number} · {full_name(member)}" if member else ""


def reckoning(words: Words, why: Why) -> str:
    """In one sentence how the figure is put together."""
    moved = words.number(len(why.moved))
    kip, day = words.money(why.kip), words.long_day(why.figure.day)
    if why.figure.asked is Asked.ACCOUNTS:
        return words.say(
            "{before} stood there before, and {moved} entries come to {sum}: {kip} on {day}.",
            before=words.money(why.before),
            moved=moved,
            sum=words.money(why.kip - why.before),
            kip=kip,
            day=day,
        )
    if why.steps:
        return words.say("It is worked out in these steps, as on {day}.", day=day)
    if why.figure.day >= LAST_DAY:
        return words.say("{moved} entries come to {kip}.", moved=moved, kip=kip)
    return words.say("{moved} entries come to {kip} on {day}.", moved=moved, kip=kip, day=day)


def rules_of(words: Words, why: Why) -> tuple[str, ...]:
    """The rule behind the figure, since when it holds, and by which resolution."""
    said: tuple[str, ...] = ()
    if why.benefit is not None:
        said = (benefit_sentence(words, why.benefit),)
    elif why.product is not None:
        said = (product_sentence(why.product, words, why.rulebook),)
    elif why.chapter is not None:
        said = chapter_sentences(why.rulebook, words, why.chapter.value)
    if not said:
        return ()
    since = words.say(
        "Rules in force from {day}, resolution {number}.",
        day=words.day(why.rulebook.valid_from),
        number=why.rulebook.resolution or "–",
    )
    # The terms of a loan are those of the day it was asked for and not today's.
    return said if why.chapter is Chapter.LOANS else (*said, since)


def steps_of(words: Words, why: Why) -> tuple[tuple[str, str], ...]:
    """Each step of the reckoning and its value."""
    return tuple((words.say(_STEPS[step.name]), _value(words, step)) for step in why.steps)


def moved_columns(words: Words) -> Sequence[Column[Moved]]:
    """An entry and what it moved."""
    return (
        Column(words.say("Entry"), lambda one: words.number(one.posted.number)),
        Column(words.say("Day"), lambda one: words.day(one.posted.entry.day)),
        Column(words.say("What"), lambda one: _what(words, one)),
        Column(
            words.say("Amount"),
            lambda one: ("+" if one.kip > 0 else "") + words.kip(one.kip),
            figures=True,
            colour=lambda one: QColor(COLOURS["good" if one.kip > 0 else "bad"]),
        ),
    )


def points_at_rules(figure: Figure) -> bool:
    """Whether a rule of the group stands behind the figure at all."""
    return figure.asked not in {Asked.ACCOUNTS, Asked.ENTRY, Asked.HERS, Asked.BOX}


def _value(words: Words, step: Step) -> str:
    return words.number(step.value) if step.name in _BARE else words.kip(step.value)


def _what(words: Words, one: Moved) -> str:
    entry = one.posted.entry
    kinds = dict.fromkeys(word(words, "kind", t.kind.value) for t in entry.transfers)
    text = ", ".join(kinds)
    return f"{text} – {entry.note}" if entry.note.strip() else text
