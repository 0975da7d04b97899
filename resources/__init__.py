"""The cupboard: typefaces, pictures and rule templates, found wherever the program lies."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def path(name: str) -> Path:
    """Where a thing of the cupboard lies: path("fonts/NotoSans-Regular.ttf")."""
    return _HERE / name
