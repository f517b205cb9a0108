"""Puts a deadline together: its dates, and whether it recurs, hangs on something or is none."""

from spur_extract.contract import Deadline, DeadlineStatus
from spur_extract.extraction.deadlines import periods, shapes, wording
from spur_extract.extraction.deadlines.conditions import hangs_on_event, is_conditional
from spur_extract.extraction.deadlines.doubts import UnclearDateError
from spur_extract.extraction.deadlines.grouping import NoSuchDateError, find_periods
from spur_extract.extraction.deadlines.periods import Period

EMPTY_CHARACTERS = " -_.…"


def read_deadline(text: str | None) -> Deadline:
    """Read a date field of the action plan without ever consulting the clock.

    Bounds are whole days and hold everything the words can mean: "början av 2026" is 2026, a term
    reaches from its earliest beginning to its latest end, an ISO week from Monday to Sunday (an
    interval without precision). "senast X" is open at the beginning, "före X" ends the day before
    X, "från och med X" is open at the end. Several dates make an EDTF set. A date without a year
    borrows the year of the date it is joined to ("1 mars – 30 april 2026") and no other; two
    digits are a year from 2010 to 2049. Digits meant as a date that no calendar holds make the
    whole field malformed, even beside a good date. Where words or digits beside the dates may
    change what they mean, and it is not understood how, the field is undated (`unclear_date`).
    `text` is null exactly when the field is empty or holds a mere dash. Flags are left false where
    the deadline is not applicable.
    """
    return _read(text)[0]


def unclear_date(text: str | None) -> bool:
    """Whether the field has a date that is not given, as the text may make something else of it."""
    return _read(text)[1]


def _read(text: str | None) -> tuple[Deadline, bool]:
    written = text.strip() if text else ""
    folded = shapes.fold(written)
    if not folded.strip(EMPTY_CHARACTERS):
        return Deadline(status=DeadlineStatus.MISSING), False
    if wording.matches_any(wording.NOT_APPLICABLE, folded):
        return Deadline(text=written, status=DeadlineStatus.NOT_APPLICABLE), False
    recurring = wording.matches_any(wording.RECURRING, folded)
    conditional = is_conditional(folded)
    status, edtf, bounds = DeadlineStatus.UNDATED, None, None
    found: list[Period] = []
    unclear = False
    try:
        found = find_periods(folded, recurring=recurring)
    except NoSuchDateError:
        status = DeadlineStatus.MALFORMED
    except UnclearDateError:
        unclear = True
    if found:
        status = DeadlineStatus.DATED
        edtf, bounds = _set_of(found) if len(found) > 1 else (found[0].edtf(), found[0])
    elif status is DeadlineStatus.UNDATED:
        conditional = conditional or hangs_on_event(folded)
    deadline = Deadline(
        text=written,
        edtf=edtf,
        earliest=bounds and bounds.earliest,
        latest=bounds and bounds.latest,
        precision=bounds and bounds.precision,
        recurring=recurring,
        conditional=conditional,
        status=status,
    )
    return deadline, unclear


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
