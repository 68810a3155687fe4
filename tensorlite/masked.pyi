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

from .dtypes import dtype as _dtype
from .tensor import Tensor

__all__ = [
    "amax",
    "amin",
    "argmax",
    "argmin",
    "cumprod",
    "cumsum",
    "log_softmax",
    "logaddexp",
    "logsumexp",
    "mean",
    "median",
    "norm",
    "normalize",
    "prod",
    "softmax",
    "softmin",
    "std",
    "sum",
    "var",
]
def amax(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    *,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """The largest of what a mask keeps.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    mask : Tensor (...), optional
        Where it is True the element is taken.

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
    >>> tl.masked.amax(tl.tensor([0.5, 1.0, 2.0]))
    tensor(2.)
    """
def amin(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    *,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """The smallest of what a mask keeps.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    mask : Tensor (...), optional
        Where it is True the element is taken.

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
    >>> tl.masked.amin(tl.tensor([0.5, 1.0, 2.0]))
    tensor(0.5000)
    """
def argmax(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    *,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """Where the largest of what a mask keeps stands, in the dtype of input.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    mask : Tensor (...), optional
        Where it is True the element is taken.

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
    >>> tl.masked.argmax(tl.tensor([0.5, 1.0, 2.0]))
    tensor(2.)
    """
def argmin(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    *,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """Where the smallest of what a mask keeps stands, in the dtype of input.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    mask : Tensor (...), optional
        Where it is True the element is taken.

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
    >>> tl.masked.argmin(tl.tensor([0.5, 1.0, 2.0]))
    tensor(0.)
    """
def cumprod(
    input: Tensor,
    dim: _int,
    *,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """Products up to each element of what a mask keeps.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    mask : Tensor (...), optional
        Where it is True the element is taken.

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
    >>> tl.masked.cumprod(tl.tensor([0.5, 1.0, 2.0]), 0)
    tensor([0.5000, 0.5000, 1.0000])
    """
def cumsum(
    input: Tensor,
    dim: _int,
    *,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """Sums up to each element of what a mask keeps.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    mask : Tensor (...), optional
        Where it is True the element is taken.

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
    >>> tl.masked.cumsum(tl.tensor([0.5, 1.0, 2.0]), 0)
    tensor([0.5000, 1.5000, 3.5000])
    """
def log_softmax(
    input: Tensor,
    dim: _int,
    *,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """The logarithm of softmax over what a mask keeps.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    mask : Tensor (...), optional
        Where it is True the element is taken.

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
    >>> tl.masked.log_softmax(tl.tensor([0.5, 1.0, 2.0]), 0)
    tensor([-1.9644, -1.4644, -0.4644])
    """
def logaddexp(
    input: Tensor,
    other: Tensor | _float,
    *,
    dtype: _dtype | None = None,
    input_mask: Tensor | None = None,
    other_mask: Tensor | None = None,
) -> Tensor:
    """log(exp(x) + exp(y)) of what two masks keep.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    input_mask : Tensor (...), optional
    other_mask : Tensor (...), optional

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.masked.logaddexp(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([1.1931, 1.6931, 2.6931])
    """
def logsumexp(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    *,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """log(sum(exp(x))) of what a mask keeps.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    mask : Tensor (...), optional
        Where it is True the element is taken.

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
    >>> tl.masked.logsumexp(tl.tensor([0.5, 1.0, 2.0]))
    tensor(2.4644)
    """
def mean(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    *,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """The mean of what a mask keeps; NaN of nothing.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    mask : Tensor (...), optional
        Where it is True the element is taken.

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
    >>> tl.masked.mean(tl.tensor([0.5, 1.0, 2.0]))
    tensor(1.1667)
    """
def median(
    input: Tensor,
    dim: _int = -1,
    *,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """The lower median of what a mask keeps; NaN of nothing.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int, default -1
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    mask : Tensor (...), optional
        Where it is True the element is taken.

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
    >>> tl.masked.median(tl.tensor([0.5, 1.0, 2.0]))
    tensor(1.)
    """
def norm(
    input: Tensor,
    ord: _float | str = 2.0,
    dim: _int | _Sequence[_int] | None = None,
    *,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """The vector norm of what a mask keeps.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    ord : float or str, default 2.0
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    mask : Tensor (...), optional
        Where it is True the element is taken.

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
    >>> tl.masked.norm(tl.tensor([0.5, 1.0, 2.0]))
    tensor(2.2913)
    """
def normalize(
    input: Tensor,
    ord: _float | str,
    dim: _int | _Sequence[_int],
    *,
    eps: _float = 1e-12,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """What a mask keeps over its norm, which counts as at least `eps`; 0 elsewhere.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    ord : float or str
    dim : int or tuple of int
        The dim or dims along which it goes; negative ones count from the last.
    eps : float, default 1e-12
        A small number that keeps divisions finite.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    mask : Tensor (...), optional
        Where it is True the element is taken.

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
    >>> tl.masked.normalize(tl.tensor([0.5, 1.0, 2.0]), 2, 0)
    tensor([0.2182, 0.4364, 0.8729])
    """
def prod(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    *,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """The product of what a mask keeps.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    mask : Tensor (...), optional
        Where it is True the element is taken.

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
    >>> tl.masked.prod(tl.tensor([0.5, 1.0, 2.0]))
    tensor(1.)
    """
def softmax(
    input: Tensor,
    dim: _int,
    *,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """Softmax over what a mask keeps: 0 elsewhere, NaN where it keeps nothing.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    mask : Tensor (...), optional
        Where it is True the element is taken.

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
    >>> tl.masked.softmax(tl.tensor([0.5, 1.0, 2.0]), 0)
    tensor([0.1402, 0.2312, 0.6285])
    """
def softmin(
    input: Tensor,
    dim: _int,
    *,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """Softmax of the negative numbers, over what a mask keeps.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    mask : Tensor (...), optional
        Where it is True the element is taken.

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
    >>> tl.masked.softmin(tl.tensor([0.5, 1.0, 2.0]), 0)
    tensor([0.5465, 0.3315, 0.1220])
    """
def std(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    unbiased: _bool | None = None,
    *,
    correction: _float | None = None,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """The standard deviation of what a mask keeps.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    unbiased : bool, optional
        Whether the variance is divided by one less than the number of elements.
    correction : float, optional
        What is taken from the number of elements: 1 gives the unbiased variance.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    mask : Tensor (...), optional
        Where it is True the element is taken.

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
    >>> tl.masked.std(tl.tensor([0.5, 1.0, 2.0]))
    tensor(0.7638)
    """
def sum(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    *,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """The sum of what a mask keeps.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    mask : Tensor (...), optional
        Where it is True the element is taken.

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
    >>> tl.masked.sum(tl.tensor([0.5, 1.0, 2.0]))
    tensor(3.5000)
    """
def var(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    unbiased: _bool | None = None,
    *,
    correction: _float | None = None,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """The variance of what a mask keeps.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    unbiased : bool, optional
        Whether the variance is divided by one less than the number of elements.
    correction : float, optional
        What is taken from the number of elements: 1 gives the unbiased variance.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    mask : Tensor (...), optional
        Where it is True the element is taken.

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
    >>> tl.masked.var(tl.tensor([0.5, 1.0, 2.0]))
    tensor(0.5833)
    """
