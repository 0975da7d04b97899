"""Blank forms of a loan's papers: the same texts, with a gap for the pen in every place."""

from dataclasses import dataclass

from ledger.rules.paper_texts import LoanText, Slot
from ledger.rules.rulebook import Group
from reports.form_set import Blank, FormFacts
from reports.hand_grid import write_on
from reports.loan_paper import draw_decision, draw_text, signers
from reports.page import Paper
from reports.shell import Said, Shell, place_text
from reports.signatures import close_height, draw_places
from reports.style import MM
from translations.naming import word
from translations.words import Words

_OFFICERS = ("president", "accountant", "treasurer")


@dataclass(frozen=True, slots=True)
class _GroupAlone:
    """What a form knows already: the group, and where it is."""

    group: Group
    words: Words

    def of(self, slot: Slot) -> str:
        """What stands in a place; nothing where it is for the pen."""
        if slot is Slot.GROUP:
            return self.group.name
        return " ".join(place_text(self.group, self.words).split()) if slot is Slot.PLACE else ""


def loan_form(which: LoanText) -> Blank:
    """How the blank form of a paper is drawn."""

    def draw(words: Words, into: Paper, facts: FormFacts) -> None:
        shell = Shell(words, Said(facts.group, word(words, "loan_paper", which)), into=into)
        flow = shell.flow
        shell.head()
        write_on(flow, words.say("Number of the loan"), flow.width * 0.5)
        flow.gap(3 * MM)
        officers = [(word(words, "role", role), "") for role in _OFFICERS]
        places = signers(words, which, officers)
        height, whole = close_height(flow, places)
        own = facts.texts.get(which, {}).get(words.language)
        draw_text(flow, which, own, given=_GroupAlone(facts.group, words), below=whole)
        draw_places(flow, places, height=height)
        if which is LoanText.APPLICATION:
            draw_decision(flow, None, officers)
        shell.finish()

    return draw
