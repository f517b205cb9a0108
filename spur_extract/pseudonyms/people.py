"""The persons that one report names, and which of them a few words can mean."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from spur_extract.pseudonyms.keys import PseudonymKey
from spur_extract.pseudonyms.names import Name, read_name
from spur_extract.pseudonyms.words import load_words

KIND: Final = "person"
SHORTEST_PART: Final = 2
"""Letters. A single letter is never searched for alone."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person with the code that stands for the name; `named` by a field of the report, else only
    suspected in its texts."""

    code: str
    name: Name
    named: bool

    @property
    def certain(self) -> bool:
        """Whether it is no matter for review: a field has the name, or it is a full one."""
        return self.named or self.name.is_full

    def leftover(self, parts: Iterable[str], letters: Iterable[str]) -> Counter[str] | None:
        """The parts of the name that these parts and initials leave; None when they do not fit."""
        left = Counter(self.name.parts)
        for part in parts:
            if not left[part]:
                return None
            left[part] -= 1
        own = Counter(self.name.letters)
        for letter in letters:
            if own[letter]:
                own[letter] -= 1
                continue
            meant = next((part for part in +left if part.startswith(letter)), None)
            if meant is None:
                return None
            left[meant] -= 1
        return +left


@dataclass(slots=True)
class People:
    """All persons of a report; `report` is what tells it from others in codes of its own."""

    key: PseudonymKey
    report: str
    persons: list[Person] = field(default_factory=list)
    by_part: dict[str, list[Person]] = field(default_factory=dict)
    by_initials: dict[str, list[str]] = field(default_factory=dict)
    """Codes by initials without full stops, in lower case."""
    by_joined: dict[str, str] = field(default_factory=dict)
    """Codes by full names written as one word ("annaek", "ekanna")."""
    suspected_initials: set[str] = field(default_factory=set)

    def add(self, name: Name, *, named: bool) -> None:
        """Take a person in. A name without a surname or given name counts only where it is no
        part of a fuller one, so that fuller names have to come first."""
        if name.is_full:
            self._enter(Person(self.key.code(KIND, name.normal), name, named))
        elif name.parts and not self.fitting(name.parts, name.letters):
            self._enter(Person(self.local_code(name.normal), name, named))

    def add_initials(self, letters: str) -> None:
        """Take in initials of somebody unknown."""
        if letters not in self.by_initials:
            self.suspected_initials.add(letters)
            self.by_initials[letters] = [self.local_code(letters)]

    def local_code(self, words: str) -> str:
        """A code for words that do not name the same person in every report."""
        return self.key.code(KIND, self.report, words)

    def fitting(self, parts: tuple[str, ...], letters: tuple[str, ...] = ()) -> list[Person]:
        """Who can be meant by these parts of a name and these initials."""
        return [
            person
            for person in self.by_part.get(parts[0], [])
            if person.leftover(parts, letters) is not None
        ]

    def _enter(self, person: Person) -> None:
        if any((known.code, known.name) == (person.code, person.name) for known in self.persons):
            return
        self.persons.append(person)
        for part in dict.fromkeys(person.name.parts):
            self.by_part.setdefault(part, []).append(person)
        if person.name.is_full:
            parts = person.name.sequence
            for at in range(len(parts)):
                self.by_joined.setdefault("".join((*parts[at:], *parts[:at])), person.code)
        for letters in _initials(person.name):
            codes = self.by_initials.setdefault(letters, [])
            if person.code not in codes:
                codes.append(person.code)


def known_people(
    key: PseudonymKey, report: str, named: Iterable[str], suspected: Iterable[str]
) -> People:
    """The persons of a report: those `named` in its fields, and those only `suspected` in texts."""
    people = People(key, report)
    written = [read_name(text) for text in named]
    _add(people, [name for name in written if name.is_full], named=True)
    guessed = [name for text in suspected for name in _possible(text, people)]
    _add(people, [name for name in guessed if name.is_full], named=False)
    _add(people, [name for name in written if not name.is_full], named=True)
    lone = [name for name in guessed if not name.is_full and _is_searched(name)]
    _add(people, lone, named=False)
    return people


def _add(people: People, names: Iterable[Name], *, named: bool) -> None:
    for name in names:
        people.add(name, named=named)


def _possible(text: str, people: People) -> Iterator[Name]:
    """The name, and the form that it may be the genitive of, unless a field settles that."""
    name = read_name(text)
    yield name
    settled = any(person.name.normal == name.normal for person in people.persons)
    last = name.parts[-1] if name.parts else ""
    if not settled and len(last) > SHORTEST_PART and last.endswith("s"):
        yield read_name(text.strip()[:-1])


def _is_searched(name: Name) -> bool:
    """Whether a lone name that is only suspected is looked for elsewhere: not if it is a word."""
    words = load_words()
    known = words.everyday.words | words.sentence_openers.words | words.abbreviations.words
    return known.isdisjoint(name.parts)


def _initials(name: Name) -> set[str]:
    """First letters of all parts, of the first and the last, and with the small words between."""
    if not name.is_full:
        return set()
    parts = [part for part in name.sequence if part not in name.particles]
    every = "".join(part[0] for part in name.sequence)
    plain = "".join(part[0] for part in parts)
    return {every, plain, plain[0] + plain[-1]}
