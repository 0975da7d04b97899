"""The words for what only the papers of a year choose among."""

from translations.marks import N_

YEAR_CHOICES: dict[str, dict[str, str]] = {
    "age": {
        "not_due": N_("On time"),
        "month": N_("1–30 days"),
        "quarter": N_("31–90 days"),
        "half_year": N_("91–180 days"),
        "older": N_("Over 180 days"),
    },
    "year_text": {
        "strengths": N_("What went well"),
        "results": N_("Results"),
        "outstanding": N_("What is still to be done"),
        "helps": N_("What helped"),
        "difficulties": N_("Difficulties"),
        "lessons": N_("Lessons"),
    },
}
"""Topic, then value, as the tables of naming have them."""
