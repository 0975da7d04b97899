"""Closes a year by command, or shows what closing it would do."""

import json
from argparse import Namespace

from ledger.actions.year_end import close_year
from ledger.actions.year_texts import keep_year_texts
from ledger.rules.closing import plan_close
from ledger.rules.codec import to_plain
from ledger.statements.year_set import YearText
from translations import Words
from translations.naming import word
from translations.reading import normalise
from ui.commands.opening import keeper_of, officer_named, opened, today_of, words_of
from ui.commands.refusals import OptionUnreadable


def close(options: Namespace, words: Words) -> int:
    """Print the plan as JSON, or write it when the officers named behind --signed-by agree."""
    today = today_of(options)
    with opened(options.book) as book:
        plan = plan_close(book.year_facts(options.year, today))
        if options.plan:
            print(json.dumps(to_plain(plan), ensure_ascii=False, indent=1))
            return 0
        signers = [officer_named(book, name) for name in options.signed_by]
        if not signers:
            signers = [officer_named(book, o.name) for o in book.officers()[:1]]
        close_year(book, signers[0], plan=plan, signers=tuple(signers[1:]), today=today)
        profit = words_of(book, words).money(plan.profit)
    print(
        words.say("The year {year} is closed. Profit: {profit}", year=options.year, profit=profit)
    )
    return 0


def year_words(options: Namespace, words: Words) -> int:
    """Keep parts of a year's report in words, and print all that is kept of it."""
    typed = dict(_part(text) for text in options.text)
    with opened(options.book) as book:
        if typed:
            actor = officer_named(book, options.by) if options.by else keeper_of(book)
            keep_year_texts(book, actor, year=options.year, texts=typed)
        for part, text in book.year_texts(options.year).items():
            print(f"{word(words, 'year_text', part)}: {text}")
    return 0


def _part(text: str) -> tuple[YearText, str]:
    name, sign, said = text.partition("=")
    if not sign or name not in set(YearText):
        raise OptionUnreadable(option="--text", found=text)
    return YearText(name), normalise(said).strip()
