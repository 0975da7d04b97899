"""The questions about a file: where it is to lie, and whether an older one is replaced."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from translations import Words
from ui.widgets.asking import confirm


def save_dialog(parent: QWidget | None, words: Words, place: Path) -> QFileDialog:
    """The dialog, not yet shown: the program's own, since the system's speaks no Lao.

    The ending of the proposed place says what kind of file it is: a paper or a spreadsheet.
    """
    paper = place.suffix == ".pdf"
    title = words.say("Save the paper as PDF") if paper else words.say("Save as a spreadsheet")
    dialog = QFileDialog(parent, title, str(place.parent))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    # The question about an older file is asked in our own words.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter("PDF (*.pdf)" if paper else "Excel (*.xlsx)")
    dialog.setDefaultSuffix(place.suffix.removeprefix("."))
    for label, text in (
        (QFileDialog.DialogLabel.LookIn, words.say("Folder:")),
        (QFileDialog.DialogLabel.FileName, words.say("Name of the file:")),
        (QFileDialog.DialogLabel.FileType, words.say("Kind:")),
        (QFileDialog.DialogLabel.Accept, words.say("Save")),
        (QFileDialog.DialogLabel.Reject, words.say("Go back")),
    ):
        dialog.setLabelText(label, text)
    dialog.selectFile(place.name)
    dialog.resize(860, 560)
    return dialog


def ask_place(parent: QWidget | None, words: Words, place: Path) -> Path | None:
    """Ask where to save; None where nobody wants to any more."""
    while True:
        dialog = save_dialog(parent, words, place)
        try:
            if not dialog.exec():
                return None
            place = Path(dialog.selectedFiles()[0])
        finally:
            dialog.deleteLater()
        if not place.exists() or _replaces(parent, words, place):
            return place


def papers_folder() -> Path:
    """Where papers lie when nobody has chosen a folder yet."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(documents) or Path.home())


def _replaces(parent: QWidget | None, words: Words, place: Path) -> bool:
    return confirm(
        parent,
        words,
        title=words.say("Replace the file"),
        sentence=words.say("There is a file “{name}” already.", name=place.name),
        detail=words.say("What is in it now is lost when it is replaced."),
        do=words.say("Replace the file"),
        danger=True,
    )
