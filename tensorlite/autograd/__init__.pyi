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

from ..autograd.graph import GradientEdge as _GradientEdge
from ..graph import Handle as _Handle
from ..tensor import Tensor

__all__ = [
    "Function",
    "FunctionCtx",
    "Node",
    "Variable",
    "backward",
    "detect_anomaly",
    "enable_grad",
    "forward_ad",
    "functional",
    "grad",
    "gradcheck",
    "gradgradcheck",
    "graph",
    "inference_mode",
    "is_grad_enabled",
    "no_grad",
    "set_detect_anomaly",
    "set_grad_enabled",
    "set_multithreading_enabled",
]
class Function:
    def __init__(self) -> None: ...
    @classmethod
    def apply(cls, *args: _Any, **kwargs: _Any) -> _Any: ...
    @staticmethod
    def backward(*args: _Any, **kwargs: _Any) -> _Any: ...
    @staticmethod
    def forward(*args: _Any, **kwargs: _Any) -> _Any: ...
    @staticmethod
    def setup_context(*args: _Any, **kwargs: _Any) -> _Any: ...
    @staticmethod
    def vjp(ctx: _Any, *grads: _Any) -> _Any: ...

class FunctionCtx:
    def __init__(self) -> None: ...
    def mark_dirty(self, *tensors: Tensor) -> None: ...
    def mark_non_differentiable(self, *tensors: Tensor) -> None: ...
    materialize_grads: _Any
    needs_input_grad: tuple[_bool, ...]
    def save_for_backward(self, *tensors: Tensor | None) -> None: ...
    def save_for_forward(self, *tensors: Tensor | None) -> None: ...
    @property
    def saved_tensors(self) -> tuple[Tensor, ...]: ...
    def set_materialize_grads(self, value: _bool) -> None: ...

class Node:
    def __repr__(self) -> str: ...
    def describe(self) -> str: ...
    edges: _Sequence[_Any]
    @property
    def metadata(self) -> dict[_Any, _Any]: ...
    def name(self) -> str: ...
    @property
    def next_functions(self) -> tuple[tuple[_Any, _int], ...]: ...
    out: _Any
    def place(self) -> str: ...
    def register_hook(
        self,
        hook: _Callable[[tuple[_Any, ...], tuple[_Any, ...]], _Any],
    ) -> _Handle: ...
    def register_prehook(self, hook: _Callable[[tuple[_Any, ...]], _Any]) -> _Handle: ...
    def release(self) -> None: ...
    saved: dict[_Any, _Any] | None
    specs: tuple[_Any, ...]
    def title(self) -> str: ...
    def unpack(self) -> tuple[dict[_Any, _Any], Tensor | None]: ...
    versions: _Any

class Variable:
    def __new__(cls, data: Tensor | None = None, requires_grad: _bool = False) -> Tensor: ...

class detect_anomaly:
    def __enter__(self) -> None: ...
    def __exit__(self, *error: _Any) -> None: ...
    def __init__(self, check_nan: _bool = True) -> None: ...
    check_nan: _Any

class set_detect_anomaly:
    def __enter__(self) -> None: ...
    def __exit__(self, *error: _Any) -> None: ...
    def __init__(self, mode: _bool, check_nan: _bool = True) -> None: ...
    before: _Any
    check_nan: _Any
    on: _Any

class set_multithreading_enabled:
    def __enter__(self) -> None: ...
    def __exit__(self, *error: _Any) -> None: ...
    def __init__(self, mode: _bool) -> None: ...
    mode: _Any

class set_grad_enabled:
    def __call__(self, function: _F) -> _F: ...
    def __enter__(self) -> None: ...
    def __exit__(self, *error: object) -> None: ...
    def __init__(self, mode: _bool) -> None: ...
    before: _Any
    entered: _Any
    inference: _bool | None
    record: _bool

class enable_grad:
    def __call__(self, function: _F) -> _F: ...
    def __enter__(self) -> None: ...
    def __exit__(self, *error: object) -> None: ...
    def __init__(self, function: _Callable[..., _Any] | None = None) -> None: ...
    @_overload
    def __new__(cls, function: _bool | None = None, **named: _Any) -> _Self: ...
    @_overload
    def __new__(cls, function: _F, **named: _Any) -> _F: ...
    before: _Any
    inference: _bool | None
    record: _bool

class inference_mode:
    def __call__(self, function: _F) -> _F: ...
    def __enter__(self) -> None: ...
    def __exit__(self, *error: object) -> None: ...
    def __init__(self, mode: _bool | _Callable[..., _Any] = True) -> None: ...
    @_overload
    def __new__(cls, function: _bool | None = None, **named: _Any) -> _Self: ...
    @_overload
    def __new__(cls, function: _F, **named: _Any) -> _F: ...
    before: _Any
    inference: _bool | _Callable[..., _Any]
    record: _bool

class no_grad:
    def __call__(self, function: _F) -> _F: ...
    def __enter__(self) -> None: ...
    def __exit__(self, *error: object) -> None: ...
    def __init__(self, function: _Callable[..., _Any] | None = None) -> None: ...
    @_overload
    def __new__(cls, function: _bool | None = None, **named: _Any) -> _Self: ...
    @_overload
    def __new__(cls, function: _F, **named: _Any) -> _F: ...
    before: _Any
    inference: _bool | None
    record: _bool

def backward(
    tensors: Tensor | _GradientEdge | _Sequence[Tensor | _GradientEdge],
    grad_tensors: Tensor | _Sequence[Tensor | None] | None = None,
    retain_graph: _bool | None = None,
    create_graph: _bool = False,
    inputs: Tensor | _GradientEdge | _Sequence[Tensor | _GradientEdge] | None = None,
) -> None: ...
from . import forward_ad as forward_ad
from . import functional as functional
@_overload
def grad(
    outputs: Tensor | _GradientEdge | _Sequence[Tensor | _GradientEdge],
    inputs: Tensor | _GradientEdge | _Sequence[Tensor | _GradientEdge],
    grad_outputs: Tensor | _Sequence[Tensor | None] | None = None,
    retain_graph: _bool | None = None,
    create_graph: _bool = False,
    only_inputs: _bool = True,
    allow_unused: _Literal[False] | None = None,
    is_grads_batched: _bool = False,
    materialize_grads: _bool = False,
) -> tuple[Tensor, ...]: ...
@_overload
def grad(
    outputs: Tensor | _GradientEdge | _Sequence[Tensor | _GradientEdge],
    inputs: Tensor | _GradientEdge | _Sequence[Tensor | _GradientEdge],
    grad_outputs: Tensor | _Sequence[Tensor | None] | None = None,
    retain_graph: _bool | None = None,
    create_graph: _bool = False,
    only_inputs: _bool = True,
    *,
    allow_unused: _bool | None,
    is_grads_batched: _bool = False,
    materialize_grads: _bool = False,
) -> tuple[Tensor | None, ...]: ...
@_overload
def gradcheck(
    func: _Callable[[_Any], Tensor | _Sequence[Tensor]],
    inputs: Tensor | _Sequence[Tensor],
    *,
    eps: _float = 1e-06,
    atol: _float = 1e-05,
    rtol: _float = 0.001,
    raise_exception: _bool = True,
    nondet_tol: _float = 0.0,
    check_undefined_grad: _bool = True,
    check_grad_dtypes: _bool = False,
    check_batched_grad: _bool = False,
    check_batched_forward_grad: _bool = False,
    check_forward_ad: _bool = False,
    check_backward_ad: _bool = True,
    fast_mode: _bool = False,
    masked: _bool | None = None,
) -> _bool: ...
@_overload
def gradcheck(
    func: _Callable[[_Any, _Any], Tensor | _Sequence[Tensor]],
    inputs: Tensor | _Sequence[Tensor],
    *,
    eps: _float = 1e-06,
    atol: _float = 1e-05,
    rtol: _float = 0.001,
    raise_exception: _bool = True,
    nondet_tol: _float = 0.0,
    check_undefined_grad: _bool = True,
    check_grad_dtypes: _bool = False,
    check_batched_grad: _bool = False,
    check_batched_forward_grad: _bool = False,
    check_forward_ad: _bool = False,
    check_backward_ad: _bool = True,
    fast_mode: _bool = False,
    masked: _bool | None = None,
) -> _bool: ...
@_overload
def gradcheck(
    func: _Callable[[_Any, _Any, _Any], Tensor | _Sequence[Tensor]],
    inputs: Tensor | _Sequence[Tensor],
    *,
    eps: _float = 1e-06,
    atol: _float = 1e-05,
    rtol: _float = 0.001,
    raise_exception: _bool = True,
    nondet_tol: _float = 0.0,
    check_undefined_grad: _bool = True,
    check_grad_dtypes: _bool = False,
    check_batched_grad: _bool = False,
    check_batched_forward_grad: _bool = False,
    check_forward_ad: _bool = False,
    check_backward_ad: _bool = True,
    fast_mode: _bool = False,
    masked: _bool | None = None,
) -> _bool: ...
@_overload
def gradcheck(
    func: _Callable[..., Tensor | _Sequence[Tensor]],
    inputs: Tensor | _Sequence[Tensor],
    *,
    eps: _float = 1e-06,
    atol: _float = 1e-05,
    rtol: _float = 0.001,
    raise_exception: _bool = True,
    nondet_tol: _float = 0.0,
    check_undefined_grad: _bool = True,
    check_grad_dtypes: _bool = False,
    check_batched_grad: _bool = False,
    check_batched_forward_grad: _bool = False,
    check_forward_ad: _bool = False,
    check_backward_ad: _bool = True,
    fast_mode: _bool = False,
    masked: _bool | None = None,
) -> _bool: ...
@_overload
def gradgradcheck(
    func: _Callable[[_Any], Tensor | _Sequence[Tensor]],
    inputs: Tensor | _Sequence[Tensor],
    grad_outputs: Tensor | _Sequence[Tensor] | None = None,
    *,
    eps: _float = 1e-06,
    atol: _float = 1e-05,
    rtol: _float = 0.001,
    gen_non_contig_grad_outputs: _bool = False,
    raise_exception: _bool = True,
    nondet_tol: _float = 0.0,
    check_undefined_grad: _bool = True,
    check_grad_dtypes: _bool = False,
    check_batched_grad: _bool = False,
    check_fwd_over_rev: _bool = False,
    check_rev_over_rev: _bool = True,
    fast_mode: _bool = False,
    masked: _bool = False,
) -> _bool: ...
@_overload
def gradgradcheck(
    func: _Callable[[_Any, _Any], Tensor | _Sequence[Tensor]],
    inputs: Tensor | _Sequence[Tensor],
    grad_outputs: Tensor | _Sequence[Tensor] | None = None,
    *,
    eps: _float = 1e-06,
    atol: _float = 1e-05,
    rtol: _float = 0.001,
    gen_non_contig_grad_outputs: _bool = False,
    raise_exception: _bool = True,
    nondet_tol: _float = 0.0,
    check_undefined_grad: _bool = True,
    check_grad_dtypes: _bool = False,
    check_batched_grad: _bool = False,
    check_fwd_over_rev: _bool = False,
    check_rev_over_rev: _bool = True,
    fast_mode: _bool = False,
    masked: _bool = False,
) -> _bool: ...
@_overload
def gradgradcheck(
    func: _Callable[[_Any, _Any, _Any], Tensor | _Sequence[Tensor]],
    inputs: Tensor | _Sequence[Tensor],
    grad_outputs: Tensor | _Sequence[Tensor] | None = None,
    *,
    eps: _float = 1e-06,
    atol: _float = 1e-05,
    rtol: _float = 0.001,
    gen_non_contig_grad_outputs: _bool = False,
    raise_exception: _bool = True,
    nondet_tol: _float = 0.0,
    check_undefined_grad: _bool = True,
    check_grad_dtypes: _bool = False,
    check_batched_grad: _bool = False,
    check_fwd_over_rev: _bool = False,
    check_rev_over_rev: _bool = True,
    fast_mode: _bool = False,
    masked: _bool = False,
) -> _bool: ...
@_overload
def gradgradcheck(
    func: _Callable[..., Tensor | _Sequence[Tensor]],
    inputs: Tensor | _Sequence[Tensor],
    grad_outputs: Tensor | _Sequence[Tensor] | None = None,
    *,
    eps: _float = 1e-06,
    atol: _float = 1e-05,
    rtol: _float = 0.001,
    gen_non_contig_grad_outputs: _bool = False,
    raise_exception: _bool = True,
    nondet_tol: _float = 0.0,
    check_undefined_grad: _bool = True,
    check_grad_dtypes: _bool = False,
    check_batched_grad: _bool = False,
    check_fwd_over_rev: _bool = False,
    check_rev_over_rev: _bool = True,
    fast_mode: _bool = False,
    masked: _bool = False,
) -> _bool: ...
from . import graph as graph
def is_grad_enabled() -> _bool: ...
