"""The shipped model of statements is the one that its card and its sources tell of."""

from models.card import BEGIN, END
from models.statements.evaluate import CARD, FileScores, measure, reliability, score, tables
from models.statements.lists import FOLDER, HELD_OUT, TRAINING, Triple, triples
from models.statements.train import fingerprints
from spur_extract.language.statements.classifier import load_model
from spur_extract.language.statements.splits import Placed

TRIPLE = Triple(
    id="x", specialty="", style="", strengths=("a", "b"), weaknesses=("c",), improvements=("d",)
)


def placed(names: str) -> list[Placed]:
    lists = {"s": "strengths", "w": "weaknesses", "i": "improvements"}
    return [Placed(lists[letter], 0.9) for letter in names]  # type: ignore[arg-type]


def test_the_model_was_made_from_what_lies_here() -> None:
    """Else run `python -m models.statements.train`."""
    assert load_model().card.made_from == fingerprints()


def test_the_card_holds_what_the_evaluation_gives() -> None:
    """Else run `python -m models.statements.evaluate --write`; and what the card claims holds."""
    scores = measure()
    shown = CARD.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]
    assert shown.strip() == tables(scores)
    by_file: dict[str, FileScores] = {each.file: each for each in scores}
    assert by_file["held_out_plain"].model.lists >= 200
    assert by_file["held_out_plain"].model.both >= 0.97
    assert by_file["held_out_ordinary"].model.both >= 0.9
    for each in scores:
        assert each.model.both > each.rules.both
        for bucket in each.buckets:
            if bucket.statements >= 100:
                assert abs(bucket.confidence - bucket.right) < 0.1


def test_nothing_held_out_is_trained_on() -> None:
    seen = {text.casefold() for triple in triples(TRAINING) for text in triple.texts}
    unseen = [text.casefold() for triple in triples(HELD_OUT) for text in triple.texts]
    shared = [text for text in unseen if text in seen and len(text.split()) > 3]
    assert len(shared) <= 0.005 * len(unseen)
    assert len(list(FOLDER.glob(HELD_OUT))) == 4


def test_scores() -> None:
    right = score([TRIPLE], [placed("sswi")])
    assert (right.both, right.boundaries, right.statements) == (1, 1, 1)
    one_off = score([TRIPLE], [placed("swwi")])
    assert (one_off.both, one_off.boundaries, one_off.statements) == (0, 0.5, 0.75)


def test_reliability() -> None:
    (bucket,) = reliability([TRIPLE], [placed("swwi")])
    assert (bucket.low, bucket.statements, bucket.right) == (0.9, 4, 0.75)
