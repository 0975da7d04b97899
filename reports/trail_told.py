"""The acts of a year as members read them: a loan by whose it is and how much, names in full."""

from collections.abc import Mapping
from typing import Protocol

from ledger.rules.permits import Act
from ledger.statements.trail import Asked, BareAct, called
from reports.trail_words import Done, act_sentence
from translations.marks import N_
from translations.words import Words

_ASKED: Mapping[str, str] = {
    Act.REQUEST_LOAN: N_("Loan {number} asked for: {who}, {kip}"),
    Act.ASK_CLAIM: N_("Welfare claim {number} asked for: {who}, {kip}"),
}
_DECIDED: Mapping[tuple[str, bool], str] = {
    (Act.DECIDE_LOAN, True): N_("Loan {number} approved: {who}, {kip}"),
    (Act.DECIDE_LOAN, False): N_("Loan {number} refused: {who}, {kip}"),
    (Act.DECIDE_CLAIM, True): N_("Welfare claim {number} approved: {who}, {kip}"),
    (Act.DECIDE_CLAIM, False): N_("Welfare claim {number} refused: {who}, {kip}"),
}
_OF_CLAIMS = frozenset({Act.ASK_CLAIM, Act.DECIDE_CLAIM})
_OF_LOANS = frozenset(
    {
        *(Act.REQUEST_LOAN, Act.DECIDE_LOAN, Act.PUT_OFF_LOAN, Act.CHANGE_GUARANTORS),
        *(Act.TAKE_AHEAD, Act.SIGN_CONTRACT, Act.RESCHEDULE_LOAN, Act.PAUSE_INTEREST),
        *(Act.WAIVE_LOAN, Act.WRITE_OFF_LOAN, Act.PASS_LOAN_ON, Act.PRINT_CONTRACT),
    }
)


class Known(Protocol):
    """A paper that knows whose the loans and the claims are, and what members are called."""

    @property
    def loans(self) -> Mapping[str, Asked]:
        """Who asked for each loan, by its number."""

    @property
    def claims(self) -> Mapping[str, Asked]:
        """Who asked for help, by the number of the claim."""

    @property
    def names(self) -> Mapping[str, str]:
        """The members with their titles, by their names as the acts have them."""


def told_sentence(words: Words, paper: Known, row: Done) -> str:
    """What was done, as one sentence, with whom it was about."""
    asked = _asked(paper, row)
    if asked is None:
        return act_sentence(words, BareAct(row.act, _with_titles(paper, row.facts)))
    number, who = str(row.facts["number"]), called(asked.member)
    approved = bool(row.facts.get("approved"))
    text = _ASKED.get(row.act)
    if text is None and "approved" in row.facts:
        text = _DECIDED.get((row.act, approved))
    if text is None:
        number = words.say("{number} ({who})", number=number, who=who)
        return act_sentence(words, BareAct(row.act, {**row.facts, "number": number}))
    kip = words.money(asked.agreed if approved else asked.asked)
    return words.say(text, number=number, who=who, kip=kip)


def _asked(paper: Known, row: Done) -> Asked | None:
    """Whose loan or claim an act is about, where the book still knows it."""
    number = str(row.facts.get("number", ""))
    if row.act in _OF_LOANS:
        return paper.loans.get(number)
    return paper.claims.get(number) if row.act in _OF_CLAIMS else None


def _with_titles(paper: Known, facts: Mapping[str, object]) -> Mapping[str, object]:
    """The facts of an act, whose members have their titles as on every other paper."""
    if "names" not in facts:
        return facts
    names = facts["names"]
    if isinstance(names, list):
        return {**facts, "names": [paper.names.get(str(name), name) for name in names]}
    return {**facts, "names": paper.names.get(str(names), names)}
