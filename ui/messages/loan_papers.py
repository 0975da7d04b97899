"""What is said when a paper of a loan cannot be made, or its text cannot be kept."""

from ledger.rules.loan_papers import (
    LoanNotRepaid,
    NobodyOverdue,
    NobodyStandsForLoan,
    NoLoanAgreed,
    NoNewDays,
    NothingLeftOfLoan,
    NothingOverdue,
)
from ledger.rules.paper_texts import (
    AmountByHand,
    BraceAlone,
    LetterNotPrinted,
    ListNotAlone,
    ListTwice,
    PaperTextTooLong,
    SlotsMissing,
    SlotUnknown,
)
from translations import N_
from ui.messages.telling import Table, Told

TOLD: Table = {
    NoLoanAgreed: Told(
        N_("The committee has not agreed to loan {number}, so that there is nothing to sign yet.")
    ),
    NothingOverdue: Told(
        N_("Nothing of loan {number} is overdue on {day}. There is nothing to remind of.")
    ),
    NobodyOverdue: Told(N_("Nothing is overdue on {day}. There is nobody to remind.")),
    NothingLeftOfLoan: Told(
        N_("Nothing is owed on loan {number} on {day}. Choose a loan whose money is out.")
    ),
    LoanNotRepaid: Told(
        N_("Loan {number} is not repaid on {day}: {kip} would end it."),
        kip="kip",
    ),
    NoNewDays: Told(
        N_(
            "Loan {number} has no new due days up to {day}. Set new due days first; then its"
            " addendum can be printed."
        )
    ),
    NobodyStandsForLoan: Told(N_("Loan {number} has no guarantors who could sign a letter.")),
    PaperTextTooLong: Told(
        N_("The text has {given} letters; a paper has room for {most}. Make it shorter.")
    ),
    BraceAlone: Told(
        N_(
            "A brace stands alone in “{paragraph}”. Take it away, or put the place in anew with its"
            " button."
        )
    ),
    SlotUnknown: Told(
        N_("This paper has no place “{found}”. Take it away, and put in one of the list.")
    ),
    SlotsMissing: Told(N_("This must stand in the text: {slots}. Put it in with its button.")),
    ListNotAlone: Told(N_("“{slot}” is a whole list: give it a line of its own.")),
    ListTwice: Told(N_("“{slot}” stands in the text twice. Take one of them away.")),
    AmountByHand: Told(
        N_(
            "“{found}” is typed by hand. Amounts and rates come from the book alone: take it away,"
            " and put in a place of the list."
        )
    ),
    LetterNotPrinted: Told(
        N_("The letter “{found}” cannot be printed. Take it away, or write it otherwise.")
    ),
}
"""Said calmly: nothing was written."""
