"""Blocks of text: paragraphs a line at a time, headings, shaded bars."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from samples.pdf_builder.faces import Face
from samples.pdf_builder.flow import LEFT, RIGHT, Block, Tag
from samples.pdf_builder.pen import GREY, NAVY, PALE, WHITE, Pen
from samples.pdf_builder.shapes import Rect

BASELINE: Final = 0.76
"""Where in a line's height its letters stand."""

_PAD: Final = 3.0
_BADGE: Final = 17.0


@dataclass(frozen=True, slots=True)
class Place:
    """A typeface and where its lines begin and end at most."""

    face: Face
    left: float = LEFT
    right: float = RIGHT
    bold: bool = False

    def lines(self, text: str) -> tuple[str, ...]:
        """The lines of a paragraph."""
        return self.face.lines(text, self.right - self.left, bold=self.bold)

    def line_block(self, text: str, tag: Tag | None = None) -> Block:
        """One printed line."""
        face = self.face

        def draw(pen: Pen, top: float) -> None:
            at = (self.left, top - face.leading * BASELINE)
            pen.text(at, text, (face.font(bold=self.bold), face.size))

        return Block(face.leading, draw, tag=tag)

    def paragraph(self, text: str, tag: Tag | None = None) -> Iterator[Block]:
        """A paragraph as blocks of a line; its first line does not stand alone at a page's foot."""
        lines = self.lines(text)
        for number, line in enumerate(lines):
            block = self.line_block(line, replace(tag, text=line) if tag else None)
            first_of_more = number == 0 and len(lines) > 1
            yield replace(block, keep=self.face.leading) if first_of_more else block


def heading(text: str, face: Face, keep: float) -> Block:
    """A heading of one or more lines, with room below it."""
    place = Place(face, bold=True)
    lines = place.lines(text)

    def draw(pen: Pen, top: float) -> None:
        for number, line in enumerate(lines):
            at = (LEFT, top - face.leading * (BASELINE + number))
            pen.coloured_text(at, line, (face.bold, face.size), NAVY)

    return Block(face.leading * len(lines) + 2, draw, keep=keep)


def badge_heading(letter: str, text: str, face: Face, keep: float) -> Block:
    """A heading after a coloured square with the area's letter."""
    lines = Place(face, LEFT + _BADGE + 7, bold=True).lines(text)
    height = max(_BADGE, face.leading * len(lines)) + 4

    def draw(pen: Pen, top: float) -> None:
        pen.filled(Rect(LEFT, top - _BADGE, LEFT + _BADGE, top), NAVY)
        inset = (_BADGE - face.width(letter, bold=True)) / 2
        font = (face.bold, face.size)
        pen.coloured_text((LEFT + inset, top - _BADGE + 5), letter, font, WHITE)
        for number, line in enumerate(lines):
            pen.text((LEFT + _BADGE + 7, top - _BADGE + 5 - number * face.leading), line, font)

    return Block(height, draw, keep=keep)


def bar(text: str, face: Face, keep: float) -> Block:
    """A shaded bar with a label in it, and a rule below."""
    height = face.leading + 2 * _PAD

    def draw(pen: Pen, top: float) -> None:
        pen.filled(Rect(LEFT, top - height, RIGHT, top), PALE)
        pen.line((LEFT, top - height), (RIGHT, top - height), colour=GREY)
        at = (LEFT + _PAD, top - _PAD - face.leading * BASELINE)
        pen.text(at, text, (face.bold, face.size))

    return Block(height, draw, keep=keep)


def rule(room: float) -> Block:
    """A rule from margin to margin, and room around it."""

    def draw(pen: Pen, top: float) -> None:
        pen.line((LEFT, top - 2), (RIGHT, top - 2), colour=GREY)

    return Block(room, draw)
