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

from ..array_api._info import _Info as __Info
from ..array_api._searching import UniqueAll as _UniqueAll
from ..array_api._searching import UniqueCounts as _UniqueCounts
from ..array_api._searching import UniqueInverse as _UniqueInverse
from ..device import device as _device
from ..dtypes import dtype as _dtype
from ..dtypes import finfo as _finfo
from ..dtypes import iinfo as _iinfo
from ..tensor import Tensor

__all__ = [
    "__array_namespace_info__",
    "abs",
    "acos",
    "acosh",
    "add",
    "all",
    "any",
    "arange",
    "argmax",
    "argmin",
    "argsort",
    "asarray",
    "asin",
    "asinh",
    "astype",
    "atan",
    "atan2",
    "atanh",
    "bitwise_and",
    "bitwise_invert",
    "bitwise_left_shift",
    "bitwise_or",
    "bitwise_right_shift",
    "bitwise_xor",
    "bool",
    "broadcast_arrays",
    "broadcast_shapes",
    "broadcast_to",
    "can_cast",
    "ceil",
    "clip",
    "complex128",
    "complex64",
    "concat",
    "conj",
    "copysign",
    "cos",
    "cosh",
    "count_nonzero",
    "cumulative_prod",
    "cumulative_sum",
    "diff",
    "divide",
    "e",
    "empty",
    "empty_like",
    "equal",
    "exp",
    "expand_dims",
    "expm1",
    "eye",
    "fft",
    "finfo",
    "flip",
    "float32",
    "float64",
    "floor",
    "floor_divide",
    "from_dlpack",
    "full",
    "full_like",
    "greater",
    "greater_equal",
    "hypot",
    "iinfo",
    "imag",
    "inf",
    "int16",
    "int32",
    "int64",
    "int8",
    "isdtype",
    "isfinite",
    "isin",
    "isinf",
    "isnan",
    "less",
    "less_equal",
    "linalg",
    "linspace",
    "log",
    "log10",
    "log1p",
    "log2",
    "logaddexp",
    "logical_and",
    "logical_not",
    "logical_or",
    "logical_xor",
    "matmul",
    "matrix_transpose",
    "max",
    "maximum",
    "mean",
    "meshgrid",
    "min",
    "minimum",
    "moveaxis",
    "multiply",
    "nan",
    "negative",
    "newaxis",
    "nextafter",
    "nonzero",
    "not_equal",
    "ones",
    "ones_like",
    "permute_dims",
    "pi",
    "positive",
    "pow",
    "prod",
    "real",
    "reciprocal",
    "remainder",
    "repeat",
    "reshape",
    "result_type",
    "roll",
    "round",
    "searchsorted",
    "sign",
    "signbit",
    "sin",
    "sinh",
    "sort",
    "sqrt",
    "square",
    "squeeze",
    "stack",
    "std",
    "subtract",
    "sum",
    "take",
    "take_along_axis",
    "tan",
    "tanh",
    "tensordot",
    "tile",
    "tril",
    "triu",
    "trunc",
    "uint16",
    "uint32",
    "uint64",
    "uint8",
    "unique_all",
    "unique_counts",
    "unique_inverse",
    "unique_values",
    "unstack",
    "var",
    "vecdot",
    "where",
    "zeros",
    "zeros_like",
]
def __array_namespace_info__() -> __Info: ...
def abs(x: Tensor, /) -> Tensor:
    """`tensorlite.abs` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.abs(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def acos(x: Tensor, /) -> Tensor:
    """`tensorlite.acos` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.acos(tl.tensor([0.5, 1.0, 2.0]))
    tensor([1.0472, 0.0000,    nan])
    """
def acosh(x: Tensor, /) -> Tensor:
    """`tensorlite.acosh` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.acosh(tl.tensor([0.5, 1.0, 2.0]))
    tensor([   nan, 0.0000, 1.3170])
    """
def add(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.add` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.add(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([1., 2., 4.])
    """
def all(
    x: Tensor,
    /,
    *,
    axis: _int | _Sequence[_int] | None = None,
    keepdims: _bool = False,
) -> Tensor:
    """Whether all elements over dims are true.

    Parameters
    ----------
    x : Tensor (...)
    axis : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdims : bool, default False
        Whether dims that are reduced stay, with extent 1.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.all(tl.tensor([0.5, 1.0, 2.0]))
    tensor(True)
    """
def any(
    x: Tensor,
    /,
    *,
    axis: _int | _Sequence[_int] | None = None,
    keepdims: _bool = False,
) -> Tensor:
    """Whether some element over dims is true.

    Parameters
    ----------
    x : Tensor (...)
    axis : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdims : bool, default False
        Whether dims that are reduced stay, with extent 1.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.any(tl.tensor([0.5, 1.0, 2.0]))
    tensor(True)
    """
def arange(
    start: _float,
    /,
    stop: _float | None = None,
    step: _float = 1,
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor:
    """The numbers start, start + step, ... below `stop`; none if the step leads away from it.

    Parameters
    ----------
    start : float
        Where it begins.
    stop : float, optional
    step : float, default 1
        By how much each is more than the one before.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    device : device or str or int, optional
        Where the result lies; by default the default device.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.arange(0)
    tensor([], dtype=tensorlite.int64)
    """
def argmax(x: Tensor, /, *, axis: _int | None = None, keepdims: _bool = False) -> Tensor:
    """Where the largest element is, the first of equals; in the flat tensor without an axis.

    Parameters
    ----------
    x : Tensor (...)
    axis : int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdims : bool, default False
        Whether dims that are reduced stay, with extent 1.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.argmax(tl.tensor([0.5, 1.0, 2.0]))
    tensor(2)
    """
def argmin(x: Tensor, /, *, axis: _int | None = None, keepdims: _bool = False) -> Tensor:
    """Where the smallest element is, the first of equals; in the flat tensor without an axis.

    Parameters
    ----------
    x : Tensor (...)
    axis : int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdims : bool, default False
        Whether dims that are reduced stay, with extent 1.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.argmin(tl.tensor([0.5, 1.0, 2.0]))
    tensor(0)
    """
def argsort(
    x: Tensor,
    /,
    *,
    axis: _int = -1,
    descending: _bool = False,
    stable: _bool = True,
) -> Tensor:
    """The indices that would sort along a dim.

    Parameters
    ----------
    x : Tensor (...)
    axis : int, default -1
        The dim or dims along which it goes; negative ones count from the last.
    descending : bool, default False
        Whether the largest come first.
    stable : bool, default True
        Whether equal elements keep their order.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.argsort(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0, 1, 2])
    """
def asarray(
    obj: _Any,
    /,
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
    copy: _bool | None = None,
) -> Tensor:
    """A tensor of numbers, nested sequences, arrays or buffers.

    Parameters
    ----------
    obj : object
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    copy : bool, optional
        True for memory of its own, False to refuse to make any; by default it is made if needed.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.asarray(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def asin(x: Tensor, /) -> Tensor:
    """`tensorlite.asin` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.asin(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5236, 1.5708,    nan])
    """
def asinh(x: Tensor, /) -> Tensor:
    """`tensorlite.asinh` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.asinh(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.4812, 0.8814, 1.4436])
    """
def astype(
    x: Tensor,
    dtype: _dtype,
    /,
    *,
    copy: _bool = True,
    device: _device | str | _int | None = None,
) -> Tensor:
    """A tensor's elements in another dtype; without `copy`, x itself if nothing changes.

    Parameters
    ----------
    x : Tensor (...)
    dtype : dtype
        Of the result; by default that of the input, or what its type rule gives.
    copy : bool, default True
    device : device or str or int, optional
        Where the result lies; by default the default device.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.astype(tl.tensor([0.5, 1.0, 2.0]), tl.float64)
    tensor([0.5000, 1.0000, 2.0000], dtype=tensorlite.float64)
    """
def atan(x: Tensor, /) -> Tensor:
    """`tensorlite.atan` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.atan(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.4636, 0.7854, 1.1071])
    """
def atan2(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.atan2` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.atan2(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.7854, 0.7854, 0.7854])
    """
def atanh(x: Tensor, /) -> Tensor:
    """`tensorlite.atanh` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.atanh(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5493,    inf,    nan])
    """
def bitwise_and(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.bitwise_and` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.bitwise_and(tl.tensor([1, 2, 3]), tl.tensor([1, 2, 3]))
    tensor([1, 2, 3])
    """
def bitwise_invert(x: Tensor, /) -> Tensor:
    """`tensorlite.bitwise_not` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.bitwise_invert(tl.tensor([1, 2, 3]))
    tensor([-2, -3, -4])
    """
def bitwise_left_shift(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.bitwise_left_shift` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.bitwise_left_shift(tl.tensor([1, 2, 3]), tl.tensor([1, 2, 3]))
    tensor([ 2,  8, 24])
    """
def bitwise_or(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.bitwise_or` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.bitwise_or(tl.tensor([1, 2, 3]), tl.tensor([1, 2, 3]))
    tensor([1, 2, 3])
    """
def bitwise_right_shift(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.bitwise_right_shift` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.bitwise_right_shift(tl.tensor([1, 2, 3]), tl.tensor([1, 2, 3]))
    tensor([0, 0, 0])
    """
def bitwise_xor(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.bitwise_xor` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.bitwise_xor(tl.tensor([1, 2, 3]), tl.tensor([1, 2, 3]))
    tensor([0, 0, 0])
    """
bool: _dtype
def broadcast_arrays(*arrays: Tensor) -> tuple[Tensor, ...]:
    """Views of tensors in their common shape.

    Parameters
    ----------
    *arrays : Tensor (...)

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.broadcast_arrays(tl.tensor([0.5, 1.0, 2.0]))
    (tensor([0.5000, 1.0000, 2.0000]),)
    """
def broadcast_shapes(*shapes: _Sequence[_int]) -> tuple[_int, ...]:
    """The common shape.

    Parameters
    ----------
    *shapes : sequence of int

    Returns
    -------
    tuple of int

    Raises
    ------
    ValueError
        If there is none.

    Examples
    --------
    >>> tl.array_api.broadcast_shapes(3)
    (3,)
    """
def broadcast_to(x: Tensor, /, shape: _Sequence[_int]) -> Tensor:
    """A view of x in a larger shape.

    Parameters
    ----------
    x : Tensor (...)
    shape : sequence of int
        The shape: integers, or one sequence of them; one may be -1.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.broadcast_to(tl.tensor([0.5, 1.0, 2.0]), (1, -1))
    tensor([[0.5000, 1.0000, 2.0000]])
    """
def can_cast(from_: _dtype | Tensor, to: _dtype, /) -> _bool:
    """Whether promotion ever leads from a dtype, or a tensor's, to another one.

    Parameters
    ----------
    from_ : dtype or Tensor (...)
    to : dtype

    Returns
    -------
    bool

    Examples
    --------
    >>> tl.array_api.can_cast(tl.tensor([0.5, 1.0, 2.0]), tl.float64)
    True
    """
def ceil(x: Tensor, /) -> Tensor:
    """`tensorlite.ceil` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.ceil(tl.tensor([0.5, 1.0, 2.0]))
    tensor([1., 1., 2.])
    """
def clip(
    x: Tensor,
    /,
    min: Tensor | _float | None = None,
    max: Tensor | _float | None = None,
) -> Tensor:
    """x, but at least `min` and at most `max`, in the dtype of x.

    Parameters
    ----------
    x : Tensor (...)
    min : Tensor (...) or number, optional
        The lower bound.
    max : Tensor (...) or number, optional
        The upper bound.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.clip(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
complex128: _dtype
complex64: _dtype
def concat(arrays: _Sequence[Tensor], /, *, axis: _int | None = 0) -> Tensor:
    """Tensors one after the other along a dim; flattened before if `axis` is None.

    Parameters
    ----------
    arrays : sequence of Tensor (...)
    axis : int or None, default 0
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.concat(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([4., 1., 1., 3.])
    """
def conj(x: Tensor, /) -> Tensor:
    """`tensorlite.conj` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.conj(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def copysign(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.copysign` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.copysign(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def cos(x: Tensor, /) -> Tensor:
    """`tensorlite.cos` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.cos(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 0.8776,  0.5403, -0.4161])
    """
def cosh(x: Tensor, /) -> Tensor:
    """`tensorlite.cosh` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.cosh(tl.tensor([0.5, 1.0, 2.0]))
    tensor([1.1276, 1.5431, 3.7622])
    """
def count_nonzero(
    x: Tensor,
    /,
    *,
    axis: _int | _Sequence[_int] | None = None,
    keepdims: _bool = False,
) -> Tensor:
    """How many elements over dims are not zero.

    Parameters
    ----------
    x : Tensor (...)
    axis : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdims : bool, default False
        Whether dims that are reduced stay, with extent 1.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.count_nonzero(tl.tensor([0.5, 1.0, 2.0]))
    tensor(3)
    """
def cumulative_prod(
    x: Tensor,
    /,
    *,
    axis: _int | None = None,
    dtype: _dtype | None = None,
    include_initial: _bool = False,
) -> Tensor:
    """The products of the elements so far along a dim; with `include_initial` 1 comes first.

    Parameters
    ----------
    x : Tensor (...)
    axis : int, optional
        The dim or dims along which it goes; negative ones count from the last.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    include_initial : bool, default False

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.cumulative_prod(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 0.5000, 1.0000])
    """
def cumulative_sum(
    x: Tensor,
    /,
    *,
    axis: _int | None = None,
    dtype: _dtype | None = None,
    include_initial: _bool = False,
) -> Tensor:
    """The sums of the elements so far along a dim; with `include_initial` 0 comes first.

    Parameters
    ----------
    x : Tensor (...)
    axis : int, optional
        The dim or dims along which it goes; negative ones count from the last.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    include_initial : bool, default False

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.cumulative_sum(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.5000, 3.5000])
    """
def diff(
    x: Tensor,
    /,
    *,
    axis: _int = -1,
    n: _int = 1,
    prepend: Tensor | None = None,
    append: Tensor | None = None,
) -> Tensor:
    """The differences of neighbours along a dim, `n` times.

    Parameters
    ----------
    x : Tensor (...)
    axis : int, default -1
        The dim or dims along which it goes; negative ones count from the last.
    n : int, default 1
        How often differences are taken.
    prepend : Tensor (...), optional
    append : Tensor (...), optional

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.diff(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000])
    """
def divide(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.div` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.divide(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([1., 1., 1.])
    """
e: _float
def empty(
    shape: _int | _Sequence[_int],
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor:
    """A tensor whose elements are not set.

    Parameters
    ----------
    shape : int or tuple of int
        The shape: integers, or one sequence of them; one may be -1.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    device : device or str or int, optional
        Where the result lies; by default the default device.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.empty(tl.tensor([1, 2, 3])).shape
    tensorlite.Size([1, 2, 3])
    """
def empty_like(
    x: Tensor,
    /,
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor:
    """A tensor of x's shape whose elements are not set.

    Parameters
    ----------
    x : Tensor (...)
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    device : device or str or int, optional
        Where the result lies; by default the default device.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.empty_like(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def equal(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.eq` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.equal(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([True, True, True])
    """
def exp(x: Tensor, /) -> Tensor:
    """`tensorlite.exp` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.exp(tl.tensor([0.5, 1.0, 2.0]))
    tensor([1.6487, 2.7183, 7.3891])
    """
def expand_dims(x: Tensor, /, axis: _int | tuple[_int, ...]) -> Tensor:
    """x with new dims of extent 1, at these places of the result.

    Parameters
    ----------
    x : Tensor (...)
    axis : int or tuple of int
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.expand_dims(tl.tensor([0.5, 1.0, 2.0]), 0)
    tensor([[0.5000, 1.0000, 2.0000]])
    """
def expm1(x: Tensor, /) -> Tensor:
    """`tensorlite.expm1` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.expm1(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.6487, 1.7183, 6.3891])
    """
def eye(
    n_rows: _int,
    n_cols: _int | None = None,
    /,
    *,
    k: _int = 0,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor:
    """Zeros with ones on the diagonal number `k`, counted to the right.

    Parameters
    ----------
    n_rows : int
    n_cols : int, optional
    k : int, default 0
        Which diagonal: 0 the main one, positive ones above it.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    device : device or str or int, optional
        Where the result lies; by default the default device.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.eye(3)
    tensor([[1., 0., 0.],
            [0., 1., 0.],
            [0., 0., 1.]])
    """
from . import fft as fft
def finfo(type: _dtype | Tensor, /) -> _finfo:
    """The limits of a floating point dtype, or of a tensor's.

    Parameters
    ----------
    type : dtype or Tensor (...)

    Returns
    -------
    finfo

    Examples
    --------
    >>> tl.array_api.finfo(tl.tensor([0.5, 1.0, 2.0]))
    finfo(resolution=1e-06, min=-3.40282e+38, max=3.40282e+38, eps=1.19209e-07, smallest_normal=1.17549e-38, tiny=1.17549e-38, dtype=float32)
    """
def flip(x: Tensor, /, *, axis: _int | _Sequence[_int] | None = None) -> Tensor:
    """The elements in reverse order along dims, by default all.

    Parameters
    ----------
    x : Tensor (...)
    axis : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.flip(tl.tensor([0.5, 1.0, 2.0]))
    tensor([2.0000, 1.0000, 0.5000])
    """
float32: _dtype
float64: _dtype
def floor(x: Tensor, /) -> Tensor:
    """`tensorlite.floor` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.floor(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 1., 2.])
    """
def floor_divide(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """The quotient rounded down; of one infinite operand the quotient as it is.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.floor_divide(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([1., 1., 1.])
    """
def from_dlpack(
    x: _Any,
    /,
    *,
    device: _device | str | _int | None = None,
    copy: _bool | None = None,
) -> Tensor:
    """A tensor that shares the memory of whatever speaks DLPack, or copies it.

    Parameters
    ----------
    x : object
    device : device or str or int, optional
        Where the result lies; by default the default device.
    copy : bool, optional

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.from_dlpack(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def full(
    shape: _int | _Sequence[_int],
    fill_value: _float,
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor:
    """A tensor of one value, whose kind gives the dtype.

    Parameters
    ----------
    shape : int or tuple of int
        The shape: integers, or one sequence of them; one may be -1.
    fill_value : float
        The number that each element becomes.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    device : device or str or int, optional
        Where the result lies; by default the default device.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.full(tl.tensor([1, 2, 3]), 7.0)
    tensor([[[7., 7., 7.],
             [7., 7., 7.]]])
    """
def full_like(
    x: Tensor,
    /,
    fill_value: _float,
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor:
    """One value in x's shape.

    Parameters
    ----------
    x : Tensor (...)
    fill_value : float
        The number that each element becomes.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    device : device or str or int, optional
        Where the result lies; by default the default device.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.full_like(tl.tensor([0.5, 1.0, 2.0]), 7.0)
    tensor([7., 7., 7.])
    """
def greater(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.gt` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.greater(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([False, False, False])
    """
def greater_equal(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.ge` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.greater_equal(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([True, True, True])
    """
def hypot(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.hypot` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.hypot(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.7071, 1.4142, 2.8284])
    """
def iinfo(type: _dtype | Tensor, /) -> _iinfo:
    """The limits of an integer dtype, or of a tensor's.

    Parameters
    ----------
    type : dtype or Tensor (...)

    Returns
    -------
    iinfo

    Examples
    --------
    >>> tl.array_api.iinfo(tl.tensor([1, 2, 3]))
    iinfo(min=-9223372036854775808, max=9223372036854775807, dtype=int64)
    """
def imag(x: Tensor, /) -> Tensor:
    """The imaginary part of complex numbers.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.imag(tl.tensor([1 + 2j]))
    tensor([2.])
    """
inf: _float
int16: _dtype
int32: _dtype
int64: _dtype
int8: _dtype
def isdtype(dtype: _dtype, kind: _dtype | str | tuple[_dtype | str, ...]) -> _bool:
    """Whether a dtype is of a kind ("bool", "integral", ...), is another dtype, or is any of some.

    Parameters
    ----------
    dtype : dtype
        Of the result; by default that of the input, or what its type rule gives.
    kind : dtype or str or tuple of dtype or str

    Returns
    -------
    bool

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.array_api.isdtype(tl.int8, ("bool", "signed integer"))
    True
    """
def isfinite(x: Tensor, /) -> Tensor:
    """`tensorlite.isfinite` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.isfinite(tl.tensor([0.5, 1.0, 2.0]))
    tensor([True, True, True])
    """
def isin(x1: Tensor | _float, x2: Tensor | _float, /, *, invert: _bool = False) -> Tensor:
    """Whether each element of x1 is one of x2's.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number
    invert : bool, default False

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.isin(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([True, True, True])
    """
def isinf(x: Tensor, /) -> Tensor:
    """`tensorlite.isinf` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.isinf(tl.tensor([0.5, 1.0, 2.0]))
    tensor([False, False, False])
    """
def isnan(x: Tensor, /) -> Tensor:
    """`tensorlite.isnan` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.isnan(tl.tensor([0.5, 1.0, 2.0]))
    tensor([False, False, False])
    """
def less(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.lt` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.less(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([False, False, False])
    """
def less_equal(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.le` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.less_equal(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([True, True, True])
    """
from . import linalg as linalg
def linspace(
    start: _float,
    stop: _float,
    /,
    num: _int,
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
    endpoint: _bool = True,
) -> Tensor:
    """`num` numbers from start to stop at equal distances; without `endpoint` stop is left out.

    Parameters
    ----------
    start : float
        Where it begins.
    stop : float
    num : int
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    endpoint : bool, default True

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.linspace(3, 0, 0)
    tensor([])
    """
def log(x: Tensor, /) -> Tensor:
    """`tensorlite.log` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.log(tl.tensor([0.5, 1.0, 2.0]))
    tensor([-0.6931,  0.0000,  0.6931])
    """
def log10(x: Tensor, /) -> Tensor:
    """`tensorlite.log10` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.log10(tl.tensor([0.5, 1.0, 2.0]))
    tensor([-0.3010,  0.0000,  0.3010])
    """
def log1p(x: Tensor, /) -> Tensor:
    """`tensorlite.log1p` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.log1p(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.4055, 0.6931, 1.0986])
    """
def log2(x: Tensor, /) -> Tensor:
    """`tensorlite.log2` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.log2(tl.tensor([0.5, 1.0, 2.0]))
    tensor([-1.,  0.,  1.])
    """
def logaddexp(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.logaddexp` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.logaddexp(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([1.1931, 1.6931, 2.6931])
    """
def logical_and(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.logical_and` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.logical_and(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([True, True, True])
    """
def logical_not(x: Tensor, /) -> Tensor:
    """`tensorlite.logical_not` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.logical_not(tl.tensor([0.5, 1.0, 2.0]))
    tensor([False, False, False])
    """
def logical_or(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.logical_or` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.logical_or(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([True, True, True])
    """
def logical_xor(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.logical_xor` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.logical_xor(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([False, False, False])
    """
def matmul(x1: Tensor, x2: Tensor, /) -> Tensor:
    """The product of matrices, batched, or with vectors.

    Parameters
    ----------
    x1 : Tensor (...)
    x2 : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.matmul(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(5.2500)
    """
def matrix_transpose(x: Tensor, /) -> Tensor:
    """The last two dims swapped.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.matrix_transpose(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[4., 1.],
            [1., 3.]])
    """
def max(
    x: Tensor,
    /,
    *,
    axis: _int | _Sequence[_int] | None = None,
    keepdims: _bool = False,
) -> Tensor:
    """The largest element over dims.

    Parameters
    ----------
    x : Tensor (...)
    axis : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdims : bool, default False
        Whether dims that are reduced stay, with extent 1.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.max(tl.tensor([0.5, 1.0, 2.0]))
    tensor(2.)
    """
def maximum(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.maximum` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.maximum(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def mean(
    x: Tensor,
    /,
    *,
    axis: _int | _Sequence[_int] | None = None,
    keepdims: _bool = False,
) -> Tensor:
    """The mean over dims.

    Parameters
    ----------
    x : Tensor (...)
    axis : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdims : bool, default False
        Whether dims that are reduced stay, with extent 1.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.mean(tl.tensor([0.5, 1.0, 2.0]))
    tensor(1.1667)
    """
def meshgrid(*arrays: Tensor, indexing: str = 'xy') -> tuple[Tensor, ...]:
    """The coordinates of a grid; "xy" has the first array along the second dim.

    Parameters
    ----------
    *arrays : Tensor (...)
    indexing : str, default 'xy'

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.meshgrid(tl.tensor([0.5, 1.0, 2.0]))
    (tensor([0.5000, 1.0000, 2.0000]),)
    """
def min(
    x: Tensor,
    /,
    *,
    axis: _int | _Sequence[_int] | None = None,
    keepdims: _bool = False,
) -> Tensor:
    """The smallest element over dims.

    Parameters
    ----------
    x : Tensor (...)
    axis : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdims : bool, default False
        Whether dims that are reduced stay, with extent 1.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.min(tl.tensor([0.5, 1.0, 2.0]))
    tensor(0.5000)
    """
def minimum(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.minimum` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.minimum(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def moveaxis(
    x: Tensor,
    source: _int | _Sequence[_int],
    destination: _int | _Sequence[_int],
    /,
) -> Tensor:
    """x with dims moved to other places.

    Parameters
    ----------
    x : Tensor (...)
    source : int or tuple of int
    destination : int or tuple of int

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.moveaxis(tl.zeros(2, 3, 4), 0, -1).shape
    tensorlite.Size([3, 4, 2])
    """
def multiply(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.mul` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.multiply(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.2500, 1.0000, 4.0000])
    """
nan: _float
def negative(x: Tensor, /) -> Tensor:
    """`tensorlite.neg` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.negative(tl.tensor([0.5, 1.0, 2.0]))
    tensor([-0.5000, -1.0000, -2.0000])
    """
newaxis: None
def nextafter(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.nextafter` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.nextafter(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def nonzero(x: Tensor, /) -> tuple[Tensor, ...]:
    """The indices of what is not zero, a tuple with a tensor for each dim; there has to be one.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.nonzero(tl.tensor([0.5, 1.0, 2.0]))
    (tensor([0, 1, 2]),)
    """
def not_equal(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.ne` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.not_equal(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([False, False, False])
    """
def ones(
    shape: _int | _Sequence[_int],
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor:
    """A tensor of ones.

    Parameters
    ----------
    shape : int or tuple of int
        The shape: integers, or one sequence of them; one may be -1.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    device : device or str or int, optional
        Where the result lies; by default the default device.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.ones(tl.tensor([1, 2, 3]))
    tensor([[[1., 1., 1.],
             [1., 1., 1.]]])
    """
def ones_like(
    x: Tensor,
    /,
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor:
    """Ones in x's shape.

    Parameters
    ----------
    x : Tensor (...)
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    device : device or str or int, optional
        Where the result lies; by default the default device.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.ones_like(tl.tensor([0.5, 1.0, 2.0]))
    tensor([1., 1., 1.])
    """
def permute_dims(x: Tensor, /, axes: _Sequence[_int]) -> Tensor:
    """The dims in another order.

    Parameters
    ----------
    x : Tensor (...)
    axes : sequence of int
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
    >>> tl.array_api.permute_dims(tl.tensor([0.5, 1.0, 2.0]), 0)
    tensor([0.5000, 1.0000, 2.0000])
    """
pi: _float
def positive(x: Tensor, /) -> Tensor:
    """`tensorlite.positive` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.positive(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def pow(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.pow` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.pow(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.7071, 1.0000, 4.0000])
    """
def prod(
    x: Tensor,
    /,
    *,
    axis: _int | _Sequence[_int] | None = None,
    dtype: _dtype | None = None,
    keepdims: _bool = False,
) -> Tensor:
    """The product over dims, in the dtype of `sum`.

    Parameters
    ----------
    x : Tensor (...)
    axis : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    keepdims : bool, default False
        Whether dims that are reduced stay, with extent 1.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.prod(tl.tensor([0.5, 1.0, 2.0]))
    tensor(1.)
    """
def real(x: Tensor, /) -> Tensor:
    """The real part.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.real(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def reciprocal(x: Tensor, /) -> Tensor:
    """`tensorlite.reciprocal` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.reciprocal(tl.tensor([0.5, 1.0, 2.0]))
    tensor([2.0000, 1.0000, 0.5000])
    """
def remainder(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """What `floor_divide` leaves, with the sign of x2, which a zero has too.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.remainder(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 0., 0.])
    """
def repeat(x: Tensor, repeats: _int | Tensor, /, *, axis: _int | None = None) -> Tensor:
    """Each element `repeats` times, along a dim or of all.

    Parameters
    ----------
    x : Tensor (...)
    repeats : int or Tensor (...)
        How often each dim, or element, is repeated.
    axis : int, optional
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.repeat(tl.tensor([0.5, 1.0, 2.0]), 2)
    tensor([0.5000, 0.5000, 1.0000, 1.0000, 2.0000, 2.0000])
    """
def reshape(x: Tensor, /, shape: _Sequence[_int], *, copy: _bool | None = None) -> Tensor:
    """x in another shape, a view if that is possible.

    Parameters
    ----------
    x : Tensor (...)
    shape : sequence of int
        The shape: integers, or one sequence of them; one may be -1.
    copy : bool, optional

    Returns
    -------
    Tensor (...)

    Raises
    ------
    ValueError
        If `copy` is False and a copy would be needed.

    Examples
    --------
    >>> tl.array_api.reshape(tl.tensor([0.5, 1.0, 2.0]), (1, -1))
    tensor([[0.5000, 1.0000, 2.0000]])
    """
def result_type(*arrays_and_dtypes: Tensor | _dtype | complex) -> _dtype:
    """The dtype in which tensors, dtypes and Python numbers meet.

    Each tensor counts with its dtype, whatever its shape; a number only with its kind.

    Parameters
    ----------
    *arrays_and_dtypes : Tensor (...) or dtype or complex

    Returns
    -------
    dtype

    Raises
    ------
    TypeError
        If there is no tensor and no dtype, or a number is of a higher kind than all of them.

    Examples
    --------
    >>> tl.array_api.result_type(tl.tensor([0.5, 1.0, 2.0]))
    tensorlite.float32
    """
def roll(
    x: Tensor,
    /,
    shift: _int | tuple[_int, ...],
    *,
    axis: _int | tuple[_int, ...] | None = None,
) -> Tensor:
    """The elements moved along dims, and in again at the other end.

    Parameters
    ----------
    x : Tensor (...)
    shift : int or tuple of int
    axis : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.roll(tl.tensor([0.5, 1.0, 2.0]), 0)
    tensor([0.5000, 1.0000, 2.0000])
    """
def round(x: Tensor, /) -> Tensor:
    """`tensorlite.round` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.round(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 1., 2.])
    """
def searchsorted(
    x1: Tensor,
    x2: Tensor | _float,
    /,
    *,
    side: str = 'left',
    sorter: Tensor | None = None,
) -> Tensor:
    """Where elements of x2 would stand in the sorted x1.

    Parameters
    ----------
    x1 : Tensor (...)
    x2 : Tensor (...) or number
    side : str, default 'left'
    sorter : Tensor (...), optional

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.searchsorted(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([0, 1, 2])
    """
def sign(x: Tensor, /) -> Tensor:
    """The direction of each number: -1, 0 or 1, and NaN of NaN; x / abs(x) of complex ones.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.sign(tl.tensor([0.5, 1.0, 2.0]))
    tensor([1., 1., 1.])
    """
def signbit(x: Tensor, /) -> Tensor:
    """`tensorlite.signbit` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.signbit(tl.tensor([0.5, 1.0, 2.0]))
    tensor([False, False, False])
    """
def sin(x: Tensor, /) -> Tensor:
    """`tensorlite.sin` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.sin(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.4794, 0.8415, 0.9093])
    """
def sinh(x: Tensor, /) -> Tensor:
    """`tensorlite.sinh` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.sinh(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5211, 1.1752, 3.6269])
    """
def sort(
    x: Tensor,
    /,
    *,
    axis: _int = -1,
    descending: _bool = False,
    stable: _bool = True,
) -> Tensor:
    """The elements in order along a dim.

    Parameters
    ----------
    x : Tensor (...)
    axis : int, default -1
        The dim or dims along which it goes; negative ones count from the last.
    descending : bool, default False
        Whether the largest come first.
    stable : bool, default True
        Whether equal elements keep their order.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.sort(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def sqrt(x: Tensor, /) -> Tensor:
    """`tensorlite.sqrt` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.sqrt(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.7071, 1.0000, 1.4142])
    """
def square(x: Tensor, /) -> Tensor:
    """`tensorlite.square` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.square(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.2500, 1.0000, 4.0000])
    """
def squeeze(x: Tensor, /, axis: _int | tuple[_int, ...]) -> Tensor:
    """x without these dims, whose extent has to be 1.

    Parameters
    ----------
    x : Tensor (...)
    axis : int or tuple of int
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.squeeze(tl.arange(4.0).reshape(1, 1, 4), 0)
    tensor([[0., 1., 2., 3.]])
    """
def stack(arrays: _Sequence[Tensor], /, *, axis: _int = 0) -> Tensor:
    """Tensors of one shape along a new dim.

    Parameters
    ----------
    arrays : sequence of Tensor (...)
    axis : int, default 0
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.stack(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def std(
    x: Tensor,
    /,
    *,
    axis: _int | _Sequence[_int] | None = None,
    correction: _float = 0.0,
    keepdims: _bool = False,
) -> Tensor:
    """The square root of `var`.

    Parameters
    ----------
    x : Tensor (...)
    axis : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    correction : float, default 0.0
        What is taken from the number of elements: 1 gives the unbiased variance.
    keepdims : bool, default False
        Whether dims that are reduced stay, with extent 1.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.std(tl.tensor([0.5, 1.0, 2.0]))
    tensor(0.6236)
    """
def subtract(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """`tensorlite.sub` of operands in the dtype of `result_type`.

    Parameters
    ----------
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.subtract(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 0., 0.])
    """
def sum(
    x: Tensor,
    /,
    *,
    axis: _int | _Sequence[_int] | None = None,
    dtype: _dtype | None = None,
    keepdims: _bool = False,
) -> Tensor:
    """The sum over dims; integers are summed in 64 bits, unsigned ones stay unsigned.

    Parameters
    ----------
    x : Tensor (...)
    axis : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    keepdims : bool, default False
        Whether dims that are reduced stay, with extent 1.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.sum(tl.tensor([0.5, 1.0, 2.0]))
    tensor(3.5000)
    """
def take(x: Tensor, indices: Tensor, /, *, axis: _int | None = None) -> Tensor:
    """The parts at these places of a dim; of the only one if `axis` is None.

    Parameters
    ----------
    x : Tensor (...)
    indices : Tensor (...)
    axis : int, optional
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.take(tl.tensor([10, 20, 30]), tl.tensor([2, 0]))
    tensor([30, 10])
    """
def take_along_axis(x: Tensor, indices: Tensor, /, *, axis: _int = -1) -> Tensor:
    """Along a dim the elements at places that differ from line to line.

    Parameters
    ----------
    x : Tensor (...)
    indices : Tensor (...)
    axis : int, default -1
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> x = tl.tensor([[3.0, 1.0], [2.0, 4.0]])
    >>> tl.array_api.take_along_axis(x, x.argsort(1), axis=1)
    tensor([[1., 3.],
            [2., 4.]])
    """
def tan(x: Tensor, /) -> Tensor:
    """`tensorlite.tan` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.tan(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 0.5463,  1.5574, -2.1850])
    """
def tanh(x: Tensor, /) -> Tensor:
    """`tensorlite.tanh` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.tanh(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.4621, 0.7616, 0.9640])
    """
def tensordot(
    x1: Tensor,
    x2: Tensor,
    /,
    *,
    axes: _int | tuple[_Sequence[_int], _Sequence[_int]] = 2,
) -> Tensor:
    """The product summed over pairs of dims: the last of x1 with the first of x2, or as named.

    Parameters
    ----------
    x1 : Tensor (...)
    x2 : Tensor (...)
    axes : int or tuple of sequence of int, default 2
        How many dims are summed over, or a list of them for each operand.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.tensordot(tl.arange(4.0).reshape(1, 1, 4), tl.arange(4.0).reshape(1, 1, 4))
    tensor([[ 0.,  6., 12., 18.]])
    """
def tile(x: Tensor, repetitions: _Sequence[_int], /) -> Tensor:
    """Copies of x side by side.

    Parameters
    ----------
    x : Tensor (...)
    repetitions : sequence of int

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.tile(tl.tensor([0.5, 1.0, 2.0]), 0)
    tensor([])
    """
def tril(x: Tensor, /, *, k: _int = 0) -> Tensor:
    """Matrices without what lies above the diagonal number `k`.

    Parameters
    ----------
    x : Tensor (...)
    k : int, default 0
        Which diagonal: 0 the main one, positive ones above it.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.tril(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[4., 0.],
            [1., 3.]])
    """
def triu(x: Tensor, /, *, k: _int = 0) -> Tensor:
    """Matrices without what lies below the diagonal number `k`.

    Parameters
    ----------
    x : Tensor (...)
    k : int, default 0
        Which diagonal: 0 the main one, positive ones above it.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.triu(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[4., 1.],
            [0., 3.]])
    """
def trunc(x: Tensor, /) -> Tensor:
    """`tensorlite.trunc` under the standard's name.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.trunc(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 1., 2.])
    """
uint16: _dtype
uint32: _dtype
uint64: _dtype
uint8: _dtype
def unique_all(x: Tensor, /) -> _UniqueAll:
    """The distinct elements in order, with all that is known of them; each NaN is distinct.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    UniqueAll

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.unique_all(tl.tensor([0.5, 1.0, 2.0]))
    UniqueAll(values=tensor([0.5000, 1.0000, 2.0000]), indices=tensor([0, 1, 2]), inverse_indices=tensor([0, 1, 2]), counts=tensor([1, 1, 1]))
    """
def unique_counts(x: Tensor, /) -> _UniqueCounts:
    """The distinct elements in order, and how often each occurs.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    UniqueCounts

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.unique_counts(tl.tensor([0.5, 1.0, 2.0]))
    UniqueCounts(values=tensor([0.5000, 1.0000, 2.0000]), counts=tensor([1, 1, 1]))
    """
def unique_inverse(x: Tensor, /) -> _UniqueInverse:
    """The distinct elements in order, and where each element of x is among them.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    UniqueInverse

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.unique_inverse(tl.tensor([0.5, 1.0, 2.0]))
    UniqueInverse(values=tensor([0.5000, 1.0000, 2.0000]), inverse_indices=tensor([0, 1, 2]))
    """
def unique_values(x: Tensor, /) -> Tensor:
    """The distinct elements in order.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.unique_values(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def unstack(x: Tensor, /, *, axis: _int = 0) -> tuple[Tensor, ...]:
    """The parts along a dim, a tuple.

    Parameters
    ----------
    x : Tensor (...)
    axis : int, default 0
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.unstack(tl.tensor([0.5, 1.0, 2.0]))
    (tensor(0.5000), tensor(1.), tensor(2.))
    """
def var(
    x: Tensor,
    /,
    *,
    axis: _int | _Sequence[_int] | None = None,
    correction: _float = 0.0,
    keepdims: _bool = False,
) -> Tensor:
    """The mean squared distance from the mean over dims, divided by n - correction.

    Parameters
    ----------
    x : Tensor (...)
    axis : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    correction : float, default 0.0
        What is taken from the number of elements: 1 gives the unbiased variance.
    keepdims : bool, default False
        Whether dims that are reduced stay, with extent 1.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.var(tl.tensor([0.5, 1.0, 2.0]))
    tensor(0.3889)
    """
def vecdot(x1: Tensor, x2: Tensor, /, *, axis: _int = -1) -> Tensor:
    """The inner products along a dim, of the same extent in both; the conjugate of x1 is taken.

    Parameters
    ----------
    x1 : Tensor (...)
    x2 : Tensor (...)
    axis : int, default -1
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.vecdot(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(5.2500)
    """
def where(condition: Tensor, x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor:
    """x1 where the condition holds, else x2.

    Parameters
    ----------
    condition : Tensor (...)
    x1 : Tensor (...) or number
    x2 : Tensor (...) or number

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.where(tl.tensor([True, False]), tl.tensor([1 + 2j]), tl.tensor([1 + 2j]))
    tensor([1.+2.j, 1.+2.j])
    """
def zeros(
    shape: _int | _Sequence[_int],
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor:
    """A tensor of zeros.

    Parameters
    ----------
    shape : int or tuple of int
        The shape: integers, or one sequence of them; one may be -1.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    device : device or str or int, optional
        Where the result lies; by default the default device.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.array_api.zeros(tl.tensor([1, 2, 3]))
    tensor([[[0., 0., 0.],
             [0., 0., 0.]]])
    """
def zeros_like(
    x: Tensor,
    /,
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor:
    """Zeros in x's shape.

    Parameters
    ----------
    x : Tensor (...)
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    device : device or str or int, optional
        Where the result lies; by default the default device.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.zeros_like(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 0., 0.])
    """
