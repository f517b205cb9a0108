"""What a fictional report says, apart from how it is printed: the model of sources/*.toml."""

import datetime
from enum import StrEnum
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

from spur_extract.catalogue.schema import AreaCode, Grade, ListName
from spur_extract.contract import DeadlineStatus

SPLIT_POINT: Final = "\u2027"
"""Written where the older form may split a word; never printed, and not in the truth."""

Text = Annotated[str, Field(pattern=r"^\S(.*\S)?$")]
"""A paragraph or shorter: one line in the source, no space at its ends."""

Regulation = str
"""A regulation, or "" where the form grades once."""


class ContentError(ValueError):
    """The content asks for something that its edition of the form cannot print."""


class Content(BaseModel):
    """Base of the content models: immutable, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class MarkStyle(StrEnum):
    """How a dump shows the marks beside statements and grade options."""

    BOX = "box"  # ☒ ☐
    BRACKET = "bracket"  # [x] [ ]
    CROSS = "cross"  # X, and nothing where there is no mark


class CoverContent(Content):
    """The cover page; `printed_date` where it is not printed as an ISO date."""

    clinic: Text
    specialty: Text
    date: datetime.date
    printed_date: Text | None = None
    inspectors: tuple[Text, ...] = Field(min_length=1)
    regulations: tuple[Text, ...] = ()


class AreaContent(Content):
    """The inspectors' words on one area, and what they marked.

    `remarks` are paragraphs of their own after the narrative ("Åtgärd krävs."). `stated_grade` is
    the grade those words give, `original_grade` the one before it. `marked_grades` and
    `unfulfilled` (positions of statements in the area, from 1) count only in a report that shows
    marks.
    """

    narrative: tuple[Text, ...] = ()
    remarks: tuple[Text, ...] = ()
    stated_grade: Grade | None = None
    original_grade: Grade | None = None
    marked_grades: dict[Regulation, Grade] = {}
    unfulfilled: dict[Regulation, tuple[int, ...]] = {}

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Narrative and remarks as they follow each other on the page."""
        return tuple(plain(text) for text in (*self.narrative, *self.remarks))


class DeadlineContent(Content):
    """A deadline as the unit wrote it, and what it means; `edtf` may be left out where hard."""

    text: Text | None = None
    status: DeadlineStatus = DeadlineStatus.MISSING
    edtf: str | None = None
    recurring: bool = False
    conditional: bool = False


class PartyContent(Content):
    """Who answers for something as the unit wrote it, with the roles and names in it."""

    text: Text | None = None
    roles: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()


class PlanItemContent(Content):
    """One item of the action plan.

    `statement` is the id of the form statement it answers. `breaks` lets the planned action run
    over the end of a page even where it would fit on a page of its own.
    """

    area: AreaCode
    statement: str
    planned_action: tuple[Text, ...] = ()
    due: DeadlineContent = DeadlineContent()
    responsible: PartyContent = PartyContent()
    follow_up_due: DeadlineContent = DeadlineContent()
    follow_up_responsible: PartyContent = PartyContent()
    breaks: bool = False


class ReportContent(Content):
    """A whole report; areas that it leaves out are not printed."""

    edition: str
    cover: CoverContent | None = None
    strengths: tuple[Text, ...] = ()
    weaknesses: tuple[Text, ...] = ()
    improvements: tuple[Text, ...] = ()
    areas: dict[AreaCode, AreaContent] = {}
    plan: tuple[PlanItemContent, ...] = ()
    marks: MarkStyle | None = None

    def items(self, name: ListName) -> tuple[str, ...]:
        """The items of one of the three lists."""
        lists: dict[ListName, tuple[str, ...]] = {
            "strengths": self.strengths,
            "weaknesses": self.weaknesses,
            "improvements": self.improvements,
        }
        return lists[name]


def plain(text: str) -> str:
    """`text` as it reads, without the places where it may be split."""
    return text.replace(SPLIT_POINT, "")
