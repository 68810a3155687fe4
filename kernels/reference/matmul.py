"""The matrix product in NumPy: the oracle of the tests."""

import numpy as np


def matmul(a, b, c=None, alpha=1, beta=1):
    """alpha * a @ b + beta * c, with a: (*batch, m, k), b: (*batch, k, n), in the dtype of `a`.

    Floating-point products are summed in float64 (long double for float64) and rounded once.
    """
    a, b = np.asarray(a), np.asarray(b)
    exact = {"f4": np.float64, "f8": np.longdouble}.get(a.dtype.str[1:], a.dtype.type)
    with np.errstate(all="ignore"):
        out = exact(alpha) * np.matmul(a.astype(exact), b.astype(exact))
        if c is not None and beta != 0:
            out = out + exact(beta) * np.asarray(c).astype(exact)
        return out.astype(a.dtype)
