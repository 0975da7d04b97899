"""Whatever is done in whatever order: hypothesis looks for a way in which the books differ."""

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.life.__main__ import memory
from tests.life.committee import CHANCES, found_group

OFTEN = [name for name, chance in CHANCES.items() for _ in range(chance)]


class Life(RuleBasedStateMachine):
    """A dozen members; the order of acts and days is hypothesis's, the amounts are a seed's."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=memory()))

    @initialize(seed=st.integers(0, 10_000))
    def begin(self, seed: int) -> None:
        self.life = found_group(self.folder, members=12, seed=seed)
        # Something to work with, or the first acts would all be refused.
        self.life.meet()
        for _ in range(3):
            self.life.lend()
            self.life.pay_out()

    def teardown(self) -> None:
        if hasattr(self, "life"):
            if self.life.book.open_sheet() is None:
                assert self.life.book.check() == ()
            self.life.book.close()
        shutil.rmtree(self.folder)

    @rule(name=st.sampled_from(OFTEN))
    def act(self, name: str) -> None:
        getattr(self.life, name)()

    @rule(days=st.integers(1, 70))
    def days_go_by(self, days: int) -> None:
        self.life.go(self.life.day + timedelta(days=days))

    @rule()
    def meet(self) -> None:
        self.life.meet()

    @rule()
    def close(self) -> None:
        """Interest on savings first, as the program asks for it, and then the year."""
        self.life.credit()
        self.life.close()


Life.TestCase.settings = settings(
    max_examples=12,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestLife = Life.TestCase
