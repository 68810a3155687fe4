"""Losses, under PyTorch's path."""

from ..class_losses import *  # noqa: F403
from ..losses import *  # noqa: F403
from ..losses import _Loss as _Loss
from ..losses import _WeightedLoss as _WeightedLoss
