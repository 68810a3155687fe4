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

from ...formats import memory_format as _memory_format
from ...nn import Module as _Module
from ...nn import Parameter as _Parameter
from ...tensor import Tensor

_Model = _TypeVar("_Model", bound=_Module)

__all__ = [
    "clip_grad_norm",
    "clip_grad_norm_",
    "clip_grad_value_",
    "clip_grads_with_norm_",
    "convert_conv2d_weight_memory_format",
    "convert_conv3d_weight_memory_format",
    "fuse_conv_bn_eval",
    "fuse_conv_bn_weights",
    "fuse_linear_bn_eval",
    "fuse_linear_bn_weights",
    "get_total_norm",
    "parameters_to_vector",
    "parametrizations",
    "parametrize",
    "prune",
    "remove_spectral_norm",
    "remove_weight_norm",
    "rnn",
    "skip_init",
    "spectral_norm",
    "stateless",
    "vector_to_parameters",
    "weight_norm",
]
def clip_grad_norm(
    parameters: Tensor | _Iterable[Tensor],
    max_norm: _float,
    norm_type: _float = 2.0,
    error_if_nonfinite: _bool = False,
    foreach: _bool | None = None,
) -> Tensor: ...
def clip_grad_norm_(
    parameters: Tensor | _Iterable[Tensor],
    max_norm: _float,
    norm_type: _float = 2.0,
    error_if_nonfinite: _bool = False,
    foreach: _bool | None = None,
) -> Tensor: ...
def clip_grad_value_(
    parameters: Tensor | _Iterable[Tensor],
    clip_value: _float,
    foreach: _bool | None = None,
) -> None: ...
def clip_grads_with_norm_(
    parameters: Tensor | _Iterable[Tensor],
    max_norm: _float,
    total_norm: Tensor,
    foreach: _bool | None = None,
) -> None: ...
def convert_conv2d_weight_memory_format(
    module: _Module,
    memory_format: _memory_format,
) -> _Module: ...
def convert_conv3d_weight_memory_format(
    module: _Module,
    memory_format: _memory_format,
) -> _Module: ...
def fuse_conv_bn_eval(conv: _Model, bn: _Module, transpose: _bool = False) -> _Model: ...
def fuse_conv_bn_weights(
    conv_w: Tensor,
    conv_b: Tensor,
    bn_rm: Tensor,
    bn_rv: Tensor,
    bn_eps: _float,
    bn_w: Tensor,
    bn_b: Tensor,
    transpose: _bool = False,
) -> tuple[_Parameter, _Parameter]: ...
def fuse_linear_bn_eval(linear: _Module, bn: _Module) -> _Module: ...
def fuse_linear_bn_weights(
    linear_w: Tensor,
    linear_b: Tensor,
    bn_rm: Tensor,
    bn_rv: Tensor,
    bn_eps: _float,
    bn_w: Tensor,
    bn_b: Tensor,
) -> tuple[_Parameter, _Parameter]: ...
def get_total_norm(
    tensors: Tensor | _Iterable[Tensor],
    norm_type: _float = 2.0,
    error_if_nonfinite: _bool = False,
    foreach: _bool | None = None,
) -> Tensor: ...
def parameters_to_vector(parameters: Tensor | _Iterable[Tensor]) -> Tensor: ...
from . import parametrizations as parametrizations
from . import parametrize as parametrize
from . import prune as prune
def remove_spectral_norm(module: _Model, name: str = 'weight') -> _Model: ...
def remove_weight_norm(module: _Model, name: str = 'weight') -> _Model: ...
from . import rnn as rnn
def skip_init(module_cls: type[_Model], *args: _Any, **kwargs: _Any) -> _Model: ...
def spectral_norm(
    module: _Model,
    name: str = 'weight',
    n_power_iterations: _int = 1,
    eps: _float = 1e-12,
    dim: _int | None = None,
) -> _Model: ...
from . import stateless as stateless
def vector_to_parameters(vec: Tensor, parameters: Tensor | _Iterable[Tensor]) -> None: ...
def weight_norm(module: _Model, name: str = 'weight', dim: _int | None = 0) -> _Model: ...
