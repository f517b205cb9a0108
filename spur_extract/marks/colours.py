"""The colours of marks: what of one shape is pale, or comes in several colours."""

from collections.abc import Iterable, Sequence

from spur_extract.marks import thresholds as limit
from spur_extract.marks.bullets import BULLETS
from spur_extract.marks.candidates import Candidate
from spur_extract.marks.geometry import darkness, same_colour
from spur_extract.marks.glyphs import BARE
from spur_extract.marks.model import CellState
from spur_extract.marks.pairs import by_pair, is_pair
from spur_extract.marks.shapes import Shape
from spur_extract.marks.vocabulary import Reading, gap, judge
from spur_extract.reading.document import Colour

PALE = (CellState.OPEN, "pale sign among dark ones")
SEVERAL = (CellState.UNREADABLE, "marks of one shape in several colours")
ALIKE = (CellState.UNREADABLE, "the same character in every row, of a colour that is not known")


def judge_options(candidates: Sequence[Candidate]) -> tuple[Reading, ...]:
    """What the cells of options say."""
    return _with_pale_open(candidates, judge(candidates))


def judge_statements(candidates: Sequence[Candidate]) -> tuple[Reading, ...]:
    """What the cells of statements say."""
    readings = judge_options(candidates)
    if is_pair(candidates):
        readings = tuple(map(by_pair, candidates))
    return _without_several(candidates, readings)


def _with_pale_open(
    candidates: Sequence[Candidate], readings: Sequence[Reading]
) -> tuple[Reading, ...]:
    """Where nothing is open: signs of one shape that are pale among dark ones were only printed."""
    if any(state is CellState.OPEN for state, _ in readings):
        return tuple(readings)
    pale: set[int] = set()
    for shape in Shape:
        own = _chosen_of(shape, candidates, readings)
        tones = {at: max(map(darkness, _inks(candidates[at])), default=1.0) for at in own}
        split = gap(tuple(tones.values()), limit.FULL_TONE - limit.PALE_SIGN)
        if split is not None:
            low = {at for at, tone in tones.items() if tone < split}
            faint = max(tones[at] for at in low) <= limit.PALE_SIGN
            pale |= low if faint and min(tones.values()) < limit.PALE_SIGN else set()
    return tuple(PALE if at in pale else reading for at, reading in enumerate(readings))


def _without_several(
    candidates: Sequence[Candidate], readings: Sequence[Reading]
) -> tuple[Reading, ...]:
    """Statements whose marks come in several colours cannot be read: one of these may mean no.

    A colour that empty cells have, too, is how the form looks.
    """
    printed = [
        ink
        for candidate, (state, _) in zip(candidates, readings, strict=True)
        if state is CellState.OPEN
        for ink in _inks(candidate)
    ]
    doubtful: set[int] = set()
    for shape in Shape:
        own = _chosen_of(shape, candidates, readings)
        inks = [
            tuple(ink for ink in _inks(candidates[at]) if not _among(ink, printed)) for at in own
        ]
        if any(not _alike(inks[0], other) for other in inks[1:]):
            doubtful.update(own)
    return tuple(SEVERAL if at in doubtful else reading for at, reading in enumerate(readings))


def one_unknown_look(candidates: Sequence[Candidate | None]) -> bool:
    """Whether every row has the same character, which colours may tell apart that are not known.

    A list's bullets look so, and so does a form that prints yes in green and no in red.
    """
    plain = (one is not None and not one.notes and one.doubt is None for one in candidates)
    glyphs = {
        one.glyph if one is not None and sure else None
        for one, sure in zip(candidates, plain, strict=True)
    }
    inks = (ink for one in candidates if one is not None for ink in _inks(one))
    return len(glyphs) == 1 and glyphs <= (BARE | BULLETS) and not any(True for _ in inks)


def _chosen_of(
    shape: Shape, candidates: Sequence[Candidate], readings: Sequence[Reading]
) -> list[int]:
    """The cells that are marked by what is drawn or set in this shape, and by nothing else."""
    return [
        at
        for at, (one, (state, _)) in enumerate(zip(candidates, readings, strict=True))
        if state is CellState.CHOSEN
        and one.look is not None
        and one.look.shape is shape
        and one.field is None
        and one.picture is None
        and not one.notes
    ]


def _inks(candidate: Candidate) -> tuple[Colour, ...]:
    return tuple(candidate.look.inks) if candidate.look is not None else ()


def _among(ink: Colour, others: Iterable[Colour]) -> bool:
    return any(same_colour(ink, other) for other in others)


def _alike(one: Sequence[Colour], other: Sequence[Colour]) -> bool:
    return all(_among(ink, other) for ink in one) and all(_among(ink, one) for ink in other)
