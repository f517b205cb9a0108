"""Where the JSON of an input file lies: below the output's `json`, at the file's own place.

`.json` is put after the file's whole name. A name that cannot be kept so is shortened, and gets a
`~` and a hash of itself: one that would be too long for a file system, that is no UTF-8 or has
control characters, that looks as if it had been changed so itself; and a folder whose name ends in
`.json`, where the result of a file may want to lie. So two files never have one place.
"""

import hashlib
import os
import re
from pathlib import PurePath
from typing import Final

from spur_extract.export.names import printable

JSON_SUFFIX: Final = ".json"
MOST_BYTES: Final = 255
"""Of a name, by Linux, macOS and Windows."""

_HASH_DIGITS: Final = 32
_CHANGED: Final = re.compile(rf"~[0-9a-f]{{{_HASH_DIGITS}}}\Z")


def json_path(place: PurePath) -> PurePath:
    """The path of the JSON for the input file at `place`."""
    folders = [_folder_name(part) for part in place.parts[:-1]]
    room = MOST_BYTES - len(JSON_SUFFIX)
    name = place.name if _can_stay(place.name, room) else _changed(place.name, room)
    return PurePath(*folders, name + JSON_SUFFIX)


def place_key(place: PurePath) -> str:
    """The place as a text that no other place has."""
    return printable(place.as_posix().replace("\\", "\\\\"))


def _folder_name(name: str) -> str:
    if _can_stay(name, MOST_BYTES) and not name.lower().endswith(JSON_SUFFIX):
        return name
    return _changed(name, MOST_BYTES)


def _can_stay(name: str, room: int) -> bool:
    clean = printable(name) == name and not _CHANGED.search(name)
    return clean and len(name.encode()) <= room


def _changed(name: str, room: int) -> str:
    end = "~" + hashlib.sha256(os.fsencode(name)).hexdigest()[:_HASH_DIGITS]
    begin = printable(name).encode()[: room - len(end)].decode(errors="ignore")
    return begin + end
