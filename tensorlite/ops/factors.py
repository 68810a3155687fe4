"""Matrices as products of triangular ones: LU, Cholesky, LDL; `tensorlite.linalg`."""

import functools

from .. import dtypes
from ..declare import primitive, public
from ..dispatch import apply
from ..errors import expected
from ..tensor import Tensor
from . import lapack
from . import matrix_results as results
from .creation import eye, zeros
from .hosted import hosted
from .joining import cat
from .matrix_checks import matrices, over_one_batch, square
from .requiring import require
from .solving import as_operand, refuse_failed, solve_triangular
from .triangles import tril, triu

# ------------------------------------------------------------------ Cholesky


@primitive
def _cholesky(A, *, name):
    function = functools.partial(lapack.cholesky_checked, op=name)
    return hosted(name, function, [A.contiguous()], [(A.spec.shape, A.spec.dtype)])[0]


@_cholesky.grad("A")
def _cholesky_grad_A(g, out):
    """I. Murray, Differentiation of the Cholesky decomposition (arXiv 1602.07527)."""
    inner = tril(out.mH @ g)
    inner = inner - 0.5 * inner.tril().triu()  # half of the diagonal
    half = solve_triangular(out.mH, inner, upper=True)
    found = solve_triangular(out, half, upper=False, left=False)
    return 0.5 * (found + found.mH)


@public("linalg", out=True)
def cholesky(A: Tensor, *, upper: bool = False) -> Tensor:
    """
    L of A = L L^T, lower triangular, for positive-definite matrices; LAPACK's `potrf`.

    Parameters
    ----------
    A : Tensor (*, N, N)
        Its lower triangle is read, its upper one with `upper`.
    upper : bool
        Return U of A = U^T U instead.

    Raises
    ------
    LinAlgError
        If a matrix is not positive-definite; it names the first.

    Examples
    --------
    >>> tl.linalg.cholesky(tl.tensor([[4.0, 2.0], [2.0, 2.0]]))
    tensor([[2., 0.],
            [1., 1.]])
    """
    A = square("linalg.cholesky", A)
    if upper:
        return apply(_cholesky, A.mH, name="linalg.cholesky").mH
    return apply(_cholesky, A, name="linalg.cholesky")


@public(name="cholesky", out=True)
def cholesky_of(input: Tensor, upper: bool = False) -> Tensor:
    """See `linalg.cholesky`."""
    return cholesky(input, upper=upper)


@primitive
def _cholesky_or_not(A):
    outputs = [(A.spec.shape, A.spec.dtype), (A.spec.shape[:-2], dtypes.int32)]
    return tuple(hosted("linalg.cholesky_ex", lapack.cholesky, [A.contiguous()], outputs))


@_cholesky_or_not.grad("A")
def _cholesky_or_not_grad_A(g, A):
    return _cholesky_grad_A(g[0], apply(_cholesky_or_not, A)[0])


@public("linalg", out=True)
def cholesky_ex(
    A: Tensor, *, upper: bool = False, check_errors: bool = False
) -> results.linalg_cholesky_ex:
    """
    `cholesky`, and where it failed.

    Returns
    -------
    named tuple (L (*, N, N), info (*))
        info is the order of the first leading minor that is not positive, or 0.
    """
    A = square("linalg.cholesky_ex", A)
    L, info = apply(_cholesky_or_not, A.mH if upper else A)
    refuse_failed("linalg.cholesky_ex", info, check_errors)
    return results.linalg_cholesky_ex(L.mH if upper else L, info)


# ------------------------------------------------------------------ LU


@primitive
def _lu_factor(A, *, pivot, checked=False):
    *batch, m, n = A.spec.shape
    function = lapack.lu_factor if pivot else lapack.unpivoted_lu
    if checked:
        function = functools.partial(lapack.checked_lu, pivot=pivot)
    exchanges = [((*batch, min(m, n)), dtypes.int32)] if pivot else []
    outputs = [(A.spec.shape, A.spec.dtype), *exchanges, (tuple(batch), dtypes.int32)]
    return tuple(hosted("linalg.lu_factor", function, [A.contiguous()], outputs))


@_lu_factor.grad("A")
def _lu_factor_grad_A(g, A, pivot):
    lu, *rest = apply(_lu_factor, A, pivot=pivot)
    L, U = _halves(lu)
    found = _lu_grad(L, U, tril(g[0], -1)[..., : min(A.shape[-2:])],
                     triu(g[0])[..., : min(A.shape[-2:]), :])  # fmt: skip
    return _permutation(rest[0], A).to(A.dtype) @ found if pivot else found


def _halves(lu):
    """L and U of both in one matrix."""
    m, n = lu.spec.shape[-2:]
    k = min(m, n)
    one = eye(m, k, dtype=lu.dtype, device=lu.device)
    return tril(lu[..., :k], -1) + one, triu(lu[..., :k, :])


def _lu_grad(L, U, g_L, g_U):
    """The gradient of P^T A for A = P L U: of a square, and of what is right of it or below."""
    m, n = L.spec.shape[-2], U.spec.shape[-1]
    k = min(m, n)
    low, high = L[..., :k, :], U[..., :k]
    of_low, of_high = low.mH @ g_L[..., :k, :], g_U[..., :k] @ high.mH
    if n > k:
        of_low = of_low - g_U[..., k:] @ U[..., k:].mH
    if m > k:
        of_high = of_high - L[..., k:, :].mH @ g_L[..., k:, :]
    inner = tril(of_low, -1) + triu(of_high)
    inner = solve_triangular(high.mH, inner, upper=False, left=False)
    found = solve_triangular(low.mH, inner, upper=True, unitriangular=True)
    if n > k:
        beside = solve_triangular(low.mH, g_U[..., k:], upper=True, unitriangular=True)
        return cat((found, beside), -1)
    if m > k:
        below = solve_triangular(high.mH, g_L[..., k:, :], upper=False, left=False)
        return cat((found, below), -2)
    return found


@primitive
def _permutations(pivots, *, rows):
    outputs = [((*pivots.spec.shape[:-1], rows, rows), dtypes.int64)]
    function = functools.partial(lapack.permutation, rows=rows)
    return hosted("lu_unpack", function, [pivots.contiguous()], outputs)[0]


def _check_pivots(op, pivots, A):
    """Refuse the number of a row that there is not."""
    rows = A.spec.shape[-2]

    def error(least, most):
        wanted = f"pivots from 1 to LU.size(-2), {rows}"
        return RuntimeError(expected(op, wanted, f"{least} to {most}", "those of lu_factor()"))

    require((pivots >= 1) & (pivots <= rows), error, lambda: (pivots.min(), pivots.max()))


def _permutation(pivots, A):
    return apply(_permutations, pivots, rows=A.spec.shape[-2])


@public("linalg", out=True)
def lu_factor_ex(
    A: Tensor, *, pivot: bool = True, check_errors: bool = False
) -> results.linalg_lu_factor_ex:
    """
    `lu_factor`, and where U has a zero on its diagonal.

    Returns
    -------
    named tuple (LU (*, M, N), pivots (*, min(M, N)), info (*))
        info counts from 1 to the first zero, and is 0 without one.
    """
    A = matrices("linalg.lu_factor_ex", A)
    LU, pivots, info = _factored(A, pivot)
    refuse_failed("linalg.lu_factor_ex", info, check_errors)
    return results.linalg_lu_factor_ex(LU, pivots, info)


def _factored(A, pivot, checked=False):
    """L and U in one, the exchanges of rows, and the first zero on the diagonal of U."""
    LU, *pivots, info = apply(_lu_factor, A, pivot=bool(pivot), checked=checked)
    return LU, pivots[0] if pivot else _no_exchanges(A), info


def _no_exchanges(A):
    *batch, m, n = A.spec.shape
    ones = zeros((*batch, min(m, n)), dtype=dtypes.int32, device=A.device)
    return ones + (ones + 1).cumsum(-1).to(dtypes.int32)


@public("linalg", out=True)
def lu_factor(A: Tensor, *, pivot: bool = True) -> results.linalg_lu_factor:
    """
    L and U of A = P L U in one matrix, and the exchanges of rows; LAPACK's `getrf`.

    Parameters
    ----------
    A : Tensor (*, M, N)
    pivot : bool
        Whether rows are exchanged.

    Returns
    -------
    named tuple (LU (*, M, N), pivots int32 (*, min(M, N)))
        Row i was exchanged with row pivots[i], counted from 1.

    Raises
    ------
    LinAlgError
        If U has a zero on its diagonal; `lu_factor_ex` and `lu` take such matrices, too.
    """
    A = matrices("linalg.lu_factor", A)
    return results.linalg_lu_factor(*_factored(A, pivot, checked=True)[:2])


@public("linalg", out=True)
def lu(A: Tensor, *, pivot: bool = True) -> results.linalg_lu:
    """
    P, L and U of A = P L U: a permutation, a unit lower and an upper triangular matrix.

    Parameters
    ----------
    A : Tensor (*, M, N)
    pivot : bool
        Whether rows are exchanged; else P is empty.

    Returns
    -------
    named tuple (P (*, M, M), L (*, M, K), U (*, K, N)), K = min(M, N)
    """
    A = matrices("linalg.lu", A)
    LU, pivots, _ = lu_factor_ex(A, pivot=pivot)
    L, U = _halves(LU)
    P = _permutation(pivots, A).to(A.dtype) if pivot else zeros(0, dtype=A.dtype, device=A.device)
    return results.linalg_lu(P, L, U)


@public(out=True)
def lu_unpack(
    LU_data: Tensor, LU_pivots: Tensor, unpack_data: bool = True, unpack_pivots: bool = True
) -> results.lu_unpack:
    """P, L and U of what `linalg.lu_factor` returned; empty ones for what is not asked for."""
    LU_data = matrices("lu_unpack", LU_data, "LU_data")
    if not isinstance(LU_pivots, Tensor) or LU_pivots.dtype is not dtypes.int32:
        got = repr(getattr(LU_pivots, "dtype", type(LU_pivots).__name__))
        raise RuntimeError(
            f"lu_unpack: LU_pivots is expected to be a contiguous tensor of torch.int32 dtype; "
            f"expected int32; got {got}; try .to(tensorlite.int32)"
        )
    none = zeros(0, dtype=LU_data.dtype, device=LU_data.device)
    L, U = _halves(LU_data) if unpack_data else (none, none)
    if unpack_pivots:
        _check_pivots("lu_unpack", LU_pivots, LU_data)
    P = _permutation(LU_pivots, LU_data).to(LU_data.dtype) if unpack_pivots else none
    return results.lu_unpack(P, L, U)


@public("linalg", out=True)
def lu_solve(
    LU: Tensor, pivots: Tensor, B: Tensor, *, left: bool = True, adjoint: bool = False
) -> Tensor:
    """
    X of A X = B, or of X A = B, given what `lu_factor` returned of A.

    Parameters
    ----------
    LU : Tensor (*, N, N)
    pivots : int32 Tensor (*, N)
    B : Tensor (*, N, K), or (*, K, N) for ``left=False``
    adjoint : bool
        Use A^T in place of A.
    """
    op = "linalg.lu_solve"
    LU = square(op, LU, "LU")
    B = matrices(op, as_operand(op, LU, B), "B")
    if LU.spec.shape[:-1] != pivots.spec.shape:
        raise RuntimeError(
            f"{op}: Number of pivots per batch should be same as the dimension of the matrix; "
            f"expected {list(LU.shape[:-1])}; got {list(pivots.shape)}; try lu_factor()"
        )
    if not left:
        return lu_solve(LU, pivots, B.mH, adjoint=not adjoint).mH
    if LU.spec.shape[-1] != B.spec.shape[-2]:
        raise RuntimeError(expected(op, f"B of {LU.shape[-1]} rows", f"{list(B.shape)}", "B.mT"))
    _check_pivots(op, pivots, LU)
    P = _permutation(pivots, LU).to(LU.dtype)
    LU, P, B = over_one_batch(op, LU, P, B)
    if adjoint:
        half = solve_triangular(LU.mH, B, upper=False)
        return P @ solve_triangular(LU.mH, half, upper=True, unitriangular=True)
    half = solve_triangular(LU, P.mT @ B, upper=False, unitriangular=True)
    return solve_triangular(LU, half, upper=True)


@public(name="lu_solve", out=True)
def lu_solve_of(input: Tensor, LU_data: Tensor, LU_pivots: Tensor) -> Tensor:
    """X of A X = input; `linalg.lu_solve` is its new name."""
    return lu_solve(LU_data, LU_pivots, input)


@public(name="lu")
def lu_of(A: Tensor, pivot: bool = True, get_infos: bool = False) -> tuple[Tensor, ...]:
    """`linalg.lu_factor` and, with `get_infos`, where it failed."""
    found = lu_factor_ex(A, pivot=pivot)
    return tuple(found) if get_infos else tuple(found[:2])


# ------------------------------------------------------------------ LDL


@primitive
def _ldl_factor(A, *, hermitian):
    function = functools.partial(lapack.ldl_factor, hermitian=hermitian)
    outputs = [(A.spec.shape, A.spec.dtype), (A.spec.shape[:-1], dtypes.int32),
               (A.spec.shape[:-2], dtypes.int32)]  # fmt: skip
    return tuple(hosted("linalg.ldl_factor", function, [A.contiguous()], outputs))


@public("linalg", out=True)
def ldl_factor_ex(
    A: Tensor, *, hermitian: bool = False, check_errors: bool = False
) -> results.linalg_ldl_factor_ex:
    """`ldl_factor`, and where D has a zero: named tuple (LD, pivots, info)."""
    A = square("linalg.ldl_factor_ex", A.detach())
    found = apply(_ldl_factor, A, hermitian=bool(hermitian))
    result = results.linalg_ldl_factor_ex(*found)
    refuse_failed("linalg.ldl_factor_ex", result.info, check_errors)
    return result


@public("linalg", out=True)
def ldl_factor(A: Tensor, *, hermitian: bool = False) -> results.linalg_ldl_factor:
    """
    L and D of a symmetric A = L D L^T in one matrix, for `ldl_solve`; LAPACK's `sytrf`.

    Parameters
    ----------
    A : Tensor (*, N, N)
        Its lower triangle is read.
    hermitian : bool
        Whether A = L D L^H; no difference for real numbers.

    Returns
    -------
    named tuple (LD (*, N, N), pivots int32 (*, N)), without gradients
    """
    return results.linalg_ldl_factor(*ldl_factor_ex(
        square("linalg.ldl_factor", A), hermitian=hermitian)[:2])


@primitive
def _ldl_solve(LD, pivots, B, *, hermitian):
    function = functools.partial(lapack.ldl_solve, hermitian=hermitian)
    operands = [x.contiguous() for x in (LD, pivots, B)]
    return hosted("linalg.ldl_solve", function, operands, [(B.shape, B.dtype)])[0]


@public("linalg", out=True)
def ldl_solve(LD: Tensor, pivots: Tensor, B: Tensor, *, hermitian: bool = False) -> Tensor:
    """X (*, N, K) of A X = B, given what `ldl_factor` returned of A; without gradients."""
    op = "linalg.ldl_solve"
    LD = square(op, LD.detach(), "LD")
    B = matrices(op, as_operand(op, LD, B.detach()), "B")
    if LD.spec.shape[:-1] != pivots.spec.shape or pivots.dtype is not dtypes.int32:
        raise RuntimeError(
            expected(op, f"pivots of int32 {list(LD.shape[:-1])}", f"{pivots.spec}", "ldl_factor()")
        )
    if LD.spec.shape[-1] != B.spec.shape[-2]:
        raise RuntimeError(expected(op, f"B of {LD.shape[-1]} rows", f"{list(B.shape)}", "B.mT"))
    LD, B, exchanges = over_one_batch(op, LD, B, pivots.unsqueeze(-1))
    return apply(_ldl_solve, LD, exchanges.squeeze(-1), B, hermitian=bool(hermitian))
