"""Between meetings: requests put off, other guarantors, turns, the bank's book, a new committee."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.actions.committee import hand_over
from ledger.actions.funds import compare_bank
from ledger.actions.lending import change_guarantors, put_off_loan, take_ahead
from ledger.rules.accounts import Account, Named
from ledger.rules.before_pay_out import Before, BeforePayOut
from ledger.rules.committee import Election
from ledger.rules.people import Actor, MemberId, Officer, OfficerId, Role
from ledger.rules.transfers import LoanId
from tests.life import hand_year
from tests.life.acts_year import YearActs
from tests.life.almanac import ONE_DAY


@dataclass
class Seat:
    """An office by hand: who holds it, from which day, until which."""

    number: int
    name: str
    since: date = date.min
    until: date = date.max


class DeskActs(YearActs):
    """The acts that move no money, each looked at again after every act."""

    seats: list[Seat]

    # --- requests -----------------------------------------------------------------------------

    def ask(self) -> bool:
        """Somebody asks, and the committee has not decided yet."""
        return self.request() is not None

    def decide(self) -> bool:
        """The committee decides on one of the requests that lie there."""
        open_ = [n for n, asked in self.desk.asked.items() if not asked.decided]
        return bool(open_) and self.decide_on(self.random.choice(open_))

    def put_off(self) -> bool:
        number = self._one_asked()
        if number is None:
            return False
        asked = self.desk.asked[number]
        day = asked.day - ONE_DAY if self.often(10) else self.day
        until = day + ONE_DAY * self.random.randint(-2, 40) if self.often(70) else None
        act = self._before(number, Before.PUT_OFF, day, decision=self.decision(), until=until)
        early = day < asked.day or (until is not None and until < day)
        right = self.desk.standing(number) and not asked.decided and not early

        def told(_: Any) -> None:
            asked.put_off.append((day, until))

        return self._say("put off", put_off_loan, act, told, right=right)

    def other_guarantors(self) -> bool:
        number = self._one_asked()
        if number is None:
            return False
        asked, now = self.desk.asked[number], self.desk.stands_for(number)
        count = max(1, len(now) - self.often(10))
        some = tuple(map(int, self.some_to_stand(count, MemberId(asked.member))))
        new = now if self.often(10) else some
        act = self._before(
            number, Before.GUARANTORS, self.day, guarantors=tuple(map(MemberId, new))
        )
        request = self.book.loan(LoanId(number)).request
        right = self.desk.standing(number) and set(new) != set(now)
        right = right and self.desk.may_stand(
            new,
            borrower=asked.member,
            terms=self.hand.product(request.product.key, asked.day),
            kip=asked.kip,
            but=number,
        )

        def told(_: Any) -> None:
            asked.guarantors = new
            if number in self.hand.loans:
                self.hand.loans[number].guarantors = new

        return self._say("other guarantors", change_guarantors, act, told, right=right)

    def ahead(self) -> bool:
        number = self._one_asked()
        if number is None:
            return False
        order = self.desk.order(self.day)
        right = number in order[1:] and number not in self.desk.ahead
        act = self._before(number, Before.AHEAD, self.day)
        told = lambda _: self.desk.ahead.append(number)  # noqa: E731
        return self._say("taken ahead", take_ahead, act, told, right=right)

    def _one_asked(self) -> int | None:
        numbers = list(self.desk.asked)[-30:]
        waiting = [n for n in numbers if self.desk.standing(n)]
        if waiting and self.often(85):
            return self.random.choice(waiting)
        return self.random.choice(numbers) if numbers else None

    def _before(self, number: int, kind: Before, day: date, **more: Any) -> BeforePayOut:
        return BeforePayOut(LoanId(number), kind, day, "ຄະນະ ຕົກລົງ", **more)

    def _say(self, kind: str, act: Any, what: BeforePayOut, told: Any, *, right: bool) -> bool:
        done = self.both(kind, lambda: act(self.book, self.actor, act=what), told, facts=f"{what}")
        if done is not right:
            raise self.different([f"{kind}: done {done}, by hand {right}: {what}"])
        return done

    # --- the bank -----------------------------------------------------------------------------

    def compare_with_bank(self) -> bool:
        """Some lines are ticked; the bank's balance agrees, or a reason is written down."""
        bank = self.own(Named.BANK)
        if bank is None:
            return False
        desk, key = self.desk, int(bank)
        lines = [line for line in self.book.open_lines(bank).lines if line.day <= self.day]
        picked = [line for line in lines if self.often(70)]
        seen = desk.shown(key) + sum(line.kip for line in picked)
        kip = max(0, seen + (self.random.randint(-500, 500) if self.often(25) else 0))
        reason = "ຄ່າທຳນຽມ" if self.often(60) else ""
        earlier = desk.statements.get(key, (date.min, 0, 0))[0] <= self.day
        right = earlier and (kip == seen or bool(reason))

        def act() -> Any:
            return compare_bank(
                self.book,
                self.actor,
                bank=bank,
                day=self.day,
                kip=kip,
                ticks=[line.number for line in picked],
                reason=reason,
                today=self.day,
            )

        def told(_: Any) -> None:
            desk.ticked.setdefault(key, type(desk.open_lines(key))()).update(
                (line.day, line.kip) for line in picked
            )
            desk.statements[key] = (self.day, kip, kip - seen)

        done = self.both("bank compared", act, told, facts=f"{bank} {kip} {len(picked)}")
        if done is not right:
            raise self.different([f"bank {bank}: done {done}, by hand {right}"])
        return done

    # --- the committee ------------------------------------------------------------------------

    def elect(self) -> bool:
        """One or two go, others come in their places; two confirm that all was handed over."""
        eve = self.day - ONE_DAY
        before = [s for s in self.seats if s.since <= eve and s.until >= eve]
        goes = self.random.sample(before[:4], min(len(before), self.random.randint(1, 2)))
        known = {o.id: o for o in self.book.officers()}
        held = {known[OfficerId(s.number)].member for s in before}
        free = [m for m in self.members() if m not in held]
        if len(free) < len(goes) or any(s.until < date.max for s in before):
            return False
        comes: list[Officer] = []
        for seat, member in zip(goes, self.random.sample(free, len(goes)), strict=True):
            old = known[OfficerId(seat.number)]
            name = f"ນາງ ໃໝ່ ທີ {len(self.seats) + len(comes) + 1}"
            comes.append(Officer(OfficerId(0), name, old.role, member, weight=old.weight))
        hands = self.random.choice(before).name
        takes = hands if self.often(10) else self.random.choice(comes).name
        election = Election(
            self.day,
            self.decision(),
            tuple(OfficerId(s.number) for s in goes),
            tuple(comes),
            handed_by=hands,
            taken_by=takes,
        )

        def told(_: Any) -> None:
            for seat in goes:
                seat.until = eve
                self.officers[seat.number - 1].until = eve
            for new in comes:
                self.seats.append(Seat(len(self.seats) + 1, new.name, self.day))
                member = None if new.member is None else int(new.member)
                adviser = new.role is Role.ADVISER
                self.officers.append(hand_year.Officer(member, adviser, new.weight, self.day))
            self._sit_down()

        done = self.both(
            "handed over",
            lambda: hand_over(self.book, self.actor, election=election, today=self.day),
            told,
            facts=f"{election}",
        )
        if done and hands == takes:
            raise self.different(["one alone handed over to herself"])
        return done

    def _sit_down(self) -> None:
        """Whoever wrote and went is followed by the one in her office."""
        serving = [o for o in self.book.officers() if o.serves(self.day)]
        if not {self.actor.role, self.second.role} <= {o.role for o in serving}:
            raise self.different(["in office: whoever was elected is not there"])
        places = []
        for was in (self.actor, self.second):
            now = next(o for o in serving if o.role is was.role)
            places.append(Actor(now.id, now.name, now.role))
        self.actor, self.second = places

    # --- looking ------------------------------------------------------------------------------

    def look(self) -> list[str]:
        """The desk as the program shows it beside the desk by hand; what differs."""
        desk, wrong = self.desk, []
        rows = self.book.waiting_list(self.day).rows
        shown = [(int(row.loan.id), row.kip, row.ahead) for row in rows]
        kept = [(n, desk.stake(n), n in desk.ahead) for n in desk.order(self.day)]
        if shown != kept:
            wrong.append(f"waiting: the book {shown}, by hand {kept}")
        together, free = 0, desk.free(self.day)
        for row in rows:
            together += desk.stake(int(row.loan.id))
            if row.together != together or row.reaches is not (together <= free):
                wrong.append(f"loan {row.loan.number}: {row}, by hand {together} of {free}")
        names = [o.name for o in self.book.officers() if o.serves(self.day)]
        seats = [s.name for s in self.seats if s.since <= self.day <= s.until]
        if names != seats:
            wrong.append(f"in office: the book {names}, by hand {seats}")
        self.compared += 5 * len(kept) + len(seats)
        return [*wrong, *self._look_at_requests(), *self._look_at_banks()]

    def _look_at_requests(self) -> list[str]:
        """The newest: whether decided or put off, who stands for it, and what she answers for."""
        desk, wrong = self.desk, []
        for number in list(desk.asked)[-2:]:
            loan = self.book.loan(LoanId(number))
            if tuple(map(int, loan.request.guarantors)) != desk.stands_for(number):
                wrong.append(f"loan {number}: {loan.request.guarantors}, {desk.stands_for(number)}")
            acts = self.book.before_pay_out(LoanId(number))
            said = [(a.day, a.until) for a in acts if a.kind is Before.PUT_OFF]
            if said != desk.asked[number].put_off:
                wrong.append(f"loan {number} put off {said}, {desk.asked[number].put_off}")
            if (loan.decision is not None) is not desk.asked[number].decided:
                wrong.append(f"loan {number}: decision {loan.decision}, {desk.asked[number]}")
            for member in desk.stands_for(number)[:1]:
                exposed, kip = self.book.exposure(MemberId(member)), desk.guaranteed(member)
                if exposed.guaranteed != kip:
                    wrong.append(f"{member} stands for {exposed.guaranteed}, by hand {kip}")
            self.compared += 4
        return wrong

    def _look_at_banks(self) -> list[str]:
        desk, wrong = self.desk, []
        for bank, (day, kip, difference) in desk.statements.items():
            found = self.book.open_lines(Account(bank))
            lines = [(line.day, line.kip) for line in found.lines if line.kip]
            newest = found.newest
            said_now = None if newest is None else (newest.day, newest.kip, newest.difference)
            same = sorted(lines) == sorted(desk.open_lines(bank).elements())
            if not same or found.ticked != desk.shown(bank) or said_now != (day, kip, difference):
                wrong.append(f"bank {bank}: {found}, by hand {desk.open_lines(bank)}")
            self.compared += 4 + len(lines)
        return wrong
