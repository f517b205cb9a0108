"""Finds names of persons by rule: runs of capitalised words that nothing else explains.

Precision comes before recall: a lone first name counts only when it is a frequent one and stands
alone, beside a title or joined to another name, and every run that holds a word for an
organisation, a place or a system is given up. The words are in `name_words.toml`.
"""

import re
from collections.abc import Iterator

from spur_extract.language.gazetteers import load_gazetteer
from spur_extract.language.parties.genitives import genitive_length
from spur_extract.language.parties.lone_names import (
    NEAR,
    PREFIXED,
    is_addressed,
    is_lone_name,
    stands_alone,
)
from spur_extract.language.parties.name_words import (
    is_common,
    is_doubtful_first_name,
    is_place,
    is_place_or_term,
    is_vocabulary,
    load_name_words,
)
from spur_extract.language.parties.odd_spellings import initials, small_names, without_capitals
from spur_extract.language.parties.roles import find_roles
from spur_extract.language.parties.words import Word, split_words

__all__ = ["find_persons", "load_name_words", "locate_persons"]

# Between the words of one name: blanks, at most one line end, and the full stop of an initial.
BLANKS = re.compile(r"[^\S\n]+|[^\S\n]*\n[^\S\n]*")
INITIAL_GAP = re.compile(r"\.?\s*")
INITIALS = re.compile(r"[^\W\d_](?:[-‐‑][^\W\d_])?")
ENDS_IN_INITIAL = re.compile(r".*[-‐‑][^\W\d_]")  # "Karl-G. Ek"
SURNAME_FIRST = re.compile(r"[^\W\d_][\w-]+, ?[^\W\d_][\w-]+")
MAIL = re.compile(r"\S+@\S+")
JOINT = re.compile(r"\s*(?:[,/&+]|och|samt)\s*")
NEXT_WORD = re.compile(r"\s+(\w[\w-]*)")
NOBLE = frozenset({"von", "af", "van", "la", "el", "al", "ter", "zu", "du"})
# Given names by their initials without hyphen: "KG Lind".
PAIRS_OF_INITIALS = frozenset(
    {
        "KG",
        "PG",
        "PO",
        "PA",
        "KE",
        "LG",
        "LE",
        "SÅ",
        "BG",
        "CJ",
        "CG",
        "AM",
        "AC",
        "EM",
        "LO",
        "CM",
        "PE",
    }
)
PLACE_PREPOSITIONS = frozenset({"på", "vid", "i", "inom"})


def find_persons(text: str) -> tuple[str, ...]:
    """Names of persons in a field, each once, in the order and spelling of the text.

    White space inside a name is folded to single blanks; titles ("Dr") and a genitive -s are left
    out.
    """
    names = (text[start:end] for start, end in locate_persons(text))
    return tuple(dict.fromkeys(" ".join(name.split()) for name in names))


def locate_persons(text: str) -> list[tuple[int, int]]:
    """Where the names of `find_persons` stand, every one of them."""
    found = _locate(text)
    respelled = without_capitals(text)
    return found if respelled == text else _with_others(found, _locate(respelled))


def _locate(text: str) -> list[tuple[int, int]]:
    """The same for a field in ordinary spelling."""
    taken = {offset for role in find_roles(text) for offset in range(role.start, role.end)}
    taken.update(offset for mail in MAIL.finditer(text) for offset in range(*mail.span()))
    words = [word for word in split_words(text) if word.start not in taken]
    parts = [
        part for run, follower in _runs(text, words) for part in _parts(text, run, follower) if part
    ]
    if reversed_name := _surname_first(text, parts):
        return [reversed_name]
    sure = {index for index, part in enumerate(parts) if _is_person(text, taken, part)}
    sure |= _joined_to(text, parts, sure)
    found = [_offsets(text, parts[index]) for index in sorted(sure)]
    return _with_others(found, [*small_names(text), *initials(text, taken)])


def _with_others(
    found: list[tuple[int, int]], others: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Both, in the order of the text; of two that overlap the first list's."""
    held = {offset for start, end in found for offset in range(start, end)}
    free = [(start, end) for start, end in others if held.isdisjoint(range(start, end))]
    return sorted([*found, *free])


def _surname_first(text: str, parts: list[list[Word]]) -> tuple[int, int] | None:
    """The name of a field that is nothing but surname, comma and given name."""
    if not SURNAME_FIRST.fullmatch(text.strip()) or [len(part) for part in parts] != [1, 1]:
        return None
    surname, given = parts[0][0], parts[1][0]
    known = load_name_words()
    if not known.is_first_name(given) or known.is_first_name(surname) or is_common(surname):
        return None
    return surname.start, given.end


def _joined_to(text: str, parts: list[list[Word]], sure: set[int]) -> set[int]:
    """Single unknown words in a row with first names: "Karin/Rigat", "Karin, Rigat och Bo"."""
    found: set[int] = set()
    order = [*range(1, len(parts)), *range(len(parts) - 2, -1, -1)]
    for index in order:
        neighbours = (index - 1, index + 1)
        for other in neighbours:
            if other not in sure | found or len(parts[other]) > 1 or index in sure:
                continue
            first, second = sorted((index, other))
            between = text[parts[first][-1].end : parts[second][0].start]
            if JOINT.fullmatch(between) and _may_be_first_name(parts[index]):
                found.add(index)
    return found


def _may_be_first_name(part: list[Word]) -> bool:
    """Whether a single word beside a first name can be another."""
    if len(part) > 1 or len(part[0].text) < 2:
        return False
    known = load_name_words()
    unlikely = known.is_ordinary(part[0]) or known.is_blocking(part[0]) or is_common(part[0])
    return is_doubtful_first_name(part[0]) or not unlikely


def _offsets(text: str, part: list[Word]) -> tuple[int, int]:
    follower = NEXT_WORD.match(text, part[-1].end)
    last = part[-1].text
    cut = genitive_length(last, follower[1] if follower else "", alone=len(part) == 1)
    dotted = _is_initial(part[-1]) and re.match(r"\.(?=[,;:)]|\s+[a-zà-ÿ(])", text[part[-1].end :])
    return part[0].start, part[-1].end - cut + bool(dotted)


def _is_capitalised(word: Word) -> bool:
    if word.text[0].isupper():
        return True
    prefixed = PREFIXED.fullmatch(word.text)
    return prefixed is not None and prefixed["rest"][0].isupper()


def _is_initial(word: Word) -> bool:
    return INITIALS.fullmatch(word.text) is not None and word.text[0].isupper()


def _runs(text: str, words: list[Word]) -> Iterator[tuple[list[Word], Word | None]]:
    """Capitalised words side by side with particles between them, and the word after each run."""
    particles = load_name_words().particles
    run: list[Word] = []
    pending: list[Word] = []
    for word in words:
        capitalised = _is_capitalised(word)
        if run:
            previous = pending[-1] if pending else run[-1]
            dotted = _is_initial(previous) or ENDS_IN_INITIAL.fullmatch(previous.text)
            joins = INITIAL_GAP if dotted else BLANKS
            adjoins = joins.fullmatch(text, previous.end, word.start)
            if not adjoins or not (capitalised or word.text in particles):
                yield run, pending[0] if pending else word
                run, pending = [], []
        if capitalised:
            run += [*(pending if run else _particles_before(text, words, word)), word]
            pending = []
        elif run:
            pending.append(word)
    if run:
        yield run, pending[0] if pending else None


def _particles_before(text: str, words: list[Word], word: Word) -> list[Word]:
    """The particles that a surname without given name begins with: "von Otter"."""
    index = words.index(word)
    start = index
    while start and words[start - 1].text in load_name_words().particles:
        if not BLANKS.fullmatch(text, words[start - 1].end, words[start].start):
            break
        start -= 1
    found = words[start:index]
    return found if any(particle.text in NOBLE for particle in found) else []


def _parts(text: str, run: list[Word], follower: Word | None) -> Iterator[list[Word]]:
    """The stretches of a run that may be names."""
    known = load_name_words()
    kept: list[Word] = []
    for word in _unblocked(text, run, follower):
        begins_second = (
            len(kept) > 1
            and word is not run[-1]
            and (known.is_first_name(word) or _is_third_of_four(run, word))
            and not known.is_first_name(kept[-1])
            and kept[-1].text not in known.particles
        )
        if _is_ordinary(run, word) or word.text.lower() in known.forms_of_address:
            yield kept
            kept = []
            if not _may_precede_name(run, word):
                return
        elif begins_second:  # "Anna Ek Bo Lind"
            yield kept
            kept = [word]
        else:
            kept.append(word)
    yield kept


def _is_third_of_four(run: list[Word], word: Word) -> bool:
    """Whether a doubtful first name begins the second of two names: "Bo Ek Li Holm"."""
    return len(run) == 4 and run[2] is word and is_doubtful_first_name(word)


def _is_ordinary(run: list[Word], word: Word) -> bool:
    """Whether a name ends here; "Hans" is no pronoun where another capital follows it."""
    known = load_name_words()
    if not known.is_ordinary(word):
        return _is_unit_or_noun(run, word)
    return not (known.is_first_name(word) and word is not run[-1])


def _may_precede_name(run: list[Word], word: Word) -> bool:
    """Whether a name can follow a word in the same run: not behind "Projekt" or "Villa"."""
    known, low = load_name_words(), word.text.lower()
    if word is run[-1] or low in known.ordinary or low in known.forms_of_address:
        return True
    full = len(run) - run.index(word) > 2 and known.is_first_name(run[run.index(word) + 1])
    return full or low.endswith(known.person_nouns)


def _is_unit_or_noun(run: list[Word], word: Word) -> bool:
    """Whether it is a word of the vocabulary and does not follow a first name: "Björn Sten"."""
    index, low = run.index(word), word.text.lower()
    if (
        not word.text[0].isupper()
        or word.text.isupper()
        or (index > 0 and _is_named(run[index - 1]))
    ):
        return False
    return is_vocabulary(low) if index == 0 else low in load_gazetteer("vocabulary")


def _is_named(word: Word) -> bool:
    """Whether a surname may follow: after a first name or an initial."""
    return load_name_words().is_first_name(word) or _is_initial(word)


def _unblocked(text: str, run: list[Word], follower: Word | None) -> list[Word]:
    """The run up to a word for an organisation or place; empty when that makes it no name."""
    known = load_name_words()
    before = text[max(0, run[0].start - NEAR) : run[0].start].split()
    if before and before[-1].lower() in PLACE_PREPOSITIONS:
        return []
    if len(run) > 1 and all(word.text.isupper() for word in run):
        return run if _are_names_in_capitals(text, run) else []
    named = known.is_first_name(run[0])
    common = any(is_common(word) and not known.is_ordinary(word) for word in run)
    if common and not named:
        return []
    for index, word in enumerate(run):
        surname = named and index > 0 and word.text.lower() in known.surnames_too
        if known.is_blocking(word) and not surname:
            return _beside_block(text, run, index, follower)
    if follower is None or not BLANKS.fullmatch(text, run[-1].end, follower.start):
        return run
    return [] if known.is_blocking(follower) and not _begins_with_person(run) else run


def _beside_block(text: str, run: list[Word], index: int, follower: Word | None) -> list[Word]:
    """What of a run is a name although the word at the index is none: before it, or behind it."""
    if index == 0:
        if len(run) == 2 and run[0].text in PAIRS_OF_INITIALS:
            return run
        behind = len(run) > 2 and load_name_words().is_first_name(run[1])
        return _unblocked(text, run[1:], follower) if behind else []
    word = run[index]
    abbreviation = word.text.isupper() and len(word.text) < 4
    ends = index > 1 and index == len(run) - 1 and (is_place(word) or abbreviation)
    return run[:index] if ends or _begins_with_person(run[:index]) else []


def _are_names_in_capitals(text: str, run: list[Word]) -> bool:
    """Whether one word of a run in capitals is a name, or a title stands in the field as well."""
    known = load_name_words()
    lows = [word.text.lower() for word in run]
    if any(
        low in known.blocking
        or low.endswith(known.blocking_endings)
        or low in known.ordinary - load_gazetteer("doubtful_given_names")
        or is_place_or_term(low)
        for low in lows
    ):
        return False
    if known.is_first_name(run[0]) or any(low in load_gazetteer("surnames") for low in lows):
        return True
    return bool(find_roles(text)) and not any(is_common(word) for word in run)


def _begins_with_person(run: list[Word]) -> bool:
    """Whether what stands before an organisation is still a name ("Anna Ek Kirurgkliniken")."""
    if len(run) < 2 or run[-1].text.endswith("s"):
        return False
    return load_name_words().is_first_name(run[0]) or is_doubtful_first_name(run[0])


def _is_person(text: str, taken: set[int], part: list[Word]) -> bool:
    names = [word for word in part if not _is_initial(word) and _is_capitalised(word)]
    if len(names) > 1 or (names and part[0].text in NOBLE):
        return True
    if not names:
        return False
    if is_addressed(text, part[0]):
        return True
    if len(part) > 1:
        dotted = _is_initial(part[0]) and text[part[0].end : part[0].end + 1] == "."
        known = load_name_words()
        alone = stands_alone(text, taken, part[0], part[-1])
        return known.is_first_name(names[0]) or dotted or alone
    return is_lone_name(text, taken, part[0])
