"""Power cut, and power cut on a drive that lies: the short form."""

from pathlib import Path
from random import Random

import pytest

from tests.endure import power
from tests.endure.disk import CREATE, Call
from tests.endure.platter import HONEST, LYING, Model, Platter

SEED = 20260414
FILE = Path("a")


def test_power_cut_on_an_honest_disk_loses_nothing_and_damages_nothing() -> None:
    result = power.run(30, SEED)
    assert result.good, "\n".join(result.lines())


def test_power_cut_on_a_drive_that_lies_loses_three_acts_at_most_and_all_is_mended() -> None:
    result = power.run_lying(30, SEED)
    assert result.good, "\n".join(result.lines())


def left(model: Model, calls: list[Call], times: int = 200) -> set[bytes | None]:
    """Everything that a power cut after these calls can leave of a file."""
    chance, found = Random(SEED), set[bytes | None]()
    for _ in range(times):
        platter = Platter(model, chance)
        platter.lay({}, [])
        platter.play(calls)
        contents, _ = platter.left()
        found.add(contents.get(FILE))
    return found


WRITTEN = [
    Call("open", FILE, flags=CREATE),
    Call("write", FILE, 0, b"one"),
    Call("write", FILE, 3, b"two"),
]


@pytest.mark.parametrize("model", [*HONEST, *LYING])
def test_what_was_not_synced_may_be_there_or_not(model: Model) -> None:
    """The harness itself."""
    assert {None, b"", b"one", b"onetwo"} <= left(model, WRITTEN)


@pytest.mark.parametrize("model", [Model.POSIX, Model.LIE_AT_RANDOM])
def test_what_was_not_synced_may_come_in_another_order(model: Model) -> None:
    assert b"\0\0\0two" in left(model, WRITTEN)


def test_what_was_synced_is_there() -> None:
    synced = [*WRITTEN, Call("sync", FILE)]
    assert left(Model.EXT4, synced) == left(Model.NTFS, synced) == {b"onetwo"}
    # A strict system keeps a new name only when its folder was synced as well.
    assert left(Model.POSIX, synced) == {None, b"onetwo"}
    assert left(Model.POSIX, [*synced, Call("sync-folder", Path())]) == {b"onetwo"}


def test_a_drive_that_lies_may_lose_what_was_synced() -> None:
    synced = [*WRITTEN, Call("sync", FILE)]
    assert {b"one", b"onetwo", None} <= left(Model.LIE_IN_ORDER, synced)


def test_a_new_name_is_the_old_file_or_the_new_one() -> None:
    calls = [*WRITTEN, Call("sync", FILE), Call("rename", FILE, to=Path("b"))]
    assert left(Model.NTFS, calls) == {b"onetwo", None}


def test_a_sector_may_be_torn() -> None:
    page = bytes([7]) * 4_096
    calls = [Call("open", FILE, flags=CREATE), Call("write", FILE, 0, page)]
    lengths = {len(content) for content in left(Model.EXT4, calls) if content is not None}
    assert {0, 512, 4_096} <= lengths
