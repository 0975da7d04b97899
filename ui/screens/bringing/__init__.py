"""The page on which the group's own spreadsheets come in."""
