"""Whatever a report says, its dump says it whole, and on pages that hold it."""

import re
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings

from samples import ReportContent, render
from samples.content import plain
from samples.pages import Page, paginate
from samples.text_dump import PAGE_HEIGHT, rows
from tests.samples.contents import CATALOGUE, newer_reports, older_reports

unhurried = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def tight(text: str) -> str:
    return re.sub(r"[\s-]+", "", plain(text))


def own_texts(content: ReportContent) -> Iterator[str]:
    yield from (*content.strengths, *content.weaknesses, *content.improvements)
    for area in content.areas.values():
        yield from area.paragraphs
    for item in content.plan:
        yield from item.planned_action


def pages_of(content: ReportContent) -> tuple[Page, ...]:
    return paginate(rows(content, CATALOGUE), PAGE_HEIGHT)


@given(newer_reports())
@unhurried
def test_newer_dumps_hold_every_text(content: ReportContent) -> None:
    dump = tight(render(content, CATALOGUE).text)
    assert [text for text in own_texts(content) if tight(text) not in dump] == []


@given(older_reports())
@unhurried
def test_older_dumps_hold_every_text(content: ReportContent) -> None:
    dump = tight(render(content, CATALOGUE).text)
    assert [text for text in own_texts(content) if tight(text) not in dump] == []


@given(newer_reports())
@unhurried
def test_no_page_holds_more_than_fits(content: ReportContent) -> None:
    for page in pages_of(content):
        assert sum(cell.height for cell in page) <= PAGE_HEIGHT + 1  # the gap below the last cell


@given(newer_reports())
@unhurried
def test_truth_and_dump_do_not_depend_on_chance(content: ReportContent) -> None:
    first, second = render(content, CATALOGUE), render(content, CATALOGUE)
    assert first == second
    assert first.truth.to_json() == second.truth.to_json()
