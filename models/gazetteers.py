"""Writes the gazetteers of `spur_extract/language/gazetteers/` from Faker and `assets/`.

`python -m models.gazetteers`. Lower case, sorted, filled lines: small, and easy to compare.
"""

import textwrap
from collections.abc import Sequence
from pathlib import Path

from models.name_sources import LOCALES, faker_names, own_names, read_words
from models.vocabulary import lower_case_words
from spur_extract.language.parties.name_words import load_name_words

TARGET = Path(__file__).parent.parent / "spur_extract" / "language" / "gazetteers"
SHORTEST = {"is_IS": 6, "tr_TR": 5, "sv_SE": 3, "fi_FI": 3, "da_DK": 3, "no_NO": 3}
NORDIC = ("sv_SE", "fi_FI", "da_DK", "no_NO")
"""Locales whose given names are frequent enough in Sweden to be told without a surname."""
SHORTEST_ELSEWHERE = 4
"""Letters of a name taken from Faker: its shorter ones are too often other words."""


def gazetteers() -> dict[str, set[str]]:
    """The content of each gazetteer by file name without suffix, in lower case."""
    ambiguous = _low(read_words("ambiguous_given_names.txt"))
    terms, places = _low(read_words("terms.txt")), _low(read_words("places.txt"))
    refused = _low(read_words("no_given_names.txt"))
    own = _low(read_words("given_names.txt"))
    faker_given = _from_faker(0)
    faker_surnames = _from_faker(1)
    frequent = _frequent() | load_name_words().first_names
    own |= frequent
    given = (own | faker_given | ambiguous) - refused
    surnames = (_low(read_words("surnames.txt")) | faker_surnames) - refused - given
    doubtful = given & (ambiguous | terms | places)
    return {
        "given_names": given - doubtful,
        "frequent_given_names": (frequent | _from_faker(0, NORDIC)) - refused - doubtful,
        "doubtful_given_names": doubtful,
        "surnames": surnames - terms - places,
        "places": places,
        "terms": terms - places,
        "words": _low(read_words("words.txt")) - given - surnames,
        "vocabulary": lower_case_words() - given - (surnames - {"under"}),
        "abbreviations": _low(read_words("abbreviations.txt")),
        "doubtful_surnames": _low(read_words("doubtful_surnames.txt"))
        | (terms & (_low(read_words("surnames.txt")) | faker_surnames)),
    }


def _frequent() -> set[str]:
    """The lists of names as they are frequent in Sweden: all but those with more of them."""
    return {
        name.lower()
        for heading, names in own_names("given_names.txt").items()
        if not heading.startswith("More") or heading.startswith(("More Swedish", "More Nordic"))
        for name in names
    }


def _low(words: list[str]) -> set[str]:
    return {word.lower() for word in words}


def _from_faker(position: int, locales: Sequence[str] = LOCALES) -> set[str]:
    """Given names (0) or surnames (1) of some locales, without the very short ones."""
    return {
        name.lower()
        for locale in locales
        for name in faker_names(locale)[position]
        if len(name) >= SHORTEST.get(locale, SHORTEST_ELSEWHERE)
        and name.replace("-", "").replace("'", "").isalpha()
    }


def main() -> None:
    """Write all gazetteers."""
    TARGET.mkdir(exist_ok=True)
    for name, words in gazetteers().items():
        lines = textwrap.fill(
            " ".join(sorted(words)), 100, break_long_words=False, break_on_hyphens=False
        )
        (TARGET / f"{name}.txt").write_text(lines + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
