"""What every editor of a rule is: it shows a value, and says when the user has set another."""

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ledger.rules.rulebook import Rulebook
from translations import Words


class Control(QObject):
    """The editor of one rule. `edited` carries what the user has set; showing emits nothing."""

    edited = Signal(object)
    widget: QWidget

    def show(self, value: Any, rulebook: Rulebook, words: Words) -> None:
        """Show what the rules say now."""
        raise NotImplementedError

    def forget(self) -> None:
        """Let go of what is half typed."""

    def is_right(self) -> bool:
        """Whether what stands there can be read."""
        return True
