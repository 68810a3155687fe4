"""Python's multiprocessing, under PyTorch's path: tensors go to other processes as copies.

How PyTorch shares memory can be set, as programs do, and changes nothing.
"""

import multiprocessing as _multiprocessing
from multiprocessing import *  # noqa: F403

from .absent import asked as _asked
from .docstrings import document as _document
from .errors import expected as _expected

__all__ = [
    *_multiprocessing.__all__,
    "get_all_sharing_strategies",
    "get_sharing_strategy",
    "set_sharing_strategy",
]
_STRATEGIES = {"file_descriptor", "file_system"}
_chosen = ["file_descriptor"]


def get_all_sharing_strategies() -> set[str]:
    """The names that `set_sharing_strategy` takes."""
    return set(_STRATEGIES)


def get_sharing_strategy() -> str:
    """The name that was set last."""
    return _chosen[0]


def set_sharing_strategy(new_strategy: str) -> None:
    """Keep a name of `get_all_sharing_strategies`: tensors are copied with any."""
    if new_strategy not in _STRATEGIES:
        wanted = "new_strategy of get_all_sharing_strategies()"
        raise ValueError(_expected("multiprocessing.set_sharing_strategy", wanted,
                                   repr(new_strategy), "'file_system'"))  # fmt: skip
    _chosen[0] = new_strategy


_document(globals(), __all__[-3:])
__getattr__ = _asked(__name__)
