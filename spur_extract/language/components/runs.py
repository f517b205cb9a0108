"""Runs of capitalised words: where names can be, and which stretch of a run would be one."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.tokens import Doc

from spur_extract.language.components.word_classes import CAPITALISED, WordClass

DASHES = frozenset({"-", "–"})
OCCUPATIONS = (
    *(
        "aren",
        "orn",
        "erna",
        "ist",
        "isten",
        "iker",
        "ikern",
        "logen",
        "skan",
        "kirurgen",
        "chefen",
    ),
    *("euten", "enten", "gogen"),
)
"""How words for persons at work end, long ones."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The tokens of a text with their classes; blanks are left out, line ends are kept."""

    doc: Doc
    texts: tuple[str, ...]
    classes: tuple[WordClass, ...]

    def begins_sentence(self, index: int) -> bool:
        """Whether a capital at this token may be the sentence's only."""
        if index == 0 or self.doc[index].is_sent_start:
            return True
        before = self.texts[index - 1]
        if before in DASHES:  # a bullet; within a line it parts columns
            return index == 1 or "\n" in self.texts[index - 2]
        return before in {":", '"', "”", "•"}

    def text_at(self, index: int) -> str:
        """The token in lower case, or nothing beyond the text."""
        return self.texts[index].lower() if 0 <= index < len(self.texts) else ""

    def class_at(self, index: int) -> WordClass:
        """The token's class, `NONE` beyond the text."""
        return self.classes[index] if 0 <= index < len(self.classes) else WordClass.NONE


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens from `start` up to `end`, the first and last of them capitalised."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


def tokens_of(run: Run) -> range:
    """The indices of its tokens."""
    return range(run.start, run.end)


def find_runs(words: Words) -> Iterator[Run]:
    """Capitalised words side by side, with the particles of surnames between them."""
    start: int | None = None
    last = 0
    for index, word_class in enumerate(words.classes):
        if word_class in CAPITALISED:
            if start is None:
                start = index
            last = index
        elif start is not None and word_class is not WordClass.PARTICLE:
            yield Run(start, last + 1)
            start = None
    if start is not None:
        yield Run(start, last + 1)


def split_run(words: Words, run: Run) -> Iterator[Run]:
    """The stretches between ordinary words, and from one given name to the next."""
    start = run.start
    for index in range(run.start, run.end):
        word_class = words.classes[index]
        alone = _is_common_noun(words, run, index) or _is_leading_acronym(words, run, index)
        if word_class is WordClass.ORDINARY or alone:
            if index > start:
                yield _trimmed(words, Run(start, index))
            start = index + 1
        elif _begins_second(words, start, index, run.end):
            yield _trimmed(words, Run(start, index))
            start = index
    if start < run.end:
        yield _trimmed(words, Run(start, run.end))


def _is_common_noun(words: Words, run: Run, index: int) -> bool:
    """Whether a sentence's first word only has its capital from there: "Kollegan Anna Ek"."""
    if index != run.start or words.classes[index] is not WordClass.FIRST or len(run) < 2:
        return False
    return is_opener(words.text_at(index))


def _is_leading_acronym(words: Words, run: Run, index: int) -> bool:
    """Whether an acronym stands before words that are none: "VC Anna Ek"."""
    follows = words.texts[index + 1 : run.end]
    acronym = index == run.start and words.classes[index] is WordClass.CAPITALS
    return acronym and not all(text.isupper() for text in follows)


@cache
def load_openers() -> frozenset[str]:
    """Words that begin sentences and stand before names, in lower case."""
    return frozenset(files(__package__).joinpath("openers.txt").read_text("utf-8").split())


def is_opener(low: str) -> bool:
    """Whether a word that begins a sentence is a noun or verb before a name."""
    return low in load_openers() or (len(low) > 6 and low.endswith(OCCUPATIONS))


def _begins_second(words: Words, start: int, index: int, end: int) -> bool:
    """Whether a second name begins here: "Anna Ek Bo Lind"."""
    return (
        index - start > 1
        and index < end - 1
        and words.classes[index] is WordClass.GIVEN
        and words.classes[index - 1] is WordClass.SURNAME
        and words.classes[start] is WordClass.GIVEN
    )


def _trimmed(words: Words, run: Run) -> Run:
    """Without particles at its ends."""
    start, end = run.start, run.end
    while end > start and words.classes[end - 1] is WordClass.PARTICLE:
        end -= 1
    while start < end and words.classes[start] is WordClass.PARTICLE:
        start += 1
    return Run(start, end)
