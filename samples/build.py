"""Renders reports, and keeps samples/text and samples/truth in step with samples/sources."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from samples.committed_pdfs import committed_pdfs
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
    """What the text files under `folder` should hold: a text and a truth for each source.

    There is a truth for each PDF as well; `built_pdfs` has those files themselves.
    """
    catalogue = load_catalogue()
    files: dict[Path, str] = {}
    for name, content in sources(folder).items():
        rendered = render(content, catalogue)
        files[folder / "text" / f"{name}.txt"] = rendered.text
        files[folder / "truth" / f"{name}.json"] = rendered.truth.to_json()
    for name, pdf in committed_pdfs(sources(folder), catalogue).items():
        files[folder / "truth" / f"{name}.json"] = pdf.truth_json()
    return files


def built_pdfs(folder: Path = FOLDER) -> dict[Path, bytes]:
    """What the PDF files under `folder` should hold."""
    pdfs = committed_pdfs(sources(folder), load_catalogue())
    return {folder / "pdf" / f"{name}.pdf": pdf.data for name, pdf in pdfs.items()}


def write(folder: Path = FOLDER) -> list[Path]:
    """Write every text, PDF and truth, and take away stale ones; gives what was written."""
    files = {path: text.encode() for path, text in built(folder).items()} | built_pdfs(folder)
    kinds = ("text/*.txt", "truth/*.json", "pdf/*.pdf")
    for stale in {path for kind in kinds for path in folder.glob(kind)} - files.keys():
        stale.unlink()
    for path, data in files.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return list(files)
