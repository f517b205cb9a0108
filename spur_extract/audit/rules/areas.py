"""SPUR2xx: the areas A to H and their narratives."""

from collections.abc import Iterator, Sequence

from spur_extract.audit.form import AREA_CODES, area_table, edition_of, placed_areas
from spur_extract.audit.model import Audited, Context, Finding, Level, ReportRule
from spur_extract.contract import Report
from spur_extract.layout.lines import squeeze

AREAS = frozenset({"areas"})
NARRATIVE = frozenset({"areas", "narrative"})


class AreaMissing(ReportRule):
    """SPUR201."""

    code = "SPUR201"
    name = "area-missing"
    title = "An area is missing"
    title_sv = "Ett område saknas"
    explanation = (
        "Every inspection covers all the areas of the form. Pages may be lost, or the report is a "
        "preliminary one."
    )
    level = Level.ERROR
    template = "Område {area} finns inte i rapporten."
    template_en = "Area {area} is not in the report."
    tags = AREAS

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """An area of the edition that the report lacks."""
        edition = edition_of(audited.report)
        expected = [area.code for area in edition.area] if edition else AREA_CODES
        present = {area.code for area in audited.report.areas}
        for code in expected:
            if code not in present:
                yield self.found(audited, "/areas", area=code)


class AreaDoubled(ReportRule):
    """SPUR202."""

    code = "SPUR202"
    name = "area-doubled"
    title = "An area stands more than once"
    title_sv = "Ett område finns flera gånger"
    explanation = "Two versions of an area, or pages of two reports, are in one document."
    level = Level.WARNING
    template = "Område {area} finns mer än en gång i rapporten."
    template_en = "Area {area} stands more than once in the report."
    tags = AREAS

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """An area that was met before."""
        met: set[str] = set()
        for pointer, area in placed_areas(audited.report):
            if area.code in met:
                yield self.found(audited, pointer, area=area.code)
            met.add(area.code)


class AreaOutOfOrder(ReportRule):
    """SPUR203."""

    code = "SPUR203"
    name = "area-out-of-order"
    title = "An area does not stand in its place"
    title_sv = "Ett område står inte på sin plats"
    explanation = (
        "The areas follow each other from A to H. Where one does not, pages have changed places, "
        "and what stands on them may be read as part of another area."
    )
    level = Level.WARNING
    template = "Område {area} står inte på sin plats: ordningen är {order}."
    template_en = "Area {area} does not stand in its place: the order is {order}."
    tags = AREAS

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """The fewest areas that have to be moved; one that stands twice is told by SPUR202."""
        printed = _as_printed(audited.report)
        codes = [code for _, code in printed]
        in_order = _longest_rising(codes)
        for position, (pointer, code) in enumerate(printed):
            if position not in in_order and codes.count(code) == 1:
                yield self.found(audited, pointer, area=code, order=" ".join(codes))


class AreaWithoutHeading(ReportRule):
    """SPUR204."""

    code = "SPUR204"
    name = "area-without-heading"
    title = "An area has rows, but no heading"
    title_sv = "Ett område saknar rubrik"
    explanation = "Rows of the area are there, its heading is not: a page may be lost."
    level = Level.WARNING
    template = "Område {area} saknar rubrik."
    template_en = "Area {area} has no heading."
    tags = AREAS

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """No title."""
        for pointer, area in placed_areas(audited.report):
            if not area.title:
                yield self.found(audited, f"{pointer}/title", area=area.code)


class NarrativeMissing(ReportRule):
    """SPUR205."""

    code = "SPUR205"
    name = "narrative-missing"
    title = "An area has no narrative"
    title_sv = "Ett område saknar text"
    explanation = "The inspectors' own words are what the unit learns from; a grade alone is not."
    level = Level.WARNING
    template = "Område {area} saknar inspektörernas text."
    template_en = "Area {area} has no text by the inspectors."
    tags = NARRATIVE

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """No narrative, or an empty one."""
        for pointer, area in placed_areas(audited.report):
            if not (area.narrative or "").strip():
                yield self.found(audited, f"{pointer}/narrative", area=area.code)


class AreaTitleReworded(ReportRule):
    """SPUR206."""

    code = "SPUR206"
    name = "area-title-reworded"
    title = "An area's heading is not worded as the edition has it"
    title_sv = "Ett områdes rubrik avviker från formuläret"
    explanation = "A heading in other words may belong to an edition that the catalogue lacks."
    level = Level.INFO
    template = "Rubriken till område {area} lyder inte som i formuläret: {expected}."
    template_en = "The heading of area {area} is not worded as in the form: {expected}."
    tags = frozenset({"areas", "edition"})

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """A title that is none of the edition's for the area."""
        for pointer, area in placed_areas(audited.report):
            table = area_table(audited.report.source.edition, area.code)
            if table is None or not area.title:
                continue
            if squeeze(area.title) not in map(squeeze, (table.title, *table.aliases)):
                here = f"{pointer}/title"
                yield self.found(audited, here, area=area.code, expected=table.title)


def _as_printed(report: Report) -> list[tuple[str, str]]:
    """Pointer and code of each area in the order of the source: by the places of their headings
    where all are known, or else as the report lists them."""
    listed = [(pointer, area.code) for pointer, area in placed_areas(report)]
    spans = [report.provenance.get(f"{pointer}/title", ()) for pointer, _ in listed]
    if not all(spans):
        return listed
    places = [(span[0].page, span[0].start) for span in spans]
    return [listed[at] for at in sorted(range(len(listed)), key=places.__getitem__)]


def _longest_rising(codes: Sequence[str]) -> frozenset[int]:
    """The positions of the longest part of `codes` that is in order, equal ones allowed."""
    chains: list[list[int]] = []
    for position, code in enumerate(codes):
        before = [chain for chain in chains if codes[chain[-1]] <= code]
        chains.append([*_longest(before), position])
    return frozenset(_longest(chains))


def _longest(chains: list[list[int]]) -> list[int]:
    return sorted(chains, key=len)[-1] if chains else []


RULES: tuple[type[ReportRule], ...] = (
    AreaMissing,
    AreaDoubled,
    AreaOutOfOrder,
    AreaWithoutHeading,
    NarrativeMissing,
    AreaTitleReworded,
)
