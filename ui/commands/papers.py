"""Prints a paper into a PDF file: any paper of the print shop, by its code."""

from argparse import Namespace
from datetime import date

from ledger.book.book import Book
from ledger.rules.people import MemberId
from ledger.rules.transfers import EntryNumber, LoanId, MeetingId
from translations import Words
from ui.commands.asked import member_named
from ui.commands.finding import loan_named
from ui.commands.opening import (
    as_of,
    day_option,
    keeper_of,
    officer_named,
    opened,
    today_of,
    words_of,
)
from ui.commands.refusals import AnswerMissing, NoSuchPaper, OptionUnreadable
from ui.commands.told import Told
from ui.papers.paper import Paper
from ui.papers.questions import Ask
from ui.papers.shop import all_papers, paper_of, ready, work_of
from ui.papers.wish import Wish


def print_paper(options: Namespace, words: Words) -> int:
    """Print the paper that was asked for; the file appears whole or not at all."""
    known = tuple(paper.code for paper in all_papers())
    if options.paper not in known:
        raise NoSuchPaper(found=options.paper, known=known)
    paper = paper_of(options.paper)
    today = today_of(options)
    with opened(options.book, as_of=as_of(options)) as book:
        in_group = words_of(book, words)
        made = ready(book, wish_of(book, paper, options), today)
        told = Told(words)
        pages = work_of(made, in_group, options.out)(told, lambda: False)
        told.end()
        if paper.printed is not None and book.past is None:
            actor = officer_named(book, options.by) if options.by else keeper_of(book)
            paper.printed(made.value, in_group, range(pages))(book, actor)
    print(words.say("The paper is ready: {file}", file=options.out))
    return 0


def wish_of(book: Book, paper: Paper, options: Namespace) -> Wish:
    """The paper with what was typed for its questions; AnswerMissing where one stays open.

    Without a year it is the running one, without a meeting the last.
    """
    needed = {question.ask for question in paper.asks if question.needed} - {Ask.YEAR}
    member = member_named(book, options.member).id if options.member else None
    sheet = options.sheet or ("last" if Ask.SHEET in needed else None)
    wish = Wish(
        paper.code,
        member=member,
        loan=_loan(book, options.loan, member) if options.loan or Ask.LOAN in needed else None,
        sheet=_sheet(book, sheet) if sheet else None,
        year=options.year,
        entry=_entry(book, options.entry) if options.entry else None,
        day=day_option(options.day, "--day", today_of(options)) if options.day else None,
        options=tuple(_option(paper, text) for text in options.option),
    )
    for ask in (Ask.MEMBER, Ask.LOAN, Ask.SHEET, Ask.ENTRY):
        if ask in needed and getattr(wish, ask.value) is None:
            raise AnswerMissing(option=f"--{ask.value}")
    return wish


def _loan(book: Book, number: str | None, member: MemberId | None) -> LoanId | None:
    """The loan of that number, or the member's only one."""
    found = loan_named(book, number or "", member)
    if found is None and number:
        raise OptionUnreadable(option="--loan", found=number)
    return None if found is None else found.id


def _sheet(book: Book, text: str) -> MeetingId | None:
    """The meeting or day sheet of that day or number; the last meeting for "last"."""
    there = [sheet for sheet in book.sheets() if not sheet.void]
    if text == "last":
        return max(there, key=lambda sheet: (sheet.day, sheet.id)).id if there else None
    for sheet in reversed(there):
        if text == str(sheet.id):
            return sheet.id
    day = day_option(text, "--sheet", date.min)
    for sheet in reversed(there):
        if day == sheet.day:
            return sheet.id
    raise OptionUnreadable(option="--sheet", found=text)


def _entry(book: Book, text: str) -> EntryNumber:
    try:
        return book.entry(EntryNumber(int(text))).number
    except (ValueError, KeyError):
        raise OptionUnreadable(option="--entry", found=text) from None


def _option(paper: Paper, text: str) -> tuple[str, str]:
    """An option of the paper's own: `without-loans`, or `size=a6`."""
    code, _, value = text.partition("=")
    asked = {q.code: q for q in paper.asks if q.ask in {Ask.TICK, Ask.CHOICE}}
    if code not in asked or (asked[code].ask is Ask.TICK) is bool(value):
        raise OptionUnreadable(option="--option", found=text)
    return code, value
