"""Makes the findings of the rules on the archive."""

from typing import Final, NamedTuple

from spur_extract.audit.facts import Facts
from spur_extract.audit.model import ArchiveRule, Finding, Language, Level, Value, Words, about_of
from spur_extract.audit.packed_places import PackedPlace, unpack

NOTHING: Final = Words("", "")
SHORT: Final = 100
"""Characters of a quote within a message."""


class Spot(NamedTuple):
    """A value of a report, where it stands in the source, and the text there."""

    pointer: str = ""
    place: PackedPlace | None = None
    quote: str | None = None


def finding_on(
    rule: ArchiveRule,
    facts: Facts,
    spot: Spot,
    values: dict[str, Value],
    level: Level | None = None,
) -> Finding:
    """A finding on one report; `level` where it is not the rule's own."""
    return Finding(
        code=rule.code,
        level=level or rule.level,
        message=rule.message(Language.SV, values),
        message_en=rule.message(Language.EN, values),
        report=facts.path,
        report_id=facts.report_id,
        unit=facts.unit,
        pointer=spot.pointer,
        place=unpack(spot.place),
        quote=spot.quote,
        inspected=facts.inspected,
        specialty=facts.specialty,
        about=about_of(values),
    )


def finding_on_archive(rule: ArchiveRule, values: dict[str, Value]) -> Finding:
    """A finding on all reports together; it names no report."""
    return Finding(
        code=rule.code,
        level=rule.level,
        message=rule.message(Language.SV, values),
        message_en=rule.message(Language.EN, values),
        report="",
        report_id="",
        unit=None,
        pointer="",
    )


def unit_spot(facts: Facts) -> Spot:
    """The unit's name on the cover."""
    return Spot("/cover/clinic", facts.unit_place, facts.unit)


def day_spot(facts: Facts) -> Spot:
    """The day of the inspection, as the cover has it."""
    return Spot("/cover/inspection_date", facts.inspected_place, facts.inspected_text)


def shortened(text: str) -> str:
    """The text within a message."""
    return text if len(text) <= SHORT else text[: SHORT - 1].rstrip() + "…"
