"""Puts the pipeline together, untrained, from `configs/ner.cfg`."""

from pathlib import Path

import spacy
from spacy.lang.sv import Swedish
from spacy.language import Language
from spacy.util import load_config

from spur_extract.language.components import factories  # noqa: F401  registers them
from spur_extract.language.components.tokens import adapt_tokenizer

CONFIG = Path(__file__).parent / "configs" / "ner.cfg"


def assemble() -> Language:
    """The pipeline with its tokeniser and rules; the NER has no weights yet."""
    nlp = spacy.util.load_model_from_config(load_config(CONFIG), auto_fill=True, validate=True)
    if isinstance(nlp, Swedish):
        adapt_tokenizer(nlp)
    return nlp
