"""Where the JSON of a file lies: never in another one's place, and always where it can lie."""

from pathlib import PurePath

import pytest

from spur_extract.archive.inputs.places import MOST_BYTES, json_path, place_key

LONG = "å" * 125 + ".txt"


@pytest.mark.parametrize("place", ["a.txt", "år 1/b.PDF", "a.json.txt", "x/a~1.txt", "y" * 250])
def test_most_names_stay(place: str) -> None:
    assert json_path(PurePath(place)) == PurePath(f"{place}.json")


def test_no_two_files_have_one_place() -> None:
    places = [
        "a.txt",
        "a.txt.json",
        "a.txt.json/b.txt",
        "a.txt.JSON/b.txt",
        LONG,
        "å" * 125 + ".txs",
        "x/\udce5.txt",
        "x/\\udce5.txt",
        "x/a\nb.txt",
        "x/a\\x0ab.txt",
    ]
    made = {json_path(PurePath(place)).as_posix() for place in places}
    looking_so = [name.removesuffix(".json") for name in made]
    made |= {json_path(PurePath(place)).as_posix() for place in looking_so if place not in places}
    assert len({*map(str.casefold, made)}) >= len(places) + 5
    folders = {parent.as_posix() for name in made for parent in PurePath(name).parents}
    assert not made & folders
    for name in made:
        assert name.isprintable()
        assert all(len(part.encode()) <= MOST_BYTES for part in PurePath(name).parts)


def test_keys_of_places_are_told_apart() -> None:
    names = ["a\nb", "a\\x0ab", "\udce5", "\\udce5", "å"]
    keys = {place_key(PurePath(name)) for name in names}
    assert len(keys) == len(names)
    assert all(key.isprintable() for key in keys)
