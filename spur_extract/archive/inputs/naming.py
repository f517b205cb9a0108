"""What the files of a run are called in all that is written: by their names, or by codes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from spur_extract.archive.inputs.collecting import InputFile, Inputs
from spur_extract.archive.inputs.places import json_path, place_key
from spur_extract.export.names import JSON_FOLDER, printable
from spur_extract.pseudonyms import Disguise


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file to convert: `shown` is its path in reports of the run, `name` its own name in its
    JSON, `place` its path below the root of the inputs."""

    input: InputFile
    shown: str
    name: str
    place: PurePath

    @property
    def key(self) -> str:
        """What the journal knows it by."""
        return place_key(self.place)

    @property
    def output(self) -> str:
        """Its JSON, below the output folder."""
        return f"{JSON_FOLDER}/{json_path(self.place).as_posix()}"


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of the world a run was asked for: the root of its files' places, and the files
    and folders given, as texts like `NamedFile.key`."""

    root: str
    given: tuple[str, ...]


def name_files(inputs: Sequence[InputFile], disguise: Disguise | None) -> list[NamedFile]:
    """The files by their names, in the order given; in disguise by codes, in the order of these,
    which tells nothing of the names."""
    if disguise is None:
        return [
            NamedFile(file, printable(str(file.path)), printable(file.path.name), file.place)
            for file in inputs
        ]
    files = [_coded(file, disguise) for file in inputs]
    for file in files:
        disguise.note_path(printable(str(file.input.path)), file.shown)
    return sorted(files, key=lambda file: file.place.parts)


def scope_of(inputs: Inputs, disguise: Disguise | None) -> Scope:
    """The scope of a run; in disguise by codes."""
    return Scope(
        _folder_key(inputs.root, disguise),
        (
            *(_folder_key(folder, disguise) for folder in inputs.folders),
            *(place_key(disguise.path(file) if disguise else file) for file in inputs.single),
        ),
    )


def _folder_key(folder: PurePath, disguise: Disguise | None) -> str:
    # As the parent of a file: the code of a folder's name is another than that of a file's.
    return place_key(disguise.path(folder / "file").parent if disguise else folder)


def _coded(file: InputFile, disguise: Disguise) -> NamedFile:
    shown = disguise.path(file.path)
    return NamedFile(file, str(shown), shown.name, disguise.path(file.place))
