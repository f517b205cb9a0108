"""Whatever is taken away from a faultless report, or spoilt in it, is found by the rule that names
it, and by no error of another kind."""

import pytest

from spur_extract.audit.model import Level
from tests.audit.mutations import Mutation, mutations
from tests.audit.reports import BASES, edited, findings_in

ALL = list(mutations())


def test_there_are_enough() -> None:
    assert len(ALL) >= 60
    assert len({mutation.name for mutation in ALL}) == len(ALL)


@pytest.mark.parametrize("mutation", ALL, ids=lambda mutation: mutation.name)
def test_it_is_found(mutation: Mutation) -> None:
    found = findings_in(edited(BASES[mutation.base](), mutation.edits))
    assert mutation.named_by <= {finding.code for finding in found}
    errors = {finding.code for finding in found if finding.level is Level.ERROR}
    assert errors <= mutation.named_by
