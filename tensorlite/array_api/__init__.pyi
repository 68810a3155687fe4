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
def abs(x: Tensor, /) -> Tensor: ...
def acos(x: Tensor, /) -> Tensor: ...
def acosh(x: Tensor, /) -> Tensor: ...
def add(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def all(
    x: Tensor,
    /,
    *,
    axis: _int | _Sequence[_int] | None = None,
    keepdims: _bool = False,
) -> Tensor: ...
def any(
    x: Tensor,
    /,
    *,
    axis: _int | _Sequence[_int] | None = None,
    keepdims: _bool = False,
) -> Tensor: ...
def arange(
    start: _float,
    /,
    stop: _float | None = None,
    step: _float = 1,
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor: ...
def argmax(x: Tensor, /, *, axis: _int | None = None, keepdims: _bool = False) -> Tensor: ...
def argmin(x: Tensor, /, *, axis: _int | None = None, keepdims: _bool = False) -> Tensor: ...
def argsort(
    x: Tensor,
    /,
    *,
    axis: _int = -1,
    descending: _bool = False,
    stable: _bool = True,
) -> Tensor: ...
def asarray(
    obj: _Any,
    /,
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
    copy: _bool | None = None,
) -> Tensor: ...
def asin(x: Tensor, /) -> Tensor: ...
def asinh(x: Tensor, /) -> Tensor: ...
def astype(
    x: Tensor,
    dtype: _dtype,
    /,
    *,
    copy: _bool = True,
    device: _device | str | _int | None = None,
) -> Tensor: ...
def atan(x: Tensor, /) -> Tensor: ...
def atan2(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def atanh(x: Tensor, /) -> Tensor: ...
def bitwise_and(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def bitwise_invert(x: Tensor, /) -> Tensor: ...
def bitwise_left_shift(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def bitwise_or(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def bitwise_right_shift(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def bitwise_xor(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
bool: _dtype
def broadcast_arrays(*arrays: Tensor) -> tuple[Tensor, ...]: ...
def broadcast_shapes(*shapes: _Sequence[_int]) -> tuple[_int, ...]: ...
def broadcast_to(x: Tensor, /, shape: _Sequence[_int]) -> Tensor: ...
def can_cast(from_: _dtype | Tensor, to: _dtype, /) -> _bool: ...
def ceil(x: Tensor, /) -> Tensor: ...
def clip(
    x: Tensor,
    /,
    min: Tensor | _float | None = None,
    max: Tensor | _float | None = None,
) -> Tensor: ...
complex128: _dtype
complex64: _dtype
def concat(arrays: _Sequence[Tensor], /, *, axis: _int | None = 0) -> Tensor: ...
def conj(x: Tensor, /) -> Tensor: ...
def copysign(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def cos(x: Tensor, /) -> Tensor: ...
def cosh(x: Tensor, /) -> Tensor: ...
def count_nonzero(
    x: Tensor,
    /,
    *,
    axis: _int | _Sequence[_int] | None = None,
    keepdims: _bool = False,
) -> Tensor: ...
def cumulative_prod(
    x: Tensor,
    /,
    *,
    axis: _int | None = None,
    dtype: _dtype | None = None,
    include_initial: _bool = False,
) -> Tensor: ...
def cumulative_sum(
    x: Tensor,
    /,
    *,
    axis: _int | None = None,
    dtype: _dtype | None = None,
    include_initial: _bool = False,
) -> Tensor: ...
def diff(
    x: Tensor,
    /,
    *,
    axis: _int = -1,
    n: _int = 1,
    prepend: Tensor | None = None,
    append: Tensor | None = None,
) -> Tensor: ...
def divide(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
e: _float
def empty(
    shape: _int | _Sequence[_int],
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor: ...
def empty_like(
    x: Tensor,
    /,
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor: ...
def equal(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def exp(x: Tensor, /) -> Tensor: ...
def expand_dims(x: Tensor, /, axis: _int | tuple[_int, ...]) -> Tensor: ...
def expm1(x: Tensor, /) -> Tensor: ...
def eye(
    n_rows: _int,
    n_cols: _int | None = None,
    /,
    *,
    k: _int = 0,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor: ...
from . import fft as fft
def finfo(type: _dtype | Tensor, /) -> _finfo: ...
def flip(x: Tensor, /, *, axis: _int | _Sequence[_int] | None = None) -> Tensor: ...
float32: _dtype
float64: _dtype
def floor(x: Tensor, /) -> Tensor: ...
def floor_divide(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def from_dlpack(
    x: _Any,
    /,
    *,
    device: _device | str | _int | None = None,
    copy: _bool | None = None,
) -> Tensor: ...
def full(
    shape: _int | _Sequence[_int],
    fill_value: _float,
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor: ...
def full_like(
    x: Tensor,
    /,
    fill_value: _float,
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor: ...
def greater(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def greater_equal(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def hypot(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def iinfo(type: _dtype | Tensor, /) -> _iinfo: ...
def imag(x: Tensor, /) -> Tensor: ...
inf: _float
int16: _dtype
int32: _dtype
int64: _dtype
int8: _dtype
def isdtype(dtype: _dtype, kind: _dtype | str | tuple[_dtype | str, ...]) -> _bool: ...
def isfinite(x: Tensor, /) -> Tensor: ...
def isin(x1: Tensor | _float, x2: Tensor | _float, /, *, invert: _bool = False) -> Tensor: ...
def isinf(x: Tensor, /) -> Tensor: ...
def isnan(x: Tensor, /) -> Tensor: ...
def less(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def less_equal(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
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
) -> Tensor: ...
def log(x: Tensor, /) -> Tensor: ...
def log10(x: Tensor, /) -> Tensor: ...
def log1p(x: Tensor, /) -> Tensor: ...
def log2(x: Tensor, /) -> Tensor: ...
def logaddexp(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def logical_and(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def logical_not(x: Tensor, /) -> Tensor: ...
def logical_or(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def logical_xor(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def matmul(x1: Tensor, x2: Tensor, /) -> Tensor: ...
def matrix_transpose(x: Tensor, /) -> Tensor: ...
def max(
    x: Tensor,
    /,
    *,
    axis: _int | _Sequence[_int] | None = None,
    keepdims: _bool = False,
) -> Tensor: ...
def maximum(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def mean(
    x: Tensor,
    /,
    *,
    axis: _int | _Sequence[_int] | None = None,
    keepdims: _bool = False,
) -> Tensor: ...
def meshgrid(*arrays: Tensor, indexing: str = 'xy') -> tuple[Tensor, ...]: ...
def min(
    x: Tensor,
    /,
    *,
    axis: _int | _Sequence[_int] | None = None,
    keepdims: _bool = False,
) -> Tensor: ...
def minimum(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def moveaxis(
    x: Tensor,
    source: _int | _Sequence[_int],
    destination: _int | _Sequence[_int],
    /,
) -> Tensor: ...
def multiply(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
nan: _float
def negative(x: Tensor, /) -> Tensor: ...
newaxis: None
def nextafter(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def nonzero(x: Tensor, /) -> tuple[Tensor, ...]: ...
def not_equal(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def ones(
    shape: _int | _Sequence[_int],
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor: ...
def ones_like(
    x: Tensor,
    /,
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor: ...
def permute_dims(x: Tensor, /, axes: _Sequence[_int]) -> Tensor: ...
pi: _float
def positive(x: Tensor, /) -> Tensor: ...
def pow(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def prod(
    x: Tensor,
    /,
    *,
    axis: _int | _Sequence[_int] | None = None,
    dtype: _dtype | None = None,
    keepdims: _bool = False,
) -> Tensor: ...
def real(x: Tensor, /) -> Tensor: ...
def reciprocal(x: Tensor, /) -> Tensor: ...
def remainder(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def repeat(x: Tensor, repeats: _int | Tensor, /, *, axis: _int | None = None) -> Tensor: ...
def reshape(x: Tensor, /, shape: _Sequence[_int], *, copy: _bool | None = None) -> Tensor: ...
def result_type(*arrays_and_dtypes: Tensor | _dtype | complex) -> _dtype: ...
def roll(
    x: Tensor,
    /,
    shift: _int | tuple[_int, ...],
    *,
    axis: _int | tuple[_int, ...] | None = None,
) -> Tensor: ...
def round(x: Tensor, /) -> Tensor: ...
def searchsorted(
    x1: Tensor,
    x2: Tensor | _float,
    /,
    *,
    side: str = 'left',
    sorter: Tensor | None = None,
) -> Tensor: ...
def sign(x: Tensor, /) -> Tensor: ...
def signbit(x: Tensor, /) -> Tensor: ...
def sin(x: Tensor, /) -> Tensor: ...
def sinh(x: Tensor, /) -> Tensor: ...
def sort(
    x: Tensor,
    /,
    *,
    axis: _int = -1,
    descending: _bool = False,
    stable: _bool = True,
) -> Tensor: ...
def sqrt(x: Tensor, /) -> Tensor: ...
def square(x: Tensor, /) -> Tensor: ...
def squeeze(x: Tensor, /, axis: _int | tuple[_int, ...]) -> Tensor: ...
def stack(arrays: _Sequence[Tensor], /, *, axis: _int = 0) -> Tensor: ...
def std(
    x: Tensor,
    /,
    *,
    axis: _int | _Sequence[_int] | None = None,
    correction: _float = 0.0,
    keepdims: _bool = False,
) -> Tensor: ...
def subtract(x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def sum(
    x: Tensor,
    /,
    *,
    axis: _int | _Sequence[_int] | None = None,
    dtype: _dtype | None = None,
    keepdims: _bool = False,
) -> Tensor: ...
def take(x: Tensor, indices: Tensor, /, *, axis: _int | None = None) -> Tensor: ...
def take_along_axis(x: Tensor, indices: Tensor, /, *, axis: _int = -1) -> Tensor: ...
def tan(x: Tensor, /) -> Tensor: ...
def tanh(x: Tensor, /) -> Tensor: ...
def tensordot(
    x1: Tensor,
    x2: Tensor,
    /,
    *,
    axes: _int | tuple[_Sequence[_int], _Sequence[_int]] = 2,
) -> Tensor: ...
def tile(x: Tensor, repetitions: _Sequence[_int], /) -> Tensor: ...
def tril(x: Tensor, /, *, k: _int = 0) -> Tensor: ...
def triu(x: Tensor, /, *, k: _int = 0) -> Tensor: ...
def trunc(x: Tensor, /) -> Tensor: ...
uint16: _dtype
uint32: _dtype
uint64: _dtype
uint8: _dtype
def unique_all(x: Tensor, /) -> _UniqueAll: ...
def unique_counts(x: Tensor, /) -> _UniqueCounts: ...
def unique_inverse(x: Tensor, /) -> _UniqueInverse: ...
def unique_values(x: Tensor, /) -> Tensor: ...
def unstack(x: Tensor, /, *, axis: _int = 0) -> tuple[Tensor, ...]: ...
def var(
    x: Tensor,
    /,
    *,
    axis: _int | _Sequence[_int] | None = None,
    correction: _float = 0.0,
    keepdims: _bool = False,
) -> Tensor: ...
def vecdot(x1: Tensor, x2: Tensor, /, *, axis: _int = -1) -> Tensor: ...
def where(condition: Tensor, x1: Tensor | _float, x2: Tensor | _float, /) -> Tensor: ...
def zeros(
    shape: _int | _Sequence[_int],
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor: ...
def zeros_like(
    x: Tensor,
    /,
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor: ...
