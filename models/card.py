"""The tables of the model card `README.md`, made from the scores."""

from collections.abc import Iterable, Mapping
from pathlib import Path

CARD = Path(__file__).parent / "README.md"
BEGIN, END = "<!-- scores: begin -->", "<!-- scores: end -->"

Row = Mapping[str, str | float]


def table(rows: Iterable[Row]) -> str:
    """The scores as a Markdown table."""
    lines = [
        "| texts | way | names | precision | recall | false per 5,000 words | of these nobody's |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {row['texts']} | {row['way']} | {row['names']} | {row['precision']:.4f} "
        f"| {row['recall']:.4f} | {row['false_per_5000']:.2f} | {row['strangers_per_5000']:.2f} |"
        for row in rows
    ]
    return "\n".join(lines)


def with_table(card: str, shown: str) -> str:
    """A card with what stands between its marks replaced; ValueError when they are missing."""
    before, begin, rest = card.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"README.md: {BEGIN} and {END} are missing")
    return f"{before}{BEGIN}\n\n{shown}\n\n{END}{after}"


def write_card(rows: Iterable[Row]) -> None:
    """Write the table into `README.md`."""
    CARD.write_text(with_table(CARD.read_text(encoding="utf-8"), table(rows)), encoding="utf-8")
