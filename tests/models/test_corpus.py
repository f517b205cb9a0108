"""The corpus: marks fit the texts, and dev shares nothing with training that would flatter it."""

from random import Random

import pytest

from models.corpus_files import CORPUS, Example, read_examples
from models.frames import Filler, joined, read_frames
from models.marked_texts import HELD_OUT, LOOKED_AT, read_marked, read_part
from models.people import ListedPeople, Person
from models.write_corpus import dev_examples, train_examples

PARTS = (
    "train.jsonl",
    "dev.jsonl",
    *(f"{part}/{kind}.jsonl" for part in HELD_OUT + LOOKED_AT for kind in ("fields", "reports")),
)


@pytest.mark.parametrize("part", PARTS)
def test_marks_are_names(part: str) -> None:
    for example in read_examples(CORPUS / part):
        for start, end in example.persons:
            name = example.text[start:end]
            assert name == name.strip()
            assert any(character.isalpha() for character in name)
            assert not any(character.isdigit() for character in name)


def test_corpus_is_what_the_frames_give() -> None:
    assert list(read_examples(CORPUS / "train.jsonl")) == list(train_examples())
    assert list(read_examples(CORPUS / "dev.jsonl")) == list(dev_examples())


def test_held_out_is_large_enough() -> None:
    for part in HELD_OUT:
        assert len(read_part(part, "fields")) >= 240
        assert len(read_part(part, "reports")) >= 20


def test_nothing_held_out_is_looked_at() -> None:
    held_out = {text.text for part in HELD_OUT for text in read_part(part, "reports")}
    assert held_out.isdisjoint(
        text.text for part in LOOKED_AT for text in read_part(part, "reports")
    )


@pytest.mark.parametrize("kind", ["named", "nameless", "fields"])
def test_no_frame_is_in_both_parts(kind: str) -> None:
    train = {frame for frame in read_frames(f"train_{kind}.txt") if len(frame) > 40}
    assert train.isdisjoint(read_frames(f"dev_{kind}.txt"))


def test_most_training_paragraphs_name_nobody() -> None:
    reports = [example for example in train_examples() if example.kind == "report"]
    assert sum(not example.persons for example in reports) > 0.4 * len(reports)


class _OnePerson(ListedPeople):
    def draw(self) -> Person:
        return Person("Ann-Sofi", "af Ek")


@pytest.mark.parametrize(
    ("frame", "text", "names"),
    [
        ("{P1}s rum", "Ann-Sofi af Eks rum", ["Ann-Sofi af Ek"]),
        ("dr {S1} och {G1}", "dr af Ek och Ann-Sofi", ["af Ek", "Ann-Sofi"]),
        ("{F1}, {UP1}", "A. af Ek, ANN-SOFI AF EK", ["A. af Ek", "ANN-SOFI AF EK"]),
    ],
)
def test_frames_are_filled_and_marked(frame: str, text: str, names: list[str]) -> None:
    random = Random(1)  # noqa: S311
    marked = Filler("dev", _OnePerson(random, []), random).fill(frame)
    twice = joined([marked, marked], "\n")
    assert marked.text == text
    assert [marked.text[start:end] for start, end in marked.persons] == names
    assert [twice.text[start:end] for start, end in twice.persons] == names * 2


def test_marked_text_is_read() -> None:
    example = read_marked("field", "[[Anna Ek]]s rum, dr [[Ek]]")
    assert example == Example(kind="field", text="Anna Eks rum, dr Ek", persons=((0, 7), (17, 19)))


def test_open_marks_are_refused() -> None:
    with pytest.raises(ValueError, match="left open"):
        read_marked("field", "[[Anna Ek]] och [[Bo")
