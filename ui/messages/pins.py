"""What is said about PINs and sealed codes."""

from ledger.rules.pins import (
    CodesDoNotOpen,
    PinKnownInVillage,
    PinMustWait,
    PinTooEasy,
    PinTooShort,
    PinWrong,
)
from translations import N_
from ui.messages.telling import Table, Told

TOLD: Table = {
    PinTooShort: Told(
        N_("A PIN has {least} to {most} signs; this one has {signs}. Type a longer one.")
    ),
    PinTooEasy: Told(
        N_("Anybody guesses this PIN. Do not take the same figure again and again or 123456.")
    ),
    PinKnownInVillage: Told(
        N_("This is a birthday or a phone number of a member. Take figures that nobody knows.")
    ),
    PinWrong: Told(N_("This is not the PIN of {name}. Try again.")),
    PinMustWait: Told(N_("Too many wrong PINs. The next try is possible in {wait} seconds.")),
    CodesDoNotOpen: Told(
        N_(
            "Two different sealed codes of the newest three are needed; {right} of those typed is "
            "right. Open the envelopes and look again."
        )
    ),
}
"""Said calmly: nothing was changed."""
