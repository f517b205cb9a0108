"""A report as JSON, and the JSON Schema it follows."""

import json

from spur_extract.contract import SCHEMA_NAME, SCHEMA_VERSION, Report


def report_json(report: Report) -> str:
    """The report as indented JSON with a final line feed; å, ä and ö stand as themselves."""
    return report.model_dump_json(indent=2) + "\n"


def report_schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of what `report_json` gives, with its version as `$id`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA_NAME}:{SCHEMA_VERSION}",
        **Report.model_json_schema(mode="serialization"),
    }


def schema_json() -> str:
    """The JSON Schema as indented JSON with a final line feed."""
    return json.dumps(report_schema(), ensure_ascii=False, indent=2) + "\n"
