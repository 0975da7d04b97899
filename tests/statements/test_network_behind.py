"""Every figure of the network's tables is what its groups' sheets come to."""

import pytest

from ledger.rules.network import Figure
from ledger.statements.network_behind import Cell, groups_behind
from ledger.statements.network_sums import Counted, printed
from ledger.statements.network_tables import TableKey, network_report_of
from tests.network_sheets import all_sheets, sheets_of

SHEETS = all_sheets()


@pytest.mark.parametrize("year", [2005, 2008])
def test_the_groups_add_up_to_every_cell_of_every_table(year: int) -> None:
    report, asked = network_report_of(SHEETS, year), 0
    for table in report.tables:
        for row in table.rows:
            columns = [*zip(table.heads, row.values, strict=True)]
            for head, value in [*columns, *([(None, row.total)] if table.sums else [])]:
                groups = groups_behind(Cell(table.key, row.name, head), SHEETS, year)
                assert printed(row.name, sum(group.amount for group in groups)) == value
                assert all(group.amount > 0 for group in groups)
                asked += 1
    assert asked >= 80


def test_the_largest_share_comes_first_and_a_district_counts_once() -> None:
    sheets = sheets_of(2008)
    members = groups_behind(Cell(TableKey.MEMBERS, Figure.MEMBERS, None), sheets, 2008)
    amounts = [group.amount for group in members]
    assert amounts == sorted(amounts, reverse=True)
    districts = groups_behind(Cell(TableKey.WELFARE, Counted.DISTRICTS, None), sheets, 2008)
    named = [group.sheet.sender.district for group in districts]
    assert len(named) == len(set(named)) == len({s.sender.district for s in sheets})
