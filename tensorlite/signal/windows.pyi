"""Made by `python -m tensorlite.stubs` from what is said where the functions are."""

from builtins import bool as _bool, float as _float, int as _int
from collections.abc import Callable as _Callable, Iterable as _Iterable, Iterator as _Iterator
from collections.abc import Mapping as _Mapping, Sequence as _Sequence
from typing import Any as _Any, Generic as _Generic, Literal as _Literal, Self as _Self
from typing import TypeVar as _TypeVar, overload as _overload

from numpy import ndarray as _ndarray

_F = _TypeVar("_F", bound=_Callable[..., _Any])
_T = _TypeVar("_T")
_T_co = _TypeVar("_T_co", covariant=True)

from ..device import device as _device
from ..dtypes import dtype as _dtype
from ..formats import layout as _layout
from ..tensor import Tensor

__all__ = [
    "bartlett",
    "blackman",
    "cosine",
    "exponential",
    "gaussian",
    "general_cosine",
    "general_hamming",
    "hamming",
    "hann",
    "kaiser",
    "nuttall",
]
def bartlett(
    M: _int,
    *,
    sym: _bool = True,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
) -> Tensor:
    """A triangle that begins at 0.

    Parameters
    ----------
    M : int
        The number of samples.
    sym : bool
        A symmetric window; else one period of an endless one.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    layout : layout, optional
        strided or None: all tensors are.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    requires_grad : bool, default False
        Whether gradients of the result are recorded.

    Returns
    -------
    Tensor (M,)
        Its largest value is 1, unless M is even.

    Examples
    --------
    >>> tl.signal.windows.bartlett(4)
    tensor([0.0000, 0.6667, 0.6667, 0.0000])
    """
def blackman(
    M: _int,
    *,
    sym: _bool = True,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
) -> Tensor:
    """A sum of two cosines with low side lobes.

    Parameters
    ----------
    M : int
        The number of samples.
    sym : bool
        A symmetric window; else one period of an endless one.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    layout : layout, optional
        strided or None: all tensors are.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    requires_grad : bool, default False
        Whether gradients of the result are recorded.

    Returns
    -------
    Tensor (M,)
        Its largest value is 1, unless M is even.

    Examples
    --------
    >>> tl.signal.windows.blackman(4)
    tensor([-1.3878e-17,  6.3000e-01,  6.3000e-01, -1.3878e-17])
    """
def cosine(
    M: _int,
    *,
    sym: _bool = True,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
) -> Tensor:
    """Half a period of a sine.

    Parameters
    ----------
    M : int
        The number of samples.
    sym : bool
        A symmetric window; else one period of an endless one.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    layout : layout, optional
        strided or None: all tensors are.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    requires_grad : bool, default False
        Whether gradients of the result are recorded.

    Returns
    -------
    Tensor (M,)
        Its largest value is 1, unless M is even.

    Examples
    --------
    >>> tl.signal.windows.cosine(4)
    tensor([0.3827, 0.9239, 0.9239, 0.3827])
    """
def exponential(
    M: _int,
    *,
    center: _float | None = None,
    tau: _float = 1.0,
    sym: _bool = True,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
) -> Tensor:
    """exp(-|k - center| / tau), around the middle by default.

    Parameters
    ----------
    M : int
    center : float, optional
    tau : float, default 1.0
    sym : bool, default True
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    layout : layout, optional
        strided or None: all tensors are.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    requires_grad : bool, default False
        Whether gradients of the result are recorded.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.signal.windows.exponential(4)
    tensor([0.2231, 0.6065, 0.6065, 0.2231])
    """
def gaussian(
    M: _int,
    *,
    std: _float = 1.0,
    sym: _bool = True,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
) -> Tensor:
    """exp(-(k / std)^2 / 2), counted from the middle.

    Parameters
    ----------
    M : int
    std : float, default 1.0
    sym : bool, default True
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    layout : layout, optional
        strided or None: all tensors are.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    requires_grad : bool, default False
        Whether gradients of the result are recorded.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.signal.windows.gaussian(4)
    tensor([0.3247, 0.8825, 0.8825, 0.3247])
    """
def general_cosine(
    M: _int,
    *,
    a: _Sequence[_float],
    sym: _bool = True,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
) -> Tensor:
    """The sum of (-1)^i a[i] cos(2 pi i k / n).

    Parameters
    ----------
    M : int
    a : sequence of float
    sym : bool, default True
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    layout : layout, optional
        strided or None: all tensors are.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    requires_grad : bool, default False
        Whether gradients of the result are recorded.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.signal.windows.general_cosine(5, a=[0.5, 0.5])  # the Hann window
    tensor([0.0000, 0.5000, 1.0000, 0.5000, 0.0000])
    """
def general_hamming(
    M: _int,
    *,
    alpha: _float = 0.54,
    sym: _bool = True,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
) -> Tensor:
    """alpha - (1 - alpha) cos(2 pi k / n).

    Parameters
    ----------
    M : int
    alpha : float, default 0.54
        The constant part.
    sym : bool, default True
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    layout : layout, optional
        strided or None: all tensors are.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    requires_grad : bool, default False
        Whether gradients of the result are recorded.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.signal.windows.general_hamming(4)
    tensor([0.0800, 0.7700, 0.7700, 0.0800])
    """
def hamming(
    M: _int,
    *,
    sym: _bool = True,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
) -> Tensor:
    """A raised cosine whose first side lobe vanishes.

    Parameters
    ----------
    M : int
        The number of samples.
    sym : bool
        A symmetric window; else one period of an endless one.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    layout : layout, optional
        strided or None: all tensors are.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    requires_grad : bool, default False
        Whether gradients of the result are recorded.

    Returns
    -------
    Tensor (M,)
        Its largest value is 1, unless M is even.

    Examples
    --------
    >>> tl.signal.windows.hamming(4)
    tensor([0.0800, 0.7700, 0.7700, 0.0800])
    """
def hann(
    M: _int,
    *,
    sym: _bool = True,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
) -> Tensor:
    """One period of a raised cosine.

    Parameters
    ----------
    M : int
        The number of samples.
    sym : bool
        A symmetric window; else one period of an endless one.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    layout : layout, optional
        strided or None: all tensors are.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    requires_grad : bool, default False
        Whether gradients of the result are recorded.

    Returns
    -------
    Tensor (M,)
        Its largest value is 1, unless M is even.

    Examples
    --------
    >>> tl.signal.windows.hann(4)
    tensor([0.0000, 0.7500, 0.7500, 0.0000])
    """
def kaiser(
    M: _int,
    *,
    beta: _float = 12.0,
    sym: _bool = True,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
) -> Tensor:
    """Kaiser's window: nearly the most energy in the main lobe, which `beta` widens.

    Parameters
    ----------
    M : int
    beta : float, default 12.0
        The larger, the wider the main lobe and the lower others.
    sym : bool, default True
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    layout : layout, optional
        strided or None: all tensors are.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    requires_grad : bool, default False
        Whether gradients of the result are recorded.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.signal.windows.kaiser(4)
    tensor([5.2773e-05, 5.1884e-01, 5.1884e-01, 5.2773e-05])
    """
def nuttall(
    M: _int,
    *,
    sym: _bool = True,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
) -> Tensor:
    """A sum of three cosines: A. Nuttall, IEEE Trans. ASSP 29 (1981).

    Parameters
    ----------
    M : int
        The number of samples.
    sym : bool
        A symmetric window; else one period of an endless one.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    layout : layout, optional
        strided or None: all tensors are.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    requires_grad : bool, default False
        Whether gradients of the result are recorded.

    Returns
    -------
    Tensor (M,)
        Its largest value is 1, unless M is even.

    Examples
    --------
    >>> tl.signal.windows.nuttall(4)
    tensor([3.6280e-04, 5.2923e-01, 5.2923e-01, 3.6280e-04])
    """
