"""Initials in a field: "A.E.", "AK/MS", "SR (MÖ)", "ansv: PLH", "Anna Ek, AE".

Capital letters are as often a unit, a title or a system. They are somebody's initials where
a field holds nothing else that is capitalised but titles, or where what stands beside them says so.
"""

import re
from collections.abc import Iterator

from spur_extract.language.gazetteers import load_gazetteer
from spur_extract.language.parties.name_words import load_name_words
from spur_extract.language.parties.roles import load_role_titles
from spur_extract.language.parties.words import search_before, split_words

CAPITAL = "[A-ZÅÄÖ]"
DOTTED = re.compile(rf"(?<![\w.])(?:{CAPITAL}\.){{2,3}}(?!\w| ?{CAPITAL}[\w.])")
# "AE", "AKE", "A-KE", "AM-L", "A-K S"; "SvH" has a particle.
GROUP = re.compile(
    rf"(?<![\w.@-])(?:{CAPITAL}-{CAPITAL} ?{CAPITAL}|{CAPITAL}{{2}}-{CAPITAL}|{CAPITAL}{{2,3}}"
    rf"|{CAPITAL}[av]f?{CAPITAL}|{CAPITAL}-{CAPITAL})(?![\w@]|-\w)"
)
PAIRS = re.compile(rf"(?<![\w.@-])({CAPITAL}{{2}})-({CAPITAL}{{2}})(?![\w@-])")
ASKED = re.compile(r"(?:[Aa]nsv\w*|[Uu]ppf\w*|[Ss]ign\w*)[.:]?\s*$")
BEGINS = re.compile(r"(?:^|[,;/(&+:|]|(?<!\w)(?:och|o|samt|eller|resp\.?|ev\.?|av|via|genom))\s*$")
ENDS = re.compile(
    r"\s*(?:$|[,;/)&+(|.]|(?:och|o|samt|eller|resp|i|på|vid|från|till|enl|tills|under|för|om|när|som|med)(?!\w))"
)
CAPITALISED = re.compile(r"[^\W\d_a-zà-ÿ]")
NOBODY = "NN"
"""A name that is not known yet (nomen nescio)."""
BRACKETED = re.compile(r"(\w)[\w -]*\($")
BEFORE_TITLE = re.compile(r"\s*\(")
SHORTEST = 2
"""Three letters each are rather organisations."""


def initials(text: str, taken: set[int], names: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where initials stand; `taken` are the offsets of titles, `names` those of other names."""
    for dotted in DOTTED.finditer(text):
        letters = dotted[0].replace(".", "")
        short = len(letters) == SHORTEST and not _is_at_work(letters)
        if letters != NOBODY and (short or not is_abbreviation(letters)):
            yield dotted.span()
    groups = [
        match.span() for match in GROUP.finditer(text) if taken.isdisjoint(range(*match.span()))
    ]
    for pair in PAIRS.finditer(text):
        groups += [pair.span(1), pair.span(2)]
    groups = [group for group in groups if _may_be_somebody(text[slice(*group)])]
    bounded = [group for group in groups if _is_bounded(text, group)]
    alone = _holds_nothing_else(text, taken, bounded)
    row = [text[slice(*group)] for group in bounded]
    told = not all(map(is_abbreviation, row))
    shorter = any(len(letters) == SHORTEST for letters in row)
    titled = len(bounded) == 1 and BEFORE_TITLE.match(text, bounded[0][1]) is not None
    for group, letters in zip(bounded, row, strict=True):
        owned = any(_fit(letters, text[slice(*name)]) for name in names)
        sure = alone and _is_sure(letters, told=told, accompanied=shorter or titled)
        pointed_at = _is_pointed_at(text, group)
        if owned or pointed_at or (sure and not _stands_for_title(text, group)):
            yield group


def _is_bounded(text: str, group: tuple[int, int]) -> bool:
    """Whether it is a part of the field of its own; one of a pair is bounded by the other."""
    start, end = group
    begins = search_before(BEGINS, text, start) is not None or text[start - 1 : start] == "-"
    asked = search_before(ASKED, text, start) is not None
    ends = ENDS.match(text, end) is not None or text[end : end + 1] == "-"
    return (begins or asked) and ends


def _holds_nothing_else(text: str, taken: set[int], groups: list[tuple[int, int]]) -> bool:
    """Whether no other word of the field has a capital but titles, and its first for being so."""
    held = taken | {offset for group in groups for offset in range(*group)}
    others = [word for word in split_words(text) if word.start not in held]
    return not any(
        CAPITALISED.match(word.text) and (word.start or word.text.isupper()) for word in others
    )


def _is_sure(letters: str, *, told: bool, accompanied: bool) -> bool:
    """Whether it is none of the abbreviations, or stands in a row that is `told` by others that
    are none. Three letters need to be `accompanied`: by shorter ones, or a title in brackets."""
    if "-" in letters or not letters.isupper():
        return True  # "A-K S", "SvH"
    if len(letters) == SHORTEST:
        return told
    return accompanied and not is_abbreviation(letters)


def _stands_for_title(text: str, group: tuple[int, int]) -> bool:
    """Whether it stands in brackets behind a title that begins with its first letter."""
    title = search_before(BRACKETED, text, group[0])
    return title is not None and title[1].upper() == text[group[0]]


def _is_pointed_at(text: str, group: tuple[int, int]) -> bool:
    """Whether "ansv." or "uppf." stands before it."""
    letters = text[slice(*group)]
    return search_before(ASKED, text, group[0]) is not None and not is_abbreviation(letters)


def _fit(letters: str, name: str) -> bool:
    """Whether they are the first letters of the parts of a name."""
    parts = [part for part in re.split(r"[\s-]+", name) if CAPITALISED.match(part)]
    heads = "".join(part[0] for part in parts)
    plain = letters.replace("-", "").replace(" ", "")
    ends = f"{heads[:1]}{heads[-1:]}"
    return len(parts) > 1 and plain in {heads, ends} and not _is_at_work(plain)


def _may_be_somebody(letters: str) -> bool:
    return letters != NOBODY and not (
        _is_at_work(letters)
        or letters in load_role_titles().abbreviations
        or letters.lower() in load_role_titles().small_abbreviations
    )


def _is_at_work(text: str) -> bool:
    """Whether two letters are what everybody calls something at work."""
    known, low = load_name_words(), text.lower()
    lists = (known.work_abbreviations, known.acronyms, known.blocking, known.forms_of_address)
    return any(low in words for words in (*lists, load_gazetteer("terms")))


def is_abbreviation(text: str) -> bool:
    """Whether letters are known to be short for anything but a person."""
    titles = load_role_titles()
    low = text.lower()
    return (
        low in load_gazetteer("abbreviations")
        or low in load_gazetteer("terms")
        or low in load_name_words().blocking
        or low in load_name_words().acronyms
        or low in load_name_words().ordinary
        or low in load_name_words().forms_of_address
        or text in titles.abbreviations
        or low in titles.small_abbreviations
    )
