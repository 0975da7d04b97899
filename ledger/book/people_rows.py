"""Members and officers between their values and their rows."""

from collections.abc import Sequence
from typing import Any

from ledger.book.plain import day_of, day_or_none, number_of, number_or_none, text_of, value_of
from ledger.book.schema import MemberPersonRow, MemberVersionRow, OfficerRow
from ledger.book.shelf import Shelf
from ledger.rules.people import (
    Beneficiary,
    Member,
    MemberId,
    Officer,
    OfficerId,
    Role,
    Sex,
    Status,
)

_NO_ONE = "[]"


def next_version(shelf: Shelf, what: str, number: int) -> int:
    """The version that the next change of a "member" or an "officer" has."""
    sql = f"SELECT coalesce(max(version), 0) + 1 FROM {what}_version WHERE {what} = ?"
    (version,) = shelf.one(sql, (number,))
    return int(version)


def next_person(shelf: Shelf, member: int) -> int:
    """The version that the next change of a member's further facts has."""
    sql = "SELECT coalesce(max(version), 0) + 1 FROM member_person WHERE member = ?"
    (version,) = shelf.one(sql, (member,))
    return int(version)


def member_row(member: Member, *, version: int, event: int) -> MemberVersionRow:
    """All facts of a member as a row."""
    return MemberVersionRow(
        member=member.id,
        version=version,
        number=member.number,
        name=member.name,
        joined=number_of(member.joined),
        title=member.title,
        sex=member.sex.value,
        household=member.household,
        village_unit=member.village_unit,
        phone=member.phone,
        status=member.status.value,
        welfare_since=number_or_none(member.welfare_since),
        promise=member.promise,
        shares=member.shares,
        fee_free=int(member.fee_free),
        beneficiaries=text_of(member.beneficiaries),
        event=event,
    )


def person_row(member: Member, *, version: int, event: int) -> MemberPersonRow:
    """The further facts of a member as a row."""
    return MemberPersonRow(
        member=member.id,
        version=version,
        birth_year=member.birth_year,
        pupil=int(member.pupil),
        guardian=member.guardian,
        event=event,
    )


def person_of(member: Member) -> tuple[int | None, bool, str]:
    """The further facts of a member, to compare them."""
    return member.birth_year, member.pupil, member.guardian


def member_of(row: Sequence[Any]) -> Member:
    """The member of a row's columns: the table's without `version`, then the welfare card's."""
    return Member(
        id=MemberId(row[0]),
        number=row[1],
        name=row[2],
        joined=day_of(row[3]),
        title=row[4],
        sex=Sex(row[5]),
        household=row[6],
        village_unit=row[7],
        phone=row[8],
        status=Status(row[9]),
        welfare_since=day_or_none(row[10]),
        promise=row[11],
        shares=row[12],
        fee_free=bool(row[13]),
        beneficiaries=() if row[14] == _NO_ONE else value_of(tuple[Beneficiary, ...], row[14]),
        welfare_until=day_or_none(row[15]),
        born=day_or_none(row[16]),
    )


def officer_row(officer: Officer, *, version: int, event: int) -> OfficerRow:
    """All facts of an officer as a row."""
    return OfficerRow(
        officer=officer.id,
        version=version,
        name=officer.name,
        role=officer.role.value,
        member=officer.member,
        weight=officer.weight,
        since=number_or_none(officer.since),
        until=number_or_none(officer.until),
        event=event,
    )


def officer_of(row: OfficerRow | Any) -> Officer:
    """The officer of a row."""
    return Officer(
        id=OfficerId(row.officer),
        name=row.name,
        role=Role(row.role),
        member=None if row.member is None else MemberId(row.member),
        weight=row.weight,
        since=day_or_none(row.since),
        until=day_or_none(row.until),
    )
