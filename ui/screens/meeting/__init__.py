"""The meeting and the day sheet: everything in pencil, step by step, until it is signed."""
