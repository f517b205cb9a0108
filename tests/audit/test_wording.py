"""What narratives say of deficiencies, and what only sounds like it."""

import pytest

from spur_extract.audit.wording import (
    announcements_of_plan,
    demands_of_action,
    is_bare_demand,
    praises,
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Åtgärd krävs.",
        "Samtalen uteblir och bedömning görs inte – åtgärder krävs.",
        "Detta kräver åtgärd.",
        "Bristerna är stora och åtgärder måste vidtas.",
        "Samma brist sågs vid föregående granskning, varför åtgärd krävs.",
        "Vid föregående granskning fanns samma brist, varför åtgärd krävs.",
        "Åtgärd krävs, vilket påpekades redan vid föregående granskning.",
        "Vid förra granskningen krävdes åtgärd, och åtgärd krävs alltjämt.",
        "Vid inspektionen 2019 fanns rutiner men dessa har upphört och åtgärd krävs.",
        "Åtgärd krävs då bristen från 2019 inte är åtgärdad.",
        "Här krävs åtgärd.",
        "Det krävs åtgärder för att säkra handledningen.",
        "Det krävs omedelbara åtgärder.",
        "Detta är en brist som kräver åtgärd.",
        "Samtalen hålls inte och åtgärd krävs.",
        "Schemat är så ojämnt att åtgärd krävs.",
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
        'Vid SPUR-inspektionen 2019 angavs "Åtgärd krävs" om handledning, vilket nu är åtgärdat.',
        "I rapporten från 2019 stod: Åtgärd krävs.",
        "Vid inspektionen 2019 konstaterades att åtgärd krävs.",
        "Förra SPUR:en hade anmärkningen Åtgärd krävs för introduktionen.",
        "Åtgärd krävs angavs vid föregående granskning.",
        'Den tidigare noteringen "Åtgärd krävs" är åtgärdad.',
        'Kravet "Åtgärd krävs" har strukits efter komplettering.',
        "Åtgärder krävs därför inte.",
        "Åtgärd krävs ej längre.",
        "Avvikelser som kräver åtgärd följs upp av studierektor.",
        "Brister som kräver åtgärd rapporteras till chefen.",
        "Styrdokumentet beskriver situationer som kräver åtgärd.",
        "Rutin finns för de fall där åtgärd krävs.",
        "Studierektor signalerar till chefen då åtgärd krävs.",
        "Handledarna kontaktar studierektor så snart åtgärd krävs.",
        "Vi bedömer inte att åtgärd krävs.",
        "Det krävs inga åtgärder.",
        "Här krävs därför inga ytterligare åtgärder.",
        "Chefen informeras om det krävs åtgärder.",
        "Utan åtgärdsplan krävs ny inspektion.",
        "Underskrift krävs innan åtgärder vidtas.",
    ],
)
def test_no_demand(sentence: str) -> None:
    assert demands_of_action(f"Jourerna är väl avvägda. {sentence}") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Åtgärd krävs.",
        "ÅTGÄRDER KRÄVS!",
        "– Åtgärd krävs avseende handledningen.",
        "Åtgärd krävs (se handlingsplan).",
        "Åtgärd krävs snarast.",
    ],
)
def test_a_sentence_that_is_the_demand(sentence: str) -> None:
    assert demands_of_action(sentence) == (sentence,)
    assert is_bare_demand(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Här krävs åtgärd.",
        "Samtalen uteblir och bedömning görs inte – åtgärder krävs.",
        "Åtgärd krävs, vilket påpekades redan vid föregående granskning.",
        "Åtgärd krävs för att den nya rutinen ska bli känd hos alla.",
    ],
)
def test_a_sentence_that_says_more(sentence: str) -> None:
    assert demands_of_action(sentence) == (sentence,)
    assert not is_bare_demand(sentence)


def test_praise_and_what_takes_it_back() -> None:
    assert praises("Inga brister har påvisats.") == ("Inga brister har påvisats.",)
    assert praises("Inga brister har påvisats förutom att lokalerna är trånga.") == ()
    assert praises("Brister har påvisats.") == ()


def test_a_plan_announced_and_one_awaited() -> None:
    assert announcements_of_plan("Handlingsplan inkommen.") == ("Handlingsplan inkommen.",)
    assert announcements_of_plan("Handlingsplan har ännu inte inkommit.") == ()
    assert announcements_of_plan(None) == ()
