"""The book remembers: one SQLite file for one group, opened by one door. The only room with SQL."""
