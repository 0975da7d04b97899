"""Changes of the rules that no test can notice, each with the reason why it changes nothing."""

from collections.abc import Mapping

_SAME_LENGTH = "both lists are made from one and the same list: neither is ever the longer one"
_HASH = "a hash only makes looking up quicker: equal months still have the same one"

EXPLAINED: Mapping[str, str] = {
    "allocation.allocate: True -> False": _SAME_LENGTH,
    "allocation._to_officers: True -> False": _SAME_LENGTH,
    "allocation._shares: True -> False": _SAME_LENGTH,
    "allocation._officer_weight: 1 -> 2": "where all weigh the same it is no matter how much",
    "allocation_check.check_whole: whole > 1 -> whole >= 1": (
        "of the rounding: a whole is the same one rounded up or down"
    ),
    "borrowing._request: 0 -> 1": "a borrowing has no member, and nothing asks for its number",
    "borrowing._as_loan: 0 -> 1": "a borrowing is known by its account; no number is asked for",
    "closing._move: kip < 0 -> kip <= 0": "nothing is written of no kip, whichever way round",
    "closing._move: 0 -> 1": "at the turning round: nothing is written of no kip either way",
    "codec._read_tuple: True -> False": "another length was refused two lines before",
    "days.Month.__hash__: self.year * 12 -> self.year + 12": _HASH,
    "days.Month.__hash__: self.year * 12 + self.number -> self.year * 12 - self.number": _HASH,
    "days.Month.__hash__: 12 -> 13": _HASH,
    "days.add_months: day.day <= 28 -> day.day < 28": "the 28th is asked for, and is there",
    "days.months_started: day <= start -> day < start": "on the day itself it is none either way",
    "days.months_completed: day <= start -> day < start": "on the day itself it is none either way",
    "days.numbered_year: first < books_begin <= end.last -> first <= books_begin <= end.last": (
        "the first day of a year is the first of its month"
    ),
    "differences._bundles: difference > 0 -> difference >= 0": "without one nothing is looked for",
    "differences._toward: written.kip > 0 -> written.kip >= 0": "nothing fits an amount of nothing",
    "dividends._minimum: 1 -> 2": "a month opens with what the one before it closed with",
    "interest.period_days: 1 -> 2": "a month more begins after the last day, and is left out",
    "interest._by_days: True -> False": _SAME_LENGTH,
    "loan_history._parts: move.kip > 0 -> move.kip >= 0": "no movement is of nothing",
    "loan_plan.agreements_of: True -> False": _SAME_LENGTH,
    "loans._most: last <= state.day -> last < state.day": "the same day is reckoned once more",
    "loans._waits: day < agreed.rows[-1].due -> day <= agreed.rows[-1].due": (
        "on the last day all of the interest has fallen due"
    ),
    "meeting._due_first: True -> False": _SAME_LENGTH,
    "schedule._level: 2 -> 3": "one more amount that is never needed",
    "pins.wait_after: 0 -> 1": "after one wrong try nobody waits, as after none",
    "settlement._family: True -> False": _SAME_LENGTH,
    "settlement._until: 0 -> 1": "who has no month has nothing, and below nothing weighs nothing",
    "makers.cash_differs: kip > 0 -> kip >= 0": "no line says that nothing differs",
    "member_life._ended: span.last <= last -> span.last < last": "it ends on one day either way",
    "taking_back.check_counter: 0 -> 1": "of the box: what moves no cash asks nothing of it",
    "taking_back._check_lent_funds: out > 0 -> out >= 0": (
        "taking nothing out of a fund is not refused either: what is free is never below zero"
    ),
    "posting_saving._check_out: 0 -> 1": "at the end: debts are asked of those only who go",
    "schedule.due_days: 1 -> 2": "of the end: a month more lies behind the last day",
    "schedule._steps: True -> False": _SAME_LENGTH,
    "savings_interest.plan_interest: True -> False": _SAME_LENGTH,
    "savings_interest._reckon: True -> False": _SAME_LENGTH,
}
