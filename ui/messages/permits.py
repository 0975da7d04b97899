"""What is said when a group cannot agree on who may do what."""

from ledger.rules.group_permits import NeverAlone, PermitFixed, RoleNever, TooFewMay
from translations import N_
from ui.messages.telling import Table, Told

TOLD: Table = {
    PermitFixed: Told(N_("This is the same in every group: {act}. Leave it as it is.")),
    NeverAlone: Told(N_("This always takes two: {act}. Leave the second person in.")),
    RoleNever: Told(N_("{role} can never be let do this: {act}. Choose another office.")),
    TooFewMay: Told(
        N_(
            "{given} of those who are in office could do this, and {needed} are needed: {act}. Let "
            "another office do it too."
        )
    ),
}
"""Said calmly: nothing was written."""
