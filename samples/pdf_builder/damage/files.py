"""Files that are locked, cut off, empty, or something else."""

import io
from dataclasses import replace
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from samples.pdf_builder.compose import Printing
from samples.pdf_builder.draft import Damage, Draft

_KEPT: Final = 0.6
_USER: Final = "skogstjärn"
_OWNER: Final = "kopparkittel"

_LETTER: Final = (
    "Inbjudan till höstens trädgårdsdag",
    "",
    "Vi träffas vid växthuset på lördag klockan tio. Ta med handskar och en egen spade.",
    "Föreningen bjuder på soppa och kaffe. Den som vill byta frön lägger dem på bordet.",
    "",
    "Välkommen!",
)


def _user_password(draft: Draft) -> Draft:
    printing = Printing(passwords=(_USER, _OWNER))
    return _refused(replace(draft, printing=printing), "password")


def _owner_password(draft: Draft) -> Draft:
    """Opens without a password, with restricted rights."""
    return replace(draft, printing=Printing(passwords=("", _OWNER)))


def _truncated(draft: Draft) -> Draft:
    damaged = replace(draft, finish=lambda data: data[: int(len(data) * _KEPT)])
    return _refused(damaged, "truncated")


def _no_pages(draft: Draft) -> Draft:
    return _refused(replace(draft, finish=lambda _data: _without_pages()), "no pages")


def _no_report(draft: Draft) -> Draft:
    return _refused(replace(draft, finish=lambda _data: _letter()), "no report")


def _refused(draft: Draft, reason: str) -> Draft:
    return replace(draft, readable=False, notes={"reason": reason})


def _without_pages() -> bytes:
    """A whole file whose tree of pages is empty; reportlab always writes a page."""
    objects = (b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>")
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    return data + b"xref\n0 3\n0000000000 65535 f \n" + table + end


def _letter() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for number, line in enumerate(_LETTER):
        canvas.drawString(72, 760 - 16 * number, line)
    canvas.save()
    return buffer.getvalue()


DAMAGES: Final[dict[str, Damage]] = {
    "user-password": _user_password,
    "owner-password": _owner_password,
    "truncated": _truncated,
    "no-pages": _no_pages,
    "no-report": _no_report,
}
