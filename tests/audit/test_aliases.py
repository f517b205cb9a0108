"""The alias file: it wins over every guess, and says where it is wrong."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from spur_extract.audit import Audited, AuditSettings, run
from spur_extract.audit.aliases import NO_ALIASES, Review, Suggestion, load_aliases
from spur_extract.audit.rules.archive_spellings import suggested_aliases
from spur_extract.errors import (
    AliasesInvalidError,
    InputIsFolderError,
    InputNotFoundError,
    UnknownEncodingError,
)
from tests.audit.archives import UNIT, Visit, facts, findings, flat

SHORT = "Kirurgen, Norrtuna lasarett"
OTHER = "Allmänkirurgiska enheten, Norrtuna närsjukhus"
HEADER = "canonical;spelling;decision\n"


def alias_file(folder: Path, *lines: str, header: str = HEADER) -> Path:
    """An alias file of these lines."""
    path = folder / "aliases.csv"
    path.write_text(header + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_same_silences_the_question_and_joins_the_visits(tmp_path: Path) -> None:
    visits = [Visit("a", date(2019, 1, 1)), Visit("b", unit=SHORT)]
    assert flat(findings(visits)) == [
        ("a", "SPUR801", "/cover/inspection_date"),
        ("b", "SPUR841", "/cover/clinic"),
    ]
    path = alias_file(tmp_path, f"{UNIT};{SHORT};same")
    assert findings(visits, aliases=path) == []


def test_same_joins_what_no_likeness_would(tmp_path: Path) -> None:
    visits = [Visit("a", date(2019, 1, 1)), Visit("b", unit=OTHER)]
    path = alias_file(tmp_path, f"{UNIT};{OTHER};same")
    assert [it.code for it in findings(visits)] == ["SPUR801"]
    assert findings(visits, aliases=path) == []


@pytest.mark.parametrize("turned", [False, True])
def test_different_silences_the_question_and_keeps_the_visits_apart(
    tmp_path: Path,
    turned: bool,
) -> None:
    visits = [Visit("a", date(2019, 1, 1)), Visit("b", unit=SHORT)]
    names = (SHORT, UNIT) if turned else (UNIT, SHORT)
    path = alias_file(tmp_path, f"{names[0]};{names[1]};different")
    (found,) = findings(visits, aliases=path)
    assert (found.code, found.level) == ("SPUR801", "error")


def test_undecided_lines_change_nothing(tmp_path: Path) -> None:
    visits = [Visit("a", date(2019, 1, 1)), Visit("b", unit=SHORT)]
    path = alias_file(tmp_path, f"{UNIT};{SHORT};")
    assert findings(visits, aliases=path) == findings(visits)


def test_file_that_has_changed_is_read_again(tmp_path: Path) -> None:
    visits = [Visit("a"), Visit("b", unit=SHORT)]
    path = alias_file(tmp_path, f"{UNIT};{SHORT};same")
    assert findings(visits, aliases=path) == []
    path.write_text(HEADER, encoding="utf-8")
    assert [it.code for it in findings(visits, aliases=path)] == ["SPUR841"]


def test_capitals_and_punctuation_do_not_count(tmp_path: Path) -> None:
    aliases = load_aliases(alias_file(tmp_path, f"{UNIT};{SHORT};Same"))
    assert aliases.canonical("KIRURGEN – Norrtuna lasarett") == UNIT
    assert aliases.key(SHORT) == aliases.key(UNIT)
    assert aliases.canonical("Annan klinik") == "Annan klinik"


def test_chain_of_spellings_has_one_end(tmp_path: Path) -> None:
    aliases = load_aliases(alias_file(tmp_path, "B;A;same", "C;B;same"))
    assert {aliases.canonical(name) for name in "ABC"} == {"C"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("delimiter", [";", ","])
def test_spreadsheets_own_ways(tmp_path: Path, encoding: str, ending: str, delimiter: str) -> None:
    rows = [
        ("canonical", "spelling", "decision"),
        (f'"{UNIT}"', f'"{SHORT}"', "same"),
        ("", "", ""),
    ]
    text = ending.join(delimiter.join(row) for row in rows)
    path = tmp_path / "aliases.csv"
    path.write_bytes(text.encode(encoding))
    assert load_aliases(path).canonical(SHORT) == UNIT


@pytest.mark.parametrize(
    ("lines", "line", "reason"),
    [
        (["A;B;maybe"], 2, "neither same nor different"),
        (["A;B;same", "A;;same"], 3, "name is missing"),
        (["A;B;same", "C;B;same"], 3, "two canonical"),
        (["A;B;same", "B;C;same", "C;A;different"], 4, "are the same"),
        (["A;B;same", "B;A;same"], 3, "circle"),
    ],
)
def test_wrong_line_is_named(tmp_path: Path, lines: list[str], line: int, reason: str) -> None:
    with pytest.raises(AliasesInvalidError, match=rf"line \d+: .*{reason}") as caught:
        load_aliases(alias_file(tmp_path, *lines))
    if reason != "circle":
        assert f"line {line}:" in caught.value.message


def test_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(AliasesInvalidError, match="columns"):
        load_aliases(alias_file(tmp_path, header="canonical;spelling\n"))


def test_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputNotFoundError):
        load_aliases(tmp_path / "none.csv")
    with pytest.raises(InputIsFolderError):
        load_aliases(tmp_path)
    (tmp_path / "old.csv").write_bytes("canonical;spelling;decision\nÅ;Ä;same".encode("cp1252"))
    with pytest.raises(UnknownEncodingError):
        load_aliases(tmp_path / "old.csv")


def test_suggestions_can_be_reviewed_and_read_again(tmp_path: Path) -> None:
    known = facts([Visit("a"), Visit("b"), Visit("c", unit=SHORT), Visit("d", unit=OTHER)])
    suggestions = suggested_aliases(known, NO_ALIASES)
    assert suggestions == [Suggestion(UNIT, SHORT)]
    path = tmp_path / "review.csv"
    assert Review(path).add(suggestions) == (0, 1)
    undecided = load_aliases(path)
    assert undecided.canonical(SHORT) == SHORT
    assert path.read_bytes().startswith(b"\xef\xbb\xbfcanonical;spelling;decision\r\n")
    decided = path.read_text(encoding="utf-8-sig").replace(f"{SHORT};", f"{SHORT};same")
    path.write_text(decided, encoding="utf-8")
    assert load_aliases(path).canonical(SHORT) == UNIT
    assert suggested_aliases(known, load_aliases(path)) == []


def test_name_that_a_spreadsheet_would_run_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "review.csv"
    Review(path).add([Suggestion("=1+1 kliniken", "-kliniken;x")])
    text = path.read_text(encoding="utf-8-sig").replace('";', '";same').replace("\r\n", "\n")
    path.write_text(text, encoding="utf-8")
    assert load_aliases(path).canonical("-kliniken;x") == "=1+1 kliniken"


def test_a_bad_alias_file_is_told_before_any_report_is_read(tmp_path: Path) -> None:
    def unread() -> Iterator[Audited]:
        pytest.fail("a report was read")
        yield

    with pytest.raises(InputNotFoundError):
        run(unread(), settings=AuditSettings(aliases=tmp_path / "none.csv"))


NEW = Suggestion("Medicinkliniken, Åmynne", "Medicin Åmynne")


def test_review_keeps_what_the_file_says_as_it_stands(tmp_path: Path) -> None:
    path = alias_file(
        tmp_path,
        f'"{UNIT}","{SHORT}",same,"säger chefen"',
        "A,B,,",
        header="canonical,spelling,decision,remark\n",
    )
    before = path.read_text(encoding="utf-8")
    assert Review(path).add([Suggestion("B", "A"), Suggestion(UNIT, SHORT), NEW]) == (2, 1)
    after = path.read_text(encoding="utf-8-sig")
    assert after.startswith(before)
    assert after.removeprefix(before) == '"Medicinkliniken, Åmynne",Medicin Åmynne,,\n'
    assert load_aliases(path).canonical(SHORT) == UNIT
    again = path.read_bytes()
    assert Review(path).add([NEW]) == (3, 0)
    assert path.read_bytes() == again


def test_review_takes_the_decisions_of_the_other_file_along(tmp_path: Path) -> None:
    others = alias_file(tmp_path, f"{UNIT};{SHORT};same", "A;B;same", "C;D;")
    path = tmp_path / "review.csv"
    path.write_text(f"{HEADER}A;B;different", encoding="utf-8")
    review = Review(path, others)
    assert review.aliases.are_different("A", "B")
    assert review.add([Suggestion(UNIT, SHORT), NEW]) == (2, 1)
    assert path.read_text(encoding="utf-8-sig").splitlines() == [
        "canonical;spelling;decision",
        "A;B;different",
        f"{UNIT};{SHORT};same",
        f"{NEW.canonical};{NEW.spelling};",
    ]


def test_review_of_one_and_the_same_file(tmp_path: Path) -> None:
    path = alias_file(tmp_path, f"{UNIT};{SHORT};same")
    assert Review(path, path).add([NEW]) == (1, 1)


def test_review_never_replaces_a_file_of_another_kind(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Hej!", encoding="utf-8")
    with pytest.raises(AliasesInvalidError):
        Review(path)
    (tmp_path / "empty.csv").touch()
    assert Review(tmp_path / "empty.csv").add([NEW]) == (0, 1)
    assert load_aliases(tmp_path / "empty.csv") == NO_ALIASES
