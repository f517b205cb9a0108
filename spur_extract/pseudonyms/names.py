"""A name taken apart: what is searched for, and the form its code is made of."""

import re
from dataclasses import dataclass, replace
from typing import Final, Self

from spur_extract.language.parties.roles import find_roles
from spur_extract.pseudonyms.tokens import Token, spellings, tokens_of
from spur_extract.pseudonyms.words import load_words

GENITIVE_SIGN: Final = re.compile(r"[:'’´]s?(?=\W*$)")
SHORTEST_GENITIVE: Final = 3  # letters


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a person.

    `parts` are the keys of given names and surnames, `particles` those of the small words between
    them ("von"), `letters` its initials that stand for a name, `sequence` all of these in order.
    `spellings` are the keys of each part written otherwise, `capitals` the parts written in capital
    letters only.
    """

    parts: tuple[str, ...]
    particles: frozenset[str]
    letters: tuple[str, ...]
    sequence: tuple[str, ...]
    spellings: tuple[frozenset[str], ...] = ()
    capitals: frozenset[str] = frozenset()

    @property
    def is_full(self) -> bool:
        """Whether it has a given name and a surname: then it names the same person anywhere."""
        return len(self.parts) > 1

    @property
    def normal(self) -> str:
        """The same for every way of writing it: in lower case, titles and accents left out, blanks
        and hyphens alike, the surname first or last."""
        return normal_form(self.sequence)

    def without_s(self) -> Self | None:
        """What the name is if its -s is a genitive's; None if it ends otherwise."""
        last = self.parts[-1] if self.parts else ""
        if len(last) < SHORTEST_GENITIVE or not last.endswith("s") or self.sequence[-1] != last:
            return None
        short = last[:-1]
        return replace(
            self,
            parts=(*self.parts[:-1], short),
            sequence=(*self.sequence[:-1], short),
            spellings=(*self.spellings[:-1], spellings(short)),
        )


def read_name(written: str) -> Name:
    """Take a name apart; a text without letters gives a name without parts."""
    tokens = name_tokens(_ordered(written))
    while tokens and _is_particle(tokens, len(tokens) - 1):
        tokens.pop()
    particles = [token.key for at, token in enumerate(tokens) if _is_particle(tokens, at)]
    letters = [token.key for token in tokens if token.is_letter]
    parts = [
        token
        for at, token in enumerate(tokens)
        if not token.is_letter and not _is_particle(tokens, at)
    ]
    return Name(
        parts=tuple(token.key for token in parts),
        particles=frozenset(particles),
        letters=tuple(letters),
        sequence=tuple(token.key for token in tokens),
        spellings=tuple(spellings(token.text) for token in parts),
        capitals=frozenset(token.key for token in parts if token.text.isupper()),
    )


def normal_form(sequence: tuple[str, ...]) -> str:
    """The words from that one on which makes them first in the alphabet: who begins a name with
    the surname ("Ek Anna") turns it round, but keeps the order of given names and of surnames."""
    turned = [(*sequence[at:], *sequence[:at]) for at in range(len(sequence))]
    return " ".join(min(turned, default=()))


def name_tokens(text: str) -> list[Token]:
    """The words of a name without titles, roles and abbreviations such as ST."""
    tokens = tokens_of(text)
    shouted = all(token.text.isupper() for token in tokens)
    return [token for token in tokens if not _is_title(token, shouted=shouted)]


def is_role(word: str) -> bool:
    """Whether the word is a title of a role in any form: roles stay."""
    return any(role.end - role.start == len(word) for role in find_roles(word))


def _ordered(written: str) -> str:
    """ "Ek, Anna" as "Anna Ek", and without a genitive's sign."""
    text = GENITIVE_SIGN.sub("", written)
    surname, comma, given = text.partition(",")
    return f"{given} {surname}" if comma and given.strip() and "," not in given else text


def _is_title(token: Token, *, shouted: bool) -> bool:
    words = load_words()
    abbreviated = token.text.isupper() and not shouted and not token.is_letter
    if abbreviated and token.key in words.abbreviations.words:
        return True
    return token.key in words.titles or is_role(token.text)


def _is_particle(tokens: list[Token], at: int) -> bool:
    """A small word inside a name; in front of it only in lower case, since "Du" is a name, too."""
    token = tokens[at]
    if token.key not in load_words().particles or token.is_letter:
        return False
    return not token.capitalised or 0 < at < len(tokens) - 1
