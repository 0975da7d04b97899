"""Two windows open at once: the short form."""

from tests.endure import races
from tests.life.__main__ import memory


def test_of_two_starts_one_has_the_book_and_a_kill_keeps_nobody_out() -> None:
    result = races.run(1, 20260414, memory())
    assert result.good, "\n".join(result.lines())
