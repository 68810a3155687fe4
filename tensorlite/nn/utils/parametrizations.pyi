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

from ...nn import Module as _Module

_Model = _TypeVar("_Model", bound=_Module)

__all__ = [
    "orthogonal",
    "spectral_norm",
    "weight_norm",
]
def orthogonal(
    module: _Model,
    name: str = 'weight',
    orthogonal_map: str | None = None,
    *,
    use_trivialization: _bool = True,
) -> _Model: ...
def spectral_norm(
    module: _Model,
    name: str = 'weight',
    n_power_iterations: _int = 1,
    eps: _float = 1e-12,
    dim: _int | None = None,
) -> _Model: ...
def weight_norm(module: _Model, name: str = 'weight', dim: _int | None = 0) -> _Model: ...
