"""Python's multiprocessing, under PyTorch's path: tensors go to other processes as copies."""

from multiprocessing import *  # noqa: F403
from multiprocessing import __all__ as __all__

from .absent import asked as _asked

__getattr__ = _asked(__name__)
