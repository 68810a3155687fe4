"""LAPACK's routines for each matrix of a batch (count, rows, columns), in the dtype that they have.

What LAPACK calls a matrix lies in memory as the transpose of NumPy's. So a routine gets that, which
takes no copy, wherever all that is asked for can be told from the result for the transpose.
"""

import functools

import numpy as np


@functools.cache
def _found(names, dtype):
    from scipy.linalg import (
        get_lapack_funcs,  # 0.1 s, which an import of the package should not pay
    )

    return get_lapack_funcs(names, dtype=dtype)


def named(a, *names):
    """LAPACK's routines of these names for the dtype of an array."""
    return _found(names, a.dtype)


def _rooms(query, *sizes, **options):
    """The elements of each memory with which a routine is quickest."""
    return [int(x.real) for x in query(*sizes, **options)[:-1]]


def _room(query, *sizes, **options):
    """The elements of its only memory."""
    return _rooms(query, *sizes, **options)[0]


def _infos(flat):
    """Places for the number that a routine gives back beside its results: 0 is a success."""
    return np.zeros(len(flat), np.int32)


def inverse(flat):
    """Inverses, and the first zero pivot of each; a singular matrix stays."""
    getrf, getri, query = named(flat, "getrf", "getri", "getri_lwork")
    out, info, room = flat.copy(), _infos(flat), _room(query, flat.shape[-1])
    for i, matrix in enumerate(flat):
        lu, exchanged, info[i] = getrf(matrix)
        if not info[i]:
            out[i] = getri(lu, exchanged, lwork=room, overwrite_lu=True)[0]
    return out, info


def solve(flat, right):
    """X of A X = B, and the first zero pivot of each A; a singular one gives B."""
    getrf, getrs = named(flat, "getrf", "getrs")
    out, info = right.copy(), _infos(flat)
    for i, matrix in enumerate(flat):
        lu, exchanged, info[i] = getrf(matrix)
        if not info[i]:
            out[i] = getrs(lu, exchanged, right[i])[0]
    return out, info


def cholesky(flat):
    """The lower factors, and the order of the first minor of each that is not positive."""
    (potrf,) = named(flat, "potrf")
    lower, info = np.zeros_like(flat), _infos(flat)
    for i, matrix in enumerate(flat):
        upper, info[i] = potrf(matrix.T)
        lower[i] = upper.T
    return lower, info


def pivots(flat):
    """The diagonals of U in A = P L U, and the signs of P."""
    (getrf,) = named(flat, "getrf")
    diagonals, signs = np.empty(flat.shape[:-1], flat.dtype), np.empty(len(flat), flat.real.dtype)
    rows = np.arange(flat.shape[-1])
    for i, matrix in enumerate(flat):
        lu, exchanged, _ = getrf(matrix.T)
        diagonals[i] = lu.diagonal()
        signs[i] = -1 if np.count_nonzero(exchanged != rows) % 2 else 1
    return diagonals, signs


def qr(flat):
    """The reduced Q and R."""
    form = "ungqr" if flat.dtype.kind == "c" else "orgqr"
    geqrf, orgqr, query = named(flat, "geqrf", form, "geqrf_lwork")
    count, m, n = flat.shape
    k, room = min(m, n), _room(query, m, n)  # of which the second routine needs no more
    q, r = np.empty((count, m, k), flat.dtype), np.empty((count, k, n), flat.dtype)
    for i, matrix in enumerate(flat):
        packed, scales, _, _ = geqrf(matrix, lwork=room)
        r[i] = np.triu(packed[:k])
        q[i] = orgqr(packed[:, :k], scales, lwork=room)[0]
    return q, r


def _settled(info):
    if info:
        raise np.linalg.LinAlgError("did not converge")


def svd(flat, full):
    """U, the singular values and V^H."""
    gesdd, query = named(flat, "gesdd", "gesdd_lwork")
    count, m, n = flat.shape
    k = min(m, n)
    u = np.empty((count, m, m if full else k), flat.dtype)
    s = np.empty((count, k), flat.real.dtype)
    vh = np.empty((count, n if full else k, n), flat.dtype)
    room = _room(query, n, m, full_matrices=full)
    for i, matrix in enumerate(flat):
        v, s[i], uh, info = gesdd(matrix.T, full_matrices=full, lwork=room)
        _settled(info)
        u[i], vh[i] = uh.T, v.T
    return u, s, vh


def singular_values(flat):
    gesdd, query = named(flat, "gesdd", "gesdd_lwork")
    count, m, n = flat.shape
    s, room = np.empty((count, min(m, n)), flat.real.dtype), _room(query, n, m, compute_uv=False)
    for i, matrix in enumerate(flat):
        _, s[i], _, info = gesdd(matrix.T, compute_uv=False, lwork=room)
        _settled(info)
    return s


def eigh(flat, upper, vectors=True):
    """Eigenvalues of Hermitian matrices, and their vectors (of no use where not wanted)."""
    (syevd,) = named(flat, "heevd" if flat.dtype.kind == "c" else "syevd")
    values, found = np.empty(flat.shape[:-1], flat.real.dtype), np.empty_like(flat)
    for i, matrix in enumerate(flat):  # its transpose is its conjugate
        values[i], turned, info = syevd(matrix.T, compute_v=vectors, lower=upper)
        _settled(info)
        if vectors:
            found[i] = turned.conj()
    return values, found


def eig(flat, vectors=True):
    """Eigenvalues of any matrices, complex, and their vectors (of no use where not wanted)."""
    geev, query = named(flat, "geev", "geev_lwork")
    n, kind = flat.shape[-1], np.result_type(flat.dtype, np.complex64)
    values, found = np.empty(flat.shape[:-1], kind), np.empty(flat.shape, kind)
    room = _room(query, n, compute_vl=False, compute_vr=vectors)
    for i, matrix in enumerate(flat):
        *parts, _, right, info = geev(matrix, compute_vl=False, compute_vr=vectors, lwork=room)
        _settled(info)
        values[i] = parts[0] if len(parts) == 1 else parts[0] + 1j * parts[1]
        if vectors:
            found[i] = right
        if vectors and len(parts) == 2:  # the columns of a pair are its real and imaginary parts
            first = np.flatnonzero(parts[1] > 0)
            found[i][:, first] = right[:, first] + 1j * right[:, first + 1]
            found[i][:, first + 1] = found[i][:, first].conj()
    return values, found


def least_squares(flat, right, rcond, driver):
    """X of least |A X - B|, the ranks of A and its singular values, as far as a driver finds them.

    "gelsy" factors A by columns in order of their lengths, "gels" takes A to be of full rank,
    "gelsd" and "gelss" find singular values.
    """
    _settled(not np.isfinite(flat).all())  # of which some drivers make numbers of no use
    (routine,) = named(flat, driver)
    count, m, n = flat.shape
    k = right.shape[-1]
    x, ranks = np.zeros((count, n, k), flat.dtype), np.full(count, min(m, n))
    values = np.zeros((count, min(m, n)), flat.real.dtype)
    wide = np.zeros((max(m, n), k), flat.dtype)  # a place for B and X
    sizes = (m, n, k) if driver == "gels" else (m, n, k, rcond)
    room, *more = _rooms(named(flat, f"{driver}_lwork")[0], *sizes)
    for i, matrix in enumerate(flat):
        wide[:m] = right[i]
        if driver == "gels":
            _, found, info = routine(matrix, wide, lwork=room)
        elif driver == "gelsy":
            order = np.zeros((n, 1), np.int32)  # any column may come first
            _, found, _, ranks[i], info = routine(matrix, wide, order, rcond, room)
        elif driver == "gelsd":
            found, values[i], ranks[i], info = routine(matrix, wide, room, *more, cond=rcond)
        else:
            _, found, values[i], ranks[i], _, info = routine(matrix, wide, rcond, room)
        _settled(info)
        x[i] = found[:n]
    return x, ranks, values
