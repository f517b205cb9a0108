"""A PDF's colours as red, green and blue."""

from collections.abc import Sequence

from pdfminer.pdfcolor import PDFColorSpace

from spur_extract.reading.document import Colour

MIDDLE_GREY: Colour = (0.5, 0.5, 0.5)
"""For what is painted with a pattern, or in a way that does not tell its colour."""

INKS = frozenset({"Separation", "DeviceN"})
"""Colour spaces whose numbers say how much ink is used: 1 is dark."""


def rgb(colour: object, space: PDFColorSpace) -> Colour:
    """The colour as pdfminer gives it (one number, or a sequence of them) from 0 to 1."""
    parts = _numbers(colour)
    if space.name in INKS and parts:
        light = 1 - max(parts)
        return (light, light, light)
    if space.name == "Indexed":
        return MIDDLE_GREY
    if len(parts) == 1:
        return (parts[0], parts[0], parts[0])
    if len(parts) == 3:
        return (parts[0], parts[1], parts[2])
    if len(parts) == 4:
        cyan, magenta, yellow, black = parts
        return ((1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black))
    return MIDDLE_GREY


def _numbers(colour: object) -> list[float]:
    values = colour if isinstance(colour, Sequence) else [colour]
    numbers = [float(value) for value in values if isinstance(value, int | float)]
    # A pattern has a name besides its numbers.
    return [min(max(n, 0.0), 1.0) for n in numbers] if len(numbers) == len(values) else []
