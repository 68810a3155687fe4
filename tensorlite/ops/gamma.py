"""Zeta, polygamma, and incomplete and multivariate gamma functions."""

import math

from ..declare import entry, in_place, public
from ..errors import expected
from ..kernels import scalars
from ..tensor import Tensor
from ..writing import check_target, write
from .copying import in_floats
from .ranges import arange
from .special import in_special, scipy_reference

INCOMPLETE = {"domain": (0.5, 4.0), "grad": {"a": None}, "special": False, "orders": 1}
entry("float", name="igamma", names=("special.gammainc",), **INCOMPLETE,
      reference=scipy_reference("gammainc"))(scalars.gammainc)  # fmt: skip
entry("float", name="igammac", names=("special.gammaincc",), **INCOMPLETE,
      reference=scipy_reference("gammaincc"))(scalars.gammaincc)  # fmt: skip
in_special("zeta", domain=(1.2, 6.0), grad={"x": None}, special=False)(scalars.zeta)
POLYGAMMA = entry("float", name="_polygamma", method=False, inplace=False, domain=(0.5, 4.0),
                  operands={"n": "whole"}, grad={"n": None}, special=False, rough=1000.0,
                  reference=scipy_reference("polygamma"))(scalars.polygamma)  # fmt: skip


@public("tl", "special")
def polygamma(n: int, input: Tensor, *, out: Tensor | None = None) -> Tensor:
    """Derivative n of digamma: 0, 1, 2, ..."""
    return POLYGAMMA(_order(n), input, out=out)


def _order(n):
    if isinstance(n, bool) or not isinstance(n, int):
        raise TypeError(expected("polygamma", "n, an integer", type(n).__name__, "1"))
    if n < 0:
        raise RuntimeError(
            "polygamma(n, x) does not support negative n.; "
            + expected("polygamma", "n of 0 or more", str(n), "1")
        )
    return n


def _polygamma_of(input: Tensor, n: int, *, target: Tensor | None = None) -> Tensor:
    """Derivative n of digamma: 0, 1, 2, ..."""
    if target is not None:
        return write(POLYGAMMA, (_order(n), input), target, "polygamma_")
    return POLYGAMMA(_order(n), input)


@public("Tensor", name="polygamma")
def _polygamma_method(input: Tensor, n: int) -> Tensor:
    """Derivative n of digamma: 0, 1, 2, ..."""
    return _polygamma_of(input, n)


in_place(_polygamma_of, "polygamma_")


@public(names=("special.multigammaln",), out=True)
def mvlgamma(input: Tensor, p: float) -> Tensor:
    """
    The logarithm of the multivariate gamma function of dimension p.

    Parameters
    ----------
    input : Tensor
        Larger than (p - 1) / 2.
    p : int
        At least 1.

    Examples
    --------
    >>> tl.mvlgamma(tl.tensor([1.5, 3.0]), 2)
    tensor([0.4516, 1.5502])
    """
    if isinstance(p, bool) or not isinstance(p, int):
        raise TypeError(expected("mvlgamma", "p, an integer", type(p).__name__, "2"))
    if p < 1:
        raise RuntimeError(
            f"mvlgamma: p has to be greater than or equal to 1; expected p >= 1; got {p}; try 1"
        )
    x = in_floats(input)
    steps = 0.5 * arange(p, dtype=x.dtype, device=x.device)
    return (x.unsqueeze(-1) - steps).lgamma().sum(-1) + p * (p - 1) / 4 * math.log(math.pi)


def _mvlgamma(input: Tensor, p: float, *, target: Tensor) -> Tensor:
    """The logarithm of the multivariate gamma function of dimension p."""
    result = mvlgamma(input, p)
    check_target("mvlgamma_", target.spec, result.spec.dtype, result.spec.shape)
    return target.copy_(result)


in_place(_mvlgamma, "mvlgamma_")
