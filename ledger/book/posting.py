"""Entries become rows: numbered, sealed and added to the sums, a whole meeting in four statements.

This is the one hot road into the book, so it uses plain SQL on the same connection. The sums are
kept here by one upsert for each account and loan, not by triggers, which would cost a fifth more.
"""

from collections import defaultdict
from collections.abc import Sequence

from ledger.book.plain import month_number, number_of
from ledger.book.reading_loans import loans_where
from ledger.book.schema import ClaimPaidRow, EntryProofRow
from ledger.book.sealing import NO_SEAL, entry_seal
from ledger.book.shelf import Shelf
from ledger.book.stroke import Stroke
from ledger.rules.accounts import is_loans
from ledger.rules.loan_values import LoanStage
from ledger.rules.loans import loan_state
from ledger.rules.transfers import NO_PROOF, ClaimId, Entry, EntryNumber, Kind, Proof

# Plain words bind faster than members of an enumeration.
_WORDS = {kind: kind.value for kind in Kind}

_TRANSFER = "INSERT INTO transfer VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_ENTRY = "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_MONTH = (
    "INSERT INTO month_total VALUES (?, ?, ?, ?) ON CONFLICT (account, month)"
    " DO UPDATE SET debit = debit + excluded.debit, credit = credit + excluded.credit"
)
_LOAN = (
    "INSERT INTO loan_total VALUES (?, ?, ?, 0) ON CONFLICT (loan) DO UPDATE"
    " SET debit = debit + excluded.debit, credit = credit + excluded.credit, finished = 0"
)

_OVER = frozenset({LoanStage.REPAID, LoanStage.PASSED_ON})


def post(shelf: Shelf, stroke: Stroke, entries: Sequence[Entry]) -> tuple[EntryNumber, ...]:
    """Write entries after the last one of the book, in their order; returns their numbers."""
    last = shelf.rows("SELECT number, hash FROM entry ORDER BY number DESC LIMIT 1")
    number: int = last[0][0] if last else 0
    seal: bytes = last[0][1] if last else NO_SEAL
    first = number + 1
    transfers: list[tuple[object, ...]] = []
    sealed: list[tuple[object, ...]] = []
    paid: list[tuple[ClaimId, int]] = []
    proofs: list[EntryProofRow] = []
    for entry in entries:
        number += 1
        rows = _rows(number, entry)
        facts = _facts(number, entry, stroke.event)
        prev, seal = seal, entry_seal(seal, facts, rows)
        transfers += rows
        sealed.append((*facts, prev, seal))
        stroke.wrote_entry(number, seal)
        paid += [(t.claim, number) for t in entry.transfers if t.claim is not None]
        if entry.proof is not NO_PROOF and entry.proof != NO_PROOF:
            proofs.append(_proof(number, entry.proof, stroke.event))
    # The transfers go in first: an entry is what seals them, and must find them there.
    shelf.many(_TRANSFER, transfers)
    shelf.many(_ENTRY, sealed)
    shelf.many(_MONTH, _month_sums(entries))
    for proof in proofs:
        stroke.write(proof)
    _add_loans(shelf, entries)
    for claim, by in paid:
        stroke.write(ClaimPaidRow(claim=claim, entry=by, event=stroke.event))
    return tuple(EntryNumber(n) for n in range(first, number + 1))


def _rows(number: int, entry: Entry) -> list[tuple[object, ...]]:
    return [
        (number, line, _WORDS[t.kind], t.debit, t.credit, t.kip, t.member, t.loan)
        for line, t in enumerate(entry.transfers)
    ]


def _facts(number: int, entry: Entry, event: int) -> tuple[object, ...]:
    return (
        number,
        number_of(entry.day),
        None if entry.month is None else month_number(entry.month),
        entry.note,
        entry.meeting,
        entry.reverses,
        event,
    )


def _proof(number: int, proof: Proof, event: int) -> EntryProofRow:
    return EntryProofRow(
        entry=number,
        partner=proof.partner,
        receipt=proof.receipt,
        event=event,
    )


def _month_sums(entries: Sequence[Entry]) -> list[tuple[int, int, int, int]]:
    months: defaultdict[int, tuple[defaultdict[int, int], defaultdict[int, int]]]
    months = defaultdict(lambda: (defaultdict(int), defaultdict(int)))
    for entry in entries:
        debits, credits_ = months[number_of(entry.day) // 100]
        for t in entry.transfers:
            debits[t.debit] += t.kip
            credits_[t.credit] += t.kip
    return [
        (account, month, debits[account], credits_[account])
        for month, (debits, credits_) in sorted(months.items())
        for account in sorted(debits.keys() | credits_.keys())
    ]


def _add_loans(shelf: Shelf, entries: Sequence[Entry]) -> None:
    sums: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0])
    for entry in entries:
        for t in entry.transfers:
            if t.loan is not None:
                moved = sums[t.loan]
                moved[0] += is_loans(t.debit) * t.kip
                moved[1] += is_loans(t.credit) * t.kip
    if sums:
        shelf.many(_LOAN, [(loan, *moved) for loan, moved in sorted(sums.items())])
        mark_finished(shelf, tuple(sums))


def mark_finished(shelf: Shelf, touched: Sequence[int]) -> None:
    """Mark the loans on which nothing at all is owed any more, so that lists may leave them out.

    Principal can be back while interest is still owed: the loan's own state decides.
    """
    marks = ", ".join("?" * len(touched))
    back = f"SELECT loan FROM loan_total WHERE loan IN ({marks}) AND debit = credit"
    for loan in loans_where(shelf, f"l.id IN ({back})", touched):
        last = max((told.day for told in (*loan.moves, *loan.events)), default=loan.request.day)
        if loan_state(loan, last).stage in _OVER:
            shelf.rows("UPDATE loan_total SET finished = 1 WHERE loan = ?", (loan.id,))
