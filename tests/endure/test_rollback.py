"""Book swapped for an older one: the short form."""

from tests.endure import rollback


def test_an_older_file_is_noticed_whatever_the_machine_has_forgotten() -> None:
    result = rollback.run(4, 20260414)
    assert result.good, "\n".join(result.lines())
    assert result.figures["older files put back"] == 16
