"""Lists as word processors set them: numbers or dashes, hanging a tab's distance from the text."""

from dataclasses import replace
from functools import partial
from typing import Final

from samples.pdf_builder.draft import Damage, Draft

_TAB: Final = 22.0


def _marked(marker: str, draft: Draft) -> Draft:
    look = replace(draft.job.look, bullets=True, marker=marker, hang=_TAB)
    return replace(draft, job=replace(draft.job, look=look))


DAMAGES: Final[dict[str, Damage]] = {
    "lists-numbered": partial(_marked, "{number}."),
    "lists-dashed": partial(_marked, "-"),
}
