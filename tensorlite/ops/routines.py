"""LAPACK's routines for each matrix of a batch (count, rows, columns), in the dtype that they have.

What LAPACK calls a matrix lies in memory as the transpose of NumPy's. So a routine gets that, which
takes no copy, wherever all that is asked for can be told from the result for the transpose.
"""

import numpy as np


def named(names, a):
    """LAPACK's routines of these names for the dtype of an array."""
    from scipy.linalg import (
        get_lapack_funcs,  # 0.1 s, which an import of the package should not pay
    )

    return get_lapack_funcs(names, (a,))


def _room(query, *sizes, **options):
    """The elements of memory with which a routine is quickest."""
    return int(query(*sizes, **options)[0].real)


def _infos(flat):
    """Places for the number that a routine gives back beside its results: 0 is a success."""
    return np.zeros(len(flat), np.int32)


def inverse(flat):
    """Inverses, and the first zero pivot of each; a singular matrix stays."""
    getrf, getri, query = named(["getrf", "getri", "getri_lwork"], flat)
    out, info, room = flat.copy(), _infos(flat), _room(query, flat.shape[-1])
    for i, matrix in enumerate(flat):
        lu, exchanged, info[i] = getrf(matrix)
        if not info[i]:
            out[i] = getri(lu, exchanged, lwork=room, overwrite_lu=True)[0]
    return out, info


def solve(flat, right):
    """X of A X = B, and the first zero pivot of each A; a singular one gives B."""
    getrf, getrs = named(["getrf", "getrs"], flat)
    out, info = right.copy(), _infos(flat)
    for i, matrix in enumerate(flat):
        lu, exchanged, info[i] = getrf(matrix)
        if not info[i]:
            out[i] = getrs(lu, exchanged, right[i])[0]
    return out, info


def cholesky(flat):
    """The lower factors, and the order of the first minor of each that is not positive."""
    (potrf,) = named(["potrf"], flat)
    lower, info = np.zeros_like(flat), _infos(flat)
    for i, matrix in enumerate(flat):
        upper, info[i] = potrf(matrix.T)
        lower[i] = upper.T
    return lower, info


def pivots(flat):
    """The diagonals of U in A = P L U, and the signs of P."""
    (getrf,) = named(["getrf"], flat)
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
    geqrf, orgqr, query = named(["geqrf", form, "geqrf_lwork"], flat)
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
    gesdd, query = named(["gesdd", "gesdd_lwork"], flat)
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
    gesdd, query = named(["gesdd", "gesdd_lwork"], flat)
    count, m, n = flat.shape
    s, room = np.empty((count, min(m, n)), flat.real.dtype), _room(query, n, m, compute_uv=False)
    for i, matrix in enumerate(flat):
        _, s[i], _, info = gesdd(matrix.T, compute_uv=False, lwork=room)
        _settled(info)
    return s


def eigh(flat, upper, vectors=True):
    """Eigenvalues of Hermitian matrices, and their vectors (of no use where not wanted)."""
    (syevd,) = named(["heevd" if flat.dtype.kind == "c" else "syevd"], flat)
    values, found = np.empty(flat.shape[:-1], flat.real.dtype), np.empty_like(flat)
    for i, matrix in enumerate(flat):  # its transpose is its conjugate
        values[i], turned, info = syevd(matrix.T, compute_v=vectors, lower=upper)
        _settled(info)
        if vectors:
            found[i] = turned.conj()
    return values, found
