"""A paper of a loan on A4: the group's text or the standard one, filled in, and places to sign."""

from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Protocol

from ledger.rules.loan_values import LoanDecision
from ledger.rules.paper_texts import BLOCKS, LoanText, Passage, Slot, paragraphs_of
from ledger.rules.people import Member
from ledger.statements.loan_papers import LoanPaper, signers_of
from reports.filled import Gap, Given, Part, draw_filled, filled
from reports.flow import Flow
from reports.hand_grid import HAND_LINE, write_on, write_two
from reports.loan_gaps import hand_parts
from reports.loan_lists import draw_list, least_height
from reports.loan_meeting import meeting_parts
from reports.loan_words import FREE, LoanWords, full_name, gap_of
from reports.page import Cancelled, Paper, Progress
from reports.shell import Said, Shell
from reports.signatures import CLOSE, Place, close_height, draw_places
from reports.style import A4, BODY, LETTER, MM
from translations.naming import word
from translations.paper_words import standard_text
from translations.words import Words

_CLEAR = 1.8 * MM
"""Between what a gap is for and the head of a list below it."""
_LONG = frozenset({LoanText.APPLICATION, LoanText.CONTRACT, LoanText.ADDENDUM})
_OF_CONTRACT = frozenset({LoanText.CONTRACT, LoanText.ADDENDUM})


class Fills(Protocol):
    """Whoever knows what stands in a place: nothing where it is for the pen."""

    def of(self, slot: Slot) -> str:
        """What stands there."""


def print_loan_papers(
    papers: Sequence[LoanPaper],
    words: Words,
    out: Path,
    progress: Progress = lambda _, __: None,
    cancelled: Cancelled = lambda: False,
) -> int:
    """Print papers of loans into one PDF file, each from a page of its own; returns the pages.

    A letter of guarantee is printed for each guarantor. Where it was stopped there are no pages,
    and an older file is untouched. Raises PrinterTrouble.
    """
    into = _begun(papers, words)
    for done, paper in enumerate(papers, start=1):
        if cancelled():
            return 0
        _draw_all(words, into, paper)
        progress(done, len(papers))
    into.save(out)
    return into.pages


def loan_papers_content(papers: Sequence[LoanPaper], words: Words) -> bytes:
    """Papers of loans as a PDF file that is only looked at. Raises PrinterTrouble."""
    into = _begun(papers, words)
    for paper in papers:
        _draw_all(words, into, paper)
    return into.content()


def _begun(papers: Sequence[LoanPaper], words: Words) -> Paper:
    title = word(words, "loan_paper", papers[0].which)
    return Paper(words, size=A4, title=f"{title} – {papers[0].lender.group.name}")


def _draw_all(words: Words, into: Paper, paper: LoanPaper) -> None:
    letters = paper.guarantors if paper.which is LoanText.GUARANTEE else (None,)
    for guarantor in letters:
        _draw(words, into, paper, guarantor)


def _draw(words: Words, into: Paper, paper: LoanPaper, guarantor: Member | None) -> None:
    lender = paper.lender
    title = word(words, "loan_paper", paper.which)
    # Each page says of which loan it is: a page that is signed may come away from the first.
    foot = words.say("Loan {number}", number=paper.loan.number)
    shell = Shell(words, Said(lender.group, title, paper.printed, foot=foot), into=into)
    shell.head(*_under(words, paper))
    shell.flow.gap(4 * MM)
    own = lender.texts.get(words.language)
    places = _places(words, paper, guarantor)
    height, whole = close_height(shell.flow, places)
    given = LoanWords(paper, words, guarantor)
    dated = says_day(words, paper.which, own)
    draw_text(
        shell.flow, paper.which, own, paper, given=given, below=whole + (0 if dated else HAND_LINE)
    )
    if not dated:
        write_day(shell.flow)
    draw_places(shell.flow, places, height=height)
    if paper.which is LoanText.APPLICATION:
        draw_decision(shell.flow, paper.loan.decision, _officers(words, paper))
    shell.finish()


def says_day(words: Words, which: LoanText, own: str | None) -> bool:
    """Whether the text of a paper says of which day it is."""
    return f"{{{Slot.DAY}}}" in (own or standard_text(words, which))


def write_day(flow: Flow) -> None:
    """A line for the day, above the places to sign: it may be another than that of the printing."""
    write_on(flow, flow.paper.words.say("Day"), flow.width * 0.35, part=0.2)


def draw_text(
    flow: Flow,
    which: LoanText,
    own: str | None,
    paper: LoanPaper | None = None,
    *,
    given: Fills,
    below: float = 0.0,
) -> None:
    """The text of a paper, the group's own or the standard one, with its places filled in.

    Without a paper every place is a gap, and every list ruled. The last paragraph is on one page
    with what comes `below`, in points: nobody signs a page on which nothing stands.
    """
    paragraphs = paragraphs_of(which, (own or standard_text(flow.paper.words, which)).strip())
    known = paper is not None
    size = LETTER if known and which not in _LONG else BODY
    for paragraph, after in zip_longest(paragraphs, paragraphs[1:]):
        least = below if after is None else 0.0
        if after is not None and _is_list(after):
            least = least_height(Slot(after[0]), paper)
        if not paragraph:
            flow.gap(3 * MM)
        elif _is_list(paragraph):
            draw_list(flow, Slot(paragraph[0]), paper, below=least)
        else:
            parts = _filled(flow.paper.words, paragraph, given, known=known, own=bool(own))
            laid = [filled(flow, parts, size=size, by_hand=not known)]
            if which is LoanText.REMINDER and Slot.TO_PAY in paragraph:
                more = meeting_parts(flow.paper.words, paper)
                laid += [filled(flow, more, size=size, by_hand=not known)] if more else []
            flow.need(min(sum(one.height for one in laid) + least, flow.whole))
            for one in laid:
                draw_filled(flow, one)
            if laid[-1].said_last and after is not None and _is_list(after):
                flow.gap(_CLEAR)


def _is_list(paragraph: Passage) -> bool:
    return len(paragraph) == 1 and paragraph[0] in BLOCKS


def _filled(
    words: Words, paragraph: Passage, given: Fills, *, known: bool, own: bool
) -> list[Part]:
    parts: list[Part] = []
    for part in paragraph:
        if not isinstance(part, Slot):
            parts.append(part)
        elif text := given.of(part):
            parts.append(Given(text, whole=part not in FREE))
        elif part is Slot.NOTE:
            # A request without a note has none, and who asks by hand says it with what the loan
            # is for.
            continue
        elif known:
            parts.append(Gap(gap_of(part)))
        else:
            parts += hand_parts(words, part, own=own)
    return parts


def _under(words: Words, paper: LoanPaper) -> tuple[str, ...]:
    lines = [words.say("Loan {number}", number=paper.loan.number)]
    if paper.contract is not None and paper.which in _OF_CONTRACT:
        lines.append(words.say("Contract No. {number}", number=paper.contract.number))
    if paper.renewal is not None:
        lines.append(words.say("Addendum {number}", number=words.number(paper.renewal.number)))
    return ("  ·  ".join(lines),)


def _places(words: Words, paper: LoanPaper, guarantor: Member | None) -> tuple[Place, ...]:
    return signers(
        words,
        paper.which,
        _officers(words, paper),
        borrower=full_name(paper.borrower),
        guarantor="" if guarantor is None else full_name(guarantor),
        seen=_seen(paper),
    )


def _seen(paper: LoanPaper) -> tuple[str, ...]:
    """Who was there when the contract was signed; who sees an addendum is not known before."""
    if paper.contract is None or paper.which is LoanText.ADDENDUM:
        return ()
    return paper.contract.witnesses


def _officers(words: Words, paper: LoanPaper) -> tuple[Place, ...]:
    return tuple(
        (word(words, "role", one.role), one.name)
        for one in signers_of(paper.lender.officers, paper.day)
    )


def signers(
    words: Words,
    which: LoanText,
    officers: Sequence[Place],
    *,
    borrower: str = "",
    guarantor: str = "",
    seen: Sequence[str] = (),
) -> tuple[Place, ...]:
    """Who signs: first whose paper it is, then who signs for the group, then who saw it."""
    hers, witness = (words.say("Borrower"), borrower), words.say("Witness")
    match which:
        case LoanText.APPLICATION:
            # The day on which it is asked for is written with the name.
            return (hers, (words.say("Day"), None))
        case LoanText.CONTRACT | LoanText.ADDENDUM:
            names = (*seen, "", "")[: max(2, len(seen))]
            return (hers, *officers, *((witness, name) for name in names))
        case LoanText.GUARANTEE:
            return ((words.say("Guarantor"), guarantor), *officers, (witness, ""))
        case LoanText.REMINDER:
            return (*officers, (words.say("Received by"), ""))
        case LoanText.SETTLEMENT | LoanText.DISCHARGE:
            return (hers, *officers)


def draw_decision(flow: Flow, decision: LoanDecision | None, officers: Sequence[Place]) -> None:
    """What the committee decided on a request, or lines to write it on, and who signs for it."""
    words = flow.paper.words
    agreed = refused = number = day = ""
    if decision is not None:
        number, day = decision.number, words.long_day(decision.day)
        agreed = words.money(decision.kip) if decision.approved else ""
        refused = "" if decision.approved else decision.reason or words.say("yes")
    height = close_height(flow, officers)[0] if officers else 0.0
    below = 2 * HAND_LINE + CLOSE + height
    flow.heading(words.say("What the committee decided"), above=5 * MM, below=below)
    write_two(flow, (words.say("Number of the decision"), number), (words.say("Day"), day))
    refusal = (words.say("Refused: reason"), refused)
    write_two(flow, (words.say("Approved: amount"), agreed), refusal)
    if officers:
        draw_places(flow, officers, height=height, above=CLOSE)
