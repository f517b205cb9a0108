"""What the words around say: a place, an institution, a room or a book instead of a person."""

from spur_extract.language.components.context_words import load_context_words
from spur_extract.language.components.runs import Run, Words, is_opener
from spur_extract.language.components.word_classes import CAPITALISED, WordClass
from spur_extract.language.parties.name_words import is_vocabulary, load_name_words

THINGS = {WordClass.TERM, WordClass.CAPITALS}
ROW = {",", "och", "&", "samt", "eller", "and"}
ORGANISATIONS = {WordClass.ORGANISATION, WordClass.WORD, WordClass.TERM}
FOREIGN_GENITIVES = ("'s", "’s")
"""Of authors of textbooks; persons of a Swedish report have a plain -s."""
QUOTES = {'"', "”", "“", "»", "«", "’", "'"}
LABEL_WORDS = 4
"""Words before a colon that may say that names follow."""
WRITTEN_OUT = 4
"""Letters from which on a form of address is a word: "Doktor", not "Dr"."""


def is_vetoed(words: Words, part: Run) -> bool:
    """Whether the words around say that it is a place, an institution, a method or a system."""
    before, after = words.text_at(part.start - 1), words.text_at(part.end)
    if before in load_context_words().before or _names_a_thing(words, part):
        return True
    if len(part) > 1:
        return (
            _begins_with_noun(words, part)
            or _is_whereabouts(words, part)
            or _is_famous(words, part)
            or _goes_on_in_compound(words, part)
        )
    return (
        _is_unit(before)
        or _is_place(words, part)
        or words.class_at(part.end) in ORGANISATIONS
        or _is_listed_with_things(words, part)
        or _is_called_so(words, words.texts[part.start])
        or _shares_a_gift(words, part)
        or _is_acronym(words, part)
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


def _is_place(words: Words, part: Run) -> bool:
    """Whether a preposition of places stands before it, but for "på Annas rum"."""
    if words.text_at(part.start - 1) not in load_context_words().locative:
        return False
    owned = words.texts[part.start].endswith("s") and words.texts[part.end : part.end + 1]
    owner = words.classes[part.start] is WordClass.GIVEN
    return not (owner and owned and owned[0].islower())


def _is_unit(before: str) -> bool:
    known = load_name_words()
    ends = before.endswith((*load_context_words().institutions, *known.blocking_endings))
    return ends and not before.endswith(known.person_nouns)


def _begins_with_noun(words: Words, part: Run) -> bool:
    """Whether the first word is a noun with the capital of a sentence: "Kvarteret Oskar"."""
    low = words.text_at(part.start)
    if low in load_context_words().before:
        return True
    if words.classes[part.start] not in {WordClass.FIRST, WordClass.CAPITALISED}:
        return False
    return is_vocabulary(low) or is_opener(low)


def _is_whereabouts(words: Words, part: Run) -> bool:
    """Whether somebody is there rather than asked there: "placering vid Karin Ek"."""
    return words.text_at(part.start - 1) == "vid" and not words.texts[part.end - 1].endswith("s")


def _is_famous(words: Words, part: Run) -> bool:
    """Whether institutions bear the name of this person, who is in no report."""
    name = " ".join(words.text_at(index) for index in range(part.start, part.end))
    return name.removesuffix("s") in load_context_words().famous


def _goes_on_in_compound(words: Words, part: Run) -> bool:
    """Whether the last part of the name is in a compound: "Carl von Linné-kliniken"."""
    following = words.class_at(part.end)
    return following is WordClass.ORGANISATION and "-" in words.text_at(part.end)


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


def _is_called_so(words: Words, text: str) -> bool:
    """Whether anywhere in the text a room, a team or a health centre bears the name."""
    name = text.removesuffix("s")
    return any(
        _is_named_thing(words, index) or _is_firm(words, index) or _is_quoted(words, index)
        for index, other in enumerate(words.texts)
        if other.removesuffix("s") == name
    )


def _is_named_thing(words: Words, index: int) -> bool:
    """Whether it is what a room or a team is called: "salarna heter Ida och Emil"."""
    context = load_context_words()
    index = _row_start(words, index) - 1
    while words.text_at(index) in {"\n", "är", "var"}:
        index -= 1
    if words.text_at(index) == ":":
        before = {words.text_at(index - back) for back in range(1, LABEL_WORDS + 1)}
        return not before.isdisjoint(context.naming)
    if words.text_at(index) in {",", *QUOTES}:
        return words.text_at(index - 1).endswith(context.rooms)
    if words.text_at(index) == "till":
        index -= 1
    noun = words.text_at(index)
    return noun in context.naming or noun in context.before or noun.endswith(context.rooms)


def _row_start(words: Words, start: int) -> int:
    """Where a row of single capitalised words begins that leads up to this one."""
    while words.text_at(start - 1) in ROW and words.class_at(start - 2) in CAPITALISED:
        start -= 2
    return start


def _shares_a_gift(words: Words, part: Run) -> bool:
    """Whether it gives its name to a fund with another one: "Johan och Berta Eks stiftelse"."""
    if words.text_at(part.end) not in ROW:
        return False
    end = part.end + 1
    while words.class_at(end) in CAPITALISED:
        end += 1
    return end > part.end + 2 and _names_a_thing(words, Run(part.end + 1, end))


def _is_acronym(words: Words, part: Run) -> bool:
    """Whether it alone is in capitals: a system or a society that is spelt like a name."""
    text = words.texts[part.start]
    if len(text) < 2 or not text.isupper():
        return False
    beside = [words.texts[i] for i in (part.start - 1, part.end) if 0 <= i < len(words.texts)]
    return any(other.islower() for other in beside) or all(not it.isalpha() for it in beside)


def _is_firm(words: Words, index: int) -> bool:
    """Whether an address has a capital where none is due: the health centre "Doktor Vera"."""
    if words.class_at(index - 1) is not WordClass.ADDRESS or words.begins_sentence(index - 1):
        return False
    address = words.texts[index - 1]
    return address.istitle() and len(address) >= WRITTEN_OUT


def _is_quoted(words: Words, index: int) -> bool:
    """Whether it is called so in quotes: a robot "Kalle", the handbook ”Blå Leif”."""
    before = {words.text_at(index - back) for back in (1, 2)}
    return not before.isdisjoint(QUOTES) and words.text_at(index + 1) in QUOTES
