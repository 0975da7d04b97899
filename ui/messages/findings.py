"""What the check of a book found, in one plain sentence each, with the place to look at."""

from ledger.book.plain import month_of_number
from ledger.statements.findings import Fault, Finding
from translations import N_, Words

_FIRST_MONTH, _LAST_MONTH = 200001, 209912

_SENTENCES: dict[Fault, str] = {
    Fault.FILE: N_("The file is damaged: {found}. Do not write on; restore the newest copy."),
    Fault.SHAPE: N_("The guards inside the file were changed by another program."),
    Fault.REFERENCE: N_("A row of “{found}” names something that is not in the book."),
    Fault.EVENT_ORDER: N_("The record of who did what has a gap at number {place}."),
    Fault.EVENT_SEAL: N_("Act number {place}, or something it wrote, was changed afterwards."),
    Fault.ENTRY_ORDER: N_("An entry is missing at number {place}."),
    Fault.ENTRY_SEAL: N_("Entry number {place} was changed after it was written."),
    Fault.UNSEALED: N_("There are amounts that belong to no entry, at number {place}."),
    Fault.MONTH_TOTAL: N_(
        "The total kept for account {account} in {month} and what its entries add up to are "
        "{off_by} apart."
    ),
    Fault.TRIAL_BALANCE: N_("The two sides of the book are {off_by} apart."),
    Fault.LOAN_TOTAL: N_(
        "The total kept for loan {loan}, as loans are counted in the book, and what its entries "
        "add up to are {off_by} apart."
    ),
    Fault.YEAR_OPENING: N_(
        "What member {member}, as members are counted in the book, began {year} with is {off_by} "
        "off."
    ),
    Fault.CLOSED_YEAR: N_("Entry {entry} was written into {year}, a year that is closed."),
    Fault.SHEET_ENTRIES: N_(
        "The entries of meeting sheet {place} are not those it was signed for."
    ),
    Fault.OLDER_FILE: N_(
        "This is an older file of the book: it ends with act {act} and entry {entry}. Act "
        "{known_act} and entry {known_entry} were in it before on this machine."
    ),
    Fault.OTHER_HISTORY: N_(
        "This book was written anew: act {known_act} is not the one that was here before on this "
        "machine."
    ),
    Fault.SHEET_PENCIL: N_("What stood on signed meeting sheet {place} was changed."),
}


_NAMES: dict[Fault, tuple[str, ...]] = {
    Fault.MONTH_TOTAL: ("account", "month"),
    Fault.LOAN_TOTAL: ("loan",),
    Fault.YEAR_OPENING: ("year", "member"),
    Fault.CLOSED_YEAR: ("year", "entry"),
    Fault.OLDER_FILE: ("act", "entry", "known_act", "known_entry"),
    Fault.OTHER_HISTORY: ("act", "entry", "known_act", "known_entry"),
}
"""What the numbers of a place are, where there are several."""


def finding_sentence(words: Words, finding: Finding) -> str:
    """One finding of the check as a sentence."""
    named = dict(zip(_NAMES.get(finding.fault, ()), finding.place, strict=False))
    return words.say(
        _SENTENCES[finding.fault],
        place=", ".join(str(part) for part in finding.place),
        expected=finding.expected,
        found=finding.found,
        off_by=words.money(finding.off_by),
        **{name: _told(words, name, number) for name, number in named.items()},
    )


def _told(words: Words, name: str, number: int) -> str:
    """One number of a place; what a damaged file calls a month or a year may be none."""
    if name == "month" and _FIRST_MONTH <= number <= _LAST_MONTH and 1 <= number % 100 <= 12:
        return words.month(month_of_number(number))
    return str(number) if name in {"account", "month", "year"} else words.number(number)
