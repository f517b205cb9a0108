"""`python -m models.statements.evaluate`: how often the boundaries of held-out lists are found."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from models.card import with_table
from models.statements.lists import FOLDER, HELD_OUT, Triple, triples
from spur_extract.language.statements.placing import place_statements
from spur_extract.language.statements.polarity import LISTS, evidence
from spur_extract.language.statements.splits import Placed, best_split

CARD: Final = Path(__file__).parent / "README.md"
BUCKETS: Final = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99)


@dataclass(frozen=True, slots=True)
class Score:
    """Over some lists: the shares that are right, of both boundaries at once, of single
    boundaries, and of statements."""

    lists: int
    both: float
    boundaries: float
    statements: float


@dataclass(frozen=True, slots=True)
class Bucket:
    """Statements whose confidence lies from `low` on, up to the next bucket."""

    low: float
    statements: int
    confidence: float
    right: float


def by_rules(triple: Triple) -> list[Placed]:
    """The lists of a triple's statements by the hand-written cues alone."""
    return best_split([evidence(text) for text in triple.texts], LISTS, frozenset())


def by_model(triple: Triple) -> list[Placed]:
    """The lists of a triple's statements as a parse finds them."""
    return place_statements(triple.texts, [LISTS] * len(triple.texts)) or []


def score(lists: Sequence[Triple], placed: Sequence[Sequence[Placed]]) -> Score:
    """Compare what was placed with the truth."""
    both = boundaries = right = total = 0
    for triple, places in zip(lists, placed, strict=True):
        names = [place.list_name for place in places]
        right += sum(one == other for one, other in zip(names, triple.names, strict=True))
        total += len(names)
        found = [names.count(name) for name in LISTS]
        true = [triple.names.count(name) for name in LISTS]
        both += found == true
        boundaries += (found[0] == true[0]) + (found[-1] == true[-1])
    count = len(lists)
    return Score(count, both / count, boundaries / 2 / count, right / total)


def reliability(lists: Sequence[Triple], placed: Sequence[Sequence[Placed]]) -> list[Bucket]:
    """How often statements of a given confidence are right."""
    pairs = [
        (place.confidence, place.list_name == name)
        for triple, places in zip(lists, placed, strict=True)
        for place, name in zip(places, triple.names, strict=True)
    ]
    buckets = []
    for low, high in zip(BUCKETS, (*BUCKETS[1:], 1.1), strict=True):
        inside = [(sure, right) for sure, right in pairs if low <= sure < high]
        if inside:
            sure = sum(confidence for confidence, _ in inside) / len(inside)
            right = sum(was_right for _, was_right in inside) / len(inside)
            buckets.append(Bucket(low, len(inside), sure, right))
    return buckets


@dataclass(frozen=True, slots=True)
class FileScores:
    """What the rules alone and the shipped model make of one held-out file."""

    file: str
    rules: Score
    model: Score
    buckets: tuple[Bucket, ...]


def measure() -> list[FileScores]:
    """The scores of every held-out file, and how reliable its confidences are."""
    scores: list[FileScores] = []
    for path in sorted(FOLDER.glob(HELD_OUT)):
        lists = triples(path.name)
        placed = [by_model(triple) for triple in lists]
        rules = score(lists, [by_rules(triple) for triple in lists])
        buckets = tuple(reliability(lists, placed))
        scores.append(FileScores(path.stem, rules, score(lists, placed), buckets))
    return scores


def tables(scores: Sequence[FileScores]) -> str:
    """Both as Markdown."""
    lines = [
        "| lists | way | number | both boundaries right | single boundaries | statements |",
        "|---|---|---|---|---|---|",
    ]
    lines += [
        f"| `{each.file}` | {way} | {it.lists} | {it.both:.3f} | {it.boundaries:.3f} "
        f"| {it.statements:.4f} |"
        for each in scores
        for way, it in (("cues alone", each.rules), ("model", each.model))
    ]
    lines += [
        "",
        "| lists | confidence from | statements | mean confidence | share right |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| `{each.file}` | {it.low:.2f} | {it.statements} | {it.confidence:.3f} | {it.right:.3f} |"
        for each in scores
        for it in each.buckets
    ]
    return "\n".join(lines)


def main() -> None:
    """Print the tables; with --write put them into the model card, too."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write them into README.md")
    options = parser.parse_args()
    shown = tables(measure())
    sys.stdout.write(f"{shown}\n")
    if options.write:
        CARD.write_text(with_table(CARD.read_text(encoding="utf-8"), shown), encoding="utf-8")


if __name__ == "__main__":
    main()
