"""The papers of a loan in words: their names, the places in their texts, and the standard texts.

In a text that people read or type, a place has the name of their language: what the program keeps
as {borrower} is {ຜູ້ກູ້ຢືມ} to a Lao committee.
"""

import re
from collections.abc import Mapping

from translations.marks import N_
from translations.words import Words

LOAN_PAPERS: Mapping[str, str] = {
    "application": N_("Loan application"),
    "contract": N_("Loan contract"),
    "guarantee": N_("Letter of guarantee"),
    "addendum": N_("Addendum to the contract"),
    "reminder": N_("Reminder"),
    "settlement": N_("Settlement of a loan"),
    "discharge": N_("Loan repaid: confirmation"),
}
SLOTS: Mapping[str, str] = {
    "group": N_("name of the group"),
    "place": N_("village and district"),
    "officers": N_("who signs for the group"),
    "day": N_("day of the paper"),
    "loan": N_("number of the loan"),
    "borrower": N_("borrower"),
    "member_number": N_("borrower's number"),
    "household": N_("borrower's household"),
    "phone": N_("borrower's phone"),
    "savings": N_("borrower's savings"),
    "amount": N_("amount"),
    "amount_in_words": N_("amount in words"),
    "purpose": N_("what the loan is for"),
    "note": N_("note of the request"),
    "product": N_("kind of loan"),
    "months": N_("how many months"),
    "interest": N_("interest"),
    "fee": N_("loan fee"),
    "late": N_("fine for being late"),
    "first_due": N_("first due day"),
    "due_day": N_("last due day"),
    "decision": N_("number of the decision"),
    "decision_day": N_("day of the decision"),
    "guarantors": N_("guarantors"),
    "guarantor": N_("guarantor who signs"),
    "guarantor_number": N_("guarantor's number"),
    "guarantor_household": N_("guarantor's household"),
    "others": N_("other guarantors"),
    "overdue": N_("what is overdue"),
    "since": N_("overdue since"),
    "days_late": N_("days late"),
    "fine": N_("fine"),
    "to_pay": N_("what is to pay"),
    "to_pay_in_words": N_("what is to pay, in words"),
    "repaid_on": N_("day of the last payment"),
    "interest_paid": N_("interest that was paid"),
    "fine_paid": N_("fines that were paid"),
    "contract": N_("number of the contract"),
    "addendum": N_("number of the addendum"),
    "left": N_("what is left of the loan"),
    "left_in_words": N_("what is left, in words"),
    "old_schedule": N_("list of the old due days"),
    "schedule": N_("list of the due days"),
    "guarantor_list": N_("list of the guarantors"),
    "due_list": N_("list of what is overdue"),
    "sums": N_("list of what is to pay"),
}
PAPER_CHOICES: Mapping[str, Mapping[str, str]] = {"loan_paper": LOAN_PAPERS, "slot": SLOTS}
"""The word of every paper of a loan, and of every place in its text."""

STANDARD: Mapping[str, tuple[str, ...]] = {
    "application": (
        N_("To the committee of {group}, {place}."),
        N_(
            "I, {borrower}, member {member_number} of household {household}, phone {phone}, ask for"
            " a loan of {amount} ({amount_in_words})."
        ),
        N_("I need the money for: {purpose}. {note}"),
        N_("I ask for the kind {product}, for {months}, {interest}."),
        N_("On {day} I have savings of {savings} with the group."),
        N_(
            "These members stand for me. They know that they pay if I do not, and sign for it with"
            " their own hand:"
        ),
        "{guarantor_list}",
        N_("What I have said here is true. I know the group's rules for loans and will keep them."),
    ),
    "contract": (
        N_("This contract was made on {day} between the following two."),
        N_("The lender: {group}, {place}. Those who sign for it: {officers}."),
        N_("The borrower: {borrower}, member {member_number}, household {household}."),
        N_(
            "1. The group lends the borrower {amount} ({amount_in_words}) for {purpose}. The"
            " committee agreed to it by decision {decision} of {decision_day}."
        ),
        N_(
            "2. The terms of the loan: {interest}; {fee}. Nobody may ask the borrower for more than"
            " that."
        ),
        N_(
            "3. The borrower pays the loan back on the days of this list, all of it at the "
            "latest on {due_day}. The borrower may pay earlier, and gets a receipt for every "
            "payment."
        ),
        "{schedule}",
        N_("4. Whoever pays late: {late}."),
        N_(
            "5. If illness, a bad harvest or another misfortune keeps the borrower from paying, the"
            " borrower tells the committee before the due day. Only a decision of the committee"
            " gives the loan new due days."
        ),
        N_(
            "6. If the borrower does not pay, the guarantors pay what is left of the loan with its"
            " interest. Each of them has understood this and signs for it:"
        ),
        "{guarantor_list}",
        N_(
            "7. The contract was read aloud to all who sign it. There are two copies: one for the"
            " group, one for the borrower."
        ),
    ),
    "guarantee": (
        N_("To {group}, {place}."),
        N_(
            "I, {guarantor}, member {guarantor_number}, household {guarantor_household}, stand for"
            " loan {loan} of {borrower}, member {member_number}."
        ),
        N_(
            "The loan is {amount} ({amount_in_words}) for {purpose}. Its terms: {interest}. All"
            " of it is to be paid back at the latest on {due_day}."
        ),
        N_(
            "If the borrower does not pay what is due, I pay what is left of the loan with its"
            " interest."
        ),
        N_("Who stands for it besides me: {others}."),
        N_(
            "My guarantee ends when the loan is repaid, or when the committee has written down that"
            " somebody else stands in my place."
        ),
        N_("This letter was read aloud to me. I have understood it, and sign it freely."),
    ),
    "addendum": (
        N_("This is addendum {addendum} to loan contract {contract}, made on {day}."),
        N_("The lender: {group}, {place}. Those who sign for it: {officers}."),
        N_("The borrower: {borrower}, member {member_number}, household {household}."),
        N_(
            "1. The committee gave the loan new due days by decision {decision} of {decision_day}."
            " On that day {left} ({left_in_words}) was left of the principal."
        ),
        N_("2. Until then these due days held:"),
        "{old_schedule}",
        N_("3. From now on these due days hold, and the last of the loan is due on {due_day}:"),
        "{schedule}",
        N_(
            "4. All else in the contract stays as it was signed. The terms of the loan: {interest};"
            " {fee}. Whoever pays late: {late}."
        ),
        N_(
            "5. The guarantors know the new due days. They go on standing for the loan, and each"
            " signs for it:"
        ),
        "{guarantor_list}",
        N_(
            "6. The addendum was read aloud to all who sign it. There are two copies: one for the"
            " group, one for the borrower."
        ),
    ),
    "reminder": (
        N_("To {borrower}, member {member_number}, household {household}."),
        N_("Of your loan {loan} of {amount}, these payments have not come in by {day}:"),
        "{due_list}",
        N_("Overdue since {since}, altogether {overdue}. The fine by the rules is {fine}."),
        N_("Please bring {to_pay} ({to_pay_in_words}) to the next meeting."),
        N_(
            "If illness or a bad harvest keeps you from paying, come and speak with the committee"
            " before the meeting: we look for a way together."
        ),
        N_("If the money has come in meanwhile, this letter needs no answer."),
        N_("The guarantors of the loan: {guarantors}."),
    ),
    "settlement": (
        N_("Loan {loan} of {borrower}, member {member_number}, amount {amount}, for {purpose}."),
        N_("To finish this loan on {day} the borrower pays:"),
        "{sums}",
        N_("Altogether to pay on that day: {to_pay} ({to_pay_in_words})."),
        N_("On another day the interest and the fine may be different."),
        N_("When it is paid, the loan is finished, and nobody stands for it any more."),
    ),
    "discharge": (
        N_("{group}, {place}, confirms that this loan is repaid:"),
        N_("Loan {loan} of {borrower}, member {member_number}, of {amount} ({amount_in_words})."),
        N_(
            "The last payment came in on {repaid_on}. Interest of {interest_paid} and fines of"
            " {fine_paid} were paid on it."
        ),
        N_("The borrower owes nothing on this loan any more, and nobody stands for it any more."),
        N_("The guarantors of the loan were: {guarantors}."),
        N_("The contract and the letters of guarantee were given back to those who signed them."),
    ),
}
"""The standard text of each paper, paragraph by paragraph."""

_PLACE = re.compile(r"\{([^{}\n]*)\}")


def standard_text(words: Words, paper: str) -> str:
    """The standard text of a paper in this language, with its places as the program keeps them."""
    return "\n".join(words.template(text) for text in STANDARD[paper])


def shown_text(words: Words, text: str) -> str:
    """A text that is kept, with its places under the names of this language."""

    def shown(place: re.Match[str]) -> str:
        name = place.group(1)
        return f"{{{words.say(SLOTS[name])}}}" if name in SLOTS else place.group()

    return _PLACE.sub(shown, text)


def kept_text(words: Words, text: str) -> str:
    """A text that people have typed, with its places as the program keeps them.

    A name that is none stays as it was typed; the rules refuse it.
    """
    known = {name: name for name in SLOTS}
    known |= {words.say(said).casefold(): name for name, said in SLOTS.items()}

    def kept(place: re.Match[str]) -> str:
        name = " ".join(place.group(1).split())
        return f"{{{known.get(name.casefold(), name)}}}"

    return _PLACE.sub(kept, text)
