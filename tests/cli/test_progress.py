"""How far a conversion is: what the lines of a log say, and how long it will take."""

from pathlib import Path

import pytest

from spur_extract.archive import RunEntry, Status, convert
from spur_extract.cli.progress import LogLines, Pace
from tests.cli.program import samples


class Run:
    """A run whose clock the test turns."""

    def __init__(self, total: int, to_convert: int | None = None) -> None:
        """So many files, of which so many are told to be new."""
        self.now = 1000.0
        self.lines: list[str] = []
        self.done, self.total = 0, total
        self.log = LogLines(self.lines.append, lambda: self.now)
        self.pace = Pace(lambda: self.now)
        if to_convert is not None:
            self.log.expect(to_convert)
            self.pace.expect(to_convert)

    def files(
        self, count: int, seconds: float, status: Status = Status.CONVERTED, *, known: bool = False
    ) -> None:
        """So many files are done, each after so many seconds."""
        for _ in range(count):
            self.now += seconds
            self.done += 1
            entry = RunEntry(path="a.txt", status=status, seconds=seconds, known=known)
            self.log(entry, self.done, self.total)
            self.pace.note(entry, self.done, self.total)


def test_a_line_soon_and_then_every_ten_seconds() -> None:
    told = Run(1000, 1000)
    told.files(60, 0.5)
    assert [line.split(" of ")[0] for line in told.lines] == ["4", "24", "44"]
    assert told.lines[0] == "4 of 1000 files, 0 not converted, 2.0 files/s, about 0:08:18 left"
    told.files(1, 0.0)
    assert len(told.lines) == 3


def test_a_short_run_says_nothing() -> None:
    told = Run(10, 10)
    told.files(10, 0.1)
    assert told.lines == []


def test_a_long_look_for_files_is_told() -> None:
    told = Run(10, 10)
    told.log.say_that_it_begins()
    assert told.lines == ["Begun; no file is done yet."]
    told.files(1, 1.0)
    told.log.say_that_it_begins()
    assert len(told.lines) == 1


def test_failures_and_refusals_are_counted_known_ones_too() -> None:
    told = Run(100)
    told.files(3, 0.1, Status.FAILED)
    told.files(2, 0.1, Status.REFUSED, known=True)
    told.files(4, 0.1, Status.CONVERTED_WITH_WARNINGS)
    told.files(1, 30.0, Status.SKIPPED, known=True)
    assert told.lines[-1].startswith("10 of 100 files, 5 not converted, ")


def test_time_left_after_a_long_start() -> None:
    """Fifteen seconds go by before the first file; 120 of 50,120 files are new."""
    told = Run(50_120, 120)
    told.now += 15
    told.files(1, 0.0)
    assert told.lines == ["1 of 50120 files, 0 not converted"]
    told.files(10, 0.1)
    told.files(1000, 0.001, Status.SKIPPED, known=True)
    assert told.pace.left == pytest.approx(109 * 0.1 + 49_000 * 0.001)
    assert told.pace.rate == pytest.approx(10)


def test_known_files_that_come_first_do_not_promise_too_much() -> None:
    told = Run(50_000, 5_000)
    told.files(45_000, 0.001, Status.SKIPPED, known=True)
    assert told.pace.left is None  # nobody knows how long one takes to convert
    assert " left" not in told.lines[-1]
    told.files(11, 0.1)
    assert told.pace.left == pytest.approx(4_989 * 0.1)


def test_without_a_word_of_what_is_new_the_rest_is_taken_to_be_like_the_past() -> None:
    told = Run(200)
    told.files(50, 0.001, Status.SKIPPED, known=True)
    told.files(50, 1.0)
    assert told.pace.left == pytest.approx(50 * 1.0 + 50 * 0.001)


def test_at_the_end_nothing_is_left() -> None:
    told = Run(5, 7)
    told.files(5, 1.0)
    assert told.pace.left == 0


@pytest.mark.parametrize("again", [False, True])
def test_convert_tells_what_to_expect(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, again: bool
) -> None:
    expected: list[int] = []

    def expect(_: LogLines, to_convert: int) -> None:
        expected.append(to_convert)

    if again:
        convert([samples()[0].parent], tmp_path / "out")
    monkeypatch.setattr(LogLines, "expect", expect)
    convert([samples()[0].parent], tmp_path / "out", LogLines(lambda _: None))
    assert expected == [0 if again else len(samples())]
