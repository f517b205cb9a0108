"""`schema` and `editions`."""

import json

from spur_extract.catalogue import load_catalogue
from spur_extract.contract import SCHEMA_VERSION
from tests.cli.program import run


def test_schema() -> None:
    schema = json.loads(run("schema").out)
    assert schema["$id"].endswith(SCHEMA_VERSION)
    assert schema["title"] == "Report"
    assert schema["additionalProperties"] is False


def test_editions_as_a_table_and_as_json() -> None:
    editions = load_catalogue().editions
    table = run("editions").out
    rows = json.loads(run("editions", "--format", "json").out)
    assert [row["id"] for row in rows] == [edition.id for edition in editions]
    for row in rows:
        assert row["areas"] == 8
        assert any(line.startswith(row["id"]) and row["name"] in line for line in table.split("\n"))
