"""What inspectors and units write that looks like the form: it must stay theirs.

Each trap is laid into a sample's content, which is then rendered anew; the report must be the
sample's truth with the trap's words, whole, in the field they were written in.
"""

from itertools import pairwise

import pytest

from samples import ReportContent, render
from samples.build import sources
from samples.content import AreaContent
from spur_extract.catalogue import Edition, load_catalogue
from spur_extract.contract import Area, GradingBasis, Report
from spur_extract.language.statements.polarity import LISTS
from spur_extract.pipeline import parse_bytes
from tests.accounting import faults

CATALOGUE = load_catalogue()
SOURCES = sources()
NEWER = ["single-cover", "dual-cover", "single-long-plan", "single-marked", "dual-marked"]
each_newer = pytest.mark.parametrize("name", NEWER)
STATEMENTS = {statement.id: statement.text for statement in CATALOGUE.statements}


def read(content: ReportContent) -> Report:
    data = render(content, CATALOGUE).text.encode()
    report = parse_bytes(data, "trap.txt")
    assert faults(data, report) == []
    assert report.coverage == 1.0
    return report


def with_narrative(content: ReportContent, code: str, *paragraphs: str) -> ReportContent:
    areas = dict(content.areas)
    area: AreaContent = areas[code]  # type: ignore[index]
    areas[code] = area.model_copy(update={"narrative": paragraphs})  # type: ignore[index]
    return content.model_copy(update={"areas": areas})


def area(report: Report, code: str) -> Area:
    (found,) = [area for area in report.areas if area.code == code]
    return found


def rows(edition: Edition, code: str) -> list[str]:
    (table,) = [table for table in edition.area if table.code == code]
    return [row.id for row in table.rows]


def assert_narrative(content: ReportContent, code: str, *paragraphs: str) -> None:
    report = read(with_narrative(content, code, *paragraphs))
    remarks = content.areas[code].remarks  # type: ignore[index]
    written = "".join((*paragraphs, *remarks)).replace(" ", "")
    narrative = area(report, code).narrative or ""
    assert "".join(narrative.split()).replace("-", "") == written.replace("-", "")
    for other in report.areas:
        found = [indicator.id for indicator in other.indicators]
        assert found == rows(CATALOGUE.edition(content.edition), other.code), other.code


@each_newer
@pytest.mark.parametrize("code", list("ABCDEFGH"))
def test_a_statement_quoted_letter_for_letter(name: str, code: str) -> None:
    """As a paragraph of its own: first, in the middle, last, alone, and two in a row."""
    content = SOURCES[name]
    own = rows(CATALOGUE.edition(content.edition), code)
    first, last = STATEMENTS[own[0]], STATEMENTS[own[-1]]
    words = "Vi har talat med alla ST-läkare och de flesta handledarna på kliniken."
    assert_narrative(content, code, first, words)
    assert_narrative(content, code, words, first, words)
    assert_narrative(content, code, words, last)
    assert_narrative(content, code, last)
    assert_narrative(content, code, words, last, first, words)


@each_newer
@pytest.mark.parametrize("code", list("ABCDEFGH"))
def test_a_statement_turned_round(name: str, code: str) -> None:
    content = SOURCES[name]
    for statement in rows(CATALOGUE.edition(content.edition), code):
        subject, verb, *others = STATEMENTS[statement].split()
        denied = " ".join([subject, verb, "inte", *others])
        assert_narrative(content, code, "Så här är det.", denied, "Det har vi påtalat tidigare.")


@each_newer
def test_statements_of_other_areas_in_a_narrative(name: str) -> None:
    content = SOURCES[name]
    quoted = [text for statement, text in STATEMENTS.items() if statement.startswith(("B.", "H."))]
    for one, other in pairwise(quoted):
        assert_narrative(content, "E", "Enheten är bra.", one, other, "Det märks överallt.")


FORM_TEXTS = ("Tjänstgöringen är tillräckligt allsidig.", "Lokaler och utrustning", "Föreskrift")


@each_newer
@pytest.mark.parametrize("list_name", LISTS)
def test_form_text_as_an_item_of_a_list(name: str, list_name: str) -> None:
    content = SOURCES[name]
    items = tuple(getattr(content, list_name))
    for words in (
        "Tjänstgöringen är tillräckligt allsidig.",
        "Lokaler och utrustning",
        "Föreskrift",
    ):
        trap = content.model_copy(update={list_name: (*items[:2], words, *items[2:])})
        report = read(trap)
        written = [s.text for each in LISTS for s in getattr(report, each)]
        expected = [text for each in LISTS for text in trap.items(each)]
        assert written == [text.replace("‧", "") for text in expected]


PLANNED = [
    "Planerad åtgärd är att se över schemat. Datum för uppföljning bestäms senare.",
    "Planerad åtgärd",
    "ST-läkaren bereds möjlighet att undervisa under handledning. Det sker redan i dag.",
    "Ansvarig för genomförandet av detta är studierektorn.",
    "Handlingsplan enligt ovan.",
    "A",
]


@pytest.mark.parametrize("words", PLANNED)
def test_form_text_in_a_planned_action(words: str) -> None:
    content = SOURCES["single-long-plan"]
    for number in (0, 5, len(content.plan) - 1):
        item = content.plan[number].model_copy(update={"planned_action": (words, "Mer om detta.")})
        plan = (*content.plan[:number], item, *content.plan[number + 1 :])
        report = read(content.model_copy(update={"plan": plan}))
        assert len(report.action_plan.items) == len(plan)
        read_action = report.action_plan.items[number].planned_action or ""
        assert "".join(read_action.split()) == f"{words}Mer om detta.".replace(" ", "")


GRADES = [
    ("Graderingen är ändrad till C.", "C", "D"),
    ("Gradering justerad till C.", "C", "D"),
    ("Handlingsplan inkommen. Gradering justerad till C.", "C", "D"),
    ("Efter inkommen handlingsplan har graderingen ändrats till C.", "C", "D"),
    ("Handlingsplan har inkommit och graderingen är därför höjd från D till B.", "B", "D"),
    ("Graderingen ändras till B efter godkänd handlingsplan.", "B", "D"),
    ("Graderingen är ändrad till B.", "B", None),
    ("Gradering: D.", "D", None),
    ("Nuvarande gradering: C. Tidigare gradering: D.", "C", None),
    ("Gradering: D. Efter handlingsplan är graderingen justerad till C.", "C", "D"),
    ("Gradering: A. Gradering: B.", None, None),
    ("Graderingen har justerats ned från B till C.", "C", "B"),
    ("Graderingen är ändrad ifrån D till ”C”.", "C", "D"),
    ("Gradering justerad till c.", "C", "D"),
    ("Ny gradering: C.", "C", "D"),
    ("Gradering för område F är ändrad till C.", "C", "D"),
    ("Efter kompletterande uppgifter har vi ändrat graderingen från D till C.", "C", "D"),
    ("Vi har därför ändrat graderingen till C.", "C", "D"),
    ("Gradering D ändrad till C.", "C", "D"),
    ("Graderingen är, efter granskad handlingsplan, ändrad till C.", "C", "D"),
    ("Graderingen sänks till C.", "C", None),
    ("Planen för handledning är bra. Kurserna är få. Graderingen är ändrad till B.", "B", None),
    ("Graderingen kvarstår som D.", "D", None),
    ("Graderingen är ändrad till C då handlingsplanen är godtagbar.", "C", "D"),
    ("Vi ändrar därför graderingen till C.", "C", "D"),
    ("Graderingen för område E är ändrad till C.", None, None),
    ("Vid besöket 2017 blev graderingen ändrad till B.", None, None),
    ("Studierektorn hoppas på gradering A.", None, None),
    ("Kliniken uppger att graderingen är ändrad till B.", None, None),
    ("Grannkliniken fick graderingen ändrad till C.", None, None),
    ("Ingen gradering ändrad till C.", None, None),
    ("Det vore fel att säga att graderingen är ändrad till C.", None, None),
    ("Gradering A, B, C och D används i modellen.", None, None),
    ("Smärta graderas som A eller B.", None, None),
    ("ST-läkarna graderas till B på sin skala.", None, None),
    ("Hade planen inkommit vore gradering A.", None, None),
    ("Graderingen kan ändras till C när handlingsplan inkommit.", None, None),
    ("Om handlingsplan inkommer ändras graderingen till C.", None, None),
    ("Graderingen har inte ändrats till C.", None, None),
    ("Graderingen kommer att ändras till C.", None, None),
    ("Vi skulle gärna ha graderat till B.", None, None),
    ("Graderingen bör höjas till A nästa gång.", None, None),
    ("Gradering A till D används i hela landet.", None, None),
    ("Området har vitamin C och hepatit B som teman.", None, None),
    ("Kursen är graderad till nivå C av deltagarna.", None, None),
]


@pytest.mark.parametrize(("sentence", "grade", "original"), GRADES)
def test_grades_that_sentences_state(
    sentence: str, grade: str | None, original: str | None
) -> None:
    content = SOURCES["single-cover"]
    report = read(with_narrative(content, "F", "Kurserna är bra.", sentence))
    (grading,) = area(report, "F").gradings
    assert (grading.grade, grading.original_grade) == (grade, original)
    assert grading.basis is (GradingBasis.STATED if grade else GradingBasis.UNREADABLE)
    assert grading.evidence is None or grading.evidence in sentence


def test_a_sentence_about_one_regulation_of_two() -> None:
    content = SOURCES["dual-cover"]
    report = read(with_narrative(content, "F", "Gradering enligt 2021 är justerad till C."))
    grades = {grading.regulation: grading.grade for grading in area(report, "F").gradings}
    assert grades == {"SOSFS 2015:8": None, "HSLF-FS 2021:8": "C"}


def test_a_sentence_about_both_regulations() -> None:
    content = SOURCES["dual-cover"]
    words = "Gradering enligt 2015 och 2021 är justerad till C."
    gradings = area(read(with_narrative(content, "F", words)), "F").gradings
    assert {grading.regulation: grading.grade for grading in gradings} == {
        "SOSFS 2015:8": "C",
        "HSLF-FS 2021:8": "C",
    }


def test_a_sentence_with_a_grade_for_each_regulation_is_not_guessed_at() -> None:
    content = SOURCES["dual-cover"]
    words = "Gradering enligt 2015 ändrad till B och enligt 2021 till C."
    report = read(with_narrative(content, "F", words))
    assert {grading.grade for grading in area(report, "F").gradings} == {None}
    assert "grade-sentence-unclear" in {diagnostic.code for diagnostic in report.diagnostics}


def test_a_sentence_about_no_regulation_in_particular() -> None:
    content = SOURCES["dual-cover"]
    report = read(with_narrative(content, "F", "Gradering justerad till C."))
    grades = {grading.regulation: grading.grade for grading in area(report, "F").gradings}
    assert grades == {"SOSFS 2015:8": None, "HSLF-FS 2021:8": None, None: "C"}


def test_mark_and_sentence_disagree() -> None:
    content = SOURCES["single-marked"]
    marked = content.areas["F"].marked_grades[""]
    stated = next(grade for grade in "BC" if grade != marked)
    report = read(with_narrative(content, "F", f"Graderingen är ändrad till {stated}."))
    (grading,) = area(report, "F").gradings
    assert (grading.grade, grading.basis) == (marked, GradingBasis.MARKED)
    assert "grade-disagrees" in {diagnostic.code for diagnostic in report.diagnostics}


WRAPPED = [
    ("Detta gäller hela", "Verksamheten", "och alla dess delar, vilket är bra."),
    ("Vi såg över rutinen för", "Teoretisk utbildning", "som är ny sedan i våras."),
    ("Kontroll av hepatit", "B", "görs på alla. Detta är rutin."),
    ("Kurserna är enligt gällande", "Föreskrift", "från 2015. Detta är bra."),
    ("Det saknas", "Datum för uppföljning", "i flera av dokumenten. Det rättas."),
    ("Läget i sin", "Gradering", "är gott enligt alla."),
    ("Vi talar om", "Styrkor", "och annat på mötet."),
    ("I rapporten stod", "B. Socialstyrelsens föreskrifter och allmänna råd följs.", "Så var det."),
]


@pytest.mark.parametrize("name", ["single-cover", "dual-cover"])
@pytest.mark.parametrize("lines", WRAPPED, ids=lambda lines: lines[1])
def test_form_words_that_wrapping_leaves_on_a_line(name: str, lines: tuple[str, ...]) -> None:
    """In the middle of a narrative, where a line happens to hold nothing but such words."""
    dump = render(SOURCES[name], CATALOGUE).text
    original = parse_bytes(dump.encode(), "plain.txt")
    narrative = area(original, "D").narrative or ""
    last = narrative.rsplit("\n", maxsplit=1)[-1].split()[-3:]
    place = dump.index(" ".join(last[-2:])) + len(" ".join(last[-2:]))
    spoilt = dump[:place] + "\n\n" + "\n\n".join(lines) + dump[place:]
    report = parse_bytes(spoilt.encode(), "wrapped.txt")
    read_narrative = "".join((area(report, "D").narrative or "").split())
    assert read_narrative == "".join((narrative + "".join(lines)).split())
    assert len(report.areas) == len(original.areas)
    assert [a.indicators for a in report.areas] == [a.indicators for a in original.areas]
    assert report.action_plan == original.action_plan
    assert report.strengths == original.strengths


def test_a_damaged_option_does_not_let_the_others_into_the_narrative() -> None:
    dump = render(SOURCES["letter-table"], CATALOGUE).text
    original = parse_bytes(dump.encode(), "plain.txt")
    place = dump.index("B Socialstyrelsens", dump.index("B Medarbetarstab"))
    damaged = parse_bytes((dump[:place] + "N" + dump[place + 1 :]).encode(), "damaged.txt")
    assert [a.narrative for a in damaged.areas] == [a.narrative for a in original.areas]


def test_sentences_that_disagree_give_no_grade_and_are_told() -> None:
    report = read(with_narrative(SOURCES["single-cover"], "F", "Gradering: A.", "Gradering: B."))
    assert [grading.grade for grading in area(report, "F").gradings] == [None]
    assert "grades-stated-differ" in {diagnostic.code for diagnostic in report.diagnostics}
