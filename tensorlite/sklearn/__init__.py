"""Networks as estimators of scikit-learn. Needs the extra `sklearn`."""

from ..absent import listing as _listing
from ..docstrings import document as _document
from .callbacks import Checkpoint
from .estimators import TensorliteClassifier, TensorliteRegressor
from .many import fit_many

__all__ = ["Checkpoint", "TensorliteClassifier", "TensorliteRegressor", "fit_many"]
__dir__ = _listing(__name__)


_document(globals(), __all__)
