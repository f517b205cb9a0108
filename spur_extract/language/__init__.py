"""The seam between the form and the language.

Extraction asks three questions that are about Swedish and not about the form. They are answered
without spaCy, so that a parse need not wait for it; who wants other answers gives `extract`
another `Language`.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from spur_extract.catalogue.schema import ListName
from spur_extract.contract import Party
from spur_extract.language.parties import find_persons, read_party
from spur_extract.language.statements.placing import place_statements
from spur_extract.language.statements.splits import Placed


@dataclass(frozen=True, slots=True)
class Language:
    """Answers about Swedish text.

    `place` splits statements into the lists allowed for each (see `place_statements`); `party`
    gives the roles and persons of a field; `persons` the names in a field, as written.
    """

    place: Callable[[Sequence[str], Sequence[Collection[ListName]]], list[Placed] | None]
    party: Callable[[str | None], Party]
    persons: Callable[[str], tuple[str, ...]]


SWEDISH = Language(place_statements, read_party, find_persons)
