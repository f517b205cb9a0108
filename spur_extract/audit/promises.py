"""The action plan of a report: items by area, and what their dates can be compared by."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from spur_extract.audit.wording import announcements_of_plan
from spur_extract.contract import (
    ActionItem,
    Area,
    Deadline,
    DeadlineStatus,
    PlanStatus,
    Precision,
    Report,
)
from spur_extract.layout.lines import squeeze

LONGEST_SEASON: Final = timedelta(days=183)
"""A term is the longest season that is written."""


def placed_items(report: Report) -> Iterator[tuple[str, ActionItem]]:
    """Each action item with its pointer."""
    for position, item in enumerate(report.action_plan.items):
        yield f"/action_plan/items/{position}", item


def areas_planned(report: Report) -> frozenset[str]:
    """The codes of the areas that the plan in the document has items for."""
    return frozenset(item.area for item in report.action_plan.items)


def unplanned(report: Report, area: Area) -> bool:
    """Whether nothing says that the area has a plan.

    A plan that only stands elsewhere may have an item for it: where the document has but its
    heading, for any area; where the inspectors' text announces it, for the area of that text.
    """
    if report.action_plan.items:
        return area.code not in areas_planned(report)
    if announced_in_text(report):
        return not announcements_of_plan(area.narrative)
    return report.action_plan.status is not PlanStatus.ATTACHED


def planned_elsewhere(report: Report, area: Area) -> bool:
    """Whether the document has no plan, and one that stands elsewhere may be about the area."""
    return not report.action_plan.items and not unplanned(report, area)


def announced_in_text(report: Report) -> bool:
    """Whether the document has no plan, and the text of some area announces one."""
    if report.action_plan.items:
        return False
    return any(announcements_of_plan(area.narrative) for area in report.areas)


def answers(item: ActionItem, area: str, row_id: str, row_text: str) -> bool:
    """Whether the item may be about that row: by its id, or, where that is not known, by words
    that are not plainly those of another."""
    if item.area != area:
        return False
    if item.indicator_id is not None:
        return item.indicator_id == row_id
    deficiency = squeeze(item.indicator_text or "")
    return not deficiency or deficiency in squeeze(row_text) or squeeze(row_text) in deficiency


def binding(item: ActionItem) -> bool:
    """Whether the item promises something whatever happens."""
    return item.due.status is not DeadlineStatus.NOT_APPLICABLE and not item.due.conditional


def first_day(deadline: Deadline) -> date | None:
    """The earliest day that the deadline can mean; "by X" means X itself here."""
    if deadline.earliest is not None or deadline.latest is None:
        return deadline.earliest
    latest = deadline.latest
    match deadline.precision:
        case Precision.DAY:
            return latest
        case Precision.MONTH:
            return latest.replace(day=1)
        case Precision.SEASON:
            return latest - LONGEST_SEASON
        case Precision.YEAR:
            return latest.replace(month=1, day=1)
        case None:
            return None
