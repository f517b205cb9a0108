"""Names by where they come from: Faker's lists, in Latin letters, and the lists in `assets/`."""

import importlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from zlib import crc32

from models.transliterate import in_latin_letters

ASSETS = Path(__file__).parent / "assets"
LOCALES = [
    "bg_BG", "cs_CZ", "da_DK", "de_AT", "de_DE", "el_GR", "en_GB", "en_IE", "en_IN", "en_PK",
    "en_US", "es_AR", "es_CL", "es_ES", "et_EE", "fi_FI", "fr_DZ", "fr_FR", "hr_HR", "hu_HU",
    "is_IS", "it_IT", "lt_LT", "lv_LV", "mk_MK", "nl_NL", "no_NO", "pl_PL", "pt_PT", "ro_RO",
    "ru_RU", "sk_SK", "sl_SI", "sv_SE", "tr_TR", "uk_UA", "vi_VN",
]  # fmt: skip
GIVEN = ("first_names", "first_names_male", "first_names_female", "first_names_est")
SURNAMES = ("last_names", "last_names_male", "last_names_female", "last_names_est")


def read_words(name: str) -> list[str]:
    """The words of a list in `assets/`; lines that begin with # are comments."""
    lines = (ASSETS / name).read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


@cache
def faker_names(locale: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Given names and surnames of a Faker locale, sorted, in Latin letters, of one word each."""
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    return _collected(provider, GIVEN), _collected(provider, SURNAMES)


def _collected(provider: object, lists: Iterable[str]) -> tuple[str, ...]:
    names: set[str] = set()
    for key in lists:
        found = getattr(provider, key, ())
        if not isinstance(found, property):
            names.update(str(name) for name in found)
    latin = {in_latin_letters(name.strip()) for name in names}
    return tuple(
        sorted(
            name
            for name in latin
            if name and name[0].isupper() and len(name) > 1 and " " not in name
        )
    )


@cache
def own_names(file_name: str) -> dict[str, tuple[str, ...]]:
    """The lists of a file in `assets/` by the comment line above each."""
    found: dict[str, tuple[str, ...]] = {}
    heading = ""
    for line in (ASSETS / file_name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = line.removeprefix("#").strip()
        elif line:
            found[heading] = (*found.get(heading, ()), *line.split())
    return found


@cache
def is_held_back(name: str) -> bool:
    """Whether a name is kept out of the training texts, about one in six."""
    return crc32(name.encode()) % 6 == 0
