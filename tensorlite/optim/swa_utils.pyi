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
from ..nn import Module as _Module
from ..optim import Optimizer as _Optimizer
from ..optim.lr_scheduler import LRScheduler as _LRScheduler
from ..tensor import Tensor

__all__ = [
    "AveragedModel",
    "SWALR",
    "get_ema_avg_fn",
    "get_ema_multi_avg_fn",
    "get_swa_avg_fn",
    "get_swa_multi_avg_fn",
    "update_bn",
]
class AveragedModel(_Module):
    def __call__(self, *args: _Any, **kwargs: _Any) -> _Any: ...
    def __init__(
        self,
        model: _Module,
        device: _device | str | _int | None = None,
        avg_fn: _Callable[[Tensor, Tensor, Tensor], Tensor] | None = None,
        multi_avg_fn: _Callable[[list[Tensor], list[Tensor], Tensor], None] | None = None,
        use_buffers: _bool = False,
    ) -> None: ...
    avg_fn: _Callable[[Tensor, Tensor, Tensor], Tensor] | None
    def forward(self, *args: _Any, **kwargs: _Any) -> _Any: ...
    module: _Any
    multi_avg_fn: _Callable[[list[Tensor], list[Tensor], Tensor], None] | None
    def update_parameters(self, model: _Module) -> None: ...
    use_buffers: _bool

class SWALR(_LRScheduler):
    def __init__(
        self,
        optimizer: _Optimizer,
        swa_lr: _float | _Sequence[_float],
        anneal_epochs: _int = 10,
        anneal_strategy: str = 'cos',
        last_epoch: _int = -1,
    ) -> None: ...
    anneal_epochs: _int
    def get_lr(self) -> list[_float]: ...

def get_ema_avg_fn(decay: _float = 0.999) -> _Callable[..., _Any]: ...
def get_ema_multi_avg_fn(decay: _float = 0.999) -> _Callable[..., _Any]: ...
def get_swa_avg_fn() -> _Callable[..., _Any]: ...
def get_swa_multi_avg_fn() -> _Callable[..., _Any]: ...
def update_bn(
    loader: _Iterable[_Any],
    model: _Module,
    device: _device | str | _int | None = None,
) -> None: ...
