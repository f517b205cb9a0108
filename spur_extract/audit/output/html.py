"""The findings as one HTML file that needs nothing else: no network, no fonts, no libraries.

Without scripts it is a plain list; with them the list can be filtered. Its content security policy
allows exactly its own style and script, so that nothing a report says could ever run.
"""

import tomllib
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from typing import Final, TextIO

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pydantic import BaseModel, ConfigDict

from spur_extract.audit.explanations import explanation_of
from spur_extract.audit.model import Finding, Language, Level, Rule
from spur_extract.audit.output.scope_lines import scope_lines
from spur_extract.audit.scope import Scope

CHUNK: Final = 256
"""Pieces of the page that are written at once."""
NO_YEAR: Final = "-"


class PageWords(BaseModel):
    """What the page says in one language."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    heading: str
    intro: str
    nothing: str
    summary: str
    levels: dict[Level, str]
    level: str
    rule: str
    count: str
    filters: str
    all: str
    unit: str
    year: str
    search: str
    clear: str
    shown: str
    findings: str
    whole_archive: str
    unknown_unit: str
    unknown_year: str
    page: str
    place: str
    no_quote: str
    rules: str
    to_rule: str


@dataclass(frozen=True, slots=True)
class _Row:
    level: Level
    code: str
    message: str
    quote: str | None
    page: int | None
    pointer: str


@dataclass(frozen=True, slots=True)
class _Section:
    """The findings of one report; of the archive as a whole `path` is empty."""

    heading: str
    path: str
    unit: str | None
    year: str
    rows: Iterator[_Row]


@dataclass(frozen=True, slots=True)
class _RuleSummary:
    code: str
    title: str
    explanation: str
    level: Level
    count: int


def write_html(
    findings: Iterable[Finding],
    stream: TextIO,
    language: Language = Language.SV,
    rules: Iterable[type[Rule]] | None = None,
    scope: Callable[[], Scope] | None = None,
) -> None:
    """Write the page to a UTF-8 stream; `rules` tell the titles, by default all there are, and
    `scope`, asked once all findings have come, what the audit was about."""
    ordered = sorted(findings, key=_order)
    known = {rule.code: rule for rule in (_all_rules() if rules is None else rules)}
    css, script = _own_file("page.css"), _own_file("page.js")
    levels = Counter(finding.level for finding in ordered)
    words = load_page_words()[language]
    page = _environment().get_template("page.html.jinja")
    pieces = page.stream(
        language=language.value,
        policy=_policy(css, script),
        words=words,
        about=list(scope_lines(scope(), language)) if scope else [],
        css=Markup(css),  # noqa: S704 - the package's own file
        script=Markup(script),  # noqa: S704 - the package's own file
        total=len(ordered),
        levels=[(level, levels[level]) for level in Level if levels[level]],
        rules=_summaries(ordered, known, language),
        units=sorted({finding.unit for finding in ordered if finding.unit}),
        years=sorted({_year(finding) for finding in ordered if finding.report}, reverse=True),
        sections=_sections(ordered, words, language),
    )
    pieces.enable_buffering(CHUNK)
    stream.writelines(pieces)


@cache
def load_page_words() -> dict[Language, PageWords]:
    """The words by language; raises pydantic.ValidationError when the file is malformed."""
    languages = tomllib.loads(_own_file("page_words.toml"))
    return {Language(name): PageWords.model_validate(it) for name, it in languages.items()}


def _own_file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("spur_extract.audit", "output"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _policy(css: str, script: str) -> str:
    style_hash, script_hash = (
        b64encode(sha256(text.encode()).digest()).decode() for text in (css, script)
    )
    return (
        f"default-src 'none'; style-src 'sha256-{style_hash}'; script-src 'sha256-{script_hash}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _sections(
    ordered: Iterable[Finding], words: PageWords, language: Language
) -> Iterator[_Section]:
    for path, group in groupby(ordered, key=lambda finding: finding.report):
        findings = list(group)
        first = findings[0]
        yield _Section(
            heading=_heading(first, words),
            path=path,
            unit=first.unit,
            year=_year(first) if path else "",
            rows=(_row(finding, language) for finding in findings),
        )


def _heading(finding: Finding, words: PageWords) -> str:
    if not finding.report:
        return words.whole_archive
    unit = finding.unit or words.unknown_unit
    return f"{unit}, {finding.inspected.isoformat()}" if finding.inspected else unit


def _row(finding: Finding, language: Language) -> _Row:
    return _Row(
        level=finding.level,
        code=finding.code,
        message=finding.text(language),
        quote=finding.quote,
        page=finding.place.page if finding.place else None,
        pointer=finding.pointer,
    )


def _summaries(
    findings: Iterable[Finding], rules: dict[str, type[Rule]], language: Language
) -> list[_RuleSummary]:
    """The rules that found something, the worst first; each by the worst level it was found at."""
    counts: Counter[str] = Counter()
    levels: dict[str, Level] = {}
    for finding in findings:
        counts[finding.code] += 1
        worst = levels.setdefault(finding.code, finding.level)
        levels[finding.code] = min(worst, finding.level, key=lambda level: level.rank)
    summaries = [
        _RuleSummary(
            code=code,
            title=_title(rules.get(code), language),
            explanation=explanation_of(rules[code], language) if code in rules else "",
            level=levels[code],
            count=count,
        )
        for code, count in counts.items()
    ]
    return sorted(summaries, key=lambda it: (it.level.rank, it.code))


def _title(rule: type[Rule] | None, language: Language) -> str:
    if rule is None:
        return ""
    return rule.title_sv if language is Language.SV else rule.title


def _year(finding: Finding) -> str:
    return str(finding.inspected.year) if finding.inspected else NO_YEAR


def _order(finding: Finding) -> tuple[str, int, str, str]:
    return finding.report, finding.level.rank, finding.code, finding.pointer


def _all_rules() -> Iterable[type[Rule]]:
    from spur_extract.audit.registry import all_rules  # noqa: PLC0415 - it knows all of the audit

    return all_rules()
