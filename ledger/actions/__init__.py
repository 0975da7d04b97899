"""What people do with the book: one function for each verb of theirs.

Every act has the same shape: `act(book, actor, *, facts) -> Change`. It asks who may do it, loads
the facts, lets the rules decide, and writes with the pen in one transaction. Only this room holds
the pen.
"""
