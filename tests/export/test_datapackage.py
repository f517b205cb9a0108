"""The data package, as a program that knows nothing of us sees it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from spur_extract.export.csv_dialects import DIALECTS
from spur_extract.export.rows import TABLES
from spur_extract.export.table_options import CsvKind, TableOptions
from spur_extract.export.table_set import write_tables
from tests.export.nasty import archive

# A process of its own: the library's import warns, and takes seconds.
CHECK = """
import json, sys
from frictionless import Package, validate
report = validate(sys.argv[1])
package = Package(sys.argv[1])
rows = {name: [row.to_dict() for row in package.get_resource(name).read_rows()]
        for name in package.resource_names}
print(json.dumps({"errors": report.flatten(["title", "note"]), "rows": rows}, default=str))
"""


def _check(package: Path) -> Any:  # noqa: ANN401 - JSON
    done = subprocess.run(
        [sys.executable, "-c", CHECK, package.name],
        cwd=package.parent,
        capture_output=True,
        check=True,
        timeout=60,
    )
    return json.loads(done.stdout)


def _package(folder: Path) -> Any:  # noqa: ANN401 - JSON
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=CsvKind)
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the nasty archive in each dialect."""
    folder = tmp_path_factory.mktemp("package")
    write_tables(archive(), folder, TableOptions(csv=request.param), made_from="x")
    return folder


def test_frictionless_finds_it_valid_and_reads_typed_rows(folder: Path) -> None:
    found = _check(folder / "datapackage.json")
    assert found["errors"] == []
    assert list(found["rows"]) == list(TABLES)
    first = found["rows"]["reports"][0]
    assert (first["coverage"], first["page_count"], first["inspection_date"]) == (
        "0.995",
        2,
        "2026-02-03",
    )
    marks = [row["fulfilled"] for row in found["rows"]["indicators"][:4]]
    assert marks == [True, True, None, None]


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("areas", "structure", "stucture"),
        ("gradings", "stated", "stated\r\n"),
        ("reports", "2026-02-03", "2026-02-30"),
    ],
)
def test_frictionless_finds_what_is_wrong(
    folder: Path, tmp_path: Path, table: str, old: str, new: str
) -> None:
    for path in folder.iterdir():
        data = path.read_bytes()
        if path.stem == table:
            assert old.encode() in data
            data = data.replace(old.encode(), new.encode(), 1)
        (tmp_path / path.name).write_bytes(data)
    assert _check(tmp_path / "datapackage.json")["errors"]


def test_every_table_with_types_and_keys(folder: Path) -> None:
    package = _package(folder)
    resources = {resource["name"]: resource for resource in package["resources"]}
    assert list(resources) == list(TABLES)
    for name, model in TABLES.items():
        resource = resources[name]
        schema = resource["schema"]
        assert [field["name"] for field in schema["fields"]] == list(model.model_fields)
        assert schema["primaryKey"] == list(model.key)
        targets = [key["reference"]["resource"] for key in schema["foreignKeys"]]
        assert targets == [reference.table for reference in model.references]
        assert ("reports" in targets) == (name != "reports")
        assert resource["bytes"] == (folder / resource["path"]).stat().st_size
        dialect = DIALECTS[CsvKind(package["spur_extract"]["options"]["csv"])]
        assert resource["dialect"]["delimiter"] == dialect.delimiter


def test_fields_say_what_is_known_of_them(folder: Path) -> None:
    fields = {
        (resource["name"], field["name"]): field
        for resource in _package(folder)["resources"]
        for field in resource["schema"]["fields"]
    }
    assert fields["gradings", "grade"]["constraints"] == {"enum": ["A", "B", "C", "D"]}
    assert fields["areas", "position"]["constraints"] == {"required": True, "minimum": 1}
    assert fields["reports", "coverage"]["type"] == "number"
    assert fields["reports", "sha256"]["constraints"]["pattern"].endswith("[0-9a-f]{64}$")
    assert "constraints" not in fields["reports", "inspectors"]  # text that may be empty
    assert fields["action_items", "due_earliest"]["type"] == "date"


def test_nothing_in_it_tells_when_or_where(folder: Path, tmp_path: Path) -> None:
    options = TableOptions.model_validate(_package(folder)["spur_extract"]["options"])
    write_tables(archive(), tmp_path / "elsewhere", options, made_from="x")
    again = (tmp_path / "elsewhere" / "datapackage.json").read_bytes()
    assert again == (folder / "datapackage.json").read_bytes()
