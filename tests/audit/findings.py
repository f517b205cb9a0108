"""One finding with every field, for tests of what becomes of findings."""

from datetime import date

from spur_extract.audit.model import Finding, Level
from spur_extract.contract import Span

FOUND = Finding(
    code="SPUR811",
    level=Level.ERROR,
    message="Åtgärden skulle vara klar",
    message_en="The action was due",
    report="json/a.json",
    report_id="0123456789abcdef",
    unit="Kirurgkliniken, Norrtuna lasarett",
    pointer="/action_plan/items/3/due",
    place=Span(page=3, start=1, end=9),
    quote="Handledning ges\n  varje vecka",
    inspected=date(2025, 3, 4),
)
