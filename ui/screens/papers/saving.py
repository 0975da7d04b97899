"""The questions about a file: where it is to lie, and whether an older one is replaced."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from translations import Words
from ui.widgets.asking import confirm


@dataclass(frozen=True, slots=True)
class FileKind:
    """What is saved: the title of the question, the kind's name, and the ending of the file."""

    title: str
    name: str
    suffix: str


def _kind_of(words: Words, place: Path) -> FileKind:
    if place.suffix == ".pdf":
        return FileKind(words.say("Save the paper as PDF"), "PDF", "pdf")
    return FileKind(words.say("Save as a spreadsheet"), "Excel", place.suffix.removeprefix("."))


def save_dialog(
    parent: QWidget | None, words: Words, place: Path, kind: FileKind | None = None
) -> QFileDialog:
    """The dialog, not yet shown: the program's own, since the system's speaks no Lao.

    Without a kind, the ending of the proposed place says it: a paper or a spreadsheet.
    """
    kind = kind or _kind_of(words, place)
    dialog = QFileDialog(parent, kind.title, str(place.parent))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    # The question about an older file is asked in our own words.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(f"{kind.name} (*.{kind.suffix})")
    dialog.setDefaultSuffix(kind.suffix)
    _name_parts(dialog, words, words.say("Save"))
    dialog.selectFile(place.name)
    dialog.resize(860, 560)
    return dialog


def ask_place(
    parent: QWidget | None, words: Words, place: Path, kind: FileKind | None = None
) -> Path | None:
    """Ask where to save; None where nobody wants to any more."""
    while True:
        dialog = save_dialog(parent, words, place, kind)
        try:
            if not dialog.exec():
                return None
            place = Path(dialog.selectedFiles()[0])
        finally:
            dialog.deleteLater()
        if not place.exists() or _replaces(parent, words, place):
            return place


def ask_folder(parent: QWidget | None, words: Words, folder: Path) -> Path | None:
    """Ask for a folder that is there; None where nobody wants to any more."""
    dialog = QFileDialog(parent, words.say("Choose the folder of the sheets"), str(folder))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _name_parts(dialog, words, words.say("Choose the folder"))
    dialog.resize(860, 560)
    try:
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None
    finally:
        dialog.deleteLater()


def _name_parts(dialog: QFileDialog, words: Words, accept: str) -> None:
    for label, text in (
        (QFileDialog.DialogLabel.LookIn, words.say("Folder:")),
        (QFileDialog.DialogLabel.FileName, words.say("Name of the file:")),
        (QFileDialog.DialogLabel.FileType, words.say("Kind:")),
        (QFileDialog.DialogLabel.Accept, accept),
        (QFileDialog.DialogLabel.Reject, words.say("Go back")),
    ):
        dialog.setLabelText(label, text)


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
