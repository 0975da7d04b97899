"""Closes a year by command, or shows what closing it would do."""

import json
from argparse import Namespace

from ledger.actions.year_end import close_year
from ledger.rules.closing import plan_close
from ledger.rules.codec import to_plain
from translations import Words
from ui.commands.opening import officer_named, opened, today_of, words_of


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
