"""What the looks of a form's cells mean: judged against each other, over the whole document."""

from collections.abc import Sequence
from dataclasses import replace

from spur_extract.marks import thresholds as limit
from spur_extract.marks.candidates import Candidate
from spur_extract.marks.looks import Look
from spur_extract.marks.model import CellState
from spur_extract.marks.shapes import Shape
from spur_extract.reading.document import Drawing

Reading = tuple[CellState, str]
"""A state and the style seen."""

CANCELLING = frozenset({"ink", "line", "polyline", "stamp"})
"""Annotations that on top of a mark may well cross it out."""


def judge(candidates: Sequence[Candidate]) -> list[Reading]:
    """Each cell's state; all cells have to be of one form."""
    looks = _with_pictures(candidates)
    plain = _plain(looks)
    return [
        _whole(candidate, look, reading)
        for candidate, look, reading in zip(candidates, looks, plain, strict=True)
    ]


def _plain(looks: Sequence[Look | None]) -> list[Reading]:
    """By what is drawn and set alone."""
    shapes = {look.shape for look in looks if look is not None}
    kinds = {shape for shape in shapes if shape.marked}
    added = _base_and_more(looks)
    tints = _Tints([look.tone for look in looks if look and look.shape is Shape.TINT], shapes)
    found: list[Reading] = []
    for look in looks:
        if look is None:
            found.append((CellState.UNREADABLE, "nothing drawn"))
        elif added is not None and look.shape in (Shape.UNCLEAR, Shape.TINT, Shape.EMPTY):
            chosen = frozenset(look.parts.items()) != added
            found.append(
                (CellState.CHOSEN, "box with something drawn in it")
                if chosen
                else (CellState.OPEN, "box without what is drawn in others")
            )
        elif look.shape is Shape.EMPTY:
            found.append((CellState.OPEN, "empty box"))
        elif look.shape is Shape.TINT:
            found.append((tints(look.tone), "tinted box"))
        elif look.shape is Shape.UNCLEAR:
            found.append((CellState.UNREADABLE, "unclear drawing"))
        else:
            found.append((CellState.CHOSEN, _style(look)))
    open_known = any(state is CellState.OPEN for state, _ in found)
    if len(kinds) > 1 and not open_known:
        # Ticks beside crosses, and nothing empty: one of them may mean no.
        return [(CellState.UNREADABLE, f"{style}, no empty box to compare") for _, style in found]
    return found


def _style(look: Look) -> str:
    if look.shape is Shape.FULL:
        return "filled box"
    return f"{look.shape.value} in a box" if look.framed else look.shape.value


def _base_and_more(looks: Sequence[Look | None]) -> frozenset[object] | None:
    """When no look tells by itself: the parts of the poorer of two, if the other has them all."""
    present = [look for look in looks if look is not None]
    if any(not look.parts or look.shape.marked for look in present):
        return None
    if all(look.shape is Shape.EMPTY for look in present):
        return None
    kinds = {frozenset(look.parts.items()): look.parts for look in present}
    if len(kinds) != 2:
        return None
    poor, rich = sorted(kinds.values(), key=lambda parts: parts.total())
    return frozenset(poor.items()) if poor < rich else None


class _Tints:
    """Pale fills: what they mean depends on what else there is."""

    def __init__(self, tones: Sequence[float], shapes: set[Shape]) -> None:
        self.split: float | None = None
        self.one: CellState = CellState.UNREADABLE
        marked = any(shape.marked for shape in shapes)
        empty = Shape.EMPTY in shapes
        narrow = bool(tones) and max(tones) - min(tones) <= limit.TONE_GAP
        if narrow and marked and not empty:
            self.one = CellState.OPEN
        elif narrow and empty and not marked and min(tones) >= limit.TONE_GAP:
            self.one = CellState.CHOSEN
        elif not marked and not empty:
            self.split = gap(tones, limit.TONE_GAP)

    def __call__(self, tone: float) -> CellState:
        if self.split is None:
            return self.one
        return CellState.CHOSEN if tone > self.split else CellState.OPEN


def gap(values: Sequence[float], least: float) -> float | None:
    """The value between two clear clusters: each is narrower than half the gap between them."""
    ordered = sorted(values)
    if len(ordered) < 2:
        return None
    size, at = max((ordered[i + 1] - ordered[i], i) for i in range(len(ordered) - 1))
    low, high = ordered[: at + 1], ordered[at + 1 :]
    spread = max(low[-1] - low[0], high[-1] - high[0])
    if size < least or spread > size / 2:
        return None
    return (low[-1] + high[0]) / 2


def _with_pictures(candidates: Sequence[Candidate]) -> list[Look | None]:
    """Gives pictures of boxes a look, by their darkness beside each other."""
    pictures = [one.picture for one in candidates if one.picture is not None]
    tones = [one.darkness for one in pictures if one.darkness is not None]
    split = gap(tones, limit.PICTURE_GAP)
    if split is None and len({one.digest for one in pictures} - {None}) == 2:
        split = gap(tones, limit.PICTURE_GAP / 2)
    return [
        one.look if one.picture is None else _picture_look(one.picture, one.look, split)
        for one in candidates
    ]


def _picture_look(picture: Drawing, look: Look | None, split: float | None) -> Look:
    if look is not None and look.shape.marked:
        return replace(look, framed=True)
    if split is None or picture.darkness is None:
        return Look(Shape.UNCLEAR, picture.darkness or 0.0, True)
    shape = Shape.FULL if picture.darkness > split else Shape.EMPTY
    return Look(shape, picture.darkness, True)


def _whole(candidate: Candidate, look: Look | None, plain: Reading) -> Reading:
    """With what form fields and annotations say, too."""
    if candidate.doubt is not None:
        return CellState.UNREADABLE, candidate.doubt
    state, style = plain
    if candidate.picture is not None and state is CellState.CHOSEN:
        style = "darker picture of a box"
    elif candidate.picture is not None and state is CellState.OPEN:
        style = "lighter picture of a box"
    if candidate.field is not None:
        state, style = _field(candidate.field, look, state)
    if candidate.notes:
        return _noted(candidate.notes, state, style)
    return state, style


def _field(field: Drawing, look: Look | None, drawn: CellState) -> Reading:
    if field.checked is None:
        return CellState.UNREADABLE, "form field without a state"
    if field.checked:
        return CellState.CHOSEN, "form field that is set"
    if look is not None and drawn is not CellState.OPEN:
        return CellState.UNREADABLE, "form field not set, but something drawn in it"
    return CellState.OPEN, "form field that is not set"


def _noted(notes: Sequence[Drawing], state: CellState, style: str) -> Reading:
    kinds = {note.subtype or "drawing" for note in notes}
    named = f"{', '.join(sorted(kinds))} drawn on top of {style}"
    if state is CellState.CHOSEN and kinds & CANCELLING:
        return CellState.UNREADABLE, named
    return CellState.CHOSEN, named
