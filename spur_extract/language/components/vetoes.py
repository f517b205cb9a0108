"""What the words around say: a place, an institution or a book instead of a person."""

import re

from spur_extract.language.components.called_things import LONGEST_ROW, ROW, is_called_so
from spur_extract.language.components.context_words import load_context_words
from spur_extract.language.components.runs import Run, Words, is_opener
from spur_extract.language.components.word_classes import CAPITALISED, WordClass
from spur_extract.language.gazetteers import load_gazetteer
from spur_extract.language.parties.likeness import name_likeness
from spur_extract.language.parties.name_words import is_vocabulary, load_name_words

ROMAN = re.compile(r"(?:[IVX]{2,}|[IVX]:s)(?::s)?")
THINGS = {WordClass.TERM, WordClass.CAPITALS}
ORGANISATIONS = {WordClass.ORGANISATION, WordClass.WORD, WordClass.TERM}
FOREIGN_GENITIVES = ("'s", "’s")
"""Of authors of textbooks; persons of a Swedish report have a plain -s."""
DEFINITE = ("en", "et", "erna", "arna", "orna")
NEUTER_NOUN = 6
DEFINITE_NOUN = 7
"""Letters from which on an unknown word that ends so, and begins a sentence, is a noun."""
NOUN_LIKE = -15.0
"""Likeness to names below which no name lies: the least of 900 in dev texts was -14."""


def is_vetoed(words: Words, part: Run) -> bool:
    """Whether the words around say that it is a place, an institution, a method or a system."""
    before, after = words.text_at(part.start - 1), words.text_at(part.end)
    if before in load_context_words().before:
        return True
    if _names_a_thing(words, part) or _is_ruler(words, part):
        return True
    if len(part) > 1:
        return (
            _begins_with_noun(words, part)
            or _is_whereabouts(words, part)
            or _is_method(words, part)
            or _is_famous(words, part)
            or _goes_on_in_compound(words, part)
            or _ends_in_acronym(words, part)
        )
    return (
        _is_unit(before)
        or _is_place(words, part)
        or words.class_at(part.end) in ORGANISATIONS
        or _is_listed_with_things(words, part)
        or is_called_so(words, words.texts[part.start])
        or _shares_a_gift(words, part)
        or _is_author(words, part)
        or _is_acronym(words, part)
        or _is_noun(words, part)
        or after == "and"
        or words.texts[part.start].endswith(FOREIGN_GENITIVES)
    )


def _names_a_thing(words: Words, part: Run) -> bool:
    """Whether a word for an institution, a disease, a method or a foundation follows."""
    context, after = load_context_words(), words.text_at(part.end)
    if after.endswith(context.institutions):
        return True
    if len(part) > 1 and words.text_at(part.end - 1) in context.institutions:
        return True
    if not words.texts[part.end - 1].endswith("s"):
        return False
    if after in context.belongings and words.classes[part.start] is not WordClass.GIVEN:
        return len(part) == 1
    return after in context.eponymic or after.endswith(context.gifts)


def _is_ruler(words: Words, part: Run) -> bool:
    """Whether a Roman number goes with it: "Gustav III", "Gustav V:s"."""
    return any(ROMAN.fullmatch(text) for text in words.texts[part.start : part.end + 1])


def _is_place(words: Words, part: Run) -> bool:
    """Whether a preposition of places stands before it, but for "på Annas rum"."""
    if words.text_at(part.start - 1) not in load_context_words().locative:
        return False
    owned = words.texts[part.start].endswith("s") and words.texts[part.end : part.end + 1]
    owner = words.classes[part.start] is WordClass.GIVEN
    return not (owner and owned and owned[0].islower())


def _is_unit(before: str) -> bool:
    """Whether what stands before is an institution, or a noun that no person is: "rummet Anna"."""
    known = load_name_words()
    if len(before) >= NEUTER_NOUN and before.endswith("et") and is_vocabulary(before):
        return True
    ends = before.endswith((*load_context_words().institutions, *known.blocking_endings))
    return ends and not before.endswith(known.person_nouns)


def _begins_with_noun(words: Words, part: Run) -> bool:
    """Whether the first word is a noun with the capital of a sentence: "Kvarteret Oskar"."""
    low = words.text_at(part.start)
    if low in load_context_words().before:
        return True
    if words.classes[part.start] not in {WordClass.FIRST, WordClass.CAPITALISED}:
        return False
    definite = len(low) >= DEFINITE_NOUN and low.endswith(DEFINITE)
    return is_vocabulary(low) or is_opener(low) or definite or name_likeness(low) < NOUN_LIKE


def _is_whereabouts(words: Words, part: Run) -> bool:
    """Whether it is where rather than who: "placering vid Karin Ek", "på Lilla Amundön"."""
    before, first = words.text_at(part.start - 1), words.classes[part.start]
    named = first in {WordClass.GIVEN, WordClass.INITIAL}
    where = before == "vid" or (before in load_context_words().locative and not named)
    return where and not words.texts[part.end - 1].endswith("s")


def _is_method(words: Words, part: Run) -> bool:
    """Whether things are done the way that bears a surname: "undersöks enligt von Rosen"."""
    noble = words.classes[part.start] is WordClass.PARTICLE
    return noble and words.text_at(part.start - 1) == "enligt"


def _is_famous(words: Words, part: Run) -> bool:
    """Whether institutions bear the name of this person, who is in no report."""
    name = [words.text_at(index) for index in range(part.start, part.end)]
    ends = (name, [*name[:-1], name[-1].removesuffix("s")])
    parts = {" ".join(each[start:]) for each in ends for start in range(len(name) - 1)}
    return not load_context_words().famous.isdisjoint(parts)


def _goes_on_in_compound(words: Words, part: Run) -> bool:
    """Whether the last part of the name is in a compound: "Carl von Linné-kliniken"."""
    following = words.class_at(part.end)
    return following is WordClass.ORGANISATION and "-" in words.text_at(part.end)


def _ends_in_acronym(words: Words, part: Run) -> bool:
    """Whether a given name in capitals follows a word without: "IgA. AKI", but not "Anna EK"."""
    last = words.texts[part.end - 1]
    given = words.classes[part.end - 1] in {WordClass.GIVEN, WordClass.DOUBTFUL}
    return given and len(last) > 1 and last.isupper() and not words.texts[part.start].isupper()


def _is_listed_with_things(words: Words, part: Run) -> bool:
    """Whether it stands in a row with rooms or systems: "Silversalen, Selma", "Elvira och PMO"."""
    if any(
        words.text_at(joint) in {",", "och"} and words.class_at(other) in THINGS
        for joint, other in ((part.start - 1, part.start - 2), (part.end, part.end + 1))
    ):
        return True
    return words.text_at(part.start - 1) in {",", "och"} and words.text_at(part.start - 2).endswith(
        load_context_words().rooms
    )


def _shares_a_gift(words: Words, part: Run) -> bool:
    """Whether another name shares a thing: "Johan och Berta Eks stiftelse", "Ek och Asks skala"."""
    start, end = part.start, part.end
    for _ in range(LONGEST_ROW):
        if words.text_at(end) not in ROW or words.class_at(end + 1) not in CAPITALISED:
            break
        start = end = end + 1
        while words.class_at(end) in CAPITALISED:
            end += 1
    shared = words.classes[part.start] is not WordClass.GIVEN or end > start + 1
    return start > part.start and shared and _names_a_thing(words, Run(start, end))


def _is_acronym(words: Words, part: Run) -> bool:
    """Whether it alone is in capitals: a system or a society that is spelt like a name."""
    text = words.texts[part.start]
    if len(text) < 2 or not text.isupper():
        return False
    beside = [words.texts[i] for i in (part.start - 1, part.end) if 0 <= i < len(words.texts)]
    return any(other.islower() for other in beside) or all(not it.isalpha() for it in beside)


def _is_author(words: Words, part: Run) -> bool:
    """Whether "&" joins surnames, as on the back of a textbook."""
    joints = ((part.start - 1, part.start - 2), (part.end, part.end + 1))
    others = {words.class_at(other) for joint, other in joints if words.text_at(joint) == "&"}
    both_given = words.classes[part.start] is WordClass.GIVEN and others == {WordClass.GIVEN}
    frequent = words.text_at(part.start) in load_gazetteer("frequent_given_names")
    return not ((both_given and frequent) or others.isdisjoint(CAPITALISED))


def _is_noun(words: Words, part: Run) -> bool:
    """Whether no list has it, and its letters are those of an ordinary word: "Barnepilepsi"."""
    unknown = words.classes[part.start] in {WordClass.FIRST, WordClass.CAPITALISED}
    return unknown and name_likeness(words.text_at(part.start)) < NOUN_LIKE
