"""Every refusal and every trouble has its sentence, with its facts, in every language."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

import ledger
import reports
from ledger.actions.bring_in import LineProblem
from ledger.actions.record import LineRefused
from ledger.book.trouble import BookTrouble
from ledger.rules.accounts import Account
from ledger.rules.allocation_check import AllocationNotWhole
from ledger.rules.as_printed import ChangedRow, Otherwise
from ledger.rules.contributions import DepositBelowMinimum
from ledger.rules.days import Month
from ledger.rules.lending import LoanOverCeiling
from ledger.rules.lines import Fee
from ledger.rules.meeting import BoxDiffers
from ledger.rules.meeting_cells import RowRefused
from ledger.rules.people import MemberId
from ledger.rules.posting_funds import FundShort
from ledger.rules.posting_members import FeeDiffers
from ledger.rules.refusals import AmountOutOfRange, CashShort, Refusal
from ledger.rules.rulebook import Ceiling, CeilingKind
from ledger.rules.rulebook_check import RuleOutOfRange
from ledger.rules.rulebook_ranges import ranges_of
from ledger.rules.set_up import OpeningDiffers
from ledger.rules.taking_back import WouldGoBelowZero
from reports.troubles import PrinterTrouble
from tests.villages import KHAM, RULES, WELFARE
from translations import LANGUAGES, open_words
from translations.reading import Unreadable, Why
from ui.commands.refusals import FileRowRefused, FileUnusable
from ui.messages import TABLES, sentence
from ui.messages.commands import _FILES
from ui.messages.places import place
from ui.messages.telling import Names

FAMILIES = (Refusal, BookTrouble, PrinterTrouble)
WRAPPERS = {LineRefused, RowRefused, FileRowRefused}
ENGLISH = open_words("en")


def kinds() -> Iterator[type[Exception]]:
    """Every class of the three families, wherever it stands."""
    for package in (ledger, reports):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    waiting: list[type[Exception]] = list(FAMILIES)
    while waiting:
        kind = waiting.pop()
        yield kind
        waiting += kind.__subclasses__()


KINDS = sorted(set(kinds()), key=lambda kind: f"{kind.__module__}.{kind.__name__}")


SAMPLES: dict[Any, object] = {
    int: 12_345,
    date: date(2026, 4, 5),
    Month: Month(2026, 4),
    datetime: datetime(2026, 4, 5, 9, 30, tzinfo=UTC),
    Account: 3001,
    Refusal: CashShort(day=date(2026, 4, 5), cash=1_000, wanted=2_000),
    ChangedRow: ChangedRow(3, "003 ນາງ ນ້ອຍ", Otherwise.GONE),
    LineProblem: LineProblem(0, 0, CashShort(day=date(2026, 4, 5), cash=1_000, wanted=2_000)),
}


def sample(kind: Any, name: str) -> Any:
    """A value that a fact of this kind can have."""
    if get_origin(kind) in {UnionType, Union}:
        kind = next(k for k in get_args(kind) if k is not NoneType)
    if get_origin(kind) is tuple:
        return (sample(get_args(kind)[0], name),) * 2
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    if kind in SAMPLES:
        return SAMPLES[kind]
    if kind is str or kind is Path:
        return kind(f"‹{name}›")
    return 7 if hasattr(kind, "__supertype__") else kind()


def made(kind: type[Exception]) -> Exception:
    hints = get_type_hints(kind)
    if kind is FileUnusable:
        return FileUnusable(name="‹name›", why="not_csv")
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    return kind(**{name: sample(hints[name], name) for name in names})


class TestAllOfThem:
    def test_there_are_many(self) -> None:
        assert len(KINDS) > 90

    @pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
    def test_each_has_a_sentence_in_each_language(self, kind: type[Exception]) -> None:
        for language in LANGUAGES:
            text = sentence(open_words(language), made(kind))
            assert text
            assert "{" not in text

    @pytest.mark.parametrize(
        "kind",
        [k for k in KINDS if k not in {Refusal, *WRAPPERS} and not issubclass(k, PrinterTrouble)],
        ids=lambda kind: kind.__name__,
    )
    def test_each_has_a_sentence_of_its_own(self, kind: type[Exception]) -> None:
        assert [kind in table for table in TABLES].count(True) == 1

    @pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
    def test_names_that_were_given_are_said(self, kind: type[Exception]) -> None:
        no = made(kind)
        text = sentence(ENGLISH, no)
        for name in ("member", "product", "path", "number"):
            value = getattr(no, name, None)
            if isinstance(value, str) and "‹" in value and kind not in SILENT.get(name, ()):
                assert value in text, f"{name} in {text}"

    def test_no_two_tables_know_one_kind(self) -> None:
        all_kinds = [kind for table in TABLES for kind in table]
        assert len(all_kinds) == len(set(all_kinds))


SILENT: dict[str, tuple[type[Exception], ...]] = {
    "path": tuple(
        kind for kind in KINDS if kind.__name__ in {"DiskFull", "BookShut", "OutOfMemory"}
    )
}
"""Where a fact is left out on purpose: the sentence is about the disk, not the file."""


class TestTheFactsStandInThem:
    @pytest.mark.parametrize(
        ("no", "parts"),
        [
            (
                CashShort(day=date(2026, 4, 5), cash=100_000, wanted=250_000),
                ["05/04/2026", "100,000", "250,000", "bank"],
            ),
            (
                CashShort(day=date(2026, 4, 5), cash=100_000, wanted=95_000, kept=10_000),
                ["100,000", "95,000", "10,000"],
            ),
            (DepositBelowMinimum(minimum=10_000, saved=0, given=5_000), ["10,000", "5,000"]),
            (
                DepositBelowMinimum(minimum=10_000, saved=2_000, given=5_000),
                ["10,000", "2,000", "5,000"],
            ),
            (BoxDiffers(counted=90_000, expected=100_000), ["10,000", "missing"]),
            (BoxDiffers(counted=110_000, expected=100_000), ["10,000", "too much"]),
            (OpeningDiffers(counted=90_000, expected=100_000), ["10,000", "missing"]),
            (OpeningDiffers(counted=110_000, expected=100_000), ["10,000", "too much"]),
            (AllocationNotWhole(total=9_950, difference=-50), ["99.5%", "0.5%", "left"]),
            (AllocationNotWhole(total=10_050, difference=50), ["100.5%", "0.5%", "too much"]),
            (FeeDiffers(fee=Fee.ENTRY, rule=10_000, given=5_000), ["Entry fee", "10,000"]),
            (FeeDiffers(fee=Fee.ENTRY, rule=0, given=5_000), ["nothing to pay"]),
            (AmountOutOfRange(given=0, most=10), ["above zero"]),
            (AmountOutOfRange(given=11, most=10), ["more than a book"]),
            (Unreadable("1,25", Why.GROUPS), ["1,25"]),
            (
                RowRefused("ຄຳ", "012", AmountOutOfRange(given=0, most=10)),
                ["012 ຄຳ", "above zero"],
            ),
            (LineRefused(4, AmountOutOfRange(given=0, most=10)), ["Line 5", "above zero"]),
            (
                RuleOutOfRange("loans.products[1].rate", 2_000, 0, 1_000),
                ["Interest on loans (2)", "20%", "10%"],
            ),
            (
                RuleOutOfRange("profit.lines[0].amount", -1, 0, 9_999_999_999_999),
                ["9,999,999,999,999\u00a0kip"],
            ),
        ],
        ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
    )
    def test_facts(self, no: Exception, parts: list[str]) -> None:
        text = sentence(ENGLISH, no)
        for part in parts:
            assert part in text

    @pytest.mark.parametrize(
        ("kind", "part"),
        [
            (CeilingKind.SAVINGS_TIMES, "3 times"),
            (CeilingKind.STEPS, "number 2"),
            (CeilingKind.ABSOLUTE, "of this kind"),
        ],
    )
    def test_each_ceiling_says_what_it_counts(self, kind: CeilingKind, part: str) -> None:
        no = LoanOverCeiling(
            given=2, most=1, ceiling=Ceiling(kind=kind, times=300), savings=5, loan_number=2
        )
        assert part in sentence(ENGLISH, no)

    def test_accounts_and_members_are_called_as_the_group_calls_them(self) -> None:
        names = Names(RULES, {KHAM.id: KHAM})
        no = FundShort(fund=WELFARE, balance=5, given=6)
        assert "Welfare fund" in sentence(ENGLISH, no, names)
        back = WouldGoBelowZero(account=WELFARE, member=KHAM.id, left=-5)
        assert KHAM.name in sentence(ENGLISH, back, names)
        alone = WouldGoBelowZero(account=WELFARE, member=None, left=-5)
        assert "member" not in sentence(ENGLISH, alone, names)
        stranger = WouldGoBelowZero(account=WELFARE, member=MemberId(99), left=-5)
        assert "99" in sentence(ENGLISH, stranger, names)

    @pytest.mark.parametrize("why", sorted(_FILES))
    def test_each_way_in_which_a_file_is_unusable_names_it(self, why: str) -> None:
        assert "days.csv" in sentence(ENGLISH, FileUnusable("days.csv", why))

    def test_every_figure_of_the_rules_has_a_name(self) -> None:
        for figure in ranges_of(RULES):
            assert place(ENGLISH, figure.place) != figure.place

    def test_what_we_did_wrong_ourselves_says_no_python(self) -> None:
        assert sentence(ENGLISH, KeyError("x")) == "Something went wrong."
