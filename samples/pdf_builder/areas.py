"""An area of the report: heading, narrative, its rows under their labels, the grade options."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from samples.content import AreaContent, Regulation
from samples.form import AreaForm, FormStatement
from samples.marks import fulfilled
from samples.pdf_builder.flow import Flow, Tag
from samples.pdf_builder.grid import Grid, MarkCell, Row
from samples.pdf_builder.look import Labels, Look
from samples.pdf_builder.marking import IN_PLACE, Marking
from samples.pdf_builder.styles import Style
from samples.pdf_builder.text import Place, badge_heading, heading

_YEAR = re.compile(r"\b\d{4}\b")


@dataclass(frozen=True, slots=True)
class AreaPrinter:
    """Prints areas in one look, marked in one style."""

    look: Look
    style: Style
    marking: Marking
    grading_label: str

    @property
    def grid(self) -> Grid:
        """The tables' columns."""
        columns = self.marking.columns if self.style.in_cells else ()
        return Grid(self.look, self.style, tuple(map(_head, columns)))

    def put(self, flow: Flow, form: AreaForm, area: AreaContent) -> None:
        """Print an area."""
        face = self.look.face
        title_face, keep = face.scaled(1.25), 3 * face.leading
        flow.gap(face.leading)
        if self.look.badges:
            title = badge_heading(form.code, form.title, title_face, keep)
        else:
            title = heading(f"{form.code} {form.title}", title_face, keep)
        flow.put(replace(title, tag=Tag("title", form.code)))
        for text in area.paragraphs:
            flow.put_all(Place(face).paragraph(text, Tag("narrative", form.code)))
            flow.gap(3)
        self._put_preamble(flow, form)
        rows = [*self._statement_rows(form, area), *self._option_rows(form, area)]
        if self.look.labels is Labels.BARS:
            for label, group in groupby(rows, lambda row: row.label):
                flow.gap(6)
                bare = [replace(row, label="") for row in group]
                self._put_table(flow, bare, ("", label))
        elif self.look.labels is Labels.COLUMN:
            self._put_table(flow, _labelled_once(rows), (f"{form.code}. {form.title}", "Kriterium"))
        else:
            flow.put_all(self.grid.row(replace(row, label="")) for row in rows)

    def _put_preamble(self, flow: Flow, form: AreaForm) -> None:
        if form.sections and form.sections[0].preamble:
            face = self.look.face
            flow.gap(3)
            bold = Place(face, bold=True).line_block(form.sections[0].label)
            flow.put(replace(bold, keep=2 * face.leading))
            for text in form.sections[0].preamble:
                flow.put_all(Place(face).paragraph(text))
            flow.gap(3)

    def _put_table(self, flow: Flow, rows: list[Row], heads: tuple[str, str]) -> None:
        blocks = [self.grid.row(row) for row in rows]
        header = self.grid.header(*heads, keep=blocks[0].height)
        flow.put(header)
        flow.put_all(blocks, (header,))

    def _statement_rows(self, form: AreaForm, area: AreaContent) -> Iterator[Row]:
        if self.look.labels is Labels.NONE:
            return
        labels = [section.label for section in form.sections for _ in section.statements]
        marks = fulfilled(form, area, self.marking.columns)
        for index, statement in enumerate(form.statements):
            yield Row(
                statement.text,
                self._cells(form.code, index, statement, marks[index]),
                label=labels[index],
                tag=Tag("statement", form.code, index),
            )

    def _cells(
        self, code: str, index: int, statement: FormStatement, marks: dict[Regulation, bool]
    ) -> tuple[MarkCell | None, ...]:
        return tuple(
            MarkCell(marks[column], _name(code, str(index + 1), column))
            if not statement.applies_to or column in statement.applies_to
            else None
            for column in self.marking.columns
        )

    def _option_rows(self, form: AreaForm, area: AreaContent) -> Iterator[Row]:
        marked = [
            self.marking.grades.get((form.code, column), frozenset())
            for column in self.marking.columns
        ]
        given = frozenset[str](area.marked_grades.values()).union(*marked)
        for grade, text in form.options_for(given):
            yield Row(
                text,
                tuple(
                    MarkCell(
                        grade in grades,
                        _name(form.code, f"grade-{grade}", column),
                        _name(form.code, "grade", column),
                        grade,
                    )
                    for column, grades in zip(self.marking.columns, marked, strict=True)
                ),
                label=self.grading_label,
                grade=grade,
                chosen=any(grade in grades for grades in marked),
                name=f"{form.code}{grade}",
                nudge=self.marking.nudges.get((form.code, grade), IN_PLACE),
                tag=Tag("option", form.code, text=grade),
            )


def _head(column: Regulation) -> str:
    """What stands over a column of marks: the year of its regulation."""
    year = _YEAR.search(column)
    return year.group() if year else ""


def _name(code: str, what: str, column: Regulation) -> str:
    return "-".join(part for part in (code, what, _head(column)) if part)


def _labelled_once(rows: list[Row]) -> list[Row]:
    labels = [row.label for row in rows]
    return [
        replace(row, label="" if before == row.label else row.label)
        for before, row in zip(["", *labels], rows, strict=False)
    ]
