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
from .ops.generators import Generator as _Generator
from .tensor import Tensor
from contextlib import AbstractContextManager as _AbstractContextManager

__all__ = [
    "default_generator",
    "fork_rng",
    "get_rng_state",
    "initial_seed",
    "manual_seed",
    "seed",
    "set_rng_state",
]
default_generator: _Generator
def fork_rng(
    devices: _Iterable[_device | str | _int] | None = None,
    enabled: _bool = True,
    device_type: str = 'cuda',
) -> _AbstractContextManager[None]: ...
def get_rng_state() -> Tensor: ...
def initial_seed() -> _int: ...
def manual_seed(seed: _int) -> _Generator: ...
def seed() -> _int: ...
def set_rng_state(new_state: Tensor) -> None: ...
