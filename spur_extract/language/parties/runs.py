"""Runs of capitalised words that stand side by side in a field."""

import re
from collections.abc import Iterator

from spur_extract.language.parties.name_words import load_name_words
from spur_extract.language.parties.words import Word, search_before

# Between the words of one name: blanks (more of them part columns), at most one line end, and the
# full stop of an initial.
BLANKS = re.compile(r"[^\S\n]{1,2}|[^\S\n]*\n[^\S\n]*")
INITIAL_GAP = re.compile(r"\.?[-‐‑]?\s*")
INITIALS = re.compile(r"[^\W\d_](?:[-‐‑][^\W\d_])?")
ENDS_IN_INITIAL = re.compile(r".*[-‐‑][^\W\d_]")  # "Karl-G. Ek"
AFTER_SHORTENED = re.compile(r"[a-zà-ÿ]\.$")
LONGEST_RUN = 20  # words; more are no names in any order
# "al-Hassan", "d'Orsay": a small prefix and a capital after it.
PREFIXED = re.compile(r"[^\W\d_]{1,3}[-‐‑'’](?P<rest>.+)")


def is_capitalised(word: Word) -> bool:
    """Whether it begins with a capital, or has one behind a small prefix."""
    if word.text[0].isupper():
        return True
    prefixed = PREFIXED.fullmatch(word.text)
    return prefixed is not None and prefixed["rest"][0].isupper()


def is_initial(word: Word) -> bool:
    """Whether it is the initial of a name, or two joined by a hyphen."""
    return INITIALS.fullmatch(word.text) is not None and word.text[0].isupper()


def is_noble(word: Word) -> bool:
    """Whether it is a particle that a surname without given name can begin with."""
    return word.text in load_name_words().noble_particles


def find_runs(text: str, words: list[Word]) -> Iterator[tuple[list[Word], Word | None]]:
    """Capitalised words side by side with particles between them, and the word after each run."""
    particles = load_name_words().particles
    run: list[Word] = []
    pending: list[Word] = []
    for index, word in enumerate(words):
        capitalised = is_capitalised(word)
        if is_initial(word) and search_before(AFTER_SHORTENED, text, word.start):
            capitalised = False  # "Ph.D."
        if run:
            previous = pending[-1] if pending else run[-1]
            dotted = is_initial(previous) or ENDS_IN_INITIAL.fullmatch(previous.text)
            joins = INITIAL_GAP if dotted else BLANKS
            adjoins = joins.fullmatch(text, previous.end, word.start)
            joined = adjoins and (capitalised or word.text in particles)
            if not joined or len(run) >= LONGEST_RUN:
                yield run, pending[0] if pending else word
                run, pending = [], []
        if capitalised:
            run += [*(pending if run else _particles_before(text, words, index)), word]
            pending = []
        elif run:
            pending.append(word)
    if run:
        yield run, pending[0] if pending else None


def _particles_before(text: str, words: list[Word], index: int) -> list[Word]:
    """The particles that a surname without given name begins with: "von Otter"."""
    start = index
    while start and words[start - 1].text in load_name_words().particles:
        if not BLANKS.fullmatch(text, words[start - 1].end, words[start].start):
            break
        start -= 1
    found = words[start:index]
    return found if any(is_noble(particle) for particle in found) else []
