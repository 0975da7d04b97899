"""The papers of a loan, from the application to the settlement."""

from ui.papers.paper import Paper

PAPERS: tuple[Paper, ...] = ()
