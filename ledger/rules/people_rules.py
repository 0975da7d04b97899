"""What the group has agreed about its people: who joins and how, who leaves, who inherits."""

from dataclasses import dataclass
from enum import StrEnum


class ExitDividend(StrEnum):
    """What a member who leaves gets of the dividend of the year in which she leaves."""

    AT_CLOSE = "at_close"  # with everybody else, when the year is closed
    PRO_RATA = "pro_rata"  # at once, what the year has earned her until that day
    NONE = "none"


class DeathLoan(StrEnum):
    """What becomes of the loans of a member who has died."""

    OFFSET = "offset"  # set off against what she has saved, as far as it reaches
    GUARANTORS = "guarantors"  # her guarantors take them over; her savings go to her family
    FUND = "fund"  # a fund of the group bears them; her savings go to her family


@dataclass(frozen=True, slots=True)
class PeopleRules:
    """The rules about members and committee.

    `approval`: a meeting decides on each new member. `village_only` and `age_min` (years, 0 for
    none) say who may join; `pupils_free` that pupils pay neither entry fee nor passbook.
    `notice_months` (0 to 12) pass between notice and leaving. `offset`: her loans are set off
    against what she has; otherwise she pays them first. `guarantor_may_leave`: also while she
    stands for somebody's loan. `beneficiaries_max` is 1 to 5. `fee_again`: who comes back pays
    the entry fee once more. `term_years` is how long an office lasts; 0 for no end.
    """

    approval: bool = False
    village_only: bool = False
    age_min: int = 0
    pupils_free: bool = False
    notice_months: int = 0
    exit_dividend: ExitDividend = ExitDividend.AT_CLOSE
    offset: bool = True
    guarantor_may_leave: bool = False
    death_loan: DeathLoan = DeathLoan.OFFSET
    beneficiaries_max: int = 5
    fee_again: bool = True
    term_years: int = 0


NOTHING_AGREED = PeopleRules()
"""Whoever comes is written down, and whoever goes takes what is hers."""
