"""Names in a field that are written without capitals, or in capitals only."""

import re
from collections.abc import Iterator

from spur_extract.language.gazetteers import load_gazetteer
from spur_extract.language.parties.likeness import is_name_like
from spur_extract.language.parties.lone_names import PHYSICIANS
from spur_extract.language.parties.name_words import (
    is_given_name,
    is_vocabulary,
    load_name_words,
    title_abbreviation,
)
from spur_extract.language.parties.roles import find_roles
from spur_extract.language.parties.surnames import (
    is_place_like,
    is_sure_surname,
    may_be_unknown_name,
)
from spur_extract.language.parties.words import NEAR, Word, search_before, split_words

SMALL_PAIR = re.compile(
    r"(?<![\w@.-])(?=([a-zà-ÿ]+(?:-[a-zà-ÿ]+)?) ([a-zà-ÿ]{2,}(?:-[a-zà-ÿ]+)?)(?![\w@-]))"
)
SMALL_INITIAL = re.compile(
    r"(?:^|(?<=[,;/&]))\s*"
    r"(?P<name>[a-zà-ÿ]\. ?(?P<surname>[a-zà-ÿ]{3,}(?:-[a-zà-ÿ]+)?))\s*(?=$|[,;/&])"
)
SMALL_BEFORE = re.compile(
    r"(?:^|[,;/(:&]|\boch|are|chef|rektor|\b(?:dr|öl|övl|överl|dl|läk|spec)\.?)\s*$"
)
SMALL_AFTER = re.compile(r"\s*(?:$|[,;/)(&.]|(?:och|tills|tillsvidare|tillsv|ersätter|ansvarar)\b)")
IN_CAPITALS = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-Þ-]{2,}(?: [A-ZÀ-ÖØ-Þ-]{2,})+(?!\w)")
CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ-]+"
# 'ANNA "ANKAN" EK', "EK, ANN-MARIE"
NICKNAMED = re.compile(rf"(?<!\w){CAPITALS} [\"”“]{CAPITALS}[\"”“](?: {CAPITALS})+(?!\w)")
BEFORE_GIVEN = re.compile(rf"(?<!\w)(?P<surname>{CAPITALS}) (?P<given>[A-ZÀ-ÖØ-Þ][a-zà-ÿ-]+)(?!\w)")
REVERSED = re.compile(rf"(?<!\w)(?P<surname>{CAPITALS}),\s(?P<given>{CAPITALS})(?![\w])")
SINGLE = re.compile(rf"(?<![\w-]){CAPITALS}(?![\w-])")
SHORTEST_IN_CAPITALS = 4


def small_names(text: str) -> Iterator[tuple[int, int]]:
    """A given name or an initial before an unknown word, both without a capital: "anna ek-holm"."""
    for match in SMALL_PAIR.finditer(text):
        given, surname = match.groups()
        named = _is_given(given) or _is_doubtful_before_surname(given, surname)
        if not (named and _is_unknown(surname)):
            continue
        begins = search_before(SMALL_BEFORE, text, match.start(1))
        following = text[match.end(2) : match.end(2) + NEAR]
        if begins and (SMALL_AFTER.match(following) or _begins_with_title(following)):
            yield match.start(1), match.end(2)
    for match in SMALL_INITIAL.finditer(text):
        if _is_unknown(match["surname"]) and is_name_like(match["surname"]):
            yield match.span("name")


def _begins_with_title(text: str) -> bool:
    return any(not text[: role.start].strip() for role in find_roles(text)[:1])


def _is_given(low: str) -> bool:
    known = load_name_words()
    if any(is_vocabulary(part) or part in known.ordinary for part in (low, *low.split("-"))):
        return False
    return is_given_name(low) or all(map(is_given_name, low.split("-")))


def _is_doubtful_before_surname(given: str, surname: str) -> bool:
    """Whether a given name that is another word as well stands before a sure surname."""
    doubtful = given in load_gazetteer("doubtful_given_names") and not is_vocabulary(given)
    ends = surname.endswith(load_name_words().only_surname_endings)
    return doubtful and (surname in load_gazetteer("surnames") or ends)


def _is_unknown(low: str) -> bool:
    known = load_name_words()
    blocked = low in known.blocking or low.endswith(known.blocking_endings)
    small = low in known.ordinary or low in known.particles
    return not (blocked or small or is_vocabulary(low))


def without_capitals(text: str) -> str:
    """A field in capitals as it would be written without: "Anna Ek, verksamhetschef".

    Any other field stays as it is. No offset changes.
    """
    if len(text) != len(text.lower()):
        return text
    parts = list(text)
    stretches = [(0, len(text))] if text.isupper() else _names_in_capitals(text)
    for start, end in stretches:
        before = ""
        for word in split_words(text[start:end]):
            spelled = _respelled(word, before)
            parts[start + word.start : start + word.end] = spelled
            before = spelled
    return "".join(parts)


def _names_in_capitals(text: str) -> Iterator[tuple[int, int]]:
    """The stretches in capitals that hold a given name: "Rektor ANNA EK SAMT CHEF"."""
    for match in IN_CAPITALS.finditer(text):
        words = [word for word in split_words(match[0]) if len(word.text) >= SHORTEST_IN_CAPITALS]
        if any(map(load_name_words().is_first_name, words)):
            yield match.span()
    for match in BEFORE_GIVEN.finditer(text):
        given, surname = Word(match["given"], 0, 0), Word(match["surname"].title(), 0, 0)
        if load_name_words().is_first_name(given) and is_sure_surname(surname):
            yield match.span("surname")
    for match in NICKNAMED.finditer(text):
        yield match.span()
    for match in REVERSED.finditer(text):
        given = Word(match["given"], 0, 0)
        surname = Word(match["surname"].title(), 0, 0)
        if load_name_words().is_first_name(given) and may_be_unknown_name(surname):
            yield match.span()
    for match in SINGLE.finditer(text):
        if len(match[0]) >= SHORTEST_IN_CAPITALS and _is_titled_surname(text, match):
            yield match.span()


def _is_titled_surname(text: str, match: re.Match[str]) -> bool:
    """Whether a word in capitals is a surname: any behind a physician's title, else a sure one."""
    before = text[max(0, match.start() - NEAR) : match.start()].rstrip(" .")
    titles = [role.title for role in find_roles(before) if role.end == len(before)]
    word = Word(match[0].title(), match.start(), match.end())
    last = title_abbreviation(before.rpartition(" ")[2])
    if last in load_name_words().doctors or any(title.endswith(PHYSICIANS) for title in titles):
        return may_be_unknown_name(word)
    return bool(titles) and is_sure_surname(word) and not is_place_like(word.text)


def _respelled(found: Word, before: str) -> str:
    """A word as it would stand without capitals behind `before`."""
    word, low, known = found.text, found.text.lower(), load_name_words()
    named = is_given_name(low) or low in load_gazetteer("surnames")
    surname = known.is_first_name(Word(before, 0, len(before))) and low not in known.acts
    if low in known.particles or low in known.ordinary:
        return low
    if is_vocabulary(low) and not (named or surname):
        return low
    if len(word) < SHORTEST_IN_CAPITALS and not (is_given_name(low) or surname):
        return word
    titled = word.title()
    return titled if len(titled) == len(word) else word
