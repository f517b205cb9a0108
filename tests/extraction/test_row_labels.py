"""Which label a row stands under where the page shows it."""

from spur_extract.catalogue import EntryKind, load_catalogue
from spur_extract.contract import Category, Reader
from spur_extract.extraction.row_labels import labels_of_rows
from spur_extract.pipeline import recognise_document
from spur_extract.reading.document import Document, Drawing, Page
from tests.placed import page, rule, words

STATEMENTS = {each.id: each.text for each in load_catalogue().statements}


def categories(*runs: tuple[str, float, float], rules: tuple[float, ...] = ()) -> list[str | None]:
    """The category of each row of a page with these texts at these places, by its label."""
    drawings: tuple[Drawing, ...] = tuple(rule(y, 40, 180) for y in rules)
    made: Page = page(
        words("STRUKTUR", 50, 40),
        words("B Medarbetarstab och interna kompetenser", 50, 60),
        *(words(text, x, y) for text, x, y in runs),
        drawings=drawings,
    )
    document = Document("a.pdf", "0" * 64, "application/pdf", Reader.PDF, (made,), True)
    elements = recognise_document(document).elements
    told = labels_of_rows(elements, {1: made})
    rows = [element for element in elements if element.kind is EntryKind.STATEMENT]
    assert len(rows) == 3
    found = [told.label.get(row) for row in rows]
    return [label.category if label else None for label in found]


def rows_at(*levels: float) -> list[tuple[str, float, float]]:
    """Three statements of area B in the second column."""
    ids = [name for name in STATEMENTS if name.startswith("B.")][:3]
    return [(STATEMENTS[name], 200, y) for name, y in zip(ids, levels, strict=True)]


def test_a_label_is_that_of_its_row_and_those_below() -> None:
    label = ("F\u00f6reskrift", 50.0, 100.0)
    assert categories(label, *rows_at(100, 130, 160)) == [Category.REGULATION] * 3


def test_a_label_in_the_middle_of_its_cell_is_that_of_the_rows_above_too() -> None:
    label = ("Allm\u00e4nna r\u00e5d", 50.0, 130.0)
    found = categories(label, *rows_at(100, 130, 160), rules=(88, 170))
    assert found == [Category.GENERAL_ADVICE] * 3


def test_a_cell_without_a_label_tells_nothing_of_its_rows() -> None:
    label = ("F\u00f6reskrift", 50.0, 100.0)
    found = categories(label, *rows_at(100, 130, 160), rules=(88, 112, 170))
    assert found == [Category.REGULATION, None, None]


def test_a_row_that_goes_on_on_the_next_page_stands_where_it_begins() -> None:
    first, second, third = rows_at(100, 130, 780)
    split = STATEMENTS[[name for name in STATEMENTS if name.startswith("B.")][2]]
    cut = split.index(" ", len(split) // 2)
    pages = (
        page(
            words("STRUKTUR", 50, 40),
            words("B Medarbetarstab och interna kompetenser", 50, 60),
            words("F\u00f6reskrift", 50, 100),
            *(words(text, x, y) for text, x, y in (first, second)),
            words("Allm\u00e4nna r\u00e5d", 50, 780),
            words(split[:cut], third[1], third[2]),
            drawings=tuple(rule(y, 40, 180) for y in (88, 765, 800)),
        ),
        page(
            words(split[cut:], third[1], 40),
            drawings=tuple(rule(y, 40, 180) for y in (25, 60)),
            number=2,
        ),
    )
    document = Document("a.pdf", "0" * 64, "application/pdf", Reader.PDF, pages, True)
    elements = recognise_document(document).elements
    told = labels_of_rows(elements, {each.number: each for each in pages})
    rows = [element for element in elements if element.kind is EntryKind.STATEMENT]
    assert [line.page for line in rows[2].lines] == [1, 2]
    found = [told.label[row].category for row in rows]
    assert found == [Category.REGULATION, Category.REGULATION, Category.GENERAL_ADVICE]
