"""Runs commands in this process and hands back what they printed."""

import csv
import json
import math
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from ui.command_line import main
from ui.commands import told
from ui.commands.day_file import COLUMNS


class Commands:
    """A committee member, or the district office, at the command line."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def run(self, *words: object) -> str:
        """Run a command that must succeed; what it printed."""
        status, out, err = self.try_to(*words)
        assert (status, err) == (0, ""), err
        return out

    def try_to(self, *words: object) -> tuple[int, str, str]:
        """Run a command; its status, what it printed, and what it said of a trouble."""
        # How far a print is would be told on a slow machine, and is no trouble.
        with patch.object(told, "EVERY", math.inf):
            status = main([str(word) for word in words])
        captured = self._capsys.readouterr()
        return status, captured.out, captured.err

    def figures(self, book: Path, name: str, *options: object) -> list[dict[str, Any]]:
        """Figures of a book as rows."""
        rows: list[dict[str, Any]] = json.loads(self.run("figures", book, name, *options))
        return rows


def write_days(file: Path, rows: Iterable[dict[str, object]]) -> Path:
    """Write a day-by-day file."""
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return file
