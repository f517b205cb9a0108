"""Hyphens and slashes at a line's end."""

import pytest

from spur_extract.layout.hyphens import join_lines

DOCUMENT = frozenset({"kurs-bidrag", "läkarmöte", "hand-out", "handout"})


@pytest.mark.parametrize(
    ("upper", "lower", "joined"),
    [
        ("en sträcka på", "två rader", "en sträcka på två rader"),
        ("alla ST-", "läkare", "alla ST-läkare"),
        ("alla ST-läkar-", "na", "alla ST-läkarna"),
        ("alla ST-läkar\u2010", "na", "alla ST-läkarna"),
        ("varje Mini-CEx-", "bedömning", "varje Mini-CEx-bedömning"),
        ("med Mini-", "CEX varje", "med Mini-CEX varje"),
        ("enligt SOSFS-", "listan", "enligt SOSFS-listan"),
        ("under COVID19-", "åren", "under COVID19-åren"),
        ("två timmars läkar-", "möte", "två timmars läkarmöte"),
        ("Övriga kvalitets-", "kriterier", "Övriga kvalitetskriterier"),
        ("jour- ", "och beredskap", "jour-  och beredskap"),
        ("kvalitets-", "och patientsäkerhet", "kvalitets- och patientsäkerhet"),
        ("sluten-", "respektive öppenvård", "sluten- respektive öppenvård"),
        ("öppen-", "samtal", "öppensamtal"),
        ("jour-/", "beredskap", "jour-/beredskap"),
        ("och/", "eller", "och/eller"),
        ("planering -", "handledning", "planering - handledning"),
        ("ST-Stock", "holm", "ST-Stock holm"),
        ("Anna Ek-", "Holm", "Anna Ek-Holm"),
        ("ut\u00ad", "bildning", "utbildning"),
        ("eget kurs-", "bidrag om", "eget kurs-bidrag om"),
        ("ett hand-", "out", "ett handout"),
    ],
)
def test_joining(upper: str, lower: str, joined: str) -> None:
    assert join_lines(upper, lower, DOCUMENT) == joined


def test_no_letter_is_ever_lost() -> None:
    for upper in ("a-", "-", "ab", "a/", "a\u00ad", "A1-", ""):
        for lower in ("b", "B", "och b", "-", "1"):
            joined = join_lines(upper, lower)
            assert [c for c in joined if c.isalnum()] == [c for c in upper + lower if c.isalnum()]
