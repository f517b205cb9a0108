"""The form's own wording, by the ids of the catalogue."""

from spur_extract.catalogue import Catalogue, Edition


def wording_of(catalogue: Catalogue) -> dict[str, str]:
    """Text by id; the first one where editions differ."""
    return {entry.id: entry.text for entry in reversed(catalogue.entries)}


def fixed_text(edition: Edition, name: str) -> str:
    """A sentence that the edition always prints, "" where it does not."""
    return next((text.text for text in edition.fixed_text if text.id == name), "")
