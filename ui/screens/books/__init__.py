"""The books: what came and went, every entry, both sides of a day, and who did what."""
