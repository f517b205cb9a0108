"""The pipeline's components: tokens, sentences, titles; loaded once."""

import pytest

from spur_extract.language.components.context_words import load_context_words
from spur_extract.language.components.word_classes import WordClass, classify
from spur_extract.language.gazetteers import load_gazetteer
from spur_extract.language.parties.genitives import genitive_length
from spur_extract.language.pipeline import load_pipeline, model_folder


def test_loaded_once() -> None:
    assert load_pipeline() is load_pipeline()
    assert (model_folder() / "config.cfg").is_file()


@pytest.mark.parametrize(
    "word",
    [
        "t.ex.",
        "bl.a.",
        "leg.",
        "med.dr.",
        "ST-läkare",
        "m.m.",
        "ca",
        "dvs",
        "Ek-Holm",
        "VC:s",
        "A.",
    ],
)
def test_one_token(word: str) -> None:
    doc = load_pipeline().make_doc(f"Det är {word} här")
    assert word in [token.text for token in doc]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Handledning ges t.ex. varje vecka. Den är bra.", 2),
        ("Leg. läkare A. Ek deltog. Sedan gick hon.", 2),
        ("Det finns bl a ca 3 rum. Ett saknas!", 2),
        ("Styrkor\nGod stämning\nBra rum", 3),
        ("1. Skriv planer. 2. Följ dem.", 2),
        ("Se kap. 3.2 och 2015:8. Klart?", 2),
    ],
)
def test_sentences(text: str, count: int) -> None:
    sentences = [sent for sent in load_pipeline()(text).sents if sent.text.strip()]
    assert len(sentences) == count, [sent.text for sent in sentences]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Verksamhetschefens och vc:s ansvar", ["verksamhetschef", "verksamhetschef"]),
        ("ST läkaren och huvudansvariga handledaren", ["st-läkare", "huvudhandledare"]),
        ("Studierektorsmötet", []),
    ],
)
def test_titles_are_normalised(text: str, titles: list[str]) -> None:
    roles = [entity for entity in load_pipeline()(text).ents if entity.label_ == "ROLE"]
    assert [role.ent_id_ for role in roles] == titles


@pytest.mark.parametrize(
    ("word", "word_class"),
    [
        ("Karin", WordClass.GIVEN),
        ("Karins", WordClass.GIVEN),
        ("Anna-Karin", WordClass.GIVEN),
        ("Sten", WordClass.DOUBTFUL),
        ("Lindqvist", WordClass.SURNAME),
        ("Ek-Holm", WordClass.SURNAME),
        ("Växjö", WordClass.PLACE),
        ("Heroma", WordClass.TERM),
        ("Kirurgkliniken", WordClass.ORGANISATION),
        ("A.", WordClass.INITIAL),
        ("dr", WordClass.ADDRESS),
        ("von", WordClass.PARTICLE),
        ("rum", WordClass.NONE),
    ],
)
def test_word_classes(word: str, word_class: WordClass) -> None:
    assert classify(word) is word_class


@pytest.mark.parametrize(
    ("last", "following", "alone", "length"),
    [
        ("Eks", "rum", False, 1),
        ("Ek:s", "rum", False, 2),
        ("Karins", "ansvarar", True, 1),
        ("Lars", "rum", True, 0),
        ("Strautmanis", "ansvarar", False, 0),
        ("Brandeis", "", False, 0),
    ],
)
def test_genitives(last: str, following: str, alone: bool, length: int) -> None:
    assert genitive_length(last, following, alone=alone) == length


def test_gazetteers_contradict_each_other_nowhere() -> None:
    assert load_gazetteer("given_names").isdisjoint(load_gazetteer("doubtful_given_names"))
    assert load_gazetteer("frequent_given_names") <= load_gazetteer("given_names")
    assert load_gazetteer("surnames").isdisjoint(load_gazetteer("places"))
    for verb in load_context_words().acts:
        assert verb not in load_gazetteer("given_names")
