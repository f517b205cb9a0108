"""Reads who answers for something: the roles and persons in a field of the action plan."""

from spur_extract.contract import Party
from spur_extract.language.parties.holders import role_holders
from spur_extract.language.parties.persons import find_persons
from spur_extract.language.parties.roles import find_roles
from spur_extract.language.parties.words import EMPTY_CHARACTERS

__all__ = ["find_persons", "read_party"]


def read_party(text: str | None) -> Party:
    """Read a field that names who is responsible (Ansvarig för genomförandet, för uppföljningen).

    Roles come from the gazetteer in `role_titles.toml`, each once, in the order of the text; for
    persons see `find_persons`, for who holds which role `role_holders`. An empty field or a mere
    dash gives a party without text.
    """
    written = text.strip() if text else ""
    if not written.strip(EMPTY_CHARACTERS):
        return Party()
    roles = find_roles(written)
    persons = find_persons(written)
    return Party(
        text=written,
        roles=tuple(dict.fromkeys(role.title for role in roles)),
        persons=persons,
        holders=role_holders(written, roles, persons),
    )
