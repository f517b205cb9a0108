"""Finds titles by the gazetteer `role_titles.toml`, whole words only."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict
from rapidfuzz import process
from rapidfuzz.distance import OSA

from spur_extract.language.parties.name_words import load_name_words
from spur_extract.language.parties.words import Word, look_up_key, split_words

LONGEST_TITLE = 5  # words: "studierektor för ST", "ST - läkare", "läkare under specialisering"
GAP = re.compile(r"\s*[-‐‑–]?\s*|\s*/\s*")
SHORTENED = frozenset({"bitr", "med", "överg"})
# "HC-chef", "Jour-SR": what stands before the hyphen is not part of any title.
COMPOUND = re.compile(
    r"[^\W\d_a-zà-ÿ]{2,5}[-‐‑](?P<title>[^\W\d_]{2,})|[^\W\d_]{2,}[-‐‑](?P<short>[A-ZÅÄÖ]{2,3})"
)
ABBREVIATION = re.compile(r"([^\W\d_a-zåäö]{2,3}|[Vv]c|[Ss]r)(?::?(?:n|en|ns|ens|s))?")
# "på vc", "Granby VC": there VC is the health centre (vårdcentral).
PLACE_PREPOSITIONS = frozenset({"på", "vid", "i", "inom", "från", "till", "vår", "vårt", "per"})
PARTICIPLES = ("ande", "ende")
HANGING = re.compile(r"([^\W\d_]+)-\s*(?:(?:och|eller|samt|resp\.?|respektive)\s+|[/,&]\s*)$")


@dataclass(frozen=True, slots=True)
class FoundRole:
    """A title and where it stands in the text."""

    title: str
    start: int
    end: int


class RoleTitles(BaseModel):
    """The gazetteer file; an unknown key or a title of no known ending is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    titles: tuple[str, ...]
    before_holders: tuple[str, ...]
    inflections: dict[str, tuple[str, ...]]
    adjectives: dict[str, tuple[str, ...]]
    spellings: dict[str, str]
    abbreviations: dict[str, str]
    small_abbreviations: dict[str, str]

    def forms(self) -> dict[str, str]:
        """Look-up key of every form → title.

        Raises ValueError when a target is no title, a title has no inflection, or one form means
        two titles.
        """
        named = [*zip(self.titles, self.titles, strict=True), *self.spellings.items()]
        targets = {
            *self.spellings.values(),
            *self.abbreviations.values(),
            *self.small_abbreviations.values(),
        }
        if unknown := sorted(targets - set(self.titles)):
            raise ValueError(f"role_titles.toml: no such title: {', '.join(unknown)}")
        found: dict[str, str] = {}
        for written, title in named:
            for form in self._inflect(written):
                if found.setdefault(look_up_key(form), title) != title:
                    raise ValueError(f"role_titles.toml: {form} means two titles")
        return found

    def _inflect(self, written: str) -> Iterator[str]:
        """All forms of one title, the genitive among them."""
        variants = [written]
        for adjective, others in self.adjectives.items():
            if adjective in written and not written.endswith(adjective):
                variants += [written.replace(adjective, other) for other in others]
        fitting = [forms for forms in self.inflections.values() if written.endswith(forms[0])]
        if not fitting and written in self.titles:
            raise ValueError(f"role_titles.toml: no inflection fits {written}")
        endings = max(fitting, key=lambda forms: len(forms[0]), default=("",))
        for variant in variants:
            stem = variant.removesuffix(endings[0])
            for ending in endings:
                yield stem + ending
                yield f"{stem}{ending}s"


@cache
def load_role_titles() -> RoleTitles:
    """The gazetteer; raises pydantic.ValidationError when the file is malformed."""
    data = files(__package__).joinpath("role_titles.toml").read_text(encoding="utf-8")
    return RoleTitles.model_validate(tomllib.loads(data))


@cache
def _forms() -> dict[str, str]:
    return load_role_titles().forms()


@cache
def _longest_form() -> int:
    return max(map(len, _forms()))


def find_roles(text: str) -> list[FoundRole]:
    """All titles in the text's order, the longest at each place; never inside another word."""
    words = split_words(text)
    found: list[FoundRole] = []
    index = 0
    while index < len(words):
        match = (
            _longest(text, words, index)
            or _abbreviation(text, words, index)
            or _compound(words[index])
        )
        if match is None:
            index += 1
            continue
        title, length = match
        role = FoundRole(title, words[index].start, words[index + length - 1].end)
        found += [*_hanging(text, role), role]
        index += length
    return found


@lru_cache(maxsize=16)
def has_roles(text: str) -> bool:
    """Whether a field names a title."""
    return bool(find_roles(text))


def _longest(text: str, words: list[Word], index: int) -> tuple[str, int] | None:
    """The title of the most words that begins at a word, and how many words it takes."""
    key = words[index].key
    reach = [key]
    for before, word in zip(
        words[index : index + LONGEST_TITLE], words[index + 1 : index + LONGEST_TITLE], strict=False
    ):
        gap = text[before.end : word.start]
        if before.key in SHORTENED:
            gap = gap.removeprefix(".")
        if not GAP.fullmatch(gap):
            break
        reach.append(reach[-1] + word.key)
    for length in range(len(reach), 0, -1):
        if title := _forms().get(reach[length - 1]):
            return title, length
    for length in range(min(len(reach), 2 if len(key) == 2 else 1), 0, -1):
        if title := _mistyped(reach[length - 1]):
            return title, length
    return None


@lru_cache(maxsize=4096)
def _mistyped(key: str) -> str | None:
    """The one title a long word is a slip of: one letter, or two from 11 letters on.

    Beginning and end must agree, so that another word of the same stem ("specialitet",
    "handledande") stays what it is, and two titles at the same distance give none.
    """
    allowed = 2 if len(key) >= 11 else 1
    if not 9 <= len(key) <= _longest_form() + allowed:
        return None
    near = process.extract(key, _forms().keys(), scorer=OSA.distance, score_cutoff=allowed)
    best = min((distance for _, distance, _ in near), default=0)
    agree = int(best) + 1
    titles = {
        _forms()[form]
        for form, distance, _ in near
        if distance == best and form[:3] == key[:3] and form[-agree:] == key[-agree:]
    }
    return titles.pop() if len(titles) == 1 else None


def _abbreviation(text: str, words: list[Word], index: int) -> tuple[str, int] | None:
    word = words[index]
    match = ABBREVIATION.fullmatch(word.text)
    if match is None:
        return None
    titles = load_role_titles()
    title = titles.abbreviations.get(match[1]) or titles.small_abbreviations.get(match[1].lower())
    if match[1].lower() == "vc" and _names_a_place(text, words, index):
        return None
    return (title, 1) if title else None


def _compound(word: Word) -> tuple[str, int] | None:
    """The title behind the hyphen of a word such as "HC-chef" or "ST-SR"."""
    match = COMPOUND.fullmatch(word.text)
    if match is None:
        return None
    behind = match["title"] or match["short"]
    title = _forms().get(look_up_key(behind)) or load_role_titles().abbreviations.get(behind)
    return (title, 1) if title else None


def _names_a_place(text: str, words: list[Word], index: int) -> bool:
    """Whether "VC" follows a preposition or a single capitalised word, as a health centre does."""
    if index == 0 or text[words[index - 1].end : words[index].start].strip():
        return False
    before = words[index - 1]
    if before.key in PLACE_PREPOSITIONS:
        return True
    lone = index == 1 or not (
        words[index - 2].text[0].isupper() and not text[words[index - 2].end : before.start].strip()
    )
    if not before.text[0].isupper() or not lone or before.key in _forms():
        return False
    return not _describes_person(before)


def _describes_person(word: Word) -> bool:
    """Whether a word is said of who holds a title: "Dåvarande", "Ny"."""
    low = word.text.lower()
    return low.endswith(PARTICIPLES) or low in load_name_words().adjectives_of_persons


def _hanging(text: str, role: FoundRole) -> list[FoundRole]:
    """The title that shares its second half: "verksamhets- och enhetschef"."""
    match = HANGING.search(text, max(0, role.start - 40), role.start)
    if match is None:
        return []
    prefix = look_up_key(match[1])
    for title in load_role_titles().titles:
        rest = look_up_key(title).removeprefix(prefix)
        if look_up_key(title) == prefix + rest and len(rest) > 3 and role.title.endswith(rest):
            return [FoundRole(title, match.start(), match.end(1))]
    return []
