"""Does one act of the committee that is no line of a day's money: `do BOOK ACT name=value …`."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import replace

from translations import Words
from translations.normal import normalise
from ui.commands import (
    do_booklets,
    do_decisions,
    do_entries,
    do_funds,
    do_loans,
    do_meeting,
    do_people,
    do_permits,
    do_requests,
    do_saving,
    do_welfare,
)
from ui.commands.doer import Doers
from ui.commands.given import Given
from ui.commands.opening import keeper_of, money_of, officer_named, opened, today_of, words_of
from ui.commands.refusals import FactUnknown, NoSuchAct, OptionUnreadable
from ui.one_time import key_of

DOERS: Doers = {
    **do_entries.DOERS,
    **do_meeting.DOERS,
    **do_requests.DOERS,
    **do_saving.DOERS,
    **do_loans.DOERS,
    **do_welfare.DOERS,
    **do_funds.DOERS,
    **do_people.DOERS,
    **do_decisions.DOERS,
    **do_booklets.DOERS,
    **do_permits.DOERS,
}
"""Every act by the word that names it; each part of the book brings its own."""


def do(options: Namespace, words: Words) -> int:
    """Do the act, whole or not at all, and say what was written."""
    doer = DOERS.get(options.act)
    if doer is None:
        raise NoSuchAct(found=options.act, known=tuple(sorted(DOERS)))
    facts = _facts(options.facts, known=doer.facts)
    told = (f"{name}={facts[name]}" for name in sorted(facts))
    once = key_of("do", options.form, options.act, *told) if options.form else ""
    with opened(options.book) as book:
        actor = officer_named(book, options.by) if options.by else keeper_of(book)
        second = officer_named(book, options.second) if options.second else None
        change = doer.run(
            Given(
                book=book,
                actor=replace(actor, beside=second, once=once),
                second=second,
                today=today_of(options),
                money=money_of(book),
                spoken=words_of(book, words),
                facts=facts,
            )
        )
        act = book.history(1)[0]
    print(
        words.say(
            "{act}: written as number {number}, with {entries} entries",
            act=options.act,
            number=act.number,
            entries=len(change.entries),
        )
    )
    return 0


def _facts(typed: Sequence[str], *, known: tuple[str, ...]) -> Mapping[str, str]:
    facts = {}
    for text in typed:
        name, sign, value = text.partition("=")
        if not sign or name in facts:
            raise OptionUnreadable(option="ACT", found=text)
        if name not in known:
            raise FactUnknown(found=name, known=known)
        facts[name] = normalise(value)
    return facts
