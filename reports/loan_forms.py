"""Blank forms of a loan's papers: the same texts, with a gap for the pen in every place."""

from dataclasses import dataclass

from ledger.rules.paper_texts import LoanText, Slot
from ledger.rules.rulebook import Group
from reports.flow import Flow
from reports.form_set import BLANK, Blank, FormFacts
from reports.hand_grid import HAND_LINE, write_on, write_two
from reports.loan_paper import draw_decision, draw_text, says_day, signers, write_day
from reports.page import Paper
from reports.shell import Said, Shell, place_text
from reports.signatures import CLOSE, close_height, draw_places, usual_places
from reports.style import MM
from translations.naming import word
from translations.paper_words import standard_text
from translations.words import Words


@dataclass(frozen=True, slots=True)
class _GroupAlone:
    """What a form knows already: the group, and where it is."""

    group: Group
    words: Words

    def of(self, slot: Slot) -> str:
        """What stands in a place; nothing where it is for the pen."""
        if slot is Slot.GROUP:
            return self.group.name
        return place_text(self.group, self.words) if slot is Slot.PLACE else ""


def loan_form(which: LoanText) -> Blank:
    """How the blank form of a paper is drawn."""

    def draw(words: Words, into: Paper, facts: FormFacts) -> None:
        title = word(words, "loan_paper", which)
        # A sheet that is signed may come away from the first: it says of which loan it is.
        later = f"{title} · {words.say('Loan {number}', number=BLANK)}"
        shell = Shell(words, Said(facts.group, title, later=later), into=into)
        flow = shell.flow
        shell.head()
        flow.gap(2.5 * MM)
        own = facts.texts.get(which, {}).get(words.language)
        text = own or standard_text(words, which)
        if not any(f"{{{slot}}}" in text for slot in (Slot.LOAN, Slot.CONTRACT)):
            _write_number(flow, which)
        officers = usual_places(words)
        places = signers(words, which, officers)
        height, whole = close_height(flow, places)
        dated = says_day(words, which, own)
        below = whole + (0 if dated else HAND_LINE)
        draw_text(flow, which, own, given=_GroupAlone(facts.group, words), below=below)
        if not dated:
            write_day(flow)
        draw_places(flow, places, height=height, above=CLOSE)
        if which is LoanText.APPLICATION:
            draw_decision(flow, None, officers)
        shell.finish()

    return draw


def _write_number(flow: Flow, which: LoanText) -> None:
    """A line for the number of the loan; a contract has one of its own."""
    words = flow.paper.words
    loan = words.say("Number of the loan")
    if which is LoanText.CONTRACT:
        write_two(flow, (loan, ""), (words.say("Number of the contract"), ""))
    else:
        write_on(flow, loan, flow.width * 0.5)
