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
from ...tensor import Tensor

_Model = _TypeVar("_Model", bound=_Module)

__all__ = [
    "BasePruningMethod",
    "CustomFromMask",
    "Identity",
    "L1Unstructured",
    "LnStructured",
    "PruningContainer",
    "RandomStructured",
    "RandomUnstructured",
    "custom_from_mask",
    "global_unstructured",
    "identity",
    "is_pruned",
    "l1_unstructured",
    "ln_structured",
    "random_structured",
    "random_unstructured",
    "remove",
]
class BasePruningMethod:
    def __call__(self, module: _Module, inputs: _Any) -> None: ...
    @classmethod
    def apply(
        cls,
        module: _Module,
        name: str,
        *args: _Any,
        importance_scores: Tensor | None = None,
        **kwargs: _Any,
    ) -> BasePruningMethod: ...
    def apply_mask(self, module: _Module) -> Tensor: ...
    def compute_mask(self, t: Tensor, default_mask: Tensor) -> Tensor: ...
    def prune(
        self,
        t: Tensor,
        default_mask: Tensor | None = None,
        importance_scores: Tensor | None = None,
    ) -> Tensor: ...
    def remove(self, module: _Module) -> None: ...

class CustomFromMask(BasePruningMethod):
    def __init__(self, mask: Tensor) -> None: ...
    mask: Tensor

class Identity(BasePruningMethod):
    ...

class L1Unstructured(BasePruningMethod):
    def __init__(self, amount: _float) -> None: ...
    amount: _float

class LnStructured(BasePruningMethod):
    def __init__(self, amount: _float, n: _float | str, dim: _int = -1) -> None: ...
    amount: _float
    dim: _int
    n: _float | str

class PruningContainer(BasePruningMethod):
    def __getitem__(self, idx: _int) -> BasePruningMethod: ...
    def __init__(self, *args: BasePruningMethod) -> None: ...
    def __iter__(self) -> _Iterator[BasePruningMethod]: ...
    def __len__(self) -> _int: ...
    def add_pruning_method(self, method: BasePruningMethod) -> None: ...

class RandomStructured(BasePruningMethod):
    def __init__(self, amount: _float, dim: _int = -1) -> None: ...
    amount: _float
    dim: _int

class RandomUnstructured(BasePruningMethod):
    def __init__(self, amount: _float) -> None: ...
    amount: _float

def custom_from_mask(module: _Model, name: str, mask: Tensor) -> _Model: ...
def global_unstructured(
    parameters: _Iterable[tuple[_Module, str]],
    pruning_method: type[BasePruningMethod],
    importance_scores: dict[tuple[_Module, str], Tensor] | None = None,
    **kwargs: _Any,
) -> None: ...
def identity(module: _Model, name: str) -> _Model: ...
def is_pruned(module: _Module) -> _bool: ...
def l1_unstructured(
    module: _Model,
    name: str,
    amount: _float,
    importance_scores: Tensor | None = None,
) -> _Model: ...
def ln_structured(
    module: _Model,
    name: str,
    amount: _float,
    n: _float | str,
    dim: _int,
    importance_scores: Tensor | None = None,
) -> _Model: ...
def random_structured(module: _Model, name: str, amount: _float, dim: _int) -> _Model: ...
def random_unstructured(module: _Model, name: str, amount: _float) -> _Model: ...
def remove(module: _Model, name: str) -> _Model: ...
