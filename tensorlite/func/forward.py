"""Forward mode: products of Jacobians with vectors.

There is one mechanism for every op: the gradient of a function is linear in the gradient that comes
in, so its own gradient with respect to that is the product of the Jacobian with a vector. What has
gradients of the second order has forward derivatives, exact ones.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from ..autograd.modes import enable_grad, is_grad_enabled
from ..errors import expected
from ..op import registry
from .derivatives import (
    evaluated,
    fresh_tree,
    goes_on,
    pulled,
    settled,
    split,
    tensors_of,
    writable,
)

T = TypeVar("T")


class Pushing:
    """The linear map of tangents at the inputs to tangents at the outputs, to be applied often."""

    def __init__(self, outputs, inputs):
        self.outputs, self.inputs = outputs, inputs
        self.deeper = goes_on(outputs, inputs)
        with enable_grad():
            zeros = registry["zeros_like"]
            self.probes = [zeros(y.detach()).requires_grad_() for y in outputs]
            self.slopes = pulled(outputs, inputs, self.probes, True, True)

    def __call__(self, tangents):
        beyond = is_grad_enabled() and (self.deeper or any(v.requires_grad for v in tangents))
        return pulled(self.slopes, self.probes, tangents, True, beyond)


def jvp(
    func: Callable[..., Any],
    primals: tuple[Any, ...],
    tangents: tuple[Any, ...],
    *,
    strict: bool = False,
    has_aux: bool = False,
) -> tuple[Any, ...]:
    """
    The result of a function, and the product of its Jacobian with a vector.

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
    result, push, aux = linearized("jvp", func, primals, strict, has_aux)
    tangent = push(tangents)
    return (result, tangent, aux) if has_aux else (result, tangent)


def linearize(func: Callable[..., T], *primals: Any) -> tuple[T, Callable[..., T]]:
    """
    The result of a function, and a function that multiplies its Jacobian with vectors; see `jvp`.

    Examples
    --------
    >>> import tensorlite as tl
    >>> out, push = tl.func.linearize(tl.sin, tl.zeros(2))
    >>> push(tl.tensor([1.0, 2.0]))
    tensor([1., 2.])
    """
    result, push, _ = linearized("linearize", func, primals, False, False)
    return result, lambda *tangents: push(tangents)


def linearized(op, func, primals, strict, has_aux):
    """The result of a function, its linear map at the primals, and the rest of what it returned."""
    if not isinstance(primals, tuple):
        got = type(primals).__name__
        raise RuntimeError(expected(op, "primals to be a tuple", got, "(x,)"))
    with enable_grad():
        given, inputs = fresh_tree(op, primals)
        _, rebuilt, _ = tensors_of(op, "primals", given)
        result = evaluated(op, inputs, func, rebuilt(writable(inputs)), {})
        result, aux = split(op, result, has_aux)
        outputs, rebuild, _ = tensors_of(op, "outputs of the function", result)
    if strict and not all(y.requires_grad for y in outputs):
        raise RuntimeError(
            expected(op, "outputs that depend on the primals in strict mode", "one that does not",
                     "strict=False")
        )  # fmt: skip
    pushing = Pushing(outputs, inputs)
    _, _, shape = tensors_of(op, "primals", given)

    def push(tangents):
        vectors, _, got = tensors_of(op, "tangents", tangents)
        _check_tangents(op, inputs, vectors, shape == got)
        return rebuild(pushing(vectors))

    return settled(result, pushing.deeper), push, settled(aux, pushing.deeper)


def _check_tangents(op, inputs, vectors, alike):
    wanted, got = ([list(x.spec.shape) for x in each] for each in (inputs, vectors))
    if not alike or wanted != got:
        raise RuntimeError(
            expected(op, f"tangents nested and shaped as the primals, {wanted}", f"{got}",
                     "one tensor per tensor of the primals")
        )  # fmt: skip
