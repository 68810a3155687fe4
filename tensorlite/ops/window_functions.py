"""Window functions: weights that let a frame of a signal begin and end near 0.

Those of `signal.windows` are symmetric unless told otherwise, and the older ones of the package
periodic: the first M samples of a symmetric one of M + 1.
"""

import functools
import math
from collections.abc import Sequence

import numpy as np

from .. import dtypes, formats
from ..annotations import DeviceLike
from ..declare import public
from ..device import place
from ..errors import expected
from ..tensor import Tensor
from .creation import finished, from_array, on_device, wanted_dtype

# ------------------------------------------------------------------ shapes, on [0, 1] or by samples


def _cosines(k, last, coefficients):
    """Sums of cosines with alternating signs: coefficients[i] cos(2 pi i k / last)."""
    turns = 2 * math.pi * k / max(last, 1)
    return sum((-1) ** i * a * np.cos(i * turns) for i, a in enumerate(coefficients))


def _triangle(k, last):
    return 1 - np.abs(2 * k / max(last, 1) - 1)


def _arc(k, last):
    return np.sin(math.pi * (k + 0.5) / (last + 1))


def _bell(k, last, std):
    return np.exp(-(((k - last / 2) / (math.sqrt(2) * std)) ** 2))


def _decay(k, last, center, tau):
    return np.exp(-np.abs(k - (last / 2 if center is None else center)) / abs(tau))


def _bessel(k, last, beta):
    """J. Kaiser and R. Schafer, On the use of the I0-sinh window (1980)."""
    return np.i0(beta * np.sqrt(np.maximum(0, 1 - (2 * k / max(last, 1) - 1) ** 2))) / np.i0(beta)


def _window(op, count, symmetric, shape, layout, dtype, device, requires_grad, pin_memory=False):
    """The values of a shape at `count` places."""
    if layout not in (None, formats.strided):
        raise ValueError(
            f"{op} is not implemented for other layouts; expected layout=tensorlite.strided; got "
            f"{layout}; try layout=None"
        )
    if count < 0:
        raise RuntimeError(
            f"{op} requires non-negative window_length, got window_length={count}; expected at "
            f"least 0; got {count}; try abs()"
        )
    kind = wanted_dtype(dtype)
    if not kind.is_floating_point:
        raise RuntimeError(
            f"{op} expects floating point dtypes, got: {kind!r}; expected float32 or float64; "
            "try tensorlite.float32"
        )
    last = count - 1 if symmetric else count
    values = np.ones(count) if count == 1 else shape(np.arange(count, dtype=np.float64), last)
    made = from_array(dtypes.held(values, kind).reshape(count))
    return finished(on_device(made, place(device)), requires_grad, pin_memory=pin_memory)


# ------------------------------------------------------------------ the older names

HANN, HAMMING = (0.5, 0.5), (0.54, 0.46)
BLACKMAN, NUTTALL = (0.42, 0.5, 0.08), (0.3635819, 0.4891775, 0.1365995, 0.0106411)


def _older(name, doc, shape):
    def window(
        window_length: int,
        periodic: bool = True,
        *,
        dtype: dtypes.dtype | None = None,
        layout: formats.layout | None = None,
        device: DeviceLike | None = None,
        requires_grad: bool = False,
        pin_memory: bool = False,
    ) -> Tensor:
        return _window(name, window_length, not periodic, shape, layout, dtype, device,
                       requires_grad, pin_memory)  # fmt: skip

    window.__name__, window.__qualname__ = name, name
    window.__doc__ = f"{doc}; without `periodic` a symmetric one."
    return public("tl")(window)


hann_window = _older("hann_window", "One period of a raised cosine",
                     functools.partial(_cosines, coefficients=HANN))  # fmt: skip
blackman_window = _older("blackman_window", "A sum of two cosines with low side lobes",
                         functools.partial(_cosines, coefficients=BLACKMAN))  # fmt: skip
bartlett_window = _older("bartlett_window", "A triangle that begins at 0", _triangle)


@public("tl")
def hamming_window(
    window_length: int,
    periodic: bool = True,
    alpha: float = 0.54,
    beta: float = 0.46,
    *,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> Tensor:
    """alpha - beta cos(2 pi k / n); without `periodic` a symmetric one."""
    shape = functools.partial(_cosines, coefficients=(alpha, beta))
    return _window("hamming_window", window_length, not periodic, shape, layout, dtype,
                   device, requires_grad, pin_memory)  # fmt: skip


@public("tl")
def kaiser_window(
    window_length: int,
    periodic: bool = True,
    beta: float = 12.0,
    *,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> Tensor:
    """Kaiser's window: nearly the most energy in the main lobe, which `beta` widens."""
    shape = functools.partial(_bessel, beta=beta)
    return _window("kaiser_window", window_length, not periodic, shape, layout, dtype,
                   device, requires_grad, pin_memory)  # fmt: skip


# ------------------------------------------------------------------ signal.windows


def _public(M, sym, shape, name, **more):
    """A window of the namespace, whose arguments are checked by these names."""
    if isinstance(M, bool) or not isinstance(M, int):
        raise TypeError(expected(name, "M to be an integer", repr(M), "int()"))
    if M < 0:
        raise ValueError(f"{name}: Window length M must be non-negative, got {M}; expected 0 or "
                         "more; try abs()")  # fmt: skip
    known = (None, dtypes.float32, dtypes.float64)
    if more["dtype"] not in known and dtypes.as_dtype(more["dtype"]) not in known:
        raise ValueError(f"{name}: expects float32 or float64 dtypes, got: {more['dtype']!r}; "
                         "try tensorlite.float32")  # fmt: skip
    return _window(name, M, sym, shape, **more)


_WINDOW = """
    {title}

    Parameters
    ----------
    M : int
        The number of samples.
    sym : bool
        A symmetric window; else one period of an endless one.

    Returns
    -------
    Tensor (M,)
        Its largest value is 1, unless M is even.
    """


def _plain(name, title, shape):
    def window(
        M: int,
        *,
        sym: bool = True,
        dtype: dtypes.dtype | None = None,
        layout: formats.layout | None = None,
        device: DeviceLike | None = None,
        requires_grad: bool = False,
    ) -> Tensor:
        return _public(M, sym, shape, name, layout=layout, dtype=dtype, device=device,
                   requires_grad=requires_grad)  # fmt: skip

    window.__name__, window.__qualname__ = name, name
    window.__doc__ = _WINDOW.format(title=title)
    return public("signal.windows")(window)


bartlett = _plain("bartlett", "A triangle that begins at 0.", _triangle)
blackman = _plain("blackman", "A sum of two cosines with low side lobes.",
                  functools.partial(_cosines, coefficients=BLACKMAN))  # fmt: skip
cosine = _plain("cosine", "Half a period of a sine.", _arc)
hann = _plain("hann", "One period of a raised cosine.",
              functools.partial(_cosines, coefficients=HANN))  # fmt: skip
hamming = _plain("hamming", "A raised cosine whose first side lobe vanishes.",
                 functools.partial(_cosines, coefficients=HAMMING))  # fmt: skip
nuttall = _plain("nuttall", "A sum of three cosines: A. Nuttall, IEEE Trans. ASSP 29 (1981).",
                 functools.partial(_cosines, coefficients=NUTTALL))  # fmt: skip


@public("signal.windows")
def exponential(
    M: int,
    *,
    center: float | None = None,
    tau: float = 1.0,
    sym: bool = True,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
) -> Tensor:
    """exp(-|k - center| / tau), around the middle by default."""
    name = "exponential"
    if tau <= 0:
        raise ValueError(f"{name}: Tau must be positive, got: {tau} instead; expected above 0")
    if sym and center is not None:
        raise ValueError(
            f"{name}: Center must be None for symmetric windows; got {center}; try sym=False"
        )
    shape = functools.partial(_decay, center=center, tau=tau)
    return _public(M, sym, shape, name, layout=layout, dtype=dtype, device=device,
                   requires_grad=requires_grad)  # fmt: skip


@public("signal.windows")
def gaussian(
    M: int,
    *,
    std: float = 1.0,
    sym: bool = True,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
) -> Tensor:
    """exp(-(k / std)^2 / 2), counted from the middle."""
    if std <= 0:
        raise ValueError(f"gaussian: Standard deviation must be positive, got: {std} instead; "
                         "expected above 0; try 1.0")  # fmt: skip
    shape = functools.partial(_bell, std=std)
    return _public(M, sym, shape, "gaussian", layout=layout, dtype=dtype, device=device,
                   requires_grad=requires_grad)  # fmt: skip


@public("signal.windows")
def general_cosine(
    M: int,
    *,
    a: Sequence[float],
    sym: bool = True,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
) -> Tensor:
    """The sum of (-1)^i a[i] cos(2 pi i k / n)."""
    name = "general_cosine"
    if not isinstance(a, list | tuple):
        raise TypeError(f"{name}: Coefficients must be a list/tuple; got {type(a).__name__}")
    if not a:
        raise ValueError(f"{name}: Coefficients cannot be empty; expected numbers; got none")
    shape = functools.partial(_cosines, coefficients=tuple(a))
    return _public(M, sym, shape, name, layout=layout, dtype=dtype, device=device,
                   requires_grad=requires_grad)  # fmt: skip


@public("signal.windows")
def general_hamming(
    M: int,
    *,
    alpha: float = 0.54,
    sym: bool = True,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
) -> Tensor:
    """alpha - (1 - alpha) cos(2 pi k / n)."""
    shape = functools.partial(_cosines, coefficients=(alpha, 1.0 - alpha))
    return _public(M, sym, shape, "general_hamming", layout=layout, dtype=dtype, device=device,
                   requires_grad=requires_grad)  # fmt: skip


@public("signal.windows")
def kaiser(
    M: int,
    *,
    beta: float = 12.0,
    sym: bool = True,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
) -> Tensor:
    """Kaiser's window: nearly the most energy in the main lobe, which `beta` widens."""
    if beta < 0:
        raise ValueError(f"kaiser: beta must be non-negative, got: {beta} instead; expected at "
                         "least 0; try 12.0")  # fmt: skip
    shape = functools.partial(_bessel, beta=beta)
    return _public(M, sym, shape, "kaiser", layout=layout, dtype=dtype, device=device,
                   requires_grad=requires_grad)  # fmt: skip
