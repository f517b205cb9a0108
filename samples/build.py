"""Renders reports, and keeps samples/text and samples/truth in step with samples/sources."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from samples.content import ReportContent
from samples.letter_table_dump import letter_table_dump
from samples.text_dump import text_dump
from samples.truth import Truth, truth_of
from spur_extract.catalogue import Catalogue, load_catalogue

FOLDER: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class RenderedText:
    """A report as a text dump, and the truth about it."""

    text: str
    truth: Truth


def render(content: ReportContent, catalogue: Catalogue) -> RenderedText:
    """Render a report on its edition of the form.

    Raises `KeyError` for an unknown edition and `ContentError` where the edition's form has no
    place for something in the content.
    """
    bulleted = catalogue.edition(content.edition).lists == "bulleted"
    dump = letter_table_dump if bulleted else text_dump
    return RenderedText(dump(content, catalogue), truth_of(content, catalogue))


def sources(folder: Path = FOLDER) -> dict[str, ReportContent]:
    """The hand-written contents in `folder`/sources, by name."""
    return {
        path.stem: ReportContent.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
        for path in sorted((folder / "sources").glob("*.toml"))
    }


def built(folder: Path = FOLDER) -> dict[Path, str]:
    """What the files under `folder` should hold: a text and a truth for each source."""
    catalogue = load_catalogue()
    files: dict[Path, str] = {}
    for name, content in sources(folder).items():
        rendered = render(content, catalogue)
        files[folder / "text" / f"{name}.txt"] = rendered.text
        files[folder / "truth" / f"{name}.json"] = rendered.truth.to_json()
    return files


def write(folder: Path = FOLDER) -> list[Path]:
    """Write every text and truth, and take away those without a source; gives what was written."""
    files = built(folder)
    for stale in {*folder.glob("text/*.txt"), *folder.glob("truth/*.json")} - files.keys():
        stale.unlink()
    for path, text in files.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return list(files)
