"""Codes for the names of files and folders: they may hold names of persons."""

import os
import re
from pathlib import PurePath
from typing import Final

from spur_extract.pseudonyms.keys import PseudonymKey
from spur_extract.reading.suffixes import REPORT_SUFFIXES

LENGTH: Final = 12
"""Letters of a code: longer than those of persons, since files with one code would share a place.
Among a million files in a folder two alike have a chance of 1 in 2 million."""

CODED: Final = re.compile(rf"(?:file|dir)-[a-z2-7]{{{LENGTH}}}(?:\.txt|\.text|\.pdf)?(?:\.json)?")
"""What a code in a path looks like, and the JSON file made of one."""


def file_code(key: PseudonymKey, name: str) -> str:
    """A code for a file's name, the suffix kept; a code, or a name that is none, stays."""
    if is_coded(name):
        return name
    suffix = PurePath(name).suffix.lower()
    code = key.code("file", os.fsencode(name), length=LENGTH)
    # These tell a format and nothing else; any other goes with the name.
    return code + suffix if suffix in REPORT_SUFFIXES else code


def path_code(key: PseudonymKey, path: PurePath) -> PurePath:
    """The path with each folder and the file at its end as a code; "." and ".." stay."""
    folders = [_folder_code(key, part) for part in path.parts[:-1]]
    return PurePath(*folders, *(file_code(key, name) for name in path.parts[-1:]))


def is_coded(part: str) -> bool:
    """Whether a part of a path is a code, or one that needs none."""
    return CODED.fullmatch(part) is not None or _is_nameless(part)


def _folder_code(key: PseudonymKey, part: str) -> str:
    if _is_nameless(part):
        return part
    return key.code("dir", os.fsencode(part), length=LENGTH)


def _is_nameless(part: str) -> bool:
    """The root, a drive, the folder above; and standard input ("-")."""
    drive = re.fullmatch(r"[A-Za-z]:\\?", part) is not None
    return drive or not any(character.isalnum() for character in part)
