"""Members come into the register, and their facts change; nobody is ever taken out of it."""

from dataclasses import replace

from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.people import Actor, Member, MemberId
from ledger.rules.permits import Act, check_permit
from ledger.rules.register import check_member


def add_member(book: Book, actor: Actor, *, member: Member) -> Change:
    """Enter a new member; her `id` is given by the book, whatever is handed in."""
    return add_members(book, actor, members=(member,))


def add_members(book: Book, actor: Actor, *, members: tuple[Member, ...]) -> Change:
    """Enter several new members in one go: all of them or none."""
    check_permit(actor, Act.ADD_MEMBER)
    known = list(book.members())
    names = tuple(f"{member.number} {member.name}" for member in members)
    with writing(book, actor, Act.ADD_MEMBER, names=names) as pen:
        for member in members:
            new = replace(member, id=MemberId(max((m.id for m in known), default=0) + 1))
            check_member(new, others=known, rulebook=book.rulebook(new.joined))
            pen.add_member(new)
            known.append(new)
    return pen.change


def change_member(book: Book, actor: Actor, *, member: Member) -> Change:
    """Write new facts of a member; the older ones stay readable in the book's history."""
    check_permit(actor, Act.CHANGE_MEMBER)
    others = [m for m in book.members() if m.id != member.id]
    check_member(member, others=others, rulebook=book.rulebook(member.joined))
    names = (f"{member.number} {member.name}",)
    with writing(book, actor, Act.CHANGE_MEMBER, names=names) as pen:
        pen.change_member(member)
    return pen.change
