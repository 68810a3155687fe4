"""Softmax and its relatives, layer norm and RMS norm, which are functions of a row."""

from .. import dtypes, shapes
from ..annotations import Dims
from ..declare import public
from ..dispatch import apply
from ..errors import expected
from ..kernels.scalars import INF, detach, exp, log, sqrt, taming
from ..kernels.scalars.folds import mean, shift, total
from ..tensor import Tensor
from .copying import to_dtype
from .requiring import check_tensor
from .rowwise import row_op

# ------------------------------------------------------------------ softmax


def _softmax_grad(g, out):
    return out * (g - total(g * out))


@row_op("softmax", grad=_softmax_grad)
def _softmax(x):
    powers = exp(x - shift(x))
    return powers * (1.0 / total(powers))


@row_op("masked_softmax", grad=_softmax_grad)
def _masked_softmax(x):
    top = shift(x)
    powers = exp(x - (0.0 if top == -INF else top))
    whole = total(powers)
    return powers * (0.0 if whole == 0.0 else 1.0 / whole)


def masked_softmax(x):
    """softmax of floating point x along the last dim; zeros where all elements are -inf."""
    return apply(_masked_softmax, x, dim=-1)


def _log_softmax_grad(g, out):
    return g - exp(out) * total(g)


@row_op("log_softmax", grad=_log_softmax_grad)
def _log_softmax(x):
    top = shift(x)
    return (x - top) - log(total(exp(x - top)))


def _softmax_call(op, name, input, dim, dtype):
    if dtype is not None:
        input = to_dtype(input, dtypes.as_dtype(dtype, name))
    if not input.spec.dtype.is_floating_point:
        raise NotImplementedError(
            expected(name, "a floating point tensor", repr(input.dtype), "dtype=tensorlite.float32")
        )
    ndim = len(input.spec.shape)
    return apply(op, input, dim=shapes.dim_index(dim, ndim, name) - max(ndim, 1))


@public("tl", "Tensor", "special", out=True, rehearsed=True)
def softmax(input: Tensor, dim: int, dtype: dtypes.dtype | None = None) -> Tensor:
    """
    exp(x) / sum(exp(x)) along `dim`, without overflow.

    Parameters
    ----------
    input : Tensor (any shape)
    dim : int
    dtype : dtype, optional
        To which the input is converted first.

    Examples
    --------
    >>> tl.softmax(tl.tensor([[0., 0.], [1., 1.]]), dim=1)
    tensor([[0.5000, 0.5000],
            [0.5000, 0.5000]])
    """
    return _softmax_call(_softmax, "softmax", input, dim, dtype)


@public("tl", "Tensor", "special", out=True, rehearsed=True)
def log_softmax(input: Tensor, dim: int, dtype: dtypes.dtype | None = None) -> Tensor:
    """log(softmax(x)) along `dim`, without overflow."""
    return _softmax_call(_log_softmax, "log_softmax", input, dim, dtype)


# ------------------------------------------------------------------ layer norms


SMALL = 1e-30  # squares of float32 numbers below it lose their bits


def _layer_norm_grad(g, weight, y, scale, rstd):
    h = g * weight
    return rstd * scale * (h - mean(h) - y * mean(h * y))


def _rms_norm_grad(g, weight, y, scale, rstd):
    h = g * weight
    return rstd * scale * (h - y * mean(h * y))


def _times_norm(g, y):
    return g * y


def _same(g):
    return g


@row_op(
    "layer_norm", numbers=("eps",),
    grad={"x": _layer_norm_grad, "weight": _times_norm, "bias": _same},
)  # fmt: skip
def _layer_norm(x, weight, bias, eps):
    """
    (x - mean) / sqrt(var + eps) * weight + bias

    The mean is taken around the first element and corrected by the mean distance from it, as in
    Chan, Golub, LeVeque 1983, "Algorithms for Computing the Sample Variance". A row whose squares
    overflow or vanish is scaled by a power of 2.
    """
    first = detach(x[0])
    centre = first + mean(x - first)
    lost = mean(x - centre)
    var = mean((x - centre) * (x - centre)) - lost * lost
    tame = SMALL < var + eps < INF
    scale = 1.0 if tame else taming(max(shift(x), shift(-x)))
    centre = centre if tame else first * scale + mean(x * scale - first * scale)
    lost = lost if tame else mean(x * scale - centre)
    distance = (x * scale - centre) - lost
    var = var if tame else mean(distance * distance)
    rstd = 1.0 / sqrt((0.0 if var < 0.0 else var) + eps * scale * scale)
    y = distance * rstd
    return y * weight + bias


@row_op("rms_norm", grad={"x": _rms_norm_grad, "weight": _times_norm}, numbers=("eps",))
def _rms_norm(x, weight, eps):
    """x / sqrt(mean(x * x) + eps) * weight; scaled like layer_norm where squares are no numbers."""
    squares = mean(x * x)
    tame = SMALL < squares + eps < INF
    scale = 1.0 if tame else taming(max(shift(x), shift(-x)))
    scaled = x * scale
    squares = squares if tame else mean(scaled * scaled)
    rstd = 1.0 / sqrt(squares + eps * scale * scale)
    y = scaled * rstd
    return y * weight


def _along(op, x, weight, bias, dims, eps):
    """A norm over the last dims as one."""
    if dims == 1:
        return op.of(x, weight, *bias, eps)
    row = (-1,)
    given = [w.reshape(row) if isinstance(w, Tensor) else w for w in (weight, *bias)]
    rows = x.reshape(*x.spec.shape[: x.ndim - dims], shapes.numel(x.spec.shape[x.ndim - dims :]))
    return op.of(rows, *given, eps).reshape(x.spec.shape)


def _normalized_dims(op, input, normalized_shape, **affine):
    """How many dims are normalized, after all checks."""
    check_tensor(op, "input", input)
    if isinstance(normalized_shape, int):
        normalized_shape = (normalized_shape,)
    shape = tuple(normalized_shape)
    if not shape:
        raise RuntimeError(f"{op}: expected normalized_shape to be at least 1-dimensional; got ()")
    if len(shape) > input.ndim or input.spec.shape[input.ndim - len(shape) :] != shape:
        raise RuntimeError(
            f"{op}: expected input with shape (*, {', '.join(map(str, shape))}): Given "
            f"normalized_shape={list(shape)}; got input {tuple(input.shape)}; try its last extents"
        )
    if not input.spec.dtype.is_floating_point:
        raise RuntimeError(expected(op, "a floating point tensor", repr(input.dtype), ".float()"))
    for name, each in affine.items():
        if each is not None and (each.spec.shape != shape or each.dtype is not input.dtype):
            wanted = f"{name} of normalized_shape {shape} and {input.dtype!r}"
            got = f"{name} of shape {list(each.spec.shape)} and {each.dtype!r}"
            raise RuntimeError(expected(op, wanted, got, ".to()"))
    return len(shape)


@public(method=False, rehearsed=True)
def layer_norm(
    input: Tensor,
    normalized_shape: Dims,
    weight: Tensor | None = None,
    bias: Tensor | None = None,
    eps: float = 1e-5,
    cudnn_enable: bool = True,
) -> Tensor:
    """
    (x - mean) / sqrt(var + eps) over the last dims, times `weight`, plus `bias`.

    Parameters
    ----------
    input : Tensor (..., *normalized_shape)
    normalized_shape : int or tuple of int
    weight, bias : Tensor (*normalized_shape), optional
    eps : float
    """
    dims = _normalized_dims("layer_norm", input, normalized_shape, weight=weight, bias=bias)
    scale = 1.0 if weight is None else weight
    shift = -0.0 if bias is None else bias  # keeps the signs of zeros
    return _along(_layer_norm, input, scale, (shift,), dims, shapes.real(eps))


@public("nn.functional", "tl", rehearsed=True)
def rms_norm(
    input: Tensor, normalized_shape: Dims, weight: Tensor | None = None, eps: float | None = None
) -> Tensor:
    """x / sqrt(mean(x^2) + eps) over the last dimensions, times weight.

    Parameters
    ----------
    input : Tensor (..., *normalized_shape)
    normalized_shape : int or sequence of int
    weight : Tensor (*normalized_shape), optional
    eps : float, optional
        Default: the dtype's machine epsilon.

    References
    ----------
    Zhang, Sennrich 2019, "Root Mean Square Layer Normalization", arXiv:1910.07467.
    """
    dims = _normalized_dims("rms_norm", input, normalized_shape, weight=weight)
    eps = dtypes.finfo(input.dtype).eps if eps is None else shapes.real(eps)
    return _along(_rms_norm, input, 1.0 if weight is None else weight, (), dims, eps)
