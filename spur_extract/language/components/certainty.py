"""Which names are certain enough to be told, and which are only suspected.

What only the trained component finds is a suspicion: on texts of hands that had not been looked
at, one in four was no person. A lone given name, and what only the rule for fields finds in a
sentence, needs something that speaks for it.
"""

from collections.abc import Iterable, Sequence

from spur_extract.language.components.person_rules import Candidate, Evidence
from spur_extract.language.components.runs import Run, Words, tokens_of
from spur_extract.language.components.support import UNKNOWN, has_profession, has_support, is_asked
from spur_extract.language.components.word_classes import WordClass
from spur_extract.language.parties.likeness import name_likeness

PROSE = 4
"""Ordinary words from which on a short text is a sentence."""
LEAST_LIKE = -6.0
"""Likeness of an unknown word in a name; the least of 72 in dev texts was -4.8."""


def certain(
    words: Words, candidates: Sequence[Candidate], trained: Iterable[Run]
) -> list[Candidate]:
    """The candidates that are more than suspected; `trained` is what the trained component says."""
    agreed = {index for run in trained for index in tokens_of(run)}
    return [each for each in candidates if _is_certain(words, each, agreed)]


def _is_certain(words: Words, candidate: Candidate, agreed: set[int]) -> bool:
    run, evidence = candidate.run, candidate.evidence
    if evidence is Evidence.TRAINED:
        return False
    if evidence is Evidence.LIKELY:
        return _is_spelled_as_name(words, run)
    supported = has_support(words, run) or has_profession(words, run)
    if evidence is Evidence.LONE_GIVEN:
        again = words.texts.count(words.texts[run.start]) > 1
        return again or supported or is_asked(words, run) or run.start in agreed
    if evidence is Evidence.FIELD:
        return supported or not _is_prose(words)
    return True


def _is_prose(words: Words) -> bool:
    """Whether a short text tells something, and is no field with names."""
    plain = zip(words.texts, words.classes, strict=True)
    return sum(word.isalpha() and found is WordClass.NONE for word, found in plain) >= PROSE


def _is_spelled_as_name(words: Words, run: Run) -> bool:
    """Whether no word of it is unknown and spelled as ordinary words are."""
    unknown = (index for index in tokens_of(run) if words.classes[index] in UNKNOWN)
    return all(name_likeness(words.text_at(index)) >= LEAST_LIKE for index in unknown)
