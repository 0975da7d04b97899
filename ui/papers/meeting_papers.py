"""The papers of a meeting: what is due tonight, who came, what was counted and decided."""

from ui.papers.paper import Paper

PAPERS: tuple[Paper, ...] = ()
