"""The paper of an invented group that agreed on nearly everything a group can agree on.

It is written as plain words and figures: the program reads it in its own way, and the hand ledger
in another. Which basis, which lines and which rates hold is thrown with the seed.
"""

from datetime import date
from random import Random
from typing import Any

BEGIN = date(2026, 1, 1)

PRODUCTS: list[dict[str, Any]] = [
    {
        "key": "rice",
        "rate": 200,
        "months": 12,
        "late": "fixed",
        "late_kip": 2_000,
        "grace_days": 5,
        "guarantors": 1,
        "guarantees_max": 4,
    },
    {"key": "trade", "rate": 300, "schedule": "principal_parts", "months": 10, "fee": 3_000},
    {
        "key": "monthly",
        "rate": 250,
        "schedule": "interest_monthly",
        "months": 9,
        "count": "calendar",
        "late": "percent",
        "late_points": 150,
        "rounding": "down",
    },
    {
        "key": "level",
        "rate": 50,
        "schedule": "instalments",
        "count": "days",
        "months": 12,
        "late": "fixed",
        "late_kip": 1_000,
        "grace_days": 30,
        "guarantors": 2,
        "guarantees_max": 2,
        "guarantee_times": 1_500,
    },
    {"key": "flat", "rate": 100, "method": "flat", "schedule": "instalments", "months": 8},
    {
        "key": "season",
        "rate": 1_200,
        "method": "season",
        "season_end": [1, 31],
        "late": "percent",
        "late_points": 200,
    },
    {"key": "free", "rate": 150, "schedule": "free", "months": 18, "count": "days"},
    {
        "key": "emergency",
        "rate": 0,
        "months": 6,
        "fund": 3001,
        "loan_class": "emergency",
        "late": "fixed",
        "late_kip": 500,
    },
    {"key": "from_fund", "rate": 100, "months": 12, "fund": 3003, "loan_class": "fund", "fee": 500},
]

_FUNDS = {3001: "welfare", 3002: "reserve", 3003: "development"}
BENEFITS: list[dict[str, Any]] = [
    {"code": "birth", "name": "ເກີດລູກ", "kip": 5_000},
    {
        "code": "hospital",
        "name": "ນອນໂຮງໝໍ",
        "unit": "night",
        "kip": 1_000,
        "units_most": 7,
        "event_most": 5_000,
        "year_most": 12_000,
        "confirmations": 2,
    },
    {
        "code": "old_age",
        "name": "ບຳນານ",
        "unit": "month",
        "age_least": 60,
        "ladder": "age",
        "evidence": False,
        "steps": [{"years": 60, "kip": 300}, {"years": 70, "kip": 700}, {"years": 80, "kip": 900}],
    },
]


def village_paper(random: Random) -> dict[str, Any]:
    """The first paper of the invented group."""
    products = [
        {
            "name": p["key"],
            "at_once": 9,
            "guarantees_max": 30,
            **p,
            "loan_class": p.get("loan_class", p["key"]),
        }
        for p in PRODUCTS
    ]
    paper: dict[str, Any] = {
        "valid_from": BEGIN.isoformat(),
        "resolution": "1",
        "accounts": [
            {"account": 1001, "name": "ທະນາຄານ"},
            {"account": 2101, "name": "ກອງທຶນເມືອງ"},
            *({"account": n, "name": name} for n, name in _FUNDS.items()),
            {"account": 4101, "name": "ລາຍຮັບອື່ນ"},
            {"account": 5101, "name": "ຄ່າໃຊ້ຈ່າຍທົ່ວໄປ"},
        ],
        "welfare": {"contribution": 1_000, "fund": 3001, "waiting_days": 30, "benefits": BENEFITS},
        "funds": {"decision_from": 20_000},
        "loans": {"products": products, "purposes": [], "lend_welfare": True},
    }
    return variation(paper, random)


def variation(paper: dict[str, Any], random: Random) -> dict[str, Any]:
    """The same paper with other figures, as a meeting may decide them."""
    saving = {
        "minimum": random.choice((1_000, 5_000)),
        "entry_fee": 2_000,
        "passbook_fee": 1_000,
        "missed": random.choice(("allowed", "fined")),
        "missed_fine": 500,
        "withdrawal": random.choice(("any_time", "any_time", "notice", "at_exit")),
        "balance_kept": random.choice((0, 5_000)),
        "notice_unit": random.choice(("days", "months")),
        "months_ahead": random.choice((0, 2)),
        "interest": random.choice((0, 25, 50)),
        "interest_basis": random.choice(("month_end", "daily")),
        "interest_period": random.choice(("month", "year")),
        "interest_unit": random.choice((1, 10)),
    }
    voluntary = {
        "kept": True,
        "withdrawal": random.choice(("any_time", "notice")),
        "interest": random.choice((0, 60)),
        "dividend": random.choice((False, True)),
    }
    people = {
        "exit_dividend": random.choice(("at_close", "pro_rata", "none")),
        "guarantor_may_leave": True,
        "death_loan": random.choice(("offset", "offset", "guarantors")),
    }
    paper |= {"saving": saving, "voluntary": voluntary, "people": people}
    paper["loans"]["write_off_fund"] = random.choice((None, 3002))
    paper["loans"]["order"] = random.choice(
        (["fine", "interest", "principal"], ["interest", "principal", "fine"])
    )
    paper["profit"] = {
        "basis": random.choice(("closing", "month_end", "next_month", "minimum", "daily")),
        "cut_off_day": random.choice((0, 5, 10)),
        "unit": random.choice((1, 100, 500, 1_000)),
        "rounding": random.choice(("down", "down", "nearest")),
        "remainder_fund": 3002,
        "exclude_defaulters": random.choice((False, True)),
        "loss": random.choice(("reserve", "carry_forward")),
        "loss_fund": 3002,
        "lines": random.choice((_percents, _rates, _fixed))(random),
    }
    return paper


def _line(to: str, kind: str, amount: int = 0, **more: Any) -> dict[str, Any]:
    return {"name": to, "to": to, "kind": kind, "amount": amount, **more}


def _percents(random: Random) -> list[dict[str, Any]]:
    split = random.choice(("equal", "weight", "attendance"))
    return [
        _line("dividend", "percent", 6_000),
        _line("refund", "percent", 500),
        _line("committee", "percent", 1_000, split=split),
        _line("advisers", "percent", 300),
        _line("network", "percent", 300, account=2101),
        _line("fund", "percent", 900, account=3001),
        _line("carry_forward", "percent", 1_000),
    ]


def _rates(random: Random) -> list[dict[str, Any]]:
    return [
        _line("dividend", "dividend_rate", random.choice((200, 500))),
        _line("refund", "refund_rate", 500),
        _line("committee", "percent", 5_000, base="remaining"),
        _line("fund", "rest", account=3002),
    ]


def _fixed(random: Random) -> list[dict[str, Any]]:
    return [
        _line("committee", "fixed", 30_000, split=random.choice(("weight", "attendance"))),
        _line("fund", "percent", 1_500, account=3003, base="remaining"),
        _line("network", "percent", 500, account=2101),
        _line("dividend", "rest"),
    ]
