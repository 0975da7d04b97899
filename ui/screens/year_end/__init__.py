"""The end of a year, step by step: what is still open, the profit, who gets what, and the lock."""
