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
) -> _Any:
    """Call a module with other tensors in the place of its parameters and buffers.

    Parameters
    ----------
    module : Module
    parameter_and_buffer_dicts : dict of str to Tensor, or tuple of such dicts
        By the names that `named_parameters` and `named_buffers` give; what is not named stays.
    args : tuple or any
        What the module is called with; anything but a tuple is its only argument.
    kwargs : dict, optional
    tie_weights : bool
        A parameter that has several names gets what one of them is given.
    strict : bool
        Every parameter and buffer has to be given, and nothing else.

    Returns
    -------
    any
        What the module returns.

    Raises
    ------
    RuntimeError
        For names that the module has not (or, with `strict`, that are missing).

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.Linear(2, 1, bias=False)
    >>> tl.func.functional_call(layer, {"weight": tl.ones(1, 2)}, tl.tensor([3.0, 4.0]))
    tensor([7.])
    """
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
) -> _Callable[..., _Any]:
    """A function that computes the gradient of another one, whose result is a scalar.

    Parameters
    ----------
    func : function
        Returns a tensor of one element, or with `has_aux` a pair of that and anything else.
    argnums : int or tuple of int
        With respect to which positional arguments: tensors, or dicts, lists and tuples of them.
    has_aux : bool

    Returns
    -------
    function
        Of the same arguments. It returns the gradient, nested as the argument is (a tuple of them
        for a tuple of `argnums`), and with `has_aux` a pair of it and the rest.

    Raises
    ------
    RuntimeError
        If the result is not a scalar tensor, or `argnums` names no argument.

    Examples
    --------
    >>> import tensorlite as tl
    >>> cube = lambda x: x**3
    >>> tl.func.grad(cube)(tl.tensor(2.0))
    tensor(12.)
    >>> tl.func.grad(tl.func.grad(cube))(tl.tensor(2.0))
    tensor(12.)
    """
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
) -> _Callable[..., tuple[_Any, _Any]]:
    """A function that computes the gradient of another one, and its value; see `grad`.

    It returns (gradient, value), with `has_aux` (gradient, (value, aux)).

    Parameters
    ----------
    func : callable
        The function, of tensors or nested containers of them.
    argnums : int or tuple of int, default 0
    has_aux : bool, default False

    Returns
    -------
    callable

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.func.grad_and_value(lambda x: x**3)(tl.tensor(2.0))
    (tensor(12.), tensor(8.))
    """
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
) -> _Callable[..., _Any]:
    """A function that computes the Hessian of another one: `jacfwd` of `jacrev`.

    Parameters
    ----------
    func : callable
        The function, of tensors or nested containers of them.
    argnums : int or tuple of int, default 0

    Returns
    -------
    callable

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.func.hessian(lambda x: (x**3).sum())(tl.tensor([1.0, 2.0]))
    tensor([[ 6.,  0.],
            [ 0., 12.]])
    """
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
) -> _Callable[..., _Any]:
    """A function that computes the Jacobian of another one, column by column; see `jacrev`.

    Parameters
    ----------
    func : callable
        The function, of tensors or nested containers of them.
    argnums : int or tuple of int, default 0
    has_aux : bool, default False
    randomness : str
        Accepted: the function is evaluated once, so that nothing random differs.

    Returns
    -------
    callable

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.func.jacfwd(lambda x: x * x)(tl.tensor([1.0, 2.0]))
    tensor([[2., 0.],
            [0., 4.]])
    """
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
) -> _Callable[..., _Any]:
    """A function that computes the Jacobian of another one, row by row.

    Parameters
    ----------
    func : function
        Returns tensors, or dicts, lists and tuples of them.
    argnums : int or tuple of int
        With respect to which positional arguments.
    has_aux : bool
        `func` returns a pair of its output and anything else.
    chunk_size : int, optional
        How many rows are computed at once; all by default.

    Returns
    -------
    function
        Of the same arguments. It returns tensors of the shape of the output followed by that of the
        input; nested as the output is, and within that as the arguments are.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.func.jacrev(lambda x: x * x)(tl.tensor([1.0, 2.0]))
    tensor([[2., 0.],
            [0., 4.]])
    """
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
) -> tuple[_Any, ...]:
    """The result of a function, and the product of its Jacobian with a vector.

    Parameters
    ----------
    func : function
        Of the primals; returns tensors, or dicts, lists and tuples of them.
    primals : tuple of Tensor, or nested
        The point.
    tangents : tuple
        The vector, nested and shaped as `primals`.
    strict : bool
        Raise where an output does not depend on the primals, instead of zeros.
    has_aux : bool
        `func` returns a pair of its output and anything else.

    Returns
    -------
    output, tangent
        The tangent is nested as the output. With `has_aux` also the rest.

    Raises
    ------
    RuntimeError
        If tangents are not nested or shaped as the primals.

    Notes
    -----
    Two backward walks, the second of which is the gradient of the first with respect to what came
    into it: ops need gradients of the second order, and no rules of their own.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.func.jvp(tl.sin, (tl.zeros(2),), (tl.tensor([1.0, 2.0]),))
    (tensor([0., 0.]), tensor([1., 2.]))
    """
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
def linearize(func: _Callable[..., _T], *primals: _Any) -> tuple[_T, _Callable[..., _T]]:
    """The result of a function, and a function that multiplies its Jacobian with vectors; see `jvp`.

    Parameters
    ----------
    func : callable
        The function, of tensors or nested containers of them.
    *primals : object

    Returns
    -------
    tuple of object and callable

    Examples
    --------
    >>> import tensorlite as tl
    >>> out, push = tl.func.linearize(tl.sin, tl.zeros(2))
    >>> push(tl.tensor([1.0, 2.0]))
    tensor([1., 2.])
    """
def replace_all_batch_norm_modules_(root: _Model) -> _Model:
    """Let no batch norm in a module keep running statistics, which `vmap` could not update.

    Parameters
    ----------
    root : Module

    Returns
    -------
    Module
        The same, changed in place.

    Examples
    --------
    >>> model = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3))
    >>> model = tl.func.replace_all_batch_norm_modules_(model)
    >>> model[1].running_mean is None
    True
    """
def stack_module_state(
    models: _Iterable[_Module],
) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    """The parameters and the buffers of modules that are built alike, stacked.

    Parameters
    ----------
    models : list of Module

    Returns
    -------
    params, buffers : dict of str to Tensor (len(models), ...)
        Leaves, of which those of parameters require grad: for `vmap` over `functional_call`.

    Raises
    ------
    RuntimeError
        For no models, or models that are not of one class and mode.

    Examples
    --------
    >>> import tensorlite as tl
    >>> params, buffers = tl.func.stack_module_state([tl.nn.Linear(3, 2) for _ in range(4)])
    >>> params["weight"].shape
    tensorlite.Size([4, 2, 3])
    """
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
def vjp(func: _Callable[..., _Any], *primals: _Any, has_aux: _bool = False) -> tuple[_Any, ...]:
    """The result of a function, and a function that multiplies vectors with its Jacobian.

    Parameters
    ----------
    func : function
        Of the primals; returns tensors, or dicts, lists and tuples of them.
    primals : Tensor, or nested
        The point.
    has_aux : bool
        `func` returns a pair of its output and anything else.

    Returns
    -------
    output, vjp_fn
        ``vjp_fn(cotangents)`` takes what is nested as the output is, and returns a tuple with one
        product per primal. With `has_aux` also the rest.

    Raises
    ------
    RuntimeError
        If cotangents are not nested or shaped as the output.

    Examples
    --------
    >>> import tensorlite as tl
    >>> out, pull = tl.func.vjp(tl.sin, tl.zeros(2))
    >>> pull(tl.tensor([1.0, 2.0]))
    (tensor([1., 2.]),)
    """
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
) -> _Callable[..., _Any]:
    """A function that maps another one over a dim of its arguments, in few launches.

    Parameters
    ----------
    func : function
        Takes tensors, or dicts, lists and tuples of them, and returns tensors.
    in_dims : int, None, or nested as the arguments
        The dim to map over, of each argument; None for what all calls share.
    out_dims : int, None, or nested as the results
        Where the mapped dim stands in the results.
    randomness : str
        Of random numbers that `func` draws: "error" refuses them, "different" gives each call its
        own, "same" gives all the same.
    chunk_size : int, optional
        How many calls are computed at once; all by default.

    Returns
    -------
    function
        Of the same arguments, with the mapped dim.

    Raises
    ------
    ValueError
        For `in_dims` and `out_dims` that do not fit the arguments and results.
    RuntimeError
        Where `func` looks at data: ``if x > 0``, ``x.item()``, results whose shape depends on it;
        or writes what is mapped into what is not.

    Notes
    -----
    Within `func` tensors have a hidden dim. Elementwise ops, views, reductions, scans, products,
    norms, convolutions, pooling, indexing, sorting, cross entropy and linear algebra compute all
    parts at once; any other op is called for each part, with a warning that names it. It nests, and
    mixes with `grad`.

    Examples
    --------
    >>> import tensorlite as tl
    >>> a, b = tl.tensor([[1.0, 2.0], [3.0, 4.0]]), tl.tensor([1.0, 10.0])
    >>> tl.func.vmap(tl.dot, in_dims=(0, None))(a, b)
    tensor([21., 43.])
    >>> tl.func.vmap(tl.func.grad(lambda x: x**3))(b)  # per-sample gradients
    tensor([  3., 300.])
    """
