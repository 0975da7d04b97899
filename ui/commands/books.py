"""The commands about a whole book: make the practice group, begin a new one, check one."""

import json
import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from ledger.actions.set_up import begin_book
from ledger.rules.accounts import CARRIED_FORWARD, SEED_MONEY, Account
from ledger.rules.codec import from_plain
from ledger.rules.kip import Kip
from ledger.rules.meeting_values import CashCount
from ledger.rules.people import SET_UP, Member, Officer, OfficerId, Role
from ledger.rules.refusals import FactUnreadable
from ledger.rules.rulebook import Group, Rulebook
from ledger.rules.set_up import SetUp, opening_day
from resources import path
from translations import MoneyFormat, Words
from translations.reading import Unreadable, read_kip
from ui.commands import opening
from ui.commands.opening import day_option, opened
from ui.commands.opening_file import Saved, read_members
from ui.commands.opening_money import read_borrowings, read_loans
from ui.commands.refusals import FileUnusable, OptionUnreadable
from ui.messages.findings import finding_sentence
from ui.practice import make_practice_group

RULE_FILE_BYTES_MAX = 1_000_000


def practice(options: Namespace, words: Words) -> int:
    """Make the practice group; its months are named as they go by."""
    options.folder.mkdir(parents=True, exist_ok=True)
    file = make_practice_group(
        options.folder, progress=lambda month: print(words.month(month), file=sys.stderr)
    )
    print(words.say("The practice group is ready: {file}", file=file))
    return 0


def new(options: Namespace, words: Words) -> int:
    """Begin a new book with the rules of a file or template, and what else was given."""
    begin = day_option(options.begin, "--begin", opening.now().astimezone().date())
    group = Group(
        name=options.name,
        village=options.village,
        zone=options.zone,
        district=options.district,
        province=options.province,
        currency=options.currency,
        decimals=options.decimals,
        books_begin=begin,
    )
    rulebook = read_rules(options.rules)
    set_up = _set_up(options, group, rulebook)
    begin_book(options.book, SET_UP, set_up=set_up, clock=opening.now).close()
    print(words.say("The book is begun: {file}", file=options.book))
    return 0


def _set_up(options: Namespace, group: Group, rulebook: Rulebook) -> SetUp:
    """Members with their savings, loans, debts, funds and cash, as far as they were given."""
    begin = group.books_begin or rulebook.valid_from
    money = MoneyFormat(decimals=group.decimals, currency=group.currency)
    nobody: tuple[tuple[Member, ...], Saved, Saved] = ((), (), ())
    people = read_members(options.members, money, begin) if options.members else nobody
    members, savings, voluntary = people
    cash = _kip("--cash", options.cash, money) if options.cash else 0
    begun = SetUp(
        group=group,
        begin=begin,
        rulebook=rulebook,
        officers=tuple(_officer(n, text) for n, text in enumerate(options.officer, start=1)),
        members=members,
        savings=savings,
        voluntary=tuple((member, kip) for member, kip in voluntary if kip),
        accounts=tuple(_opening(text, rulebook, money) for text in options.opening),
        count=CashCount(((1, cash),) if cash else ()),
        loans=read_loans(options.loans, members, money) if options.loans else (),
    )
    if options.borrowings:
        debts = read_borrowings(options.borrowings, money, last=opening_day(begun))
        begun = replace(begun, debts=debts)
    return begun


def _kip(option: str, text: str, money: MoneyFormat) -> Kip:
    try:
        return read_kip(text, money)
    except Unreadable:
        raise OptionUnreadable(option=option, found=text) from None


def _opening(text: str, rulebook: Rulebook, money: MoneyFormat) -> tuple[Account, Kip]:
    key, _, amount = text.partition("=")
    fixed = {"seed_money": SEED_MONEY, "carried_forward": CARRIED_FORWARD}
    # The usual accounts are known by their key, those of the group's own by the name it gave them.
    named = {name: a.account for a in rulebook.accounts for name in (a.name, a.key) if name} | fixed
    if key not in named:
        raise OptionUnreadable(option="--opening", found=text)
    return named[key], _kip("--opening", amount, money)


def read_rules(name: str) -> Rulebook:
    """The rules of a JSON file, or of the template of that name that comes with the program.

    Raises FileUnusable when it cannot be read, FactUnreadable when it is not a set of rules.
    """
    file = path(f"rules/{name}.json") if name.isidentifier() else Path(name)
    try:
        if file.exists() and not file.is_file():
            # A device or a pipe has no end.
            raise FileUnusable(name=file.name, why="unreadable")
        if file.stat().st_size > RULE_FILE_BYTES_MAX:
            raise FileUnusable(name=file.name, why="too_large")
        plain = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise FileUnusable(name=file.name, why="missing") from None
    except UnicodeDecodeError:
        raise FileUnusable(name=file.name, why="not_utf8") from None
    except (ValueError, RecursionError):
        raise FactUnreadable(place=file.name, found="") from None
    except OSError:
        raise FileUnusable(name=file.name, why="unreadable") from None
    return from_plain(Rulebook, plain)


def _officer(number: int, text: str) -> Officer:
    role, _, name = text.partition(":")
    if role not in set(Role) or not name.strip():
        raise OptionUnreadable(option="--officer", found=text)
    return Officer(id=OfficerId(number), name=name.strip(), role=Role(role))


def check(options: Namespace, words: Words) -> int:
    """Check everything that can be checked, and say each thing found in a line of its own."""
    with opened(options.book) as book:
        findings = book.check()
        count = len(book.members())
    for finding in findings:
        print(finding_sentence(words, finding), file=sys.stderr)
    if findings:
        return 1
    print(words.say("The book is whole. {count} members.", count=count))
    return 0
