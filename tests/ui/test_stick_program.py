"""A stick brings copies, never a program: what lies beside them is not run."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SPREADS = "from pathlib import Path\nPath({mark!r}).touch()\n"
NAMES = ("sitecustomize", "ledger", "ui", "reports", "translations", "sqlalchemy", "PySide6")


def run(*words: object, at: Path) -> subprocess.CompletedProcess[str]:
    """A command, started while the stick's folder is the one that is worked in."""
    return subprocess.run(
        [sys.executable, *map(str, words)],
        cwd=at,
        env={k: v for k, v in os.environ.items() if k != "PYTHONPATH"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_nothing_that_lies_beside_a_copy_is_run(book_file: Path, tmp_path: Path) -> None:
    stick, mark = tmp_path / "stick", tmp_path / "spread"
    stick.mkdir()
    assert run(ROOT / "main.py", "backup", book_file, "--to", stick, at=tmp_path).returncode == 0
    for name in NAMES:
        (stick / f"{name}.py").write_text(SPREADS.format(mark=str(mark)), encoding="utf-8")
    copy = next(file for file in stick.rglob("*") if file.suffix not in {".py", ""})
    for words in (("copies", book_file, "--at", stick), ("look", copy), ("check", book_file)):
        done = run(ROOT / "main.py", *words, at=stick)
        assert done.returncode == 0, done.stderr
    assert not mark.exists()
    # The control: started from there, Python would take the stick's files for its own.
    run("-c", "import ledger", at=stick)
    assert mark.exists()
