"""Puts a deadline together: the dates found, the words round them, and what joins the dates."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from spur_extract.contract import Deadline, DeadlineStatus
from spur_extract.extraction.deadlines import periods, shapes, wording
from spur_extract.extraction.deadlines.conditions import hangs_on_event, is_conditional
from spur_extract.extraction.deadlines.periods import Period
from spur_extract.extraction.deadlines.shapes import Found
from spur_extract.extraction.deadlines.wording import Bound

EMPTY_CHARACTERS = " -_.…"
# Five digits and more, alone or with the signs of a date in between, were meant as a date.
DIGIT_RUN = re.compile(r"[0-9](?:[./-]?[0-9]){4,}")
PUNCTUATION = ".,;:()[]\"'!?"


class _NoSuchDateError(ValueError):
    """The text has the shape of a date that no calendar holds."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the words right before a date say."""

    bound: Bound | None
    part: bool
    approximate: bool
    between: bool


def read_deadline(text: str | None) -> Deadline:
    """Read a date field of the action plan without ever consulting the clock.

    Bounds are whole days and hold everything the words can mean: "början av 2026" is 2026, a term
    reaches from its earliest beginning to its latest end, an ISO week from Monday to Sunday (an
    interval without precision). "senast X" is open at the beginning, "före X" ends the day before
    X, "från och med X" is open at the end. Several dates make an EDTF set. A date without a year
    borrows the year of the date it is joined to ("1 mars – 30 april 2026") and no other; two
    digits are a year from 2010 to 2049. Digits meant as a date that no calendar holds make the
    whole field malformed, even beside a good date. `text` is null exactly when the field is
    empty or holds a mere dash. Flags are left false where the deadline is not applicable.
    """
    written = text.strip() if text else ""
    folded = shapes.fold(written)
    if not folded.strip(EMPTY_CHARACTERS):
        return Deadline(status=DeadlineStatus.MISSING)
    if wording.matches_any(wording.NOT_APPLICABLE, folded):
        return Deadline(text=written, status=DeadlineStatus.NOT_APPLICABLE)
    recurring = wording.matches_any(wording.RECURRING, folded)
    conditional = is_conditional(folded)
    status, edtf, bounds = DeadlineStatus.UNDATED, None, None
    try:
        found = _find_periods(folded)
    except _NoSuchDateError:
        status, found = DeadlineStatus.MALFORMED, []
    if found:
        status = DeadlineStatus.DATED
        edtf, bounds = _set_of(found) if len(found) > 1 else (found[0].edtf(), found[0])
    elif status is DeadlineStatus.UNDATED:
        conditional = conditional or hangs_on_event(folded)
    return Deadline(
        text=written,
        edtf=edtf,
        earliest=bounds and bounds.earliest,
        latest=bounds and bounds.latest,
        precision=bounds and bounds.precision,
        recurring=recurring,
        conditional=conditional,
        status=status,
    )


def _find_periods(folded: str) -> list[Period]:
    """The distinct periods of the text, in its order; raises _NoSuchDateError."""
    text = folded
    for pattern in shapes.NOISE_PATTERNS:
        text = pattern.sub(shapes.blank, text)
    found, rest = _scan(text)
    if DIGIT_RUN.search(rest):
        raise _NoSuchDateError
    if not found and not any(character.isalpha() for character in text) and "\0" not in text:
        if any(character in "0123456789" for character in text):
            raise _NoSuchDateError
        return []
    found = _lend_years(text, _year_first(text, found))
    return _from_and_until(list(dict.fromkeys(_group(text, found))))


def _scan(text: str) -> tuple[list[Found], str]:
    """All dates in the text's order, and the text with them blanked."""
    found = []
    for shape in shapes.SHAPES:
        for match in shape.pattern.finditer(text):
            year = match.groupdict().get("year")
            found.append(
                Found(
                    match.start(),
                    match.end(),
                    shapes.full_year(year) if year else None,
                    shape.read(match),
                )
            )
        text = shape.pattern.sub(shapes.blank, text)
    return sorted(found, key=lambda item: item.start), text


def _year_first(text: str, found: list[Found]) -> list[Found]:
    """Merge "2026 v. 35" and "2026-W35": a bare year and what it is the year of."""
    merged: list[Found] = []
    for item in found:
        before = merged[-1] if merged else None
        if (
            before
            and item.year is None
            and re.fullmatch("[0-9]{4}", text[before.start : before.end])
            and text[before.end : item.start].strip(" ,") in ("", "-")
        ):
            merged[-1] = replace(item, start=before.start, year=before.year)
        else:
            merged.append(item)
    return merged


def _lend_years(text: str, found: list[Found]) -> list[Found]:
    """Give a date without a year the year of the date it is joined to, from the last backwards."""
    lent = list(found)
    for index in range(len(found) - 2, -1, -1):
        item, following = lent[index], lent[index + 1]
        if item.year is None and following.year is not None and _link(text, item, following):
            start, end = item.make(following.year), following.make(following.year)
            # "december – januari 2027": the first is of a year before, which nobody wrote.
            if start is None or end is None or _earliest(start) <= _earliest(end):
                lent[index] = replace(item, year=following.year)
    return lent


def _earliest(period: Period) -> date:
    return period.earliest or date.min


def _words(text: str) -> list[str]:
    words = (word.strip(PUNCTUATION).replace(".", "") for word in text.split())
    return [word for word in words if word]


def _link(text: str, first: Found, second: Found) -> str | None:
    """How two neighbouring dates are joined: "range", "list" or not at all."""
    gap = text[first.end : second.start]
    words = [word for word in _words(gap) if word not in wording.FILLERS]
    words = [word for word in words if word not in wording.APPROXIMATIONS]
    joint = " ".join(words) or gap.strip(" .()")[:1]
    if joint in wording.RANGE_LINKS:
        return "range"
    return "list" if joint in wording.LIST_LINKS else None


def _setting(prefix: str) -> _Setting:
    """What the words before a date, read backwards, say about it."""
    words = _words(prefix.replace("~", " ca "))
    part = approximate = False
    while words and (words[-1] in wording.FILLERS or words[-1] in wording.APPROXIMATIONS):
        word = words.pop()
        part = part or word in wording.PARTS
        approximate = approximate or word in wording.APPROXIMATIONS
    phrases = (" ".join(words[-length:]) for length in (3, 2, 1))
    bound = next((wording.BOUNDS[phrase] for phrase in phrases if phrase in wording.BOUNDS), None)
    return _Setting(bound, part, approximate, words[-1:] == ["mellan"])


def _group(text: str, found: list[Found]) -> Iterable[Period]:
    """The periods that the dates make, ranges joined and the words before them applied."""
    tentative = bool(wording.TENTATIVE.search(text))
    index, end = 0, 0
    headless = False
    while index < len(found):
        item = found[index]
        setting = _setting(text[end : item.start])
        end, index = item.end, index + 1
        link = _link(text, item, found[index]) if index < len(found) else None
        if item.year is None:
            headless = link is not None
            continue
        period = periods.until(_made(item)) if headless else _made(item)
        headless = False
        if link == "list" and setting.between:
            link = "range"
        if link == "range" and found[index].year is not None:
            joined = periods.span(period, _made(found[index]))
            if joined is not None:
                period, end, index = joined, found[index].end, index + 1
                setting = _without_since(setting)
        elif (link and found[index].year is None) or wording.ONWARDS.match(text, end):
            period = periods.since(period)
        opened = _apply(setting, period)
        if opened.earliest is None and opened.latest is None:
            opened = _made(item)  # "senast 2026 och framåt": open at both ends, it bounds nothing
        yield replace(opened, approximate=setting.approximate or tentative)


def _made(item: Found) -> Period:
    period = item.make(item.year) if item.year is not None else None
    if period is None:
        raise _NoSuchDateError
    return period


def _without_since(setting: _Setting) -> _Setting:
    """ "från A till B" is no more than "A till B"."""
    return replace(setting, bound=None) if setting.bound is Bound.SINCE else setting


def _apply(setting: _Setting, period: Period) -> Period:
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


def _set_of(found: list[Period]) -> tuple[str, Period]:
    """Several periods as an EDTF set, and a period with the set's outermost bounds.

    A set open at both ends bounds nothing, so the open ends are then closed at the written dates.
    """
    starts = [period.earliest for period in found]
    ends = [period.latest for period in found]
    known_starts = [day for day in starts if day]
    known_ends = [day for day in ends if day]
    earliest = min(known_starts) if len(known_starts) == len(starts) else None
    latest = max(known_ends) if len(known_ends) == len(ends) else None
    if earliest is None and latest is None:
        written = known_starts + known_ends
        earliest, latest = min(written), max(written)
    precision = periods.coarsest([period.precision for period in found])
    members = ",".join(period.edtf_member() for period in found)
    return f"{{{members}}}", Period(None, None, earliest, latest, precision)
