"""Which files are converted, and the place each gets."""

import os
from pathlib import Path
from typing import Any

import pytest

from spur_extract.archive.inputs.collecting import collect
from spur_extract.errors import InputNotFoundError, InputNotReadableError, OutputError


def _make(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def _places(*paths: Path, output: Path | None = None) -> list[str]:
    return [file.place.as_posix() for file in collect(paths, output or paths[0] / "out").files]


def test_a_folder_is_walked_sorted_and_mirrored(tmp_path: Path) -> None:
    _make(tmp_path, "b/x.txt", "b/Å.TXT", "a/x.txt", "x.text", "x.txt", "x.pdf", "readme.md")
    assert _places(tmp_path) == ["a/x.txt", "b/x.txt", "b/Å.TXT", "x.pdf", "x.text", "x.txt"]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    _make(tmp_path, ".x.txt", ".git/x.txt", "x.txt")
    assert _places(tmp_path) == ["x.txt"]


def test_the_output_folder_is_not_read(tmp_path: Path) -> None:
    _make(tmp_path, "x.txt", "results/json/y.txt")
    assert _places(tmp_path, output=tmp_path / "results") == ["x.txt"]


def test_a_file_named_itself_is_taken_whatever_its_name(tmp_path: Path) -> None:
    _make(tmp_path, "report.dump", ".hidden")
    paths = [tmp_path / "report.dump", tmp_path / ".hidden"]
    assert _places(*paths, output=tmp_path / "out") == [".hidden", "report.dump"]


def test_a_file_reached_twice_is_taken_once(tmp_path: Path) -> None:
    _make(tmp_path, "a/x.txt")
    (tmp_path / "link").symlink_to(tmp_path / "a", target_is_directory=True)
    paths = [tmp_path / "a", tmp_path / "a" / "x.txt", tmp_path / "a" / ".." / "a"]
    paths.append(tmp_path / "link")
    assert _places(*paths, output=tmp_path / "out") == ["x.txt"]


def test_several_roots_are_mirrored_below_what_they_share(tmp_path: Path) -> None:
    _make(tmp_path, "a/x.txt", "b/c/x.txt", "x.txt")
    paths = [tmp_path / "b", tmp_path / "a"]
    assert _places(*paths, output=tmp_path / "out") == ["a/x.txt", "b/c/x.txt"]
    assert _places(*paths, tmp_path / "x.txt", output=tmp_path / "out") == [
        "a/x.txt",
        "b/c/x.txt",
        "x.txt",
    ]


def test_the_order_of_the_paths_does_not_matter(tmp_path: Path) -> None:
    _make(tmp_path, "a/x.txt", "b/x.txt")
    paths = [tmp_path / "a", tmp_path / "b"]
    assert _places(*paths, output=tmp_path / "o") == _places(*paths[::-1], output=tmp_path / "o")


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(InputNotFoundError):
        collect([tmp_path, tmp_path / "none"], tmp_path / "out")


@pytest.mark.parametrize("inside", ["", "json", "json/x.txt"])
def test_a_path_in_the_output_folder(inside: str, tmp_path: Path) -> None:
    _make(tmp_path, "out/json/x.txt")
    with pytest.raises(OutputError):
        collect([tmp_path / "out" / inside], tmp_path / "out")


def test_nothing(tmp_path: Path) -> None:
    assert collect([], tmp_path).files == ()
    assert collect([tmp_path], tmp_path / "out").files == ()


def test_links_that_lead_nowhere_or_in_circles_are_inputs_like_others(tmp_path: Path) -> None:
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "none")
    (tmp_path / "circle.txt").symlink_to(tmp_path / "circle.txt")
    assert _places(tmp_path) == ["circle.txt", "nowhere.txt"]
    assert _places(tmp_path / "circle.txt", output=tmp_path / "out") == ["circle.txt"]


def test_a_folder_that_the_system_refuses_to_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Simulated, since permissions do not bind the superuser."""
    _make(tmp_path, "x.txt", "shut/y.txt")
    real = os.scandir

    def scandir(path: str) -> "os._ScandirIterator[str]":
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    files = collect([tmp_path], tmp_path / "out").files
    assert [file.place.as_posix() for file in files] == ["shut", "x.txt"]
    assert files[0].problem is not None
    assert files[0].problem.code == "input-not-readable"


def test_links_to_folders_are_followed(tmp_path: Path) -> None:
    _make(tmp_path, "real/b.txt", "real/deep/c.txt", "in/a.txt")
    (tmp_path / "in" / "2023").symlink_to("../real", target_is_directory=True)
    found = collect([tmp_path / "in"], tmp_path / "out").files
    assert [file.place.as_posix() for file in found] == ["2023/b.txt", "2023/deep/c.txt", "a.txt"]
    assert found[0].path == tmp_path / "in" / "2023" / "b.txt"


def test_loops_and_links_to_a_parent_end(tmp_path: Path) -> None:
    _make(tmp_path, "in/a.txt", "in/sub/b.txt", "c.txt", "out/json/d.txt")
    (tmp_path / "in" / "sub" / "up").symlink_to("..", target_is_directory=True)
    (tmp_path / "in" / "self").symlink_to(".", target_is_directory=True)
    (tmp_path / "in" / "results").symlink_to("../out/json", target_is_directory=True)
    output = tmp_path / "out"
    assert _places(tmp_path / "in", output=output) == ["a.txt", "sub/b.txt"]
    (tmp_path / "in" / "sub" / "parent").symlink_to("../..", target_is_directory=True)
    places = ["a.txt", "sub/b.txt", "sub/parent/c.txt"]
    assert _places(tmp_path / "in", output=output) == places


def test_a_folder_reached_twice_is_read_once_and_without_a_link_if_it_can_be(
    tmp_path: Path,
) -> None:
    _make(tmp_path, "elsewhere/b.txt", "in/z/a.txt")
    for name, target in (("a", "z"), ("x", "../elsewhere"), ("y", "../elsewhere")):
        (tmp_path / "in" / name).symlink_to(target, target_is_directory=True)
    assert _places(tmp_path / "in", output=tmp_path / "out") == ["x/b.txt", "z/a.txt"]
    both = [tmp_path / "in", tmp_path / "elsewhere"]
    assert _places(*both, output=tmp_path / "out") == ["elsewhere/b.txt", "in/z/a.txt"]


def test_a_link_to_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "2023").symlink_to(tmp_path / "not mounted", target_is_directory=True)
    (tmp_path / "readme.md").symlink_to(tmp_path / "none")
    assert _places(tmp_path) == ["2023"]


def test_what_the_system_does_not_let_be_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Simulated, since permissions do not bind the superuser."""
    _make(tmp_path, "shut/x.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "shut" / "x.txt")
    real = os.stat

    def stat(path: str | Path, **options: Any) -> os.stat_result:  # noqa: ANN401
        follows = options.get("follow_symlinks", True) and Path(path).name == "link.txt"
        if follows or Path(path).parent.name == "shut":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, **options)

    monkeypatch.setattr(os, "stat", stat)
    monkeypatch.setattr(os, "lstat", lambda path: stat(path, follow_symlinks=False))
    with pytest.raises(InputNotReadableError, match="cannot be reached"):
        collect([tmp_path / "shut" / "x.txt"], tmp_path / "out")
    assert _places(tmp_path / "link.txt", output=tmp_path / "out") == ["link.txt"]
