"""Activation functions with PyTorch's signatures, over `activation_rules`."""

from .. import dtypes
from ..annotations import Operand
from ..declare import public
from ..dispatch import computed, unary
from ..graph import mode, warn
from ..tensor import Tensor
from . import activation_rules as ops
from . import normalize
from .arithmetic import RELU
from .copying import as_dense
from .creation import full, zeros_like
from .drawing import draw, floating
from .generators import Generator
from .pieces import pieces
from .requiring import FLOAT32_MAX, check_tensor, fits_beside, one_number


def _apply(name, op, inplace, input, *params):
    """The op on `input`, and for an in-place call its result written back into it."""
    check_tensor(name, "input", input)
    for value in params:
        if type(value) is not float or not -FLOAT32_MAX <= value <= FLOAT32_MAX:
            fits_beside(name, value, input.spec.dtype)
    if not inplace:
        return computed(op, input, *params) if params else unary(op, input)
    if input.requires_grad and mode.grad:
        # Backward of the op needs the old values, which copy_ is about to overwrite.
        return input.copy_(op(input.clone(), *params))
    return input.copy_(op(input, *params))


@public("nn.functional")
def relu(input: Tensor, inplace: bool = False) -> Tensor:
    """The positive part, max(x, 0).

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.relu(tl.tensor([-1.0, 2.0]))
    tensor([0., 2.])
    """
    if not isinstance(input, Tensor):
        check_tensor("relu", "input", input)
    return input.relu_() if inplace else unary(RELU, input)


@public("nn.functional")
def relu6(input: Tensor, inplace: bool = False) -> Tensor:
    """max(min(x, 6), 0)."""
    return _apply("relu6", ops.relu6, inplace, input)


@public("nn.functional")
def hardtanh(
    input: Tensor, min_val: float = -1.0, max_val: float = 1.0, inplace: bool = False
) -> Tensor:
    """x limited to [min_val, max_val]."""
    if min_val > max_val:
        raise ValueError(
            f"hardtanh: expected min_val <= max_val; got min_val={min_val}, max_val={max_val}"
        )
    check_tensor("hardtanh", "input", input)
    min_val = one_number("hardtanh", min_val, input.dtype)
    max_val = one_number("hardtanh", max_val, input.dtype)
    return _apply("hardtanh", ops.hardtanh, inplace, input, min_val, max_val)


@public("nn.functional")
def leaky_relu(input: Tensor, negative_slope: float = 0.01, inplace: bool = False) -> Tensor:
    """x where x > 0, else negative_slope * x."""
    return _apply("leaky_relu", ops.leaky_relu, inplace, input, negative_slope)


@public("nn.functional")
def elu(input: Tensor, alpha: float = 1.0, inplace: bool = False) -> Tensor:
    """x where x > 0, else alpha * (exp(x) - 1). Clevert et al. 2015, arXiv:1511.07289."""
    return _apply("elu", ops.elu, inplace, input, alpha)


@public("nn.functional", "tl")
def selu(input: Tensor, inplace: bool = False) -> Tensor:
    """The self-normalising elu. Klambauer et al. 2017, arXiv:1706.02515."""
    return _apply("selu", ops.selu, inplace, input)


@public("nn.functional", "tl")
def celu(input: Tensor, alpha: float = 1.0, inplace: bool = False) -> Tensor:
    """The continuously differentiable elu. Barron 2017, arXiv:1704.07483."""
    if alpha == 0:
        raise RuntimeError("celu: expected alpha other than zero (ZeroDivisionError); got 0")
    return _apply("celu", ops.celu, inplace, input, alpha)


@public("nn.functional")
def gelu(input: Tensor, *, approximate: str = "none") -> Tensor:
    """x times the normal distribution function. Hendrycks, Gimpel 2016, arXiv:1606.08415.

    Parameters
    ----------
    input : Tensor (any shape)
    approximate : {"none", "tanh"}
    """
    check_tensor("gelu", "input", input)
    if approximate not in ("none", "tanh"):
        raise RuntimeError(
            f"gelu: approximate argument must be either none or tanh; got {approximate!r}"
        )
    return ops.gelu(input) if approximate == "none" else ops.gelu_tanh(input)


@public("nn.functional")
def silu(input: Tensor, inplace: bool = False) -> Tensor:
    """x * sigmoid(x), also called swish."""
    return _apply("silu", ops.silu, inplace, input)


@public("nn.functional")
def mish(input: Tensor, inplace: bool = False) -> Tensor:
    """x * tanh(softplus(x)). Misra 2019, arXiv:1908.08681."""
    return _apply("mish", ops.mish, inplace, input)


@public("nn.functional", rehearsed=True)
def softplus(input: Tensor, beta: float = 1.0, threshold: float = 20.0) -> Tensor:
    """log(1 + exp(beta * x)) / beta, and x itself where beta * x > threshold."""
    return _apply("softplus", ops.softplus, False, input, beta, threshold)


@public("nn.functional")
def softsign(input: Tensor) -> Tensor:
    """x / (1 + |x|)."""
    if isinstance(input, Tensor) and input.dtype.is_complex:
        return input / (1 + input.abs())
    return _apply("softsign", ops.softsign, False, input)


@public("nn.functional")
def softshrink(input: Tensor, lambd: float = 0.5) -> Tensor:
    """x moved towards zero by lambd."""
    if lambd < 0:
        raise RuntimeError(f"softshrink: expected lambd greater or equal to 0; got {lambd}")
    return _apply("softshrink", ops.softshrink, False, input, lambd)


@public("nn.functional", "tl", "Tensor")
def hardshrink(input: Tensor, lambd: float = 0.5) -> Tensor:
    """x where |x| > lambd, else 0; lambd counts as the input's dtype has it."""
    check_tensor("hardshrink", "input", input)
    if input.spec.dtype.short:
        lambd = full((), lambd, dtype=input.spec.dtype)
    return _apply("hardshrink", ops.hardshrink, False, input, lambd)


@public("nn.functional")
def tanhshrink(input: Tensor) -> Tensor:
    """x - tanh(x)."""
    return _apply("tanhshrink", ops.tanhshrink, False, input)


@public("nn.functional")
def hardsigmoid(input: Tensor, inplace: bool = False) -> Tensor:
    """(x + 3) / 6 limited to [0, 1]."""
    return _apply("hardsigmoid", ops.hardsigmoid, inplace, input)


@public("nn.functional")
def hardswish(input: Tensor, inplace: bool = False) -> Tensor:
    """x * hardsigmoid(x). Howard et al. 2019, arXiv:1905.02244."""
    return _apply("hardswish", ops.hardswish, inplace, input)


@public("nn.functional")
def logsigmoid(input: Tensor) -> Tensor:
    """log(sigmoid(x)), without overflow."""
    return as_dense(_apply("logsigmoid", ops.logsigmoid, False, input))


@public("nn.functional")
def sigmoid(input: Tensor) -> Tensor:
    """1 / (1 + exp(-x))."""
    return input.sigmoid()


@public("nn.functional")
def tanh(input: Tensor) -> Tensor:
    """The hyperbolic tangent."""
    return input.tanh()


@public("nn.functional", "tl")
def threshold(input: Tensor, threshold: float, value: Operand, inplace: bool = False) -> Tensor:
    """x where x > threshold, else value."""
    check_tensor("threshold", "input", input)
    threshold = one_number("threshold", threshold, input.dtype)
    value = one_number("threshold", value, input.dtype)
    return _apply("threshold", ops.threshold, inplace, input, threshold, value)


@public("nn.functional", "tl", "Tensor")
def prelu(input: Tensor, weight: Tensor) -> Tensor:
    """x where x > 0, else weight * x. He et al. 2015, arXiv:1502.01852.

    Parameters
    ----------
    input : Tensor (any shape)
    weight : Tensor () or (1,) or (C,), C the size of the second dimension of `input`

    Raises
    ------
    RuntimeError
        If the sizes of weight and channels differ.
    """
    check_tensor("prelu", "input", input)
    check_tensor("prelu", "weight", weight)
    channels = 1 if input.ndim < 2 else input.shape[1]
    if weight.ndim > 1 or weight.numel() not in (1, channels):
        raise RuntimeError(
            f"prelu: expected weight of 1 or {channels} elements, one for each channel of the "
            f"input {tuple(input.shape)}; got weight {tuple(weight.shape)}"
        )
    if weight.ndim == 1:
        shape = [1] * input.ndim
        if input.ndim > 1:
            shape[1] = weight.numel()
        weight = weight.reshape(shape)
    return ops.prelu(input, weight)


@public("nn.functional", "tl")
def rrelu(
    input: Tensor,
    lower: float = 1.0 / 8,
    upper: float = 1.0 / 3,
    training: bool = False,
    inplace: bool = False,
    *,
    generator: Generator | None = None,
) -> Tensor:
    """leaky_relu with a random slope per element in training. Xu et al. 2015, arXiv:1505.00853."""
    check_tensor("rrelu", "input", input)
    if lower > upper:
        raise RuntimeError(
            f"rrelu: Lower bound should be less than or equal to the upper bound; "
            f"got lower={lower}, upper={upper}"
        )
    slope = (lower + upper) / 2
    if training:
        spec = input.spec
        kind = floating("rrelu", spec.dtype)
        slope = draw("uniform", spec.shape, kind, spec.device, generator, lower, upper)
    made = _apply("rrelu", ops.leaky_relu, inplace, input, slope)
    return made if inplace else as_dense(made)


@public("nn.functional", rehearsed=True)
def glu(input: Tensor, dim: int = -1) -> Tensor:
    """a * sigmoid(b) of the two halves a, b along `dim`. Dauphin et al. 2016, arXiv:1612.08083."""
    check_tensor("glu", "input", input)
    if input.ndim == 0:
        raise RuntimeError("glu: does not support 0-dimensional tensors; got shape ()")
    size = input.shape[dim]
    if size % 2:
        raise RuntimeError(
            f"glu: Halving dimension must be even, but dimension {dim} is size {size}"
        )
    return ops.gated(*pieces(input, dim % input.ndim, (size // 2, size // 2)))


def _softmax_dim(op, input, dim):
    check_tensor(op, "input", input)
    if dim is not None:
        return dim
    dim = 0 if input.ndim in (0, 1, 3) else 1
    warn(f"{op}: Implicit dimension choice has been deprecated; expected dim; try dim={dim}")
    return dim


@public("nn.functional", rehearsed=True)
def softmax(
    input: Tensor, dim: int | None = None, _stacklevel: int = 3, dtype: dtypes.dtype | None = None
) -> Tensor:
    """exp(x) / sum(exp(x)) along `dim`, without overflow.

    Parameters
    ----------
    input : Tensor (any shape)
    dim : int, optional
        Default, as in PyTorch: 0 for 0, 1 or 3 dimensions, else 1.
    dtype : dtype, optional
        Cast to it first.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.softmax(tl.zeros(2, 4), dim=1)[0]
    tensor([0.2500, 0.2500, 0.2500, 0.2500])
    """
    return normalize.softmax(input, _softmax_dim("softmax", input, dim), dtype)


@public("nn.functional")
def softmin(
    input: Tensor, dim: int | None = None, _stacklevel: int = 3, dtype: dtypes.dtype | None = None
) -> Tensor:
    """softmax(-x)."""
    return normalize.softmax(-input, _softmax_dim("softmin", input, dim), dtype)


@public("nn.functional", rehearsed=True)
def log_softmax(
    input: Tensor, dim: int | None = None, _stacklevel: int = 3, dtype: dtypes.dtype | None = None
) -> Tensor:
    """log(softmax(x)), without overflow; arguments as in `softmax`."""
    return normalize.log_softmax(input, _softmax_dim("log_softmax", input, dim), dtype)


@public("nn.functional")
def gumbel_softmax(
    logits: Tensor, tau: float = 1, hard: bool = False, eps: float = 1e-10, dim: int = -1
) -> Tensor:
    """A differentiable sample of a categorical distribution. Jang et al. 2016, arXiv:1611.01144."""
    spec = logits.spec
    kind = floating("exponential_", spec.dtype)
    noise = -draw("exponential", spec.shape, kind, spec.device, None, 1.0, 0.0).log()
    soft = softmax((logits + noise) / tau, dim)
    if not hard:
        return soft
    index = soft.argmax(dim, keepdim=True)
    one_hot = zeros_like(logits, requires_grad=False).scatter_(dim, index, 1.0)
    return one_hot - soft.detach() + soft


@public("nn.functional")
def relu_(input: Tensor) -> Tensor:
    """`relu` in place."""
    return relu(input, inplace=True)


@public("nn.functional")
def hardtanh_(input: Tensor, min_val: float = -1.0, max_val: float = 1.0) -> Tensor:
    """`hardtanh` in place."""
    return hardtanh(input, min_val, max_val, inplace=True)


@public("nn.functional")
def leaky_relu_(input: Tensor, negative_slope: float = 0.01) -> Tensor:
    """`leaky_relu` in place."""
    return leaky_relu(input, negative_slope, inplace=True)


@public("nn.functional")
def elu_(input: Tensor, alpha: float = 1.0) -> Tensor:
    """`elu` in place."""
    return elu(input, alpha, inplace=True)


@public("nn.functional", "tl")
def selu_(input: Tensor) -> Tensor:
    """`selu` in place."""
    return selu(input, inplace=True)


@public("nn.functional", "tl")
def celu_(input: Tensor, alpha: float = 1.0) -> Tensor:
    """`celu` in place."""
    return celu(input, alpha, inplace=True)


@public("nn.functional", "tl")
def rrelu_(
    input: Tensor,
    lower: float = 1.0 / 8,
    upper: float = 1.0 / 3,
    training: bool = False,
    *,
    generator: Generator | None = None,
) -> Tensor:
    """`rrelu` in place."""
    return rrelu(input, lower, upper, training, inplace=True, generator=generator)


@public("nn.functional", "tl")
def threshold_(input: Tensor, threshold: float, value: Operand) -> Tensor:
    """`threshold` in place."""
    return _apply("threshold_", ops.threshold, True, input, threshold, value)
