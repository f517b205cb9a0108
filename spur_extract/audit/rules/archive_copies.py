"""Rules on the archive: one report in several files."""

from collections.abc import Iterator

from spur_extract.audit.model import ArchiveRule, Context, Finding, Level, Value, Words
from spur_extract.audit.rules.archive_findings import Spot, finding_on
from spur_extract.audit.versions import Replaced, days_apart
from spur_extract.audit.visits import Archive

SAME_BYTES = Words("samma innehåll, tecken för tecken", "the same content, byte for byte")
SAME_WORDS = Words("samma text", "the same text")
COVERS_AGREE = Words("försättsbladen säger inte emot", "the covers do not disagree")


class Duplicate(ArchiveRule):
    """SPUR831."""

    code = "SPUR831"
    name = "duplicate-report"
    title = "A report is in the archive twice"
    title_sv = "Rapporten finns två gånger i arkivet"
    explanation = (
        "Another file holds the same report: the same bytes, or the same text, unit and date (for "
        "example as PDF and as text). Copies distort counts; the other rules on the archive leave "
        "them out. Keep one of the files."
    )
    level = Level.WARNING
    template = "Finns redan i arkivet som {original} ({how})."
    template_en = "Is in the archive already as {original} ({how})."
    tags = frozenset({"archive", "duplicates"})

    def check(self, archive: Archive, context: Context) -> Iterator[Finding]:
        """One finding for each copy; the first by path is the original."""
        for copy in archive.versions.copies:
            same_bytes = copy.facts.sha256 == copy.by.sha256
            how = SAME_BYTES if same_bytes else SAME_WORDS
            values: dict[str, Value] = {"original": copy.by.path, "how": how}
            yield finding_on(self, copy.facts, Spot(), values)


class EarlierVersion(ArchiveRule):
    """SPUR832."""

    code = "SPUR832"
    name = "earlier-version"
    title = "A report is in the archive in two versions"
    title_sv = "Rapporten finns i två versioner"
    explanation = (
        "Two files share unit, date and most of their text (or nearly all of it, where one tells "
        "no unit or date, or their dates are some weeks apart): as a rule a preliminary and a "
        "final version. The one with the action plan, or else the later date, or more text, is "
        "taken for the final one, unless its file name says that it is preliminary; the other "
        "rules on the archive look at that one only. Keep the final one."
    )
    level = Level.WARNING
    template = (
        "Troligen en tidigare version av {final}: {share} % av den kortare texten är gemensam, och "
        "{covers}."
    )
    template_en = (
        "Probably an earlier version of {final}: they share {share} % of the shorter text, and "
        "{covers}."
    )
    tags = frozenset({"archive", "duplicates"})

    def check(self, archive: Archive, context: Context) -> Iterator[Finding]:
        """One finding for each earlier version."""
        for version in archive.versions.earlier:
            share = round(100 * version.shared)
            values: dict[str, Value] = {
                "final": version.by.path,
                "share": share,
                "covers": _covers(version),
            }
            yield finding_on(self, version.facts, Spot(), values)


def _covers(version: Replaced) -> Words:
    """How far the covers agree, for the end of a sentence."""
    if not days_apart(version.facts, version.by):
        return COVERS_AGREE
    days = (version.facts.inspected, version.by.inspected)
    return Words(
        "försättsbladen skiljer sig bara i dagen ({} och {})".format(*days),
        "the covers differ in the day only ({} and {})".format(*days),
    )
