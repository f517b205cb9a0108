"""All rules there are, and which of them a selection names."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from rapidfuzz import fuzz, process

from spur_extract.audit.model import ArchiveRule, ReportRule, Rule
from spur_extract.audit.rules import (
    action_items,
    action_plan,
    areas,
    cover,
    grades,
    indicators,
    lists,
    reading,
)
from spur_extract.audit.rules.archive_rules import ARCHIVE_RULES
from spur_extract.errors import RuleUnknownError

PREFIX: Final = "SPUR"
ALL: Final = "ALL"
CODE: Final = re.compile(r"(?:SPUR)[0-9]{0,3}", re.IGNORECASE)
LEAST_LIKENESS: Final = 60
"""Similarity (0–100) from which on another selector may have been meant."""


def report_rules() -> tuple[type[ReportRule], ...]:
    """The rules that look at one report, by code."""
    modules = (cover, areas, grades, indicators, action_plan, action_items, lists, reading)
    rules = [rule for module in modules for rule in module.RULES]
    return tuple(sorted(rules, key=lambda rule: rule.code))


def archive_rules() -> tuple[type[ArchiveRule], ...]:
    """The rules that compare reports, by code."""
    return tuple(sorted(ARCHIVE_RULES, key=lambda rule: rule.code))


@cache
def all_rules() -> tuple[type[Rule], ...]:
    """Every rule, by code."""
    return (*report_rules(), *archive_rules())


@cache
def all_tags() -> frozenset[str]:
    """Every tag that a rule has."""
    return frozenset(tag for rule in all_rules() for tag in rule.tags)


def rule_of(code: str) -> type[Rule]:
    """The rule of a code or name; raises `RuleUnknownError`."""
    for rule in all_rules():
        if code.casefold() in (rule.code.casefold(), rule.name):
            return rule
    known = [name for rule in all_rules() for name in (rule.code, rule.name)]
    raise _unknown(code, known)


def rules_called(name: str) -> tuple[type[Rule], ...]:
    """The rule of a code or name, or all whose codes begin so; raises `RuleUnknownError`."""
    begin = name.upper()
    if CODE.fullmatch(begin):
        rules = tuple(rule for rule in all_rules() if rule.code.startswith(begin))
        if rules:
            return rules
    return (rule_of(name),)


def is_selector(text: str) -> bool:
    """Whether the text selects rules."""
    try:
        selected_codes([text], [])
    except RuleUnknownError:
        return False
    return bool(text.strip(", "))


def selected_codes(select: Iterable[str], ignore: Iterable[str]) -> frozenset[str]:
    """The codes that are selected and not ignored.

    Where a rule is both, the more exact selector decides: a longer code before a shorter one,
    any code before a tag, and a tag before ALL; of equals, `ignore`. Raises `RuleUnknownError`
    for a selector that names no rule.
    """
    wanted, unwanted = list(_checked(select)), list(_checked(ignore))
    return frozenset(
        rule.code for rule in all_rules() if _exactness(rule, wanted) > _exactness(rule, unwanted)
    )


def _exactness(rule: type[Rule], selectors: list[str]) -> int:
    """How exactly the best of the selectors names the rule; 0 when none does."""
    return max((_names(rule, selector) for selector in selectors), default=0)


def _names(rule: type[Rule], selector: str) -> int:
    if selector == ALL:
        return 1
    if selector in rule.tags:
        return 2
    return 2 + len(selector) if rule.code.startswith(selector) else 0


def _checked(selectors: Iterable[str]) -> Iterator[str]:
    """The selectors in the spelling of the rules; several may stand in one, parted by commas."""
    for selector in selectors:
        for part in filter(None, (part.strip() for part in selector.split(","))):
            yield _known(part)


def _known(selector: str) -> str:
    code = selector.upper()
    if code == ALL or selector.casefold() in all_tags():
        return code if code == ALL else selector.casefold()
    if CODE.fullmatch(code) and any(rule.code.startswith(code) for rule in all_rules()):
        return code
    raise _unknown(selector, [ALL, *all_tags(), *(rule.code for rule in all_rules())])


def _unknown(selector: str, known: Iterable[str]) -> RuleUnknownError:
    near = process.extractOne(
        selector,
        sorted(known),
        scorer=fuzz.ratio,
        processor=str.casefold,
        score_cutoff=LEAST_LIKENESS,
    )
    hint = f" (did you mean {near[0]}?)" if near else ""
    return RuleUnknownError(f"No rule is called {selector}{hint}.")
