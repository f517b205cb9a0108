"""Writes `corpus/train.jsonl` and `corpus/dev.jsonl` from the frames; see `corpus/README.md`.

`python -m models.write_corpus`. The same seed and the same Faker give the same bytes.
"""

import textwrap
from collections.abc import Iterator
from random import Random

from models.corpus_files import CORPUS, Example, write_examples
from models.frames import Filler, MarkedText, joined, read_frames
from models.marked_texts import read_marked
from models.people import ListedPeople, People
from spur_extract.catalogue.loader import load_catalogue

SEED = 20261122
TRAIN_TEXTS, FIELD_ROUNDS = 1800, 14
DEV_REPORTS, DEV_FIELDS = 20, 500
WIDTHS = (72, 80, 88, 96)


def train_examples() -> Iterator[Example]:
    """Paragraphs with and without names, single lines, fields, and the wording of the form."""
    random = Random(SEED)  # noqa: S311
    filler = Filler("train", People(random), random)
    named, nameless = read_frames("train_named.txt"), read_frames("train_nameless.txt")
    for _ in range(TRAIN_TEXTS):
        count = random.choice((1, 1, 2, 3, 5))
        share = random.choice((0.0, 0.0, 0.3, 0.6, 1.0))
        chosen = [
            random.choice(named if random.random() < share else nameless) for _ in range(count)
        ]
        texts = [filler.fill(frame) for frame in chosen]
        yield _example("report", joined(texts, random.choice((" ", " ", "\n"))))
    for _ in range(FIELD_ROUNDS):
        for frame in read_frames("train_fields.txt"):
            yield _example("field", filler.fill(frame))
    for text in form_wording():
        yield Example(kind="report", text=text, persons=())


def form_wording() -> list[str]:
    """What the form prints: never a name."""
    return sorted({form for entry in load_catalogue().entries for form in entry.forms})


def dev_examples() -> Iterator[Example]:
    """Whole reports and fields, with names, frames, towns and units training never shows."""
    random = Random(SEED + 1)  # noqa: S311
    people = ListedPeople(random, list(read_frames("dev_names.txt")))
    filler = Filler("dev", people, random)
    for number in range(DEV_REPORTS):
        yield _example("report", _report(filler, random, named=number % 3 != 0))
    frames = read_frames("dev_fields.txt")
    for number in range(DEV_FIELDS):
        yield _example("field", filler.fill(frames[number % len(frames)]))
    for marked in read_frames("dev_marked_fields.txt"):
        yield read_marked("field", marked)
    for marked in read_frames("dev_marked_reports.txt"):
        yield read_marked("report", marked)


def _report(filler: Filler, random: Random, *, named: bool) -> MarkedText:
    """Cover, list items and narratives; every third report has names on the cover only."""
    nameless = read_frames("dev_nameless.txt")
    long = [frame for frame in nameless if len(frame) > 150]
    short = [frame for frame in nameless if len(frame) <= 150]
    cover = ["Klinik", "{C}, {H}", "Datum", "{YEAR}-03-14", "Inspektörer", "{P1} och {P2}"]
    items = [*cover, "Styrkor", *random.sample(short, 12), "Svagheter", *random.sample(short, 10)]
    narratives = random.sample(long, 14)
    if named:
        people = random.sample(read_frames("dev_named.txt"), 7)
        narratives = [
            f"{text} {extra}" for text, extra in zip(narratives, [*people, *[""] * 7], strict=True)
        ]
    lines = [filler.fill("\n".join(items))]
    lines += [_wrapped(filler.fill(text.strip()), random.choice(WIDTHS)) for text in narratives]
    return joined(lines, "\n\n")


def _wrapped(marked: MarkedText, width: int) -> MarkedText:
    """The paragraph in lines of a width; every blank that becomes a line end keeps its place."""
    lines = textwrap.wrap(marked.text, width, break_long_words=False, break_on_hyphens=False)
    return MarkedText("\n".join(lines), marked.persons)


def _example(kind: str, marked: MarkedText) -> Example:
    return Example(kind=kind, text=marked.text, persons=marked.persons)


def main() -> None:
    """Write both parts."""
    write_examples(CORPUS / "train.jsonl", train_examples())
    write_examples(CORPUS / "dev.jsonl", dev_examples())


if __name__ == "__main__":
    main()
