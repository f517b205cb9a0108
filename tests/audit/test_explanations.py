"""What the rules' explanations say in Swedish, and where they are told."""

import re
from dataclasses import replace
from io import StringIO
from tomllib import TOMLDecodeError

import pytest
from markupsafe import escape
from pydantic import ValidationError

from spur_extract.audit.explanations import (
    explanation_of,
    explanations_from,
    load_swedish_explanations,
)
from spur_extract.audit.model import Language, Rule
from spur_extract.audit.output.html import write_html
from spur_extract.audit.registry import all_rules
from tests.audit.findings import FOUND

NAMED = re.compile(r"SPUR\d{3}|--[a-z-]+|spur-extract [a-z]+|most-unassigned|ocrmypdf -l swe")
"""What an explanation refers to, alike in all languages."""

each_rule = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)


def page(language: Language) -> str:
    """The page on one finding of every rule."""
    stream = StringIO()
    write_html([replace(FOUND, code=rule.code) for rule in all_rules()], stream, language)
    return stream.getvalue()


def test_there_is_one_for_every_rule_by_code_and_for_nothing_else() -> None:
    assert list(load_swedish_explanations()) == [rule.code for rule in all_rules()]


@each_rule
def test_it_refers_to_the_same_as_the_english_one(rule: type[Rule]) -> None:
    swedish = explanation_of(rule, Language.SV)
    assert sorted(NAMED.findall(swedish)) == sorted(NAMED.findall(rule.explanation))


@each_rule
def test_it_is_whole_sentences_in_swedish_print(rule: type[Rule]) -> None:
    swedish = explanation_of(rule, Language.SV)
    assert swedish[0].isupper() or swedish[0] == "”"
    assert swedish.endswith((".", "NY_FIL"))
    assert not re.search(r"[\"'“„«»]|\.\.\.|  | - ", swedish)
    assert swedish.count("”") % 2 == 0


def test_the_swedish_page_tells_the_swedish_ones() -> None:
    text = page(Language.SV)
    for rule in all_rules():
        assert f"<dd>{escape(explanation_of(rule, Language.SV))}</dd>" in text
        assert escape(rule.explanation) not in text
    assert 'lang="en"' not in text


def test_the_english_page_tells_the_english_ones() -> None:
    text = page(Language.EN)
    for rule in all_rules():
        assert explanation_of(rule, Language.EN) == rule.explanation
        assert f"<dd>{escape(rule.explanation)}</dd>" in text
        assert explanation_of(rule, Language.SV) not in text


@pytest.mark.parametrize(
    "text",
    [
        'SPUR1 = "Kort kod."',
        'other = "Ingen kod."',
        'SPUR100 = ""',
        'SPUR100 = " Blanksteg först."',
        "SPUR100 = 1",
        'SPUR100 = "En."\nSPUR100 = "Två."',
        "SPUR100 =",
    ],
)
def test_a_malformed_file_is_an_error(text: str) -> None:
    with pytest.raises((ValidationError, TOMLDecodeError)):
        explanations_from(text)
