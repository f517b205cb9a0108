"""The catalogue loads, its parts fit together, and a faulty one is refused with all its faults."""

import shutil
from pathlib import Path

import pytest

from spur_extract import catalogue as package
from spur_extract.catalogue import EntryKind, load_catalogue, read_catalogue
from spur_extract.errors import CatalogueError

FOLDER = Path(package.__file__).parent


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the shipped catalogue, to be spoilt."""
    return Path(shutil.copytree(FOLDER, tmp_path / "catalogue"))


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_shipped_catalogue_holds_three_editions() -> None:
    ids = [edition.id for edition in load_catalogue().editions]
    assert ids == ["dual-regulation", "letter-table", "single-regulation"]


def test_every_area_is_in_every_edition() -> None:
    for edition in load_catalogue().editions:
        assert [area.code for area in edition.area] == list("ABCDEFGH")


def test_numbers_are_those_of_the_dual_form() -> None:
    dual, single = (
        load_catalogue().edition("dual-regulation"),
        load_catalogue().edition("single-regulation"),
    )
    numbers = {row.id: row.number for area in dual.area for row in area.rows}
    for area in dual.area:
        assert [row.number for row in area.rows] == list(range(1, len(area.rows) + 1))
    for area in single.area:
        assert all(numbers[row.id] == row.number for row in area.rows)


def test_entries_have_one_id_each_per_wording() -> None:
    entries = load_catalogue().entries
    assert len({(entry.id, entry.forms) for entry in entries}) == len(entries)
    assert {entry.kind for entry in entries} == set(EntryKind)


def test_a_misspelt_key_is_refused_with_a_hint(copy: Path) -> None:
    replace(copy / "editions" / "letter-table.toml", "title = ", "titel = ")
    with pytest.raises(CatalogueError) as error:
        read_catalogue(copy)
    assert "letter-table.toml: area.0.titel: unknown key (did you mean 'title'?)" in str(
        error.value
    )


def test_a_misspelt_statement_is_refused_with_a_hint(copy: Path) -> None:
    replace(copy / "editions" / "dual-regulation.toml", '"A.written-', '"A.writen-')
    with pytest.raises(CatalogueError, match=r"did you mean 'A\.written-guidelines'"):
        read_catalogue(copy)


def test_all_faults_are_told_at_once(copy: Path) -> None:
    replace(copy / "editions" / "letter-table.toml", 'grade = "A"', 'grade = "E"')
    replace(copy / "common.toml", "[[plan_heading]]", "[[plan_headings]]")
    replace(copy / "wording.toml", "negations = [", "negation = [")
    with pytest.raises(CatalogueError) as error:
        read_catalogue(copy)
    message = str(error.value)
    assert "letter-table.toml: option.0.grade" in message
    assert "common.toml: plan_headings: unknown key (did you mean 'plan_heading'?)" in message
    assert "wording.toml: negation: unknown key" in message


def test_a_statement_that_no_edition_prints_is_refused(copy: Path) -> None:
    with (copy / "statements.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[statement]]\nid = "A.forgotten"\ntext = "Det finns ett tak."\n')
    with pytest.raises(CatalogueError, match=r"A\.forgotten: no edition prints it"):
        read_catalogue(copy)


def test_a_statement_given_twice_is_refused(copy: Path) -> None:
    text = (copy / "statements.toml").read_text(encoding="utf-8")
    first = text[text.index("[[statement]]") : text.index("[[statement]]", 300)]
    (copy / "statements.toml").write_text(text + "\n" + first, encoding="utf-8")
    with pytest.raises(CatalogueError, match="given twice"):
        read_catalogue(copy)


def test_a_broken_file_is_refused_with_its_place(copy: Path) -> None:
    (copy / "common.toml").write_text("[[list_heading]\n", encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"common\.toml: .*line 1"):
        read_catalogue(copy)


def test_a_new_edition_is_a_new_file_and_no_code(copy: Path) -> None:
    source = (copy / "editions" / "single-regulation.toml").read_text(encoding="utf-8")
    text = source.replace('id = "single-regulation"', 'id = "newest"', 1)
    (copy / "editions" / "newest.toml").write_text(
        text.replace("Teoretisk utbildning", "Teori och kurser"), encoding="utf-8"
    )
    catalogue = read_catalogue(copy)
    assert catalogue.edition("newest").area[5].title == "Teori och kurser"
    assert any("Teori och kurser" in entry.forms for entry in catalogue.entries)


def test_an_edition_id_given_twice_is_refused(copy: Path) -> None:
    source = copy / "editions" / "single-regulation.toml"
    shutil.copy(source, copy / "editions" / "copied.toml")
    with pytest.raises(CatalogueError, match="the id single-regulation is given twice"):
        read_catalogue(copy)
