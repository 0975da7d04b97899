"""Blank forms of a loan's papers: the same texts, with a gap for the pen in every place."""

from dataclasses import dataclass

from ledger.rules.paper_texts import LoanText, Slot
from ledger.rules.rulebook import Group
from reports.form_set import Blank, FormFacts
from reports.hand_grid import write_on, write_two
from reports.loan_paper import draw_decision, draw_text, signers
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
        shell = Shell(words, Said(facts.group, word(words, "loan_paper", which)), into=into)
        flow = shell.flow
        shell.head()
        flow.gap(4 * MM)
        own = facts.texts.get(which, {}).get(words.language)
        text = own or standard_text(words, which)
        # Most texts say of which day they are, and some of which loan.
        asked = [
            label
            for label, slot in (
                (words.say("Number of the loan"), Slot.LOAN),
                (words.say("Day"), Slot.DAY),
            )
            if f"{{{slot}}}" not in text
        ]
        if len(asked) > 1:
            write_two(flow, (asked[0], ""), (asked[1], ""))
        elif asked:
            write_on(flow, asked[0], flow.width * 0.5)
        officers = usual_places(words)
        places = signers(words, which, officers)
        height, whole = close_height(flow, places)
        draw_text(flow, which, own, given=_GroupAlone(facts.group, words), below=whole)
        draw_places(flow, places, height=height, above=CLOSE)
        if which is LoanText.APPLICATION:
            draw_decision(flow, None, officers)
        shell.finish()

    return draw
