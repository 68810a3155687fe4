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

from ..nn.hooks import RemovableHandle as _RemovableHandle
from ..tensor import Tensor

__all__ = [
    "ASGD",
    "Adadelta",
    "Adafactor",
    "Adagrad",
    "Adam",
    "AdamW",
    "Adamax",
    "LBFGS",
    "Lion",
    "Muon",
    "NAdam",
    "Optimizer",
    "RAdam",
    "RMSprop",
    "Rprop",
    "SGD",
    "SparseAdam",
    "lr_scheduler",
    "swa_utils",
]
class Optimizer:
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        defaults: _Mapping[str, _Any],
    ) -> None: ...
    def __new__(cls, *args: _Any, **kwargs: _Any) -> _Self: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: dict[str, _Any]) -> None: ...
    def add_param_group(self, param_group: _Mapping[str, _Any]) -> None: ...
    defaults: _Mapping[str, _Any]
    def load_state_dict(self, state_dict: _Mapping[str, _Any]) -> None: ...
    param_groups: _Any
    def register_load_state_dict_post_hook(
        self,
        hook: _Callable[..., _Any],
        prepend: _bool = False,
    ) -> _RemovableHandle: ...
    def register_load_state_dict_pre_hook(
        self,
        hook: _Callable[..., _Any],
        prepend: _bool = False,
    ) -> _RemovableHandle: ...
    def register_state_dict_post_hook(
        self,
        hook: _Callable[..., _Any],
        prepend: _bool = False,
    ) -> _RemovableHandle: ...
    def register_state_dict_pre_hook(
        self,
        hook: _Callable[..., _Any],
        prepend: _bool = False,
    ) -> _RemovableHandle: ...
    def register_step_post_hook(self, hook: _Callable[..., _Any]) -> _RemovableHandle: ...
    def register_step_pre_hook(self, hook: _Callable[..., _Any]) -> _RemovableHandle: ...
    state: _Any
    def state_dict(self) -> dict[str, _Any]: ...
    @_overload
    def step(self, closure: None = None) -> None: ...
    @_overload
    def step(self, closure: _Callable[[], _T]) -> _T: ...
    def zero_grad(self, set_to_none: _bool = True) -> None: ...

class ASGD(Optimizer):
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.01,
        lambd: _float = 0.0001,
        alpha: _float = 0.75,
        t0: _float = 1000000.0,
        weight_decay: _float = 0,
        foreach: _bool | None = None,
        maximize: _bool = False,
        differentiable: _bool = False,
        capturable: _bool = False,
    ) -> None: ...

class Adadelta(Optimizer):
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 1.0,
        rho: _float = 0.9,
        eps: _float = 1e-06,
        weight_decay: _float = 0,
        foreach: _bool | None = None,
        *,
        capturable: _bool = False,
        maximize: _bool = False,
        differentiable: _bool = False,
    ) -> None: ...

class Adafactor(Optimizer):
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.01,
        beta2_decay: _float = -0.8,
        eps: tuple[_float | None, _float] = ...,
        d: _float = 1.0,
        weight_decay: _float = 0.0,
        *,
        foreach: _bool | None = None,
        maximize: _bool = False,
    ) -> None: ...

class Adagrad(Optimizer):
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.01,
        lr_decay: _float = 0,
        weight_decay: _float = 0,
        initial_accumulator_value: _float = 0,
        eps: _float = 1e-10,
        foreach: _bool | None = None,
        *,
        maximize: _bool = False,
        differentiable: _bool = False,
        fused: _bool | None = None,
    ) -> None: ...

class Adam(Optimizer):
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.001,
        betas: tuple[_float, _float] = ...,
        eps: _float = 1e-08,
        weight_decay: _float = 0,
        amsgrad: _bool = False,
        *,
        foreach: _bool | None = None,
        maximize: _bool = False,
        capturable: _bool = False,
        differentiable: _bool = False,
        fused: _bool | None = None,
        decoupled_weight_decay: _bool = False,
    ) -> None: ...

class Adamax(Optimizer):
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.002,
        betas: tuple[_float, _float] = ...,
        eps: _float = 1e-08,
        weight_decay: _float = 0,
        foreach: _bool | None = None,
        *,
        maximize: _bool = False,
        differentiable: _bool = False,
        capturable: _bool = False,
    ) -> None: ...

class LBFGS(Optimizer):
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 1,
        max_iter: _int = 20,
        max_eval: _int | None = None,
        tolerance_grad: _float = 1e-07,
        tolerance_change: _float = 1e-09,
        history_size: _int = 100,
        line_search_fn: str | None = None,
    ) -> None: ...
    def step(self, closure: _Callable[[], _T]) -> _T: ...

class Lion(Optimizer):
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.0001,
        betas: tuple[_float, _float] = ...,
        weight_decay: _float = 0.0,
        *,
        maximize: _bool = False,
    ) -> None: ...

class Muon(Optimizer):
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.001,
        weight_decay: _float = 0.1,
        momentum: _float = 0.95,
        nesterov: _bool = True,
        ns_coefficients: tuple[_float, _float, _float] = ...,
        eps: _float = 1e-07,
        ns_steps: _int = 5,
        adjust_lr_fn: str | None = None,
    ) -> None: ...

class NAdam(Optimizer):
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.002,
        betas: tuple[_float, _float] = ...,
        eps: _float = 1e-08,
        weight_decay: _float = 0,
        momentum_decay: _float = 0.004,
        decoupled_weight_decay: _bool = False,
        *,
        foreach: _bool | None = None,
        maximize: _bool = False,
        capturable: _bool = False,
        differentiable: _bool = False,
    ) -> None: ...

class RAdam(Optimizer):
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.001,
        betas: tuple[_float, _float] = ...,
        eps: _float = 1e-08,
        weight_decay: _float = 0,
        decoupled_weight_decay: _bool = False,
        *,
        foreach: _bool | None = None,
        maximize: _bool = False,
        capturable: _bool = False,
        differentiable: _bool = False,
    ) -> None: ...

class RMSprop(Optimizer):
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.01,
        alpha: _float = 0.99,
        eps: _float = 1e-08,
        weight_decay: _float = 0,
        momentum: _float = 0,
        centered: _bool = False,
        capturable: _bool = False,
        foreach: _bool | None = None,
        maximize: _bool = False,
        differentiable: _bool = False,
    ) -> None: ...

class Rprop(Optimizer):
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.01,
        etas: tuple[_float, _float] = ...,
        step_sizes: tuple[_float, _float] = ...,
        *,
        capturable: _bool = False,
        foreach: _bool | None = None,
        maximize: _bool = False,
        differentiable: _bool = False,
    ) -> None: ...

class SGD(Optimizer):
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.001,
        momentum: _float = 0,
        dampening: _float = 0,
        weight_decay: _float = 0,
        nesterov: _bool = False,
        *,
        maximize: _bool = False,
        foreach: _bool | None = None,
        differentiable: _bool = False,
        fused: _bool | None = None,
    ) -> None: ...

class SparseAdam(Optimizer):
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.001,
        betas: tuple[_float, _float] = ...,
        eps: _float = 1e-08,
        maximize: _bool = False,
    ) -> None: ...

class AdamW(Adam):
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.001,
        betas: tuple[_float, _float] = ...,
        eps: _float = 1e-08,
        weight_decay: _float = 0.01,
        amsgrad: _bool = False,
        *,
        maximize: _bool = False,
        foreach: _bool | None = None,
        capturable: _bool = False,
        differentiable: _bool = False,
        fused: _bool | None = None,
    ) -> None: ...

from . import lr_scheduler as lr_scheduler
from . import swa_utils as swa_utils
