"""The rules that tell what an archive covers."""

from datetime import date

from spur_extract.audit.model import Context
from spur_extract.audit.rules.archive_coverage import (
    CoverageByRegion,
    CoverageBySpecialty,
    CoverageByYear,
)
from spur_extract.audit.visits import archive_of
from tests.audit.archives import TODAY, Visit, facts


def coverage(
    rule: type[CoverageByYear | CoverageBySpecialty | CoverageByRegion], *visits: Visit
) -> list[str]:
    """What the rule says in Swedish."""
    context = Context(as_of=TODAY)
    archive = archive_of(facts(visits))
    return [finding.message for finding in rule().check(archive, context)]


def test_coverage_by_year_shows_years_without_reports() -> None:
    visits = (Visit("a", date(2021, 1, 1)), Visit("b", date(2023, 1, 1)), Visit("c", None))
    (told,) = coverage(CoverageByYear, *visits)
    assert told == "3 rapporter per år: 2021 1, 2022 0, 2023 1, utan uppgift 1."


def test_coverage_counts_reports_not_files() -> None:
    visits = (Visit("a", content="x"), Visit("b", content="x"), Visit("c", date(2024, 1, 1)))
    assert coverage(CoverageByYear, *visits) == ["2 rapporter per år: 2024 1, 2025 1."]


def test_coverage_by_specialty_sees_no_capitals() -> None:
    visits = (
        Visit("a"),
        Visit("b", specialty="KIRURGI"),
        Visit("c"),
        Visit("d", specialty="Urologi"),
    )
    assert coverage(CoverageBySpecialty, *visits) == [
        "4 rapporter per specialitet: Kirurgi 3, Urologi 1."
    ]


def test_coverage_by_region_where_covers_name_one() -> None:
    unit = "Kirurgkliniken, Norrtuna lasarett, Region Mellersta Tuna"
    assert coverage(CoverageByRegion, Visit("a", unit=unit), Visit("b")) == [
        "2 rapporter per region: Region Mellersta Tuna 1, utan uppgift 1."
    ]
    assert coverage(CoverageByRegion, Visit("a"), Visit("b")) == []


def test_coverage_knows_no_report_after_the_day_of_the_audit() -> None:
    visits = (Visit("a"), Visit("b"), Visit("c", TODAY), Visit("d", date(2052, 1, 1)))
    assert coverage(CoverageByYear, *visits) == ["3 rapporter per år: 2025 2, 2026 1."]


def test_single_report_has_no_coverage() -> None:
    assert coverage(CoverageByYear, Visit("a")) == []
