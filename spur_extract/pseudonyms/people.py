"""The persons that one report names, and which of them a few words can mean."""

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Final, Self

from spur_extract.pseudonyms.findings import Reason
from spur_extract.pseudonyms.keys import PseudonymKey
from spur_extract.pseudonyms.names import Name, normal_form, read_name
from spur_extract.pseudonyms.tokens import spellings
from spur_extract.pseudonyms.words import load_everyday, load_words

KIND: Final = "person"
SHORTEST_JOINED: Final = 4
"""Letters of names written as one word: shorter ones are parts of too many words."""


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


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a text that are taken for a name: its parts and initials, and all in order."""

    parts: tuple[str, ...]
    letters: tuple[str, ...]
    sequence: tuple[str, ...]

    @classmethod
    def of(cls, name: Name) -> Self:
        """A name's own words."""
        return cls(name.parts, name.letters, name.sequence)

    def are_all_of(self, name: Name) -> bool:
        """Whether they are the name as a whole."""
        return normal_form(self.sequence) == name.normal

    def ending_in(self, last: str) -> Self:
        """The same with another last word, which is a part."""
        return replace(self, parts=(*self.parts[:-1], last), sequence=(*self.sequence[:-1], last))

    def __str__(self) -> str:
        """What a code of their own is made of."""
        return " ".join((*self.letters, *self.parts))


@dataclass(slots=True)
class People:
    """All persons of a report; `report` is what tells it from others in codes of its own, `words`
    are those that it has in lower case as well."""

    key: PseudonymKey
    report: str
    words: Set[str] = frozenset()
    persons: list[Person] = field(default_factory=list)
    by_part: dict[str, list[Person]] = field(default_factory=dict)
    by_spelling: dict[str, list[str]] = field(default_factory=dict)
    """Parts by the other ways to write them ("akerstrom")."""
    by_initials: dict[str, list[str]] = field(default_factory=dict)
    """Codes by initials without full stops, in lower case."""
    by_joined: dict[str, list[str]] = field(default_factory=dict)
    """Codes by names written as one word ("annaek", "ekanna", "gunbritt")."""
    respelled: set[str] = field(default_factory=set)
    """Those of `by_joined` without å, ä and ö."""
    suspected_initials: set[str] = field(default_factory=set)

    def add(self, name: Name, *, named: bool, code: str | None = None) -> None:
        """Take a person in. A name without a surname or given name, or with initials for them,
        counts only where no fuller one has it, so that fuller names have to come first."""
        if not name.parts:
            return
        words = Words.of(name)
        known = self._abbreviates(name) if name.is_full else bool(self.fitting(words))
        if not known:
            self._enter(Person(code or self.own_code(name), name, named))

    def add_initials(self, letters: str) -> None:
        """Take in initials of somebody unknown."""
        if letters not in self.by_initials:
            self.suspected_initials.add(letters)
            self.by_initials[letters] = [self.local_code(letters)]

    def own_code(self, name: Name) -> str:
        """The code of nobody else: for a full name the same in every report."""
        return self.key.code(KIND, name.normal) if name.is_full else self.local_code(name.normal)

    def local_code(self, words: str) -> str:
        """A code for words that do not name the same person in every report."""
        return self.key.code(KIND, self.report, words)

    def fitting(self, words: Words) -> list[Person]:
        """Who can be meant by these parts of a name and these initials."""
        return [
            person
            for person in self.by_part.get(words.parts[0], [])
            if person.leftover(words.parts, words.letters) is not None
        ]

    def meant(self, words: Words, fitting: Sequence[Person]) -> list[Person]:
        """Of those whom the words fit the one whose full name they are; else all."""
        exact = [one for one in fitting if one.name.is_full and words.are_all_of(one.name)]
        return exact or list(fitting)

    def code_of(self, words: Words, meant: Sequence[Person]) -> tuple[str, Reason | None]:
        """The code of the one person who is meant; of several, one for the words in this report."""
        if len({person.code for person in meant}) != 1:
            return self.local_code(str(words)), Reason.SEVERAL_PERSONS
        suspected = not any(person.certain for person in meant)
        return meant[0].code, Reason.SUSPECTED if suspected else None

    def field_code(self, written: str) -> str:
        """The code of a field that holds a name and nothing else."""
        name = read_name(written)
        if not name.parts:
            return self.local_code(written)
        words = Words.of(name)
        fitting = self.fitting(words)
        return self.code_of(words, self.meant(words, fitting))[0]

    def parts_of(self, key: str) -> list[str]:
        """The parts of names that a word is: as it is, else written without å, ä and ö or, where
        the name is known without them, with them."""
        if key in self.by_part:
            return [key]
        if key in self.by_spelling:
            return self.by_spelling[key]
        return [
            part
            for way in sorted(spellings(key))
            for part in ([way] if way in self.by_part else self.by_spelling.get(way, []))
        ]

    def spells_known(self, name: Name) -> bool:
        """Whether it is a known name, or part of one, written otherwise."""
        ways = [self.parts_of(part) for part in name.parts]
        if not all(ways) or all(part in self.by_part for part in name.parts):
            return False
        parts = tuple(way[0] for way in ways)
        return bool(self.fitting(replace(Words.of(name), parts=parts)))

    def _abbreviates(self, name: Name) -> bool:
        """Whether an initial stands for a part of somebody's fuller name."""
        return any(
            not set(name.letters) <= set(person.name.letters)
            for person in (self.fitting(Words.of(name)) if name.letters else ())
        )

    def _enter(self, person: Person) -> None:
        if any((known.code, known.name) == (person.code, person.name) for known in self.persons):
            return
        self.persons.append(person)
        name = person.name
        for part in dict.fromkeys(name.parts):
            self.by_part.setdefault(part, []).append(person)
        for part, ways in zip(name.parts, name.spellings, strict=True):
            for way in ways:
                _put(self.by_spelling, way, part)
        if name.is_full:
            for joined in _joined(name):
                _put(self.by_joined, joined, person.code)
                for way in spellings(joined):
                    _put(self.by_joined, way, person.code)
                    self.respelled.add(way)
            for letters in _initials(name):
                _put(self.by_initials, letters, person.code)


def known_people(
    key: PseudonymKey,
    report: str,
    named: Iterable[str],
    suspected: Iterable[str],
    words: Set[str] = frozenset(),
) -> People:
    """The persons of a report: those `named` in its fields, and those only `suspected` in texts."""
    people = People(key, report, words)
    written = _fuller_first(named)
    guessed = _fuller_first(suspected)
    settled = {name.normal for name in written}
    forms = settled | {name.normal for name in guessed}
    guessed = [name for name in guessed if name.normal not in settled]
    for name in written:
        if name.is_full:
            people.add(name, named=True)
    for name in guessed:
        if name.is_full:
            _suspect(name, people, forms)
    for name in written:
        if not name.is_full:
            people.add(name, named=True)
    for name in guessed:
        if not name.is_full and _is_searched(name):
            _suspect(name, people, forms)
    return people


def _fuller_first(texts: Iterable[str]) -> list[Name]:
    return sorted((read_name(text) for text in texts), key=lambda name: len(name.letters))


def _suspect(name: Name, people: People, forms: Set[str]) -> None:
    """Take in a name that no field has, and what it is without a genitive's -s, with one code.

    Not if it is another spelling of a known name, or the genitive of one; `forms` are the names as
    they are written in the report.
    """
    if people.spells_known(name):
        return
    short = name.without_s()
    if short is None:
        people.add(name, named=False)
        return
    if short.normal in forms or people.fitting(Words.of(short)):
        return
    code = people.own_code(name)
    people.add(name, named=False, code=code)
    people.add(short, named=False, code=code)


def _is_searched(name: Name) -> bool:
    """Whether a lone name that is only suspected is looked for elsewhere: not if it is a word."""
    words = load_words()
    lists = (load_everyday(), words.sentence_openers.words, words.abbreviations.words)
    return all(known.isdisjoint(name.parts) for known in lists)


def _initials(name: Name) -> set[str]:
    """First letters of all parts, of the first and the last, and with the small words between."""
    parts = [part for part in name.sequence if part not in name.particles]
    every = "".join(part[0] for part in name.sequence)
    plain = "".join(part[0] for part in parts)
    found = {every, plain, plain[0] + plain[-1]}
    return found.union(*(spellings(letters) for letters in found))


def _joined(name: Name) -> set[str]:
    """The name, from any word on or up to any, as one word."""
    words = name.sequence
    whole = [(*words[at:], *words[:at]) for at in range(len(words))]
    some = [
        words[start:end] for start in range(len(words)) for end in range(start + 2, len(words) + 1)
    ]
    return {joined for each in (*whole, *some) if len(joined := "".join(each)) >= SHORTEST_JOINED}


def _put(found: dict[str, list[str]], key: str, value: str) -> None:
    values = found.setdefault(key, [])
    if value not in values:
        values.append(value)
