"""Reverse mode: gradients and products of vectors with Jacobians."""

import functools
from collections.abc import Callable
from typing import Any

from ..autograd.modes import enable_grad, is_grad_enabled
from ..errors import expected
from ..op import registry
from ..tensor import Tensor
from .derivatives import (
    chosen,
    evaluated,
    fresh_tree,
    goes_on,
    placed,
    pulled,
    settled,
    split,
    tensors_of,
)


def grad(
    func: Callable[..., Any], argnums: int | tuple[int, ...] = 0, has_aux: bool = False
) -> Callable[..., Any]:
    """
    A function that computes the gradient of another one, whose result is a scalar.

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
    both = _grad_and_value("grad", func, argnums, has_aux)

    @functools.wraps(func)
    def gradient(*args, **kwargs):
        gradients, value = both(*args, **kwargs)
        return (gradients, value[1]) if has_aux else gradients

    return gradient


def grad_and_value(
    func: Callable[..., Any], argnums: int | tuple[int, ...] = 0, has_aux: bool = False
) -> Callable[..., tuple[Any, Any]]:
    """
    A function that computes the gradient of another one, and its value; see `grad`.

    It returns (gradient, value), with `has_aux` (gradient, (value, aux)).

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.func.grad_and_value(lambda x: x**3)(tl.tensor(2.0))
    (tensor(12.), tensor(8.))
    """
    return _grad_and_value("grad_and_value", func, argnums, has_aux)


def _grad_and_value(op, func, argnums, has_aux):
    @functools.wraps(func)
    def both(*args, **kwargs):
        with enable_grad():
            given, inputs = fresh_tree(op, chosen(op, args, argnums))
            result = evaluated(op, inputs, func, placed(args, argnums, given), kwargs)
            value, aux = split(op, result, has_aux)
            _check_scalar(op, value)
        deeper = goes_on([value], inputs)
        found = pulled([value], inputs, [registry["ones_like"](value)], None, deeper)
        _, rebuild, _ = tensors_of(op, "inputs", given)
        value = settled((value, aux) if has_aux else value, deeper)
        return rebuild(found), value

    return both


def _check_scalar(op, value):
    if not isinstance(value, Tensor):
        raise RuntimeError(
            expected(op, "a function that returns a tensor", type(value).__name__, "has_aux=True")
        )
    if value.spec.shape:
        raise RuntimeError(
            expected(op, "a function that returns a scalar tensor",
                     f"a tensor with {value.ndim} dims, {value.spec}", ".sum(), vjp or jacrev")
        )  # fmt: skip


def vjp(func: Callable[..., Any], *primals: Any, has_aux: bool = False) -> tuple[Any, ...]:
    """
    The result of a function, and a function that multiplies vectors with its Jacobian.

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
    with enable_grad():
        given, inputs = fresh_tree("vjp", primals)
        result, aux = split("vjp", evaluated("vjp", inputs, func, given, {}), has_aux)
        outputs, _, shape = tensors_of("vjp", "outputs of the function", result)
        further = goes_on(outputs, inputs)
    _, rebuild, _ = tensors_of("vjp", "inputs", given)
    deeper = further and is_grad_enabled()

    def vjp_fn(*cotangents, retain_graph=True, create_graph=None):
        """The products of cotangents, nested as the output, with the Jacobian."""
        value = cotangents[0] if len(cotangents) == 1 else cotangents
        vectors, _, got = tensors_of("vjp", "cotangents", value)
        _check_cotangents(outputs, vectors, shape == got)
        beyond = is_grad_enabled() and (further or any(v.requires_grad for v in vectors))
        create = beyond if create_graph is None else create_graph
        return rebuild(pulled(outputs, inputs, vectors, retain_graph, create))

    result = settled(result, deeper)
    return (result, vjp_fn, settled(aux, deeper)) if has_aux else (result, vjp_fn)


def _check_cotangents(outputs, vectors, alike):
    wanted, got = ([list(x.spec.shape) for x in each] for each in (outputs, vectors))
    if not alike or wanted != got:
        raise RuntimeError(
            expected("vjp", f"cotangents nested and shaped as the output, {wanted}", f"{got}",
                     "one tensor per tensor of the output")
        )  # fmt: skip
