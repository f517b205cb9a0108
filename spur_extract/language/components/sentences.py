"""Where a sentence of a report begins: after a full stop that is none of an abbreviation or
initial, and on a new line."""

import re
from typing import TYPE_CHECKING, cast

import numpy
from spacy.tokens import Doc

if TYPE_CHECKING:
    from thinc.types import Ints2d

STOPS = frozenset(".!?…")
CLOSING = frozenset("\"'”’»)]")
NUMBER = re.compile(r"\d{1,3}")


def split_sentences(doc: Doc) -> Doc:
    """Mark the first token of every sentence.

    A full stop that belongs to an abbreviation or an initial is part of its token (see
    `tokens.py`), so a stop that is a token of its own ends the sentence, unless a small letter
    follows, or the stop stands behind a number that begins a sentence.
    """
    starts = _sentence_starts([token.text for token in doc])
    marks = numpy.array([1 if start else -1 for start in starts], dtype="int64")
    doc.from_array(["SENT_START"], cast("Ints2d", marks.view("uint64").reshape(-1, 1)))
    return doc


def _sentence_starts(texts: list[str]) -> list[bool]:
    starts: list[bool] = []
    starts_next = begun = False
    for index, text in enumerate(texts):
        if "\n" in text:
            starts.append(index == 0)
            starts_next = True
            continue
        can_start = begun and not text[0].islower() and text[0] not in CLOSING
        begins_line = index > 0 and "\n" in texts[index - 1]
        starts.append(index == 0 or (starts_next and (can_start or begins_line)))
        begun = True
        if text[0] in CLOSING and starts_next:
            continue
        numbered = index > 0 and starts[index - 1] and NUMBER.fullmatch(texts[index - 1])
        starts_next = text in STOPS and not numbered
    return starts
