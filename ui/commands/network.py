"""The commands of the network: a group's sheet for the stick, and the tables of many sheets."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from ledger.actions.network import keep_network_figures
from ledger.rules.network import TYPED, Figure
from ledger.rules.network_checks import problems_of
from ledger.rules.people import Role
from ledger.statements.network_file import file_of
from ledger.statements.network_pile import Pile
from ledger.statements.network_tables import NetworkReport, network_report_of
from reports.network import print_network
from reports.network_grid import grid_of
from reports.network_remarks import Remarks
from reports.network_sheet import print_network_sheet
from reports.writing import write_whole
from translations import Words, open_words
from translations.reading import Unreadable, read_kip
from ui.commands.opening import day_option, keeper_of, money_of, officer_named, opened, today_of
from ui.commands.refusals import OptionUnreadable
from ui.messages import sentence
from ui.messages.network_remarks import remarks_of
from ui.sheet_folder import FolderWithoutSheets, read_folder


def network_sheet(options: Namespace, words: Words) -> int:
    """Write the group's sheet, as the file for the stick or as a paper; nothing while it is wrong.

    What is given behind --figure is kept in the book for this sheet and the next.
    """
    today = today_of(options)
    typed = dict(_typed(text) for text in options.figure)
    with opened(options.book) as book:
        if typed:
            actor = officer_named(book, options.by) if options.by else keeper_of(book)
            keep_network_figures(book, actor, figures=typed)
        day = day_option(options.day, "--day", today)
        sheet = book.network_sheet(day).sheet
        in_group = open_words(words.language, money_of(book))
        problems = problems_of(sheet)
        for problem in problems:
            print(sentence(in_group, problem), file=sys.stderr)
        if problems:
            return 1
        content, code = file_of(sheet)
        if options.out.suffix.lower() == ".pdf":
            officers = [o for o in book.officers() if o.serves(day) and o.role is not Role.ADVISER]
            print_network_sheet(
                sheet, code, in_group, options.out, officers=officers, printed=today
            )
        else:
            write_whole(options.out, content)
    print(words.say("The sheet is ready: {file}. Its code is {code}.", file=options.out, code=code))
    return 0


def _typed(text: str) -> tuple[Figure, int]:
    name, _, number = text.partition("=")
    try:
        figure, value = Figure(name.strip()), read_kip(number)
    except (ValueError, Unreadable):
        raise OptionUnreadable(option="--figure", found=text) from None
    if figure not in TYPED:
        raise OptionUnreadable(option="--figure", found=text)
    return figure, value


def network(options: Namespace, words: Words) -> int:
    """Add the sheets of a folder up, and say the tables or write them into a file."""
    pile = read_folder(options.folder)
    report = _report(options.folder, pile, options.year)
    remarks = remarks_of(report, pile, words)
    if options.out is None:
        for line in _lines(report, remarks, words):
            print(line)
        return 0
    _write(report, pile, remarks, words, options)
    groups = words.say_many("{n} savings group", "{n} savings groups", report.groups)
    print(words.say("The paper is ready: {file}", file=options.out))
    print(groups)
    for line in _remarks(remarks, words):
        print(line)
    return 0


def _report(folder: Path, pile: Pile, year: int | None) -> NetworkReport:
    try:
        return network_report_of(pile.sheets, year)
    except ValueError:
        raise FolderWithoutSheets(name=folder.name or str(folder)) from None


def _write(
    report: NetworkReport, pile: Pile, remarks: Remarks, words: Words, options: Namespace
) -> None:
    out: Path = options.out
    match out.suffix.lower():
        case ".pdf":
            print_network(report, remarks, words, out, printed=today_of(options))
        case ".xlsx":
            from reports.network_xlsx import write_network_xlsx  # noqa: PLC0415 -- a heavy library

            of_year = [sheet for sheet in pile.sheets if sheet.day.year == report.year]
            write_network_xlsx(report, of_year, remarks, words, out)
        case _:
            raise OptionUnreadable(option="--out", found=str(out))


def _lines(report: NetworkReport, remarks: Remarks, words: Words) -> Iterator[str]:
    """The tables as text, cells parted by tabs."""
    yield words.say("The savings groups' network {year}", year=words.year(report.year))
    yield words.say_many("{n} savings group", "{n} savings groups", report.groups)
    for table in report.tables:
        grid = grid_of(table, words)
        yield ""
        yield grid.title
        yield "\t".join(grid.heads)
        for row in grid.rows:
            yield "\t".join(cell.text for cell in row.cells)
    yield ""
    yield from _remarks(remarks, words)


def _remarks(remarks: Remarks, words: Words) -> Iterator[str]:
    yield from remarks.notes
    for title, files in (
        (words.say("Counted, but something in it cannot be true"), remarks.doubtful),
        (words.say("Left out"), remarks.aside),
    ):
        if files:
            yield f"{title}: {words.number(len(files))}"
        for file, why in files:
            yield f"{file}: {why}"
