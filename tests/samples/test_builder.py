"""The samples are fresh, whole, and set the way the form is."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from samples import ContentError, ReportContent, render
from samples.build import FOLDER, built, sources
from samples.content import MarkStyle, plain
from samples.letter_table_dump import LIST_ITEM, NARRATIVE
from samples.text_dump import WIDEST, rows
from spur_extract.catalogue import load_catalogue

CATALOGUE = load_catalogue()
SOURCES = sources()
NEWER = [name for name, content in SOURCES.items() if content.edition != "letter-table"]
MARK = re.compile(r"^(?:(?:☒|☐|\[x\]|\[ \]|X) )+")

each_sample = pytest.mark.parametrize("name", SOURCES)
each_newer_sample = pytest.mark.parametrize("name", NEWER)


def text_of(name: str) -> str:
    return (FOLDER / "text" / f"{name}.txt").read_text(encoding="utf-8")


def tight(text: str) -> str:
    """Without spaces, line ends and hyphens: what line breaking does not touch."""
    return re.sub(r"[\s-]+", "", plain(text))


def own_texts(content: ReportContent) -> Iterator[str]:
    """Everything that the source says, a paragraph at a time."""
    if content.cover:
        yield from (content.cover.clinic, content.cover.specialty, *content.cover.inspectors)
        yield content.cover.printed_date or content.cover.date.isoformat()
        yield from content.cover.regulations
    yield from (*content.strengths, *content.weaknesses, *content.improvements)
    for area in content.areas.values():
        yield from area.paragraphs
    for item in content.plan:
        yield from item.planned_action
        parts = (item.due, item.responsible, item.follow_up_due, item.follow_up_responsible)
        yield from (part.text for part in parts if part.text)


def test_there_are_samples_of_every_edition() -> None:
    assert len(SOURCES) >= 5
    editions = {content.edition for content in SOURCES.values()}
    assert editions == {edition.id for edition in CATALOGUE.editions}


def test_committed_files_are_fresh() -> None:
    expected = built()
    found = {*FOLDER.glob("text/*"), *FOLDER.glob("truth/*")}
    assert found == set(expected), "run python -m samples"
    stale = [path.name for path, text in expected.items() if path.read_text("utf-8") != text]
    assert not stale, "run python -m samples"


def test_register_lists_exactly_the_files_there_are() -> None:
    rows = re.findall(
        r"^\| `(text/.+?)` \| `(sources/.+?)` \| (.+) \|$",
        (FOLDER / "README.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    assert all(purpose.strip() for *_, purpose in rows)
    assert [text for text, *_ in rows] == [f"text/{name}.txt" for name in sorted(SOURCES)]
    assert [source for _, source, _ in rows] == [f"sources/{name}.toml" for name in sorted(SOURCES)]


@each_sample
def test_every_text_of_the_source_stands_in_the_dump(name: str) -> None:
    dump = tight(text_of(name))
    missing = [text for text in own_texts(SOURCES[name]) if tight(text) not in dump]
    assert not missing


@each_newer_sample
def test_no_line_is_wider_than_the_page(name: str) -> None:
    lines = text_of(name).split("\n")
    assert not [line for line in lines if not WIDEST.holds(MARK.sub("", line.strip()))]


def test_no_line_of_the_older_form_is_wider_than_its_measure() -> None:
    text, _, lists = text_of("letter-table").rpartition("Styrkor")
    for line in text.split("\n"):
        # the letter before a title or option stands in a column of its own
        assert NARRATIVE.holds(re.sub("^[A-H] ", "", line.strip()))
    for line in lists.split("\n"):
        assert LIST_ITEM.holds(line.strip())


@each_newer_sample
def test_pages_are_parted_and_lines_spaced_as_in_real_dumps(name: str) -> None:
    text = text_of(name)
    assert text.startswith("\n" if SOURCES[name].cover else " ")
    assert text.endswith("\n\n\n")
    pages = text.rstrip("\n").split("\n\n\n\n")
    assert len(pages) >= 5
    for page in pages:
        assert "\n\n\n" not in page.strip("\n")
        assert 1 <= len([line for line in page.split("\n") if line.strip()]) <= 45


@each_newer_sample
def test_a_page_gives_its_left_stream_before_its_right_one(name: str) -> None:
    content = SOURCES[name]
    page = next(page for page in text_of(name).split("\n\n\n\n") if "STRUKTUR" in page)
    in_rows = page.index("Tjänstgöringen är tillräckligt") < page.index("Gradering")
    assert in_rows == (content.marks is not None)


@each_newer_sample
def test_each_row_has_something_to_print(name: str) -> None:
    printed = list(rows(SOURCES[name], CATALOGUE))
    assert printed
    assert all(row.head or row.body for row in printed)


def page_ends(name: str) -> list[tuple[str, str]]:
    """The last line of each page with the first line of the next."""
    pages = text_of(name).split("\n\n\n\n")
    return [(page.split("\n")[-1], after.split("\n")[0]) for page, after in pairwise(pages)]


def test_planned_actions_run_over_page_ends() -> None:
    """One of them in the middle of a paragraph, one between two."""
    actions = [item.planned_action for item in SOURCES["single-long-plan"].plan]
    ends = page_ends("single-long-plan")
    over = [f"{foot} {head}" for foot, head in ends]
    assert any(line in paragraph for line in over for action in actions for paragraph in action)
    assert any(
        first.endswith(foot) and second.startswith(head)
        for foot, head in ends
        for action in actions
        for first, second in pairwise(action)
    )


def test_a_label_at_a_page_foot_is_printed_again() -> None:
    repeated = {foot for foot, head in page_ends("single-long-plan") if foot == head}
    assert {"Planerad åtgärd", "Ansvarig för uppföljningen"} <= repeated


def test_form_statements_are_quoted_in_the_dual_sample() -> None:
    content = SOURCES["dual-cover"]
    statements = {statement.text for statement in CATALOGUE.statements}
    assert statements & {text for area in content.areas.values() for text in area.narrative}
    assert statements & set(content.strengths)


@pytest.mark.parametrize(
    ("style", "yes", "no"),
    [
        (MarkStyle.BOX, "☒ Tjänst", "☐ Det finns rutiner"),
        (MarkStyle.BRACKET, "[x] Tjänst", "[ ] Det finns rutiner"),
        (MarkStyle.CROSS, "X Tjänst", "\nDet finns rutiner"),
    ],
)
def test_marks_can_be_shown_in_three_ways(style: MarkStyle, yes: str, no: str) -> None:
    content = SOURCES["single-marked"].model_copy(update={"marks": style})
    text = render(content, CATALOGUE).text
    assert yes in text
    assert no in text


def test_content_that_the_form_cannot_print_is_refused() -> None:
    letter = SOURCES["letter-table"].model_copy(update={"marks": MarkStyle.BOX})
    with pytest.raises(ContentError):
        render(letter, CATALOGUE)
    marked = SOURCES["single-marked"]
    area = marked.areas["A"].model_copy(update={"unfulfilled": {"": (5,)}})
    with pytest.raises(ContentError, match="area A"):
        render(marked.model_copy(update={"areas": {"A": area}}), CATALOGUE)
    item = marked.plan[0].model_copy(update={"area": "D"})
    with pytest.raises(ContentError, match="area D"):
        render(marked.model_copy(update={"plan": (item,)}), CATALOGUE)
    with pytest.raises(KeyError):
        render(marked.model_copy(update={"edition": "none"}), CATALOGUE)
