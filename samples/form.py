"""What an edition prints in each area, in order: from the catalogue, with what it leaves open."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from spur_extract.catalogue import Catalogue, Edition
from spur_extract.catalogue.schema import AreaCode, AreaTable, Grade, Row
from spur_extract.contract import AreaPart, Category

# Which label the rows stand under where the catalogue does not know it: a choice that no page
# break of the real dumps contradicts. Area → number of the first row of each kind.
_OPEN_CATEGORIES: Final[dict[str, tuple[tuple[int, Category], ...]]] = {
    "B": ((1, Category.REGULATION), (7, Category.GENERAL_ADVICE), (10, Category.QUALITY_INDICATOR)),
    "D": ((1, Category.REGULATION), (8, Category.GENERAL_ADVICE), (12, Category.QUALITY_INDICATOR)),
    "H": ((1, Category.REGULATION), (7, Category.GENERAL_ADVICE), (12, Category.QUALITY_INDICATOR)),
}

# Areas whose first label carries the sentence on the care provider's duty; in D it covers the
# first three rows only, and a second label of the same wording the rest.
_PREAMBLE_ROWS: Final[dict[str, int]] = {"A": 99, "C": 99, "D": 3, "F": 99}

# The form has the end of that sentence with commas in its first area.
_PREAMBLE_END_IN_A: Final = "Vilket, enligt SPUR-modellen, innebär att:"

_PLURAL_LABELS: Final = frozenset({"G", "H"})

# Spellings of the options by area: index into the catalogue's forms of the option.
_OPTION_FORMS: Final[dict[tuple[str, str], int]] = {("A", "B"): 1, ("C", "A"): 1, ("C", "B"): 2}


@dataclass(frozen=True, slots=True)
class FormStatement:
    """A form statement as printed in one edition."""

    id: str
    text: str
    category: Category
    applies_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A row label, the fixed sentences printed under it, and its statements."""

    label: str
    preamble: tuple[str, ...]
    statements: tuple[FormStatement, ...]


@dataclass(frozen=True, slots=True)
class AreaForm:
    """One area of the printed form."""

    code: AreaCode
    part: AreaPart
    title: str
    sections: tuple[Section, ...]
    options: tuple[tuple[Grade, str], ...]

    @property
    def statements(self) -> tuple[FormStatement, ...]:
        """The area's statements in printed order."""
        return tuple(row for section in self.sections for row in section.statements)

    def options_for(self, grades: frozenset[str]) -> tuple[tuple[Grade, str], ...]:
        """The options printed where `grades` were given: C stands in A and C only then."""
        left_out = {"C"} - grades if self.code in "AC" and self.sections else set()
        return tuple(option for option in self.options if option[0] not in left_out)


def area_forms(edition: Edition, catalogue: Catalogue) -> tuple[AreaForm, ...]:
    """All areas of `edition`, in order."""
    texts = {statement.id: statement.text for statement in catalogue.statements}
    return tuple(
        AreaForm(
            code=area.code,
            part=area.part,
            title=area.title,
            sections=tuple(_sections(area, edition, texts)),
            options=tuple(_options(area, edition)),
        )
        for area in edition.area
    )


def _options(area: AreaTable, edition: Edition) -> Iterator[tuple[Grade, str]]:
    for option in edition.option:
        forms = (option.text, *option.aliases)
        index = _OPTION_FORMS.get((area.code, option.grade), 0) if option.aliases else 0
        yield option.grade, forms[index]


def _sections(area: AreaTable, edition: Edition, texts: dict[str, str]) -> Iterator[Section]:
    preamble = _preamble(area, edition)
    under_preamble = _PREAMBLE_ROWS.get(area.code, 0)

    def key(row: Row) -> tuple[Category, tuple[str, ...], bool]:
        return _category(area, row), row.applies_to, row.number <= under_preamble

    for (category, applies_to, _), rows in groupby(area.rows, key):
        statements = tuple(
            FormStatement(row.id, texts[row.id], category, applies_to) for row in rows
        )
        yield Section(_label(area, edition, category, applies_to), preamble, statements)
        preamble = ()


def _category(area: AreaTable, row: Row) -> Category:
    if row.category is not None:
        return row.category
    return [kind for first, kind in _OPEN_CATEGORIES[area.code] if first <= row.number][-1]


def _preamble(area: AreaTable, edition: Edition) -> tuple[str, ...]:
    fixed = {text.id: text.text for text in edition.fixed_text}
    if area.code not in _PREAMBLE_ROWS or "regulation-preamble" not in fixed:
        return ()
    end = _PREAMBLE_END_IN_A if area.code == "A" else fixed["regulation-preamble-end"]
    return fixed["regulation-preamble"], end


def _label(
    area: AreaTable, edition: Edition, category: Category, applies_to: tuple[str, ...]
) -> str:
    label = next(
        label
        for label in edition.row_label
        if label.category == category and label.applies_to == applies_to
    )
    plural = category is Category.QUALITY_INDICATOR and not applies_to
    return label.aliases[0] if plural and area.code in _PLURAL_LABELS else label.text
