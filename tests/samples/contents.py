"""Hypothesis strategies for report contents: believable in shape, nonsense in words."""

from typing import get_args

from hypothesis import strategies as st

from samples.content import (
    AreaContent,
    CoverContent,
    DeadlineContent,
    MarkStyle,
    PartyContent,
    PlanItemContent,
    ReportContent,
)
from samples.form import area_forms
from spur_extract.catalogue import load_catalogue
from spur_extract.catalogue.schema import AreaCode

CATALOGUE = load_catalogue()
AREA_CODES: tuple[AreaCode, ...] = get_args(AreaCode)
WORDS = (
    *("läkaren", "handledningen", "veckan", "äger", "rum", "på", "ST-läkare", "och/eller", "i"),
    *("kvalitets-", "schemat", "enhetens", "4,5", "(punkt", "Mini-CEX", "öron-,", "näs-", "år"),
    *("uppföljningsansvarsfördelningen", "2025", "är", "”bra”", "det", "ett", "inte", "alltid"),
)


def sentences(longest: int = 20) -> st.SearchStrategy[str]:
    """One to three sentences."""
    words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=longest)
    sentence = words.map(lambda chosen: " ".join(chosen).capitalize() + ".")
    return st.lists(sentence, min_size=1, max_size=3).map(" ".join)


def paragraphs(most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    """No paragraph, or a few."""
    return st.lists(sentences(), max_size=most).map(tuple)


def areas() -> st.SearchStrategy[dict[AreaCode, AreaContent]]:
    """All areas, each with words or without."""
    area = st.builds(AreaContent, narrative=paragraphs(), remarks=paragraphs(1))
    return st.fixed_dictionaries(dict.fromkeys(AREA_CODES, area))


def covers() -> st.SearchStrategy[CoverContent]:
    """A cover with one to three inspectors."""
    name = st.sampled_from(["Ada Björk", "Per-Olof Ström", "Iris von Lind", "Kim Ek"])
    return st.builds(
        CoverContent,
        clinic=st.just("Medicinkliniken, Fiktiva lasarettet"),
        specialty=st.sampled_from(["Internmedicin", "Öron-, näs- och halssjukdomar"]),
        date=st.dates(),
        printed_date=st.none(),
        inspectors=st.lists(name, min_size=1, max_size=3, unique=True).map(tuple),
        regulations=st.sampled_from([(), ("HSLF-FS 2021:8",), ("SOSFS 2015:8", "HSLF-FS 2021:8")]),
    )


@st.composite
def plan_items(draw: st.DrawFn, edition: str) -> PlanItemContent:
    """An action item on any statement of the edition, with texts of up to some pages."""
    form = draw(st.sampled_from(area_forms(CATALOGUE.edition(edition), CATALOGUE)))
    text = st.none() | sentences(5)
    deadlines = st.builds(DeadlineContent, text=text)
    parties = st.builds(PartyContent, text=text)
    action = st.lists(sentences(), max_size=4).map(tuple)
    return PlanItemContent(
        area=form.code,
        statement=draw(st.sampled_from(form.statements)).id,
        planned_action=draw(action) * draw(st.sampled_from([1, 1, 1, 8])),
        due=draw(deadlines),
        responsible=draw(parties),
        follow_up_due=draw(deadlines),
        follow_up_responsible=draw(parties),
        breaks=draw(st.booleans()),
    )


def newer_reports() -> st.SearchStrategy[ReportContent]:
    """Reports on either edition of the newer form."""
    return st.sampled_from(["single-regulation", "dual-regulation"]).flatmap(_reports_on)


def _reports_on(edition: str) -> st.SearchStrategy[ReportContent]:
    items = st.lists(sentences(), max_size=12).map(tuple)
    return st.builds(
        ReportContent,
        edition=st.just(edition),
        cover=st.none() | covers(),
        strengths=items,
        weaknesses=items,
        improvements=items,
        areas=areas(),
        plan=st.lists(plan_items(edition), max_size=5).map(tuple),
        marks=st.none() | st.sampled_from(MarkStyle),
    )


def older_reports() -> st.SearchStrategy[ReportContent]:
    """Reports on the older form."""
    items = st.lists(sentences(), max_size=12).map(tuple)
    return st.builds(
        ReportContent,
        edition=st.just("letter-table"),
        strengths=items,
        weaknesses=items,
        improvements=items,
        areas=areas(),
    )
