"""The draft as one value with which the books can be started."""

from dataclasses import replace

from ledger.rules.meeting_values import CashCount
from ledger.rules.rulebook import Rulebook
from ledger.rules.set_up import OPENING_ACCOUNTS, SetUp
from translations import Words
from ui.screens.first_run.debts import debts_of
from ui.screens.first_run.draft import Draft
from ui.screens.first_run.people import loans_of, members_of, officers_of, read_kip_above


def rules_of(draft: Draft) -> Rulebook:
    """The draft's rules, in force from the day the books begin. ValueError before both are set."""
    if draft.rulebook is None or draft.begin is None:
        raise ValueError("the rules or the first day are not there yet")
    return replace(draft.rulebook, valid_from=draft.begin, fiscal_year_end=draft.year_end)


def set_up_of(draft: Draft, words: Words) -> SetUp:
    """Everything that was typed.

    Raises ValueError, KeyError or Unreadable where a page was not put right; the pages say what.
    """
    rulebook = rules_of(draft)
    begin = rulebook.valid_from
    members = members_of(draft.members, words, rulebook, begin)
    ids = {member.number: member.id for member in members}
    savings, voluntary = (
        tuple((ids[number], read_kip_above(text, words)) for number, text in typed if number in ids)
        for typed in (draft.savings, draft.voluntary if rulebook.voluntary.kept else ())
    )
    known = {named.account for named in rulebook.accounts}
    return SetUp(
        group=draft.group,
        begin=begin,
        rulebook=rulebook,
        officers=officers_of(draft.officers, members),
        members=members,
        savings=savings,
        voluntary=voluntary,
        loans=loans_of(draft.loans, members, words),
        debts=debts_of(draft.debts, words),
        accounts=tuple(
            (a, kip) for a, kip in draft.accounts if a in known or a in OPENING_ACCOUNTS
        ),
        count=CashCount(notes=draft.notes),
    )
