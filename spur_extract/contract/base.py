"""What every part of the contract shares: the strict base model and the place in the source."""

from pydantic import BaseModel, ConfigDict, Field


class ContractModel(BaseModel):
    """Base of all output models: immutable, and a misspelt field is an error, never ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(ContractModel):
    """A place in the source: a run of characters on one page.

    `start` and `end` are character offsets into that page's text as read (see
    `spur_extract.reading.document.Page.text`), end exclusive.
    """

    page: int = Field(ge=1, description="1-based page number")
    start: int = Field(ge=0, description="offset of the first character in the page's text")
    end: int = Field(ge=0, description="offset after the last character in the page's text")
    bbox: tuple[float, float, float, float] | None = Field(
        default=None,
        description="x0, top, x1, bottom in PDF points from the page's top left; null for text",
    )


class UnassignedText(Span):
    """A piece of the source that no field, heading or known form text accounts for."""

    text: str = Field(description="the characters of the span, as read")
