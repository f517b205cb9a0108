"""Stretches of time: their EDTF (ISO 8601-2) form and the days that bound them.

The seasons are those of the `edtf` package (spring March–May, summer June–August, autumn
September–November, winter December–February); all builders return None for what no calendar has.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spur_extract.contract import Precision

# EDTF level 2 codes (ISO 8601-2, 4.8): first and last month; 24 ends in the year after.
SUB_YEARS = {
    21: (3, 5),
    22: (6, 8),
    23: (9, 11),
    24: (12, 2),
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
    40: (1, 6),
    41: (7, 12),
}
# Only the four seasons may stand in an interval, and none in a set: EDTF readers refuse others.
SEASONS = range(21, 25)
EXACT_FIRST = (Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.YEAR)


@dataclass(frozen=True, slots=True)
class Point:
    """One written date: `code` when it stands alone, `begin` and `end` where a code may not."""

    code: str
    begin: str
    end: str

    @property
    def may_bound(self) -> bool:
        """Whether `code` may stand at an end of an EDTF interval."""
        return self.code == self.begin or int(self.code[-2:]) in SEASONS


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, the same point for a single date, None for an open end."""

    first: Point | None
    last: Point | None
    earliest: date | None
    latest: date | None
    precision: Precision | None
    approximate: bool = False

    def edtf(self) -> str:
        """The period on its own, as a date or an interval with `..` for an open end."""
        tilde = "~" if self.approximate else ""
        if self.first is not None and self.first == self.last:
            point = self.first
            if point.code == point.begin or not tilde:
                return point.code + tilde
            return f"{point.begin}~/{point.end}~"
        first, last = self.first, self.last
        left = first and (first.code if first.may_bound else first.begin) + tilde
        right = last and (last.code if last.may_bound else last.end) + tilde
        return f"{left or '..'}/{right or '..'}"

    def edtf_member(self) -> str:
        """The period as a member of an EDTF set, where an interval is written `a..b`."""
        tilde = "~" if self.approximate else ""
        left = self.first.begin + tilde if self.first else ""
        right = self.last.end + tilde if self.last else ""
        return left if left == right else f"{left}..{right}"


def coarsest(precisions: list[Precision | None]) -> Precision | None:
    """The least exact of several precisions; None when one of them has no name (a week)."""
    known = [precision for precision in precisions if precision is not None]
    return max(known, key=EXACT_FIRST.index) if len(known) == len(precisions) else None


def _single(code: str, earliest: date, latest: date, precision: Precision) -> Period:
    point = Point(code, code, code)
    return Period(point, point, earliest, latest, precision)


def day(year: int, month: int, number: int) -> Period | None:
    """One day."""
    try:
        value = date(year, month, number)
    except ValueError:
        return None
    return _single(value.isoformat(), value, value, Precision.DAY)


def month(year: int, number: int) -> Period | None:
    """One calendar month."""
    if not 1 <= number <= 12:
        return None
    last = date(year, number, monthrange(year, number)[1])
    return _single(f"{year}-{number:02}", last.replace(day=1), last, Precision.MONTH)


def whole_year(year: int) -> Period:
    """One calendar year."""
    return _single(f"{year}", date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def sub_year(year: int, code: int) -> Period:
    """A season, quarter or half year by its EDTF code."""
    begin, end = SUB_YEARS[code]
    end_year = year if begin < end else year + 1
    point = Point(f"{year}-{code}", f"{year}-{begin:02}", f"{end_year}-{end:02}")
    latest = date(end_year, end, monthrange(end_year, end)[1])
    return Period(point, point, date(year, begin, 1), latest, Precision.SEASON)


def term(year: int, *, autumn: bool) -> Period | None:
    """A term (termin): autumn (HT) August–January, spring (VT) January–June.

    A term is no season, so it is an EDTF interval of months, wide enough to hold both calendars
    in use: schools begin the autumn term in August and end the spring term in June (skolförordning
    2011:185, 3 kap. 3 §); at universities the autumn term runs from about 1 September to the
    middle of January and the spring term to the beginning of June.
    """
    first = month(year, 8 if autumn else 1)
    last = month(year + 1, 1) if autumn else month(year, 6)
    joined = span(first, last)
    return joined and replace(joined, precision=Precision.SEASON)


def school_year(year: int) -> Period | None:
    """A school year (läsår) from August to June of the year after."""
    joined = span(month(year, 8), month(year + 1, 6))
    return joined and replace(joined, precision=Precision.YEAR)


def week(year: int, number: int) -> Period | None:
    """An ISO week, Monday to Sunday; the contract has no name for its precision."""
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    sunday = monday + timedelta(days=6)
    first, last = (Point(d.isoformat(), d.isoformat(), d.isoformat()) for d in (monday, sunday))
    return Period(first, last, monday, sunday, None)


def span(first: Period | None, last: Period | None) -> Period | None:
    """From the beginning of one period to the end of another; None when that runs backwards."""
    if first is None or last is None:
        return None
    if first.earliest and last.latest and first.earliest > last.latest:
        return None
    precision = coarsest([first.precision, last.precision])
    approximate = first.approximate or last.approximate
    return Period(first.first, last.last, first.earliest, last.latest, precision, approximate)


def until(period: Period) -> Period:
    """Up to and including the period ("senast")."""
    return replace(period, first=None, earliest=None)


def since(period: Period) -> Period:
    """From the beginning of the period on ("från och med")."""
    return replace(period, last=None, latest=None)


def before(period: Period) -> Period:
    """Up to the day before the period begins ("före", "innan")."""
    if period.earliest is None:
        return period
    eve = period.earliest - timedelta(days=1)
    point = Point(eve.isoformat(), eve.isoformat(), eve.isoformat())
    return replace(period, first=None, last=point, earliest=None, latest=eve)


def after(period: Period) -> Period:
    """From the day after the period ends ("efter")."""
    if period.latest is None:
        return period
    morrow = period.latest + timedelta(days=1)
    point = Point(morrow.isoformat(), morrow.isoformat(), morrow.isoformat())
    return replace(period, first=point, last=None, earliest=morrow, latest=None)
