"""The shipped pipeline is what its scores say, loads by itself, and is small and fast enough."""

import json
import subprocess
import sys
import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest

from benchmarks.model import FEWEST_WORDS, LARGEST, LONGEST_LOAD, folder_size, load_seconds
from benchmarks.model import words_per_second as measured_speed
from models.card import CARD, table, with_table
from models.corpus_files import Example
from models.evaluate import SCORES, evaluate, read_scores
from models.marked_texts import HELD_OUT
from models.measure import count
from spur_extract.language.pipeline import CHECKOUT, model_folder

ROOT = Path(__file__).parents[2]
SLACK = 3
"""The machine that runs the tests may be busy; `make bench` holds the limits themselves."""


def test_scores_are_what_the_evaluation_gives() -> None:
    assert evaluate() == read_scores()


def test_card_shows_the_stored_scores() -> None:
    card = CARD.read_text(encoding="utf-8")
    assert card == with_table(card, table([asdict(score) for score in read_scores()]))


def test_a_stale_card_is_noticed() -> None:
    card = CARD.read_text(encoding="utf-8")
    rows = [asdict(score) | {"recall": 0.5} for score in read_scores()]
    assert card != with_table(card, table(rows))


def test_stored_scores_are_complete() -> None:
    rows = json.loads(SCORES.read_text(encoding="utf-8"))
    ways = {(row["texts"], row["way"]) for row in rows}
    for part in HELD_OUT:
        assert {
            (f"{part} reports", way) for way in ("pipeline", "rules only", "trained only")
        } <= ways
        assert {(f"{part} fields", way) for way in ("pipeline", "rule for fields")} <= ways
    assert ("dev roles", "gazetteer") in ways
    assert ("dev things", "pipeline") in ways
    assert all(row["names"] >= 50 for row in rows if row["texts"] != "dev things")


@pytest.mark.parametrize("part", HELD_OUT)
def test_names_in_reports_are_as_asked_for(part: str) -> None:
    rows = json.loads(SCORES.read_text(encoding="utf-8"))
    (row,) = (r for r in rows if (r["texts"], r["way"]) == (f"{part} reports", "pipeline"))
    assert row["precision"] >= 0.95
    assert row["recall"] >= 0.95
    assert row["strangers_per_5000"] <= 1


def test_a_name_with_a_wrong_end_is_false_and_nobodys_is_more() -> None:
    text = "Anna Ek och Lund träffade Bo."
    example = Example(kind="report", text=text, persons=((0, 7), (26, 28)))
    counts = count([example], lambda _: [[(0, 4), (12, 16), (26, 28)]])
    assert (counts.found, counts.right, counts.strangers) == (3, 1, 1)
    assert counts.false_per_5000 == 2 * 5000 / 6
    assert counts.strangers_per_5000 == 5000 / 6


def test_loads_by_path_in_a_new_process() -> None:
    code = (
        "import spacy, sys\n"
        f"nlp = spacy.load({str(CHECKOUT)!r})\n"
        "doc = nlp('Studierektor Anna Ek-Holm svarar t.ex. för kurser. Hon är utbildad.')\n"
        "print([(e.text, e.label_, e.ent_id_) for e in doc.ents], len(list(doc.sents)))\n"
    )
    done = subprocess.run(
        (sys.executable, "-c", code), capture_output=True, check=True, encoding="utf-8", cwd="/"
    )
    assert done.stdout.strip() == (
        "[('Studierektor', 'ROLE', 'studierektor'), ('Anna Ek-Holm', 'PERSON', '')] 2"
    )


def test_wheel_takes_the_pipeline_along() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert included["models/sv_spur"] == "spur_extract/language/sv_spur"


def test_size() -> None:
    assert folder_size(model_folder()) <= LARGEST


def test_load_time() -> None:
    assert load_seconds() <= LONGEST_LOAD * SLACK


@pytest.mark.filterwarnings("default")
def test_speed() -> None:
    assert measured_speed() >= FEWEST_WORDS / SLACK
