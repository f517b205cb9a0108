"""Names, places and terms by which names of persons are told; written by `models.gazetteers`."""

from functools import cache
from importlib.resources import files


@cache
def load_gazetteer(name: str) -> frozenset[str]:
    """The words of `name`.txt, in lower case."""
    return frozenset(files(__package__).joinpath(f"{name}.txt").read_text("utf-8").split())
