"""A row, or its letter, set in bold where the others are not."""

from collections.abc import Sequence

from spur_extract.marks import thresholds as limit
from spur_extract.marks.bands import Band
from spur_extract.marks.verdict import Verdict, differing
from spur_extract.reading.document import Word


def by_bold(bands: Sequence[Band]) -> Verdict:
    """Compares the texts first; where they are alike, the letters."""
    texts = [_share([word for word in band.words if word is not band.letter]) for band in bands]
    letters = [_share([band.letter]) if band.letter else None for band in bands]
    verdict = _compare("row in bold", texts)
    if not verdict.silent:
        return verdict
    return _compare("letter in bold", letters)


def _compare(style: str, shares: Sequence[float | None]) -> Verdict:
    if any(share is None for share in shares):
        return Verdict(style)
    known = [share for share in shares if share is not None]
    flags = [share >= limit.BOLD for share in known]
    if any(limit.NOT_BOLD < share < limit.BOLD for share in known):
        # A word in bold is the form's own emphasis as likely as the start of a mark.
        return Verdict(style, doubt="row partly in bold") if any(flags) else Verdict(style)
    return differing(style, flags)


def _share(words: Sequence[Word]) -> float | None:
    total = sum(len(word.text) for word in words)
    if total == 0:
        return None
    return sum(len(word.text) for word in words if word.bold) / total
