"""The network's sheet: what is checked before it goes out, and the code that is read aloud."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.code_letters import ALPHABET
from ledger.rules.network import (
    AMOUNTS,
    FIGURE_MAX,
    MAY_BE_BELOW_ZERO,
    PARTS,
    TYPED,
    Figure,
    NetworkSheet,
    Sender,
)
from ledger.rules.network_checks import (
    CountWithoutAmount,
    FigureBelowZero,
    FigureNotTypable,
    FigureNotTyped,
    MoreThanThereCanBe,
    PartsMissTotal,
    PlaceNotSaid,
    check_typed,
    contradictions_in,
    problems_of,
)
from ledger.rules.network_code import code_of, read_code
from tests.network_sheets import sheets_of

F = Figure
RIGHT = next(sheet for sheet in sheets_of(2008) if not problems_of(sheet))


def with_figures(**changed: int) -> NetworkSheet:
    return replace(RIGHT, figures={**RIGHT.figures, **{F(k): v for k, v in changed.items()}})


class TestChecks:
    def test_every_part_belongs_to_one_unit(self) -> None:
        for whole, parts in PARTS.items():
            assert {part in AMOUNTS for part in parts} == {whole in AMOUNTS}

    def test_parts_that_miss_their_total_are_named_to_the_kip(self) -> None:
        sheet = with_figures(lent=RIGHT[F.LENT] + 1)
        assert problems_of(sheet) == (
            PartsMissTotal(whole=F.LENT, found=RIGHT[F.LENT] + 1, parts=RIGHT[F.LENT]),
        )

    @pytest.mark.parametrize("whole", PARTS)
    def test_each_total_is_looked_at(self, whole: Figure) -> None:
        part = PARTS[whole][0]
        found = problems_of(with_figures(**{part.value: RIGHT[part] + 1}))
        assert whole in [p.whole for p in found if isinstance(p, PartsMissTotal)]

    @pytest.mark.parametrize(
        ("part", "whole"),
        [
            (F.HOUSEHOLDS, F.POPULATION),
            (F.MEMBERS, F.POPULATION),
            (F.MEMBER_HOUSEHOLDS, F.HOUSEHOLDS),
            (F.MEMBER_HOUSEHOLDS, F.MEMBERS),
            (F.WELFARE_MEMBERS, F.MEMBERS),
        ],
    )
    def test_what_cannot_be_more(self, part: Figure, whole: Figure) -> None:
        figures = {part: 8, whole: 7}
        assert MoreThanThereCanBe(part, 8, whole, 7) in contradictions_in(figures)
        assert not [
            p for p in contradictions_in({part: 7, whole: 7}) if isinstance(p, MoreThanThereCanBe)
        ]

    def test_what_was_not_typed_is_not_compared(self) -> None:
        assert contradictions_in({F.HOUSEHOLDS: 9}) == ()

    def test_loans_without_kip_and_kip_without_loans(self) -> None:
        assert CountWithoutAmount(F.EMERGENCY_CASES, 0, F.EMERGENCY_LENT, 5) in contradictions_in(
            {F.EMERGENCY_LENT: 5}
        )
        assert CountWithoutAmount(F.GREEN_RICE_CASES, 2, F.GREEN_RICE_LENT, 0) in contradictions_in(
            {F.GREEN_RICE_CASES: 2}
        )

    def test_only_what_a_loss_lowers_may_be_below_nothing(self) -> None:
        for figure in Figure:
            said = [p for p in contradictions_in({figure: -1}) if isinstance(p, FigureBelowZero)]
            assert bool(said) is (figure not in MAY_BE_BELOW_ZERO)

    def test_what_is_missing_is_asked_for_by_name(self) -> None:
        bare = replace(
            RIGHT,
            sender=replace(RIGHT.sender, district=" ", province=""),
            figures={f: v for f, v in RIGHT.figures.items() if f not in TYPED},
        )
        missing = (PlaceNotSaid("district"), PlaceNotSaid("province"))
        assert problems_of(bare)[:9] == (*missing, *(FigureNotTyped(f) for f in TYPED))

    def test_what_may_be_typed(self) -> None:
        check_typed({F.VILLAGES: 0, F.POPULATION: FIGURE_MAX})
        with pytest.raises(FigureNotTypable):
            check_typed({F.MEMBERS: 3})
        with pytest.raises(FigureNotTypable):
            check_typed({F.VILLAGES: FIGURE_MAX + 1})
        with pytest.raises(FigureBelowZero):
            check_typed({F.VILLAGES: -1})

    def test_what_was_never_said_is_nothing(self) -> None:
        empty = NetworkSheet(Sender("b", "g"), date(2026, 1, 1), "LAK", False, {})
        assert empty[F.MEMBERS] == 0


class TestCode:
    def test_it_is_the_files_own(self) -> None:
        assert code_of(b"one") == code_of(b"one")
        assert code_of(b"one") != code_of(b"two")
        assert [len(part) for part in code_of(b"one").split("-")] == [4, 4, 4, 1]
        # A code that was read out last year is still the code of its file.
        assert code_of(b"") == "WERC-8GMR-ZGE1-T"
        assert code_of(b"Thon Ngoen") == "MDYX-6F54-0836-9"

    @given(st.binary(max_size=40))
    def test_what_is_read_aloud_is_understood(self, content: bytes) -> None:
        code = code_of(content)
        heard = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
        assert read_code(code) == read_code(heard) == code

    @given(st.binary(max_size=8), st.integers(0, 12), st.sampled_from(ALPHABET))
    def test_one_misread_letter_is_found(self, content: bytes, place: int, letter: str) -> None:
        letters = list(code_of(content).replace("-", ""))
        same = letters[place] == letter
        letters[place] = letter
        assert (read_code("".join(letters)) is not None) is same

    @pytest.mark.parametrize("text", ["", "7K3M", "UUUU-UUUU-UUUU-U", "0000-0000-0000-00", "ກ"])
    def test_what_cannot_be_a_code(self, text: str) -> None:
        assert read_code(text) is None
