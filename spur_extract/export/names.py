"""File names as text that JSON, CSV and a terminal can hold."""


def printable(name: str) -> str:
    """The name with bytes that are no UTF-8 spelt out (`\\\\udcff`); any other is unchanged."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
