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

from .autograd import enable_grad as enable_grad
from .autograd import inference_mode as inference_mode
from .autograd import no_grad as no_grad
from .autograd import set_grad_enabled as set_grad_enabled
from .cuda import OutOfMemoryError as OutOfMemoryError
from .device import device as _device
from .device import device as device
from .dtypes import dtype as _dtype
from .dtypes import dtype as dtype
from .dtypes import finfo as finfo
from .dtypes import iinfo as iinfo
from .errors import TraceError as TraceError
from .formats import layout as _layout
from .formats import layout as layout
from .formats import memory_format as _memory_format
from .formats import memory_format as memory_format
from .ops.divisors import frexp_result as _frexp_result
from .ops.generators import Generator as Generator
from .ops.generators import Generator as _Generator
from .ops.histogram import histogram_result as _histogram_result
from .ops.histogram import histogramdd_result as _histogramdd_result
from .ops.matrix_results import geqrf as _geqrf
from .ops.matrix_results import linalg_qr as _linalg_qr
from .ops.matrix_results import linalg_slogdet as _linalg_slogdet
from .ops.matrix_results import lu_unpack as _lu_unpack
from .ops.matrix_results import svd as _svd
from .ops.matrix_results import triangular_solve as _triangular_solve
from .ops.reduction import aminmax_result as _aminmax_result
from .ops.results import ValuesIndices as _ValuesIndices
from .ops.storages import TypedStorage as TypedStorage
from .ops.storages import UntypedStorage as UntypedStorage
from .plan.compiled import Compiled as _Compiled
from .plan.compiled import Model as _Model
from .plan.compiled import P as _P
from .shapes import Size as Size
from .shapes import Size as _Size
from .tensor import Tensor as Tensor
from contextlib import AbstractContextManager as _AbstractContextManager

_R = _TypeVar("_R")

from .version import __version__ as __version__
from .futures import Future as Future
from .amp import GradScaler as GradScaler
from . import _C as _C
from . import __config__ as __config__
from .conditions import _assert as _assert
from .conditions import _assert_async as _assert_async
from .conditions import _check as _check
from .conditions import _check_index as _check_index
from .conditions import _check_is_size as _check_is_size
from .conditions import _check_not_implemented as _check_not_implemented
from .conditions import _check_tensor_all as _check_tensor_all
from .conditions import _check_type as _check_type
from .conditions import _check_value as _check_value
from .conditions import _check_with as _check_with
from .distributions.utils import _sample_dirichlet as _sample_dirichlet
from .distributions.utils import _standard_gamma as _standard_gamma
from . import accelerator as accelerator
from . import amp as amp
from . import array_api as array_api
from .amp import autocast as autocast
from . import autograd as autograd
from . import backends as backends
from . import compiler as compiler
from . import cpu as cpu
from . import cuda as cuda
from . import distributed as distributed
from . import distributions as distributions
from .notebook import draw as draw
from . import fft as fft
from . import func as func
from . import futures as futures
from . import fx as fx
from . import hub as hub
from . import jit as jit
kernels: _Any
from . import linalg as linalg
from .serialization import load as load
from .notebook import load_ipython_extension as load_ipython_extension
from . import masked as masked
from . import mps as mps
from . import mtia as mtia
from . import multiprocessing as multiprocessing
from . import nn as nn
from . import notebook as notebook
from . import onnx as onnx
from . import optim as optim
from .notebook import progress as progress
from . import quasirandom as quasirandom
from . import random as random
from . import return_types as return_types
from . import safetensors as safetensors
from .serialization import save as save
scalars: _Any
from . import serialization as serialization
from . import signal as signal
from . import sklearn as sklearn
from . import special as special
from .notebook import summary as summary
from . import testing as testing
from . import types as types
from . import utils as utils
from .func import vmap as vmap
from . import xpu as xpu
BFloat16Tensor: type[Tensor]
BoolTensor: type[Tensor]
ByteTensor: type[Tensor]
CharTensor: type[Tensor]
DoubleTensor: type[Tensor]
FloatTensor: type[Tensor]
HalfTensor: type[Tensor]
IntTensor: type[Tensor]
LongTensor: type[Tensor]
ShortTensor: type[Tensor]
UInt16Tensor: type[Tensor]
UInt32Tensor: type[Tensor]
UInt64Tensor: type[Tensor]
def abs(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def abs_(input: Tensor) -> Tensor: ...
def absolute(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def absolute_(input: Tensor) -> Tensor: ...
def acos(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def acos_(input: Tensor) -> Tensor: ...
def acosh(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def acosh_(input: Tensor) -> Tensor: ...
def adaptive_avg_pool1d(input: Tensor, output_size: _int | _Sequence[_int | None]) -> Tensor: ...
def add(
    input: Tensor,
    other: Tensor | _float,
    *,
    alpha: _float = 1,
    out: Tensor | None = None,
) -> Tensor: ...
def addbmm(
    input: Tensor,
    batch1: Tensor,
    batch2: Tensor,
    *,
    beta: _float = 1,
    alpha: _float = 1,
    out: Tensor | None = None,
) -> Tensor: ...
def addcdiv(
    input: Tensor,
    tensor1: Tensor,
    tensor2: Tensor,
    *,
    value: Tensor | _float = 1,
    out: Tensor | None = None,
) -> Tensor: ...
def addcmul(
    input: Tensor,
    tensor1: Tensor,
    tensor2: Tensor,
    *,
    value: Tensor | _float = 1,
    out: Tensor | None = None,
) -> Tensor: ...
def addmm(
    input: Tensor,
    mat1: Tensor,
    mat2: Tensor,
    *,
    beta: _float = 1,
    alpha: _float = 1,
    out: Tensor | None = None,
) -> Tensor: ...
def addmv(
    input: Tensor,
    mat: Tensor,
    vec: Tensor,
    *,
    beta: _float = 1,
    alpha: _float = 1,
    out: Tensor | None = None,
) -> Tensor: ...
def addmv_(
    self: Tensor,
    mat: Tensor,
    vec: Tensor,
    *,
    beta: _float = 1,
    alpha: _float = 1,
) -> Tensor: ...
def addr(
    input: Tensor,
    vec1: Tensor,
    vec2: Tensor,
    *,
    beta: _float = 1,
    alpha: _float = 1,
    out: Tensor | None = None,
) -> Tensor: ...
def adjoint(input: Tensor) -> Tensor: ...
def alias_copy(input: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def all(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    keepdim: _bool = False,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def allclose(
    input: Tensor,
    other: Tensor,
    rtol: _float = 1e-05,
    atol: _float = 1e-08,
    equal_nan: _bool = False,
) -> _bool: ...
def amax(
    input: Tensor,
    dim: _int | _Sequence[_int] = (),
    keepdim: _bool = False,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def amin(
    input: Tensor,
    dim: _int | _Sequence[_int] = (),
    keepdim: _bool = False,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def aminmax(
    input: Tensor,
    *,
    dim: _int | _Sequence[_int] | None = None,
    keepdim: _bool = False,
    out: _Sequence[Tensor] | None = None,
) -> _aminmax_result: ...
def angle(input: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def any(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    keepdim: _bool = False,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def arange(
    start: Tensor | _float = 0,
    end: Tensor | _float | None = None,
    step: _float = 1,
    *,
    out: Tensor | None = None,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor: ...
def arccos(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def arccos_(input: Tensor) -> Tensor: ...
def arccosh(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def arccosh_(input: Tensor) -> Tensor: ...
def arcsin(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def arcsin_(input: Tensor) -> Tensor: ...
def arcsinh(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def arcsinh_(input: Tensor) -> Tensor: ...
def arctan(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def arctan2(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def arctan_(input: Tensor) -> Tensor: ...
def arctanh(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def arctanh_(input: Tensor) -> Tensor: ...
def are_deterministic_algorithms_enabled() -> _bool: ...
def argmax(
    input: Tensor,
    dim: _int | None = None,
    keepdim: _bool = False,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def argmin(
    input: Tensor,
    dim: _int | None = None,
    keepdim: _bool = False,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def argsort(
    input: Tensor,
    dim: _int = -1,
    descending: _bool = False,
    stable: _bool = False,
) -> Tensor: ...
def argwhere(input: Tensor) -> Tensor: ...
def as_strided(
    input: Tensor,
    size: _Sequence[_int],
    stride: _Sequence[_int],
    storage_offset: _int | None = None,
) -> Tensor: ...
def as_strided_copy(
    input: Tensor,
    size: _Sequence[_int],
    stride: _Sequence[_int],
    storage_offset: _int | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def as_strided_scatter(
    input: Tensor,
    src: Tensor | _float,
    size: _Sequence[_int],
    stride: _Sequence[_int],
    storage_offset: _int | None = None,
) -> Tensor: ...
def as_tensor(
    data: _Any,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor: ...
def asarray(
    obj: _Any,
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
    copy: _bool | None = None,
    requires_grad: _bool | None = None,
) -> Tensor: ...
def asin(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def asin_(input: Tensor) -> Tensor: ...
def asinh(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def asinh_(input: Tensor) -> Tensor: ...
def atan(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def atan2(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def atan_(input: Tensor) -> Tensor: ...
def atanh(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def atanh_(input: Tensor) -> Tensor: ...
def atleast_1d(*tensors: Tensor | _Sequence[Tensor]) -> _Any: ...
def atleast_2d(*tensors: Tensor | _Sequence[Tensor]) -> _Any: ...
def atleast_3d(*tensors: Tensor | _Sequence[Tensor]) -> _Any: ...
def avg_pool1d(
    input: Tensor,
    kernel_size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int] | None = None,
    padding: _int | _Sequence[_int] = 0,
    ceil_mode: _bool = False,
    count_include_pad: _bool = True,
) -> Tensor: ...
def baddbmm(
    input: Tensor,
    batch1: Tensor,
    batch2: Tensor,
    *,
    beta: _float = 1,
    alpha: _float = 1,
    out: Tensor | None = None,
) -> Tensor: ...
def bartlett_window(
    window_length: _int,
    periodic: _bool = True,
    *,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor: ...
def bernoulli(
    input: Tensor,
    p: _float | None = None,
    *,
    generator: _Generator | None = None,
    out: Tensor | None = None,
) -> Tensor: ...
bfloat16: _dtype
def bilinear(
    input1: Tensor,
    input2: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
) -> Tensor: ...
def bincount(input: Tensor, weights: Tensor | None = None, minlength: _int = 0) -> Tensor: ...
def binomial(count: Tensor, prob: Tensor, generator: _Generator | None = None) -> Tensor: ...
def bitwise_and(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def bitwise_left_shift(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def bitwise_not(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def bitwise_not_(input: Tensor) -> Tensor: ...
def bitwise_or(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def bitwise_right_shift(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def bitwise_xor(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def blackman_window(
    window_length: _int,
    periodic: _bool = True,
    *,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor: ...
def block_diag(*tensors: Tensor | _Sequence[Tensor]) -> Tensor: ...
def bmm(input: Tensor, mat2: Tensor, *, out: Tensor | None = None) -> Tensor: ...
bool: _dtype
def broadcast_shapes(*sizes: _int | _Sequence[_int]) -> _Size: ...
def broadcast_tensors(*tensors: Tensor) -> tuple[Tensor, ...]: ...
def broadcast_to(input: Tensor, *shape: _int | _Sequence[_int]) -> Tensor: ...
def bucketize(
    input: Tensor | _float,
    boundaries: Tensor,
    *,
    out_int32: _bool = False,
    right: _bool = False,
    out: Tensor | None = None,
) -> Tensor: ...
def can_cast(from_: _dtype, to: _dtype) -> _bool: ...
def cartesian_prod(*tensors: Tensor) -> Tensor: ...
def cat(
    tensors: Tensor | _Sequence[Tensor],
    dim: _int = 0,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def cbrt(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def cdist(
    x1: Tensor,
    x2: Tensor,
    p: _float = 2.0,
    compute_mode: str | _int | None = 'use_mm_for_euclid_dist_if_necessary',
) -> Tensor: ...
cdouble: _dtype
def ceil(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def ceil_(input: Tensor) -> Tensor: ...
def celu(input: Tensor, alpha: _float = 1.0, inplace: _bool = False) -> Tensor: ...
def celu_(input: Tensor, alpha: _float = 1.0) -> Tensor: ...
cfloat: _dtype
def chain_matmul(*matrices: Tensor | _Sequence[Tensor], out: Tensor | None = None) -> Tensor: ...
def channel_shuffle(input: Tensor, groups: _int) -> Tensor: ...
channels_last: _memory_format
channels_last_3d: _memory_format
def cholesky(input: Tensor, upper: _bool = False, *, out: Tensor | None = None) -> Tensor: ...
def cholesky_inverse(L: Tensor, upper: _bool = False, *, out: Tensor | None = None) -> Tensor: ...
def cholesky_solve(
    input: Tensor,
    input2: Tensor,
    upper: _bool = False,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def chunk(input: Tensor, chunks: _int, dim: _int = 0) -> tuple[Tensor, ...]: ...
def clamp(
    input: Tensor,
    min: Tensor | _float | None = None,
    max: Tensor | _float | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def clamp_(
    input: Tensor,
    min: Tensor | _float | None = None,
    max: Tensor | _float | None = None,
) -> Tensor: ...
def clamp_max(input: Tensor, max: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def clamp_max_(input: Tensor, max: Tensor | _float) -> Tensor: ...
def clamp_min(input: Tensor, min: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def clamp_min_(input: Tensor, min: Tensor | _float) -> Tensor: ...
def clip(
    input: Tensor,
    min: Tensor | _float | None = None,
    max: Tensor | _float | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def clip_(
    input: Tensor,
    min: Tensor | _float | None = None,
    max: Tensor | _float | None = None,
) -> Tensor: ...
def clone(input: Tensor, *, memory_format: _memory_format | None = None) -> Tensor: ...
def column_stack(tensors: Tensor | _Sequence[Tensor], *, out: Tensor | None = None) -> Tensor: ...
def combinations(input: Tensor, r: _int = 2, with_replacement: _bool = False) -> Tensor: ...
@_overload
def compile(function: _Model, *, check_every: _int | None = None, **options: _Any) -> _Model: ...
@_overload
def compile(
    function: _Callable[_P, _R],
    *,
    check_every: _int | None = None,
    **options: _Any,
) -> _Compiled[_P, _R]: ...
@_overload
def compile(
    function: None = None,
    *,
    check_every: _int | None = None,
    **options: _Any,
) -> _Callable[[_Callable[_P, _R]], _Compiled[_P, _R]]: ...
def compiled_with_cxx11_abi() -> _bool: ...
def complex(real: Tensor, imag: Tensor, *, out: Tensor | None = None) -> Tensor: ...
complex128: _dtype
complex64: _dtype
def concat(
    tensors: Tensor | _Sequence[Tensor],
    dim: _int = 0,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def concatenate(
    tensors: Tensor | _Sequence[Tensor],
    dim: _int = 0,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def conj(input: Tensor) -> Tensor: ...
def conj_physical(input: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def conj_physical_(self: Tensor) -> Tensor: ...
def constant_pad_nd(input: Tensor, pad: _Sequence[_int], value: _float = 0) -> Tensor: ...
contiguous_format: _memory_format
def conv1d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: _int | _Sequence[_int] = 1,
    padding: _int | _Sequence[_int] | str = 0,
    dilation: _int | _Sequence[_int] = 1,
    groups: _int = 1,
) -> Tensor: ...
def conv2d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: _int | _Sequence[_int] = 1,
    padding: _int | _Sequence[_int] | str = 0,
    dilation: _int | _Sequence[_int] = 1,
    groups: _int = 1,
) -> Tensor: ...
def conv3d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: _int | _Sequence[_int] = 1,
    padding: _int | _Sequence[_int] | str = 0,
    dilation: _int | _Sequence[_int] = 1,
    groups: _int = 1,
) -> Tensor: ...
def conv_tbc(input: Tensor, weight: Tensor, bias: Tensor, pad: _int = 0) -> Tensor: ...
def conv_transpose1d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: _int | _Sequence[_int] = 1,
    padding: _int | _Sequence[_int] = 0,
    output_padding: _int | _Sequence[_int] = 0,
    groups: _int = 1,
    dilation: _int | _Sequence[_int] = 1,
) -> Tensor: ...
def conv_transpose2d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: _int | _Sequence[_int] = 1,
    padding: _int | _Sequence[_int] = 0,
    output_padding: _int | _Sequence[_int] = 0,
    groups: _int = 1,
    dilation: _int | _Sequence[_int] = 1,
) -> Tensor: ...
def conv_transpose3d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: _int | _Sequence[_int] = 1,
    padding: _int | _Sequence[_int] = 0,
    output_padding: _int | _Sequence[_int] = 0,
    groups: _int = 1,
    dilation: _int | _Sequence[_int] = 1,
) -> Tensor: ...
def copysign(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def corrcoef(input: Tensor) -> Tensor: ...
def cos(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def cos_(input: Tensor) -> Tensor: ...
def cosh(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def cosh_(input: Tensor) -> Tensor: ...
def cosine_similarity(x1: Tensor, x2: Tensor, dim: _int = 1, eps: _float = 1e-08) -> Tensor: ...
def count_nonzero(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    *dims: _int,
) -> Tensor: ...
def cov(
    input: Tensor,
    *,
    correction: _float = 1,
    fweights: Tensor | None = None,
    aweights: Tensor | None = None,
) -> Tensor: ...
def cross(
    input: Tensor,
    other: Tensor,
    dim: _int | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def cross_entropy(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    ignore_index: _int = -100,
    reduction: str = 'mean',
    label_smoothing: _float = 0.0,
) -> Tensor: ...
def cummax(input: Tensor, dim: _int, *, out: _Sequence[Tensor] | None = None) -> _ValuesIndices: ...
def cummin(input: Tensor, dim: _int, *, out: _Sequence[Tensor] | None = None) -> _ValuesIndices: ...
def cumprod(
    input: Tensor,
    dim: _int,
    *,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor: ...
def cumsum(
    input: Tensor,
    dim: _int,
    *,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor: ...
def cumulative_trapezoid(
    y: Tensor,
    x: Tensor | None = None,
    *,
    dx: _float = 1,
    dim: _int = -1,
) -> Tensor: ...
default_generator: _Generator
def deg2rad(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def deg2rad_(input: Tensor) -> Tensor: ...
def det(input: Tensor) -> Tensor: ...
def detach(self: Tensor) -> Tensor: ...
def detach_(self: Tensor) -> Tensor: ...
def detach_copy(input: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def diag(input: Tensor, diagonal: _int = 0, *, out: Tensor | None = None) -> Tensor: ...
def diag_embed(input: Tensor, offset: _int = 0, dim1: _int = -2, dim2: _int = -1) -> Tensor: ...
def diagflat(input: Tensor, offset: _int = 0) -> Tensor: ...
def diagonal(input: Tensor, offset: _int = 0, dim1: _int = 0, dim2: _int = 1) -> Tensor: ...
def diagonal_copy(
    input: Tensor,
    offset: _int = 0,
    dim1: _int = 0,
    dim2: _int = 1,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def diagonal_scatter(
    input: Tensor,
    src: Tensor | _float,
    offset: _int = 0,
    dim1: _int = 0,
    dim2: _int = 1,
) -> Tensor: ...
def diff(
    input: Tensor,
    n: _int = 1,
    dim: _int = -1,
    prepend: Tensor | None = None,
    append: Tensor | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def digamma(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def digamma_(input: Tensor) -> Tensor: ...
def dist(input: Tensor, other: Tensor | _float, p: _float = 2) -> Tensor: ...
def div(
    input: Tensor,
    other: Tensor | _float,
    *,
    rounding_mode: str | None = None,
    out: Tensor | None = None,
) -> Tensor: ...
def divide(
    input: Tensor,
    other: Tensor | _float,
    *,
    rounding_mode: str | None = None,
    out: Tensor | None = None,
) -> Tensor: ...
def dot(input: Tensor, tensor: Tensor, *, out: Tensor | None = None) -> Tensor: ...
double: _dtype
def dropout(
    input: Tensor,
    p: _float = 0.5,
    train: _bool = True,
    *,
    generator: _Generator | None = None,
) -> Tensor: ...
def dsplit(
    input: Tensor,
    indices_or_sections: _int | _Sequence[_int] | Tensor,
) -> tuple[Tensor, ...]: ...
def dstack(tensors: Tensor | _Sequence[Tensor], *, out: Tensor | None = None) -> Tensor: ...
e: _float
def einsum(equation: str | Tensor, *operands: Tensor | _Sequence[_Any]) -> Tensor: ...
@_overload
def elementwise(
    function: None = None,
    *,
    grad: _Callable[..., _Any] | _Mapping[str, _Callable[..., _Any]] | None = None,
    kind: str = 'float',
    name: str | None = None,
) -> _Callable[[_Callable[..., _Any]], _Callable[..., Tensor]]: ...
@_overload
def elementwise(
    function: _Callable[..., _Any],
    *,
    grad: _Callable[..., _Any] | _Mapping[str, _Callable[..., _Any]] | None = None,
    kind: str = 'float',
    name: str | None = None,
) -> _Callable[..., Tensor]: ...
def embedding(
    weight: Tensor,
    input: Tensor,
    padding_idx: _int = -1,
    scale_grad_by_freq: _bool = False,
    sparse: _bool = False,
) -> Tensor: ...
def empty(
    *size: _int | _Sequence[_int],
    out: Tensor | None = None,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
    memory_format: _memory_format | None = None,
) -> Tensor: ...
def empty_like(
    input: Tensor,
    *,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
    memory_format: _memory_format | None = None,
) -> Tensor: ...
def empty_permuted(
    size: _Sequence[_int],
    physical_layout: _Sequence[_int],
    *,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor: ...
def empty_strided(
    size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int],
    *,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor: ...
def eq(input: Tensor | _float, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def equal(input: Tensor, other: Tensor) -> _bool: ...
def erf(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def erf_(input: Tensor) -> Tensor: ...
def erfc(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def erfc_(input: Tensor) -> Tensor: ...
def erfinv(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def erfinv_(input: Tensor) -> Tensor: ...
def exp(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def exp2(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def exp2_(input: Tensor) -> Tensor: ...
def exp_(input: Tensor) -> Tensor: ...
def expand_copy(
    input: Tensor,
    size: _int | _Sequence[_int],
    *,
    implicit: _bool = False,
    out: Tensor | None = None,
) -> Tensor: ...
def expit(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def expit_(input: Tensor) -> Tensor: ...
def expm1(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def expm1_(input: Tensor) -> Tensor: ...
def eye(
    n: _int,
    m: _int | None = None,
    *,
    out: Tensor | None = None,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor: ...
def fill(input: Tensor, value: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def fill_(self: Tensor, value: Tensor | _float) -> Tensor: ...
def fix(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def fix_(input: Tensor) -> Tensor: ...
def flatten(input: Tensor, start_dim: _int = 0, end_dim: _int = -1) -> Tensor: ...
def flip(
    input: Tensor,
    *axes: _int | _Sequence[_int],
    dims: _int | _Sequence[_int] | None = None,
) -> Tensor: ...
def fliplr(input: Tensor) -> Tensor: ...
def flipud(input: Tensor) -> Tensor: ...
float: _dtype
float16: _dtype
float32: _dtype
float64: _dtype
def float_power(
    input: Tensor | _float,
    exponent: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def floor(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def floor_(input: Tensor) -> Tensor: ...
def floor_divide(input: Tensor, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def fmax(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def fmin(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def fmod(input: Tensor, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def frac(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def frac_(input: Tensor) -> Tensor: ...
def frexp(input: Tensor, *, out: _Sequence[Tensor] | None = None) -> _frexp_result: ...
def from_dlpack(
    ext_tensor: _Any,
    *,
    device: _device | str | _int | None = None,
    copy: _bool | None = None,
) -> Tensor: ...
def from_numpy(ndarray: _ndarray[_Any, _Any]) -> Tensor: ...
def frombuffer(
    buffer: _Any,
    *,
    dtype: _dtype,
    count: _int = -1,
    offset: _int = 0,
    requires_grad: _bool = False,
) -> Tensor: ...
def full(
    size: _int | _Sequence[_int],
    fill_value: Tensor | _float,
    *,
    out: Tensor | None = None,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor: ...
def full_like(
    input: Tensor,
    fill_value: Tensor | _float,
    *,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
    memory_format: _memory_format | None = None,
) -> Tensor: ...
def gather(
    input: Tensor,
    dim: _int,
    index: Tensor,
    *,
    sparse_grad: _bool = False,
    out: Tensor | None = None,
) -> Tensor: ...
def gcd(input: Tensor | _float, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def gcd_(input: Tensor, other: Tensor | _float) -> Tensor: ...
def ge(input: Tensor | _float, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def geqrf(input: Tensor, *, out: _Sequence[Tensor] | None = None) -> _geqrf: ...
def ger(input: Tensor, vec2: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def get_autocast_dtype(device_type: str) -> _dtype: ...
def get_default_device() -> _device: ...
def get_default_dtype() -> _dtype: ...
def get_deterministic_debug_mode() -> _int: ...
def get_device(self: Tensor) -> _int: ...
def get_float32_matmul_precision() -> str: ...
def get_num_interop_threads() -> _int: ...
def get_num_threads() -> _int: ...
def get_printoptions() -> dict[_Any, _Any]: ...
def get_rng_state() -> Tensor: ...
def gradient(
    input: Tensor,
    *,
    spacing: _float | _Sequence[_float] | Tensor | _Sequence[Tensor] | None = 1,
    dim: _int | _Sequence[_int] | None = None,
    edge_order: _int = 1,
) -> tuple[Tensor, ...]: ...
def greater(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def greater_equal(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def grid_sampler_2d(
    input: Tensor,
    grid: Tensor,
    interpolation_mode: _int,
    padding_mode: _int,
    align_corners: _bool,
) -> Tensor: ...
def grid_sampler_3d(
    input: Tensor,
    grid: Tensor,
    interpolation_mode: _int,
    padding_mode: _int,
    align_corners: _bool,
) -> Tensor: ...
def group_norm(
    input: Tensor,
    num_groups: _int,
    weight: Tensor | None = None,
    bias: Tensor | None = None,
    eps: _float = 1e-05,
    cudnn_enabled: _bool = True,
) -> Tensor: ...
def gt(input: Tensor | _float, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
half: _dtype
def hamming_window(
    window_length: _int,
    periodic: _bool = True,
    alpha: _float = 0.54,
    beta: _float = 0.46,
    *,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor: ...
def hann_window(
    window_length: _int,
    periodic: _bool = True,
    *,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor: ...
def hardshrink(input: Tensor, lambd: _float = 0.5) -> Tensor: ...
def heaviside(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def histc(
    input: Tensor,
    bins: _int = 100,
    min: Tensor | _float = 0,
    max: Tensor | _float = 0,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def histogram(
    input: Tensor,
    bins: _int | Tensor = 100,
    *,
    range: tuple[_float, _float] | None = None,
    weight: Tensor | None = None,
    density: _bool = False,
    out: _Sequence[Tensor] | None = None,
) -> _histogram_result: ...
def histogramdd(
    input: Tensor,
    bins: _int | _Sequence[_int] | _Sequence[Tensor],
    *,
    range: tuple[_float, _float] | None = None,
    weight: Tensor | None = None,
    density: _bool = False,
) -> _histogramdd_result: ...
def hsplit(
    input: Tensor,
    indices_or_sections: _int | _Sequence[_int] | Tensor,
) -> tuple[Tensor, ...]: ...
def hstack(tensors: Tensor | _Sequence[Tensor], *, out: Tensor | None = None) -> Tensor: ...
def hypot(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def i0(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def i0_(input: Tensor) -> Tensor: ...
def igamma(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def igammac(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def imag(input: Tensor) -> Tensor: ...
def index_add(
    input: Tensor,
    dim: _int,
    index: Tensor,
    source: Tensor,
    *,
    alpha: _float = 1,
    out: Tensor | None = None,
) -> Tensor: ...
def index_copy(
    input: Tensor,
    dim: _int,
    index: Tensor,
    source: Tensor,
    *,
    alpha: _float = 1,
    out: Tensor | None = None,
) -> Tensor: ...
def index_fill(input: Tensor, dim: _int, index: Tensor, value: Tensor | _float) -> Tensor: ...
def index_put(
    input: Tensor,
    indices: _Sequence[Tensor],
    values: Tensor,
    accumulate: _bool = False,
) -> Tensor: ...
def index_put_(
    self: Tensor,
    indices: _Sequence[Tensor],
    values: Tensor,
    accumulate: _bool = False,
) -> Tensor: ...
def index_reduce(
    input: Tensor,
    dim: _int,
    index: Tensor,
    source: Tensor,
    reduce: str,
    *,
    include_self: _bool = True,
    out: Tensor | None = None,
) -> Tensor: ...
def index_select(
    input: Tensor,
    dim: _int,
    index: Tensor,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
inf: _float
def initial_seed() -> _int: ...
def inner(input: Tensor, other: Tensor, *, out: Tensor | None = None) -> Tensor: ...
int: _dtype
int16: _dtype
int32: _dtype
int64: _dtype
int8: _dtype
def inv(input: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def inverse(input: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def is_anomaly_check_nan_enabled() -> _bool: ...
def is_anomaly_enabled() -> _bool: ...
def is_autocast_enabled(device_type: str | None = None) -> _bool: ...
def is_complex(input: Tensor) -> _bool: ...
def is_conj(input: Tensor) -> _bool: ...
def is_deterministic_algorithms_warn_only_enabled() -> _bool: ...
def is_distributed(input: Tensor) -> _bool: ...
def is_floating_point(input: Tensor) -> _bool: ...
def is_grad_enabled() -> _bool: ...
def is_inference(input: Tensor) -> _bool: ...
def is_inference_mode_enabled() -> _bool: ...
def is_neg(input: Tensor) -> _bool: ...
def is_nonzero(input: Tensor) -> _bool: ...
def is_same_size(self: Tensor, other: Tensor) -> _bool: ...
def is_signed(input: Tensor) -> _bool: ...
def is_storage(obj: _Any) -> _bool: ...
def is_tensor(x: _Any) -> _bool: ...
def is_vulkan_available() -> _bool: ...
def is_warn_always_enabled() -> _bool: ...
def isclose(
    input: Tensor,
    other: Tensor,
    rtol: _float = 1e-05,
    atol: _float = 1e-08,
    equal_nan: _bool = False,
) -> Tensor: ...
def isfinite(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def isin(
    elements: Tensor | _float,
    test_elements: Tensor | _float,
    *,
    assume_unique: _bool = False,
    invert: _bool = False,
    out: Tensor | None = None,
) -> Tensor: ...
def isinf(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def isnan(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def isneginf(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def isposinf(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def isreal(input: Tensor) -> Tensor: ...
def istft(
    input: Tensor,
    n_fft: _int,
    hop_length: _int | None = None,
    win_length: _int | None = None,
    window: Tensor | None = None,
    center: _bool = True,
    normalized: _bool = False,
    onesided: _bool | None = None,
    length: _int | None = None,
    return_complex: _bool = False,
) -> Tensor: ...
jagged: _layout
def kaiser_window(
    window_length: _int,
    periodic: _bool = True,
    beta: _float = 12.0,
    *,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor: ...
def kron(input: Tensor, other: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def kthvalue(
    input: Tensor,
    k: _int,
    dim: _int = -1,
    keepdim: _bool = False,
    *,
    out: _Sequence[Tensor] | None = None,
) -> _ValuesIndices: ...
def layer_norm(
    input: Tensor,
    normalized_shape: _int | _Sequence[_int],
    weight: Tensor | None = None,
    bias: Tensor | None = None,
    eps: _float = 1e-05,
    cudnn_enable: _bool = True,
) -> Tensor: ...
def lcm(input: Tensor | _float, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def lcm_(input: Tensor, other: Tensor | _float) -> Tensor: ...
def ldexp(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def ldexp_(input: Tensor, other: Tensor | _float) -> Tensor: ...
def le(input: Tensor | _float, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def lerp(
    input: Tensor,
    end: Tensor | _float,
    weight: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def less(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def less_equal(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def lgamma(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def lgamma_(input: Tensor) -> Tensor: ...
def linspace(
    start: Tensor | _float,
    end: Tensor | _float,
    steps: _int,
    *,
    out: Tensor | None = None,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor: ...
def log(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def log10(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def log10_(input: Tensor) -> Tensor: ...
def log1p(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def log1p_(input: Tensor) -> Tensor: ...
def log2(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def log2_(input: Tensor) -> Tensor: ...
def log_(input: Tensor) -> Tensor: ...
def log_softmax(
    input: Tensor,
    dim: _int,
    dtype: _dtype | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def logaddexp(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def logaddexp2(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def logcumsumexp(input: Tensor, dim: _int, *, out: Tensor | None = None) -> Tensor: ...
def logdet(input: Tensor) -> Tensor: ...
def logical_and(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def logical_not(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def logical_not_(input: Tensor) -> Tensor: ...
def logical_or(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def logical_xor(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def logit(input: Tensor, eps: _float | None = None, *, out: Tensor | None = None) -> Tensor: ...
def logit_(self: Tensor, eps: _float | None = None) -> Tensor: ...
def logspace(
    start: Tensor | _float,
    end: Tensor | _float,
    steps: _int,
    base: _float = 10.0,
    *,
    out: Tensor | None = None,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor: ...
def logsumexp(
    input: Tensor,
    dim: _int | _Sequence[_int],
    keepdim: _bool = False,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
long: _dtype
def lt(input: Tensor | _float, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def lu(A: Tensor, pivot: _bool = True, get_infos: _bool = False) -> tuple[Tensor, ...]: ...
def lu_solve(
    input: Tensor,
    LU_data: Tensor,
    LU_pivots: Tensor,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def lu_unpack(
    LU_data: Tensor,
    LU_pivots: Tensor,
    unpack_data: _bool = True,
    unpack_pivots: _bool = True,
    *,
    out: _Sequence[Tensor] | None = None,
) -> _lu_unpack: ...
def manual_seed(seed: _int) -> _Generator: ...
def masked_fill(input: Tensor, mask: Tensor, value: Tensor | _float) -> Tensor: ...
def masked_scatter(input: Tensor, mask: Tensor, source: Tensor) -> Tensor: ...
def masked_select(input: Tensor, mask: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def matmul(input: Tensor, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def matrix_exp(input: Tensor) -> Tensor: ...
def matrix_power(input: Tensor, n: _int, *, out: Tensor | None = None) -> Tensor: ...
@_overload
def max(input: Tensor, *, other: Tensor | None = None, out: Tensor | None = None) -> Tensor: ...
@_overload
def max(input: Tensor, dim: Tensor, *, out: Tensor | None = None) -> Tensor: ...
@_overload
def max(
    input: Tensor,
    dim: _int,
    keepdim: _bool = False,
    *,
    out: _Sequence[Tensor] | None = None,
) -> _ValuesIndices: ...
def max_pool1d(
    input: Tensor,
    kernel_size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int] | None = None,
    padding: _int | _Sequence[_int] = 0,
    dilation: _int | _Sequence[_int] = 1,
    ceil_mode: _bool = False,
    return_indices: _bool = False,
) -> _Any: ...
def max_pool2d(
    input: Tensor,
    kernel_size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int] | None = None,
    padding: _int | _Sequence[_int] = 0,
    dilation: _int | _Sequence[_int] = 1,
    ceil_mode: _bool = False,
    return_indices: _bool = False,
) -> _Any: ...
def max_pool3d(
    input: Tensor,
    kernel_size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int] | None = None,
    padding: _int | _Sequence[_int] = 0,
    dilation: _int | _Sequence[_int] = 1,
    ceil_mode: _bool = False,
    return_indices: _bool = False,
) -> _Any: ...
def maximum(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def mean(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    keepdim: _bool = False,
    *,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor: ...
@_overload
def median(input: Tensor, *, out: Tensor | None = None) -> Tensor: ...
@_overload
def median(
    input: Tensor,
    dim: _int,
    keepdim: _bool = False,
    *,
    out: _Sequence[Tensor] | None = None,
) -> _ValuesIndices: ...
def meshgrid(*tensors: Tensor | _Sequence[Tensor], indexing: str = 'ij') -> tuple[Tensor, ...]: ...
@_overload
def min(input: Tensor, *, other: Tensor | None = None, out: Tensor | None = None) -> Tensor: ...
@_overload
def min(input: Tensor, dim: Tensor, *, out: Tensor | None = None) -> Tensor: ...
@_overload
def min(
    input: Tensor,
    dim: _int,
    keepdim: _bool = False,
    *,
    out: _Sequence[Tensor] | None = None,
) -> _ValuesIndices: ...
def minimum(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def mm(input: Tensor, mat2: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def mode(
    input: Tensor,
    dim: _int = -1,
    keepdim: _bool = False,
    *,
    out: _Sequence[Tensor] | None = None,
) -> _ValuesIndices: ...
def moveaxis(
    input: Tensor,
    source: _int | _Sequence[_int],
    destination: _int | _Sequence[_int],
) -> Tensor: ...
def movedim(
    input: Tensor,
    source: _int | _Sequence[_int],
    destination: _int | _Sequence[_int],
) -> Tensor: ...
def msort(input: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def mul(input: Tensor | _float, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def multinomial(
    input: Tensor,
    num_samples: _int,
    replacement: _bool = False,
    *,
    generator: _Generator | None = None,
    out: Tensor | None = None,
) -> Tensor: ...
def multiply(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def mv(input: Tensor, vec: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def mvlgamma(input: Tensor, p: _float, *, out: Tensor | None = None) -> Tensor: ...
nan: _float
def nan_to_num(
    input: Tensor,
    nan: _float = 0.0,
    posinf: _float | None = None,
    neginf: _float | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def nan_to_num_(
    input: Tensor,
    nan: _float = 0.0,
    posinf: _float | None = None,
    neginf: _float | None = None,
) -> Tensor: ...
def nanmean(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    keepdim: _bool = False,
    *,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor: ...
@_overload
def nanmedian(input: Tensor, *, out: Tensor | None = None) -> Tensor: ...
@_overload
def nanmedian(
    input: Tensor,
    dim: _int,
    keepdim: _bool = False,
    *,
    out: _Sequence[Tensor] | None = None,
) -> _ValuesIndices: ...
def nanquantile(
    input: Tensor,
    q: Tensor | _float,
    dim: _int | None = None,
    keepdim: _bool = False,
    *,
    interpolation: str = 'linear',
    out: Tensor | None = None,
) -> Tensor: ...
def nansum(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    keepdim: _bool = False,
    *,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor: ...
def narrow(input: Tensor, dim: _int, start: Tensor | _float, length: _int) -> Tensor: ...
def narrow_copy(input: Tensor, dim: _int, start: Tensor | _float, length: _int) -> Tensor: ...
def ne(input: Tensor | _float, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def neg(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def neg_(input: Tensor) -> Tensor: ...
def negative(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def negative_(input: Tensor) -> Tensor: ...
newaxis: None
def nextafter(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
@_overload
def nonzero(
    input: Tensor,
    *,
    as_tuple: _Literal[False] = False,
    out: Tensor | None = None,
) -> Tensor: ...
@_overload
def nonzero(
    input: Tensor,
    *,
    as_tuple: _Literal[True],
    out: Tensor | None = None,
) -> tuple[Tensor, ...]: ...
def nonzero_static(input: Tensor, *, size: _int, fill_value: _int = -1) -> Tensor: ...
def norm(
    input: Tensor,
    p: _float | str = 'fro',
    dim: _int | _Sequence[_int] | None = None,
    keepdim: _bool = False,
    *,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor: ...
def normal(
    mean: Tensor | _float = 0.0,
    std: Tensor | _float = 1.0,
    size: _int | _Sequence[_int] | None = None,
    *,
    generator: _Generator | None = None,
    out: Tensor | None = None,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor: ...
def not_equal(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def numel(input: Tensor) -> _int: ...
def ones(
    *size: _int | _Sequence[_int],
    out: Tensor | None = None,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
    memory_format: _memory_format | None = None,
) -> Tensor: ...
def ones_like(
    input: Tensor,
    *,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
    memory_format: _memory_format | None = None,
) -> Tensor: ...
def orgqr(input: Tensor, input2: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def ormqr(
    input: Tensor,
    tau: Tensor,
    other: Tensor,
    left: _bool = True,
    transpose: _bool = False,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def outer(input: Tensor, vec2: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def pairwise_distance(
    x1: Tensor,
    x2: Tensor,
    p: _float = 2.0,
    eps: _float = 1e-06,
    keepdim: _bool = False,
) -> Tensor: ...
def pca_lowrank(
    A: Tensor,
    q: _int | None = None,
    center: _bool = True,
    niter: _int = 2,
) -> tuple[Tensor, Tensor, Tensor]: ...
def pdist(input: Tensor, p: _float = 2.0) -> Tensor: ...
def permute(input: Tensor, *dims: _int | _Sequence[_int]) -> Tensor: ...
def permute_copy(
    input: Tensor,
    *dims: _int | _Sequence[_int],
    out: Tensor | None = None,
) -> Tensor: ...
pi: _float
def pinverse(
    input: Tensor,
    rcond: _float | None = 1e-15,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def pixel_shuffle(input: Tensor, upscale_factor: _int) -> Tensor: ...
def pixel_unshuffle(input: Tensor, downscale_factor: _int) -> Tensor: ...
def poisson(input: Tensor, generator: _Generator | None = None) -> Tensor: ...
def polar(abs: Tensor, angle: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def polygamma(n: _int, input: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def positive(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def pow(
    input: Tensor | _float,
    exponent: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def prelu(input: Tensor, weight: Tensor) -> Tensor: ...
preserve_format: _memory_format
def printoptions(**options: _Any) -> _AbstractContextManager[None]: ...
def prod(
    input: Tensor,
    dim: _int | None = None,
    keepdim: _bool = False,
    *,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor: ...
def profile() -> _Any: ...
def promote_types(type1: _dtype, type2: _dtype) -> _dtype: ...
def put(input: Tensor, index: Tensor, source: Tensor, accumulate: _bool = False) -> Tensor: ...
def qr(
    input: Tensor,
    some: _bool = True,
    *,
    out: _Sequence[Tensor] | None = None,
) -> _linalg_qr: ...
def quantile(
    input: Tensor,
    q: Tensor | _float,
    dim: _int | None = None,
    keepdim: _bool = False,
    *,
    interpolation: str = 'linear',
    out: Tensor | None = None,
) -> Tensor: ...
def rad2deg(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def rad2deg_(input: Tensor) -> Tensor: ...
def rand(
    *size: _int | _Sequence[_int],
    generator: _Generator | None = None,
    out: Tensor | None = None,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor: ...
def rand_like(
    input: Tensor,
    *,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
    memory_format: _memory_format | None = None,
    generator: _Generator | None = None,
) -> Tensor: ...
def randint(
    low: Tensor | _float | None = None,
    high: _int | _Sequence[_int] | None = None,
    size: _int | _Sequence[_int] | None = None,
    *,
    generator: _Generator | None = None,
    out: Tensor | None = None,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor: ...
def randint_like(
    input: Tensor,
    low: Tensor | _float | None = None,
    high: Tensor | _float | None = None,
    *,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
    memory_format: _memory_format | None = None,
    generator: _Generator | None = None,
) -> Tensor: ...
def randn(
    *size: _int | _Sequence[_int],
    generator: _Generator | None = None,
    out: Tensor | None = None,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor: ...
def randn_like(
    input: Tensor,
    *,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
    memory_format: _memory_format | None = None,
    generator: _Generator | None = None,
) -> Tensor: ...
def randperm(
    n: _int,
    *,
    generator: _Generator | None = None,
    out: Tensor | None = None,
    dtype: _dtype = ...,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor: ...
def range(
    start: Tensor | _float,
    end: Tensor | _float,
    step: _float = 1,
    *,
    out: Tensor | None = None,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
) -> Tensor: ...
def ravel(input: Tensor) -> Tensor: ...
def real(input: Tensor) -> Tensor: ...
def reciprocal(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def reciprocal_(input: Tensor) -> Tensor: ...
def relu(input: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def relu_(input: Tensor) -> Tensor: ...
def remainder(input: Tensor, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def renorm(
    input: Tensor,
    p: _float,
    dim: _int,
    maxnorm: _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def repeat_interleave(
    input: Tensor,
    repeats: _int | Tensor | None = None,
    dim: _int | None = None,
    *,
    output_size: _int | _Sequence[_int | None] | None = None,
) -> Tensor: ...
def reshape(input: Tensor, *shape: _int | _Sequence[_int]) -> Tensor: ...
def resolve_conj(input: Tensor) -> Tensor: ...
def resolve_neg(input: Tensor) -> Tensor: ...
def result_type(tensor: Tensor | _float, other: Tensor | _float) -> _dtype: ...
def rms_norm(
    input: Tensor,
    normalized_shape: _int | _Sequence[_int],
    weight: Tensor | None = None,
    eps: _float | None = None,
) -> Tensor: ...
def roll(
    input: Tensor,
    shifts: _int | _Sequence[_int],
    dims: _int | _Sequence[_int] | None = None,
) -> Tensor: ...
def rot90(input: Tensor, k: _int = 1, dims: _Sequence[_int] = ...) -> Tensor: ...
def round(input: Tensor, *, decimals: _int = 0, out: Tensor | None = None) -> Tensor: ...
def round_(input: Tensor, *, decimals: _int = 0) -> Tensor: ...
def row_stack(tensors: Tensor | _Sequence[Tensor], *, out: Tensor | None = None) -> Tensor: ...
def rowwise(
    function: _Callable[..., _Any] | None = None,
    *,
    grad: _Callable[..., _Any] | None = None,
    name: str | None = None,
    numbers: tuple[str, ...] = (),
    indices: tuple[str, ...] = (),
) -> _Any: ...
def rrelu(
    input: Tensor,
    lower: _float = 0.125,
    upper: _float = 0.3333333333333333,
    training: _bool = False,
    inplace: _bool = False,
    *,
    generator: _Generator | None = None,
) -> Tensor: ...
def rrelu_(
    input: Tensor,
    lower: _float = 0.125,
    upper: _float = 0.3333333333333333,
    training: _bool = False,
    *,
    generator: _Generator | None = None,
) -> Tensor: ...
def rsqrt(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def rsqrt_(input: Tensor) -> Tensor: ...
def rsub(input: Tensor, other: Tensor | _float, *, alpha: _float = 1) -> Tensor: ...
def scalar_tensor(
    s: _float,
    *,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor: ...
def scatter(
    input: Tensor,
    dim: _int,
    index: Tensor,
    src: Tensor | _float | None = None,
    value: Tensor | _float | None = None,
    *,
    reduce: _bool | str | None = None,
    out: Tensor | None = None,
) -> Tensor: ...
def scatter_add(
    input: Tensor,
    dim: _int,
    index: Tensor,
    src: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def scatter_reduce(
    input: Tensor,
    dim: _int,
    index: Tensor,
    src: Tensor | _float,
    reduce: _bool | str,
    *,
    include_self: _bool = True,
    out: Tensor | None = None,
) -> Tensor: ...
def searchsorted(
    sorted_sequence: Tensor,
    input: Tensor | _float,
    *,
    out_int32: _bool = False,
    right: _bool = False,
    side: str | None = None,
    out: Tensor | None = None,
    sorter: Tensor | None = None,
) -> Tensor: ...
def seed() -> _int: ...
def select(input: Tensor, dim: _int, index: _int | Tensor) -> Tensor: ...
def select_copy(
    input: Tensor,
    dim: _int,
    index: _int | Tensor,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def select_scatter(input: Tensor, src: Tensor | _float, dim: _int, index: _int) -> Tensor: ...
def selu(input: Tensor, inplace: _bool = False) -> Tensor: ...
def selu_(input: Tensor) -> Tensor: ...
def set_default_device(device: _device | str | _int | None) -> None: ...
def set_default_dtype(d: _dtype) -> None: ...
def set_default_tensor_type(t: _Any) -> None: ...
def set_deterministic_debug_mode(debug_mode: _int | str) -> None: ...
def set_float32_matmul_precision(precision: str) -> None: ...
def set_flush_denormal(mode: _bool) -> _bool: ...
def set_num_interop_threads(number: _int) -> None: ...
def set_num_threads(count: _int) -> None: ...
def set_printoptions(
    precision: _int | None = None,
    threshold: _float | None = None,
    edgeitems: _int | None = None,
    linewidth: _int | None = None,
    profile: str | None = None,
    sci_mode: _bool | None = None,
    *,
    notebook: _bool | None = None,
    frames: _bool | None = None,
) -> None: ...
def set_rng_state(new_state: Tensor) -> None: ...
def set_warn_always(b: _bool) -> None: ...
def sgn(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def sgn_(input: Tensor) -> Tensor: ...
short: _dtype
def sigmoid(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def sigmoid_(input: Tensor) -> Tensor: ...
def sign(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def sign_(input: Tensor) -> Tensor: ...
def signbit(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def sin(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def sin_(input: Tensor) -> Tensor: ...
def sinc(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def sinc_(input: Tensor) -> Tensor: ...
def sinh(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def sinh_(input: Tensor) -> Tensor: ...
def slice_copy(
    input: Tensor,
    dim: _int = 0,
    start: _int | None = None,
    end: _int | None = None,
    step: _int = 1,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def slice_scatter(
    input: Tensor,
    src: Tensor | _float,
    dim: _int = 0,
    start: Tensor | _float | None = None,
    end: Tensor | _float | None = None,
    step: _float = 1,
) -> Tensor: ...
def slogdet(input: Tensor, *, out: _Sequence[Tensor] | None = None) -> _linalg_slogdet: ...
def softmax(
    input: Tensor,
    dim: _int,
    dtype: _dtype | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def sort(
    input: Tensor,
    dim: _int = -1,
    descending: _bool = False,
    stable: _bool = False,
    *,
    out: _Sequence[Tensor] | None = None,
) -> _ValuesIndices: ...
sparse_bsc: _layout
sparse_bsr: _layout
sparse_coo: _layout
sparse_csc: _layout
sparse_csr: _layout
def split(
    tensor: Tensor,
    split_size_or_sections: _int | _Sequence[_int],
    dim: _int = 0,
) -> tuple[Tensor, ...]: ...
def split_copy(
    input: Tensor,
    split_size: _int | _Sequence[_int],
    dim: _int = 0,
    *,
    out: _Any = None,
) -> tuple[Tensor, ...] | None: ...
def split_with_sizes(
    input: Tensor,
    split_sizes: _Sequence[_int],
    dim: _int = 0,
) -> tuple[Tensor, ...]: ...
def split_with_sizes_copy(
    input: Tensor,
    split_sizes: _Sequence[_int],
    dim: _int = 0,
    *,
    out: _Sequence[Tensor] | None = None,
) -> tuple[Tensor, ...]: ...
def sqrt(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def sqrt_(input: Tensor) -> Tensor: ...
def square(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def square_(input: Tensor) -> Tensor: ...
def squeeze(input: Tensor, dim: _int | _Sequence[_int] | None = None, *dims: _int) -> Tensor: ...
def squeeze_copy(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    *dims: _int,
    out: Tensor | None = None,
) -> Tensor: ...
def stack(
    tensors: Tensor | _Sequence[Tensor],
    dim: _int = 0,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def std(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    unbiased: _bool = True,
    keepdim: _bool = False,
    *,
    correction: _float | None = None,
    out: Tensor | None = None,
) -> Tensor: ...
def std_mean(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    unbiased: _bool = True,
    keepdim: _bool = False,
    *,
    correction: _float | None = None,
) -> tuple[Tensor, Tensor]: ...
def stft(
    input: Tensor,
    n_fft: _int,
    hop_length: _int | None = None,
    win_length: _int | None = None,
    window: Tensor | None = None,
    center: _bool = True,
    pad_mode: str = 'reflect',
    normalized: _bool = False,
    onesided: _bool | None = None,
    return_complex: _bool | None = None,
    align_to_window: _bool | None = None,
) -> Tensor: ...
strided: _layout
def sub(
    input: Tensor,
    other: Tensor | _float,
    *,
    alpha: _float = 1,
    out: Tensor | None = None,
) -> Tensor: ...
def subtract(
    input: Tensor,
    other: Tensor | _float,
    *,
    alpha: _float = 1,
    out: Tensor | None = None,
) -> Tensor: ...
def sum(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    keepdim: _bool = False,
    *,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor: ...
def svd(
    input: Tensor,
    some: _bool = True,
    compute_uv: _bool = True,
    *,
    out: _Sequence[Tensor] | None = None,
) -> _svd: ...
def svd_lowrank(
    A: Tensor,
    q: _int = 6,
    niter: _int = 2,
    M: Tensor | None = None,
) -> tuple[Tensor, Tensor, Tensor]: ...
def swapaxes(input: Tensor, dim0: _int, dim1: _int) -> Tensor: ...
def swapdims(input: Tensor, dim0: _int, dim1: _int) -> Tensor: ...
def t(input: Tensor) -> Tensor: ...
def t_copy(input: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def take(input: Tensor, index: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def take_along_dim(
    input: Tensor,
    indices: Tensor,
    dim: _int | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def tan(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def tan_(input: Tensor) -> Tensor: ...
def tanh(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def tanh_(input: Tensor) -> Tensor: ...
def tensor(
    data: _Any,
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor: ...
def tensor_split(
    input: Tensor,
    indices_or_sections: _int | _Sequence[_int] | Tensor,
    dim: _int = 0,
) -> tuple[Tensor, ...]: ...
def tensordot(
    a: Tensor,
    b: Tensor,
    dims: _int | _Sequence[_int | _Sequence[_int]] = 2,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def threshold(
    input: Tensor,
    threshold: _float,
    value: Tensor | _float,
    inplace: _bool = False,
) -> Tensor: ...
def threshold_(input: Tensor, threshold: _float, value: Tensor | _float) -> Tensor: ...
def tile(input: Tensor, *dims: _int | _Sequence[_int]) -> Tensor: ...
def topk(
    input: Tensor,
    k: _int,
    dim: _int = -1,
    largest: _bool = True,
    sorted: _bool = True,
    *,
    out: _Sequence[Tensor] | None = None,
) -> _ValuesIndices: ...
def trace(input: Tensor) -> Tensor: ...
def transpose(input: Tensor, dim0: _int, dim1: _int) -> Tensor: ...
def transpose_copy(
    input: Tensor,
    dim0: _int,
    dim1: _int,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def trapezoid(y: Tensor, x: Tensor | None = None, *, dx: _float = 1, dim: _int = -1) -> Tensor: ...
def trapz(y: Tensor, x: Tensor | None = None, *, dx: _float = 1, dim: _int = -1) -> Tensor: ...
def triangular_solve(
    input: Tensor,
    A: Tensor,
    upper: _bool = True,
    transpose: _bool = False,
    unitriangular: _bool = False,
    *,
    out: _Sequence[Tensor] | None = None,
) -> _triangular_solve: ...
def tril(input: Tensor, diagonal: _int = 0, *, out: Tensor | None = None) -> Tensor: ...
def tril_indices(
    row: _int,
    col: _int,
    offset: _int = 0,
    *,
    dtype: _dtype = ...,
    device: _device | str | _int | None = None,
    layout: _layout | None = None,
    pin_memory: _bool = False,
) -> Tensor: ...
def triu(input: Tensor, diagonal: _int = 0, *, out: Tensor | None = None) -> Tensor: ...
def triu_indices(
    row: _int,
    col: _int,
    offset: _int = 0,
    *,
    dtype: _dtype = ...,
    device: _device | str | _int | None = None,
    layout: _layout | None = None,
    pin_memory: _bool = False,
) -> Tensor: ...
def true_divide(input: Tensor, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def trunc(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def trunc_(input: Tensor) -> Tensor: ...
def typename(obj: _Any, /) -> str: ...
uint16: _dtype
uint32: _dtype
uint64: _dtype
uint8: _dtype
def unbind(input: Tensor, dim: _int = 0) -> tuple[Tensor, ...]: ...
def unbind_copy(
    input: Tensor,
    dim: _int = 0,
    *,
    out: _Sequence[Tensor] | None = None,
) -> tuple[Tensor, ...]: ...
def unflatten(input: Tensor, dim: _int, sizes: _Sequence[_int]) -> Tensor: ...
def unfold_copy(
    input: Tensor,
    dimension: _int,
    size: _int,
    step: _int,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
@_overload
def unique(
    input: Tensor,
    sorted: _bool = True,
    return_inverse: _Literal[False] = False,
    return_counts: _Literal[False] = False,
    dim: _int | None = None,
) -> Tensor: ...
@_overload
def unique(
    input: Tensor,
    sorted: _bool = True,
    return_inverse: _bool = False,
    return_counts: _bool = False,
    dim: _int | None = None,
) -> _Any: ...
@_overload
def unique_consecutive(
    input: Tensor,
    return_inverse: _Literal[False] = False,
    return_counts: _Literal[False] = False,
    dim: _int | None = None,
) -> Tensor: ...
@_overload
def unique_consecutive(
    input: Tensor,
    return_inverse: _bool = False,
    return_counts: _bool = False,
    dim: _int | None = None,
) -> _Any: ...
def unravel_index(indices: Tensor, shape: _int | _Sequence[_int]) -> tuple[Tensor, ...]: ...
def unsafe_chunk(input: Tensor, chunks: _int, dim: _int = 0) -> tuple[Tensor, ...]: ...
def unsafe_split(
    tensor: Tensor,
    split_size_or_sections: _int | _Sequence[_int],
    dim: _int = 0,
) -> tuple[Tensor, ...]: ...
def unsafe_split_with_sizes(
    input: Tensor,
    split_sizes: _Sequence[_int],
    dim: _int = 0,
) -> tuple[Tensor, ...]: ...
def unsqueeze(input: Tensor, dim: _int) -> Tensor: ...
def unsqueeze_copy(input: Tensor, dim: _int, *, out: Tensor | None = None) -> Tensor: ...
def use_deterministic_algorithms(mode: _bool, *, warn_only: _bool = False) -> None: ...
def vander(x: Tensor, N: _int | None = None, increasing: _bool = False) -> Tensor: ...
def var(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    unbiased: _bool = True,
    keepdim: _bool = False,
    *,
    correction: _float | None = None,
    out: Tensor | None = None,
) -> Tensor: ...
def var_mean(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    unbiased: _bool = True,
    keepdim: _bool = False,
    *,
    correction: _float | None = None,
) -> tuple[Tensor, Tensor]: ...
def vdot(input: Tensor, other: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def view_as_complex(input: Tensor) -> Tensor: ...
def view_as_complex_copy(input: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def view_as_real(input: Tensor) -> Tensor: ...
def view_as_real_copy(input: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def view_copy(
    input: Tensor,
    *size: _int | _Sequence[_int] | _dtype,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor: ...
def vsplit(
    input: Tensor,
    indices_or_sections: _int | _Sequence[_int] | Tensor,
) -> tuple[Tensor, ...]: ...
def vstack(tensors: Tensor | _Sequence[Tensor], *, out: Tensor | None = None) -> Tensor: ...
@_overload
def where(condition: Tensor, *, out: Tensor | None = None) -> tuple[Tensor, ...]: ...
@_overload
def where(
    condition: Tensor,
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def xlogy(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def xlogy_(input: Tensor, other: Tensor | _float) -> Tensor: ...
def zero_(self: Tensor) -> Tensor: ...
def zeros(
    *size: _int | _Sequence[_int],
    out: Tensor | None = None,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
    memory_format: _memory_format | None = None,
) -> Tensor: ...
def zeros_like(
    input: Tensor,
    *,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
    memory_format: _memory_format | None = None,
) -> Tensor: ...
