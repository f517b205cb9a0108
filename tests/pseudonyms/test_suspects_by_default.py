"""Pseudonyms are made of all that may be a name, not only of what is certain."""

from spur_extract.language.names import find_names, find_suspects
from spur_extract.pseudonyms.reports import pseudonymise
from tests.export.reports import report as small_report
from tests.pseudonyms.fiction import KEY

TEXT = "Kursen ges av Hartmann varje vår för alla."


def test_a_name_that_is_only_suspected_is_replaced() -> None:
    report = small_report()
    area = report.areas[0].model_copy(update={"narrative": TEXT})
    done = pseudonymise(report.model_copy(update={"areas": (area,)}), KEY)
    narrative = done.report.areas[0].narrative
    assert narrative is not None
    assert "Hartmann" not in narrative
    assert ("suspected", "Hartmann") in {(entry.reason.value, entry.text) for entry in done.review}


def test_that_text_has_no_name_that_is_told() -> None:
    assert find_names([TEXT]) == [()]
    assert [name.text for name in find_suspects([TEXT])[0]] == ["Hartmann"]
