"""What each edition of the form prints, as data: `load_catalogue` gives it all."""

from spur_extract.catalogue.entries import Entry, EntryKind
from spur_extract.catalogue.loader import Catalogue, load_catalogue, read_catalogue
from spur_extract.catalogue.schema import Edition

__all__ = ["Catalogue", "Edition", "Entry", "EntryKind", "load_catalogue", "read_catalogue"]
