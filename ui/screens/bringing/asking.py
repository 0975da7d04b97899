"""The question which file is to come in."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from translations import Words
from ui.screens.papers.saving import papers_folder


def file_dialog(parent: QWidget | None, words: Words) -> QFileDialog:
    """The dialog, not yet shown: the program's own, since the system's speaks no Lao."""
    dialog = QFileDialog(parent, words.say("Choose a file"), str(papers_folder()))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter("Excel, CSV (*.xlsx *.csv *.txt)")
    for label, text in (
        (QFileDialog.DialogLabel.LookIn, words.say("Folder:")),
        (QFileDialog.DialogLabel.FileName, words.say("Name of the file:")),
        (QFileDialog.DialogLabel.FileType, words.say("Kind:")),
        (QFileDialog.DialogLabel.Accept, words.say("Open")),
        (QFileDialog.DialogLabel.Reject, words.say("Go back")),
    ):
        dialog.setLabelText(label, text)
    dialog.resize(860, 560)
    return dialog


def ask_file(parent: QWidget | None, words: Words) -> Path | None:
    """Ask which file; None where nobody wants to any more."""
    dialog = file_dialog(parent, words)
    try:
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None
    finally:
        dialog.deleteLater()
