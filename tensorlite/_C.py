"""What libraries ask of PyTorch's core by its private path, and no more."""

import sys
from types import SimpleNamespace
from typing import Any

import tensorlite as tl

from .absent import no_such
from .errors import LinAlgError
from .nn.moving import parsed_to

_LinAlgError = LinAlgError
_TensorMeta = type(tl.Tensor)  # the class of Tensor


def _log_api_usage_once(event: str) -> None:
    """Nothing: no use is counted here."""


def _get_tracing_state() -> None:
    """None: nothing is being traced, as there is no TorchScript."""


def _parse_to(*args, **kwargs):
    """Device, dtype, `non_blocking` and memory format of the arguments of a Module's `to`."""
    at_once = next((arg for arg in args if isinstance(arg, bool)), False)
    non_blocking = kwargs.get("non_blocking", at_once)
    device, dtype, memory_format = parsed_to(args, kwargs)
    return None if device is None else tl.device(device), dtype, non_blocking, memory_format


_nn = SimpleNamespace(_parse_to=_parse_to)


def __getattr__(name: str) -> Any:
    raise no_such(sys.modules[__name__], name)
