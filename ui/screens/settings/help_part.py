"""The help file, made when somebody asks for it: for whoever helps from afar."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.desk import Desk
from ui.help_file import make_help_file
from ui.logbook import Logbook


def ask_folder(parent: QWidget, desk: Desk) -> Path | None:
    """Let the user pick a folder for the help file; nothing where she did not."""
    dialog = QFileDialog(parent, desk.words.say("Put the help file on a stick"))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    return Path(dialog.selectedFiles()[0]) if dialog.exec() else None


def give_help_file(desk: Desk, folder: Path) -> str:
    """Write the help file into a folder; the sentence that says where it lies.

    Raises OSError where the folder cannot be written.
    """
    log = Logbook(desk.settings.folder / "log", desk.clock)
    try:
        file = make_help_file(folder, log, desk.book)
    finally:
        log.close()
    return desk.words.say(
        "The help file lies in {folder}. There are no names and no amounts in it.",
        folder=file.parent,
    )
