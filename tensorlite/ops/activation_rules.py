"""Activations: each a scalar function; its gradient is derived from the same lines.

The tests say `x <= a` or `x > a` on purpose: the branch taken at a kink is PyTorch's subgradient
there, and NaN, for which every comparison is false, falls through to the branch that keeps it.
"""

import functools
import math

from ..kernels.scalars import sigmoid
from ..op import Elementwise, Samples

# Klambauer et al. 2017, "Self-Normalizing Neural Networks", https://arxiv.org/abs/1706.02515
SELU_ALPHA = 1.6732632423543772848170429916717
SELU_SCALE = 1.0507009873554804934193349852946
GELU_TANH = 0.7978845608028654  # sqrt(2 / pi)
NAN = math.nan
HALF_SQRT = 0.7071067811865476  # sqrt(1 / 2)


def rule(function=None, kind="float", **samples):
    """An elementwise op that is not public; its source is read when it is first called."""
    if function is None:
        return functools.partial(rule, kind=kind, **samples)
    return Elementwise(function, kind, samples=Samples(**samples))


integral = functools.partial(rule, kind="number")  # integers stay integers


@integral(ordered=("min_val", "max_val"))
def hardtanh(x, min_val=-1.0, max_val=1.0):
    """x limited to [min_val, max_val]; slope 0 at both ends."""
    return min_val if x <= min_val else (max_val if x >= max_val else x)


@integral
def relu6(x):
    """x limited to [0, 6]; slope 0 at both ends."""
    return 0.0 if x <= 0.0 else (6.0 if x >= 6.0 else x)


@rule
def leaky_relu(x, negative_slope=0.01):
    """x where x > 0, else negative_slope * x."""
    return x if x > 0.0 else negative_slope * x


@rule
def prelu(x, weight):
    """x where x > 0, else weight * x, with a weight that is trained."""
    return x if x > 0.0 else weight * x


@rule
def elu(x, alpha=1.0):
    """x where x > 0, else alpha * (exp(x) - 1)."""
    return x if x > 0.0 else alpha * math.expm1(x)


@rule
def selu(x):
    """A scaled elu whose outputs keep mean 0 and variance 1."""
    return SELU_SCALE * (x if x > 0.0 else SELU_ALPHA * math.expm1(x))


@rule(floating=True)
def celu(x, alpha=1.0):
    """x where x > 0, else alpha * (exp(x / alpha) - 1)."""
    return x if x > 0.0 else alpha * math.expm1(x / alpha)


@rule
def gelu(x):
    """x times the normal distribution function of x."""
    return 0.5 * x * (1.0 + math.erf(x * HALF_SQRT))


@rule
def gelu_tanh(x):
    """gelu with the distribution function approximated by a tanh."""
    return 0.5 * x * (1.0 + math.tanh(GELU_TANH * (x + 0.044715 * x * x * x)))


@rule
def gated(x, gate):
    """x * sigmoid(gate)"""
    return x * sigmoid(gate)


@rule
def silu(x):
    """x * sigmoid(x)."""
    return x * sigmoid(x)


@rule(floating=True)
def softplus(x, beta=1.0, threshold=20.0):
    """log(1 + exp(beta * x)) / beta; x itself where beta * x > threshold."""
    return x if x * beta > threshold else math.log1p(math.exp(x * beta)) / beta


@rule
def mish(x):
    """x * tanh(softplus(x))."""
    return x * math.tanh(x if x > 20.0 else math.log1p(math.exp(x)))


@rule
def softsign(x):
    """x / (1 + |x|)."""
    return x / (1.0 + math.fabs(x))


@rule
def softshrink(x, lambd=0.5):
    """x moved towards 0 by lambd, and 0 of its sign where |x| <= lambd."""
    return x * 0.0 if math.fabs(x) <= lambd else (x - lambd if x > 0.0 else x + lambd)


@rule
def hardshrink(x, lambd=0.5):
    """x where |x| > lambd, else 0."""
    return 0.0 if math.fabs(x) <= lambd else x


@rule
def tanhshrink(x):
    """x - tanh(x)."""
    return x - math.tanh(x)


@rule
def hardsigmoid(x):
    """(x + 3) / 6 limited to [0, 1]; slope 0 at both ends and at NaN."""
    limit = 0.0 if x < 0.0 else (1.0 if x > 0.0 else NAN)
    return (x + 3.0) / 6.0 if math.fabs(x) < 3.0 else limit


@rule
def hardswish(x):
    """x * hardsigmoid(x); slope 0 at -3 and 1 at 3."""
    return 0.0 if x <= -3.0 else (x if x >= 3.0 else x * (x + 3.0) / 6.0)


@rule
def logsigmoid(x):
    """log(sigmoid(x)), without overflow."""
    return (x if x < 0.0 else 0.0) - math.log1p(math.exp(x if x < 0.0 else -x))


@integral
def threshold(x, threshold, value):
    """x where x > threshold, else value."""
    return value if x <= threshold else x


@rule(operands={"noise": "step"})
def drop(x, noise, p, scale):
    """x * scale where noise >= p, else 0: dropout, with uniform noise in [0, 1)."""
    return x * scale if noise >= p else 0.0


@rule(floating=True, operands={"noise": "step"})
def drop_to(x, noise, p, scale, shift, low):
    """x * scale + shift where noise >= p, else low: alpha dropout."""
    return x * scale + shift if noise >= p else low
