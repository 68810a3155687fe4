"""Networks as estimators of scikit-learn. Needs the extra `sklearn`."""

from .callbacks import Checkpoint
from .estimators import TensorliteClassifier, TensorliteRegressor
from .many import fit_many

__all__ = ["Checkpoint", "TensorliteClassifier", "TensorliteRegressor", "fit_many"]
