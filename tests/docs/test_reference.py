"""The reference pages say what the code says."""

import copy
import json
from typing import Any

import pytest

from docs.build_reference import REFERENCE, SCHEMAS, same_structure
from docs.reference_pages import pages, schema_name
from spur_extract.export.report_json import report_schema, schema_json

PAGES = pages()


@pytest.mark.parametrize("name", PAGES)
def test_page_is_up_to_date(name: str) -> None:
    written = (REFERENCE / name).read_text(encoding="utf-8")
    assert written == PAGES[name], "stale: run `make docs`"


def test_no_page_is_left_over() -> None:
    assert {path.name for path in REFERENCE.glob("*.md")} == set(PAGES)


def _published() -> Any:  # noqa: ANN401 - JSON
    return json.loads((SCHEMAS / schema_name()).read_text(encoding="utf-8"))


def test_the_schema_does_not_change_without_a_new_version() -> None:
    assert same_structure(_published()), "the schema changed: raise SCHEMA_VERSION, `make docs`"


def test_the_published_schema_has_todays_wording() -> None:
    assert _published() == json.loads(schema_json()), "stale: run `make docs`"


def test_what_counts_as_a_change() -> None:
    schema = json.loads(json.dumps(report_schema()))
    reworded = copy.deepcopy(schema)
    reworded["properties"]["coverage"]["description"] = "other words"
    assert same_structure(reworded)
    shorter, renamed, longer, looser = (copy.deepcopy(schema) for _ in range(4))
    del shorter["properties"]["coverage"]
    del renamed["$defs"]["Area"]["properties"]["title"]  # a field, not the schema's own title
    longer["$defs"]["Reader"]["enum"].append("fax")
    looser["$defs"]["Cover"]["additionalProperties"] = True
    assert not any(map(same_structure, (shorter, renamed, longer, looser)))
