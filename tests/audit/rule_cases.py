"""For every rule on one report: a report that triggers it, and one that nearly does.

The expected findings are all that there are, as (code, pointer).
"""

from typing import Final

from tests.audit.cases import Case
from tests.audit.plan_cases import ITEMS, PLAN
from tests.audit.reports import REMOVED, Edits


def _title_places(first: int, second: int) -> dict[str, object]:
    """The headings of two areas on each other's page."""
    here = {"page": 20, "start": 0, "end": 5, "bbox": None}
    there = {"page": 2, "start": 0, "end": 5, "bbox": None}
    return {
        f"/provenance/areas/{first}/title": [here],
        f"/provenance/areas/{second}/title": [there],
    }


def _grade(
    area: int, grade: str | None, basis: str, before: str | None = None
) -> dict[str, object]:
    grading = {"regulation": None, "grade": grade, "original_grade": before}
    return {f"/areas/{area}/gradings/0": {**grading, "basis": basis, "evidence": None}}


NOTHING_GIVEN: Final[Edits] = {
    "/cover": {
        "clinic": None,
        "specialty": None,
        "inspection_date": None,
        "inspection_date_text": None,
        "inspectors": [],
        "inspectors_text": None,
        "regulations": [],
    }
}
ONLY_CLINIC: Final[Edits] = {**NOTHING_GIVEN, "/cover/clinic": "Hudkliniken, Sjöborgs sjukhus"}

COVER: Final = {
    "SPUR100": Case("single", NOTHING_GIVEN, (("SPUR100", "/cover"),)),
    "SPUR100 near": Case(
        "single",
        ONLY_CLINIC,
        (
            ("SPUR102", "/cover/specialty"),
            ("SPUR103", "/cover/inspection_date"),
            ("SPUR104", "/cover/inspectors"),
            ("SPUR105", "/cover/regulations"),
        ),
    ),
    "SPUR101": Case("single", {"/cover/clinic": REMOVED}, (("SPUR101", "/cover/clinic"),)),
    "SPUR101 near": Case("single", {"/cover/clinic": "X"}),
    "SPUR102": Case("single", {"/cover/specialty": REMOVED}, (("SPUR102", "/cover/specialty"),)),
    "SPUR102 near": Case("single", {"/cover/specialty": "X"}),
    "SPUR103": Case(
        "single",
        {"/cover/inspection_date": REMOVED, "/cover/inspection_date_text": REMOVED},
        (("SPUR103", "/cover/inspection_date"),),
    ),
    "SPUR103 near": Case("single", {"/cover/inspection_date_text": REMOVED}),
    "SPUR104": Case(
        "single",
        {"/cover/inspectors": [], "/cover/inspectors_text": REMOVED},
        (("SPUR104", "/cover/inspectors"),),
    ),
    "SPUR104 near": Case("single", {"/cover/inspectors_text": REMOVED}),
    "SPUR105": Case("single", {"/cover/regulations": []}, (("SPUR105", "/cover/regulations"),)),
    "SPUR105 near": Case("single", {"/cover/regulations": ["SOSFS 2015:8"]}),
    "SPUR106": Case(
        "single",
        {"/cover/inspection_date": REMOVED, "/cover/inspection_date_text": "november"},
        (("SPUR106", "/cover/inspection_date_text"),),
    ),
    "SPUR106 near": Case("single", {"/cover/inspection_date_text": "november"}),
    "SPUR107": Case(
        "dual",
        {"/cover/inspection_date": "2026-01-02"},
        (("SPUR107", "/cover/inspection_date"),),
    ),
    "SPUR107 near": Case("dual", {"/cover/inspection_date": "2025-12-01"}),
    "SPUR108": Case(
        "dual",
        {"/cover/inspection_date": "2025-12-02"},
        (("SPUR108", "/cover/inspection_date"),),
    ),
    "SPUR108 near": Case("dual", {"/cover/inspection_date": "2025-12-01"}),
    "SPUR109": Case("single", {"/cover/inspectors": []}, (("SPUR109", "/cover/inspectors_text"),)),
    "SPUR109 near": Case("single", {"/cover/inspectors": ["S. Drakenberg"]}),
    "SPUR110": Case(
        "dual",
        {"/cover/regulations": ["SOSFS 2015:8"]},
        (("SPUR110", "/cover/regulations"),),
    ),
    "SPUR110 near": Case("dual", {"/cover/regulations": ["HSLF-FS 2021:8", "SOSFS 2015:8"]}),
}

SECOND_A: Final = {
    "code": "A",
    "part": "structure",
    "title": "Verksamheten",
    "narrative": "Samma område en gång till.",
    "gradings": [{"grade": "B", "basis": "marked"}],
}

AREAS: Final = {
    "SPUR201": Case("single", {"/areas/7": REMOVED}, (("SPUR201", "/areas"),)),
    "SPUR201 near": Case("single", {"/areas/7/title": REMOVED}, (("SPUR204", "/areas/7/title"),)),
    "SPUR202": Case(
        "single",
        {"/areas/-": SECOND_A},
        (("SPUR202", "/areas/8"), *(("SPUR401", "/areas/8/indicators"),) * 4),
    ),
    "SPUR202 near": Case(
        "single", {"/areas/1/title": "Verksamheten"}, (("SPUR206", "/areas/1/title"),)
    ),
    "SPUR203": Case(
        "single", _title_places(2, 5), (("SPUR203", "/areas/2"), ("SPUR203", "/areas/5"))
    ),
    "SPUR203 near": Case("single", _title_places(7, 0)),
    "SPUR204": Case("single", {"/areas/3/title": ""}, (("SPUR204", "/areas/3/title"),)),
    "SPUR204 near": Case("single", {"/areas/3/title": "tjänstgöringens  UPPLÄGG"}),
    "SPUR205": Case("single", {"/areas/6/narrative": " \n"}, (("SPUR205", "/areas/6/narrative"),)),
    "SPUR205 near": Case("single", {"/areas/6/narrative": "God."}),
    "SPUR206": Case("single", {"/areas/2/title": "Lokaler"}, (("SPUR206", "/areas/2/title"),)),
    "SPUR206 near": Case("single", {"/areas/2/title": "Lokaler och  utrustning:"}),
}

GRADES: Final = {
    "SPUR301": Case("single", _grade(6, None, "unreadable"), (("SPUR301", "/areas/6/gradings"),)),
    "SPUR301 near": Case("dual", {"/areas/6/gradings/0/basis": "unreadable"}),
    "SPUR302": Case("single", _grade(6, None, "none"), (("SPUR302", "/areas/6/gradings/0"),)),
    "SPUR302 near": Case("single", _grade(6, "A", "stated")),
    "SPUR303": Case("single", _grade(6, None, "several"), (("SPUR303", "/areas/6/gradings/0"),)),
    "SPUR303 near": Case("single", _grade(6, "B", "marked")),
    "SPUR304": Case("dual", {"/areas/6/gradings/0": REMOVED}, (("SPUR304", "/areas/6/gradings"),)),
    "SPUR304 near": Case("single", {"/areas/6/gradings/0/regulation": "SOSFS 2015:8"}),
    "SPUR305": Case(
        "single", _grade(0, "C", "marked"), (("SPUR305", "/areas/0/gradings/0/grade"),)
    ),
    "SPUR305 near": Case("single", _grade(2, "C", "marked", "D")),
    "SPUR306": Case(
        "single",
        {"/areas/7/narrative": "God miljö. Graderingen är ändrad till A."},
        (("SPUR306", "/areas/7/gradings/0/grade"),),
    ),
    "SPUR306 near": Case(
        "single", {"/areas/7/narrative": "God miljö. Graderingen kan ändras till A. B kvarstår."}
    ),
    "SPUR307": Case(
        "single",
        {"/areas/7/narrative": "Gradering: B. Skäl: god miljö.\nGraderingen är A."},
        (("SPUR307", "/areas/7/narrative"),),
    ),
    "SPUR307 near": Case(
        "single", {"/areas/7/narrative": "Gradering: B. Graderingen är ändrad till B."}
    ),
    "SPUR308": Case(
        "single",
        {"/areas/2/narrative": "Lokalerna granskades. Inga brister har påvisats."},
        (("SPUR308", "/areas/2/narrative"),),
    ),
    "SPUR308 near": Case(
        "single",
        {
            "/areas/2/narrative": "Inga brister har påvisats utom att arbetsplatser saknas.",
            "/areas/1/narrative": "Ingen åtgärd krävs. Inga brister har påvisats.",
        },
    ),
    "SPUR309": Case(
        "dual",
        {"/areas/0/indicators/0/fulfilled": {"SOSFS 2015:8": True, "HSLF-FS 2021:8": False}},
        (("SPUR309", "/areas/0/gradings/1/grade"), ("SPUR506", "/areas/0/indicators/0")),
    ),
    "SPUR309 near": Case(
        "dual",
        {"/areas/0/indicators/3/fulfilled": {"SOSFS 2015:8": True, "HSLF-FS 2021:8": False}},
    ),
}

INDICATORS: Final = {
    "SPUR401": Case(
        "single", {"/areas/1/indicators/9": REMOVED}, (("SPUR401", "/areas/1/indicators"),)
    ),
    "SPUR401 near": Case("single", {"/areas/1": REMOVED}, (("SPUR201", "/areas"),)),
    "SPUR402": Case(
        "single",
        {"/areas/1/indicators/9/id": "B.instructing-staff"},
        (("SPUR401", "/areas/1/indicators"), ("SPUR402", "/areas/1/indicators/9")),
    ),
    "SPUR402 near": Case(
        "single",
        {"/areas/1/indicators/9/printed_text": "Det finns tillgång till handledare."},
    ),
    "SPUR403": Case(
        "single",
        {"/areas/1/indicators/3/match": "fuzzy", "/areas/1/indicators/3/similarity": 93.5},
        (("SPUR403", "/areas/1/indicators/3/printed_text"),),
    ),
    "SPUR403 near": Case("single", {"/areas/1/indicators/3/similarity": 100}),
    "SPUR404": Case(
        "single",
        {"/areas/1/indicators/9/id": "C.workplace"},
        (("SPUR401", "/areas/1/indicators"), ("SPUR404", "/areas/1/indicators/9")),
    ),
    "SPUR404 near": Case(
        "single",
        {
            "/source/edition": "letter-table",
            "/areas/3/title": "Tjänstgöringens uppläggning",
            "/areas/4/title": "Handledning och uppföljning",
            "/areas/6/title": "Medicinsk vetenskap och kvalitetsarbete",
            "/areas/7/title": "Ledarskapskompetens och kommunikativ kompetens",
        },
    ),
    "SPUR405": Case(
        "single",
        {"/areas/1/indicators/3/fulfilled": REMOVED},
        (("SPUR405", "/areas/1/indicators/3/fulfilled"),),
    ),
    "SPUR405 near": Case(
        "single",
        {
            f"/areas/{area}/indicators/{row}/fulfilled": REMOVED
            for area, rows in enumerate((4, 10, 4, 13, 14, 6, 10, 13))
            for row in range(rows)
        },
    ),
    "SPUR405 near, marks that cannot be read": Case(
        "single",
        {
            "/areas/1/indicators/3/fulfilled": REMOVED,
            "/diagnostics/-": {
                "code": "row-mark-unreadable",
                "severity": "warning",
                "message": "",
                "pointer": "/areas/1/indicators/3",
            },
        },
    ),
    "SPUR406": Case(
        "single",
        {"/areas/3/indicators/8/category": "regulation"},
        (("SPUR406", "/areas/3/indicators/8"),),
    ),
    "SPUR406 near": Case("single", {"/areas/3/indicators/8/category": REMOVED}),
}

LISTS: Final = {
    "SPUR601": Case("single", {"/strengths": []}, (("SPUR601", "/strengths"),)),
    "SPUR601 near": Case("single", {"/strengths/0": REMOVED}),
    "SPUR602": Case("single", {"/weaknesses": []}, (("SPUR602", "/weaknesses"),)),
    "SPUR602 near": Case("single", {"/weaknesses/0": REMOVED}),
    "SPUR603": Case("single", {"/improvements": []}, (("SPUR603", "/improvements"),)),
    "SPUR603 near": Case("single", {"/improvements/0": REMOVED}),
    "SPUR604": Case(
        "single",
        {"/weaknesses/2/text": "Schemat är känt.", "/strengths/0/text": "Schemat är känt"},
        (("SPUR604", "/weaknesses/2/text"),),
    ),
    "SPUR604 near": Case(
        "single",
        {"/weaknesses/2/text": "Schemat är inte känt", "/strengths/0/text": "Schemat är känt"},
    ),
    "SPUR605": Case(
        "single",
        {"/strengths/1/text": "Schemat är känt", "/strengths/0/text": "schemat är känt."},
        (("SPUR605", "/strengths/1/text"),),
    ),
    "SPUR605 near": Case(
        "single",
        {"/strengths/1/text": "Schemat är väl känt", "/strengths/0/text": "Schemat är känt"},
    ),
}

PIECE: Final = {"page": 3, "start": 0, "end": 12, "bbox": None, "text": "Telefonlista"}
NOTE: Final = {"severity": "warning", "message": "", "pointer": "/source"}

READING: Final = {
    "SPUR701": Case(
        "single", {"/coverage": 0.95, "/unassigned/-": PIECE}, (("SPUR701", "/unassigned/0"),)
    ),
    "SPUR701 near": Case("single", {"/coverage": 0.99, "/unassigned/-": PIECE}),
    "SPUR702": Case("single", {"/source/edition": REMOVED}, (("SPUR702", "/source/edition"),)),
    "SPUR702 near": Case(
        "single", {"/areas/2/title": "Lokalerna"}, (("SPUR206", "/areas/2/title"),)
    ),
    "SPUR703": Case(
        "single",
        {f"/areas/3/indicators/{row}/match": "fuzzy" for row in range(13)},
        (
            *(("SPUR403", f"/areas/3/indicators/{row}/printed_text") for row in range(13)),
            ("SPUR703", "/source/edition"),
        ),
    ),
    "SPUR703 near": Case(
        "single",
        {f"/areas/3/indicators/{row}/match": "fuzzy" for row in range(11)},
        tuple(("SPUR403", f"/areas/3/indicators/{row}/printed_text") for row in range(11)),
    ),
    "SPUR704": Case(
        "single", {"/diagnostics/-": {**NOTE, "code": "page-scanned"}}, (("SPUR704", "/source"),)
    ),
    "SPUR704 near": Case("single", {"/diagnostics/-": {**NOTE, "code": "foreign-text"}}),
}

CASES: Final = {
    **COVER,
    **AREAS,
    **GRADES,
    **INDICATORS,
    **PLAN,
    **ITEMS,
    **LISTS,
    **READING,
}
