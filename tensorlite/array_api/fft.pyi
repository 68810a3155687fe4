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
from ..tensor import Tensor

__all__ = [
    "fft",
    "fftfreq",
    "fftn",
    "fftshift",
    "hfft",
    "ifft",
    "ifftn",
    "ifftshift",
    "ihfft",
    "irfft",
    "irfftn",
    "rfft",
    "rfftfreq",
    "rfftn",
]
def fft(
    x: Tensor,
    /,
    *,
    n: _int | None = None,
    axis: _int = -1,
    norm: str = 'backward',
) -> Tensor:
    """`tensorlite.fft.fft` under the standard's signature.

    Parameters
    ----------
    x : Tensor (...)
    n : int, optional
        The length, or the number of them.
    axis : int, default -1
        The dim or dims along which it goes; negative ones count from the last.
    norm : str, default 'backward'
        How the transform is scaled.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.fft.fft(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 3.5000-0.0000j, -1.0000+0.8660j, -1.0000-0.8660j])
    """
def fftfreq(
    n: _int,
    /,
    *,
    d: _float = 1.0,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor:
    """The frequencies of the transform of `n` samples at distances `d`.

    Parameters
    ----------
    n : int
        The length, or the number of them.
    d : float, default 1.0
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    device : device or str or int, optional
        Where the result lies; by default the default device.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.fft.fftfreq(3)
    tensor([ 0.0000,  0.3333, -0.3333])
    """
def fftn(
    x: Tensor,
    /,
    *,
    s: _Sequence[_int] | None = None,
    axes: _Sequence[_int] | None = None,
    norm: str = 'backward',
) -> Tensor:
    """`tensorlite.fft.fftn` under the standard's signature.

    Parameters
    ----------
    x : Tensor (...)
    s : sequence of int, optional
        The lengths of the transformed dims; shorter ones cut, longer ones pad with zeros.
    axes : sequence of int, optional
        The dims, of which negative ones count from the last.
    norm : str, default 'backward'
        How the transform is scaled.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.fft.fftn(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 3.5000-0.0000j, -1.0000+0.8660j, -1.0000-0.8660j])
    """
def fftshift(x: Tensor, /, *, axes: _int | _Sequence[_int] | None = None) -> Tensor:
    """The frequency 0 in the middle of dims, by default of all.

    Parameters
    ----------
    x : Tensor (...)
    axes : int or tuple of int, optional
        The dims, of which negative ones count from the last.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.fft.fftshift(tl.tensor([0.5, 1.0, 2.0]))
    tensor([2.0000, 0.5000, 1.0000])
    """
def hfft(
    x: Tensor,
    /,
    *,
    n: _int | None = None,
    axis: _int = -1,
    norm: str = 'backward',
) -> Tensor:
    """`tensorlite.fft.hfft` under the standard's signature.

    Parameters
    ----------
    x : Tensor (...)
    n : int, optional
        The length, or the number of them.
    axis : int, default -1
        The dim or dims along which it goes; negative ones count from the last.
    norm : str, default 'backward'
        How the transform is scaled.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.fft.hfft(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 4.5000, -1.5000,  0.5000, -1.5000])
    """
def ifft(
    x: Tensor,
    /,
    *,
    n: _int | None = None,
    axis: _int = -1,
    norm: str = 'backward',
) -> Tensor:
    """`tensorlite.fft.ifft` under the standard's signature.

    Parameters
    ----------
    x : Tensor (...)
    n : int, optional
        The length, or the number of them.
    axis : int, default -1
        The dim or dims along which it goes; negative ones count from the last.
    norm : str, default 'backward'
        How the transform is scaled.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.fft.ifft(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 1.1667-0.0000j, -0.3333-0.2887j, -0.3333+0.2887j])
    """
def ifftn(
    x: Tensor,
    /,
    *,
    s: _Sequence[_int] | None = None,
    axes: _Sequence[_int] | None = None,
    norm: str = 'backward',
) -> Tensor:
    """`tensorlite.fft.ifftn` under the standard's signature.

    Parameters
    ----------
    x : Tensor (...)
    s : sequence of int, optional
        The lengths of the transformed dims; shorter ones cut, longer ones pad with zeros.
    axes : sequence of int, optional
        The dims, of which negative ones count from the last.
    norm : str, default 'backward'
        How the transform is scaled.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.fft.ifftn(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 1.1667-0.0000j, -0.3333-0.2887j, -0.3333+0.2887j])
    """
def ifftshift(x: Tensor, /, *, axes: _int | _Sequence[_int] | None = None) -> Tensor:
    """What undoes `fftshift`.

    Parameters
    ----------
    x : Tensor (...)
    axes : int or tuple of int, optional
        The dims, of which negative ones count from the last.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.fft.ifftshift(tl.tensor([0.5, 1.0, 2.0]))
    tensor([1.0000, 2.0000, 0.5000])
    """
def ihfft(
    x: Tensor,
    /,
    *,
    n: _int | None = None,
    axis: _int = -1,
    norm: str = 'backward',
) -> Tensor:
    """`tensorlite.fft.ihfft` under the standard's signature.

    Parameters
    ----------
    x : Tensor (...)
    n : int, optional
        The length, or the number of them.
    axis : int, default -1
        The dim or dims along which it goes; negative ones count from the last.
    norm : str, default 'backward'
        How the transform is scaled.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.fft.ihfft(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 1.1667-0.0000j, -0.3333-0.2887j])
    """
def irfft(
    x: Tensor,
    /,
    *,
    n: _int | None = None,
    axis: _int = -1,
    norm: str = 'backward',
) -> Tensor:
    """`tensorlite.fft.irfft` under the standard's signature.

    Parameters
    ----------
    x : Tensor (...)
    n : int, optional
        The length, or the number of them.
    axis : int, default -1
        The dim or dims along which it goes; negative ones count from the last.
    norm : str, default 'backward'
        How the transform is scaled.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.fft.irfft(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 1.1250, -0.3750,  0.1250, -0.3750])
    """
def irfftn(
    x: Tensor,
    /,
    *,
    s: _Sequence[_int] | None = None,
    axes: _Sequence[_int] | None = None,
    norm: str = 'backward',
) -> Tensor:
    """`tensorlite.fft.irfftn` under the standard's signature.

    Parameters
    ----------
    x : Tensor (...)
    s : sequence of int, optional
        The lengths of the transformed dims; shorter ones cut, longer ones pad with zeros.
    axes : sequence of int, optional
        The dims, of which negative ones count from the last.
    norm : str, default 'backward'
        How the transform is scaled.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.fft.irfftn(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 1.1250, -0.3750,  0.1250, -0.3750])
    """
def rfft(
    x: Tensor,
    /,
    *,
    n: _int | None = None,
    axis: _int = -1,
    norm: str = 'backward',
) -> Tensor:
    """`tensorlite.fft.rfft` under the standard's signature.

    Parameters
    ----------
    x : Tensor (...)
    n : int, optional
        The length, or the number of them.
    axis : int, default -1
        The dim or dims along which it goes; negative ones count from the last.
    norm : str, default 'backward'
        How the transform is scaled.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.fft.rfft(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 3.5000+0.0000j, -1.0000+0.8660j])
    """
def rfftfreq(
    n: _int,
    /,
    *,
    d: _float = 1.0,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor:
    """The frequencies of the transform of `n` real samples at distances `d`.

    Parameters
    ----------
    n : int
        The length, or the number of them.
    d : float, default 1.0
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    device : device or str or int, optional
        Where the result lies; by default the default device.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.fft.rfftfreq(3)
    tensor([0.0000, 0.3333])
    """
def rfftn(
    x: Tensor,
    /,
    *,
    s: _Sequence[_int] | None = None,
    axes: _Sequence[_int] | None = None,
    norm: str = 'backward',
) -> Tensor:
    """`tensorlite.fft.rfftn` under the standard's signature.

    Parameters
    ----------
    x : Tensor (...)
    s : sequence of int, optional
        The lengths of the transformed dims; shorter ones cut, longer ones pad with zeros.
    axes : sequence of int, optional
        The dims, of which negative ones count from the last.
    norm : str, default 'backward'
        How the transform is scaled.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.fft.rfftn(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 3.5000+0.0000j, -1.0000+0.8660j])
    """
