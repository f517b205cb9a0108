"""Every failure a user can meet: a stable code, an exit code, and the next step to take.

The exit codes, one for each family of errors, are in docs/reference/errors.md, which is generated
from this file; 0 is all well, 1 an internal error, 2 bad usage (both told by the command line).
"""

from typing import ClassVar


class SpurError(Exception):
    """Base of all typed errors.

    `code` is stable and meant for programs, `exit_code` is what the command line returns, and
    `next_step` tells the user in one line what to do. Messages hold file names, never report text.
    """

    code: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 1
    next_step: ClassVar[str] = "Report this as a bug."

    def __init__(self, message: str) -> None:
        """Keep the message that says what happened."""
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        """Message and next step on one line."""
        return f"{self.message} {self.next_step}"


class InputError(SpurError):
    """The input cannot be opened."""

    exit_code = 3


class InputNotFoundError(InputError):
    """There is no such file."""

    code = "input-not-found"
    next_step = "Check the path."


class InputIsFolderError(InputError):
    """A folder was given where one file is meant."""

    code = "input-is-folder"
    next_step = "Name one file, or convert the folder with: spur-extract convert FOLDER -o DIR"


class InputNotReadableError(InputError):
    """The operating system refuses to open the file."""

    code = "input-not-readable"
    next_step = "Check the file's permissions."


class InputIsSpecialError(InputNotReadableError):
    """The path names a pipe, a socket or a device."""

    code = "input-is-special"
    next_step = "Save what it gives as a file, and name that."


class RefusedError(SpurError):
    """The file was read, but it is no SPUR report."""

    code = "not-a-spur-report"
    exit_code = 4
    next_step = (
        "If it is one, the form may be unknown: see what was recognised with "
        "spur-extract explain FILE"
    )


class UnreadableError(SpurError):
    """The bytes cannot be turned into text."""

    exit_code = 5


class EmptyInputError(UnreadableError):
    """The file holds no text."""

    code = "empty-input"
    next_step = "Check that the export or download was complete."


class BinaryInputError(UnreadableError):
    """The file is binary."""

    code = "binary-input"
    next_step = "Give a text or PDF file; export other formats as one of these first."


class UnknownEncodingError(UnreadableError):
    """No known character encoding fits."""

    code = "unknown-encoding"
    next_step = "Save the file as UTF-8 and try again."


class InputTooLargeError(UnreadableError):
    """The file is larger than any report."""

    code = "input-too-large"
    next_step = "Give the report alone: it takes a few hundred kilobytes as text."


class PdfEncryptedError(UnreadableError):
    """The PDF file is encrypted and needs a password, or a certificate."""

    code = "pdf-encrypted"
    next_step = "Give the password with --password, or save the file without protection."


class PdfPasswordWrongError(UnreadableError):
    """The password does not open the PDF file."""

    code = "pdf-password-wrong"
    next_step = "Check the password given with --password."


class PdfDamagedError(UnreadableError):
    """The PDF file is cut off or damaged: what could be read of it might not be all."""

    code = "pdf-damaged"
    next_step = "Fetch the file again, or re-save it (a PDF viewer's print to PDF, or qpdf)."


class PdfEmptyError(UnreadableError):
    """The PDF file has no pages."""

    code = "pdf-without-pages"
    next_step = "Check that the export or download was complete."


class PdfScannedError(UnreadableError):
    """The PDF file is a scan: its pages are pictures without text."""

    code = "pdf-scanned"
    next_step = "Add a text layer by OCR, for example with: ocrmypdf -l swe FILE NEW_FILE"


class PdfFontsUnreadableError(UnreadableError):
    """The PDF file has text, but its fonts do not tell which letters they draw."""

    code = "pdf-fonts-unmapped"
    next_step = (
        "Export the report again as PDF/A, or read it by OCR, for example with: "
        "ocrmypdf --force-ocr -l swe FILE NEW_FILE"
    )


class PdfTooManyPagesError(UnreadableError):
    """The PDF file has more pages than any report."""

    code = "pdf-too-many-pages"
    next_step = "Give the report alone, without what it is bound with."


class OutputError(SpurError):
    """The output cannot be written."""

    code = "output-not-writable"
    exit_code = 6
    next_step = "Choose another output folder with -o, or free space and permissions there."


class OutputForeignError(OutputError):
    """The output folder holds files that are none of a conversion's."""

    code = "output-foreign"
    next_step = "Choose an empty or a new folder with -o."


class OutputBusyError(OutputError):
    """Another run is writing to the output folder."""

    code = "output-busy"
    next_step = "Wait until it has ended, or choose another folder with -o."


class FormatUnavailableError(OutputError):
    """A form of the tables needs a library that is not installed."""

    code = "format-unavailable"
    next_step = "Install it with: pip install 'spur-extract[tables]'"


class LimitError(SpurError):
    """Reading a file took more than it may, or broke the process that did it."""

    exit_code = 12


class TimeLimitError(LimitError):
    """The file took longer than --timeout allows."""

    code = "time-limit"
    next_step = "Look at the file; if it is a report, allow more with --timeout."


class MemoryLimitError(LimitError):
    """The file took more memory than --memory allows."""

    code = "memory-limit"
    next_step = "Look at the file; if it is a report, allow more with --memory."


class WorkerDiedError(LimitError):
    """The process that read the file ended without an answer."""

    code = "worker-died"
    next_step = "Try once more with --retry-failed; if it dies again, the file breaks a library."


class WorkersNotStartedError(LimitError):
    """No worker process can be started, or none can load what it needs."""

    code = "workers-not-started"
    next_step = "Close other programs or use fewer --processes; if that changes nothing, report it."


class ClusterExtraMissingError(LimitError):
    """Converting on a cluster needs a library that is not installed."""

    code = "cluster-extra-missing"
    next_step = "Install it with: pip install 'spur-extract[cluster]'"


class SchedulerNotReachableError(LimitError):
    """The cluster's scheduler does not answer."""

    code = "scheduler-not-reachable"
    next_step = "Check the address given with --scheduler, and that the scheduler runs."


class ClusterMismatchError(LimitError):
    """The cluster has another version of this program, or cannot run it."""

    code = "cluster-mismatch"
    next_step = (
        "Install the same versions of spur-extract, dask and distributed for the scheduler and all "
        "workers, and start them again."
    )


class ClusterNotSharedError(LimitError):
    """The cluster's workers write where this machine cannot read it."""

    code = "cluster-not-shared"
    next_step = "Choose inputs and -o on a file system that all machines have under the same paths."


class ClusterLostError(LimitError):
    """The cluster's scheduler or all its workers are gone."""

    code = "cluster-lost"
    next_step = "Start them, and then the same command again: it goes on where it was."


class TablesNotFoundError(InputError):
    """The folder holds no tables."""

    code = "tables-not-found"
    next_step = "Name the output folder of: spur-extract convert PATH -o DIR"


class TablesIncompleteError(InputError):
    """The tables are not as they were written, or those of another version."""

    code = "tables-incomplete"
    next_step = "Write them anew: run the same spur-extract convert once more."


class InputChangedError(InputError):
    """The file was written to while it was read."""

    code = "input-changed"
    next_step = "Convert it again when nobody writes to it."


class SomeFailedError(SpurError):
    """At least one file of a conversion failed."""

    code = "some-failed"
    exit_code = 7
    next_step = "The failing files are listed with their reasons; the other results are complete."


class SomeRefusedError(SpurError):
    """No file failed, but at least one is no SPUR report."""

    code = "some-refused"
    exit_code = 8
    next_step = "The refused files are listed; the other results are complete."


class NothingToDoError(SpurError):
    """The paths given hold no input file."""

    code = "nothing-to-do"
    exit_code = 9
    next_step = "Name text or PDF files, or folders that hold them."


class CatalogueError(SpurError):
    """The catalogue's data files are wrong; all faults are listed at once."""

    code = "catalogue-invalid"
    exit_code = 10
    next_step = "Correct the entries named."


class NoPageToDrawError(InputError):
    """The file has no such page, or it is text, which has no pages to draw."""

    code = "no-page-to-draw"
    next_step = "Give a PDF file and the number of one of its pages, the first being 1."


class OutputNotPseudonymisedError(OutputError):
    """The output folder holds results of a run without pseudonyms, which would stay beside."""

    code = "output-holds-names"
    next_step = "Choose a new output folder with -o."


class ReviewNotWritableError(OutputError):
    """The review file cannot be written."""

    code = "review-not-writable"
    next_step = "Choose another file with --pseudonym-review."


class ReviewMisplacedError(OutputError):
    """The review file, which holds names, would lie among the results, or replace the key."""

    code = "review-misplaced"
    next_step = "Keep it apart from the results, where only those may read who may see the names."


class PseudonymKeyError(SpurError):
    """The key for pseudonyms cannot be used."""

    exit_code = 11


class KeyNotFoundError(PseudonymKeyError):
    """There is no such key file."""

    code = "key-not-found"
    next_step = (
        'Check the path, or make a key: python -c "import secrets; print(secrets.token_hex(32))" '
        "> FILE"
    )


class KeyNotReadableError(PseudonymKeyError):
    """The key file cannot be read, or is too large to be a key."""

    code = "key-not-readable"
    next_step = "Name a file that holds nothing but the key, and check its permissions."


class KeyTooShortError(PseudonymKeyError):
    """The key has too few bytes: it could be found by trying all."""

    code = "key-too-short"
    next_step = 'Make a longer one: python -c "import secrets; print(secrets.token_hex(32))" > FILE'


class KeyMisplacedError(PseudonymKeyError):
    """The key file lies in the output folder or is one of the files to read."""

    code = "key-misplaced"
    next_step = "Keep the key apart from the reports and the results."


class AuditFindingsError(SpurError):
    """The audit has findings at or above --fail-on; it was carried out, and told in full."""

    code = "audit-findings"
    exit_code = 1
    next_step = "See what a finding means with: spur-extract rule CODE"


class AuditSettingsError(SpurError):
    """The settings of an audit cannot be used."""

    exit_code = 13


class RuleUnknownError(AuditSettingsError):
    """There is no rule of that code or tag."""

    code = "rule-unknown"
    next_step = "See all rules with: spur-extract rules"


class AuditConfigInvalidError(AuditSettingsError):
    """The file with the settings of an audit is no TOML, or has settings that there are not."""

    code = "audit-config-invalid"
    next_step = "Correct the setting named; see docs/reference/rules.md for all of them."


class AuditConfigNotFoundError(InputError):
    """The file with the settings of an audit cannot be read."""

    code = "audit-config-not-found"
    next_step = "Check the path given with --config."


class AliasesInvalidError(InputError):
    """The alias file of units cannot be understood."""

    code = "aliases-invalid"
    next_step = "Correct the line named: each has canonical, spelling, and same or different."


class BaselineInvalidError(InputError):
    """The baseline file cannot be understood."""

    code = "baseline-invalid"
    next_step = "Write it anew with --update-baseline."


class NothingToAuditError(NothingToDoError):
    """The folder holds no converted reports."""

    code = "nothing-to-audit"
    next_step = "Name report files, or the output folder of: spur-extract convert PATH -o DIR"


class ReportJsonInvalidError(UnreadableError):
    """The JSON file is no report, or one of another version of the contract."""

    code = "report-json-invalid"
    next_step = "Convert the report anew, or leave out files that hold something else."
