"""Which rules apply: by code, beginning and tag; from the command line and from files."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from spur_extract.audit import Audited, AuditSettings, audited, load_reports, run
from spur_extract.audit.configuration import load_settings
from spur_extract.audit.model import Level
from spur_extract.audit.registry import all_rules, rule_of, selected_codes
from spur_extract.audit.settings import MOST_UNASSIGNED
from spur_extract.errors import (
    AuditConfigInvalidError,
    AuditConfigNotFoundError,
    InputNotFoundError,
    NothingToAuditError,
    ReportJsonInvalidError,
    RuleUnknownError,
)
from spur_extract.export.report_json import report_json
from tests.audit.reports import AS_OF, edited, findings_in, single
from tests.audit.rule_cases import CASES

CODES = frozenset(rule.code for rule in all_rules())

USED_CODES = """
SPUR100 SPUR101 SPUR102 SPUR103 SPUR104 SPUR105 SPUR106 SPUR107 SPUR108 SPUR109 SPUR110
SPUR201 SPUR202 SPUR203 SPUR204 SPUR205 SPUR206
SPUR301 SPUR302 SPUR303 SPUR304 SPUR305 SPUR306 SPUR307 SPUR308 SPUR309
SPUR401 SPUR402 SPUR403 SPUR404 SPUR405 SPUR406
SPUR501 SPUR502 SPUR503 SPUR504 SPUR505 SPUR506 SPUR507 SPUR508
SPUR510 SPUR511 SPUR512 SPUR513 SPUR514 SPUR515
SPUR520 SPUR521 SPUR522 SPUR523 SPUR524 SPUR525 SPUR526 SPUR530 SPUR531
SPUR601 SPUR602 SPUR603 SPUR604 SPUR605 SPUR701 SPUR702 SPUR703 SPUR704
"""
"""Codes of released rules on one report. None is ever taken off: it is never used again."""


def test_codes_and_names_are_unique_and_stay() -> None:
    assert len(CODES) == len({rule.name for rule in all_rules()}) == len(all_rules())
    assert {code for code in CODES if code < "SPUR8"} == set(USED_CODES.split())


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_rule_is_complete(rule: type) -> None:
    for name in ("name", "title", "title_sv", "explanation", "template", "template_en"):
        assert getattr(rule, name).strip(), name
    assert rule.__doc__ == f"{rule_of(rule.__dict__['code']).code}." or rule.__doc__
    assert getattr(rule, "tags")  # noqa: B009 - the type is not known here
    assert getattr(rule, "level") in Level  # noqa: B009


@pytest.mark.parametrize(
    ("select", "ignore", "chosen"),
    [
        (["ALL"], [], CODES),
        (["SPUR203"], [], {"SPUR203"}),
        (["spur203,SPUR601"], [], {"SPUR203", "SPUR601"}),
        (["SPUR6"], ["SPUR602"], {"SPUR601", "SPUR603", "SPUR604", "SPUR605"}),
        (["SPUR602"], ["SPUR6"], {"SPUR602"}),
        (["SPUR602"], ["lists"], {"SPUR602"}),
        (["lists"], ["ALL"], {"SPUR508", *(f"SPUR60{n}" for n in range(1, 6))}),
        (["SPUR60"], ["SPUR60"], set()),
        (["Lists"], ["action-plan"], {f"SPUR60{n}" for n in range(1, 6)}),
        (["SPUR"], ["SPUR"], set()),
        ([], [], set()),
    ],
)
def test_the_more_exact_selector_wins(
    select: list[str], ignore: list[str], chosen: frozenset[str]
) -> None:
    codes = selected_codes(select, ignore)
    both = {"SPUR508"} if "action-plan" in ignore else set()
    assert codes - both == set(chosen)


@pytest.mark.parametrize(
    ("selector", "meant"),
    [("SPUR2O3", "SPUR203"), ("list", "lists"), ("SPUR999", "SPUR"), ("cver", "cover")],
)
def test_an_unknown_selector_is_an_error_with_a_proposal(selector: str, meant: str) -> None:
    with pytest.raises(RuleUnknownError, match=f"did you mean {meant}"):
        selected_codes(["ALL"], [selector])


def test_unknown_rules_fail_before_a_report_is_read() -> None:
    with pytest.raises(RuleUnknownError):
        run(load_reports(["no-such-file"]), AS_OF, AuditSettings(select=("nonsense",)))


def test_only_selected_rules_find() -> None:
    report = edited(single(), {"/strengths": [], "/cover/clinic": None})
    assert {it.code for it in findings_in(report, AuditSettings(select=("cover",)))} == {"SPUR101"}
    assert {it.code for it in findings_in(report, AuditSettings(ignore=("cover", "archive")))} == {
        "SPUR601"
    }


def test_limits_are_settings() -> None:
    report = edited(single(), CASES["SPUR701"].edits)
    lenient = AuditSettings(ignore=("archive",), most_unassigned=0.1)
    assert findings_in(report, lenient) == []
    assert findings_in(report) != []


def test_settings_from_files(tmp_path: Path) -> None:
    assert load_settings(folder=tmp_path) == AuditSettings()
    project = tmp_path / "pyproject.toml"
    project.write_text("[tool.other]\nx = 1\n", encoding="utf-8")
    assert load_settings(folder=tmp_path) == AuditSettings()
    project.write_text(
        '[tool.spur-extract.audit]\nselect = ["SPUR1"]\nyears-between-inspections = 4\n', "utf-8"
    )
    found = load_settings(folder=tmp_path)
    assert (found.select, found.years_between_inspections) == (("SPUR1",), 4)
    assert found.most_unassigned == MOST_UNASSIGNED
    (tmp_path / "spur-audit.toml").write_text(
        'ignore = ["lists"]\naliases = "units.csv"\n', encoding="utf-8"
    )
    found = load_settings(folder=tmp_path)
    assert (found.select, found.ignore) == (("ALL",), ("lists",))
    assert found.aliases == tmp_path / "units.csv"
    assert load_settings(project).select == ("SPUR1",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("years-between-inspection = 4", "did you mean years-between-inspections"),
        ("nonsense = 4", "nonsense: no such setting"),
        ('years-between-inspections = "x"', "years-between-inspections"),
        ("= =", "is no TOML file"),
    ],
)
def test_a_faulty_file_is_a_typed_error(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "spur-audit.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AuditConfigInvalidError, match=told):
        load_settings(folder=tmp_path)
    with pytest.raises(AuditConfigNotFoundError):
        load_settings(tmp_path / "missing.toml")


def test_reports_from_files_json_and_converted_folders(tmp_path: Path) -> None:
    converted = tmp_path / "out" / "json" / "a"
    converted.mkdir(parents=True)
    for name in ("one.txt.json", "two.txt.json"):
        (converted / name).write_text(report_json(single()), encoding="utf-8")
    (tmp_path / "out" / "state").mkdir()
    (tmp_path / "out" / "state" / "other.json").write_text("{}", encoding="utf-8")
    folder = list(load_reports([tmp_path / "out"]))
    alone = list(load_reports([converted / "one.txt.json"]))
    assert [Path(it.path).name for it in folder] == ["one.txt.json", "two.txt.json"]
    assert alone[0].report == folder[0].report == single()
    assert folder[0].report_id == single().source.sha256[:16]
    assert folder[0].file_date is None


def test_reports_that_cannot_be_read_are_typed_errors(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    broken = tmp_path / "broken.json"
    broken.write_text('{"schema_name": "other"}', encoding="utf-8")
    with pytest.raises(InputNotFoundError):
        list(load_reports([tmp_path / "missing"]))
    with pytest.raises(NothingToAuditError):
        list(load_reports([tmp_path / "empty"]))
    with pytest.raises(ReportJsonInvalidError):
        list(load_reports([broken]))


def test_reports_are_read_one_at_a_time() -> None:
    taken: list[int] = []

    def reports() -> Iterator[Audited]:
        for number in range(3):
            taken.append(number)
            yield audited(edited(single(), {"/strengths": []}), f"{number}.json")

    findings = run(reports(), date(2026, 1, 1), AuditSettings(select=("SPUR601",)))
    assert taken == []
    assert next(findings).report == "0.json"
    assert taken == [0]


def test_settings_that_are_no_table_are_an_error(tmp_path: Path) -> None:
    project = tmp_path / "pyproject.toml"
    project.write_text('[tool.spur-extract]\naudit = "all"\n', "utf-8")
    with pytest.raises(AuditConfigInvalidError, match="audit"):
        load_settings(folder=tmp_path)
