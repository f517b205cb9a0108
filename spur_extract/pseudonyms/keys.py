"""The secret key, and the codes that are made with it."""

import hashlib
import hmac
from base64 import b32encode
from pathlib import Path
from typing import Final

from spur_extract.errors import (
    KeyGuessableError,
    KeyNotFoundError,
    KeyNotReadableError,
    KeyTooShortError,
)

SHORTEST_KEY: Final = 16
"""Bytes. A shorter key could be found by trying all."""

FEWEST_BYTES: Final = 8
"""Different bytes. A key made by chance has more: 32 hexadecimal digits have fewer than 8 different
ones once in millions of keys."""

LONGEST_KEY: Final = 64 * 1024
"""Bytes that are read at most: a larger file is taken for something else than a key."""

CODE_LENGTH: Final = 8
"""Base32 letters of a code, 5 bits each: among 10,000 persons two alike have a chance of 1 in
20,000."""


class PseudonymKey:
    """The key of an archive's codes. It shows in no `repr`, and is written nowhere."""

    __slots__ = ("_secret",)

    def __init__(self, secret: bytes) -> None:
        """Take the secret.

        Raises `KeyTooShortError` below `SHORTEST_KEY` bytes, and `KeyGuessableError` below
        `FEWEST_BYTES` different ones.
        """
        if len(secret) < SHORTEST_KEY:
            message = f"The key has {len(secret)} bytes; the least is {SHORTEST_KEY}."
            raise KeyTooShortError(message)
        if len(set(secret)) < FEWEST_BYTES:  # so that it is not all blanks, either
            message = f"The key has fewer than {FEWEST_BYTES} different bytes."
            raise KeyGuessableError(message)
        self._secret = secret

    def __repr__(self) -> str:
        """The class alone."""
        return "PseudonymKey(…)"

    def for_worker(self) -> str:
        """The secret in hexadecimal, for a process that works for this one."""
        return self._secret.hex()

    def code(self, kind: str, *message: str | bytes, length: int = CODE_LENGTH) -> str:
        """`kind-` and letters and digits that nobody without the key can make from the message."""
        parts = [kind, *message]
        data = b"\0".join(part.encode() if isinstance(part, str) else part for part in parts)
        digest = hmac.new(self._secret, data, hashlib.sha256).digest()
        return f"{kind}-{b32encode(digest).decode().lower()[:length]}"


def load_key(path: Path | str) -> PseudonymKey:
    """The key in a file: all its bytes but one line end at the end.

    Raises:
        KeyNotFoundError: there is no such file.
        KeyNotReadableError: it cannot be read, or is larger than any key.
        KeyTooShortError: it holds less than `SHORTEST_KEY` bytes.
        KeyGuessableError: it holds less than `FEWEST_BYTES` different bytes.
    """
    # The path stays out of the messages: it may hold a name, and no code can stand for it yet.
    try:
        with Path(path).open("rb") as file:
            data = file.read(LONGEST_KEY + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise KeyNotFoundError("There is no such key file.") from None
    except OSError as error:
        raise KeyNotReadableError(f"The key file cannot be read: {error.strerror}.") from None
    if len(data) > LONGEST_KEY:
        raise KeyNotReadableError(f"The key file holds more than {LONGEST_KEY // 1024} KiB.")
    return PseudonymKey(data.removesuffix(b"\n").removesuffix(b"\r"))
