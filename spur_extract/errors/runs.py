"""How a run over many files can end, and what one of them may take."""

from spur_extract.errors.base import SpurError


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
    next_step = "Install it, in the folder of this program's clone, with: pip install '.[cluster]'"


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


class AuditFindingsError(SpurError):
    """The audit has findings at or above --fail-on; it was carried out, and told in full."""

    code = "audit-findings"
    exit_code = 1
    next_step = "See what a finding means with: spur-extract rule CODE"


class NothingToAuditError(NothingToDoError):
    """The folder holds no converted reports, or others beside them."""

    code = "nothing-to-audit"
    next_step = "Name report files, or the output folder of: spur-extract convert PATH -o DIR"
