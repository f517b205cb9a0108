"""Finds the names of known persons in a text, however they are written there.

A run is words side by side that one person's name can have: all of it or some, in any order and
case, with initials for some, "Ek, Anna" too. Where a run fits one person it gets that person's
code, where it fits several a code of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from spur_extract.pseudonyms.findings import Finding, Reason, with_genitive
from spur_extract.pseudonyms.initials import find_initials
from spur_extract.pseudonyms.people import People, Person
from spur_extract.pseudonyms.readings import doubt, is_word_in_lower_case, left_standing
from spur_extract.pseudonyms.tokens import Token, tokens_of
from spur_extract.pseudonyms.words import load_words

GAP: Final = re.compile(r"\s*[-‐‑–'’´\u00ad]?\s*|[._]")
GAP_AFTER_INITIAL: Final = re.compile(r"\.?\s*[-‐‑–]?\s*")
GAP_IN_WORD: Final = re.compile(r"\u00ad(?:\s*\n\s*)?|[-‐‑]\s*\n\s*")
COMMA: Final = re.compile(r"\s*,\s*")
LONGEST_GAP: Final = 200  # characters
MOST_PARTICLES: Final = 4  # "de la" …
MOST_PIECES: Final = 4  # of a word torn at line ends
CLOSED: Final = re.compile(r"[.,;:)\n]|$")
"""After initials behind a surname ("Ek A."): "A" is also the word of an area or a grade."""
MOST_INITIALS: Final = 3  # letters of given names written together: "AK Ek"


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens from `first` up to `end`, taken as parts of a name and as initials of others."""

    first: int
    end: int
    parts: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    fitting: tuple[Person, ...] = ()
    genitive: bool = False
    after_initial: bool = False
    particles: int = 0


class NameSearch:
    """The search through one text; `dated` when it is a deadline that holds a date."""

    def __init__(self, text: str, people: People, *, dated: bool = False) -> None:
        """Nothing is searched before `findings`."""
        self._text = text
        self._people = people
        self._dated = dated
        self._tokens = tokens_of(text)

    def findings(self) -> Iterator[Finding]:
        """All names in the order of the text."""
        at = 0
        while at < len(self._tokens):
            if (code := self._people.by_joined.get(self._tokens[at].key)) is not None:
                yield Finding(self._tokens[at].start, self._tokens[at].end, code)
                at += 1
                continue
            run = self._longest_run(at)
            if run is not None and (finding := self._judged(run)) is not None:
                yield finding
                at = run.end
                continue
            initials = find_initials(self._text, self._tokens, at, self._people)
            if initials is not None:
                end, found = initials
                yield found
                at = end
                continue
            at += 1

    def _longest_run(self, at: int) -> Run | None:
        """The run of most words that begins at a token."""
        run = Run(at, at)
        while not run.genitive and (longer := self._extended(run)) is not None:
            run = longer
        if not run.parts:
            return None
        return self._with_given_name(run) or run

    def _extended(self, run: Run) -> Run | None:
        """The run with the next word, if one person can still be meant by all."""
        if run.end >= len(self._tokens) or not self._adjoins(run):
            return None
        for longer in self._readings(run):
            letters, parts = longer.letters, longer.parts
            pool = run.fitting or (
                self._people.by_part.get(parts[0], []) if parts else self._people.persons
            )
            fits = tuple(one for one in pool if one.leftover(parts, letters) is not None)
            if fits:
                return replace(longer, fitting=fits)
        return self._past_particle(run)

    def _adjoins(self, run: Run) -> bool:
        if run.end == run.first:
            return True
        gap = GAP_AFTER_INITIAL if run.after_initial else GAP
        return self._gap_is(gap, run.end)

    def _gap_is(self, gap: re.Pattern[str], at: int) -> bool:
        """Whether what stands before a token is of that kind; a long gap parts any words."""
        start, end = self._tokens[at - 1].end, self._tokens[at].start
        return end - start <= LONGEST_GAP and gap.fullmatch(self._text, start, end) is not None

    def _readings(self, run: Run) -> Iterator[Run]:
        """What the next word may be: a part, one torn at a line end, a genitive, an initial."""
        token = self._tokens[run.end]
        known = self._people.by_part
        for key, end in self._whole_words(run.end):
            if not self._is_name_like(token, run):
                break
            if key in known:
                yield replace(run, end=end, parts=(*run.parts, key), after_initial=False)
            if key.endswith("s") and key[:-1] in known:
                parts = (*run.parts, key[:-1])
                yield replace(run, end=end, parts=parts, genitive=True, after_initial=False)
        if self._may_be_initials(token, run):
            letters = (*run.letters, *token.key)
            yield replace(run, end=run.end + 1, letters=letters, after_initial=True)

    def _whole_words(self, at: int) -> Iterator[tuple[str, int]]:
        """Keys of the word at a token and of it with its rest after a line end, longest first."""
        key, end = self._tokens[at].key, at + 1
        found = [(key, end)]
        last = min(at + MOST_PIECES, len(self._tokens))
        while end < last and self._gap_is(GAP_IN_WORD, end):
            key, end = key + self._tokens[end].key, end + 1
            found.append((key, end))
        yield from reversed(found)

    def _is_name_like(self, token: Token, run: Run) -> bool:
        """Whether the word may be a name by its case; in lower case as a full name at least."""
        if token.capitalised or not is_word_in_lower_case(token):
            return True
        if run.end > run.first and self._text[token.start - 1] in "._":  # "anna_ek", "anna.ek"
            return True
        return self._is_full_name_around(run.first, run.end)

    def _is_full_name_around(self, first: int, at: int) -> bool:
        """Whether a full name, letter for letter, begins at `first` and holds the word `at`."""
        return any(first <= at < first + length for length in self._full_names(first))

    def _full_names(self, first: int) -> Iterator[int]:
        """The lengths in words of the full names that stand at a token."""
        for person in self._people.by_part.get(self._tokens[first].key, ()):
            sequence = person.name.sequence
            there = self._tokens[first : first + len(sequence)]
            keys = " ".join(token.key for token in there)
            whole = " ".join(sequence)
            if keys in {whole, f"{whole}s"} and not self._is_phrase(there):
                yield len(sequence)

    def _is_phrase(self, tokens: list[Token]) -> bool:
        return " ".join(token.text for token in tokens) in load_words().phrases.words

    def _may_be_initials(self, token: Token, run: Run) -> bool:
        if run.parts and not CLOSED.match(self._text, token.end):
            return any(token.key in one.name.letters for one in run.fitting)
        if token.is_letter:
            return True
        few = len(token.text) <= MOST_INITIALS and token.text.isupper()
        return few and token.key not in load_words().abbreviations.words

    def _past_particle(self, run: Run) -> Run | None:
        """The run with a small word ("von") and what follows it, if that belongs to the name."""
        particle = self._tokens[run.end].key
        persons = run.fitting or tuple(self._people.persons)
        with_it = tuple(one for one in persons if particle in one.name.particles)
        if not with_it or run.particles == MOST_PARTICLES:
            return None
        past = replace(
            run,
            end=run.end + 1,
            fitting=with_it,
            after_initial=False,
            particles=run.particles + 1,
        )
        if run.first == run.end:
            following = self._extended(replace(past, fitting=()))
            return following if following and set(following.fitting) <= set(with_it) else None
        return self._extended(past)

    def _with_given_name(self, run: Run) -> Run | None:
        """The run and, behind a comma, what it lacks of the name: "Ek, Anna", "Ek, A."."""
        if run.genitive or run.end >= len(self._tokens):
            return None
        if not self._gap_is(COMMA, run.end):
            return None
        longer: Run | None = run
        last = None
        while longer is not None and not longer.genitive:
            joined = longer is run
            longer = self._behind_comma(longer) if joined else self._extended(longer)
            last = longer or last
        if last is None or self._goes_on(last):
            return None
        whole = [one for one in last.fitting if one.leftover(last.parts, last.letters) == {}]
        surname_first = not any(
            one.name.is_full and one.name.parts[0] in run.parts for one in whole
        )
        return replace(last, fitting=tuple(whole)) if whole and surname_first else None

    def _behind_comma(self, run: Run) -> Run | None:
        for longer in self._readings(run):
            fits = tuple(
                one for one in run.fitting if one.leftover(longer.parts, longer.letters) is not None
            )
            if fits:
                return replace(longer, fitting=fits)
        return None

    def _goes_on(self, run: Run) -> bool:
        """Whether another part of some name follows directly, as in "Lind, Anna Ek"."""
        if run.end >= len(self._tokens) or not self._adjoins(run):
            return False
        following = self._tokens[run.end]
        return following.capitalised and following.key in self._people.by_part

    def _judged(self, run: Run) -> Finding | None:
        """The run's code and what is to be said about it; None when it is no name here."""
        lone = len(run.parts) == 1 and run.end - run.first == 1
        token = self._tokens[run.first]
        reason = None
        if lone:
            if left_standing(self._text, token, dated=self._dated):
                return None
            reason = doubt(self._text, token)
            if reason is Reason.LOWER_CASE and not any(one.named for one in run.fitting):
                return None
        start, end = token.start, self._tokens[run.end - 1].end
        if reason is Reason.LEFT_AS_A_WORD:
            return Finding(start, end, None, reason)
        code, unsure = self._code(run)
        if run.after_initial and self._text[end : end + 1] == ".":
            end += 1
        finding = Finding(start, end, code, unsure or reason)
        return with_genitive(self._text, finding, inside=run.genitive)

    def _code(self, run: Run) -> tuple[str, Reason | None]:
        """The code of the one person meant, or one for these words in this report."""
        exact = [one for one in run.fitting if one.name.parts == run.parts and not run.letters]
        persons = exact if exact and exact[0].name.is_full else list(run.fitting)
        codes = {person.code for person in persons}
        if len(codes) > 1:
            words = " ".join((*run.letters, *run.parts))
            return self._people.local_code(words), Reason.SEVERAL_PERSONS
        suspected = not any(person.certain for person in persons)
        return persons[0].code, Reason.SUSPECTED if suspected else None
