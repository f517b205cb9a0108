"""Words to printed lines: where a line ends and a column begins."""

from spur_extract.reading.document import Word
from spur_extract.reading.pdf.words import Glyph, Setting, words_of
from tests.placed import page, words


def texts(*runs: list[Word]) -> list[str]:
    return [line.text for line in page(*runs).lines]


def glyphs(text: str, x: float = 0.0) -> list[Glyph]:
    setting = Setting(10.0, bold=False)
    return [Glyph(c, x + 5 * n, x + 5 * n + 5, 100.0, setting) for n, c in enumerate(text)]


def test_the_text_of_a_page_is_its_lines() -> None:
    made = page(words("Under raden", 50, 120), words("En rad", 50, 100))
    assert made.text == "En rad\nUnder raden"
    assert [made.text[line.start : line.end] for line in made.lines] == ["En rad", "Under raden"]


def test_a_wide_gap_parts_columns() -> None:
    assert texts(words("Etikett", 50, 100), words("En rad text", 150, 100)) == [
        "Etikett",
        "En rad text",
    ]


def test_a_narrow_gap_parts_columns_only_where_one_is_known() -> None:
    label, statement = words("Etiketterna", 50, 100), words("rad text", 112, 100)
    assert texts(label, statement) == ["Etiketterna rad text"]
    more = [words("ännu en", 112, y) for y in (120, 140, 160)]
    assert texts(label, statement, *more)[:2] == ["Etiketterna", "rad text"]


def test_a_bold_label_beside_a_column_is_a_line_of_its_own() -> None:
    more = [words("ännu en", 108, y) for y in (120, 140, 160)]
    label = words("Etiketterna", 50, 100, bold=True)
    assert texts(label, words("rad text", 108, 100), *more)[:2] == ["Etiketterna", "rad text"]


def test_a_justified_line_is_one() -> None:
    assert texts(spread(25, 25, 25)) == ["fyra ord helt isär"]


def test_uneven_gaps_are_those_of_columns() -> None:
    assert texts(spread(25, 60, 40)) == ["fyra", "ord", "helt", "isär"]


def spread(*gaps: float) -> list[Word]:
    """Four words with these gaps between."""
    made = words("fyra", 50, 100)
    for text, gap in zip(("ord", "helt", "isär"), gaps, strict=True):
        made += words(text, made[-1].box[2] + gap, 100)
    return made


def test_a_bullet_belongs_to_its_item() -> None:
    assert texts(words("•", 50, 100), words("En styrka", 80, 100)) == ["• En styrka"]


def test_words_end_at_spaces_gaps_and_jumps() -> None:
    assert [word.text for word in words_of([*glyphs("ett ord"), *glyphs("till", 60)])] == [
        "ett",
        "ord",
        "till",
    ]


def test_the_letters_of_a_ligature_are_one_word() -> None:
    f, i, *rest = glyphs("finns")
    shape = f._replace(x1=9.0)
    assert [w.text for w in words_of([shape, i._replace(x0=0.0, x1=9.0), *rest])] == ["finns"]
