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
    # Whole sentences: inside one, the name of a choice would begin with a large letter.
    "dividend_from": {
        "closing": N_("Dividends are worked out from the savings at the end of the year."),
        "month_end": N_("Dividends are worked out from the savings at each month's end."),
        "next_month": N_(
            "Dividends are worked out from the savings."
            " A deposit counts from the month after it was made."
        ),
        "minimum": N_("Dividends are worked out from the smallest savings in the year."),
        "daily": N_("Dividends are worked out from the savings day by day."),
    },
}
"""Topic, then value, as the tables of naming have them."""
