"""What the unit answers to an item of the inspectors' lists, written below it."""

from collections.abc import Iterator, Sequence

from spur_extract.catalogue.schema import Correspondence
from spur_extract.layout.paragraphs import runs_on
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
        elif _begins_reply(elements, position, wording):
            replying = True
        elif line.bullet:
            replying = False
        if replying:
            yield position


def _begins_reply(elements: Sequence[Element], position: int, wording: Correspondence) -> bool:
    """Whether a line says who answers, and is no part of a sentence that began above."""
    words = elements[position].lines[0].body
    above = elements[position - 1] if position else None
    if not words[:1].isupper() or (above is not None and _runs_on(above)):
        return False
    return any(pattern.match(words) for pattern in wording.reply)


def _runs_on(above: Element) -> bool:
    return above.free and runs_on(above.lines[-1].text)
