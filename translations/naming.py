"""What the ledger's accounts, kinds and choices are called, from the plain words it knows them by.

The ledger speaks of "pay_out" and account 1100; here such a word gets its sentence in the
language of the reader. Names that the group wrote itself are printed as it wrote them, unless they
are one of the usual ones, which are known in every language by a key.
"""

from translations.marks import N_
from translations.naming_tables import CHOICES, KEYS
from translations.words import Words

_ACCOUNTS = {
    1000: N_("Cash box"),
    1100: N_("Loans to members"),
    1199: N_("Loans passing to another"),
    1400: N_("Owed by members from later findings"),
    2000: N_("Members' savings"),
    2001: N_("Voluntary savings"),
    2010: N_("Dividends not yet fetched"),
    2020: N_("Owed to the committee"),
    2021: N_("Owed to advisers"),
    2030: N_("Settlements not yet paid out"),
    2040: N_("Owed to members from later findings"),
    3900: N_("Seed money"),
    3901: N_("Result carried forward"),
    3902: N_("Result of the year"),
    3999: N_("Opening balances"),
    4000: N_("Loan interest"),
    4001: N_("Fines for late repayment"),
    4002: N_("Fines for missed months"),
    4003: N_("Entry fees"),
    4004: N_("Passbook fees"),
    4005: N_("Loan fees"),
    4006: N_("Bank interest"),
    4007: N_("Cash over"),
    4008: N_("Recovered from written-off loans"),
    4009: N_("Interest from other groups"),
    5000: N_("Interest on savings"),
    5001: N_("Cash short"),
    5002: N_("Loans written off"),
    5003: N_("Interest on what the group borrowed"),
    5004: N_("Contributions to the network"),
    5005: N_("Bank fees"),
    5006: N_("Dividends paid at leaving"),
}
LENT = range(1201, 1300)
"""Where loans stand that are lent from the funds: such an account is called by its fund."""
_NAMED = (
    (range(1001, 1100), N_("Bank")),
    (LENT, N_("Loans lent from fund")),
    (range(1301, 1400), N_("Lent to another group")),
    (range(2101, 2200), N_("Network")),
    (range(2201, 2300), N_("Lender")),
    (range(3001, 3100), N_("Fund")),
    (range(4101, 4200), N_("Other income")),
    (range(5101, 5200), N_("Other costs")),
)


def household_word(words: Words, household: str) -> str:
    """A household beside other things; one that is only a number is called a household.

    The number is not parted from its word at the end of a line.
    """
    if not household.isdigit():
        return household
    return words.say("Household {name}", name=household).replace(" ", "\u00a0")


def account_word(words: Words, code: int, name: str = "", key: str = "") -> str:
    """What an account is called: by its key, by the group's own name, or by its number's place.

    Loans that are lent from a fund have the fund's `name` and `key`.

    ValueError for a number that no account can have.
    """
    if code in _ACCOUNTS:
        return words.say(_ACCOUNTS[code])
    if name or key:
        called = key_word(words, key, name)
        return words.say("Lent from: {fund}", fund=called) if code in LENT else called
    for codes, text in _NAMED:
        if code in codes:
            return f"{words.say(text)} {words.number(code - codes.start + 1)}"
    raise ValueError(f"no account has the number {code}")


def key_word(words: Words, key: str, name: str = "") -> str:
    """What one of the usual funds, products, purposes or lines is called; else the group's name."""
    if key in KEYS:
        return words.say(KEYS[key])
    return name or key


def word(words: Words, topic: str, value: str) -> str:
    """The word for one choice of a topic: word(words, "role", "treasurer").

    KeyError for a topic or value that the program does not have.
    """
    return words.say(CHOICES[topic][value])
