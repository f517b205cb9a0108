"""Small PDF files, made in the test itself."""

import io
from collections.abc import Sequence

import pypdfium2
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595, 842
FIRST_BASELINE, LEADING = 60, 13


def pdf_of(
    pages: Sequence[str],
    *,
    password: str | None = None,
    size: tuple[float, float] = (WIDTH, HEIGHT),
) -> bytes:
    """A PDF file with the lines of each page one below the other; a long page is a tall one."""
    out = io.BytesIO()
    lock = None if password is None else StandardEncryption(password, strength=128)
    canvas = Canvas(out, pagesize=size, encrypt=lock, invariant=True)
    for text in pages:
        lines = text.split("\n")
        height = max(size[1], 2 * FIRST_BASELINE + len(lines) * LEADING)
        canvas.setPageSize((size[0], height))
        canvas.setFont("Helvetica", 10)
        for number, line in enumerate(lines):
            canvas.drawString(60, height - FIRST_BASELINE - number * LEADING, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def turned(data: bytes, degrees: int) -> bytes:
    """The same file with a page that viewers turn."""
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    page.set_rotation(degrees)
    out = io.BytesIO()
    document.save(out)
    page.close()
    document.close()
    return out.getvalue()
