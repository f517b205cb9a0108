"""Which sentences state the area's grade, and which name one for another reason."""

import pytest

from spur_extract.extraction.stated_grades import said_of_grades

STATED = [
    ("Området graderas B.", "B", None),
    ("Område F graderas B.", "B", None),
    ("Vi graderar området till B.", "B", None),
    ("Inspektörerna graderar området som C.", "C", None),
    ("Gradering: B, ändrat till C.", "C", "B"),
    ("Gradering: D → C", "C", "D"),
    ("Gradering D->C", "C", "D"),
    ("Gradering C enligt SOSFS 2015:8.", "C", None),
    ("Gradering C enligt Socialstyrelsens föreskrifter.", "C", None),
    ("Graderingen är ändrad till C enligt inkommen handlingsplan.", "C", "D"),
    ("Gradering C då handledare saknas.", "C", None),
    ("Gradering justerad till C 2024-05-01.", "C", "D"),
    ("Gradering D. Brister har påvisats i handledningen.", "D", None),
    ("Gradering B. Området har brister.", "B", None),
    # whose doing the plan was, and what became of it
    ("Graderingen är ändrad till C efter att kliniken själv insänt handlingsplan.", "C", "D"),
    ("Efter senaste handlingsplanen ändras graderingen till C.", "C", "D"),
    ("Graderingen är ändrad till C då handlingsplanen anses tillräcklig.", "C", "D"),
]
NOT_STATED = [
    # the wording of the form's options
    "Gradering A. Socialstyrelsens föreskrifter följs.",
    "Gradering B. Socialstyrelsens föreskrifter och allmänna råd följs.",
    "Gradering: D. Brister har påvisats vad gäller följsamheten till föreskrifterna.",
    # another source
    "Gradering C enligt kliniken.",
    "Gradering C enligt enheten själv.",
    "Gradering C enligt verksamhetschefen.",
    "Gradering justerad till C enligt kliniken.",
    "Gradering C utifrån klinikens egen bedömning.",
    "Gradering C med hänvisning till enhetens förslag.",
    "Gradering C (klinikens förslag).",
    # wish, future, condition
    "Gradering C efter önskemål.",
    "Gradering C önskas.",
    "Graderingen blir C nästa år.",
    "Gradering C om planen godkänns.",
    # past, another visit, another regulation
    "Gradering C vid granskningen 2018.",
    "Gradering C vid förra granskningen.",
    "Graderingen ändrades till B efter granskningen 2018.",
    "Gradering C 2018.",
    "Gradering B enligt SOSFS 2008:17.",
    # negation, doubt
    "Gradering A uppnås inte.",
    "Gradering C med tvekan.",
    "Gradering C?",
    # the same words where they are no part of the reason, or the reason is no plan of this visit's
    "Kliniken själv har ändrat graderingen till C efter handlingsplan.",
    "Graderingen anses ändrad till C efter handlingsplan.",
    "Graderingen är ändrad till C då kliniken själv bett om det.",
    "Graderingen är ändrad till C efter handlingsplan vid senaste inspektionen.",
    "Graderingen är ändrad till C efter att förra handlingsplanen inkommit.",
    "Graderingen ändras till C då handlingsplanen kommer.",
    "Gradering C då handlingsplanen enligt kliniken själv räcker.",
    # another subject, a range
    "Område E graderas B.",
    "Verksamheten graderas B.",
    "Gradering A – B.",
]


@pytest.mark.parametrize(("sentence", "grade", "before"), STATED)
def test_a_plain_sentence_states_the_grade(sentence: str, grade: str, before: str | None) -> None:
    (found,) = said_of_grades(sentence, "F").stated
    assert (found.grade, found.before) == (grade, before)


@pytest.mark.parametrize("sentence", NOT_STATED)
def test_what_does_not_plainly_state_the_grade_is_told(sentence: str) -> None:
    said = said_of_grades(sentence, "F")
    assert said.stated == ()
    assert len(said.unclear) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Gradering 2015: A, 2021: B.",
        "Gradering enligt SOSFS 2015:8: A och enligt HSLF-FS 2021:8: B.",
        "Gradering A (2015) och B (2021).",
    ],
)
def test_a_grade_for_each_of_two_regulations(sentence: str) -> None:
    stated = said_of_grades(sentence, "F").stated
    assert [(found.grade, found.years) for found in stated] == [
        ("A", frozenset({"2015"})),
        ("B", frozenset({"2021"})),
    ]


def test_two_grades_of_one_year_are_unclear() -> None:
    said = said_of_grades("Gradering 2021: A, 2021: B.", "F")
    assert (said.stated, len(said.unclear)) == ((), 1)


def test_no_sentence_says_nothing() -> None:
    assert said_of_grades("", "F").stated == ()
