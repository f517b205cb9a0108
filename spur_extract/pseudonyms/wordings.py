"""The form's own wording: texts that are nothing else stay as they are."""

from functools import cache

from spur_extract.catalogue import load_catalogue
from spur_extract.pseudonyms.tokens import tokens_of


def is_form_wording(text: str) -> bool:
    """Whether the catalogue has this very text, wherever its lines end."""
    return _closed_up(text) in _form_texts()


@cache
def form_words() -> frozenset[str]:
    """All words that a form prints in lower case."""
    return frozenset(
        token.key for text in _form_texts() for token in tokens_of(text) if token.text.islower()
    )


@cache
def _form_texts() -> frozenset[str]:
    entries = load_catalogue().entries
    return frozenset(_closed_up(form) for entry in entries for form in entry.forms)


def _closed_up(text: str) -> str:
    return " ".join(text.split())
