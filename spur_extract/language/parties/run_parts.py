"""What of a run of capitalised words may be a name: not its ordinary words, units and places."""

import re
from collections.abc import Iterator

from spur_extract.language.gazetteers import load_gazetteer
from spur_extract.language.parties.likeness import is_name_like
from spur_extract.language.parties.name_words import (
    is_common,
    is_doubtful_first_name,
    is_place,
    is_place_or_term,
    is_vocabulary,
    load_name_words,
    title_abbreviation,
)
from spur_extract.language.parties.roles import has_roles
from spur_extract.language.parties.runs import BLANKS, is_initial
from spur_extract.language.parties.words import NEAR, Word, search_before

NAMED_THING = re.compile(r"[-‐‑][a-zåäö]{3,}$")
PRONOUNS = frozenset({"Hans"})
SMALL_FOLLOWER = re.compile(r"\s+([a-zåäö]\w*)")
INSIDE_SENTENCE = re.compile(r"[a-zåäö]\s$")
PLACE_PREPOSITIONS = frozenset({"på", "vid", "i", "inom"})


def parts_of_run(text: str, run: list[Word], follower: Word | None) -> Iterator[list[Word]]:
    """The stretches of a run that may be names."""
    known = load_name_words()
    kept: list[Word] = []
    for word in _unblocked(text, _without_profession(run), follower):
        begins_second = (
            len(kept) > 1
            and word is not run[-1]
            and (known.is_first_name(word) or _is_third_of_four(run, word))
            and not known.is_first_name(kept[-1])
            and kept[-1].text not in known.particles
        )
        pronoun = word.text in PRONOUNS and _is_pronoun(text, word)
        address = title_abbreviation(word.text) in known.forms_of_address
        if pronoun or address or _is_ordinary(run, word):
            yield kept
            kept = []
            if not _may_precede_name(run, word):
                return
        elif begins_second:  # "Anna Ek Bo Lind"
            yield kept
            kept = [word]
        else:
            kept.append(word)
    yield kept


def _without_profession(run: list[Word]) -> list[Word]:
    """The run without an unknown noun before a full name: "Perfusionist Anna Ek"."""
    if len(run) < 3 or not load_name_words().is_first_name(run[1]) or is_initial(run[0]):
        return run
    known = load_name_words().is_first_name(run[0]) or is_doubtful_first_name(run[0])
    listed = run[0].text.lower() in load_gazetteer("surnames")
    return run if known or listed or is_name_like(run[0].text) else run[1:]


def _is_pronoun(text: str, word: Word) -> bool:
    """Whether a noun follows it, and nothing makes it a name: "Hans handledare"."""
    known, following = load_name_words(), SMALL_FOLLOWER.match(text, word.end)
    if following is None or following[1] in known.after_lone | known.acts:
        return False
    return search_before(INSIDE_SENTENCE, text, word.start) is None


def _is_third_of_four(run: list[Word], word: Word) -> bool:
    """Whether a doubtful first name begins the second of two names: "Bo Ek Li Holm"."""
    return len(run) == 4 and run[2] is word and is_doubtful_first_name(word)


def _is_ordinary(run: list[Word], word: Word) -> bool:
    """Whether a name ends here; "Hans" is no pronoun where another capital follows it."""
    known = load_name_words()
    if word is run[0] and _is_label(word):
        return True
    if word.text in PRONOUNS:
        return False
    if not known.is_ordinary(word):
        return _is_unit_or_noun(run, word)
    return not (known.is_first_name(word) and word is not run[-1])


def _is_label(word: Word) -> bool:
    """Whether it announces a name: "Ansv Ek", "ST-repr Ek"."""
    return not is_initial(word) and title_abbreviation(word.text) in load_name_words().before_lone


def _may_precede_name(run: list[Word], word: Word) -> bool:
    """Whether a name can follow a word in the same run: not behind "Projekt" or "Villa"."""
    known, low = load_name_words(), word.text.lower()
    addressed = title_abbreviation(word.text) in known.forms_of_address
    if word is run[-1] or low in known.ordinary or _is_label(word) or addressed:
        return True
    full = len(run) - run.index(word) > 2 and known.is_first_name(run[run.index(word) + 1])
    return full or low.endswith(known.person_nouns + known.professions)


def _is_unit_or_noun(run: list[Word], word: Word) -> bool:
    """Whether it is a word of the vocabulary and does not follow a first name: "Björn Sten"."""
    index, low = run.index(word), word.text.lower()
    if (
        not word.text[0].isupper()
        or word.text.isupper()
        or (index > 0 and _is_named(run[index - 1]))
    ):
        return False
    return is_vocabulary(low) if index == 0 else low in load_gazetteer("vocabulary")


def _is_named(word: Word) -> bool:
    """Whether a surname may follow: after a first name or an initial."""
    return load_name_words().is_first_name(word) or is_initial(word)


def _unblocked(text: str, run: list[Word], follower: Word | None) -> list[Word]:
    """The run up to a word for an organisation or place; empty when that makes it no name."""
    known = load_name_words()
    if _is_place_or_thing(text, run):
        return []
    if len(run) > 1 and all(word.text.isupper() for word in run):
        return run if _are_names_in_capitals(text, run) else []
    named = known.is_first_name(run[0])
    common = any(is_common(word) and not known.is_ordinary(word) for word in run)
    if common and not named:
        return []
    for index, word in enumerate(run):
        surname = named and index > 0 and word.text.lower() in known.surnames_too
        unit = known.is_blocking(word) or word.text.lower() in known.units
        if unit and not surname:
            return _beside_block(text, run, index, follower)
    if follower is None or not BLANKS.fullmatch(text, run[-1].end, follower.start):
        return run
    return [] if known.is_blocking(follower) and not _begins_with_person(run) else run


def _is_place_or_thing(text: str, run: list[Word]) -> bool:
    """Whether a preposition of place stands before it or it ends as "Anna Ek-salen"."""
    before = text[max(0, run[0].start - NEAR) : run[0].start].split()
    following = SMALL_FOLLOWER.match(text, run[-1].end)
    genitive = len(run) > 1 and following is not None and run[-1].text.endswith("s")
    if genitive and following and following[1] in load_name_words().named_things:
        return True  # "Anna Eks väg"
    placed = bool(before) and before[-1].lower() in PLACE_PREPOSITIONS
    return placed or (len(run) > 1 and NAMED_THING.search(run[-1].text) is not None)


def _beside_block(text: str, run: list[Word], index: int, follower: Word | None) -> list[Word]:
    """What of a run is a name although the word at the index is none: before it, or behind it."""
    if index == 0:
        if len(run) == 2 and _are_initials(run[0]):
            return run
        behind = len(run) > 2 and load_name_words().is_first_name(run[1])
        return _unblocked(text, run[1:], follower) if behind else []
    word = run[index]
    abbreviation = word.text.isupper() and len(word.text) < 4
    ends = index > 1 and index == len(run) - 1 and (is_place(word) or abbreviation)
    return run[:index] if ends or _begins_with_person(run[:index]) else []


def _are_initials(word: Word) -> bool:
    """Whether it is a given name by its initials: "KG Lind"."""
    return word.text.isupper() and word.text.lower() in load_name_words().pairs_of_initials


def _are_names_in_capitals(text: str, run: list[Word]) -> bool:
    """Whether one word of a run in capitals is a name, or a title stands in the field as well."""
    known = load_name_words()
    lows = [word.text.lower() for word in run]
    if any(
        low in known.blocking
        or low.endswith(known.blocking_endings)
        or low in known.ordinary - load_gazetteer("doubtful_given_names")
        or is_place_or_term(low)
        for low in lows
    ):
        return False
    if known.is_first_name(run[0]) or any(low in load_gazetteer("surnames") for low in lows):
        return True
    return has_roles(text) and not any(is_common(word) for word in run)


def _begins_with_person(run: list[Word]) -> bool:
    """Whether what stands before an organisation is still a name ("Anna Ek Kirurgkliniken")."""
    if len(run) < 2 or run[-1].text.endswith("s"):
        return False
    return load_name_words().is_first_name(run[0]) or is_doubtful_first_name(run[0])
