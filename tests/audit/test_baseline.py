"""The baseline: what is known stays known, what is new or gone is told, and no text gets out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from spur_extract.audit.baseline import (
    KnownFinding,
    compare,
    load_baseline,
    mark_of,
    place_kind,
    write_baseline,
)
from spur_extract.audit.model import Finding, Level
from spur_extract.audit.scope import ReportsRead
from spur_extract.audit.units import unit_key
from spur_extract.errors import BaselineInvalidError, InputNotFoundError, OutputError
from tests.audit.findings import FOUND
from tests.audit.reports import findings_in, single

Change = Callable[[Finding], Finding]

SAME: dict[str, Change] = {
    "path": lambda it: replace(it, report="elsewhere/b.json"),
    "bytes of the file": lambda it: replace(it, report_id="f" * 16),
    "position in the list": lambda it: replace(it, pointer="/action_plan/items/7/due"),
    "message": lambda it: replace(it, message="x", message_en="y"),
    "place": lambda it: replace(it, place=None),
    "line ends": lambda it: replace(it, quote="Handledning ges varje vecka "),
    "capitals of the quote": lambda it: replace(it, quote="HANDLEDNING ges varje vecka"),
    "capitals of the unit": lambda it: replace(it, unit="KIRURGKLINIKEN Norrtuna lasarett"),
}
OTHER: dict[str, Change] = {
    "code": lambda it: replace(it, code="SPUR812"),
    "quote": lambda it: replace(it, quote="Handledning ges aldrig"),
    "field": lambda it: replace(it, pointer="/action_plan/items/3/follow_up_due"),
    "unit": lambda it: replace(it, unit="Kirurgkliniken, Åmynne lasarett"),
    "specialty": lambda it: replace(it, specialty="Urologi"),
    "what it is about": lambda it: replace(it, about="H 4"),
    "day": lambda it: replace(it, inspected=date(2025, 3, 5)),
}


def round_trip(folder: Path, *findings: Finding) -> Path:
    """A baseline of the findings."""
    path = folder / "baseline.json"
    write_baseline(findings, path)
    return path


@pytest.mark.parametrize("change", SAME.values(), ids=SAME.keys())
def test_known_again_after_a_change_of(change: Change, tmp_path: Path) -> None:
    baseline = load_baseline(round_trip(tmp_path, FOUND))
    assert compare([change(FOUND)], baseline) == ((), (change(FOUND),), (), ())


@pytest.mark.parametrize("change", OTHER.values(), ids=OTHER.keys())
def test_another_finding_after_a_change_of(change: Change, tmp_path: Path) -> None:
    baseline = load_baseline(round_trip(tmp_path, FOUND))
    new, known, gone, _ = compare([change(FOUND)], baseline)
    assert (new, known) == ((change(FOUND),), ())
    assert [(it.code, it.report_id, it.pointer) for it in gone] == [
        ("SPUR811", "0123456789abcdef", "/action_plan/items/*/due")
    ]


def test_report_without_unit_or_day_is_known_by_its_id() -> None:
    silent = replace(FOUND, unit=None)
    assert mark_of(silent) != mark_of(replace(silent, report_id="f" * 16))
    assert mark_of(silent) == mark_of(replace(silent, inspected=None))


def test_findings_that_cannot_be_told_apart_are_counted(tmp_path: Path) -> None:
    baseline = load_baseline(round_trip(tmp_path, FOUND, FOUND))
    assert [len(it) for it in compare([FOUND] * 3, baseline)] == [1, 2, 0, 0]
    assert [len(it) for it in compare([FOUND], baseline)] == [0, 1, 1, 0]
    assert [len(it) for it in compare([], baseline)] == [0, 0, 2, 0]


@pytest.mark.parametrize(
    ("pointer", "kind"),
    [
        ("", ""),
        ("/cover/clinic", "/cover/clinic"),
        ("/areas/3/gradings/1/grade", "/areas/*/gradings/*/grade"),
        ("/areas/3/indicators/12/fulfilled", "/areas/*/indicators/*/fulfilled"),
        ("/areas/12", "/areas/*"),
        ("/strengths/4", "/strengths/*"),
        ("/unassigned/0/text", "/unassigned/*/text"),
    ],
)
def test_place_kind(pointer: str, kind: str) -> None:
    assert place_kind(pointer) == kind


def test_file_holds_no_message_and_no_quote(tmp_path: Path) -> None:
    text = round_trip(tmp_path, FOUND).read_text(encoding="utf-8").lower()
    for secret in ("handledning", "veckan", "åtgärden", "action was"):
        assert secret not in text


def test_file_is_the_same_in_whatever_order_findings_come(tmp_path: Path) -> None:
    other = replace(FOUND, code="SPUR101")
    first = round_trip(tmp_path, FOUND, other).read_bytes()
    assert round_trip(tmp_path, other, FOUND).read_bytes() == first
    assert first.count(b"\n") == 4


def test_empty_baseline(tmp_path: Path) -> None:
    assert compare([FOUND], load_baseline(round_trip(tmp_path))) == ((FOUND,), (), (), ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "null",
        '{"format_name":"other","format_version":1,"findings":[]}',
        '{"format_name":"spur_audit_baseline","format_version":1,"findings":[{"mark":"x"}]}',
        '{"format_name":"spur_audit_baseline","format_version":"one","findings":[]}',
        '{"format_name":"spur_audit_baseline","format_version":0,"findings":[]}',
        '{"format_name":"spur_audit_baseline","format_version":1}',
        "[" * 100_000,
    ],
)
def test_what_is_no_baseline_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BaselineInvalidError):
        load_baseline(path)


def test_baseline_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = round_trip(tmp_path, FOUND)
    text = path.read_text(encoding="utf-8").replace('"format_version":3', '"format_version":4')
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BaselineInvalidError, match="newer"):
        load_baseline(path)


def test_refusal_quotes_nothing_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text('{"format_name":"secret text","findings":[]}', encoding="utf-8")
    with pytest.raises(BaselineInvalidError) as caught:
        load_baseline(path)
    assert "secret" not in str(caught.value)


def test_files_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputNotFoundError):
        load_baseline(tmp_path / "none.json")
    (tmp_path / "file").touch()
    with pytest.raises(OutputError):
        write_baseline([FOUND], tmp_path / "file" / "baseline.json")


def entry_of(folder: Path, finding: Finding) -> KnownFinding:
    """The entry of the finding in a file."""
    return load_baseline(round_trip(folder, finding)).findings[0]


def test_entries_tell_where_the_finding_was(tmp_path: Path) -> None:
    entry = entry_of(tmp_path, FOUND)
    assert (entry.code, entry.unit, entry.inspected, entry.report) == (
        FOUND.code,
        FOUND.unit,
        FOUND.inspected,
        FOUND.report,
    )


def test_file_of_an_earlier_format_is_refused(tmp_path: Path) -> None:
    path = round_trip(tmp_path, FOUND)
    text = path.read_text(encoding="utf-8").replace('"format_version":3', '"format_version":2')
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BaselineInvalidError, match="earlier"):
        load_baseline(path)


def test_a_finding_that_became_worse_is_new(tmp_path: Path) -> None:
    mild, bad = replace(FOUND, level=Level.WARNING), replace(FOUND, level=Level.ERROR)
    baseline = load_baseline(round_trip(tmp_path, mild))
    assert compare([bad], baseline) == ((bad,), (), (), ())
    assert compare([mild], load_baseline(round_trip(tmp_path, bad))) == ((), (mild,), (), ())


def visit(finding: Finding) -> ReportsRead:
    """A report of the finding's unit and day, in another file."""
    assert finding.unit
    assert finding.inspected
    return ReportsRead(visits={(unit_key(finding.unit), finding.inspected)})


@pytest.mark.parametrize(
    ("read", "sought"),
    [
        (ReportsRead(), False),
        (ReportsRead(ids={"f" * 16}, paths={"json/b.json"}), False),
        (ReportsRead(ids={FOUND.report_id}), True),
        (ReportsRead(paths={FOUND.report}), True),
        (visit(FOUND), True),
    ],
)
def test_only_findings_of_reports_that_were_read_are_sought(
    read: ReportsRead, sought: bool, tmp_path: Path
) -> None:
    entry = entry_of(tmp_path, FOUND)
    assert entry.was_sought(frozenset({"SPUR811"}), read) == sought
    assert not entry.was_sought(frozenset({"SPUR101"}), read)


def test_what_was_not_sought_is_not_gone_and_stays(tmp_path: Path) -> None:
    other = replace(FOUND, code="SPUR101")
    path = round_trip(tmp_path, FOUND, other)
    before = path.read_bytes()
    compared = compare([FOUND], load_baseline(path), lambda entry: entry.code == "SPUR811")
    assert (compared.known, compared.gone) == ((FOUND,), ())
    assert [it.code for it in compared.not_sought] == ["SPUR101"]
    write_baseline([FOUND], path, compared.not_sought)
    assert path.read_bytes() == before


def test_a_finding_on_all_reports_together_is_always_sought(tmp_path: Path) -> None:
    whole = replace(FOUND, report="", report_id="", unit=None, inspected=None, pointer="")
    assert entry_of(tmp_path, whole).was_sought(frozenset({"SPUR811"}), ReportsRead())


def test_marks_tell_areas_apart() -> None:
    def marks(lacking: str) -> set[str]:
        areas = tuple(area for area in single().areas if area.code != lacking)
        report = single().model_copy(update={"areas": areas})
        return {mark_of(it) for it in findings_in(report) if it.code == "SPUR201"}

    assert marks("G")
    assert marks("G").isdisjoint(marks("H"))
