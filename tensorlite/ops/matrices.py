"""Functions of matrices and chains of products: `matrix_exp`, `matrix_power`, `multi_dot`, ..."""

import functools
import itertools
import math
import operator
from collections.abc import Sequence

from .. import shapes
from ..declare import primitive, public
from ..dispatch import apply
from ..errors import expected
from ..tensor import Tensor
from . import lapack
from .complexes import conj
from .creation import eye, zeros
from .hosted import hosted
from .joining import cat
from .matrix_checks import matrices, square
from .products import matmul
from .solving import inv, solve


@primitive
def _matrix_exp(A):
    outputs = [(A.spec.shape, A.spec.dtype)]
    return hosted("linalg.matrix_exp", lapack.exponential, [A.contiguous()], outputs)[0]


@_matrix_exp.grad("A")
def _matrix_exp_grad_A(g, A):
    """The corner of the exponential of a block matrix: N. Higham, Functions of Matrices (2008)."""
    n, across = A.spec.shape[-1], A.mH
    above = cat((across, g), -1)
    below = cat((zeros(A.spec.shape, dtype=A.dtype, device=A.device), across), -1)
    return apply(_matrix_exp, cat((above, below), -2))[..., :n, n:]


@public("linalg", out=True)
def matrix_exp(A: Tensor) -> Tensor:
    """
    The exponential of square matrices, the sum of A^k / k!.

    Parameters
    ----------
    A : Tensor (*, N, N)

    Notes
    -----
    Scaling and squaring, through SciPy: A. Al-Mohy and N. Higham (SIAM J. Matrix Anal. 2009).

    Examples
    --------
    >>> tl.linalg.matrix_exp(tl.zeros(2, 2))
    tensor([[1., 0.],
            [0., 1.]])
    """
    return apply(_matrix_exp, square("linalg.matrix_exp", A))


@public(name="matrix_exp")
def matrix_exp_of(input: Tensor) -> Tensor:
    """See `linalg.matrix_exp`."""
    return matrix_exp(input)


@public("linalg", out=True)
def matrix_power(A: Tensor, n: int) -> Tensor:
    """
    The product of n copies of square matrices; of inverses, for negative n.

    Integers stay integers, which have no inverses.

    Examples
    --------
    >>> tl.linalg.matrix_power(tl.tensor([[1.0, 1.0], [0.0, 1.0]]), 5)
    tensor([[1., 5.],
            [0., 1.]])
    """
    op = "linalg.matrix_power"
    n = shapes.plain(n)
    if isinstance(n, bool) or not isinstance(n, int):
        raise TypeError(expected(op, "n to be an integer", repr(n), "matrix_exp()"))
    A = square(op, A, integral=n >= 0)
    if n == 0:
        return eye(A.spec.shape[-1], dtype=A.dtype, device=A.device).expand(A.shape).clone()
    base, n, factors = inv(A) if n < 0 else A, abs(n), []
    while n:
        if n & 1:
            factors.append(base)
        base, n = base @ base if n > 1 else base, n >> 1
    found = functools.reduce(operator.matmul, factors)
    return found.clone() if found is A else found


@public(name="matrix_power", out=True)
def matrix_power_of(input: Tensor, n: int) -> Tensor:
    """See `linalg.matrix_power`."""
    return matrix_power(input, n)


# ------------------------------------------------------------------ chains


@public("linalg", out=True)
def multi_dot(tensors: Tensor | Sequence[Tensor]) -> Tensor:
    """
    The product of several matrices, in the order that takes the fewest operations.

    Parameters
    ----------
    tensors : sequence of at least two Tensors (M, N)
        The first and the last may be vectors.

    Examples
    --------
    >>> tl.linalg.multi_dot([tl.ones(2, 3), tl.ones(3, 4), tl.ones(4)])
    tensor([12., 12.])
    """
    op = "linalg.multi_dot"
    chain = list(tensors)
    if len(chain) < 2:
        raise RuntimeError(expected(op, "at least 2 tensors", f"{len(chain)}", "a @ b"))
    for i, x in enumerate(chain):
        dims = (1, 2) if i in (0, len(chain) - 1) else (2,)
        if x.ndim not in dims:
            wanted = f"tensor {i} to be {' or '.join(f'{d}D' for d in dims)}"
            raise RuntimeError(expected(op, wanted, f"{x.ndim}D", "reshape()"))
    first, last = chain[0].ndim == 1, chain[-1].ndim == 1
    chain[0] = chain[0].unsqueeze(0) if first else chain[0]
    chain[-1] = chain[-1].unsqueeze(1) if last else chain[-1]
    for i, (x, y) in enumerate(itertools.pairwise(chain)):
        if x.shape[1] != y.shape[0]:
            got = f"{tuple(x.shape)} and {tuple(y.shape)}"
            raise RuntimeError(
                f"{op}: tensors {i} and {i + 1} with shapes {got} cannot be multiplied; expected "
                f"{x.shape[1]} rows; got {y.shape[0]}; try .mT"
            )
    found = _in_best_order(chain)
    found = found.squeeze(0) if first else found
    return found.squeeze(-1) if last else found


def _in_best_order(chain):
    """T. Cormen et al., Introduction to Algorithms, 15.2."""
    sizes = [chain[0].shape[0], *(x.shape[1] for x in chain)]
    count = len(chain)
    cost = {(i, i): 0 for i in range(count)}
    cut = {}
    for length in range(1, count):
        for i in range(count - length):
            j = i + length
            cost[i, j], cut[i, j] = min(
                (cost[i, k] + cost[k + 1, j] + sizes[i] * sizes[k + 1] * sizes[j + 1], k)
                for k in range(i, j)
            )

    def product(i, j):
        if i == j:
            return chain[i]
        k = cut[i, j]
        return matmul(product(i, k), product(k + 1, j))

    return product(0, count - 1)


@public("linalg", out=True)
def vecdot(x: Tensor, y: Tensor, *, dim: int = -1) -> Tensor:
    """The dot products of vectors, the first conjugated, along a dim; other dims broadcast."""
    return (conj(x) * y).sum(dim)


@public("linalg", out=True)
def vander(x: Tensor, *, N: int | None = None) -> Tensor:
    """
    The powers 0 to N - 1 of each element, as rows: a Vandermonde matrix.

    Parameters
    ----------
    x : Tensor (*, n)
    N : int, optional
        n by default.

    Examples
    --------
    >>> tl.linalg.vander(tl.tensor([1.0, 2.0, 3.0]))
    tensor([[1., 1., 1.],
            [1., 2., 4.],
            [1., 3., 9.]])
    """
    op = "linalg.vander"
    if N is not None and (isinstance(N, bool) or not isinstance(N, int) or N <= 1):
        raise RuntimeError(expected(op, "N must be greater than 1", repr(N), "N=2"))
    x = x.unsqueeze(0) if x.ndim == 0 else x
    N = x.spec.shape[-1] if N is None else N
    ones = x.new_ones((*x.shape, 1))
    if N <= 1:
        return ones[..., :N]
    powers = x.unsqueeze(-1).expand(*x.shape, N - 1).cumprod(-1)
    return cat((ones.to(powers.dtype), powers), -1)


# ------------------------------------------------------------------ matrices of many dims


@public("linalg", out=True)
def tensorinv(A: Tensor, ind: int = 2) -> Tensor:
    """
    The inverse of A as a matrix of its first `ind` dims by the others.

    Returns
    -------
    Tensor
        Of shape A.shape[ind:] + A.shape[:ind].
    """
    op = "linalg.tensorinv"
    if ind <= 0:
        raise RuntimeError(f"{op}: Expected a strictly positive integer for 'ind'; got {ind}")
    shape = tuple(A.shape)
    rows, columns = math.prod(shape[:ind]), math.prod(shape[ind:])
    if rows != columns:
        got = f"{rows} and {columns}"
        raise RuntimeError(
            f"{op}: Expected self to satisfy the requirement prod(self.shape[ind:]) == "
            f"prod(self.shape[:ind]), but got {got}; expected equal products; got {shape}; try ind="
        )
    return inv(matrices(op, A.reshape(rows, columns))).reshape(*shape[ind:], *shape[:ind])


@public("linalg", out=True)
def tensorsolve(A: Tensor, other: Tensor, dims: tuple[int, ...] | None = None) -> Tensor:
    """
    X of tensordot(A, X, X.ndim) = other.

    Parameters
    ----------
    A : Tensor
    other : Tensor
        Of the shape of the first dims of A.
    dims : tuple of int, optional
        Dims of A that are moved to its end first.
    """
    op = "linalg.tensorsolve"
    if dims is not None:
        A = A.movedim(tuple(dims), tuple(range(A.ndim - len(dims), A.ndim)))
    shape = tuple(A.shape[other.ndim :])
    rows, columns = other.spec.numel, math.prod(shape)
    if rows != columns or A.spec.numel != rows * columns:
        raise RuntimeError(
            f"{op}: Expected self to satisfy the requirement prod(self.shape[other.ndim:]) == "
            f"prod(self.shape[:other.ndim]), but got {columns} != {A.numel() // max(columns, 1)}; "
            f"expected equal products; got {tuple(A.shape)}; try dims="
        )
    return solve(matrices(op, A.reshape(rows, columns)), other.reshape(-1)).reshape(shape)


