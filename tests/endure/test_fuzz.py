"""What nobody foresaw, typed or brought in: the short form."""

from pathlib import Path
from random import Random

from tests.endure import fuzz
from tests.endure.fuzz_readers import readers

SEED = 20260414


def test_every_reader_reads_or_refuses() -> None:
    result = fuzz.run(40_000, SEED)
    assert result.good, "\n".join(result.lines())


def test_what_is_changed_is_good_at_first(tmp_path: Path) -> None:
    """The harness itself: each reader reads at least one of its texts as they are."""
    for reader in readers(tmp_path):
        good = 0
        for seed in reader.seeds:
            try:
                value = reader.read(seed)
            except reader.refusals:
                continue
            good += value is not None and reader.agrees(seed, value)
        assert good, reader.name


def test_one_seed_gives_the_same_texts() -> None:
    def some(seed: int) -> list[str]:
        chance = Random(seed)
        return [fuzz.changed(("1,250,000",), chance) for _ in range(200)]

    assert some(1) == some(1) != some(2)
