"""One report with codes in the places of names, and nothing else changed."""

import re
from collections.abc import Iterator, Sequence

from samples.build import sources
from spur_extract import parse_bytes
from spur_extract.contract import Precision, Report
from spur_extract.language.names import FoundName
from spur_extract.pseudonyms import pseudonymise
from spur_extract.pseudonyms.report_texts import Text, texts_of, with_texts
from tests.export.reports import report as small_report
from tests.pseudonyms.fiction import (
    INSPECTORS,
    KEY,
    OTHER_KEY,
    STAFF,
    full_of_names,
    names_left,
    nobody,
    suspect,
    text_of,
    without_names,
)

CODE = r"(?:person|epost|telefon|personnummer)-[a-z2-7]{8}(?::s)?"


def _report(name: str = "Torun Ek.txt") -> Report:
    return parse_bytes(text_of(full_of_names()).encode(), name)


def test_the_fiction_is_read_as_it_is_meant() -> None:
    report = _report()
    assert report.cover.inspectors == INSPECTORS
    persons = {
        person
        for item in report.action_plan.items
        for party in (item.responsible, item.follow_up_responsible)
        for person in party.persons
    }
    assert persons == set(STAFF)
    assert names_left(report.model_dump_json())


def test_no_name_is_left() -> None:
    assert names_left(pseudonymise(_report(), KEY, suspect).report.model_dump_json()) == set()


def test_nothing_else_changes() -> None:
    """Between the codes every text is what it was, and whatever is no text is the same."""
    before, after = _report(), pseudonymise(_report(), KEY, suspect).report
    changed = 0
    for old, new in zip(texts_of(before), texts_of(after), strict=True):
        assert old.pointer == new.pointer
        kept = re.split(CODE, new.text)
        assert re.fullmatch(".+?".join(map(re.escape, kept)), old.text, re.DOTALL), old.pointer
        assert (len(kept) > 1) == (old.text != new.text)
        changed += len(kept) > 1
    assert changed > 20
    assert with_texts(before, "", lambda _: "") == with_texts(after, "", lambda _: "")


def test_a_report_without_names_changes_in_its_file_name_only() -> None:
    report = parse_bytes(text_of(without_names()).encode(), "rapport.txt")
    done = pseudonymise(report, KEY, nobody)
    assert done.review == ()
    file_name = done.report.source.file_name
    assert re.fullmatch(r"file-[a-z2-7]{12}\.txt", file_name)
    source = report.source.model_copy(update={"file_name": file_name})
    assert done.report == report.model_copy(update={"source": source})


def test_samples_keep_their_roles_and_form_wording() -> None:
    for name, content in sources().items():
        report = parse_bytes(text_of(content).encode(), name)
        done = pseudonymise(report, KEY, nobody).report
        assert [_form(area) for area in done.areas] == [_form(area) for area in report.areas]
        assert [item.responsible.roles for item in done.action_plan.items] == [
            item.responsible.roles for item in report.action_plan.items
        ]


def _form(area: object) -> object:
    return [(one.id, one.text, one.printed_text) for one in getattr(area, "indicators", ())]


def test_the_rest_of_a_field_stays() -> None:
    item = pseudonymise(_report(), KEY, suspect).report.action_plan.items[1]
    (person,) = item.responsible.persons
    assert item.responsible.text == f"Överläkare {person}"
    assert item.responsible.roles == ("överläkare",)


def test_the_same_person_has_the_same_code_in_every_report() -> None:
    first = pseudonymise(_report(), KEY, suspect).report
    again = pseudonymise(_report("annan.txt"), KEY, suspect).report
    assert first.cover == again.cover
    other = full_of_names()
    assert other.cover is not None
    cover = other.cover.model_copy(
        update={"clinic": "Kirurgen", "inspectors": ("Torun Ek", "Kim Nord")}
    )
    content = other.model_copy(update={"cover": cover, "plan": (), "improvements": ("Mer",)})
    elsewhere = pseudonymise(parse_bytes(text_of(content).encode(), "b.txt"), KEY, suspect).report
    torun = first.action_plan.items[0].responsible.persons[0]
    assert elsewhere.cover.inspectors[0] == torun
    changed = pseudonymise(_report(), OTHER_KEY, suspect).report
    assert changed.action_plan.items[0].responsible.persons[0] != torun


def test_names_are_the_same_however_they_are_written() -> None:
    ways = (
        "Siw-Marie Ek",
        "SIW MARIE EK",
        "Siw  Marie\u00a0Ek",
        "Dr Siw-Marie Ek:s",
        "Siw-Marie Ek’s",
        "Ek Siw-Marie",
        "Sïw-Márie Ek",
        "Ek, Siw-Marie",
    )
    codes = set()
    for written in ways:
        cover = small_report().cover.model_copy(update={"inspectors": (written,)})
        report = small_report().model_copy(update={"cover": cover})
        codes |= set(pseudonymise(report, KEY, nobody).report.cover.inspectors)
    assert len(codes) == 1


def test_it_is_a_pure_function() -> None:
    report = _report()
    copy = report.model_copy(deep=True)
    assert pseudonymise(report, KEY, suspect) == pseudonymise(report, KEY, suspect)
    assert report == copy


def test_what_is_done_stays_done() -> None:
    done = pseudonymise(_report(), KEY, suspect).report
    assert pseudonymise(done, KEY, nobody).report.source == done.source


def test_a_lone_name_that_is_suspected_once_goes_everywhere() -> None:
    done = pseudonymise(_report(), KEY, suspect)
    narrative = done.report.areas[0].narrative or ""
    reviewed = [entry for entry in done.review if entry.text.startswith("Annelie")]
    assert len(reviewed) == 2
    assert all(entry.code in narrative for entry in reviewed)


def test_a_word_that_is_suspected_goes_at_that_place_only() -> None:
    text = "Sedan sade Linden nej. I parken står Linden."
    area = small_report().areas[0].model_copy(update={"narrative": text})
    report = small_report().model_copy(update={"areas": (area,)})

    def first(texts: Sequence[str]) -> list[tuple[FoundName, ...]]:
        return [(FoundName("Linden", 11, 17),) if one == text else () for one in texts]

    narrative = pseudonymise(report, KEY, first).report.areas[0].narrative or ""
    assert re.fullmatch(r"Sedan sade person-\w{8} nej\. I parken står Linden\.", narrative)


def test_every_string_of_the_contract_is_covered_but_those_listed() -> None:
    """A new field of the contract is covered by itself; this tells when one stays as it is."""
    texts = {re.sub(r"/\d+", "/*", text.pointer) for text in texts_of(_marked())}
    kept = {re.sub(r"/\d+", "/*", pointer) for pointer in _strings(_marked().model_dump())} - texts
    assert {pointer for pointer in kept if not pointer.startswith("/provenance")} == {
        "/schema_name",
        "/schema_version",
        *(f"/source/{name}" for name in ("file_name", "sha256", "media_type", "reader", "edition")),
        *(f"/{name}/*/basis" for name in ("strengths", "weaknesses", "improvements")),
        "/areas/*/code",
        "/areas/*/part",
        *(f"/areas/*/gradings/*/{name}" for name in ("regulation", "grade", "original_grade")),
        "/areas/*/gradings/*/basis",
        *(f"/areas/*/indicators/*/{name}" for name in ("id", "text", "applies_to/*")),
        *(f"/areas/*/indicators/*/{name}" for name in ("category", "match")),
        "/action_plan/status",
        "/action_plan/items/*/area",
        "/action_plan/items/*/indicator_id",
        *(
            f"/action_plan/items/*/{due}/{name}"
            for due in ("due", "follow_up_due")
            for name in ("edtf", "precision", "status")
        ),
        "/action_plan/items/*/responsible/roles/*",
        "/action_plan/items/*/follow_up_responsible/roles/*",
        "/action_plan/items/*/responsible/holders/*/role",
        "/action_plan/items/*/follow_up_responsible/holders/*/role",
        *(f"/diagnostics/*/{name}" for name in ("code", "severity", "pointer")),
    }


def _marked() -> Report:
    """A report with a value in every field."""
    plan = _report().action_plan
    due = plan.items[0].due.model_copy(update={"edtf": "2026", "precision": Precision.YEAR})
    filled = {"indicator_id": "A.x", "due": due, "follow_up_due": due}
    items = tuple(item.model_copy(update=filled) for item in plan.items)
    return small_report().model_copy(
        update={"action_plan": plan.model_copy(update={"items": items})}
    )


def _strings(value: object, pointer: str = "") -> Iterator[str]:
    if isinstance(value, str):
        yield pointer
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _strings(inner, f"{pointer}/{name}")
    elif isinstance(value, list | tuple):
        for at, inner in enumerate(value):
            yield from _strings(inner, f"{pointer}/{at}")


def test_texts_keep_their_place() -> None:
    assert Text("/cover/inspectors/0", "x").is_person
    assert Text("/action_plan/items/3/follow_up_responsible/holders/1/person", "x").is_person
    assert not Text("/cover/inspectors_text", "x").is_person
