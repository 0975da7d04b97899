"""How the book was kept stands under its heading, and those who sign find it on their page."""

from pathlib import Path

import pytest

from ledger.statements.trail import Watched
from reports.style import MM
from reports.watched import draw_watched
from tests.reports.pdfs import needs_poppler, pages_of
from tests.reports.test_shell import shell


@needs_poppler
@pytest.mark.parametrize("below", [0.0, 55 * MM])
def test_its_heading_is_never_alone(tmp_path: Path, below: float) -> None:
    out = tmp_path / "paper.pdf"
    for left in range(36, 90):
        made = shell()
        made.head()
        made.flow.y = made.flow.bottom + below + left
        draw_watched(made.flow, Watched(acts=(), rehearsals=0, pins=0, officers=5), below=below)
        made.save(out)
        heading = [page for page in pages_of(out) if "Who wrote, and how" in page]
        assert ["runs without PINs" in page for page in heading] == [True], left
