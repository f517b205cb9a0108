"""What the words round a date make of it: "senast", "ej före", "slutet av"."""

import re
from dataclasses import dataclass, replace

from spur_extract.extraction.deadlines import wording
from spur_extract.extraction.deadlines.scanning import Scan, words_of
from spur_extract.extraction.deadlines.wording import Bound

CLAUSE_BEGINS = re.compile(r"\(|[;:!?),](?=[ (]|$)|(?<=\w\w)\.(?= |$)| (?:men|dock|utan|-)(?= )")
CLAUSE_ENDS = re.compile(
    r"\(|[.;:!?),](?=[ )]|$)"
    r"| (?:men|dock|utan|om|ifall|såvida|då|när|eftersom|som|därför|så)(?= )"
)
NUMBER = "#"
FARTHEST = 5
"""Words between a date and the preposition that governs what the date belongs to."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the words right before a date, and those that close its clause, say."""

    bound: Bound | None
    part: bool
    approximate: bool
    between: bool
    denied: bool
    """Whether the clause denies something, and it is not plain what that makes of the date."""
    governed: bool
    """Whether a preposition of time governs other words that stand before the date."""


def settings_of(scan: Scan) -> list[Setting]:
    """The setting of each date of the text."""
    found = scan.found
    starts = [0, *(item.end for item in found)]
    ends = [*(item.start for item in found[1:]), len(scan.text)]
    return [
        _setting(_words_kept(scan, start, item.start), scan.text[item.end : end])
        for start, item, end in zip(starts, found, ends, strict=False)
    ]


def _words_kept(scan: Scan, start: int, end: int) -> str:
    """The text, with a sign for each number that is no date, unless it is a time of day."""
    text = scan.text[start:end]

    def sign(match: re.Match[str]) -> str:
        written = scan.plain[start + match.start() : start + match.end()]
        return " " if written.startswith("kl") or ":" in written else f" {NUMBER} "

    return re.sub("\0+", sign, text)


def without_since(setting: Setting) -> Setting:
    """ "från A till B" is no more than "A till B"."""
    return replace(setting, bound=None) if setting.bound is Bound.SINCE else setting


def _setting(before: str, after: str) -> Setting:
    before = before.replace("~", " ca ")
    words = words_of(before)
    behind = len(words)
    part = approximate = False
    while words and (words[-1] in wording.FILLERS or words[-1] in wording.APPROXIMATIONS):
        word = words.pop()
        part = part or word in wording.PARTS
        approximate = approximate or word in wording.APPROXIMATIONS
    phrase = _bound_phrase(words)
    bound = wording.BOUNDS[phrase] if phrase else None
    behind -= len(words) - len(phrase.split())
    clause = words_of(CLAUSE_BEGINS.split(before)[-1])
    clause = clause[: max(0, len(clause) - behind)]
    bound, denied = _after_denial(bound, clause, phrase)
    ending = words_of(CLAUSE_ENDS.split(after)[0])
    return Setting(
        bound,
        part or bool(bound and wording.COMES_TO_ITS_END.match(after)),
        approximate,
        between=words[-1:] == ["mellan"],
        denied=denied or not wording.NEGATIONS.isdisjoint(ending),
        governed=bound is None and not wording.GOVERNING.isdisjoint(clause[-FARTHEST:]),
    )


def _bound_phrase(words: list[str]) -> str:
    phrases = (" ".join(words[-length:]) for length in (3, 2, 1))
    return next((phrase for phrase in phrases if phrase in wording.BOUNDS), "")


def _after_denial(bound: Bound | None, clause: list[str], phrase: str) -> tuple[Bound | None, bool]:
    """The bound, turned where the clause before it denies it, and whether a denial is left over."""
    if "förrän" in (phrase, *clause):
        return bound, False
    if wording.NEGATIONS.isdisjoint(clause):
        return bound, not wording.NOTHING.isdisjoint(clause)
    if bound in wording.DENIED and wording.CONDITION_WORDS.isdisjoint(clause):
        return wording.DENIED[bound], False
    return bound, True
