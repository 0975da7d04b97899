"""Receipts and vouchers say what changed hands, under the number of the entry, and who signs."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.accounts import (
    BANK_INTEREST,
    CASH,
    CASH_OVER,
    DIVIDENDS_PAYABLE,
    LATE_FINES,
    LOAN_FEES,
    LOAN_INTEREST,
    LOANS,
    OPENING,
    SAVINGS,
    SEED_MONEY,
    SETTLEMENTS_PAYABLE,
)
from ledger.rules.people import Role
from ledger.rules.transfers import (
    Entry,
    EntryNumber,
    Kind,
    LoanId,
    PostedEntry,
    Proof,
    Transfer,
    counter_entry,
)
from ledger.statements.slips import (
    NoMoneyMoved,
    Place,
    SignsAs,
    Slip,
    SlipFacts,
    SlipKind,
    SlipLine,
    Tied,
    kind_of,
    moved_by_hand,
    slip_of,
)
from tests.villages import (
    APRIL,
    BANK,
    BOUNMY,
    COSTS,
    DAY,
    GROUP,
    KHAM,
    MARCH,
    MEMBERS,
    NOY,
    OFFICERS,
    RULES,
    RUNNING,
    TODAY,
    WELFARE,
)

NUMBER = EntryNumber(12)
FACTS = SlipFacts(
    group=GROUP,
    rulebook=RULES,
    members={member.id: member for member in MEMBERS},
    loans={RUNNING.id: RUNNING.number},
    officers=OFFICERS,
    printed=TODAY,
)
PRESIDENT, ACCOUNTANT, TREASURER, _ = OFFICERS
SAVED = Transfer(Kind.DEPOSIT, CASH, SAVINGS, 20_000, member=KHAM.id)
CARE = Transfer(Kind.WELFARE, CASH, WELFARE, 1_000, member=KHAM.id)
LENT = Transfer(Kind.PAY_OUT, LOANS, CASH, 2_000_000, member=KHAM.id, loan=RUNNING.id)
FEE = Transfer(Kind.LOAN_FEE, CASH, LOAN_FEES, 5_000, member=KHAM.id, loan=RUNNING.id)
REPAID = (
    Transfer(Kind.LATE_FINE, CASH, LATE_FINES, 5_000, member=KHAM.id, loan=RUNNING.id),
    Transfer(Kind.INTEREST, CASH, LOAN_INTEREST, 40_000, member=KHAM.id, loan=RUNNING.id),
    Transfer(Kind.PRINCIPAL, CASH, LOANS, 100_000, member=KHAM.id, loan=RUNNING.id),
)


def posted(*transfers: Transfer, **more: Any) -> PostedEntry:
    return PostedEntry(NUMBER, Entry(DAY, transfers, **more), "seal")


def slip(*transfers: Transfer, facts: SlipFacts = FACTS, **more: Any) -> Slip:
    return slip_of(posted(*transfers, **more), facts)


def test_a_turn_at_the_table_is_one_receipt_under_the_number_of_its_entry() -> None:
    paper = slip(SAVED, CARE)
    assert (paper.number, paper.kind, paper.kip) == (NUMBER, SlipKind.RECEIPT, 21_000)
    assert paper.lines == (SlipLine(Kind.DEPOSIT, 20_000), SlipLine(Kind.WELFARE, 1_000))
    assert (paper.member, paper.party, paper.month) == (KHAM, "ນາງ ຄຳຫຼ້າ ທອງສະຫວັນ", APRIL)


def test_the_month_is_the_one_that_the_money_is_for() -> None:
    assert slip(SAVED, month=MARCH).month == MARCH
    assert slip(LENT).month is None


def test_a_fee_is_kept_back_from_what_is_handed_over() -> None:
    paper = slip(LENT, FEE)
    assert (paper.kind, paper.kip) == (SlipKind.VOUCHER, 1_995_000)
    assert paper.lines == (
        SlipLine(Kind.PAY_OUT, 2_000_000, loan="2026-001"),
        SlipLine(Kind.LOAN_FEE, -5_000, loan="2026-001"),
    )


def test_what_is_nobodys_says_what_it_was_for() -> None:
    spent = Transfer(Kind.EXPENSE, COSTS, CASH, 7_000)
    paper = slip(spent, note="ເຈ້ຍ")
    assert paper.lines == (SlipLine(Kind.EXPENSE, 7_000, COSTS),)
    assert (paper.member, paper.party, paper.note) == (None, "", "ເຈ້ຍ")
    gift = slip(Transfer(Kind.SEED_MONEY, BANK, SEED_MONEY, 9_000), proof=Proof("ເມືອງໂພນທອງ", "77"))
    assert gift.lines == (SlipLine(Kind.SEED_MONEY, 9_000, SEED_MONEY),)
    assert (gift.party, gift.their_receipt) == ("ເມືອງໂພນທອງ", "77")


def test_lines_of_one_kind_and_loan_are_one_line() -> None:
    assert slip(SAVED, SAVED).lines == (SlipLine(Kind.DEPOSIT, 40_000),)


def test_what_goes_from_account_to_account_is_not_on_the_paper() -> None:
    kept = Transfer(Kind.DIVIDEND_SAVED, DIVIDENDS_PAYABLE, SAVINGS, 9_000, member=KHAM.id)
    assert slip(kept, SAVED).lines == (SlipLine(Kind.DEPOSIT, 20_000),)


@pytest.mark.parametrize(
    "transfer",
    [
        Transfer(Kind.OPENING, CASH, OPENING, 5),
        Transfer(Kind.CASH_OVER, CASH, CASH_OVER, 5),
        Transfer(Kind.BANK_INTEREST, BANK, BANK_INTEREST, 5),
        Transfer(Kind.BANK_IN, BANK, CASH, 5),
        Transfer(Kind.SAVINGS_INTEREST, COSTS, SAVINGS, 5, member=KHAM.id),
    ],
)
def test_where_nobody_hands_anything_over_there_is_no_receipt(transfer: Transfer) -> None:
    with pytest.raises(NoMoneyMoved) as refused:
        slip(transfer)
    assert refused.value.number == NUMBER


def test_whoever_took_a_settlement_is_named_once() -> None:
    paid = Transfer(Kind.SETTLEMENT_PAID, SETTLEMENTS_PAYABLE, CASH, 9_000, member=KHAM.id)
    paper = slip(paid, note="ວຽງ ວົງຄຳ")
    assert (paper.member, paper.party, paper.note) == (KHAM, "ວຽງ ວົງຄຳ", "")


def test_a_guarantor_who_pays_leaves_the_name_to_the_pen() -> None:
    paper = slip(*REPAID, note="002 ບຸນມີ ທອງສະຫວັນ")
    assert (paper.party, paper.note, paper.kip) == ("", "002 ບຸນມີ ທອງສະຫວັນ", 145_000)
    assert slip(*REPAID).party == "ນາງ ຄຳຫຼ້າ ທອງສະຫວັນ"


class TestCorrections:
    def test_what_takes_back_says_what_and_why(self) -> None:
        first = posted(SAVED)
        back = PostedEntry(EntryNumber(13), counter_entry(first, day=TODAY, reason="ຜິດຄົນ"), "")
        tied = Tied(NUMBER, DAY)
        paper = slip_of(back, FACTS, takes_back=tied)
        assert (paper.kind, paper.kip, paper.note) == (SlipKind.CORRECTION, 20_000, "ຜິດຄົນ")
        assert paper.lines == (SlipLine(Kind.DEPOSIT, 20_000),)
        assert (paper.takes_back, paper.party) == (tied, "ນາງ ຄຳຫຼ້າ ທອງສະຫວັນ")
        assert [place.signs for place in paper.places] == [
            SignsAs.AGREED,
            SignsAs.AGREED,
            SignsAs.WITNESS,
        ]

    def test_the_reason_is_nobodys_name(self) -> None:
        paid = Transfer(Kind.SETTLEMENT_PAID, SETTLEMENTS_PAYABLE, CASH, 9_000, member=KHAM.id)
        for transfers in ((paid,), REPAID):
            back = counter_entry(posted(*transfers), day=TODAY, reason="ຜິດ")
            paper = slip_of(PostedEntry(EntryNumber(13), back, ""), FACTS)
            assert (paper.party, paper.note) != ("ຜິດ", "")

    def test_the_first_paper_says_that_it_is_void(self) -> None:
        tied = Tied(EntryNumber(13), TODAY)
        paper = slip_of(posted(SAVED), FACTS, taken_back=tied, decisions=("3/2026",))
        assert (paper.taken_back, paper.decisions) == (tied, ("3/2026",))


class TestPlacesToSign:
    def test_the_treasurer_receives_and_a_voucher_has_a_witness(self) -> None:
        her = "ນາງ ຄຳຫຼ້າ ທອງສະຫວັນ"
        assert slip(SAVED).places == (
            Place(SignsAs.RECEIVED, TREASURER.name, Role.TREASURER),
            Place(SignsAs.PAID, her),
        )
        assert slip(LENT).places == (
            Place(SignsAs.RECEIVED, her),
            Place(SignsAs.PAID, TREASURER.name, Role.TREASURER),
            Place(SignsAs.WITNESS, PRESIDENT.name, Role.PRESIDENT),
        )

    @given(wanted=st.integers(1, 6), serving=st.integers(0, 4))
    def test_as_many_sign_as_the_rules_ask(self, wanted: int, serving: int) -> None:
        rules = replace(RULES, receipt_signatures=wanted, voucher_signatures=wanted)
        facts = replace(FACTS, rulebook=rules, officers=OFFICERS[:serving])
        for transfer in (SAVED, LENT):
            places = slip(transfer, facts=facts).places
            assert len(places) == wanted
            named = [place.name for place in places if place.name]
            assert len(set(named)) == len(named)

    def test_nobody_signs_for_both_sides(self) -> None:
        officers = (replace(TREASURER, member=KHAM.id), PRESIDENT)
        places = slip(LENT, facts=replace(FACTS, officers=officers)).places
        assert [place.name for place in places] == ["ນາງ ຄຳຫຼ້າ ທອງສະຫວັນ", PRESIDENT.name, ""]

    def test_the_auditor_does_not_handle_money(self) -> None:
        rules = replace(RULES, voucher_signatures=6)
        places = slip(LENT, facts=replace(FACTS, rulebook=rules)).places
        assert Role.AUDITOR not in {place.role for place in places}
        assert [place.name for place in places[2:]] == [PRESIDENT.name, ACCOUNTANT.name, "", ""]


_TRANSFERS = st.lists(
    st.builds(
        lambda kind, kip, out, who: Transfer(
            kind, *((SAVINGS, CASH) if out else (CASH, SAVINGS)), kip, member=who
        ),
        st.sampled_from([Kind.DEPOSIT, Kind.WELFARE, Kind.WITHDRAWAL]),
        st.integers(1, 10**9),
        st.booleans(),
        st.sampled_from([KHAM.id, NOY.id, BOUNMY.id]),
    ),
    min_size=1,
    max_size=6,
)


@given(_TRANSFERS)
def test_the_lines_come_to_the_sum_and_the_sum_is_what_the_box_felt(
    transfers: list[Transfer],
) -> None:
    paper = slip(*transfers)
    moved = sum(moved_by_hand(transfer) for transfer in transfers)
    assert sum(line.kip for line in paper.lines) == paper.kip == abs(moved)
    assert paper.kind is (SlipKind.VOUCHER if moved < 0 else SlipKind.RECEIPT)
    assert kind_of(posted(*transfers).entry) is paper.kind
    whose = {transfer.member for transfer in transfers}
    assert (paper.member is None) is (len(whose) > 1)


def test_an_entry_of_another_loan_keeps_the_loans_apart() -> None:
    facts = replace(FACTS, loans={RUNNING.id: "2026-001", LoanId(9): "2026-009"})
    other = replace(REPAID[2], loan=LoanId(9))
    assert [line.loan for line in slip(REPAID[2], other, facts=facts).lines] == [
        "2026-001",
        "2026-009",
    ]
