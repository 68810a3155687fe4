"""Fourier transforms, by SciPy's pocketfft, with gradients of their own: `tensorlite.fft`.

Three linear maps do the work: from complex to complex numbers, from real ones to the half of a
spectrum that tells all, and back. The gradient of each is one of the others.
"""

import functools
import math
from collections.abc import Sequence

import numpy as np

from .. import dtypes, formats, shapes
from ..annotations import DeviceLike
from ..declare import primitive, public
from ..device import place
from ..dispatch import apply
from ..errors import expected
from ..kernels.cpu import threads
from ..tensor import Tensor
from .complexes import conj, real
from .copying import in_floats
from .creation import finished, from_array, on_device, wanted_dtype
from .frames import pad
from .hosted import hosted
from .slicing import narrow

Sizes = int | Sequence[int] | None


# ------------------------------------------------------------------ by SciPy

_SCALES = {"none": ("backward", "forward"), "root": ("ortho", "ortho"),
           "whole": ("forward", "backward")}  # fmt: skip


def _computed(function, scale, inverse, x, **more):
    """SciPy's function on all threads, with 1, 1 / sqrt(n) or 1 / n in front of the sum."""
    import scipy.fft  # 0.05 s, which an import of the package should not pay

    transform = getattr(scipy.fft, function)
    found = transform(x, norm=_SCALES[scale][inverse], workers=threads.get_num_threads(), **more)
    return [np.ascontiguousarray(found)]


def _hosted(op, function, x, shape, dtype):
    if not math.prod(shape):
        return from_array(np.zeros(shape, dtype.numpy))
    return hosted(op, function, [x.contiguous()], [(shape, dtype)])[0]


@primitive
def _full(x, *, dims, inverse, scale):
    """Complex spectra of real or complex numbers, without any half left out."""
    name = "ifftn" if inverse else "fftn"
    function = functools.partial(_computed, name, scale, inverse, axes=dims)
    return _hosted("fft", function, x, x.spec.shape, x.spec.dtype.to_complex())


@_full.grad("x")
def _full_grad_x(g, x_spec, *, dims, inverse, scale):
    back = apply(_full, g, dims=dims, inverse=not inverse, scale=scale)
    return back if x_spec.dtype.is_complex else real(back)


@primitive
def _half(x, *, dims, scale):
    """The first n // 2 + 1 of n frequencies along the last of `dims`, of real numbers."""
    shape = list(x.spec.shape)
    shape[dims[-1]] = shape[dims[-1]] // 2 + 1
    function = functools.partial(_computed, "rfftn", scale, False, axes=dims)
    return _hosted("rfft", function, x, tuple(shape), x.spec.dtype.to_complex())


@_half.grad("x")
def _half_grad_x(g, x_spec, *, dims, scale):
    n = x_spec.shape[dims[-1]]
    return apply(_whole, g * _weights(g, dims[-1], n, 0.5), dims=dims, n=n, scale=scale)


@primitive
def _whole(x, *, dims, n, scale):
    """n real numbers along the last of `dims`, from half of their frequencies."""
    shape = list(x.spec.shape)
    shape[dims[-1]] = n
    sizes = [shape[d] for d in dims]
    function = functools.partial(_computed, "irfftn", scale, True, axes=dims, s=sizes)
    return _hosted("irfft", function, x, tuple(shape), x.spec.dtype.to_real())


@_whole.grad("x")
def _whole_grad_x(g, x_spec, *, dims, n, scale):
    g = apply(_half, g, dims=dims, scale=scale)
    return g * _weights(g, dims[-1], n, 2.0)


def _weights(x, dim, n, inner):
    """1 for the frequencies that have no mirror image, 0 and n / 2; `inner` for the others."""
    weights = np.full(n // 2 + 1, inner, x.spec.dtype.to_real().numpy)
    weights[0] = 1
    if n % 2 == 0:
        weights[-1] = 1
    return on_device(from_array(weights), x.device).reshape(-1, *(1,) * (x.ndim - 1 - dim))


# ------------------------------------------------------------------ arguments


def _operand(op, input, kind="complex"):
    """A tensor of numbers that can be transformed: floating point ones at least."""
    if not isinstance(input, Tensor):
        raise TypeError(expected(op, "a Tensor", type(input).__name__, "tensor()"))
    if kind == "real" and input.dtype.is_complex:
        raise RuntimeError(
            f"{op} expects a real input tensor, but got {input.dtype!r}; expected a real tensor; "
            "got a complex one; try .real, or fft()"
        )
    return in_floats(input)


def _scale(op, norm, inverse):
    """What stands in front of the sum: 1, 1 / sqrt(n) or 1 / n."""
    by_norm = {None: "none", "backward": "none", "ortho": "root", "forward": "whole"}
    if norm not in by_norm:
        raise RuntimeError(
            f'{op}: Invalid normalization mode: "{norm}"; expected "backward", "forward" or '
            f'"ortho"; got {norm!r}; try norm="ortho"'
        )
    scale = by_norm[norm]
    return {"none": "whole", "whole": "none"}.get(scale, scale) if inverse else scale


def _sizes(op, input, s, dim):
    """The dims to transform, and the size of each: None for its own."""
    ndim = input.ndim
    if dim is not None:
        dim = shapes.plain(dim)
        dim = (dim,) if isinstance(dim, int) else tuple(dim)
        dims = [shapes.dim_index(d, ndim, op) for d in dim]
        if len(set(dims)) != len(dims):
            raise RuntimeError(f"{op}: FFT dims must be unique; expected other dims; got {dim}")
    if s is not None:
        s = shapes.plain(s)
        s = (s,) if isinstance(s, int) else tuple(map(shapes.plain, s))
        if dim is not None and len(s) != len(dims):
            raise RuntimeError(
                f"{op}: When given, dim and shape arguments must have the same length; expected "
                f"{len(dims)} sizes; got {len(s)}; try s=None"
            )
        if len(s) > ndim:
            raise RuntimeError(
                f"{op}: Got shape with {len(s)} values but input tensor only has {ndim} dimensions"
            )
    if dim is None:
        dims = list(range(ndim)) if s is None else list(range(ndim - len(s), ndim))
    sizes = [None] * len(dims) if s is None else [None if n == -1 else n for n in s]
    for n, d in zip(sizes, dims, strict=True):
        extent = input.spec.shape[d] if n is None else n
        if extent < 1:
            raise RuntimeError(
                f"{op}: Invalid number of data points ({extent}) specified; expected at least 1; "
                "try another size"
            )
    return tuple(dims), sizes


def _sized(x, dims, sizes):
    """x cut, or followed by zeros, so that its dims have these sizes."""
    around = [0] * (2 * x.ndim)
    for d, n in zip(dims, sizes, strict=True):
        extent = x.spec.shape[d]
        if n is not None and n < extent:
            x = narrow(x, d, 0, n)
        elif n is not None and n > extent:
            around[2 * (x.ndim - 1 - d) + 1] = n - extent
    return pad(x, around) if any(around) else x


def _transformed(op, input, s, dim, norm, inverse):
    """From complex to complex numbers."""
    x = _operand(op, input)
    dims, sizes = _sizes(op, x, s, dim)
    scale = _scale(op, norm, inverse)
    x = _sized(x, dims, sizes)
    if not dims:
        return x.to(x.dtype.to_complex())
    return apply(_full, x, dims=dims, inverse=inverse, scale=scale)


def _halved(op, input, s, dim, norm, inverse=False):
    """From real numbers to half of their frequencies; of the other sign, where `inverse`."""
    x = _operand(op, input, "real")
    dims, sizes = _sizes(op, x, s, dim)
    if not dims:
        raise RuntimeError(f"{op} must transform at least one axis; expected dims; got none")
    scale = _scale(op, norm, inverse)
    out = apply(_half, _sized(x, dims, sizes), dims=dims, scale=scale)
    return conj(out) if inverse else out


def _restored(op, input, s, dim, norm, inverse=True):
    """From half of the frequencies to real numbers; of the other sign, unless `inverse`."""
    x = _operand(op, input)
    if not x.ndim:
        raise RuntimeError(f"{op} must transform at least one axis; expected dims; got none")
    dims, sizes = _sizes(op, x, s, dim)
    if not dims:
        raise RuntimeError(f"{op} must transform at least one axis; expected dims; got none")
    n = sizes[-1]
    n = 2 * (x.spec.shape[dims[-1]] - 1) if n is None else n
    if n < 1:
        raise RuntimeError(
            f"{op}: Invalid number of data points ({n}) specified; expected at least 1; try n=2"
        )
    x = _sized(x.to(x.dtype.to_complex()), dims, [*sizes[:-1], n // 2 + 1])
    scale = _scale(op, norm, inverse)
    return apply(_whole, x if inverse else conj(x), dims=dims, n=n, scale=scale)


def _hermitian(op, input, s, dim, norm, inverse):
    """The other dims to frequencies, then the last one, whose signal is half of a whole one."""
    x, dims, sizes = _last_apart(op, input, s, dim)
    if dims[:-1]:
        x = _transformed(op, x, sizes[:-1], dims[:-1], norm, False)
    return _restored(op, x, sizes[-1:], dims[-1:], norm, False)


def _unhermitian(op, input, s, dim, norm, inverse):
    """What gives these frequencies by `hfft`, half of it along the last dim."""
    x, dims, sizes = _last_apart(op, input, s, dim)
    x = _halved(op, x, sizes[-1:], dims[-1:], norm, True)
    return _transformed(op, x, sizes[:-1], dims[:-1], norm, True) if dims[:-1] else x


def _last_apart(op, input, s, dim):
    """The operand, its dims and their sizes, -1 for those that stay."""
    x = _operand(op, input)
    dims, sizes = _sizes(op, x, s, dim)
    if not dims:
        raise RuntimeError(f"{op} must transform at least one axis; expected dims; got none")
    return x, dims, [-1 if n is None else n for n in sizes]


# ------------------------------------------------------------------ public functions

_DOC = """
    {title}

    Parameters
    ----------
    input : Tensor
        {input}
    {sizes}
    norm : {{"backward", "ortho", "forward"}}, optional
        Which sum is divided by its length: the one of the inverse transform, both by the root of
        it, the one of the forward transform.

    Raises
    ------
    RuntimeError
        For a size below 1, dims that repeat, or an unknown norm.
    """
_ONE = """n : int, optional
        The length{of}: the input is cut, or followed by zeros.
    dim : int"""
_MANY = """s : tuple of int, optional
        Lengths{of} of the last dims, or of `dim`: the input is cut, or followed by zeros.
    dim : tuple of int"""
_NUMBERS, _REALS = "Real or complex numbers.", "Real numbers."
_HALVES = "The first n // 2 + 1 of n frequencies, of which the others are conjugates."


def _family(core, word, title, input):
    """The functions of one transform: along a dim, two dims, many."""
    inverse, of = word[0] == "i", " of the result" if input is _HALVES else ""

    def one(input: Tensor, n: int | None = None, dim: int = -1, norm: str | None = None) -> Tensor:
        return core(f"fft.{word}", input, n, (dim,), norm, inverse)

    def two(
        input: Tensor, s: Sizes = None, dim: Sizes = (-2, -1), norm: str | None = None
    ) -> Tensor:
        return core(f"fft.{word}2", input, s, dim, norm, inverse)

    def many(input: Tensor, s: Sizes = None, dim: Sizes = None, norm: str | None = None) -> Tensor:
        return core(f"fft.{word}n", input, s, dim, norm, inverse)

    made = []
    for function, end, where in ((one, "", "a dim"), (two, "2", "two dims"), (many, "n", "dims")):
        function.__name__ = function.__qualname__ = word + end
        sizes = (_MANY if end else _ONE).format(of=of)
        function.__doc__ = _DOC.format(title=f"{title} along {where}.", input=input, sizes=sizes)
        made.append(public("fft", out=True)(function))
    return made


fft, fft2, fftn = _family(_transformed, "fft", "The frequencies of a signal", _NUMBERS)
ifft, ifft2, ifftn = _family(_transformed, "ifft", "The signal of frequencies", _NUMBERS)
rfft, rfft2, rfftn = _family(_halved, "rfft", "Half of the frequencies of real numbers", _REALS)
irfft, irfft2, irfftn = _family(
    _restored, "irfft", "Real numbers from half of their frequencies", _HALVES
)
hfft, hfft2, hfftn = _family(
    _hermitian, "hfft", "The real frequencies of a signal of which half is given", _HALVES
)
ihfft, ihfft2, ihfftn = _family(
    _unhermitian, "ihfft", "Half of the signal that real frequencies belong to", _REALS
)


# ------------------------------------------------------------------ orders of frequencies


def _moved(op, input, dim, half):
    if not isinstance(input, Tensor):
        raise TypeError(expected(op, "a Tensor", type(input).__name__, "tensor()"))
    given = range(input.ndim) if dim is None else (dim,) if isinstance(dim, int) else tuple(dim)
    dims = [shapes.dim_index(d, input.ndim, op) for d in given]
    return input.roll([half(input.spec.shape[d]) for d in dims], dims) if dims else input.clone()


@public("fft")
def fftshift(input: Tensor, dim: Sizes = None) -> Tensor:
    """The frequencies in ascending order, 0 in the middle, along all dims or some."""
    return _moved("fft.fftshift", input, dim, lambda n: n // 2)


@public("fft")
def ifftshift(input: Tensor, dim: Sizes = None) -> Tensor:
    """What `fftshift` moved, at its place again."""
    return _moved("fft.ifftshift", input, dim, lambda n: -(n // 2))


@public("fft")
def fftfreq(
    n: int,
    d: float = 1.0,
    *,
    out: Tensor | None = None,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> Tensor:
    """
    The frequencies that `fft` gives for n samples with distances d, in its order.

    Examples
    --------
    >>> tl.fft.fftfreq(4)
    tensor([ 0.0000,  0.2500, -0.5000, -0.2500])
    """
    values = np.fft.fftfreq(shapes.plain(n), shapes.plain(d))
    return _frequencies("fft.fftfreq", values, out, dtype, device, requires_grad, pin_memory)


@public("fft")
def rfftfreq(
    n: int,
    d: float = 1.0,
    *,
    out: Tensor | None = None,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> Tensor:
    """The frequencies that `rfft` gives for n samples with distances d."""
    values = np.fft.rfftfreq(shapes.plain(n), shapes.plain(d))
    return _frequencies("fft.rfftfreq", values, out, dtype, device, requires_grad, pin_memory)


def _frequencies(op, values, out, dtype, device, requires_grad, pin_memory):
    values = dtypes.held(values, wanted_dtype(dtype, None, out))
    made = on_device(from_array(values), place(device))
    return finished(made, requires_grad, op, out, pin_memory)
