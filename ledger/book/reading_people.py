"""The group, its rules and its people as the book has them now."""

from dataclasses import replace

from sqlalchemy import func, select

from ledger.book.people_rows import member_of, officer_of
from ledger.book.plain import value_of
from ledger.book.schema import GroupRow, OfficerRow, RulebookRow
from ledger.book.shelf import Shelf
from ledger.rules.people import Member, MemberId, Officer
from ledger.rules.rulebook import Group, Rulebook

_MEMBERS = (
    "SELECT v.member, number, name, joined, title, sex, household, village_unit, phone, status,"
    " welfare_since, promise, shares, fee_free, beneficiaries, w.until, w.born"
    " FROM member_version AS v"
    " JOIN (SELECT member, max(version) AS newest FROM member_version GROUP BY member) AS n"
    " ON n.member = v.member AND n.newest = v.version"
    " LEFT JOIN (SELECT member, until, born, max(version) FROM welfare_card GROUP BY member) AS w"
    " ON w.member = v.member ORDER BY v.member"
)

# In their order, so that the newest version is the one that stays.
_PERSONS = "SELECT member, birth_year, pupil, guardian FROM member_person ORDER BY member, version"


def read_group(shelf: Shelf) -> Group:
    """The newest facts of the group."""
    newest = select(GroupRow.facts).order_by(GroupRow.version.desc()).limit(1)
    ((facts,),) = shelf.fetch(newest)
    return value_of(Group, facts)


def read_rulebooks(shelf: Shelf) -> tuple[Rulebook, ...]:
    """The rulebooks by their first day; of two with the same first day the newer one."""
    question = select(RulebookRow.valid_from, RulebookRow.facts).order_by(RulebookRow.id)
    newest = {row.valid_from: row.facts for row in shelf.fetch(question)}
    return tuple(value_of(Rulebook, facts) for _, facts in sorted(newest.items()))


def read_officers(shelf: Shelf) -> tuple[Officer, ...]:
    """Every officer, past ones too, with the newest facts."""
    newest = select(OfficerRow.officer, func.max(OfficerRow.version).label("newest"))
    last = newest.group_by(OfficerRow.officer).subquery()
    question = (
        select(
            OfficerRow.officer,
            OfficerRow.name,
            OfficerRow.role,
            OfficerRow.member,
            OfficerRow.weight,
            OfficerRow.since,
            OfficerRow.until,
        )
        .join(last, (last.c.officer == OfficerRow.officer) & (last.c.newest == OfficerRow.version))
        .order_by(OfficerRow.officer)
    )
    return tuple(officer_of(row) for row in shelf.fetch(question))


def read_members(shelf: Shelf) -> dict[MemberId, Member]:
    """Every member with the newest facts, by id; those who left or died too."""
    members = {member.id: member for member in map(member_of, shelf.rows(_MEMBERS))}
    for member, year, pupil, guardian in shelf.rows(_PERSONS):
        more = {"birth_year": year, "pupil": bool(pupil), "guardian": guardian}
        members[member] = replace(members[member], **more)
    return members
