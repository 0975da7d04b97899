"""The group's rules as forms: the same editor in the first run and in the settings."""

from ui.screens.rules.editor import RulebookEditor

__all__ = ["RulebookEditor"]
