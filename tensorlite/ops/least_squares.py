"""What singular values that count for nothing leave: ranks, pseudoinverses, least squares."""

import functools

from .. import dtypes
from ..declare import primitive, public
from ..dispatch import apply
from ..errors import expected
from ..tensor import Tensor
from . import lapack
from . import matrix_results as results
from .choice import where
from .creation import zeros
from .hosted import hosted
from .matrix_checks import matrices, over_one_batch, square
from .solving import as_operand, real_spec, spec
from .spectra import eigh, eigvalsh, svd, svdvals

DRIVERS = ("gels", "gelsy", "gelsd", "gelss")


def _tolerance(op, A, largest, atol, rtol):
    """Below which value a direction does not count, per matrix."""
    for name, bound in (("atol", atol), ("rtol", rtol)):
        if isinstance(bound, Tensor) and not bound.dtype.is_floating_point:
            got = repr(bound.dtype)
            raise RuntimeError(expected(op, f"{name} to be of a real dtype", got, ".float()"))
    least = dtypes.finfo(A.dtype).eps * max(A.spec.shape[-2:])
    absolute = 0.0 if atol is None else atol
    if isinstance(absolute, Tensor):
        rtol = where(absolute > 0, 0.0, least) if rtol is None else rtol
        bound = largest * rtol
        return where(bound > absolute, bound, absolute)
    if rtol is None:
        rtol = 0.0 if absolute > 0 else least
    return (largest * rtol).clamp(min=absolute)


def _magnitudes(A, hermitian):
    """The magnitudes of eigenvalues or singular values, and the largest of each matrix."""
    values = eigvalsh(A).abs() if hermitian else svdvals(A)
    if not values.spec.shape[-1]:
        return values, zeros(values.spec.shape[:-1], dtype=values.dtype)
    return values, values.amax(-1)


@public("linalg", out=True)
def matrix_rank(
    A: Tensor,
    tol: float | None = None,
    hermitian: bool = False,
    *,
    atol: float | Tensor | None = None,
    rtol: float | Tensor | None = None,
) -> Tensor:
    """
    How many singular values are larger than max(atol, rtol * the largest).

    Parameters
    ----------
    A : Tensor (*, M, N)
    tol : float, optional
        Another name of `atol`, in the place that NumPy gives it.
    hermitian : bool
        Whether A is symmetric, of which the lower triangle is read.
    atol, rtol : float or Tensor (*), optional
        By default 0, and the spacing of numbers times max(M, N) (0 if `atol` is given).

    Examples
    --------
    >>> tl.linalg.matrix_rank(tl.ones(2, 3))
    tensor(1)
    """
    op = "linalg.matrix_rank"
    A = (square if hermitian else matrices)(op, A).detach()
    if tol is not None:
        atol, rtol = tol, 0.0
    values, largest = _magnitudes(A, hermitian)
    bound = _tolerance(op, A, largest, atol, rtol)
    return (values > bound.unsqueeze(-1)).sum(-1)


def _reciprocal(values, bound):
    """1 / values, or 0 where the magnitude is not above a bound."""
    kept = values.abs() > bound.unsqueeze(-1)
    return where(kept, 1 / where(kept, values, 1.0), 0.0)


@public("linalg", out=True)
def pinv(
    A: Tensor,
    rcond: float | None = None,
    hermitian: bool = False,
    *,
    atol: float | Tensor | None = None,
    rtol: float | Tensor | None = None,
) -> Tensor:
    """
    The Moore-Penrose inverse of matrices.

    Parameters
    ----------
    A : Tensor (*, M, N)
    rcond : float, optional
        Another name of `rtol`, in the place that NumPy gives it.
    hermitian : bool
        Whether A is symmetric, of which the lower triangle is read.
    atol, rtol : float or Tensor (*), optional
        Which singular values count, as in `matrix_rank`.

    Returns
    -------
    Tensor (*, N, M)
    """
    op = "linalg.pinv"
    A = (square if hermitian else matrices)(op, A)
    if A.spec.numel == 0:
        return A.mH.clone() * 1.0
    return _pinv(op, A, hermitian, atol, rcond if rtol is None else rtol)


@primitive
def _pseudoinverse(A, found):
    """`found`, the inverse that was computed of A, with its gradient."""
    return found.clone()


@_pseudoinverse.grad("A")
def _pseudoinverse_grad_A(g, A, out):
    """G. Golub and V. Pereyra, Differentiation of pseudo-inverses (SIAM J. Numer. Anal. 1973)."""
    P, G = out, g.mH
    beside = (G - A @ (P @ G)) @ P @ P.mH
    below = P.mH @ P @ (G - (G @ P) @ A)
    return beside + below - P.mH @ g @ P.mH


def _pinv(op, A, hermitian, atol, rtol):
    x = A.detach()
    if hermitian:
        values, vectors = eigh(x)
        bound = _tolerance(op, x, values.abs().amax(-1), atol, rtol)
        found = vectors * _reciprocal(values, bound).unsqueeze(-2) @ vectors.mH
    else:
        U, S, Vh = svd(x, False)
        bound = _tolerance(op, x, S.amax(-1), atol, rtol)
        found = Vh.mH * _reciprocal(S, bound).unsqueeze(-2) @ U.mH
    return apply(_pseudoinverse, A, found)


@public(out=True)
def pinverse(input: Tensor, rcond: float | None = 1e-15) -> Tensor:
    """See `linalg.pinv`."""
    return pinv(input, rcond)


# ------------------------------------------------------------------ least squares


@primitive
def _lstsq(A, B, *, rcond, driver):
    m, n = A.spec.shape[-2:]
    outputs = [spec(A, n, B.spec.shape[-1]), (A.spec.shape[:-2], dtypes.int64),
               real_spec(A, min(m, n))]  # fmt: skip
    function = functools.partial(lapack.least_squares, rcond=rcond, driver=driver)
    operands = [A.contiguous(), B.contiguous()]
    return tuple(hosted("linalg.lstsq", function, operands, outputs))


@_lstsq.grad("A")
def _lstsq_grad_A(g, A, B):
    P = pinv(A.detach())
    return _pseudoinverse_grad_A(g[0] @ B.mH, A, apply(_pseudoinverse, A, P))


@_lstsq.grad("B")
def _lstsq_grad_B(g, A):
    return pinv(A).mH @ g[0]


@public("linalg", out=True)
def lstsq(
    A: Tensor, B: Tensor, rcond: float | None = None, *, driver: str | None = None
) -> results.linalg_lstsq:
    """
    X of the least sum of squares of A X - B, the shortest one of several.

    Parameters
    ----------
    A : Tensor (*, M, N)
    B : Tensor (*, M, K), or (M,) or (*, M) of vectors
    rcond : float, optional
        Singular values below this times the largest count as 0; by default the spacing of numbers
        times max(M, N).
    driver : {None, "gelsy", "gels", "gelsd", "gelss"}
        LAPACK's routine: QR with exchanges of columns (also for None), QR of matrices of full rank,
        or singular values by halving or by sweeps; and with it, which results are filled.

    Returns
    -------
    named tuple (solution (*, N, K), residuals, rank, singular_values)
        residuals (*, K), if M > N, all ranks are N and the driver is not "gelsy", else empty (so
        that a plan, which cannot ask for ranks, refuses); rank (*), but for "gels";
        singular_values for "gelsd" and "gelss".
    """
    op = "linalg.lstsq"
    A = matrices(op, A)
    B = as_operand(op, A, B)
    if driver not in (None, *DRIVERS):
        raise RuntimeError(
            f"{op}: parameter `driver` should be one of (gels, gelsy, gelsd, gelss); expected one "
            f"of them; got {driver!r}; try None"
        )
    vectors = B.ndim == 1 or (B.ndim == A.ndim - 1 and B.spec.shape == A.spec.shape[:-1])
    right = B.unsqueeze(-1) if vectors else B
    if right.spec.shape[-2] != A.spec.shape[-2]:
        raise RuntimeError(
            f"{op}: input.size(-2) should match other.size(-2); expected {A.shape[-2]} rows; got "
            f"{right.shape[-2]}; try B.mT"
        )
    A, right = over_one_batch(op, A, right)
    return _with_residuals(A, right, vectors, rcond, driver or "gelsy")


def _with_residuals(A, B, vectors, rcond, driver):
    m, n = A.spec.shape[-2:]
    if rcond is None:
        rcond = dtypes.finfo(A.dtype).eps * max(m, n)
    X, rank, values = apply(_lstsq, A, B, rcond=rcond, driver=driver)
    none = zeros(0, dtype=A.dtype.to_real())
    residuals = none
    if m > n and driver != "gelsy" and bool((rank == n).all()):
        residuals = A @ X - B
        residuals = (residuals.abs() if residuals.dtype.is_complex else residuals).square().sum(-2)
        residuals = residuals.squeeze(-1) if vectors else residuals
    return results.linalg_lstsq(
        X.squeeze(-1) if vectors else X,
        residuals,
        zeros(0, dtype=dtypes.int64) if driver == "gels" else rank,
        values if driver in ("gelsd", "gelss") else none,
    )
