"""Reads the settings of an audit from a file, or from the working directory's."""

import tomllib
from pathlib import Path
from typing import Final

from pydantic import ValidationError
from rapidfuzz import process

from spur_extract.audit.settings import AuditSettings
from spur_extract.errors import AuditConfigInvalidError, AuditConfigNotFoundError
from spur_extract.export.names import printable

OWN_FILE: Final = "spur-audit.toml"
PROJECT_FILE: Final = "pyproject.toml"
TABLE: Final = ("tool", "spur-extract", "audit")
LEAST_LIKENESS: Final = 60


def load_settings(config: Path | None = None, folder: Path | None = None) -> AuditSettings:
    """The settings in `config`, or else in `folder` (the working directory unless told): of its
    spur-audit.toml, or else of the table `[tool.spur-extract.audit]` in its pyproject.toml.

    A file given may be of either kind. Paths in it are from where it lies.

    Raises:
        AuditConfigNotFoundError: `config` cannot be read.
        AuditConfigInvalidError: it is no TOML, or has settings that there are not.
    """
    if config is not None:
        return _settings_in(config, of_project=config.name == PROJECT_FILE)
    here = folder or Path()
    if (here / OWN_FILE).is_file():
        return _settings_in(here / OWN_FILE, of_project=False)
    if (here / PROJECT_FILE).is_file():
        return _settings_in(here / PROJECT_FILE, of_project=True)
    return AuditSettings()


def _settings_in(path: Path, *, of_project: bool) -> AuditSettings:
    data = _read(path)
    for name in TABLE if of_project else ():
        inner = data.get(name, {})
        if not isinstance(inner, dict):
            message = f"{printable(str(path))}: {name} is no table."
            raise AuditConfigInvalidError(message)
        data = inner
    try:
        settings = AuditSettings.model_validate(data)
    except ValidationError as error:
        message = f"{printable(str(path))}: {_fault(error)}"
        raise AuditConfigInvalidError(message) from error
    if settings.aliases is None:
        return settings
    return settings.model_copy(update={"aliases": path.parent / settings.aliases})


def _read(path: Path) -> dict[str, object]:
    shown = printable(str(path))
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        message = f"{shown} cannot be read ({error.strerror})."
        raise AuditConfigNotFoundError(message) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise AuditConfigInvalidError(f"{shown} is no TOML file.") from error


def _fault(error: ValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(map(str, first["loc"]))
    if first["type"] != "extra_forbidden":
        return f"{where}: {first['msg']}."
    known = [name.replace("_", "-") for name in AuditSettings.model_fields]
    near = process.extractOne(where, known, score_cutoff=LEAST_LIKENESS)
    return f"{where}: no such setting" + (f" (did you mean {near[0]}?)." if near else ".")
