"""Whether a deadline hangs on something: "ifall …", "om …", "vid återgång".

The hard word is "om": a conjunction in "om han återkommer", a preposition in "information om
utbildningen" and "om 3 månader", part of a verb in "göra om". All texts are folded by
`shapes.fold`.
"""

import re

from spur_extract.extraction.deadlines.wording import matches_any

COMES_BACK = r"(?:återkom|återgå|återuppt|återvän|åter(?!\w)|kom\w* tillbaka|är tillbaka)"
CONDITIONS = (
    r"(?<!\w)(?:ifall|i fall|såvida|såvitt|förutsatt|villkorat)(?!\w)",
    r"(?<!\w)under förutsättning(?!\w)",
    rf"(?<!\w)(?:när|då|efter att|så snart) [^.;]{{0,150}}?(?<!\w){COMES_BACK}",
    r"(?<!\w)vid (?:\w+ )?(?:återgång|återkomst|återinträde|återupptag\w+|behov)(?!\w)",
)
# What a deadline hangs on where no day stands beside it; "när det är möjligt" is only soon.
HANGS_ON = (
    (
        r"(?:^|[,(:] ?|(?<!\w)(?:först|endast|klart?|genomförs|påbörjas|sker) )när "
        r"(?!(?:det|vi|man|så|tid)(?!\w)[^.;]{0,80}(?:möjlig|kan|hinn|går|passar))[^.;]{1,80}?(?<!\w)"
        r"(?:är|har|finns|blir|blivit|kommer|tillträ\w+|anställ\w+|tillsätt\w+|tillsatt\w*"
        r"|öppna\w+|invig\w+|flytta\w+|får|fått|beslut\w+)(?!\w)"
    ),
    (
        r"^då [^.;]{1,60}(?<!\w)är (?:gjord|gjort|klar|klart|färdig|färdigt|på plats"
        r"|anställd|tillsatt)$"
    ),
    (
        r"(?<!\w)vid (?:\w+ )?(?:ny)?(?:anställning|rekrytering|tillsättning|vakans|frånvaro"
        r"|sjukdom|avvikelse|önskemål|ombyggnad|(?:om|ny)byggnation|flytt)(?:en|er|ar|ar?na)?(?!\w)"
    ),
)
REACH = 150  # characters on each side of "om" that can decide
IF_WORD = re.compile(r"(?<!\w)om(?!\w)")

# What "om" is a preposition or particle of when it comes right before it.
HEAD_ENDINGS = ("ning", "ningen", "ningar", "tion", "tionen", "tioner", "gång", "gånger", "möte")
HEADS = re.compile(
    r"(?:beslut|besluta|beslutas|samtal|kunskap|kunskaper|kurs|kurser|dialog|avtal|fråga|frågan"
    r"|frågor|rutin|rutiner|ansökan|ansöka|påminna|påminnelse|informera|informeras|informerar"
    r"|diskutera|diskussion|handlar|rör|se|ses|göra|görs|gör|ta|tas|tar|gå|går|byggs|skriva"
    r"|skrivs|läsa|arbeta|arbetas|tala|prata|runt|vård|höra|veta|vet|besked|pm|förslag|krav"
    r"|önskemål|överenskommelse|ggr)"
)
QUANTIFIERS = re.compile(
    r"(?:ca|cirka|drygt|knappt|ungefär|minst|högst|max|några|någon|något|ett|en|par|ytterligare"
    r"|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|[0-9]+(?:[-,][0-9]+)?)"
)
TIME_UNIT = re.compile(r"\w*(?:minut|timm|dag|dygn|veck|månad|mån|år|termin|kvartal|tid)\w*")
DEFINITE_TIME = re.compile(
    r"(?:kort|halvår\w*|året|dagen|veckan|månaden|terminen|kvartalet|hösten|våren|sommaren|vintern)"
)
# "information om hur …": an indirect question or a content clause.
QUESTION = re.compile(r"(?:hur|vad|vilk\w+|varför|att|vem|var)")
# Where a clause may begin: at the start, after punctuation or a date, after a few adverbs.
CLAUSE_BEGINS = re.compile(
    r"(?:^|[.,;:(0-9\0-])$|(?:^| )(?:endast|bara|även|särskilt|men|eller|och)$"
)
SUBJECT = re.compile(
    r"(?:han|hon|hen|denne|den|det|de|vi|man|någon|något|ingen|inget|inte|ej|icke|åter|så|fortsatt"
    r"|möjligt|nödvändigt|behov|aktuellt|tillämpligt|st|st-läkar\w*|läkaren|tjänsten)"
)
FINITE_VERB = re.compile(
    r"(?:finns|är|blir|kan|får|ska|skall|kommer|har|vill|går|behövs|krävs|medger|tillåter"
    r"|åter(?:kommer|går|upptar|vänder)|fortsätter|slutar|börjar|anställs|beviljas|godkänns"
    r"|önskar|saknas)"
)


def is_conditional(text: str) -> bool:
    """Whether the folded text makes the deadline hang on something.

    "om" counts as a conjunction only. It is one when nothing before it takes it as a preposition,
    no length of time or question word follows, and either a clause can begin there or a subject
    or finite verb comes soon after.
    """
    if matches_any(CONDITIONS, text):
        return True
    return any(
        _is_conjunction(
            text[max(0, match.start() - REACH) : match.start()].rstrip(" "),
            text[match.end() : match.end() + REACH],
        )
        for match in IF_WORD.finditer(text)
    )


def hangs_on_event(text: str) -> bool:
    """Whether the folded text, which holds no date, waits for something that may not happen."""
    return matches_any(HANGS_ON, text)


def _is_conjunction(before: str, after: str) -> bool:
    words = [word.strip(".,;:()") for word in re.split(r"[.;]", after)[0].split()]
    if not words or QUESTION.fullmatch(words[0]) or _is_length_of_time(words):
        return False
    head = before.rsplit(" ", 1)[-1]
    if HEADS.fullmatch(head) or head.endswith(HEAD_ENDINGS):
        return False
    if CLAUSE_BEGINS.search(before) or SUBJECT.fullmatch(words[0]):
        return True
    return any(FINITE_VERB.fullmatch(word) for word in words[1:6])


def _is_length_of_time(words: list[str]) -> bool:
    if DEFINITE_TIME.fullmatch(words[0]):
        return True
    count = 0
    while count < len(words) and QUANTIFIERS.fullmatch(words[count]):
        count += 1
    rest = words[count:]
    return bool(count) and (not rest or bool(TIME_UNIT.fullmatch(rest[0])))
