"""What the attacks on the guards have in common."""

NEXT = "(SELECT max(seq) + 1 FROM event)"
"""The number that the next event must have."""

A_TRANSFER = (
    "INSERT INTO transfer SELECT max(number) + 1, 0, 'deposit', 1000, 2000, 5, 1, NULL FROM entry"
)
"""A right transfer of the entry that comes next."""
