"""Finds what a command names in words: an account by its key, name or number, and a loan."""

from collections.abc import Iterable

from ledger.book.book import Book
from ledger.rules.accounts import ADVISERS_PAYABLE, COMMITTEE_PAYABLE, Account
from ledger.rules.claims import Claim
from ledger.rules.loan_values import Loan
from ledger.rules.people import Member, MemberId
from ledger.rules.rulebook import Rulebook
from ledger.rules.welfare_rules import Benefit
from translations import LANGUAGES, open_words
from translations.naming import key_word

_FIGURES_MAX = 12
"""So many figures at most are taken for a member's number that lost its noughts."""

_FIXED = {"committee": COMMITTEE_PAYABLE, "advisers": ADVISERS_PAYABLE}


def account_named(rulebook: Rulebook, wanted: str) -> Account | None:
    """The account of that key, name or number; nothing where the group has none."""
    if wanted in _FIXED:
        return _FIXED[wanted]
    # An open account comes before a closed one of the same name.
    for named in sorted(rulebook.accounts, key=lambda one: one.closed is not None):
        if wanted and wanted in {named.key, named.name, str(named.account)}:
            return named.account
    return None


def loan_named(book: Book, number: str, member: MemberId | None) -> Loan | None:
    """The loan of that number, or the member's only one that is open; nothing where unclear."""
    if not number and member is None:
        return None
    found = [
        loan
        for loan in book.loans(open_only=True)
        if (not number or loan.number == number)
        and (member is None or loan.request.member == member)
    ]
    if not found and number:
        found = [loan for loan in book.loans() if loan.number == number]
    return found[0] if len(found) == 1 else None


def benefit_named(rulebook: Rulebook, wanted: str) -> Benefit | None:
    """The row of the benefit table of that code, or of that name in any language."""
    for benefit in rulebook.welfare.benefits:
        names = {key_word(open_words(code), benefit.key, benefit.name) for code in LANGUAGES}
        if wanted.casefold() in {name.casefold() for name in (*names, benefit.code, benefit.name)}:
            return benefit
    return None


def claim_named(book: Book, number: str) -> Claim | None:
    """The welfare claim of that number; nothing where there is none."""
    return next((claim for claim in book.claims() if claim.number == number), None)


def member_numbered(members: Iterable[Member], number: str) -> Member | None:
    """The member of that number; 7 is 007 where a spreadsheet took the noughts in front away."""
    known = {member.number: member for member in members}
    if number in known or not _is_plain(number):
        return known.get(number)
    alike = [m for own, m in known.items() if _is_plain(own) and int(own) == int(number)]
    return alike[0] if len(alike) == 1 else None


def _is_plain(number: str) -> bool:
    return number.isascii() and number.isdigit() and len(number) < _FIGURES_MAX
