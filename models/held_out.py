"""Turns texts whose names are marked `[[…]]` into parts of the corpus.

`python -m models.held_out FOLDER heldout` reads `heldout_fields.txt` (one field per line) and
`heldout_report_NN.txt` (whole reports), which nobody who works on the rules reads; with `dev2` in
place of `heldout` those written by the same hand for the rules to be made by.
"""

import re
import sys
from pathlib import Path

from models.corpus_files import CORPUS, Example, write_examples

MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
HELD_OUT = CORPUS / "held_out"
DEV2 = CORPUS / "dev2"


def read_marked(kind: str, marked: str) -> Example:
    """The text without marks, and where they stood; raises ValueError for a mark left open."""
    parts: list[str] = []
    persons: list[tuple[int, int]] = []
    length, last = 0, 0
    for match in MARK.finditer(marked):
        before = marked[last : match.start()]
        start = length + len(before)
        length = start + len(match[1])
        persons.append((start, length))
        parts += [before, match[1]]
        last = match.end()
    text = "".join([*parts, marked[last:]])
    if "[[" in text or "]]" in text:
        raise ValueError(f"{kind}: a mark is left open")
    return Example(kind=kind, text=text, persons=tuple(persons))


def convert(folder: Path, prefix: str, target: Path) -> None:
    """Write `fields.jsonl` and `reports.jsonl` from the files whose names begin with a prefix."""
    fields = (folder / f"{prefix}_fields.txt").read_text(encoding="utf-8").splitlines()
    write_examples(
        target / "fields.jsonl", (read_marked("field", line) for line in fields if line.strip())
    )
    reports = sorted(folder.glob(f"{prefix}_report_*.txt"))
    write_examples(
        target / "reports.jsonl",
        (read_marked("report", path.read_text(encoding="utf-8")) for path in reports),
    )


if __name__ == "__main__":
    named = {"heldout": HELD_OUT, "dev2": DEV2}
    convert(Path(sys.argv[1]), sys.argv[2], named[sys.argv[2]])
