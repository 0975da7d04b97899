"""A refusal carries its facts, and says them where nobody has made a sentence of it yet."""

from ledger.rules.contributions import DepositBelowMinimum
from ledger.rules.refusals import Refusal
from ledger.rules.withdrawals import WithdrawalNever


def test_a_refusal_is_its_facts() -> None:
    refusal = DepositBelowMinimum(minimum=10_000, saved=0, given=5_000)
    assert str(refusal) == "DepositBelowMinimum(minimum=10000, saved=0, given=5000)"
    assert str(WithdrawalNever()) == "WithdrawalNever()"
    assert refusal == DepositBelowMinimum(10_000, 0, 5_000)
    assert isinstance(refusal, Refusal)
