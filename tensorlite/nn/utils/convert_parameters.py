"""Parameters as one vector, and back."""

from __future__ import annotations

from collections.abc import Iterable

import tensorlite as tl

from ...tensor import Tensor


def parameters_to_vector(parameters: Tensor | Iterable[Tensor]) -> Tensor:
    """All parameters end to end, as a Tensor (n,).

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.utils.parameters_to_vector(tl.nn.Linear(2, 3).parameters()).shape
    tensorlite.Size([9])
    """
    return tl.cat([p.reshape(-1) for p in parameters])


def vector_to_parameters(vec: Tensor, parameters: Tensor | Iterable[Tensor]) -> None:
    """Write the pieces of a vector (n,) into the parameters.

    Raises
    ------
    TypeError
        If `vec` is not a Tensor.
    RuntimeError
        If it is too short; nothing has been written then.
    """
    if not isinstance(vec, Tensor):
        raise TypeError(f"vector_to_parameters: expected vec to be a Tensor; got {type(vec)}")
    parameters = list(parameters)
    total = sum(p.numel() for p in parameters)
    if vec.numel() < total:
        raise RuntimeError(
            f"vector_to_parameters: expected {total} elements for these parameters; got "
            f"{vec.numel()}"
        )
    start = 0
    for param in parameters:
        param.data = vec[start : start + param.numel()].reshape(param.shape).detach()
        start += param.numel()
