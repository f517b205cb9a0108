"""Options around letters: lines that read alike are matched once, and found at each place."""

from collections.abc import Sequence

from spur_extract.catalogue import EntryKind, load_catalogue
from spur_extract.layout.lines import LaidLine, lay_out
from spur_extract.reading.text import read_text
from spur_extract.recognition.matching import Match, Matcher
from spur_extract.recognition.table_options import table_options

CATALOGUE = load_catalogue()
OPTION = next(
    entry
    for entry in CATALOGUE.entries
    if entry.kind is EntryKind.GRADE_OPTION and entry.grade == "B"
)


class CountingMatcher(Matcher):
    """Counts how often it was asked."""

    asked = 0

    def matches(self, lines: Sequence[LaidLine]) -> list[Match]:
        self.asked += 1
        return super().matches(lines)


def options_in(text: str) -> tuple[list[Match], int]:
    """What is found in `text`, and how many windows were matched for it."""
    matcher = CountingMatcher(CATALOGUE.entries, CATALOGUE.wording.negations)
    lines = lay_out(read_text(text.encode(), "printed.txt"))
    return list(table_options(lines, matcher, CATALOGUE.entries)), matcher.asked


def test_lines_that_read_alike_are_matched_once() -> None:
    few, many = (options_in("B Socialstyrelsens\n" * count)[1] for count in (30, 300))
    assert 0 < many == few


def test_an_option_is_found_wherever_it_stands() -> None:
    wording = OPTION.text.removeprefix("B").lstrip(". ").split()
    half = len(wording) // 2
    row = f"{' '.join(wording[:half])}\nB {' '.join(wording[half:])}\n"
    found, _ = options_in(row + "Annan text.\n" + row)
    places = {(match.first, match.last) for match in found if match.entry.grade == "B"}
    assert {(0, 1), (3, 4)} <= places
