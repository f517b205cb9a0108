"""What narratives say of deficiencies, and what only sounds like it."""

import pytest

from spur_extract.audit.wording import announcements_of_plan, demands_of_action, praises


@pytest.mark.parametrize(
    "sentence",
    [
        "Åtgärd krävs.",
        "Samtalen uteblir och bedömning görs inte – åtgärder krävs.",
        "Detta kräver åtgärd.",
        "Bristerna är stora och åtgärder måste vidtas.",
    ],
)
def test_a_demand(sentence: str) -> None:
    assert demands_of_action(f"Jourerna är väl avvägda. {sentence}") == (sentence,)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ingen åtgärd krävs.",
        "Inga ytterligare åtgärder krävs.",
        "Åtgärd krävs inte.",
        "Åtgärd krävs endast om schemat ändras.",
        "Det är oklart om åtgärd krävs.",
        "Vid föregående granskning angavs att åtgärd krävs.",
        "Detta kräver inga åtgärder.",
        "Åtgärdsplan saknas.",
        "Åtgärder rekommenderas.",
    ],
)
def test_no_demand(sentence: str) -> None:
    assert demands_of_action(f"Jourerna är väl avvägda. {sentence}") == ()


def test_praise_and_what_takes_it_back() -> None:
    assert praises("Inga brister har påvisats.") == ("Inga brister har påvisats.",)
    assert praises("Inga brister har påvisats förutom att lokalerna är trånga.") == ()
    assert praises("Brister har påvisats.") == ()


def test_a_plan_announced_and_one_awaited() -> None:
    assert announcements_of_plan("Handlingsplan inkommen.") == ("Handlingsplan inkommen.",)
    assert announcements_of_plan("Handlingsplan har ännu inte inkommit.") == ()
    assert announcements_of_plan(None) == ()
