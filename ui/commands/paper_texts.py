"""Shows the text of a loan's paper, puts in the group's own from a file, or the standard one."""

from argparse import Namespace
from pathlib import Path

from ledger.actions.paper_texts import standard_paper_text, write_paper_text
from ledger.rules.paper_texts import TEXT_MAX, LoanText, PaperTextTooLong
from translations import Words
from translations.normal import normalise
from translations.paper_words import kept_text, shown_text, standard_text
from ui.commands.opening import as_of, keeper_of, officer_named, opened
from ui.commands.refusals import FileUnusable, NoSuchPaper

_BYTES = 4 * TEXT_MAX
"""No letter takes more: a larger file is no text of a paper."""


def paper_text(options: Namespace, words: Words) -> int:
    """Print the text that the paper has in this language, after changing it where that is asked."""
    if options.paper not in set(LoanText):
        raise NoSuchPaper(found=options.paper, known=tuple(LoanText))
    paper, language = LoanText(options.paper), words.language
    with opened(options.book, as_of=as_of(options)) as book:
        actor = officer_named(book, options.by) if options.by else keeper_of(book)
        if options.standard:
            standard_paper_text(book, actor, paper=paper, language=language)
        elif options.file is not None:
            text = kept_text(words, normalise(_typed(options.file))).strip("\n ")
            write_paper_text(book, actor, paper=paper, language=language, text=text)
        own = book.loan_texts().get(paper, {}).get(language)
    print(shown_text(words, own or standard_text(words, paper)))
    return 0


def _typed(file: Path) -> str:
    """The text of a file, with its line ends as one kind."""
    try:
        if file.stat().st_size > _BYTES:
            raise PaperTextTooLong(given=file.stat().st_size, most=TEXT_MAX)
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise FileUnusable(name=file.name, why="missing") from None
    except UnicodeDecodeError:
        raise FileUnusable(name=file.name, why="not_utf8") from None
    except OSError:
        raise FileUnusable(name=file.name, why="unreadable") from None
