"""What is found in a text, and what takes its place."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

SENTENCE_AFTER_STOP: Final = re.compile(r"\.\s+([^\W\d_])")
GENITIVE: Final = re.compile(r"[:'’´][sS](?![^\W_])")


class Reason(StrEnum):
    """Why a replacement should be looked at by somebody who may see the names."""

    SUSPECTED = "suspected"  # no field of the report has the name
    SEVERAL_PERSONS = "several-persons"  # the words fit more than one person
    INITIALS = "initials"  # capital letters that fit a person, but may mean something else
    OTHER_SPELLING = "other-spelling"  # as a name, but without å, ä and ö, or with them
    LOWER_CASE = "lower-case"  # part of a name, but not capitalised
    ALSO_A_WORD = "also-a-word"  # a word of the language that is capitalised where any word is
    LEFT_AS_A_WORD = "left-as-a-word"  # the same, not replaced
    EMAIL = "e-mail"  # an address that looks like a person's, but has no known name
    PERSONAL_NUMBER = "personal-number"  # digits that have the form of one
    TELEPHONE = "telephone"  # digits that have the form of one, near a person
    PATH = "path"  # no replacement in a text: what a file's code stands for


@dataclass(frozen=True, slots=True)
class Finding:
    """What stands from `start` to `end` of a text and the `code` for it.

    `reason` is None when it is certain. A `code` of None leaves the words as they are.
    """

    start: int
    end: int
    code: str | None
    reason: Reason | None = None


class Occupied:
    """Stretches of a text that do not overlap."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        """Take in the findings that overlap none before them."""
        self._ends: list[int] = []
        self.findings: list[Finding] = []
        for finding in findings:
            self.take(finding)

    def take(self, finding: Finding) -> None:
        """Take a finding in, unless another lies there."""
        if not self.holds(finding.start, finding.end):
            at = bisect_right(self._ends, finding.start)
            self._ends.insert(at, finding.end)
            self.findings.insert(at, finding)

    def holds(self, start: int, end: int) -> bool:
        """Whether something of that stretch is taken."""
        at = bisect_right(self._ends, start)
        return at < len(self.findings) and self.findings[at].start < end


def replaced(text: str, findings: Iterable[Finding]) -> str:
    """The text with each finding's code in its place; the findings are in order."""
    pieces: list[str] = []
    done = 0
    for finding in findings:
        if finding.code is not None:
            pieces += [text[done : finding.start], finding.code]
            done = finding.end
    return "".join([*pieces, text[done:]])


def stop_after(text: str, end: int) -> int:
    """The length of the full stop that belongs to an initial: none where it ends a sentence."""
    following = SENTENCE_AFTER_STOP.match(text, end)
    ends_sentence = following is not None and following[1].isupper()
    return int(text[end : end + 1] == "." and not ends_sentence)


def with_genitive(text: str, finding: Finding, *, inside: bool) -> Finding:
    """The finding with the ending of a genitive, which stays behind a colon; `inside`: the finding
    holds it already."""
    sign = GENITIVE.match(text, finding.end)
    if not inside and sign is None:
        return finding
    end = sign.end() if sign is not None else finding.end
    return replace(finding, end=end, code=f"{finding.code}:s")
