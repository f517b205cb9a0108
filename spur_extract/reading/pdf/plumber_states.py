"""pdfminer's interpreter, told of opacity: it does not look at what a page says of that."""

from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter
from pdfminer.pdftypes import dict_value, resolve1
from pdfminer.psparser import literal_name
from pdfminer.utils import Matrix

OPAQUE = 1.0


class State(PDFGraphicState):
    """How a page paints; `opacity` is that of what it fills, from 0 (clear) to 1."""

    def __init__(self) -> None:
        """Paints opaquely."""
        super().__init__()
        self.opacity = OPAQUE

    def copy(self) -> "State":
        """The same state, to be changed."""
        same = State()
        same.__dict__.update(self.__dict__)
        return same


class Interpreter(PDFPageInterpreter):
    """Runs through a page as pdfminer does, and keeps the opacity."""

    def init_state(self, ctm: Matrix) -> None:
        """Begin a page or a form object."""
        super().init_state(ctm)
        self.graphicstate = State()

    def do_gs(self, name: object) -> None:
        """Take over a set of entries that the page's resources hold."""
        named = dict_value(self.resources.get("ExtGState") or {})
        entries = dict_value(named.get(literal_name(name)) or {})
        value = resolve1(entries.get("ca"))
        if isinstance(value, int | float) and isinstance(self.graphicstate, State):
            self.graphicstate.opacity = float(value)


def opacity(state: PDFGraphicState) -> float:
    """The opacity of what is filled."""
    return state.opacity if isinstance(state, State) else OPAQUE
