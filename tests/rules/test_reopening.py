"""When a signed sheet may be opened again, and when one in pencil may be put away."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.rules.meeting_values import Sheet
from ledger.rules.refusals import NameMissing, Refusal
from ledger.rules.reopening import (
    LaterSheet,
    SheetNotSigned,
    SheetVoid,
    StoodOn,
    check_put_away,
    check_reopen,
)
from ledger.rules.transfers import MeetingId
from tests.villages import DAY

PENCIL = Sheet(MeetingId(1), 1, DAY)
SIGNED = replace(PENCIL, signed_by=("ມະນີ",))
LATER = replace(PENCIL, id=MeetingId(2), day=date(2026, 4, 12))


def test_the_last_signed_sheet_with_a_reason() -> None:
    check_reopen(SIGNED, later=None, stands=None, reason="a cell was read wrongly")


@pytest.mark.parametrize(
    ("sheet", "later", "stands", "why"),
    [
        (PENCIL, None, None, SheetNotSigned(day=DAY)),
        (replace(SIGNED, void_reason="wrong"), None, None, SheetVoid(day=DAY)),
        (SIGNED, LATER, None, LaterSheet(day=DAY, later=LATER.day)),
        (SIGNED, None, 9, StoodOn(day=DAY, act=9)),
        (SIGNED, None, None, NameMissing(what="reason")),
    ],
)
def test_no_other_sheet(
    sheet: Sheet, later: Sheet | None, stands: int | None, why: Refusal
) -> None:
    with pytest.raises(type(why)) as refused:
        check_reopen(sheet, later=later, stands=stands, reason=" ")
    assert refused.value == why


def test_pencil_is_put_away_with_a_reason_and_ink_is_not() -> None:
    check_put_away(PENCIL, reason="opened by mistake")
    with pytest.raises(NameMissing):
        check_put_away(PENCIL, reason=" ")
    with pytest.raises(SheetVoid):
        check_put_away(replace(PENCIL, signed_by=("ນາງ ດາວ",)), reason="x")
