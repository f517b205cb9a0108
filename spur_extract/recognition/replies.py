"""What the unit answers to an item of the inspectors' lists, written below it."""

from collections.abc import Iterator, Sequence

from spur_extract.catalogue.schema import Correspondence
from spur_extract.recognition.elements import Element


def replies(elements: Sequence[Element], wording: Correspondence) -> Iterator[int]:
    """Positions of the elements of replies in the lists.

    In a list with bullets a reply ends at the next one. Nothing tells its end in another: it may
    have several paragraphs, so it goes on to the form's next text.
    """
    replying = False
    for position, element in enumerate(elements):
        line = element.lines[0]
        if not element.free or element.zone != "lists":
            replying = False
        elif any(pattern.match(line.body) for pattern in wording.reply):
            replying = True
        elif line.bullet:
            replying = False
        if replying:
            yield position
