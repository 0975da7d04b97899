"""Both sides of the book on one day, account by account."""

from collections.abc import Sequence
from datetime import date

from ledger.rules.accounts import family
from ledger.rules.rulebook import Rulebook
from ledger.statements.figure import Figure, accounts_figure
from ledger.statements.lists import TrialBalance, TrialBalanceRow
from translations import Words
from translations.naming import word
from ui.models.closing import account_name
from ui.models.rows import Column

NAME, DEBIT, CREDIT = 1, 3, 4


def columns_of(words: Words, rulebook: Rulebook, day: date) -> Sequence[Column[TrialBalanceRow]]:
    """The columns of a trial balance at the end of a day."""

    def figure(row: TrialBalanceRow) -> Figure:
        return accounts_figure(day, row.account)

    return (
        Column(words.say("Number"), lambda row: str(row.account)),
        Column(words.say("Account"), lambda row: account_name(words, rulebook, row.account)),
        Column(
            words.say("What it is"), lambda row: word(words, "family", family(row.account).value)
        ),
        Column(
            words.say("Debit"), lambda row: _amount(words, row.debit), figures=True, figure=figure
        ),
        Column(
            words.say("Credit"), lambda row: _amount(words, row.credit), figures=True, figure=figure
        ),
    )


def sums_of(words: Words, trial: TrialBalance) -> dict[int, str]:
    """What stands under the columns."""
    return {
        NAME: words.say("Both sides"),
        DEBIT: words.kip(trial.debit),
        CREDIT: words.kip(trial.credit),
    }


def _amount(words: Words, kip: int) -> str:
    return words.kip(kip) if kip else ""
