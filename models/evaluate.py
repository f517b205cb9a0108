"""Measures the pipeline in `sv_spur/` and writes `scores.json` and the tables of `README.md`.

`python -m models.evaluate` prints the totals; `--write` stores them. Single errors of the held-out
part are never shown.
"""

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from spacy.language import Language

from models.card import write_card
from models.corpus_files import CORPUS, Example, read_examples
from models.finders import RULES, TRAINED, field_rule, pipeline
from models.frames import read_frames
from models.marked_texts import HELD_OUT, LOOKED_AT, read_part
from models.measure import Counts, count
from spur_extract.language.components.labels import ROLE
from spur_extract.language.names import find_names
from spur_extract.language.pipeline import load_pipeline

ROOT = Path(__file__).parent
SCORES = ROOT / "scores.json"
REAL_REPORTS = ROOT.parent.parent / "shared" / "reports"
WAYS = {
    "pipeline": (None, False),
    "with suspicions": (None, True),
    "rules only": (RULES, False),
    "trained only": ((TRAINED, "repeated", "initials"), True),
}
"""Which evidence is used (None: what is configured), and whether suspicions count."""


@dataclass(frozen=True, slots=True)
class Score:
    """One row: which texts, found in which way, and the totals."""

    texts: str
    way: str
    names: int
    precision: float
    recall: float
    false_per_5000: float
    strangers_per_5000: float


def evaluate() -> list[Score]:
    """All rows that are stored."""
    nlp = load_pipeline()
    dev = list(read_examples(CORPUS / "dev.jsonl"))
    fields = {part: read_part(part, "fields") for part in HELD_OUT + LOOKED_AT}
    fields["dev"] = [example for example in dev if example.kind == "field"]
    reports = {part: read_part(part, "reports") for part in HELD_OUT + LOOKED_AT}
    reports["dev"] = [example for example in dev if example.kind == "report"]
    rows = [
        _score(f"{part} fields", "rule for fields", count(examples, field_rule))
        for part, examples in fields.items()
    ]
    rows += [
        _score(
            f"{part} reports", way, count(examples, pipeline(nlp, evidence, suspected=suspected))
        )
        for part, examples in reports.items()
        for way, (evidence, suspected) in WAYS.items()
        if part in HELD_OUT or way == "pipeline"
    ]
    rows += [
        _score(f"{part} fields", "pipeline", count(examples, pipeline(nlp)))
        for part, examples in fields.items()
    ]
    rows.append(_score("dev things", "pipeline", count(_things(), pipeline(nlp))))
    return [*rows, _roles(nlp)]


def _things() -> list[Example]:
    """Sentences that name nobody, each as a text of its own, as a list's items are."""
    lines = read_frames("dev_things.txt")
    return [Example(kind="report", text=line, persons=()) for line in lines]


def _score(texts: str, way: str, counts: Counts) -> Score:
    return Score(
        texts,
        way,
        counts.names,
        round(counts.precision, 4),
        round(counts.recall, 4),
        round(counts.false_per_5000, 2),
        round(counts.strangers_per_5000, 2),
    )


def _roles(nlp: Language) -> Score:
    """Titles of `dev_roles.txt`, each once per text."""
    right = wanted = found = words = 0
    for line in read_frames("dev_roles.txt"):
        text, _, listed = line.partition("=>")
        titles = {title.strip() for title in listed.split(";") if title.strip()}
        given = {entity.ent_id_ for entity in nlp(text.strip()).ents if entity.label_ == ROLE}
        right += len(titles & given)
        wanted += len(titles)
        found += len(given)
        words += len(text.split())
    return _score("dev roles", "gazetteer", Counts(0, words, wanted, found, right, found - right))


def read_scores() -> list[Score]:
    """The stored rows."""
    return [Score(**row) for row in json.loads(SCORES.read_text(encoding="utf-8"))]


def real_reports() -> Iterable[str]:
    """False names in real texts, roughly: what is found and stands in no field of the truth."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(REAL_REPORTS.glob("*.txt"))]
    if not texts:
        return
    truth = " ".join(path.read_text("utf-8") for path in sorted(REAL_REPORTS.glob("*.json")))
    found = [name.text for names in find_names(texts) for name in names]
    other = sum(name not in truth for name in found)
    words = sum(len(text.split()) for text in texts)
    yield f"real reports: {len(found)} names, {other} not in the truth, of {words} words"


def line(score: Score) -> str:
    """A row as it is printed."""
    return (
        f"{score.texts:<18} {score.way:<16} names {score.names:>4}  P {score.precision:.4f}  "
        f"R {score.recall:.4f}  false per 5,000 words {score.false_per_5000:.2f}  "
        f"nobody's {score.strangers_per_5000:.2f}"
    )


def all_examples() -> list[Example]:
    """Every text that is measured, for the timing."""
    return [*read_examples(CORPUS / "dev.jsonl"), *read_part(HELD_OUT[0], "reports")]


def main() -> None:
    """Print, and store if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="store the scores and the card")
    options = parser.parse_args()
    scores = evaluate()
    for printed in [*map(line, scores), *real_reports()]:
        sys.stdout.write(printed + "\n")
    if options.write:
        rows = [asdict(score) for score in scores]
        SCORES.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        write_card(rows)


if __name__ == "__main__":
    main()
