"""Layers whose sizes are found at the first call: `LazyLinear`."""

from __future__ import annotations

from typing import Any

import tensorlite as tl

from .. import dtypes
from ..annotations import DeviceLike
from ..kernels import interpreters
from ..tensor import Tensor
from .layers import Linear
from .module import Module
from .parameter import UninitializedParameter, is_uninitialized

__all__ = ["LazyLinear"]


class LazyModuleMixin(Module):
    """A Module some of whose parameters have no shape before the first call.

    That call finds the shapes from its arguments, makes the parameters, and turns the Module into
    one of `cls_to_become`; where that is None, it stays what it is.
    """

    cls_to_become: Any = None

    def has_uninitialized_params(self) -> bool:
        """Whether some parameter or buffer of it has no shape yet."""
        own = [*self._parameters.values(), *self._buffers.values()]
        return any(map(is_uninitialized, own))

    def initialize_parameters(self, *args: Any, **kwargs: Any) -> None:
        """Make the parameters for the arguments of a call; every subclass writes it."""
        raise NotImplementedError(
            f"initialize_parameters: expected {type(self).__name__} to define it; got none"
        )

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if self.cls_to_become is not None or self.has_uninitialized_params():
            with interpreters.standing(None):  # once, even if the call is recorded as a plan
                self.initialize_parameters(*args, **kwargs)
        if self.cls_to_become is None:
            return super().__call__(*args, **kwargs)
        self.__class__ = self.cls_to_become
        return self(*args, **kwargs)


class LazyLinear(LazyModuleMixin, Linear):
    """A `Linear` that finds `in_features` at its first call.

    Parameters
    ----------
    out_features : int
    bias : bool
        Whether there is a bias.
    device, dtype
        Of the parameters.

    Attributes
    ----------
    weight : UninitializedParameter
        After the first call a Parameter (out_features, in_features).
    bias : UninitializedParameter or None
        After the first call a Parameter (out_features,).

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.LazyLinear(2)
    >>> layer(tl.zeros(5, 3)).shape
    tensorlite.Size([5, 2])
    >>> layer
    Linear(in_features=3, out_features=2, bias=True)
    """

    cls_to_become = Linear

    def __init__(
        self,
        out_features: int,
        bias: bool = True,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
    ) -> None:
        super().__init__(0, 0, False, device, dtype)
        self.out_features = out_features
        self.weight = UninitializedParameter(device=device, dtype=dtype)
        if bias:
            self.bias = UninitializedParameter(device=device, dtype=dtype)

    def reset_parameters(self) -> None:
        """Draw new parameters, if there are any yet."""
        if self.in_features:
            super().reset_parameters()

    def initialize_parameters(self, input: Tensor) -> None:
        """Make the weight for the last extent of an input."""
        fresh = self.has_uninitialized_params()
        if is_uninitialized(self.weight):
            self.weight.materialize((self.out_features, input.shape[-1]))
        if is_uninitialized(self.bias):
            self.bias.materialize((self.out_features,))
        self.in_features = self.weight.shape[-1]
        if fresh:
            with tl.no_grad():
                self.reset_parameters()
