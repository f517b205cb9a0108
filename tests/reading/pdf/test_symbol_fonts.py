"""Tests of what symbol fonts draw."""

import pytest

from spur_extract.reading.pdf.symbol_fonts import decode


@pytest.mark.parametrize(
    ("font", "text", "drawn"),
    [
        ("Wingdings", "\uf0fe\uf0a8\uf0fd\uf0fc\uf0fb", "☑☐☒✔✘"),
        ("ABCDEF+Wingdings-Regular", "þ¨ýüû", "☑☐☒✔✘"),
        ("Wingdings", "lnoxŸ\uf09f§", "●■□☒••▪"),
        ("Wingdings 2", "PROST£–", "✓☑✗☒☒□●"),
        ("ABCDEF+Wingdings2", "\uf050\uf052", "✓☑"),
        ("Webdings", "acgr\uf06e", "✔□■✖●"),
        ("ZapfDingbats", "3478lno", "✓✔✗✘●■❏"),
        ("ITC Zapf Dingbats Std", "4", "✔"),
        ("D050000L", "8", "✘"),
        ("ABCDEF+OpenSymbol", "\ue00a\ue00c\ue4c4\ue470", "■◆☑☐"),
        ("ABCDEF+OpenSymbol", "\uf0b7\uf0a7\uf0d8\uf0fe\uf0a8", "•▪➢☑☐"),
        ("SymbolMT", "\uf0b7", "•"),
    ],
)
def test_what_is_drawn(font: str, text: str, drawn: str) -> None:
    assert decode(font, text) == drawn


@pytest.mark.parametrize(
    ("font", "text"),
    [
        ("ZapfDingbats", "✔●"),
        ("Wingdings", "ABC "),
        ("OpenSymbol", "•lno"),
        ("SymbolMT", "αβ¬"),
        ("Arial", "\uf0feþln4"),
        ("ABCDEF+Calibri-Bold", "l"),
        ("", "\uf0fe"),
    ],
)
def test_what_stays_as_it_is(font: str, text: str) -> None:
    assert decode(font, text) == text
