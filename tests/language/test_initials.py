"""Initials in fields, each beside letters that are a unit, a title or a system."""

import pytest

from spur_extract.language.parties import find_persons


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KQ", ("KQ",)),
        ("IT", ()),
        ("AK/MQ", ("AK", "MQ")),
        ("KQ och FoU", ()),
        ("KQ, HÅ samt ÖB", ("KQ", "HÅ", "ÖB")),
        ("BUP, HÅ", ()),
        ("Studierektorn och ÖQ", ("ÖQ",)),
        ("Studierektorn och HR", ()),
        ("KQ (verksamhetschef)", ("KQ",)),
        ("SR (MÖ)", ("MÖ",)),
        ("SR (BUP)", ()),
        ("CQN (studierektor)", ("CQN",)),
        ("CQN", ()),
        ("KQ o HÅ", ("KQ", "HÅ")),
        ("KQ + EF enl. överenskommelse", ("KQ", "EF")),
        ("KQ, ersätts av HÅ i sommar", ("KQ", "HÅ")),
        ("KQ ersätter jourerna", ()),
        ("ev. KQ eller SvQ, bestäms på mötet", ("KQ", "SvQ")),
        ("A-K Q", ("A-K Q",)),
        ("JQ, AM-L", ("JQ", "AM-L")),
        ("CÖ-TQ", ("CÖ", "TQ")),
        ("C-båge", ()),
        ("Maria Rosvall, MR", ("Maria Rosvall", "MR")),
        ("Karl Rosvall, MR", ("Karl Rosvall",)),
        ("Karl Rosvall, VC", ("Karl Rosvall",)),
        ("Ansv. AK, studierektor Ek", ("Ek",)),
        ("Ansv. KQ, studierektor Ek", ("KQ", "Ek")),
        ("Region Skåne, KQ", ()),
        ("Medicinskt ledningsansvarig läkare (MLL)", ()),
        ("Områdeschef (OC)", ()),
        ("Överläkare (AVA)", ()),
        ("UL", ()),
        ("UL/CT", ()),
        ("UL/MÖ", ("UL", "MÖ")),
        ("N.N.", ()),
        ("NN", ()),
    ],
)
def test_initials(text: str, expected: tuple[str, ...]) -> None:
    assert find_persons(text) == expected
