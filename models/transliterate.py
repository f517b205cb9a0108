"""Names of other scripts in Latin letters, roughly as they are written in Sweden."""

import unicodedata

CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zj", "з": "z", "и": "i",
    "й": "j", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "ts", "ч": "tj", "ш": "sj", "щ": "sjtj", "ъ": "",
    "ы": "y", "ь": "", "э": "e", "ю": "ju", "я": "ja", "ё": "jo", "і": "i", "ї": "ji", "є": "je",
    "ґ": "g", "ѓ": "g", "ќ": "k", "љ": "lj", "њ": "nj", "џ": "dz", "ј": "j", "ѕ": "z", "ћ": "c",
}  # fmt: skip
GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i",
    "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s",
    "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
GREEK_PAIRS = {"ου": "ou", "αι": "ai", "ει": "ei", "οι": "oi", "μπ": "b", "ντ": "d", "γκ": "g"}
LETTERS = CYRILLIC | GREEK
LAST_LATIN = "\u024f"


def in_latin_letters(name: str) -> str | None:
    """The name in Latin letters, or None when it has letters that are not known here."""
    if all(character <= LAST_LATIN or character == "’" for character in name):
        return name
    low = unicodedata.normalize("NFD", name.lower())
    low = unicodedata.normalize("NFC", "".join(c for c in low if c not in "\u0301\u0308\u0344"))
    for pair, letters in GREEK_PAIRS.items():
        low = low.replace(pair, letters)
    latin = "".join(LETTERS.get(c, c if c <= LAST_LATIN else "?") for c in low)
    return None if "?" in latin else latin.title()
