"""Optimizers and learning-rate schedulers, under PyTorch's names."""

from ..absent import asked as _asked
from ..absent import listing as _listing
from ..gate import gate_all
from . import lr_scheduler, swa_utils
from .adafactor import Adafactor
from .adam import Adam, Adamax, AdamW, NAdam, RAdam
from .adaptive import Adadelta, Adagrad, RMSprop, Rprop
from .lbfgs import LBFGS
from .lion import Lion
from .muon import Muon
from .optimizer import Optimizer
from .sgd import ASGD, SGD
from .sparse_adam import SparseAdam

__all__ = [
    "ASGD",
    "LBFGS",
    "SGD",
    "Adadelta",
    "Adafactor",
    "Adagrad",
    "Adam",
    "AdamW",
    "Adamax",
    "Lion",
    "Muon",
    "NAdam",
    "Optimizer",
    "RAdam",
    "RMSprop",
    "Rprop",
    "SparseAdam",
    "lr_scheduler",
    "swa_utils",
]

gate_all(globals(), __all__)
for _module in ("adafactor", "adam", "lbfgs", "lion", "muon", "sgd"):
    del globals()[_module]  # so that optim.sgd(...) says what was meant
__getattr__ = _asked(__name__)
__dir__ = _listing(__name__)
