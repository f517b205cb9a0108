"""Opening files, and the document that comes out."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from spur_extract.contract import Reader
from spur_extract.errors import (
    EmptyInputError,
    InputIsFolderError,
    InputIsSpecialError,
    InputNotFoundError,
    InputNotReadableError,
    InputTooLargeError,
    PdfDamagedError,
    PdfMisnamedError,
)
from spur_extract.reading import source
from spur_extract.reading.pdf.options import PdfOptions, PdfReader
from spur_extract.reading.source import document_of, read_bytes, read_document
from tests.reading.pdf import made
from tests.reading.texts import PROSE

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files are meant")


def test_document(tmp_path: Path) -> None:
    path = tmp_path / "besök.txt"
    data = ("\ufeff" + PROSE).encode("utf-16-le")
    path.write_bytes(data)
    document = read_document(path)
    assert document.file_name == "besök.txt"
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.media_type == "text/plain"
    assert document.reader is Reader.TEXT
    assert not document.pages_known
    (page,) = document.pages
    assert page.text == PROSE
    assert [line.text for line in page.lines] == [line for line in PROSE.split("\n") if line]
    assert all(line.box is None for line in page.lines)


@pytest.mark.parametrize("name", ["saknas.txt", "fil.txt/under.txt", "noll\0.txt"])
def test_not_found(tmp_path: Path, name: str) -> None:
    (tmp_path / "fil.txt").write_text("hej")
    with pytest.raises(InputNotFoundError):
        read_bytes(tmp_path / name)


def test_folder(tmp_path: Path) -> None:
    with pytest.raises(InputIsFolderError):
        read_bytes(tmp_path)


@needs_posix
def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "fil.txt").write_bytes(b"hej")
    (tmp_path / "länk.txt").symlink_to("fil.txt")
    assert read_bytes(tmp_path / "länk.txt") == b"hej"


@needs_posix
def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "runt.txt").symlink_to("runt.txt")
    with pytest.raises(InputNotReadableError):
        read_bytes(tmp_path / "runt.txt")


@needs_posix
def test_pipes_and_devices_do_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rör")
    with pytest.raises(InputIsSpecialError):
        read_bytes(tmp_path / "rör")
    with pytest.raises(InputIsSpecialError):
        read_bytes(Path("/dev/zero"))


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Permissions do not bind root, who may run the tests: let opening fail as it would.
    def refuse(_path: Path, _mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "låst.txt").write_text("hej")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputNotReadableError, match=r"låst\.txt cannot be read: Permission denied"):
        read_bytes(tmp_path / "låst.txt")


def test_too_large_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "stor.txt"
    with path.open("wb") as file:
        file.truncate(source.MAX_BYTES + 1)
    with pytest.raises(InputTooLargeError, match="more than 64 MiB") as caught:
        read_bytes(path)
    assert (caught.value.code, caught.value.exit_code) == ("input-too-large", 5)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
def test_too_large_though_its_size_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MAX_BYTES", 10)
    with pytest.raises(InputTooLargeError):
        read_bytes(Path("/proc/self/status"))


def test_as_large_as_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MAX_BYTES", 10)
    (tmp_path / "tio.txt").write_bytes(b"1234567890")
    assert read_bytes(tmp_path / "tio.txt") == b"1234567890"


@pytest.mark.parametrize(
    ("data", "error"), [(b"", EmptyInputError), (b"%PDF-1.7", PdfDamagedError)]
)
def test_refusals_name_the_file(tmp_path: Path, data: bytes, error: type[Exception]) -> None:
    path = tmp_path / "rapport.txt"
    path.write_bytes(data)
    with pytest.raises(error, match=r"^rapport\.txt "):
        read_document(path)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow no such name")
def test_a_file_name_that_is_no_utf8_can_be_printed(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"p\xe5.txt")
    path.write_text("hej")
    assert read_document(path).file_name == "p\\udce5.txt"


def test_what_a_file_holds_decides_the_reader(tmp_path: Path) -> None:
    path = tmp_path / "rapport.txt"
    path.write_bytes(made.pdf(made.text("Rapport")))
    document = read_document(path)
    assert (document.reader, document.pages[0].text) == (Reader.PDF, "Rapport")


def test_options_reach_the_pdf_reader() -> None:
    data = made.encrypted("hemligt", "agare")
    assert document_of(data, "rapport.pdf", PdfOptions(PdfReader.AUTO, "hemligt")).placed


def test_text_is_read_without_the_pdf_libraries() -> None:
    program = (
        "import sys\n"
        "from spur_extract.reading.source import document_of\n"
        "document_of(b'hej', 'rapport.txt')\n"
        "print(*{'pdfplumber', 'pdfminer', 'pypdfium2', 'PIL'} & set(sys.modules))\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert ran.stdout.strip() == b""


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (bytes(range(256)) * 20, r"\): it is a binary file: it holds NUL characters\."),
        (b"PK\x03\x04\x14\x00\x06\x00", r"\): it is .*docx"),
        ("Вечерний приём врача".encode("cp1251"), r"\(%PDF-\)\. Fetch"),
    ],
    ids=["binary", "docx", "unknown encoding"],
)
def test_what_is_named_pdf_and_is_neither_pdf_nor_text(data: bytes, found: str) -> None:
    with pytest.raises(PdfMisnamedError, match=found) as caught:
        document_of(data, "rapport.PDF")
    assert caught.value.message.startswith("rapport.PDF is named .pdf, but does not begin as PDF")


def test_text_that_is_named_pdf_is_text() -> None:
    assert document_of(PROSE.encode(), "rapport.pdf").reader is Reader.TEXT
