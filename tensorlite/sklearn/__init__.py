"""Networks as estimators of scikit-learn. Needs the extra `sklearn`."""

from ..absent import listing as _listing
from .callbacks import Checkpoint
from .estimators import TensorliteClassifier, TensorliteRegressor
from .many import fit_many

__all__ = ["Checkpoint", "TensorliteClassifier", "TensorliteRegressor", "fit_many"]
__dir__ = _listing(__name__)
