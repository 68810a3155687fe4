"""An older place of `func.functional_call`."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from typing import Any

import tensorlite as tl

from ...docstrings import document as _document
from ...graph import warn
from ...tensor import Tensor

__all__ = ["functional_call"]


@contextlib.contextmanager
def _reparametrize_module(
    module, parameters_and_buffers, tie_weights=False, strict=False, stack_weights=False
):
    """A context in which a module has other tensors, by their names: what libraries borrow."""
    with tl.func.modules.reparametrized(module, parameters_and_buffers, tie_weights, strict):
        yield


def functional_call(
    module: tl.nn.Module,
    parameters_and_buffers: Mapping[str, Tensor],
    args: Any = None,
    kwargs: Mapping[str, Any] | None = None,
    *,
    tie_weights: bool = True,
    strict: bool = False,
) -> Any:
    """`func.functional_call`, with a warning.

    Returns
    -------
    any
        What the module gives.
    """
    warn("nn.utils.stateless is deprecated; try func.functional_call", FutureWarning)
    return tl.func.functional_call(
        module, parameters_and_buffers, args, kwargs, tie_weights=tie_weights, strict=strict
    )


_document(globals(), __all__)
