"""Members come into the register, and their facts change; nobody is ever taken out of it."""

from collections.abc import Sequence
from dataclasses import replace

from ledger.actions.two_persons import permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.admission import check_approved, check_joins
from ledger.rules.member_life import LifeEvent, LifeKind
from ledger.rules.people import Actor, Member, MemberId
from ledger.rules.permits import Act
from ledger.rules.register import check_member, check_same_standing


def add_member(book: Book, actor: Actor, *, member: Member, decision: str = "") -> Change:
    """Enter a new member; her `id` is given by the book, whatever is handed in.

    `decision` is the number under which the meeting took her in, where the rules ask for one.
    """
    return add_members(book, actor, members=(member,), decision=decision)


def add_members(
    book: Book, actor: Actor, *, members: tuple[Member, ...], decision: str = ""
) -> Change:
    """Enter several new members in one go, by one decision: all of them or none."""
    permit(book, actor, Act.ADD_MEMBER)
    known = list(book.members())
    names = tuple(f"{member.number} {member.name}" for member in members)
    under = {"decision": decision.strip()} if decision.strip() else {}
    with writing(book, actor, Act.ADD_MEMBER, second=None, names=names, **under) as pen:
        for member in members:
            new = replace(member, id=MemberId(max((m.id for m in known), default=0) + 1))
            check_new(book, new, known, decision=decision)
            pen.add_member(new)
            if decision.strip():
                pen.write_life(LifeEvent(new.id, LifeKind.ADMITTED, new.joined, decision=decision))
            known.append(new)
    return pen.change


def check_new(book: Book, new: Member, known: Sequence[Member], *, decision: str) -> None:
    """Refuse a new member whom register or rules do not take.

    Who joined before the books began was taken in on paper.
    """
    rulebook = book.rulebook(new.joined)
    check_member(new, others=known, rulebook=rulebook)
    if book.books_begin is None or new.joined >= book.books_begin:
        check_joins(rulebook.people, new, day=new.joined)
        check_approved(rulebook.people, new, decision)


def move_household(
    book: Book, actor: Actor, *, members: tuple[MemberId, ...], household: str
) -> Change:
    """Members move to another household; an empty one takes them out of theirs."""
    permit(book, actor, Act.MOVE_HOUSEHOLD)
    moving = [book.member(member) for member in members]
    home = household.strip()
    names = tuple(f"{member.number} {member.name}" for member in moving)
    with writing(book, actor, Act.MOVE_HOUSEHOLD, names=names, household=home) as pen:
        for member in moving:
            pen.change_member(replace(member, household=home))
    return pen.change


def change_member(book: Book, actor: Actor, *, member: Member) -> Change:
    """Write new facts of a member; the older ones stay readable in the book's history.

    Her status is none of them: StatusByAct.
    """
    permit(book, actor, Act.CHANGE_MEMBER)
    check_same_standing(member, book.member(member.id))
    others = [m for m in book.members() if m.id != member.id]
    check_member(member, others=others, rulebook=book.rulebook(member.joined))
    names = (f"{member.number} {member.name}",)
    with writing(book, actor, Act.CHANGE_MEMBER, names=names) as pen:
        pen.change_member(member)
    return pen.change
