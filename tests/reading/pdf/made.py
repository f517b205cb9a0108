"""Little PDF files made for tests."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import reportlab
from PIL import Image
from reportlab.lib import pdfencrypt
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.ttfonts import TTFontFile
from reportlab.pdfgen.canvas import Canvas

SIZE = (400.0, 600.0)
VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
TEXT = "Handledningen är bra och sker på avsatt tid."

Draw = Callable[[Canvas], None]


def pdf(*pages: Draw, encrypt: pdfencrypt.StandardEncryption | None = None) -> bytes:
    """A file with a page for each function that draws one; compressed as most files are."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=SIZE, encrypt=encrypt, pageCompression=1)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def text(*lines: str) -> Draw:
    """A page of these lines, from 100 points below its top, in Helvetica of 10 points."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for row, line in enumerate(lines):
            canvas.drawString(50, SIZE[1] - 100 - 14 * row, line)

    return draw


def picture(canvas: Canvas) -> None:
    """A page that is one picture."""
    shades = Image.linear_gradient("L").resize((40, 60))
    canvas.drawImage(ImageReader(shades), 0, 0, *SIZE)


def blank(_: Canvas) -> None:
    """A page without anything."""


def encrypted(user: str, owner: str) -> bytes:
    """A page of text, with a password for readers (may be empty) and one for owners."""
    return pdf(text(TEXT), encrypt=pdfencrypt.StandardEncryption(user, ownerPassword=owner))


def raw_pdf(objects: Sequence[bytes]) -> bytes:
    """A file of these objects, numbered from 1; the first is the catalogue."""
    out = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(out)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, rows)
        + b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
        + b"startxref\n%d\n%%%%EOF\n" % start
    )


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """An object that holds `content`."""
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), entries, content)


def no_pages() -> bytes:
    """A file whose list of pages is empty."""
    return raw_pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"])


def missing_page() -> bytes:
    """A file of two pages of which the second is not there."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] >>"
    pages = b"<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 >>"
    return raw_pdf([b"<< /Type /Catalog /Pages 2 0 R >>", pages, page])


def pages_of_nothing(count: int) -> bytes:
    """A file that lists one empty page `count` times."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] >>"
    kids = b"3 0 R " * count
    pages = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, count)
    return raw_pdf([b"<< /Type /Catalog /Pages 2 0 R >>", pages, page])


def unmapped(line: str) -> bytes:
    """A page whose font has shapes for `line`, but does not tell which letters they are."""
    font = TTFontFile(str(VERA))
    shapes = b"".join(b"%04x" % font.charToGlyph[ord(letter)] for letter in line)
    embedded = VERA.read_bytes()
    return raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            (
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 600] /Contents 7 0 R"
                b" /Resources << /Font << /F1 4 0 R >> >> >>"
            ),
            (
                b"<< /Type /Font /Subtype /Type0 /BaseFont /Vera /Encoding /Identity-H"
                b" /DescendantFonts [5 0 R] >>"
            ),
            (
                b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Vera /CIDToGIDMap /Identity"
                b" /DW 600"
                b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
                b" /FontDescriptor 6 0 R >>"
            ),
            (
                b"<< /Type /FontDescriptor /FontName /Vera /Flags 4 /FontBBox [0 0 1000 1000]"
                b" /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80"
                b" /FontFile2 8 0 R >>"
            ),
            stream(b"BT /F1 12 Tf 50 500 Td <%b> Tj ET" % shapes),
            stream(embedded, b"/Length1 %d" % len(embedded)),
        ]
    )


def on_page(
    content: bytes, entries: bytes = b"", more: Sequence[bytes] = (), catalogue: bytes = b""
) -> bytes:
    """One page of 400 by 600 points that draws `content`; `entries` are more of the page's own,
    `more` are objects numbered from 6, `catalogue` more entries of the file's. /F1 is Helvetica."""
    return raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R %b >>" % catalogue,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> /XObject << /X1 6 0 R >> >>"
            b" %b >>"
            % (entries if b"/MediaBox" in entries else b"/MediaBox [0 0 400 600] " + entries),
            stream(content),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            *more,
        ]
    )
