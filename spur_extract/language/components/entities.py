"""Puts the evidence together: persons by rule and by the trained component, and roles."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from spur_extract.language.components.certainty import certain
from spur_extract.language.components.context_words import load_context_words
from spur_extract.language.components.labelled_fields import labelled_fields
from spur_extract.language.components.labels import PERSON, SUSPECTED
from spur_extract.language.components.mentioned_again import initials_of_names, repeated_names
from spur_extract.language.components.person_rules import (
    SHORTEST,
    Candidate,
    Evidence,
    rule_candidates,
)
from spur_extract.language.components.runs import Run, Words, is_opener, tokens_of
from spur_extract.language.components.support import ROLE_CLASSES, has_support
from spur_extract.language.components.vetoes import is_vetoed
from spur_extract.language.components.word_classes import NAMES, WordClass
from spur_extract.language.parties.persons import locate_persons

TO_BE_AGREED = {Evidence.LIKELY, Evidence.LONE_DOUBTFUL}
LONGEST_FIELD = 40
"""Tokens of a text that may be a field."""
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


@dataclass(frozen=True, slots=True)
class People:
    """The names in a text: those that are certain enough, and others that are only suspected."""

    named: tuple[Run, ...]
    suspected: tuple[Run, ...]


def find_people(words: Words, trained: Iterable[Run], sources: frozenset[Evidence]) -> People:
    """The names in a text, from the sources of evidence that are in use."""
    trained = list(trained) if Evidence.TRAINED in sources else []
    candidates = list(_candidates(words, trained, sources))
    named = _with_mentions(words, certain(words, candidates, trained), sources)
    wide = _with_mentions(words, candidates, sources)
    taken = {index for run in named for index in tokens_of(run)}
    others = (run for run in wide if taken.isdisjoint(tokens_of(run)))
    return People(tuple(named), tuple(others))


def _candidates(
    words: Words, trained: Sequence[Run], sources: frozenset[Evidence]
) -> Iterator[Candidate]:
    """All that may be names, overlapping or not."""
    found = [
        candidate
        for candidate in rule_candidates(words)
        if candidate.evidence in sources
        and (candidate.evidence not in TO_BE_AGREED or _is_agreed(candidate.run, trained))
        and (candidate.evidence is not Evidence.LONE_DOUBTFUL or has_support(words, candidate.run))
    ]
    cut = (_without_place(words, _without_first_word(words, run)) for run in trained)
    found += [Candidate(run, Evidence.TRAINED) for run in cut if _is_plausible(words, run)]
    yield from found
    if Evidence.FIELD in sources and len(words.texts) <= LONGEST_FIELD:
        yield from _field_candidates(words, found)
    if Evidence.LABELLED in sources:
        yield from _labelled_candidates(words)


def _with_mentions(
    words: Words, candidates: Iterable[Candidate], sources: frozenset[Evidence]
) -> list[Run]:
    """The candidates without overlap, and where they are named once more, in the text's order."""
    found = _without_overlap(candidates)
    if Evidence.REPEATED in sources:
        found += repeated_names(words, found)
    if Evidence.INITIALS in sources:
        found += initials_of_names(words, found)
    return sorted((candidate.run for candidate in found), key=lambda run: run.start)


def _is_agreed(run: Run, suspected: Iterable[Run]) -> bool:
    """Whether the trained component suspects it as well, or but for a word at one end."""
    return any(
        run == other or (len(other) > 1 and (run.start == other.start or run.end == other.end))
        for other in suspected
    )


def _field_candidates(words: Words, others: list[Candidate]) -> list[Candidate]:
    """What the rule for fields finds in a short text, if a word of it is a known name."""
    overlapped = {index for other in others for index in tokens_of(other.run)}
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


def _without_place(words: Words, run: Run) -> Run:
    """Leave out where somebody is from: "Anna Ek Sundsvall"."""
    whole = len(run) > 2 and words.class_at(run.end - 2) not in {
        WordClass.PARTICLE,
        WordClass.INITIAL,
    }
    place = words.classes[run.end - 1] is WordClass.PLACE
    return Run(run.start, run.end - 1) if whole and place else run


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
    return agent or has_support(words, run)


def _is_agent(words: Words, run: Run) -> bool:
    """Whether it stands where a passive verb or "är" names somebody: "leds av …"."""
    before = words.text_at(run.start - 1)
    if before == "av":
        return words.text_at(run.start - 2).endswith("s")
    return before in {"är", "heter", "–"} and words.classes[run.start] is WordClass.CAPITALISED


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


def set_entities(doc: Doc, people: People, roles: Iterable[Span]) -> None:
    """Write persons and roles to `doc.ents`; a role gives way to a name that holds it.

    What is only suspected to be a name is in `doc.spans["suspected"]`.
    """
    persons = [Span(doc, run.start, run.end, label=PERSON) for run in people.named]
    taken = {token.i for span in persons for token in span}
    free = [role for role in roles if all(token.i not in taken for token in role)]
    doc.set_ents(filter_spans([*persons, *free]))
    doc.spans[SUSPECTED] = [Span(doc, run.start, run.end, label=PERSON) for run in people.suspected]
