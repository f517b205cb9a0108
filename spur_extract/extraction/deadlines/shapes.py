"""The shapes in which a date is written, and the numbers that look like one and are none.

All patterns are for text folded by `fold`: lower case, plain hyphens and single spaces. `#` stands
for one ASCII digit. Only years from 1900 on in four digits and 2010–2049 in two digits are years.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from re import Match
from typing import NamedTuple

from spur_extract.extraction.deadlines import periods
from spur_extract.extraction.deadlines.periods import Period

MONTH_NAMES = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "jan"),
            ("februari", "febr", "feb"),
            ("mars", "mar"),
            ("april", "apr"),
            ("maj",),
            ("juni", "jun"),
            ("juli", "jul"),
            ("augusti", "aug"),
            ("september", "sept", "sep"),
            ("oktober", "okt"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
SEASON_NAMES = {"vår": 21, "sommar": 22, "höst": 23, "vint": 24}
ORDINALS = {"först": 1, "andra": 2, "tredj": 3, "fjärd": 4, "sista": 4}

FULL_YEAR = "(?:19|20)##"
NAMED_MONTH = "|".join(MONTH_NAMES)
MONTH = rf"(?P<month>{NAMED_MONTH})(?![a-zåäö])\.?"
# A two-digit year is none where a date goes on behind it ("mars - 30 april", "1/3-30/4").
SHORT_YEAR = rf"[1-4]#(?![:/.-]#| ?(?::?(?:a|e|de) )?(?:{NAMED_MONTH})| {FULL_YEAR})"
YEAR = rf"(?P<year>{FULL_YEAR}|{SHORT_YEAR})(?!#)"
JOINT = "(?: månad)?,?(?: ?[-/'] ?'?| (?:av |under |i )?(?:år |året )?)?"
MAYBE_YEAR = f"(?:{JOINT}{YEAR})?"
DAY = "(?<![0-9])(?P<day>##?)"
START = "(?<![a-zåäö])"
COUNT = rf"##?(?!#|[/.-]#| ?(?::?(?:a|e) )?(?:{NAMED_MONTH}))"

# What is blanked before any date is sought.
NOISE = (
    r"20## års (?:föreskrift|målbeskrivning|form|regelverk)[a-zåäö]*",
    r"(?:hslf-fs|sosfs|sfs|föreskrift[a-zåäö]*|målbeskrivning[a-zåäö]*) ?20##(?::#+)?",
    r"(?<!#)20##:#+",
    r"(?<![a-zåäö])st[- ]?(?:enligt )?20(?:08|15|21)(?!#|-#)",
    (
        r"(?<![a-zåäö])(?:kl|klockan)\.? ?(?:##?(?:[.:]##)?|####)"
        r"(?: ?(?:-|till) ?(?:##?(?:[.:]##)?|####))?(?!#|[/-])"
    ),
    r"(?<![0-9])##?:##(?: ?- ?##?:##)?(?!#)",
    r"(?<![0-9.])(?:0?[6-9]|1#|2[0-3])\.(?:00|15|30|45)(?!#|\.#)",
    r"(?<![a-zåäö])dag ?##?(?=[:)])",
    (
        r"(?:^|(?<=# )|(?<=[,;.(] )|(?<=\()|(?<= och ))"
        r"(?:fas|etapp|del|åtgärd|aktivitet|insats|uppgift|moment|modul|omgång) ?##?(?=: )"
    ),
    r"(?<![a-zåäö])(?:tel|telefon|tfn|mobil|ankn|anknytning|växel)[.:]? ?\+?#[0-9 /-]+",
    r"\+46[0-9 ()-]+",
    (
        rf"(?<![0-9/.-])0#(?:#{{0,2}})[- ](?!##[ -]{FULL_YEAR})"
        "##(?:# ?##|# ?###| ?## ?##)(?: ?##)?(?!#)"
    ),
    r"(?<!#)0#{9}(?!#)",
    r"(?<![a-zåäö])(?:rum|sal)(?:met|en)?\.? ?[a-z]?#{3,4}(?!#|[/-])",
    r"(?<![a-zåäö])(?:dnr|diarienr|diarienummer|ref)[.:]? ?[^ 0-9]{0,20}#[^ ]{0,30}",
    (
        r"(?<![a-zåäö])(?:punkt|punkten|punkterna|nr|nummer|sid|sidan|sida|§|kap|kapitel|bilaga"
        rf"|delmål|mål|rum|nivå|steg)\.? ?[a-z]?{COUNT}(?:(?:-|, ?| och ){COUNT})*"
    ),
    (
        r"(?<![0-9./-])#{1,3}(?:[-,.]#{1,3})? ?(?:%|(?:gång|ggr|veck|månad|mån|dag|timm|tim|år"
        r"|termin|min|procent|patient|person|tillfäll|kr|kurs|möte)[a-zåäö]*)"
    ),
)


@dataclass(frozen=True, slots=True)
class Found:
    """A date where it stands in the folded text; `year` is None when none is written."""

    start: int
    end: int
    year: int | None
    make: Callable[[int], Period | None]
    month: int | None = None
    """Of a day: the month it is written with."""


class Shape(NamedTuple):
    """A pattern and what it means once the year is known."""

    pattern: re.Pattern[str]
    read: Callable[[Match[str]], Callable[[int], Period | None]]


def fold(text: str) -> str:
    """Lower case, composed letters, plain hyphens and quotes, single spaces."""
    plain = unicodedata.normalize("NFC", text).lower()
    plain = re.sub("[‐‑‒–—−]", "-", plain).replace("’", "'").replace("´", "'")
    return " ".join(plain.split())


def compile_digits(pattern: str) -> re.Pattern[str]:
    """Compile a pattern in which `#` stands for an ASCII digit."""
    return re.compile(pattern.replace("#", "[0-9]"))


def full_year(written: str) -> int:
    """The year of four digits, or of two digits in this century."""
    return int(written) if len(written) == 4 else 2000 + int(written)


def _day(match: Match[str]) -> Callable[[int], Period | None]:
    month, number = _month_number(match), int(match["day"])
    return lambda year: periods.day(year, month, number)


def _days(match: Match[str]) -> Callable[[int], Period | None]:
    month, first, last = _month_number(match), int(match["from"]), int(match["day"])
    return lambda year: periods.span(
        periods.day(year, month, first), periods.day(year, month, last)
    )


def _month(match: Match[str]) -> Callable[[int], Period | None]:
    number = _month_number(match)
    return lambda year: periods.month(year, number)


def day_month(match: Match[str]) -> int | None:
    """The month of a match that is one day; None of what is no day."""
    return _month_number(match) if match.groupdict().get("day") else None


def _month_number(match: Match[str]) -> int:
    written = match["month"]
    return MONTH_NAMES.get(written) or (int(written) if written.isdigit() else 0)


def _weeks(match: Match[str]) -> Callable[[int], Period | None]:
    first, last = int(match["week"]), int(match["to"] or match["week"])
    return lambda year: periods.span(periods.week(year, first), periods.week(year, last))


def _years(match: Match[str]) -> Callable[[int], Period | None]:
    last = full_year(match["to"])
    return lambda year: periods.span(periods.whole_year(year), periods.whole_year(last))


def _quarter(match: Match[str]) -> Callable[[int], Period | None]:
    code = 32 + _ordinal(match["ordinal"])
    return lambda year: periods.sub_year(year, code)


def _half(match: Match[str]) -> Callable[[int], Period | None]:
    code = 40 if _ordinal(match["ordinal"]) == 1 else 41
    return lambda year: periods.sub_year(year, code)


def _ordinal(written: str) -> int:
    return int(written[0]) if written[0].isdigit() else ORDINALS[written[:5]]


def _season(match: Match[str]) -> Callable[[int], Period | None]:
    code = next(code for name, code in SEASON_NAMES.items() if match["season"].startswith(name))
    return lambda year: periods.sub_year(year, code)


def _term(match: Match[str]) -> Callable[[int], Period | None]:
    autumn = match["term"].startswith("h")
    return lambda year: periods.term(year, autumn=autumn)


def _turn(match: Match[str]) -> Callable[[int], Period | None]:
    """New Year (årsskiftet) or the middle of the year: the two days it lies between."""
    if match["half"]:
        return lambda year: periods.span(periods.day(year, 6, 30), periods.day(year, 7, 1))
    return lambda year: periods.span(periods.day(year, 12, 31), periods.day(year + 1, 1, 1))


PAIR = f"(?P<year>{FULL_YEAR}|[1-4]#) ?[-/] ?(?:20)?[1-5]#(?!#)"
SEASON = "(?:sen|tidig|för)?(?P<season>vår|sommar|höst|vinter)(?:e?n)?s?(?![a-zåäö])"
TERM = r"(?P<term>[hv]\.? ?t|(?:höst|vår)termin(?:en)?)\.?(?![a-zåäö])"

# In order: a character that one shape has taken is gone for those below it.
SHAPES = tuple(
    Shape(compile_digits(pattern), read)
    for pattern, read in (
        (f"{START}(?P<half>)årsskiftet {PAIR}", _turn),
        (f"{START}(?P<half>halv)årsskiftet {YEAR}", _turn),
        (f"{START}läsåret {PAIR}", lambda _: periods.school_year),
        (f"{START}(?P<season>vint)(?:er|ern) {PAIR}", _season),
        (
            (
                rf"{START}(?:veckorna|veckor|veckan|vecka|v|w)\.? ?(?P<week>##?)(?!#)"
                rf"(?:-(?P<to>##?)(?!#|/))?{MAYBE_YEAR}"
            ),
            _weeks,
        ),
        (f"(?<!#)(?P<year>{FULL_YEAR})(?P<sep> ?[-/.] ?)(?P<month>##?)(?P=sep){DAY}(?!#)", _day),
        (f"(?<!#)(?P<year>{FULL_YEAR})(?P<sep>[-/.]) (?P<month>##)(?P=sep)(?P<day>##)(?!#)", _day),
        (f"(?<!#)(?P<year>{FULL_YEAR}) (?P<month>##) (?P<day>##)(?!#)", _day),
        ("(?<!#)20 (?P<year>[1-4]#)-(?P<month>##)-(?P<day>##)(?!#)", _day),
        (f"(?<!#)(?P<year>{FULL_YEAR})(?P<month>##)(?P<day>##)(?!#)", _day),
        ("(?<!#)(?P<year>[1-4]#)-(?P<month>##)-(?P<day>##)(?!#)", _day),
        (
            rf"{DAY}(?P<sep>[.-])(?P<month>##?)(?P=sep)(?P<year>{FULL_YEAR})(?!#)",
            _day,
        ),
        (rf"{DAY}\.(?P<month>##?)(?:\. ?|,? )(?P<year>{FULL_YEAR})(?!#)", _day),
        (rf"{DAY}\.(?P<month>##?)\.(?P<year>[1-4]#)(?!#)", _day),
        (rf"{DAY} ?/ ?(?P<month>##?)(?!#| ?(?:{NAMED_MONTH})){MAYBE_YEAR}", _day),
        (
            (
                "(?<![0-9])(?P<from>##?)(?::?(?:a|e|de))?(?: ?- ?| till )(?P<day>##?)"
                f"(?::?(?:a|e|de))?[ .-]*{MONTH}{MAYBE_YEAR}"
            ),
            _days,
        ),
        (f"{DAY}(?::?(?:a|e|de))?[ .-]*(?:i )?{MONTH}{MAYBE_YEAR}", _day),
        (
            rf"{START}(?:q|kvartal|kv)\.? ?(?P<ordinal>[1-4])(?!#){MAYBE_YEAR}",
            _quarter,
        ),
        (
            "(?P<ordinal>första|andra|tredje|fjärde|sista|[12]:a|[34]:e|[1-4]) kvartalet"
            + MAYBE_YEAR,
            _quarter,
        ),
        (
            "(?P<ordinal>första|andra|sista|[12]:a) (?:halvåret|årshalvan)" + MAYBE_YEAR,
            _half,
        ),
        (rf"{START}(?:h|halvår) ?(?P<ordinal>[12])(?!#){MAYBE_YEAR}", _half),
        (f"{START}{TERM}{MAYBE_YEAR}", _term),
        (f"{START}{SEASON}{MAYBE_YEAR}", _season),
        # "jul 2026" may be Christmas: only the forms that can be nothing but July count.
        (rf"{START}(?!jul(?: |$|,)){MONTH}{MAYBE_YEAR}", _month),
        (
            "(?<!#)(?P<year>20##) ?[-/] ?(?P<to>20##|1[3-9]|[2-4]#)(?!#|[-/.]#)",
            _years,
        ),
        (f"(?<!#)(?P<year>{FULL_YEAR})[-/.](?P<month>##?)(?!#|[-/.]#)", _month),
        (f"(?<![0-9])(?P<month>##?) ?[-/.] ?(?P<year>{FULL_YEAR})(?!#)", _month),
        # YYMMDD or else YYYYMM: "202605" has no month 26, so it is May 2026.
        ("(?<!#)(?P<year>[1-4]#)(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]#)(?!#)", _day),
        ("(?<!#)(?P<year>20[1-4]#)(?P<month>##)(?!#)", _month),
        (
            "(?<![0-9])(?<![0-9][-/.:])(?P<year>20##)(?!#|[-/.:]#)",
            lambda _: periods.whole_year,
        ),
    )
)
NOISE_PATTERNS = tuple(compile_digits(pattern) for pattern in NOISE)


def blank(match: Match[str]) -> str:
    """As many unreadable characters as the match has, so that all offsets stay."""
    return "\0" * len(match[0])
