"""What every test stands on: one platform, one clock zone, one size of letters."""

import atexit
import os
import shutil
import tempfile
import time
from datetime import datetime, timedelta, timezone
from itertools import count

# Before Qt is loaded: these decide how it starts.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["TZ"] = "Asia/Vientiane"
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_FONT_DPI"] = "96"
# What the program keeps of its books must not lie among those of whoever runs the tests.
os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(prefix="thon-ngoen-tests-")
# A thousand small threads of number crunching are no help to two cores.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
if hasattr(time, "tzset"):
    time.tzset()

import pytest
from coverage import Coverage
from hypothesis import settings

# A machine that is busy with other work proves nothing about a rule.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
HOUR = datetime(2026, 11, 26, 12, tzinfo=timezone(timedelta(hours=7)))
_DATA = os.environ["XDG_DATA_HOME"]
_TESTS = count()
atexit.register(shutil.rmtree, _DATA, ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def _cache_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What the program keeps to be quicker next time lies in no folder of the user's."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(autouse=True)
def _machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has seen no book: two tests may make the same one and go on differently."""
    monkeypatch.setenv("XDG_DATA_HOME", f"{_DATA}/{next(_TESTS)}")


@pytest.fixture(autouse=True)
def _hour(monkeypatch: pytest.MonkeyPatch) -> None:
    """One hour for the command line, on whatever day the tests are run.

    A clock that is half a year away from a book's newest act is asked about, and the books of the
    tests do not grow older with the machine.
    """
    monkeypatch.setattr("ui.commands.opening.now", lambda: HOUR)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write down what was measured while there is time: a worker has ten seconds to end in, and on
    a busy machine that is not enough for all of it.
    """
    measured = Coverage.current()
    if measured is not None and hasattr(session.config, "workerinput"):
        measured.save()
