"""Pairs persons with the roles that a field gives them, where it says so beside the name.

"Verksamhetschef Anna Ek", "Studierektor: Bo Lind" and "verksamhetschef (Anna Ek)" pair at once;
then "Bo Lind, sektionschef" and "Verksamhetschef, för närvarande Anna Ek" within a stretch that
no full stop, slash, line end or conjunction divides. What is left over stays alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from spur_extract.contract import RoleHolder
from spur_extract.language.parties.roles import FoundRole, load_role_titles

BESIDE = r"[^\S\n]*(?:[:(–-][^\S\n]*|[^\S\n]+)"
"""Between a role and a person right beside it."""

PARTED = r"(?:[^\S\n]|[,:;(–-])*"
"""Between the two when something like a comma parts them."""


@cache
def _gaps() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may stand between the two, the surer first; small words of the gazetteer included."""
    words = "|".join(re.escape(word) for word in load_role_titles().before_holders)
    near, far = (
        re.compile(rf"{gap}(?:(?<!\w)(?:{words})(?!\w)\.?{gap})*", re.IGNORECASE)
        for gap in (BESIDE, PARTED)
    )
    return near, far


@dataclass(frozen=True, slots=True)
class _Piece:
    """A role or a person in the field."""

    name: str
    is_role: bool
    start: int
    end: int


def role_holders(
    text: str, roles: Sequence[FoundRole], persons: Sequence[str]
) -> tuple[RoleHolder, ...]:
    """The persons who hold a role by the text, in its order; `persons` as `find_persons` gives."""
    pieces = sorted(
        [
            *(_Piece(role.title, True, role.start, role.end) for role in roles),
            *_places(text, persons),
        ],
        key=lambda piece: piece.start,
    )
    paired: dict[int, _Piece] = {}
    for gap in _gaps():
        for number, (left, right) in enumerate(pairwise(pieces)):
            if number in paired or number + 1 in paired or left.is_role == right.is_role:
                continue
            if gap.fullmatch(text, left.end, right.start):
                paired[number], paired[number + 1] = right, left
    return tuple(
        RoleHolder(person=piece.name, role=paired[number].name)
        for number, piece in enumerate(pieces)
        if number in paired and not piece.is_role
    )


def _places(text: str, persons: Sequence[str]) -> Iterator[_Piece]:
    """Where each person stands first."""
    for person in persons:
        pattern = r"\s+".join(re.escape(part) for part in person.split())
        found = re.search(rf"(?<!\w){pattern}(?!\w)", text)
        if found:
            yield _Piece(person, False, found.start(), found.end())
