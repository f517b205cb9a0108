"""PDF files on the command line: the reader, the password, and `explain --page`."""

import io
from pathlib import Path

import pytest
from PIL import Image

from spur_extract.cli.explain import ExplainOptions
from spur_extract.cli.parse import ParseOptions
from tests.cli.program import run, samples
from tests.views.pdf_files import pdf_of

SECRET = "hemligt-ord"  # noqa: S105
WRONG = "annat-ord"
MAIL = "Hej Maria,\nmötet flyttas till torsdag kl 13.\nHälsningar\nPer"


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    """A PDF file that is no report."""
    file = tmp_path / "mail.pdf"
    file.write_bytes(pdf_of([MAIL, "Sida två"]))
    return file


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """The same behind a password."""
    file = tmp_path / "locked.pdf"
    file.write_bytes(pdf_of([MAIL], password=SECRET))
    return file


def test_a_page_of_a_file_that_is_no_report_is_drawn(mail: Path, tmp_path: Path) -> None:
    output = tmp_path / "new" / "page.png"
    result = run("explain", mail, "--page", "2", "-o", output)
    assert (result.code, result.out) == (0, "")
    assert str(output) in result.err
    with Image.open(output) as picture:
        assert picture.format == "PNG"
        assert picture.width == 2 * 595
    assert [path.name for path in output.parent.iterdir()] == ["page.png"]


def test_quiet_says_nothing(mail: Path, tmp_path: Path) -> None:
    result = run("explain", mail, "--page", "1", "-o", tmp_path / "p.png", "--quiet")
    assert (result.code, result.out, result.err) == (0, "", "")


def test_explain_shows_the_lines_of_a_pdf_file(mail: Path) -> None:
    result = run("explain", mail)
    assert result.code == 0
    assert "2 pages; refused" in result.out
    assert "mötet flyttas till torsdag kl 13." in result.out


def test_standard_input_may_be_a_pdf_file(mail: Path, tmp_path: Path) -> None:
    lines = run("explain", "-", stdin=mail.read_bytes()).out.splitlines()
    assert lines[1:] == run("explain", mail).out.splitlines()[1:]
    output = tmp_path / "p.png"
    assert run("explain", "-", "--page", "1", "-o", output, stdin=mail.read_bytes()).code == 0
    Image.open(io.BytesIO(output.read_bytes())).verify()


@pytest.mark.parametrize("number", ["3", "1000000000"])
def test_a_page_that_is_not_there(number: str, mail: Path, tmp_path: Path) -> None:
    output = tmp_path / "p.png"
    run("explain", mail, "--page", number, "-o", output).check_error(3, "no-page-to-draw")
    assert not output.exists()


def test_a_text_has_no_page_to_draw(tmp_path: Path) -> None:
    output = tmp_path / "p.png"
    result = run("explain", samples()[0], "--page", "1", "-o", output)
    result.check_error(3, "no-page-to-draw")
    assert not output.exists()


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (("--page", "1"), "--output"),
        (("-o", "p.png"), "--page"),
        (("--page", "0", "-o", "p.png"), "--page"),
        (("--page", "one", "-o", "p.png"), "--page"),
        (("--pdf-reader", "acrobat"), "--pdf-reader"),
    ],
)
def test_bad_usage(flags: tuple[str, ...], said: str, mail: Path) -> None:
    result = run("explain", mail, *flags)
    assert (result.code, result.out) == (2, "")
    assert said in result.err.splitlines()[-1]


def test_the_picture_does_not_replace_the_report(mail: Path) -> None:
    before = mail.read_bytes()
    run("explain", mail, "--page", "1", "-o", mail).check_error(6, "output-not-writable")
    assert mail.read_bytes() == before


def test_a_picture_where_a_folder_is(mail: Path, tmp_path: Path) -> None:
    run("explain", mail, "--page", "1", "-o", tmp_path).check_error(6, "output-not-writable")


@pytest.mark.parametrize("reader", ["auto", "pdfium", "pdfplumber"])
def test_each_reader_opens_the_file(reader: str, mail: Path) -> None:
    result = run("explain", mail, "--pdf-reader", reader)
    assert result.code == 0
    assert "torsdag" in result.out
    run("parse", mail, "--pdf-reader", reader).check_error(4, "not-a-spur-report")


def test_the_password_opens_the_file(locked: Path, tmp_path: Path) -> None:
    result = run("explain", locked, "--password", SECRET)
    assert "torsdag" in result.out
    output = tmp_path / "p.png"
    assert run("explain", locked, "--password", SECRET, "--page", "1", "-o", output).code == 0
    run("parse", locked, "--password", SECRET).check_error(4, "not-a-spur-report")


def _attempts(locked: Path, tmp_path: Path) -> list[tuple[str | Path, ...]]:
    commands: list[tuple[str | Path, ...]] = [
        ("parse", locked),
        ("explain", locked),
        ("explain", locked, "--page", "1", "-o", tmp_path / "p.png"),
        ("convert", locked, "-o", tmp_path / "out"),
    ]
    return [(*command, "--debug") for command in commands]


def test_no_message_shows_a_password(locked: Path, tmp_path: Path) -> None:
    for password in (WRONG, SECRET):
        for command in _attempts(locked, tmp_path):
            result = run(*command, "--password", password)
            assert password not in result.err + result.out
            assert "Traceback" not in result.err
    written = [path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert written
    for content in written:
        assert SECRET.encode() not in content
        assert WRONG.encode() not in content


def test_without_the_password_or_with_a_wrong_one_it_is_a_typed_error(
    locked: Path, tmp_path: Path
) -> None:
    for command in _attempts(locked, tmp_path):
        for given, code in (((), "pdf-encrypted"), (("--password", WRONG), "pdf-password-wrong")):
            result = run(*command, *given)
            assert (result.code, result.out) == (7 if command[0] == "convert" else 5, "")
            assert f"[{code}]: " in result.err


def test_no_model_shows_a_password() -> None:
    for model in (ParseOptions, ExplainOptions):
        options = model.model_validate({"file": "x.pdf", "password": SECRET})
        assert SECRET not in f"{options!r} {options} {options.model_dump_json()} {options.pdf!r}"
        assert options.pdf.password == SECRET


def test_a_text_needs_none_of_it() -> None:
    plain = run("parse", samples()[0])
    assert plain.code == 0
    given = run("parse", samples()[0], "--pdf-reader", "pdfium", "--password", SECRET)
    assert (given.code, given.out) == (0, plain.out)
