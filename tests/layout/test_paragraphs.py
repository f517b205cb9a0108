"""Where paragraphs and list items end, told by widths and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samples.wrap import Measure as SampleMeasure
from samples.wrap import wrap
from spur_extract.layout.lines import lay_out
from spur_extract.layout.measure import Measure, choose_measure
from spur_extract.layout.paragraphs import Flow, list_flow, paragraphs
from spur_extract.layout.typeface import typefaces
from spur_extract.reading.text import read_text

OPEN_SANS = typefaces()["Open Sans"]
PROSE = Flow(Measure(OPEN_SANS, 42.5))
HINT = ("Open Sans", 40.1)

PARAGRAPHS = [
    (
        "Schemat läggs av två specialister i samråd med studierektorn och gäller åtta veckor "
        "i taget. Den som vill byta pass gör det direkt med en kollega. Ingen har nekats ledigt "
        "för kurs."
    ),
    "Kort stycke.",
    (
        "Enheten har elva ST-läkare och sju handledare, av vilka två är disputerade och en är "
        "docent i folkhälsovetenskap och/eller undervisar på läkarprogrammet."
    ),
]
WORDS = ["läkaren", "handledning", "äger", "rum", "på", "ST-läkare", "kurs", "i", "ett", "IUP"]


def rejoined(lines: list[str], flow: Flow) -> list[str]:
    laid = lay_out(read_text("\n".join(lines).encode(), "printed.txt"))
    return [paragraph.text for paragraph in paragraphs(laid, flow)]


def printed(texts: list[str], em: float) -> list[str]:
    return [line for text in texts for line in wrap(text, SampleMeasure(em))]


def test_paragraphs_are_found_again() -> None:
    assert rejoined(printed(PARAGRAPHS, 42.5), PROSE) == PARAGRAPHS


@pytest.mark.parametrize("em", [25.0, 33.3, 40.1, 45.0, 60.0])
def test_the_width_is_worked_out_from_the_lines(em: float) -> None:
    texts = [text for text in PARAGRAPHS * 3 if len(text) > 20]
    lines = printed(texts, em)
    measure = choose_measure([lines], HINT)
    assert measure is not None
    assert rejoined(lines, Flow(measure)) == texts


def test_the_hint_stands_where_lines_are_too_short_to_tell() -> None:
    measure = choose_measure([["Trivsel", "Adekvat utrustning", "Goda lokaler"]], HINT)
    assert measure == Measure(OPEN_SANS, 40.1)


def test_nothing_to_go_by() -> None:
    assert choose_measure([], None) is None
    assert choose_measure([["Ensam rad"]], None) is None


sentence = st.lists(st.sampled_from(WORDS), min_size=3, max_size=40).map(
    lambda words: " ".join(words).capitalize() + "."
)


@given(st.lists(sentence, min_size=1, max_size=6))
def test_prose_survives_wrapping(texts: list[str]) -> None:
    """Whatever is joined too much or too little, no letter is lost and the order stays."""
    lines = printed(texts, 42.5)
    letters = "".join("".join(texts).split()).replace("-", "")
    assert "".join("".join(rejoined(lines, PROSE)).split()).replace("-", "") == letters


def items(texts: list[str], em: float = 40.1) -> list[str]:
    lines = printed(texts, em)
    flow = list_flow([lines], choose_measure([lines], HINT), frozenset({"handledare", "rymliga"}))
    return rejoined(lines, flow)


def test_short_items_stay_apart() -> None:
    texts = ["Trivsel", "Adekvat utrustning", "God stämning på enheten", "Väntrumstavla"]
    assert items(texts) == texts


def test_items_of_several_sentences_stay_whole() -> None:
    texts = [
        (
            "Handledarna träffas varje månad. Studierektorn leder mötet och skriver ned det "
            "som alla får. Det är uppskattat."
        ),
        "Goda lokaler.",
        "Kursledighet beviljas.",
    ]
    assert items(texts) == texts


def test_a_full_line_without_a_stop_ends_at_a_capital_that_is_no_name() -> None:
    """The next word would not have fitted; only its capital tells that it begins something."""
    upper = "Bedömning av praktiska moment görs mera sällan av handledarna på de egna"
    texts = [f"{upper} patienterna", "Handledarutbildningsprogrammet är inställt", "Trångt"]
    assert items(texts) == texts


def test_a_full_line_goes_on_at_an_abbreviation_where_items_end_with_a_stop() -> None:
    texts = [
        (
            "Studierektorn har sedan länge ett gott samarbete med samtliga kliniker och med "
            "SPUR-samordnaren i regionen."
        ),
        "Goda lokaler.",
        "Kursledighet beviljas alltid.",
        "Bra stämning.",
    ]
    assert items(texts) == texts


def test_what_width_and_words_do_not_settle_is_doubtful() -> None:
    flow = Flow(Measure(OPEN_SANS, 40.1), listing=True, stops=1.0)
    upper = "Ronden hålls varje dag och används medvetet som ett gemensamt lärtillfälle."
    assert flow.doubtful(upper, "Bakjoursspecialisten ställer frågor.")
    assert not flow.doubtful("Ronden hålls.", "Bakjouren ställer frågor.")
    assert not flow.doubtful(upper, "bakjoursspecialisten ställer frågor.")
    assert not flow.continues(upper, "Bakjoursspecialisten ställer frågor.")
    assert flow.continues(upper, "Däremot utnyttjas inte tiden fullt ut.")


def test_a_particle_at_the_end_of_a_short_line_ends_its_item() -> None:
    assert items(["Blanketten är enkel att fylla i", "Trånga lokaler", "Bra"]) == [
        "Blanketten är enkel att fylla i",
        "Trånga lokaler",
        "Bra",
    ]


def test_bullets_begin_items_and_are_left_out() -> None:
    flow = Flow(None, listing=True)
    lines = ["• Trivsel bland", "personalen", "• Lokaler"]
    assert rejoined(lines, flow) == ["Trivsel bland personalen", "Lokaler"]


WRAPPED_ELSEWHERE = ["Blanketten finns och är enkel att hitta där", "rymliga rum saknas helt"]
OTHERS = ["Trånga lokaler", "Få möten", "Kort randning", "Svag introduktion", "Ont om tid"]


def test_where_items_begin_with_a_capital_a_small_letter_goes_on() -> None:
    flow = list_flow([[*WRAPPED_ELSEWHERE, *OTHERS]], Measure(OPEN_SANS, 40.1), frozenset())
    assert rejoined([*WRAPPED_ELSEWHERE, *OTHERS], flow) == [" ".join(WRAPPED_ELSEWHERE), *OTHERS]


def test_where_items_begin_with_small_letters_each_is_one() -> None:
    small = ["Trånga lokaler", "få möten", "Kort randning", "svag introduktion", "ont om tid"]
    flow = list_flow([small], Measure(OPEN_SANS, 40.1), frozenset())
    assert rejoined(small, flow) == small


def test_below_a_full_stop_a_small_letter_begins_an_item() -> None:
    lines = ["Blanketten finns.", "rymliga rum saknas", *OTHERS]
    flow = list_flow([lines], Measure(OPEN_SANS, 40.1), frozenset())
    assert rejoined(lines, flow) == lines
