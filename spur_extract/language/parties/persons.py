"""Finds names of persons by rule: runs of capitalised words that nothing else explains.

Precision comes before recall: a lone first name counts only when it is a frequent one and stands
alone, beside a title or joined to another name, and every run that holds a word for an
organisation, a place or a system is given up. The words are in `name_words.toml`.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from spur_extract.language.parties.roles import find_roles
from spur_extract.language.parties.words import Word, split_words

# Between the words of one name: blanks, at most one line end, and the full stop of an initial.
BLANKS = re.compile(r"[^\S\n]+|[^\S\n]*\n[^\S\n]*")
INITIAL_GAP = re.compile(r"\.?\s*")
# "al-Hassan", "d'Orsay": a small prefix and a capital after it.
PREFIXED = re.compile(r"[^\W\d_]{1,3}[-‐‑'’](?P<rest>.+)")
INITIALS = re.compile(r"[^\W\d_](?:[-‐‑][^\W\d_])?")
SEGMENT_END = re.compile(
    r"[,;/()&+:!?\n]|(?<!\b\w)\.|(?<!\w)(?:och|samt|resp\.?|respektive|eller)(?!\w)"
)
NEAR = 80  # characters on each side of a name that can decide
PLACE_PREPOSITIONS = frozenset({"på", "vid", "i", "inom"})


class NameWords(BaseModel):
    """The word lists; an unknown or missing list is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    particles: frozenset[str]
    forms_of_address: frozenset[str]
    ordinary: frozenset[str]
    ordinary_endings: tuple[str, ...]
    blocking: frozenset[str]
    blocking_endings: tuple[str, ...]
    surnames_too: frozenset[str]
    first_names: frozenset[str]

    def is_ordinary(self, word: Word) -> bool:
        """Whether a name can neither hold nor begin with the word."""
        low = word.text.lower()
        return low in self.ordinary or (len(low) >= 8 and low.endswith(self.ordinary_endings))

    def is_blocking(self, word: Word) -> bool:
        """Whether the word makes a run of capitalised words something else than a person."""
        low = word.text.lower()
        return (
            low in self.blocking
            or low.endswith(self.blocking_endings)
            or (len(word.text) > 1 and word.text.isupper() and "-" not in word.text)
        )

    def is_first_name(self, word: Word) -> bool:
        """Whether the word is a frequent first name."""
        return word.text.lower() in self.first_names


@cache
def load_name_words() -> NameWords:
    """The word lists; raises pydantic.ValidationError when the file is malformed."""
    data = files(__package__).joinpath("name_words.toml").read_text(encoding="utf-8")
    return NameWords.model_validate(tomllib.loads(data))


def find_persons(text: str) -> tuple[str, ...]:
    """Names of persons in a field, each once, in the order and spelling of the text.

    White space inside a name is folded to single blanks; titles ("Dr") are left out.
    """
    taken = {
        offset for role in find_roles(text) for offset in range(role.start, role.end)
    }  # characters
    words = [word for word in split_words(text) if word.start not in taken]
    names = (
        text[part[0].start : part[-1].end]
        for run, follower in _runs(text, words)
        for part in _parts(text, run, follower)
        if _is_person(text, taken, part)
    )
    return tuple(dict.fromkeys(" ".join(name.split()) for name in names))


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
            joins = INITIAL_GAP if _is_initial(previous) else BLANKS
            adjoins = joins.fullmatch(text, previous.end, word.start)
            if not adjoins or not (capitalised or word.text in particles):
                yield run, pending[0] if pending else word
                run, pending = [], []
        if capitalised:
            run += [*pending, word]
            pending = []
        elif run:
            pending.append(word)
    if run:
        yield run, pending[0] if pending else None


def _parts(text: str, run: list[Word], follower: Word | None) -> Iterator[list[Word]]:
    """The stretches of a run that may be names."""
    known = load_name_words()
    kept: list[Word] = []
    for word in _unblocked(text, run, follower):
        begins_second = (
            len(kept) > 1
            and word is not run[-1]
            and known.is_first_name(word)
            and not known.is_first_name(kept[-1])
        )
        if known.is_ordinary(word) or word.text.lower() in known.forms_of_address:
            yield kept
            kept = []
        elif begins_second:  # "Anna Ek Bo Lind"
            yield kept
            kept = [word]
        else:
            kept.append(word)
    yield kept


def _unblocked(text: str, run: list[Word], follower: Word | None) -> list[Word]:
    """The run up to a word for an organisation or place; empty when that makes it no name."""
    known = load_name_words()
    before = text[max(0, run[0].start - NEAR) : run[0].start].split()
    if before and before[-1].lower() in PLACE_PREPOSITIONS:
        return []
    named = known.is_first_name(run[0])
    if named and all(word.text.isupper() for word in run):
        return run
    for index, word in enumerate(run):
        surname = named and index > 0 and word.text.lower() in known.surnames_too
        if known.is_blocking(word) and not surname:
            return run[:index] if _begins_with_person(run[:index]) else []
    if follower is None or not BLANKS.fullmatch(text, run[-1].end, follower.start):
        return run
    return [] if known.is_blocking(follower) and not _begins_with_person(run) else run


def _begins_with_person(run: list[Word]) -> bool:
    """Whether what stands before an organisation is still a name ("Anna Ek Kirurgkliniken")."""
    if len(run) < 2 or run[-1].text.endswith("s"):
        return False
    return load_name_words().is_first_name(run[0])


def _is_person(text: str, taken: set[int], part: list[Word]) -> bool:
    known = load_name_words()
    names = [word for word in part if not _is_initial(word) and _is_capitalised(word)]
    if len(names) > 1:
        return True
    if not names:
        return False
    if _is_addressed(text, part[0]):
        return True
    if len(part) > 1:
        dotted = _is_initial(part[0]) and text[part[0].end : part[0].end + 1] == "."
        return known.is_first_name(names[0]) or dotted or _stands_alone(text, taken, part)
    return known.is_first_name(names[0]) and _stands_alone(text, taken, part)


def _is_addressed(text: str, word: Word) -> bool:
    before = re.search(r"([^\W\d_]+)\.?\s+$", text[max(0, word.start - NEAR) : word.start])
    return before is not None and before[1].lower() in load_name_words().forms_of_address


def _stands_alone(text: str, taken: set[int], part: list[Word]) -> bool:
    """Whether nothing but titles shares the stretch between two commas or conjunctions."""
    start, end = part[0].start, part[-1].end
    left, right = max(0, start - NEAR), min(len(text), end + NEAR)
    for mark in SEGMENT_END.finditer(text, left, right):
        if mark.end() <= start:
            left = mark.end()
        elif mark.start() >= end:
            right = mark.start()
            break
    beside = {*range(left, start), *range(end, right)} - taken
    return not any(text[offset].isalnum() for offset in beside)
