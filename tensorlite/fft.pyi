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

from .device import device as _device
from .dtypes import dtype as _dtype
from .formats import layout as _layout
from .tensor import Tensor

__all__ = [
    "fft",
    "fft2",
    "fftfreq",
    "fftn",
    "fftshift",
    "hfft",
    "hfft2",
    "hfftn",
    "ifft",
    "ifft2",
    "ifftn",
    "ifftshift",
    "ihfft",
    "ihfft2",
    "ihfftn",
    "irfft",
    "irfft2",
    "irfftn",
    "rfft",
    "rfft2",
    "rfftfreq",
    "rfftn",
]
def fft(
    input: Tensor,
    n: _int | None = None,
    dim: _int = -1,
    norm: str | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The frequencies of a signal along a dim.

    Parameters
    ----------
    input : Tensor
        Real or complex numbers.
    n : int, optional
        The length: the input is cut, or followed by zeros.
    dim : int
    norm : {"backward", "ortho", "forward"}, optional
        Which sum is divided by its length: the one of the inverse transform, both by the root of
        it, the one of the forward transform.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        For a size below 1, dims that repeat, or an unknown norm.

    Examples
    --------
    >>> tl.fft.fft(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 3.5000-0.0000j, -1.0000+0.8660j, -1.0000-0.8660j])
    """
def fft2(
    input: Tensor,
    s: _int | _Sequence[_int] | None = None,
    dim: _int | _Sequence[_int] | None = ...,
    norm: str | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The frequencies of a signal along two dims.

    Parameters
    ----------
    input : Tensor
        Real or complex numbers.
    s : tuple of int, optional
        Lengths of the last dims, or of `dim`: the input is cut, or followed by zeros.
    dim : tuple of int
    norm : {"backward", "ortho", "forward"}, optional
        Which sum is divided by its length: the one of the inverse transform, both by the root of
        it, the one of the forward transform.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        For a size below 1, dims that repeat, or an unknown norm.

    Examples
    --------
    >>> tl.fft.fft2(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[9.-0.j, 1.-0.j],
            [1.-0.j, 5.-0.j]])
    """
def fftfreq(
    n: _int,
    d: _float = 1.0,
    *,
    out: Tensor | None = None,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor:
    """The frequencies that `fft` gives for n samples with distances d, in its order.

    Parameters
    ----------
    n : int
        The length, or the number of them.
    d : float, default 1.0
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    layout : layout, optional
        strided or None: all tensors are.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    requires_grad : bool, default False
        Whether gradients of the result are recorded.
    pin_memory : bool, default False
        Whether the memory is pinned for copies to a card.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.fft.fftfreq(4)
    tensor([ 0.0000,  0.2500, -0.5000, -0.2500])
    """
def fftn(
    input: Tensor,
    s: _int | _Sequence[_int] | None = None,
    dim: _int | _Sequence[_int] | None = None,
    norm: str | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The frequencies of a signal along dims.

    Parameters
    ----------
    input : Tensor
        Real or complex numbers.
    s : tuple of int, optional
        Lengths of the last dims, or of `dim`: the input is cut, or followed by zeros.
    dim : tuple of int
    norm : {"backward", "ortho", "forward"}, optional
        Which sum is divided by its length: the one of the inverse transform, both by the root of
        it, the one of the forward transform.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        For a size below 1, dims that repeat, or an unknown norm.

    Examples
    --------
    >>> tl.fft.fftn(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 3.5000-0.0000j, -1.0000+0.8660j, -1.0000-0.8660j])
    """
def fftshift(input: Tensor, dim: _int | _Sequence[_int] | None = None) -> Tensor:
    """The frequencies in ascending order, 0 in the middle, along all dims or some.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> tl.fft.fftshift(tl.tensor([0.5, 1.0, 2.0]))
    tensor([2.0000, 0.5000, 1.0000])
    """
def hfft(
    input: Tensor,
    n: _int | None = None,
    dim: _int = -1,
    norm: str | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The real frequencies of a signal of which half is given along a dim.

    Parameters
    ----------
    input : Tensor
        The first n // 2 + 1 of n frequencies, of which the others are conjugates.
    n : int, optional
        The length of the result: the input is cut, or followed by zeros.
    dim : int
    norm : {"backward", "ortho", "forward"}, optional
        Which sum is divided by its length: the one of the inverse transform, both by the root of
        it, the one of the forward transform.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        For a size below 1, dims that repeat, or an unknown norm.

    Examples
    --------
    >>> tl.fft.hfft(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 4.5000, -1.5000,  0.5000, -1.5000])
    """
def hfft2(
    input: Tensor,
    s: _int | _Sequence[_int] | None = None,
    dim: _int | _Sequence[_int] | None = ...,
    norm: str | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The real frequencies of a signal of which half is given along two dims.

    Parameters
    ----------
    input : Tensor
        The first n // 2 + 1 of n frequencies, of which the others are conjugates.
    s : tuple of int, optional
        Lengths of the result of the last dims, or of `dim`: the input is cut, or followed by zeros.
    dim : tuple of int
    norm : {"backward", "ortho", "forward"}, optional
        Which sum is divided by its length: the one of the inverse transform, both by the root of
        it, the one of the forward transform.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        For a size below 1, dims that repeat, or an unknown norm.

    Examples
    --------
    >>> tl.fft.hfft2(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[9., 1.],
            [1., 5.]])
    """
def hfftn(
    input: Tensor,
    s: _int | _Sequence[_int] | None = None,
    dim: _int | _Sequence[_int] | None = None,
    norm: str | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The real frequencies of a signal of which half is given along dims.

    Parameters
    ----------
    input : Tensor
        The first n // 2 + 1 of n frequencies, of which the others are conjugates.
    s : tuple of int, optional
        Lengths of the result of the last dims, or of `dim`: the input is cut, or followed by zeros.
    dim : tuple of int
    norm : {"backward", "ortho", "forward"}, optional
        Which sum is divided by its length: the one of the inverse transform, both by the root of
        it, the one of the forward transform.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        For a size below 1, dims that repeat, or an unknown norm.

    Examples
    --------
    >>> tl.fft.hfftn(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 4.5000, -1.5000,  0.5000, -1.5000])
    """
def ifft(
    input: Tensor,
    n: _int | None = None,
    dim: _int = -1,
    norm: str | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The signal of frequencies along a dim.

    Parameters
    ----------
    input : Tensor
        Real or complex numbers.
    n : int, optional
        The length: the input is cut, or followed by zeros.
    dim : int
    norm : {"backward", "ortho", "forward"}, optional
        Which sum is divided by its length: the one of the inverse transform, both by the root of
        it, the one of the forward transform.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        For a size below 1, dims that repeat, or an unknown norm.

    Examples
    --------
    >>> tl.fft.ifft(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 1.1667-0.0000j, -0.3333-0.2887j, -0.3333+0.2887j])
    """
def ifft2(
    input: Tensor,
    s: _int | _Sequence[_int] | None = None,
    dim: _int | _Sequence[_int] | None = ...,
    norm: str | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The signal of frequencies along two dims.

    Parameters
    ----------
    input : Tensor
        Real or complex numbers.
    s : tuple of int, optional
        Lengths of the last dims, or of `dim`: the input is cut, or followed by zeros.
    dim : tuple of int
    norm : {"backward", "ortho", "forward"}, optional
        Which sum is divided by its length: the one of the inverse transform, both by the root of
        it, the one of the forward transform.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        For a size below 1, dims that repeat, or an unknown norm.

    Examples
    --------
    >>> tl.fft.ifft2(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[2.2500-0.j, 0.2500-0.j],
            [0.2500-0.j, 1.2500-0.j]])
    """
def ifftn(
    input: Tensor,
    s: _int | _Sequence[_int] | None = None,
    dim: _int | _Sequence[_int] | None = None,
    norm: str | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The signal of frequencies along dims.

    Parameters
    ----------
    input : Tensor
        Real or complex numbers.
    s : tuple of int, optional
        Lengths of the last dims, or of `dim`: the input is cut, or followed by zeros.
    dim : tuple of int
    norm : {"backward", "ortho", "forward"}, optional
        Which sum is divided by its length: the one of the inverse transform, both by the root of
        it, the one of the forward transform.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        For a size below 1, dims that repeat, or an unknown norm.

    Examples
    --------
    >>> tl.fft.ifftn(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 1.1667-0.0000j, -0.3333-0.2887j, -0.3333+0.2887j])
    """
def ifftshift(input: Tensor, dim: _int | _Sequence[_int] | None = None) -> Tensor:
    """What `fftshift` moved, at its place again.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> tl.fft.ifftshift(tl.tensor([0.5, 1.0, 2.0]))
    tensor([1.0000, 2.0000, 0.5000])
    """
def ihfft(
    input: Tensor,
    n: _int | None = None,
    dim: _int = -1,
    norm: str | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Half of the signal that real frequencies belong to along a dim.

    Parameters
    ----------
    input : Tensor
        Real numbers.
    n : int, optional
        The length: the input is cut, or followed by zeros.
    dim : int
    norm : {"backward", "ortho", "forward"}, optional
        Which sum is divided by its length: the one of the inverse transform, both by the root of
        it, the one of the forward transform.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        For a size below 1, dims that repeat, or an unknown norm.

    Examples
    --------
    >>> tl.fft.ihfft(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 1.1667-0.0000j, -0.3333-0.2887j])
    """
def ihfft2(
    input: Tensor,
    s: _int | _Sequence[_int] | None = None,
    dim: _int | _Sequence[_int] | None = ...,
    norm: str | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Half of the signal that real frequencies belong to along two dims.

    Parameters
    ----------
    input : Tensor
        Real numbers.
    s : tuple of int, optional
        Lengths of the last dims, or of `dim`: the input is cut, or followed by zeros.
    dim : tuple of int
    norm : {"backward", "ortho", "forward"}, optional
        Which sum is divided by its length: the one of the inverse transform, both by the root of
        it, the one of the forward transform.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        For a size below 1, dims that repeat, or an unknown norm.

    Examples
    --------
    >>> tl.fft.ihfft2(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[2.2500-0.j, 0.2500-0.j],
            [0.2500+0.j, 1.2500+0.j]])
    """
def ihfftn(
    input: Tensor,
    s: _int | _Sequence[_int] | None = None,
    dim: _int | _Sequence[_int] | None = None,
    norm: str | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Half of the signal that real frequencies belong to along dims.

    Parameters
    ----------
    input : Tensor
        Real numbers.
    s : tuple of int, optional
        Lengths of the last dims, or of `dim`: the input is cut, or followed by zeros.
    dim : tuple of int
    norm : {"backward", "ortho", "forward"}, optional
        Which sum is divided by its length: the one of the inverse transform, both by the root of
        it, the one of the forward transform.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        For a size below 1, dims that repeat, or an unknown norm.

    Examples
    --------
    >>> tl.fft.ihfftn(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 1.1667-0.0000j, -0.3333-0.2887j])
    """
def irfft(
    input: Tensor,
    n: _int | None = None,
    dim: _int = -1,
    norm: str | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Real numbers from half of their frequencies along a dim.

    Parameters
    ----------
    input : Tensor
        The first n // 2 + 1 of n frequencies, of which the others are conjugates.
    n : int, optional
        The length of the result: the input is cut, or followed by zeros.
    dim : int
    norm : {"backward", "ortho", "forward"}, optional
        Which sum is divided by its length: the one of the inverse transform, both by the root of
        it, the one of the forward transform.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        For a size below 1, dims that repeat, or an unknown norm.

    Examples
    --------
    >>> tl.fft.irfft(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 1.1250, -0.3750,  0.1250, -0.3750])
    """
def irfft2(
    input: Tensor,
    s: _int | _Sequence[_int] | None = None,
    dim: _int | _Sequence[_int] | None = ...,
    norm: str | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Real numbers from half of their frequencies along two dims.

    Parameters
    ----------
    input : Tensor
        The first n // 2 + 1 of n frequencies, of which the others are conjugates.
    s : tuple of int, optional
        Lengths of the result of the last dims, or of `dim`: the input is cut, or followed by zeros.
    dim : tuple of int
    norm : {"backward", "ortho", "forward"}, optional
        Which sum is divided by its length: the one of the inverse transform, both by the root of
        it, the one of the forward transform.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        For a size below 1, dims that repeat, or an unknown norm.

    Examples
    --------
    >>> tl.fft.irfft2(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[2.2500, 0.2500],
            [0.2500, 1.2500]])
    """
def irfftn(
    input: Tensor,
    s: _int | _Sequence[_int] | None = None,
    dim: _int | _Sequence[_int] | None = None,
    norm: str | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Real numbers from half of their frequencies along dims.

    Parameters
    ----------
    input : Tensor
        The first n // 2 + 1 of n frequencies, of which the others are conjugates.
    s : tuple of int, optional
        Lengths of the result of the last dims, or of `dim`: the input is cut, or followed by zeros.
    dim : tuple of int
    norm : {"backward", "ortho", "forward"}, optional
        Which sum is divided by its length: the one of the inverse transform, both by the root of
        it, the one of the forward transform.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        For a size below 1, dims that repeat, or an unknown norm.

    Examples
    --------
    >>> tl.fft.irfftn(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 1.1250, -0.3750,  0.1250, -0.3750])
    """
def rfft(
    input: Tensor,
    n: _int | None = None,
    dim: _int = -1,
    norm: str | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Half of the frequencies of real numbers along a dim.

    Parameters
    ----------
    input : Tensor
        Real numbers.
    n : int, optional
        The length: the input is cut, or followed by zeros.
    dim : int
    norm : {"backward", "ortho", "forward"}, optional
        Which sum is divided by its length: the one of the inverse transform, both by the root of
        it, the one of the forward transform.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        For a size below 1, dims that repeat, or an unknown norm.

    Examples
    --------
    >>> tl.fft.rfft(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 3.5000+0.0000j, -1.0000+0.8660j])
    """
def rfft2(
    input: Tensor,
    s: _int | _Sequence[_int] | None = None,
    dim: _int | _Sequence[_int] | None = ...,
    norm: str | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Half of the frequencies of real numbers along two dims.

    Parameters
    ----------
    input : Tensor
        Real numbers.
    s : tuple of int, optional
        Lengths of the last dims, or of `dim`: the input is cut, or followed by zeros.
    dim : tuple of int
    norm : {"backward", "ortho", "forward"}, optional
        Which sum is divided by its length: the one of the inverse transform, both by the root of
        it, the one of the forward transform.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        For a size below 1, dims that repeat, or an unknown norm.

    Examples
    --------
    >>> tl.fft.rfft2(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[9.+0.j, 1.+0.j],
            [1.+0.j, 5.+0.j]])
    """
def rfftfreq(
    n: _int,
    d: _float = 1.0,
    *,
    out: Tensor | None = None,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor:
    """The frequencies that `rfft` gives for n samples with distances d.

    Parameters
    ----------
    n : int
        The length, or the number of them.
    d : float, default 1.0
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    layout : layout, optional
        strided or None: all tensors are.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    requires_grad : bool, default False
        Whether gradients of the result are recorded.
    pin_memory : bool, default False
        Whether the memory is pinned for copies to a card.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.fft.rfftfreq(3)
    tensor([0.0000, 0.3333])
    """
def rfftn(
    input: Tensor,
    s: _int | _Sequence[_int] | None = None,
    dim: _int | _Sequence[_int] | None = None,
    norm: str | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Half of the frequencies of real numbers along dims.

    Parameters
    ----------
    input : Tensor
        Real numbers.
    s : tuple of int, optional
        Lengths of the last dims, or of `dim`: the input is cut, or followed by zeros.
    dim : tuple of int
    norm : {"backward", "ortho", "forward"}, optional
        Which sum is divided by its length: the one of the inverse transform, both by the root of
        it, the one of the forward transform.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        For a size below 1, dims that repeat, or an unknown norm.

    Examples
    --------
    >>> tl.fft.rfftn(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 3.5000+0.0000j, -1.0000+0.8660j])
    """
