"""The booklets that are printed on and on: new lines, the empty booklet, and the test page."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ledger.book.book import Book
from ledger.rules.booklets import A5_BOOKLET, A6_BOOKLET, BookletSize
from ledger.statements.booklets import BookletState
from reports.booklet import Feed, plan_lines, print_booklet, print_lines
from reports.booklet_test import print_test_page
from translations import Words
from ui.errands import Progress
from ui.papers.paper import Cancelled, Paper, Shelf
from ui.papers.questions import choice, member
from ui.papers.wish import Wish

SIZES = {"a5": A5_BOOKLET, "a6": A6_BOOKLET}
"""The usual sizes by their codes."""

SIZE = choice(
    "size",
    lambda words: words.say("Size"),
    (("a5", lambda _: "A5"), ("a6", lambda _: "A6")),
)
FEED = choice(
    "feed",
    lambda words: words.say("How it goes into the printer"),
    (
        ("open", lambda words: words.say("Open, both pages")),
        ("page", lambda words: words.say("One page alone")),
    ),
)
PAPER = choice(
    "paper",
    lambda words: words.say("What is on the pages already"),
    (
        ("ruled", lambda words: words.say("The grid is on them")),
        ("blank", lambda words: words.say("Nothing: print the grid too")),
    ),
)


@dataclass(frozen=True, slots=True)
class Fed:
    """A booklet, and how it goes into the printer."""

    state: BookletState
    feed: Feed


def feed_of(wish: Wish) -> Feed:
    """How the booklet goes into the printer, from the answers."""
    return Feed(open=wish.chosen("feed") != "page", ruled=wish.chosen("paper") != "blank")


def _state(book: Book, wish: Wish) -> BookletState:
    if wish.member is None:
        raise ValueError("a booklet is somebody's")
    return book.booklet_state(wish.member)


def _lines(book: Book, wish: Wish, _: date) -> Fed:
    state = _state(book, wish)
    state.check_fresh()
    return Fed(state, feed_of(wish))


def _empty(book: Book, wish: Wish, _: date) -> Fed:
    state = _state(book, wish)
    return Fed(replace(state, booklet=state.has), feed_of(wish))


def _draw_lines(fed: Fed, words: Words, out: Path, _: Progress, __: Cancelled) -> int:
    return print_lines(fed.state, plan_lines(fed.state, words), words, out, fed.feed)


def _draw_booklet(fed: Fed, words: Words, out: Path, _: Progress, __: Cancelled) -> int:
    return print_booklet(fed.state, words, out, folded=fed.feed.open)


def _test(_: Book, wish: Wish, __: date) -> tuple[BookletSize, Feed]:
    return SIZES.get(wish.chosen("size"), A5_BOOKLET), feed_of(wish)


def _draw_test(
    given: tuple[BookletSize, Feed], words: Words, out: Path, _: Progress, __: Cancelled
) -> int:
    return print_test_page(given[0], words, out, given[1])


PAPERS: tuple[Paper, ...] = (
    Paper(
        code="passbook-lines",
        shelf=Shelf.PASSBOOKS,
        title=lambda words: words.say("New lines of a booklet"),
        hint=lambda words: words.say(
            "Only what is not in the booklet yet, at its place on the next free rows."
        ),
        short=lambda words: words.say("new lines"),
        asks=(member(), FEED, PAPER),
        read=_lines,
        draw=_draw_lines,
        picture="edit",
        page="booklets",
    ),
    Paper(
        code="booklet",
        shelf=Shelf.PASSBOOKS,
        title=lambda words: words.say("Empty booklet"),
        hint=lambda words: words.say(
            "Cover, rules and empty pages of the booklet. Print both sides, turned over the short "
            "edge, and fold the pile in the middle."
        ),
        short=lambda words: words.say("booklet"),
        asks=(member(), FEED),
        read=_empty,
        draw=_draw_booklet,
        picture="passbook",
    ),
    Paper(
        code="booklet-test",
        shelf=Shelf.PASSBOOKS,
        title=lambda words: words.say("Test page for the booklet"),
        hint=lambda words: words.say(
            "A frame and a cross on plain paper, to be held against the booklet."
        ),
        short=lambda words: words.say("test page"),
        asks=(
            SIZE,
            FEED,
        ),
        read=_test,
        draw=_draw_test,
        picture="check",
    ),
)
