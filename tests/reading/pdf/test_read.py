"""Tests of reading PDF files: what is read, and what is refused, by each reader."""

import re
import zlib

import pytest

from spur_extract.contract import Reader
from spur_extract.errors import (
    EmptyInputError,
    PdfDamagedError,
    PdfEmptyError,
    PdfEncryptedError,
    PdfFontsUnreadableError,
    PdfPasswordWrongError,
    PdfScannedError,
    PdfTooManyPagesError,
    UnreadableError,
)
from spur_extract.reading.document import Document
from spur_extract.reading.pdf import choosing
from spur_extract.reading.pdf.opening import MOST_PAGES
from spur_extract.reading.pdf.pdfium import read_pages_pdfium, read_told_pages
from spur_extract.reading.pdf.read import PdfOptions, PdfReader, read_pdf
from tests.reading.pdf import made

READERS = pytest.mark.parametrize("reader", list(PdfReader))
WORDS = made.TEXT


def read(data: bytes, reader: PdfReader = PdfReader.AUTO, password: str | None = None) -> Document:
    return read_pdf(data, "rapport.pdf", PdfOptions(reader, password))


def shifted(text: str) -> list[str]:
    """The text in lines, in a font that draws each letter at the code of another one."""
    moved = "".join(chr(ord(letter) - 29) if "a" <= letter <= "z" else "" for letter in text)
    return [moved[start : start + 60] for start in range(0, len(moved), 60)]


@READERS
def test_text_in_letters_of_its_own_is_read(reader: PdfReader) -> None:
    few = shifted(WORDS)
    assert read(made.pdf(made.text(*few)), reader).pages[0].text == "\n".join(few)
    many = [WORDS] * 20
    assert read(made.pdf(made.text(*many)), reader).pages[0].text == "\n".join(many)


@READERS
def test_pages_and_lines(reader: PdfReader) -> None:
    document = read(made.pdf(made.text(WORDS, "Rad två"), made.text("Sida två")), reader)
    assert [page.text for page in document.pages] == [f"{WORDS}\nRad två", "Sida två"]
    assert [page.number for page in document.pages] == [1, 2]
    assert (document.reader, document.media_type) == (Reader.PDF, "application/pdf")
    assert document.pages_known
    assert document.placed
    assert re.fullmatch("[0-9a-f]{64}", document.sha256)


@READERS
@pytest.mark.parametrize(
    ("data", "error", "code", "message"),
    [
        pytest.param(
            made.encrypted("hemligt", "ägare"),
            PdfEncryptedError,
            "pdf-encrypted",
            r"is an encrypted PDF file\. .*--password",
            id="encrypted",
        ),
        pytest.param(
            made.pdf(made.text(WORDS))[:-200],
            PdfDamagedError,
            "pdf-damaged",
            "cut off",
            id="cut off",
        ),
        pytest.param(b"%PDF-1.7\nhej", PdfDamagedError, "pdf-damaged", "cut off", id="none"),
        pytest.param(
            made.no_pages(), PdfEmptyError, "pdf-without-pages", "without pages", id="no pages"
        ),
        pytest.param(
            made.missing_page(), PdfDamagedError, "pdf-damaged", "page 2 cannot", id="no page 2"
        ),
        pytest.param(
            made.pages_of_nothing(MOST_PAGES + 1),
            PdfTooManyPagesError,
            "pdf-too-many-pages",
            f"has {MOST_PAGES + 1} pages",
            id="too many",
        ),
        pytest.param(
            made.pdf(made.text(*shifted(WORDS * 30))),
            PdfFontsUnreadableError,
            "pdf-fonts-unmapped",
            "do not tell its letters",
            id="letters that are others",
        ),
        pytest.param(
            made.pdf(made.picture, made.blank, made.picture),
            PdfScannedError,
            "pdf-scanned",
            r"pages 1, 3 show pictures of it\. .*-l swe",
            id="scan",
        ),
        pytest.param(made.pdf(made.blank), EmptyInputError, "empty-input", "no text", id="blank"),
        pytest.param(
            made.unmapped(WORDS),
            PdfFontsUnreadableError,
            "pdf-fonts-unmapped",
            "do not tell its letters",
            id="fonts",
        ),
    ],
)
def test_refusals(
    data: bytes, error: type[UnreadableError], code: str, message: str, reader: PdfReader
) -> None:
    with pytest.raises(error, match=rf"^rapport\.pdf .*{message}") as caught:
        read(data, reader)
    assert (caught.value.code, caught.value.exit_code) == (code, 5)


@READERS
def test_passwords(reader: PdfReader) -> None:
    data = made.encrypted("hemligt", "agare")
    assert read(data, reader, "hemligt").pages[0].text == WORDS
    assert read(data, reader, "agare").pages[0].text == WORDS
    with pytest.raises(PdfPasswordWrongError, match=r"^The password does not open rapport\.pdf"):
        read(data, reader, "fel")


@READERS
def test_a_password_only_for_owners_is_not_needed(reader: PdfReader) -> None:
    assert read(made.encrypted("", "agare"), reader).pages[0].text == WORDS


@READERS
def test_a_password_that_is_not_needed_does_no_harm(reader: PdfReader) -> None:
    assert read(made.pdf(made.text(WORDS)), reader, "onödigt").pages[0].text == WORDS


def test_the_password_is_not_shown() -> None:
    assert "hemligt" not in repr(PdfOptions(PdfReader.AUTO, "hemligt"))


@pytest.mark.parametrize(
    ("before", "after"),
    [(b"", b"\r\n"), (b"", b"\n<!-- sent by mail -->\n" * 20), (b"From: x\r\n\r\n", b"")],
)
def test_what_is_put_before_and_after_does_no_harm(before: bytes, after: bytes) -> None:
    assert read(before + made.pdf(made.text(WORDS)) + after).pages[0].text == WORDS


@READERS
@pytest.mark.parametrize("removed", [1, 8, 60, 300])
def test_a_file_cut_off_is_refused_though_it_could_be_rebuilt(
    removed: int, reader: PdfReader
) -> None:
    data = made.pdf(*[made.text(WORDS)] * 6).rstrip()
    with pytest.raises(PdfDamagedError, match="cut off"):
        read(data[:-removed], reader)


@READERS
def test_a_file_with_a_hole_is_refused(reader: PdfReader) -> None:
    data = made.pdf(*[made.text(WORDS)] * 6)
    with pytest.raises(PdfDamagedError, match="index is not where"):
        read(data[:800] + data[1000:], reader)


@READERS
def test_a_blank_block_between_objects_is_refused(reader: PdfReader) -> None:
    data = made.pdf(made.text(WORDS))
    place = data.index(b"/MediaBox")
    with pytest.raises(PdfDamagedError, match="is blank"):
        read(data[:place] + bytes(20) + data[place + 20 :], reader)


@READERS
def test_a_page_that_does_not_unpack_is_refused(reader: PdfReader) -> None:
    rows = b"".join(b"BT /F1 9 Tf 50 %d Td (%b) Tj ET\n" % (550 - n, b"ord" * n) for n in range(30))
    packed = bytearray(zlib.compress(rows))
    whole = made.on_page(b"").replace(
        made.stream(b""), made.stream(bytes(packed), b"/Filter /FlateDecode")
    )
    data = whole.replace(bytes(packed), bytes(packed[:80] + b"\x00\x00\x00" + packed[83:]))
    assert len(data) == len(whole) != 0
    # Only the index is out of place here, since the page was put in afterwards.
    start = data.index(b"\nxref") + 1
    data = re.sub(rb"startxref\n\d+", b"startxref\n%d" % start, data)
    with pytest.raises(PdfDamagedError, match="does not unpack"):
        read(data, reader)


@READERS
def test_pages_without_text_among_others_are_marked_as_scanned(reader: PdfReader) -> None:
    document = read(made.pdf(made.text(WORDS), made.picture, made.blank), reader)
    assert [page.scanned for page in document.pages] == [False, True, False]


def test_what_pdfplumber_loses_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from spur_extract.reading.pdf import plumber  # noqa: PLC0415 - as the program imports it

    read_all = plumber.read_pages_plumber
    monkeypatch.setattr(plumber, "read_pages_plumber", lambda *args: read_all(*args)[:1])
    data = made.pdf(*[made.text(WORDS)] * 3)
    with pytest.raises(PdfDamagedError, match="pages 2–3 cannot be read whole"):
        read(data, PdfReader.PDFPLUMBER)


def test_auto_takes_pdfplumber_where_pdfium_loses_something(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines = ("Rad ett", "Rad två")

    def forgetful(data: bytes, password: str | None) -> object:
        (shorter,) = read_pages_pdfium(made.pdf(made.text(lines[0])), None)
        (_, told), *others = read_told_pages(data, password)
        return [(shorter, told), *others]

    monkeypatch.setattr(choosing, "read_told_pages", forgetful)
    data = made.pdf(made.text(*lines), made.text("Sida två"))
    assert [page.text for page in read(data).pages] == ["Rad ett\nRad två", "Sida två"]
    with pytest.raises(PdfDamagedError, match="page 1 cannot be read whole"):
        read(data, PdfReader.PDFIUM)
