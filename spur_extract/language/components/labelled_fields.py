"""Fields inside a whole text: what stands behind "Ansvarig:" or "Inspektörer:"."""

import re
from collections.abc import Iterator

LABEL = re.compile(
    r"(?:^|(?<=[\n.;–•-])\s*|\s)"
    r"(?:[Aa]nsvarig\w*(?:\s(?:för|person|läkare)[^:\n.]{0,40})?|[Ii]nspekt\w*|[Gg]ranskare|[Dd]eltagare"
    r"|[Nn]ärvarande|[Hh]andledare|[Hh]uvudhandledare|[Vv]erksamhetschef|[Ss]tudierektor|[Kk]ontaktperson"
    r"|[Uu]ppföljning|[Ss]ekreterare|[Oo]rdförande|[Uu]tförare|[Ss]ektionschef|[Ee]nhetschef|[Ff]örfattare"
    r"|[Uu]nderskrift\w*|[Ii]ntervjuade)\s?:[ \t]*|(?:^|(?<=\n))Inspektör(?:er)?[ \t]*\n",
)
LONGEST = 160
"""Characters of a field; what is longer is running text."""


def labelled_fields(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of each field, up to the end of its line or the next label."""
    labels = list(LABEL.finditer(text))
    for index, label in enumerate(labels):
        start = label.end()
        stop = text.find("\n", start)
        end = len(text) if stop < 0 else stop
        if index + 1 < len(labels):
            end = min(end, labels[index + 1].start())
        if 0 < end - start <= LONGEST:
            yield start, end
