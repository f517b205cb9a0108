"""Nothing lost, nothing invented: on generated reports and on damaged ones.

The account is checked for documents that would be refused, too: it must hold for any text.
"""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samples import ReportContent, render
from spur_extract.catalogue import Entry
from spur_extract.errors import RefusedError, UnreadableError
from spur_extract.extraction.extract import extract
from spur_extract.pipeline import parse_bytes, recognise_document
from spur_extract.reading.text import read_text
from tests.accounting import faults
from tests.samples.contents import CATALOGUE, newer_reports, older_reports

TEXTS = sorted((Path(__file__).parents[1] / "samples" / "text").glob("*.txt"))
DUMPS = [path.read_text(encoding="utf-8") for path in TEXTS]
PAGE_GAP = "\n\n\n\n"
unhurried = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))


def account(text: str) -> list[str]:
    """What is wrong with the account of `text`, be it a report or not."""
    data = text.encode()
    document = read_text(data, "any.txt")
    return faults(data, extract(document, recognise_document(document)))


@given(newer_reports() | older_reports())
@unhurried
def test_on_generated_reports(content: ReportContent) -> None:
    assert account(render(content, CATALOGUE).text) == []


def without_some_lines(text: str, chance: random.Random) -> str:
    return "\n".join(line for line in text.split("\n") if not line or chance.random() > 0.1)


def lines_shuffled(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    for _ in range(20):
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def letters_changed(text: str, chance: random.Random) -> str:
    return "".join(
        chance.choice("abcåäö -.•☒\t\u00ad")
        if letter.isalpha() and chance.random() < 0.03
        else letter
        for letter in text
    )


def pages_moved(text: str, chance: random.Random) -> str:
    pages = text.split(PAGE_GAP)
    chance.shuffle(pages)
    return PAGE_GAP.join(pages)


def pages_doubled(text: str, chance: random.Random) -> str:
    pages = text.split(PAGE_GAP)
    pages.insert(chance.randrange(len(pages)), chance.choice(pages))
    return PAGE_GAP.join(pages)


def cut_off(text: str, chance: random.Random) -> str:
    return text[: chance.randrange(1, len(text))].rstrip() + "x"


def beginning_lost(text: str, chance: random.Random) -> str:
    return text[chance.randrange(len(text) - 1) :] + "x"


def line_ends_lost(text: str, chance: random.Random) -> str:
    return "".join(" " if letter == "\n" and chance.random() < 0.2 else letter for letter in text)


DAMAGES: list[Callable[[str, random.Random], str]] = [
    without_some_lines,
    lines_shuffled,
    letters_changed,
    pages_moved,
    pages_doubled,
    cut_off,
    beginning_lost,
    line_ends_lost,
]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@given(sample=st.sampled_from(range(len(DUMPS))), seed=st.integers(0, 10**6))
@settings(unhurried, max_examples=25)
def test_on_damaged_reports(
    damage: Callable[[str, random.Random], str], sample: int, seed: int
) -> None:
    damaged = damage(DUMPS[sample], random.Random(seed))  # noqa: S311 - nothing secret
    assert account(damaged) == []


@given(st.lists(st.sampled_from([*CATALOGUE.entries]), max_size=40), st.data())
@unhurried
def test_on_form_text_in_any_order(entries: list[Entry], data: st.DataObject) -> None:
    """Form text strewn among free text, in orders that no report has."""
    free = st.text(alphabet="abcdeåäö ABC.,-•12\n", min_size=1, max_size=60)
    forms = [data.draw(st.sampled_from(entry.forms)) for entry in entries]
    parts = [part for form in forms for part in (form, data.draw(free))]
    assert account("x" + "\n\n".join(parts)) == []


@given(st.binary(min_size=1, max_size=400) | st.text(min_size=1, max_size=400).map(str.encode))
@settings(unhurried, max_examples=150)
def test_anything_else_is_a_typed_error(data: bytes) -> None:
    with pytest.raises((RefusedError, UnreadableError)):
        parse_bytes(data, "anything")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_report_cut_off_anywhere_is_read_or_refused(path: Path) -> None:
    dump = path.read_text(encoding="utf-8")
    for end in range(40, len(dump), 611):
        if not dump[:end].strip():
            continue
        try:
            report = parse_bytes(dump[:end].encode(), "cut.txt")
        except RefusedError:
            assert end < 1500
        else:
            assert faults(dump[:end].encode(), report) == []
