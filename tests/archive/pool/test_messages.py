"""Messages between processes: what is none is noticed, and never obeyed."""

import pytest

from spur_extract.archive.pool.messages import (
    LONGEST_VALUE,
    BrokenFrameError,
    FrameReader,
    NotPlainError,
    frame,
    value_json,
)


def test_messages_come_out_whole_however_they_arrive() -> None:
    sent = frame("a", 1) + frame("å", None, [1.5]) + frame()
    reader = FrameReader()
    found = [message for byte in sent for message in reader.feed(bytes([byte]))]
    assert found == [["a", 1], ["å", None, [1.5]], []]


@pytest.mark.parametrize(
    "data",
    [
        b"garbage and more",
        b"\xff" * 8,
        b"spur\xff\xff\xff\xff",
        b"spur\x00\x00\x00\x01{",
        b"spur\x00\x00\x00\x01\xff",
        b"spur\x00\x00\xc3\x50" + b"[" * 50_000,
        frame("a")[:-1] + b"\x00",
    ],
)
def test_what_is_no_message_is_noticed(data: bytes) -> None:
    with pytest.raises(BrokenFrameError):
        list(FrameReader().feed(data))


def test_a_value_of_the_largest_size_can_be_sent() -> None:
    value = "x" * (LONGEST_VALUE - 2)
    assert len(value_json(value)) == LONGEST_VALUE
    assert list(FrameReader().feed(frame("answer", value))) == [["answer", value]]
    with pytest.raises(NotPlainError, match="larger"):
        value_json(value + "x")
