"""What can be wrong with a file that is to be read."""

from spur_extract.errors.base import SpurError


class InputError(SpurError):
    """The input cannot be opened."""

    exit_code = 3


class InputNotFoundError(InputError):
    """There is no such file."""

    code = "input-not-found"
    next_step = "Check the path."


class RulesAsPathsError(InputNotFoundError):
    """There is no such file, but a rule or tag of the audit has that name."""

    code = "rules-as-paths"
    next_step = (
        "Give several rules with commas and no blanks, --select SPUR5,SPUR3, or repeat the option: "
        "--select SPUR5 --select SPUR3"
    )


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


class PdfMisnamedError(UnreadableError):
    """The file is named as a PDF file, and is neither one nor text."""

    code = "pdf-misnamed"
    next_step = (
        "Fetch or export the file again; if it has another format, export it as PDF or text first."
    )


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


class TablesNotFoundError(InputError):
    """The folder holds no tables."""

    code = "tables-not-found"
    next_step = "Name the output folder of: spur-extract convert PATH -o DIR"


class TablesIncompleteError(InputError):
    """The tables are not as they were written, or those of another version."""

    code = "tables-incomplete"
    next_step = "Write them anew: run the same spur-extract convert once more."


class ConversionIncompleteError(InputError):
    """The folder's run report and its results do not fit, or the run has not come to its end."""

    code = "conversion-incomplete"
    next_step = "Run the same spur-extract convert once more."


class InputChangedError(InputError):
    """The file was written to while it was read."""

    code = "input-changed"
    next_step = "Convert it again when nobody writes to it."


class NoPageToDrawError(InputError):
    """The file has no such page, or it is text, which has no pages to draw."""

    code = "no-page-to-draw"
    next_step = "Give a PDF file and the number of one of its pages, the first being 1."


class AuditConfigNotFoundError(InputError):
    """The file with the settings of an audit cannot be read."""

    code = "audit-config-not-found"
    next_step = "Check the path given with --config."


class AliasesInvalidError(InputError):
    """The alias file of units cannot be understood."""

    code = "aliases-invalid"
    next_step = "Correct the line named: each has canonical, spelling, and same or different."


class BaselineNotFoundError(InputNotFoundError):
    """There is no baseline file yet."""

    code = "baseline-not-found"
    next_step = "Make it with --update-baseline, or check the path given with --baseline."


class BaselineInvalidError(InputError):
    """The baseline file cannot be understood."""

    code = "baseline-invalid"
    next_step = "Write it anew with --update-baseline."


class ReportJsonInvalidError(UnreadableError):
    """The JSON file is no report, or one of another version of the contract."""

    code = "report-json-invalid"
    next_step = "Convert the report anew, or leave out files that hold something else."
