"""The options of every command that reads a report: how a PDF file is read."""

from typing import Annotated

from pydantic import Field, SecretStr

from spur_extract.cli.options import Cli, Options
from spur_extract.reading.pdf.options import PdfOptions, PdfReader


class ReadingOptions(Options):
    """What a command takes that reads reports; the password shows in no message."""

    pdf_reader: PdfReader = Field(
        default=PdfReader.AUTO, description="What reads PDF files; auto: what suits the file."
    )
    password: Annotated[SecretStr | None, Cli(metavar="TEXT")] = Field(
        default=None, description="Password of an encrypted PDF file."
    )

    @property
    def pdf(self) -> PdfOptions:
        """The same for the reader."""
        return PdfOptions(reader=self.pdf_reader, password=self.secret)

    @property
    def secret(self) -> str | None:
        """The password in plain."""
        return None if self.password is None else self.password.get_secret_value()
