"""Messages over a socket: a mark, the length, and JSON.

JSON and not pickle, since a worker that went astray may send anything, and reading it must do no
more than fail.
"""

import json
import socket
import struct
from collections.abc import Iterator
from typing import Final

from spur_extract.archive.pool.jobs import Plain

LONGEST_VALUE: Final = 64 * 1024  # bytes of a payload or a result as JSON
LOST_PIPE: Final = 71  # exit code of a worker whose pipe was closed
_LONGEST_FRAME: Final = 2 * LONGEST_VALUE
_BUFFER: Final = 4 * LONGEST_VALUE  # a frame fits in whole, so that sending never waits
_MARK: Final = b"spur"
_HEADER: Final = struct.Struct(">4sI")


class BrokenFrameError(Exception):
    """What was received is no frame."""


class NotPlainError(Exception):
    """A value cannot be sent: it is no plain data, or too large."""


def value_json(value: Plain) -> str:
    """A payload or result as JSON, in ASCII, half surrogates of odd file names included."""
    try:
        written = json.dumps(value)
    except (TypeError, ValueError, RecursionError) as error:
        raise NotPlainError(f"no plain data ({type(error).__name__})") from None
    if len(written) > LONGEST_VALUE:
        raise NotPlainError(f"larger than {LONGEST_VALUE} bytes")
    return written


def frame(*fields: Plain) -> bytes:
    """One message."""
    data = json.dumps(fields).encode("ascii")
    return _HEADER.pack(_MARK, len(data)) + data


def socket_pair() -> tuple[socket.socket, socket.socket]:
    """Two connected sockets that take a whole frame at once."""
    pair = socket.socketpair()
    for end in pair:
        for buffer in (socket.SO_SNDBUF, socket.SO_RCVBUF):  # which one counts differs
            end.setsockopt(socket.SOL_SOCKET, buffer, _BUFFER)
    return pair


class FrameReader:
    """Cuts what is received into messages."""

    def __init__(self) -> None:
        """Nothing received yet."""
        self._received = bytearray()

    def feed(self, data: bytes) -> Iterator[object]:
        """The messages that are complete with `data`.

        Raises BrokenFrameError when something else than messages was sent.
        """
        self._received += data
        while len(self._received) >= _HEADER.size:
            mark, length = _HEADER.unpack_from(self._received)
            if mark != _MARK or length > _LONGEST_FRAME:
                raise BrokenFrameError
            end = _HEADER.size + length
            if len(self._received) < end:
                return
            body = bytes(self._received[_HEADER.size : end])
            del self._received[:end]
            try:
                yield json.loads(body)
            except (ValueError, RecursionError):
                raise BrokenFrameError from None
