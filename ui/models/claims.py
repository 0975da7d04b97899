"""Claims to the welfare fund, its members and its report, as tables; its reach in one sentence."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtGui import QIcon

from ledger.rules.accounts import Account
from ledger.rules.claims import Claim, ClaimStage, Reckoning, ReckonRow, ReckonStep
from ledger.rules.days import FIRST_DAY, LAST_DAY, FiscalYear
from ledger.rules.people import Member, MemberId
from ledger.rules.transfers import Kind
from ledger.rules.welfare_rules import Benefit
from ledger.statements.figure import (
    Asked,
    Figure,
    accounts_figure,
    hers_figure,
    welfare_figure,
)
from ledger.statements.welfare import BenefitRow, Cover, Coverage, WelfareMember
from translations import N_, Words
from translations.naming import key_word, word
from ui.look import COLOURS
from ui.models.members import full_name
from ui.models.rows import Column
from ui.widgets.icons import icon

_PICTURES: Mapping[ClaimStage, tuple[str, str]] = {
    ClaimStage.ASKED: ("person", "accent"),
    ClaimStage.REFUSED: ("close", "muted"),
    ClaimStage.APPROVED: ("cash", "warn"),
    ClaimStage.PAID: ("check", "good"),
}
COVER_PICTURES: Mapping[Cover, tuple[str, str]] = {
    Cover.FULL: ("good", "good"),
    Cover.PART: ("warn", "warn"),
    Cover.SHORT: ("bad", "bad"),
}
_COVERS: Mapping[Cover, str] = {
    Cover.FULL: N_(
        "The fund holds {fund}. That is enough even if every member claims in one year all that "
        "the table allows: {promised}."
    ),
    Cover.PART: N_(
        "The fund holds {fund}. If every member claimed everything in one year it would be "
        "{promised}; beside the pensions it is enough for {reaches} of {members} members."
    ),
    Cover.SHORT: N_(
        "The fund holds {fund}. Pensions and open claims of the coming year are {open}, and one "
        "member may claim {one}: it is not enough."
    ),
}


def benefit_name(words: Words, benefit: Benefit | None) -> str:
    """What a row of the table is called; what was paid without a claim has a name too."""
    if benefit is None:
        return words.say("Paid without a claim")
    return key_word(words, benefit.key, benefit.name)


def coverage_sentence(words: Words, coverage: Coverage) -> str:
    """How far the fund reaches, in one sentence; its sign stands beside it."""
    return words.say(
        _COVERS[coverage.cover],
        fund=words.money(coverage.fund),
        promised=words.money(coverage.promised),
        reaches=words.number(coverage.reaches),
        members=words.number(coverage.members),
        open=words.money(coverage.waiting + coverage.pensions),
        one=words.money(coverage.one_member),
    )


def reckoning_lines(words: Words, benefit: Benefit, reckoning: Reckoning) -> list[str]:
    """The reckoning, one line for each step."""
    return [_step(words, benefit, row) for row in reckoning.rows]


def _step(words: Words, benefit: Benefit, row: ReckonRow) -> str:
    topic = "benefit_unit" if row.units == 1 else "benefit_units"
    facts = {
        "units": words.number(row.units),
        "unit": word(words, topic, benefit.unit.value),
        "kip": words.money(row.kip),
        "count": words.number(row.kip),
        "used": words.money(row.used),
        "total": words.money(row.total),
    }
    return words.say(_STEPS[row.step], **facts)


_STEPS: Mapping[ReckonStep, str] = {
    ReckonStep.UNITS: N_("{units} {unit} × {kip} = {total}"),
    ReckonStep.UNITS_MOST: N_("Of {units} {unit} at most {count} are counted"),
    ReckonStep.EVENT_MOST: N_("At most {kip} for one event: {total}"),
    ReckonStep.YEAR_MOST: N_("At most {kip} a year, {used} used before: {total}"),
}


def claim_columns(
    words: Words, members: Mapping[MemberId, Member], fund: Account | None
) -> Sequence[Column[Claim]]:
    """The columns of the claims."""
    return (
        Column(words.say("Claim"), lambda claim: claim.number, icon=_mark),
        Column(words.say("Day"), lambda claim: words.day(claim.request.day)),
        Column(words.say("Member"), lambda claim: _name(members[claim.request.member])),
        Column(words.say("For what"), lambda claim: benefit_name(words, claim.request.benefit)),
        Column(
            words.say("Amount"),
            lambda claim: words.kip(claim.kip),
            figures=True,
            figure=lambda claim: _claim_figure(claim, fund),
        ),
        Column(words.say("How far"), lambda c: word(words, "claim_stage", c.stage.value)),
    )


def _claim_figure(claim: Claim, fund: Account | None) -> Figure | None:
    """What was paid to her on that day; a claim that is not paid has no entry yet."""
    if fund is None or claim.paid is None:
        return None
    return hers_figure(claim.request.member, claim.paid, fund, Kind.BENEFIT, since=claim.paid)


def member_columns(
    words: Words, fund: Account | None, since: date, today: date
) -> Sequence[Column[WelfareMember]]:
    """The columns of the fund's members on a day; its year began on the day `since`."""

    def given(row: WelfareMember) -> Figure | None:
        if fund is None:
            return None
        return hers_figure(row.member.id, LAST_DAY, fund, Kind.WELFARE, since=since)

    def missing(row: WelfareMember) -> Figure | None:
        if fund is None:
            return None
        return welfare_figure(Asked.WELFARE_DUE, row.member.id, fund, today)

    def benefits(row: WelfareMember) -> Figure | None:
        return None if fund is None else hers_figure(row.member.id, LAST_DAY, fund, Kind.BENEFIT)

    return (
        Column(words.say("Member"), lambda row: _name(row.member)),
        Column(words.say("In it since"), lambda row: words.day(row.since)),
        Column(words.say("May claim from"), lambda row: words.day(row.first)),
        Column(
            words.say("Given this year"),
            lambda row: words.kip(row.paid),
            figures=True,
            figure=given,
        ),
        Column(
            words.say("Still to give"), lambda row: words.kip(row.due), figures=True, figure=missing
        ),
        Column(
            words.say("Was paid so far"),
            lambda row: words.kip(row.benefits),
            figures=True,
            figure=benefits,
        ),
    )


def report_columns(
    words: Words, fund: Account | None, year: FiscalYear
) -> Sequence[Column[BenefitRow]]:
    """The columns of what the fund paid for; behind them all that moved in it."""

    def paid(since: date) -> Figure | None:
        return None if fund is None else accounts_figure(year.last, fund, since=since)

    return (
        Column(words.say("For what"), lambda row: benefit_name(words, row.benefit)),
        Column(words.say("Persons this year"), lambda row: words.number(row.persons), figures=True),
        Column(
            words.say("Paid this year"),
            lambda row: words.kip(row.kip),
            figures=True,
            figure=lambda _: paid(year.first),
        ),
        Column(
            words.say("Persons, all years"),
            lambda row: words.number(row.persons_ever),
            figures=True,
        ),
        Column(
            words.say("Paid, all years"),
            lambda row: words.kip(row.kip_ever),
            figures=True,
            figure=lambda _: paid(FIRST_DAY),
        ),
    )


def _name(member: Member) -> str:
    return f"{member.number} · {full_name(member)}"


def _mark(claim: Claim) -> QIcon:
    picture, tint = _PICTURES[claim.stage]
    return icon(picture, COLOURS[tint])
