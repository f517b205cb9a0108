"""How the tables of an archive are to be written, as one validated value."""

from enum import StrEnum
from importlib.util import find_spec

from pydantic import BaseModel, ConfigDict, Field

from spur_extract.errors import FormatUnavailableError


class CsvKind(StrEnum):
    """The dialect of the CSV files."""

    DEFAULT = "default"
    EXCEL_SV = "excel-sv"


class TableFormat(StrEnum):
    """A form of the tables beside CSV."""

    JSONL = "jsonl"
    PARQUET = "parquet"
    SQLITE = "sqlite"
    DUCKDB = "duckdb"


NEEDS_DUCKDB = frozenset({TableFormat.PARQUET, TableFormat.DUCKDB})


class TableOptions(BaseModel):
    """CSV files and `datapackage.json` are always written; `formats` come beside them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    csv: CsvKind = Field(
        default=CsvKind.DEFAULT,
        description="CSV dialect: RFC 4180, or what a Swedish Excel opens with a double click.",
    )
    formats: frozenset[TableFormat] = Field(
        default=frozenset(), description="Forms of the tables to write beside CSV."
    )

    def check_available(self) -> None:
        """See, before any work, that the formats can be written here.

        Raises `FormatUnavailableError`.
        """
        wanted = sorted(self.formats & NEEDS_DUCKDB)
        if wanted and find_spec("duckdb") is None:
            message = f"The library duckdb, which writes {' and '.join(wanted)}, is not installed."
            raise FormatUnavailableError(message)
