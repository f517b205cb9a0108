"""The spaCy factories of the pipeline; entry points of the package, so `spacy.load` finds them."""

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc, Span

from spur_extract.language.components.entities import find_people, set_entities
from spur_extract.language.components.labels import PERSON, ROLE
from spur_extract.language.components.person_rules import Evidence
from spur_extract.language.components.runs import Run, Words
from spur_extract.language.components.sentences import split_sentences
from spur_extract.language.components.word_classes import WordClass, classify
from spur_extract.language.parties.roles import find_roles

SENTENCES, WORDS, ENTITIES = "spur_sentences", "spur_words", "spur_entities"
ROLES_KEY = "spur_roles"
ALL_EVIDENCE = tuple(evidence.name.lower() for evidence in Evidence)


@Language.component(SENTENCES)
def sentences(doc: Doc) -> Doc:
    """Sets `token.is_sent_start`."""
    return split_sentences(doc)


@Language.component(WORDS, assigns=["token.tag"])
def words(doc: Doc) -> Doc:
    """Sets `token.tag_` to what the gazetteers know of each word, for rules and NER alike.

    Titles are kept in `doc.user_data` until the entities are written.
    """
    for token in doc:
        token.tag_ = classify(token.text)
    _mark_first(doc)
    roles = []
    for role in find_roles(doc.text):
        span = doc.char_span(role.start, role.end, label=ROLE, alignment_mode="expand")
        if span is not None:
            roles.append((span.start, span.end, role.title))
            for token in span:
                token.tag_ = WordClass.ROLE
    doc.user_data[ROLES_KEY] = roles
    return doc


def _mark_first(doc: Doc) -> None:
    """Tell unknown words that begin a sentence from those that have a capital within one."""
    for sentence in doc.sents:
        first = next((token for token in sentence if token.text[0].isalnum()), None)
        if first is not None and first.tag_ == WordClass.CAPITALISED:
            first.tag_ = WordClass.FIRST


class Entities:
    """Writes PERSON and ROLE to `doc.ents`."""

    def __init__(self, evidence: Iterable[str]) -> None:
        """`evidence`: names of `Evidence` in small letters; what is not named is not used."""
        self.sources = frozenset(Evidence[name.upper()] for name in evidence)

    def __call__(self, doc: Doc) -> Doc:
        """Weigh what the trained component left in `doc.ents` against the rules."""
        trained = [Run(span.start, span.end) for span in doc.ents if span.label_ == PERSON]
        view = Words(
            doc,
            tuple(token.text for token in doc),
            tuple(WordClass(token.tag_) for token in doc),
        )
        roles = [
            Span(doc, start, end, label=ROLE, span_id=title)
            for start, end, title in doc.user_data.pop(ROLES_KEY, ())
        ]
        set_entities(doc, find_people(view, trained, self.sources), roles)
        return doc


@Language.factory(ENTITIES, default_config={"evidence": list(ALL_EVIDENCE)}, assigns=["doc.ents"])
def entities(nlp: Language, name: str, evidence: list[str]) -> Entities:  # noqa: ARG001
    """The last component; which evidence it uses is part of the pipeline's configuration."""
    return Entities(evidence)
