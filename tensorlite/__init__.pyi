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
from .ops.extremes import aminmax_result as _aminmax_result
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
from .cuda import Event as Event
from .futures import Future as Future
from .amp import GradScaler as GradScaler
from .cuda import Stream as Stream
from .symbolic import SymBool as SymBool
from .symbolic import SymFloat as SymFloat
from .symbolic import SymInt as SymInt
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
from . import _dynamo as _dynamo
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
from . import profiler as profiler
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
from .symbolic import sym_float as sym_float
from .symbolic import sym_int as sym_int
from .symbolic import sym_ite as sym_ite
from .symbolic import sym_max as sym_max
from .symbolic import sym_min as sym_min
from .symbolic import sym_not as sym_not
from .symbolic import sym_sqrt as sym_sqrt
from .symbolic import sym_sum as sym_sum
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
def abs(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Magnitude of x.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype; bool is refused.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.abs``, in place ``Tensor.abs_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.abs(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([1.6000, 0.0000, 1.6000])
    """
def abs_(input: Tensor) -> Tensor:
    """In place: Magnitude of x.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.abs_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def absolute(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Magnitude of x.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype; bool is refused.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.abs``, in place ``Tensor.abs_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.abs(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([1.6000, 0.0000, 1.6000])
    """
def absolute_(input: Tensor) -> Tensor:
    """In place: Magnitude of x.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.absolute_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def acos(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Arc cosine; NaN outside [-1, 1].

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.acos``, in place ``Tensor.acos_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.acos(tl.tensor([-0.72, 0.0, 0.72]))
    tensor([2.3746, 1.5708, 0.7670])
    """
def acos_(input: Tensor) -> Tensor:
    """In place: Arc cosine; NaN outside [-1, 1].

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.acos_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([1.0472, 0.0000,    nan])
    """
def acosh(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Inverse hyperbolic cosine; NaN below 1.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.acosh``, in place ``Tensor.acosh_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.acosh(tl.tensor([1.48, 2.6, 3.72]))
    tensor([0.9443, 1.6094, 1.9883])
    """
def acosh_(input: Tensor) -> Tensor:
    """In place: Inverse hyperbolic cosine; NaN below 1.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.acosh_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([   nan, 0.0000, 1.3170])
    """
def adaptive_avg_pool1d(input: Tensor, output_size: _int | _Sequence[_int | None]) -> Tensor:
    """The average of each of `output_size` windows, which part (N, C, L) or (C, L) evenly.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    output_size : int or sequence of int or None

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.adaptive_avg_pool1d(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), 2)
    tensor([[4., 1.],
            [1., 3.]])
    """
def add(
    input: Tensor,
    other: Tensor | _float,
    *,
    alpha: _float = 1,
    out: Tensor | None = None,
) -> Tensor:
    """input + alpha * other.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    alpha : float, default 1
        By what the second operand is multiplied first.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.add``, in place ``Tensor.add_``.

    Examples
    --------
    >>> tl.add(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([1., 2., 4.])
    """
def addbmm(
    input: Tensor,
    batch1: Tensor,
    batch2: Tensor,
    *,
    beta: _float = 1,
    alpha: _float = 1,
    out: Tensor | None = None,
) -> Tensor:
    """beta * input + alpha * the sum of the products of a batch.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    batch1 : Tensor (B, N, K)
    batch2 : Tensor (B, K, M)
    beta : float, default 1
        By what the input is multiplied first.
    alpha : float, default 1
        By what the second operand is multiplied first.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.addbmm``, in place ``Tensor.addbmm_``.

    Examples
    --------
    >>> tl.addbmm(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), tl.ones(1, 2, 2), tl.ones(1, 2, 2))
    tensor([[6., 3.],
            [3., 5.]])
    """
def addcdiv(
    input: Tensor,
    tensor1: Tensor,
    tensor2: Tensor,
    *,
    value: Tensor | _float = 1,
    out: Tensor | None = None,
) -> Tensor:
    """input + value * tensor1 / tensor2.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    tensor1 : Tensor (...)
    tensor2 : Tensor (...)
    value : Tensor (...) or number, default 1
        By what the product, or the quotient, is multiplied.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.addcdiv``, in place ``Tensor.addcdiv_``.

    Examples
    --------
    >>> tl.addcdiv(tl.tensor([0.5, 1.0, 2.0]), tl.ones(3), tl.tensor([0.5, 1.0, 2.0]))
    tensor([2.5000, 2.0000, 2.5000])
    """
def addcmul(
    input: Tensor,
    tensor1: Tensor,
    tensor2: Tensor,
    *,
    value: Tensor | _float = 1,
    out: Tensor | None = None,
) -> Tensor:
    """input + value * tensor1 * tensor2.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    tensor1 : Tensor (...)
    tensor2 : Tensor (...)
    value : Tensor (...) or number, default 1
        By what the product, or the quotient, is multiplied.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.addcmul``, in place ``Tensor.addcmul_``.

    Examples
    --------
    >>> tl.addcmul(tl.tensor([0.5, 1.0, 2.0]), tl.ones(3), tl.tensor([0.5, 1.0, 2.0]))
    tensor([1., 2., 4.])
    """
def addmm(
    input: Tensor,
    mat1: Tensor,
    mat2: Tensor,
    *,
    beta: _float = 1,
    alpha: _float = 1,
    out: Tensor | None = None,
) -> Tensor:
    """beta * input + alpha * (mat1 @ mat2).

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    mat1 : Tensor (N, K)
    mat2 : Tensor (K, M)
    beta : float, default 1
        By what the input is multiplied first.
    alpha : float, default 1
        By what the second operand is multiplied first.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.addmm``, in place ``Tensor.addmm_``.

    Examples
    --------
    >>> tl.addmm(tl.ones(2), tl.tensor([[1.0, 2.0], [3.0, 4.0]]), tl.tensor([[1.0, 2.0], [3.0, 4.0]]))
    tensor([[ 8., 11.],
            [16., 23.]])
    """
def addmv(
    input: Tensor,
    mat: Tensor,
    vec: Tensor,
    *,
    beta: _float = 1,
    alpha: _float = 1,
    out: Tensor | None = None,
) -> Tensor:
    """beta * input + alpha * (mat @ vec).

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    mat : Tensor (...)
    vec : Tensor (M,)
    beta : float, default 1
        By what the input is multiplied first.
    alpha : float, default 1
        By what the second operand is multiplied first.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.addmv``, in place ``Tensor.addmv_``.

    Examples
    --------
    >>> tl.addmv(tl.ones(2), tl.tensor([[1.0, 2.0], [3.0, 4.0]]), tl.ones(2))
    tensor([4., 8.])
    """
def addmv_(
    self: Tensor,
    mat: Tensor,
    vec: Tensor,
    *,
    beta: _float = 1,
    alpha: _float = 1,
) -> Tensor:
    """In place: beta * self + alpha * (mat @ vec).

    Parameters
    ----------
    mat : Tensor (...)
    vec : Tensor (M,)
    beta : float, default 1
        By what the input is multiplied first.
    alpha : float, default 1
        By what the second operand is multiplied first.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> x = tl.tensor([10.0, 20.0])
    >>> x.addmv_(tl.tensor([[1.0, 2.0], [3.0, 4.0]]), tl.ones(2))
    tensor([13., 27.])
    """
def addr(
    input: Tensor,
    vec1: Tensor,
    vec2: Tensor,
    *,
    beta: _float = 1,
    alpha: _float = 1,
    out: Tensor | None = None,
) -> Tensor:
    """beta * input + alpha * outer(vec1, vec2).

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    vec1 : Tensor (N,)
    vec2 : Tensor (M,)
    beta : float, default 1
        By what the input is multiplied first.
    alpha : float, default 1
        By what the second operand is multiplied first.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.addr``, in place ``Tensor.addr_``.

    Examples
    --------
    >>> tl.addr(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([[0.7500, 1.5000, 3.0000],
            [1.0000, 2.0000, 4.0000],
            [1.5000, 3.0000, 6.0000]])
    """
def adjoint(input: Tensor) -> Tensor:
    """The last two dims swapped, elements conjugated; of a number its conjugate.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.adjoint``.

    Examples
    --------
    >>> tl.adjoint(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[4., 1.],
            [1., 3.]])
    """
def alias_copy(input: Tensor, *, out: Tensor | None = None) -> Tensor:
    """A copy of the whole.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.alias_copy(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def all(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    keepdim: _bool = False,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Whether all elements along dims are nonzero; True of nothing.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.all``.

    Examples
    --------
    >>> tl.all(tl.tensor([0.5, 1.0, 2.0]))
    tensor(True)
    """
def allclose(
    input: Tensor,
    other: Tensor,
    rtol: _float = 1e-05,
    atol: _float = 1e-08,
    equal_nan: _bool = False,
) -> _bool:
    """Whether all elements are close, see `isclose`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    other : Tensor (...)
        The second operand; shapes broadcast.
    rtol : float, default 1e-05
    atol : float, default 1e-08
    equal_nan : bool, default False

    Returns
    -------
    bool

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.allclose``.

    Examples
    --------
    >>> tl.allclose(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    True
    """
def amax(
    input: Tensor,
    dim: _int | _Sequence[_int] = (),
    keepdim: _bool = False,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The maximum along dims, NaN if there is one; the gradient is shared evenly among ties.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int, default ()
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.amax``.

    Examples
    --------
    >>> tl.amax(tl.tensor([0.5, 1.0, 2.0]))
    tensor(2.)
    """
def amin(
    input: Tensor,
    dim: _int | _Sequence[_int] = (),
    keepdim: _bool = False,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The minimum along dims, NaN if there is one; the gradient is shared evenly among ties.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int, default ()
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.amin``.

    Examples
    --------
    >>> tl.amin(tl.tensor([0.5, 1.0, 2.0]))
    tensor(0.5000)
    """
def aminmax(
    input: Tensor,
    *,
    dim: _int | _Sequence[_int] | None = None,
    keepdim: _bool = False,
    out: _Sequence[Tensor] | None = None,
) -> _aminmax_result:
    """The minimum and the maximum along a dim, as a named tuple ``(min, max)``.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    aminmax_result

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.aminmax``.

    Examples
    --------
    >>> tl.aminmax(tl.tensor([0.5, 1.0, 2.0]))
    tensorlite.return_types.aminmax(
    min=tensor(0.5000),
    max=tensor(2.))
    """
def angle(input: Tensor, *, out: Tensor | None = None) -> Tensor:
    """The angle of complex numbers in radians; of real ones 0, pi where they are negative.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.angle``.

    Examples
    --------
    >>> tl.angle(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 0., 0.])
    """
def any(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    keepdim: _bool = False,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Whether any element along dims is nonzero; False of nothing.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.any``.

    Examples
    --------
    >>> tl.any(tl.tensor([0.5, 1.0, 2.0]))
    tensor(True)
    """
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
) -> Tensor:
    """The numbers start, start + step, ... below `end`; arange(end) starts at 0.

    Parameters
    ----------
    start : Tensor (...) or number, default 0
        Where it begins.
    end : Tensor (...) or number, optional
        Where it ends.
    step : float, default 1
        By how much each is more than the one before.
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
    >>> tl.arange()
    tensor([], dtype=tensorlite.int64)
    """
def arccos(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Arc cosine; NaN outside [-1, 1].

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.acos``, in place ``Tensor.acos_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.acos(tl.tensor([-0.72, 0.0, 0.72]))
    tensor([2.3746, 1.5708, 0.7670])
    """
def arccos_(input: Tensor) -> Tensor:
    """In place: Arc cosine; NaN outside [-1, 1].

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.arccos_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([1.0472, 0.0000,    nan])
    """
def arccosh(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Inverse hyperbolic cosine; NaN below 1.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.acosh``, in place ``Tensor.acosh_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.acosh(tl.tensor([1.48, 2.6, 3.72]))
    tensor([0.9443, 1.6094, 1.9883])
    """
def arccosh_(input: Tensor) -> Tensor:
    """In place: Inverse hyperbolic cosine; NaN below 1.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.arccosh_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([   nan, 0.0000, 1.3170])
    """
def arcsin(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Arc sine; NaN outside [-1, 1].

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.asin``, in place ``Tensor.asin_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.asin(tl.tensor([-0.72, 0.0, 0.72]))
    tensor([-0.8038,  0.0000,  0.8038])
    """
def arcsin_(input: Tensor) -> Tensor:
    """In place: Arc sine; NaN outside [-1, 1].

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.arcsin_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5236, 1.5708,    nan])
    """
def arcsinh(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Inverse hyperbolic sine.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.asinh``, in place ``Tensor.asinh_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.asinh(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-1.2490,  0.0000,  1.2490])
    """
def arcsinh_(input: Tensor) -> Tensor:
    """In place: Inverse hyperbolic sine.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.arcsinh_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.4812, 0.8814, 1.4436])
    """
def arctan(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Arc tangent. Method (Cephes): reduction to [0, tan(pi/8)] with one division.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.atan``, in place ``Tensor.atan_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.atan(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-1.0122,  0.0000,  1.0122])
    """
def arctan2(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Angle of the point (x, y), in [-pi, pi], with C99's signed zeros and infinities.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.atan2``, in place ``Tensor.atan2_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.atan2(tl.tensor([0.65, 1.25, 1.85]), tl.tensor([1.85, 1.25, 0.65]))
    tensor([0.3379, 0.7854, 1.2329])
    """
def arctan_(input: Tensor) -> Tensor:
    """In place: Arc tangent. Method (Cephes): reduction to [0, tan(pi/8)] with one division.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.arctan_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.4636, 0.7854, 1.1071])
    """
def arctanh(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Inverse hyperbolic tangent; infinite at -1 and 1, NaN beyond.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.atanh``, in place ``Tensor.atanh_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.atanh(tl.tensor([-0.72, 0.0, 0.72]))
    tensor([-0.9076,  0.0000,  0.9076])
    """
def arctanh_(input: Tensor) -> Tensor:
    """In place: Inverse hyperbolic tangent; infinite at -1 and 1, NaN beyond.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.arctanh_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5493,    inf,    nan])
    """
def are_deterministic_algorithms_enabled() -> _bool:
    """What was last asked for; algorithms are deterministic whatever it is.

    Returns
    -------
    bool

    Examples
    --------
    >>> tl.are_deterministic_algorithms_enabled()
    False
    """
def argmax(
    input: Tensor,
    dim: _int | None = None,
    keepdim: _bool = False,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The index of the first maximum along a dim, or in the flattened tensor; NaN counts as the maximum.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.argmax``.

    Examples
    --------
    >>> tl.argmax(tl.tensor([0.5, 1.0, 2.0]))
    tensor(2)
    """
def argmin(
    input: Tensor,
    dim: _int | None = None,
    keepdim: _bool = False,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The index of the first minimum along a dim, or in the flattened tensor; NaN counts as the minimum.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.argmin``.

    Examples
    --------
    >>> tl.argmin(tl.tensor([0.5, 1.0, 2.0]))
    tensor(0)
    """
def argsort(
    input: Tensor,
    dim: _int = -1,
    descending: _bool = False,
    stable: _bool = False,
) -> Tensor:
    """The indices that put the elements along a dim in order.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int, default -1
        The dim or dims along which it goes; negative ones count from the last.
    descending : bool, default False
        Whether the largest come first.
    stable : bool, default False
        Whether equal elements keep their order.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.argsort``.

    Examples
    --------
    >>> tl.argsort(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0, 1, 2])
    """
def argwhere(input: Tensor) -> Tensor:
    """The indices of the elements that are not zero, one row each.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.argwhere``.

    Examples
    --------
    >>> tl.argwhere(tl.tensor([0.5, 1.0, 2.0]))
    tensor([[0],
            [1],
            [2]])
    """
def as_strided(
    input: Tensor,
    size: _Sequence[_int],
    stride: _Sequence[_int],
    storage_offset: _int | None = None,
) -> Tensor:
    """Any walk over the storage: shape, strides and offset, all counted in elements.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    size : sequence of int
        The shape: integers, or one sequence of them.
    stride : sequence of int
        The step of each dim in memory, in elements.
    storage_offset : int, optional

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.as_strided``, in place ``Tensor.as_strided_``.

    Examples
    --------
    >>> tl.as_strided(tl.arange(5), (3, 3), (1, 1))  # windows of three
    tensor([[0, 1, 2],
            [1, 2, 3],
            [2, 3, 4]])
    """
def as_strided_copy(
    input: Tensor,
    size: _Sequence[_int],
    stride: _Sequence[_int],
    storage_offset: _int | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """A copy of: Any walk over the storage: shape, strides and offset, all counted in elements.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    size : sequence of int
        The shape: integers, or one sequence of them.
    stride : sequence of int
        The step of each dim in memory, in elements.
    storage_offset : int, optional
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.as_strided_copy(tl.arange(5), (3, 3), (1, 1))
    tensor([[0, 1, 2],
            [1, 2, 3],
            [2, 3, 4]])
    """
def as_strided_scatter(
    input: Tensor,
    src: Tensor | _float,
    size: _Sequence[_int],
    stride: _Sequence[_int],
    storage_offset: _int | None = None,
) -> Tensor:
    """A copy of input with `src` where these strides lead.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    src : Tensor (...) or number
    size : sequence of int
        The shape: integers, or one sequence of them.
    stride : sequence of int
        The step of each dim in memory, in elements.
    storage_offset : int, optional

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.as_strided_scatter``.

    Examples
    --------
    >>> tl.as_strided_scatter(tl.zeros(3, 3), tl.ones(3), (3,), (4,))  # the diagonal
    tensor([[1., 0., 0.],
            [0., 1., 0.],
            [0., 0., 1.]])
    """
def as_tensor(
    data: _Any,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor:
    """A tensor that shares memory with `data` where that is possible, else a copy.

    Parameters
    ----------
    data : object
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    device : device or str or int, optional
        Where the result lies; by default the default device.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.as_tensor(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def asarray(
    obj: _Any,
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
    copy: _bool | None = None,
    requires_grad: _bool | None = None,
) -> Tensor:
    """A tensor of `obj`: a copy where one is needed or wanted; `copy=False` refuses to make one.

    It is a part of the graph of a tensor, unless `requires_grad` is False.

    The bytes of a buffer (bytes, bytearray, memoryview, array.array) are shared, and read as
    elements of `dtype` side by side, as PyTorch reads them.

    Parameters
    ----------
    obj : object
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    copy : bool, optional
    requires_grad : bool, optional
        Whether gradients of the result are recorded.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.asarray(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def asin(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Arc sine; NaN outside [-1, 1].

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.asin``, in place ``Tensor.asin_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.asin(tl.tensor([-0.72, 0.0, 0.72]))
    tensor([-0.8038,  0.0000,  0.8038])
    """
def asin_(input: Tensor) -> Tensor:
    """In place: Arc sine; NaN outside [-1, 1].

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.asin_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5236, 1.5708,    nan])
    """
def asinh(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Inverse hyperbolic sine.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.asinh``, in place ``Tensor.asinh_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.asinh(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-1.2490,  0.0000,  1.2490])
    """
def asinh_(input: Tensor) -> Tensor:
    """In place: Inverse hyperbolic sine.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.asinh_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.4812, 0.8814, 1.4436])
    """
def atan(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Arc tangent. Method (Cephes): reduction to [0, tan(pi/8)] with one division.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.atan``, in place ``Tensor.atan_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.atan(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-1.0122,  0.0000,  1.0122])
    """
def atan2(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Angle of the point (x, y), in [-pi, pi], with C99's signed zeros and infinities.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.atan2``, in place ``Tensor.atan2_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.atan2(tl.tensor([0.65, 1.25, 1.85]), tl.tensor([1.85, 1.25, 0.65]))
    tensor([0.3379, 0.7854, 1.2329])
    """
def atan_(input: Tensor) -> Tensor:
    """In place: Arc tangent. Method (Cephes): reduction to [0, tan(pi/8)] with one division.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.atan_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.4636, 0.7854, 1.1071])
    """
def atanh(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Inverse hyperbolic tangent; infinite at -1 and 1, NaN beyond.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.atanh``, in place ``Tensor.atanh_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.atanh(tl.tensor([-0.72, 0.0, 0.72]))
    tensor([-0.9076,  0.0000,  0.9076])
    """
def atanh_(input: Tensor) -> Tensor:
    """In place: Inverse hyperbolic tangent; infinite at -1 and 1, NaN beyond.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.atanh_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5493,    inf,    nan])
    """
def atleast_1d(*tensors: Tensor | _Sequence[Tensor]) -> _Any:
    """Tensors with at least one dim.

    Parameters
    ----------
    *tensors : Tensor (...) or sequence of Tensor (...)
        The tensors, of any shapes.

    Returns
    -------
    Tensor (...), or a tuple of them
        One for each that is given.

    Examples
    --------
    >>> tl.atleast_1d(tl.ones(2))
    tensor([1., 1.])
    """
def atleast_2d(*tensors: Tensor | _Sequence[Tensor]) -> _Any:
    """Tensors with at least two dims.

    Parameters
    ----------
    *tensors : Tensor (...) or sequence of Tensor (...)
        The tensors, of any shapes.

    Returns
    -------
    Tensor (...), or a tuple of them
        One for each that is given.

    Examples
    --------
    >>> tl.atleast_2d(tl.ones(2))
    tensor([[1., 1.]])
    """
def atleast_3d(*tensors: Tensor | _Sequence[Tensor]) -> _Any:
    """Tensors with at least three dims.

    Parameters
    ----------
    *tensors : Tensor (...) or sequence of Tensor (...)
        The tensors, of any shapes.

    Returns
    -------
    Tensor (...), or a tuple of them
        One for each that is given.

    Examples
    --------
    >>> tl.atleast_3d(tl.ones(2))
    tensor([[[1.],
             [1.]]])
    """
def avg_pool1d(
    input: Tensor,
    kernel_size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int] | None = None,
    padding: _int | _Sequence[_int] = 0,
    ceil_mode: _bool = False,
    count_include_pad: _bool = True,
) -> Tensor:
    """The average of each window of (N, C, L) or (C, L): see `avg_pool2d`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, optional
        The steps of the window; by default its extents for pooling, 1 for convolution.
    padding : int or tuple of int, default 0
        How many elements are added at both ends of each dim.
    ceil_mode : bool, default False
        Whether the extents of the result are rounded up.
    count_include_pad : bool, default True

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.avg_pool1d(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), 2)
    tensor([[2.5000],
            [2.0000]])
    """
def baddbmm(
    input: Tensor,
    batch1: Tensor,
    batch2: Tensor,
    *,
    beta: _float = 1,
    alpha: _float = 1,
    out: Tensor | None = None,
) -> Tensor:
    """beta * input + alpha * (batch1 @ batch2).

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    batch1 : Tensor (B, N, K)
    batch2 : Tensor (B, K, M)
    beta : float, default 1
        By what the input is multiplied first.
    alpha : float, default 1
        By what the second operand is multiplied first.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.baddbmm``, in place ``Tensor.baddbmm_``.

    Examples
    --------
    >>> tl.baddbmm(tl.ones(1), tl.ones(2, 3, 4), tl.ones(2, 4, 5)).shape
    tensorlite.Size([2, 3, 5])
    """
def bartlett_window(
    window_length: _int,
    periodic: _bool = True,
    *,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor:
    """A triangle that begins at 0; without `periodic` a symmetric one.

    Parameters
    ----------
    window_length : int
    periodic : bool, default True
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
    >>> tl.bartlett_window(4)
    tensor([0.0000, 0.5000, 1.0000, 0.5000])
    """
def bernoulli(
    input: Tensor,
    p: _float | None = None,
    *,
    generator: _Generator | None = None,
    out: Tensor | None = None,
) -> Tensor:
    """1 with the probabilities in `input`, or with probability p, else 0.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    p : float, optional
        The probability of 1.
    generator : Generator, optional
        Where random numbers come from; by default the default generator.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.bernoulli``, in place ``Tensor.bernoulli_``.

    Examples
    --------
    >>> tl.bernoulli(tl.ones(1, 2, 3))
    tensor([[[1., 1., 1.],
             [1., 1., 1.]]])
    """
bfloat16: _dtype
def bilinear(
    input1: Tensor,
    input2: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
) -> Tensor:
    """out[..., k] = sum of input1[..., i] * weight[k, i, j] * input2[..., j], plus bias.

    Parameters
    ----------
    input1 : Tensor (..., in1)
    input2 : Tensor (..., in2)
    weight : Tensor (out, in1, in2)
    bias : Tensor (out,), optional

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> x, y = tl.tensor([[1.0, 2.0]]), tl.tensor([[3.0, 4.0]])
    >>> weight = tl.eye(2)[None]  # (K, I, J): here the inner product
    >>> tl.nn.functional.bilinear(x, y, weight)
    tensor([[11.]])
    """
def bincount(input: Tensor, weights: Tensor | None = None, minlength: _int = 0) -> Tensor:
    """How often each number from 0 occurs, or the sum of its weights.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    weights : Tensor (...), optional
    minlength : int, default 0

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.bincount``.

    Examples
    --------
    >>> tl.bincount(tl.tensor([1, 2, 3]))
    tensor([0, 1, 1, 1])
    """
def binomial(count: Tensor, prob: Tensor, generator: _Generator | None = None) -> Tensor:
    """Binomial numbers: how many of `count` tries succeed, each with the probability `prob`.

    Parameters
    ----------
    count : Tensor
        Whole numbers of at least 0, of a floating point dtype.
    prob : Tensor
        Probabilities of the same dtype.
    generator : Generator, optional
        The default one without it.

    Returns
    -------
    Tensor
        Of the shape that both are broadcast to.

    Raises
    ------
    RuntimeError
        For a count below 0, a probability outside of [0, 1], NaN, or two dtypes.

    Examples
    --------
    >>> tl.binomial(tl.tensor([3.0, 5.0]), tl.tensor([0.0, 1.0]))
    tensor([0., 5.])
    """
def bitwise_and(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """x & y, bit by bit; logical for bool.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype; integers and bool alone.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.bitwise_and``, in place ``Tensor.bitwise_and_``. It has no gradient.

    Examples
    --------
    >>> tl.bitwise_and(tl.tensor([1, 2, 3]), tl.tensor([1, 2, 3]))
    tensor([1, 2, 3])
    """
def bitwise_left_shift(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """x * 2**y, bits beyond the type dropped; 0 where y is outside of 0..63.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype; integers and bool alone.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.bitwise_left_shift``, in place ``Tensor.bitwise_left_shift_``. It has no gradient.

    Examples
    --------
    >>> tl.bitwise_left_shift(tl.tensor([1, 2, 3]), tl.tensor([1, 2, 3]))
    tensor([ 2,  8, 24])
    """
def bitwise_not(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """~x, bit by bit; logical for bool.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype; integers and bool alone.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.bitwise_not``, in place ``Tensor.bitwise_not_``. It has no gradient.

    Examples
    --------
    >>> tl.bitwise_not(tl.tensor([1, 2, 3]))
    tensor([-2, -3, -4])
    """
def bitwise_not_(input: Tensor) -> Tensor:
    """In place: ~x, bit by bit; logical for bool.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.bitwise_not_(tl.tensor([1, 2, 3]))
    tensor([-2, -3, -4])
    """
def bitwise_or(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """x | y, bit by bit; logical for bool.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype; integers and bool alone.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.bitwise_or``, in place ``Tensor.bitwise_or_``. It has no gradient.

    Examples
    --------
    >>> tl.bitwise_or(tl.tensor([1, 2, 3]), tl.tensor([1, 2, 3]))
    tensor([1, 2, 3])
    """
def bitwise_right_shift(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """floor(x / 2**y); the sign alone where y is outside of 0..63.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype; integers and bool alone.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.bitwise_right_shift``, in place ``Tensor.bitwise_right_shift_``. It has no gradient.

    Examples
    --------
    >>> tl.bitwise_right_shift(tl.tensor([1, 2, 3]), tl.tensor([1, 2, 3]))
    tensor([0, 0, 0])
    """
def bitwise_xor(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """x ^ y, bit by bit; logical for bool.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype; integers and bool alone.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.bitwise_xor``, in place ``Tensor.bitwise_xor_``. It has no gradient.

    Examples
    --------
    >>> tl.bitwise_xor(tl.tensor([1, 2, 3]), tl.tensor([1, 2, 3]))
    tensor([0, 0, 0])
    """
def blackman_window(
    window_length: _int,
    periodic: _bool = True,
    *,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor:
    """A sum of two cosines with low side lobes; without `periodic` a symmetric one.

    Parameters
    ----------
    window_length : int
    periodic : bool, default True
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
    >>> tl.blackman_window(4)
    tensor([-1.3878e-17,  3.4000e-01,  1.0000e+00,  3.4000e-01])
    """
def block_diag(*tensors: Tensor | _Sequence[Tensor]) -> Tensor:
    """A matrix with these matrices, rows or numbers along its diagonal; of none, one of [1, 0].

    Parameters
    ----------
    *tensors : Tensor (...) or sequence of Tensor (...)
        The blocks, with at most two dims.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.block_diag(tl.ones(2))
    tensor([[1., 1.]])
    """
def bmm(input: Tensor, mat2: Tensor, *, out: Tensor | None = None) -> Tensor:
    """The product of a 3-D and a 3-D tensor.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    mat2 : Tensor (K, M)
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.bmm``.

    Examples
    --------
    >>> tl.bmm(tl.ones(2, 3, 4), tl.ones(2, 4, 5)).shape
    tensorlite.Size([2, 3, 5])
    """
bool: _dtype
def broadcast_shapes(*sizes: _int | _Sequence[_int]) -> _Size:
    """The shape to which these shapes broadcast.

    Parameters
    ----------
    *sizes : int or tuple of int

    Returns
    -------
    Size

    Examples
    --------
    >>> tl.broadcast_shapes(3)
    tensorlite.Size([3])
    """
def broadcast_tensors(*tensors: Tensor) -> tuple[Tensor, ...]:
    """All tensors broadcast to their common shape.

    Parameters
    ----------
    *tensors : Tensor (...)
        The tensors, of shapes that fit together.

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.broadcast_tensors(tl.ones(2))
    (tensor([1., 1.]),)
    """
def broadcast_to(input: Tensor, *shape: _int | _Sequence[_int]) -> Tensor:
    """input broadcast to a shape without copying.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    *shape : int or tuple of int
        The shape: integers, or one sequence of them; one may be -1.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.broadcast_to``.

    Examples
    --------
    >>> tl.broadcast_to(tl.tensor([0.5, 1.0, 2.0]), (1, -1))
    tensor([[0.5000, 1.0000, 2.0000]])
    """
def bucketize(
    input: Tensor | _float,
    boundaries: Tensor,
    *,
    out_int32: _bool = False,
    right: _bool = False,
    out: Tensor | None = None,
) -> Tensor:
    """The bucket of each value among sorted boundaries, see `searchsorted`.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    boundaries : Tensor (...)
    out_int32 : bool, default False
    right : bool, default False
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.bucketize(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([1.0, 2.0]))
    tensor([0, 0, 1])
    """
def can_cast(from_: _dtype, to: _dtype) -> _bool:
    """Whether values may go from one type to another in place: never down a category.

    Parameters
    ----------
    from_ : dtype
    to : dtype

    Returns
    -------
    bool

    Examples
    --------
    >>> tl.can_cast(tl.int64, tl.float32), tl.can_cast(tl.float32, tl.int64)
    (True, False)
    """
def cartesian_prod(*tensors: Tensor) -> Tensor:
    """All combinations of the elements of several vectors, as rows.

    Parameters
    ----------
    *tensors : Tensor (...)
        The vectors.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.cartesian_prod(tl.ones(2))
    tensor([1., 1.])
    """
def cat(
    tensors: Tensor | _Sequence[Tensor],
    dim: _int = 0,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Join tensors along a dim that they have.

    Parameters
    ----------
    tensors : Tensor (...) or sequence of Tensor (...)
        The tensors, of shapes that fit together.
    dim : int, default 0
        The dim or dims along which it goes; negative ones count from the last.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        If the list is empty, or shapes differ outside of `dim`.

    Examples
    --------
    >>> tl.cat([tl.ones(2), tl.zeros(2)])
    tensor([1., 1., 0., 0.])
    """
def cbrt(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Cube root, of negative x too.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.cbrt``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.cbrt(tl.tensor([0.58, 2.1, 3.62]))
    tensor([0.8340, 1.2806, 1.5355])
    """
def cdist(
    x1: Tensor,
    x2: Tensor,
    p: _float = 2.0,
    compute_mode: str | _int | None = 'use_mm_for_euclid_dist_if_necessary',
) -> Tensor:
    """The p-norms of the differences of each row of one batch of matrices to each of another.

    Parameters
    ----------
    x1 : Tensor (..., P, M)
    x2 : Tensor (..., R, M)
    p : float
        At least 0: the number of differences, ..., inf: the largest.
    compute_mode : str
        "use_mm_for_euclid_dist" takes a product where p is 2, which is quicker and less accurate;
        "donot_use_mm_for_euclid_dist" never; the default from 25 rows on.

    Returns
    -------
    Tensor (..., P, R)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.cdist(tl.tensor([[0.0, 0.0], [3.0, 4.0]]), tl.tensor([[0.0, 0.0]]))
    tensor([[0.],
            [5.]])
    """
cdouble: _dtype
def ceil(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Smallest integral value not below x.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype; bool is refused.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.ceil``, in place ``Tensor.ceil_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.ceil(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-1.,  0.,  2.])
    """
def ceil_(input: Tensor) -> Tensor:
    """In place: Smallest integral value not below x.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.ceil_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([1., 1., 2.])
    """
def celu(input: Tensor, alpha: _float = 1.0, inplace: _bool = False) -> Tensor:
    """The continuously differentiable elu. Barron 2017, arXiv:1704.07483.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    alpha : float, default 1.0
        The result goes to its negative as the input falls.
    inplace : bool, default False
        Whether the input itself is written.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.celu(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def celu_(input: Tensor, alpha: _float = 1.0) -> Tensor:
    """`celu` in place.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    alpha : float, default 1.0
        The result goes to its negative as the input falls.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.celu_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
cfloat: _dtype
def chain_matmul(*matrices: Tensor | _Sequence[Tensor], out: Tensor | None = None) -> Tensor:
    """The product of several matrices, from the left.

    Parameters
    ----------
    *matrices : Tensor (...) or sequence of Tensor (...)
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.chain_matmul(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def channel_shuffle(input: Tensor, groups: _int) -> Tensor:
    """(N, C, *) with the channels of `groups` groups in turn.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    groups : int
        Into how many groups channels are split.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.channel_shuffle(tl.arange(8.0).reshape(1, 4, 2), 2)
    tensor([[[0., 1.],
             [4., 5.],
             [2., 3.],
             [6., 7.]]])
    """
channels_last: _memory_format
channels_last_3d: _memory_format
def cholesky(input: Tensor, upper: _bool = False, *, out: Tensor | None = None) -> Tensor:
    """See `linalg.cholesky`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    upper : bool, default False
        Whether the upper triangle is meant.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.cholesky``.

    Examples
    --------
    >>> tl.cholesky(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[2.0000, 0.0000],
            [0.5000, 1.6583]])
    """
def cholesky_inverse(L: Tensor, upper: _bool = False, *, out: Tensor | None = None) -> Tensor:
    """The inverse of A, given its Cholesky factor (*, N, N): lower, or upper with `upper`.

    Parameters
    ----------
    L : Tensor (..., N, N)
    upper : bool, default False
        Whether the upper triangle is meant.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.cholesky_inverse``.

    Examples
    --------
    >>> tl.cholesky_inverse(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[ 0.0694, -0.0278],
            [-0.0278,  0.1111]])
    """
def cholesky_solve(
    input: Tensor,
    input2: Tensor,
    upper: _bool = False,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """X of A X = input, given the Cholesky factor of A.

    Parameters
    ----------
    input : Tensor (*, N, K)
    input2 : Tensor (*, N, N)
        Lower, or upper with `upper`.
    upper : bool, default False
        Whether the upper triangle is meant.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.cholesky_solve``.

    Examples
    --------
    >>> tl.cholesky_solve(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[ 0.2500, -0.0139],
            [ 0.0000,  0.3056]])
    """
def chunk(input: Tensor, chunks: _int, dim: _int = 0) -> tuple[Tensor, ...]:
    """At most `chunks` parts of equal size; the last may be smaller.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    chunks : int
    dim : int, default 0
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.chunk``.

    Examples
    --------
    >>> tl.chunk(tl.tensor([0.5, 1.0, 2.0]), 3)
    (tensor([0.5000]), tensor([1.]), tensor([2.]))
    """
def clamp(
    input: Tensor,
    min: Tensor | _float | None = None,
    max: Tensor | _float | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """input, but at least `min` and at most `max`, which may be numbers or tensors.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    min : Tensor (...) or number, optional
        The lower bound.
    max : Tensor (...) or number, optional
        The upper bound.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.clamp``, in place ``Tensor.clamp_``.

    Examples
    --------
    >>> tl.clamp(tl.tensor([0.5, 1.0, 2.0]), max=1.5)
    tensor([0.5000, 1.0000, 1.5000])
    """
def clamp_(
    input: Tensor,
    min: Tensor | _float | None = None,
    max: Tensor | _float | None = None,
) -> Tensor:
    """In place: input, but at least `min` and at most `max`, which may be numbers or tensors.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    min : Tensor (...) or number, optional
        The lower bound.
    max : Tensor (...) or number, optional
        The upper bound.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.clamp_(tl.tensor([0.5, 1.0, 2.0]), max=1.5)
    tensor([0.5000, 1.0000, 1.5000])
    """
def clamp_max(input: Tensor, max: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """input, but at most `max`; NaN if either is. The gradient passes to input at the bound.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    max : Tensor (...) or number
        The upper bound.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.clamp_max``, in place ``Tensor.clamp_max_``.

    Examples
    --------
    >>> tl.clamp_max(tl.tensor([0.5, 1.0, 2.0]), 1.0)
    tensor([0.5000, 1.0000, 1.0000])
    """
def clamp_max_(input: Tensor, max: Tensor | _float) -> Tensor:
    """In place: input, but at most `max`; NaN if either is. The gradient passes to input at the bound.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    max : Tensor (...) or number
        The upper bound.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.clamp_max_(tl.tensor([0.5, 1.0, 2.0]), 1.0)
    tensor([0.5000, 1.0000, 1.0000])
    """
def clamp_min(input: Tensor, min: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """input, but at least `min`; NaN if either is. The gradient passes to input at the bound.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    min : Tensor (...) or number
        The lower bound.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.clamp_min``, in place ``Tensor.clamp_min_``.

    Examples
    --------
    >>> tl.clamp_min(tl.tensor([0.5, 1.0, 2.0]), 0.0)
    tensor([0.5000, 1.0000, 2.0000])
    """
def clamp_min_(input: Tensor, min: Tensor | _float) -> Tensor:
    """In place: input, but at least `min`; NaN if either is. The gradient passes to input at the bound.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    min : Tensor (...) or number
        The lower bound.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.clamp_min_(tl.tensor([0.5, 1.0, 2.0]), 0.0)
    tensor([0.5000, 1.0000, 2.0000])
    """
def clip(
    input: Tensor,
    min: Tensor | _float | None = None,
    max: Tensor | _float | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """input, but at least `min` and at most `max`, which may be numbers or tensors.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    min : Tensor (...) or number, optional
        The lower bound.
    max : Tensor (...) or number, optional
        The upper bound.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.clip``, in place ``Tensor.clip_``.

    Examples
    --------
    >>> tl.clip(tl.tensor([0.5, 1.0, 2.0]), 0.75, 1.5)
    tensor([0.7500, 1.0000, 1.5000])
    """
def clip_(
    input: Tensor,
    min: Tensor | _float | None = None,
    max: Tensor | _float | None = None,
) -> Tensor:
    """In place: input, but at least `min` and at most `max`, which may be numbers or tensors.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    min : Tensor (...) or number, optional
        The lower bound.
    max : Tensor (...) or number, optional
        The upper bound.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> x = tl.tensor([-2.0, 0.5, 2.0])
    >>> tl.clip_(x, -1.0, 1.0)
    tensor([-1.0000,  0.5000,  1.0000])
    """
def clone(input: Tensor, *, memory_format: _memory_format | None = None) -> Tensor:
    """A copy with memory of its own; gradients flow through it.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    memory_format : memory_format, optional
        The order in which dims lie in memory.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.clone``.

    Examples
    --------
    >>> tl.clone(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def column_stack(tensors: Tensor | _Sequence[Tensor], *, out: Tensor | None = None) -> Tensor:
    """Join vectors as columns.

    Parameters
    ----------
    tensors : Tensor (...) or sequence of Tensor (...)
        The tensors, of shapes that fit together.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.column_stack([tl.ones(2), tl.zeros(2)])
    tensor([[1., 0.],
            [1., 0.]])
    """
def combinations(input: Tensor, r: _int = 2, with_replacement: _bool = False) -> Tensor:
    """All choices of `r` elements of a vector, as rows.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    r : int, default 2
    with_replacement : bool, default False

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.combinations``.

    Examples
    --------
    >>> tl.combinations(tl.tensor([0.5, 1.0, 2.0]))
    tensor([[0.5000, 1.0000],
            [0.5000, 2.0000],
            [1.0000, 2.0000]])
    """
@_overload
def compile(model: _Model, *, check_every: _int | None = None, **options: _Any) -> _Model: ...
@_overload
def compile(
    model: _Callable[_P, _R],
    *,
    check_every: _int | None = None,
    **options: _Any,
) -> _Compiled[_P, _R]: ...
@_overload
def compile(
    model: None = None,
    *,
    check_every: _int | None = None,
    **options: _Any,
) -> _Callable[[_Callable[_P, _R]], _Compiled[_P, _R]]:
    """Record a function of tensors as plans of fused kernels, replayed by one native call.

    Parameters
    ----------
    model : callable
        Of tensors, modules, optimizers and Python values: a forward pass, a loss with its
        gradients, or a whole training step.
    check_every : int, optional
        For debugging: at every call of this number the function is recorded once more, and an
        error is raised if the plan at hand would do anything else.
    **options
        PyTorch's (`mode`, `fullgraph`, `dynamic`, ...), which mean nothing here, except
        `disable=True`: the function is returned as it is.

    Returns
    -------
    Compiled
        Called like `model`, with the same results and the same changes to parameters,
        gradients, optimizer state, generators and Python objects. Of a Module, a Module that has it
        as its child `_orig_mod`.

    Raises
    ------
    TraceError
        If the function reads data on the host (``item()``, ``bool()``, ``numpy()``, or a result
        whose shape depends on data), or reads or writes what can be neither watched nor repeated.
    RuntimeError
        If an argument shares memory that the function changes through another tensor.

    Notes
    -----
    The first call with new shapes or dtypes runs the function once to record it; Python code in it
    does not run again while the plan holds. What the recording *read* outside of itself, from
    arguments, globals, enclosing functions, defaults, objects, classes, modules, dicts, lists, sets
    and arrays, is looked at by every call, or is an input of the plan, or is refused with the line
    that reads it. What it *wrote* to Python objects each call repeats, or it is refused with the
    line. So a plan is never stale.

    A changed value makes another plan; all plans stay at hand, and a call takes the one that holds
    (`.grad` present or not, `training`, every tenth step). From its second value on, a number
    (int or float), and a tensor that is replaced by another one of the same shape and dtype, is an
    input: no further plan. Where a number decides something (``if k % 10 == 0``), the decision is
    what the plan holds for. So it is with the length of a list and with what stands at its ends: a
    log may grow. `recompiles` tells the reasons. A call whose recording raised runs as it is, and
    so do later ones for which it holds.

    A rate or a count that a step of an optimizer or scheduler in the function changes is read when
    that step is done; what would be decided by it is refused.

    What cannot be an input (a size, the text of a number, memory that is replaced) makes 8 plans
    for one reason; then a warning names it, and a call with what was not there before runs as
    eager code. The second time that the same is there, it is recorded.

    Results have gradients of any order. A backward with ``create_graph=True`` runs the function
    once more, eagerly: it must be what it was at the call, and write nothing but its results.

    Methods of library classes (``Tensor.relu``, ``nn.Linear.forward``, ``SGD.step``) are watched
    by the names that the function and the modules in it use, operators (``x * y``) too, and so are
    the functions of `nn.functional`, `linalg` and the like, whoever uses them. That is the limit of
    the rule: what else code of a library looks up inside itself is not watched.

    Functions of C extensions count as functions of their arguments alone, and of the settings of
    NumPy, `decimal` and `locale`, which are watched; changing such settings inside, files, clocks
    and Python's own random numbers are refused, `print` and `logging` are repeated. While a
    function is recorded, its code and that of the functions that it calls is replaced by the same
    code with spies (see `plan/spies.py`), and an input stands where its number did: other
    threads should not change the same objects meanwhile.

    Examples
    --------
    >>> import tensorlite as tl
    >>> model = tl.nn.Linear(2, 1)
    >>> optimizer = tl.optim.SGD(model.parameters(), lr=0.1)
    >>> @tl.compile
    ... def step(x, y):
    ...     optimizer.zero_grad()
    ...     loss = tl.nn.functional.mse_loss(model(x), y)
    ...     loss.backward()
    ...     optimizer.step()
    ...     return loss
    >>> losses = [step(tl.ones(4, 2), tl.zeros(4, 1)).item() for _ in range(3)]
    >>> losses[2] < losses[0]
    True
    """
def compiled_with_cxx11_abi() -> _bool:
    """False: there is no C++.

    Returns
    -------
    bool

    Examples
    --------
    >>> tl.compiled_with_cxx11_abi()
    False
    """
def complex(real: Tensor, imag: Tensor, *, out: Tensor | None = None) -> Tensor:
    """Complex numbers from their parts, both float32 or both float64.

    Parameters
    ----------
    real : Tensor (...)
    imag : Tensor (...)
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.complex(tl.tensor([1., 2.]), tl.tensor([3., 4.]))
    tensor([1.+3.j, 2.+4.j])
    """
complex128: _dtype
complex64: _dtype
def concat(
    tensors: Tensor | _Sequence[Tensor],
    dim: _int = 0,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Join tensors along a dim that they have.

    Parameters
    ----------
    tensors : Tensor (...) or sequence of Tensor (...)
        The tensors, of shapes that fit together.
    dim : int, default 0
        The dim or dims along which it goes; negative ones count from the last.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        If the list is empty, or shapes differ outside of `dim`.

    Examples
    --------
    >>> tl.concat([tl.ones(2), tl.zeros(2)])
    tensor([1., 1., 0., 0.])
    """
def concatenate(
    tensors: Tensor | _Sequence[Tensor],
    dim: _int = 0,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Join tensors along a dim that they have.

    Parameters
    ----------
    tensors : Tensor (...) or sequence of Tensor (...)
        The tensors, of shapes that fit together.
    dim : int, default 0
        The dim or dims along which it goes; negative ones count from the last.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        If the list is empty, or shapes differ outside of `dim`.

    Examples
    --------
    >>> tl.concatenate([tl.ones(2), tl.zeros(2)])
    tensor([1., 1., 0., 0.])
    """
def conj(input: Tensor) -> Tensor:
    """The complex conjugate; a real tensor itself.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.conj``.

    Examples
    --------
    >>> tl.conj(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def conj_physical(input: Tensor, *, out: Tensor | None = None) -> Tensor:
    """The complex conjugate in memory of its own; a real tensor itself.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.conj_physical``, in place ``Tensor.conj_physical_``.

    Examples
    --------
    >>> tl.conj_physical(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def conj_physical_(self: Tensor) -> Tensor:
    """In place: the complex conjugate.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Examples
    --------
    >>> tl.conj_physical_(tl.tensor([1 + 2j]))
    tensor([1.-2.j])
    """
def constant_pad_nd(input: Tensor, pad: _Sequence[_int], value: _float = 0) -> Tensor:
    """A frame of one value around the last dims, see `nn.functional.pad`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    pad : sequence of int
    value : float, default 0
        The number, or the tensor of values.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.constant_pad_nd(tl.tensor([0.5, 1.0, 2.0]), (1, 1))
    tensor([0.0000, 0.5000, 1.0000, 2.0000, 0.0000])
    """
contiguous_format: _memory_format
def conv1d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: _int | _Sequence[_int] = 1,
    padding: _int | _Sequence[_int] | str = 0,
    dilation: _int | _Sequence[_int] = 1,
    groups: _int = 1,
) -> Tensor:
    """Kernels that go over signals: at each place, the sum of products of what lies below.

    Parameters
    ----------
    input : Tensor (N, C, L) or (C, L)
    weight : Tensor (O, C / groups, K)
    bias : Tensor (O,), optional
    stride : int or tuple of int
        The steps of the kernels.
    padding : int, tuple of int, "same" or "valid"
        Zeros around the input; "same": as many as keep its size, "valid": none.
    dilation : int or tuple of int
        From one element of a kernel to the next.
    groups : int
        Each group of channels of the input makes one of the result.

    Returns
    -------
    Tensor (N, O, ...) or (O, ...)

    Raises
    ------
    RuntimeError
        If sizes, channels or dtypes do not fit.

    Examples
    --------
    >>> tl.conv1d(tl.ones(1, 1, 3), tl.ones(1, 1, 3), padding=1).shape
    tensorlite.Size([1, 1, 3])
    """
def conv2d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: _int | _Sequence[_int] = 1,
    padding: _int | _Sequence[_int] | str = 0,
    dilation: _int | _Sequence[_int] = 1,
    groups: _int = 1,
) -> Tensor:
    """Kernels that go over images: at each place, the sum of products of what lies below.

    Parameters
    ----------
    input : Tensor (N, C, H, W) or (C, H, W)
    weight : Tensor (O, C / groups, R, S)
    bias : Tensor (O,), optional
    stride : int or tuple of int
        The steps of the kernels.
    padding : int, tuple of int, "same" or "valid"
        Zeros around the input; "same": as many as keep its size, "valid": none.
    dilation : int or tuple of int
        From one element of a kernel to the next.
    groups : int
        Each group of channels of the input makes one of the result.

    Returns
    -------
    Tensor (N, O, ...) or (O, ...)

    Raises
    ------
    RuntimeError
        If sizes, channels or dtypes do not fit.

    Examples
    --------
    >>> tl.conv2d(tl.ones(1, 1, 3, 3), tl.ones(1, 1, 3, 3), padding=1).shape
    tensorlite.Size([1, 1, 3, 3])
    """
def conv3d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: _int | _Sequence[_int] = 1,
    padding: _int | _Sequence[_int] | str = 0,
    dilation: _int | _Sequence[_int] = 1,
    groups: _int = 1,
) -> Tensor:
    """Kernels that go over volumes: at each place, the sum of products of what lies below.

    Parameters
    ----------
    input : Tensor (N, C, D, H, W) or (C, D, H, W)
    weight : Tensor (O, C / groups, T, R, S)
    bias : Tensor (O,), optional
    stride : int or tuple of int
        The steps of the kernels.
    padding : int, tuple of int, "same" or "valid"
        Zeros around the input; "same": as many as keep its size, "valid": none.
    dilation : int or tuple of int
        From one element of a kernel to the next.
    groups : int
        Each group of channels of the input makes one of the result.

    Returns
    -------
    Tensor (N, O, ...) or (O, ...)

    Raises
    ------
    RuntimeError
        If sizes, channels or dtypes do not fit.

    Examples
    --------
    >>> tl.conv3d(tl.ones(1, 1, 3, 3, 3), tl.ones(1, 1, 3, 3, 3), padding=1).shape
    tensorlite.Size([1, 1, 3, 3, 3])
    """
def conv_tbc(input: Tensor, weight: Tensor, bias: Tensor, pad: _int = 0) -> Tensor:
    """`conv1d` of signals whose time is the first dim and whose channels are the last.

    Parameters
    ----------
    input : Tensor (T, N, C)
    weight : Tensor (K, C, O)
    bias : Tensor (O,)
    pad : int
        Zeros in front of the signals and behind.

    Returns
    -------
    Tensor (T + 2 pad - K + 1, N, O)

    Raises
    ------
    RuntimeError
        If sizes, channels or dtypes do not fit.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.conv_tbc(tl.ones(4, 1, 2), tl.ones(2, 2, 1), tl.zeros(1)).ravel()
    tensor([4., 4., 4.])
    """
def conv_transpose1d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: _int | _Sequence[_int] = 1,
    padding: _int | _Sequence[_int] = 0,
    output_padding: _int | _Sequence[_int] = 0,
    groups: _int = 1,
    dilation: _int | _Sequence[_int] = 1,
) -> Tensor:
    """The gradient of `conv1d` with respect to its input, as a function of its own.

    Parameters
    ----------
    input : Tensor (N, C, L) or (C, L)
    weight : Tensor (C, O / groups, K)
    bias : Tensor (O,), optional
    stride, padding, dilation : int or tuple of int
        Of the convolution whose gradient it is.
    output_padding : int or tuple of int
        What is added to one side of the result, whose size the others leave open.
    groups : int

    Returns
    -------
    Tensor (N, O, ...) or (O, ...)

    Raises
    ------
    RuntimeError
        If sizes, channels or dtypes do not fit.

    Examples
    --------
    >>> tl.conv_transpose1d(tl.ones(1, 1, 3), tl.ones(1, 1, 3), stride=2).shape
    tensorlite.Size([1, 1, 7])
    """
def conv_transpose2d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: _int | _Sequence[_int] = 1,
    padding: _int | _Sequence[_int] = 0,
    output_padding: _int | _Sequence[_int] = 0,
    groups: _int = 1,
    dilation: _int | _Sequence[_int] = 1,
) -> Tensor:
    """The gradient of `conv2d` with respect to its input, as a function of its own.

    Parameters
    ----------
    input : Tensor (N, C, H, W) or (C, H, W)
    weight : Tensor (C, O / groups, R, S)
    bias : Tensor (O,), optional
    stride, padding, dilation : int or tuple of int
        Of the convolution whose gradient it is.
    output_padding : int or tuple of int
        What is added to one side of the result, whose size the others leave open.
    groups : int

    Returns
    -------
    Tensor (N, O, ...) or (O, ...)

    Raises
    ------
    RuntimeError
        If sizes, channels or dtypes do not fit.

    Examples
    --------
    >>> tl.conv_transpose2d(tl.ones(1, 1, 3, 3), tl.ones(1, 1, 3, 3), stride=2).shape
    tensorlite.Size([1, 1, 7, 7])
    """
def conv_transpose3d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: _int | _Sequence[_int] = 1,
    padding: _int | _Sequence[_int] = 0,
    output_padding: _int | _Sequence[_int] = 0,
    groups: _int = 1,
    dilation: _int | _Sequence[_int] = 1,
) -> Tensor:
    """The gradient of `conv3d` with respect to its input, as a function of its own.

    Parameters
    ----------
    input : Tensor (N, C, D, H, W) or (C, D, H, W)
    weight : Tensor (C, O / groups, T, R, S)
    bias : Tensor (O,), optional
    stride, padding, dilation : int or tuple of int
        Of the convolution whose gradient it is.
    output_padding : int or tuple of int
        What is added to one side of the result, whose size the others leave open.
    groups : int

    Returns
    -------
    Tensor (N, O, ...) or (O, ...)

    Raises
    ------
    RuntimeError
        If sizes, channels or dtypes do not fit.

    Examples
    --------
    >>> tl.conv_transpose3d(tl.ones(1, 1, 3, 3, 3), tl.ones(1, 1, 3, 3, 3), stride=2).shape
    tensorlite.Size([1, 1, 7, 7, 7])
    """
def copysign(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The magnitude of x with the sign of y.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.copysign``, in place ``Tensor.copysign_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.copysign(tl.tensor([0.65, 1.25, 1.85]), tl.tensor([1.85, 1.25, 0.65]))
    tensor([0.6500, 1.2500, 1.8500])
    """
def corrcoef(input: Tensor) -> Tensor:
    """The correlations of variables (rows) over observations (columns), within -1 and 1.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.corrcoef``.

    Examples
    --------
    >>> tl.corrcoef(tl.tensor([0.5, 1.0, 2.0]))
    tensor(1.)
    """
def cos(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Cosine, for every finite x. Method as for `sin`.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.cos``, in place ``Tensor.cos_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.cos(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-0.0292,  1.0000, -0.0292])
    """
def cos_(input: Tensor) -> Tensor:
    """In place: Cosine, for every finite x. Method as for `sin`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.cos_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 0.8776,  0.5403, -0.4161])
    """
def cosh(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Hyperbolic cosine.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.cosh``, in place ``Tensor.cosh_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.cosh(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([2.5775, 1.0000, 2.5775])
    """
def cosh_(input: Tensor) -> Tensor:
    """In place: Hyperbolic cosine.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.cosh_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([1.1276, 1.5431, 3.7622])
    """
def cosine_similarity(x1: Tensor, x2: Tensor, dim: _int = 1, eps: _float = 1e-08) -> Tensor:
    """x1 . x2 / (|x1| |x2|) along `dim`, each norm at least eps.

    Parameters
    ----------
    x1 : Tensor (...)
    x2 : Tensor (...)
    dim : int, default 1
        The dim or dims along which it goes; negative ones count from the last.
    eps : float, default 1e-08
        A small number that keeps divisions finite.

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
    >>> tl.nn.functional.cosine_similarity(tl.ones(1, 2, 3), tl.ones(1, 2, 3))
    tensor([[1., 1., 1.]])
    """
def count_nonzero(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    *dims: _int,
) -> Tensor:
    """How many elements along dims are not zero.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    *dims : int
        The dims, of which negative ones count from the last.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.count_nonzero``.

    Examples
    --------
    >>> tl.count_nonzero(tl.tensor([0.5, 1.0, 2.0]), (0,))
    tensor(3)
    """
def cov(
    input: Tensor,
    *,
    correction: _float = 1,
    fweights: Tensor | None = None,
    aweights: Tensor | None = None,
) -> Tensor:
    """The covariances of variables (rows) over observations (columns).

    `fweights` are counts of each observation, `aweights` its importance.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    correction : float, default 1
        What is taken from the number of elements: 1 gives the unbiased variance.
    fweights : Tensor (...), optional
    aweights : Tensor (...), optional

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.cov``.

    Examples
    --------
    >>> tl.cov(tl.tensor([0.5, 1.0, 2.0]))
    tensor(0.5833)
    """
def cross(
    input: Tensor,
    other: Tensor,
    dim: _int | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The vector product of 3-vectors along a dim (by default the first of extent 3).

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    other : Tensor (...)
        The second operand; shapes broadcast.
    dim : int, optional
        The dim or dims along which it goes; negative ones count from the last.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.cross``.

    Examples
    --------
    >>> tl.cross(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 0., 0.])
    """
def cross_entropy(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    ignore_index: _int = -100,
    reduction: str = 'mean',
    label_smoothing: _float = 0.0,
) -> Tensor:
    """The negative log-likelihood of `target` under softmax(input).

    Parameters
    ----------
    input : Tensor (C,), (N, C) or (N, C, d1, ...)
        Scores before the softmax.
    target : Tensor (), (N,) or (N, d1, ...) of integers, or like `input` of probabilities
    weight : Tensor (C,), optional
        How much each class counts.
    ignore_index : int
        A target that does not count.
    reduction : {"mean", "sum", "none"}
        The mean is over the weights of the targets.
    label_smoothing : float
        The share of each target that goes to all classes evenly.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    IndexError
        If a target is not a class.

    Examples
    --------
    >>> nn.functional.cross_entropy(tl.tensor([[0., 0.]]), tl.tensor([1]))
    tensor(0.6931)
    """
def cummax(input: Tensor, dim: _int, *, out: _Sequence[Tensor] | None = None) -> _ValuesIndices:
    """The running maximum along a dim and its index; ties take the last.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    ValuesIndices

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.cummax``.

    Examples
    --------
    >>> tl.cummax(tl.tensor([0.5, 1.0, 2.0]), 0)
    tensorlite.return_types.cummax(
    values=tensor([0.5000, 1.0000, 2.0000]),
    indices=tensor([0, 1, 2]))
    """
def cummin(input: Tensor, dim: _int, *, out: _Sequence[Tensor] | None = None) -> _ValuesIndices:
    """The running minimum along a dim and its index; ties take the last.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    ValuesIndices

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.cummin``.

    Examples
    --------
    >>> tl.cummin(tl.tensor([0.5, 1.0, 2.0]), 0)
    tensorlite.return_types.cummin(
    values=tensor([0.5000, 0.5000, 0.5000]),
    indices=tensor([0, 0, 0]))
    """
def cumprod(
    input: Tensor,
    dim: _int,
    *,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor:
    """Running products along a dim; integers become int64.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.cumprod``, in place ``Tensor.cumprod_``.

    Examples
    --------
    >>> tl.cumprod(tl.tensor([0.5, 1.0, 2.0]), 0)
    tensor([0.5000, 0.5000, 1.0000])
    """
def cumsum(
    input: Tensor,
    dim: _int,
    *,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor:
    """Running sums along a dim; integers become int64.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.cumsum``, in place ``Tensor.cumsum_``.

    Examples
    --------
    >>> tl.cumsum(tl.tensor([0.5, 1.0, 2.0]), 0)
    tensor([0.5000, 1.5000, 3.5000])
    """
def cumulative_trapezoid(
    y: Tensor,
    x: Tensor | None = None,
    *,
    dx: _float = 1,
    dim: _int = -1,
) -> Tensor:
    """The running integral along a dim by the trapezoidal rule.

    Parameters
    ----------
    y : Tensor (...)
    x : Tensor (...), optional
    dx : float, default 1
    dim : int, default -1
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
    >>> tl.cumulative_trapezoid(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.7500, 2.2500])
    """
default_generator: _Generator
def deg2rad(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.deg2rad``, in place ``Tensor.deg2rad_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.deg2rad(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-0.0279,  0.0000,  0.0279])
    """
def deg2rad_(input: Tensor) -> Tensor:
    """In place: None

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.deg2rad_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.0087, 0.0175, 0.0349])
    """
def det(input: Tensor) -> Tensor:
    """See `linalg.det`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.det``.

    Examples
    --------
    >>> tl.det(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor(11.)
    """
def detach(self: Tensor) -> Tensor:
    """A view of self outside of the graph; it shares memory.

    Returns
    -------
    Tensor (...)

    Notes
    -----
    Also the method ``Tensor.detach``, in place ``Tensor.detach_``.

    Examples
    --------
    >>> tl.detach(tl.ones(2, requires_grad=True))
    tensor([1., 1.])
    """
def detach_(self: Tensor) -> Tensor:
    """Take self out of the graph; views that were made before stay in it.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Examples
    --------
    >>> x = tl.ones(2, requires_grad=True) * 2
    >>> x.detach_().requires_grad
    False
    """
def detach_copy(input: Tensor, *, out: Tensor | None = None) -> Tensor:
    """A copy of: A view of self outside of the graph; it shares memory.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> x = tl.ones(2, requires_grad=True)
    >>> tl.detach_copy(x).zero_()
    tensor([0., 0.])
    >>> x
    tensor([1., 1.], requires_grad=True)
    """
def diag(input: Tensor, diagonal: _int = 0, *, out: Tensor | None = None) -> Tensor:
    """A matrix with this vector on a diagonal; or a copy of a diagonal of a matrix.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    diagonal : int, default 0
        Which diagonal: 0 the main one, positive ones above it.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.diag``.

    Examples
    --------
    >>> tl.diag(tl.tensor([0.5, 1.0, 2.0]))
    tensor([[0.5000, 0.0000, 0.0000],
            [0.0000, 1.0000, 0.0000],
            [0.0000, 0.0000, 2.0000]])
    """
def diag_embed(input: Tensor, offset: _int = 0, dim1: _int = -2, dim2: _int = -1) -> Tensor:
    """Zeros with the last dim on the diagonals of two new dims.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    offset : int, default 0
    dim1 : int, default -2
    dim2 : int, default -1

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.diag_embed``.

    Examples
    --------
    >>> tl.diag_embed(tl.tensor([0.5, 1.0, 2.0]))
    tensor([[0.5000, 0.0000, 0.0000],
            [0.0000, 1.0000, 0.0000],
            [0.0000, 0.0000, 2.0000]])
    """
def diagflat(input: Tensor, offset: _int = 0) -> Tensor:
    """A matrix with all elements on a diagonal.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    offset : int, default 0

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.diagflat``.

    Examples
    --------
    >>> tl.diagflat(tl.tensor([0.5, 1.0, 2.0]))
    tensor([[0.5000, 0.0000, 0.0000],
            [0.0000, 1.0000, 0.0000],
            [0.0000, 0.0000, 2.0000]])
    """
def diagonal(input: Tensor, offset: _int = 0, dim1: _int = 0, dim2: _int = 1) -> Tensor:
    """The diagonals of the planes of two dims, as a new last dim.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    offset : int, default 0
    dim1 : int, default 0
    dim2 : int, default 1

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.diagonal``.

    Examples
    --------
    >>> tl.diagonal(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([4., 3.])
    """
def diagonal_copy(
    input: Tensor,
    offset: _int = 0,
    dim1: _int = 0,
    dim2: _int = 1,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """A copy of: The diagonals of the planes of two dims, as a new last dim.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    offset : int, default 0
    dim1 : int, default 0
    dim2 : int, default 1
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.diagonal_copy(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([4., 3.])
    """
def diagonal_scatter(
    input: Tensor,
    src: Tensor | _float,
    offset: _int = 0,
    dim1: _int = 0,
    dim2: _int = 1,
) -> Tensor:
    """A copy of input with `src` on a diagonal.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    src : Tensor (...) or number
    offset : int, default 0
    dim1 : int, default 0
    dim2 : int, default 1

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.diagonal_scatter``.

    Examples
    --------
    >>> tl.diagonal_scatter(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), tl.ones(2))
    tensor([[1., 1.],
            [1., 1.]])
    """
def diff(
    input: Tensor,
    n: _int = 1,
    dim: _int = -1,
    prepend: Tensor | None = None,
    append: Tensor | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Differences of neighbours along a dim, n times.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    n : int, default 1
        How often differences are taken.
    dim : int, default -1
        The dim or dims along which it goes; negative ones count from the last.
    prepend : Tensor (...), optional
    append : Tensor (...), optional
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.diff``.

    Examples
    --------
    >>> tl.diff(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000])
    """
def digamma(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Derivative of lgamma; NaN at negative integers, -+inf at +-0.

    Near its roots the error is absolute: 8 units in the last place of 1 in float64.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.digamma``, in place ``Tensor.digamma_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.digamma(tl.tensor([0.85, 2.25, 3.65]))
    tensor([-0.8553,  0.5725,  1.1515])
    """
def digamma_(input: Tensor) -> Tensor:
    """In place: Derivative of lgamma; NaN at negative integers, -+inf at +-0.

    Near its roots the error is absolute: 8 units in the last place of 1 in float64.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.digamma_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([-1.9635, -0.5772,  0.4228])
    """
def dist(input: Tensor, other: Tensor | _float, p: _float = 2) -> Tensor:
    """The p-norm of input - other.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    p : float, default 2
        The order of the norm.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.dist``.

    Examples
    --------
    >>> tl.dist(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(0.)
    """
def div(
    input: Tensor,
    other: Tensor | _float,
    *,
    rounding_mode: str | None = None,
    out: Tensor | None = None,
) -> Tensor:
    """Divide; `rounding_mode` is None (true division), "trunc" (toward zero) or "floor".

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    rounding_mode : str, optional
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.div``, in place ``Tensor.div_``.

    Examples
    --------
    >>> tl.div(tl.tensor([7, -7]), 2, rounding_mode="floor")
    tensor([ 3, -4])
    """
def divide(
    input: Tensor,
    other: Tensor | _float,
    *,
    rounding_mode: str | None = None,
    out: Tensor | None = None,
) -> Tensor:
    """Divide; `rounding_mode` is None (true division), "trunc" (toward zero) or "floor".

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    rounding_mode : str, optional
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.divide``, in place ``Tensor.divide_``.

    Examples
    --------
    >>> tl.div(tl.tensor([7, -7]), 2, rounding_mode="floor")
    tensor([ 3, -4])
    """
def dot(input: Tensor, tensor: Tensor, *, out: Tensor | None = None) -> Tensor:
    """The product of a 1-D and a 1-D tensor.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    tensor : Tensor (...)
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.dot``.

    Examples
    --------
    >>> tl.dot(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([2.0, 3.0, 1.0]))
    tensor(6.)
    """
double: _dtype
def dropout(
    input: Tensor,
    p: _float = 0.5,
    train: _bool = True,
    *,
    generator: _Generator | None = None,
) -> Tensor:
    """input with elements set to 0 with probability p, the rest divided by 1 - p.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    p : float, default 0.5
        The probability with which an element, or a channel, is dropped.
    train : bool, default True
    generator : Generator, optional
        Where random numbers come from; by default the default generator.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.dropout(tl.tensor([0.5, 1.0, 2.0])).shape
    tensorlite.Size([3])
    """
def dsplit(
    input: Tensor,
    indices_or_sections: _int | _Sequence[_int] | Tensor,
) -> tuple[Tensor, ...]:
    """Parts along dim 2: so many equal ones, or cut at the given indices.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    indices_or_sections : int or sequence of int or Tensor (...)

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.dsplit``.

    Examples
    --------
    >>> tl.dsplit(tl.ones(1, 2, 3), 3)
    (tensor([[[1.],
             [1.]]]), tensor([[[1.],
             [1.]]]), tensor([[[1.],
             [1.]]]))
    """
def dstack(tensors: Tensor | _Sequence[Tensor], *, out: Tensor | None = None) -> Tensor:
    """Join along the third dim.

    Parameters
    ----------
    tensors : Tensor (...) or sequence of Tensor (...)
        The tensors, of shapes that fit together.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.dstack([tl.ones(2), tl.zeros(2)])
    tensor([[[1., 0.],
             [1., 0.]]])
    """
e: _float
def einsum(equation: str | Tensor, *operands: Tensor | _Sequence[_Any]) -> Tensor:
    """Sums of products, by named dims.

    Parameters
    ----------
    equation : str
        Subscripts per operand, split by commas, and those of the result after ``->``; without
        ``->`` the letters that appear once, in alphabetical order. A letter that repeats within an
        operand takes its diagonal; ``...`` stands for broadcast dims.
    *operands : Tensor
        Also as one list. Without an equation each operand is followed by the numbers of its dims,
        from 0 to 51, and those of the result may stand last: ``einsum(x, [0, 1], y, [1, 2])``.

    Returns
    -------
    Tensor

    Raises
    ------
    RuntimeError
        If the equation does not fit the operands.
    ValueError
        For the number of a dim outside of 0 to 51.

    Notes
    -----
    Pairs are contracted by matrix products, in the order that takes the fewest multiplications; of
    more than seven operands the pair with the smallest result comes first.

    Examples
    --------
    >>> tl.einsum("ij,jk->ik", tl.tensor([[1., 2.]]), tl.tensor([[3.], [4.]]))
    tensor([[11.]])
    """
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
) -> _Callable[..., Tensor]:
    """Make an op from a plain Python function of numbers.

    Parameters
    ----------
    function : function
        Takes and returns numbers; may use if, while, for over range, arithmetic, the functions of
        `math` and `numpy`, and other such functions.
    grad : function or dict of str to function, optional
        A written gradient ``(g, ...)``, by parameter where there are several; its parameters after
        `g` name what it needs: inputs, or ``out``. Without it gradients are derived, of any order.
    kind : str
        The dtype rule: "float" (integers become float32), "same", "bool", "integer".
    name : str, optional
        The name in messages; the function's own by default.

    Returns
    -------
    Elementwise
        A callable on tensors and numbers, which broadcasts.

    Raises
    ------
    ScalarError
        If the function cannot be compiled: names file, line, reason and remedy.

    Notes
    -----
    Numbers and functions that it reads from globals, from an enclosing function or as defaults are
    read once, where the op is defined, and are part of its kernel from then on. What is to change
    later is a parameter, which may be given as a number.

    Examples
    --------
    >>> import tensorlite as tl
    >>> @tl.elementwise
    ... def swish(x, beta):
    ...     return x / (1 + tl.scalars.exp(-beta * x))
    >>> x = tl.tensor([0.0, 1.0], requires_grad=True)
    >>> swish(x, 1.0).sum().backward()
    >>> x.grad
    tensor([0.5000, 0.9277])

    >>> k = 2.0
    >>> @tl.elementwise
    ... def scaled(x):
    ...     return x * k
    >>> k = 3.0
    >>> scaled(tl.ones(2))  # 2.0 was read where it was defined
    tensor([2., 2.])
    """
def embedding(
    weight: Tensor,
    input: Tensor,
    padding_idx: _int = -1,
    scale_grad_by_freq: _bool = False,
    sparse: _bool = False,
) -> Tensor:
    """Rows of `weight` by index, in PyTorch's order of arguments; see `nn.functional.embedding`.

    Parameters
    ----------
    weight : Tensor (...)
        The rows that are looked up.
    input : Tensor (...)
        What is computed on.
    padding_idx : int, default -1
    scale_grad_by_freq : bool, default False
    sparse : bool, default False

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.embedding(tl.tensor([[1.0, 2.0], [3.0, 4.0]]), tl.tensor([1, 0, 1]))
    tensor([[3., 4.],
            [1., 2.],
            [3., 4.]])
    """
def empty(
    *size: _int | _Sequence[_int],
    out: Tensor | None = None,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
    memory_format: _memory_format | None = None,
) -> Tensor:
    """A tensor of the given size, whose elements are not set.

    Parameters
    ----------
    *size : int or tuple of int
        The shape: integers, or one sequence of them.
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
    memory_format : memory_format, optional
        The order in which dims lie in memory.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> x = tl.empty(2, 3)
    >>> x.fill_(1.0)
    tensor([[1., 1., 1.],
            [1., 1., 1.]])
    """
def empty_like(
    input: Tensor,
    *,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
    memory_format: _memory_format | None = None,
) -> Tensor:
    """A tensor of input's shape and dtype, whose elements are not set.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
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
    memory_format : memory_format, optional
        The order in which dims lie in memory.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> x = tl.empty_like(tl.tensor([[1, 2], [3, 4]]))
    >>> x.shape, x.dtype
    (tensorlite.Size([2, 2]), tensorlite.int64)
    """
def empty_permuted(
    size: _Sequence[_int],
    physical_layout: _Sequence[_int],
    *,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor:
    """A dense tensor whose dims lie in memory in this order, the first with the longest step.

    Parameters
    ----------
    size : sequence of int
        The shape: integers, or one sequence of them.
    physical_layout : sequence of int
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
    >>> tl.empty_permuted((2, 3), (1, 0)).stride()
    (1, 2)
    """
def empty_strided(
    size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int],
    *,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor:
    """A tensor with these strides, counted in elements, whose elements are not set.

    Parameters
    ----------
    size : int or tuple of int
        The shape: integers, or one sequence of them.
    stride : int or tuple of int
        The step of each dim in memory, in elements.
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
    >>> x = tl.empty_strided((2, 3), (1, 2))
    >>> x.shape, x.stride()
    (tensorlite.Size([2, 3]), (1, 2))
    """
def eq(input: Tensor | _float, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """x == y.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of bool.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.eq``, in place ``Tensor.eq_``. It has no gradient.

    Examples
    --------
    >>> tl.eq(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([False,  True, False])
    """
def equal(input: Tensor, other: Tensor) -> _bool:
    """Whether two tensors have the same shape and elements.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    other : Tensor (...)
        The second operand; shapes broadcast.

    Returns
    -------
    bool

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.equal``.

    Examples
    --------
    >>> tl.equal(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    True
    """
def erf(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Error function.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.erf``, in place ``Tensor.erf_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.erf(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-0.9763,  0.0000,  0.9763])
    """
def erf_(input: Tensor) -> Tensor:
    """In place: Error function.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.erf_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5205, 0.8427, 0.9953])
    """
def erfc(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """1 - erf(x), accurate where erf nears 1.

    Method (Shepherd and Laframboise 1981): (1 + 2x) exp(x*x) erfc(x) as a polynomial in
    (x - k) / (x + k).

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.erfc``, in place ``Tensor.erfc_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.erfc(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([1.9763, 1.0000, 0.0237])
    """
def erfc_(input: Tensor) -> Tensor:
    """In place: 1 - erf(x), accurate where erf nears 1.

    Method (Shepherd and Laframboise 1981): (1 + 2x) exp(x*x) erfc(x) as a polynomial in
    (x - k) / (x + k).

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.erfc_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.4795, 0.1573, 0.0047])
    """
def erfinv(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Inverse of erf; infinite at -1 and 1, NaN beyond.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.erfinv``, in place ``Tensor.erfinv_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.erfinv(tl.tensor([-0.72, 0.0, 0.72]))
    tensor([-0.7639,  0.0000,  0.7639])
    """
def erfinv_(input: Tensor) -> Tensor:
    """In place: Inverse of erf; infinite at -1 and 1, NaN beyond.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.erfinv_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.4769,    inf,    nan])
    """
def exp(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """e to the power x.

    Method (Cody and Waite; Cephes): x = n log 2 + r, a polynomial in r, then the exponent by bits.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.exp``, in place ``Tensor.exp_``. Its gradient is written.

    Examples
    --------
    >>> tl.exp(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([0.2019, 1.0000, 4.9530])
    """
def exp2(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """2 to the power x; exact at integers.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.exp2``, in place ``Tensor.exp2_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.exp2(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([0.3299, 1.0000, 3.0314])
    """
def exp2_(input: Tensor) -> Tensor:
    """In place: 2 to the power x; exact at integers.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.exp2_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([1.4142, 2.0000, 4.0000])
    """
def exp_(input: Tensor) -> Tensor:
    """In place: e to the power x.

    Method (Cody and Waite; Cephes): x = n log 2 + r, a polynomial in r, then the exponent by bits.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.exp_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([1.6487, 2.7183, 7.3891])
    """
def expand_copy(
    input: Tensor,
    size: _int | _Sequence[_int],
    *,
    implicit: _bool = False,
    out: Tensor | None = None,
) -> Tensor:
    """A copy of: the same with dims of extent 1 repeated.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    size : int or tuple of int
        The shape: integers, or one sequence of them.
    implicit : bool, default False
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.expand_copy(tl.tensor([0.5, 1.0, 2.0]), (2, 3))
    tensor([[0.5000, 1.0000, 2.0000],
            [0.5000, 1.0000, 2.0000]])
    """
def expit(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """1 / (1 + exp(-x)), never from an overflowing exp.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.sigmoid``, in place ``Tensor.sigmoid_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.sigmoid(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([0.1680, 0.5000, 0.8320])
    """
def expit_(input: Tensor) -> Tensor:
    """In place: 1 / (1 + exp(-x)), never from an overflowing exp.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.expit_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.6225, 0.7311, 0.8808])
    """
def expm1(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """exp(x) - 1, accurate near zero.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.expm1``, in place ``Tensor.expm1_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.expm1(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-0.7981,  0.0000,  3.9530])
    """
def expm1_(input: Tensor) -> Tensor:
    """In place: exp(x) - 1, accurate near zero.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.expm1_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.6487, 1.7183, 6.3891])
    """
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
) -> Tensor:
    """The n x m matrix with ones on its diagonal.

    Parameters
    ----------
    n : int
        The length, or the number of them.
    m : int, optional
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
    >>> tl.eye(3)
    tensor([[1., 0., 0.],
            [0., 1., 0.],
            [0., 0., 1.]])
    """
def fill(input: Tensor, value: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """A tensor like input that is filled with one number.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    value : Tensor (...) or number
        The number, or the tensor of values.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    In place ``Tensor.fill_``.

    Examples
    --------
    >>> tl.fill(tl.tensor([0.5, 1.0, 2.0]), 1.0)
    tensor([1., 1., 1.])
    """
def fill_(self: Tensor, value: Tensor | _float) -> Tensor:
    """Set every element to one number or 0-d tensor; of expanded memory each place once.

    Parameters
    ----------
    value : Tensor (...) or number
        The number, or the tensor of values.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Examples
    --------
    >>> tl.fill_(tl.ones(2), 3.0)
    tensor([3., 3.])
    """
def fix(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Integral part of x, toward zero.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype; bool is refused.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.trunc``, in place ``Tensor.trunc_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.trunc(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-1.,  0.,  1.])
    """
def fix_(input: Tensor) -> Tensor:
    """In place: Integral part of x, toward zero.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.fix_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 1., 2.])
    """
def flatten(input: Tensor, start_dim: _int = 0, end_dim: _int = -1) -> Tensor:
    """Dims from start_dim to end_dim as one.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    start_dim : int, default 0
    end_dim : int, default -1

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.flatten``.

    Examples
    --------
    >>> tl.flatten(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def flip(
    input: Tensor,
    *axes: _int | _Sequence[_int],
    dims: _int | _Sequence[_int] | None = None,
) -> Tensor:
    """The order of the elements reversed along dims: `flip(x, 0, 1)` or `flip(x, dims=(0, 1))`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    *axes : int or tuple of int
        The dims, of which negative ones count from the last.
    dims : int or tuple of int, optional
        The dims, of which negative ones count from the last.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.flip``.

    Examples
    --------
    >>> tl.flip(tl.tensor([[1.0, 2.0], [3.0, 4.0]]), (0,))
    tensor([[3., 4.],
            [1., 2.]])
    """
def fliplr(input: Tensor) -> Tensor:
    """Columns in reverse order.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.fliplr``.

    Examples
    --------
    >>> tl.fliplr(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[1., 4.],
            [3., 1.]])
    """
def flipud(input: Tensor) -> Tensor:
    """Rows in reverse order.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.flipud``.

    Examples
    --------
    >>> tl.flipud(tl.tensor([0.5, 1.0, 2.0]))
    tensor([2.0000, 1.0000, 0.5000])
    """
float: _dtype
float16: _dtype
float32: _dtype
float64: _dtype
def float_power(
    input: Tensor | _float,
    exponent: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """input to the power exponent in float64, or complex128.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    exponent : Tensor (...) or number
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Notes
    -----
    Also the method ``Tensor.float_power``, in place ``Tensor.float_power_``.

    Examples
    --------
    >>> tl.float_power(tl.tensor([0.5, 1.0, 2.0]), 2)
    tensor([0.2500, 1.0000, 4.0000], dtype=tensorlite.float64)
    """
def floor(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Largest integral value not above x.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype; bool is refused.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.floor``, in place ``Tensor.floor_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.floor(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-2.,  0.,  1.])
    """
def floor_(input: Tensor) -> Tensor:
    """In place: Largest integral value not above x.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.floor_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 1., 2.])
    """
def floor_divide(input: Tensor, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Largest integral value not above x / y, from an exact remainder; x / y where y is 0.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.floor_divide``, in place ``Tensor.floor_divide_``.

    Examples
    --------
    >>> tl.floor_divide(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([1., 1., 1.])
    """
def fmax(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The larger of two, ignoring one NaN.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.fmax``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.fmax(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([1.6000, 0.0000, 1.6000])
    """
def fmin(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The smaller of two, ignoring one NaN.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.fmin``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.fmin(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([-1.6000,  0.0000, -1.6000])
    """
def fmod(input: Tensor, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Exact remainder of truncated division: has the sign of x. Loops while the quotient is huge.

    Method: as SLEEF's fmod, subtract truncated multiples exactly until the rest is below |y|.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.fmod``, in place ``Tensor.fmod_``.

    Examples
    --------
    >>> tl.fmod(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 0., 0.])
    """
def frac(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """x less its integral part; keeps the sign of x. Integers have none.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype; bool is refused.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.frac``, in place ``Tensor.frac_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.frac(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-0.6000,  0.0000,  0.6000])
    """
def frac_(input: Tensor) -> Tensor:
    """In place: x less its integral part; keeps the sign of x. Integers have none.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.frac_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 0.0000, 0.0000])
    """
def frexp(input: Tensor, *, out: _Sequence[Tensor] | None = None) -> _frexp_result:
    """Fractions from 1/2 up to 1, and int32 exponents, of which input is mantissa * 2**exponent.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    frexp_result

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.frexp``.

    Examples
    --------
    >>> tl.frexp(tl.tensor([6.0, -0.25])).mantissa
    tensor([ 0.7500, -0.5000])
    >>> tl.frexp(tl.tensor([6.0, -0.25])).exponent
    tensor([ 3, -1], dtype=tensorlite.int32)
    """
def from_dlpack(
    ext_tensor: _Any,
    *,
    device: _device | str | _int | None = None,
    copy: _bool | None = None,
) -> Tensor:
    """A tensor that shares memory with anything that speaks DLPack, on the CPU or on a card.

    Parameters
    ----------
    ext_tensor : object with __dlpack__, or a capsule that such a call gave
    device : device, optional
        Where the tensor is to be; by default where the memory is.
    copy : bool, optional
        True for memory of its own, False to refuse a copy; by default what `device` needs.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    ValueError
        If a copy is needed, and is refused.

    Examples
    --------
    >>> import numpy
    >>> array = numpy.zeros(3)
    >>> tl.from_dlpack(array)[0] = 5.0  # the same memory
    >>> array
    array([5., 0., 0.])
    """
def from_numpy(ndarray: _ndarray[_Any, _Any]) -> Tensor:
    """A tensor that shares the memory of a NumPy array: a change of one shows in the other.

    Parameters
    ----------
    ndarray : ndarray

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If the argument is not an array, or of a dtype that tensors do not have.

    Examples
    --------
    >>> import numpy
    >>> tl.from_numpy(numpy.arange(3))
    tensor([0, 1, 2])
    """
def frombuffer(
    buffer: _Any,
    *,
    dtype: _dtype,
    count: _int = -1,
    offset: _int = 0,
    requires_grad: _bool = False,
) -> Tensor:
    r"""A 1-D tensor over the memory of a bytes-like object: `count` numbers, or all, from a byte on.

    Parameters
    ----------
    buffer : object
    dtype : dtype
        Of the result; by default that of the input, or what its type rule gives.
    count : int, default -1
    offset : int, default 0
    requires_grad : bool, default False
        Whether gradients of the result are recorded.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    ValueError
        If there is no memory of so many numbers there.

    Examples
    --------
    >>> tl.frombuffer(bytearray(b"\x01\x02\x03"), dtype=tl.uint8)
    tensor([1, 2, 3], dtype=tensorlite.uint8)
    """
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
) -> Tensor:
    """A tensor of the given size, filled with one value, whose type gives the dtype.

    Parameters
    ----------
    size : int or tuple of int
        The shape: integers, or one sequence of them.
    fill_value : Tensor (...) or number
        The number that each element becomes.
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
    >>> tl.full((2, 3), 7.0)
    tensor([[7., 7., 7.],
            [7., 7., 7.]])
    """
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
) -> Tensor:
    """A tensor of input's shape and dtype, filled with one value.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    fill_value : Tensor (...) or number
        The number that each element becomes.
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
    memory_format : memory_format, optional
        The order in which dims lie in memory.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.full_like(tl.tensor([0.5, 1.0, 2.0]), 7.0)
    tensor([7., 7., 7.])
    """
def gather(
    input: Tensor,
    dim: _int,
    index: Tensor,
    *,
    sparse_grad: _bool = False,
    out: Tensor | None = None,
) -> Tensor:
    """Elements along a dim: ``out[i][j] = input[index[i][j]][j]`` for dim 0.

    Parameters
    ----------
    input : Tensor
    dim : int
    index : int64 Tensor
        As many dims as input, no larger than it apart from `dim`.
    sparse_grad : bool, default False
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        If an index is out of range, or the shapes do not fit.

    Notes
    -----
    Also the method ``Tensor.gather``.

    Examples
    --------
    >>> tl.gather(tl.tensor([0.5, 1.0, 2.0]), 0, tl.tensor([0, 1]))
    tensor([0.5000, 1.0000])
    """
def gcd(input: Tensor | _float, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """The greatest common divisor; 0 of 0 and 0.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype; integers and bool alone.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.gcd``, in place ``Tensor.gcd_``. It has no gradient.

    Examples
    --------
    >>> tl.gcd(tl.tensor([1, 2, 3]), tl.tensor([1, 2, 3]))
    tensor([1, 2, 3])
    """
def gcd_(input: Tensor, other: Tensor | _float) -> Tensor:
    """In place: The greatest common divisor; 0 of 0 and 0.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Examples
    --------
    >>> tl.gcd_(tl.tensor([1, 2, 3]), tl.tensor([1, 2, 3]))
    tensor([1, 2, 3])
    """
def ge(input: Tensor | _float, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """x >= y.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of bool.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.ge``, in place ``Tensor.ge_``. It has no gradient.

    Examples
    --------
    >>> tl.ge(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([False,  True,  True])
    """
def geqrf(input: Tensor, *, out: _Sequence[Tensor] | None = None) -> _geqrf:
    """Householder vectors below R, and their scales, for `linalg.householder_product`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    geqrf

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.geqrf``.

    Examples
    --------
    >>> tl.geqrf(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensorlite.return_types.geqrf(
    a=tensor([[-4.1231, -1.6977],
            [ 0.1231,  2.6679]]),
    tau=tensor([1.9701, 0.0000]))
    """
def ger(input: Tensor, vec2: Tensor, *, out: Tensor | None = None) -> Tensor:
    """All products of an element of one vector with an element of another.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    vec2 : Tensor (M,)
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.ger``.

    Examples
    --------
    >>> tl.ger(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([[0.2500, 0.5000, 1.0000],
            [0.5000, 1.0000, 2.0000],
            [1.0000, 2.0000, 4.0000]])
    """
def get_autocast_dtype(device_type: str) -> _dtype:
    """The dtype in which `autocast` computes, or would, on a type of devices.

    Parameters
    ----------
    device_type : str

    Returns
    -------
    dtype

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.get_autocast_dtype("cpu")
    tensorlite.bfloat16
    """
def get_default_device() -> _device:
    """Where new tensors lie if no device is named.

    Returns
    -------
    device

    Examples
    --------
    >>> with tl.device("cpu"):
    ...     tl.get_default_device()
    device(type='cpu')
    """
def get_default_dtype() -> _dtype:
    """The dtype of new tensors made from Python floats.

    Returns
    -------
    dtype

    Examples
    --------
    >>> tl.get_default_dtype()
    tensorlite.float32
    """
def get_deterministic_debug_mode() -> _int:
    """What was last asked for, as a number.

    Returns
    -------
    int

    Examples
    --------
    >>> tl.get_deterministic_debug_mode()
    0
    """
def get_device(self: Tensor) -> _int:
    """The number of its device; -1 on the CPU.

    Returns
    -------
    int

    Notes
    -----
    Also the method ``Tensor.get_device``.

    Examples
    --------
    >>> tl.zeros(2).get_device()
    -1
    """
def get_float32_matmul_precision() -> str:
    """What was last set; products of float32 have "highest" precision whatever it is.

    Returns
    -------
    str

    Examples
    --------
    >>> tl.get_float32_matmul_precision()
    'highest'
    """
def get_num_interop_threads() -> _int:
    """The ops that run side by side: 1.

    Returns
    -------
    int

    Examples
    --------
    >>> tl.get_num_interop_threads()
    1
    """
def get_num_threads() -> _int:
    """The number of threads that kernels may use.

    Returns
    -------
    int

    Examples
    --------
    >>> tl.get_num_threads() >= 1
    True
    """
def get_printoptions() -> dict[_Any, _Any]:
    """The present options, as a dict that `set_printoptions` takes.

    Returns
    -------
    dict

    Examples
    --------
    >>> tl.get_printoptions()["precision"]
    4
    """
def get_rng_state() -> Tensor:
    """The state of the default generator.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> state = tl.get_rng_state()
    >>> x = tl.rand(3)
    >>> tl.set_rng_state(state)
    >>> bool((tl.rand(3) == x).all())
    True
    """
def gradient(
    input: Tensor,
    *,
    spacing: _float | _Sequence[_float] | Tensor | _Sequence[Tensor] | None = 1,
    dim: _int | _Sequence[_int] | None = None,
    edge_order: _int = 1,
) -> tuple[Tensor, ...]:
    """Slopes along dims by central differences, and by one-sided ones at both ends.

    Parameters
    ----------
    input : Tensor
    spacing : number, or sequence of numbers or of Tensors
        The step along each dim, or the coordinates of the samples.
    dim : int or sequence of int, optional
        All by default.
    edge_order : {1, 2}
        The order to which the ends are right.

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> tl.gradient(tl.tensor([1.0, 4.0, 9.0, 16.0]))
    (tensor([3., 4., 6., 7.]),)
    """
def greater(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """x > y.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of bool.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.gt``, in place ``Tensor.gt_``. It has no gradient.

    Examples
    --------
    >>> tl.gt(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([False, False,  True])
    """
def greater_equal(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """x >= y.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of bool.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.ge``, in place ``Tensor.ge_``. It has no gradient.

    Examples
    --------
    >>> tl.ge(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([False,  True,  True])
    """
def grid_sampler_2d(
    input: Tensor,
    grid: Tensor,
    interpolation_mode: _int,
    padding_mode: _int,
    align_corners: _bool,
) -> Tensor:
    """`nn.functional.grid_sample` with modes and frames by their numbers.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    grid : Tensor (...)
    interpolation_mode : int
    padding_mode : int
    align_corners : bool

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> image = tl.tensor([[1.0, 2.0], [3.0, 4.0]]).reshape(1, 1, 2, 2)
    >>> middle = tl.zeros(1, 1, 1, 2)
    >>> tl.grid_sampler_2d(image, middle, 0, 0, False)  # bilinear, with zeros around
    tensor([[[[2.5000]]]])
    """
def grid_sampler_3d(
    input: Tensor,
    grid: Tensor,
    interpolation_mode: _int,
    padding_mode: _int,
    align_corners: _bool,
) -> Tensor:
    """`nn.functional.grid_sample` with modes and frames by their numbers.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    grid : Tensor (...)
    interpolation_mode : int
    padding_mode : int
    align_corners : bool

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> volume = tl.arange(8.0).reshape(1, 1, 2, 2, 2)
    >>> middle = tl.zeros(1, 1, 1, 1, 3)
    >>> tl.grid_sampler_3d(volume, middle, 0, 0, False)  # bilinear, with zeros around
    tensor([[[[[3.5000]]]]])
    """
def group_norm(
    input: Tensor,
    num_groups: _int,
    weight: Tensor | None = None,
    bias: Tensor | None = None,
    eps: _float = 1e-05,
    cudnn_enabled: _bool = True,
) -> Tensor:
    """`layer_norm` over each of `num_groups` groups of channels. Wu, He 2018, arXiv:1803.08494.

    Parameters
    ----------
    input : Tensor (N, C, ...)
    num_groups : int
        Divides C.
    weight, bias : Tensor (C,), optional
    eps : float, default 1e-05
        A small number that keeps divisions finite.
    cudnn_enabled : bool
        Accepted without effect.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.group_norm(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), 1)
    tensor([[ 1.0000, -1.0000],
            [-1.0000,  1.0000]])
    """
def gt(input: Tensor | _float, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """x > y.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of bool.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.gt``, in place ``Tensor.gt_``. It has no gradient.

    Examples
    --------
    >>> tl.gt(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([False, False,  True])
    """
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
) -> Tensor:
    """alpha - beta cos(2 pi k / n); without `periodic` a symmetric one.

    Parameters
    ----------
    window_length : int
    periodic : bool, default True
    alpha : float, default 0.54
        The constant part.
    beta : float, default 0.46
        The part of the cosine.
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
    >>> tl.hamming_window(4)
    tensor([0.0800, 0.5400, 1.0000, 0.5400])
    """
def hann_window(
    window_length: _int,
    periodic: _bool = True,
    *,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor:
    """One period of a raised cosine; without `periodic` a symmetric one.

    Parameters
    ----------
    window_length : int
    periodic : bool, default True
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
    >>> tl.hann_window(4)
    tensor([0.0000, 0.5000, 1.0000, 0.5000])
    """
def hardshrink(input: Tensor, lambd: _float = 0.5) -> Tensor:
    """x where |x| > lambd, else 0; lambd counts as the input's dtype has it.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    lambd : float, default 0.5

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.hardshrink(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 1., 2.])
    """
def heaviside(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """0 below zero and for NaN, `values` at zero, 1 above.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.heaviside``, in place ``Tensor.heaviside_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.heaviside(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([0., 0., 1.])
    """
def histc(
    input: Tensor,
    bins: _int = 100,
    min: Tensor | _float = 0,
    max: Tensor | _float = 0,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """How many elements lie in each of `bins` equal bins from min to max (default: the data's).

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    bins : int, default 100
    min : Tensor (...) or number, default 0
        The lower bound.
    max : Tensor (...) or number, default 0
        The upper bound.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.histc``.

    Examples
    --------
    >>> tl.histc(tl.tensor([0.5, 1.0, 2.0])).shape
    tensorlite.Size([100])
    """
def histogram(
    input: Tensor,
    bins: _int | Tensor = 100,
    *,
    range: tuple[_float, _float] | None = None,
    weight: Tensor | None = None,
    density: _bool = False,
    out: _Sequence[Tensor] | None = None,
) -> _histogram_result:
    """How many elements, or how much of their weight, lie in each bin.

    Parameters
    ----------
    input : Tensor (any shape)
        Elements outside of all bins, and NaN, do not count.
    bins : int or Tensor (n + 1,), optional
        A number of equal bins, or their edges in ascending order. A bin includes its left edge, the
        last one both.
    range : pair of numbers, optional
        The first and the last edge; by default the smallest and the largest element.
    weight : Tensor (as input), optional
        What each element counts; by default 1.
    density : bool
        Divide by the total and by the widths: the integral is 1.
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    named tuple (hist, bin_edges)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.histogram``.

    Examples
    --------
    >>> tl.histogram(tl.tensor([1.0, 2.0, 1.0]), bins=4, range=(0.0, 3.0)).hist
    tensor([0., 2., 1., 0.])
    """
def histogramdd(
    input: Tensor,
    bins: _int | _Sequence[_int] | _Sequence[Tensor],
    range: tuple[_float, _float] | None = None,
    weight: Tensor | None = None,
    density: _bool = False,
) -> _histogramdd_result:
    """How many points, or how much of their weight, lie in each box of a grid.

    Parameters
    ----------
    input : Tensor (..., D)
        Points of D dims.
    bins : int, sequence of int, or sequence of Tensors
        The number of boxes along each dim, or their edges in ascending order.
    range : sequence of float, optional
        The first and the last edge of each dim in turn; by default those of the points.
    weight : Tensor (...,), optional
    density : bool
        Divide by the total and by the volumes of the boxes.

    Returns
    -------
    named tuple (hist, bin_edges)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.histogramdd(tl.tensor([[0.0, 1.0], [1.0, 0.0], [2.0, 1.0]]), [2, 2]).hist
    tensor([[0., 1.],
            [1., 1.]])
    """
def hsplit(
    input: Tensor,
    indices_or_sections: _int | _Sequence[_int] | Tensor,
) -> tuple[Tensor, ...]:
    """Parts along dim 1: so many equal ones, or cut at the given indices.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    indices_or_sections : int or sequence of int or Tensor (...)

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.hsplit``.

    Examples
    --------
    >>> tl.hsplit(tl.tensor([0.5, 1.0, 2.0]), 3)
    (tensor([0.5000]), tensor([1.]), tensor([2.]))
    """
def hstack(tensors: Tensor | _Sequence[Tensor], *, out: Tensor | None = None) -> Tensor:
    """Join horizontally: along the second dim, vectors along the first.

    Parameters
    ----------
    tensors : Tensor (...) or sequence of Tensor (...)
        The tensors, of shapes that fit together.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.hstack([tl.ones(2), tl.zeros(2)])
    tensor([1., 1., 0., 0.])
    """
def hypot(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """sqrt(x*x + y*y) without overflow; infinite if either operand is, even beside NaN.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.hypot``, in place ``Tensor.hypot_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.hypot(tl.tensor([0.65, 1.25, 1.85]), tl.tensor([1.85, 1.25, 0.65]))
    tensor([1.9609, 1.7678, 1.9609])
    """
def i0(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Modified Bessel function of the first kind, of order 0.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.i0``, in place ``Tensor.i0_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.i0(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([1.7500, 1.0000, 1.7500])
    """
def i0_(input: Tensor) -> Tensor:
    """In place: Modified Bessel function of the first kind, of order 0.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.i0_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([1.0635, 1.2661, 2.2796])
    """
def igamma(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The share of the gamma integral below x: 1 at infinity, 0 at 0. NaN for negative numbers.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.igamma``, in place ``Tensor.igamma_``. Its gradient is written.

    Examples
    --------
    >>> tl.igamma(tl.tensor([0.85, 2.25, 3.65]), tl.tensor([3.65, 2.25, 0.85]))
    tensor([0.9814, 0.5886, 0.0200])
    """
def igammac(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """1 - gammainc(a, x), accurate where that nears 1.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.igammac``, in place ``Tensor.igammac_``. Its gradient is written.

    Examples
    --------
    >>> tl.igammac(tl.tensor([0.85, 2.25, 3.65]), tl.tensor([3.65, 2.25, 0.85]))
    tensor([0.0186, 0.4114, 0.9800])
    """
def imag(input: Tensor) -> Tensor:
    """The imaginary parts of a complex tensor, a view.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.imag(tl.tensor([1 + 2j]))
    tensor([2.])
    """
def index_add(
    input: Tensor,
    dim: _int,
    index: Tensor,
    source: Tensor,
    *,
    alpha: _float = 1,
    out: Tensor | None = None,
) -> Tensor:
    """input + alpha * source at places of a dim.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    index : Tensor (...)
        Positions along `dim`.
    source : Tensor (...)
    alpha : float, default 1
        By what the second operand is multiplied first.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.index_add``, in place ``Tensor.index_add_``.

    Examples
    --------
    >>> tl.index_add(tl.tensor([0.5, 1.0, 2.0]), 0, tl.tensor([0, 1]), tl.ones(2))
    tensor([1.5000, 2.0000, 2.0000])
    """
def index_copy(
    input: Tensor,
    dim: _int,
    index: Tensor,
    source: Tensor,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """input with source at places of a dim.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    index : Tensor (...)
        Positions along `dim`.
    source : Tensor (...)
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.index_copy``, in place ``Tensor.index_copy_``.

    Examples
    --------
    >>> tl.index_copy(tl.tensor([0.5, 1.0, 2.0]), 0, tl.tensor([0, 1]), tl.ones(2))
    tensor([1., 1., 2.])
    """
def index_fill(input: Tensor, dim: _int, index: Tensor, value: Tensor | _float) -> Tensor:
    """input with one value at places of a dim.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    index : Tensor (...)
        Positions along `dim`.
    value : Tensor (...) or number
        The number, or the tensor of values.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.index_fill``, in place ``Tensor.index_fill_``.

    Examples
    --------
    >>> tl.index_fill(tl.tensor([0.5, 1.0, 2.0]), 0, tl.tensor([0, 1]), 1.0)
    tensor([1., 1., 2.])
    """
def index_put(
    input: Tensor,
    indices: _Sequence[Tensor],
    values: Tensor,
    accumulate: _bool = False,
) -> Tensor:
    """input with `values` set, or added, at input[indices].

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    indices : sequence of Tensor (...)
    values : Tensor (...)
    accumulate : bool, default False

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.index_put``, in place ``Tensor.index_put_``.

    Examples
    --------
    >>> tl.index_put(tl.zeros(3), (tl.tensor([0, 2]),), tl.ones(2))
    tensor([1., 0., 1.])
    """
def index_put_(
    self: Tensor,
    indices: _Sequence[Tensor],
    values: Tensor,
    accumulate: _bool = False,
) -> Tensor:
    """In place: `values` set, or added, at self[indices].

    Parameters
    ----------
    indices : sequence of Tensor (...)
    values : Tensor (...)
    accumulate : bool, default False

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> counts = tl.zeros(3)
    >>> counts.index_put_((tl.tensor([0, 2, 2]),), tl.ones(3), accumulate=True)
    tensor([1., 0., 2.])
    """
def index_reduce(
    input: Tensor,
    dim: _int,
    index: Tensor,
    source: Tensor,
    reduce: str,
    *,
    include_self: _bool = True,
    out: Tensor | None = None,
) -> Tensor:
    """input combined with the slices of source that an index vector leads to each of its slices.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    index : Tensor (...)
        Positions along `dim`.
    source : Tensor (...)
    reduce : str
        "prod", "mean", "amax" or "amin".
    include_self : bool
        Whether the slice of input takes part where others do.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.index_reduce``, in place ``Tensor.index_reduce_``.

    Examples
    --------
    >>> scores, group = tl.tensor([3.0, 7.0, 5.0]), tl.tensor([0, 1, 0])
    >>> tl.index_reduce(tl.zeros(2), 0, group, scores, "amax")  # the best of each group
    tensor([5., 7.])
    """
def index_select(
    input: Tensor,
    dim: _int,
    index: Tensor,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The slices of input at the given places of a dim.

    Parameters
    ----------
    input : Tensor
    dim : int
    index : int Tensor (n,)
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    IndexError
        If an index is out of range; of dim 1 a RuntimeError, as PyTorch has it.

    Notes
    -----
    Also the method ``Tensor.index_select``.

    Examples
    --------
    >>> tl.index_select(tl.tensor([0.5, 1.0, 2.0]), 0, tl.tensor([0, 1]))
    tensor([0.5000, 1.0000])
    """
inf: _float
def initial_seed() -> _int:
    """The seed of the default generator.

    Returns
    -------
    int

    Examples
    --------
    >>> with tl.random.fork_rng():
    ...     generator = tl.manual_seed(7)
    ...     tl.initial_seed()
    7
    """
def inner(input: Tensor, other: Tensor, *, out: Tensor | None = None) -> Tensor:
    """The sums of products over the last dims.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    other : Tensor (...)
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.inner``.

    Examples
    --------
    >>> tl.inner(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(5.2500)
    """
int: _dtype
int16: _dtype
int32: _dtype
int64: _dtype
int8: _dtype
def inv(input: Tensor, *, out: Tensor | None = None) -> Tensor:
    """The inverse of square matrices; see `linalg.inv`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.inv``.

    Examples
    --------
    >>> tl.inv(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[ 0.2727, -0.0909],
            [-0.0909,  0.3636]])
    """
def inverse(input: Tensor, *, out: Tensor | None = None) -> Tensor:
    """The inverse of square matrices; see `linalg.inv`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.inverse``.

    Examples
    --------
    >>> tl.inverse(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[ 0.2727, -0.0909],
            [-0.0909,  0.3636]])
    """
def is_anomaly_check_nan_enabled() -> _bool:
    """Whether anomaly mode raises where a gradient is NaN.

    Returns
    -------
    bool

    Examples
    --------
    >>> tl.is_anomaly_check_nan_enabled()
    True
    """
def is_anomaly_enabled() -> _bool:
    """Whether anomaly mode is on.

    Returns
    -------
    bool

    Examples
    --------
    >>> tl.is_anomaly_enabled()
    False
    """
def is_autocast_enabled(device_type: str | None = None) -> _bool:
    """Whether `autocast` is on for a type of devices, by default for cards.

    Parameters
    ----------
    device_type : str, optional

    Returns
    -------
    bool

    Examples
    --------
    >>> tl.is_autocast_enabled()
    False
    """
def is_complex(input: Tensor) -> _bool:
    """Whether its dtype is a complex type.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    bool

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.is_complex``.

    Examples
    --------
    >>> tl.is_complex(tl.tensor([0.5, 1.0, 2.0]))
    False
    """
def is_conj(input: Tensor) -> _bool:
    """False: no conjugate is left to be done.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    bool

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.is_conj``.

    Examples
    --------
    >>> tl.is_conj(tl.tensor([0.5, 1.0, 2.0]))
    False
    """
def is_deterministic_algorithms_warn_only_enabled() -> _bool:
    """What was last asked for.

    Returns
    -------
    bool

    Examples
    --------
    >>> tl.is_deterministic_algorithms_warn_only_enabled()
    False
    """
def is_distributed(input: Tensor) -> _bool:
    """False: a tensor lies on one device.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    bool

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.is_distributed``.

    Examples
    --------
    >>> tl.is_distributed(tl.tensor([0.5, 1.0, 2.0]))
    False
    """
def is_floating_point(input: Tensor) -> _bool:
    """Whether its dtype is a floating point type.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    bool

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.is_floating_point``.

    Examples
    --------
    >>> tl.is_floating_point(tl.tensor([0.5, 1.0, 2.0]))
    True
    """
def is_grad_enabled() -> _bool:
    """Whether ops on tensors that require grad are recorded.

    Returns
    -------
    bool

    Examples
    --------
    >>> tl.is_grad_enabled()
    True
    """
def is_inference(input: Tensor) -> _bool:
    """False: what `inference_mode` makes is a tensor like any other.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    bool

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.is_inference``.

    Examples
    --------
    >>> tl.is_inference(tl.tensor([0.5, 1.0, 2.0]))
    False
    """
def is_inference_mode_enabled() -> _bool:
    """Whether an `inference_mode` is active.

    Returns
    -------
    bool

    Examples
    --------
    >>> tl.is_inference_mode_enabled()
    False
    """
def is_neg(input: Tensor) -> _bool:
    """False: nothing is left to negate.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    bool

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.is_neg``.

    Examples
    --------
    >>> tl.is_neg(tl.tensor([0.5, 1.0, 2.0]))
    False
    """
def is_nonzero(input: Tensor) -> _bool:
    """Whether the one element is not zero.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    bool

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.is_nonzero``.

    Examples
    --------
    >>> tl.is_nonzero([tl.ones(2), tl.zeros(2)])
    True
    """
def is_same_size(self: Tensor, other: Tensor) -> _bool:
    """Whether another tensor has the same shape.

    Parameters
    ----------
    other : Tensor (...)
        The second operand; shapes broadcast.

    Returns
    -------
    bool

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.is_same_size``.

    Examples
    --------
    >>> tl.zeros(2, 3).is_same_size(tl.zeros(3, 2))
    False
    """
def is_signed(input: Tensor) -> _bool:
    """Whether its dtype has negative numbers.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    bool

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.is_signed``.

    Examples
    --------
    >>> tl.is_signed(tl.tensor([0.5, 1.0, 2.0]))
    True
    """
def is_storage(obj: _Any) -> _bool:
    """Whether obj is the memory of tensors: a TypedStorage or an UntypedStorage.

    Parameters
    ----------
    obj : object

    Returns
    -------
    bool

    Examples
    --------
    >>> tl.is_storage(tl.tensor([0.5, 1.0, 2.0]))
    False
    """
def is_tensor(obj: _Any) -> _bool:
    """Whether it is a Tensor.

    Parameters
    ----------
    obj : object

    Returns
    -------
    bool

    Examples
    --------
    >>> tl.is_tensor(tl.tensor([0.5, 1.0, 2.0]))
    True
    """
def is_vulkan_available() -> _bool:
    """False: there is no Vulkan.

    Returns
    -------
    bool

    Examples
    --------
    >>> tl.is_vulkan_available()
    False
    """
def is_warn_always_enabled() -> _bool:
    """What was last asked for.

    Returns
    -------
    bool

    Examples
    --------
    >>> tl.is_warn_always_enabled()
    False
    """
def isclose(
    input: Tensor,
    other: Tensor,
    rtol: _float = 1e-05,
    atol: _float = 1e-08,
    equal_nan: _bool = False,
) -> Tensor:
    """Whether |input - other| <= atol + rtol * |other|, by elements.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    other : Tensor (...)
        The second operand; shapes broadcast.
    rtol : float, default 1e-05
    atol : float, default 1e-08
    equal_nan : bool, default False

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.isclose``.

    Examples
    --------
    >>> tl.isclose(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([True, True, True])
    """
def isfinite(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Whether x is neither infinite nor NaN.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of bool.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.isfinite``. It has no gradient.

    Examples
    --------
    >>> tl.isfinite(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([True, True, True])
    """
def isin(
    elements: Tensor | _float,
    test_elements: Tensor | _float,
    *,
    assume_unique: _bool = False,
    invert: _bool = False,
    out: Tensor | None = None,
) -> Tensor:
    """Whether each element is among the test elements.

    Parameters
    ----------
    elements : Tensor (...) or number
    test_elements : Tensor (...) or number
    assume_unique : bool, default False
    invert : bool, default False
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.isin(tl.tensor([0.5, 1.0, 2.0]), 0)
    tensor([False, False, False])
    """
def isinf(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Whether x is infinite.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of bool.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.isinf``. It has no gradient.

    Examples
    --------
    >>> tl.isinf(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([False, False, False])
    """
def isnan(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Whether x is NaN.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of bool.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.isnan``. It has no gradient.

    Examples
    --------
    >>> tl.isnan(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([False, False, False])
    """
def isneginf(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Whether x is negative infinity.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of bool.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.isneginf``. It has no gradient.

    Examples
    --------
    >>> tl.isneginf(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([False, False, False])
    """
def isposinf(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Whether x is positive infinity.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of bool.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.isposinf``. It has no gradient.

    Examples
    --------
    >>> tl.isposinf(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([False, False, False])
    """
def isreal(input: Tensor) -> Tensor:
    """Whether the imaginary part is 0, by elements; True for real numbers.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.isreal``.

    Examples
    --------
    >>> tl.isreal(tl.tensor([0.5, 1.0, 2.0]))
    tensor([True, True, True])
    """
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
) -> Tensor:
    """The signal of what `stft` found: the least-squares estimate, where frames overlap.

    Parameters
    ----------
    input : complex Tensor ([B,] frequencies, frames)
    n_fft, hop_length, win_length, window, center, normalized, onesided
        As they were given to `stft`.
    length : int, optional
        Of the result; by default as far as the frames reach.
    return_complex : bool, default False

    Returns
    -------
    Tensor ([B,] length)

    Raises
    ------
    RuntimeError
        If the windows leave a sample of which no frame tells.

    Notes
    -----
    Also the method ``Tensor.istft``.

    References
    ----------
    D. Griffin and J. Lim, Signal estimation from modified short-time Fourier transform, IEEE Trans.
    ASSP 32 (1984).

    Examples
    --------
    >>> x = tl.arange(16.0)
    >>> window = tl.hann_window(8)
    >>> spectrum = tl.stft(x, n_fft=8, hop_length=2, window=window, return_complex=True)
    >>> y = tl.istft(spectrum, n_fft=8, hop_length=2, window=window, length=16)
    >>> tl.allclose(x, y, atol=1e-4)
    True
    """
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
) -> Tensor:
    """Kaiser's window: nearly the most energy in the main lobe, which `beta` widens.

    Parameters
    ----------
    window_length : int
    periodic : bool, default True
    beta : float, default 12.0
        The larger, the wider the main lobe and the lower others.
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
    >>> tl.kaiser_window(4)
    tensor([5.2773e-05, 2.1567e-01, 1.0000e+00, 2.1567e-01])
    """
def kron(input: Tensor, other: Tensor, *, out: Tensor | None = None) -> Tensor:
    """The Kronecker product: every element of input times the whole of other.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    other : Tensor (...)
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.kron``.

    Examples
    --------
    >>> tl.kron(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.2500, 0.5000, 1.0000, 0.5000, 1.0000, 2.0000, 1.0000, 2.0000, 4.0000])
    """
def kthvalue(
    input: Tensor,
    k: _int,
    dim: _int = -1,
    keepdim: _bool = False,
    *,
    out: _Sequence[Tensor] | None = None,
) -> _ValuesIndices:
    """The k-th smallest element along a dim, counted from 1, and where it stood.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    k : int
        Which one; 1 is the smallest.
    dim : int, default -1
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    ValuesIndices

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.kthvalue``.

    Examples
    --------
    >>> tl.kthvalue(tl.tensor([0.5, 1.0, 2.0]), 1)
    tensorlite.return_types.kthvalue(
    values=tensor(0.5000),
    indices=tensor(0))
    """
def layer_norm(
    input: Tensor,
    normalized_shape: _int | _Sequence[_int],
    weight: Tensor | None = None,
    bias: Tensor | None = None,
    eps: _float = 1e-05,
    cudnn_enable: _bool = True,
) -> Tensor:
    """(x - mean) / sqrt(var + eps) over the last dims, times `weight`, plus `bias`.

    Parameters
    ----------
    input : Tensor (..., *normalized_shape)
    normalized_shape : int or tuple of int
    weight, bias : Tensor (*normalized_shape), optional
    eps : float
    cudnn_enable : bool, default True

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.layer_norm(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), (2,))
    tensor([[ 1.0000, -1.0000],
            [-1.0000,  1.0000]])
    """
def lcm(input: Tensor | _float, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """The least common multiple; 0 where one is 0.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype; integers and bool alone.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.lcm``, in place ``Tensor.lcm_``. It has no gradient.

    Examples
    --------
    >>> tl.lcm(tl.tensor([1, 2, 3]), tl.tensor([1, 2, 3]))
    tensor([1, 2, 3])
    """
def lcm_(input: Tensor, other: Tensor | _float) -> Tensor:
    """In place: The least common multiple; 0 where one is 0.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Examples
    --------
    >>> tl.lcm_(tl.tensor([1, 2, 3]), tl.tensor([1, 2, 3]))
    tensor([1, 2, 3])
    """
def ldexp(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """x * 2**n for an integral n, also where 2**n alone would overflow.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.ldexp``, in place ``Tensor.ldexp_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.ldexp(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([-4.8503,  0.0000,  0.5278])
    """
def ldexp_(input: Tensor, other: Tensor | _float) -> Tensor:
    """In place: x * 2**n for an integral n, also where 2**n alone would overflow.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Examples
    --------
    >>> tl.ldexp_(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.7071, 2.0000, 8.0000])
    """
def le(input: Tensor | _float, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """x <= y.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of bool.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.le``, in place ``Tensor.le_``. It has no gradient.

    Examples
    --------
    >>> tl.le(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([ True,  True, False])
    """
def lerp(
    input: Tensor,
    end: Tensor | _float,
    weight: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """input + weight * (end - input).

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    end : Tensor (...) or number
        What a weight of 1 gives.
    weight : Tensor (...) or number
        How far it goes, from 0 to 1.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.lerp``, in place ``Tensor.lerp_``.

    Examples
    --------
    >>> tl.lerp(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), 1, tl.ones(2, 2))
    tensor([[1., 1.],
            [1., 1.]])
    """
def less(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """x < y.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of bool.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.lt``, in place ``Tensor.lt_``. It has no gradient.

    Examples
    --------
    >>> tl.lt(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([ True, False, False])
    """
def less_equal(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """x <= y.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of bool.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.le``, in place ``Tensor.le_``. It has no gradient.

    Examples
    --------
    >>> tl.le(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([ True,  True, False])
    """
def lgamma(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """log |gamma(x)|; infinite at 0 and at negative integers.

    Relative accuracy as elsewhere for x > 0, at the roots 1 and 2 too. For x < 0, where it has more
    roots, float64 is right to 8 units in the last place of max(1, |lgamma(x)|).

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.lgamma``, in place ``Tensor.lgamma_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.lgamma(tl.tensor([0.85, 2.25, 3.65]))
    tensor([0.1066, 0.1249, 1.3701])
    """
def lgamma_(input: Tensor) -> Tensor:
    """In place: log |gamma(x)|; infinite at 0 and at negative integers.

    Relative accuracy as elsewhere for x > 0, at the roots 1 and 2 too. For x < 0, where it has more
    roots, float64 is right to 8 units in the last place of max(1, |lgamma(x)|).

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.lgamma_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5724, 0.0000, 0.0000])
    """
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
) -> Tensor:
    """`steps` numbers from start to end, both included, at equal distances.

    Parameters
    ----------
    start : Tensor (...) or number
        Where it begins.
    end : Tensor (...) or number
        Where it ends.
    steps : int
        How many elements.
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
    >>> tl.linspace(0, 1, 3)
    tensor([0.0000, 0.5000, 1.0000])
    """
def log(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Natural logarithm. Method (fdlibm): x = 2**k (1 + f), then a polynomial in f.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.log``, in place ``Tensor.log_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.log(tl.tensor([0.58, 2.1, 3.62]))
    tensor([-0.5447,  0.7419,  1.2865])
    """
def log10(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Logarithm to base 10.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.log10``, in place ``Tensor.log10_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.log10(tl.tensor([0.58, 2.1, 3.62]))
    tensor([-0.2366,  0.3222,  0.5587])
    """
def log10_(input: Tensor) -> Tensor:
    """In place: Logarithm to base 10.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.log10_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([-0.3010,  0.0000,  0.3010])
    """
def log1p(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """log(1 + x), accurate near zero.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.log1p``, in place ``Tensor.log1p_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.log1p(tl.tensor([-0.42, 1.1, 2.62]))
    tensor([-0.5447,  0.7419,  1.2865])
    """
def log1p_(input: Tensor) -> Tensor:
    """In place: log(1 + x), accurate near zero.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.log1p_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.4055, 0.6931, 1.0986])
    """
def log2(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Logarithm to base 2; exact at powers of 2.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.log2``, in place ``Tensor.log2_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.log2(tl.tensor([0.58, 2.1, 3.62]))
    tensor([-0.7859,  1.0704,  1.8560])
    """
def log2_(input: Tensor) -> Tensor:
    """In place: Logarithm to base 2; exact at powers of 2.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.log2_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([-1.,  0.,  1.])
    """
def log_(input: Tensor) -> Tensor:
    """In place: Natural logarithm. Method (fdlibm): x = 2**k (1 + f), then a polynomial in f.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.log_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([-0.6931,  0.0000,  0.6931])
    """
def log_softmax(
    input: Tensor,
    dim: _int,
    dtype: _dtype | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """log(softmax(x)) along `dim`, without overflow.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.log_softmax``.

    Examples
    --------
    >>> tl.log_softmax(tl.tensor([0.5, 1.0, 2.0]), 0)
    tensor([-1.9644, -1.4644, -0.4644])
    """
def logaddexp(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """log(exp(x) + exp(y)). Where that nears 0 by cancellation, the error is absolute.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.logaddexp``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.logaddexp(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([1.6400, 0.6931, 1.6400])
    """
def logaddexp2(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """log2(2**x + 2**y). Where that nears 0 by cancellation, the error is absolute.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.logaddexp2``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.logaddexp2(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([1.7490, 1.0000, 1.7490])
    """
def logcumsumexp(input: Tensor, dim: _int, *, out: Tensor | None = None) -> Tensor:
    """The logarithm of running sums of exponentials along a dim, without overflow.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.logcumsumexp``.

    Examples
    --------
    >>> tl.logcumsumexp(tl.tensor([0.5, 1.0, 2.0]), 0)
    tensor([0.5000, 1.4741, 2.4644])
    """
def logdet(input: Tensor) -> Tensor:
    """The logarithm of the determinant of matrices (*, N, N); NaN where that is negative.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.logdet``.

    Examples
    --------
    >>> tl.logdet(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor(2.3979)
    """
def logical_and(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Whether both are nonzero.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of bool.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.logical_and``, in place ``Tensor.logical_and_``. It has no gradient.

    Examples
    --------
    >>> tl.logical_and(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([ True, False,  True])
    """
def logical_not(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Whether x is zero.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of bool.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.logical_not``, in place ``Tensor.logical_not_``. It has no gradient.

    Examples
    --------
    >>> tl.logical_not(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([False,  True, False])
    """
def logical_not_(input: Tensor) -> Tensor:
    """In place: Whether x is zero.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.logical_not_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 0., 0.])
    """
def logical_or(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Whether one is nonzero.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of bool.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.logical_or``, in place ``Tensor.logical_or_``. It has no gradient.

    Examples
    --------
    >>> tl.logical_or(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([ True, False,  True])
    """
def logical_xor(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Whether just one is nonzero.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of bool.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.logical_xor``, in place ``Tensor.logical_xor_``. It has no gradient.

    Examples
    --------
    >>> tl.logical_xor(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([False, False, False])
    """
def logit(input: Tensor, eps: _float | None = None, *, out: Tensor | None = None) -> Tensor:
    """log(x / (1 - x)); x is first clamped to [eps, 1 - eps] if eps is given.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    eps : float, optional
        The input is held within [eps, 1 - eps].
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.logit``, in place ``Tensor.logit_``.

    Examples
    --------
    >>> tl.logit(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., inf, nan])
    """
def logit_(self: Tensor, eps: _float | None = None) -> Tensor:
    """In place: see `logit`.

    Parameters
    ----------
    eps : float, optional
        The input is held within [eps, 1 - eps].

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Examples
    --------
    >>> tl.logit_(tl.tensor([0.5, 0.75]))
    tensor([0.0000, 1.0986])
    """
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
) -> Tensor:
    """`steps` numbers from base**start to base**end at equal ratios.

    Parameters
    ----------
    start : Tensor (...) or number
        Where it begins.
    end : Tensor (...) or number
        Where it ends.
    steps : int
        How many elements.
    base : float, default 10.0
        Of the powers.
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
    >>> tl.logspace(0, 1, 3)
    tensor([ 1.0000,  3.1623, 10.0000])
    """
def logsumexp(
    input: Tensor,
    dim: _int | _Sequence[_int],
    keepdim: _bool = False,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """log(sum(exp(x))) along dims, without overflow.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.logsumexp``.

    Examples
    --------
    >>> tl.logsumexp(tl.tensor([0.5, 1.0, 2.0]), 0)
    tensor(2.4644)
    """
long: _dtype
def lt(input: Tensor | _float, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """x < y.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of bool.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.lt``, in place ``Tensor.lt_``. It has no gradient.

    Examples
    --------
    >>> tl.lt(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([ True, False, False])
    """
def lu(A: Tensor, pivot: _bool = True, get_infos: _bool = False) -> tuple[Tensor, ...]:
    """`linalg.lu_factor` and, with `get_infos`, where it failed.

    Parameters
    ----------
    A : Tensor (..., M, N)
    pivot : bool, default True
    get_infos : bool, default False

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.lu``.

    Examples
    --------
    >>> tl.lu(tl.eye(2))
    (tensor([[1., 0.],
            [0., 1.]]), tensor([1, 2], dtype=tensorlite.int32))
    """
def lu_solve(
    input: Tensor,
    LU_data: Tensor,
    LU_pivots: Tensor,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """X of A X = input; `linalg.lu_solve` is its new name.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    LU_data : Tensor (...)
    LU_pivots : Tensor (...)
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.lu_solve``.

    Examples
    --------
    >>> LU, pivots = tl.linalg.lu_factor(tl.tensor([[2.0, 1.0], [1.0, 3.0]]))
    >>> tl.lu_solve(tl.tensor([[3.0], [4.0]]), LU, pivots)
    tensor([[1.],
            [1.]])
    """
def lu_unpack(
    LU_data: Tensor,
    LU_pivots: Tensor,
    unpack_data: _bool = True,
    unpack_pivots: _bool = True,
    *,
    out: _Sequence[Tensor] | None = None,
) -> _lu_unpack:
    """P, L and U of what `linalg.lu_factor` returned; empty ones for what is not asked for.

    Parameters
    ----------
    LU_data : Tensor (...)
    LU_pivots : Tensor (...)
    unpack_data : bool, default True
    unpack_pivots : bool, default True
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    lu_unpack

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.lu_unpack``.

    Examples
    --------
    >>> LU, pivots = tl.linalg.lu_factor(tl.tensor([[1.0, 3.0], [2.0, 1.0]]))
    >>> P, L, U = tl.lu_unpack(LU, pivots)
    >>> P @ L @ U
    tensor([[1., 3.],
            [2., 1.]])
    """
def manual_seed(seed: _int) -> _Generator:
    """Start the default generator's stream of this seed anew; returns the generator.

    Parameters
    ----------
    seed : int

    Returns
    -------
    Generator

    Examples
    --------
    >>> generator = tl.manual_seed(0)
    >>> x = tl.rand(3)
    >>> generator = tl.manual_seed(0)
    >>> bool((tl.rand(3) == x).all())
    True
    """
def masked_fill(input: Tensor, mask: Tensor, value: Tensor | _float) -> Tensor:
    """input with `value` where the mask holds.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    mask : Tensor (...)
        Where it is True the element is replaced.
    value : Tensor (...) or number
        The number, or the tensor of values.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.masked_fill``, in place ``Tensor.masked_fill_``.

    Examples
    --------
    >>> tl.masked_fill(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([True, False, True]), 1.0)
    tensor([1., 1., 1.])
    """
def masked_scatter(input: Tensor, mask: Tensor, source: Tensor) -> Tensor:
    """input with consecutive elements of source where the mask holds.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    mask : Tensor (...)
        Where it is True the next element of the source is put.
    source : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.masked_scatter``, in place ``Tensor.masked_scatter_``.

    Examples
    --------
    >>> tl.masked_scatter(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([True, False, True]), tl.ones(2))
    tensor([1., 1., 1.])
    """
def masked_select(input: Tensor, mask: Tensor, *, out: Tensor | None = None) -> Tensor:
    """The elements of input where the mask holds, both broadcast, as a vector.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    mask : Tensor (...)
        Where it is True the element is taken.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.masked_select``.

    Examples
    --------
    >>> tl.masked_select(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([True, False, True]))
    tensor([0.5000, 2.0000])
    """
def matmul(input: Tensor, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """The matrix product, by NumPy's rules.

    Parameters
    ----------
    input : Tensor (K,), (M, K) or (*, M, K)
    other : Tensor (K,), (K, N) or (*, K, N)
        Leading dims are batches and broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor
        (*, M, N), without M or N where an operand is a vector.

    Raises
    ------
    RuntimeError
        If the inner extents or the dtypes differ.

    Notes
    -----
    Also the method ``Tensor.matmul``.

    Examples
    --------
    >>> tl.matmul(tl.tensor([[1., 2.], [3., 4.]]), tl.tensor([1., 1.]))
    tensor([3., 7.])
    """
def matrix_exp(input: Tensor) -> Tensor:
    """See `linalg.matrix_exp`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.matrix_exp``.

    Examples
    --------
    >>> tl.matrix_exp(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[76.2898, 40.4587],
            [40.4587, 35.8310]])
    """
def matrix_power(input: Tensor, n: _int, *, out: Tensor | None = None) -> Tensor:
    """See `linalg.matrix_power`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    n : int
        The power; negative ones are those of the inverse.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.matrix_power``.

    Examples
    --------
    >>> tl.matrix_power(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), 3)
    tensor([[75., 38.],
            [38., 37.]])
    """
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
) -> _ValuesIndices:
    """The maximum: of all elements, along a dim, or of two tensors by elements.

    ``max(input)`` is the maximum of all; its gradient is shared evenly among ties.
    ``max(input, dim, keepdim=False)`` is a named tuple of `values` and `indices`, of the first
    where there are ties; the gradient goes to that element. ``max(input, other)`` is
    `maximum`. NaN counts as the maximum.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : Tensor (...) or int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    other : Tensor (...), optional
        The second operand; shapes broadcast.
    out : Tensor (...) or sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...) or ValuesIndices

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.max``.

    Examples
    --------
    >>> max(tl.tensor([[1, 5], [7, 3]]), dim=1).indices
    tensor([1, 0])
    """
def max_pool1d(
    input: Tensor,
    kernel_size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int] | None = None,
    padding: _int | _Sequence[_int] = 0,
    dilation: _int | _Sequence[_int] = 1,
    ceil_mode: _bool = False,
    return_indices: _bool = False,
) -> _Any:
    """The largest element of each window; NaN if it holds one.

    Parameters
    ----------
    input : Tensor (N, C, L) or (C, L)
    kernel_size : int or tuple of int
        The size of a window.
    stride : int or tuple of int, optional
        From one window to the next; `kernel_size` by default.
    padding : int or tuple of int
        Elements on both sides that count as -inf; at most half of the window.
    dilation : int or tuple of int
        From one element of a window to the next.
    ceil_mode : bool
        Whether a last window may reach beyond the input.
    return_indices : bool
        Whether the places of the largest elements are returned too, as int64: flat, in their plane.

    Returns
    -------
    Tensor (N, C, L) or (C, L), or a pair of them
        With `return_indices` the places, too.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.max_pool1d(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), 2)
    tensor([[4.],
            [3.]])
    """
def max_pool2d(
    input: Tensor,
    kernel_size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int] | None = None,
    padding: _int | _Sequence[_int] = 0,
    dilation: _int | _Sequence[_int] = 1,
    ceil_mode: _bool = False,
    return_indices: _bool = False,
) -> _Any:
    """The largest element of each window; NaN if it holds one.

    Parameters
    ----------
    input : Tensor (N, C, H, W) or (C, H, W)
    kernel_size : int or tuple of int
        The size of a window.
    stride : int or tuple of int, optional
        From one window to the next; `kernel_size` by default.
    padding : int or tuple of int
        Elements on both sides that count as -inf; at most half of the window.
    dilation : int or tuple of int
        From one element of a window to the next.
    ceil_mode : bool
        Whether a last window may reach beyond the input.
    return_indices : bool
        Whether the places of the largest elements are returned too, as int64: flat, in their plane.

    Returns
    -------
    Tensor (N, C, H, W) or (C, H, W), or a pair of them
        With `return_indices` the places, too.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.max_pool2d(tl.arange(16.0).reshape(1, 1, 4, 4), 2)
    tensor([[[[ 5.,  7.],
              [13., 15.]]]])
    """
def max_pool3d(
    input: Tensor,
    kernel_size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int] | None = None,
    padding: _int | _Sequence[_int] = 0,
    dilation: _int | _Sequence[_int] = 1,
    ceil_mode: _bool = False,
    return_indices: _bool = False,
) -> _Any:
    """The largest element of each window; NaN if it holds one.

    Parameters
    ----------
    input : Tensor (N, C, D, H, W) or (C, D, H, W)
    kernel_size : int or tuple of int
        The size of a window.
    stride : int or tuple of int, optional
        From one window to the next; `kernel_size` by default.
    padding : int or tuple of int
        Elements on both sides that count as -inf; at most half of the window.
    dilation : int or tuple of int
        From one element of a window to the next.
    ceil_mode : bool
        Whether a last window may reach beyond the input.
    return_indices : bool
        Whether the places of the largest elements are returned too, as int64: flat, in their plane.

    Returns
    -------
    Tensor (N, C, D, H, W) or (C, D, H, W), or a pair of them
        With `return_indices` the places, too.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.max_pool3d(tl.arange(8.0).reshape(1, 1, 2, 2, 2), 2)
    tensor([[[[[7.]]]]])
    """
def maximum(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The larger of two; NaN if either is.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.maximum``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.maximum(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([1.6000, 0.0000, 1.6000])
    """
def mean(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    keepdim: _bool = False,
    *,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor:
    """The mean along dims; NaN of nothing.

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
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.mean``.

    Examples
    --------
    >>> tl.mean(tl.tensor([0.5, 1.0, 2.0]))
    tensor(1.1667)
    """
@_overload
def median(input: Tensor, *, out: Tensor | None = None) -> Tensor: ...
@_overload
def median(
    input: Tensor,
    dim: _int,
    keepdim: _bool = False,
    *,
    out: _Sequence[Tensor] | None = None,
) -> _ValuesIndices:
    """The lower median of all elements, whose gradient ties share evenly; or along a dim with its index; NaN if any is.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    out : Tensor (...) or sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...) or ValuesIndices

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.median``.

    Examples
    --------
    >>> tl.median(tl.tensor([0.5, 1.0, 2.0]))
    tensor(1.)
    """
def meshgrid(*tensors: Tensor | _Sequence[Tensor], indexing: str = 'ij') -> tuple[Tensor, ...]:
    """Coordinate grids of vectors; indexing "ij" or, with the first two swapped, "xy".

    Parameters
    ----------
    *tensors : Tensor (...) or sequence of Tensor (...)
        The vectors.
    indexing : str, default 'ij'

    Returns
    -------
    tuple of Tensor (...)

    Examples
    --------
    >>> tl.meshgrid(tl.ones(2))
    (tensor([1., 1.]),)
    """
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
) -> _ValuesIndices:
    """The minimum: of all elements, along a dim, or of two tensors by elements.

    ``min(input)`` is the minimum of all; its gradient is shared evenly among ties.
    ``min(input, dim, keepdim=False)`` is a named tuple of `values` and `indices`, of the first
    where there are ties; the gradient goes to that element. ``min(input, other)`` is
    `minimum`. NaN counts as the minimum.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : Tensor (...) or int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    other : Tensor (...), optional
        The second operand; shapes broadcast.
    out : Tensor (...) or sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...) or ValuesIndices

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.min``.

    Examples
    --------
    >>> min(tl.tensor([[1, 5], [7, 3]]), dim=1).indices
    tensor([0, 1])
    """
def minimum(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The smaller of two; NaN if either is.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.minimum``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.minimum(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([-1.6000,  0.0000, -1.6000])
    """
def mm(input: Tensor, mat2: Tensor, *, out: Tensor | None = None) -> Tensor:
    """The product of a 2-D and a 2-D tensor.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    mat2 : Tensor (K, M)
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.mm``.

    Examples
    --------
    >>> tl.mm(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[17.,  7.],
            [ 7., 10.]])
    """
def mode(
    input: Tensor,
    dim: _int = -1,
    keepdim: _bool = False,
    *,
    out: _Sequence[Tensor] | None = None,
) -> _ValuesIndices:
    """The most frequent element along a dim, the smallest of several, and its last index.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int, default -1
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    ValuesIndices

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.mode``.

    Examples
    --------
    >>> tl.mode(tl.tensor([0.5, 1.0, 2.0]))
    tensorlite.return_types.mode(
    values=tensor(0.5000),
    indices=tensor(0))
    """
def moveaxis(
    input: Tensor,
    source: _int | _Sequence[_int],
    destination: _int | _Sequence[_int],
) -> Tensor:
    """Dims moved to other places; the rest keep their order.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    source : int or tuple of int
    destination : int or tuple of int

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.moveaxis``.

    Examples
    --------
    >>> images = tl.zeros(8, 32, 24, 3)
    >>> tl.moveaxis(images, -1, 1).shape
    tensorlite.Size([8, 3, 32, 24])
    """
def movedim(
    input: Tensor,
    source: _int | _Sequence[_int],
    destination: _int | _Sequence[_int],
) -> Tensor:
    """Dims moved to other places; the rest keep their order.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    source : int or tuple of int
    destination : int or tuple of int

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.movedim``.

    Examples
    --------
    >>> tl.movedim(tl.ones(2, 3), 0, 1).shape
    tensorlite.Size([3, 2])
    """
def msort(input: Tensor, *, out: Tensor | None = None) -> Tensor:
    """The elements in order along the first dim.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.msort``.

    Examples
    --------
    >>> tl.msort(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def mul(input: Tensor | _float, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """x * y.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.mul``, in place ``Tensor.mul_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.mul(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([-2.5600,  0.0000, -2.5600])
    """
def multinomial(
    input: Tensor,
    num_samples: _int,
    replacement: _bool = False,
    *,
    generator: _Generator | None = None,
    out: Tensor | None = None,
) -> Tensor:
    """Indices drawn with the probabilities that the weights in each row are proportional to.

    With replacement by search in the summed weights; without, the largest of the weights divided
    by exponential numbers (the "exponential race" of Efraimidis and Spirakis, 2006).

    Parameters
    ----------
    input : Tensor (n,) or (m, n)
        Weights of at least 0.
    num_samples : int
    replacement : bool, default False
    generator : Generator, optional
        Where random numbers come from; by default the default generator.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    int64 Tensor (num_samples,) or (m, num_samples)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.multinomial``.

    Examples
    --------
    >>> tl.multinomial(tl.tensor([0.5, 1.0, 2.0]), 2).shape
    tensorlite.Size([2])
    """
def multiply(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """x * y.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.mul``, in place ``Tensor.mul_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.mul(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([-2.5600,  0.0000, -2.5600])
    """
def mv(input: Tensor, vec: Tensor, *, out: Tensor | None = None) -> Tensor:
    """The product of a 2-D and a 1-D tensor.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    vec : Tensor (M,)
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.mv``.

    Examples
    --------
    >>> tl.mv(tl.tensor([[1.0, 2.0], [3.0, 4.0]]), tl.ones(2))
    tensor([3., 7.])
    """
def mvlgamma(input: Tensor, p: _float, *, out: Tensor | None = None) -> Tensor:
    """The logarithm of the multivariate gamma function of dimension p.

    Parameters
    ----------
    input : Tensor
        Larger than (p - 1) / 2.
    p : int
        At least 1.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.mvlgamma``, in place ``Tensor.mvlgamma_``.

    Examples
    --------
    >>> tl.mvlgamma(tl.tensor([1.5, 3.0]), 2)
    tensor([0.4516, 1.5502])
    """
nan: _float
def nan_to_num(
    input: Tensor,
    nan: _float = 0.0,
    posinf: _float | None = None,
    neginf: _float | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """input with NaN replaced, and infinities by the largest finite numbers or what is given.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    nan : float, default 0.0
    posinf : float, optional
    neginf : float, optional
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.nan_to_num``, in place ``Tensor.nan_to_num_``.

    Examples
    --------
    >>> tl.nan_to_num(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def nan_to_num_(
    input: Tensor,
    nan: _float = 0.0,
    posinf: _float | None = None,
    neginf: _float | None = None,
) -> Tensor:
    """In place: input with NaN replaced, and infinities by the largest finite numbers or what is given.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    nan : float, default 0.0
    posinf : float, optional
    neginf : float, optional

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nan_to_num_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def nanmean(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    keepdim: _bool = False,
    *,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor:
    """The mean of what is not NaN, along dims.

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
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.nanmean``.

    Examples
    --------
    >>> tl.nanmean(tl.tensor([0.5, 1.0, 2.0]))
    tensor(1.1667)
    """
@_overload
def nanmedian(input: Tensor, *, out: Tensor | None = None) -> Tensor: ...
@_overload
def nanmedian(
    input: Tensor,
    dim: _int,
    keepdim: _bool = False,
    *,
    out: _Sequence[Tensor] | None = None,
) -> _ValuesIndices:
    """`median` of what is not NaN.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    out : Tensor (...) or sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...) or ValuesIndices

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.nanmedian``.

    Examples
    --------
    >>> tl.nanmedian(tl.tensor([0.5, 1.0, 2.0]))
    tensor(1.)
    """
def nanquantile(
    input: Tensor,
    q: Tensor | _float,
    dim: _int | None = None,
    keepdim: _bool = False,
    *,
    interpolation: str = 'linear',
    out: Tensor | None = None,
) -> Tensor:
    """`quantile` of what is not NaN.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    q : Tensor (...) or number
    dim : int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    interpolation : str, default 'linear'
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.nanquantile``.

    Examples
    --------
    >>> tl.nanquantile(tl.tensor([0.5, 1.0, 2.0]), 0.5)
    tensor(1.)
    """
def nansum(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    keepdim: _bool = False,
    *,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor:
    """The sum along dims, NaN counted as 0.

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
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.nansum``.

    Examples
    --------
    >>> tl.nansum(tl.tensor([0.5, 1.0, 2.0]))
    tensor(3.5000)
    """
def narrow(input: Tensor, dim: _int, start: Tensor | _float, length: _int) -> Tensor:
    """`length` indices of a dim from `start`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    start : Tensor (...) or number
        Where it begins.
    length : int

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.narrow``.

    Examples
    --------
    >>> tl.narrow(tl.tensor([0.5, 1.0, 2.0]), 0, 0, 1)
    tensor([0.5000])
    """
def narrow_copy(input: Tensor, dim: _int, start: Tensor | _float, length: _int) -> Tensor:
    """A copy of `length` indices of a dim from `start`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    start : Tensor (...) or number
        Where it begins.
    length : int

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.narrow_copy``.

    Examples
    --------
    >>> tl.narrow_copy(tl.tensor([0.5, 1.0, 2.0]), 0, 0, 1)
    tensor([0.5000])
    """
def ne(input: Tensor | _float, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """x != y.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of bool.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.ne``, in place ``Tensor.ne_``. It has no gradient.

    Examples
    --------
    >>> tl.ne(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([ True, False,  True])
    """
def neg(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """-x.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype; bool is refused.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.neg``, in place ``Tensor.neg_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.neg(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([ 1.6000, -0.0000, -1.6000])
    """
def neg_(input: Tensor) -> Tensor:
    """In place: -x.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.neg_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([-0.5000, -1.0000, -2.0000])
    """
def negative(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """-x.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype; bool is refused.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.neg``, in place ``Tensor.neg_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.neg(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([ 1.6000, -0.0000, -1.6000])
    """
def negative_(input: Tensor) -> Tensor:
    """In place: -x.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.negative_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([-0.5000, -1.0000, -2.0000])
    """
newaxis: None
def nextafter(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The next float from x toward y.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.nextafter``, in place ``Tensor.nextafter_``. Its gradient is written.

    Examples
    --------
    >>> tl.nextafter(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([-1.6000,  0.0000,  1.6000])
    """
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
) -> tuple[Tensor, ...]:
    """The indices of the elements that are not zero, in row-major order.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.
    as_tuple : bool, default False

    Returns
    -------
    int64 Tensor (count, ndim), or a tuple of ndim vectors where `as_tuple`.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.nonzero``.

    Examples
    --------
    >>> tl.nonzero(tl.tensor([0.5, 1.0, 2.0]))
    tensor([[0],
            [1],
            [2]])
    """
def nonzero_static(input: Tensor, *, size: _int, fill_value: _int = -1) -> Tensor:
    """The indices of the first `size` elements that are not zero, filled up where there are fewer.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    size : int
        How many rows.
    fill_value : int, default -1
        What rows left over hold.

    Returns
    -------
    int64 Tensor (size, ndim)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.nonzero_static``.

    Examples
    --------
    >>> tl.nonzero_static(tl.tensor([0, 3, 0, 5]), size=3, fill_value=-1)
    tensor([[ 1],
            [ 3],
            [-1]])
    """
def norm(
    input: Tensor,
    p: _float | str = 'fro',
    dim: _int | _Sequence[_int] | None = None,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """(sum of |x|^p)^(1/p) along dims: 2 and "fro" the Euclidean norm, inf the largest, 0 a count.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    p : float or str, default 'fro'
        The order of the norm.
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.norm``.

    Examples
    --------
    >>> tl.norm(tl.tensor([3., 4.]))
    tensor(5.)
    """
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
) -> Tensor:
    """Normal numbers; mean and std may be tensors, which then give the shape.

    Parameters
    ----------
    mean : Tensor (...) or number, default 0.0
    std : Tensor (...) or number, default 1.0
    size : int or tuple of int, optional
        The shape: integers, or one sequence of them.
    generator : Generator, optional
        Where random numbers come from; by default the default generator.
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

    Notes
    -----
    In place ``Tensor.normal_``.

    Examples
    --------
    >>> tl.normal().shape
    tensorlite.Size([])
    """
def not_equal(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """x != y.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of bool.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.ne``, in place ``Tensor.ne_``. It has no gradient.

    Examples
    --------
    >>> tl.ne(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([ True, False,  True])
    """
def numel(input: Tensor) -> _int:
    """The number of elements.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    int

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.numel``.

    Examples
    --------
    >>> tl.numel(tl.tensor([0.5, 1.0, 2.0]))
    3
    """
def ones(
    *size: _int | _Sequence[_int],
    out: Tensor | None = None,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
    memory_format: _memory_format | None = None,
) -> Tensor:
    """A tensor of the given size, filled with 1.

    Parameters
    ----------
    *size : int or tuple of int
        The shape: integers, or one sequence of them.
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
    memory_format : memory_format, optional
        The order in which dims lie in memory.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.ones((2, 3))
    tensor([[1., 1., 1.],
            [1., 1., 1.]])
    """
def ones_like(
    input: Tensor,
    *,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
    memory_format: _memory_format | None = None,
) -> Tensor:
    """A tensor of input's shape and dtype, filled with 1.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
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
    memory_format : memory_format, optional
        The order in which dims lie in memory.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.ones_like(tl.tensor([0.5, 1.0, 2.0]))
    tensor([1., 1., 1.])
    """
def orgqr(input: Tensor, input2: Tensor, *, out: Tensor | None = None) -> Tensor:
    """See `linalg.householder_product`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    input2 : Tensor (...)
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.orgqr``.

    Examples
    --------
    >>> A = tl.tensor([[3.0, 1.0], [4.0, 2.0]])
    >>> reflectors, tau = tl.geqrf(A)
    >>> Q = tl.orgqr(reflectors, tau)
    >>> tl.allclose(Q.T @ Q, tl.eye(2), atol=1e-5)
    True
    """
def ormqr(
    input: Tensor,
    tau: Tensor,
    other: Tensor,
    left: _bool = True,
    transpose: _bool = False,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The product of a matrix with Q, or Q^T, of Householder reflections.

    Parameters
    ----------
    input : Tensor (*, M, N)
        The vectors, below its diagonal, as `geqrf` gives them.
    tau : Tensor (*, K)
    other : Tensor (*, M, P), or (*, P, M) for ``left=False``
    left : bool, default True
    transpose : bool, default False
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.ormqr``.

    Examples
    --------
    >>> A = tl.tensor([[3.0, 1.0], [4.0, 2.0]])
    >>> reflectors, tau = tl.geqrf(A)
    >>> R = tl.ormqr(reflectors, tau, A, transpose=True)  # Q.T @ A, without making Q
    >>> tl.allclose(R, reflectors.triu(), atol=1e-5)
    True
    """
def outer(input: Tensor, vec2: Tensor, *, out: Tensor | None = None) -> Tensor:
    """All products of an element of one vector with an element of another.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    vec2 : Tensor (M,)
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.outer``.

    Examples
    --------
    >>> tl.outer(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([[0.2500, 0.5000, 1.0000],
            [0.5000, 1.0000, 2.0000],
            [1.0000, 2.0000, 4.0000]])
    """
def pairwise_distance(
    x1: Tensor,
    x2: Tensor,
    p: _float = 2.0,
    eps: _float = 1e-06,
    keepdim: _bool = False,
) -> Tensor:
    """The p-norm of x1 - x2 + eps along the last dimension.

    Parameters
    ----------
    x1 : Tensor (...)
    x2 : Tensor (...)
    p : float, default 2.0
        The order of the norm.
    eps : float, default 1e-06
        A small number that keeps divisions finite.
    keepdim : bool, default False
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
    >>> tl.nn.functional.pairwise_distance(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(1.7321e-06)
    """
def pca_lowrank(
    A: Tensor,
    q: _int | None = None,
    center: _bool = True,
    niter: _int = 2,
) -> tuple[Tensor, Tensor, Tensor]:
    """Principal components of rows, approximately: `svd_lowrank` of A less the mean of its columns.

    Parameters
    ----------
    A : Tensor (..., M, N)
    q : int, optional
    center : bool, default True
    niter : int, default 2

    Returns
    -------
    tuple (U (*, M, q), S (*, q), V (*, N, q)), q = min(6, M, N) by default

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.pca_lowrank(tl.eye(2))
    (tensor([[-0.7071,  0.7071],
            [ 0.7071,  0.7071]]), tensor([1., 0.]), tensor([[-0.7071,  0.7071],
            [ 0.7071,  0.7071]]))
    """
def pdist(input: Tensor, p: _float = 2.0) -> Tensor:
    """The p-norms of the differences of the rows of a matrix, each to each that follows.

    Parameters
    ----------
    input : Tensor (N, M)
    p : float

    Returns
    -------
    Tensor (N * (N - 1) / 2,)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.pdist(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([3.6056])
    """
def permute(input: Tensor, *dims: _int | _Sequence[_int]) -> Tensor:
    """The dims in another order.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    *dims : int or tuple of int
        The dims, of which negative ones count from the last.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.permute``.

    Examples
    --------
    >>> tl.permute(tl.tensor([0.5, 1.0, 2.0]), (0,))
    tensor([0.5000, 1.0000, 2.0000])
    """
def permute_copy(
    input: Tensor,
    *dims: _int | _Sequence[_int],
    out: Tensor | None = None,
) -> Tensor:
    """A copy of: The dims in another order.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    *dims : int or tuple of int
        The dims, of which negative ones count from the last.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.permute_copy(tl.tensor([0.5, 1.0, 2.0]), (0,))
    tensor([0.5000, 1.0000, 2.0000])
    """
pi: _float
def pinverse(
    input: Tensor,
    rcond: _float | None = 1e-15,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """See `linalg.pinv`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    rcond : float or None, default 1e-15
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.pinverse``.

    Examples
    --------
    >>> tl.pinverse(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[ 0.2727, -0.0909],
            [-0.0909,  0.3636]])
    """
def pixel_shuffle(input: Tensor, upscale_factor: _int) -> Tensor:
    """(*, C r^2, H, W) as (*, C, H r, W r): channels become pixels.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    upscale_factor : int

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    References
    ----------
    Shi et al. 2016, "Real-Time Single Image and Video Super-Resolution Using an Efficient
    Sub-Pixel Convolutional Neural Network", arXiv:1609.05158.

    Examples
    --------
    >>> tl.nn.functional.pixel_shuffle(tl.arange(16.0).reshape(1, 4, 2, 2), 2)
    tensor([[[[ 0.,  4.,  1.,  5.],
              [ 8., 12.,  9., 13.],
              [ 2.,  6.,  3.,  7.],
              [10., 14., 11., 15.]]]])
    """
def pixel_unshuffle(input: Tensor, downscale_factor: _int) -> Tensor:
    """(*, C, H r, W r) as (*, C r^2, H, W): the inverse of `pixel_shuffle`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    downscale_factor : int

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.pixel_unshuffle(tl.arange(16.0).reshape(1, 1, 4, 4), 2)
    tensor([[[[ 0.,  2.],
              [ 8., 10.]],
    <BLANKLINE>
             [[ 1.,  3.],
              [ 9., 11.]],
    <BLANKLINE>
             [[ 4.,  6.],
              [12., 14.]],
    <BLANKLINE>
             [[ 5.,  7.],
              [13., 15.]]]])
    """
def poisson(input: Tensor, generator: _Generator | None = None) -> Tensor:
    """Poisson numbers: how often what comes `input` times on average came.

    Parameters
    ----------
    input : Tensor
        The rates, at least 0.
    generator : Generator, optional
        The default one without it.

    Returns
    -------
    Tensor
        Of input's shape and dtype.

    Raises
    ------
    RuntimeError
        For a negative rate or NaN.

    Examples
    --------
    >>> tl.poisson(tl.tensor([0.0, 3.0])).shape
    tensorlite.Size([2])
    """
def polar(abs: Tensor, angle: Tensor, *, out: Tensor | None = None) -> Tensor:
    """abs * (cos(angle) + i sin(angle)), both float32 or both float64.

    Parameters
    ----------
    abs : Tensor (...)
    angle : Tensor (...)
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.polar(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 0.4388+0.2397j,  0.5403+0.8415j, -0.8323+1.8186j])
    """
def polygamma(n: _int, input: Tensor, *, out: Tensor | None = None) -> Tensor:
    """Derivative n of digamma: 0, 1, 2, ...

    Parameters
    ----------
    n : int
        The order of the derivative.
    input : Tensor (...)
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.polygamma``, in place ``Tensor.polygamma_``.

    Examples
    --------
    >>> tl.polygamma(3, tl.tensor([0.5, 1.0, 2.0]))
    tensor([97.4091,  6.4939,  0.4939])
    """
def positive(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """x.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype; bool is refused.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.positive``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.positive(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-1.6000,  0.0000,  1.6000])
    """
def pow(
    input: Tensor | _float,
    exponent: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """input to the power exponent, by elements; either may be a number.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    exponent : Tensor (...) or number
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Notes
    -----
    Also the method ``Tensor.pow``, in place ``Tensor.pow_``.

    Examples
    --------
    >>> tl.pow(tl.tensor([0.5, 1.0, 2.0]), 2)
    tensor([0.2500, 1.0000, 4.0000])
    """
def prelu(input: Tensor, weight: Tensor) -> Tensor:
    """x where x > 0, else weight * x. He et al. 2015, arXiv:1502.01852.

    Parameters
    ----------
    input : Tensor (any shape)
    weight : Tensor () or (1,) or (C,), C the size of the second dimension of `input`

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        If the sizes of weight and channels differ.

    Examples
    --------
    >>> tl.nn.functional.prelu(tl.tensor([-1.0, 2.0]), tl.tensor([0.5]))
    tensor([-0.5000,  2.0000])
    """
preserve_format: _memory_format
def printoptions(**options: _Any) -> _AbstractContextManager[None]:
    """Print with other options inside of a with statement.

    Parameters
    ----------
    **options : object

    Returns
    -------
    context manager

    Examples
    --------
    >>> with tl.printoptions(precision=2):
    ...     tl.tensor([3.14159])
    tensor([3.14])
    """
def prod(
    input: Tensor,
    dim: _int | None = None,
    keepdim: _bool = False,
    *,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor:
    """The product along a dim, or of all elements; integers and bool give int64.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.prod``.

    Examples
    --------
    >>> tl.prod(tl.tensor([0.5, 1.0, 2.0]))
    tensor(1.)
    """
def profile() -> _Any:
    """Note every kernel that runs in a block, and how long it takes.

    Returns
    -------
    Profile
        Prints as a table of kernels; `key_averages().table(sort_by=...)` is that table,
        `events` what ran in order, `export_chrome_trace(path)` a file for Perfetto.

    Raises
    ------
    RuntimeError
        If there is one already, or inside a compiled function.

    Notes
    -----
    A call of a compiled function is one event; its `explain()` tells more. Kernels are timed in
    all threads. Ops take longer under a profile, kernels do not.

    Examples
    --------
    >>> import tensorlite as tl
    >>> x = tl.ones(100, 100)
    >>> with tl.profile() as prof:
    ...     y = (x @ x).relu()
    ...     z = y.relu()
    >>> print(prof.key_averages().table(sort_by="count"))
    kernel  ...
    >>> [average.count for average in prof.key_averages() if average.key == "RELU"]
    [2]
    """
def promote_types(type1: _dtype, type2: _dtype) -> _dtype:
    """The smallest type to which values of both types can go, as PyTorch has it.

    Integers meet a floating point type in that type; signed and unsigned integers meet in the next
    larger signed type.

    Parameters
    ----------
    type1 : dtype
    type2 : dtype

    Returns
    -------
    dtype

    Raises
    ------
    TypeError
        For uint64 with a signed integer: no integer type holds both.

    Examples
    --------
    >>> tl.promote_types(tl.int64, tl.float32)
    tensorlite.float32
    """
def put(input: Tensor, index: Tensor, source: Tensor, accumulate: _bool = False) -> Tensor:
    """A copy of input with elements of `source` set, or added, at flat positions.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    index : Tensor (...)
        Positions in the flattened input.
    source : Tensor (...)
    accumulate : bool, default False

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.put``, in place ``Tensor.put_``.

    Examples
    --------
    >>> tl.put(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0, 1]), tl.ones(2))
    tensor([1., 1., 2.])
    """
def qr(
    input: Tensor,
    some: _bool = True,
    *,
    out: _Sequence[Tensor] | None = None,
) -> _linalg_qr:
    """See `linalg.qr`; `some` for its mode "reduced".

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    some : bool, default True
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    linalg_qr

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.qr``.

    Examples
    --------
    >>> tl.qr(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensorlite.return_types.linalg_qr(
    Q=tensor([[-0.9701, -0.2425],
            [-0.2425,  0.9701]]),
    R=tensor([[-4.1231, -1.6977],
            [ 0.0000,  2.6679]]))
    """
def quantile(
    input: Tensor,
    q: Tensor | _float,
    dim: _int | None = None,
    keepdim: _bool = False,
    *,
    interpolation: str = 'linear',
    out: Tensor | None = None,
) -> Tensor:
    """Quantiles along a dim, of all elements by default; NaN where a line holds one.

    Parameters
    ----------
    input : Tensor
    q : float or Tensor (Q,)
        Between 0 and 1; the result begins with a dim of extent Q if it is a vector.
    dim : int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    interpolation : {"linear", "lower", "higher", "midpoint", "nearest"}
        What lies between two elements.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.quantile``.

    Examples
    --------
    >>> tl.quantile(tl.tensor([0., 1., 5.]), tl.tensor([0.25, 0.5]))
    tensor([0.5000, 1.0000])
    """
def rad2deg(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.rad2deg``, in place ``Tensor.rad2deg_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.rad2deg(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-91.6732,   0.0000,  91.6732])
    """
def rad2deg_(input: Tensor) -> Tensor:
    """In place: None

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.rad2deg_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 28.6479,  57.2958, 114.5916])
    """
def rand(
    *size: _int | _Sequence[_int],
    generator: _Generator | None = None,
    out: Tensor | None = None,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor:
    """A tensor of the given size, uniform in [0, 1).

    Parameters
    ----------
    *size : int or tuple of int
        The shape: integers, or one sequence of them.
    generator : Generator, optional
        Where random numbers come from; by default the default generator.
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
    >>> tl.rand((2, 3)).shape
    tensorlite.Size([2, 3])
    """
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
) -> Tensor:
    """A tensor of input's shape and dtype, uniform in [0, 1).

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
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
    memory_format : memory_format, optional
        The order in which dims lie in memory.
    generator : Generator, optional
        Where random numbers come from; by default the default generator.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.rand_like(tl.tensor([0.5, 1.0, 2.0])).shape
    tensorlite.Size([3])
    """
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
) -> Tensor:
    """Integers in [low, high), uniform; randint(high, size) starts at 0.

    Parameters
    ----------
    low : Tensor (...) or number, optional
    high : int or tuple of int, optional
    size : int or tuple of int, optional
        The shape: integers, or one sequence of them.
    generator : Generator, optional
        Where random numbers come from; by default the default generator.
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

    Raises
    ------
    RuntimeError
        If low >= high, or the dtype does not hold them.

    Examples
    --------
    >>> tl.randint(5, (2, 3)).shape
    tensorlite.Size([2, 3])
    """
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
) -> Tensor:
    """Integers in [low, high) of input's shape and dtype.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    low : Tensor (...) or number, optional
    high : Tensor (...) or number, optional
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
    memory_format : memory_format, optional
        The order in which dims lie in memory.
    generator : Generator, optional
        Where random numbers come from; by default the default generator.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> x = tl.randint_like(tl.zeros(2, 3), 10)
    >>> x.shape, x.dtype
    (tensorlite.Size([2, 3]), tensorlite.float32)
    """
def randn(
    *size: _int | _Sequence[_int],
    generator: _Generator | None = None,
    out: Tensor | None = None,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor:
    """A tensor of the given size, standard normal.

    Parameters
    ----------
    *size : int or tuple of int
        The shape: integers, or one sequence of them.
    generator : Generator, optional
        Where random numbers come from; by default the default generator.
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
    >>> tl.randn((2, 3)).shape
    tensorlite.Size([2, 3])
    """
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
) -> Tensor:
    """A tensor of input's shape and dtype, standard normal.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
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
    memory_format : memory_format, optional
        The order in which dims lie in memory.
    generator : Generator, optional
        Where random numbers come from; by default the default generator.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.randn_like(tl.tensor([0.5, 1.0, 2.0])).shape
    tensorlite.Size([3])
    """
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
) -> Tensor:
    """The numbers 0 to n - 1 in random order.

    Each number is the low part of a 64-bit key whose high part is random; sorting the keys, which
    all differ, gives one result whatever the method.

    Parameters
    ----------
    n : int
        The length, or the number of them.
    generator : Generator, optional
        Where random numbers come from; by default the default generator.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.
    dtype : dtype, default tensorlite.int64
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
    >>> tl.randperm(3).shape
    tensorlite.Size([3])
    """
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
) -> Tensor:
    """The numbers start, start + step, ... up to `end`, which is one of them: see `arange`.

    Parameters
    ----------
    start : Tensor (...) or number
        Where it begins.
    end : Tensor (...) or number
        Where it ends.
    step : float, default 1
        By how much each is more than the one before.
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

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.range(0, 1, 0.25)
    tensor([0.0000, 0.2500, 0.5000, 0.7500, 1.0000])
    """
def ravel(input: Tensor) -> Tensor:
    """All elements in one dim, side by side in memory: a copy unless they are.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.ravel``.

    Examples
    --------
    >>> tl.ravel(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def real(input: Tensor) -> Tensor:
    """The real parts, a view; a real tensor itself.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.real(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def reciprocal(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """1 / x.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.reciprocal``, in place ``Tensor.reciprocal_``. Its gradient is written.

    Examples
    --------
    >>> tl.reciprocal(tl.tensor([0.65, 1.25, 1.85]))
    tensor([1.5385, 0.8000, 0.5405])
    """
def reciprocal_(input: Tensor) -> Tensor:
    """In place: 1 / x.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.reciprocal_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([2.0000, 1.0000, 0.5000])
    """
def relu(input: Tensor, *, out: Tensor | None = None) -> Tensor:
    """max(x, 0).

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.relu``, in place ``Tensor.relu_``.

    Examples
    --------
    >>> tl.relu(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def relu_(input: Tensor) -> Tensor:
    """In place: max(x, 0).

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.relu_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def remainder(input: Tensor, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Remainder of floored division: has the sign of y (`torch.remainder`, Python's `%`).

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.remainder``, in place ``Tensor.remainder_``.

    Examples
    --------
    >>> tl.remainder(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 0., 0.])
    """
def renorm(
    input: Tensor,
    p: _float,
    dim: _int,
    maxnorm: _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """input with each slice of a dim whose p-norm exceeds `maxnorm` scaled down to it.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    p : float
        The order of the norm.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    maxnorm : float
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.renorm``, in place ``Tensor.renorm_``.

    Examples
    --------
    >>> tl.renorm(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), 0.5, 0, 0)
    tensor([[0., 0.],
            [0., 0.]])
    """
def repeat_interleave(
    input: Tensor,
    repeats: _int | Tensor | None = None,
    dim: _int | None = None,
    *,
    output_size: _int | _Sequence[_int | None] | None = None,
) -> Tensor:
    """Each element, or each slice of a dim, repeated side by side.

    `repeat_interleave(counts)` repeats the numbers 0, 1, ... themselves.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    repeats : int or Tensor (...), optional
        How often each dim, or element, is repeated.
    dim : int, optional
        The dim or dims along which it goes; negative ones count from the last.
    output_size : int or sequence of int or None, optional

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.repeat_interleave``.

    Examples
    --------
    >>> tl.repeat_interleave(tl.tensor([1, 2, 3]))
    tensor([0, 1, 1, 2, 2, 2])
    """
def reshape(input: Tensor, *shape: _int | _Sequence[_int]) -> Tensor:
    """The elements in another shape: a view where strides allow it, else a copy.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    *shape : int or tuple of int
        The shape: integers, or one sequence of them; one may be -1.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.reshape``.

    Examples
    --------
    >>> tl.reshape(tl.tensor([0.5, 1.0, 2.0]), (1, -1))
    tensor([[0.5000, 1.0000, 2.0000]])
    """
def resolve_conj(input: Tensor) -> Tensor:
    """Itself: no conjugate is left to be done.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.resolve_conj``.

    Examples
    --------
    >>> tl.resolve_conj(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def resolve_neg(input: Tensor) -> Tensor:
    """Itself: nothing is left to negate.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.resolve_neg``.

    Examples
    --------
    >>> tl.resolve_neg(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def result_type(tensor: Tensor | _float, other: Tensor | _float) -> _dtype:
    """The dtype of an op on two tensors or numbers, by PyTorch's rules.

    Parameters
    ----------
    tensor : Tensor (...) or number
    other : Tensor (...) or number
        The second operand; shapes broadcast.

    Returns
    -------
    dtype

    Examples
    --------
    >>> tl.result_type(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensorlite.float32
    """
def rms_norm(
    input: Tensor,
    normalized_shape: _int | _Sequence[_int],
    weight: Tensor | None = None,
    eps: _float | None = None,
) -> Tensor:
    """x / sqrt(mean(x^2) + eps) over the last dimensions, times weight.

    Parameters
    ----------
    input : Tensor (..., *normalized_shape)
    normalized_shape : int or sequence of int
    weight : Tensor (*normalized_shape), optional
    eps : float, optional
        Default: the dtype's machine epsilon.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    References
    ----------
    Zhang, Sennrich 2019, "Root Mean Square Layer Normalization", arXiv:1910.07467.

    Examples
    --------
    >>> tl.nn.functional.rms_norm(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), (2,))
    tensor([[1.3720, 0.3430],
            [0.4472, 1.3416]])
    """
def roll(
    input: Tensor,
    shifts: _int | _Sequence[_int],
    dims: _int | _Sequence[_int] | None = None,
) -> Tensor:
    """Elements shifted along dims, those that fall off coming in at the other end.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    shifts : int or tuple of int
    dims : int or tuple of int, optional
        The dims, of which negative ones count from the last.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.roll``.

    Examples
    --------
    >>> tl.roll(tl.tensor([0.5, 1.0, 2.0]), 1)
    tensor([2.0000, 0.5000, 1.0000])
    """
def rot90(input: Tensor, k: _int = 1, dims: _Sequence[_int] = ...) -> Tensor:
    """A plane turned by 90 degrees k times, from the first dim towards the second.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    k : int, default 1
        How many quarter turns.
    dims : sequence of int, default (0, 1)
        The dims, of which negative ones count from the last.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.rot90``.

    Examples
    --------
    >>> tl.rot90(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[1., 3.],
            [4., 1.]])
    """
def round(input: Tensor, *, decimals: _int = 0, out: Tensor | None = None) -> Tensor:
    """input rounded half to even, to a number of decimals.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    decimals : int, default 0
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.round``, in place ``Tensor.round_``.

    Examples
    --------
    >>> tl.round(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 1., 2.])
    """
def round_(input: Tensor, *, decimals: _int = 0) -> Tensor:
    """In place: input rounded half to even, to a number of decimals.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    decimals : int, default 0

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.round_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 1., 2.])
    """
def row_stack(tensors: Tensor | _Sequence[Tensor], *, out: Tensor | None = None) -> Tensor:
    """Join vertically: along the first dim, vectors as rows.

    Parameters
    ----------
    tensors : Tensor (...) or sequence of Tensor (...)
        The tensors, of shapes that fit together.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.row_stack([tl.ones(2), tl.zeros(2)])
    tensor([[1., 1.],
            [0., 0.]])
    """
def rowwise(
    function: _Callable[..., _Any] | None = None,
    *,
    grad: _Callable[..., _Any] | None = None,
    name: str | None = None,
    numbers: tuple[str, ...] = (),
    indices: tuple[str, ...] = (),
) -> _Any:
    """Make an op from a plain Python function of a row.

    Parameters
    ----------
    function : function
        Takes rows and returns a row, or a number for each: assignments and a return, of
        arithmetic, the functions of `math`, `numpy` and `tl.scalars`, scalar functions of the
        user's, and folds: `total`, `mean`, `largest`, `smallest`, `shift` and `count` of
        `tl.scalars`, also spelled `sum`, `max`, `min` and `len`. ``x[0]`` and ``x[k]``, with an
        integer parameter k for each row, are elements of a row (NaN if there is no such), and
        ``tl.scalars.place(x)`` tells of each which it is.
    grad : function or dict of str to function, optional
        A written gradient ``(g, ...)``, by parameter where there are several: a function of rows,
        whose parameters after `g` name what it needs: inputs, ``out``, or what the function
        assigns. Without it gradients are derived, of any order.
    name : str, optional
        The name in messages; the function's own by default.
    numbers : tuple of str, optional
        The parameters that are one number for each row, or one for all, and never rows.
    indices : tuple of str, optional
        Those of them that are integers, beside the ones that elements are picked by.

    Returns
    -------
    Rowwise
        A callable on tensors and numbers, which broadcasts, with `dim` (-1: along which the rows
        lie) and, for a number of each row, `keepdim`.

    Raises
    ------
    ScalarError
        If the function cannot be compiled: names file, line, reason and remedy.

    Notes
    -----
    A row is read as often as its folds need, while it is near. Folds in a branch of ``a if c else
    b``, with a number c of the row, are taken in rows that choose it. `largest` and `smallest`
    share their gradient among equals. What is read from globals is part of the kernel, as in
    `elementwise`.

    Examples
    --------
    >>> import tensorlite as tl
    >>> @tl.rowwise
    ... def standardized(x, eps):
    ...     distance = x - tl.scalars.mean(x)
    ...     return distance / tl.scalars.sqrt(tl.scalars.mean(distance * distance) + eps)
    >>> standardized(tl.tensor([[1.0, 2.0, 3.0], [0.0, 0.0, 6.0]]), 1e-5)
    tensor([[-1.2247,  0.0000,  1.2247],
            [-0.7071, -0.7071,  1.4142]])
    >>> @tl.rowwise
    ... def surprise(x, target):
    ...     top = tl.scalars.shift(x)
    ...     return tl.scalars.log(sum(tl.scalars.exp(x - top))) - (x[target] - top)
    >>> surprise(tl.tensor([[0.0, 0.0], [0.0, 1.0]]), tl.tensor([[0], [1]]))
    tensor([0.6931, 0.3133])
    """
def rrelu(
    input: Tensor,
    lower: _float = 0.125,
    upper: _float = 0.3333333333333333,
    training: _bool = False,
    inplace: _bool = False,
    *,
    generator: _Generator | None = None,
) -> Tensor:
    """leaky_relu with a random slope per element in training. Xu et al. 2015, arXiv:1505.00853.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    lower : float, default 0.125
        The smallest slope.
    upper : float, default 0.3333333333333333
        The largest slope.
    training : bool, default False
        Whether it acts as in training.
    inplace : bool, default False
        Whether the input itself is written.
    generator : Generator, optional
        Where random numbers come from; by default the default generator.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.rrelu(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def rrelu_(
    input: Tensor,
    lower: _float = 0.125,
    upper: _float = 0.3333333333333333,
    training: _bool = False,
    *,
    generator: _Generator | None = None,
) -> Tensor:
    """`rrelu` in place.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    lower : float, default 0.125
        The smallest slope.
    upper : float, default 0.3333333333333333
        The largest slope.
    training : bool, default False
        Whether it acts as in training.
    generator : Generator, optional
        Where random numbers come from; by default the default generator.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.rrelu_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def rsqrt(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """1 / sqrt(x).

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.rsqrt``, in place ``Tensor.rsqrt_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.rsqrt(tl.tensor([0.58, 2.1, 3.62]))
    tensor([1.3131, 0.6901, 0.5256])
    """
def rsqrt_(input: Tensor) -> Tensor:
    """In place: 1 / sqrt(x).

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.rsqrt_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([1.4142, 1.0000, 0.7071])
    """
def rsub(input: Tensor, other: Tensor | _float, *, alpha: _float = 1) -> Tensor:
    """other - alpha * input.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    alpha : float, default 1
        By what the second operand is multiplied first.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.rsub``.

    Examples
    --------
    >>> tl.rsub(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 0., 0.])
    """
def scalar_tensor(
    s: _float,
    *,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor:
    """A 0-d tensor of a number, in the default dtype unless another is given.

    Parameters
    ----------
    s : float
        The number.
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
    >>> tl.scalar_tensor(2)
    tensor(2.)
    """
def scatter(
    input: Tensor,
    dim: _int,
    index: Tensor,
    src: Tensor | _float | None = None,
    value: Tensor | _float | None = None,
    *,
    reduce: _bool | str | None = None,
    out: Tensor | None = None,
) -> Tensor:
    """input with ``out[index[i][j]][j] = src[i][j]`` for dim 0; of several, the last one stays.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    index : Tensor (...)
        Positions along `dim`.
    src : Tensor (...) or number, optional
    value : Tensor (...) or number, optional
        The number, or the tensor of values.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.scatter``, in place ``Tensor.scatter_``.

    Examples
    --------
    >>> tl.scatter(tl.zeros(3), 0, tl.tensor([2, 0]), tl.tensor([1.0, 2.0]))
    tensor([2., 0., 1.])
    """
def scatter_add(
    input: Tensor,
    dim: _int,
    index: Tensor,
    src: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """input with ``out[index[i][j]][j] += src[i][j]`` for dim 0, in the order of the index.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    index : Tensor (...)
        Positions along `dim`.
    src : Tensor (...) or number
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.scatter_add``, in place ``Tensor.scatter_add_``.

    Examples
    --------
    >>> tl.scatter_add(tl.tensor([0.5, 1.0, 2.0]), 0, tl.tensor([0, 1]), tl.ones(2))
    tensor([1.5000, 2.0000, 2.0000])
    """
def scatter_reduce(
    input: Tensor,
    dim: _int,
    index: Tensor,
    src: Tensor | _float,
    reduce: _bool | str,
    *,
    include_self: _bool = True,
    out: Tensor | None = None,
) -> Tensor:
    """input combined with the elements of src that lead to each cell.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    index : Tensor (...)
        Positions along `dim`.
    src : Tensor (...) or number
    reduce : str
        "sum", "prod", "mean", "amax" or "amin".
    include_self : bool
        Whether the element of input takes part where others do.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.scatter_reduce``, in place ``Tensor.scatter_reduce_``.

    Examples
    --------
    >>> tl.scatter_reduce(tl.ones(2), 0, tl.tensor([0, 0]), tl.ones(2), "sum")
    tensor([3., 1.])
    """
def searchsorted(
    sorted_sequence: Tensor,
    input: Tensor | _float,
    *,
    out_int32: _bool = False,
    right: _bool = False,
    side: str | None = None,
    out: Tensor | None = None,
    sorter: Tensor | None = None,
) -> Tensor:
    """Where each value would be inserted to keep a sequence sorted.

    Parameters
    ----------
    sorted_sequence : Tensor (n,) or (..., n)
        One sequence for all values, or one for each row of values.
    input : Tensor (any shape) or (..., m), or number
    out_int32 : bool, default False
    right : bool
        Behind equal elements rather than before them; so does side="right".
    side : str, optional
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.
    sorter : Tensor (...), optional

    Returns
    -------
    int64 Tensor, int32 where `out_int32`, of the shape of the values

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.searchsorted(tl.tensor([0.5, 1.0, 2.0]), 0)
    tensor(0)
    """
def seed() -> _int:
    """Seed the default generator from the system's entropy; returns the new seed.

    Returns
    -------
    int

    Examples
    --------
    >>> state = tl.get_rng_state()
    >>> tl.seed() == tl.initial_seed()
    True
    >>> tl.set_rng_state(state)
    """
def select(input: Tensor, dim: _int, index: _int | Tensor) -> Tensor:
    """The part at one index of a dim, without that dim.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    index : int or Tensor (...)
        Positions along `dim`.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.select``.

    Examples
    --------
    >>> tl.select(tl.tensor([[1.0, 2.0], [3.0, 4.0]]), 0, 1)
    tensor([3., 4.])
    """
def select_copy(
    input: Tensor,
    dim: _int,
    index: _int | Tensor,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """A copy of: The part at one index of a dim, without that dim.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    index : int or Tensor (...)
        Positions along `dim`.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

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
    >>> x = tl.zeros(2, 3)
    >>> row = tl.select_copy(x, 0, 1).fill_(1.0)
    >>> x.sum()
    tensor(0.)
    """
def select_scatter(input: Tensor, src: Tensor | _float, dim: _int, index: _int) -> Tensor:
    """A copy of input with `src` at one index of a dim.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    src : Tensor (...) or number
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    index : int
        Positions along `dim`.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.select_scatter``.

    Examples
    --------
    >>> tl.select_scatter(tl.zeros(2, 3), tl.ones(3), 0, 1)
    tensor([[0., 0., 0.],
            [1., 1., 1.]])
    """
def selu(input: Tensor, inplace: _bool = False) -> Tensor:
    """The self-normalising elu. Klambauer et al. 2017, arXiv:1706.02515.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    inplace : bool, default False
        Whether the input itself is written.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.selu(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5254, 1.0507, 2.1014])
    """
def selu_(input: Tensor) -> Tensor:
    """`selu` in place.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.selu_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5254, 1.0507, 2.1014])
    """
def set_default_device(device: _device | str | _int | None) -> None:
    """Let new tensors of this thread lie on a device; None for the CPU.

    Parameters
    ----------
    device : device or str or int or None
        Where the result lies; by default the default device.

    Returns
    -------
    None

    Raises
    ------
    RuntimeError
        If there is no such device.

    Examples
    --------
    >>> tl.set_default_device("cuda" if tl.cuda.is_available() else "cpu")
    >>> tl.zeros(2).is_cuda == tl.cuda.is_available()
    True
    >>> tl.set_default_device(None)
    """
def set_default_dtype(d: _dtype) -> None:
    """Set the dtype of new tensors made from Python floats: one of the floating point types.

    Parameters
    ----------
    d : dtype

    Returns
    -------
    None

    Examples
    --------
    >>> tl.set_default_dtype(tl.float64)
    >>> tl.tensor(0.5).dtype
    tensorlite.float64
    >>> tl.set_default_dtype(tl.float32)
    """
def set_default_tensor_type(t: _Any) -> None:
    """Set the default dtype by a type such as `DoubleTensor`, or by its name.

    Parameters
    ----------
    t : object

    Returns
    -------
    None

    Examples
    --------
    >>> tl.set_default_tensor_type(tl.DoubleTensor)
    >>> tl.tensor(0.5).dtype
    tensorlite.float64
    >>> tl.set_default_tensor_type(tl.FloatTensor)
    """
def set_deterministic_debug_mode(debug_mode: _int | str) -> None:
    """The same as a number or a word: 0 "default", 1 "warn", 2 "error".

    Parameters
    ----------
    debug_mode : int or str

    Returns
    -------
    None

    Examples
    --------
    >>> tl.set_deterministic_debug_mode("warn")
    >>> tl.get_deterministic_debug_mode()
    1
    >>> tl.set_deterministic_debug_mode("default")
    """
def set_float32_matmul_precision(precision: str) -> None:
    """Allow less precise products: "highest", "high" or "medium"; none becomes so.

    Parameters
    ----------
    precision : str

    Returns
    -------
    None

    Examples
    --------
    >>> tl.set_float32_matmul_precision("highest")
    >>> tl.get_float32_matmul_precision()
    'highest'
    """
def set_flush_denormal(mode: _bool) -> _bool:
    """Whether that could be done: denormal numbers are always kept.

    Parameters
    ----------
    mode : bool

    Returns
    -------
    bool

    Examples
    --------
    >>> tl.set_flush_denormal(False)
    True
    """
def set_num_interop_threads(number: _int) -> None:
    """Allow ops to run side by side; none do.

    Parameters
    ----------
    number : int

    Returns
    -------
    None

    Examples
    --------
    >>> tl.set_num_interop_threads(1)
    >>> tl.get_num_interop_threads()
    1
    """
def set_num_threads(count: _int) -> None:
    """Let kernels use `count` threads, the caller's among them. The results do not change.

    Parameters
    ----------
    count : int

    Returns
    -------
    None

    Examples
    --------
    >>> count = tl.get_num_threads()
    >>> tl.set_num_threads(1)
    >>> tl.get_num_threads()
    1
    >>> tl.set_num_threads(count)
    """
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
) -> None:
    """Set how tensors print; what is None stays, but `sci_mode` None chooses by the values.

    Parameters
    ----------
    precision : int, optional
        Digits after the point; 4 at first.
    threshold : int, optional
        The number of elements beyond which the middle is left out; 1000 at first.
    edgeitems : int, optional
        How many elements then show at both ends of each dim; 3 at first.
    linewidth : int, optional
        Characters per line; 80 at first.
    profile : str, optional
        "default", "short" or "full".
    sci_mode : bool, optional
        Always (True) or never (False) in scientific notation.
    notebook : bool, optional
        Whether IPython and notebooks show statistics and pictures of tensors, and a line of each
        tensor in a list; True at first. False: the text, everywhere.
    frames : bool, optional
        Whether tracebacks of IPython and notebooks show the frames inside the package; False at
        first.

    Returns
    -------
    None

    Raises
    ------
    ValueError
        For an unknown profile, a negative number, or a switch that is no bool.

    Examples
    --------
    >>> import tensorlite as tl
    >>> with tl.printoptions(precision=2):
    ...     print(tl.tensor([1 / 3, 2.0]))
    tensor([0.33, 2.00])
    """
def set_rng_state(new_state: Tensor) -> None:
    """Set the state of the default generator.

    Parameters
    ----------
    new_state : Tensor (...)

    Returns
    -------
    None

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> state = tl.get_rng_state()
    >>> order = tl.randperm(10)
    >>> tl.set_rng_state(state)
    >>> bool((tl.randperm(10) == order).all())
    True
    """
def set_warn_always(b: _bool) -> None:
    """Ask for warnings each time, which Python's filters of warnings decide here.

    Parameters
    ----------
    b : bool

    Returns
    -------
    None

    Examples
    --------
    >>> tl.set_warn_always(False)
    >>> tl.is_warn_always_enabled()
    False
    """
def sgn(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """The direction of x: x / |x|, 0 at 0. Of a real number, its sign.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.sgn``, in place ``Tensor.sgn_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.sgn(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-1.,  0.,  1.])
    """
def sgn_(input: Tensor) -> Tensor:
    """In place: The direction of x: x / |x|, 0 at 0. Of a real number, its sign.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.sgn_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([1., 1., 1.])
    """
short: _dtype
def sigmoid(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """1 / (1 + exp(-x)), never from an overflowing exp.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.sigmoid``, in place ``Tensor.sigmoid_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.sigmoid(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([0.1680, 0.5000, 0.8320])
    """
def sigmoid_(input: Tensor) -> Tensor:
    """In place: 1 / (1 + exp(-x)), never from an overflowing exp.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.sigmoid_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.6225, 0.7311, 0.8808])
    """
def sign(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """-1, 0 or 1; 0 for NaN, as in PyTorch.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.sign``, in place ``Tensor.sign_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.sign(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-1.,  0.,  1.])
    """
def sign_(input: Tensor) -> Tensor:
    """In place: -1, 0 or 1; 0 for NaN, as in PyTorch.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.sign_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([1., 1., 1.])
    """
def signbit(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Whether the sign bit is set, of -0.0 and NaN too.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of bool.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.signbit``. It has no gradient.

    Examples
    --------
    >>> tl.signbit(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([ True, False, False])
    """
def sin(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Sine, for every finite x. Huge x: x / 2 pi modulo 1 in integers (Payne and Hanek).

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.sin``, in place ``Tensor.sin_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.sin(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-0.9996,  0.0000,  0.9996])
    """
def sin_(input: Tensor) -> Tensor:
    """In place: Sine, for every finite x. Huge x: x / 2 pi modulo 1 in integers (Payne and Hanek).

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.sin_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.4794, 0.8415, 0.9093])
    """
def sinc(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """sin(pi x) / (pi x); 1 at 0.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.sinc``, in place ``Tensor.sinc_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.sinc(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-0.1892,  1.0000, -0.1892])
    """
def sinc_(input: Tensor) -> Tensor:
    """In place: sin(pi x) / (pi x); 1 at 0.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.sinc_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.6366, -0.0000, 0.0000])
    """
def sinh(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Hyperbolic sine.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.sinh``, in place ``Tensor.sinh_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.sinh(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-2.3756,  0.0000,  2.3756])
    """
def sinh_(input: Tensor) -> Tensor:
    """In place: Hyperbolic sine.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.sinh_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5211, 1.1752, 3.6269])
    """
def slice_copy(
    input: Tensor,
    dim: _int = 0,
    start: _int | None = None,
    end: _int | None = None,
    step: _int = 1,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """A copy of a slice of a dim.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int, default 0
        The dim or dims along which it goes; negative ones count from the last.
    start : int, optional
        Where it begins.
    end : int, optional
        Where it ends.
    step : int, default 1
        By how much each is more than the one before.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

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
    >>> tl.slice_copy(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def slice_scatter(
    input: Tensor,
    src: Tensor | _float,
    dim: _int = 0,
    start: Tensor | _float | None = None,
    end: Tensor | _float | None = None,
    step: _float = 1,
) -> Tensor:
    """A copy of input with `src` in a slice of a dim.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    src : Tensor (...) or number
    dim : int, default 0
        The dim or dims along which it goes; negative ones count from the last.
    start : Tensor (...) or number, optional
        Where it begins.
    end : Tensor (...) or number, optional
        Where it ends.
    step : float, default 1
        By how much each is more than the one before.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.slice_scatter``.

    Examples
    --------
    >>> tl.slice_scatter(tl.tensor([True, False]), tl.ones(2))
    tensor([True, True])
    """
def slogdet(input: Tensor, *, out: _Sequence[Tensor] | None = None) -> _linalg_slogdet:
    """See `linalg.slogdet`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    linalg_slogdet

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.slogdet``.

    Examples
    --------
    >>> tl.slogdet(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensorlite.return_types.linalg_slogdet(
    sign=tensor(1.),
    logabsdet=tensor(2.3979))
    """
def softmax(
    input: Tensor,
    dim: _int,
    dtype: _dtype | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """exp(x) / sum(exp(x)) along `dim`, without overflow.

    Parameters
    ----------
    input : Tensor (any shape)
    dim : int
    dtype : dtype, optional
        To which the input is converted first.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.softmax``.

    Examples
    --------
    >>> tl.softmax(tl.tensor([[0., 0.], [1., 1.]]), dim=1)
    tensor([[0.5000, 0.5000],
            [0.5000, 0.5000]])
    """
def sort(
    input: Tensor,
    dim: _int = -1,
    descending: _bool = False,
    stable: _bool = False,
    *,
    out: _Sequence[Tensor] | None = None,
) -> _ValuesIndices:
    """The elements along a dim in order, and where they stood.

    Parameters
    ----------
    input : Tensor
    dim : int
    descending : bool
    stable : bool
        Accepted; the order is always stable.
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    (values, indices)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.sort``.

    Examples
    --------
    >>> tl.sort(tl.tensor([0.5, 1.0, 2.0]))
    tensorlite.return_types.sort(
    values=tensor([0.5000, 1.0000, 2.0000]),
    indices=tensor([0, 1, 2]))
    """
sparse_bsc: _layout
sparse_bsr: _layout
sparse_coo: _layout
sparse_csc: _layout
sparse_csr: _layout
def split(
    tensor: Tensor,
    split_size_or_sections: _int | _Sequence[_int],
    dim: _int = 0,
) -> tuple[Tensor, ...]:
    """Parts along a dim: of one size (the last may be smaller), or of the sizes given.

    Parameters
    ----------
    tensor : Tensor (...)
    split_size_or_sections : int or tuple of int
    dim : int, default 0
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.split``.

    Examples
    --------
    >>> tl.split(tl.tensor([0.5, 1.0, 2.0]), 2)
    (tensor([0.5000, 1.0000]), tensor([2.]))
    """
def split_copy(
    input: Tensor,
    split_size: _int | _Sequence[_int],
    dim: _int = 0,
    *,
    out: _Any = None,
) -> tuple[Tensor, ...] | None:
    """Copies of the parts of one size, or of the sizes given, along a dim; None with `out=`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    split_size : int or tuple of int
    dim : int, default 0
        The dim or dims along which it goes; negative ones count from the last.
    out : object, optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    tuple of Tensor (...) or None

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> tl.split_copy(tl.tensor([0.5, 1.0, 2.0]), 2)
    (tensor([0.5000, 1.0000]), tensor([2.]))
    """
def split_with_sizes(
    input: Tensor,
    split_sizes: _Sequence[_int],
    dim: _int = 0,
) -> tuple[Tensor, ...]:
    """Parts of the sizes given.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    split_sizes : sequence of int
    dim : int, default 0
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.split_with_sizes``.

    Examples
    --------
    >>> tl.split_with_sizes(tl.arange(5), [2, 3])
    (tensor([0, 1]), tensor([2, 3, 4]))
    """
def split_with_sizes_copy(
    input: Tensor,
    split_sizes: _Sequence[_int],
    dim: _int = 0,
    *,
    out: _Sequence[Tensor] | None = None,
) -> tuple[Tensor, ...]:
    """A copy of: Parts of the sizes given.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    split_sizes : sequence of int
    dim : int, default 0
        The dim or dims along which it goes; negative ones count from the last.
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> head, tail = tl.split_with_sizes_copy(tl.arange(5), [2, 3])
    >>> tail
    tensor([2, 3, 4])
    """
def sqrt(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Square root, rounded correctly; NaN below zero.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.sqrt``, in place ``Tensor.sqrt_``. Its gradient is written.

    Examples
    --------
    >>> tl.sqrt(tl.tensor([0.58, 2.1, 3.62]))
    tensor([0.7616, 1.4491, 1.9026])
    """
def sqrt_(input: Tensor) -> Tensor:
    """In place: Square root, rounded correctly; NaN below zero.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.sqrt_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.7071, 1.0000, 1.4142])
    """
def square(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """x * x.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, bool counting as int64.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.square``, in place ``Tensor.square_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.square(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([2.5600, 0.0000, 2.5600])
    """
def square_(input: Tensor) -> Tensor:
    """In place: x * x.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.square_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.2500, 1.0000, 4.0000])
    """
def squeeze(input: Tensor, dim: _int | _Sequence[_int] | None = None, *dims: _int) -> Tensor:
    """Without the dims of extent 1, or without those given.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    *dims : int
        The dims, of which negative ones count from the last.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.squeeze``, in place ``Tensor.squeeze_``.

    Examples
    --------
    >>> tl.squeeze(tl.tensor([0.5, 1.0, 2.0]), (0,))
    tensor([0.5000, 1.0000, 2.0000])
    """
def squeeze_copy(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    *dims: _int,
    out: Tensor | None = None,
) -> Tensor:
    """A copy of: Without the dims of extent 1, or without those given.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    *dims : int
        The dims, of which negative ones count from the last.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

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
    >>> tl.squeeze_copy(tl.tensor([0.5, 1.0, 2.0]), (0,))
    tensor([0.5000, 1.0000, 2.0000])
    """
def stack(
    tensors: Tensor | _Sequence[Tensor],
    dim: _int = 0,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Join tensors of one shape along a new dim.

    Parameters
    ----------
    tensors : Tensor (...) or sequence of Tensor (...)
        The tensors, of shapes that fit together.
    dim : int, default 0
        The dim or dims along which it goes; negative ones count from the last.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> tl.stack([tl.ones(2), tl.zeros(2)])
    tensor([[1., 1.],
            [0., 0.]])
    """
def std(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    unbiased: _bool = True,
    keepdim: _bool = False,
    *,
    correction: _float | None = None,
    out: Tensor | None = None,
) -> Tensor:
    """The square root of `var`; its gradient is 0 where all elements are equal.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    unbiased : bool, default True
        Whether the variance is divided by one less than the number of elements.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    correction : float, optional
        What is taken from the number of elements: 1 gives the unbiased variance.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.std``.

    Examples
    --------
    >>> tl.std(tl.tensor([0.5, 1.0, 2.0]))
    tensor(0.7638)
    """
def std_mean(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    unbiased: _bool = True,
    keepdim: _bool = False,
    *,
    correction: _float | None = None,
) -> tuple[Tensor, Tensor]:
    """The standard deviation and the mean along dims.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    unbiased : bool, default True
        Whether the variance is divided by one less than the number of elements.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    correction : float, optional
        What is taken from the number of elements: 1 gives the unbiased variance.

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.std_mean``.

    Examples
    --------
    >>> tl.std_mean(tl.tensor([0.5, 1.0, 2.0]))
    (tensor(0.7638), tensor(1.1667))
    """
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
) -> Tensor:
    """The frequencies of frames of a signal, each `hop_length` after the one before.

    Parameters
    ----------
    input : Tensor (L,) or (B, L)
    n_fft : int
        The samples of a frame.
    hop_length : int, optional
        A quarter of a frame by default.
    win_length : int, optional
        The samples that `window` weighs, in the middle of a frame; all by default.
    window : Tensor (win_length,), optional
        Ones by default.
    center : bool
        Whether frame t is around sample t * hop_length, with the signal padded by `pad_mode`.
    pad_mode : str, default 'reflect'
    normalized : bool
        Divide by the root of n_fft.
    onesided : bool, optional
        Only the first n_fft // 2 + 1 frequencies: by default of real signals.
    return_complex : bool
        Else both parts are a last dim.
    align_to_window : bool, optional
        Without `center`: whether the window of frame t, rather than the frame, starts at sample
        t * hop_length.

    Returns
    -------
    Tensor ([B,] frequencies, frames)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.stft``.

    Examples
    --------
    >>> tl.stft(tl.ones(16), 8, return_complex=True).shape
    tensorlite.Size([5, 9])
    """
strided: _layout
def sub(
    input: Tensor,
    other: Tensor | _float,
    *,
    alpha: _float = 1,
    out: Tensor | None = None,
) -> Tensor:
    """input - alpha * other.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    alpha : float, default 1
        By what the second operand is multiplied first.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.sub``, in place ``Tensor.sub_``.

    Examples
    --------
    >>> tl.sub(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 0., 0.])
    """
def subtract(
    input: Tensor,
    other: Tensor | _float,
    *,
    alpha: _float = 1,
    out: Tensor | None = None,
) -> Tensor:
    """input - alpha * other.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    alpha : float, default 1
        By what the second operand is multiplied first.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.subtract``, in place ``Tensor.subtract_``.

    Examples
    --------
    >>> tl.subtract(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 0., 0.])
    """
def sum(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    keepdim: _bool = False,
    *,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor:
    """The sum along dims; integers and bool give int64.

    Parameters
    ----------
    input : Tensor (any shape)
    dim : int or tuple of int, optional
        All dims by default.
    keepdim : bool
        Leave the reduced dims with extent 1.
    dtype : dtype, optional
        Of the sum.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    float32 is added in 64 lanes and every 4096 elements moved to float64; the bits do not depend
    on the number of threads.

    Also the method ``Tensor.sum``.

    Examples
    --------
    >>> tl.sum(tl.tensor([[1., 2.], [3., 4.]]), dim=1)
    tensor([3., 7.])
    """
def svd(
    input: Tensor,
    some: _bool = True,
    compute_uv: _bool = True,
    *,
    out: _Sequence[Tensor] | None = None,
) -> _svd:
    """U, S and V of input = U diag(S) V^T; `linalg.svd` is its new name, and returns V^T.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    some : bool, default True
    compute_uv : bool, default True
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    svd

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.svd``.

    Examples
    --------
    >>> tl.svd(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensorlite.return_types.svd(
    U=tensor([[-0.8507, -0.5257],
            [-0.5257,  0.8507]]),
    S=tensor([4.6180, 2.3820]),
    V=tensor([[-0.8507, -0.5257],
            [-0.5257,  0.8507]]))
    """
def svd_lowrank(
    A: Tensor,
    q: _int = 6,
    niter: _int = 2,
    M: Tensor | None = None,
) -> tuple[Tensor, Tensor, Tensor]:
    """The largest singular values and their vectors, approximately, by random projections.

    Parameters
    ----------
    A : Tensor (*, M, N)
    q : int
        How many.
    niter : int
        Iterations; more are more accurate.
    M : Tensor (*, 1, N) or (*, M, N), optional
        Subtracted from A first.

    Returns
    -------
    tuple (U (*, M, q), S (*, q), V (*, N, q))

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.svd_lowrank(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    (tensor([[ 0.8507, -0.5257],
            [ 0.5257,  0.8507]]), tensor([4.6180, 2.3820]), tensor([[ 0.8507, -0.5257],
            [ 0.5257,  0.8507]]))
    """
def swapaxes(input: Tensor, dim0: _int, dim1: _int) -> Tensor:
    """Two dims swapped.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim0 : int
    dim1 : int

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.swapaxes``, in place ``Tensor.swapaxes_``.

    Examples
    --------
    >>> tl.swapaxes(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), 0, 1)
    tensor([[4., 1.],
            [1., 3.]])
    """
def swapdims(input: Tensor, dim0: _int, dim1: _int) -> Tensor:
    """Two dims swapped.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim0 : int
    dim1 : int

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.swapdims``, in place ``Tensor.swapdims_``.

    Examples
    --------
    >>> tl.swapdims(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), 0, 1)
    tensor([[4., 1.],
            [1., 3.]])
    """
def t(input: Tensor) -> Tensor:
    """A matrix transposed; a vector as it is.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.t``, in place ``Tensor.t_``.

    Examples
    --------
    >>> tl.t(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def t_copy(input: Tensor, *, out: Tensor | None = None) -> Tensor:
    """A copy of: A matrix transposed; a vector as it is.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.t_copy(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def take(input: Tensor, index: Tensor, *, out: Tensor | None = None) -> Tensor:
    """The elements at flat positions, in the shape of `index`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    index : Tensor (...)
        Positions in the flattened input.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.take``.

    Examples
    --------
    >>> tl.take(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0, 1]))
    tensor([0.5000, 1.0000])
    """
def take_along_dim(
    input: Tensor,
    indices: Tensor,
    dim: _int | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """`gather` whose operands are broadcast apart from the dim; without a dim, of all elements.

    Along a dim an index counts on from its other end, from behind and from the front.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    indices : Tensor (...)
    dim : int, optional
        The dim or dims along which it goes; negative ones count from the last.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.take_along_dim``.

    Examples
    --------
    >>> tl.take_along_dim(tl.tensor([[1.0, 2.0], [3.0, 4.0]]), tl.tensor([[0], [1]]), 1)
    tensor([[1.],
            [4.]])
    """
def tan(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Tangent, for every finite x. Method as for `sin`.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.tan``, in place ``Tensor.tan_``. Its gradient is written.

    Examples
    --------
    >>> tl.tan(tl.tensor([-0.8, 0.0, 0.8]))
    tensor([-1.0296,  0.0000,  1.0296])
    """
def tan_(input: Tensor) -> Tensor:
    """In place: Tangent, for every finite x. Method as for `sin`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.tan_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([ 0.5463,  1.5574, -2.1850])
    """
def tanh(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Hyperbolic tangent: -t / (t + 2) with t = expm1(-2|x|), as in fdlibm.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.tanh``, in place ``Tensor.tanh_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.tanh(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-0.9217,  0.0000,  0.9217])
    """
def tanh_(input: Tensor) -> Tensor:
    """In place: Hyperbolic tangent: -t / (t + 2) with t = expm1(-2|x|), as in fdlibm.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.tanh_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.4621, 0.7616, 0.9640])
    """
def tensor(
    data: _Any,
    *,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
) -> Tensor:
    """A tensor that copies `data`: numbers, nested lists, arrays or tensors.

    Parameters
    ----------
    data : number, nested sequence, numpy.ndarray or Tensor
    dtype : dtype, optional
        Found from the data: Python floats give the default dtype, integers int64.
    device : device or str, optional
    requires_grad : bool
    pin_memory : bool, default False
        Whether the memory is pinned for copies to a card.

    Returns
    -------
    Tensor
        A leaf with memory of its own.

    Raises
    ------
    ValueError
        If nested sequences are ragged.
    TypeError
        If an element is not a number.

    Examples
    --------
    >>> tl.tensor([[1, 2], [3, 4]])
    tensor([[1, 2],
            [3, 4]])
    """
def tensor_split(
    input: Tensor,
    indices_or_sections: _int | _Sequence[_int] | Tensor,
    dim: _int = 0,
) -> tuple[Tensor, ...]:
    """Parts at the given indices, or into that many parts whose sizes differ by at most one.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    indices_or_sections : int or sequence of int or Tensor (...)
    dim : int, default 0
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.tensor_split``.

    Examples
    --------
    >>> tl.tensor_split(tl.tensor([0.5, 1.0, 2.0]), 3)
    (tensor([0.5000]), tensor([1.]), tensor([2.]))
    """
def tensordot(
    a: Tensor,
    b: Tensor,
    dims: _int | _Sequence[_int | _Sequence[_int]] = 2,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Sums of products over pairs of dims: the last `dims` of a with the first of b, or lists.

    Parameters
    ----------
    a : Tensor (...)
    b : Tensor (...)
    dims : int or sequence of int or tuple of int, default 2
        How many dims are summed over, or a list of them for each operand.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.tensordot(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor(27.)
    """
def threshold(
    input: Tensor,
    threshold: _float,
    value: Tensor | _float,
    inplace: _bool = False,
) -> Tensor:
    """x where x > threshold, else value.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    threshold : float
    value : Tensor (...) or number
        What stands where the input is not above the threshold.
    inplace : bool, default False
        Whether the input itself is written.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.threshold(tl.tensor([0.5, 1.0, 2.0]), 0.5, 1.0)
    tensor([1., 1., 2.])
    """
def threshold_(input: Tensor, threshold: _float, value: Tensor | _float) -> Tensor:
    """`threshold` in place.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    threshold : float
    value : Tensor (...) or number
        What stands where the input is not above the threshold.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.threshold_(tl.tensor([0.5, 1.0, 2.0]), 0.5, tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def tile(input: Tensor, *dims: _int | _Sequence[_int]) -> Tensor:
    """Copies of the whole; missing leading sizes count as 1.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    *dims : int or tuple of int
        How many copies along each dim.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.tile``.

    Examples
    --------
    >>> tl.tile(tl.tensor([0.5, 1.0]), (2,))
    tensor([0.5000, 1.0000, 0.5000, 1.0000])
    """
def topk(
    input: Tensor,
    k: _int,
    dim: _int = -1,
    largest: _bool = True,
    sorted: _bool = True,
    *,
    out: _Sequence[Tensor] | None = None,
) -> _ValuesIndices:
    """The k largest (smallest) elements along a dim, in order, and where they stood.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    k : int
        How many.
    dim : int, default -1
        The dim or dims along which it goes; negative ones count from the last.
    largest : bool, default True
        Whether the largest or the smallest are taken.
    sorted : bool, default True
        Whether results are in order.
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    ValuesIndices

    Raises
    ------
    RuntimeError
        If the dim has fewer than k elements.

    Notes
    -----
    Also the method ``Tensor.topk``.

    Examples
    --------
    >>> tl.topk(tl.tensor([0.5, 1.0, 2.0]), 1)
    tensorlite.return_types.topk(
    values=tensor([2.]),
    indices=tensor([2]))
    """
def trace(input: Tensor) -> Tensor:
    """The sum of a matrix's diagonal.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.trace``.

    Examples
    --------
    >>> tl.trace(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor(7.)
    """
def transpose(input: Tensor, dim0: _int, dim1: _int) -> Tensor:
    """Two dims swapped.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim0 : int
    dim1 : int

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.transpose``, in place ``Tensor.transpose_``.

    Examples
    --------
    >>> tl.transpose(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), 0, 1)
    tensor([[4., 1.],
            [1., 3.]])
    """
def transpose_copy(
    input: Tensor,
    dim0: _int,
    dim1: _int,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """A copy of: Two dims swapped.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim0 : int
    dim1 : int
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.transpose_copy(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), 0, 1)
    tensor([[4., 1.],
            [1., 3.]])
    """
def trapezoid(y: Tensor, x: Tensor | None = None, *, dx: _float = 1, dim: _int = -1) -> Tensor:
    """The integral along a dim by the trapezoidal rule, over points `x` or steps `dx`.

    Parameters
    ----------
    y : Tensor (...)
    x : Tensor (...), optional
    dx : float, default 1
    dim : int, default -1
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
    >>> tl.trapezoid(tl.tensor([0.5, 1.0, 2.0]))
    tensor(2.2500)
    """
def trapz(y: Tensor, x: Tensor | None = None, *, dx: _float = 1, dim: _int = -1) -> Tensor:
    """The integral along a dim by the trapezoidal rule, over points `x` or steps `dx`.

    Parameters
    ----------
    y : Tensor (...)
    x : Tensor (...), optional
    dx : float, default 1
    dim : int, default -1
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
    >>> tl.trapz(tl.tensor([0.5, 1.0, 2.0]))
    tensor(2.2500)
    """
def triangular_solve(
    input: Tensor,
    A: Tensor,
    upper: _bool = True,
    transpose: _bool = False,
    unitriangular: _bool = False,
    *,
    out: _Sequence[Tensor] | None = None,
) -> _triangular_solve:
    """X of A X = input for triangular A, and A; `linalg.solve_triangular` is its new name.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    A : Tensor (..., M, N)
    upper : bool, default True
        Whether the upper triangle is meant.
    transpose : bool, default False
    unitriangular : bool, default False
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    triangular_solve

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.triangular_solve``.

    Examples
    --------
    >>> tl.triangular_solve(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), tl.eye(2))
    tensorlite.return_types.triangular_solve(
    solution=tensor([[4., 1.],
            [1., 3.]]),
    cloned_coefficient=tensor([[1., 0.],
            [0., 1.]]))
    """
def tril(input: Tensor, diagonal: _int = 0, *, out: Tensor | None = None) -> Tensor:
    """input on and below a diagonal, zero elsewhere.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    diagonal : int, default 0
        Which diagonal: 0 the main one, positive ones above it.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.tril``, in place ``Tensor.tril_``.

    Examples
    --------
    >>> tl.tril(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[4., 0.],
            [1., 3.]])
    """
def tril_indices(
    row: _int,
    col: _int,
    offset: _int = 0,
    *,
    dtype: _dtype = ...,
    device: _device | str | _int | None = None,
    layout: _layout | None = None,
    pin_memory: _bool = False,
) -> Tensor:
    """Rows and columns of the lower triangle, (2, count).

    Parameters
    ----------
    row : int
    col : int
    offset : int, default 0
    dtype : dtype, default tensorlite.int64
        Of the result; by default that of the input, or what its type rule gives.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    layout : layout, optional
        strided or None: all tensors are.
    pin_memory : bool, default False
        Whether the memory is pinned for copies to a card.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.tril_indices(2, 2)
    tensor([[0, 1, 1],
            [0, 0, 1]])
    """
def triu(input: Tensor, diagonal: _int = 0, *, out: Tensor | None = None) -> Tensor:
    """input on and above a diagonal, zero elsewhere.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    diagonal : int, default 0
        Which diagonal: 0 the main one, positive ones above it.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.triu``, in place ``Tensor.triu_``.

    Examples
    --------
    >>> tl.triu(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[4., 1.],
            [0., 3.]])
    """
def triu_indices(
    row: _int,
    col: _int,
    offset: _int = 0,
    *,
    dtype: _dtype = ...,
    device: _device | str | _int | None = None,
    layout: _layout | None = None,
    pin_memory: _bool = False,
) -> Tensor:
    """Rows and columns of the upper triangle, (2, count).

    Parameters
    ----------
    row : int
    col : int
    offset : int, default 0
    dtype : dtype, default tensorlite.int64
        Of the result; by default that of the input, or what its type rule gives.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    layout : layout, optional
        strided or None: all tensors are.
    pin_memory : bool, default False
        Whether the memory is pinned for copies to a card.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.triu_indices(2, 2)
    tensor([[0, 0, 1],
            [0, 1, 1]])
    """
def true_divide(input: Tensor, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """input / other; integers divide as floating point numbers.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.true_divide``, in place ``Tensor.true_divide_``.

    Examples
    --------
    >>> tl.true_divide(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([1., 1., 1.])
    """
def trunc(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Integral part of x, toward zero.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype; bool is refused.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.trunc``, in place ``Tensor.trunc_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.trunc(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-1.,  0.,  1.])
    """
def trunc_(input: Tensor) -> Tensor:
    """In place: Integral part of x, toward zero.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.trunc_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 1., 2.])
    """
def typename(obj: _Any, /) -> str:
    """The name of obj's type with its module; a tensor's tells its dtype.

    Parameters
    ----------
    obj : object

    Returns
    -------
    str

    Examples
    --------
    >>> tl.typename(tl.tensor([0.5, 1.0, 2.0]))
    'tensorlite.FloatTensor'
    """
uint16: _dtype
uint32: _dtype
uint64: _dtype
uint8: _dtype
def unbind(input: Tensor, dim: _int = 0) -> tuple[Tensor, ...]:
    """The parts at each index of a dim.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int, default 0
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.unbind``.

    Examples
    --------
    >>> tl.unbind(tl.tensor([0.5, 1.0, 2.0]))
    (tensor(0.5000), tensor(1.), tensor(2.))
    """
def unbind_copy(
    input: Tensor,
    dim: _int = 0,
    *,
    out: _Sequence[Tensor] | None = None,
) -> tuple[Tensor, ...]:
    """A copy of: The parts at each index of a dim.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int, default 0
        The dim or dims along which it goes; negative ones count from the last.
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> tl.unbind_copy(tl.tensor([0.5, 1.0, 2.0]))
    (tensor(0.5000), tensor(1.), tensor(2.))
    """
def unflatten(input: Tensor, dim: _int, sizes: _Sequence[_int]) -> Tensor:
    """One dim as several; one of their sizes may be -1.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    sizes : sequence of int

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.unflatten``.

    Examples
    --------
    >>> tl.unflatten(tl.arange(6), 0, (2, 3))
    tensor([[0, 1, 2],
            [3, 4, 5]])
    """
def unfold_copy(
    input: Tensor,
    dimension: _int,
    size: _int,
    step: _int,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """A copy of: Windows of `size` along a dim, `step` apart, as a new last dim.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dimension : int
    size : int
        The length of each window.
    step : int
        How far apart windows start.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.unfold_copy(tl.arange(5), 0, 3, 1)
    tensor([[0, 1, 2],
            [1, 2, 3],
            [2, 3, 4]])
    """
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
) -> _Any:
    """The distinct elements in order, or the distinct slices along a dim.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    sorted : bool, default True
        Whether results are in order.
    return_inverse : bool, default False
    return_counts : bool, default False
    dim : int, optional
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    Tensor, or a tuple with the index of each element in it and the number of each.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.unique``.

    Examples
    --------
    >>> tl.unique(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
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
) -> _Any:
    """The elements, or the slices along a dim, without those that repeat the one before.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    return_inverse : bool, default False
    return_counts : bool, default False
    dim : int, optional
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    Tensor (...) or object

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.unique_consecutive``.

    Examples
    --------
    >>> tl.unique_consecutive(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def unravel_index(indices: Tensor, shape: _int | _Sequence[_int]) -> tuple[Tensor, ...]:
    """Positions in a flattened tensor of a shape as one tensor of positions per dim.

    Parameters
    ----------
    indices : Tensor (...)
    shape : int or tuple of int
        The shape: integers, or one sequence of them; one may be -1.

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.unravel_index(tl.tensor([5, 2]), (2, 3))
    (tensor([1, 0]), tensor([2, 2]))
    """
def unsafe_chunk(input: Tensor, chunks: _int, dim: _int = 0) -> tuple[Tensor, ...]:
    """At most `chunks` parts of equal size; the last may be smaller.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    chunks : int
    dim : int, default 0
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.unsafe_chunk``.

    Examples
    --------
    >>> tl.unsafe_chunk(tl.tensor([0.5, 1.0, 2.0]), 3)
    (tensor([0.5000]), tensor([1.]), tensor([2.]))
    """
def unsafe_split(
    tensor: Tensor,
    split_size_or_sections: _int | _Sequence[_int],
    dim: _int = 0,
) -> tuple[Tensor, ...]:
    """Parts along a dim: of one size (the last may be smaller), or of the sizes given.

    Parameters
    ----------
    tensor : Tensor (...)
    split_size_or_sections : int or tuple of int
    dim : int, default 0
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.unsafe_split``.

    Examples
    --------
    >>> tl.unsafe_split(tl.tensor([0.5, 1.0, 2.0]), 2)
    (tensor([0.5000, 1.0000]), tensor([2.]))
    """
def unsafe_split_with_sizes(
    input: Tensor,
    split_sizes: _Sequence[_int],
    dim: _int = 0,
) -> tuple[Tensor, ...]:
    """Parts of the sizes given.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    split_sizes : sequence of int
    dim : int, default 0
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.unsafe_split_with_sizes``.

    Examples
    --------
    >>> tl.unsafe_split_with_sizes(tl.arange(5), [2, 3])
    (tensor([0, 1]), tensor([2, 3, 4]))
    """
def unsqueeze(input: Tensor, dim: _int) -> Tensor:
    """With a new dim of extent 1.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
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

    Notes
    -----
    Also the method ``Tensor.unsqueeze``, in place ``Tensor.unsqueeze_``.

    Examples
    --------
    >>> tl.unsqueeze(tl.tensor([0.5, 1.0, 2.0]), 0)
    tensor([[0.5000, 1.0000, 2.0000]])
    """
def unsqueeze_copy(input: Tensor, dim: _int, *, out: Tensor | None = None) -> Tensor:
    """A copy of: With a new dim of extent 1.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

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
    >>> tl.unsqueeze_copy(tl.tensor([0.5, 1.0, 2.0]), 0)
    tensor([[0.5000, 1.0000, 2.0000]])
    """
def use_deterministic_algorithms(mode: _bool, *, warn_only: _bool = False) -> None:
    """Ask for what is always so: results have the same bits in every run.

    Parameters
    ----------
    mode : bool
    warn_only : bool, default False

    Returns
    -------
    None

    Examples
    --------
    >>> tl.use_deterministic_algorithms(True)
    >>> tl.are_deterministic_algorithms_enabled()
    True
    >>> tl.use_deterministic_algorithms(False)
    """
def vander(x: Tensor, N: _int | None = None, increasing: _bool = False) -> Tensor:
    """The powers of a vector's elements as rows, N of them (by default as many as elements).

    Parameters
    ----------
    x : Tensor (...)
    N : int, optional
    increasing : bool, default False

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.vander(tl.tensor([1, 2, 3]))
    tensor([[1, 1, 1],
            [4, 2, 1],
            [9, 3, 1]])
    """
def var(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    unbiased: _bool = True,
    keepdim: _bool = False,
    *,
    correction: _float | None = None,
    out: Tensor | None = None,
) -> Tensor:
    """The mean squared distance from the mean along dims, over n - correction (1 by default).

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    unbiased : bool, default True
        Whether the variance is divided by one less than the number of elements.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    correction : float, optional
        What is taken from the number of elements: 1 gives the unbiased variance.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.var``.

    Examples
    --------
    >>> tl.var(tl.tensor([0.5, 1.0, 2.0]))
    tensor(0.5833)
    """
def var_mean(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    unbiased: _bool = True,
    keepdim: _bool = False,
    *,
    correction: _float | None = None,
) -> tuple[Tensor, Tensor]:
    """The variance and the mean along dims.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    unbiased : bool, default True
        Whether the variance is divided by one less than the number of elements.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    correction : float, optional
        What is taken from the number of elements: 1 gives the unbiased variance.

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.var_mean``.

    Examples
    --------
    >>> tl.var_mean(tl.tensor([0.5, 1.0, 2.0]))
    (tensor(0.5833), tensor(1.1667))
    """
def vdot(input: Tensor, other: Tensor, *, out: Tensor | None = None) -> Tensor:
    """The product of a 1-D and a 1-D tensor.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    other : Tensor (...)
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.vdot``.

    Examples
    --------
    >>> tl.vdot(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(5.2500)
    """
def view_as_complex(input: Tensor) -> Tensor:
    """Pairs along the last dim as complex numbers, over the same memory.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        If the last dim has another extent than 2, or its elements do not lie side by side.

    Examples
    --------
    >>> tl.view_as_complex(tl.tensor([[1., 2.]]))
    tensor([1.+2.j])
    """
def view_as_complex_copy(input: Tensor, *, out: Tensor | None = None) -> Tensor:
    """A copy of: 
    Pairs along the last dim as complex numbers, over the same memory.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        If the last dim has another extent than 2, or its elements do not lie side by side.

    Examples
    --------
    >>> tl.view_as_complex(tl.tensor([[1., 2.]]))
    tensor([1.+2.j])
    """
def view_as_real(input: Tensor) -> Tensor:
    """The real and imaginary parts of a complex tensor as a new last dim, over the same memory.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.view_as_real(tl.tensor([1 + 2j]))
    tensor([[1., 2.]])
    """
def view_as_real_copy(input: Tensor, *, out: Tensor | None = None) -> Tensor:
    """A copy of: 
    The real and imaginary parts of a complex tensor as a new last dim, over the same memory.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.view_as_real(tl.tensor([1 + 2j]))
    tensor([[1., 2.]])
    """
def view_copy(
    input: Tensor,
    *size: _int | _Sequence[_int] | _dtype,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor:
    """A copy of: the same in another shape, or its bytes as another dtype.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    *size : int or sequence of int or dtype
        The shape: integers, or one sequence of them.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.view_copy(tl.tensor([0.5, 1.0, 2.0]), (1, -1))
    tensor([[0.5000, 1.0000, 2.0000]])
    """
def vsplit(
    input: Tensor,
    indices_or_sections: _int | _Sequence[_int] | Tensor,
) -> tuple[Tensor, ...]:
    """Parts along dim 0: so many equal ones, or cut at the given indices.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    indices_or_sections : int or sequence of int or Tensor (...)

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.vsplit``.

    Examples
    --------
    >>> top, bottom = tl.vsplit(tl.arange(8).reshape(4, 2), 2)
    >>> bottom
    tensor([[4, 5],
            [6, 7]])
    """
def vstack(tensors: Tensor | _Sequence[Tensor], *, out: Tensor | None = None) -> Tensor:
    """Join vertically: along the first dim, vectors as rows.

    Parameters
    ----------
    tensors : Tensor (...) or sequence of Tensor (...)
        The tensors, of shapes that fit together.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.vstack([tl.ones(2), tl.zeros(2)])
    tensor([[1., 1.],
            [0., 0.]])
    """
@_overload
def where(condition: Tensor, *, out: Tensor | None = None) -> tuple[Tensor, ...]: ...
@_overload
def where(
    condition: Tensor,
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """`input` where the condition holds, else `other`; with the condition alone, its indices.

    Parameters
    ----------
    condition : Tensor (...)
    input : Tensor (...) or number, optional
        What is computed on.
    other : Tensor (...) or number, optional
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    tuple of Tensor (...) or Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.where``.

    Examples
    --------
    >>> tl.where(tl.tensor([0.5, 1.0, 2.0]))
    (tensor([0, 1, 2]),)
    """
def xlogy(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """x log(y); 0 where x is 0, unless y is NaN.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.xlogy``, in place ``Tensor.xlogy_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.xlogy(tl.tensor([0.58, 2.1, 3.62]), tl.tensor([3.62, 2.1, 0.58]))
    tensor([ 0.7462,  1.5581, -1.9719])
    """
def xlogy_(input: Tensor, other: Tensor | _float) -> Tensor:
    """In place: x log(y); 0 where x is 0, unless y is NaN.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Examples
    --------
    >>> tl.xlogy_(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([-0.3466,  0.0000,  1.3863])
    """
def zero_(self: Tensor) -> Tensor:
    """Set every element to 0.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Examples
    --------
    >>> tl.zero_(tl.ones(2))
    tensor([0., 0.])
    """
def zeros(
    *size: _int | _Sequence[_int],
    out: Tensor | None = None,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
    memory_format: _memory_format | None = None,
) -> Tensor:
    """A tensor of the given size, filled with 0.

    Parameters
    ----------
    *size : int or tuple of int
        The shape: integers, or one sequence of them.
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
    memory_format : memory_format, optional
        The order in which dims lie in memory.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.zeros((2, 3))
    tensor([[0., 0., 0.],
            [0., 0., 0.]])
    """
def zeros_like(
    input: Tensor,
    *,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
    pin_memory: _bool = False,
    memory_format: _memory_format | None = None,
) -> Tensor:
    """A tensor of input's shape and dtype, filled with 0.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
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
    memory_format : memory_format, optional
        The order in which dims lie in memory.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.zeros_like(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 0., 0.])
    """
