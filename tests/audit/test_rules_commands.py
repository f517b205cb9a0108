"""`rules` and `rule`: what the rules are, in both languages."""

import json
import textwrap

import pytest

from spur_extract.audit.explanations import explanation_of
from spur_extract.audit.model import Language
from spur_extract.audit.registry import all_rules, rule_of
from tests.cli.program import run

RULE = rule_of("SPUR203")


def test_the_list_is_in_swedish_unless_asked_otherwise() -> None:
    swedish, english = run("rules").out, run("rules", "--lang", "en").out
    for rule in all_rules():
        assert rule.code in swedish
        assert rule.name in swedish
        assert rule.title_sv in swedish
        assert rule.title in english
    assert "varning" in swedish
    assert "warning" in english


def test_json_has_both_languages() -> None:
    rows = json.loads(run("rules", "--format", "json").out)
    assert [row["code"] for row in rows] == [rule.code for rule in all_rules()]
    for row, rule in zip(rows, all_rules(), strict=True):
        assert row["explanation"] == rule.explanation
        assert row["explanation_sv"] == explanation_of(rule, Language.SV)


@pytest.mark.parametrize(
    ("language", "begin"),
    [
        (Language.SV, "SPUR203 area-out-of-order (varning)\n"),
        (Language.EN, "SPUR203 area-out-of-order (warning)\n"),
    ],
)
def test_a_rule_is_explained_in_the_language(language: Language, begin: str) -> None:
    told = run("rule", "spur203", "--lang", language).out
    assert told == run("rule", "area-out-of-order", "--lang", language).out
    assert told.startswith(begin)
    assert "\n".join(textwrap.wrap(explanation_of(RULE, language), 80)) in told


def test_the_beginning_of_codes_lists_the_rules_that_have_it() -> None:
    told = run("rule", "SPUR5").out
    assert [line.split()[0] for line in told.splitlines()[1:]] == [
        rule.code for rule in all_rules() if rule.code.startswith("SPUR5")
    ]
    run("rule", "SPUR99").check_error(13, "rule-unknown")
