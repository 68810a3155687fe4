"""What LAPACK computes of batches of matrices, as functions of NumPy arrays.

NumPy's own functions for small matrices, where it has them: they take batches whole. SciPy's
bindings, matrix by matrix, for others and for the place of a failure. The results are dense and of
the input's dtype.
"""

import contextlib
import math

import numpy as np

from ..errors import LinAlgError
from . import routines
from .routines import named

_FEW = 24  # rows; of fewer, NumPy's loop over a batch takes less time, though it is in float64


def _small(a):
    return min(a.shape[-2:]) < _FEW


def _flat(a, axes=2):
    """An array with one axis for the whole batch."""
    cut = a.ndim - axes
    return a.reshape(math.prod(a.shape[:cut]), *a.shape[cut:])


def _dense(*arrays):
    return [np.asarray(x, order="C") for x in arrays]


def _place(number, count):
    return f"(Batch element {number}): " if count > 1 else ""


# ------------------------------------------------------------------ factors


def lu_factor(a):
    """L and U in one matrix, the rows exchanged (counted from 1), and the first zero pivot."""
    m, n = a.shape[-2:]
    flat, least = _flat(a), min(m, n)
    lu = flat.copy()
    pivots = np.empty((len(flat), least), np.int32)
    info = np.zeros(len(flat), np.int32)
    if least:
        (getrf,) = named(a, "getrf")
        for i, matrix in enumerate(flat):
            lu[i], exchanged, info[i] = getrf(matrix)
            pivots[i] = exchanged + 1
    return lu.reshape(a.shape), pivots.reshape(*a.shape[:-2], least), info.reshape(a.shape[:-2])


def unpivoted_lu(a):
    """L and U in one matrix without an exchange of rows, and the first zero pivot."""
    lu = a.copy()
    m, n = a.shape[-2:]
    info = np.zeros(a.shape[:-2], np.int32)
    with np.errstate(divide="ignore", invalid="ignore"):
        for k in range(min(m, n)):
            info[(lu[..., k, k] == 0) & (info == 0)] = k + 1
            lu[..., k + 1 :, k] /= lu[..., k, k, None]
            lu[..., k + 1 :, k + 1 :] -= lu[..., k + 1 :, k, None] * lu[..., k, None, k + 1 :]
    return lu, info


def checked_lu(a, pivot):
    """What `lu_factor` or `unpivoted_lu` gives, without a zero on the diagonal of U."""
    found = lu_factor(a) if pivot else unpivoted_lu(a)
    info = found[-1].reshape(-1)
    if info.any():
        first = int(np.flatnonzero(info)[0])
        zero = f"U[{info[first]},{info[first]}]"
        raise LinAlgError(
            f"linalg.lu_factor: {_place(first, len(info))}{zero} is zero and using it on lu_solve "
            "would result in a division by zero; expected invertible matrices; got a singular one; "
            "try lu_factor_ex() or lu()"
        )
    return found


def permutation(pivots, rows):
    """The matrices P of A = P L U from the exchanges of rows."""
    flat = _flat(pivots, 1)
    p = np.zeros((len(flat), rows, rows), np.int64)
    for matrix, exchanged in zip(p, (flat - 1).tolist(), strict=True):
        order = list(range(rows))
        for k, other in enumerate(exchanged):
            order[k], order[other] = order[other], order[k]
        matrix[order, range(rows)] = 1
    return [p.reshape(*pivots.shape[:-1], rows, rows)]


def cholesky(a):
    """The lower factor, and the order of the first minor that is not positive."""
    if not a.size:
        return a.copy(), np.zeros(a.shape[:-2], np.int32)
    lower, info = routines.cholesky(_flat(a))
    return lower.reshape(a.shape), info.reshape(a.shape[:-2])


def cholesky_checked(a, op):
    """The lower factor of positive-definite matrices."""
    return _checked(op, _not_positive, np.linalg.cholesky, cholesky, a)


def _checked(op, refused, whole, each, *arrays):
    """What NumPy's function of a `whole` batch gives, or that of `each` matrix, if none fails."""
    if _small(arrays[0]):
        with contextlib.suppress(np.linalg.LinAlgError):  # which does not say of which matrix
            return _dense(whole(*arrays))
    out, info = each(*arrays)
    if info.any():
        raise refused(op, info)
    return [out]


def _not_positive(op, info):
    info = info.reshape(-1)
    first = int(np.flatnonzero(info)[0])
    return LinAlgError(
        f"{op}: {_place(first, len(info))}The factorization could not be completed because the "
        f"input is not positive-definite (the leading minor of order {info[first]} is not "
        "positive-definite); expected positive-definite matrices; got others; try eigh()"
    )


def _singular(op, info):
    info = info.reshape(-1)
    first = int(np.flatnonzero(info)[0])
    return _no_inverse(op, first, len(info), info[first])


def _no_inverse(op, first, count, zero):
    """The error for the first singular matrix of several, and for its first zero pivot."""
    if "solve" in op:
        told = "The solver failed because the input matrix is singular"
    else:
        told = (f"The diagonal element {zero} is zero, the inversion could not be completed "
                "because the input matrix is singular")  # fmt: skip
    return LinAlgError(
        f"{op}: {_place(first, count)}{told}; expected invertible matrices; got a singular "
        "one; try pinv() or lstsq()"
    )


def ldl_factor(a, hermitian=False):
    """L and D of symmetric matrices in one, the exchanges of rows, and the first zero block."""
    flat, n = _flat(a), a.shape[-1]
    ld = np.zeros_like(flat)
    pivots = np.zeros((len(flat), n), np.int32)
    info = np.zeros(len(flat), np.int32)
    if n:
        (sytrf,) = named(a, "hetrf" if hermitian and a.dtype.kind == "c" else "sytrf")
        for i, matrix in enumerate(flat):
            ld[i], pivots[i], info[i] = sytrf(matrix, lower=1)
    return np.tril(ld).reshape(a.shape), pivots.reshape(a.shape[:-1]), info.reshape(a.shape[:-2])


def ldl_solve(ld, pivots, b, hermitian=False):
    """X of L D L^T X = B."""
    flat, right = _flat(ld), _flat(b).copy()
    if right.size:
        (sytrs,) = named(ld, "hetrs" if hermitian and ld.dtype.kind == "c" else "sytrs")
        for i, (matrix, exchanged) in enumerate(zip(flat, _flat(pivots, 1), strict=True)):
            right[i] = sytrs(matrix, exchanged, right[i], lower=1)[0]
    return [right.reshape(b.shape)]


def geqrf(a):
    """Householder vectors below R, and their scales."""
    m, n = a.shape[-2:]
    flat, least = _flat(a), min(m, n)
    packed, scales = flat.copy(), np.zeros((len(flat), least), a.dtype)
    if least:
        (routine,) = named(a, "geqrf")
        for i, matrix in enumerate(flat):
            packed[i], scales[i] = routine(matrix)[:2]
    return [packed.reshape(a.shape), scales.reshape(*a.shape[:-2], least)]


def qr(a, mode):
    """Q and R; `mode` is NumPy's."""
    if mode != "reduced" or _small(a):
        return _dense(*np.linalg.qr(a, mode))
    q, r = routines.qr(_flat(a))
    return [q.reshape(*a.shape[:-2], *q.shape[1:]), r.reshape(*a.shape[:-2], *r.shape[1:])]


def r_of_qr(a):
    return _dense(np.linalg.qr(a, "r"))


# ------------------------------------------------------------------ solutions


def inverse(a, op):
    return _checked(op, _singular, np.linalg.inv, inverse_or_not, a)


def inverse_or_not(a):
    """Inverses, and the first zero pivot of each; a singular matrix stays."""
    if not a.size:
        return a.copy(), np.zeros(a.shape[:-2], np.int32)
    out, info = routines.inverse(_flat(a))
    return out.reshape(a.shape), info.reshape(a.shape[:-2])


def solve(a, b, op):
    """X of A X = B."""
    return _checked(op, _singular, np.linalg.solve, solve_or_not, a, b)


def solve_or_not(a, b):
    """X of A X = B, and the first zero pivot of each A; a singular one gives B."""
    if not b.size:
        return b.copy(), lu_factor(a)[2]
    out, info = routines.solve(_flat(a), _flat(b))
    return out.reshape(b.shape), info.reshape(a.shape[:-2])


def solve_triangular(a, b, upper, unit, refuse=None):
    """X of A X = B, where only one triangle of A is read; an op may `refuse` a zero in it."""
    right = _flat(b).copy()
    zeros = np.diagonal(a, 0, -2, -1).reshape(len(right), a.shape[-1]) == 0
    if refuse is not None and zeros.any():
        first = int(zeros.any(-1).argmax())
        raise _no_inverse(refuse, first, len(zeros), int(zeros[first].argmax()) + 1)
    if right.size:
        (trtrs,) = named(a, "trtrs")
        for i, matrix in enumerate(_flat(a)):
            right[i] = _substituted(trtrs, matrix, right[i], upper, unit)
    return [right.reshape(b.shape)]


def _substituted(trtrs, matrix, right, upper, unit):
    found, info = trtrs(matrix.T, right, lower=upper, trans=1, unitdiag=unit)
    if info > 0:  # a zero on the diagonal: infinities, as a division gives
        return _by_division(np.array(matrix), right, upper, unit)
    return found


def _by_division(matrix, right, upper, unit):
    found, n = right.copy(), len(matrix)
    with np.errstate(divide="ignore", invalid="ignore"):
        for k in range(n)[::-1] if upper else range(n):
            done = slice(k + 1, n) if upper else slice(0, k)
            found[k] -= matrix[k, done] @ found[done]
            if not unit:
                found[k] /= matrix[k, k]
    return found


def least_squares(a, b, rcond, driver):
    """X of least |A X - B|, the ranks of A and its singular values (for what finds them)."""
    m, n = a.shape[-2:]
    batch, k = a.shape[:-2], b.shape[-1]
    if not (a.size and k):
        real = a.real.dtype
        return (np.zeros((*batch, n, k), a.dtype), np.zeros(batch, np.int64),
                np.zeros((*batch, min(m, n)), real))  # fmt: skip
    with _settled("linalg.lstsq"):
        x, ranks, values = routines.least_squares(_flat(a), _flat(b), rcond, driver)
    return x.reshape(*batch, n, k), ranks.reshape(batch), values.reshape(*batch, min(m, n))


# ------------------------------------------------------------------ spectra


@contextlib.contextmanager
def _settled(op):
    """What does not converge is an error of that op."""
    try:
        yield
    except np.linalg.LinAlgError:
        raise LinAlgError(
            f"{op}: The algorithm failed to converge because the input matrix is ill-conditioned "
            "or has too many repeated values; expected finite matrices; got others; try isfinite()"
        ) from None


def svd(a, full, op):
    with _settled(op):
        if _small(a):
            return _dense(*np.linalg.svd(a, full_matrices=full))
        return [x.reshape(*a.shape[:-2], *x.shape[1:]) for x in routines.svd(_flat(a), full)]


def singular_values(a, op):
    with _settled(op):
        if _small(a):
            return _dense(np.linalg.svd(a, compute_uv=False))
        return [routines.singular_values(_flat(a)).reshape(*a.shape[:-2], -1)]


def eigh(a, upper, op):
    with _settled(op):
        if _small(a):
            return _dense(*np.linalg.eigh(a, "U" if upper else "L"))
        values, vectors = routines.eigh(_flat(a), upper)
        return [values.reshape(a.shape[:-1]), vectors.reshape(a.shape)]


def eigvalsh(a, upper, op):
    with _settled(op):
        if _small(a):
            return _dense(np.linalg.eigvalsh(a, "U" if upper else "L"))
        return [routines.eigh(_flat(a), upper, vectors=False)[0].reshape(a.shape[:-1])]


def eig(a, op):
    """Eigenvalues and vectors of any matrices, complex whatever these are."""
    with _settled(op):
        if _small(a):
            return _dense(*(x.astype(_complex(a), copy=False) for x in np.linalg.eig(a)))
        values, vectors = routines.eig(_flat(a))
        return [values.reshape(a.shape[:-1]), vectors.reshape(a.shape)]


def eigvals(a, op):
    with _settled(op):
        if _small(a):
            return _dense(np.linalg.eigvals(a).astype(_complex(a), copy=False))
        return [routines.eig(_flat(a), vectors=False)[0].reshape(a.shape[:-1])]


def _complex(a):
    return np.result_type(a.dtype, np.complex64)


def slogdet(a):
    """Sign of the determinant, and the logarithm of its magnitude."""
    if _small(a):
        return _dense(*np.linalg.slogdet(a))
    found, signs = routines.pivots(_flat(a))
    with np.errstate(divide="ignore", invalid="ignore"):
        sizes = np.log(np.abs(found)).sum(-1)
        signs = signs * np.sign(found).prod(-1)
    return [signs.reshape(a.shape[:-2]), sizes.reshape(a.shape[:-2])]


def determinant(a):
    if _small(a):
        return _dense(np.linalg.det(a))
    found, signs = routines.pivots(_flat(a))
    with np.errstate(over="ignore", invalid="ignore"):
        found = found.prod(-1, dtype=np.result_type(a, np.float64)) * signs
        return [found.astype(a.dtype).reshape(a.shape[:-2])]


def adjugate(a):
    """The derivative of the determinant, transposed; also of singular matrices."""
    u, s, v = np.linalg.svd(a)
    others = np.ones_like(s)
    for k in range(s.shape[-1]):
        others[..., k] = np.delete(s, k, -1).prod(-1)
    sign = np.linalg.det(u) * np.linalg.det(v)
    of_rows = u.conj() * (others * sign[..., None])[..., None, :]
    return _dense((of_rows @ v.conj()).swapaxes(-1, -2))


def exponential(a):
    from scipy.linalg import expm

    return _dense(expm(a).astype(a.dtype, copy=False)) if a.size else [a.copy()]
