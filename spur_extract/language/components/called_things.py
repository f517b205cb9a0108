"""What the text itself says is called so: rooms, systems, teams, health centres."""

from functools import lru_cache

from spur_extract.language.components.context_words import load_context_words
from spur_extract.language.components.runs import Words
from spur_extract.language.components.word_classes import CAPITALISED, NAMES, WordClass

ROW = {",", "och", "&", "samt", "eller", "and"}
QUOTES = {'"', "”", "“", "»", "«", "’", "'"}
LABEL_WORDS = 4
"""Words before a colon that may say that names follow."""
WRITTEN_OUT = 4
"""Letters from which on a form of address is a word: "Doktor", not "Dr"."""
LONGEST_ROW = 20
"""Words of a row that has a name; longer ones are tables."""
PREDICATE = 4
"""Words in which it is said what something is."""


def is_called_so(words: Words, text: str) -> bool:
    """Whether anywhere in the text a room, a system or a health centre bears the name."""
    return text.removesuffix("s") in _called_things(words)


@lru_cache(maxsize=1)
def _called_things(words: Words) -> frozenset[str]:
    """The names that the text says a thing bears, without a genitive -s."""
    signs = (_is_named_thing, _is_said_to_be_a_thing, _is_firm, _is_quoted)
    return frozenset(
        text.removesuffix("s")
        for index, text in enumerate(words.texts)
        if not text.islower() and any(sign(words, index) for sign in signs)
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
    if words.text_at(index) == "av":  # "en upplaga av Ek"
        return words.text_at(index - 1) in context.naming
    if words.text_at(index) == "till":  # "döpt till Kalle"
        index -= 1
    noun = words.text_at(index)
    return noun in context.naming or noun in context.before or noun.endswith(context.rooms)


def _is_said_to_be_a_thing(words: Words, index: int) -> bool:
    """Whether it goes on with what a thing does or is: "Elvira används", "Siri, registret"."""
    if words.class_at(index - 1) in NAMES:  # the surname of somebody
        return False
    context, end = load_context_words(), _row_end(words, index + 1)
    verb = words.text_at(end)
    if verb in context.thing_verbs:
        return True
    if verb not in {"är", "var", ","} or (verb == "," and end > index + 1):
        return False
    for place in range(end + 1, end + 1 + PREDICATE):
        low = words.text_at(place)
        if low.endswith(context.things):
            return True
        if not low.isalpha() or low in context.aside or words.class_at(place) is WordClass.ROLE:
            return False
    return False


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


def _row_start(words: Words, start: int) -> int:
    """Where a row of single capitalised words begins that leads up to this one."""
    for _ in range(LONGEST_ROW):
        if words.text_at(start - 1) not in ROW or words.class_at(start - 2) not in CAPITALISED:
            break
        start -= 2
    return start


def _row_end(words: Words, end: int) -> int:
    """Where a row of single capitalised words ends that goes on here."""
    for _ in range(LONGEST_ROW):
        if words.text_at(end) not in ROW or words.class_at(end + 1) not in CAPITALISED:
            break
        end += 2
    return end
