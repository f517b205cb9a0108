"""Fuzzy matching of printed lines against everything the catalogue's forms print."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from spur_extract.catalogue import Entry, EntryKind
from spur_extract.layout.hyphens import join_lines
from spur_extract.layout.lines import LaidLine, squeeze
from spur_extract.layout.measure import SENTENCE_END
from spur_extract.recognition import thresholds

DIGITS = re.compile(r"\d+")
NEGATIVE_PREFIX = re.compile(r"^(?:o|in|miss|icke)(?=\w{4})")
WORDS = re.compile(r"[\w -]+")
LETTER_BEFORE_TITLE = re.compile(r"^[A-H](?:\s?[.):–-]\s*|\s+|(?=[A-ZÅÄÖ][a-zåäö]))(?=\S)")
LETTER_ALONE = re.compile(r"^([A-D])(?:[.):]|\s|$)")


@dataclass(frozen=True, slots=True)
class Match:
    """Printed lines `first` to `last` (inclusive) that read like an entry's form.

    `similarity` is 0–100; `differences` counts the letters that differ; `excess` those at the end
    of the last line that are none of the form's. `strangers` are lines in between that are not.
    """

    first: int
    last: int
    entry: Entry
    similarity: float
    differences: int
    length: int
    excess: int = 0
    strangers: frozenset[int] = frozenset()

    @property
    def weight(self) -> int:
        """How much text the match explains, less what differs: decides between overlaps."""
        return self.length - thresholds.DIFFERENCE_COST * self.differences


@dataclass(frozen=True, slots=True)
class _Form:
    key: str
    entry: Entry
    words: int


class Matcher:
    """Finds form text in lines; built once for a catalogue."""

    def __init__(self, entries: Sequence[Entry], negations: frozenset[str]) -> None:
        """Index all forms of `entries`; `negations` are words that turn a statement round."""
        forms = [
            _Form(squeeze(form), entry, len(form.split()))
            for entry in entries
            for form in entry.forms
        ]
        self._long = [form for form in forms if len(form.key) >= thresholds.LEAD_LENGTH]
        self._short = [form for form in forms if len(form.key) < thresholds.LEAD_LENGTH]
        self._leads = [form.key[: thresholds.LEAD_LENGTH] for form in self._long]
        self._short_keys = [form.key for form in self._short]
        self._negations = negations

    def matches(self, lines: Sequence[LaidLine]) -> list[Match]:
        """All matches at all places, overlapping ones included."""
        keys = [squeeze(line.words) for line in lines]
        found: list[Match] = []
        for first, line in enumerate(lines):
            if not keys[first]:
                continue  # a lone sign is no beginning of the form text below it
            found.extend(self._long_matches(lines, keys, first))
            if _begins(line.words) or _lost_its_capital(lines, first, keys[first]):
                found.extend(self._short_matches(lines, keys, first))
        return found

    def _long_matches(
        self, lines: Sequence[LaidLine], keys: Sequence[str], first: int
    ) -> Iterator[Match]:
        lead = "".join(keys[first : first + 4])[: thresholds.LEAD_LENGTH]
        likely = process.extract(
            lead,
            self._leads,
            scorer=fuzz.ratio,
            score_cutoff=thresholds.LEAD_SIMILARITY,
            limit=None,
        )
        for _, _, position in likely:
            match = _best_window(self._long[position], keys, first)
            if match is not None and self._plausible(match, lines):
                yield match

    def _short_matches(
        self, lines: Sequence[LaidLine], keys: Sequence[str], first: int
    ) -> Iterator[Match]:
        window = ""
        for last in range(first, min(first + 3, len(lines))):
            window += keys[last]
            crosses_page = last > first and lines[last].starts_page
            if crosses_page or len(window) > thresholds.LEAD_LENGTH + 2:
                return
            words = sum(len(line.words.split()) for line in lines[first : last + 1])
            for form in self._near_short(window, words):
                match = Match(
                    first,
                    last,
                    form.entry,
                    fuzz.ratio(window, form.key),
                    Levenshtein.distance(window, form.key),
                    len(form.key),
                )
                if self._plausible(match, lines):
                    yield match

    def _near_short(self, window: str, words: int) -> Iterator[_Form]:
        """Short forms like the window; where letters differ, none may be a word of its own, as in
        "Gradering: D"."""
        near = process.extract(
            window, self._short_keys, scorer=Levenshtein.distance, score_cutoff=2, limit=None
        )
        for key, distance, position in near:
            form = self._short[position]
            if distance > thresholds.allowed_differences(len(key)):
                continue
            if _same_digits(window, key) and (distance == 0 or words == form.words):
                yield form

    def _plausible(self, match: Match, lines: Sequence[LaidLine]) -> bool:
        """Whether the words bear the match out where letters alone could deceive."""
        own = range(match.first, match.last + 1)
        printed = printed_text([lines[n] for n in own if n not in match.strangers])
        if match.entry.kind is EntryKind.AREA_HEADING:
            return not _crosses_page(match, lines) and not _letter_apart(match, lines)
        if match.entry.kind is EntryKind.GRADE_OPTION:
            letter = LETTER_ALONE.match(printed)
            return letter is not None and letter.group(1) == match.entry.grade
        if match.entry.kind is EntryKind.STATEMENT:
            return not self._turned_round(printed, match.entry.text)
        return True

    def _turned_round(self, printed: str, form: str) -> bool:
        """Whether the printed words say the opposite: without the word, or the prefix, that turns
        a statement round they would be nearer to the form."""
        key = squeeze(form)
        before = Levenshtein.distance(squeeze(printed), key)
        if before == 0:
            return False
        words = re.findall(r"\w+", printed.casefold())
        for place, word in enumerate(words):
            positive = "" if word in self._negations else NEGATIVE_PREFIX.sub("", word)
            if positive != word:
                without = squeeze(" ".join((*words[:place], positive, *words[place + 1 :])))
                if Levenshtein.distance(without, key) < before:
                    return True
        return False


def _begins(words: str) -> bool:
    """Whether the words begin as the form's do: with a capital or a figure."""
    return words[:1].isupper() or words[:1].isdigit()


def _lost_its_capital(lines: Sequence[LaidLine], first: int, key: str) -> bool:
    """Whether the line may be a heading or label whose first letter is small or lost: a long one,
    nothing but words, and no sentence runs into it."""
    if len(key) < thresholds.TELLING_WITHOUT_CAPITAL or not WORDS.fullmatch(lines[first].words):
        return False
    return lines[first].starts_page or SENTENCE_END.search(lines[first - 1].text) is not None


def _letter_apart(match: Match, lines: Sequence[LaidLine]) -> bool:
    """Whether the title's letter stands on a line of its own: it belongs to the right column."""
    return match.last > match.first and len(lines[match.first].words) == 1


def _crosses_page(match: Match, lines: Sequence[LaidLine]) -> bool:
    return any(line.starts_page for line in lines[match.first + 1 : match.last + 1])


def _best_window(form: _Form, keys: Sequence[str], first: int) -> Match | None:
    """The run of lines from `first` that is most like the form; null when none is like it."""
    best: Match | None = None
    window = ""
    size = len(form.key)
    for last in range(first, min(first + thresholds.MOST_LINES, len(keys))):
        window += keys[last]
        if len(window) > size * (1 + thresholds.LENGTH_SLACK):
            break
        if len(window) < size * (1 - thresholds.LENGTH_SLACK):
            continue
        similarity = fuzz.ratio(window, form.key, score_cutoff=thresholds.LONG_SIMILARITY)
        if similarity and (best is None or similarity > best.similarity):
            differences = Levenshtein.distance(window, form.key)
            excess = min(_excess(window, form.key), len(keys[last]))
            best = Match(first, last, form.entry, similarity, differences, size, excess)
    return None if best is None else _without_strangers(best, form, keys)


def _without_strangers(match: Match, form: _Form, keys: Sequence[str]) -> Match:
    """The match less the lines in it, but for the first, without which it is more like the form."""
    strangers = frozenset(
        number
        for number in range(match.first + 1, match.last + 1)
        if len(keys[number]) >= thresholds.LEAST_EXCESS
        and fuzz.ratio(_joined(match, keys, {number}), form.key) > match.similarity
    )
    if not strangers:
        return match
    own = _joined(match, keys, strangers)
    similarity, differences = fuzz.ratio(own, form.key), Levenshtein.distance(own, form.key)
    last = max(n for n in range(match.first, match.last + 1) if n not in strangers)
    return replace(
        match,
        last=last,
        similarity=similarity,
        differences=differences,
        excess=match.excess if last == match.last else 0,
        strangers=frozenset(number for number in strangers if number < last),
    )


def _joined(match: Match, keys: Sequence[str], without: Set[int]) -> str:
    numbers = range(match.first, match.last + 1)
    return "".join(keys[number] for number in numbers if number not in without)


def _excess(window: str, form: str) -> int:
    """Letters at the end of the window that stand behind all of the form's."""
    excess = 0
    for tag, _, position in reversed(Levenshtein.editops(form, window).as_list()):
        if tag != "insert" or position != len(window) - 1 - excess:
            break
        excess += 1
    return excess if excess >= thresholds.LEAST_EXCESS else 0


def resolve(matches: Sequence[Match]) -> list[Match]:
    """Of overlapping matches keep the weightiest; the result is in reading order."""
    taken: set[int] = set()
    kept: list[Match] = []
    for match in sorted(matches, key=lambda match: (-match.weight, -match.similarity, match.first)):
        span = range(match.first, match.last + 1)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(match)
    return sorted(kept, key=lambda match: match.first)


def printed_text(lines: Sequence[LaidLine]) -> str:
    """The words of the lines, rejoined."""
    text = ""
    for position, line in enumerate(lines):
        text = join_lines(text, line.words) if position else line.words
    return text


def _same_digits(printed: str, form: str) -> bool:
    return DIGITS.findall(printed) == DIGITS.findall(form)
