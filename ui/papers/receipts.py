"""Receipts and vouchers: what was paid in and out, in two halves."""

from ui.papers.paper import Paper

PAPERS: tuple[Paper, ...] = ()
