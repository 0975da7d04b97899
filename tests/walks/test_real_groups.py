"""Groups that really were go through the program by command, with the figures they reported."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.walks.commands import Commands, write_days

OFFICERS = ("--officer", "president:ນາງ ດາວ", "--officer", "accountant:ນາງ ບົວ")
SIGNED = ("--signed-by", "ນາງ ດາວ", "--signed-by", "ນາງ ບົວ")


@pytest.fixture
def commands(capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(capsys)


def spread(total: int, number: int, step: int) -> list[int]:
    """So many amounts in whole steps that make the total."""
    each = total // number // step * step
    amounts = [each] * number
    for place in range((total - each * number) // step):
        amounts[place] += step
    assert sum(amounts) == total
    return amounts


def xamtay_rows(amounts: list[int]) -> Iterator[dict[str, object]]:
    lent, repaid = "2021-09-01", "2022-09-01"
    yield {"day": lent, "what": "seed_money", "amount": sum(amounts)}
    for number in range(1, len(amounts) + 1):
        name = f"ຄຳ ທີ {number}"
        sex = "male" if number == 1 else "female"
        yield {"day": lent, "what": "member", "member": number, "name": name, "sex": sex}
    for number, amount in enumerate(amounts, start=1):
        yield {
            "day": lent,
            "what": "loan",
            "member": number,
            "amount": amount,
            "product": "ordinary",
            "purpose": "goats" if number <= 26 else "pigs" if number <= 367 else "other",
            "decision": "1/2021",
        }
    for number, amount in enumerate(amounts, start=1):
        interest = amount * 5 * 12 // 1000
        yield {"day": repaid, "what": "repayment", "member": number, "amount": amount + interest}


def test_xamtay_685_borrowers_owe_61_293_120_kip_of_interest_after_twelve_months(
    commands: Commands, tmp_path: Path
) -> None:
    book = tmp_path / "xamtay.book"
    goats, pigs = spread(34_200_000, 26, 200), spread(557_952_000, 341, 200)
    others = spread(1_021_552_000 - 34_200_000 - 557_952_000, 318, 200)
    amounts = goats + pigs + others
    commands.run(
        "new", book, "--rules", "a04_xamtay", "--name", "ກຸ່ມຊຳໃຕ້", "--begin", "2021-09-01", *OFFICERS
    )
    rows = list(xamtay_rows(amounts))
    first_day = write_days(tmp_path / "first.csv", (r for r in rows if r["day"] == "2021-09-01"))
    commands.run("record", book, first_day, "--today", "2021-09-01")
    loans = commands.figures(book, "loans", "--day", "2022-09-01")
    assert len(loans) == 685
    assert sum(loan["principal"] for loan in loans) == 1_021_552_000
    assert sum(loan["interest_due"] for loan in loans) == 61_293_120
    second_day = write_days(tmp_path / "second.csv", (r for r in rows if r["day"] == "2022-09-01"))
    commands.run("record", book, second_day, "--today", "2022-09-01")
    standing = {row["account"]: row for row in commands.figures(book, "trial-balance")}
    assert 1100 not in standing or standing[1100]["debit"] == 0
    assert standing[4000]["credit"] == 61_293_120
    assert standing[1000]["debit"] == 1_021_552_000 + 61_293_120
    assert commands.run("check", book).startswith("The book is whole.")


def wing5_rows() -> Iterator[dict[str, object]]:
    """500 baht at each month's end, and enough income to carry the rate."""
    yield {
        "day": "2024-10-01",
        "what": "loan",
        "member": 2,
        "amount": "500,000.00",
        "product": "ordinary",
        "purpose": "trade",
        "guarantors": "3 4",
        "decision": "1",
    }
    ends = "10-31 11-30 12-31 01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30"
    for end in ends.split():
        year = 2024 if end > "09-30" else 2025
        yield {"day": f"{year}-{end}", "what": "deposit", "member": 1, "amount": "500.00"}
        if end == "10-31":
            yield {
                "day": "2024-10-31",
                "what": "income",
                "account": "other_income",
                "amount": "10,000.00",
            }
    yield {"day": "2025-09-30", "what": "repayment", "member": 2, "amount": "18,521.15"}


def test_wing5_pays_a_dividend_of_3_692_50_and_gives_926_06_of_the_interest_back(
    commands: Commands, tmp_path: Path
) -> None:
    book = tmp_path / "wing5.book"
    members = tmp_path / "members.csv"
    heads = "number,name,promise,savings\n"
    savers = '1,ດາວ,500.00,"50,000.00"\n2,ບົວ,500.00,\n3,ຈັນ,500.00,\n4,ມາລີ,500.00,\n'
    members.write_text(heads + savers, encoding="utf-8")
    commands.run(
        *("new", book, "--rules", "a10_wing5", "--name", "Wing 5", "--currency", "THB"),
        *("--decimals", 2, "--begin", "2024-10-01", *OFFICERS),
        *("--members", members, "--opening", "seed_money=1,000,000.00"),
        *("--cash", "1,050,000.00"),
    )
    days = write_days(tmp_path / "days.csv", wing5_rows())
    commands.run("record", book, days, "--today", "2025-09-30")
    plan = commands.figures(book, "dividends", "--year", 2025, "--today", "2025-10-01")
    assert [(row["dividend"], row["refund"]) for row in plan[:2]] == [(369_250, 0), (0, 92_606)]
    said = commands.run("close", book, 2025, *SIGNED, "--today", "2025-10-01")
    assert "2025" in said


def average_group_rows(deposit: int) -> Iterator[dict[str, object]]:
    """163 members who save up to the average of 615,101 kip in a year, and pay interest."""
    for number in range(1, 164):
        yield {
            "day": "2026-01-05",
            "what": "member",
            "member": number,
            "name": f"ຄຳ ທີ {number}",
            "household": (number + 1) * 98 // 164,
            "promise": deposit,
        }
    for month in range(1, 13):
        for number in range(1, 164):
            yield {
                "day": f"2026-{month:02d}-05",
                "what": "deposit",
                "member": number,
                "amount": deposit,
            }
        yield {
            "day": f"2026-{month:02d}-05",
            "what": "income",
            "account": "other_income",
            "amount": 1_234_567,
        }


@pytest.mark.parametrize(
    ("template", "deposit"),
    [
        ("a03_seventy_percent", 51_258),
        ("a05_trat", 500),
        ("a08_sambou_krabao_chrum", 51_258),
        ("a13_village_fund", 51_258),
    ],
)
def test_a_group_of_the_average_size_closes_its_year(
    commands: Commands, tmp_path: Path, template: str, deposit: int
) -> None:
    book = tmp_path / "average.book"
    commands.run(
        *("new", book, "--rules", template, "--name", "ກຸ່ມສະເລ່ຍ", "--begin", "2026-01-05"),
        *OFFICERS,
    )
    days = write_days(tmp_path / "days.csv", average_group_rows(deposit))
    commands.run("record", book, days, "--today", "2026-12-31")
    profit = commands.figures(book, "profit", "--today", "2026-12-31")[-1]["kip"]
    assert profit == 12 * 1_234_567
    commands.run("close", book, 2026, *SIGNED, "--today", "2027-01-02")
    standing = commands.figures(book, "trial-balance", "--day", "2026-12-31")
    assert sum(row["debit"] for row in standing) == sum(row["credit"] for row in standing)
    handed_on = sum(row["credit"] for row in standing if row["account"] not in {2000})
    assert handed_on == profit
    status, _, said = commands.try_to("close", book, 2026, *SIGNED, "--today", "2027-01-02")
    assert status == 1
    assert "2026" in said
    assert commands.run("check", book).startswith("The book is whole.")
