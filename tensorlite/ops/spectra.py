"""Singular values and eigenvalues, and what follows from them; `tensorlite.linalg`."""

import functools

from .. import dtypes
from ..declare import primitive, public
from ..dispatch import apply
from ..errors import expected
from ..tensor import Tensor
from . import lapack
from . import matrix_results as results
from .arithmetic import where
from .creation import eye, zeros
from .factors import qr
from .hosted import hosted
from .matrix_checks import matrices, over_one_batch, square
from .random import randn
from .solving import as_operand, spec

DRIVERS = ("gels", "gelsy", "gelsd", "gelss")


# ------------------------------------------------------------------ singular values


@primitive
def _svd(A, *, full):
    *_, m, n = A.spec.shape
    k = min(m, n)
    outputs = [spec(A, m, m if full else k), spec(A, k), spec(A, n if full else k, n)]
    function = functools.partial(lapack.svd, full=full, op="linalg.svd")
    return tuple(hosted("linalg.svd", function, [A.contiguous()], outputs))


@_svd.grad("A")
def _svd_grad_A(g, A):
    """J. Townsend, Differentiating the singular value decomposition (2016)."""
    U, S, Vh = apply(_svd, A, full=False)
    m, n = A.spec.shape[-2:]
    k = min(m, n)
    g_U, g_S, g_V = g[0][..., :k], g[1], g[2][..., :k, :].mT
    V, s = Vh.mT, S.unsqueeze(-2)
    one = eye(k, dtype=A.dtype, device=A.device)
    apart = (s - s.mT) * (s + s.mT) + one
    inner = _skew(U.mT @ g_U) / apart * s + s.mT * (_skew(V.mT @ g_V) / apart)
    found = U @ (inner + one * g_S.unsqueeze(-1)) @ Vh
    if m > k:
        found = found + _outside(g_U, U) / s @ Vh
    if n > k:
        found = found + U / s @ _outside(g_V, V).mT
    return found


def _skew(x):
    return x - x.mT


def _outside(g, Q):
    """What of g lies outside of the space of orthonormal columns."""
    return g - Q @ (Q.mT @ g)


@public("linalg", out=True)
def svd(A, full_matrices: bool = True, *, driver: str | None = None) -> results.linalg_svd:
    """
    U, S and V^T of A = U diag(S) V^T, the singular values in descending order.

    Parameters
    ----------
    A : Tensor (*, M, N)
    full_matrices : bool
        U (*, M, M) and V^T (*, N, N), else U (*, M, K) and V^T (*, K, N), K = min(M, N).
    driver : None
        PyTorch's choice for CUDA.

    Returns
    -------
    named tuple (U, S, Vh)

    Notes
    -----
    LAPACK's `gesdd` through NumPy. The signs of a pair of vectors are arbitrary, so a gradient has
    meaning only for what does not depend on them; it is infinite where two values are equal.
    """
    A = matrices("linalg.svd", A)
    if driver is not None:
        raise RuntimeError(
            f"linalg.svd: keyword argument `driver=` is only supported on CUDA inputs with "
            f"cuSOLVER backend; expected None; got {driver!r}; try driver=None"
        )
    return results.linalg_svd(*apply(_svd, A, full=bool(full_matrices)))


@public(name="svd", out=True)
def svd_of(input, some: bool = True, compute_uv: bool = True) -> results.svd:
    """U, S and V of input = U diag(S) V^T; `linalg.svd` is its new name, and returns V^T."""
    input = matrices("svd", input)
    if compute_uv:
        U, S, Vh = apply(_svd, input, full=not some)
        return results.svd(U, S, Vh.mT)
    m, n = input.spec.shape[-2:]
    of_left, of_right = (zeros(spec(input, k, k)[0], dtype=input.dtype) for k in (m, n))
    return results.svd(of_left, svdvals(input), of_right)


@primitive
def _svdvals(A):
    function = functools.partial(lapack.singular_values, op="linalg.svdvals")
    outputs = [spec(A, min(A.spec.shape[-2:]))]
    return hosted("linalg.svdvals", function, [A.contiguous()], outputs)[0]


@_svdvals.grad("A")
def _svdvals_grad_A(g, A):
    U, _, Vh = apply(_svd, A, full=False)
    return U * g.unsqueeze(-2) @ Vh


@public("linalg", out=True)
def svdvals(A, *, driver: str | None = None):
    """
    The singular values of matrices, in descending order.

    Parameters
    ----------
    A : Tensor (*, M, N)

    Returns
    -------
    Tensor (*, min(M, N))

    Examples
    --------
    >>> svdvals(tl.tensor([[3.0, 0.0], [0.0, -4.0]]))
    tensor([4., 3.])
    """
    return apply(_svdvals, matrices("linalg.svdvals", A))


# ------------------------------------------------------------------ eigenvalues


@primitive
def _eigh(A, *, upper):
    function = functools.partial(lapack.eigh, upper=upper, op="linalg.eigh")
    n = A.spec.shape[-1]
    return tuple(hosted("linalg.eigh", function, [A.contiguous()], [spec(A, n), spec(A, n, n)]))


@_eigh.grad("A")
def _eigh_grad_A(g, A, upper):
    values, V = apply(_eigh, A, upper=upper)
    one = eye(values.spec.shape[-1], dtype=A.dtype, device=A.device)
    apart = values.unsqueeze(-2) - values.unsqueeze(-1) + one
    inner = V.mT @ g[1] / apart * (1 - one) + one * g[0].unsqueeze(-1)
    return V @ inner @ V.mT


def _is_upper(op, UPLO):
    if UPLO not in ("L", "U", "l", "u"):
        raise RuntimeError(
            f"{op}: Expected UPLO argument to be 'L' or 'U', but got {UPLO}; expected 'L' or 'U'; "
            f"got {UPLO!r}; try 'L'"
        )
    return UPLO in "Uu"


@public("linalg", out=True)
def eigh(A, UPLO: str = "L") -> results.linalg_eigh:
    """
    The eigenvalues of symmetric matrices in ascending order, and their vectors as columns.

    Parameters
    ----------
    A : Tensor (*, N, N)
    UPLO : {"L", "U"}
        Which triangle of A is read.

    Returns
    -------
    named tuple (eigenvalues (*, N), eigenvectors (*, N, N))

    Notes
    -----
    LAPACK's `syevd` through NumPy. The sign of a vector is arbitrary, as for `svd`.
    """
    upper = _is_upper("linalg.eigh", UPLO)
    return results.linalg_eigh(*apply(_eigh, square("linalg.eigh", A), upper=upper))


@primitive
def _eigvalsh(A, *, upper):
    function = functools.partial(lapack.eigvalsh, upper=upper, op="linalg.eigvalsh")
    return hosted("linalg.eigvalsh", function, [A.contiguous()], [spec(A, A.spec.shape[-1])])[0]


@_eigvalsh.grad("A")
def _eigvalsh_grad_A(g, A, upper):
    V = apply(_eigh, A, upper=upper)[1]
    return V * g.unsqueeze(-2) @ V.mT


@public("linalg", out=True)
def eigvalsh(A, UPLO: str = "L"):
    """
    The eigenvalues of symmetric matrices in ascending order.

    Examples
    --------
    >>> eigvalsh(tl.tensor([[2.0, 1.0], [1.0, 2.0]]))
    tensor([1., 3.])
    """
    upper = _is_upper("linalg.eigvalsh", UPLO)
    return apply(_eigvalsh, square("linalg.eigvalsh", A), upper=upper)


# ------------------------------------------------------------------ what small values mean


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
        return values, zeros(values.spec.shape[:-1], dtype=A.dtype)
    return values, values.amax(-1)


@public("linalg", out=True)
def matrix_rank(
    A,
    tol: float | None = None,
    hermitian: bool = False,
    *,
    atol: float | Tensor | None = None,
    rtol: float | Tensor | None = None,
):
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
    >>> matrix_rank(tl.ones(2, 3))
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
    A,
    rcond: float | None = None,
    hermitian: bool = False,
    *,
    atol: float | Tensor | None = None,
    rtol: float | Tensor | None = None,
):
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
        return A.mT.clone() * 1.0
    return _pinv(op, A, hermitian, atol, rcond if rtol is None else rtol)


@primitive
def _pseudoinverse(A, found):
    """`found`, the inverse that was computed of A, with its gradient."""
    return found.clone()


@_pseudoinverse.grad("A")
def _pseudoinverse_grad_A(g, A, out):
    """G. Golub and V. Pereyra, Differentiation of pseudo-inverses (SIAM J. Numer. Anal. 1973)."""
    P, G = out, g.mT
    beside = (G - A @ (P @ G)) @ P @ P.mT
    below = P.mT @ P @ (G - (G @ P) @ A)
    return beside + below - P.mT @ g @ P.mT


def _pinv(op, A, hermitian, atol, rtol):
    x = A.detach()
    if hermitian:
        values, vectors = eigh(x)
        bound = _tolerance(op, x, values.abs().amax(-1), atol, rtol)
        found = vectors * _reciprocal(values, bound).unsqueeze(-2) @ vectors.mT
    else:
        U, S, Vh = svd(x, False)
        bound = _tolerance(op, x, S.amax(-1), atol, rtol)
        found = Vh.mT * _reciprocal(S, bound).unsqueeze(-2) @ U.mT
    return apply(_pseudoinverse, A, found)


@public(out=True)
def pinverse(input, rcond: float | None = 1e-15):
    """See `linalg.pinv`."""
    return pinv(input, rcond)


# ------------------------------------------------------------------ least squares


@primitive
def _lstsq(A, B, *, rcond):
    m, n = A.spec.shape[-2:]
    outputs = [spec(A, n, B.spec.shape[-1]), (A.spec.shape[:-2], dtypes.int64), spec(A, min(m, n))]
    function = functools.partial(lapack.least_squares, rcond=rcond)
    operands = [A.contiguous(), B.contiguous()]
    return tuple(hosted("linalg.lstsq", function, operands, outputs))


@_lstsq.grad("A")
def _lstsq_grad_A(g, A, B):
    P = pinv(A.detach())
    return _pseudoinverse_grad_A(g[0] @ B.mT, A, apply(_pseudoinverse, A, P))


@_lstsq.grad("B")
def _lstsq_grad_B(g, A):
    return pinv(A).mT @ g[0]


@public("linalg", out=True)
def lstsq(
    A, B: Tensor, rcond: float | None = None, *, driver: str | None = None
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
        Which results are filled: all are computed by LAPACK's `gelsd`, through NumPy.

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
    X, rank, values = apply(_lstsq, A, B, rcond=rcond)
    none = zeros(0, dtype=A.dtype)
    residuals = none
    if m > n and driver != "gelsy" and bool((rank == n).all()):
        residuals = (A @ X - B).square().sum(-2)
        residuals = residuals.squeeze(-1) if vectors else residuals
    return results.linalg_lstsq(
        X.squeeze(-1) if vectors else X,
        residuals,
        zeros(0, dtype=dtypes.int64) if driver == "gels" else rank,
        values if driver in ("gelsd", "gelss") else none,
    )


# ------------------------------------------------------------------ of low rank


def _range_of(A, q, niter):
    """Orthonormal columns that span most of A: N. Halko et al. (arXiv 0909.4061), algorithm 4.4."""
    draw = randn(A.spec.shape[-1], q, dtype=A.dtype, device=A.device)
    Q = qr(A @ draw).Q
    for _ in range(niter):
        Q = qr(A @ qr(A.mT @ Q).Q).Q
    return Q


@public(method=False)
def svd_lowrank(
    A, q: int = 6, niter: int = 2, M: Tensor | None = None
) -> tuple[Tensor, Tensor, Tensor]:
    """
    The largest singular values and their vectors, approximately, by random projections.

    Parameters
    ----------
    A : Tensor (*, M, N)
    q : int
        How many.
    niter : int
        Iterations; more are more accurate.
    M : Tensor (*, 1, N) or (*, M, N), optional
        Subtracted from A first.

    Returns
    -------
    tuple (U (*, M, q), S (*, q), V (*, N, q))
    """
    A = matrices("svd_lowrank", A)
    A = A if M is None else A - M
    wide = A.spec.shape[-2] < A.spec.shape[-1]
    B = A.mT if wide else A
    Q = _range_of(B, q, niter)
    U, S, Vh = svd(Q.mT @ B, False)
    U, V = Q @ U, Vh.mT
    return (V, S, U) if wide else (U, S, V)


@public(method=False)
def pca_lowrank(
    A, q: int | None = None, center: bool = True, niter: int = 2
) -> tuple[Tensor, Tensor, Tensor]:
    """
    Principal components of rows, approximately: `svd_lowrank` of A less the mean of its columns.

    Returns
    -------
    tuple (U (*, M, q), S (*, q), V (*, N, q)), q = min(6, M, N) by default
    """
    A = matrices("pca_lowrank", A)
    least = min(A.spec.shape[-2:])
    q = min(6, least) if q is None else q
    if not 0 <= q <= least:
        raise ValueError(
            f"q(={q}) must be non-negative integer and not greater than min(m, n)={least}"
        )
    return svd_lowrank(A - A.mean(-2, keepdim=True) if center else A, q, niter)
