"""What pdfminer's interpreter draws on: keeps letters, paths and images in painting order."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice, PDFTextSeq
from pdfminer.pdffont import PDFCIDFont, PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager, PDFTextState
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import MATRIX_IDENTITY, Matrix, PathSegment, Rect, apply_matrix_pt

from spur_extract.reading.boxes import around
from spur_extract.reading.document import Colour, Drawing, DrawingKind, Point
from spur_extract.reading.pdf.painting import NEARLY_CLEAR, UPRIGHT_WITHIN, is_near_white, slope
from spur_extract.reading.pdf.placing import Placing
from spur_extract.reading.pdf.plumber_colours import rgb
from spur_extract.reading.pdf.plumber_images import look
from spur_extract.reading.pdf.plumber_states import opacity
from spur_extract.reading.pdf.symbol_fonts import decode
from spur_extract.reading.pdf.words import Glyph, Setting, is_bold

FILL_AND_STROKE = frozenset({2, 6})
"""Text render modes that give letters an outline of their own."""

UNPAINTED = frozenset({3, 7})
OUTLINE_ONLY = frozenset({1, 5})

BULLETS = frozenset({0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D})
"""Codes that Windows' encoding leaves unused: in a PDF file they draw a bullet."""

LIGATURE = re.compile("[\ufb00-\ufb06]")

MOST_SEGMENTS = 120
"""Parts of a path from which on it is a picture, not a mark: its points are not taken."""

LARGEST_MARK_IMAGE = 60.0
"""Points to which a picture can be that of a box: only these are looked at closely."""

UNIT_SQUARE: tuple[Point, ...] = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


@dataclass(frozen=True, slots=True)
class Letter:
    """A character from where it begins on the baseline to where it ends, in user space."""

    text: str
    begin: Point
    end: Point
    along: Point
    setting: Setting

    def placed(self, placing: Placing) -> Glyph:
        """The character on the page as it is read; `along` is which way its baseline runs."""
        x0, baseline = placing.point(*self.begin)
        x1, _ = placing.point(*self.end)
        upright = slope(*self.along, placing.turn) <= UPRIGHT_WITHIN
        setting = self.setting if upright else self.setting._replace(upright=False)
        return Glyph(self.text, min(x0, x1), max(x0, x1), baseline, setting)


@dataclass(frozen=True, slots=True)
class Shape:
    """A path or an image; `drawing` has no place yet, `outline` is what it covers in user space."""

    drawing: Drawing
    outline: tuple[Point, ...]

    def placed(self, placing: Placing) -> Drawing:
        """The drawing on the page as it is read; a path of very many parts keeps no points."""
        points = tuple(placing.point(x, y) for x, y in self.outline)
        kept = self.drawing.kind is DrawingKind.PATH and len(points) <= MOST_SEGMENTS
        return replace(self.drawing, box=around(points), points=points if kept else ())


class Resources(PDFResourceManager):
    """Fonts and the like. A font that does not tell its letters stays without them: what pdfminer
    works out from the shapes' table in the font is often one letter off (å for ä)."""

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """The font of that description."""
        font = super().get_font(objid, spec)
        identity = isinstance(font, PDFCIDFont) and "Identity" in font.cidcoding
        if isinstance(font, PDFCIDFont) and identity and "ToUnicode" not in spec:
            font.unicode_map = None
        return font


class Canvas(PDFTextDevice):
    """Collects what a page paints; `angles` counts letters by quarter turns of their baseline."""

    def __init__(self, resources: PDFResourceManager) -> None:
        """An empty canvas."""
        super().__init__(resources)
        self.letters: list[Letter] = []
        self.shapes: list[Shape] = []
        self.angles: Counter[int] = Counter()
        self._outlined = False
        self._faint = False
        self._colour: Colour | None = None
        self._layers: list[bool] = []
        self._outer: list[Matrix] = []

    def begin_tag(self, tag: PSLiteral, props: object = None) -> None:  # noqa: ARG002
        """Marked content begins: that of a layer, or another."""
        self._layers.append(literal_name(tag) == "OC")

    def end_tag(self) -> None:
        """It ends."""
        if self._layers:
            self._layers.pop()

    def begin_figure(self, name: str, bbox: Rect, matrix: Matrix) -> None:  # noqa: ARG002
        """A form object or an image begins."""
        self._outer.append(self.ctm or MATRIX_IDENTITY)

    def end_figure(self, name: str) -> None:  # noqa: ARG002
        """It ends. The interpreter leaves the matrix of a form object's inside in place."""
        self.ctm = self._outer.pop()

    def render_string(
        self,
        textstate: PDFTextState,
        seq: PDFTextSeq,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> None:
        """Notes how letters are painted, which `render_char` is not told."""
        self._outlined = textstate.render in FILL_AND_STROKE
        filled = textstate.render not in OUTLINE_ONLY
        clear = filled and opacity(graphicstate) <= NEARLY_CLEAR
        colour = rgb(graphicstate.ncolor, graphicstate.ncs)
        unpainted = clear or textstate.render in UNPAINTED
        self._colour = None if unpainted else colour
        self._faint = unpainted or any(self._layers) or (filled and is_near_white(colour))
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(  # noqa: PLR0913, PLR0917 - as pdfminer calls it
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,  # noqa: ARG002
        graphicstate: PDFGraphicState,  # noqa: ARG002
    ) -> float:
        """Keep one character; returns its advance in text space."""
        advance = font.char_width(cid) * fontsize * scaling
        name = _name(font)
        a, b, c, d, _, _ = matrix
        self.letters.append(
            Letter(
                _text(font, cid, name),
                apply_matrix_pt(matrix, (0, rise)),
                apply_matrix_pt(matrix, (advance, rise)),
                (a, b),
                Setting(
                    size=abs(fontsize) * math.hypot(c, d),
                    bold=self._outlined or is_bold(name),
                    colour=self._colour,
                    faint=self._faint,
                ),
            )
        )
        self.angles[round(math.degrees(math.atan2(b, a)) / 90) % 4 * 90] += 1
        return advance

    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,
        fill: bool,
        evenodd: bool,  # noqa: ARG002
        path: Sequence[PathSegment],
    ) -> None:
        """Keep a path, all its parts as one."""
        matrix = self.ctm or MATRIX_IDENTITY
        outline = tuple(apply_matrix_pt(matrix, point) for point in _end_points(path))
        if not outline:
            return
        seen = opacity(graphicstate) > 0
        drawing = Drawing(
            kind=DrawingKind.PATH,
            box=(0, 0, 0, 0),
            fill=rgb(graphicstate.ncolor, graphicstate.ncs) if fill and seen else None,
            stroke=rgb(graphicstate.scolor, graphicstate.scs) if stroke else None,
            # Scaled already when it was set; as long as it is not, it is 1 in the path's own space.
            width=(float(graphicstate.linewidth) or _scale(matrix)) if stroke else 0.0,
            curved=any(segment[0] in "cvy" for segment in path),
            layered=any(self._layers),
        )
        self.shapes.append(Shape(drawing, outline))

    def render_image(self, name: str, stream: PDFStream) -> None:  # noqa: ARG002
        """Keep an image: it fills the unit square of its matrix."""
        matrix = self.ctm or MATRIX_IDENTITY
        outline = tuple(apply_matrix_pt(matrix, corner) for corner in UNIT_SQUARE)
        x0, y0, x1, y1 = around(outline)
        small = max(x1 - x0, y1 - y0) <= LARGEST_MARK_IMAGE
        digest, darkness = look(stream, closely=small)
        drawing = Drawing(
            DrawingKind.IMAGE,
            (0, 0, 0, 0),
            digest=digest,
            darkness=darkness,
            layered=any(self._layers),
        )
        self.shapes.append(Shape(drawing, outline))


def _name(font: PDFFont) -> str:
    """The font's name; that of a font without a descriptor stands with the font alone."""
    name: str | bytes = font.fontname or ""
    if name in ("", "unknown"):
        name = getattr(font, "basefont", name)
    return name.decode("utf-8", "replace") if isinstance(name, bytes) else str(name)


def _scale(matrix: Matrix) -> float:
    return math.hypot(matrix[0], matrix[1])


def _text(font: PDFFont, cid: int, name: str) -> str:
    """The character, or the letters of a ligature; "(cid:n)" when the font does not tell."""
    try:
        return LIGATURE.sub(
            lambda found: unicodedata.normalize("NFKC", found[0]),
            decode(name, font.to_unichr(cid)),
        )
    except PDFUnicodeNotDefined:
        if font.is_multibyte():
            return f"(cid:{cid})"
    # pdfminer does not know the names of ZapfDingbats; a one-byte code tells the same.
    drawn = decode(name, chr(cid))
    if drawn != chr(cid):
        return drawn
    return "•" if cid in BULLETS else f"(cid:{cid})"


def _end_points(path: Sequence[PathSegment]) -> Iterable[Point]:
    """Where the parts of a path end; closing one leads back to where it began."""
    start: Point | None = None
    last: Point | None = None
    for segment in path:
        operands = [float(value) for value in segment[1:]]
        if len(operands) >= 2:
            last = (operands[-2], operands[-1])
            start = last if segment[0] == "m" else start
            yield last
        elif start is not None and last != start:
            last = start
            yield start
