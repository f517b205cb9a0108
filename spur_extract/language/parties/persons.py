"""Finds names of persons in a field by rule, the surest first.

What a name's form alone tells comes first (`shapes`), then runs of capitalised words that nothing
else explains (`runs`, `run_parts`, `lone_names`), odd spellings, and what repeats a name found.
Precision comes before recall: a lone first name counts only when it is a frequent one and stands
alone, beside a title or joined to another name, and every run that holds a word for an
organisation, a place or a system is given up. The words are in `name_words.toml`.
"""

import re

from spur_extract.language.parties.genitives import genitive_length
from spur_extract.language.parties.initials import initials
from spur_extract.language.parties.likeness import is_name_like
from spur_extract.language.parties.lone_names import (
    is_addressed,
    is_lone_name,
    stands_alone,
)
from spur_extract.language.parties.mending import mend
from spur_extract.language.parties.name_words import (
    is_common,
    is_doubtful_first_name,
    is_vocabulary,
    load_name_words,
)
from spur_extract.language.parties.odd_spellings import small_names, without_capitals
from spur_extract.language.parties.repeats import repeated_names
from spur_extract.language.parties.roles import find_roles
from spur_extract.language.parties.run_parts import parts_of_run
from spur_extract.language.parties.runs import (
    find_runs,
    is_capitalised,
    is_initial,
    is_noble,
)
from spur_extract.language.parties.shapes import names_by_shape
from spur_extract.language.parties.surnames import (
    is_place_like,
    is_spelled_as_name,
    may_be_place,
)
from spur_extract.language.parties.words import Word, split_words

__all__ = ["find_persons", "load_name_words", "locate_persons"]

MAIL = re.compile(r"(?<!\S)[^\s@]+@\S+")
# Of churches and hospitals: "S:t Göran" is no person.
SAINT = re.compile(r"(?<!\w)(?:S:?ta?\.?|Sankta?)\s+[A-ZÅÄÖ][a-zåäö]+")
# Behind the initial of a surname; a full stop before a capital ends the sentence.
DOT_OF_INITIAL = re.compile(r"\.(?=\s*$|[,;:/)]|\s+[a-zà-ÿ(])")
JOINT = re.compile(
    r"\s*(?:\([^)\n]*\)\s*)?"
    r"(?:[,/&+;]|och|samt|resp\.?|respektive|eller|alternativt)\s*(?:\w{2,5}:\s*)?"
)
# Of the areas of a report; "M. Ek" and "A. Ek, B. Lind" are persons.
NUMBERING = frozenset("ABCDEFGHIJK")
ANOTHER = re.compile(r"\s*[,/]\s*[^\W\d_]\.")
JOINED = -1.0
"""Of a single word beside a name that is so little like one, it is none."""
NEXT_WORD = re.compile(r"\s+(\w[\w-]*)")


def find_persons(text: str) -> tuple[str, ...]:
    """Names of persons in a field, each once, in the order and spelling of the text.

    White space inside a name is folded to single blanks; titles ("Dr") and a genitive -s are left
    out.
    """
    names = (text[start:end] for start, end in locate_persons(text))
    return tuple(dict.fromkeys(" ".join(name.split()) for name in names))


def locate_persons(text: str) -> list[tuple[int, int]]:
    """Where the names of `find_persons` stand, every one of them."""
    mended, places = mend(text)
    respelled = without_capitals(mended)
    found = _locate(respelled)
    if respelled != mended:
        found = _with_others(found, _locate(mended))
    return [(places[start], places[end - 1] + 1) for start, end in found]


def _locate(text: str) -> list[tuple[int, int]]:
    """The same for a field in ordinary spelling."""
    text = SAINT.sub(lambda match: match[0].lower(), text)
    taken = {offset for role in find_roles(text) for offset in range(role.start, role.end)}
    known = load_name_words()
    persons = (word for word in split_words(text) if known.is_person_noun(word))
    taken.update(offset for word in persons for offset in range(word.start, word.end))
    taken.update(offset for mail in MAIL.finditer(text) for offset in range(*mail.span()))
    found = _with_others([*names_by_shape(text, taken)], _names_in_runs(text, taken))
    found = _with_others(found, [*small_names(text)])
    found = _with_others(found, [*initials(text, taken, found)])
    return _with_others(found, [*repeated_names(text, taken, found)])


def _names_in_runs(text: str, taken: set[int]) -> list[tuple[int, int]]:
    """The names among the runs of capitalised words."""
    words = [word for word in split_words(text) if word.start not in taken]
    parts = [
        part
        for run, follower in find_runs(text, words)
        for part in parts_of_run(text, run, follower)
        if part
    ]
    sure = {index for index, part in enumerate(parts) if _is_person(text, taken, part)}
    sure |= _joined_to(text, parts, sure)
    return [_offsets(text, parts[index]) for index in sorted(sure)]


def _with_others(
    found: list[tuple[int, int]], others: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Both, in the order of the text; of two that overlap the first list's."""
    held = {offset for start, end in found for offset in range(start, end)}
    free = [(start, end) for start, end in others if held.isdisjoint(range(start, end))]
    return sorted([*found, *free])


def _joined_to(text: str, parts: list[list[Word]], sure: set[int]) -> set[int]:
    """Single unknown words in a row with first names: "Karin/Rigat", "Karin, Rigat och Bo"."""
    found: set[int] = set()
    order = [*range(1, len(parts)), *range(len(parts) - 2, -1, -1)]
    for index in order:
        neighbours = (index - 1, index + 1)
        for other in neighbours:
            named = other in sure or other in found
            if not named or len(parts[other]) > 1 or index in sure:
                continue
            first, second = sorted((index, other))
            between = text[parts[first][-1].end : parts[second][0].start]
            if JOINT.fullmatch(between) and _may_be_first_name(parts[index], parts[other][0]):
                found.add(index)
    return found


def _may_be_first_name(part: list[Word], beside: Word) -> bool:
    """Whether a single word beside a name can be another; a place beside a sure name only."""
    if len(part) > 1 or len(part[0].text) < 2:
        return False
    if is_doubtful_first_name(part[0]):
        return True
    known, word = load_name_words(), part[0]
    if known.is_blocking(word) or known.is_ordinary(word) or is_common(word):
        return False
    if is_place_like(word.text) and may_be_place(beside.text):
        return False
    if is_vocabulary(word.text.lower()) or not is_spelled_as_name(word.text):
        return False
    return "-" in word.text or is_name_like(word.text, JOINED)


def _offsets(text: str, part: list[Word]) -> tuple[int, int]:
    follower = NEXT_WORD.match(text, part[-1].end)
    last = part[-1].text
    cut = genitive_length(last, follower[1] if follower else "", alone=len(part) == 1)
    dotted = is_initial(part[-1]) and DOT_OF_INITIAL.match(text, part[-1].end)
    return part[0].start, part[-1].end - cut + bool(dotted)


def _is_heading(text: str, part: list[Word]) -> bool:
    """Whether it is a letter that numbers a noun: "B. Läkarbemanning"."""
    numbered = part[0].text in NUMBERING and not text[: part[0].start].strip()
    alone = not ANOTHER.match(text, part[-1].end)
    return numbered and alone and not is_name_like(part[-1].text)


def _is_person(text: str, taken: set[int], part: list[Word]) -> bool:
    names = [word for word in part if not is_initial(word) and is_capitalised(word)]
    if len(names) > 1 or (names and is_noble(part[0])):
        return True
    if not names:
        return False
    if is_addressed(text, part[0]):
        return True
    if len(part) > 1:
        dotted = is_initial(part[0]) and text[part[0].end : part[0].end + 1] == "."
        known = load_name_words()
        alone = stands_alone(text, taken, part[0], part[-1])
        if known.is_first_name(names[0]):
            return True
        return (dotted or alone) and not _is_heading(text, part)
    return is_lone_name(text, taken, part[0])
