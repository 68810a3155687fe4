"""`backward` and `grad`: what users call to walk the graph, with all arguments checked."""

import functools
from collections.abc import Sequence
from typing import Any, Literal, overload

from ..device import CPU
from ..errors import expected
from ..graph import edge
from ..kernels import interpreters
from ..op import registry, supplies
from ..tensor import Leaf, Tensor, empty_of
from .arrival import accumulate
from .graph import Edges, GradientEdge, standing_at
from .walk import Walk


def backward(
    tensors: Edges,
    grad_tensors: Tensor | Sequence[Tensor | None] | None = None,
    retain_graph: bool | None = None,
    create_graph: bool = False,
    inputs: Edges | None = None,
) -> None:
    """
    Add the gradients of `tensors` to the `.grad` of the leaves that they depend on.

    Parameters
    ----------
    tensors : Tensor or sequence of Tensor
        Or their `graph.GradientEdge`; so for `inputs`.
    grad_tensors : Tensor or sequence of Tensor, optional
        Gradients with respect to `tensors`; may be left out for tensors of one element.
    retain_graph : bool, optional
        Keep saved tensors for another backward; `create_graph` by default.
    create_graph : bool
        Record the gradients too, for higher orders.
    inputs : sequence of Tensor, optional
        Only these tensors receive gradients.

    Raises
    ------
    RuntimeError
        If a tensor does not require grad, has several elements and no gradient, was already walked,
        or depends on saved values that were changed in place.
    """
    roots, grads = _roots("backward", tensors, grad_tensors)
    retain = create_graph if retain_graph is None else retain_graph
    if inputs is None:
        Walk(roots, grads, retain, create_graph, None)
        return
    inputs = (inputs,) if isinstance(inputs, Tensor) else _listed(inputs)
    if not inputs:
        raise RuntimeError(expected("backward", "inputs to be non-empty", "none", "inputs=None"))
    targets = {_target("backward", x): x for x in inputs}
    found = Walk(roots, grads, retain, create_graph, targets, adds=True).found
    for place, x in targets.items():
        if place in found:
            accumulate(x._node if type(x._node) is Leaf else x, found.pop(place), create_graph)


@overload
def grad(
    outputs: Edges,
    inputs: Edges,
    grad_outputs: Tensor | Sequence[Tensor | None] | None = None,
    retain_graph: bool | None = None,
    create_graph: bool = False,
    only_inputs: bool = True,
    allow_unused: Literal[False] | None = None,
    is_grads_batched: bool = False,
    materialize_grads: bool = False,
) -> tuple[Tensor, ...]: ...
@overload
def grad(
    outputs: Edges,
    inputs: Edges,
    grad_outputs: Tensor | Sequence[Tensor | None] | None = None,
    retain_graph: bool | None = None,
    create_graph: bool = False,
    only_inputs: bool = True,
    *,
    allow_unused: bool | None,
    is_grads_batched: bool = False,
    materialize_grads: bool = False,
) -> tuple[Tensor | None, ...]: ...
@supplies
def grad(
    outputs: Edges,
    inputs: Edges,
    grad_outputs: Tensor | Sequence[Tensor | None] | None = None,
    retain_graph: bool | None = None,
    create_graph: bool = False,
    only_inputs: bool = True,
    allow_unused: bool | None = None,
    is_grads_batched: bool = False,
    materialize_grads: bool = False,
) -> Any:  # fmt: skip
    """
    The gradients of `outputs` with respect to `inputs`, which no `.grad` receives.

    Parameters
    ----------
    outputs : Tensor or sequence of Tensor
        Or their `graph.GradientEdge`; so for `inputs`.
    inputs : Tensor or sequence of Tensor
    grad_outputs : Tensor or sequence of Tensor, optional
        Gradients with respect to `outputs`; may be left out for outputs of one element.
    retain_graph, create_graph : bool
        As for `backward`.
    only_inputs : bool
        Accepted without effect: no other tensor receives a gradient.
    allow_unused : bool, optional
        None for an input that the outputs do not depend on; `materialize_grads` by default.
    is_grads_batched : bool
        Whether `grad_outputs` have a further first dim; so have the results then.
    materialize_grads : bool
        Zeros for an input that the outputs do not depend on.

    Returns
    -------
    tuple of Tensor
        One per input.

    Raises
    ------
    RuntimeError
        If an input does not require grad, or is not used and `allow_unused` is not set.
    ValueError
        For `materialize_grads` with ``allow_unused=False``.

    Examples
    --------
    >>> x = tl.tensor(3.0, requires_grad=True)
    >>> tl.autograd.grad(x * x, x)
    (tensor(6.),)
    """
    if materialize_grads and allow_unused is False:
        raise ValueError(
            expected("grad", "allow_unused to be True or not passed with materialize_grads=True",
                     "allow_unused=False", "allow_unused=None")
        )  # fmt: skip
    retain = create_graph if retain_graph is None else retain_graph
    inputs = (inputs,) if isinstance(inputs, Tensor) else _listed(inputs)
    if not inputs:
        raise RuntimeError(expected("grad", "inputs to be non-empty", "none", "a tensor"))
    if is_grads_batched:
        return _batched(outputs, inputs, grad_outputs, retain, create_graph, allow_unused,
                        materialize_grads)  # fmt: skip
    roots, grads = _roots("grad", outputs, grad_outputs)
    places = [_target("grad", x) for x in inputs]
    found = Walk(roots, grads, retain, create_graph, frozenset(places)).found
    results = []
    for k, (place, x) in enumerate(zip(places, inputs, strict=True)):
        g = found.get(place)
        if g is None and materialize_grads:
            g = registry["zeros_like"](x, requires_grad=create_graph)
        if g is None and not allow_unused:
            raise RuntimeError(
                f"grad: The differentiated Tensor at index {k} appears to not have been used in "
                "the graph; expected inputs on which the outputs depend; try allow_unused=True"
            )
        results.append(g)
    return tuple(results)


def _batched(outputs, inputs, grad_outputs, retain, create, allow_unused, materialize):
    """`grad` for each part of `grad_outputs` along their first dim, stacked."""
    batches = (grad_outputs,) if isinstance(grad_outputs, Tensor) else tuple(grad_outputs or ())
    sizes = {None if not isinstance(g, Tensor) or not g.ndim else len(g) for g in batches}
    if len(sizes) != 1 or None in sizes:
        raise RuntimeError(
            expected("grad", "grad_outputs with one common first dim for is_grads_batched=True",
                     f"sizes {sorted(map(str, sizes))}", "is_grads_batched=False")
        )  # fmt: skip
    count = len(batches[0])
    rows = [
        grad(outputs, inputs, [g[i] for g in batches], retain or i + 1 < count, create,
             allow_unused=allow_unused, materialize_grads=materialize)
        for i in range(count)
    ]  # fmt: skip
    stack = registry["stack"]
    return tuple(None if parts[0] is None else stack(parts) for parts in zip(*rows, strict=True))


def _listed(tensors):
    """A tuple of the tensors; for edges, of which one may come alone, what stands at them."""
    if type(tensors) is GradientEdge:
        return (standing_at(tensors),)
    return tuple([x if isinstance(x, Tensor) else standing_at(x) for x in tensors])


def _target(op, x):
    if not isinstance(x, Tensor):
        raise TypeError(expected(op, "inputs to be tensors", type(x).__name__, "tensor()"))
    place = edge(x)
    if place is None:
        raise RuntimeError(
            f"{op}: One of the differentiated Tensors does not require grad; expected inputs that "
            "do; try requires_grad_()"
        )
    return place


def _roots(op, tensors, grads):
    """The tensors to start from, and a gradient for each."""
    tensors = (tensors,) if isinstance(tensors, Tensor) else _listed(tensors)
    grads = (grads,) if isinstance(grads, Tensor) else grads
    grads = (None,) * len(tensors) if grads is None else tuple(grads)
    if len(grads) != len(tensors):
        raise RuntimeError(
            expected(op, f"{len(tensors)} gradients", str(len(grads)), "one per tensor")
        )
    pairs = enumerate(zip(tensors, grads, strict=True))
    return tensors, [_root_grad(op, number, x, g) for number, (x, g) in pairs]


def _one(x):
    """1, laid out like a tensor of one element."""
    spec = x.spec
    if spec.device is not CPU or not spec.contiguous or interpreters.busy or spec.hidden:
        return registry["ones_like"](x)
    out = empty_of(spec)
    out.memory.buffer[:] = _bytes_of_one(spec.dtype)
    return out


@functools.cache
def _bytes_of_one(dtype):
    return registry["ones"](1, dtype=dtype, device=CPU).memory.buffer


def _root_grad(op, number, x, g):
    if not isinstance(x, Tensor):
        raise TypeError(expected(op, "tensors", type(x).__name__, "tensor()"))
    if x._node is None:
        raise RuntimeError(
            f"{op}: element {number} of tensors does not require grad and does not have a grad_fn; "
            "expected the result of ops on tensors that require grad; try requires_grad_()"
        )
    if g is None:
        if x.spec.numel != 1:
            raise RuntimeError(
                f"{op}: grad can be implicitly created only for scalar outputs; got shape "
                f"{list(x.spec.shape)}; try backward(gradient) or .sum()"
            )
        if x.spec.dtype.is_complex:
            raise RuntimeError(
                f"{op}: grad can be implicitly created only for real scalar outputs; got "
                f"{x.dtype!r}; try backward(gradient), .real or .abs()"
            )
        return _one(x)
    if not isinstance(g, Tensor):
        raise TypeError(
            f"{op}: gradients can be either Tensors or None; got {type(g).__name__}; try tensor()"
        )
    if g.spec.shape != x.spec.shape:
        raise RuntimeError(
            f"{op}: Mismatch in shape: expected a gradient of shape {list(x.spec.shape)}; got "
            f"{list(g.spec.shape)}; try expand() or reshape()"
        )
    if g.spec.dtype.is_complex is not x.spec.dtype.is_complex:
        raise RuntimeError(
            f"{op}: For complex Tensors, both grad_output and output are required to have the same "
            f"dtype; expected {x.dtype!r}; got {g.dtype!r}; try .to()"
        )
    return g if g.spec.dtype is x.spec.dtype else g.to(x.spec.dtype)
