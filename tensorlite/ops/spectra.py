"""Singular values and eigenvalues, and what follows from them; `tensorlite.linalg`."""

import functools

from ..declare import primitive, public
from ..dispatch import apply
from ..tensor import Tensor
from . import lapack
from . import matrix_results as results
from .complexes import conj, real
from .creation import eye, zeros
from .hosted import hosted
from .matrix_checks import matrices, square
from .orthogonal import qr
from .random import randn
from .solving import real_spec, solve, spec

# ------------------------------------------------------------------ singular values


@primitive
def _svd(A, *, full):
    *_, m, n = A.spec.shape
    k = min(m, n)
    outputs = [spec(A, m, m if full else k), real_spec(A, k), spec(A, n if full else k, n)]
    function = functools.partial(lapack.svd, full=full, op="linalg.svd")
    return tuple(hosted("linalg.svd", function, [A.contiguous()], outputs))


@_svd.grad("A")
def _svd_grad_A(g, A, used):
    """J. Townsend, Differentiating the singular value decomposition (2016)."""
    if not (used[0] or used[2]):  # values have a gradient where vectors have none
        return _svdvals_grad_A(g[1], A)
    U, S, Vh = apply(_svd, A, full=False)
    m, n = A.spec.shape[-2:]
    k = min(m, n)
    g_U, g_S, g_V = g[0][..., :k], g[1], g[2][..., :k, :].mH
    V, s = Vh.mH, S.unsqueeze(-2)
    one = eye(k, dtype=A.dtype, device=A.device)
    apart = (s - s.mT) * (s + s.mT) + one
    turned = _skew(U.mH @ g_U)
    inner = turned / apart * s + s.mT * (_skew(V.mH @ g_V) / apart)
    if A.dtype.is_complex:  # pairs of vectors turn together
        inner = inner + one * turned / (2 * s)
    found = U @ (inner + one * g_S.unsqueeze(-1)) @ Vh
    if m > k and used[0]:
        found = found + _outside(g_U, U) / s @ Vh
    if n > k and used[2]:
        found = found + U / s @ _outside(g_V, V).mH
    return found


def _skew(x):
    return x - x.mH


def _outside(g, Q):
    """What of g lies outside of the space of orthonormal columns."""
    return g - Q @ (Q.mH @ g)


@public("linalg", out=True)
def svd(A: Tensor, full_matrices: bool = True, *, driver: str | None = None) -> results.linalg_svd:
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
    LAPACK's `gesdd`. The signs of a pair of vectors are arbitrary, so a gradient has
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
def svd_of(input: Tensor, some: bool = True, compute_uv: bool = True) -> results.svd:
    """U, S and V of input = U diag(S) V^T; `linalg.svd` is its new name, and returns V^T."""
    input = matrices("svd", input)
    if compute_uv:
        U, S, Vh = apply(_svd, input, full=not some)
        return results.svd(U, S, Vh.mH)
    m, n = input.spec.shape[-2:]
    of_left, of_right = (zeros(spec(input, k, k)[0], dtype=input.dtype) for k in (m, n))
    return results.svd(of_left, svdvals(input), of_right)


@primitive
def _svdvals(A):
    function = functools.partial(lapack.singular_values, op="linalg.svdvals")
    outputs = [real_spec(A, min(A.spec.shape[-2:]))]
    return hosted("linalg.svdvals", function, [A.contiguous()], outputs)[0]


@_svdvals.grad("A")
def _svdvals_grad_A(g, A):
    U, _, Vh = apply(_svd, A, full=False)
    return U * g.unsqueeze(-2) @ Vh


@public("linalg", out=True)
def svdvals(A: Tensor, *, driver: str | None = None) -> Tensor:
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
    >>> tl.linalg.svdvals(tl.tensor([[3.0, 0.0], [0.0, -4.0]]))
    tensor([4., 3.])
    """
    return apply(_svdvals, matrices("linalg.svdvals", A))


# ------------------------------------------------------------------ eigenvalues


@primitive
def _eigh(A, *, upper):
    function = functools.partial(lapack.eigh, upper=upper, op="linalg.eigh")
    n = A.spec.shape[-1]
    return tuple(hosted("linalg.eigh", function, [A.contiguous()],
                        [real_spec(A, n), spec(A, n, n)]))


@_eigh.grad("A")
def _eigh_grad_A(g, A, upper, used):
    if not used[1]:  # values have a gradient where vectors have none
        return _eigvalsh_grad_A(g[0], A, upper)
    values, V = apply(_eigh, A, upper=upper)
    one = eye(values.spec.shape[-1], dtype=A.dtype, device=A.device)
    apart = values.unsqueeze(-2) - values.unsqueeze(-1) + one
    inner = V.mH @ g[1] / apart * (1 - one) + one * g[0].unsqueeze(-1)
    return V @ inner @ V.mH


def _is_upper(op, UPLO):
    if UPLO not in ("L", "U", "l", "u"):
        raise RuntimeError(
            f"{op}: Expected UPLO argument to be 'L' or 'U', but got {UPLO}; expected 'L' or 'U'; "
            f"got {UPLO!r}; try 'L'"
        )
    return UPLO in "Uu"


@public("linalg", out=True)
def eigh(A: Tensor, UPLO: str = "L") -> results.linalg_eigh:
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
    LAPACK's `syevd`. The sign of a vector is arbitrary, as for `svd`.
    """
    upper = _is_upper("linalg.eigh", UPLO)
    return results.linalg_eigh(*apply(_eigh, square("linalg.eigh", A), upper=upper))


@primitive
def _eigvalsh(A, *, upper):
    function = functools.partial(lapack.eigvalsh, upper=upper, op="linalg.eigvalsh")
    outputs = [real_spec(A, A.spec.shape[-1])]
    return hosted("linalg.eigvalsh", function, [A.contiguous()], outputs)[0]


@_eigvalsh.grad("A")
def _eigvalsh_grad_A(g, A, upper):
    V = apply(_eigh, A, upper=upper)[1]
    return V * g.unsqueeze(-2) @ V.mH


@public("linalg", out=True)
def eigvalsh(A: Tensor, UPLO: str = "L") -> Tensor:
    """
    The eigenvalues of symmetric matrices in ascending order.

    Examples
    --------
    >>> tl.linalg.eigvalsh(tl.tensor([[2.0, 1.0], [1.0, 2.0]]))
    tensor([1., 3.])
    """
    upper = _is_upper("linalg.eigvalsh", UPLO)
    return apply(_eigvalsh, square("linalg.eigvalsh", A), upper=upper)


def _complex_spec(A, *dims):
    return (*A.spec.shape[:-2], *dims), A.spec.dtype.to_complex()


@primitive
def _eig(A):
    n = A.spec.shape[-1]
    function = functools.partial(lapack.eig, op="linalg.eig")
    outputs = [_complex_spec(A, n), _complex_spec(A, n, n)]
    return tuple(hosted("linalg.eig", function, [A.contiguous()], outputs))


@_eig.grad("A")
def _eig_grad_A(g, A, used):
    """C. Boeddeker et al., On the computation of complex-valued gradients (arXiv 1701.00392)."""
    if not used[1]:  # values have a gradient where vectors have none
        return _eigvals_grad_A(g[0], A)
    values, V = apply(_eig, A)
    one = eye(values.spec.shape[-1], dtype=V.dtype, device=A.device)
    apart = conj(values.unsqueeze(-2) - values.unsqueeze(-1)) + one
    turned = V.mH @ g[1]
    along = real(turned.diagonal(0, -2, -1)).unsqueeze(-2)
    inner = (turned - V.mH @ V * along) / apart * (1 - one) + one * g[0].unsqueeze(-1)
    return _of_eigenvectors(A, V, inner)


def _of_eigenvectors(A, V, inner):
    found = solve(V.mH, inner @ V.mH)
    return found if A.dtype.is_complex else real(found)


@public("linalg", out=True)
def eig(A: Tensor) -> results.linalg_eig:
    """
    The eigenvalues of square matrices, in any order, and their vectors as columns.

    Parameters
    ----------
    A : Tensor (*, N, N)

    Returns
    -------
    named tuple (eigenvalues (*, N), eigenvectors (*, N, N)), complex

    Notes
    -----
    LAPACK's `geev`. A vector has length 1 and any direction in the complex plane, so
    a gradient has meaning only for what does not depend on that; it is infinite where two values
    are equal.

    Examples
    --------
    >>> tl.linalg.eig(tl.tensor([[0.0, -1.0], [1.0, 0.0]])).eigenvalues
    tensor([0.+1.j, 0.-1.j])
    """
    return results.linalg_eig(*apply(_eig, square("linalg.eig", A)))


@primitive
def _eigvals(A):
    function = functools.partial(lapack.eigvals, op="linalg.eigvals")
    outputs = [_complex_spec(A, A.spec.shape[-1])]
    return hosted("linalg.eigvals", function, [A.contiguous()], outputs)[0]


@_eigvals.grad("A")
def _eigvals_grad_A(g, A):
    values, V = apply(_eig, A)
    one = eye(values.spec.shape[-1], dtype=V.dtype, device=A.device)
    return _of_eigenvectors(A, V, one * g.unsqueeze(-1))


@public("linalg", out=True)
def eigvals(A: Tensor) -> Tensor:
    """The eigenvalues of square matrices, complex, in any order; see `eig`."""
    return apply(_eigvals, square("linalg.eigvals", A))


# ------------------------------------------------------------------ of low rank


def _range_of(A, q, niter):
    """Orthonormal columns that span most of A: N. Halko et al. (arXiv 0909.4061), algorithm 4.4."""
    draw = randn(A.spec.shape[-1], q, dtype=A.dtype, device=A.device)
    Q = qr(A @ draw).Q
    for _ in range(niter):
        Q = qr(A @ qr(A.mH @ Q).Q).Q
    return Q


@public(method=False)
def svd_lowrank(
    A: Tensor, q: int = 6, niter: int = 2, M: Tensor | None = None
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
    B = A.mH if wide else A
    Q = _range_of(B, q, niter)
    U, S, Vh = svd(Q.mH @ B, False)
    U, V = Q @ U, Vh.mH
    return (V, S, U) if wide else (U, S, V)


@public(method=False)
def pca_lowrank(
    A: Tensor, q: int | None = None, center: bool = True, niter: int = 2
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
