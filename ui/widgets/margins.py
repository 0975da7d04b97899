"""The room around what stands in a dialog: the same in every one."""

from PySide6.QtWidgets import QDialog, QVBoxLayout


def dialog_rows(dialog: QDialog, spacing: int = 10) -> QVBoxLayout:
    """The rows of a dialog, so many points apart, with the room around them that all have."""
    rows = QVBoxLayout(dialog)
    rows.setContentsMargins(22, 18, 22, 18)
    rows.setSpacing(spacing)
    return rows
