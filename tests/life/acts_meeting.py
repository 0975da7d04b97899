"""The group meets: the grid is filled by the hand ledger, counted, signed, at times opened anew."""

from collections.abc import Callable
from typing import Any

from ledger.actions.meeting import (
    count_cash,
    count_welfare,
    mark_attendance,
    open_sheet,
    pencil_cells,
    pencil_line,
    rub_out_cells,
    rub_out_line,
    sign_sheet,
)
from ledger.actions.reopening import put_away_sheet, reopen_sheet
from ledger.rules.lines import Line, LoanPaidOut, Spent
from ledger.rules.meeting_values import Attendance, CashCount, Column, PencilCell, SheetKind
from ledger.rules.people import MemberId
from ledger.rules.refusals import Refusal
from ledger.rules.transfers import LoanId, MeetingId
from tests.life.acts_group import GroupActs
from tests.life.hand import CASH, Key

Told = Callable[[], int]
Cells = tuple[list[PencilCell], list[Told]]
_OF_LOANS = {Column.FINE, Column.INTEREST, Column.PRINCIPAL}


class MeetingActs(GroupActs):
    """A meeting from the first mark to the last signature."""

    def meet(self) -> bool:
        """One meeting; what stands in the grid is told by hand when it is signed."""
        opened: list[MeetingId] = []

        def act() -> Any:
            return open_sheet(
                self.book,
                self.actor,
                day=self.day,
                kind=SheetKind.MEETING,
                opening=None,
                today=self.day,
            )

        def told(_: Any) -> None:
            sheet = self.book.open_sheet()
            assert sheet is not None
            opened.append(sheet.id)

        if not self.both("meeting opened", act, told):
            return False
        (sheet,) = opened
        there = self._marks(sheet)
        rows = [group for member in sorted(there) for group in self._row(member)]
        plans = self._fill(sheet, rows)
        plans += self._pay_outs(sheet)
        signed, lines = self._sign(sheet, plans)
        if not signed:
            return self._put_away(sheet)
        self.hand.meetings.append((self.day, {int(m) for m in there}))
        if self.often(12):
            return self._again(sheet, plans, lines)
        return True

    def _marks(self, sheet: MeetingId) -> set[MemberId]:
        members = self.members()
        there = {m for m in members if self.often(88)}
        marks = tuple((m, Attendance.PRESENT if m in there else Attendance.ABSENT) for m in members)
        mark_attendance(self.book, self.actor, sheet=sheet, marks=marks)
        return there

    def _fill(self, sheet: MeetingId, rows: list[Cells]) -> list[Told]:
        """Type it all in one go; where something is refused, the halves, down to the one."""
        if not rows:
            return []
        cells = tuple(cell for group, _ in rows for cell in group)
        try:
            pencil_cells(self.book, self.actor, sheet=sheet, cells=cells)
        except Refusal as refusal:
            if len(rows) > 1:
                half = len(rows) // 2
                return self._fill(sheet, rows[:half]) + self._fill(sheet, rows[half:])
            self.refused["cell"] += 1
            self.why[f"cell: {type(refusal).__name__}"] += 1
            if cells[0].column in _OF_LOANS:
                raise self.different([f"{cells} of loans refused: {refusal!r}"]) from refusal
            return []
        self.done["cell"] += len(cells)
        return [told for _, plans in rows for told in plans]

    def _row(self, member: MemberId) -> list[Cells]:
        """One member's row: what is due by the hand ledger, or what she happens to bring."""
        hand, day, number = self.hand, self.day, int(member)

        def cell(column: Column, key: Key, kip: int) -> Cells:
            return [PencilCell(member, column, kip)], [lambda: hand.cash_in(day, key, kip)]

        row: list[Cells] = []
        if self.often(92):
            row.append(cell(Column.SAVINGS, ("savings", number), self.saved_amount()))
        if self.often(20) and hand.paper(day).get("voluntary", {}).get("kept"):
            row.append(cell(Column.VOLUNTARY, ("voluntary", number), self.amount(20_000)))
        fund = self.welfare_fund()
        everybody = hand.paper(day).get("welfare", {}).get("everybody")
        inside = everybody or self.book.member(member).welfare_since is not None
        if fund is not None and self.often(80 if inside else 2 * self.small):
            kip = int(hand.paper(day)["welfare"].get("contribution") or 1_000)
            row.append(cell(Column.WELFARE, ("fund", fund), kip))
        loans = self._on_loans(number)
        if loans:
            told = [one for _, _, plans in loans for one in plans]
            row.append(([PencilCell(member, c, kip) for c, kip, _ in loans], told))
        return row

    def _on_loans(self, member: int) -> list[tuple[Column, int, list[Told]]]:
        """What she pays on her loans: the oldest first, what is due before what is not."""
        loans = self.hand.running(member, self.day)
        if not loans or self.often(25):
            return []
        owed = {n: self.hand.loans[n].owed(self.day) for n in loans}
        fines = sum(o.fine for o in owed.values())
        interest = sum(o.interest_asked for o in owed.values())
        principal = sum(o.principal_due for o in owed.values())
        if self.often(30):
            most = sum(o.interest for o in owed.values())
            interest = self.amount(most) if most else 0
        if self.often(30):
            whole = sum(o.principal for o in owed.values())
            principal = self.amount(whole) if whole else 0
        parts: dict[int, dict[str, int]] = {n: {} for n in loans}
        left = [fines, interest, principal]
        for n in loans:
            parts[n]["fine"] = min(left[0], owed[n].fine)
            parts[n]["interest"] = min(left[1], owed[n].interest_asked, owed[n].interest)
            parts[n]["principal"] = min(left[2], owed[n].principal_due, owed[n].principal)
            left = [a - b for a, b in zip(left, parts[n].values(), strict=True)]
        for n in loans:
            early = min(left[1], owed[n].interest - parts[n]["interest"])
            more = min(left[2], owed[n].principal - parts[n]["principal"])
            parts[n]["interest"] += early
            parts[n]["principal"] += more
            left = [left[0], left[1] - early, left[2] - more]
        told: list[Told] = [self._repaid(n, parts[n]) for n in loans if sum(parts[n].values())]
        columns = [(Column.FINE, fines), (Column.INTEREST, interest), (Column.PRINCIPAL, principal)]
        typed = [(column, kip) for column, kip in columns if kip]
        return [(c, kip, told if k == 0 else []) for k, (c, kip) in enumerate(typed)]

    def _repaid(self, number: int, parts: dict[str, int]) -> Told:
        day = self.day
        return lambda: self.hand.repay(number, parts, day)

    def _pay_outs(self, sheet: MeetingId) -> list[Told]:
        """Loans that were agreed are handed over, and tea is paid."""
        plans: list[Told] = []
        day = self.day
        for number in self.waiting()[-3:]:
            kip = self.hand.still_to_hand_over(number)
            line: Line = LoanPaidOut(LoanId(number), kip)
            if self._pencil(sheet, line):
                plans.append(lambda n=number, k=kip: self.hand.hand_over(n, k, day))  # type: ignore[misc]
        accounts = [a.account for a in self.book.rulebook(day).accounts if 5100 < a.account < 5200]
        if accounts and self.often(40):
            kip = self.amount(5_000)
            if self._pencil(sheet, Spent(accounts[0], kip, "ນ້ຳຊາ")):
                plans.append(lambda: self.hand.cost(day, int(accounts[0]), kip))
        return plans

    def _pencil(self, sheet: MeetingId, line: Line) -> bool:
        try:
            pencil_line(self.book, self.actor, sheet=sheet, line=line)
        except Refusal as refusal:
            self.refused["line of a sheet"] += 1
            self.why[f"line of a sheet: {type(refusal).__name__}"] += 1
            return False
        self.done["line of a sheet"] += 1
        return True

    def _sign(self, sheet: MeetingId, plans: list[Told]) -> tuple[bool, list[int]]:
        """Count the box, at times with a note too little, and sign; then it is told by hand."""
        day = self.day
        expected = self.book.meeting_sheet(sheet).expected
        missing = self.random.randint(1, 500) if expected > 500 and self.often(10) else 0
        if missing:
            plans = [*plans, lambda: self.hand.cost(day, "short", missing)]
        notes = ((1, expected - missing),) if expected - missing else ()
        reason = "ທອນຜິດ"
        count_cash(
            self.book,
            self.actor,
            sheet=sheet,
            when="closing",
            count=CashCount(notes),
            reason=reason,
        )
        if self.hand.paper(day).get("welfare", {}).get("apart"):
            count_welfare(self.book, self.actor, sheet=sheet, kip=0)
        lines: list[int] = []

        def act() -> Any:
            return sign_sheet(
                self.book, self.actor, sheet=sheet, signers=(self.second.name,), today=day
            )

        def told(_: Any) -> None:
            lines.extend(plan() for plan in plans)
            if self.hand.sums[CASH] != expected - missing:
                raise self.different([f"box {expected}, by hand {self.hand.sums[CASH]}"])

        touched = list(self.hand.loans) if len(self.hand.loans) < 60 else []
        return self.both("meeting signed", act, told, loans=touched), lines

    def _again(self, sheet: MeetingId, plans: list[Told], lines: list[int]) -> bool:
        """The meeting is opened again by two, and signed anew as it was."""

        def act() -> Any:
            return reopen_sheet(
                self.book,
                self.actor,
                sheet=sheet,
                second=self.second,
                reason="ລືມແຖວໜຶ່ງ",
                today=self.day,
            )

        def told(_: Any) -> None:
            for line in reversed(lines):
                self.hand.take_back(line, self.day)

        if not self.both("meeting opened again", act, told):
            return True
        fresh = self.book.open_sheet()
        assert fresh is not None
        self._sign(fresh.id, plans)
        return True

    def _put_away(self, sheet: MeetingId) -> bool:
        """A sheet that nobody could sign is emptied and put away."""
        running = self.book.sheet(sheet)
        cells = tuple((cell.member, cell.column) for cell in running.cells)
        rub_out_cells(self.book, self.actor, sheet=sheet, cells=cells)
        for line in running.lines:
            rub_out_line(self.book, self.actor, sheet=sheet, number=line.number)
        self.both(
            "meeting put away",
            lambda: put_away_sheet(self.book, self.actor, sheet=sheet, reason="ຜິດ", today=self.day),
            lambda _: None,
        )
        return False
