"""Names of persons in running text by rule, each with the evidence that speaks for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from spur_extract.language.components.context_words import load_context_words
from spur_extract.language.components.runs import Run, Words, find_runs, split_run
from spur_extract.language.components.support import SOURCES
from spur_extract.language.components.vetoes import is_vetoed
from spur_extract.language.components.word_classes import NAMES, WordClass
from spur_extract.language.gazetteers import load_gazetteer
from spur_extract.language.parties.likeness import is_name_like
from spur_extract.language.parties.name_words import is_vocabulary

SURNAME_LIKE = {WordClass.SURNAME, WordClass.CAPITALISED, WordClass.GIVEN, WordClass.DOUBTFUL}
ALSO_SURNAMES = {WordClass.PLACE, WordClass.WORD}
AFTER_GIVEN = SURNAME_LIKE | {WordClass.INITIAL, WordClass.PARTICLE}


MOST_WORDS = 4
SHORTEST = 3
"""Letters of a surname that no list knows."""
PRONOUNS = frozenset(
    {"han", "min", "mina", "sina", "dina", "vår", "om", "do", "fast", "en", "hela", "inga"}
)
"""Given names after which even another capital proves nothing at the beginning of a sentence."""


class Evidence(StrEnum):
    """What speaks for a name."""

    FULL = "given name and surname"
    INITIAL = "initial and surname"
    ADDRESSED = "title or role before it"
    LIKELY = "a likely given name and a surname; the trained component must agree"
    BESIDE_ROLE = "two words beside a role"
    FIELD = "the rule for fields, in a short text"
    LABELLED = "the rule for fields, behind a label"
    LONE_GIVEN = "given name alone"
    LONE_DOUBTFUL = "doubtful given name alone; the trained component must agree"
    REPEATED = "part of a name found in the same text"
    INITIALS = "initials of a name found in the same text"
    TRAINED = "trained component"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of tokens and the evidence that it is a person."""

    run: Run
    evidence: Evidence


def rule_candidates(words: Words) -> Iterator[Candidate]:
    """Names that their own words or the word before them show to be names."""
    for run in find_runs(words):
        for stretch in split_run(words, run):
            part = _without_organisation(words, stretch)
            evidence = _evidence(words, part) if len(part) else None
            if evidence and not is_vetoed(words, part):
                yield Candidate(part, evidence)


def _without_organisation(words: Words, part: Run) -> Run:
    """Cut off an organisation or place that stands before or behind a full name."""
    classes = words.classes
    end = part.end
    for index in range(part.start + 1, part.end):
        if classes[index] in {WordClass.ORGANISATION, WordClass.CAPITALS} and not _capitals(
            words, part
        ):
            whole = index - part.start >= 2 and classes[part.start] is WordClass.GIVEN
            end = index if whole and not words.texts[index - 1].endswith("s") else part.start
            break
    return Run(part.start, max(end, part.start))


def _capitals(words: Words, part: Run) -> bool:
    return all(words.texts[index].isupper() for index in range(part.start, part.end))


def _evidence(words: Words, part: Run) -> Evidence | None:
    classes = words.classes[part.start : part.end]
    first, rest = classes[0], classes[1:]
    names = [found for found in rest if found not in {WordClass.INITIAL, WordClass.PARTICLE}]
    full = bool(names) and _is_full_name(words, part, names)
    frequent = _is_frequent(words.text_at(part.start))
    known = frequent or not NAMES.isdisjoint(names) or _ends_name_like(words, part)
    if full and first is WordClass.GIVEN and known:
        return Evidence.FULL
    if first is WordClass.INITIAL and _follows_initial(words, part, names):
        return Evidence.INITIAL
    if _is_addressed(words, part) and first in SURNAME_LIKE and set(rest) <= AFTER_GIVEN:
        return Evidence.ADDRESSED
    if names and _is_beside_role(words, part):
        return Evidence.BESIDE_ROLE
    if full and not is_vocabulary(words.text_at(part.end - 1)):
        return Evidence.LIKELY
    return None if names else _lone_evidence(words, part)


def _ends_name_like(words: Words, part: Run) -> bool:
    """Whether the last word is unknown and spelled as surnames are."""
    unknown = words.classes[part.end - 1] is WordClass.CAPITALISED
    low = words.text_at(part.end - 1)
    return unknown and not is_vocabulary(low) and is_name_like(low)


def _lone_evidence(words: Words, part: Run) -> Evidence | None:
    """What speaks for a given name without surname: the words beside it, or that it is frequent."""
    first, low = words.classes[part.start], words.text_at(part.start)
    if first not in {WordClass.GIVEN, WordClass.DOUBTFUL}:
        return None
    context = load_context_words()
    only_begins = words.begins_sentence(part.start) and low in PRONOUNS
    if words.text_at(part.end) in context.acts and not only_begins:
        return Evidence.LONE_GIVEN
    if first is WordClass.GIVEN and _is_frequent(low):
        return Evidence.LONE_GIVEN
    before = words.text_at(part.start - 1)
    asked = before in context.asked and before not in SOURCES
    again = words.texts.count(words.texts[part.start]) > 1
    sure = first is WordClass.GIVEN and (
        asked or again or words.class_at(part.start - 1) is WordClass.ROLE
    )
    return Evidence.LONE_GIVEN if sure else Evidence.LONE_DOUBTFUL


def _is_frequent(low: str) -> bool:
    """Whether a given name, or each part of a double one, is frequent in Sweden."""
    frequent = load_gazetteer("frequent_given_names")
    base = low if low in frequent else low.removesuffix("s")
    return base in frequent or all(part in frequent for part in base.split("-"))


def _is_full_name(words: Words, part: Run, names: Sequence[WordClass]) -> bool:
    """Whether the first word is a given name, or may be one, and the others surnames."""
    first, mid_sentence = words.classes[part.start], not words.begins_sentence(part.start)
    if first is WordClass.GIVEN:
        return _may_follow(words, part, names)
    if first is WordClass.DOUBTFUL and all(name in SURNAME_LIKE | ALSO_SURNAMES for name in names):
        if len(names) > 1 and names[-1] is WordClass.PLACE:  # "Carin Ek Örebro"
            return False
        either_way = words.text_at(part.start) not in PRONOUNS or not NAMES.isdisjoint(names)
        return mid_sentence or either_way
    return first in SURNAME_LIKE | {WordClass.FIRST} and names[-1] in NAMES


def _may_follow(words: Words, part: Run, names: Sequence[WordClass]) -> bool:
    """Whether the words after a sure given name can be surnames; in capitals all can.

    Behind a frequent given name a single word can be a place as well: "Frida Boden".
    """
    if _capitals(words, part):
        return WordClass.ORGANISATION not in names
    if len(part) == 2 and names[0] in ALSO_SURNAMES and _is_frequent(words.text_at(part.start)):
        return True
    return all(
        name in SURNAME_LIKE or words.text_at(index) in load_gazetteer("doubtful_surnames")
        for index, name in zip(_name_indices(words, part), names, strict=True)
    )


def _name_indices(words: Words, part: Run) -> list[int]:
    """The words after the first that are neither initials nor particles."""
    skipped = {WordClass.INITIAL, WordClass.PARTICLE}
    return [
        index for index in range(part.start + 1, part.end) if words.classes[index] not in skipped
    ]


def _follows_initial(words: Words, part: Run, names: Sequence[WordClass]) -> bool:
    """Whether an initial is followed by a surname, and is no letter of a grade or an area."""
    if len(names) != 1:
        return bool(names) and names[-1] is WordClass.SURNAME
    if names[0] is WordClass.SURNAME:
        return True
    ordinary = words.text_at(part.end - 1) in load_gazetteer("vocabulary")  # "B. Låg bemanning"
    return names[0] in SURNAME_LIKE and not (ordinary or words.begins_sentence(part.start))


def _is_addressed(words: Words, part: Run) -> bool:
    """Whether a form of address or a role in small letters stands directly before."""
    if part.start == 0:
        return False
    before = words.classes[part.start - 1]
    if before is WordClass.ADDRESS:
        return True
    unknown = words.classes[part.start] not in NAMES
    low = words.text_at(part.start)
    if before is not WordClass.ROLE or (unknown and (len(low) < SHORTEST or is_vocabulary(low))):
        return False
    context = load_context_words()
    follows = words.text_at(part.end) in context.after_titled | context.acts
    return words.texts[part.start - 1].islower() or follows


def _is_beside_role(words: Words, part: Run) -> bool:
    """Whether two or three unknown words have a role before them, or behind a comma or bracket."""
    known = SURNAME_LIKE | {WordClass.FIRST, WordClass.INITIAL, WordClass.PARTICLE}
    if not set(words.classes[part.start : part.end]) <= known or len(part) > MOST_WORDS:
        return False
    if words.class_at(part.start - 1) is WordClass.ROLE:
        return True
    punctuation = words.text_at(part.end)
    return punctuation in {",", "("} and words.class_at(part.end + 1) is WordClass.ROLE
