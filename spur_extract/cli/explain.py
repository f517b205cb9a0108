"""`spur-extract explain`: each line of a report with the role it was given, or a page drawn."""

from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from spur_extract.cli.files import read_input
from spur_extract.cli.options import Cli, command_from
from spur_extract.cli.pdf_options import ReadingOptions
from spur_extract.cli.session import Session, write_data
from spur_extract.errors import OutputError
from spur_extract.export.atomic import write_bytes
from spur_extract.export.names import printable
from spur_extract.reading.source import document_of
from spur_extract.views.explain import explain
from spur_extract.views.page_picture import draw_page


class ExplainOptions(ReadingOptions):
    """Options of `explain`."""

    file: Annotated[str, Cli(argument=True)]
    page: Annotated[int | None, Cli(metavar="N")] = Field(
        default=None, ge=1, description="Draw this page of a PDF file instead; needs --output."
    )
    output: Annotated[Path | None, Cli(flags=("--output", "-o"), metavar="PNG")] = Field(
        default=None, description="File for the picture of the page."
    )

    @model_validator(mode="after")
    def _page_and_output_go_together(self) -> Self:
        if (self.page is None) != (self.output is None):
            raise ValueError("--page and --output go together")
        return self


def run(options: ExplainOptions, session: Session) -> None:
    """Show what was recognised in each line of a report.

    Each line of FILE (- is standard input) comes with the role it was given, the catalogue entry
    and the similarity: the tool to open when a new form appears. With --page N and -o PNG that page
    of a PDF file is drawn instead, each block and mark boxed in the colour of its role.
    """
    data, name = read_input(options.file)
    document = document_of(data, name, options.pdf)
    if options.page is None or options.output is None:
        write_data(f"{line}\n" for line in explain(document))
        return
    _check_output(options.output, Path(options.file))
    write_bytes(options.output, draw_page(document, data, options.secret, options.page))
    session.say(f"Page {options.page}: {printable(str(options.output))}")


def _check_output(output: Path, file: Path) -> None:
    """Raise `OutputError` rather than put the picture in the report's own place."""
    if output.exists() and file.exists() and output.samefile(file):
        raise OutputError(f"{printable(str(output))} is the report itself.")


command = command_from(ExplainOptions, run, "explain")
