"""Running sums, products, extremes and log-sums along a dim, and differences."""

import math

from .. import dtypes, shapes
from ..calls import Call
from ..declare import method, prepared, primitive, public
from ..dispatch import apply
from ..errors import expected
from ..graph import mode
from ..kernels import interpreters
from ..kernels.work.launches import Stage
from ..op import table
from ..tensor import Tensor, empty_shape, spec_of
from ..writing import delivered
from .complexes import complex_of, conj
from .copying import apart, to_dtype
from .creation import eye
from .joining import cat, stack
from .requiring import refuse_complex
from .results import ValuesIndices, values_indices
from .scatter_rules import gather_op
from .slicing import narrow
from .views import expand, movedim, reshape, unsqueeze
from .widening import in_wide

_WHERE = table["_where"]
TURN = 2 * math.pi


def _scan(kind, x, dim, reverse):
    """The Call of a scan along a dim, from its end where `reverse`."""
    out = spec_of(x.shape, x.dtype, x.device)
    if not out.numel:
        return Call(out)
    steps, places = [], []
    for place, spec in enumerate((x, out)):
        own = list(spec.byte_strides)
        if reverse:
            own[dim] = -own[dim]
        steps.append(tuple(own))
        places.append((place, (spec.shape[dim] - 1) * -own[dim] if reverse else 0))
    launch = x.device.kernels.scan.scan(kind, x.dtype.name, x.shape, *steps, dim)
    return Call(out, Stage(launch, tuple(places)) if reverse else launch)


@prepared
def _cumsum(x, *, dim, reverse):
    """Running sums along a dim, from the end where `reverse`."""
    return _scan("sum", x, dim, reverse)


@_cumsum.grad("x")
def _cumsum_grad_x(g, *, dim, reverse):
    return apply(_cumsum, g, dim=dim, reverse=not reverse)


@prepared
def _cumprod(x, *, dim):
    """Running products along a dim."""
    return _scan("prod", x, dim, False)


@_cumprod.grad("x")
def _cumprod_grad_x(g, x, out, *, dim):
    """Before the first zero of a line: later g * out over x; at it: the products without it.

    That cuts what the products without it depend on, so where it is itself differentiated and there
    may be zeros each product is written out.
    """
    if mode.grad and (interpreters.current() is not None or bool((x == 0).any())):
        return _cumprod_grad_written_out(g, x, dim)
    out, x = conj(out), conj(x)
    seen = apply(_cumsum, (x.detach() == 0).to(dtypes.int64), dim=dim, reverse=False)
    first = (seen == 1) & (x.detach() == 0)
    usual = apply(_cumsum, g * out, dim=dim, reverse=True) / x.masked_fill(seen > 0, 1)
    others = apply(_cumprod, x.masked_fill(first, 1), dim=dim)
    at_zero = apply(_cumsum, g * others, dim=dim, reverse=True)
    return _WHERE(seen == 0, usual, _WHERE(first, at_zero, 0))


def _cumprod_grad_written_out(g, x, dim):
    """sum over j >= i of g_j times the product of x_k over k <= j but i; in n * n memory."""
    n = x.spec.shape[dim]
    last, g = unsqueeze(movedim(conj(x), dim, -1), -2), unsqueeze(movedim(g, dim, -1), -2)
    own = eye(n, dtype=dtypes.bool_, device=x.spec.device)
    others = expand(last, (*last.spec.shape[:-2], n, n)).masked_fill(own, 1)
    products = apply(_cumprod, others, dim=others.ndim - 1)
    return movedim((g * products.triu()).sum(-1), -1, dim)


@prepared
def _logsums(x, *, dim, reverse):
    """Logarithms of the running sums of exponentials."""
    return _scan("logsumexp", x, dim, reverse)


@primitive
def _logcumsumexp(x, *, dim, reverse):
    """Logarithms of the running sums of exponentials, in float64: float32 would lose digits."""
    sums = _logsums.forward(to_dtype(x, dtypes.float64), dim=dim, reverse=reverse)
    return to_dtype(sums, x.dtype)


@_logcumsumexp.grad("x")
def _logcumsumexp_grad_x(g, x, out, *, dim, reverse):
    """exp(x) * reversed running sums of g / exp(out), in logarithms, by the sign of g."""
    total = out.masked_fill(out == -math.inf, 0)

    def share(part):
        some = part > 0
        logs = _WHERE(some, _WHERE(some, part, 1).log() - total, -math.inf)
        return (apply(_logcumsumexp, logs, dim=dim, reverse=not reverse) + x).exp()

    return share(g) - share(-g)


@primitive
def _complex_logcumsumexp(x, *, dim, reverse):
    """The same of complex numbers: what each of their parts gains and loses, in logarithms.

    As the angle of a sum counts in whole turns, it is near that of its largest number so far.
    """
    wide = to_dtype(x, dtypes.complex128)
    ways = wide.imag.cos(), wide.imag.sin()

    def sums(way):
        none = way <= 0
        logs = _WHERE(none, -math.inf, wide.real + _WHERE(none, 1, way).log())
        return _logsums.forward(logs, dim=dim, reverse=reverse)

    each = stack([sums(way) for part in ways for way in (part, -part)])
    top = each.amax(0)
    top = _WHERE(top.isinf(), 0, top)
    more, less, ahead, behind = (each - top).exp().unbind()
    sums = complex_of(more - less, ahead - behind).log() + top
    if not reverse and x.spec.numel:
        largest = apply(gather_op, wide.imag, cummax(wide.real, dim).indices, dim=dim)
        sums = complex_of(sums.real, sums.imag + ((largest - sums.imag) / TURN).round() * TURN)
    return to_dtype(sums, x.dtype)


@_complex_logcumsumexp.grad("x")
def _complex_logcumsumexp_grad_x(g, x, out, *, dim, reverse):
    """exp(x) * reversed running sums of g / exp(out), conjugated, in logarithms."""
    total = conj(out.masked_fill(out.real == -math.inf, 0))
    some = g != 0
    logs = _WHERE(some, _WHERE(some, g, 1).log() - total, -math.inf)
    shares = apply(_complex_logcumsumexp, logs, dim=dim, reverse=not reverse)
    return (shares + conj(x)).exp()


def _scanned(op, primitive, input, dim, dtype, out, exact=False, **static):
    dim = shapes.dim_index(dim, len(input.spec.shape), op)
    exact = exact or dtype is not None
    if dtype is None and isinstance(out, Tensor) and not exact and input.spec.dtype.differentiable:
        whole = out.spec.dtype.category == 1  # of what was cast first
        dtype = out.dtype if whole else dtypes.promote_types(input.spec.dtype, out.spec.dtype)
    if dtype is not None:
        input = input.to(dtypes.as_dtype(dtype, op))
    elif input.spec.dtype.category < 2:
        input = input.to(dtypes.int64)
    if input.spec.shape:
        result = apply(primitive, input, dim=dim, **static)
    else:
        result = reshape(apply(primitive, reshape(input, 1), dim=0, **static), ())
    return result if out is None else delivered(op, result, out, exact)


@public(rehearsed=True)
def cumsum(
    input: Tensor, dim: int, *, dtype: dtypes.dtype | None = None, out: Tensor | None = None
) -> Tensor:
    """Running sums along a dim; integers become int64."""
    return _scanned("cumsum", _cumsum, input, dim, dtype, out, reverse=False)


@public(rehearsed=True)
def cumprod(
    input: Tensor, dim: int, *, dtype: dtypes.dtype | None = None, out: Tensor | None = None
) -> Tensor:
    """Running products along a dim; integers become int64."""
    return _scanned("cumprod", _cumprod, input, dim, dtype, out)


@public
def logcumsumexp(input: Tensor, dim: int, *, out: Tensor | None = None) -> Tensor:
    """The logarithm of running sums of exponentials along a dim, without overflow."""
    dtype = None if input.dtype.differentiable else dtypes.get_default_dtype()
    op = _complex_logcumsumexp if input.dtype.is_complex else _logcumsumexp
    return _scanned("logcumsumexp", op, input, dim, dtype, out, True, reverse=False)


@method
def cumsum_(self: Tensor, dim: int, *, dtype: dtypes.dtype | None = None) -> Tensor:
    """In place: running sums."""
    return self.copy_(cumsum(self, dim, dtype=dtype or self.dtype))


@method
def cumprod_(self: Tensor, dim: int, *, dtype: dtypes.dtype | None = None) -> Tensor:
    """In place: running products."""
    return self.copy_(cumprod(self, dim, dtype=dtype or self.dtype))


def _running_extreme(kind):
    name = f"cum{kind}"
    result = values_indices(name)

    def function(input: Tensor, dim: int) -> ValuesIndices:
        refuse_complex(input)
        if input.spec.dtype.short:
            return in_wide(function, input, dim)
        dim = shapes.dim_index(dim, input.ndim, name)
        with mode.off():
            x = input if input.ndim else reshape(input, 1)
            values = empty_shape(x.spec.shape, x.spec.dtype, x.spec.device)
            indices = empty_shape(x.spec.shape, dtypes.int64, x.spec.device)
        if x.spec.numel:
            steps = [t.spec.byte_strides for t in (x, values, indices)]
            dtype = "uint8" if x.spec.dtype is dtypes.bool_ else x.spec.dtype.name
            launch = x.spec.device.kernels.scan.extreme(kind, dtype, x.spec.shape, *steps, dim)
            launch(x, values, indices)
        if mode.grad and input.requires_grad:
            x = input if input.ndim else reshape(input, 1)
            values = apply(gather_op, x, indices, dim=dim)
        shape = input.spec.shape
        return result(reshape(values, shape), reshape(indices, shape))

    function.__name__ = name
    function.__doc__ = f"The running {kind}imum along a dim and its index; ties take the last."
    return public(function, out="exact")


cummax, cummin = _running_extreme("max"), _running_extreme("min")


@public(out=True, rehearsed=True)
def diff(
    input: Tensor,
    n: int = 1,
    dim: int = -1,
    prepend: Tensor | None = None,
    append: Tensor | None = None,
) -> Tensor:
    """Differences of neighbours along a dim, n times."""
    if input.ndim == 0:
        raise RuntimeError("diff: expected at least 1 dim; got 0; try reshape(1)")
    if n < 0:
        raise RuntimeError(expected("diff", "n of at least 0", str(n), "flip(), or cumsum()"))
    dim = shapes.dim_index(dim, input.ndim, "diff")
    parts = [x for x in (prepend, input, append) if x is not None]
    x = cat(parts, dim) if len(parts) > 1 else input
    for _ in range(min(n, x.spec.shape[dim])):
        extent = x.spec.shape[dim]
        later, earlier = narrow(x, dim, 1, extent - 1), narrow(x, dim, 0, extent - 1)
        x = later != earlier if x.dtype is dtypes.bool_ else later - earlier
    return apart(x, input)
