"""Invents persons: names of many origins in the shapes that they have in reports."""

from dataclasses import dataclass
from random import Random

from models.name_sources import faker_names, is_held_back, own_names

SWEDISH_SHARE = 0.4
FAKER_LOCALES = (
    "fi_FI da_DK no_NO de_DE pl_PL hr_HR hu_HU ro_RO it_IT es_ES tr_TR el_GR ru_RU lt_LT nl_NL "
    "cs_CZ is_IS en_GB fr_FR uk_UA lv_LV et_EE bg_BG"
)
# Comment lines of the lists in assets/: which given names go with which surnames.
OWN = (
    ("Arabic (Iraq, Syria, Lebanon, Egypt)", "Arabic"),
    ("Persian, Dari, Pashto", "Persian, Dari, Kurdish"),
    ("Kurdish", "Persian, Dari, Kurdish"),
    ("Somali", "Horn of Africa"),
    ("Eritrea, Ethiopia", "Horn of Africa"),
    ("India, Pakistan, Bangladesh, Sri Lanka", "South and East Asia"),
    ("Chinese, Vietnamese, Korean, Thai", "South and East Asia"),
    (
        "Balkans and Turkey as written in Sweden",
        "Balkans, Turkey, Caucasus, East Europe as written in Sweden",
    ),
    (
        "Assyrian, Armenian, Georgian, Central Asia",
        "Balkans, Turkey, Caucasus, East Europe as written in Sweden",
    ),
    ("West Africa, Latin America, Iberia, Philippines", "Baltic, Iceland, others"),
)
NORDIC = "Swedish, Nordic and Baltic: short, double and less common forms"
PARTICLES = ("von", "af", "van der", "de", "de la", "van", "el", "ter", "di")


@dataclass(frozen=True, slots=True)
class Person:
    """A name in two parts, each of one word or more."""

    given: str
    surname: str

    @property
    def full(self) -> str:
        """Both parts."""
        return f"{self.given} {self.surname}"

    @property
    def initials(self) -> str:
        """The first letters of all words that begin with a capital."""
        return "".join(word[0] for word in self.full.split() if word[0].isupper())


class People:
    """Draws persons; none of their name parts is one that is held back."""

    def __init__(self, random: Random) -> None:
        """`random` decides everything."""
        self.random = random

    def draw(self) -> Person:
        """A person nobody has drawn, as far as chance goes."""
        given, surnames = self._origin()
        first, last = self._pick(given), self._pick(surnames)
        shape = self.random.random()
        if shape < 0.08:
            last = f"{last}-{self._pick(surnames)}"
        elif shape < 0.12 and " " not in last:
            last = f"{self.random.choice(PARTICLES)} {last}"
        elif shape < 0.2:
            first = f"{first} {self._pick(given)}"
        elif shape < 0.26:
            first = f"{first} {self._pick(given)[0]}"
        elif shape < 0.3:
            last = f"{self._pick(surnames)} {last}"
        elif shape < 0.33 and "-" not in first:
            first = f"{first}-{self._pick(given)}"
        return Person(first, last)

    def _pick(self, names: tuple[str, ...]) -> str:
        while is_held_back(name := self.random.choice(names)):
            pass
        return name

    def _origin(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        chance = self.random.random()
        if chance < SWEDISH_SHARE:
            given = self.random.choice(
                (faker_names("sv_SE")[0], own_names("given_names.txt")[NORDIC])
            )
            return given, own_names("surnames.txt")["Sweden"]
        if chance < (1 + SWEDISH_SHARE) / 2:
            given_list, surname_list = self.random.choice(OWN)
            return (
                own_names("given_names.txt")[given_list],
                own_names("surnames.txt")[surname_list],
            )
        return faker_names(self.random.choice(FAKER_LOCALES.split()))


class ListedPeople(People):
    """Draws persons from a list of full names, each once before any comes again."""

    def __init__(self, random: Random, names: list[str]) -> None:
        """`names`: given name first; particles belong to the surname."""
        super().__init__(random)
        self.names = names
        self.left: list[str] = []

    def draw(self) -> Person:
        """The next of the shuffled list."""
        if not self.left:
            self.left = self.random.sample(self.names, len(self.names))
        words = self.left.pop().split()
        cut = next((i for i, word in enumerate(words) if i and word[0].islower()), len(words) - 1)
        return Person(" ".join(words[:cut]), " ".join(words[cut:]))
