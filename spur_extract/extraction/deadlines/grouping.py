"""The periods that the dates of a deadline make together: ranges, lists, bounds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from spur_extract.extraction.deadlines import periods, wording
from spur_extract.extraction.deadlines.doubts import UnclearDateError, refuse_doubtful
from spur_extract.extraction.deadlines.periods import Period
from spur_extract.extraction.deadlines.scanning import Link, Scan, link, scan, words_of
from spur_extract.extraction.deadlines.setting import Setting, settings_of, without_since
from spur_extract.extraction.deadlines.shapes import Found
from spur_extract.extraction.deadlines.wording import Bound

# Five digits and more, alone or with the signs of a date in between, were meant as a date.
DIGIT_RUN = re.compile(r"[0-9](?:[./-]?[0-9]){4,}")


class NoSuchDateError(ValueError):
    """The text has the shape of a date that no calendar holds."""


def find_periods(folded: str, *, recurring: bool) -> list[Period]:
    """The distinct periods of the text, in its order.

    Raises NoSuchDateError, or UnclearDateError where the text makes something else of a date.
    """
    found = scan(folded)
    if DIGIT_RUN.search(found.rest):
        raise NoSuchDateError
    if not found.found and not any(letter.isalpha() or letter == "\0" for letter in found.text):
        if any(character in "0123456789" for character in found.text):
            raise NoSuchDateError
        return []
    settings = settings_of(found)
    grouped = list(_group(found, settings, recurring=recurring))
    refuse_doubtful(found, settings)
    return _from_and_until(list(dict.fromkeys(_without_restated(grouped))))


@dataclass(frozen=True, slots=True)
class _Grouped:
    """A period, and the text between it and the next."""

    period: Period
    gap: str


def _group(scanned: Scan, settings: list[Setting], *, recurring: bool) -> Iterator[_Grouped]:
    """The periods that the dates make, ranges joined and the words before them applied."""
    found, text = scanned.found, scanned.text
    tentative = bool(wording.TENTATIVE.search(text))
    agreement = _Agreement.of(scanned, settings)
    index = 0
    headless = excused = False
    while index < len(found):
        item, setting = found[index], settings[index]
        index += 1
        follower = found[index] if index < len(found) else None
        joint = link(text, item, follower) if follower else None
        if item.year is None:
            headless = joint in (Link.RANGE, Link.LIST)
            if not (headless or excused or recurring or agreement.holds(item, setting)):
                raise UnclearDateError
            excused = False
            continue
        period = _made(item)
        if headless and not _starts_anew(found[index - 2], setting, period, recurring=recurring):
            period = periods.until(period)
        headless = False
        if joint is Link.LIST and setting.between:
            joint = Link.RANGE
        if follower and follower.year is not None and joint is Link.RANGE:
            period, item, index = _joined(period, follower), follower, index + 1
            setting = without_since(setting)
        elif follower and follower.year is None and joint in (Link.RANGE, Link.LIST):
            excused = True
            restated = joint is Link.LIST and _overlaps(follower, settings[index], period)
            period = period if restated else periods.since(period)
        else:
            period = _opened_behind(period, text, item.end)
        opened = _apply(setting, period)
        if opened.earliest is None and opened.latest is None:
            opened = _made(item)  # "senast 2026 och framåt": open at both ends, it bounds nothing
        opened = replace(opened, approximate=setting.approximate or tentative)
        following = found[index].start if index < len(found) else len(text)
        yield _Grouped(opened, text[item.end : following])


def _joined(period: Period, follower: Found) -> Period:
    joined = periods.span(period, _made(follower))
    if joined is None:
        raise UnclearDateError
    return joined


def _starts_anew(before: Found, setting: Setting, period: Period, *, recurring: bool) -> bool:
    """Whether a date begins nothing earlier, though one without a year stands joined before it.

    "Varje år i maj, från 2026" begins in 2026, and each May lies within a year.
    """
    if setting.bound in (Bound.SINCE, Bound.AFTER):
        return True
    return recurring and before.year is None and _overlaps(before, None, period)


def _opened_behind(period: Period, text: str, end: int) -> Period:
    """Open the period at the side the words behind it name: "och framåt", "eller tidigare"."""
    if wording.ONWARDS.match(text, end):
        return periods.since(period)
    return periods.until(period) if wording.OR_EARLIER.match(text, end) else period


@dataclass(frozen=True, slots=True)
class _Agreement:
    """The dates that have a year, each with what it bounds, and those found to fit with one."""

    text: str
    dated: tuple[tuple[int, Period], ...]
    fitting: set[tuple[str, int | None, Bound | None, bool]]

    @classmethod
    def of(cls, scanned: Scan, settings: list[Setting]) -> "_Agreement":
        bounds = (
            (each.year, _apply(own, _made(each)))
            for each, own in zip(scanned.found, settings, strict=True)
            if each.year
        )
        return cls(scanned.text, tuple(dict.fromkeys(bounds)), set())

    def holds(self, item: Found, setting: Setting) -> bool:
        """Whether a date without a year, "(v. 10)", fits with one of the dates that have one."""
        if not self.dated:
            return True
        written = self.text[item.start : item.end]
        key = (written, item.month, setting.bound, setting.part)
        if key not in self.fitting:
            if not any(_overlaps(item, setting, period, year) for year, period in self.dated):
                return False
            self.fitting.add(key)
        return True


def _overlaps(
    item: Found, setting: Setting | None, period: Period, year: int | None = None
) -> bool:
    """Whether a date without a year could be in the period; true of what is none in any year."""
    if year is None:
        bound = period.earliest or period.latest
        year = bound.year if bound else None
    given = item.make(year) if year else None
    if given is None:
        return True
    given = _apply(setting, given) if setting else given
    first = max(given.earliest or date.min, period.earliest or date.min)
    return first <= min(given.latest or date.max, period.latest or date.max)


def _without_restated(grouped: list[_Grouped]) -> list[Period]:
    """The periods, but of two side by side of which one lies in the other only that one, and of
    "2026, senast 1 maj 2026" the one up to that day.

    Two dates of which one stands in brackets and that are apart contradict each other.
    """
    kept: list[Period] = []
    gap: str | None = None
    for each in grouped:
        beside = gap is not None and not words_of(gap)
        narrowed = _narrowed(kept[-1], gap, each.period) if gap is not None else None
        if narrowed:
            kept[-1] = narrowed
        elif beside and _holds(kept[-1], each.period):
            kept[-1] = each.period
        elif not (beside and _holds(each.period, kept[-1])):
            if beside and gap and "(" in gap:
                raise UnclearDateError
            kept.append(each.period)
        gap = each.gap
    return kept


def _narrowed(period: Period, gap: str, bound: Period) -> Period | None:
    """The period up to a last day within it; None where the gap has other words than a bound."""
    words = [word for word in words_of(gap) if word not in wording.FILLERS]
    if bound.earliest or not set(words) <= wording.NARROWING | wording.BOUND_WORDS:
        return None
    if not (period.earliest and period.latest and bound.latest):
        return None
    within = period.earliest <= bound.latest <= period.latest
    return periods.span(period, bound) if within else None


def _holds(outer: Period, inner: Period) -> bool:
    """Whether one period that is closed at both ends lies in another one that is, too."""
    if not (outer.earliest and outer.latest and inner.earliest and inner.latest):
        return False
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest


def _made(item: Found) -> Period:
    period = item.make(item.year) if item.year is not None else None
    if period is None:
        raise NoSuchDateError
    return period


def _apply(setting: Setting, period: Period) -> Period:
    """Open the period at the side the words before it name."""
    match setting.bound:
        case Bound.UNTIL:
            return periods.until(period)
        case Bound.SINCE:
            return periods.since(period)
        case Bound.BEFORE:
            # "före slutet av maj": somewhere in May at the latest, so May bounds it.
            return periods.until(period) if setting.part else periods.before(period)
        case Bound.AFTER:
            return periods.since(period) if setting.part else periods.after(period)
        case None:
            return period


def _from_and_until(found: list[Period]) -> list[Period]:
    """Join "från A, senast B" to one interval."""
    if len(found) == 2 and found[0].last is None and found[1].first is None:
        joined = periods.span(found[0], found[1])
        return [joined] if joined else found
    return found
