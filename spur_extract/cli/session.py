"""What one run of the program carries: its two global flags, and the two streams it writes to."""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TextIO

import click

from spur_extract.errors import OutputError

PROGRAM: Final = "spur-extract"


class PipeClosedError(Exception):
    """The reader of standard output has gone (`… | head`): stop without a word."""


@dataclass
class Session:
    """The global flags; a command's own `--quiet` and `--debug` are added to them."""

    quiet: bool = False
    debug: bool = False

    def say(self, text: str) -> None:
        """Write a message to standard error, unless `--quiet` was given."""
        if not self.quiet:
            click.echo(text, err=True)

    @property
    def shows_progress(self) -> bool:
        """Whether somebody watches: standard error is a terminal and `--quiet` was not given."""
        return not self.quiet and sys.stderr is not None and sys.stderr.isatty()


def use_utf8() -> None:
    """Make both streams UTF-8 with `\\n` line ends, whatever the locale or system says."""
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors=errors, newline="\n")


def write_data(chunks: Iterable[str]) -> None:
    """Write data to standard output, and flush, so that a failure shows here and not at exit.

    Raises `OutputError` when it cannot be written (a full disk, say) and `PipeClosedError` when
    its reader has gone.
    """
    if sys.stdout is None:
        raise OutputError("Standard output is closed.")
    # The chunks may come from files: only the writing is watched for errors of the output.
    for chunk in chunks:
        _write(sys.stdout, chunk)
    _write(sys.stdout, "", flush=True)


def _write(stream: TextIO, text: str, *, flush: bool = False) -> None:
    try:
        stream.write(text)
        if flush:
            stream.flush()
    except BrokenPipeError:
        _silence(stream)
        raise PipeClosedError from None
    except OSError as error:
        _silence(stream)
        raise OutputError(f"Standard output cannot be written ({error.strerror}).") from error


def _silence(stream: TextIO) -> None:
    """Point the stream to nowhere: Python flushes it once more at exit and would complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
