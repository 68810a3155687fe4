"""Learning-rate schedulers, under PyTorch's names."""

from ..absent import asked as _asked
from ..absent import listing as _listing
from ..gate import gate_all
from ._combined_schedulers import ChainedScheduler, ReduceLROnPlateau, SequentialLR
from ._cyclic_schedulers import CyclicLR, OneCycleLR
from ._formula_schedulers import (
    ConstantLR,
    CosineAnnealingLR,
    CosineAnnealingWarmRestarts,
    ExponentialLR,
    LambdaLR,
    LinearLR,
    MultiplicativeLR,
    MultiStepLR,
    PolynomialLR,
    StepLR,
)
from ._scheduler import LRScheduler

__all__ = [
    "ChainedScheduler",
    "ConstantLR",
    "CosineAnnealingLR",
    "CosineAnnealingWarmRestarts",
    "CyclicLR",
    "ExponentialLR",
    "LRScheduler",
    "LambdaLR",
    "LinearLR",
    "MultiStepLR",
    "MultiplicativeLR",
    "OneCycleLR",
    "PolynomialLR",
    "ReduceLROnPlateau",
    "SequentialLR",
    "StepLR",
]

gate_all(globals(), __all__)
_LRScheduler = LRScheduler  # its name before PyTorch 2.0, which programs still import
__getattr__ = _asked(__name__)
__dir__ = _listing(__name__)
