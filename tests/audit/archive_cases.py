"""Archives for the rules on them: what triggers a rule, and near ones that do not."""

from datetime import date

from spur_extract.contract import Precision
from tests.audit.archives import TODAY, UNIT, Visit, due, item, row, words

OVERDUE = due(date(2026, 4, 30))
TODAY_DUE = due(TODAY)
FAILED: dict[str, tuple[str | None, str | None]] = {"A": ("D", None)}
LACKING = (row("B.supervision", fulfilled=False),)
OLD, RECENT = date(2021, 4, 30), date(2025, 3, 4)
BEFORE = date(2022, 3, 1)
Expected = list[tuple[str, str, str]]
DATE = "/cover/inspection_date"

ARCHIVES: dict[str, tuple[list[Visit], Expected]] = {
    "more than five years ago": ([Visit("a", OLD)], [("a", "SPUR801", DATE)]),
    "five years to the day": ([Visit("a", date(2021, 5, 1))], []),
    "inspected again": ([Visit("a", OLD), Visit("b", RECENT)], []),
    "inspected again, the cover spelt in capitals": (
        [Visit("a", OLD), Visit("b", RECENT, UNIT.upper())],
        [("b", "SPUR841", "/cover/clinic")],
    ),
    "another unit inspected again": (
        [Visit("a", OLD), Visit("b", RECENT, "Medicinkliniken, Norrtuna lasarett", "Medicin")],
        [("a", "SPUR801", DATE)],
    ),
    "each specialty is counted by itself": (
        [Visit("a", OLD), Visit("b", RECENT, specialty="Urologi")],
        [("a", "SPUR801", DATE)],
    ),
    "no day, no years": ([Visit("a", None)], []),
    "an action overdue": (
        [Visit("a", items=(item(OVERDUE),))],
        [("a", "SPUR811", "/action_plan/items/0/due")],
    ),
    "an action due today": ([Visit("a", items=(item(TODAY_DUE),))], []),
    "a month is over only after its last day": (
        [Visit("a", items=(item(due(date(2026, 5, 31), "Maj 2026", precision=Precision.MONTH)),))],
        [],
    ),
    "a month that is over": (
        [
            Visit(
                "a", items=(item(due(date(2026, 4, 30), "April 2026", precision=Precision.MONTH)),)
            )
        ],
        [("a", "SPUR811", "/action_plan/items/0/due")],
    ),
    "recurring promises are never overdue": (
        [Visit("a", items=(item(due(date(2025, 12, 31), "årligen 2025", recurring=True)),))],
        [],
    ),
    "text without a date is not overdue": ([Visit("a", items=(item(due(None, "snarast")),))], []),
    "a day before the inspection is no promise": (
        [Visit("a", items=(item(due(date(2024, 1, 1))),))],
        [],
    ),
    "inspected after the deadline": (
        [
            Visit("a", date(2021, 6, 1), items=(item(due(date(2022, 1, 1))),)),
            Visit("b", date(2025, 6, 1)),
        ],
        [],
    ),
    "inspected before the deadline": (
        [
            Visit("a", date(2024, 6, 1), items=(item(due(date(2026, 1, 1))),)),
            Visit("b", date(2025, 6, 1)),
        ],
        [("a", "SPUR811", "/action_plan/items/0/due")],
    ),
    "without a unit a later report is of somebody else": (
        [
            Visit("a", date(2024, 6, 1), None, items=(item(due(date(2025, 1, 1))),)),
            Visit("b", date(2025, 6, 1), None),
        ],
        [("a", "SPUR811", "/action_plan/items/0/due")],
    ),
    "a follow-up overdue": (
        [Visit("a", items=(item(TODAY_DUE), item(TODAY_DUE, OVERDUE)))],
        [("a", "SPUR812", "/action_plan/items/1/follow_up_due")],
    ),
    "a follow-up due today": ([Visit("a", items=(item(TODAY_DUE, TODAY_DUE),))], []),
    "the same statement again": (
        [Visit("a", BEFORE, rows=LACKING), Visit("b", RECENT, rows=LACKING)],
        [("b", "SPUR821", "/areas/1/indicators/0")],
    ),
    "a statement lacking, then in the plan": (
        [
            Visit("a", BEFORE, rows=(row("B.supervision", fulfilled={"X": None, "Y": False}),)),
            Visit("b", RECENT, items=(item(TODAY_DUE, indicator_id="B.supervision"),)),
        ],
        [("b", "SPUR821", "/action_plan/items/0")],
    ),
    "the same in the unit's own words": (
        [
            Visit("a", BEFORE, items=(item(text="Handledning ges inte varje vecka."),)),
            Visit("b", RECENT, items=(item(text="Handledning ges ej varje vecka"),)),
        ],
        [("b", "SPUR821", "/action_plan/items/0")],
    ),
    "other words": (
        [
            Visit("a", BEFORE, items=(item(text="Handledning ges inte varje vecka."),)),
            Visit("b", RECENT, items=(item(text="Journaler granskas inte tillsammans."),)),
        ],
        [],
    ),
    "the same words about another area": (
        [
            Visit("a", BEFORE, items=(item(text="Handledning ges inte varje vecka."),)),
            Visit("b", RECENT, items=(item(text="Handledning ges inte varje vecka.", area="C"),)),
        ],
        [],
    ),
    "mended in between": (
        [
            Visit("a", date(2021, 6, 1), rows=LACKING),
            Visit("b", date(2023, 6, 1), rows=(row("B.supervision", fulfilled=True),)),
            Visit("c", RECENT, rows=LACKING),
        ],
        [],
    ),
    "no mark is no deficiency": (
        [
            Visit("a", BEFORE, rows=LACKING),
            Visit("b", RECENT, rows=(row("B.supervision", fulfilled=None),)),
        ],
        [],
    ),
    "the same statement at another unit": (
        [
            Visit("a", BEFORE, rows=LACKING),
            Visit("b", RECENT, "Kirurgkliniken, Åmynne lasarett", rows=LACKING),
        ],
        [],
    ),
    "D twice": (
        [
            Visit("a", BEFORE, grades={"A": ("C", "D")}),
            Visit("b", RECENT, grades={"A": ("D", None)}),
        ],
        [("b", "SPUR822", "/areas/0/gradings/0")],
    ),
    "D in two areas": (
        [
            Visit("a", BEFORE, grades={"A": ("D", None)}),
            Visit("b", RECENT, grades={"A": ("C", None), "B": ("D", None)}),
        ],
        [],
    ),
    "the same bytes": (
        [Visit("a", content="x"), Visit("b", content="x")],
        [("b", "SPUR831", "")],
    ),
    "the same text from other bytes": (
        [Visit("a.pdf", text=words("t")), Visit("a.txt", text=words("t"))],
        [("a.txt", "SPUR831", "")],
    ),
    "the same text of another day": (
        [Visit("a", BEFORE, text=words("t")), Visit("b", RECENT, text=words("t"))],
        [],
    ),
    "short texts are no copies": ([Visit("a", text="Bra."), Visit("b", text="Bra.")], []),
    "copies promise nothing themselves": (
        [
            Visit("a", items=(item(OVERDUE),), content="x"),
            Visit("b", items=(item(OVERDUE),), content="x"),
        ],
        [("a", "SPUR811", "/action_plan/items/0/due"), ("b", "SPUR831", "")],
    ),
    "preliminary, then final with the plan": (
        [
            Visit("b prel.txt", text=words("t")),
            Visit("a.txt", text=words("t") + " " + words("more", 40), items=(item(TODAY_DUE),)),
        ],
        [("b prel.txt", "SPUR832", "")],
    ),
    "preliminary by its name, though it says more": (
        [Visit("z-PREL_1.txt", text=words("t") + " struket"), Visit("a.txt", text=words("t"))],
        [("z-PREL_1.txt", "SPUR832", "")],
    ),
    "preliminary and final, the unit spelt in two ways": (
        [
            Visit("a.txt", text=words("t")),
            Visit("b.txt", unit="Kirurgen, Norrtuna lasarett", text=words("t") + " tillagt"),
        ],
        [("a.txt", "SPUR832", ""), ("b.txt", "SPUR841", "/cover/clinic")],
    ),
    "a dump without a cover": (
        [
            Visit("a.txt", None, None, None, text=words("t") + " tillagt ord"),
            Visit("b.pdf", text=words("t")),
        ],
        [("a.txt", "SPUR832", "")],
    ),
    "a dump without a cover, with a text of its own": (
        [
            Visit("a.txt", None, None, None, text=words("t", 90) + " " + words("u", 40)),
            Visit("b.pdf", text=words("t", 90) + " " + words("v", 40)),
        ],
        [],
    ),
    "preliminary and final, dated days apart": (
        [
            Visit("a.txt", date(2025, 3, 4), text=words("t"), rows=LACKING, grades=FAILED),
            Visit("b.txt", date(2025, 5, 3), text=words("t"), rows=LACKING, grades=FAILED),
        ],
        [("a.txt", "SPUR832", "")],
    ),
    "the later date is the final version's, though it says less": (
        [
            Visit("z.txt", date(2025, 3, 4), text=words("t") + " struket"),
            Visit("a.txt", date(2025, 3, 5), text=words("t")),
        ],
        [("z.txt", "SPUR832", "")],
    ),
    "most of the text, more than sixty days apart": (
        [
            Visit("a.txt", date(2025, 3, 4), text=words("t")),
            Visit("b.txt", date(2025, 5, 4), text=words("t")),
        ],
        [],
    ),
    "days apart, with a text of its own": (
        [
            Visit("a.txt", date(2025, 3, 4), text=words("t", 100) + " " + words("u", 25)),
            Visit("b.txt", date(2025, 3, 5), text=words("t", 100) + " " + words("v", 25)),
        ],
        [],
    ),
    "the same day, with some text of its own": (
        [
            Visit("a.txt", text=words("t", 100) + " " + words("u", 20)),
            Visit("b.txt", text=words("t", 100) + " " + words("v", 20)),
        ],
        [("a.txt", "SPUR832", "")],
    ),
    "half of the text is another report": (
        [
            Visit("a", text=words("t", 60) + " " + words("u", 80)),
            Visit("b", text=words("t", 60) + " " + words("v", 80)),
        ],
        [],
    ),
    "most of the text, another unit": (
        [
            Visit("a", text=words("t")),
            Visit("b", unit="Kirurgkliniken, Åmynne lasarett", text=words("t") + " mer"),
        ],
        [],
    ),
    "most of the text, another specialty": (
        [Visit("a", text=words("t")), Visit("b", specialty="Urologi", text=words("t") + " mer")],
        [],
    ),
    "spelt in two ways": (
        [Visit("a"), Visit("b"), Visit("c", unit="Kirurgiska klin., Lasarettet i Norrtuna")],
        [("c", "SPUR841", "/cover/clinic")],
    ),
    "two units": ([Visit("a"), Visit("b", unit="Kirurgkliniken, Åmynne lasarett")], []),
}
