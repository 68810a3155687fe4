"""The losses per element, as scalar functions of input x and target y; gradients are derived."""

import math

from ..kernels.scalars import derivative
from ..op import Elementwise
from . import activation_rules
from .activation_rules import rule

logsigmoid = activation_rules.logsigmoid.function
HALF_LOG_2PI = 0.9189385332046727


@rule
def squared_error(x, y):
    """(x - y) squared."""
    return (x - y) * (x - y)


@rule
def absolute_error(x, y):
    """|x - y|; slope 0 at 0."""
    return math.fabs(x - y)


@rule
def smooth_absolute_error(x, y, beta):
    """|x - y| - beta / 2, and a parabola where |x - y| < beta."""
    d = x - y
    return math.fabs(d) - 0.5 * beta if math.fabs(d) >= beta else 0.5 * d * d / beta


@rule
def huber(x, y, delta):
    """The squared error halved up to |x - y| = delta, a straight line beyond."""
    d = x - y
    return delta * (math.fabs(d) - 0.5 * delta) if math.fabs(d) >= delta else 0.5 * d * d


def _binary_cross_entropy_slope(g, x, y):
    """PyTorch's, whose denominator keeps the slope finite at 0 and 1."""
    scale = x * (1.0 - x)
    return g * (x - y) / (1e-12 if scale < 1e-12 else scale)


@derivative(_binary_cross_entropy_slope, 1)
def _binary_cross_entropy_curvature(g, x, y):
    """PyTorch's, likewise finite at 0 and 1."""
    scale = (x + 1e-12) * (1.0 - x + 1e-12)
    return g * (x * x - 2.0 * x * y + y) / (scale * scale)


def _binary_cross_entropy(x, y):
    """-log of the probability that x gives to y, each logarithm at least -100."""
    log_x = -100.0 if math.log(x) < -100.0 else math.log(x)
    log_not_x = -100.0 if math.log1p(-x) < -100.0 else math.log1p(-x)
    return (y - 1.0) * log_not_x - y * log_x


binary_cross_entropy = Elementwise(
    _binary_cross_entropy,
    "float",
    written={"x": _binary_cross_entropy_slope},
    name="binary_cross_entropy",
)


@rule
def binary_cross_entropy_logits(x, y):
    """binary_cross_entropy of sigmoid(x), without overflow."""
    return (1.0 - y) * x - logsigmoid(x)


@rule
def weighted_cross_entropy_logits(x, y, pos_weight):
    """The same, where y counts pos_weight times."""
    return (1.0 - y) * x - (1.0 + (pos_weight - 1.0) * y) * logsigmoid(x)


@rule
def relative_entropy(x, y):
    """y * (log(y) - x), 0 where y is 0: the KL divergence from log-probabilities x."""
    return (y * math.log(y) if y != 0.0 else 0.0) - y * x


@rule
def relative_entropy_logs(x, y):
    """The same from a target given as log-probabilities."""
    return math.exp(y) * (y - x)


@rule
def soft_margin(x, y):
    """log(1 + exp(-y * x))."""
    return -logsigmoid(y * x)


@rule
def hinge(x, y, margin):
    """x where y is 1, max(0, margin - x) where y is -1."""
    rest = 0.0 if margin - x < 0.0 else margin - x
    return (x if y != -1.0 else 0.0) + (rest if y != 1.0 else 0.0)


@rule
def poisson(x, y, eps):
    """x - y * log(x + eps): minus the Poisson log-likelihood, without its constant."""
    return x - y * math.log(x + eps)


@rule
def poisson_logs(x, y):
    """The same from the logarithm of the rate."""
    return math.exp(x) - y * x


@rule
def stirling(y):
    """log(y!) by Stirling's formula, 0 where y <= 1."""
    return y * math.log(y) - y + HALF_LOG_2PI + 0.5 * math.log(y) if y > 1.0 else 0.0


@rule
def gaussian(x, y, var):
    """Half of log(var) + (x - y)^2 / var."""
    return 0.5 * (math.log(var) + (x - y) * (x - y) / var)
