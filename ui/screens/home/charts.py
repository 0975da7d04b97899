"""The two charts of the first page: what they show, and the same in words."""

from collections.abc import Sequence

from ledger.statements.months import MonthFigures
from translations import Words
from ui.widgets.charts import Chart, Scale, Series, scale_of


def show_growth(chart: Chart, words: Words, months: Sequence[MonthFigures]) -> None:
    """Savings and loans as they stood at the end of each month."""
    saved = Series(words.say("Savings"), tuple(m.savings for m in months))
    lent = Series(words.say("Lent out"), tuple(m.loans for m in months))
    heading = words.say("Savings and loans")
    _show(chart, words, heading, months, (saved, lent))
    if not months:
        # The books begin later than the day on the clock.
        return
    last = months[-1]
    chart.describe(
        words.say(
            "At the end of {month} the members had saved {savings}, and {loans} were lent out.",
            month=words.month(last.month),
            savings=words.money(last.savings),
            loans=words.money(last.loans),
        ),
        _table(words, months, (saved, lent)),
    )


def show_income(chart: Chart, words: Words, months: Sequence[MonthFigures]) -> None:
    """Income and costs within each month."""
    income = Series(words.say("Income"), tuple(m.income for m in months))
    costs = Series(words.say("Costs"), tuple(m.expenses for m in months))
    _show(chart, words, words.say("Income and costs by month"), months, (income, costs))
    if not months:
        # The books begin later than the day on the clock.
        return
    last = months[-1]
    chart.describe(
        words.say(
            "In {month} the group earned {income} and spent {costs}.",
            month=words.month(last.month),
            income=words.money(last.income),
            costs=words.money(last.expenses),
        ),
        _table(words, months, (income, costs)),
    )


def _show(
    chart: Chart,
    words: Words,
    heading: str,
    months: Sequence[MonthFigures],
    series: Sequence[Series],
) -> None:
    most = max((value for row in series for value in row.values), default=0)
    scale = scale_of(most, one=words.money_format.one)
    chart.show_series(
        heading,
        [words.short_month(m.month) for m in months],
        series,
        scale=scale,
        unit=unit_of(words, scale),
        write=words.number,
    )


def unit_of(words: Words, scale: Scale) -> str:
    """What the marks of a scale count."""
    one = words.money_format.one
    if scale.unit == 1_000_000 * one:
        return words.say("million {unit}", unit=words.unit)
    if scale.unit == 1_000 * one:
        return words.say("thousand {unit}", unit=words.unit)
    return words.unit


def _table(words: Words, months: Sequence[MonthFigures], series: Sequence[Series]) -> str:
    """One line for each month: what a picture says to whoever cannot see it."""
    lines = [
        f"{words.short_month(month.month)}: "
        + " · ".join(f"{row.name} {words.kip(row.values[place])}" for row in series)
        for place, month in enumerate(months)
    ]
    return "\n".join(lines)
