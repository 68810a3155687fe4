"""Random fills in place, sampling, and dropout; `drawing.py` draws."""

import math
from typing import Any

import numpy as np

from .. import dtypes, shapes
from ..annotations import Operand
from ..batches import batches, carry, drawn_levels, outside, state
from ..declare import entry, method, primitive, public
from ..dispatch import apply
from ..errors import expected
from ..op import registry
from ..storage import in_memory
from ..tensor import Tensor, empty_of
from ..writing import delivered
from .copying import write_copy
from .creation import like_spec, zeros
from .drawing import draw, fill_with, floating, inexact, overwrite, stream_words
from .generators import Generator
from .random import coin_flips, integers, probability
from .requiring import require

# ------------------------------------------------------------------ fills in place


def _bounds(named, first, second, defaults):
    """Two bounds, the first of which may be spelled `from`."""
    return named.get("from", defaults[0] if first is None else first), (
        defaults[1] if second is None else second
    )


@method
def uniform_(
    self: Tensor,
    *bounds: float,
    to: float | None = None,
    generator: Generator | None = None,
    **named: Any,
) -> Tensor:
    """Fill with uniform numbers, of complex ones both parts: ``uniform_(from=0, to=1)``."""
    first, second = (*bounds, None, None)[:2]
    low, high = _bounds(named, first, second if to is None else to, (0.0, 1.0))
    inexact("uniform_", self.dtype)
    if low > high:
        raise RuntimeError(
            f"uniform_ expects to return a [from, to) range, but found from={low} > to={high}; "
            "expected from <= to"
        )
    for end in (low, high):
        dtypes.fitting("uniform_", end, self.dtype)
    if not high - low <= dtypes.finfo(self.dtype).max:
        wanted = f"ends at a distance that {self.dtype!r} holds"
        raise RuntimeError(expected("uniform_", wanted, f"{low} and {high}", "uniform_(0, 1)"))
    return fill_with("uniform_", self, "uniform", generator, shapes.real(low), shapes.real(high))


@method
def normal_(
    self: Tensor, mean: Operand = 0.0, std: Operand = 1.0, *, generator: Generator | None = None
) -> Tensor:
    """Fill with normal numbers."""
    if not std >= 0:
        raise RuntimeError(f"normal_ expects std >= 0.0, but found std {std}; expected std >= 0")
    inexact("normal_", self.dtype)
    return fill_with("normal_", self, "normal", generator, shapes.real(mean), shapes.real(std))


@method
def exponential_(self: Tensor, lambd: float = 1.0, *, generator: Generator | None = None) -> Tensor:
    """Fill with exponential numbers of rate `lambd`; none is 0."""
    if lambd <= 0:
        raise RuntimeError(f"exponential_ expects lambda > 0.0, but found lambda={lambd}")
    floating("exponential_", self.dtype)
    return fill_with("exponential_", self, "exponential", generator, shapes.real(lambd), 0.0)


@method
def bernoulli_(
    self: Tensor, p: Tensor | float = 0.5, *, generator: Generator | None = None
) -> Tensor:
    """Fill with 1 with probability p, a number or a tensor, else 0."""
    if isinstance(p, Tensor):
        coins = coin_flips("bernoulli_", p, self.spec.shape, self.dtype, generator)
        return overwrite("bernoulli_", self, coins)
    p = probability("bernoulli_", p)
    return fill_with("bernoulli_", self, "bernoulli", generator, p, 0.0)


@method
def random_(
    self: Tensor,
    *bounds: float,
    to: float | None = None,
    generator: Generator | None = None,
    **named: Any,
) -> Tensor:
    """Fill with integers: ``random_(from, to)``, ``random_(to)``, or all that the dtype holds."""
    if len(bounds) == 1 and to is None:
        bounds = (0, bounds[0])
    first, second = (*bounds, None, None)[:2]
    kind = self.spec.dtype
    if kind.is_floating_point:
        most = round(2 / dtypes.finfo(kind).eps)  # up to which it has every whole number
    else:
        most = np.iinfo(kind.numpy).max if kind.category else 1
    if "from" in named and to is None and second is None:
        low, high = named["from"], most + 1
    else:
        low, high = _bounds(named, first, second if to is None else to, (0, most + 1))
    made = integers("random_", low, high, self.spec.shape, kind, self.device, generator)
    return overwrite("random_", self, made)


def _positive(name, what, value):
    if value <= 0.0:
        raise RuntimeError(f"{name} expects {what} > 0.0, but found {what}={value}")


@method
def log_normal_(
    self: Tensor, mean: Operand = 1.0, std: Operand = 2.0, *, generator: Generator | None = None
) -> Tensor:
    """Fill with numbers whose logarithms are normal."""
    floating("log_normal_", self.dtype)
    _positive("log_normal_", "std", std)
    x = draw(
        "normal", self.spec.shape, self.dtype, self.device, generator, shapes.real(mean),
        shapes.real(std),
    )
    return overwrite("log_normal_", self, x.exp())


@method
def cauchy_(
    self: Tensor, median: float = 0.0, sigma: float = 1.0, *, generator: Generator | None = None
) -> Tensor:
    """Fill with Cauchy numbers."""
    floating("cauchy_", self.dtype)
    _positive("cauchy_", "sigma", sigma)
    u = draw("uniform", self.spec.shape, self.dtype, self.device, generator, -0.5, 0.5)
    return overwrite("cauchy_", self, median + sigma * (u * math.pi).tan())


@method
def geometric_(self: Tensor, p: float, *, generator: Generator | None = None) -> Tensor:
    """Fill with the number of trials until the first success of probability p."""
    if not 0 < p < 1:
        raise RuntimeError(f"geometric_ expects p to be in (0, 1), but got p={p}")
    shape, rate = self.spec.shape, -math.log1p(-p)
    wait = draw("exponential", shape, dtypes.float64, self.device, generator, rate, 0.0)
    return overwrite("geometric_", self, wait.ceil().to(self.dtype))


# ------------------------------------------------------------------ sampling and dropout


def _weights(op, input, num_samples):
    if not 1 <= input.ndim <= 2 or not input.dtype.is_floating_point:
        got = f"{input.dtype} {list(input.shape)}"
        raise RuntimeError(expected(op, "floating point weights of 1 or 2 dims", got, ".float()"))
    if num_samples <= 0:
        raise RuntimeError(f"{op}: cannot sample n_sample <= 0 samples; got {num_samples}")
    p = input.detach()
    sums = p.sum(-1)
    require(
        (p >= 0).all(-1) & sums.isfinite(),  # NaN and infinity show in the sums
        lambda: RuntimeError(
            f"{op}: probability tensor contains either `inf`, `nan` or element < 0; expected "
            "finite weights of at least 0; try softmax()"
        ),
    )
    require(
        sums > 0,
        lambda: RuntimeError(f"{op}: invalid multinomial distribution (sum of probabilities <= 0)"),
    )
    return p


@public
def multinomial(
    input: Tensor,
    num_samples: int,
    replacement: bool = False,
    *,
    generator: Generator | None = None,
    out: Tensor | None = None,
) -> Tensor:
    """
    Indices drawn with the probabilities that the weights in each row are proportional to.

    With replacement by search in the summed weights; without, the largest of the weights divided
    by exponential numbers (the "exponential race" of Efraimidis and Spirakis, 2006).

    Parameters
    ----------
    input : Tensor (n,) or (m, n)
        Weights of at least 0.

    Returns
    -------
    int64 Tensor (num_samples,) or (m, num_samples)
    """
    num_samples = shapes.integer(num_samples, "multinomial", "num_samples")
    p = _weights("multinomial", input, num_samples)
    if replacement:
        sums = p.to(dtypes.float64).cumsum(-1)
        shape = (*p.spec.shape[:-1], num_samples)
        u = draw("uniform", shape, dtypes.float64, p.device, generator, 0.0, 1.0)
        last = (sums < sums[..., -1:]).sum(-1, keepdim=True)  # the last place of any weight
        made = registry["searchsorted"](sums, u * sums[..., -1:], right=True)
        made = made.minimum(last)
    else:
        if num_samples > 1:
            require(
                (p > 0).sum(-1) >= num_samples,
                lambda: RuntimeError(
                    "multinomial: cannot sample n_sample > prob_dist.size(-1) samples without "
                    f"replacement; expected at most the nonzero weights; got {num_samples}; "
                    "try replacement=True"
                ),
            )
        race = p / draw("exponential", p.spec.shape, p.dtype, p.device, generator, 1.0, 0.0)
        made = race.topk(num_samples, -1)[1]
    return delivered("multinomial", made, out, exact=True)


@entry("same", name="_keep", method=False, operands={"mask": "bool"},
       reference=lambda x, mask, s: np.where(mask, x * s, 0))  # fmt: skip
def keep(x, mask, scale):
    """x * scale where the mask holds, else 0."""
    return x * scale if mask != 0 else 0


@primitive
def dropout_op(x, *, mask, words, scale):
    """x * scale where `mask`, filled here, holds."""
    device = x.spec.device
    out = empty_of(like_spec(x.spec, x.spec.dtype))
    if x.spec is not out.spec:
        x = write_copy(x, empty_of(out.spec))
    launch = device.kernels.random.dropout(x.spec.dtype.name, x.spec.numel)
    launch(in_memory(words), x, out, mask)
    return out


@dropout_op.grad("x")
def _dropout_grad_x(g, *, mask, scale):
    return keep(g, mask, scale)


@public(method=False)
def dropout(
    input: Tensor, p: float = 0.5, train: bool = True, *, generator: Generator | None = None
) -> Tensor:
    """input with elements set to 0 with probability p, the rest divided by 1 - p."""
    if not 0 <= p <= 1:
        raise RuntimeError(
            f"dropout probability has to be between 0 and 1, but got {p}; expected 0 <= p <= 1"
        )
    if not train or p == 0 or not input.spec.numel:
        return input
    floating("dropout", input.dtype)
    scale = 1 / (1 - p) if p < 1 else 0.0
    parameters = shapes.real(p), scale
    if input.spec.hidden or (batches.used and state.levels):
        return keep(input, _kept(input.spec, generator, parameters), scale)
    words = stream_words(generator, "dropout", input.dtype, input.spec.numel, parameters)
    mask = empty_of(like_spec(input.spec, dtypes.bool_))
    return apply(dropout_op, input, mask=mask, words=words, scale=scale)


def _kept(spec, generator, parameters):
    """The mask of a dropout within `vmap`: what the same call outside of it gives for all parts."""
    levels = drawn_levels("dropout")
    with outside():
        shape = (*[size for _, size in levels], *spec.shape)
        x = zeros(shape, dtype=spec.dtype, device=spec.device)
        words = stream_words(generator, "dropout", spec.dtype, x.spec.numel, parameters)
        mask = empty_of(like_spec(x.spec, dtypes.bool_))
        dropout_op.forward(x, mask=mask, words=words, scale=parameters[1])
    return carry(mask, levels)
