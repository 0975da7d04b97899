"""How much a guarantor may stand for, and whose need comes first when the cash is short."""

from translations import N_
from ui.screens.rules.rule import Kind, Rule

GUARANTEE = Rule(
    "guarantee_times",
    N_("A guarantor stands for at most"),
    Kind.TIMES,
    N_("Times the guarantor's own savings, for all loans together: 0 to 30; 0 for no such limit."),
    shown=lambda p: p.guarantors > 0,
)
WAITING = (
    Rule(
        "loans.priority",
        N_("Whose need comes first"),
        Kind.PRIORITY,
        N_("Who is served first when the cash does not reach for everybody."),
    ),
)
