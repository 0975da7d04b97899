"""The acts of a year as members read them: a loan by whose it is and how much, names in full."""

from collections.abc import Mapping
from dataclasses import replace

from ledger.rules.permits import Act
from ledger.statements.history import HistoryRow
from ledger.statements.trail import Asked, TrailPaper, called
from reports.trail_words import act_sentence
from translations.marks import N_
from translations.words import Words

_ASKED: Mapping[str, str] = {
    Act.REQUEST_LOAN: N_("Loan {number} asked for · {who} · {kip}"),
    Act.ASK_CLAIM: N_("Welfare claim {number} asked for · {who} · {kip}"),
}
_DECIDED: Mapping[tuple[str, bool], str] = {
    (Act.DECIDE_LOAN, True): N_("Loan {number} approved · {who} · {kip}"),
    (Act.DECIDE_LOAN, False): N_("Loan {number} refused · {who} · {kip}"),
    (Act.DECIDE_CLAIM, True): N_("Welfare claim {number} approved · {who} · {kip}"),
    (Act.DECIDE_CLAIM, False): N_("Welfare claim {number} refused · {who} · {kip}"),
}
_OF_CLAIMS = frozenset({Act.ASK_CLAIM, Act.DECIDE_CLAIM})
_OF_LOANS = frozenset(
    {
        *(Act.REQUEST_LOAN, Act.DECIDE_LOAN, Act.PUT_OFF_LOAN, Act.CHANGE_GUARANTORS),
        *(Act.TAKE_AHEAD, Act.SIGN_CONTRACT, Act.RESCHEDULE_LOAN, Act.PAUSE_INTEREST),
        *(Act.WAIVE_LOAN, Act.WRITE_OFF_LOAN, Act.PASS_LOAN_ON, Act.PRINT_CONTRACT),
    }
)


def told_sentence(words: Words, trail: TrailPaper, row: HistoryRow) -> str:
    """What was done, as one sentence, with whom it was about."""
    asked = _asked(trail, row)
    if asked is None:
        return act_sentence(words, replace(row, facts=_with_titles(trail, row.facts)))
    number, who = str(row.facts["number"]), called(asked.member)
    approved = bool(row.facts.get("approved"))
    text = _ASKED.get(row.act)
    if text is None and "approved" in row.facts:
        text = _DECIDED.get((row.act, approved))
    if text is None:
        number = words.say("{number} ({who})", number=number, who=who)
        return act_sentence(words, replace(row, facts={**row.facts, "number": number}))
    kip = words.money(asked.agreed if approved else asked.asked)
    # The dot goes with what it stands before: no line ends with one.
    return words.say(text, number=number, who=who, kip=kip).replace("· ", "·\u00a0")


def _asked(trail: TrailPaper, row: HistoryRow) -> Asked | None:
    """Whose loan or claim an act is about, where the book still knows it."""
    number = str(row.facts.get("number", ""))
    if row.act in _OF_LOANS:
        return trail.loans.get(number)
    return trail.claims.get(number) if row.act in _OF_CLAIMS else None


def _with_titles(trail: TrailPaper, facts: Mapping[str, object]) -> Mapping[str, object]:
    """The facts of an act, whose members have their titles as on every other paper."""
    if "names" not in facts:
        return facts
    names = facts["names"]
    if isinstance(names, list):
        return {**facts, "names": [trail.names.get(str(name), name) for name in names]}
    return {**facts, "names": trail.names.get(str(names), names)}
