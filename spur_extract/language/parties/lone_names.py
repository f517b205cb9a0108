"""Whether a single capitalised word of a field is a person: by its kind and what stands beside it.

A known given name is one wherever it stands. A word that no list knows is one where a field names
persons: alone, beside a title, after "av" or "genom".
"""

import re

from spur_extract.language.gazetteers import load_gazetteer
from spur_extract.language.parties.genitives import genitive_length
from spur_extract.language.parties.name_words import (
    is_doubtful_first_name,
    is_place,
    is_place_or_term,
    is_vocabulary,
    load_name_words,
    title_abbreviation,
)
from spur_extract.language.parties.roles import find_roles
from spur_extract.language.parties.surnames import (
    NAME,
    is_name_shaped,
    is_place_like,
    is_spelled_as_name,
    is_spelled_as_surname,
    is_sure_surname,
    is_surname,
    may_be_place,
    may_be_surname,
    may_be_unknown_name,
)
from spur_extract.language.parties.words import NEAR, Word, search_before

SEGMENT_END = re.compile(
    r"[,;/()&+:!?|\n]|(?<!\b\w)\.|(?<!\w)(?:och|samt|resp\.?|respektive|eller)(?!\w)"
)
PHYSICIANS = ("överläkare", "specialistläkare", "distriktsläkare", "professor", "docent")
FOLLOWING_SURNAME = re.compile(r"\s*(?:,|/|och)\s*([^\W\d_a-z][^\W\d_]+)\s*(?:$|,|/|och)")
BEGINNING = re.compile(r"(?:^|[,;/(:]|\boch)\s*$")
ABBREVIATED = re.compile(r"\. ")
OF_PLACE = re.compile(r"(?:chef|chefen|vc|direktör|direktören)$", re.IGNORECASE)
USED_THING = re.compile(r"(?:hjälp|stöd) av$")
BY_PERSON = re.compile(r"(?<!\w)(?:av|genom|hos|med)\s$")
VERB = re.compile(
    r"(?!eller|efter|under)[a-zåäö]{3,}(?:ar|er)|tar|ger|ber|ser|går|får|gör|ska|vill|kan|blir|bör|har"
)
FOLLOWING = re.compile(r"\s+(\w+)")
ROW = re.compile(r"\s*(?:/|&|och)\s*([^\W\d_a-z][\w-]+)(?=\s*(?:$|[.(]|på|i|vid))")
MONTHS = frozenset({"jan", "maj", "april", "juni", "juli", "augusti"})
BEFORE_DATE = re.compile(
    r"\.?\s*(?:[-–/]\s*)?(?:\d|(?:jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*\b)"
)
BEFORE_ANYTHING = frozenset({"och"})
BEFORE_THINGS = frozenset({"till", "för", "via", "om"})  # as often as before persons
LONGEST_LIST = 12  # words of a field that lists names rather than tells something
FOLLOWED_BY_TITLE = re.compile(r"\s*[,(/–-]\s*\(?")


def is_lone_name(text: str, taken: set[int], word: Word) -> bool:
    """Whether a single word is a name; `taken` are the offsets of titles and addresses."""
    if _is_shortened(text, taken, word) or word.text.lower() in load_name_words().before_lone:
        return False
    word = _with_possession(text, taken, word)
    place_or_term = is_place_or_term(word.text.lower())
    doubtful = is_doubtful_first_name(word)
    sure = load_name_words().is_first_name(word) and not (doubtful or place_or_term)
    if sure or (_follows_physician(text, taken, word) and may_be_surname(word)):
        return True
    if doubtful and not place_or_term:
        return _is_doubtful_name_here(text, taken, word)
    return _is_surname_here(text, taken, word)


def _is_doubtful_name_here(text: str, taken: set[int], word: Word) -> bool:
    """Whether what may be a given name is neither a remark ("Fast läkare") nor a place."""
    if word.text.lower() in load_name_words().remarks and FOLLOWING.match(text, word.end):
        return False
    if search_before(BY_PERSON, text, word.start) and not search_before(
        USED_THING, text, word.start - 1
    ):
        return not (is_place(word) or is_place_like(word.text))
    return stands_alone(text, taken, word) and not _begins_row_of_places(text, word)


def _is_surname_here(text: str, taken: set[int], word: Word) -> bool:
    """Whether a word is a surname: the surer by the lists, the less the field need say."""
    listed = len(text.split(None, LONGEST_LIST)) <= LONGEST_LIST and is_sure_surname(word)
    if listed and stands_alone(text, taken, word):
        return True
    if is_name_shaped(word) and _acts(text, word):
        return True
    if is_surname(word) or listed:
        return _is_named_here(text, taken, word) or _begins_row(text, word, known_first=True)
    return may_be_unknown_name(word) and _is_named_here(text, taken, word)


def _is_shortened(text: str, taken: set[int], word: Word) -> bool:
    """Whether it is a title cut short ("Vik. överläkare") or a month ("Jan. – mars")."""
    if ABBREVIATED.match(text, word.end) and word.end + 2 in taken:
        return True
    return word.text.lower() in MONTHS and BEFORE_DATE.match(text, word.end) is not None


def _with_possession(text: str, taken: set[int], word: Word) -> Word:
    """A name in the genitive without its -s, up to the end of what is its own: "Idas schema".

    Methods and firms bear surnames, so behind one a title or what only a person has must stand.
    """
    following = FOLLOWING.match(text, word.end)
    cut = genitive_length(word.text, following[1] if following else "", alone=True)
    if not cut or following is None or not following[1].islower():
        return word
    base = Word(word.text[:-cut], word.start, following.end())
    known = load_name_words()
    personal = following[1] in known.owned or len(text[: word.start].rstrip()) - 1 in taken
    named = known.is_first_name(base) or (personal and is_surname(base))
    return base if named and word.text.lower() not in load_gazetteer("vocabulary") else word


def is_addressed(text: str, word: Word) -> bool:
    """Whether a form of address stands directly before: "dr Ek"."""
    before = re.search(
        r"([^\W\d_][^\W\d_-]*(?:-[^\W\d_]+)*)\.?\s+$", text[max(0, word.start - NEAR) : word.start]
    )
    known = load_name_words().forms_of_address
    return before is not None and title_abbreviation(before[1]) in known


def _is_named_here(text: str, taken: set[int], word: Word) -> bool:
    """Whether an unknown word is alone in the field, beside a title, or after "av" or "genom"."""
    if not stands_alone(text, taken, word):
        return False
    before = text[max(0, word.start - NEAR) : word.start].rstrip(" (:-–")
    if search_before(BEGINNING, text, word.start):
        alone = not before and word.end >= len(text.rstrip(" .")) and not is_place_like(word.text)
        named = is_spelled_as_surname(word, NAME)  # "Stickprov, rektor"
        beside_title = named and (alone or _precedes_title(text, taken, word))
        if beside_title or _begins_row(text, word):
            return True
    if not before or USED_THING.search(before):
        return False
    return _is_announced(before, len(before) - 1 + max(0, word.start - NEAR) in taken, word)


def _is_announced(before: str, titled: bool, word: Word) -> bool:
    """Whether a title, a profession or a word such as "av" stands before an unknown word."""
    titled = titled or before.lower().endswith(load_name_words().professions)
    if is_place_like(word.text):  # "rektor Granberg", but the chief of Granberg
        return titled and is_name_shaped(word) and not OF_PLACE.search(before)
    named = is_surname(word) or is_sure_surname(word)
    weak = BEFORE_ANYTHING if named else BEFORE_ANYTHING | BEFORE_THINGS
    last, before_lone = re.search(r"(\w+)$", before), load_name_words().before_lone
    announced = last is not None and last[1].lower() in before_lone - weak
    return titled or (announced and is_spelled_as_surname(word, 0.0))


def _acts(text: str, word: Word) -> bool:
    """Whether it begins a part of the field, and a verb follows: "Ek beslutar"."""
    following = FOLLOWING.match(text, word.end)
    begins = search_before(BEGINNING, text, word.start) is not None
    return begins and following is not None and VERB.fullmatch(following[1]) is not None


def _begins_row(text: str, word: Word, *, known_first: bool = False) -> bool:
    """Whether it begins the field, and a verb of persons or another such word follows.

    `known_first` tells that it is a known surname, and a comma may join the next.
    """
    known = load_name_words()
    if not search_before(BEGINNING, text, word.start):
        return False
    following_surname = FOLLOWING_SURNAME.match(text, word.end)
    if known_first and following_surname and not is_place_like(following_surname[1]):
        return True
    if is_place_like(word.text):
        return False
    following = FOLLOWING.match(text, word.end)
    if following is not None and following[1] in known.acts:
        return True
    if known_first and _acts(text, word):
        return True
    row = ROW.match(text, word.end)
    return (
        row is not None
        and is_spelled_as_name(row[1])
        and not is_vocabulary(row[1].lower())
        and not is_place_or_term(row[1].lower())
        and not is_place_like(row[1])
        and not row[1].lower().endswith(known.blocking_endings)
    )


def _begins_row_of_places(text: str, word: Word) -> bool:
    """Whether it is a place as well, and what looks like one follows: "Berg, Ytterviken"."""
    following = FOLLOWING_SURNAME.match(text, word.end)
    return may_be_place(word.text) and following is not None and is_place_like(following[1])


def _precedes_title(text: str, taken: set[int], word: Word) -> bool:
    """Whether it begins the field and a title follows in apposition: "Ek, studierektor"."""
    gap = FOLLOWED_BY_TITLE.match(text, word.end)
    return not text[: word.start].strip() and gap is not None and gap.end() in taken


def _follows_physician(text: str, taken: set[int], word: Word) -> bool:
    """Whether a title that physicians put before their surname stands directly before."""
    start = max(0, word.start - NEAR)
    before = text[start : word.start]
    if start + len(before.rstrip(" .")) - 1 not in taken:
        return False
    titles = [role for role in find_roles(before) if not before[role.end :].strip(" .")]
    return any(role.title.endswith(PHYSICIANS) for role in titles)


def stands_alone(text: str, taken: set[int], first: Word, last: Word | None = None) -> bool:
    """Whether nothing but titles shares the stretch between two commas or conjunctions."""
    start, end = first.start, (last or first).end
    left, right = max(0, start - NEAR), min(len(text), end + NEAR)
    for mark in SEGMENT_END.finditer(text, left, right):
        if mark.end() <= start:
            left = mark.end()
        elif mark.start() >= end:
            right = mark.start()
            break
    known = load_name_words()
    before = _word_beside(text, taken, range(start - 1, left - 1, -1))
    after = _word_beside(text, taken, range(end, right))
    frequent = first.text.lower() in load_gazetteer("frequent_given_names")
    named = frequent or before in {"", *known.before_lone} or before.endswith(known.professions)
    return named and after in {"", *known.after_lone}


def _word_beside(text: str, taken: set[int], offsets: range) -> str:
    """The nearest word that is no title on one side of a name, in lower case, or nothing."""
    letters = ""
    for offset in offsets:
        if text[offset].isalnum() and offset not in taken:
            letters += text[offset].lower()
        elif letters:
            break
    return letters[::-1] if offsets.step < 0 else letters
