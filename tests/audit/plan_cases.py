"""For every rule on the action plan: a report that triggers it, and one that nearly does."""

from typing import Final

from tests.audit.cases import MISSING, NOT_APPLICABLE, Case, date_field, nobody
from tests.audit.reports import REMOVED, Edits

ATTACHED: Final[Edits] = {"/action_plan": {"status": "attached", "items": []}}
DEMAND: Final = "Handledning ges alltför sällan. Åtgärd krävs."
ITEM: Final = "/action_plan/items/0"
PLAN: Final = {
    "SPUR501": Case(
        "dual", {"/areas/6/gradings/1/grade": "D"}, (("SPUR501", "/areas/6/gradings/1/grade"),)
    ),
    "SPUR501 near": Case(
        "dual", {"/areas/6/gradings/1/grade": "D", **ATTACHED}, (("SPUR503", "/action_plan"),)
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
    "SPUR506": Case(
        "single",
        {"/areas/4/indicators/4/fulfilled": False},
        (("SPUR506", "/areas/4/indicators/4"),),
    ),
    "SPUR506 near": Case("single", {"/areas/4/indicators/7/fulfilled": False}),
    "SPUR507": Case(
        "single",
        {
            "/areas/2/gradings/0/grade": "B",
            "/areas/2/indicators/2/fulfilled": True,
            "/areas/2/narrative": "God utrustning.",
        },
        (("SPUR507", "/action_plan/items/0"),),
    ),
    "SPUR507 near": Case(
        "single",
        {"/areas/2/gradings/0/grade": "C", "/areas/2/indicators/2/fulfilled": True},
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
    "SPUR531": Case(
        "single",
        {f"{ITEM}/follow_up_responsible": nobody("Vi")},
        (("SPUR531", f"{ITEM}/follow_up_responsible"),),
    ),
    "SPUR531 near": Case(
        "single", {f"{ITEM}/follow_up_responsible": {**nobody("Ledningen"), "roles": ["chef"]}}
    ),
}
