"""Bytes to text: every encoding, every refusal, and what holds for any bytes at all."""

import codecs
import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from spur_extract.errors import (
    BinaryInputError,
    EmptyInputError,
    SpurError,
    UnknownEncodingError,
)
from spur_extract.reading.blank import is_blank
from spur_extract.reading.encoding import decode
from tests.reading.texts import PROSE, WINDOWS_PROSE, WORDS

SWEDISH_TEXT = st.lists(st.sampled_from(WORDS), min_size=40, max_size=80).map(
    lambda words: "".join(
        word + ("\r\n" if place % 9 == 8 else " ") for place, word in enumerate(words)
    )
)


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (b"", "utf-8", "utf-8"),
        (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
        (b"", "utf-16-le", "utf-16-le"),
        (b"", "utf-16-be", "utf-16-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32-be"),
        (b"", "cp1252", "cp1252"),
        (b"", "mac-roman", "mac-roman"),
    ],
)
def test_encodings_that_hold_all_the_signs(mark: bytes, codec: str, name: str) -> None:
    decoded = decode(mark + WINDOWS_PROSE.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.cut_bytes) == (WINDOWS_PROSE, name, 0)


@pytest.mark.parametrize("codec", ["latin-1", "cp850"])
def test_encodings_of_letters_only(codec: str) -> None:
    decoded = decode(PROSE.encode(codec))
    assert (decoded.text, decoded.encoding) == (PROSE, codec)


def test_windows_quotes_need_no_swedish_letter() -> None:
    decoded = decode(b"Enheten kallas \x93Norr\x94 av alla")
    assert (decoded.text, decoded.encoding) == ("Enheten kallas “Norr” av alla", "cp1252")


def test_ascii_is_utf8() -> None:
    assert decode(b"Ingen anm.\n").encoding == "utf-8"


@given(
    SWEDISH_TEXT,
    st.sampled_from(
        [
            "utf-8",
            "utf-8-sig",
            "utf-16",
            "utf-16-le",
            "utf-16-be",
            "utf-32",
            "cp1252",
            "latin-1",
            "mac-roman",
            "cp850",
        ]
    ),
)
def test_round_trip(text: str, codec: str) -> None:
    data = text.encode(codec)
    try:
        decoded = decode(data)
    except UnknownEncodingError:
        # The two rare ones are only taken on clear evidence: never wrong, but sometimes refused.
        assert codec in {"mac-roman", "cp850"}
    else:
        assert decoded.text == text


def test_decomposed_letters_are_left_to_the_pages() -> None:
    assert decode("pa\u030a".encode()).text == "pa\u030a"


def test_double_encoded_text_is_not_repaired() -> None:
    broken = "På".encode().decode("cp1252")
    assert decode(broken.encode()).text == broken


def test_replacement_characters_of_the_source_are_kept() -> None:
    assert decode("h\ufffdr".encode()).text == "h\ufffdr"


@pytest.mark.parametrize("character", ["å", "–", "😀"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_cut_inside_the_last_character(character: str, codec: str) -> None:
    whole = PROSE.encode(codec)
    data = (PROSE + character).encode(codec)
    for end in range(len(whole), len(data)):
        decoded = decode(data[:end])
        # A cut between the halves of a UTF-16 pair is a cut inside the character as well.
        assert (decoded.text, decoded.cut_bytes) == (PROSE, end - len(whole))


def test_ascii_cut_inside_a_utf8_letter_is_utf8() -> None:
    decoded = decode(b"Besok \xc3")
    assert (decoded.text, decoded.encoding, decoded.cut_bytes) == ("Besok ", "utf-8", 1)


def test_ascii_with_one_last_latin_letter_is_latin() -> None:
    decoded = decode(b"Dag att g\xe5")
    assert (decoded.text, decoded.encoding, decoded.cut_bytes) == ("Dag att gå", "latin-1", 0)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \t\r\n\f",
        codecs.BOM_UTF8,
        codecs.BOM_UTF16_LE + "\r\n\ufeff ".encode("utf-16-le"),
        "\u00a0\u200b".encode(),
    ],
)
def test_empty(data: bytes) -> None:
    with pytest.raises(EmptyInputError):
        decode(data)


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        (codecs.BOM_UTF8 + b"\n%PDF-1.4\n", "PDF"),
        (b"{\\rtf1\\ansi hej}", "RTF"),
        (b"%!PS-Adobe-3.0\n", "PostScript"),
        (b"PK\x03\x04\x14\x00\x06\x00", "docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "doc"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"GIF89a\x01\x00", "GIF"),
        (b"GIF87a\x01\x00", "GIF"),
        (b"II*\x00\x08\x00", "TIFF"),
        (b"MM\x00*\x00\x00", "TIFF"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"7z\xbc\xaf\x27\x1c\x00", "7-Zip"),
    ],
)
def test_known_formats_are_named(data: bytes, named: str) -> None:
    with pytest.raises(BinaryInputError, match=named) as caught:
        decode(data, "rapport.txt")
    assert caught.value.message.startswith("rapport.txt is ")


@pytest.mark.parametrize(
    "data",
    [
        b"Besok\x00hos enheten",
        bytes(64),
        codecs.BOM_UTF16_LE + "a\0b".encode("utf-16-le"),
        PROSE.encode("utf-32-le"),
        bytes(range(1, 9)) * 4,
        b"\x01\x02\x03\x04\x05\x06\xff\xfe" * 8,
    ],
)
def test_binary(data: bytes) -> None:
    with pytest.raises(BinaryInputError):
        decode(data)


def test_stray_controls_are_no_reason_to_refuse() -> None:
    assert decode((PROSE + "\x1a").encode()).text.endswith("\x1a")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(codecs.BOM_UTF8 + b"p\xe5 plats", id="mark of UTF-8 before Latin-1"),
        pytest.param(codecs.BOM_UTF16_BE + b"\xd8\x00\x00a", id="half a pair in UTF-16"),
        pytest.param("Вечерний приём врача".encode("cp1251"), id="Cyrillic"),
        pytest.param("診療記録を読む".encode("shift-jis"), id="Japanese"),
        pytest.param("på tur".encode() + b" efter p\xe5sk", id="UTF-8 and Latin-1 mixed"),
        pytest.param("på\x81 tåget".encode("latin-1"), id="81 is undefined in cp1252"),
        pytest.param("rött\x91\x98\x88\x86\x87\x83".encode("latin-1"), id="C1 controls"),
        pytest.param("Två rader\x85här\x85åter".encode("latin-1"), id="NEL as line end"),
        pytest.param("går på".encode("cp850"), id="too little for DOS"),
        pytest.param("vi är nya".encode("cp850"), id="one DOS letter"),
        pytest.param("går på".encode("mac-roman"), id="too little for a Mac"),
        pytest.param(b"\xe51234 5678 9012", id="few letters"),
    ],
)
def test_unknown_encodings(data: bytes) -> None:
    with pytest.raises(UnknownEncodingError):
        decode(data)


@pytest.mark.parametrize("byte", [0x81, 0x8D, 0x8F, 0x90, 0x9D])
def test_bytes_undefined_in_windows_are_not_windows(byte: int) -> None:
    with pytest.raises(UnknownEncodingError):
        decode(PROSE.encode("cp1252") + bytes([byte]))


def test_random_bytes_are_never_text() -> None:
    source = random.Random(4711)  # noqa: S311 - a fixed sequence is wanted
    for _ in range(200):
        with pytest.raises(SpurError):
            decode(source.randbytes(400))


@given(st.binary(max_size=200))
@example(b"\xe5")
@example(b"\xff\xfe\x00")
@example(b"\x00a\x00b\x00c\x00")
def test_any_bytes_decode_or_raise_a_typed_error(data: bytes) -> None:
    try:
        decoded = decode(data)
    except SpurError:
        return
    assert not is_blank(decoded.text)
    # Encoding again gives every byte back: nothing lost, nothing replaced.
    again = decoded.text.encode(decoded.encoding)
    assert again in data
    assert len(data) - len(again) - decoded.cut_bytes in {0, 2, 4}  # the byte order mark


@given(st.text(min_size=1))
def test_any_utf8_decodes_to_itself_or_is_refused(text: str) -> None:
    try:
        decoded = decode(text.encode())
    except (BinaryInputError, EmptyInputError):
        return
    assert decoded.text == text.removeprefix("\ufeff")
