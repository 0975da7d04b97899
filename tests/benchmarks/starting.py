"""How long it takes until the first window is painted, against an empty window of Qt."""

import os
import statistics
import subprocess
import sys
import tempfile
import time

EMPTY = """
import sys, time
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        print("painted", flush=True)
        QApplication.exit(0)
app = QApplication(sys.argv)
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
"""
OURS = """
import os, sys
import ui.app
from ui.window import Window
begin = Window.__init__
def watched(self, *given, **named):
    begin(self, *given, **named)
    self.painted.connect(lambda: (print("painted", flush=True), os._exit(0)))
Window.__init__ = watched
sys.exit(ui.app.run(None, language="lo"))
"""


def first_paint(runs: int = 7) -> tuple[float, float, float]:
    """Milliseconds to our first paint and to an empty window's, and the ratio pair by pair."""
    pairs = [(_until_painted(OURS), _until_painted(EMPTY)) for _ in range(runs + 1)][1:]
    return (
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(a / b for a, b in pairs),
    )


def _until_painted(code: str) -> float:
    home = tempfile.mkdtemp()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": home}
    environment |= {"XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "LOCALAPPDATA": home}
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, env=environment, text=True
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        spent = (time.perf_counter() - start) * 1000
        process.kill()
    if "painted" not in line:
        raise RuntimeError("the window was never painted")
    return spent
