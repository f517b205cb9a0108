"""What the cases of the rules are made of."""

from typing import Final, NamedTuple

from tests.audit.reports import Edits

Expected = tuple[tuple[str, str], ...]


class Case(NamedTuple):
    """A fictional report: a faultless one with edits, and all that is found in it."""

    base: str
    edits: Edits
    expected: Expected = ()


def date_field(text: str | None, day: str | None, **others: object) -> dict[str, object]:
    """A deadline on one day; without a day none of the kinds that have one."""
    status = "dated" if day else "undated"
    dates = {"edtf": day, "earliest": day, "latest": day, "precision": "day" if day else None}
    flags = {"recurring": False, "conditional": False}
    return {"text": text, **dates, **flags, "status": status, **others}


def nobody(text: str | None) -> dict[str, object]:
    """A party in which there is no person and no role."""
    return {"text": text, "roles": [], "persons": [], "holders": []}


MISSING: Final = date_field(None, None, status="missing")
NOT_APPLICABLE: Final = date_field("Ej aktuellt", None, status="not_applicable")
