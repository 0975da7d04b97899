"""The words of the welfare fund behind `translations.naming`: its choices and its usual events."""

from collections.abc import Mapping

from translations.marks import N_

WELFARE_CHOICES: Mapping[str, Mapping[str, str]] = {
    "contribution_unit": {
        "month": N_("A month"),
        "year": N_("A whole year"),
        "day": N_("A day"),
    },
    "benefit_unit": {
        "event": N_("event"),
        "day": N_("day"),
        "night": N_("night"),
        "week": N_("week"),
        "month": N_("month"),
        "year": N_("year"),
    },
    "benefit_units": {
        "event": N_("events"),
        "day": N_("days"),
        "night": N_("nights"),
        "week": N_("weeks"),
        "month": N_("months"),
        "year": N_("years"),
    },
    "ladder_by": {
        "nothing": N_("Nothing: always the same"),
        "age": N_("Age"),
        "welfare_years": N_("Years in the welfare fund"),
        "saving_years": N_("Years of saving with the group"),
    },
    "benefit_to": {
        "member": N_("The member"),
        "child": N_("The member's child"),
        "heirs": N_("The heirs"),
    },
    "claim_stage": {
        "asked": N_("Waits for a decision"),
        "refused": N_("Refused"),
        "approved": N_("Approved"),
        "paid": N_("Paid"),
    },
}
"""The sentence of every value, by topic."""

BENEFIT_KEYS: Mapping[str, str] = {
    "birth": N_("Birth of a child"),
    "hospital": N_("Nights in hospital"),
    "sickness": N_("Sickness"),
    "death": N_("Death"),
    "funeral": N_("Funeral"),
    "old_age": N_("Old-age pension"),
    "fire": N_("Fire"),
    "flood": N_("Flood"),
    "disaster": N_("Disaster"),
    "disability": N_("Disability"),
}
"""The usual things that a welfare fund pays for, by key."""
