"""The second door: every command does one thing, says one clear sentence when it cannot, and ends.

Without a command the window opens. The commands use the same acts and papers as the window, so
that a script, the district office, or a helper on the day of a disaster finds the same rules.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from translations import LANGUAGES, N_, MoneyFormat, Words, open_words

if TYPE_CHECKING:
    from ui.messages.telling import Names

COMMANDS: dict[str, str] = {
    "practice": N_("make the practice group in a folder"),
    "new": N_("begin a new book with a set of rules"),
    "record": N_("write a file of past days into a book"),
    "bring": N_("bring the group's own spreadsheet into its book"),
    "do": N_("do one act of the committee that is no line of a day"),
    "figures": N_("print figures of a book as JSON or CSV"),
    "close": N_("close a year, or show what closing it would do"),
    "year-words": N_("keep the parts of a year's report in words"),
    "paper-text": N_("show or change the text of a loan's paper"),
    "export": N_("write the whole book as lists for a spreadsheet"),
    "print": N_("print a paper into a PDF file"),
    "forms": N_("print the blank forms into one PDF file, without a book"),
    "network-sheet": N_(
        "write the group's sheet for the network: the file for the stick, or a paper"
    ),
    "find": N_("find a name, a number or an amount in a book"),
    "network": N_("add the sheets of many groups up to the network's tables"),
    "check": N_("check that a book is whole"),
    "backup": N_("make a copy of a book and read it again"),
    "copies": N_("list the copies of a book"),
    "rehearse": N_("open the newest copies in memory and check them wholly"),
    "look": N_("look into a copy without changing anything"),
    "restore": N_("put a copy in the place of a book"),
    "rescue": N_("mend a damaged book from its copies and its mirror log"),
    "pin": N_("set the PIN of an officer, or a forgotten one anew"),
    "compare": N_("compare a book with the code on a paper"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, or open the window; the exit status (0 when all is well)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    options = _parser().parse_args(given)
    if options.command is None:
        from ui.app import run

        return run(options.book, language=options.language)
    era = None if options.years is None else options.years == "buddhist"
    words = open_words(options.language or "en", MoneyFormat(), buddhist=era)
    return _run(options, words)


def _run(options: argparse.Namespace, words: Words) -> int:
    from ledger.book.trouble import BookTrouble, OutOfMemory
    from ledger.rules.clock import ClockInDoubt
    from ledger.rules.refusals import Refusal
    from reports.page import PrinterTrouble
    from ui.commands.all import RUNNERS
    from ui.commands.place import say_where
    from ui.messages import sentence

    run: Callable[[argparse.Namespace, Words], int] = RUNNERS[options.command]
    say_where(options, words)
    try:
        return run(options, words)
    except (Refusal, BookTrouble, PrinterTrouble) as trouble:
        own, names = _of_group(options, words)
        print(sentence(own, trouble, names), file=sys.stderr)
        if isinstance(trouble, ClockInDoubt):
            how = f"do BOOK confirm_day clock={trouble.clock.isoformat()}"
            print(own.say("Where the day is right: {how}", how=how), file=sys.stderr)
        return 1
    except MemoryError:
        print(sentence(words, OutOfMemory("")), file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 1


def _of_group(options: argparse.Namespace, words: Words) -> "tuple[Words, Names]":
    """How the group writes amounts and calls things, as far as its book can still be read."""
    from ledger.book.trouble import BookTrouble
    from ui.commands.opening import opened, words_of
    from ui.messages.telling import Names

    if getattr(options, "book", None) is None:
        return words, Names()
    try:
        with opened(options.book) as book:
            names = Names(book.rulebook(book.last_day()), {m.id: m for m in book.members()})
            return words_of(book, words), names
    except BookTrouble:
        form = words.money_format
        currency = getattr(options, "currency", form.currency)
        decimals = getattr(options, "decimals", form.decimals)
        return replace(
            words, money_format=replace(form, currency=currency, decimals=decimals)
        ), Names()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="main.py", description=__doc__.splitlines()[0])
    _before(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    added = {name: commands.add_parser(name, help=text) for name, text in COMMANDS.items()}
    added["practice"].add_argument("folder", type=Path)
    _new(added["new"])
    for name in ("record", "close", "check"):
        _book(added[name])
    _record(added["record"])
    _bring(added["bring"])
    _do(added["do"])
    _figures(added["figures"])
    _book(added["export"])
    added["export"].add_argument("--out", type=Path, required=True, help="an .xlsx, or a folder")
    added["close"].add_argument("year", type=int)
    added["close"].add_argument("--plan", action="store_true", help="only show what it would do")
    added["close"].add_argument(
        "--signed-by", action="append", default=[], metavar="NAME", help="twice: who agrees"
    )
    _year_words(added["year-words"])
    _paper_text(added["paper-text"])
    _print(added["print"])
    added["forms"].add_argument("--out", type=Path, required=True)
    _network(added["network-sheet"], added["network"])
    _book(added["find"])
    added["find"].add_argument("text")
    _book(added["compare"])
    added["compare"].add_argument("code", nargs="+", help="as it is printed; spaces do not matter")
    _copies(added)
    _pin(added["pin"])
    for name in (
        *("record", "bring", "do", "figures", "close", "export", "print", "check"),
        *("restore", "rescue", "rehearse"),
    ):
        added[name].add_argument("--today", help="the day to count as today (2026-04-05)")
    for name in ("figures", "print", "export", "paper-text"):
        added[name].add_argument("--as-of", metavar="DAY", help="from the book as it was on a day")
    return parser


def _copies(added: dict[str, argparse.ArgumentParser]) -> None:
    for name in ("backup", "copies", "rehearse", "restore", "rescue"):
        _book(added[name])
    for name in ("restore", "look"):
        added[name].add_argument("copy", type=Path)
    added["backup"].add_argument(
        "--to", type=Path, action="append", default=[], metavar="FOLDER", help="there as well"
    )
    added["backup"].add_argument(
        "--password", action="store_true", help="lock the copies in those folders with a new one"
    )
    for name in ("copies", "rehearse", "rescue"):
        added[name].add_argument(
            "--at", type=Path, action="append", default=[], metavar="FOLDER", help="look there too"
        )
    added["rehearse"].add_argument("--by", metavar="NAME", help="who acts: a name or role")
    added["look"].add_argument("--against", type=Path, metavar="BOOK", help="what it lacks of that")
    for name in ("restore", "rescue"):
        added[name].add_argument("--by", required=True, metavar="NAME", help="who acts")
        added[name].add_argument("--second", metavar="NAME", help="who agrees")
    file = "a file whose first line is the copies' password"
    added["rescue"].add_argument("--password-file", type=Path, metavar="FILE", help=file)


def _pin(parser: argparse.ArgumentParser) -> None:
    _book(parser)
    parser.add_argument("--by", required=True, metavar="NAME", help="whose PIN it is")
    parser.add_argument("--second", metavar="NAME", help="who agrees to new codes")
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--drop", action="store_true", help="go without a PIN")
    ways.add_argument("--forgotten", action="store_true", help="with two sealed codes")
    ways.add_argument("--codes", action="store_true", help="give out three new sealed codes")


def _before(parser: argparse.ArgumentParser) -> None:
    """What stands before the command."""
    parser.add_argument("--language", choices=LANGUAGES, help="lo, th or en")
    parser.add_argument("--years", choices=("common", "buddhist"), help="how years are written")
    parser.add_argument("--book", type=Path, help="open the window with this book")


def _book(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("book", type=Path)


def _record(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path)
    parser.add_argument("--by", help="the officer who writes")
    parser.add_argument("--second", help="who agrees, where a month is on hold")
    parser.add_argument("--reason", default="", help="why, where a month is on hold")
    parser.add_argument("--form", help="the name of another form that has the very same rows")


def _new(parser: argparse.ArgumentParser) -> None:
    _book(parser)
    parser.add_argument("--rules", required=True, help="a rule file, or a template's name")
    parser.add_argument("--name", required=True, help="the group's name")
    for fact in ("village", "zone", "district", "province"):
        parser.add_argument(f"--{fact}", default="")
    parser.add_argument("--begin", help="the day the books begin (2026-01-05)")
    parser.add_argument("--currency", default="LAK")
    parser.add_argument("--decimals", type=int, choices=(0, 2), default=0)
    parser.add_argument("--members", type=Path, help="a CSV file of who is in the group")
    parser.add_argument("--loans", type=Path, help="a CSV file of loans that are running")
    parser.add_argument(
        "--borrowings", type=Path, help="a CSV file of what the group itself has borrowed"
    )
    parser.add_argument("--cash", help="the cash that was counted")
    parser.add_argument(
        "--opening", action="append", default=[], metavar="ACCOUNT=AMOUNT", help="once for each"
    )
    parser.add_argument(
        "--officer", action="append", default=[], metavar="ROLE:NAME", help="once for each"
    )


def _bring(parser: argparse.ArgumentParser) -> None:
    _book(parser)
    parser.add_argument("file", type=Path, help="an .xlsx or .csv file")
    parser.add_argument("--sheet", help="the sheet to take; the first when it is not named")
    parser.add_argument("--trial", action="store_true", help="only say what it would do")
    parser.add_argument("--by", metavar="NAME", help="who acts: an officer's name or role")


def _do(parser: argparse.ArgumentParser) -> None:
    _book(parser)
    parser.add_argument("act", metavar="ACT", help="a wrong name lists those there are")
    parser.add_argument("facts", nargs="*", metavar="NAME=VALUE", help="what the act is about")
    parser.add_argument("--by", metavar="NAME", help="who acts: an officer's name or role")
    parser.add_argument("--second", metavar="NAME", help="who agrees, where two are needed")
    parser.add_argument("--form", help="the form's name: what it says is written once")


def _figures(parser: argparse.ArgumentParser) -> None:
    _book(parser)
    parser.add_argument("name", help="trial-balance, member, members, loans, funds, profit, …")
    parser.add_argument("--format", choices=("json", "csv"), default="json")
    parser.add_argument("--member", help="the member's number")
    parser.add_argument("--year", type=int)
    parser.add_argument("--day")
    parser.add_argument("--rules", help="rule-change: a rule file, or a template's name")
    parser.add_argument("--counted", metavar="AMOUNT", help="what the box holds")


def _year_words(parser: argparse.ArgumentParser) -> None:
    _book(parser)
    parser.add_argument("year", type=int)
    parser.add_argument(
        "--text", action="append", default=[], metavar="PART=TEXT", help="strengths=…, results=…"
    )
    parser.add_argument("--by", help="the officer who writes")


def _paper_text(parser: argparse.ArgumentParser) -> None:
    _book(parser)
    parser.add_argument("paper", help="application, contract, guarantee, reminder, …")
    parser.add_argument("--file", type=Path, help="a text file with the group's own text")
    parser.add_argument("--standard", action="store_true", help="back to the standard text")
    parser.add_argument("--by", metavar="NAME", help="who acts: an officer's name or role")


def _network(sheet: argparse.ArgumentParser, many: argparse.ArgumentParser) -> None:
    _book(sheet)
    sheet.add_argument("--out", type=Path, required=True, help="FILE.json for the stick, FILE.pdf")
    sheet.add_argument("--day", help="the day whose end the figures are of")
    sheet.add_argument(
        "--figure", action="append", default=[], metavar="NAME=NUMBER", help="what no book knows"
    )
    sheet.add_argument("--by", help="the officer who types the figures")
    many.add_argument("folder", type=Path)
    many.add_argument("--out", type=Path, help="FILE.xlsx or FILE.pdf")
    many.add_argument("--year", type=int)
    for parser in (sheet, many):
        parser.add_argument("--today", help="the day to count as today (2026-04-05)")


def _print(parser: argparse.ArgumentParser) -> None:
    _book(parser)
    parser.add_argument("paper", metavar="PAPER", help="a wrong name lists those there are")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--member", help="the member's number")
    parser.add_argument("--loan", help="the loan's number")
    parser.add_argument("--sheet", metavar="DAY", help="the day of the meeting; else the last one")
    parser.add_argument("--year", type=int)
    parser.add_argument("--entry", metavar="NUMBER", help="the number of an entry")
    parser.add_argument("--day", help="the day the paper is of")
    parser.add_argument(
        "--option", action="append", default=[], metavar="NAME[=VALUE]", help="the paper's own"
    )
    parser.add_argument("--by", metavar="NAME", help="who prints: an officer's name or role")
