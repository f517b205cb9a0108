"""What stands beside a word that may be a name, and speaks for it: a title, a name, a verb."""

from spur_extract.language.components.context_words import load_context_words
from spur_extract.language.components.runs import Run, Words, is_opener
from spur_extract.language.components.word_classes import NAMES, WordClass
from spur_extract.language.parties.name_words import load_name_words

JOINS = frozenset({"och", "/", "&", "+", "samt", "eller", ","})
ROLE_CLASSES = {WordClass.ROLE, WordClass.ADDRESS}
SOURCES = frozenset({"via", "enligt"})
"""Before systems and methods as often as before persons."""
UNKNOWN = {WordClass.CAPITALISED, WordClass.FIRST}


def has_support(words: Words, run: Run) -> bool:
    """Whether a title, another name or a verb of persons stands beside a word that may be one."""
    return has_company(words, run) or acts(words, run)


def has_company(words: Words, run: Run) -> bool:
    """Whether a title stands before it, or a given name is joined to it."""
    if words.class_at(run.start - 1) in ROLE_CLASSES:
        return not words.texts[run.start - 1].isupper()  # "VC" is a health centre, too
    joins = JOINS - {","} if words.classes[run.start] in UNKNOWN else JOINS  # "Anna Ek, Mora"
    left = words.text_at(run.start - 1) in joins and _ends_a_name(words, run.start - 2)
    right = words.text_at(run.end) in JOINS and words.class_at(run.end + 1) is WordClass.GIVEN
    return left or right


def _ends_a_name(words: Words, index: int) -> bool:
    if words.class_at(index) is WordClass.GIVEN:
        return True
    return words.class_at(index) in NAMES and words.class_at(index - 1) in NAMES


def acts(words: Words, run: Run) -> bool:
    """Whether a verb follows of which only persons are the subject."""
    first = words.classes[run.start]
    known = first in NAMES or (len(run) > 1 and first is not WordClass.FIRST)
    return known and words.text_at(run.end) in load_context_words().acts


def is_asked(words: Words, run: Run) -> bool:
    """Whether a word of asking or doing stands before it: "fråga", "av"."""
    return words.text_at(run.start - 1) in load_context_words().asked - SOURCES


def has_profession(words: Words, run: Run) -> bool:
    """Whether a profession that is no title stands before it: "receptionisten"."""
    before, known = words.text_at(run.start - 1), load_name_words()
    ends = before.endswith((*known.professions, *known.person_nouns))
    return ends or is_opener(before) or before in known.forms_of_address
