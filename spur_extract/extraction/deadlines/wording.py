"""The words round a date: what they make of it, and whether there is a date at all.

All patterns are for text folded by `shapes.fold`.
"""

import re
from enum import Enum, auto


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


class Bound(Enum):
    """On which side of the written date the deadline lies."""

    UNTIL = auto()
    BEFORE = auto()
    SINCE = auto()
    AFTER = auto()


# The words that end right before a date, full stops and outer punctuation taken off.
BOUNDS = {
    "senast": Bound.UNTIL,
    "inte senare än": Bound.UNTIL,
    "ej senare än": Bound.UNTIL,
    "tom": Bound.UNTIL,
    "t o m": Bound.UNTIL,
    "till och med": Bound.UNTIL,
    "fram till": Bound.UNTIL,
    "fram tills": Bound.UNTIL,
    "före": Bound.BEFORE,
    "innan": Bound.BEFORE,
    "inför": Bound.BEFORE,
    "from": Bound.SINCE,
    "fr o m": Bound.SINCE,
    "fom": Bound.SINCE,
    "f o m": Bound.SINCE,
    "från": Bound.SINCE,
    "fr": Bound.SINCE,
    "från och med": Bound.SINCE,
    "tidigast": Bound.SINCE,
    "förrän": Bound.SINCE,
    "med start": Bound.SINCE,
    "med början": Bound.SINCE,
    "efter": Bound.AFTER,
}
APPROXIMATIONS = frozenset({"ca", "cirka", "c:a", "ungefär", "omkring", "runt", "kring"})
# A part of the date that follows: the bounds stay those of the whole date.
PARTS = _words(
    "början slutet mitten utgången ingången starten första andra sista senare tidigare delen halvan"
    " hälften slut jul julen påsk påsken midsommar semestern sommarsemestern"
)
FILLERS = PARTS | _words(
    "den det i på av under vid år året årets månad dag dagen dagarna"
    " måndag tisdag onsdag torsdag fredag lördag söndag"
    " måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen"
)
RANGE_LINKS = frozenset({"-", "till", "tom", "t o m", "till och med"})
LIST_LINKS = frozenset({"", ",", "/", "och", "samt", "eller", "resp", "respektive", "&", "+"})

ONWARDS = re.compile(r" ?(?:och|eller) (?:framåt|framöver|därefter|senare|fortlöpande)(?!\w)")
TENTATIVE = re.compile(r"(?<!\w)prel(?:iminär\w*)?(?!\w)")
NOT_APPLICABLE = (
    (
        r"(?<!\w)(?:ej|inte|icke)[ -]"
        r"(?:längre |för närvarande |f\.?n\.? |nu |just nu )?"
        r"(?:aktuell|tillämplig|tillämpbar|relevant|applicerbar)[^\W\d_]*(?!\w| förrän)"
    ),
    r"(?<!\w)(?:inaktuell\w*|otillämplig\w*|n ?/ ?a|utgår(?! från)|utgått|bortfaller)(?!\w)",
    r"^n\.?a\.?$",
)
UNIT = r"(?:år|halvår|kvartal|termin|månad|vecka|dag|arbetsdag)"
RECURRING = (
    rf"(?<!\w)(?:varje|vart|var) (?:nytt |ny )?{UNIT}(?!\w)",
    rf"(?<!\w)(?:vartannat|varannan|vart ?annat|var ?annan) {UNIT}(?!\w)",
    rf"(?<!\w)(?:var|vart) (?:\d+:?e|tredje|fjärde|femte|sjätte) {UNIT}(?!\w)",
    r"(?<!\w)(?:vid|efter|inför|under|på) (?:varje|alla) ",
    r"(?<!\w)varje \w*(?:möte|samtal|tillfälle|träff|placering|tjänstgöring|handledning)(?!\w)",
    r"(?<!\w)(?:årlig|månatlig|daglig)\w*",
    r"(?<!\w)(?:års|halvårs|kvartals|termins|månads|vecko)vis(?!\w)",
    r"(?<!\w)(?:fort)?löpande(?!\w)|(?<!\w)kontinuerlig\w*|(?<!\w)regelbund\w+|(?<!\w)återkommande",
    rf"(?:gång|gånger|ggr|g|x)(?: ?/ ?| per | om | i | varje ){UNIT}(?:et|en|n)?(?!\w)",
    rf"(?<!\w)per {UNIT}(?!\w)",
)


def matches_any(patterns: tuple[str, ...], text: str) -> bool:
    """Whether one of the patterns is found in the folded text."""
    return any(re.search(pattern, text) for pattern in patterns)
