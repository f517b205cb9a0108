"""What an audit was about, in words for those who read its findings."""

from collections.abc import Iterator
from typing import Final

from spur_extract.audit.model import Language, Words, in_language
from spur_extract.audit.output.words import Counted
from spur_extract.audit.scope import Scope

LONGEST_LIST: Final = 12
"""So many codes are named; of more only how many there are."""


REPORTS: Final = Counted(
    Words("rapport läst", "report read"), Words("rapporter lästa", "reports read")
)
COPIES: Final = Counted(
    Words(
        "av dem är en exakt kopia och är inte granskad en gång till",
        "of them is an exact copy and was not looked at again",
    ),
    Words(
        "av dem är exakta kopior och är inte granskade en gång till",
        "of them are exact copies and were not looked at again",
    ),
)
LEFT_OUT: Final = Counted(
    Words(
        "indatafil omvandlades inte i senaste körningen och är inte med i kontrollen",
        "input file was not converted in the last run and is not audited",
    ),
    Words(
        "indatafiler omvandlades inte i senaste körningen och är inte med i kontrollen",
        "input files were not converted in the last run and are not audited",
    ),
)
REFUSED: Final = Counted(Words("avvisad", "refused"), Words("avvisade", "refused"))
FAILED: Final = Counted(Words("misslyckad", "failed"), Words("misslyckade", "failed"))
LEFT_OVER: Final = Counted(
    Words(
        "JSON-fil under json/ hör inte till senaste körningen och är inte läst",
        "JSON file below json/ is not of the last run and was not read",
    ),
    Words(
        "JSON-filer under json/ hör inte till senaste körningen och är inte lästa",
        "JSON files below json/ are not of the last run and were not read",
    ),
)
AS_OF: Final = Words("Kontroll per", "Audit as of")
ALL_RULES: Final = Words("alla {rules} regler tillämpade", "all {rules} rules applied")
SOME_RULES: Final = Words(
    "{count} av {rules} regler tillämpade", "{count} of {rules} rules applied"
)


def scope_lines(scope: Scope, language: Language) -> Iterator[str]:
    """One line for the audit, and one for each thing that was left out."""
    reports = REPORTS.told(scope.reports, language)
    if scope.copies:
        reports += f" ({COPIES.told(scope.copies, language)})"
    day = f"{in_language(AS_OF, language)} {scope.as_of.isoformat()}"
    yield f"{day}: {reports}, {_rules(scope, language)}."
    if scope.refused or scope.failed:
        reasons = ", ".join(
            word.told(count, language)
            for word, count in ((REFUSED, scope.refused), (FAILED, scope.failed))
            if count
        )
        yield f"{LEFT_OUT.told(scope.refused + scope.failed, language)} ({reasons})."
    if scope.left_over:
        yield f"{LEFT_OVER.told(scope.left_over, language)}."


def _rules(scope: Scope, language: Language) -> str:
    words = ALL_RULES if scope.everything else SOME_RULES
    told = in_language(words, language).format(count=len(scope.codes), rules=scope.rules)
    if scope.everything or len(scope.codes) > LONGEST_LIST:
        return told
    return f"{told} ({', '.join(sorted(scope.codes))})"
