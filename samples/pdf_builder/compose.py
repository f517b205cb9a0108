"""A report's pages in one look, and the file they make."""

import io
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Final

from pypdfium2 import PdfDocument
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from samples.content import AreaContent, ReportContent
from samples.form import AreaForm
from samples.pdf_builder.areas import AreaPrinter
from samples.pdf_builder.faces import register
from samples.pdf_builder.flow import LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, Flow, Page
from samples.pdf_builder.front import put_cover, put_lists
from samples.pdf_builder.look import Look
from samples.pdf_builder.marking import Marking
from samples.pdf_builder.pen import Pen
from samples.pdf_builder.plan import put_plan
from samples.pdf_builder.styles import Style
from samples.pdf_builder.text import heading
from samples.pdf_builder.wording import wording_of
from spur_extract.catalogue import Catalogue

_QUARTER: Final = 90
_SCAN_SCALE: Final = 1.25


@dataclass(frozen=True, slots=True)
class Job:
    """What is printed and how; `areas` may hold one that the content does not know."""

    content: ReportContent
    areas: tuple[tuple[AreaForm, AreaContent], ...]
    forms: tuple[AreaForm, ...]
    look: Look
    style: Style
    marking: Marking


Overprint = Callable[[Pen, Page], None]
"""Draws over a page on which everything else is."""


@dataclass(frozen=True, slots=True)
class Printing:
    """How pages are put into a file.

    `order` has the indices of the pages that are in it, all where None; `scans` are pages that are
    only pictures. `turned`: set sideways; `rotation`: what viewers turn the pages by; so both
    together show the pages upright. `passwords`: of the user (may be "") and the owner. `over` is
    drawn over each page.
    """

    order: tuple[int, ...] | None = None
    scans: frozenset[int] = frozenset()
    turned: bool = False
    rotation: int = 0
    passwords: tuple[str, str] | None = None
    over: Overprint | None = None

    def indices(self, count: int) -> tuple[int, ...]:
        """The indices of the pages printed, of `count` there are."""
        return tuple(range(count)) if self.order is None else self.order


def pages_of(job: Job, catalogue: Catalogue) -> list[Page]:
    """The report laid on pages."""
    register()
    wording = wording_of(catalogue)
    flow = Flow()
    edition = catalogue.edition(job.content.edition)
    older = edition.lists == "bulleted"
    if job.content.cover:
        put_cover(flow, job.content.cover, job.look, catalogue, edition)
    if not older:
        put_lists(flow, job.content, job.look, catalogue)
        flow.turn()
    printer = AreaPrinter(job.look, job.style, job.marking, wording["grading-label"])
    part = None
    for form, area in job.areas:
        if form.part != part:
            part = form.part
            flow.gap(job.look.face.leading)
            title = wording[f"part:{part}"]
            flow.put(heading(title, job.look.face.scaled(1.6), 6 * job.look.face.leading))
        printer.put(flow, form, area)
    if older:
        put_lists(flow, job.content, job.look, catalogue)
    put_plan(flow, job.content.plan, job.forms, job.look, catalogue)
    return flow.pages


def file_of(pages: Sequence[Page], look: Look, printing: Printing) -> bytes:
    """The pages as a file."""
    register()
    scans = _pictures(pages, look, printing.scans) if printing.scans else {}
    buffer = io.BytesIO()
    # reportlab takes the size as displayed, and swaps it for a page that is rotated
    sideways = printing.rotation and not printing.turned
    size = (PAGE_HEIGHT, PAGE_WIDTH) if sideways else (PAGE_WIDTH, PAGE_HEIGHT)
    canvas = Canvas(buffer, pagesize=size, invariant=1, encrypt=_encryption(printing.passwords))
    pen = Pen(canvas)
    for index in printing.indices(len(pages)):
        canvas.setPageRotation(printing.rotation)
        if printing.turned:
            canvas.translate(PAGE_HEIGHT, 0)
            canvas.rotate(_QUARTER)
        if index in scans:
            canvas.drawImage(scans[index], 0, 0, PAGE_WIDTH, PAGE_HEIGHT)
        else:
            _margins(pen, look, index + 1, len(pages))
            for placed in pages[index]:
                placed.block.draw(pen, placed.top)
            if printing.over:
                printing.over(pen, pages[index])
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _encryption(passwords: tuple[str, str] | None) -> StandardEncryption | None:
    return StandardEncryption(*passwords, strength=128) if passwords else None


def _pictures(pages: Sequence[Page], look: Look, indices: frozenset[int]) -> dict[int, ImageReader]:
    """Pages as a scanner would give them."""
    with closing(PdfDocument(file_of(pages, look, Printing()))) as document:
        return {
            index: ImageReader(document[index].render(scale=_SCAN_SCALE).to_pil().convert("L"))
            for index in indices
        }


def _margins(pen: Pen, look: Look, number: int, total: int) -> None:
    """The running head and the foot with the page's number."""
    font = (look.face.regular, 8.0)
    if look.head:
        pen.text((LEFT, PAGE_HEIGHT - 36), look.head, font)
    foot = look.foot.format(number=number, total=total)
    if foot:
        pen.canvas.setFont(*font)
        pen.canvas.drawRightString(RIGHT, 30, foot)
