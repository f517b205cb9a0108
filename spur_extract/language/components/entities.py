"""Puts the evidence together: persons by rule and by the trained component, and roles."""

import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from spur_extract.language.components.context_words import load_context_words
from spur_extract.language.components.labelled_fields import labelled_fields
from spur_extract.language.components.person_rules import (
    SHORTEST,
    Candidate,
    Evidence,
    rule_candidates,
)
from spur_extract.language.components.runs import Run, Words, is_opener
from spur_extract.language.components.vetoes import is_vetoed
from spur_extract.language.components.word_classes import NAMES, WordClass
from spur_extract.language.parties.name_words import load_name_words
from spur_extract.language.parties.persons import locate_persons

JOINS = frozenset({"och", "/", "&", "samt", "eller", ","})
ROLE_CLASSES = {WordClass.ROLE, WordClass.ADDRESS}
SURE_ALONE = {Evidence.ADDRESSED, Evidence.LONE_GIVEN}
TO_BE_AGREED = {Evidence.LIKELY, Evidence.LONE_DOUBTFUL}
UNKNOWN = {WordClass.CAPITALISED, WordClass.FIRST}
WEAK = {WordClass.PLACE, WordClass.TERM, WordClass.WORD, WordClass.ORGANISATION}
LONGEST_FIELD = 40
"""Tokens of a text that may be a field."""
PERSON, ROLE = "PERSON", "ROLE"
TRUSTED_FIRST = NAMES | {
    WordClass.CAPITALISED,
    WordClass.FIRST,
    WordClass.INITIAL,
    WordClass.PARTICLE,
}
REFUSED = frozenset(
    {
        WordClass.ORGANISATION,
        WordClass.ROLE,
        WordClass.ORDINARY,
        WordClass.TERM,
        WordClass.CAPITALS,
        WordClass.WORD,
        WordClass.NONE,
    }
)


def find_people(words: Words, trained: Iterable[Run], sources: frozenset[Evidence]) -> list[Run]:
    """The names in a text, from the sources of evidence that are in use."""
    suspected = list(trained) if Evidence.TRAINED in sources else []
    candidates = [
        found
        for found in rule_candidates(words)
        if found.evidence in sources
        and (found.evidence not in TO_BE_AGREED or found.run in suspected)
        and (found.evidence is not Evidence.LONE_DOUBTFUL or _has_support(words, found.run))
    ]
    cut = (_without_first_word(words, run) for run in suspected)
    candidates += [Candidate(run, Evidence.TRAINED) for run in cut if _is_plausible(words, run)]
    if Evidence.FIELD in sources and len(words.texts) <= LONGEST_FIELD:
        candidates += _field_candidates(words, candidates)
    if Evidence.LABELLED in sources:
        candidates += _labelled_candidates(words)
    found = _without_overlap(candidates)
    if Evidence.REPEATED in sources:
        found += _repeated(words, found)
    if Evidence.INITIALS in sources:
        found += _initials(words, found)
    return sorted((candidate.run for candidate in found), key=lambda run: run.start)


def _field_candidates(words: Words, others: list[Candidate]) -> list[Candidate]:
    """What the rule for fields finds in a short text, if a word of it is a known name."""
    overlapped = {index for other in others for index in _tokens(other.run)}
    found = []
    for start, end in locate_persons(words.doc.text):
        span = words.doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            continue
        tokens = range(span.start, span.end)
        known = any(words.classes[index] in NAMES for index in tokens)
        run = Run(span.start, span.end)
        named = known or not overlapped.isdisjoint(tokens) or ROLE_CLASSES & set(words.classes)
        if named and not is_vetoed(words, run):
            found.append(Candidate(run, Evidence.FIELD))
    return found


def _labelled_candidates(words: Words) -> list[Candidate]:
    """What the rule for fields finds behind labels of a cover or an action plan."""
    text = words.doc.text
    spans = (
        words.doc.char_span(start + field, end + field, alignment_mode="expand")
        for field, field_end in labelled_fields(text)
        for start, end in locate_persons(text[field:field_end])
    )
    return [
        Candidate(Run(span.start, span.end), Evidence.LABELLED)
        for span in spans
        if span is not None
    ]


def _without_first_word(words: Words, run: Run) -> Run:
    """Leave out a word that only begins the sentence: "Fråga Anna"."""
    classes = words.classes[run.start : run.end]
    if len(run) > 1 and classes[0] is WordClass.FIRST and is_opener(words.text_at(run.start)):
        return Run(run.start + 1, run.end)
    return run


def _is_plausible(words: Words, run: Run) -> bool:
    """Whether what the trained component suspects contradicts no rule."""
    classes = words.classes[run.start : run.end]
    if classes[0] not in TRUSTED_FIRST or not REFUSED.isdisjoint(classes):
        return False
    if any("\n" in text for text in words.texts[run.start : run.end]):
        return False
    if not _is_supported(words, run):
        return False
    return not is_vetoed(words, run)


def _is_supported(words: Words, run: Run) -> bool:
    """Whether a title, another name or a verb of persons stands beside it.

    Without one the words must be known names: given name first, or surname last.
    """
    classes = words.classes[run.start : run.end]
    if classes[-1] in {WordClass.INITIAL, WordClass.PARTICLE}:
        return False
    if len(run) > 1 and (classes[0] is WordClass.GIVEN or classes[-1] in NAMES):
        return True
    low = words.text_at(run.start)
    if len(run) == 1 and (low in load_context_words().pronouns or len(low) < SHORTEST):
        return False
    agent = len(run) > 1 and _is_agent(words, run)
    return agent or _has_support(words, run)


def _has_support(words: Words, run: Run) -> bool:
    """Whether a title, another name or a verb of persons stands beside a word that may be one."""
    return _has_company(words, run) or _acts(words, run)


def _is_agent(words: Words, run: Run) -> bool:
    """Whether it stands where a passive verb or "är" names somebody: "leds av …"."""
    before = words.text_at(run.start - 1)
    if before == "av":
        return words.text_at(run.start - 2).endswith("s")
    return before in {"är", "heter", "–"} and words.classes[run.start] is WordClass.CAPITALISED


def _has_company(words: Words, run: Run) -> bool:
    """Whether a title stands before it, or a given name is joined to it."""
    if words.class_at(run.start - 1) in ROLE_CLASSES:
        return not words.texts[run.start - 1].isupper()  # "VC" is a health centre, too
    joins = JOINS - {","} if words.classes[run.start] in UNKNOWN else JOINS  # "Anna Ek, Mora"
    left = words.text_at(run.start - 1) in joins and _ends_a_name(words, run.start - 2)
    right = words.text_at(run.end) in JOINS and words.class_at(run.end + 1) is WordClass.GIVEN
    return left or right


def _ends_a_name(words: Words, index: int) -> bool:
    if words.class_at(index) is WordClass.GIVEN:
        return True
    return words.class_at(index) in NAMES and words.class_at(index - 1) in NAMES


def _acts(words: Words, run: Run) -> bool:
    """Whether a verb follows of which only persons are the subject."""
    first = words.classes[run.start]
    known = first in NAMES or (len(run) > 1 and first is not WordClass.FIRST)
    return known and words.text_at(run.end) in load_context_words().acts


def _without_overlap(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The longest of candidates that overlap; of two the same length the rule's."""
    kept: list[Candidate] = []
    taken: set[int] = set()
    for candidate in sorted(
        candidates, key=lambda found: (-len(found.run), found.evidence is Evidence.TRAINED)
    ):
        tokens = range(candidate.run.start, candidate.run.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(candidate)
    return kept


def _repeated(words: Words, found: list[Candidate]) -> list[Candidate]:
    """The names found once more, whole or in lone parts, with or without a genitive -s."""
    whole = _repeated_whole(words, found)
    return [*whole, *_repeated_parts(words, [*found, *whole])]


def _repeated_whole(words: Words, found: list[Candidate]) -> list[Candidate]:
    taken = {index for candidate in found for index in _tokens(candidate.run)}
    names = {_written(words, candidate.run) for candidate in found if len(candidate.run) > 1}
    sizes = sorted({len(name) for name in names}, reverse=True)
    again: list[Candidate] = []
    for start in range(len(words.texts)):
        for size in sizes:
            run = Run(start, start + size)
            free = taken.isdisjoint(_tokens(run)) and run.end <= len(words.texts)
            if free and _written(words, run) in names:
                taken.update(_tokens(run))
                again.append(Candidate(run, Evidence.REPEATED))
    return again


def _written(words: Words, run: Run) -> tuple[str, ...]:
    """The words of a name, without a genitive -s at its end."""
    *first, last = (words.texts[index] for index in _tokens(run) if index < len(words.texts))
    return (*first, last.removesuffix("s"))


def _repeated_parts(words: Words, found: list[Candidate]) -> list[Candidate]:
    taken = {index for candidate in found for index in _tokens(candidate.run)}
    parts = {
        words.texts[index]
        for candidate in found
        if len(candidate.run) > 1 or candidate.evidence in SURE_ALONE
        for index in _tokens(candidate.run)
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


def _initials(words: Words, found: list[Candidate]) -> list[Candidate]:
    """Two or three capitals that are the initials of exactly one name."""
    people = {
        letters
        for candidate in found
        if len(candidate.run) > 1
        for letters in _initials_of([words.texts[index] for index in _tokens(candidate.run)])
    }
    refused = load_context_words().no_initials
    taken = {index for candidate in found for index in _tokens(candidate.run)}
    return [
        Candidate(Run(index, index + 1), Evidence.INITIALS)
        for index, text in enumerate(words.texts)
        if index not in taken and text.isupper() and _letters(text) in people
        if _letters(text).lower() not in refused
    ]


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


def _tokens(run: Run) -> range:
    return range(run.start, run.end)


def set_entities(doc: Doc, people: Iterable[Run], roles: Iterable[Span]) -> None:
    """Write persons and roles to `doc.ents`; a role gives way to a name that holds it."""
    persons = [Span(doc, run.start, run.end, label=PERSON) for run in people]
    taken = {token.i for span in persons for token in span}
    free = [role for role in roles if all(token.i not in taken for token in role)]
    doc.set_ents(filter_spans([*persons, *free]))
