"""PDF files in a conversion."""

import shutil
from pathlib import Path

from spur_extract.archive import RunEntry, Status, convert
from spur_extract.archive.settings import ConvertSettings
from spur_extract.contract import Reader, Report
from spur_extract.reading.pdf.options import PdfOptions, PdfReader
from spur_extract.reading.source import read_document
from tests.cli.program import samples
from tests.views.pdf_files import pdf_of

SECRET = "hemligt-ord"  # noqa: S105
DONE = frozenset({Status.CONVERTED, Status.CONVERTED_WITH_WARNINGS})


def _pages() -> list[str]:
    """The pages of a sample dump."""
    return [page.text for page in read_document(samples()[0]).pages]


def _archive(root: Path) -> Path:
    """A report as text, as PDF, as locked PDF; a PDF that is none, a torn and an empty one."""
    folder = root / "in"
    folder.mkdir()
    shutil.copy(samples()[0], folder / "rapport.txt")
    data = pdf_of(_pages())
    (folder / "Rapport.PDF").write_bytes(data)
    (folder / "okänd.txt").write_bytes(data)  # the content decides, not the name
    (folder / "låst.pdf").write_bytes(pdf_of(_pages(), password=SECRET))
    (folder / "mejl.pdf").write_bytes(pdf_of(["Hej!\nVi ses på torsdag.\nHälsningar\nPer"]))
    (folder / "trasig.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 4)
    (folder / "tom.pdf").touch()
    return folder


def _converted(
    folder: Path, output: Path, options: PdfOptions | None = None
) -> dict[str, RunEntry]:
    summary = convert([folder], output, settings=ConvertSettings(pdf=options or PdfOptions()))
    return {Path(entry.path).name: entry for entry in summary.entries}


def test_every_pdf_file_has_its_status(tmp_path: Path) -> None:
    entries = _converted(_archive(tmp_path), tmp_path / "out")
    assert len(entries) == 7
    assert entries["Rapport.PDF"].status in DONE
    assert entries["okänd.txt"].status in DONE
    assert (entries["mejl.pdf"].status, entries["mejl.pdf"].code) == (
        Status.REFUSED,
        "not-a-spur-report",
    )
    codes = {"låst.pdf": "pdf-encrypted", "trasig.pdf": "pdf-damaged", "tom.pdf": "empty-input"}
    for name, code in codes.items():
        assert (entries[name].status, entries[name].code) == (Status.FAILED, code)
        assert entries[name].output is None


def test_the_json_of_a_pdf_file_tells_its_reader_and_its_places(tmp_path: Path) -> None:
    entries = _converted(_archive(tmp_path), tmp_path / "out")
    entry = entries["Rapport.PDF"]
    assert entry.output == "json/Rapport.PDF.json"
    text = (tmp_path / "out" / entry.output).read_text(encoding="utf-8")
    report = Report.model_validate_json(text)
    assert report.source.reader is Reader.PDF
    assert report.source.page_count == len(_pages())
    assert report.source.sha256 == entry.sha256
    assert entry.areas == len(report.areas) > 0
    assert any(span.bbox for spans in report.provenance.values() for span in spans)


def test_the_same_pdf_file_under_two_names_is_in_the_tables_once(tmp_path: Path) -> None:
    entries = _converted(_archive(tmp_path), tmp_path / "out")
    pair = [entries["Rapport.PDF"], entries["okänd.txt"]]
    assert sorted(entry.duplicate_of is None for entry in pair) == [False, True]


def test_the_password_is_for_all_files_and_written_nowhere(tmp_path: Path) -> None:
    folder, output = _archive(tmp_path), tmp_path / "out"
    entries = _converted(folder, output, PdfOptions(password=SECRET))
    assert entries["låst.pdf"].status in DONE
    assert entries["Rapport.PDF"].status in DONE
    for path in output.rglob("*"):
        assert path.is_dir() or SECRET.encode() not in path.read_bytes()


def test_the_reader_that_was_asked_for_is_used(tmp_path: Path) -> None:
    folder = _archive(tmp_path)
    for reader in PdfReader:
        entries = _converted(folder, tmp_path / reader, PdfOptions(reader=reader))
        assert entries["Rapport.PDF"].status in DONE
        assert entries["trasig.pdf"].status is Status.FAILED
