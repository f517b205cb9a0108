"""Runs many small jobs in child processes, so that whatever a job does costs only that job."""

from spur_extract.archive.pool.jobs import Ending, Job, Limits, Outcome, Plain
from spur_extract.archive.pool.running import run_jobs
from spur_extract.errors import WorkersNotStartedError

__all__ = ["Ending", "Job", "Limits", "Outcome", "Plain", "WorkersNotStartedError", "run_jobs"]
