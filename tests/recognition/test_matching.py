"""Every entry of the catalogue is recognised in print, damaged or not; what is like it is not."""

import random
from collections.abc import Callable

import pytest

from spur_extract.catalogue import Entry, EntryKind, load_catalogue
from spur_extract.layout.lines import LaidLine, lay_out
from spur_extract.pipeline import parse_bytes
from spur_extract.reading.text import read_text
from spur_extract.recognition.matching import Match, Matcher, resolve
from spur_extract.recognition.thresholds import LEAD_LENGTH

CATALOGUE = load_catalogue()
MATCHER = Matcher(CATALOGUE.entries, CATALOGUE.wording.negations)
FORMS = [(entry, form) for entry in CATALOGUE.entries for form in entry.forms]
LONG_FORMS = [(entry, form) for entry, form in FORMS if len(form) > LEAD_LENGTH + 6]
STATEMENTS = [entry for entry in CATALOGUE.entries if entry.kind is EntryKind.STATEMENT]
each_form = pytest.mark.parametrize(
    ("entry", "form"),
    FORMS,
    ids=[f"{entry.id}-{number}" for number, (entry, _) in enumerate(FORMS)],
)
each_long_form = pytest.mark.parametrize(
    ("entry", "form"),
    LONG_FORMS,
    ids=[f"{entry.id}-{number}" for number, (entry, _) in enumerate(LONG_FORMS)],
)


def laid(text: str) -> tuple[LaidLine, ...]:
    return lay_out(read_text(text.encode(), "printed.txt"))


def found(text: str) -> list[Match]:
    return resolve(MATCHER.matches(laid(text)))


def assert_recognised(entry: Entry, printed: str) -> None:
    """That all of `printed` is taken for the entry, or for one with the same words."""
    lines = laid(printed)
    same = [m.entry for m in MATCHER.matches(lines) if (m.first, m.last) == (0, len(lines) - 1)]
    assert entry in same
    best = found(printed)
    assert [(m.first, m.last) for m in best] == [(0, len(lines) - 1)]
    assert best[0].entry.forms[0].casefold() in {other.forms[0].casefold() for other in same}


@each_form
def test_as_printed(entry: Entry, form: str) -> None:
    assert_recognised(entry, form)


def wrapped(text: str, width: int) -> str:
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n\n".join([*lines, line])


def letters_spaced(text: str) -> str:
    return " ".join(text)


def shouted(text: str) -> str:
    return text.upper()


def unpunctuated(text: str) -> str:
    return text.rstrip(".:").replace(",", "")


@each_long_form
@pytest.mark.parametrize("change", [letters_spaced, shouted, unpunctuated])
def test_in_other_dress(entry: Entry, form: str, change: Callable[[str], str]) -> None:
    assert_recognised(entry, change(form))


@each_long_form
@pytest.mark.parametrize("width", [34, 50, 85])
def test_wrapped(entry: Entry, form: str, width: int) -> None:
    assert_recognised(entry, wrapped(form, width))


@each_long_form
@pytest.mark.parametrize("seed", range(4))
def test_with_a_few_letters_changed(entry: Entry, form: str, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    places = [place for place, letter in enumerate(form) if letter.isalpha() and place > 2]
    letters = list(form)
    for place in chance.sample(places, max(1, len(form) // 40)):
        letters[place] = chance.choice(["", "q", letters[place] * 2])
    assert_recognised(entry, "".join(letters))


@pytest.mark.parametrize("entry", STATEMENTS, ids=lambda entry: entry.id)
def test_the_opposite_is_no_statement(entry: Entry) -> None:
    first, *others = entry.text.split()
    assert found(" ".join([first, "inte", *others])) == []
    assert found(" ".join([*others[:2], "aldrig", *others[2:]]).capitalize()) == []


@pytest.mark.parametrize("entry", STATEMENTS, ids=lambda entry: entry.id)
def test_a_sentence_around_a_statement_is_no_statement(entry: Entry) -> None:
    quoted = (
        f"Vi läste i förra rapporten att {entry.text[0].lower()}{entry.text[1:]} Så är det nog."
    )
    assert found(wrapped(quoted, 88)) == []


def test_one_word_tells_two_statements_apart() -> None:
    text = "Det individuella utbildningsprogrammet innehåller planerade {} utbildningsaktiviteter."
    internal, external = found(text.format("interna")), found(text.format("externa"))
    assert [match.entry.id for match in internal] == ["statement:F.internal-education-planned"]
    assert [match.entry.id for match in external] == ["statement:F.external-education-planned"]


@pytest.mark.parametrize(
    "line",
    [
        "Styrka",
        "Svaghet",
        "styrkor",
        "Styrkor och svagheter",
        "Föreskrift (endast 2019)",
        "2015 2016",
        "Datum för uppföljningen den 3 maj",
        "Planerad åtgärd Vi ser över schemat.",
        "Graderingen",
        "Socialstyrelsens föreskrifter följs.",
        "E. Socialstyrelsens föreskrifter följs.",
        "Lokaler",
        "I",
    ],
)
def test_what_only_resembles_form_text(line: str) -> None:
    assert found(line) == []


def test_an_area_letter_is_not_swallowed_by_the_option_below_it() -> None:
    matches = found("B\n\nB. Socialstyrelsens föreskrifter och allmänna råd följs.")
    assert [match.entry.id for match in matches] == ["letter:B", "option:B"]


def test_words_behind_form_text_are_an_excess() -> None:
    printed = "B. Socialstyrelsens föreskrifter och allmänna råd följs. Se nedan"
    (match,) = found(printed)
    assert (match.entry.id, match.excess) == ("option:B", len("senedan"))


def test_a_line_in_the_midst_of_form_text_is_none_of_it() -> None:
    printed = (
        "C. Socialstyrelsens föreskrifter följs. Allmänna råd följs i väsentliga delar\n\n"
        "Sommaren 2026\n\nmen brister förekommer. Åtgärder rekommenderas."
    )
    (match,) = found(printed)
    assert (match.first, match.last, match.strangers) == (0, 2, frozenset({1}))
    assert match.similarity == 100


@pytest.mark.parametrize(
    "title",
    ["HANDLEDNING OCH KOMPETENSBEDÖMNING", "E HANDLEDNING OCH KOMPETENSBEDÖMNING"],
)
def test_a_title_in_capitals_keeps_its_first_letter(title: str) -> None:
    above = "STRUKTUR\n\nA. Verksamheten\n\nBra.\n\nFöreskrift"
    text = f"{above}\n\nPROCESS\n\n{title}\n\nSamtal hålls.\n\nFöreskrift"
    area = parse_bytes(text.encode(), "capitals.txt").areas[-1]
    assert area.title == "HANDLEDNING OCH KOMPETENSBEDÖMNING"
