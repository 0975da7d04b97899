"""Runs tests one after the other, without a word, until one of them fails."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

import pytest


class _Hear:
    """Hears of each test that fails."""

    def __init__(self) -> None:
        self.failed: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.append(report.nodeid)


def first_to_fail(
    session: pytest.Session, items: Iterable[pytest.Item], *, sharing: bool = False
) -> str:
    """The first test that fails; an empty word where none does.

    Where they are `sharing`, what one file has prepared stays for its next test.
    """
    hear, plugins = _Hear(), session.config.pluginmanager
    plugins.unregister(plugins.getplugin("terminalreporter"))
    plugins.register(hear)
    for item, following in _in_order(items):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following if sharing else None)
        if hear.failed:
            return hear.failed[0]
    return ""


def _in_order(
    items: Iterable[pytest.Item],
) -> Iterator[tuple[pytest.Item, pytest.Item | None]]:
    """Each test with the one that comes after it."""
    for item, following in pairwise([*items, None]):
        assert item is not None
        yield item, following
