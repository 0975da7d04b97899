"""What the check of a book found, in one plain sentence each, with the place to look at."""

from ledger.statements.findings import Fault, Finding
from translations import N_, Words

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
        "The total kept for account and month {place} is {found}; the entries add up to {expected}."
    ),
    Fault.TRIAL_BALANCE: N_("The two sides of the book differ: {expected} and {found}."),
    Fault.LOAN_TOTAL: N_(
        "The total kept for loan {place} is {found}; its entries add up to {expected}."
    ),
    Fault.YEAR_OPENING: N_(
        "The opening balance of year and member {place} is {found}; it should be {expected}."
    ),
    Fault.CLOSED_YEAR: N_("Something was written into a closed year: year and entry {place}."),
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


def finding_sentence(words: Words, finding: Finding) -> str:
    """One finding of the check as a sentence."""
    place = ", ".join(str(part) for part in finding.place)
    facts = {"place": place, "expected": finding.expected, "found": finding.found}
    if finding.fault in {Fault.OLDER_FILE, Fault.OTHER_HISTORY}:
        names = ("act", "entry", "known_act", "known_entry")
        facts |= dict(zip(names, map(words.number, finding.place), strict=True))
    return words.say(_SENTENCES[finding.fault], **facts)
