"""Swedish text of our own invention, and dumps built from it."""

PROSE = """Övriga intryck från besöket på Ängslyckans övningsenhet

Åtta läkare går här. Två av dem började i våras och känner sig välkomna.
Mötesrummet är rymligt, men tavlan står så att få kan läsa från fönsterraden.
Någon frågade efter en säng på jourrummet; den är beställd och väntas före påsk.
Hörsalen delas med sjuksköterskornas grundutbildning. Där får också Renée föreläsa.
"""

WINDOWS_PROSE = PROSE + "De kallar det ”fikaronden” – och den är populär…\n"

WORDS = tuple(dict.fromkeys(PROSE.replace(".", "").replace(",", "").split()))


def dump(
    sizes: list[int], regular: int = 1, page_gap: int = 3, blank: str = "", newline: str = "\n"
) -> str:
    """Print pages of so many lines, `regular` blank lines apart, pages `page_gap` blank lines."""
    line_end = newline + (blank + newline) * regular
    page_end = newline + (blank + newline) * page_gap
    pages = [
        line_end.join(f"sida {page} rad {line} på tåget" for line in range(1, size + 1))
        for page, size in enumerate(sizes, 1)
    ]
    return page_end.join(pages) + newline
