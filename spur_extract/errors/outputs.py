"""What can keep results from being written."""

from spur_extract.errors.base import SpurError


class OutputError(SpurError):
    """The output cannot be written."""

    code = "output-not-writable"
    exit_code = 6
    next_step = "Choose another output folder with -o, or free space and permissions there."


class OutputIsFolderError(OutputError):
    """A folder was given where a file is to be written."""

    code = "output-is-folder"
    next_step = "Name a file, for example one in that folder."


class OutputFullError(OutputError):
    """There is no space left for results."""

    code = "output-full"
    next_step = "Free space, and start the same command again: it goes on where it was."


class OutputForeignError(OutputError):
    """The output folder holds files that are none of a conversion's."""

    code = "output-foreign"
    next_step = "Choose an empty or a new folder with -o."


class OutputOtherInputsError(OutputError):
    """The output folder holds results of other files whose place the new ones would take."""

    code = "output-of-other-inputs"
    next_step = (
        "Choose another output folder with -o, or name the folders of both in one run: "
        "spur-extract convert PATH PATH -o DIR"
    )


class ResultChangedError(OutputError):
    """A result was changed or removed by somebody else before the tables were made of it."""

    code = "result-changed"
    next_step = "Run the same spur-extract convert once more: that file is converted again."


class OutputBusyError(OutputError):
    """Another run is writing to the output folder."""

    code = "output-busy"
    next_step = "Wait until it has ended, or choose another folder with -o."


class FormatUnavailableError(OutputError):
    """A form of the tables needs a library that is not installed."""

    code = "format-unavailable"
    next_step = "Install it, in the folder of this program's clone, with: pip install '.[tables]'"


class OutputNotPseudonymisedError(OutputError):
    """The output folder holds results of a run without pseudonyms, which would stay beside."""

    code = "output-holds-names"
    next_step = "Choose a new output folder with -o."


class OutputPseudonymisedError(OutputError):
    """The output folder holds results with pseudonyms, and names would come to lie beside them."""

    code = "output-holds-pseudonyms"
    next_step = "Choose a new output folder with -o, or give the key with --pseudonymise."


class OutputOtherKeyError(OutputError):
    """The output folder holds results of another key: both together would tell which codes belong
    to one person."""

    code = "output-of-another-key"
    next_step = "Give the key of the earlier run, or choose a new output folder with -o."


class ReviewNotWritableError(OutputError):
    """The review file cannot be written."""

    code = "review-not-writable"
    next_step = "Choose another file with --pseudonym-review."


class ReviewMisplacedError(OutputError):
    """The review file, which holds names, would lie among the results, or replace the key."""

    code = "review-misplaced"
    next_step = "Keep it apart from the results, where only those may read who may see the names."
