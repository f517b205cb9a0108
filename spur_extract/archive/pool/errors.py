"""What keeps the whole pool from working, as opposed to one job."""

from spur_extract.errors import SpurError


class WorkersNotStartedError(SpurError):
    """No worker process can be started, or none can load the task."""

    next_step = "Close other programs or use fewer workers; if that changes nothing, it is a bug."
