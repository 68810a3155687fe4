"""What people look at while they work: summaries, drawings, progress, and IPython's magics."""

from ..absent import listing as _listing
from ..docstrings import document as _document
from .drawing import draw
from .loops import Progress, progress
from .summaries import summary
from .timing import load_ipython_extension

__all__ = ["Progress", "draw", "load_ipython_extension", "progress", "summary"]
__dir__ = _listing(__name__)


_document(globals(), __all__)
