"""Whether the top of a page, where no heading or label is repeated, goes on with what stood above.

The form repeats the heading or label of what continues on a page, but not inside a long text. A
page that begins with free text may be such a continuation, or a page of something else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from spur_extract.catalogue import EntryKind
from spur_extract.layout.lines import LaidLine
from spur_extract.layout.measure import SENTENCE_END, unfinished
from spur_extract.layout.paragraphs import Flow
from spur_extract.recognition.elements import Element

LOOK_AHEAD = 80
"""Elements that are looked at from a page's top on: more than a page holds."""

FULL_PAGE = 0.6
"""Share of the document's longest page that a page must hold when a text runs over all of it."""


@dataclass(frozen=True, slots=True)
class PageTops:
    """Judges the tops of pages; `flow` is how the text above runs, `page_size` the number of
    printed lines on the document's longest page."""

    flow: Flow
    page_size: int

    def goes_on(
        self,
        written: Sequence[LaidLine],
        elements: Sequence[Element],
        label: EntryKind | None = None,
    ) -> bool:
        """Whether `elements`, which begin at the top of a page, go on with what is `written`.

        They do where the form's next text on that page is a `label` of the same thing, or where
        the last line above ran full and the page looks like the text above: one line may be of
        another width if a sentence runs on from page to page.
        """
        page = [element for element in elements if element.page == elements[0].page]
        form_text = next((element for element in page if element.entry is not None), None)
        if label is not None and form_text is not None and form_text.kind is label:
            return True
        if not written or not self.flow.continues(written[-1].text, page[0].lines[0].text):
            return False
        run = [element.lines[0].text for element in takewhile(lambda each: each.free, page)]
        strange = sum(self.flow.contradicts(upper, lower) for upper, lower in pairwise(run))
        if strange > unfinished(written[-1].text, page[0].lines[0].text):
            return False
        last_page = len(page) == len(elements)
        if form_text is None and not last_page and len(page) < FULL_PAGE * self.page_size:
            return False
        return last_page or not _continues_better(written[-1], page[0], elements[len(page)])


def _continues_better(last: LaidLine, here: Element, there: Element) -> bool:
    """Whether the sentence above goes on at the top of the page after this one instead."""
    if SENTENCE_END.search(last.text) or not there.free:
        return False
    return here.lines[0].text[:1].isupper() and there.lines[0].text[:1].islower()
