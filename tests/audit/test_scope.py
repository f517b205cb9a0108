"""What an audit says it was about: the day, the rules, what was read and what was left out."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from spur_extract.archive import convert
from spur_extract.audit import AuditSettings, load_reports
from spur_extract.audit.model import Language
from spur_extract.audit.output.html import write_html
from spur_extract.audit.output.sarif import sarif_chunks
from spur_extract.audit.output.scope_lines import scope_lines
from spur_extract.audit.registry import all_rules
from spur_extract.audit.scope import ReportsRead, Scope, scope_of
from tests.cli.program import run, samples

DAY = date(2026, 5, 31)
RULES = len(all_rules())
WHOLE = Scope(DAY, frozenset(rule.code for rule in all_rules()), RULES, 7)
BEGIN = "Kontroll per 2026-05-31: "
COPY = "1 av dem är en exakt kopia och är inte granskad en gång till"
NOT_CONVERTED = "omvandlades inte i senaste körningen och är inte med i kontrollen"
ALL_TOLD = f"alla {RULES} regler tillämpade."


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A converted folder: a report and its copy, two files that are none, and an old JSON."""
    source, output = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for name in ("a.txt", "b.txt"):
        shutil.copy(samples()[0], source / name)
    (source / "brev.txt").write_text("Hej! Detta är ett brev.\n" * 20, encoding="utf-8")
    (source / "empty.txt").touch()
    convert([source], output)
    shutil.copy(output / "json" / "a.txt.json", output / "json" / "old.txt.json")
    return output


def test_a_converted_folder(output: Path) -> None:
    read = ReportsRead()
    assert len(list(read.noting(load_reports([output])))) == 2
    scope = scope_of([output], AuditSettings(), DAY, read)
    assert (scope.reports, scope.copies) == (2, 1)
    assert (scope.refused, scope.failed, scope.left_over) == (1, 1, 1)
    assert scope.everything


def test_files_have_no_last_run(output: Path) -> None:
    scope = scope_of([output / "json"], AuditSettings(select=("SPUR5",)), DAY, ReportsRead())
    assert (scope.refused, scope.failed, scope.left_over) == (0, 0, 0)
    assert not scope.everything


LINES: Mapping[str, tuple[Scope, list[str]]] = {
    "all": (WHOLE, [f"Kontroll per 2026-05-31: 7 rapporter lästa, {ALL_TOLD}"]),
    "one": (replace(WHOLE, reports=1), [f"Kontroll per 2026-05-31: 1 rapport läst, {ALL_TOLD}"]),
    "some": (
        replace(WHOLE, codes=frozenset({"SPUR501", "SPUR101"})),
        [f"{BEGIN}7 rapporter lästa, 2 av {RULES} regler tillämpade (SPUR101, SPUR501)."],
    ),
    "left out": (
        replace(WHOLE, refused=2, failed=1, left_over=1),
        [
            f"Kontroll per 2026-05-31: 7 rapporter lästa, {ALL_TOLD}",
            f"3 indatafiler {NOT_CONVERTED} (2 avvisade, 1 misslyckad).",
            "1 JSON-fil under json/ hör inte till senaste körningen och är inte läst.",
        ],
    ),
    "copies": (
        replace(WHOLE, copies=1),
        [f"{BEGIN}7 rapporter lästa ({COPY}), {ALL_TOLD}"],
    ),
}


@pytest.mark.parametrize(("scope", "lines"), LINES.values(), ids=LINES.keys())
def test_in_words(scope: Scope, lines: list[str]) -> None:
    assert list(scope_lines(scope, Language.SV)) == lines
    assert len(list(scope_lines(scope, Language.EN))) == len(lines)


def test_the_page_and_sarif_tell_it() -> None:
    stream = StringIO()
    scope = replace(WHOLE, failed=1)
    write_html([], stream, scope=lambda: scope)
    for line in scope_lines(scope, Language.SV):
        assert f'<p class="about">{line}</p>' in stream.getvalue()
    text = "".join(sarif_chunks([], Language.SV, lambda: scope))
    properties = json.loads(text)["runs"][0]["properties"]
    assert (properties["asOf"], properties["reports"]) == ("2026-05-31", 7)
    assert properties["inputsFailed"] == 1
    assert properties["rulesApplied"] == sorted(scope.codes)


def test_the_command_tells_it_and_looks_at_a_copy_once(output: Path) -> None:
    options = ("--as-of", "2026-05-31", "--fail-on", "never")
    table = run("audit", output, *options)
    assert "Kontroll per 2026-05-31: 2 rapporter lästa" in table.err
    assert "(1 avvisad, 1 misslyckad)" in table.err
    assert run("audit", output, *options, "--quiet").err == ""
    rows = json.loads(run("audit", output, *options, "--format", "json").out)
    copy = str(output / "json" / "b.txt.json")
    assert [row["code"] for row in rows if row["report"] == copy] == ["SPUR831"]
    assert len({row["report"] for row in rows if row["code"] < "SPUR8"}) <= 1
