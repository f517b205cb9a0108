"""Whether words that could be somebody's name are it where they stand, and whose."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from spur_extract.pseudonyms.findings import Finding, Reason, stop_after, with_genitive
from spur_extract.pseudonyms.people import People, Person, Words
from spur_extract.pseudonyms.readings import doubt, is_abbreviation, left_standing
from spur_extract.pseudonyms.tokens import Token
from spur_extract.pseudonyms.words import load_words

WORD_AFTER: Final = re.compile(r"\s+([^\W\d_]+)")


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
    sequence: tuple[str, ...] = ()
    respelled: bool = False

    @property
    def words(self) -> Words:
        """What is taken for a name."""
        return Words(self.parts, self.letters, self.sequence)


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges runs of one text; `dated` when it is a deadline that holds a date."""

    text: str
    tokens: Sequence[Token]
    people: People
    dated: bool

    def finding(self, run: Run) -> Finding | None:
        """The run's code and what is to be said about it; None when it is no name here."""
        lone = len(run.parts) == 1 and run.end - run.first == 1
        token = self.tokens[run.first]
        start, end = token.start, self.tokens[run.end - 1].end
        reason = None
        if lone:
            if left_standing(self.text, token, dated=self.dated) or self._is_short(token, run):
                return None
            reason = doubt(self.text, token, self.people.words)
            if reason is Reason.LOWER_CASE and not any(one.named for one in run.fitting):
                return None
            if run.respelled and reason is Reason.ALSO_A_WORD:
                reason = Reason.LEFT_AS_A_WORD
        if reason is Reason.LEFT_AS_A_WORD:
            return Finding(start, end, None, reason)
        code, unsure, settled = self._code(run)
        if run.after_initial:
            end += stop_after(self.text, end)
        respelled = Reason.OTHER_SPELLING if run.respelled else None
        finding = Finding(start, end, code, unsure or respelled or reason)
        return with_genitive(self.text, finding, inside=run.genitive and settled)

    def _is_short(self, token: Token, run: Run) -> bool:
        """Whether it is an abbreviation, and no field writes the name in capitals."""
        own = any(token.key in one.name.capitals for one in run.fitting)
        return is_abbreviation(self.text, token) and not own

    def _code(self, run: Run) -> tuple[str, Reason | None, bool]:
        """The code of the one person meant, or one for these words in this report; and whether it
        is settled that an -s is or is not a genitive's."""
        people = self.people
        meant = people.meant(run.words, run.fitting)
        other = self._other_reading(run)
        rivals = people.meant(other, people.fitting(other)) if other is not None else []
        code, reason = people.code_of(run.words, meant)
        unknown = other is not None and not rivals
        if unknown or {one.code for one in rivals} - {one.code for one in meant}:
            as_written = other if run.genitive and other is not None else run.words
            return people.local_code(str(as_written)), Reason.SEVERAL_PERSONS, False
        return code, reason, True

    def _other_reading(self, run: Run) -> Words | None:
        """The words with a last -s taken for a genitive's, or for the name's own, if it may be."""
        last = run.parts[-1]
        if run.sequence[-1] != last:
            return None
        if run.genitive:
            other = run.words.ending_in(f"{last}s")
            is_name = len(run.parts) == 1 and f"{last}s" in load_words().names_in_s.words
            return other if is_name or self.people.fitting(other) else None
        if not last.endswith("s") or not self._may_be_genitive(run):
            return None
        other = run.words.ending_in(last[:-1])
        return other if self.people.fitting(other) else None

    def _may_be_genitive(self, run: Run) -> bool:
        """Whether a word follows that something may be called which is somebody's."""
        following = WORD_AFTER.match(self.text, self.tokens[run.end - 1].end)
        if following is None:
            return False
        small = load_words().no_genitive_before
        word = following[1].casefold()
        return not (word in small.always or (len(run.parts) > 1 and word in small.full_names))
