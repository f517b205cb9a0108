"""The three lists: how headings and wording place the items."""

import pytest

from spur_extract.catalogue.schema import ListName
from spur_extract.contract import Report, StatementBasis
from spur_extract.language.statements.polarity import LISTS
from spur_extract.language.statements.splits import best_split
from spur_extract.pipeline import parse_bytes

AREAS = """STRUKTUR

Verksamheten

Liten enhet.

Föreskrift

PROCESS

Teoretisk utbildning

Kurser ges."""


def read(*pages: str) -> Report:
    return parse_bytes("\f".join([*pages, AREAS]).encode(), "lists.txt")


def texts(report: Report) -> list[list[str]]:
    return [[statement.text for statement in getattr(report, name)] for name in LISTS]


def bases(report: Report) -> set[StatementBasis]:
    return {statement.basis for name in LISTS for statement in getattr(report, name)}


def test_a_heading_above_each_list_decides() -> None:
    report = read("Styrkor\n\nBrist på allt\n\nSvagheter\n\nBra\n\nFörbättringspotential\n\nTak")
    assert texts(report) == [["Brist på allt"], ["Bra"], ["Tak"]]
    assert bases(report) == {StatementBasis.LAYOUT}


def test_a_heading_alone_on_its_page_decides() -> None:
    report = read("Styrkor\n\nTak", "Svagheter\n\nGolv", "Förbättringspotential\n\nVägg")
    assert texts(report) == [["Tak"], ["Golv"], ["Vägg"]]
    assert bases(report) == {StatementBasis.LAYOUT}


def test_headings_printed_together_leave_it_to_the_wording() -> None:
    report = read(
        "Styrkor\n\nSvagheter\n\nFörbättringspotential\n\n"
        "Goda lokaler\n\nEngagerade handledare\n\nTid för handledning saknas\n\n"
        "Otydlig ansvarsfördelning\n\nInför handledarträffar\n\nSchemat bör läggs om"
    )
    assert texts(report) == [
        ["Goda lokaler", "Engagerade handledare"],
        ["Tid för handledning saknas", "Otydlig ansvarsfördelning"],
        ["Inför handledarträffar", "Schemat bör läggs om"],
    ]
    assert bases(report) == {StatementBasis.CLASSIFIED}
    confidences = [s.confidence for name in LISTS for s in getattr(report, name)]
    assert all(confidence is not None and confidence > 0.8 for confidence in confidences)


def test_a_heading_printed_again_limits_what_its_page_can_hold() -> None:
    """Nothing on the second page can be a strength, whatever it says."""
    report = read(
        "Styrkor\n\nSvagheter\n\nGoda lokaler\n\nBra stämning",
        "Svagheter\n\nFörbättringspotential\n\nFin utsikt över parken\n\nInför fler kurser",
    )
    assert texts(report) == [
        ["Goda lokaler", "Bra stämning"],
        ["Fin utsikt över parken"],
        ["Inför fler kurser"],
    ]


def test_an_item_cut_by_a_page_break_and_a_repeated_heading_is_whole() -> None:
    line = "Handledningen sker på bestämda tider varje vecka i stort sett hela året och"
    report = read(f"Styrkor\n\nGoda lokaler\n\n{line}", "Styrkor\n\nuppskattas av alla.\n\nBra kök")
    assert texts(report)[0] == ["Goda lokaler", f"{line} uppskattas av alla.", "Bra kök"]


def test_an_empty_list_stays_empty_and_is_told() -> None:
    report = read("Styrkor\n\nGoda lokaler\n\nSvagheter\n\nFörbättringspotential\n\nFler kurser")
    assert texts(report)[1] == []
    assert "list-missing" in {diagnostic.code for diagnostic in report.diagnostics}


def test_the_best_split_keeps_the_order() -> None:
    strong: dict[ListName, float] = {"strengths": 5, "weaknesses": 0, "improvements": 0}
    weak: dict[ListName, float] = {"strengths": 0, "weaknesses": 5, "improvements": 0}
    placed = best_split([weak, strong, strong, weak], LISTS, frozenset())
    assert [place.list_name for place in placed] == ["strengths"] * 3 + ["weaknesses"]
    torn = best_split([strong, weak, strong, weak], LISTS, frozenset())
    assert torn[1].confidence < placed[1].confidence


def test_no_items_no_places() -> None:
    assert best_split([], LISTS, frozenset()) == []


def test_an_empty_list_costs_unless_its_heading_is_printed_again() -> None:
    plain: dict[ListName, float] = {"strengths": 0, "weaknesses": 1, "improvements": 0}
    lists: tuple[ListName, ...] = ("strengths", "weaknesses")
    must = best_split([plain, plain], lists, frozenset())
    may = best_split([plain, plain], lists, frozenset({"strengths"}))
    assert [place.list_name for place in must] == ["strengths", "weaknesses"]
    assert [place.list_name for place in may] == ["weaknesses", "weaknesses"]


LISTED = (
    "Goda lokaler\n\nEngagerade handledare\n\nTid för handledning saknas\n\n"
    "Otydlig ansvarsfördelning\n\nInför handledarträffar"
)


def test_a_misprinted_heading_among_those_printed_together_is_not_fatal() -> None:
    report = read(f"Styrkor\n\nSvaga sidor\n\nFörbättringspotential\n\n{LISTED}")
    assert [len(items) for items in texts(report)] == [2, 2, 1]
    assert bases(report) == {StatementBasis.CLASSIFIED}
    assert [piece.text for piece in report.unassigned] == ["Svaga sidor"]


def test_a_misprinted_heading_between_its_lists_leaves_it_to_the_wording() -> None:
    text = LISTED.replace("Tid för", "Svaga sidor\n\nTid för")
    text = text.replace("Inför", "Förbättringspotential\n\nInför")
    report = read(f"Styrkor\n\n{text}")
    assert [len(items) for items in texts(report)] == [2, 3, 1]
    assert {s.basis for s in report.strengths} == {StatementBasis.CLASSIFIED}


def test_a_missing_list_is_a_warning() -> None:
    report = read(f"Styrkor\n\nFörbättringspotential\n\n{LISTED}")
    severities = {d.severity for d in report.diagnostics if d.code == "list-missing"}
    assert severities <= {"warning"}
    assert {s.basis for s in report.improvements} == {StatementBasis.CLASSIFIED}


def test_a_dash_in_prose_stays_and_begins_nothing() -> None:
    place = "Verksamheten är liten och ligger centralt i staden, nära både sjukhuset"
    lines = f"{place} och järnvägsstationen"
    text = AREAS.replace("Liten enhet.", f"{lines}\n\n– något som alla uppskattar.")
    report = parse_bytes(f"Styrkor\n\nTak\f{text}".encode(), "dash.txt")
    assert report.areas[0].narrative == f"{lines} – något som alla uppskattar."


def test_the_only_item_of_a_list_is_no_misprinted_heading() -> None:
    """The page with the weaknesses is missing; the one strength stays what it was."""
    report = read("Styrkor\n\nGoda lokaler", "Förbättringspotential\n\nFler kurser\n\nFler rum")
    assert texts(report) == [["Goda lokaler"], [], ["Fler kurser", "Fler rum"]]
    assert bases(report) == {StatementBasis.LAYOUT}
    assert "list-missing" in {diagnostic.code for diagnostic in report.diagnostics}


CONTENTS = "Styrkor\nSvagheter\nFörbättringspotential\nVerksamheten\nLokaler och utrustning"


def test_the_titles_of_a_table_of_contents_are_no_statements() -> None:
    report = read(f"{CONTENTS}\n\nStyrkor\n\nTak\n\nSvagheter\n\nGolv")
    assert texts(report) == [["Tak"], ["Golv"], []]
    left = "\n".join(piece.text for piece in report.unassigned)
    assert "Lokaler och utrustning" in left


def test_the_title_of_an_area_may_be_a_statement() -> None:
    report = read("Styrkor\n\nLokaler och utrustning\n\nGod bemanning\n\nSvagheter\n\nGolv")
    assert texts(report)[0] == ["Lokaler och utrustning", "God bemanning"]


TITLES = "Verksamheten\nLokaler och utrustning"
SUPERVISION = "Handledning och kompetensbedömning"


def test_two_titles_below_a_heading_are_its_items() -> None:
    report = read(f"Styrkor\n\n{TITLES}\n\nSvagheter\n\nGolv")
    assert texts(report)[:2] == [["Verksamheten", "Lokaler och utrustning"], ["Golv"]]
    assert report.unassigned == ()


@pytest.mark.parametrize(
    "titles",
    [
        "Verksamheten ..... 4\nLokaler och utrustning ..... 12",
        "Verksamheten 4\nLokaler och utrustning 12",
        f"{TITLES}\nTeoretisk utbildning\nTjänstgöringens upplägg\n{SUPERVISION}",
    ],
)
def test_titles_with_page_numbers_or_many_are_a_table_of_contents(titles: str) -> None:
    report = read(f"Styrkor\n{titles}\n\nSvagheter\n\nGolv")
    assert texts(report)[:2] == [[], ["Golv"]]
    assert "Verksamheten" in "\n".join(piece.text for piece in report.unassigned)


def test_numbers_that_are_all_the_same_are_the_word_processors() -> None:
    report = read("Styrkor\n\n1. Tak\n1. Vägg\n\nSvagheter\n\n1. Golv\n2. Dörr\n4. Lås")
    assert texts(report)[:2] == [["Tak", "Vägg"], ["1. Golv", "2. Dörr", "4. Lås"]]


CUT = "Hög andel hyrläkare på beroendemottagningen gör att instruktioner från specialist"
NARROW = "Placeringen i neurologi är kort. Den följs upp muntligt, om alls, och något"


def test_a_sentence_that_a_form_feed_cuts_goes_on_behind_it() -> None:
    report = read(
        f"Styrkor\n\nTak\n\nSvagheter\n\n{CUT}",
        f"inte alltid finns att tillgå\n\nTrångt\n\n{NARROW}\nintyg skrivs sällan.",
    )
    assert texts(report)[1][:2] == [f"{CUT} inte alltid finns att tillgå", "Trångt"]


def test_a_page_of_another_width_does_not_go_on_with_a_list() -> None:
    report = read(
        f"Styrkor\n\nTak\n\nSvagheter\n\n{CUT}",
        f"Trångt här\n\n{NARROW}\nintyg skrivs sällan\noch dessutom\nför sent.",
    )
    assert texts(report)[1] == [CUT]
