"""Turns texts whose names are marked `[[…]]` into a part of the corpus.

`python -m models.marked_texts PART FOLDER...` reads `fields.txt` (one field per line) and
`report_NN.txt` (whole reports) of each folder. Nobody who works on the rules reads the texts of a
held-out part; the errors in the other parts are looked at.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from models.corpus_files import CORPUS, Example, read_examples, write_examples

MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
IN_ADDRESS = re.compile(r"\[\[([^\[\]\s]+)\]\](?=[\w.-]*@)")
"""Some hands marked the name in an e-mail address; an address is none."""
HELD_OUT = ("held_out", "held_out2", "held_out3")
LOOKED_AT = ("dev2", "dev3", "dev4")


def read_marked(kind: str, marked: str) -> Example:
    """The text without marks, and where they stood; raises ValueError for a mark left open."""
    parts: list[str] = []
    persons: list[tuple[int, int]] = []
    length, last = 0, 0
    marked = IN_ADDRESS.sub(r"\1", marked)
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


def convert(part: str, folders: Iterable[Path]) -> None:
    """Write `fields.jsonl` and `reports.jsonl` of a part, the folders' texts in their order."""
    fields: list[Example] = []
    reports: list[Example] = []
    for folder in folders:
        lines = (folder / "fields.txt").read_text(encoding="utf-8").splitlines()
        fields += [read_marked("field", line) for line in lines if line.strip()]
        paths = sorted(folder.glob("report_*.txt"))
        reports += [read_marked("report", path.read_text(encoding="utf-8")) for path in paths]
    write_examples(CORPUS / part / "fields.jsonl", fields)
    write_examples(CORPUS / part / "reports.jsonl", reports)


def read_part(part: str, kind: str) -> list[Example]:
    """The `fields` or `reports` of a part."""
    return list(read_examples(CORPUS / part / f"{kind}.jsonl"))


if __name__ == "__main__":
    if sys.argv[1] not in HELD_OUT + LOOKED_AT:
        sys.exit(f"There is no part {sys.argv[1]}.")
    convert(sys.argv[1], map(Path, sys.argv[2:]))
