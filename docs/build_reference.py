"""Builds docs/reference from the code: `python -m docs.build_reference` (or `make docs`)."""

import json
import sys
from pathlib import Path

from docs.reference_pages import pages, schema_name
from spur_extract.export.report_json import report_schema, schema_json

REFERENCE = Path(__file__).parent / "reference"
SCHEMAS = REFERENCE / "schema"


def main() -> int:
    """Write all pages; 1 when the published schema of this version would change its meaning."""
    published = SCHEMAS / schema_name()
    if published.exists() and not same_structure(json.loads(published.read_text("utf-8"))):
        sys.stderr.write(
            f"{published} differs from the models: raise SCHEMA_VERSION and build again.\n"
        )
        return 1
    SCHEMAS.mkdir(parents=True, exist_ok=True)
    published.write_text(schema_json(), encoding="utf-8", newline="\n")
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


def same_structure(published: object) -> bool:
    """Whether a published schema allows exactly what today's models give; wording aside."""
    return _structure(published) == _structure(json.loads(json.dumps(report_schema())))


def _structure(node: object, *, names: bool = False) -> object:
    """The schema without its descriptions; `names`: the keys are names of fields or models."""
    if isinstance(node, list):
        return [_structure(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: _structure(value, names=not names and key in {"properties", "$defs"})
        for key, value in node.items()
        if names or key not in {"description", "title"}
    }


if __name__ == "__main__":
    sys.exit(main())
