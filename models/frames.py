"""Fills the frames of `corpus/frames/`: places, units, methods, and persons with their marks.

`{P1}` is a person's full name, `{G1}` the given name, `{S1}` the surname, `{F1}` the surname after
an initial, `{I1}` the initials, `{UP1}` the name in capitals, `{MAIL1}` an address; the same number
is the same person within a frame, `{P}` without a number is somebody else each time. All others
are in `fillers.toml`.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from models.people import People, Person

FRAMES = Path(__file__).parent / "corpus" / "frames"
SLOT = re.compile(r"\{([A-Z]+?)(\d?)\}(s(?!\w))?")
SYLLABLES = (
    *("al", "ba", "bro", "ca", "dal", "de", "do", "el", "en", "fa", "ga", "gra", "hal", "ho", "in"),
    *("jo", "ka", "kla", "ko", "kva", "la", "li", "lo", "ma", "me", "mi", "mo", "na", "ne", "no"),
    *("nor", "o", "pa", "per", "pro", "ra", "re", "ri", "ro", "sa", "si", "sol", "sta", "ste"),
    *("sva", "ta", "te", "ti", "to", "tra", "tro", "u", "va", "ve", "vi", "vå", "åk", "ör"),
)
ENDINGS = (
    *("n", "s", "r", "ra", "na", "ta", "dex", "mix", "med", "plan", "net", "data", "web", "vik"),
    *("by", "berga", "sund", "näs", "tuna", "ryd", "da", "zin", "pril", "cillin", "statin", "mab"),
    *("gården", "kulle", "via", "lex", "kon", "tor", "sta", "sele", "mar", "åsen", "dal", "hult"),
    *("lund", "o", "um", "ia", "is", "eus", "us"),
)
PERSON_SLOTS = frozenset({"P", "G", "S", "F", "I", "UP"})


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text and where its names of persons stand: offsets from … up to."""

    text: str
    persons: tuple[tuple[int, int], ...]


@cache
def read_frames(name: str) -> tuple[str, ...]:
    """The lines of a file of frames."""
    lines = (FRAMES / name).read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def _fillers(part: str) -> dict[str, list[str]]:
    data = tomllib.loads((FRAMES / "fillers.toml").read_text(encoding="utf-8"))
    return {**data["both"], **data[part]}


class Filler:
    """Fills frames of one part of the corpus, `train` or `dev`."""

    def __init__(self, part: str, people: People, random: Random) -> None:
        """`random` decides everything but the persons, who come from `people`."""
        self.fillers = _fillers(part)
        self.people = people
        self.random = random

    def fill(self, frame: str) -> MarkedText:
        """One text from a frame."""
        cast: dict[str, Person] = {}
        parts: list[str] = []
        persons: list[tuple[int, int]] = []
        length, last = 0, 0
        for slot in SLOT.finditer(frame):
            before = frame[last : slot.start()]
            written = self._written(slot[1], slot[2], cast)
            start = length + len(before)
            length = start + len(written)
            if slot[1] in PERSON_SLOTS:
                persons.append((start, length))
            ending = "s" if slot[3] and not written.lower().endswith(("s", "x", "z")) else ""
            parts += [before, written, ending]
            length += len(ending)
            last = slot.end()
        return MarkedText("".join([*parts, frame[last:]]), tuple(persons))

    def _written(self, kind: str, number: str, cast: dict[str, Person]) -> str:
        if kind not in PERSON_SLOTS | {"MAIL"}:
            return self._other(kind)
        person = self.people.draw() if not number else cast.get(number) or self.people.draw()
        if number:
            cast[number] = person
        return _ways_to_write(person)[kind]

    def _other(self, kind: str) -> str:
        if kind == "DECOY":
            return invented_word(self.random)
        if kind == "TOWNCLINIC":
            return f"{self._other('C')} {self._other('T')}"
        key = f"{kind}1" if kind == "R1" else kind
        return self.random.choice(self.fillers[key])


def _ways_to_write(person: Person) -> dict[str, str]:
    """The person by the kind of slot."""
    first, surname = person.given.split()[0], person.surname
    return {
        "P": person.full,
        "G": first,
        "S": surname,
        "F": f"{first[0]}. {surname}",
        "I": person.initials,
        "UP": person.full.upper(),
        "MAIL": f"{first}.{surname}@region.example".lower().replace(" ", ""),
    }


def invented_word(random: Random) -> str:
    """A capitalised word that nobody knows: a system, a drug, a place, a firm."""
    parts = [random.choice(SYLLABLES) for _ in range(random.choice((1, 2, 2, 3)))]
    return "".join([*parts, random.choice(ENDINGS)]).capitalize()


def joined(texts: list[MarkedText], separator: str) -> MarkedText:
    """Several texts as one."""
    persons: list[tuple[int, int]] = []
    length = 0
    for marked in texts:
        persons += [(start + length, end + length) for start, end in marked.persons]
        length += len(marked.text) + len(separator)
    return MarkedText(separator.join(marked.text for marked in texts), tuple(persons))
