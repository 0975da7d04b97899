"""The group's book: rules decide, statements tell, the book remembers, actions act.

The four rooms stand in one line. Each may look down the line and never up, and none of them
knows a window, a sheet of paper, a language or a clock.
"""
