"""Names in a field that are written without capitals, in capitals only, or as initials only."""

import re
from collections.abc import Iterator

from spur_extract.language.gazetteers import load_gazetteer
from spur_extract.language.parties.lone_names import SEGMENT_END
from spur_extract.language.parties.name_words import is_given_name, is_vocabulary, load_name_words
from spur_extract.language.parties.roles import load_role_titles
from spur_extract.language.parties.words import split_words

SMALL_PAIR = re.compile(
    r"(?<![\w@.-])(?=([a-zà-ÿ]+(?:-[a-zà-ÿ]+)?) ([a-zà-ÿ]{2,}(?:-[a-zà-ÿ]+)?)(?![\w@-]))"
)
SMALL_BEFORE = re.compile(r"(?:^|[,;/(:&]|\boch|are|chef|rektor|\bdr\.?)\s*$")
SMALL_AFTER = re.compile(r"\s*(?:$|[,;/)(&.]|och\b)")
ASKED = re.compile(r"(?:[Aa]nsv\w*|[Uu]ppf\w*|[Ss]ign\w*|\bav)[.:]?\s*$")
INITIALS = re.compile(r"[A-ZÅÄÖ](?:-[A-ZÅÄÖ]|[A-ZÅÄÖ]{1,2})")
SHORTEST_IN_CAPITALS = 4


def small_names(text: str) -> Iterator[tuple[int, int]]:
    """A given name and an unknown word side by side, both without a capital: "anna ek-holm"."""
    for match in SMALL_PAIR.finditer(text):
        given, surname = match.groups()
        edges = SMALL_BEFORE.search(text, 0, match.start(1)) and SMALL_AFTER.match(
            text, match.end(2)
        )
        if edges and _is_given(given) and _is_unknown(surname):
            yield match.start(1), match.end(2)


def _is_given(low: str) -> bool:
    known = load_name_words()
    if any(is_vocabulary(part) or part in known.ordinary for part in (low, *low.split("-"))):
        return False
    return is_given_name(low) or all(map(is_given_name, low.split("-")))


def _is_unknown(low: str) -> bool:
    known = load_name_words()
    blocked = low in known.blocking or low.endswith(known.blocking_endings)
    small = low in known.ordinary or low in known.particles
    return not (blocked or small or is_vocabulary(low))


def initials(text: str, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Two or three capitals that share their stretch of the field with titles only: "Ansv. AE"."""
    start = 0
    for mark in [*SEGMENT_END.finditer(text), None]:
        end = mark.start() if mark else len(text)
        words = [word for word in split_words(text[start:end]) if word.start + start not in taken]
        while words and words[0].text.lower() in load_name_words().before_lone:
            del words[0]
        for word in words[:1]:
            only = len(words) == 1 or words[1].text.lower() in load_name_words().after_lone
            if only and _may_be_initials(text, start + word.start, word.text):
                yield start + word.start, start + word.end
        start = mark.end() if mark else end


def _may_be_initials(text: str, start: int, word: str) -> bool:
    """Two letters alone in a field, with a hyphen, or any behind "ansv." or "uppf."."""
    if not INITIALS.fullmatch(word) or _is_abbreviation(word):
        return False
    alone = len(word) == 2 and text.strip() == word
    return "-" in word or alone or ASKED.search(text, 0, start) is not None


def _is_abbreviation(text: str) -> bool:
    titles = load_role_titles()
    low = text.lower()
    return (
        low in load_gazetteer("abbreviations")
        or low in load_gazetteer("terms")
        or low in load_name_words().blocking
        or low in load_name_words().ordinary
        or low in load_name_words().forms_of_address
        or text in titles.abbreviations
        or low in titles.small_abbreviations
    )


def without_capitals(text: str) -> str:
    """A field in capitals as it would be written without: "Anna Ek, verksamhetschef".

    Any other field stays as it is. No offset changes.
    """
    if not text.isupper() or len(text) != len(text.lower()):
        return text
    parts = list(text)
    for word in split_words(text):
        parts[word.start : word.end] = _respelled(word.text)
    return "".join(parts)


def _respelled(word: str) -> str:
    low, known = word.lower(), load_name_words()
    named = is_given_name(low) or low in load_gazetteer("surnames")
    if low in known.particles or low in known.ordinary or (is_vocabulary(low) and not named):
        return low
    if len(word) < SHORTEST_IN_CAPITALS and not named:
        return word
    titled = word.title()
    return titled if len(titled) == len(word) else word
