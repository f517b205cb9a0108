"""The regulations (föreskrifter) that a line of the cover names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Self

from rapidfuzz import fuzz

from spur_extract.catalogue import load_catalogue
from spur_extract.layout.lines import squeeze

NUMBER: Final = re.compile(r"(?<!\d)(\d{4})\s*:\s*(\d+)")
SERIES: Final = re.compile(r"\b(?:(SOSFS)|(HSLF[-\u2010\u2011–]?\s?FS))\s*$", re.IGNORECASE)
# What may stand before a number without its series.
NO_SERIES: Final = re.compile(
    r"(?:^|[(,;&+/:]|\b(?:och|samt|eller|resp\.?|respektive|enligt|föreskrift\w*))\s*$",
    re.IGNORECASE,
)
WORD: Final = re.compile(r"(?:\bHSLF?\s)?[^\W\d_][\w-]*$")
CLAUSE_END: Final = re.compile(r"[(),;]|\.(?=\s|$)|\bmen\b", re.IGNORECASE)
BUT: Final = re.compile(r"\butan\b", re.IGNORECASE)
# "tidigare A nu B": what was denied of A is not of B.
NOW_ANOTHER: Final = re.compile(r"\s+(?:och\s+)?(?:nu|numera)\b", re.IGNORECASE)
# "A utan ändringar": what is denied is not A.
WITHOUT_SOMETHING: Final = re.compile(r"\butan\s+(?!att\b|giltig|verkan)[^\W\d_]", re.IGNORECASE)
REPLACED: Final = frozenset({"ersätter", "ersatt", "ersätts", "upphävd", "tidigare"})
LEAST_LIKE_A_SERIES: Final = 80.0


@dataclass(frozen=True, slots=True)
class Named:
    """The regulations of a line, and whether it names others that are denied or not known."""

    regulations: tuple[str, ...]
    left_over: bool


def named_regulations(line: str) -> Named:
    """Read a line such as "SOSFS 2015:8 och HSLF-FS 2021:8".

    A regulation that is denied, "ej SOSFS 2015:8", is none. A number without a series, or with
    one that is misspelt, is read only if it is that of one regulation of the catalogue.
    """
    read = [
        None if denied else _regulation(before, number)
        for clause in CLAUSE_END.split(line)
        for before, number, denied in _numbers(clause)
    ]
    found = tuple(dict.fromkeys(each for each in read if each is not None))
    return Named(found, None in read)


@dataclass(slots=True)
class _Denial:
    """Whether the text read so far denies what follows: "ej A" does, "ej A utan" does not."""

    parts: int = 1
    before_but: bool = False
    behind_but: bool = False

    def read(self, text: str) -> Self:
        """Go on with the text that follows."""
        denying = load_catalogue().wording.negations | REPLACED
        for index, part in enumerate(BUT.split(text)):
            if index:
                self.parts += 1
                self.before_but, self.behind_but = self.behind_but, False
            if not denying.isdisjoint(re.findall(r"\w+", part.casefold())):
                self.behind_but = True
        return self

    @property
    def denies(self) -> bool:
        if self.parts > 1 and not self.behind_but:
            return not self.before_but
        return self.behind_but


def _numbers(clause: str) -> Iterator[tuple[str, str, bool]]:
    """The numbers of a clause, what stands before each, and whether it is denied."""
    matches = list(NUMBER.finditer(clause))
    behind = clause[matches[-1].end() :] if matches else ""
    all_denied = _Denial().read(WITHOUT_SOMETHING.split(behind)[0]).denies
    denial, end = _Denial(), 0
    for match in matches:
        before = clause[end : match.start()]
        if end and NOW_ANOTHER.match(before):
            denial = _Denial()
        yield before, f"{match[1]}:{match[2]}", all_denied or denial.read(before).denies
        end = match.end()


def _regulation(before: str, number: str) -> str | None:
    series = SERIES.search(before)
    if series:
        return f"{'SOSFS' if series[1] else 'HSLF-FS'} {number}"
    fitting = [known for known in _known() if known.endswith(f" {number}")]
    if len(fitting) != 1:
        return None
    if NO_SERIES.search(before):
        return fitting[0]
    word = WORD.search(before.rstrip())
    written = squeeze(word[0]) if word else ""
    own = squeeze(fitting[0].rpartition(" ")[0])
    return fitting[0] if fuzz.ratio(written, own) >= LEAST_LIKE_A_SERIES else None


@cache
def _known() -> frozenset[str]:
    return frozenset(
        regulation for edition in load_catalogue().editions for regulation in edition.regulations
    )
