"""Finds the names of known persons in a text, however they are written there.

A run is words side by side that one person's name can have: all of it or some, in any order and
case, with initials for some, "Ek, Anna" too. Where a run fits one person it gets that person's
code, where it fits several a code of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from spur_extract.pseudonyms.findings import Finding, Reason, with_genitive
from spur_extract.pseudonyms.initials import find_initials
from spur_extract.pseudonyms.judging import Judge, Run
from spur_extract.pseudonyms.people import People, Person
from spur_extract.pseudonyms.readings import is_word_in_lower_case
from spur_extract.pseudonyms.tokens import Token, tokens_of
from spur_extract.pseudonyms.words import load_everyday, load_words

GAP: Final = re.compile(r"\s*[-‐‑–'’´\u00ad]?\s*|[._]")
GAP_AFTER_INITIAL: Final = re.compile(r"\.?\s*[-‐‑–]?\s*")
GAP_IN_WORD: Final = re.compile(r"\u00ad(?:\s*\n\s*)?|[-‐‑]\s*\n\s*")
COMMA: Final = re.compile(r"\s*,\s*")
LONGEST_GAP: Final = 200  # characters
MOST_PARTICLES: Final = 4  # "de la" …
MOST_PIECES: Final = 4  # of a word torn at line ends
CLOSED: Final = re.compile(r"[.,;:)\n]|$")
"""After initials behind a surname ("Ek A."): "A" is also the word of an area or a grade."""
TIED: Final = re.compile(r"[-‐‑]\w|[\d_]")
"""Behind a letter that belongs to a word: "E-vitamin"."""
MOST_INITIALS: Final = 3  # letters of given names written together: "AK Ek"


class NameSearch:
    """The search through one text; `dated` when it is a deadline that holds a date."""

    def __init__(self, text: str, people: People, *, dated: bool = False) -> None:
        """Nothing is searched before `findings`."""
        self._text = text
        self._people = people
        self._tokens = tokens_of(text)
        self._judge = Judge(text, self._tokens, people, dated)

    def findings(self) -> Iterator[Finding]:
        """All names in the order of the text."""
        at = 0
        while at < len(self._tokens):
            if (joined := self._joined(self._tokens[at])) is not None:
                yield joined
                at += 1
                continue
            run = self._longest_run(at)
            if run is not None and (finding := self._judge.finding(run)) is not None:
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

    def _joined(self, token: Token) -> Finding | None:
        """A name that is written as one word; words of the language are none."""
        for key, genitive in ((token.key, False), (token.key.removesuffix("s"), True)):
            codes = self._people.by_joined.get(key)
            if not codes or token.key in load_everyday():
                continue
            several = len(codes) > 1
            code = self._people.local_code(key) if several else codes[0]
            respelled = Reason.OTHER_SPELLING if key in self._people.respelled else None
            reason = Reason.SEVERAL_PERSONS if several else respelled
            finding = Finding(token.start, token.end, code, reason)
            return with_genitive(self._text, finding, inside=genitive)
        return None

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
                return replace(longer, fitting=(*fits, *self._spelled_alike(longer, run)))
        return self._past_particle(run)

    def _spelled_alike(self, longer: Run, run: Run) -> Iterator[Person]:
        """Who else can be meant when a word is written without å, ä and ö: "Hal" for Hål, Häl."""
        if not longer.respelled:
            return
        for other in self._readings(run):
            same = (other.end, other.genitive) == (longer.end, longer.genitive)
            if same and other.parts and other.parts != longer.parts:
                yield from self._people.fitting(other.words)

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
        for key, end in self._whole_words(run.end):
            if not self._is_name_like(token, run):
                break
            longer = replace(run, end=end, after_initial=False)
            for part in self._people.parts_of(key):
                yield _with_part(longer, part, part != key)
            if key.endswith("s"):
                for part in self._people.parts_of(key[:-1]):
                    yield _with_part(replace(longer, genitive=True), part, part != key[:-1])
        if self._may_be_initials(token, run):
            letters = (*run.letters, *token.key)
            sequence = (*run.sequence, *token.key)
            end = run.end + 1
            yield replace(run, end=end, letters=letters, sequence=sequence, after_initial=True)

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
        parts_of = self._people.parts_of
        for part in parts_of(self._tokens[first].key):
            for person in self._people.by_part[part]:
                sequence = person.name.sequence
                there = self._tokens[first : first + len(sequence)]
                keys = [token.key for token in there]
                last = keys[-1].removesuffix("s")
                whole = len(keys) == len(sequence) and all(
                    key == own or own in parts_of(key)
                    for key, own in zip(keys[:-1], sequence, strict=False)
                )
                ends = {keys[-1], last, *parts_of(keys[-1]), *parts_of(last)}
                if whole and sequence[-1] in ends and not self._is_phrase(there):
                    yield len(sequence)

    def _is_phrase(self, tokens: list[Token]) -> bool:
        return " ".join(token.text for token in tokens) in load_words().phrases.words

    def _may_be_initials(self, token: Token, run: Run) -> bool:
        if run.parts and not CLOSED.match(self._text, token.end):
            own = any(token.key in one.name.letters for one in run.fitting)
            return own or (token.is_letter and self._is_after_given_name(token, run))
        if token.is_letter:
            return True
        few = len(token.text) <= MOST_INITIALS and token.text.isupper()
        return few and token.key not in load_words().abbreviations.words

    def _is_after_given_name(self, token: Token, run: Run) -> bool:
        """Whether a capital in the same line is the next initial of somebody's: "Anna E och"."""
        if "\n" in self._text[self._tokens[run.end - 1].end : token.start]:
            return False
        tied = TIED.match(self._text, token.end) is not None
        done = len(run.parts)
        return not tied and any(
            one.name.parts[:done] == run.parts
            and any(part.startswith(token.key) for part in one.name.parts[done:])
            for one in run.fitting
        )

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
            sequence=(*run.sequence, particle),
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


def _with_part(run: Run, part: str, respelled: bool) -> Run:
    return replace(
        run,
        parts=(*run.parts, part),
        sequence=(*run.sequence, part),
        respelled=run.respelled or respelled,
    )
