"""A folder in memory for the books of random lives, which commit some thousand times."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.life.__main__ import memory


@pytest.fixture
def folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(dir=memory()))
    yield made
    shutil.rmtree(made)
