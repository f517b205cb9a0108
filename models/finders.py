"""The ways of finding names that the evaluation compares."""

from collections.abc import Iterable, Sequence

from spacy.language import Language

from models.measure import Finder
from spur_extract.language.components.factories import ENTITIES, Entities
from spur_extract.language.components.labels import PERSON
from spur_extract.language.components.person_rules import Evidence
from spur_extract.language.names import find_names_with
from spur_extract.language.parties.persons import locate_persons

RULES = tuple(evidence.name.lower() for evidence in Evidence if evidence is not Evidence.TRAINED)
TRAINED = Evidence.TRAINED.name.lower()


def field_rule(texts: Sequence[str]) -> list[list[tuple[int, int]]]:
    """The rule that `parse` uses for fields."""
    return [locate_persons(text) for text in texts]


def pipeline(
    nlp: Language, evidence: Iterable[str] | None = None, *, suspected: bool = False
) -> Finder:
    """The pipeline with its own evidence or another, and with suspicions or without."""

    def find(texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        component = nlp.get_pipe(ENTITIES)
        if not isinstance(component, Entities):
            raise TypeError(ENTITIES)
        used = component.sources
        if evidence is not None:
            component.sources = frozenset(Evidence[name.upper()] for name in evidence)
        found = find_names_with(nlp, texts, suspected=suspected)
        component.sources = used
        return [[(name.start, name.end) for name in names] for names in found]

    return find


def ner_alone(nlp: Language) -> Finder:
    """What the trained component says, with no rule before or after."""

    def find(texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        with nlp.select_pipes(disable=[ENTITIES]):
            docs = list(nlp.pipe(texts))
        return [
            [(span.start_char, span.end_char) for span in doc.ents if span.label_ == PERSON]
            for doc in docs
        ]

    return find
