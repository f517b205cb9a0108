"""Finds names of persons in texts of any kind: narratives, list items and fields."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from spur_extract.language.components.labels import PERSON, SUSPECTED
from spur_extract.language.components.word_classes import WordClass, classify
from spur_extract.language.parties.genitives import genitive_length
from spur_extract.language.parties.likeness import is_name_like
from spur_extract.language.parties.name_words import is_vocabulary
from spur_extract.language.parties.words import NEAR
from spur_extract.language.pipeline import load_pipeline

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

NARROWEST = 45
"""Characters: where a paragraph's longest line is shorter, no line goes on below."""
FULL_SHARE = 0.75
"""Of the longest line: how long a line is that goes on below, in texts wrapped by hand as well."""
WRAPPED_SHARE = 0.75
"""Of a paragraph's lines but the last."""
LONG_LIST = 4
"""Lines that all begin with a capital, so that no sentence can be wrapped that way by chance."""
LAST_WORDS = re.compile(r"([^\W\d_]+)[^\S\n]*[,.:–-]?[^\S\n]+([^\W\d_][\w.-]*)\s*$")
"""What a line ends with behind another word, so that it is no column of given names."""
FIRST_WORD = re.compile(r"\s*([^\W\d_][\w-]*)")
FINAL_INITIAL = re.compile(r"[^\W\d_]\.")
BLANK = str.maketrans({"\t": " ", "\r": " ", "\u00a0": " ", "\u202f": " "})


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name as written and where it stands, without title and without genitive -s."""

    text: str
    start: int
    end: int


def find_names(texts: Sequence[str]) -> list[tuple[FoundName, ...]]:
    """The names of persons in each text, in the order of the text.

    Line ends within a paragraph are looked through. The pipeline is loaded at the first call.
    """
    return find_names_with(load_pipeline(), texts)


def find_suspects(texts: Sequence[str]) -> list[tuple[FoundName, ...]]:
    """The same with all that may be a name: what must not be missed is sought with this."""
    return find_names_with(load_pipeline(), texts, suspected=True)


def find_names_with(
    pipeline: "Language", texts: Sequence[str], *, suspected: bool = False
) -> list[tuple[FoundName, ...]]:
    """`find_names`, or `find_suspects`, with a pipeline of the caller's."""
    docs = pipeline.pipe(unwrap(text) for text in texts)
    return [
        tuple(_names(text, doc, suspected=suspected)) for text, doc in zip(texts, docs, strict=True)
    ]


def unwrap(text: str) -> str:
    """The text with blanks for the line ends inside paragraphs; no offset changes.

    Lines belong together if nearly all of them are about as long as the longest; else each is a
    line of its own, as in a list or on a cover.
    """
    lines = text.translate(BLANK).split("\n")
    joints = ["\n"] * len(lines)
    start = 0
    for end in range(len(lines) + 1):
        if end == len(lines) or not lines[end].strip():
            full = _full_lines(lines[start:end])
            if sum(full) >= WRAPPED_SHARE * len(full) and not _is_list(lines[start:end]):
                for number, is_full in enumerate(full, start):
                    joints[number] = " " if is_full else "\n"
            start = end + 1
    for number, (line, following) in enumerate(pairwise(lines)):
        if _breaks_name(line, following):
            joints[number] = " "
    return "".join(part for pair in zip(lines, joints, strict=True) for part in pair)[:-1]


def _full_lines(lines: Sequence[str]) -> list[bool]:
    """Of each line but the last, whether it goes on below."""
    width = max((len(line.rstrip()) for line in lines), default=0)
    if width < NARROWEST:
        return [False] * (len(lines) - 1)
    return [
        len(line.rstrip()) >= FULL_SHARE * width and following[:1].isalnum()
        for line, following in pairwise(lines)
    ]


def _breaks_name(line: str, following: str) -> bool:
    """Whether a line ends with a given name or an initial, and a surname begins the next."""
    ends, begins = LAST_WORDS.search(line[-NEAR:]), FIRST_WORD.match(following[:NEAR])
    if ends is None or begins is None or not _is_surname(begins[1]):
        return False
    before, last = map(classify, ends.groups())
    double = before is WordClass.GIVEN and last is WordClass.DOUBTFUL  # "Anna Maria"
    return double or last in {WordClass.GIVEN, WordClass.INITIAL}


def _is_surname(word: str) -> bool:
    """Whether the lists have it as a surname, or no list has it and it is spelled as one."""
    found = classify(word)
    unknown = found is WordClass.CAPITALISED and not is_vocabulary(word.lower())
    return found is WordClass.SURNAME or (unknown and is_name_like(word))


def _is_list(lines: Sequence[str]) -> bool:
    """Whether every line begins with a capital, as items do and wrapped lines hardly ever do."""
    if len(lines) < 2 or not all(line.lstrip()[:1].isupper() for line in lines[1:]):
        return False
    return len(lines) >= LONG_LIST or not lines[-1].rstrip().endswith((".", "!", "?"))


def _closing_stop(last: str, following: str) -> int:
    """1 if the full stop of a last initial ends the sentence as well: "Anna E. Bo Ek leder"."""
    return int(FINAL_INITIAL.fullmatch(last) is not None and following[:1].isupper())


def _names(text: str, doc: "Doc", *, suspected: bool) -> Iterator[FoundName]:
    people = [span for span in doc.ents if span.label_ == PERSON]
    if suspected:
        people = sorted([*people, *doc.spans[SUSPECTED]], key=lambda span: span.start)
    cuts = [_genitive(span) for span in people]
    without = {span[-1].text for span, cut in zip(people, cuts, strict=True) if not cut}
    for span, cut in zip(people, cuts, strict=True):
        following = doc[span.end].text if span.end < len(doc) else ""
        genitive = 0 if span[-1].text in without else cut
        end = span.end_char - genitive - _closing_stop(span[-1].text, following)
        yield FoundName(text[span.start_char : end], span.start_char, end)


def _genitive(span: "Span") -> int:
    """Letters of a genitive at the end of a name, by the word that follows."""
    doc = span.doc
    following = doc[span.end].text if span.end < len(doc) else ""
    return genitive_length(span[-1].text, following, alone=len(span) == 1)
