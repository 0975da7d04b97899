"""The first pages of a new group: from its language to the day on which its books begin."""

from ui.screens.first_run.screen import FirstRunScreen

__all__ = ["FirstRunScreen"]
