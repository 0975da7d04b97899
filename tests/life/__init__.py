"""A group lives for years; a hand ledger that knows nothing of the program lives beside it."""
