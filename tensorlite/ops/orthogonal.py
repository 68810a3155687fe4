"""Matrices as products of reflections: QR, and what is made of Householder vectors."""

import functools

from ..declare import primitive, public
from ..dispatch import apply
from ..errors import expected
from ..tensor import Tensor
from . import lapack
from . import matrix_results as results
from .complexes import conj
from .creation import eye, zeros
from .hosted import hosted
from .joining import cat
from .matrix_checks import matrices, same_dtype
from .solving import as_operand, solve_triangular
from .triangles import tril


@primitive
def _qr(A, *, mode):
    *batch, m, n = A.spec.shape
    k = m if mode == "complete" else min(m, n)
    outputs = [((*batch, m, k), A.spec.dtype), ((*batch, k, n), A.spec.dtype)]
    function = functools.partial(lapack.qr, mode=mode)
    return tuple(hosted("linalg.qr", function, [A.contiguous()], outputs))


@_qr.grad("A")
def _qr_grad_A(g, A, mode):
    """M. Seeger et al., Auto-differentiating linear algebra (arXiv 1710.08717)."""
    m, n = A.spec.shape[-2:]
    if mode == "complete" and m > n:
        raise RuntimeError(
            expected("linalg.qr", "mode='reduced', for the QR decomposition is not differentiable",
                     "mode='complete' with more rows than columns", "mode='reduced'")
        )  # fmt: skip
    Q, R = apply(_qr, A, mode=mode)
    g_Q, g_R = g
    if m >= n:
        return _qr_grad(Q, R, g_Q, g_R)
    left = _qr_grad(Q, R[..., :m], g_Q + A[..., m:] @ g_R[..., m:].mH, g_R[..., :m])
    return cat((left, Q @ g_R[..., m:]), -1)


def _qr_grad(Q, R, g_Q, g_R):
    inner = R @ g_R.mH - g_Q.mH @ Q
    symmetric = tril(inner) + tril(inner, -1).mH
    if inner.dtype.is_complex:  # the diagonal has no say in how columns turn
        symmetric = 0.5 * (symmetric + symmetric.mH)
    return solve_triangular(R.mH, g_Q + Q @ symmetric, upper=False, left=False)


@primitive
def _r_of_qr(A):
    *batch, m, n = A.spec.shape
    outputs = [((*batch, min(m, n), n), A.spec.dtype)]
    return hosted("linalg.qr", lapack.r_of_qr, [A.contiguous()], outputs)[0]


@_r_of_qr.grad("A")
def _r_of_qr_grad_A(g):
    raise RuntimeError(
        expected("linalg.qr", "Q, without which there is no derivative", "mode='r'",
                 "mode='reduced'")
    )  # fmt: skip


@public("linalg", out=True)
def qr(A: Tensor, mode: str = "reduced") -> results.linalg_qr:
    """
    Q and R of A = Q R: orthonormal columns, and an upper triangular matrix; LAPACK's `geqrf`.

    Parameters
    ----------
    A : Tensor (*, M, N)
    mode : {"reduced", "complete", "r"}
        "reduced": Q (*, M, K), R (*, K, N), K = min(M, N). "complete": Q (*, M, M), R (*, M, N),
        with a gradient if M <= N. "r": R alone, Q empty, without gradient.

    Returns
    -------
    named tuple (Q, R)
    """
    A = matrices("linalg.qr", A)
    if mode not in ("reduced", "complete", "r"):
        raise RuntimeError(
            f"linalg.qr: qr received unrecognized mode '{mode}' but expected one of 'reduced' "
            "(default), 'r', or 'complete'; got another; try 'reduced'"
        )
    if mode == "r":
        return results.linalg_qr(zeros(0, dtype=A.dtype, device=A.device), apply(_r_of_qr, A))
    return results.linalg_qr(*apply(_qr, A, mode=mode))


@public(name="qr", out=True)
def qr_of(input: Tensor, some: bool = True) -> results.linalg_qr:
    """See `linalg.qr`; `some` for its mode "reduced"."""
    return qr(input, "reduced" if some else "complete")


@primitive
def _geqrf(A):
    *batch, m, n = A.spec.shape
    outputs = [(A.spec.shape, A.spec.dtype), ((*batch, min(m, n)), A.spec.dtype)]
    return tuple(hosted("geqrf", lapack.geqrf, [A.contiguous()], outputs))


@public(out=True)
def geqrf(input: Tensor) -> results.geqrf:
    """Householder vectors below R, and their scales, for `linalg.householder_product`."""
    return results.geqrf(*apply(_geqrf, matrices("geqrf", input)))


def _reflectors(op, input, tau):
    """The Householder vectors, ones on the diagonal, as columns."""
    A = matrices(op, input, "input")
    same_dtype(op, A, tau, "input and tau")
    m, n = A.spec.shape[-2:]
    if tau.ndim != A.ndim - 1 or tau.spec.shape[:-1] != A.spec.shape[:-2]:
        got = f"{list(tau.shape)} for {list(A.shape)}"
        raise RuntimeError(expected(op, "tau of the batch of input", got, "geqrf()"))
    k = tau.spec.shape[-1]
    if m < n or k > n:
        got = f"input {m} by {n} and {k} in tau"
        raise RuntimeError(
            expected(op, "input.shape[-2] must be greater than or equal to input.shape[-1] >= "
                     "tau.shape[-1]", got, "narrow()")
        )  # fmt: skip
    return tril(A[..., :k], -1) + eye(m, k, dtype=A.dtype, device=A.device)


def _reflected(vectors, tau, X, order):
    """X after each reflection I - tau v v^H, in an order."""
    for i in order:
        v = vectors[..., i : i + 1]
        X = X - tau[..., i : i + 1].unsqueeze(-1) * v @ (v.mH @ X)
    return X


@public("linalg", out=True)
def householder_product(input: Tensor, tau: Tensor) -> Tensor:
    """
    The first columns of the product of Householder reflections I - tau v v^T.

    Parameters
    ----------
    input : Tensor (*, M, N), M >= N
        The vectors, below its diagonal, as `geqrf` gives them.
    tau : Tensor (*, K), K <= N

    Returns
    -------
    Tensor (*, M, N)
    """
    op = "linalg.householder_product"
    vectors = _reflectors(op, input, tau)
    m, n = input.spec.shape[-2:]
    start = eye(m, n, dtype=input.dtype, device=input.device)
    start = start.expand(*input.spec.shape[:-2], m, n)
    return _reflected(vectors, tau, start, reversed(range(tau.spec.shape[-1])))


@public(out=True)
def orgqr(input: Tensor, input2: Tensor) -> Tensor:
    """See `linalg.householder_product`."""
    return householder_product(input, input2)


@public(out=True)
def ormqr(
    input: Tensor, tau: Tensor, other: Tensor, left: bool = True, transpose: bool = False
) -> Tensor:
    """
    The product of a matrix with Q, or Q^T, of Householder reflections.

    Parameters
    ----------
    input : Tensor (*, M, N)
        The vectors, below its diagonal, as `geqrf` gives them.
    tau : Tensor (*, K)
    other : Tensor (*, M, P), or (*, P, M) for ``left=False``
    """
    op = "ormqr"
    A = matrices(op, input, "input")
    other = matrices(op, as_operand(op, A, other), "other")
    if not left:
        return ormqr(input, tau, other.mH, True, not transpose).mH
    if other.spec.shape[-2] != A.spec.shape[-2]:
        got = f"{list(other.shape)} for {list(A.shape)}"
        raise RuntimeError(expected(op, f"other of {A.shape[-2]} rows", got, "other.mT"))
    count = tau.spec.shape[-1]
    vectors = _reflectors(op, A[..., : min(A.spec.shape[-2:])], tau)
    if transpose:
        return _reflected(vectors, conj(tau), other, range(count))
    return _reflected(vectors, tau, other, reversed(range(count)))
