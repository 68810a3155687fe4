"""Systems of linear equations: inverses and solutions; `tensorlite.linalg`."""

import functools

from .. import dtypes
from ..declare import primitive, public
from ..dispatch import apply
from ..errors import LinAlgError, expected
from ..tensor import Tensor
from . import lapack
from . import matrix_results as results
from .creation import eye
from .hosted import hosted
from .matrix_checks import matrices, over_one_batch, same_dtype, square
from .triangles import tril, triu

_EQUATIONS = {True: "AX = B", False: "XA = B"}


def spec(x, *dims):
    """Shape and dtype of a result (*, dims) for matrices x."""
    return (*x.spec.shape[:-2], *dims), x.spec.dtype


def real_spec(x, *dims):
    """The same for a result of real numbers."""
    return (*x.spec.shape[:-2], *dims), x.spec.dtype.to_real()


# ------------------------------------------------------------------ inverses


@primitive
def _inverse(A, *, name):
    function = functools.partial(lapack.inverse, op=name)
    return hosted(name, function, [A.contiguous()], [spec(A, *A.spec.shape[-2:])])[0]


@_inverse.grad("A")
def _inverse_grad_A(g, out):
    return -(out.mH @ g @ out.mH)


@public("linalg", out=True)
def inv(A: Tensor) -> Tensor:
    """
    The inverse of square matrices.

    Parameters
    ----------
    A : Tensor (*, N, N)

    Returns
    -------
    Tensor (*, N, N)

    Raises
    ------
    LinAlgError
        If a matrix is singular; it names the first.

    Notes
    -----
    LAPACK's `gesv`. `solve(A, B)` is faster and more accurate than `inv(A) @ B`.

    Examples
    --------
    >>> tl.linalg.inv(tl.tensor([[2.0, 0.0], [1.0, 1.0]]))
    tensor([[ 0.5000,  0.0000],
            [-0.5000,  1.0000]])
    """
    return apply(_inverse, square("linalg.inv", A), name="linalg.inv")


@public(names=("inv",), out=True)
def inverse(input: Tensor) -> Tensor:
    """The inverse of square matrices; see `linalg.inv`."""
    return inv(input)


@primitive
def _inverse_or_not(A):
    outputs = [spec(A, *A.spec.shape[-2:]), (A.spec.shape[:-2], dtypes.int32)]
    return tuple(hosted("linalg.inv_ex", lapack.inverse_or_not, [A.contiguous()], outputs))


@_inverse_or_not.grad("A")
def _inverse_or_not_grad_A(g, A):
    return _inverse_grad_A(g[0], apply(_inverse_or_not, A)[0])


def refuse_failed(op, info, check_errors):
    """With `check_errors`, raise where LAPACK told of a failure."""
    if check_errors and bool((info != 0).any()):
        first = int(info.reshape(-1).ne(0).nonzero()[0])
        raise LinAlgError(
            f"{op}: (Batch element {first}): The diagonal element {int(info.reshape(-1)[first])} "
            "is zero or not positive; expected info of zeros; got others; try check_errors=False"
        )


@public("linalg", out=True)
def inv_ex(A: Tensor, *, check_errors: bool = False) -> results.linalg_inv_ex:
    """
    The inverse of square matrices, and where it failed.

    Returns
    -------
    named tuple (inverse (*, N, N), info (*))
        info counts from 1 to the first diagonal element of U that is zero, and is 0 without one.
    """
    result = results.linalg_inv_ex(*apply(_inverse_or_not, square("linalg.inv_ex", A)))
    refuse_failed("linalg.inv_ex", result.info, check_errors)
    return result


# ------------------------------------------------------------------ solutions


@primitive
def _solve(A, B, *, name):
    function = functools.partial(lapack.solve, op=name)
    return hosted(name, function, [A.contiguous(), B.contiguous()], [(B.shape, B.dtype)])[0]


@_solve.grad("A")
def _solve_grad_A(g, A, out, name):
    return -apply(_solve, A.mH, g, name=name) @ out.mH


@_solve.grad("B")
def _solve_grad_B(g, A, name):
    return apply(_solve, A.mH, g, name=name)


def _equations(op, A, B, left):
    """A, B as matrices over one batch, for left-hand A; and whether B holds vectors."""
    A, B = square(op, A), as_operand(op, A, B)
    vectors = B.ndim == 1 or (A.ndim - 1 == B.ndim and B.spec.shape == A.spec.shape[:-1])
    if vectors:
        if not left:
            raise RuntimeError(
                f"{op}: left=False is not supported for vector B; expected matrices; "
                f"got {list(B.shape)}; try unsqueeze(-1)"
            )
        B = B.unsqueeze(-1)
    elif not left:
        A, B = A.mT, B.mT
    n, rows = A.spec.shape[-1], B.spec.shape[-2]
    if n != rows:
        raise RuntimeError(
            f"{op}: Incompatible shapes of A and B for the equation {_EQUATIONS[left]} ({n}x{n} "
            f"and {rows}x{B.spec.shape[-1]}); expected {n} equations; got {rows}; try B.mT"
        )
    return (*over_one_batch(op, A, B), vectors)


def as_operand(op, A, B):
    """B as a floating point tensor of A's dtype."""
    if not isinstance(B, Tensor):
        raise TypeError(expected(op, "B to be a Tensor", type(B).__name__, "tensor()"))
    same_dtype(op, A, B)
    if B.ndim == 0:
        raise RuntimeError(expected(op, "B of at least 1 dim", "0", "unsqueeze(0)"))
    return B


def _restored(X, left, vectors):
    if vectors:
        return X.squeeze(-1)
    return X if left else X.mT


@public("linalg", out=True)
def solve(A: Tensor, B: Tensor, *, left: bool = True) -> Tensor:
    """
    X of A X = B, or of X A = B.

    Parameters
    ----------
    A : Tensor (*, N, N)
    B : Tensor (*, N, K), (N,) or (*, N)
        Vectors if it is 1-d, or has the shape of A without its last dim.
    left : bool
        Whether A stands on the left of X.

    Returns
    -------
    Tensor, as B over the batch of both

    Raises
    ------
    LinAlgError
        If a matrix is singular; it names the first.

    Examples
    --------
    >>> tl.linalg.solve(tl.tensor([[2.0, 0.0], [1.0, 1.0]]), tl.tensor([2.0, 3.0]))
    tensor([1., 2.])
    """
    A, B, vectors = _equations("linalg.solve", A, B, left)
    return _restored(apply(_solve, A, B, name="torch.linalg.solve"), left, vectors)


@primitive
def _solve_or_not(A, B):
    outputs = [(B.spec.shape, B.spec.dtype), (A.spec.shape[:-2], dtypes.int32)]
    operands = [A.contiguous(), B.contiguous()]
    return tuple(hosted("linalg.solve_ex", lapack.solve_or_not, operands, outputs))


@_solve_or_not.grad("A")
def _solve_or_not_grad_A(g, A, B):
    X = apply(_solve_or_not, A, B)[0]
    return -apply(_solve_or_not, A.mH, g[0])[0] @ X.mH


@_solve_or_not.grad("B")
def _solve_or_not_grad_B(g, A):
    return apply(_solve_or_not, A.mH, g[0])[0]


@public("linalg", out=True)
def solve_ex(
    A: Tensor, B: Tensor, *, left: bool = True, check_errors: bool = False
) -> results.linalg_solve_ex:
    """
    X of A X = B, or of X A = B, and where it failed.

    Returns
    -------
    named tuple (result, info (*))
        info as `inv_ex` has it.
    """
    A, B, vectors = _equations("linalg.solve_ex", A, B, left)
    X, info = apply(_solve_or_not, A, B)
    refuse_failed("linalg.solve_ex", info, check_errors)
    return results.linalg_solve_ex(_restored(X, left, vectors), info)


@primitive
def _solve_triangular(A, B, *, upper, unit, refuse=None):
    """`refuse` is the op that refuses a zero on the diagonal; without it infinities come."""
    function = functools.partial(lapack.solve_triangular, upper=upper, unit=unit, refuse=refuse)
    operands = [A.contiguous(), B.contiguous()]
    return hosted("linalg.solve_triangular", function, operands, [(B.spec.shape, B.spec.dtype)])[0]


@_solve_triangular.grad("A")
def _solve_triangular_grad_A(g, A, out, upper, unit):
    found = -apply(_solve_triangular, A.mH, g, upper=not upper, unit=unit) @ out.mH
    return triu(found, int(unit)) if upper else tril(found, -int(unit))


@_solve_triangular.grad("B")
def _solve_triangular_grad_B(g, A, upper, unit):
    return apply(_solve_triangular, A.mH, g, upper=not upper, unit=unit)


@public("linalg", out=True)
def solve_triangular(
    A: Tensor, B: Tensor, *, upper: bool, left: bool = True, unitriangular: bool = False
) -> Tensor:
    """
    X of A X = B, or of X A = B, where A is triangular; LAPACK's `trtrs`.

    Parameters
    ----------
    A : Tensor (*, N, N)
        Only one triangle of it is read.
    B : Tensor (*, N, K), or (*, K, N) for ``left=False``
    upper : bool
        Which triangle.
    left : bool
    unitriangular : bool
        Take the diagonal for ones, without reading it.

    Examples
    --------
    >>> A = tl.tensor([[2.0, 0.0], [1.0, 1.0]])
    >>> tl.linalg.solve_triangular(A, tl.tensor([[2.0], [3.0]]), upper=False)
    tensor([[1.],
            [2.]])
    """
    op = "linalg.solve_triangular"
    A, B = square(op, A), matrices(op, as_operand(op, A, B), "B")
    if not left:
        A, B, upper = A.mT, B.mT, not upper
    if A.spec.shape[-1] != B.spec.shape[-2]:
        raise RuntimeError(
            f"{op}: Incompatible shapes of A and B for the equation {_EQUATIONS[left]} "
            f"({list(A.shape)} and {list(B.shape)}); expected {A.spec.shape[-1]} equations; got "
            f"{B.spec.shape[-2]}; try B.mT"
        )
    A, B = over_one_batch(op, A, B)
    X = apply(_solve_triangular, A, B, upper=bool(upper), unit=bool(unitriangular))
    return X if left else X.mT


@public(out=True)
def triangular_solve(
    input: Tensor,
    A: Tensor,
    upper: bool = True,
    transpose: bool = False,
    unitriangular: bool = False,
) -> results.triangular_solve:
    """X of A X = input for triangular A, and A; `linalg.solve_triangular` is its new name."""
    if transpose:
        found = solve_triangular(A.mT, input, upper=not upper, unitriangular=unitriangular)
    else:
        found = solve_triangular(A, input, upper=upper, unitriangular=unitriangular)
    return results.triangular_solve(found, A.clone())


@public(out=True)
def cholesky_solve(input: Tensor, input2: Tensor, upper: bool = False) -> Tensor:
    """
    X of A X = input, given the Cholesky factor of A.

    Parameters
    ----------
    input : Tensor (*, N, K)
    input2 : Tensor (*, N, N)
        Lower, or upper with `upper`.
    """
    op = "cholesky_solve"
    L, B = square(op, input2, "input2"), matrices(op, as_operand(op, input2, input), "input")
    low = L.mH if upper else L
    half = solve_triangular(low, B, upper=False)
    return solve_triangular(low.mH, half, upper=True)


@public(out=True)
def cholesky_inverse(L: Tensor, upper: bool = False) -> Tensor:
    """The inverse of A, given its Cholesky factor (*, N, N): lower, or upper with `upper`."""
    op = "cholesky_inverse"
    L = square(op, L, "L")
    low = L.mH if upper else L
    one = eye(L.spec.shape[-1], dtype=L.dtype, device=L.device).expand(L.spec.shape)
    half = apply(_solve_triangular, low, one, upper=False, unit=False, refuse=op)
    return apply(_solve_triangular, low.mH, half, upper=True, unit=False)
