"""What the printed reports look like: typeface, columns, rules, head and foot of a page."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from samples.pdf_builder.faces import HELVETICA, HELVETICA_LARGE, TIMES, VERA, Face


class Labels(Enum):
    """Where it is printed what kind a row of an area is."""

    COLUMN = auto()  # beside the first row of its kind, in one table under a header row
    BARS = auto()  # above the rows of its kind, as the header of a table of their own
    NONE = auto()  # there are only grade options, their letters in a column


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a report. `label_width` is that of the column of labels or letters.

    `marker` hangs by `hang` points before an item of a bulleted list, with the item's `number` in
    it if it says so.
    `foot` is printed with the page's `number` and the `total` of pages.
    """

    name: str
    face: Face
    labels: Labels
    label_width: float = 0.0
    marks_left: bool = False
    centred: bool = False
    ruled: bool = True
    badges: bool = False
    bullets: bool = False
    marker: str = "•"
    hang: float = 12.0
    head: str = ""
    foot: str = ""


LOOKS: Final[dict[str, Look]] = {
    look.name: look
    for look in (
        Look(
            name="table",
            face=HELVETICA,
            labels=Labels.COLUMN,
            label_width=112.0,
            badges=True,
            head="Extern kvalitetsgranskning",
            foot="Sida {number} av {total}",
        ),
        Look(
            name="stacked",
            face=TIMES,
            labels=Labels.BARS,
            centred=True,
            badges=True,
            foot="{number} ({total})",
        ),
        Look(
            name="word",
            face=HELVETICA_LARGE,
            labels=Labels.NONE,
            label_width=30.0,
            centred=True,
            bullets=True,
            foot="Sida {number} av {total}",
        ),
        Look(
            name="marks-left",
            face=VERA,
            labels=Labels.BARS,
            marks_left=True,
            ruled=False,
            bullets=True,
            head="SPUR-granskning",
        ),
    )
}
