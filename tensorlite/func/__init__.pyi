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

from ..nn import Module as _Module
from ..tensor import Tensor

_Model = _TypeVar("_Model", bound=_Module)

__all__ = [
    "functional_call",
    "grad",
    "grad_and_value",
    "hessian",
    "jacfwd",
    "jacrev",
    "jvp",
    "linearize",
    "replace_all_batch_norm_modules_",
    "stack_module_state",
    "vjp",
    "vmap",
]
def functional_call(
    module: _Module,
    parameter_and_buffer_dicts: _Mapping[str, Tensor] | _Sequence[_Mapping[str, Tensor]],
    args: _Any = None,
    kwargs: _Mapping[str, _Any] | None = None,
    *,
    tie_weights: _bool = True,
    strict: _bool = False,
) -> _Any: ...
@_overload
def grad(
    func: _Callable[[_Any], _Any],
    argnums: _int | tuple[_int, ...] = 0,
    has_aux: _bool = False,
) -> _Callable[..., _Any]: ...
@_overload
def grad(
    func: _Callable[[_Any, _Any], _Any],
    argnums: _int | tuple[_int, ...] = 0,
    has_aux: _bool = False,
) -> _Callable[..., _Any]: ...
@_overload
def grad(
    func: _Callable[[_Any, _Any, _Any], _Any],
    argnums: _int | tuple[_int, ...] = 0,
    has_aux: _bool = False,
) -> _Callable[..., _Any]: ...
@_overload
def grad(
    func: _Callable[..., _Any],
    argnums: _int | tuple[_int, ...] = 0,
    has_aux: _bool = False,
) -> _Callable[..., _Any]: ...
@_overload
def grad_and_value(
    func: _Callable[[_Any], _Any],
    argnums: _int | tuple[_int, ...] = 0,
    has_aux: _bool = False,
) -> _Callable[..., tuple[_Any, _Any]]: ...
@_overload
def grad_and_value(
    func: _Callable[[_Any, _Any], _Any],
    argnums: _int | tuple[_int, ...] = 0,
    has_aux: _bool = False,
) -> _Callable[..., tuple[_Any, _Any]]: ...
@_overload
def grad_and_value(
    func: _Callable[[_Any, _Any, _Any], _Any],
    argnums: _int | tuple[_int, ...] = 0,
    has_aux: _bool = False,
) -> _Callable[..., tuple[_Any, _Any]]: ...
@_overload
def grad_and_value(
    func: _Callable[..., _Any],
    argnums: _int | tuple[_int, ...] = 0,
    has_aux: _bool = False,
) -> _Callable[..., tuple[_Any, _Any]]: ...
@_overload
def hessian(
    func: _Callable[[_Any], _Any],
    argnums: _int | tuple[_int, ...] = 0,
) -> _Callable[..., _Any]: ...
@_overload
def hessian(
    func: _Callable[[_Any, _Any], _Any],
    argnums: _int | tuple[_int, ...] = 0,
) -> _Callable[..., _Any]: ...
@_overload
def hessian(
    func: _Callable[[_Any, _Any, _Any], _Any],
    argnums: _int | tuple[_int, ...] = 0,
) -> _Callable[..., _Any]: ...
@_overload
def hessian(
    func: _Callable[..., _Any],
    argnums: _int | tuple[_int, ...] = 0,
) -> _Callable[..., _Any]: ...
@_overload
def jacfwd(
    func: _Callable[[_Any], _Any],
    argnums: _int | tuple[_int, ...] = 0,
    has_aux: _bool = False,
    *,
    randomness: str = 'error',
) -> _Callable[..., _Any]: ...
@_overload
def jacfwd(
    func: _Callable[[_Any, _Any], _Any],
    argnums: _int | tuple[_int, ...] = 0,
    has_aux: _bool = False,
    *,
    randomness: str = 'error',
) -> _Callable[..., _Any]: ...
@_overload
def jacfwd(
    func: _Callable[[_Any, _Any, _Any], _Any],
    argnums: _int | tuple[_int, ...] = 0,
    has_aux: _bool = False,
    *,
    randomness: str = 'error',
) -> _Callable[..., _Any]: ...
@_overload
def jacfwd(
    func: _Callable[..., _Any],
    argnums: _int | tuple[_int, ...] = 0,
    has_aux: _bool = False,
    *,
    randomness: str = 'error',
) -> _Callable[..., _Any]: ...
@_overload
def jacrev(
    func: _Callable[[_Any], _Any],
    argnums: _int | tuple[_int, ...] = 0,
    *,
    has_aux: _bool = False,
    chunk_size: _int | None = None,
) -> _Callable[..., _Any]: ...
@_overload
def jacrev(
    func: _Callable[[_Any, _Any], _Any],
    argnums: _int | tuple[_int, ...] = 0,
    *,
    has_aux: _bool = False,
    chunk_size: _int | None = None,
) -> _Callable[..., _Any]: ...
@_overload
def jacrev(
    func: _Callable[[_Any, _Any, _Any], _Any],
    argnums: _int | tuple[_int, ...] = 0,
    *,
    has_aux: _bool = False,
    chunk_size: _int | None = None,
) -> _Callable[..., _Any]: ...
@_overload
def jacrev(
    func: _Callable[..., _Any],
    argnums: _int | tuple[_int, ...] = 0,
    *,
    has_aux: _bool = False,
    chunk_size: _int | None = None,
) -> _Callable[..., _Any]: ...
@_overload
def jvp(
    func: _Callable[[_Any], _Any],
    primals: tuple[_Any, ...],
    tangents: tuple[_Any, ...],
    *,
    strict: _bool = False,
    has_aux: _bool = False,
) -> tuple[_Any, ...]: ...
@_overload
def jvp(
    func: _Callable[[_Any, _Any], _Any],
    primals: tuple[_Any, ...],
    tangents: tuple[_Any, ...],
    *,
    strict: _bool = False,
    has_aux: _bool = False,
) -> tuple[_Any, ...]: ...
@_overload
def jvp(
    func: _Callable[[_Any, _Any, _Any], _Any],
    primals: tuple[_Any, ...],
    tangents: tuple[_Any, ...],
    *,
    strict: _bool = False,
    has_aux: _bool = False,
) -> tuple[_Any, ...]: ...
@_overload
def jvp(
    func: _Callable[..., _Any],
    primals: tuple[_Any, ...],
    tangents: tuple[_Any, ...],
    *,
    strict: _bool = False,
    has_aux: _bool = False,
) -> tuple[_Any, ...]: ...
@_overload
def linearize(func: _Callable[[_Any], _T], *primals: _Any) -> tuple[_T, _Callable[..., _T]]: ...
@_overload
def linearize(
    func: _Callable[[_Any, _Any], _T],
    *primals: _Any,
) -> tuple[_T, _Callable[..., _T]]: ...
@_overload
def linearize(
    func: _Callable[[_Any, _Any, _Any], _T],
    *primals: _Any,
) -> tuple[_T, _Callable[..., _T]]: ...
@_overload
def linearize(func: _Callable[..., _T], *primals: _Any) -> tuple[_T, _Callable[..., _T]]: ...
def replace_all_batch_norm_modules_(root: _Model) -> _Model: ...
def stack_module_state(
    models: _Iterable[_Module],
) -> tuple[dict[str, Tensor], dict[str, Tensor]]: ...
@_overload
def vjp(
    func: _Callable[[_Any], _Any],
    *primals: _Any,
    has_aux: _bool = False,
) -> tuple[_Any, ...]: ...
@_overload
def vjp(
    func: _Callable[[_Any, _Any], _Any],
    *primals: _Any,
    has_aux: _bool = False,
) -> tuple[_Any, ...]: ...
@_overload
def vjp(
    func: _Callable[[_Any, _Any, _Any], _Any],
    *primals: _Any,
    has_aux: _bool = False,
) -> tuple[_Any, ...]: ...
@_overload
def vjp(func: _Callable[..., _Any], *primals: _Any, has_aux: _bool = False) -> tuple[_Any, ...]: ...
@_overload
def vmap(
    func: _Callable[[_Any], _Any],
    in_dims: _int | _Sequence[_Any] | None = 0,
    out_dims: _int | _Sequence[_Any] | _Mapping[str, _Any] | None = 0,
    randomness: str = 'error',
    *,
    chunk_size: _int | None = None,
) -> _Callable[..., _Any]: ...
@_overload
def vmap(
    func: _Callable[[_Any, _Any], _Any],
    in_dims: _int | _Sequence[_Any] | None = 0,
    out_dims: _int | _Sequence[_Any] | _Mapping[str, _Any] | None = 0,
    randomness: str = 'error',
    *,
    chunk_size: _int | None = None,
) -> _Callable[..., _Any]: ...
@_overload
def vmap(
    func: _Callable[[_Any, _Any, _Any], _Any],
    in_dims: _int | _Sequence[_Any] | None = 0,
    out_dims: _int | _Sequence[_Any] | _Mapping[str, _Any] | None = 0,
    randomness: str = 'error',
    *,
    chunk_size: _int | None = None,
) -> _Callable[..., _Any]: ...
@_overload
def vmap(
    func: _Callable[..., _Any],
    in_dims: _int | _Sequence[_Any] | None = 0,
    out_dims: _int | _Sequence[_Any] | _Mapping[str, _Any] | None = 0,
    randomness: str = 'error',
    *,
    chunk_size: _int | None = None,
) -> _Callable[..., _Any]: ...
