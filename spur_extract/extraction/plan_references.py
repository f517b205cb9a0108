"""How inspectors refer to an action plan of the unit that stands elsewhere."""

import re
from collections.abc import Iterable

from spur_extract.catalogue import load_catalogue
from spur_extract.extraction.wording import sentences, words


def references_to_plan(text: str) -> tuple[str, ...]:
    """The sentences that say that there is an action plan for what this visit found."""
    reference = load_catalogue().wording.plan_reference
    if not _any_in(reference.patterns, text):  # far cheaper than to split every narrative
        return ()
    return tuple(
        sentence
        for sentence in sentences(text)
        if _any_in(reference.patterns, sentence)
        and not words(sentence) & reference.negations
        and not _any_in(reference.exceptions, sentence)
    )


def _any_in(patterns: Iterable[re.Pattern[str]], text: str) -> bool:
    return any(pattern.search(text) for pattern in patterns)
