"""For every rule on the action plan: a report that triggers it, and one that nearly does."""

from typing import Final

from tests.audit.cases import MISSING, NOT_APPLICABLE, Case, date_field, nobody
from tests.audit.reports import REMOVED, Edits

ATTACHED: Final[Edits] = {"/action_plan": {"status": "attached", "items": []}}
INCOMING: Final = "Handlingsplan inkommen."
DEMAND: Final = "Handledning ges alltför sällan. Åtgärd krävs."
ITEM: Final = "/action_plan/items/0"
UNFULFILLED: Final[Edits] = {
    "/areas/0/indicators/0/fulfilled": {"SOSFS 2015:8": True, "HSLF-FS 2021:8": False}
}
UNDER_B: Final = "/areas/0/gradings/1/grade"
WELL: Final[Edits] = {
    "/areas/2/gradings/0/grade": "B",
    "/areas/2/indicators/2/fulfilled": True,
    "/areas/2/narrative": "God utrustning.",
}
"""The area of the first item without a deficiency."""


def _by(written: str, latest: str, precision: str) -> dict[str, object]:
    """A deadline that is open at its beginning."""
    bounds = {"edtf": None, "latest": latest, "precision": precision, "status": "dated"}
    return date_field(written, None, **bounds)


PLAN: Final = {
    "SPUR501": Case(
        "dual", {"/areas/6/gradings/1/grade": "D"}, (("SPUR501", "/areas/6/gradings/1/grade"),)
    ),
    "SPUR501 near": Case(
        "dual", {"/areas/6/gradings/1/grade": "D", **ATTACHED}, (("SPUR503", "/action_plan"),)
    ),
    "SPUR501 near, announced for the area": Case(
        "dual",
        {"/areas/6/gradings/1/grade": "D", **ATTACHED, "/areas/6/narrative": INCOMING},
        (("SPUR503", "/areas/6/narrative"),),
    ),
    "SPUR501 announced for another area": Case(
        "dual",
        {"/areas/6/gradings/1/grade": "D", **ATTACHED, "/areas/3/narrative": INCOMING},
        (("SPUR501", "/areas/6/gradings/1/grade"), ("SPUR503", "/areas/3/narrative")),
    ),
    "SPUR502 announced for another area": Case(
        "dual",
        {
            "/areas/6/gradings/1/grade": "C",
            "/areas/6/gradings/1/original_grade": "D",
            **ATTACHED,
            "/areas/3/narrative": INCOMING,
        },
        (("SPUR502", "/areas/6/gradings/1/grade"), ("SPUR503", "/areas/3/narrative")),
    ),
    "SPUR502": Case(
        "single",
        {"/action_plan/items/1": REMOVED},
        (("SPUR502", "/areas/4/gradings/0/grade"),),
    ),
    "SPUR502 near": Case(
        "single",
        {"/areas/4/gradings/0/original_grade": REMOVED, "/areas/4/narrative": "God handledning."},
    ),
    "SPUR503": Case(
        "dual",
        {"/areas/3/narrative": "Planen är god. Handlingsplan inkommen."},
        (("SPUR503", "/areas/3/narrative"),),
    ),
    "SPUR503 near": Case("dual", {"/areas/3/narrative": "Handlingsplan har ännu inte inkommit."}),
    "SPUR504": Case(
        "single",
        {"/areas/5/narrative": "Kurser beviljas. Handlingsplan inkommen."},
        (("SPUR504", "/areas/5/narrative"),),
    ),
    "SPUR504 near": Case(
        "single", {"/areas/5/narrative": "Kurser beviljas. Ingen handlingsplan är inkommen."}
    ),
    "SPUR505": Case("single", {"/areas/3/narrative": DEMAND}, (("SPUR505", "/areas/3/narrative"),)),
    "SPUR505 near": Case("single", {"/areas/3/narrative": "Inga ytterligare åtgärder krävs."}),
    "SPUR505 near, announced for the area": Case(
        "dual",
        {"/areas/3/narrative": f"{DEMAND} {INCOMING}"},
        (("SPUR308", "/areas/3/narrative"), ("SPUR503", "/areas/3/narrative")),
    ),
    "SPUR505 near, attached": Case(
        "dual",
        {"/areas/3/narrative": DEMAND, **ATTACHED},
        (("SPUR308", "/areas/3/narrative"), ("SPUR503", "/action_plan")),
    ),
    "SPUR505 announced for another area": Case(
        "dual",
        {"/areas/3/narrative": DEMAND, "/areas/4/narrative": INCOMING, **ATTACHED},
        (
            ("SPUR308", "/areas/3/narrative"),
            ("SPUR503", "/areas/4/narrative"),
            ("SPUR505", "/areas/3/narrative"),
        ),
    ),
    "SPUR506": Case(
        "single",
        {"/areas/4/indicators/4/fulfilled": False},
        (("SPUR506", "/areas/4/indicators/4"),),
    ),
    "SPUR506 near": Case("single", {"/areas/4/indicators/7/fulfilled": False}),
    "SPUR506 near, attached": Case(
        "dual",
        {**UNFULFILLED, **ATTACHED},
        (("SPUR309", UNDER_B), ("SPUR503", "/action_plan")),
    ),
    "SPUR506 near, announced for the area": Case(
        "dual",
        {**UNFULFILLED, **ATTACHED, "/areas/0/narrative": INCOMING},
        (("SPUR309", UNDER_B), ("SPUR503", "/areas/0/narrative")),
    ),
    "SPUR506 announced for another area": Case(
        "dual",
        {**UNFULFILLED, **ATTACHED, "/areas/4/narrative": INCOMING},
        (
            ("SPUR309", UNDER_B),
            ("SPUR503", "/areas/4/narrative"),
            ("SPUR506", "/areas/0/indicators/0"),
        ),
    ),
    "SPUR507": Case(
        "single",
        WELL,
        (("SPUR507", "/action_plan/items/0"),),
    ),
    "SPUR507 near": Case(
        "single",
        {"/areas/2/gradings/0/grade": "C", "/areas/2/indicators/2/fulfilled": True},
    ),
    "SPUR507 near, a demand": Case(
        "single",
        {**WELL, "/areas/2/narrative": "Åtgärd krävs."},
        (("SPUR308", "/areas/2/narrative"),),
    ),
    "SPUR507 near, a row unfulfilled": Case(
        "single", {**WELL, "/areas/2/indicators/3/fulfilled": False}
    ),
    "SPUR507 near, a plan announced": Case("single", {**WELL, "/areas/2/narrative": INCOMING}),
    "SPUR507 near, something missing": Case(
        "single", {**WELL, "/areas/2/narrative": "Arbetsplatser saknas för tre ST-läkare."}
    ),
    "SPUR507 near, changed from D": Case(
        "single", {**WELL, "/areas/2/narrative": "Ändrat från D efter handlingsplan."}
    ),
    "SPUR507 nothing missing": Case(
        "single",
        {**WELL, "/areas/2/narrative": "Inga brister noterades."},
        (("SPUR507", "/action_plan/items/0"),),
    ),
    "SPUR508 of improvements": Case(
        "dual", {"/improvements/0/text": DEMAND}, (("SPUR508", "/improvements/0/text"),)
    ),
    "SPUR508 near, announced": Case(
        "dual",
        {"/weaknesses/1/text": DEMAND, "/areas/3/narrative": INCOMING},
        (("SPUR503", "/areas/3/narrative"),),
    ),
    "SPUR508": Case("dual", {"/weaknesses/1/text": DEMAND}, (("SPUR508", "/weaknesses/1/text"),)),
    "SPUR508 near": Case("single", {"/weaknesses/1/text": DEMAND}),
}

ITEMS: Final = {
    "SPUR510": Case(
        "single", {f"{ITEM}/indicator_text": REMOVED}, (("SPUR510", f"{ITEM}/indicator_text"),)
    ),
    "SPUR510 near": Case("single", {f"{ITEM}/indicator_id": REMOVED}),
    "SPUR511": Case(
        "single", {f"{ITEM}/planned_action": ""}, (("SPUR511", f"{ITEM}/planned_action"),)
    ),
    "SPUR511 near": Case("single", {f"{ITEM}/planned_action": "Åtgärdat."}),
    "SPUR512": Case("single", {f"{ITEM}/due": MISSING}, (("SPUR512", f"{ITEM}/due"),)),
    "SPUR512 near": Case("single", {f"{ITEM}/due": NOT_APPLICABLE}),
    "SPUR513": Case(
        "single", {f"{ITEM}/responsible": nobody(None)}, (("SPUR513", f"{ITEM}/responsible"),)
    ),
    "SPUR513 near": Case(
        "single", {f"{ITEM}/responsible": nobody(None), f"{ITEM}/due": NOT_APPLICABLE}
    ),
    "SPUR514": Case(
        "single", {f"{ITEM}/follow_up_due": MISSING}, (("SPUR514", f"{ITEM}/follow_up_due"),)
    ),
    "SPUR514 near": Case(
        "single", {f"{ITEM}/follow_up_due": MISSING, f"{ITEM}/due": NOT_APPLICABLE}
    ),
    "SPUR515": Case(
        "single",
        {f"{ITEM}/follow_up_responsible": nobody(None)},
        (("SPUR515", f"{ITEM}/follow_up_responsible"),),
    ),
    "SPUR515 near": Case(
        "single",
        {
            f"{ITEM}/follow_up_responsible": nobody(None),
            f"{ITEM}/follow_up_due": NOT_APPLICABLE,
        },
    ),
    "SPUR520": Case(
        "single", {f"{ITEM}/due": date_field("Snarast", None)}, (("SPUR520", f"{ITEM}/due"),)
    ),
    "SPUR520 near": Case(
        "single",
        {
            f"{ITEM}/due": date_field("Löpande", None, recurring=True),
            "/action_plan/items/1/due": date_field("Ifall behov finns", None, conditional=True),
        },
    ),
    "SPUR520 near, done": Case(
        "single",
        {
            f"{ITEM}/due": date_field("Redan infört", None),
            "/action_plan/items/1/due": date_field("Åtgärdat", None),
        },
    ),
    "SPUR520 near, under way": Case(
        "single",
        {
            f"{ITEM}/due": date_field("Pågår", None),
            "/action_plan/items/1/due": date_field("Tills vidare", None),
        },
    ),
    "SPUR520 not done": Case(
        "single", {f"{ITEM}/due": date_field("Ej genomfört", None)}, (("SPUR520", f"{ITEM}/due"),)
    ),
    "SPUR521": Case(
        "single",
        {f"{ITEM}/follow_up_due": date_field("Senare", None)},
        (("SPUR521", f"{ITEM}/follow_up_due"),),
    ),
    "SPUR521 near": Case(
        "single",
        {
            f"{ITEM}/due": date_field("Ifall hon återkommer", None, conditional=True),
            f"{ITEM}/follow_up_due": date_field("Senare", None),
        },
    ),
    "SPUR522": Case(
        "single",
        {f"{ITEM}/due": date_field("202500831", None, status="malformed")},
        (("SPUR522", f"{ITEM}/due"),),
    ),
    "SPUR522 near": Case("single", {f"{ITEM}/due": date_field("250831", "2025-08-31")}),
    "SPUR523": Case(
        "single",
        {f"{ITEM}/follow_up_due": date_field("202511301", None, status="malformed")},
        (("SPUR523", f"{ITEM}/follow_up_due"),),
    ),
    "SPUR523 near": Case("single", {f"{ITEM}/follow_up_due": date_field("251130", "2025-11-30")}),
    "SPUR524": Case(
        "single",
        {f"{ITEM}/due": date_field("2024-11-06", "2024-11-06")},
        (("SPUR524", f"{ITEM}/due"),),
    ),
    "SPUR524 near": Case("single", {f"{ITEM}/due": date_field("2024-11-07", "2024-11-07")}),
    "SPUR524 near, done": Case(
        "single",
        {
            f"{ITEM}/due": date_field("Genomfört 2024-10-15", "2024-10-15"),
            "/action_plan/items/1/due": date_field("Påbörjat 2024-09-01", "2024-09-01"),
        },
    ),
    "SPUR524 begins": Case(
        "single",
        {f"{ITEM}/due": date_field("Påbörjas 2024-09-01", "2024-09-01")},
        (("SPUR524", f"{ITEM}/due"),),
    ),
    "SPUR525": Case(
        "single",
        {
            f"{ITEM}/due": date_field("Löpande", None, recurring=True),
            f"{ITEM}/follow_up_due": date_field("2024-10-01", "2024-10-01"),
        },
        (("SPUR525", f"{ITEM}/follow_up_due"),),
    ),
    "SPUR525 near": Case(
        "single",
        {
            f"{ITEM}/due": date_field("Löpande", None, recurring=True),
            f"{ITEM}/follow_up_due": date_field("2024-11-07", "2024-11-07"),
        },
    ),
    "SPUR526": Case(
        "single",
        {f"{ITEM}/follow_up_due": date_field("2025-08-30", "2025-08-30")},
        (("SPUR526", f"{ITEM}/follow_up_due"),),
    ),
    "SPUR526 near": Case(
        "single",
        {
            f"{ITEM}/due": date_field("Senast aug 2025", None)
            | {"latest": "2025-08-31", "precision": "month", "status": "dated"},
            f"{ITEM}/follow_up_due": date_field("2025-08-20", "2025-08-20"),
        },
    ),
    "SPUR526 near, in the season": Case(
        "single",
        {
            f"{ITEM}/due": _by("Senast våren 2026", "2026-05-31", "season"),
            f"{ITEM}/follow_up_due": date_field("2026-03-15", "2026-03-15"),
        },
    ),
    "SPUR526 near, in the year": Case(
        "single",
        {
            f"{ITEM}/due": _by("Senast 2026", "2026-12-31", "year"),
            f"{ITEM}/follow_up_due": date_field("2026-01-01", "2026-01-01"),
        },
    ),
    "SPUR526 before the year": Case(
        "single",
        {
            f"{ITEM}/due": _by("Senast 2026", "2026-12-31", "year"),
            f"{ITEM}/follow_up_due": date_field("2025-12-31", "2025-12-31"),
        },
        (("SPUR526", f"{ITEM}/follow_up_due"),),
    ),
    "SPUR526 near, a recurring action": Case(
        "single",
        {
            f"{ITEM}/due": date_field("Årligen 2026-06-01", "2026-06-01", recurring=True),
            f"{ITEM}/follow_up_due": date_field("2026-03-15", "2026-03-15"),
        },
    ),
    "SPUR526 near, a recurring follow-up": Case(
        "single",
        {
            f"{ITEM}/due": date_field("2026-06-01", "2026-06-01"),
            f"{ITEM}/follow_up_due": date_field("Årligen 15/3 -26", "2026-03-15", recurring=True),
        },
    ),
    "SPUR530": Case(
        "single", {f"{ITEM}/responsible": nobody("Vi")}, (("SPUR530", f"{ITEM}/responsible"),)
    ),
    "SPUR530 near": Case(
        "single",
        {
            f"{ITEM}/responsible": nobody("Vi"),
            f"{ITEM}/due": date_field("Om bygget blir av", None, conditional=True),
        },
    ),
    "SPUR530 near, a function": Case(
        "single",
        {
            f"{ITEM}/responsible": nobody("FoU-ansvarig"),
            "/action_plan/items/1/responsible": nobody("Schemagruppen"),
        },
    ),
    "SPUR530 near, named before": Case("single", {f"{ITEM}/responsible": nobody("Se ovan")}),
    "SPUR531 near, hangs on something": Case(
        "single",
        {
            f"{ITEM}/due": date_field("Om bygget blir av", None, conditional=True),
            f"{ITEM}/follow_up_responsible": nobody("Vi"),
        },
    ),
    "SPUR531": Case(
        "single",
        {f"{ITEM}/follow_up_responsible": nobody("Vi")},
        (("SPUR531", f"{ITEM}/follow_up_responsible"),),
    ),
    "SPUR531 near": Case(
        "single", {f"{ITEM}/follow_up_responsible": {**nobody("Ledningen"), "roles": ["chef"]}}
    ),
}
