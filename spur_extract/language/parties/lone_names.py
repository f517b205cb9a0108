"""Whether a single capitalised word of a field is a person: by its kind and what stands beside it.

A known given name is one wherever it stands. A word that no list knows is one where a field names
persons: alone, beside a title, after "av" or "genom".
"""

import re

from spur_extract.language.gazetteers import load_gazetteer
from spur_extract.language.parties.name_words import (
    is_common,
    is_doubtful_first_name,
    is_place_or_term,
    is_vocabulary,
    load_name_words,
    looks_like_place,
)
from spur_extract.language.parties.roles import find_roles
from spur_extract.language.parties.words import Word

# "al-Hassan", "d'Orsay": a small prefix and a capital after it.
PREFIXED = re.compile(r"[^\W\d_]{1,3}[-‐‑'’](?P<rest>.+)")
SEGMENT_END = re.compile(
    r"[,;/()&+:!?|\n]|(?<!\b\w)\.|(?<!\w)(?:och|samt|resp\.?|respektive|eller)(?!\w)"
)
PHYSICIANS = ("överläkare", "specialistläkare", "distriktsläkare", "professor", "docent")
NEAR = 80
"""Characters on each side of a name that can decide."""
FOLLOWING_SURNAME = re.compile(r"\s*(?:,|/|och)\s*[^\W\d_a-z][^\W\d_]+\s*(?:$|,|/|och)")
# "IT-support", "VT-23", "Solgläntan"
NO_NAME = re.compile(r"\d|[-‐‑][a-zåäö]|.{4}(?:an|et|en|na|erna)$")
ABBREVIATED = re.compile(r"\. ")
USED_THING = re.compile(r"(?:hjälp|stöd) av$")
FOLLOWING = re.compile(r"\s+(\w+)")
ROW = re.compile(r"\s*(?:/|&|och)\s*([^\W\d_a-z][\w-]+)(?=\s*(?:$|[.(]|på|i|vid))")
FOLLOWED_BY_TITLE = re.compile(r"\s*[,(/–-]\s*\(?")


def is_lone_name(text: str, taken: set[int], word: Word) -> bool:
    """Whether a single word is a name; `taken` are the offsets of titles and addresses."""
    if ABBREVIATED.match(text, word.end) and word.end + 2 in taken:  # "Vik. överläkare"
        return False
    doubtful = is_doubtful_first_name(word) or is_place_or_term(word.text.lower())
    sure = load_name_words().is_first_name(word) and not doubtful
    if sure or (_follows_physician(text, word) and _may_be_surname(word)):
        return True
    if is_doubtful_first_name(word) and not is_place_or_term(word.text.lower()):
        return stands_alone(text, taken, word)
    if is_surname(word):
        return _is_named_here(text, taken, word) or _begins_row(text, word, known_first=True)
    return _may_be_unknown_name(word) and _is_named_here(text, taken, word)


def _may_be_unknown_name(word: Word) -> bool:
    """Whether nothing says that a word is an ordinary one, a place, a unit or an abbreviation."""
    ordinary = is_common(word) or load_name_words().is_ordinary(word)
    if not _may_be_surname(word) or ordinary:
        return False
    low = word.text.lower()
    if NO_NAME.search(word.text) or any(map(_is_common_part, low.split("-"))):
        return False
    return not (is_vocabulary(low) or looks_like_place(low))


def _is_common_part(low: str) -> bool:
    """Whether a part of a word with hyphens is an ordinary word."""
    return low in load_gazetteer("vocabulary") or low in load_gazetteer("words")


def is_surname(word: Word) -> bool:
    """Whether it is a surname and no word that units are named by, or has a surname's prefix."""
    if PREFIXED.fullmatch(word.text) and word.text[0].islower():
        return True
    return word.text.lower() in load_gazetteer("surnames") and not is_common(word)


def is_addressed(text: str, word: Word) -> bool:
    """Whether a form of address stands directly before: "dr Ek"."""
    before = re.search(r"([^\W\d_]+)\.?\s+$", text[max(0, word.start - NEAR) : word.start])
    return before is not None and before[1].lower() in load_name_words().forms_of_address


def _is_named_here(text: str, taken: set[int], word: Word) -> bool:
    """Whether an unknown word is alone in the field, beside a title, or after "av" or "genom"."""
    if not stands_alone(text, taken, word):
        return False
    before = text[max(0, word.start - NEAR) : word.start].rstrip(" (:-–")
    if not before:
        ends = word.end >= len(text.rstrip(" ."))
        place = word.text.lower().endswith(load_name_words().wide_place_endings)
        return (ends and not place) or _precedes_title(text, taken, word) or _begins_row(text, word)
    if USED_THING.search(before):
        return False
    title_before = len(before) - 1 + max(0, word.start - NEAR) in taken
    last, before_lone = re.search(r"(\w+)$", before), load_name_words().before_lone
    if word.text.lower().endswith(load_name_words().wide_place_endings) and not is_surname(word):
        return False
    return title_before or (last is not None and last[1].lower() in before_lone - {"och"})


def _begins_row(text: str, word: Word, *, known_first: bool = False) -> bool:
    """Whether it begins the field, and a verb of persons or another such word follows.

    `known_first` tells that it is a known surname, and a comma may join the next.
    """
    known = load_name_words()
    if text[: word.start].strip():
        return False
    if known_first and FOLLOWING_SURNAME.match(text, word.end):
        return True
    if word.text.lower().endswith(known.wide_place_endings):
        return False
    following = FOLLOWING.match(text, word.end)
    if following is not None and following[1] in known.acts:
        return True
    row = ROW.match(text, word.end)
    return (
        row is not None
        and not is_vocabulary(row[1].lower())
        and not is_place_or_term(row[1].lower())
        and not row[1].lower().endswith(known.wide_place_endings)
        and not row[1].lower().endswith(known.blocking_endings)
    )


def _precedes_title(text: str, taken: set[int], word: Word) -> bool:
    """Whether it begins the field and a title follows in apposition: "Ek, studierektor"."""
    gap = FOLLOWED_BY_TITLE.match(text, word.end)
    return not text[: word.start].strip() and gap is not None and gap.end() in taken


def _follows_physician(text: str, word: Word) -> bool:
    """Whether a title that physicians put before their surname stands directly before."""
    before = text[max(0, word.start - NEAR) : word.start]
    titles = [role for role in find_roles(before) if not before[role.end :].strip(" .")]
    return any(role.title.endswith(PHYSICIANS) for role in titles)


def _may_be_surname(word: Word) -> bool:
    low = word.text.lower()
    return (
        word.text[0].isupper()
        and not word.text.isupper()
        and not (
            load_name_words().is_blocking(word)
            or (low.endswith("en") and low not in load_gazetteer("surnames"))
        )
    )


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
    return (frequent or before in {"", *known.before_lone}) and after in {"", *known.after_lone}


def _word_beside(text: str, taken: set[int], offsets: range) -> str:
    """The nearest word that is no title on one side of a name, in lower case, or nothing."""
    letters = ""
    for offset in offsets:
        if text[offset].isalnum() and offset not in taken:
            letters += text[offset].lower()
        elif letters:
            break
    return letters[::-1] if offsets.step < 0 else letters
