"""The base of all errors that a user can meet."""

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
