"""Determinants of matrices; `tensorlite.linalg`."""

from ..declare import primitive, public
from ..dispatch import apply
from ..graph import mode
from ..tensor import Tensor
from . import lapack
from . import matrix_results as results
from .choice import where
from .complexes import complex_of, conj, imag
from .hosted import hosted
from .matrix_checks import square
from .solving import inv, real_spec, spec


@primitive
def _slogdet(A):
    outputs = [spec(A), real_spec(A)]
    return tuple(hosted("linalg.slogdet", lapack.slogdet, [A.contiguous()], outputs))


@_slogdet.grad("A")
def _slogdet_grad_A(g, A):
    """Of complex determinants, the sign has a gradient too: it turns."""
    along = g[1]
    if A.dtype.is_complex:
        sign = apply(_slogdet, A)[0]
        along = complex_of(along, -imag(conj(g[0]) * sign))
    return along.unsqueeze(-1).unsqueeze(-1) * inv(A).mH


@public("linalg", out=True)
def slogdet(A: Tensor) -> results.linalg_slogdet:
    """
    The sign of the determinant of square matrices, and the logarithm of its magnitude.

    Returns
    -------
    named tuple (sign (*), logabsdet (*))
    """
    return results.linalg_slogdet(*apply(_slogdet, square("linalg.slogdet", A)))


@public(name="slogdet", out=True)
def slogdet_of(input: Tensor) -> results.linalg_slogdet:
    """See `linalg.slogdet`."""
    return slogdet(input)


@public
def logdet(input: Tensor) -> Tensor:
    """The logarithm of the determinant of matrices (*, N, N); NaN where that is negative."""
    sign, size = apply(_slogdet, square("logdet", input))
    if sign.dtype.is_complex:
        return sign.log() + size
    return where(sign < 0, float("nan"), size)


@primitive
def _determinant(A):
    return hosted("linalg.det", lapack.determinant, [A.contiguous()],
                  [(A.spec.shape[:-2], A.spec.dtype)])[0]  # fmt: skip


@_determinant.grad("A")
def _determinant_grad_A(g, A, out):
    """The adjugate; where a gradient of it is wanted A must have an inverse."""
    g = g.unsqueeze(-1).unsqueeze(-1)
    if mode.grad:
        return g * conj(out).unsqueeze(-1).unsqueeze(-1) * inv(A).mH
    x = A.detach().contiguous()
    return g * hosted("linalg.det", lapack.adjugate, [x], [(x.shape, x.dtype)])[0].mH


@public("linalg", out=True)
def det(A: Tensor) -> Tensor:
    """
    The determinant of square matrices.

    Parameters
    ----------
    A : Tensor (*, N, N)

    Returns
    -------
    Tensor (*)

    Examples
    --------
    >>> tl.linalg.det(tl.tensor([[2.0, 0.0], [1.0, 3.0]]))
    tensor(6.)
    """
    return apply(_determinant, square("linalg.det", A))


@public(name="det")
def det_of(input: Tensor) -> Tensor:
    """See `linalg.det`."""
    return det(input)
