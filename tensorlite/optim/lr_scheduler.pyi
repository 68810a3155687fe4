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

from ..optim import Optimizer as _Optimizer
from typing import SupportsFloat as _SupportsFloat

__all__ = [
    "ChainedScheduler",
    "ConstantLR",
    "CosineAnnealingLR",
    "CosineAnnealingWarmRestarts",
    "CyclicLR",
    "ExponentialLR",
    "LRScheduler",
    "LambdaLR",
    "LinearLR",
    "MultiStepLR",
    "MultiplicativeLR",
    "OneCycleLR",
    "PolynomialLR",
    "ReduceLROnPlateau",
    "SequentialLR",
    "StepLR",
]
class LRScheduler:
    def __init__(self, optimizer: _Optimizer, last_epoch: _int = -1) -> None: ...
    base_lrs: _Any
    closed_rate: _Callable[[_Any], _Any] | None
    def get_last_lr(self) -> list[_float]: ...
    def get_lr(self) -> list[_float]: ...
    def known(self, base: _float) -> _float: ...
    last_epoch: _int
    def load_state_dict(self, state_dict: _Mapping[str, _Any]) -> None: ...
    def next_rate(self, lr: _float, base: _float) -> _float: ...
    optimizer: _Optimizer
    def state_dict(self) -> dict[str, _Any]: ...
    def step(self, epoch: _float | None = None) -> None: ...

class ChainedScheduler(LRScheduler):
    def __init__(
        self,
        schedulers: _Sequence[LRScheduler],
        optimizer: _Optimizer | None = None,
    ) -> None: ...
    def step(self) -> None: ...

class ConstantLR(LRScheduler):
    def __init__(
        self,
        optimizer: _Optimizer,
        factor: _float = 0.3333333333333333,
        total_iters: _int = 5,
        last_epoch: _int = -1,
    ) -> None: ...
    def closed_rate(self, base: _float) -> _float: ...
    factor: _float
    total_iters: _int

class CosineAnnealingLR(LRScheduler):
    T_max: _int
    def __init__(
        self,
        optimizer: _Optimizer,
        T_max: _int,
        eta_min: _float = 0.0,
        last_epoch: _int = -1,
    ) -> None: ...
    def closed_rate(self, base: _float) -> _float: ...
    eta_min: _float

class CosineAnnealingWarmRestarts(LRScheduler):
    T_0: _int
    T_cur: _int
    T_i: _int
    T_mult: _int
    def __init__(
        self,
        optimizer: _Optimizer,
        T_0: _int,
        T_mult: _int = 1,
        eta_min: _float = 0.0,
        last_epoch: _int = -1,
    ) -> None: ...
    eta_min: _float

class CyclicLR(LRScheduler):
    def __init__(
        self,
        optimizer: _Optimizer,
        base_lr: _float | _Sequence[_float],
        max_lr: _float | _Sequence[_float],
        step_size_up: _int = 2000,
        step_size_down: _int | None = None,
        mode: str = 'triangular',
        gamma: _float = 1.0,
        scale_fn: _Callable[[_float], _float] | None = None,
        scale_mode: str = 'cycle',
        cycle_momentum: _bool = True,
        base_momentum: _float | _Sequence[_float] = 0.8,
        max_momentum: _float | _Sequence[_float] = 0.9,
        last_epoch: _int = -1,
    ) -> None: ...
    base_momentums: _Any
    cycle_momentum: _bool
    gamma: _float
    max_lrs: _Any
    max_momentums: _Any
    mode: str
    def scale_fn(self, x: _float) -> _float: ...
    scale_mode: str
    step_ratio: _Any
    total_size: _Any

class ExponentialLR(LRScheduler):
    def __init__(self, optimizer: _Optimizer, gamma: _float, last_epoch: _int = -1) -> None: ...
    def closed_rate(self, base: _float) -> _float: ...
    gamma: _float

class LambdaLR(LRScheduler):
    def __init__(
        self,
        optimizer: _Optimizer,
        lr_lambda: _Callable[[_int], _float] | _Sequence[_Callable[[_int], _float]],
        last_epoch: _int = -1,
    ) -> None: ...
    lr_lambdas: _Any

class LinearLR(LRScheduler):
    def __init__(
        self,
        optimizer: _Optimizer,
        start_factor: _float = 0.3333333333333333,
        end_factor: _float = 1.0,
        total_iters: _int = 5,
        last_epoch: _int = -1,
    ) -> None: ...
    def closed_rate(self, base: _float) -> _float: ...
    end_factor: _float
    start_factor: _float
    total_iters: _int

class MultiStepLR(LRScheduler):
    def __init__(
        self,
        optimizer: _Optimizer,
        milestones: _Sequence[_int],
        gamma: _float = 0.1,
        last_epoch: _int = -1,
    ) -> None: ...
    def closed_rate(self, base: _float) -> _float: ...
    gamma: _float
    milestones: _Any

class OneCycleLR(LRScheduler):
    def __init__(
        self,
        optimizer: _Optimizer,
        max_lr: _float | _Sequence[_float],
        total_steps: _int | None = None,
        epochs: _int | None = None,
        steps_per_epoch: _int | None = None,
        pct_start: _float = 0.3,
        anneal_strategy: str = 'cos',
        cycle_momentum: _bool = True,
        base_momentum: _float | _Sequence[_float] = 0.85,
        max_momentum: _float | _Sequence[_float] = 0.95,
        div_factor: _float = 25.0,
        final_div_factor: _float = 10000.0,
        three_phase: _bool = False,
        last_epoch: _int = -1,
    ) -> None: ...
    cycle_momentum: _bool
    total_steps: _Any
    use_beta1: _Any

class PolynomialLR(LRScheduler):
    def __init__(
        self,
        optimizer: _Optimizer,
        total_iters: _int = 5,
        power: _float = 1.0,
        last_epoch: _int = -1,
    ) -> None: ...
    def closed_rate(self, base: _float) -> _float: ...
    power: _float
    total_iters: _int

class ReduceLROnPlateau(LRScheduler):
    def __init__(
        self,
        optimizer: _Optimizer,
        mode: str = 'min',
        factor: _float = 0.1,
        patience: _int = 10,
        threshold: _float = 0.0001,
        threshold_mode: str = 'rel',
        cooldown: _int = 0,
        min_lr: _float | _Sequence[_float] = 0,
        eps: _float = 1e-08,
    ) -> None: ...
    best: _Any
    cooldown: _int
    cooldown_counter: _Any
    each_min_lr: _Any
    eps: _float
    factor: _float
    @property
    def in_cooldown(self) -> _bool: ...
    last_epoch: _Any
    min_lrs: _Any
    mode: str
    num_bad_epochs: _Any
    patience: _int
    def step(self, metrics: _SupportsFloat, epoch: _int | None = None) -> None: ...
    threshold: _float
    threshold_mode: str

class SequentialLR(LRScheduler):
    def __init__(
        self,
        optimizer: _Optimizer,
        schedulers: _Sequence[LRScheduler],
        milestones: _Sequence[_int],
        last_epoch: _int = -1,
    ) -> None: ...
    last_epoch: _Any
    def step(self) -> None: ...

class StepLR(LRScheduler):
    def __init__(
        self,
        optimizer: _Optimizer,
        step_size: _int,
        gamma: _float = 0.1,
        last_epoch: _int = -1,
    ) -> None: ...
    def closed_rate(self, base: _float) -> _float: ...
    gamma: _float
    step_size: _int

class MultiplicativeLR(LambdaLR):
    ...

