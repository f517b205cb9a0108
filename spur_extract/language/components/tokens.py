"""The tokeniser: spaCy's for Swedish, with the abbreviations of these reports."""

from importlib.resources import files

from spacy.lang.sv import Swedish
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer


def adapt_tokenizer(nlp: Swedish) -> None:
    """Keep the abbreviations in one token; the rules are saved with the pipeline."""
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        return
    listed = files(__package__).joinpath("abbreviations.txt").read_text(encoding="utf-8")
    for written in listed.split():
        for variant in {written, written[0].upper() + written[1:]}:
            tokenizer.add_special_case(variant, [{ORTH: variant}])
