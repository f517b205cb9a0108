"""The seam between the form and the language: what a language pipeline may replace.

Extraction asks three questions that are about Swedish and not about the form. The rules answer
them here; a trained pipeline is put in by giving `extract` another `Language`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from spur_extract.catalogue.schema import ListName
from spur_extract.contract import Party
from spur_extract.language.parties import find_persons, read_party
from spur_extract.language.statements.polarity import evidence


@dataclass(frozen=True, slots=True)
class Language:
    """Answers about Swedish text.

    `evidence` gives the log-likelihood of a statement in each of the three lists, up to a
    constant; `party` the roles and persons of a field; `persons` the names in a text, as written.
    """

    evidence: Callable[[str], Mapping[ListName, float]]
    party: Callable[[str | None], Party]
    persons: Callable[[str], tuple[str, ...]]


RULES = Language(evidence, read_party, find_persons)
