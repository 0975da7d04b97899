"""The program ends at a call to the disk: the short form."""

from tests.endure import calls

SEED = 20260414


def test_wherever_the_program_ends_nothing_told_is_lost_and_everything_is_sound() -> None:
    result = calls.run(24, SEED)
    assert result.good, "\n".join(result.lines())
    assert result.figures["ends of print"] != 0
