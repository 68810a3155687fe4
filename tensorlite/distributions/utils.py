"""Parameters of one shape, probabilities and log-odds, and attributes that are computed late."""

import math
from collections.abc import Callable
from typing import Any

import tensorlite as tl

from ..annotations import Operand
from ..docstrings import document as _document
from ..errors import type_name
from ..tensor import Tensor
from .draws import dirichlet, standard_gamma

__all__ = [
    "broadcast_all", "clamp_probs", "lazy_property", "logits_to_probs", "probs_to_logits",
    "tril_matrix_to_vec", "vec_to_tril_matrix",
]  # fmt: skip


def broadcast_all(*values: Operand) -> tuple[tl.Tensor, ...]:
    """Numbers and tensors as tensors of one shape; numbers have the dtype of the tensors."""
    for value in values:
        if not isinstance(value, tl.Tensor | int | float):
            raise ValueError(
                "Input arguments must all be instances of Number, or Tensor; broadcast_all: "
                f"expected numbers and tensors; got {type_name(value)}; try tensor()"
            )
    tensors = [x for x in values if isinstance(x, tl.Tensor)]
    dtype = tensors[0].dtype if tensors else tl.get_default_dtype()
    dtype = dtype if dtype.is_floating_point else tl.get_default_dtype()
    device = tensors[0].device if tensors else None
    made = [
        x if isinstance(x, tl.Tensor) else tl.tensor(float(x), dtype=dtype, device=device)
        for x in values
    ]
    return tl.broadcast_tensors(*made)


class lazy_property:
    """
    An attribute that is computed when it is first asked for, and kept.

    Parameters
    ----------
    compute : callable
        A method of self alone.

    Examples
    --------
    >>> from tensorlite.distributions.utils import lazy_property
    >>> class Row:
    ...     @lazy_property
    ...     def total(self):
    ...         print("summing")
    ...         return 3
    >>> row = Row()
    >>> row.total, row.total
    summing
    (3, 3)
    """

    def __init__(self, compute: Callable[[Any], Any]) -> None:
        self.compute, self.__doc__ = compute, compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        if instance is None:
            return self
        with tl.enable_grad():
            found = instance.__dict__[self.name] = self.compute(instance)
        return found


def clamp_probs(probs: Tensor) -> tl.Tensor:
    """Probabilities away from 0 and 1, so that logarithms of them are finite."""
    eps = tl.finfo(probs.dtype).eps
    return probs.clamp(eps, 1 - eps)


def probs_to_logits(probs: Tensor, is_binary: bool = False) -> tl.Tensor:
    """Log-odds, or logarithms of the probabilities of classes."""
    probs = clamp_probs(probs)
    return probs.log() - (-probs).log1p() if is_binary else probs.log()


def logits_to_probs(logits: Tensor, is_binary: bool = False) -> tl.Tensor:
    """Probabilities of log-odds, or of logarithms of those of classes."""
    return logits.sigmoid() if is_binary else logits.softmax(-1)


_standard_gamma = standard_gamma  # as other programs ask for them, like these
_sample_dirichlet = dirichlet


def _standard_normal(shape, dtype, device):
    """Standard normal numbers, as other programs ask for them."""
    return tl.randn(shape, dtype=dtype, device=device)


def _sum_rightmost(value, dim):
    """The sum over the last dims, as many as `dim`."""
    return value if dim == 0 else value.reshape((*value.shape[: value.ndim - dim], -1)).sum(-1)


def tril_matrix_to_vec(mat: Tensor, diag: int = 0) -> tl.Tensor:
    """The entries at and below a diagonal of matrices, row by row, as vectors."""
    n = mat.shape[-1]
    if not -n <= diag < n:
        raise ValueError(f"diag ({diag}) provided is outside [{-n}, {n - 1}]; try diag=0")
    rows, columns = tl.tril_indices(n, n, diag, device=mat.device)
    return mat[..., rows, columns]


def vec_to_tril_matrix(vec: Tensor, diag: int = 0) -> tl.Tensor:
    """Square matrices with these entries at and below a diagonal, row by row, and zeros above."""
    entries, reach = vec.shape[-1], 1 + 2 * diag
    # n rows have n (n + 1) / 2 entries up to the main diagonal, and n more for each further one
    square = reach * reach + 8 * entries + 4 * abs(diag) * (diag + 1)
    root = math.isqrt(square)
    if root * root != square:
        raise ValueError(
            f"The size of last dimension is {entries} which cannot be expressed as the lower "
            f"triangular part of a square D x D matrix; got diag={diag}; try another size"
        )
    n = (root - reach) // 2
    rows, columns = tl.tril_indices(n, n, diag, device=vec.device)
    made = vec.new_zeros((*vec.shape[:-1], n, n))
    made[..., rows, columns] = vec
    return made


_document(globals(), __all__)
