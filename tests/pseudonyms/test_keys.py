"""The key file, and the codes of paths."""

import os
import re
from pathlib import Path, PurePath

import pytest

from spur_extract.errors import (
    KeyGuessableError,
    KeyNotFoundError,
    KeyNotReadableError,
    KeyTooShortError,
)
from spur_extract.pseudonyms import PseudonymKey, load_key
from spur_extract.pseudonyms.paths import path_code
from tests.pseudonyms.fiction import KEY, OTHER_KEY

SHORTEST = b"0123456789abcdef"


def _file(folder: Path, data: bytes) -> Path:
    path = folder / "key"
    path.write_bytes(data)
    return path


def test_one_line_end_is_no_part_of_the_key(tmp_path: Path) -> None:
    codes = {
        load_key(_file(tmp_path, SHORTEST + end)).code("person", "anna ek")
        for end in (b"", b"\n", b"\r\n")
    }
    assert len(codes) == 1
    assert load_key(_file(tmp_path, SHORTEST + b"\n\n")).code("person", "anna ek") not in codes


@pytest.mark.parametrize("data", [b"", b"\n", b"x" * 15, b"x" * 15 + b"\n", b"x" * 15 + b"\r\n"])
def test_a_key_that_is_too_short(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(KeyTooShortError, match="secrets"):
        load_key(_file(tmp_path, data))


@pytest.mark.parametrize("data", [b" " * 40, b" \t\r\n\v\f" * 9, b"abcdefg" * 9, b"\0" * 32])
def test_a_key_that_can_be_guessed(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(KeyGuessableError, match="secrets"):
        load_key(_file(tmp_path, data))


def test_any_other_key_will_do(tmp_path: Path) -> None:
    assert load_key(_file(tmp_path, b"abcdefgh" * 2)).code("person", "anna ek")


def test_a_key_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(KeyNotFoundError, match="secrets"):
        load_key(tmp_path / "Torun Ek.key")
    with pytest.raises(KeyNotFoundError):
        load_key(_file(tmp_path, b"x" * 32) / "below")
    for path in (tmp_path, _file(tmp_path, b"x" * 100_000)):
        with pytest.raises(KeyNotReadableError):
            load_key(path)


def test_messages_name_no_path(tmp_path: Path) -> None:
    with pytest.raises(KeyNotFoundError) as error:
        load_key(tmp_path / "Torun Ek.key")
    assert "Torun" not in str(error.value)
    assert error.value.__cause__ is None


def test_a_key_that_may_not_be_read(tmp_path: Path) -> None:
    path = _file(tmp_path, b"x" * 32)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(KeyNotReadableError):
        load_key(path)


def test_a_code_is_made_of_key_kind_and_message() -> None:
    codes = [
        KEY.code("person", "anna ek"),
        KEY.code("epost", "anna ek"),
        KEY.code("person", "anna", "ek"),
        KEY.code("person", "annaek"),
        OTHER_KEY.code("person", "anna ek"),
    ]
    assert len({code.partition("-")[2] for code in codes}) == len(codes)
    assert all(re.fullmatch(r"[a-z]+-[a-z2-7]{8}", code) for code in codes)
    assert KEY.code("person", "anna ek") == codes[0]


def test_the_key_does_not_show() -> None:
    assert "tests" not in repr(KEY) + str(KEY) + f"{KEY!r}"
    with pytest.raises(KeyTooShortError):
        PseudonymKey(b"short")


def test_paths_keep_their_shape_and_their_format() -> None:
    code = path_code(KEY, PurePath("../Torun Ek/2024/spur torun.PDF"))
    pattern = r"\.\./dir-[a-z2-7]{12}/dir-[a-z2-7]{12}/file-[a-z2-7]{12}\.pdf"
    assert re.fullmatch(pattern, code.as_posix())
    assert path_code(KEY, PurePath("/a/b")).as_posix().startswith("/dir-")
    other = path_code(KEY, PurePath("Torun Ek/b.torun"))
    assert other.parts[0] == code.parts[1]
    assert re.fullmatch(r"file-[a-z2-7]{12}", other.name)
    assert path_code(KEY, PurePath("a.TXT")) != path_code(KEY, PurePath("a.txt"))
    assert path_code(KEY, PurePath("\udce5.txt")).suffix == ".txt"


def test_a_code_has_no_code() -> None:
    once = path_code(KEY, PurePath("a.txt"))
    assert path_code(KEY, once) == once
