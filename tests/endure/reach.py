"""Which tests reach which rule, and how long each takes: only those can notice a change of it."""

import json
import os
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from types import CodeType, FrameType

import pytest

RULES = Path(__file__).parent.parent.parent / "ledger" / "rules"
Rule = tuple[str, str]
"""The module of a rule and its qualified name."""


@dataclass
class Reach:
    """For each test, by its number in the collection: the rules that it runs, and its seconds."""

    rules: dict[int, frozenset[Rule]] = field(default_factory=dict)
    seconds: dict[int, float] = field(default_factory=dict)

    def tests_of(self, rule: Rule) -> list[int]:
        """The tests that run a rule, quick ones first."""
        reaching = [number for number, rules in self.rules.items() if rule in rules]
        return sorted(reaching, key=self.seconds.__getitem__)


def reach_of(session: pytest.Session) -> Reach:
    """Run every test once, in a copy of this process, and see what each of them runs."""
    with TemporaryDirectory() as folder:
        told = Path(folder) / "reach.json"
        child = os.fork()
        if child == 0:
            told.write_text(json.dumps(_watched(session)), encoding="utf-8")
            os._exit(0)
        os.waitpid(child, 0)
        reach = Reach()
        for number, (seconds, rules) in enumerate(json.loads(told.read_text(encoding="utf-8"))):
            reach.seconds[number] = seconds
            reach.rules[number] = frozenset((module, name) for module, name in rules)
        return reach


def _watched(session: pytest.Session) -> list[tuple[float, list[Rule]]]:
    reporter = session.config.pluginmanager.getplugin("terminalreporter")
    session.config.pluginmanager.unregister(reporter)
    rows = []
    for item in session.items:
        codes: set[CodeType] = set()
        forget()

        def see(frame: FrameType, event: str, _: object, codes: set[CodeType] = codes) -> None:
            if event == "call":
                codes.add(frame.f_code)

        began = time.perf_counter()
        sys.setprofile(see)
        try:
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        finally:
            sys.setprofile(None)
        rules = {rule for code in codes if (rule := rule_of(code)) is not None}
        rows.append((time.perf_counter() - began, sorted(rules)))
    return rows


def forget() -> None:
    """No rule remembers what it found before: otherwise only who asks first would reach it."""
    for name in [name for name in sys.modules if name.startswith("ledger.rules.")]:
        for known in vars(sys.modules[name]).values():
            clear = getattr(known, "cache_clear", None)
            if clear is not None:
                clear()


def rule_of(code: CodeType) -> Rule | None:
    """The rule that a piece of code belongs to; a function within a function is the outer one's."""
    file = Path(code.co_filename)
    if file.parent != RULES:
        return None
    return file.stem, code.co_qualname.partition(".<locals>")[0]
