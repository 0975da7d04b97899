"""Prints a paper into a PDF file: one passbook, all passbooks, or the annual statement."""

from argparse import Namespace
from datetime import date

from ledger.rules.days import fiscal_year
from reports.annual import print_annual
from reports.passbook import print_passbooks
from translations import Words, open_words
from ui.commands.asked import member_named
from ui.commands.opening import as_of, money_of, opened, today_of
from ui.commands.refusals import NobodyOfThatName


def print_paper(options: Namespace, words: Words) -> int:
    """Print the paper that was asked for; the file appears whole or not at all."""
    today = today_of(options)
    with opened(options.book, as_of=as_of(options)) as book:
        in_group = open_words(words.language, money_of(book))
        last_month = book.rulebook(today).fiscal_year_end
        year = options.year or fiscal_year(today, last_month=last_month).number
        if options.paper == "annual":
            print_annual(book.annual(year, today), in_group, options.out)
        elif options.paper == "passbooks":
            print_passbooks(book.passbooks(date.min, today), in_group, options.out)
        else:
            if not options.member:
                raise NobodyOfThatName(found="")
            member = member_named(book, options.member)
            print_passbooks([book.passbook(member.id, date.min, today)], in_group, options.out)
    print(words.say("The paper is ready: {file}", file=options.out))
    return 0
