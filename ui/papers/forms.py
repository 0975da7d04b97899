"""Blank forms of the papers, to be written on by hand."""

from ui.papers.paper import Paper

PAPERS: tuple[Paper, ...] = ()
