"""Whether there is a screen to open a window on; asked before Qt, which would abort without one."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translations import Words


class NoScreen(StrEnum):
    """Why no window can be opened."""

    NO_DISPLAY = "no_display"
    NOT_ANSWERING = "not_answering"
    LIBRARY = "library"


def sentence(words: Words, why: NoScreen, detail: str) -> str:
    """What is wrong, and what can be done without a window."""
    told = {
        NoScreen.NO_DISPLAY: words.say("There is no screen here to open a window on."),
        NoScreen.NOT_ANSWERING: words.say("The screen {detail} does not answer.", detail=detail),
        NoScreen.LIBRARY: words.say(
            "A part of the system that windows need is missing: {detail}", detail=detail
        ),
    }[why]
    way = words.say("Without a window, use the commands: python3 start.py --help")
    return f"{told}\n{way}"


def why_no_screen(
    environment: Mapping[str, str], platform: str = sys.platform
) -> tuple[NoScreen, str] | None:
    """What keeps Qt from opening a window, with a detail; nothing where a window can be opened."""
    wanted = environment.get("QT_QPA_PLATFORM", "")
    if not platform.startswith("linux") or not (wanted or "xcb").startswith(("xcb", "wayland")):
        return None
    wayland = "" if wanted.startswith("xcb") else environment.get("WAYLAND_DISPLAY", "")
    if wayland and _answers(Path(environment.get("XDG_RUNTIME_DIR", "")) / wayland):
        return _missing_library("wayland")
    display = environment.get("DISPLAY", "")
    if display and _x_answers(display):
        return _missing_library("xcb")
    silent = display or wayland
    return (NoScreen.NOT_ANSWERING, silent) if silent else (NoScreen.NO_DISPLAY, "")


def _x_answers(display: str) -> bool:
    """Whether the X server of a name such as ":0", "unix:0" or "host:10.0" can be reached."""
    host, _, numbers = display.rpartition(":")
    number = numbers.partition(".")[0]
    if not number.isdecimal():
        return False
    if host in {"", "unix"}:
        place = f"/tmp/.X11-unix/X{number}"
        return _answers(Path(place)) or _answers(Path("\0" + place))
    import socket  # noqa: PLC0415 -- only a screen of another machine needs it here

    try:
        with socket.create_connection((host, 6000 + int(number)), timeout=2):
            return True
    except OSError:
        return False


def _answers(socket_file: Path) -> bool:
    import socket  # noqa: PLC0415 -- the first paint does without it where nothing is asked

    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(2)
            line.connect(str(socket_file))
            return True
    except OSError:
        return False


def _missing_library(kind: str) -> tuple[NoScreen, str] | None:
    """Load the plugin that Qt would load, and say which library of the system it misses."""
    import ctypes  # noqa: PLC0415 -- as above
    from importlib.util import find_spec  # noqa: PLC0415 -- as above

    spec = find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        return NoScreen.LIBRARY, "PySide6"
    folder = Path(next(iter(spec.submodule_search_locations))) / "Qt" / "plugins" / "platforms"
    for plugin in sorted(folder.glob(f"libq{kind}*.so"))[:1]:
        try:
            ctypes.CDLL(str(plugin))
        except OSError as trouble:
            return NoScreen.LIBRARY, str(trouble)
    return None
