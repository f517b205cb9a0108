"""Reports with codes in the places of names: see docs/pseudonymisation.md.

`pseudonymise(report, key)` treats one report, `load_key(path)` reads the key. `Disguise` is what
`spur_extract.archive.convert` takes to treat an archive, its paths and messages included.
"""

from spur_extract.pseudonyms.disguise import Disguise
from spur_extract.pseudonyms.keys import PseudonymKey, load_key
from spur_extract.pseudonyms.reports import Pseudonymised, pseudonymise
from spur_extract.pseudonyms.review import ReviewEntry

__all__ = ["Disguise", "PseudonymKey", "Pseudonymised", "ReviewEntry", "load_key", "pseudonymise"]
