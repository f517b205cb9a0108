"""Reports as rows."""

from collections.abc import Sequence

import pytest

from spur_extract.export.rows import TABLES, Row
from spur_extract.export.tables import report_id, table_rows
from tests.export.reports import NEW, OLD, report

ROWS = table_rows(report(), "in/år 2026.txt")


def _column(table: str, name: str) -> list[object]:
    return [getattr(row, name) for row in ROWS[table]]


def test_every_table_is_there_and_every_row_has_the_reports_id() -> None:
    assert list(ROWS) == list(TABLES)
    for name, rows in ROWS.items():
        assert rows, name
        assert {type(row) for row in rows} == {TABLES[name]}
        assert {row.report_id for row in rows} == {"0123456789abcdef"}


def test_the_id_comes_from_the_content_alone() -> None:
    again = report()
    renamed = again.model_copy(
        update={"source": again.source.model_copy(update={"file_name": "b.txt"})}
    )
    assert {row.report_id for row in table_rows(renamed, "b.txt")["areas"]} == {
        report_id(again.source.sha256)
    }


@pytest.mark.parametrize("table", TABLES)
def test_the_key_tells_every_row_apart(table: str) -> None:
    model = TABLES[table]
    assert set(model.key) <= set(model.model_fields)
    keys = [tuple(getattr(row, name) for name in model.key) for row in ROWS[table]]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("table", TABLES)
def test_columns_are_plain_values(table: str) -> None:
    for row in ROWS[table]:
        for _, value in row:
            assert not isinstance(value, Sequence) or isinstance(value, str)
            assert not isinstance(value, dict)


def test_the_reports_table_maps_the_id_to_the_path() -> None:
    (row,) = ROWS["reports"]
    values = row.model_dump(mode="json")
    assert values["source_path"] == "in/år 2026.txt"
    assert values["inspectors"] == "Bo Berg; Eva Ek"
    assert values["inspection_date"] == "2026-02-03"
    assert (values["unassigned"], values["coverage"]) == (1, 0.995)


def test_statements_keep_their_list_and_order() -> None:
    names = _column("statements", "list")
    assert names == ["strengths", "strengths", "weaknesses", "improvements"]
    assert _column("statements", "position") == [1, 2, 1, 1]


def test_one_row_per_mark_column_and_else_one_per_indicator() -> None:
    assert _column("indicators", "regulation") == [None, OLD, NEW, None]
    assert _column("indicators", "fulfilled") == [True, True, None, None]
    assert _column("indicators", "position") == [1, 2, 2, 3]


def test_an_empty_mapping_of_marks_still_gives_a_row() -> None:
    whole = report()
    area = whole.areas[0]
    bare = area.indicators[0].model_copy(update={"fulfilled": {}})
    changed = whole.model_copy(update={"areas": (area.model_copy(update={"indicators": (bare,)}),)})
    rows: list[Row] = table_rows(changed, "x")["indicators"]
    assert [row.model_dump()["fulfilled"] for row in rows] == [None]


def test_deadlines_and_parties_are_flattened() -> None:
    (row,) = ROWS["action_items"]
    values = row.model_dump(mode="json")
    assert {name: values[f"due_{name}"] for name in ("text", "edtf", "earliest", "latest")} == {
        "text": "Maj 2026",
        "edtf": "2026-05",
        "earliest": "2026-05-01",
        "latest": "2026-05-31",
    }
    assert values["due_precision"] == "month"
    assert (values["due_recurring"], values["due_conditional"]) == (False, False)
    assert values["follow_up_due_status"] == "undated"
    assert values["follow_up_due_recurring"] is True
    assert values["responsible_roles"] == "verksamhetschef; studierektor"
    assert values["responsible_persons"] == "Eva Ek"
    assert values["follow_up_responsible_text"] is None
    assert values["follow_up_responsible_roles"] == ""
