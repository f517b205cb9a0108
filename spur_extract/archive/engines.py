"""Where the files of a conversion are converted."""

from collections.abc import Iterable, Iterator

from spur_extract.archive.pool import Job, Limits, Outcome, run_jobs
from spur_extract.archive.settings import JOBS_PER_WORKER, MIB, ConvertSettings
from spur_extract.pseudonyms import Disguise

TASK = "spur_extract.archive.file_task:convert_file"
DISGUISED_TASK = "spur_extract.archive.disguised_task:convert_file"
"""The same, with the language pipeline loaded before the workers begin."""


def limits_of(settings: ConvertSettings) -> Limits:
    """What one file may take, by the settings."""
    return Limits(settings.timeout, settings.memory * MIB, JOBS_PER_WORKER)


def task_of(disguise: Disguise | None) -> str:
    """The function that workers call."""
    return TASK if disguise is None or disguise.suspect_name() else DISGUISED_TASK


def local_engine(
    jobs: Iterable[Job | None], settings: ConvertSettings, disguise: Disguise | None
) -> Iterator[Outcome]:
    """Convert on this machine, `settings.processes` files at a time."""
    return run_jobs(jobs, task_of(disguise), settings.processes, limits_of(settings))
