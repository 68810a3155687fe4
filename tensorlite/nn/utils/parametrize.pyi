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
from ...nn import ModuleList as _ModuleList
from ...tensor import Tensor
from contextlib import AbstractContextManager as _AbstractContextManager

_Model = _TypeVar("_Model", bound=_Module)

__all__ = [
    "ParametrizationList",
    "cached",
    "is_parametrized",
    "register_parametrization",
    "remove_parametrizations",
    "transfer_parametrizations_and_params",
    "type_before_parametrizations",
]
class ParametrizationList(_ModuleList):
    def __call__(self) -> Tensor: ...
    def __init__(
        self,
        modules: _Sequence[_Module],
        original: Tensor,
        unsafe: _bool = False,
    ) -> None: ...
    data: _Any
    def forward(self) -> Tensor: ...
    is_tensor: _Any
    ntensors: _Any
    def right_inverse(self, value: Tensor) -> None: ...
    unsafe: _bool

def cached() -> _AbstractContextManager[None]: ...
def is_parametrized(module: _Module, tensor_name: str | None = None) -> _bool: ...
def register_parametrization(
    module: _Model,
    tensor_name: str,
    parametrization: _Module,
    *,
    unsafe: _bool = False,
) -> _Model: ...
def remove_parametrizations(
    module: _Module,
    tensor_name: str,
    leave_parametrized: _bool = True,
) -> _Module: ...
def transfer_parametrizations_and_params(
    from_module: _Module,
    to_module: _Model,
    tensor_name: str | None = None,
) -> _Model: ...
def type_before_parametrizations(module: _Module) -> type[_Module]: ...
