"""Starts the program with one command, and prepares it the first time; needs only Python itself.

    python3 start.py            the window (Windows: py start.py)
    python3 start.py --help     the commands that need no window
    python3 start.py test       every check of the program, as its makers run them

This file is read by whatever Python a machine has, so it keeps to what old ones understand until it
has looked at the version.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PLACE = HERE / ".venv"
OLDEST = (3, 11)
ROOM_NEEDED = 1_200
"""Megabytes that the parts of the program take up while they are being unpacked."""

WAIT = """Preparing the program, once. This takes some minutes and needs the internet.
ກຳລັງກຽມໂປຣແກຣມ ເທື່ອດຽວເທົ່ານັ້ນ. ໃຊ້ເວລາບໍ່ເທົ່າໃດນາທີ ແລະ ຕ້ອງມີອິນເຕີເນັດ."""

# Each library of the system that Qt needs, and the Debian package that brings it.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
SCREEN_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
TEST_TOOLS = {"pdftotext": "poppler-utils", "Xvfb": "xvfb", "xauth": "xauth", "xdotool": "xdotool"}


class Stop(Exception):  # noqa: N818 -- it ends the start with a sentence, as meant
    """Ends the start with a sentence in English and one in Lao."""

    def __init__(self, english: str, lao: str, detail: str = "") -> None:
        super().__init__("\n".join(filter(None, (detail, english, lao))))


def main(arguments: list[str]) -> int:
    """Prepare what is not prepared yet, then start the program or its checks; the exit status."""
    for stream in (sys.stdout, sys.stderr):
        # A console that cannot write Lao shows question marks instead of stopping.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        check_python(sys.version_info[:3])
        if arguments[:1] == ["test"]:
            return test(arguments[1:])
        prepare("requirements.txt")
        window = not any(not text.startswith("-") for text in arguments)
        prepare_system(required=window and "--help" not in arguments)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return start(arguments)


def check_python(version: tuple[int, ...]) -> None:
    """Stop where Python is too old to read the program."""
    if version < OLDEST:
        found = ".".join(map(str, version))
        raise Stop(
            f"Python 3.11 or newer is needed, and this is Python {found}.",
            f"ຕ້ອງການ Python 3.11 ຂຶ້ນໄປ, ແຕ່ອັນນີ້ແມ່ນ Python {found}.",
        )


def start(arguments: list[str]) -> int:
    """Hand over to the program in its own place."""
    command = [str(python()), str(HERE / "main.py"), *arguments]
    if os.name == "posix":
        sys.stdout.flush()
        os.execv(command[0], command)
    return subprocess.call(command)


# --- the parts of the program -------------------------------------------------------------


def python() -> Path:
    """The Python of the program's own place."""
    return PLACE / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def prepare(lock: str) -> None:
    """Install what a locked list names, unless exactly that is installed; then the words."""
    stamp = PLACE / (lock + ".stamp")
    wanted = hashlib.sha256((HERE / lock).read_bytes()).hexdigest()
    if not python().exists() or not stamp.exists() or stamp.read_text("ascii") != wanted:
        print(WAIT, file=sys.stderr, flush=True)
        check_room()
        make_place()
        install(lock)
        stamp.write_text(wanted, "ascii")
    compile_words()


def check_room() -> None:
    """Stop before a disk is filled."""
    if shutil.disk_usage(str(HERE)).free < ROOM_NEEDED * 1_000_000:
        raise no_room()


def no_room() -> Stop:
    """The sentence for a full disk."""
    return Stop(
        f"There is not enough room on the disk: {ROOM_NEEDED} MB are needed in {HERE}.",
        f"ບ່ອນຫວ່າງໃນດິສບໍ່ພໍ: ຕ້ອງມີ {ROOM_NEEDED} MB ຢູ່ {HERE}.",
    )


def make_place() -> None:
    """Make the program's own place, anew where the Python that made it is gone."""
    if python().exists() and subprocess.call([str(python()), "-c", ""]) == 0:
        return
    try:
        import ensurepip  # noqa: F401, PLC0415 -- Debian brings it in a package of its own
    except ImportError:
        package = f"python3.{sys.version_info[1]}-venv"
        if not add_packages([package]):
            command = install_command([package]) or package
            raise Stop(
                f"A part of Python is missing. Run this, then start again:\n    {command}",
                "Python ຂາດສ່ວນໜຶ່ງ. ກະລຸນາສັ່ງຄຳສັ່ງຂ້າງເທິງ ແລ້ວເລີ່ມໃໝ່.",
            ) from None
    done = run_quietly([sys.executable, "-m", "venv", "--clear", str(PLACE)])
    if done.returncode:
        raise failed(done.stdout)


def install(lock: str) -> None:
    """Fetch and unpack the parts, each exactly the one that the list names."""
    command = [str(python()), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    done = run_quietly([*command, "--quiet", "--require-hashes", "-r", str(HERE / lock)])
    if done.returncode:
        raise failed(done.stdout)


def failed(said: str) -> Stop:
    """What the failure of an installation means, from what it said."""
    low = said.lower()
    if "no space left" in low or "errno 28" in low:
        return no_room()
    far = ("connection", "resolve", "resolution", "timed out", "no matching distribution", "proxy")
    if any(word in low for word in far):
        return Stop(
            "The internet is needed once, to fetch the parts of the program. Connect, start again.",
            "ຕ້ອງມີອິນເຕີເນັດເທື່ອດຽວ ເພື່ອດຶງສ່ວນຕ່າງໆຂອງໂປຣແກຣມ. ຕໍ່ອິນເຕີເນັດ ແລ້ວເລີ່ມໃໝ່.",
            detail=said[-1500:],
        )
    return Stop(
        "The parts of the program could not be installed. What was said stands above.",
        "ບໍ່ສາມາດຕິດຕັ້ງສ່ວນຕ່າງໆຂອງໂປຣແກຣມໄດ້. ສາເຫດຢູ່ຂ້າງເທິງ.",
        detail=said[-3000:],
    )


def compile_words() -> None:
    """Compile the catalogues of which the words are newer."""
    for words in (HERE / "translations").glob("*/LC_MESSAGES/*.po"):
        ready = words.with_suffix(".mo")
        if not ready.exists() or ready.stat().st_mtime < words.stat().st_mtime:
            done = run_quietly([str(python()), "-m", "translations", "compile"])
            if done.returncode:
                raise failed(done.stdout)
            return


# --- the parts of the system --------------------------------------------------------------


def prepare_system(*, required: bool, also: dict[str, str] | None = None) -> None:
    """Have the libraries that Qt needs; where they cannot be added, say how.

    Stops only where they are `required`: the commands without a window do without them.
    """
    checked = PLACE / "system.stamp"
    screen = bool(also or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    wanted = {**LIBRARIES, **(SCREEN_LIBRARIES if screen else {})}
    names = " ".join([*wanted, *(also or {})])
    done = checked.exists() and checked.read_text("ascii") == names
    if done or not sys.platform.startswith("linux"):
        return
    missing = [package for library, package in wanted.items() if not loads(library)]
    missing += [package for tool, package in (also or {}).items() if not shutil.which(tool)]
    if missing and not add_packages(missing):
        stop = missing_sentence(missing)
        if required:
            raise stop
        print(stop, file=sys.stderr)
        return
    checked.write_text(names, "ascii")


def missing_sentence(packages: list[str]) -> Stop:
    """How to add parts of the system."""
    command = install_command(packages)
    if not command:
        return Stop(
            f"Parts of the system are missing: {' '.join(packages)}",
            "ລະບົບຂາດບາງສ່ວນ. ຊື່ຂອງມັນຢູ່ຂ້າງເທິງ.",
        )
    return Stop(
        f"Parts of the system are missing. Run this, then start again:\n    {command}",
        "ລະບົບຂາດບາງສ່ວນ. ກະລຸນາສັ່ງຄຳສັ່ງຂ້າງເທິງ ແລ້ວເລີ່ມໃໝ່.",
    )


def loads(library: str) -> bool:
    """Whether the system has a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_command(packages: list[str]) -> str:
    """The one command that adds packages on Debian and its children; "" elsewhere."""
    if not shutil.which("apt-get"):
        return ""
    return "sudo apt-get install -y --no-install-recommends " + " ".join(packages)


def add_packages(packages: list[str]) -> bool:
    """Add packages where that is Debian and we may; whether they are there now."""
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run_quietly(["apt-get", "update"], quiet)
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    done = run_quietly(command, quiet)
    print(done.stdout[-3000:] if done.returncode else "", end="", file=sys.stderr)
    return done.returncode == 0


# --- the checks ---------------------------------------------------------------------------


def test(arguments: list[str]) -> int:
    """Run every gate in order; the first that fails ends it with its own exit status."""
    prepare("requirements.txt")
    prepare("requirements-test.txt")
    prepare_system(required=False, also=TEST_TOOLS)
    own = [str(python()), "-m"]
    imports = str(python().with_name("lint-imports.exe" if os.name == "nt" else "lint-imports"))
    tests = arguments or (["-n", "2"] if (os.cpu_count() or 1) > 1 else [])
    gates = [
        [*own, "ruff", "check", "."],
        [*own, "ruff", "format", "--check", "."],
        [*own, "mypy"],
        [imports],
        [*own, "coverage", "erase"],
        [*own, "coverage", "run", "-m", "pytest", *tests],
        [*own, "coverage", "combine", "--quiet"],
        [*own, "coverage", "report"],
    ]
    for gate in gates:
        print("==>", " ".join([Path(gate[0]).name, *gate[1:]]), flush=True)
        status = subprocess.call(gate, cwd=str(HERE))
        if status:
            return status
    return 0


def run_quietly(
    command: list[str], environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command and keep what it says."""
    return subprocess.run(
        command, cwd=str(HERE), env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
