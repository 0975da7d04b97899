"""Keeping the book safe: codes on papers, copies and sticks, and what to do when it was changed."""
