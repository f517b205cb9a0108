"""The HTML page: one file, safe whatever reports say, and a list that can be read by anybody."""

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from io import StringIO

import pytest

from spur_extract.audit.model import Finding, Language, Level
from spur_extract.audit.output.html import load_page_words, write_html
from spur_extract.audit.rules.archive_rules import ARCHIVE_RULES
from tests.audit.findings import FOUND as FINDING

HOSTILE = (
    "</script><script>alert(1)</script><img src=x onerror=alert(2)> & \" ' {{ 7 * 7 }} {% x %}"
)
VOID = frozenset({"meta", "input", "option", "br", "img"})
FOUND = replace(FINDING, quote="Maj 2025")
SILENT = replace(FOUND, report="json/b.json", unit=None, inspected=None, quote=None, place=None)
WHOLE = replace(
    SILENT, report="", report_id="", pointer="", code="SPUR851", level=Level.INFO, message="Per år"
)


class Page(HTMLParser):
    """What a browser would see: elements with attributes, texts, and whether all are closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID or (tag == "option" and "selected" in dict(attrs)):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.open[-1] if self.open else "", data.strip()))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of each element of a kind."""
        return [attributes for name, attributes in self.elements if name == tag]

    def said(self, tag: str) -> list[str]:
        """The texts right within elements of a kind."""
        return [text for within, text in self.texts if within == tag]


def written(*findings: Finding, language: Language = Language.SV) -> str:
    """The page as text."""
    stream = StringIO()
    write_html(findings, stream, language, ARCHIVE_RULES)
    return stream.getvalue()


def test_every_finding_is_a_row_that_opens_its_source() -> None:
    page = Page(written(FOUND, SILENT, WHOLE))
    assert page.open == []
    assert len(page.all("details")) == len(page.all("summary")) == 3
    assert page.said("blockquote") == ["Maj 2025"]
    text = " ".join(text for _, text in page.texts)
    for part in ("Sida 3", "json/a.json", "Norrtuna lasarett, 2025-03-04", "Arkivet som helhet"):
        assert part in text
    assert text.index("Arkivet som helhet") < text.index("json/a.json") < text.index("json/b.json")


def test_counts() -> None:
    page = Page(written(FOUND, FOUND, SILENT, WHOLE))
    cells = [text for tag, text in page.texts if tag == "td"]
    assert Counter(cells)["3"] == 2  # of the level, and of its rule
    assert page.said("output") == ["4"]


def test_swedish_by_default_and_english_when_asked() -> None:
    stream = StringIO()
    write_html([FOUND], stream, rules=ARCHIVE_RULES)
    swedish, english = stream.getvalue(), written(FOUND, language=Language.EN)
    assert '<html lang="sv">' in swedish
    assert "Åtgärden skulle vara klar" in swedish
    assert "En åtgärd är försenad" in swedish
    assert '<html lang="en">' in english
    assert "The action was due" in english
    assert "Åtgärden skulle" not in english


def test_languages_say_the_same_things() -> None:
    words = load_page_words()
    assert set(words) == set(Language)
    assert all(set(each.levels) == set(Level) for each in words.values())


HOSTILE_FINDINGS = {
    "message": replace(FOUND, message=HOSTILE),
    "report": replace(FOUND, report=HOSTILE),
    "unit": replace(FOUND, unit=HOSTILE),
    "pointer": replace(FOUND, pointer=HOSTILE),
    "quote": replace(FOUND, quote=HOSTILE),
    "code": replace(FOUND, code=HOSTILE),
}


@pytest.mark.parametrize("finding", HOSTILE_FINDINGS.values(), ids=HOSTILE_FINDINGS.keys())
def test_what_reports_say_is_text_and_never_markup(finding: Finding) -> None:
    plain, hostile = Page(written(FOUND)), Page(written(finding))
    assert [tag for tag, _ in hostile.elements] == [tag for tag, _ in plain.elements]
    assert hostile.open == []
    texts = [text for _, text in hostile.texts]
    texts += [value or "" for _, attributes in hostile.elements for value in attributes.values()]
    assert any(HOSTILE in text for text in texts)
    assert not any("onerror" in attributes for _, attributes in hostile.elements)


def test_nothing_is_loaded_and_nothing_else_can_run() -> None:
    text = written(FOUND, SILENT)
    page = Page(text)
    assert not page.all("link") + page.all("img") + page.all("iframe")
    assert not re.search(r"https?:|//[a-z]|@import|url\(|\bfetch\b|\beval\b|innerHTML", text)
    policy = next(it["content"] for it in page.all("meta") if "http-equiv" in it) or ""
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert len(page.all("script")) == 1
    assert not any(
        name.startswith("on") or name == "style" for _, it in page.elements for name in it
    )


def test_without_scripts_the_list_is_whole_and_the_filters_stay_away() -> None:
    page = Page(written(FOUND, SILENT))
    assert [name for name, it in page.elements if "hidden" in it] == ["form"]


def test_every_field_of_the_filter_has_a_label() -> None:
    text = written(FOUND, SILENT)
    form = re.search(r"<form.*</form>", text, re.DOTALL)
    assert form is not None
    fields = re.findall(r"<(?:input|select)\b", form[0])
    labelled = re.findall(r"<label>(?:(?!</label>).)*?<(?:input|select)\b", form[0], re.DOTALL)
    assert len(fields) == len(labelled) == 5
    assert re.findall(r'name="(\w+)"', form[0]) == ["level", "code", "unit", "year", "text"]


def test_links_within_the_page_have_ends() -> None:
    page = Page(written(FOUND, WHOLE))
    targets = {it["id"] for _, it in page.elements if "id" in it}
    links = {it["href"] for it in page.all("a")}
    assert links == {"#SPUR811", "#SPUR851"}
    assert {f"#{target}" for target in targets} >= links


def test_rule_that_is_not_known_is_still_listed() -> None:
    page = Page(written(replace(FOUND, code="SPUR999")))
    assert any("SPUR999" in text for text in page.said("i"))


def test_no_findings() -> None:
    page = Page(written())
    assert "Inga fynd." in page.said("p")
    assert page.open == []


def test_page_of_20000_findings_is_of_a_reasonable_size() -> None:
    units = [f"Kliniken i stad {number}" for number in range(500)]
    findings = [
        replace(FOUND, report=f"json/{n % 4000}.json", unit=units[n % 500], message=f"Åtgärd {n}")
        for n in range(20_000)
    ]
    size = len(written(*findings).encode())
    assert size < 12_000_000
    assert size / 20_000 < 600  # bytes
