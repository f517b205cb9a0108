"""What the journal of an output folder tells."""

import json
from pathlib import Path


def in_journal(output: Path) -> list[str]:
    """The files that the journal tells of, whatever half of a line stands at its end."""
    found: dict[str, None] = {}
    journal = output / "state" / "journal.jsonl"
    for line in journal.read_text(encoding="utf-8").splitlines() if journal.exists() else ():
        try:
            found[Path(json.loads(line)["entry"]["path"]).name] = None
        except (ValueError, KeyError):  # half a line; the header
            continue
    return sorted(found)
