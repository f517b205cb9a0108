"""What can keep results from being written."""

from spur_extract.errors.base import SpurError


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
