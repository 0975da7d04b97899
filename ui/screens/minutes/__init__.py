"""The minutes: what was decided, by number, and what rests on it."""
