"""PyTorch's longer paths to layers: ``nn.modules.<file>.<Layer>``."""

from typing import Any

from . import batchnorm, container, conv, linear, loss, module, rnn, utils

__all__ = ["batchnorm", "container", "conv", "linear", "loss", "module", "rnn", "utils"]


def __getattr__(name: str) -> Any:
    from tensorlite import nn

    if name[:1].isupper() and hasattr(nn, name):
        return getattr(nn, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
