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
BOUND_WORDS = frozenset(word for phrase in BOUNDS for word in phrase.split())
# "Ej före maj" is from May on: what a bound becomes when it is denied. "Förrän" always is.
DENIED = {Bound.BEFORE: Bound.SINCE, Bound.AFTER: Bound.UNTIL}
NEGATIONS = _words("ej inte icke aldrig knappast")
NOTHING = _words("ingen inget inga utan inställt inställd inställda")
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
# Prepositions of time: what they stand before may be something other than the date behind it.
GOVERNING = _words("efter före innan inför tills from fom senast tidigast förrän")
CONDITION_WORDS = _words("om ifall såvida förutsatt")
RANGE_LINKS = frozenset({"-", "--", "till", "tom", "t o m", "till och med"})
LIST_LINKS = frozenset(
    {",", "/", "och", "samt", "eller", "el", "och / eller", "alt", "alternativt", "resp"}
    | {"respektive", "&", "+"}
)

# What may stand before a bound that joins two dates: "tidigast 1 maj, senast 1 juni".
# What may stand between the dates of several steps; other words may take back one of the dates.
STEPS = _words(
    "start startar startade börjar började påbörjas påbörjat påbörjad slut slutar avslutas"
    " är ska skall vara klart klar klara färdig färdigt genomförs genomfört genomförd utförs utfört"
    " sedan därefter"
    " uppföljning följs upp uppföljs utvärdering utvärderas revideras digitalt senast"
)
# What has a day of its own: "utbildningsdag A och handledarkurs B" takes back neither day.
OCCASION = re.compile(
    r"(?!idag)[^\W\d_]*(?:dag|dagar|kurs|möte|träff|utbildning|samtal|konferens|seminarium|föreläsning)"
)
LINKS_TO_A_BOUND = LIST_LINKS | _words("men dock")
# What may stand before a bound that narrows the date before it: "under 2026, dock senast X".
NARROWING = _words("och men dock helst absolut allra")

ONWARDS = re.compile(
    r" ?(?:(?:och|eller) (?:framåt|framöver|därefter|senare|fortlöpande)|(?:och|-)? ?tills ?vidare)"
    r"(?!\w)"
)
OR_EARLIER = re.compile(r" ?(?:eller|el\.?) (?:tidigare|dessförinnan|innan dess)(?!\w)")
# Behind a date: "innan 2026 är slut", "före 2026 års utgång".
COMES_TO_ITS_END = re.compile(
    r"(?: års?)?(?: är (?:slut|över|till ända)| (?:tar )?slut(?:ar)?| utgång| (?:går|löper) ut)"
    r"(?!\w)"
)
TENTATIVE = re.compile(r"(?<!\w)prel(?:iminär\w*)?(?!\w)")
NOT_APPLICABLE = (
    (
        r"(?<!\w)(?:ej|inte|icke)[ -]"
        r"(?:längre |för närvarande |f\.?n\.? |nu |just nu )?"
        r"(?:aktuell|tillämplig|tillämpbar|relevant|applicerbar)[^\W\d_]*"
        r"(?!\w| förrän| före| innan)"
    ),
    r"(?<!\w)(?:inaktuell\w*|otillämplig\w*|n ?/ ?a|utgår(?! från)|utgått|bortfaller)(?!\w)",
    r"^n\.?a\.?$",
)
UNIT = r"(?:år|halvår|kvartal|termin|månad|vecka|dag|arbetsdag)"
LENGTH_OF_TIME = (
    r"(?:halv|arbets)?(?:dag(?:en|ar|arna)?|dygn(?:et)?|veck(?:a|an|or|orna)|mån(?:ad(?:en|er|erna)?)?"
    r"|termin(?:en|er|erna)?|kvartal(?:et)?|år(?:et|en)?)"
)
# "3 månader efter granskningen": the date is where the count begins, not the deadline.
COUNTED_FROM = (
    (
        rf"(?<!\w){LENGTH_OF_TIME}\.? (?:[^\W\d_]+ ){{0,3}}?"
        r"(?:efter|före|innan|från|räknat|from|fr\.? ?o\.? ?m)(?!\w)"
    ),
)
GIVEN_UP = (
    r"(?:ändra|(?:fram|bort)?flytta)(?:t|d|ts|des)|uppsk[jö]ut\w*|senarelag\w*|tidigarelag\w*"
    r"|försena\w*"
)
# Beside several dates: one of them holds no longer, and it is not plain which.
REVISED = (
    (
        rf"(?<!\w)(?:{GIVEN_UP}|ersätt\w*|ersatt\w*|ursprung\w*|nytt datum|ny tid|i ?stället|nu"
        r"|numera|blev|skulle|var (?:planera|tänk|sat)\w*)(?!\w)"
    ),
    r"(?<!\w)(?:(?:förläng|förskj[uö]t)\w*|ändras (?:ev\.? )?till)",
    r"(?<!eller )(?<!el\. )(?<!\w)tidigare(?! (?:delen|hälften|halvan))(?!\w)",
)
# Signs between or round dates that compare them or lead from one to the other.
COMPARED = (r"[<>≤≥±→⇒]", r"\+ ?(?:$|[,;.)])", r"\w ?- ?$")
# Right before a date: it is that of something else, or one that was given up.
ANOTHER_DATE = (
    rf"(?<!\w)(?:{GIVEN_UP}) (?:[^\W\d_]+ )?från (?:den |i )?$",
    r"(?<!\w)tidigare:? (?:(?:datum|satt|planera\w*|tänkt|till|den|var|i):? )*$",
    (
        r"(?<!\w)(?:skulle|var (?:planera|tänk|sat)\w*|ursprung\w*|i ?stället för) "
        r"(?:[^\W\d_]+ ){0,4}$"
    ),
    r"(?:^|(?<!\w)(?:redan|har|funnits|finns|fanns|gällt|gäller) )sedan (?:den |i )?$",
    (
        r"(?<!\w)enl(?:\.|igt) (?!(?:plan|planering|tidsplan|tidplan) $)"
        r"(?:(?!senast|tidigast)[^\W\d_]+ ){0,3}$"
    ),
    (
        r"(?<!\w)(?:daterad|daterat|reviderad|reviderat|upprättad|upprättat|uppdaterad|uppdaterat"
        r"|protokoll(?:et)?|inspektionen|granskningen|besöket|beslutat|beslutad|fastställd"
        r"|fastställt|version) (?:(?:den|i|från|av|per) )*$"
    ),
)
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
