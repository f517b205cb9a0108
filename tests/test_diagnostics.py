"""Every diagnostic is given where it should be, and not on the report that it was spoilt from."""

from collections.abc import Callable
from pathlib import Path

import pytest

from spur_extract.diagnostics import DiagnosticKind as Kind
from spur_extract.pipeline import parse_bytes

TEXTS = Path(__file__).parents[1] / "samples" / "text"
PAGE_GAP = "\n\n\n\n"
Spoil = Callable[[str], str]


def swap(old: str, new: str) -> Spoil:
    def spoil(dump: str) -> str:
        assert old in dump, old
        return dump.replace(old, new, 1)

    return spoil


def page_out(number: int) -> Spoil:
    def spoil(dump: str) -> str:
        pages = dump.split(PAGE_GAP)
        del pages[number]
        return PAGE_GAP.join(pages)

    return spoil


def page_twice(number: int) -> Spoil:
    def spoil(dump: str) -> str:
        pages = dump.split(PAGE_GAP)
        return PAGE_GAP.join([*pages[: number + 1], *pages[number:]])

    return spoil


def pages_swapped(one: int, other: int) -> Spoil:
    def spoil(dump: str) -> str:
        pages = dump.split(PAGE_GAP)
        pages[one], pages[other] = pages[other], pages[one]
        return PAGE_GAP.join(pages)

    return spoil


def page_of(sample: str, words: str) -> int:
    pages = (TEXTS / f"{sample}.txt").read_text(encoding="utf-8").split(PAGE_GAP)
    return next(number for number, page in enumerate(pages) if words in page)


CASES: dict[Kind, tuple[str, Spoil]] = {
    Kind.EDITION_UNKNOWN: (
        "letter-table",
        lambda _: "Styrkor\n\nTak\n\nSvagheter\n\nVägg\n\nSTRUKTUR\n\nPROCESS\n\nVerksamheten\n\nA",
    ),
    Kind.COVER_FIELD_MISSING: ("single-cover", swap("\nKlinik\n", "\nKlynok\n")),
    Kind.DATE_UNREADABLE: ("single-cover", lambda dump: _dated(dump, "våren 2024")),
    Kind.DATE_OF_SEVERAL_DAYS: ("single-cover", lambda dump: _dated(dump, "5-6 mars 2024")),
    Kind.NAME_UNREADABLE: ("single-cover", lambda dump: _above(dump, "Inspektörer", "se nedan")),
    Kind.REGULATION_UNREADABLE: ("dual-cover", swap("SOSFS 2015:8 \n", "den äldre \n")),
    Kind.LIST_MISSING: (
        "letter-table",
        lambda dump: dump[: dump.index("Svagheter")] + dump[dump.index("Förbättringspot") :],
    ),
    Kind.AREA_MISSING: ("letter-table", lambda dump: _without_area(dump, "F Teor", "G Medi")),
    Kind.AREA_DOUBLED: ("letter-table", lambda dump: _area_twice(dump, "F Teor", "G Medi")),
    Kind.AREA_OUT_OF_ORDER: ("letter-table", lambda dump: _area_first(dump, "F Teor", "G Medi")),
    Kind.AREA_WITHOUT_HEADING: (
        "single-cover",
        lambda dump: dump.replace("Lokaler och utrustning\n", "Lokqxzr och utrzzning\n"),
    ),
    Kind.NARRATIVE_MISSING: (
        "letter-table",
        lambda dump: _without_area(dump, "F Teoretisk utbildning", "A Soc", keep=True),
    ),
    Kind.INDICATOR_MISSING: ("single-cover", swap("Tjänstgöringen är tillräckligt allsidig.", "")),
    Kind.ROW_LABEL_DISAGREES: ("dual-marked", lambda dump: _in_area_e(dump, "Allmänna råd\n", "")),
    Kind.ROW_DOUBLED: (
        "single-marked",
        lambda dump: dump.replace(
            "☒ Tjänstgöringen är tillräckligt allsidig.\n",
            "☒ Tjänstgöringen är tillräckligt allsidig.\n\n" * 2,
        ),
    ),
    Kind.ROW_MARK_UNREADABLE: ("dual-marked", swap("[x] [x] Tjänst", "[x] Tjänst")),
    Kind.GRADE_UNREADABLE: ("single-marked", lambda d: d.replace("☒ ", "").replace("☐ ", "")),
    Kind.OPTION_MARKS_UNREADABLE: (
        "dual-marked",
        lambda dump: (
            dump.replace("[ ] [x]", "[x]").replace("[x] [ ]", "[x]").replace("[ ] [ ]", "[ ]")
        ),
    ),
    Kind.GRADE_NONE: ("single-marked", lambda dump: dump.replace("☒ B. Soc", "☐ B. Soc")),
    Kind.GRADE_SEVERAL: ("single-marked", lambda dump: dump.replace("☐ A. Soc", "☒ A. Soc")),
    Kind.PLAN_NOT_INCLUDED: (
        "single-long-plan",
        lambda dump: dump[: dump.index("HANDLINGSPLAN")].rstrip(),
    ),
    Kind.ACTION_FIELD_DOUBLED: (
        "single-long-plan",
        swap(
            "Ansvarig för genom",
            "Datum när åtgärden ska vara genomförd\n2031\n\nAnsvarig för genom",
        ),
    ),
    Kind.UNASSIGNED_TEXT: ("single-cover", lambda dump: f"Inkom till arkivet.\n\n{dump}"),
    Kind.FOREIGN_TEXT: ("single-cover", lambda dump: f"{dump}\n\nMvh\n\nAnders"),
}
ELSEWHERE = {
    Kind.SECOND_REPORT: "recognition/test_second_report.py",
    Kind.PAGE_SCANNED: "test_sample_pdfs.py",
    Kind.GRADE_DISAGREES: "test_traps.py",
    Kind.GRADES_STATED_DIFFER: "test_traps.py",
    Kind.GRADE_SENTENCE_UNCLEAR: "test_traps.py",
    Kind.ACTION_FIELD_MISSING: "samples: single-long-plan",
    Kind.ACTION_ITEM_TORN: "extraction/test_action_plan.py",
    Kind.ACTION_FIELDS_SHIFTED: "extraction/test_plan_shifts.py",
    Kind.DEADLINE_MALFORMED: "samples: single-long-plan",
    Kind.DEADLINE_UNCLEAR: "extraction/test_action_plan.py",
    Kind.ITEM_END_UNCERTAIN: "samples: single-cover",
}


def _dated(dump: str, day: str) -> str:
    return _above(dump, "Datum", day)


def _above(dump: str, label: str, value: str) -> str:
    """The dump with another value above a label of the cover."""
    lines = dump.split("\n")
    lines[lines.index(label) - 1] = value
    return "\n".join(lines)


def _without_area(dump: str, start: str, end: str, *, keep: bool = False) -> str:
    first = dump.index(start) + (len(start) if keep else 0)
    return dump[:first] + "\n\n" + dump[dump.index(end, first) :]


def _area_twice(dump: str, start: str, end: str) -> str:
    again = dump[dump.index(start) : dump.index(end)]
    place = dump.index("H Ledarskap")
    return dump[:place] + again + dump[place:]


def _area_first(dump: str, start: str, end: str) -> str:
    moved = dump[dump.index(start) : dump.index(end)]
    place = dump.index("B Medarbetarstab")
    return dump[:place] + moved + dump[place:].replace(moved, "")


def _in_area_e(dump: str, old: str, new: str) -> str:
    place = dump.index("Handledning och kompetensbedömning")
    return dump[:place] + dump[place:].replace(old, new, 1)


def codes(dump: str) -> list[str]:
    return [diagnostic.code for diagnostic in parse_bytes(dump.encode(), "spoilt.txt").diagnostics]


@pytest.mark.parametrize("kind", CASES, ids=lambda kind: kind.code)
def test_the_diagnostic_is_given(kind: Kind) -> None:
    sample, spoil = CASES[kind]
    dump = (TEXTS / f"{sample}.txt").read_text(encoding="utf-8")
    assert codes(spoil(dump)).count(kind.code) > codes(dump).count(kind.code)


@pytest.mark.parametrize(
    ("sample", "kind"),
    [
        ("single-long-plan", Kind.ACTION_FIELD_MISSING),
        ("single-long-plan", Kind.DEADLINE_MALFORMED),
        ("single-cover", Kind.ITEM_END_UNCERTAIN),
    ],
)
def test_the_sample_gives_it(sample: str, kind: Kind) -> None:
    assert kind.code in codes((TEXTS / f"{sample}.txt").read_text(encoding="utf-8"))


def test_every_diagnostic_has_a_test() -> None:
    assert CASES.keys() | ELSEWHERE.keys() == set(Kind)
    for kind, place in ELSEWHERE.items():
        if place.endswith(".py"):
            assert kind.code in (Path(__file__).parent / place).read_text(encoding="utf-8")


def test_codes_are_unique() -> None:
    assert len({kind.code for kind in Kind}) == len(Kind)
