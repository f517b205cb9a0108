"""What the three lists are called in messages."""

from typing import Final

from spur_extract.audit.model import Words

LIST_NAMES: Final = {
    "strengths": Words("Styrkor", "strengths"),
    "weaknesses": Words("Svagheter", "weaknesses"),
    "improvements": Words("Förbättringspotential", "improvements"),
}
