"""The persons of a text named once more: whole, by a part of the name, or by initials."""

import re
from collections.abc import Collection, Sequence

from spur_extract.language.components.context_words import load_context_words
from spur_extract.language.components.person_rules import Candidate, Evidence
from spur_extract.language.components.runs import Run, Words, tokens_of
from spur_extract.language.components.vetoes import is_vetoed
from spur_extract.language.components.word_classes import WordClass
from spur_extract.language.parties.name_words import load_name_words

SURE_ALONE = {Evidence.ADDRESSED, Evidence.LONE_GIVEN}
ROLE_CLASSES = {WordClass.ROLE, WordClass.ADDRESS}
WEAK = {WordClass.PLACE, WordClass.TERM, WordClass.WORD, WordClass.ORGANISATION}


def repeated_names(words: Words, found: list[Candidate]) -> list[Candidate]:
    """The names found once more, whole or in lone parts, with or without a genitive -s."""
    whole = _repeated_whole(words, found)
    return [*whole, *_repeated_parts(words, [*found, *whole])]


def _repeated_whole(words: Words, found: list[Candidate]) -> list[Candidate]:
    taken = {index for candidate in found for index in tokens_of(candidate.run)}
    names = {_written(words, candidate.run) for candidate in found if len(candidate.run) > 1}
    sizes = sorted({len(name) for name in names}, reverse=True)
    again: list[Candidate] = []
    for start in range(len(words.texts)):
        for size in sizes:
            run = Run(start, start + size)
            free = taken.isdisjoint(tokens_of(run)) and run.end <= len(words.texts)
            if free and _written(words, run) in names:
                taken.update(tokens_of(run))
                again.append(Candidate(run, Evidence.REPEATED))
    return again


def _written(words: Words, run: Run) -> tuple[str, ...]:
    """The words of a name, without a genitive -s at its end."""
    *first, last = (words.texts[index] for index in tokens_of(run) if index < len(words.texts))
    return (*first, last.removesuffix("s"))


def _repeated_parts(words: Words, found: list[Candidate]) -> list[Candidate]:
    taken = {index for candidate in found for index in tokens_of(candidate.run)}
    parts = {
        words.texts[index]
        for candidate in found
        if len(candidate.run) > 1 or candidate.evidence in SURE_ALONE
        for index in tokens_of(candidate.run)
        if words.classes[index] not in {WordClass.INITIAL, WordClass.PARTICLE}
        and words.text_at(index) not in load_name_words().particles
    }
    parts |= {part[:-1] for part in parts if part.endswith("s") and len(part) > 3}
    again: list[Candidate] = []
    for index, text in enumerate(words.texts):
        if index in taken or words.classes[index] in {WordClass.NONE, WordClass.ORDINARY}:
            continue
        if not (text in parts or text.removesuffix("s") in parts) or _may_be_else(words, index):
            continue
        start = index
        if again and again[-1].run.end == index:
            start = again.pop().run.start
        run = Run(start, index + 1)
        if not is_vetoed(words, run):
            again.append(Candidate(run, Evidence.REPEATED))
    return again


def _may_be_else(words: Words, index: int) -> bool:
    """Whether a name that is another word as well may be just that here: "Inga kurser", "Lund"."""
    context = load_context_words()
    follows = words.text_at(index + 1)
    if follows in context.acts or words.class_at(index - 1) in ROLE_CLASSES:
        return False
    if words.classes[index] in WEAK:
        return follows not in context.after_titled - {"och"}
    return words.begins_sentence(index) and words.text_at(index) in context.pronouns


def initials_of_names(words: Words, found: list[Candidate]) -> list[Candidate]:
    """Two or three capitals that are the initials of exactly one name."""
    people = {
        letters
        for candidate in found
        if len(candidate.run) > 1
        for letters in _initials_of([words.texts[index] for index in tokens_of(candidate.run)])
    }
    refused = load_context_words().no_initials
    taken = {index for candidate in found for index in tokens_of(candidate.run)}
    return [
        Candidate(Run(index, index + 1), Evidence.INITIALS)
        for index, text in enumerate(words.texts)
        if index not in taken and text.isupper() and _letters(text) in people
        if _letters(text).lower() not in refused and not _is_listed(words, index, people)
    ]


def _is_listed(words: Words, index: int, people: Collection[str]) -> bool:
    """Whether it stands in a row of other things: "Stroke, MS, migrän"."""
    if words.text_at(index - 1) != "," or words.text_at(index + 1) != ",":
        return False
    beside = {words.text_at(other).upper() for other in (index - 2, index + 2)}
    return beside.isdisjoint(people)


def _letters(text: str) -> str:
    """Initials without full stops and a genitive: "A.E." is "AE"."""
    return text.replace(".", "").partition(":")[0]


def _initials_of(name: Sequence[str]) -> set[str]:
    """The ways to write a name by its first letters: "AK" and "ASK" of Ann-Sofi Krans."""
    parts = [part for word in name for part in re.split(r"[-‐‑.]", word) if part[:1].isupper()]
    heads = [word for word in name if word[:1].isupper()]
    ways = {
        "".join(part[0] for part in parts),
        "".join(word[0] for word in heads),
        f"{name[0][0]}{name[-1][0]}",
    }
    return {letters for letters in ways if 2 <= len(letters) <= 3}
