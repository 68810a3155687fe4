"""The backward walk: nodes in falling order, each handed the sum of its gradients.

Orders grow with every recorded op, so a heap of them is a topological order: no counting of
dependencies, no recursion.
"""

import heapq
import sys

from .. import dispatch
from ..errors import expected
from ..graph import edge, mode
from ..op import Elementwise
from ..ops.movement import sum_to
from ..tensor import Leaf, Tensor, make


def backward(tensors, grad_tensors=None, retain_graph=None, create_graph=False, inputs=None):
    """
    Add the gradients of `tensors` to the `.grad` of the leaves that they depend on.

    Parameters
    ----------
    tensors : Tensor or sequence of Tensor
    grad_tensors : Tensor or sequence of Tensor, optional
        Gradients with respect to `tensors`; may be left out for tensors of one element.
    retain_graph : bool, optional
        Keep saved tensors for another backward; `create_graph` by default.
    create_graph : bool
        Record the gradients too, for higher orders.
    inputs : sequence of Tensor, optional
        Only these leaves receive gradients.

    Raises
    ------
    RuntimeError
        If a tensor does not require grad, has several elements and no gradient, was already walked,
        or depends on saved values that were changed in place.
    """
    roots, grads = _roots("backward", tensors, grad_tensors)
    retain = create_graph if retain_graph is None else retain_graph
    targets = None
    if inputs is not None:
        inputs = (inputs,) if isinstance(inputs, Tensor) else tuple(inputs)
        if not inputs:
            raise RuntimeError(expected("backward", "inputs to be non-empty", "none", "inputs=None"))
        targets = {_target("backward", x): x for x in inputs}
    found = _walk(roots, grads, retain, create_graph, targets)
    if targets is not None:
        for place, x in targets.items():
            if place in found:
                _accumulate(x._node if type(x._node) is Leaf else x, found[place], create_graph)


def grad(outputs, inputs, grad_outputs=None, retain_graph=None, create_graph=False,
         allow_unused=None, is_grads_batched=False, materialize_grads=False):  # fmt: skip
    """
    The gradients of `outputs` with respect to `inputs`, which no `.grad` receives.

    Returns
    -------
    tuple of Tensor
        One per input; None for an unused one where `allow_unused`, zeros where
        `materialize_grads`.

    Raises
    ------
    RuntimeError
        If an input does not require grad, or is not used and `allow_unused` is not set.

    Examples
    --------
    >>> x = tensor(3.0, requires_grad=True)
    >>> grad(x * x, x)
    (tensor(6.),)
    """
    if is_grads_batched:
        raise RuntimeError(expected("grad", "is_grads_batched=False", "True", "a loop"))
    inputs = (inputs,) if isinstance(inputs, Tensor) else tuple(inputs)
    roots, grads = _roots("grad", outputs, grad_outputs)
    places = [_target("grad", x) for x in inputs]
    retain = create_graph if retain_graph is None else retain_graph
    found = _walk(roots, grads, retain, create_graph, dict(zip(places, inputs, strict=True)))
    results = []
    for place, x in zip(places, inputs, strict=True):
        g = found.get(place)
        if g is None and materialize_grads:
            g = dispatch.registry["zeros_like"](x)
        if g is None and not allow_unused:
            raise RuntimeError(
                "grad: One of the differentiated Tensors appears to not have been used in the "
                "graph; try allow_unused=True"
            )
        results.append(g)
    return tuple(results)


def _target(op, x):
    place = edge(x)
    if place is None:
        raise RuntimeError(
            f"{op}: One of the differentiated Tensors does not require grad; try requires_grad_()"
        )
    return place


def _roots(op, tensors, grads):
    tensors = (tensors,) if isinstance(tensors, Tensor) else tuple(tensors)
    grads = (grads,) if grads is None or isinstance(grads, Tensor) else tuple(grads)
    if len(grads) == 1 and len(tensors) > 1 and grads[0] is None:
        grads *= len(tensors)
    if len(grads) != len(tensors):
        raise RuntimeError(
            expected(op, f"{len(tensors)} gradients", str(len(grads)), "one per tensor")
        )
    return tensors, [_root_grad(op, x, g) for x, g in zip(tensors, grads, strict=True)]


def _root_grad(op, x, g):
    if x._node is None:
        raise RuntimeError(
            f"{op}: element 0 of tensors does not require grad and does not have a grad_fn; "
            "expected the result of ops on tensors that require grad; try requires_grad_()"
        )
    if g is None:
        if x.spec.numel != 1:
            raise RuntimeError(
                f"{op}: grad can be implicitly created only for scalar outputs; got shape "
                f"{list(x.spec.shape)}; try backward(gradient) or .sum()"
            )
        return dispatch.registry["ones_like"](x)
    if not isinstance(g, Tensor) or g.spec.shape != x.spec.shape:
        got = list(g.spec.shape) if isinstance(g, Tensor) else type(g).__name__
        raise RuntimeError(
            f"{op}: Mismatch in shape: expected a gradient of shape {list(x.spec.shape)}; got {got}"
        )
    return g if g.spec.dtype is x.spec.dtype else g.to(x.spec.dtype)


# ------------------------------------------------------------------ the walk


def _walk(roots, grads, retain, create, targets):
    """Run the nodes below the roots; returns what arrived at `targets`, else fills `.grad`."""
    pending, heap, found = {}, [], {}
    useful = None if targets is None else _leading_to(roots, targets)

    def send(place, g):
        if type(place) is Leaf:
            if targets is None:
                _accumulate(place, _hooked(place.hooks, g), create)
            elif place in targets:
                g = _hooked(place.hooks, g)
                found[place] = found[place] + g if place in found else g
            return
        node, index = place
        if useful is not None and node not in useful:
            return
        slots = pending.get(node)
        if slots is None:
            slots = pending[node] = [None] * len(node.outputs)
            heapq.heappush(heap, (-node.order, node))
        slots[index] = g if slots[index] is None else slots[index] + g

    before, mode.grad = mode.grad, create
    try:
        for x, g in zip(roots, grads, strict=True):
            send(edge(x), g)
        while heap:
            node = heapq.heappop(heap)[1]
            slots = _outgoing_hooks(node, pending.pop(node), create)
            if targets is not None:
                for index, g in enumerate(slots):
                    if g is not None and (node, index) in targets:
                        found[node, index] = g
                if not useful[node]:
                    continue
            for place, g in zip(node.edges, _incoming(node, slots), strict=True):
                if place is not None and g is not None:
                    send(place, g)
            if not retain:
                node.release()
    finally:
        mode.grad = before
    return found


def _leading_to(roots, targets):
    """Nodes from which a target can be reached: True if beyond the node itself."""
    useful, stack = {}, [(edge(x), False) for x in roots]
    order = []
    seen = set()
    while stack:
        place, _ = stack.pop()
        if place is None or type(place) is Leaf or place[0] in seen:
            continue
        seen.add(place[0])
        order.append(place[0])
        stack += [(e, False) for e in place[0].edges]
    for node in sorted(order, key=lambda n: n.order):
        beyond = any(
            e is not None and (e in targets or (type(e) is not Leaf and e[0] in useful))
            for e in node.edges
        )
        here = any((node, index) in targets for index in range(len(node.outputs)))
        if beyond or here:
            useful[node] = beyond
    return useful


def _outgoing_hooks(node, slots, create):
    """Gradients of a node's outputs after the hooks of those tensors and of the node."""
    hooks = node.prehooks
    if not hooks:
        return slots
    for hook in list(hooks.values()):
        result = hook(tuple(slots))
        if result is not None:
            slots = list(result) if isinstance(result, tuple | list) else [result]
    return slots


def _incoming(node, slots):
    """The gradients of a node's inputs."""
    try:
        grads = _gradients(node, slots)
    except Exception as error:
        if node.op.name not in str(error) or ", called at " not in str(error):
            error.add_note(f"in the backward of {node.describe()}")
        raise
    if node.hooks:
        for hook in list(node.hooks.values()):
            result = hook(tuple(grads), tuple(slots))
            if result is not None:
                grads = list(result)
    return grads


def _gradients(node, slots):
    op, specs = node.op, node.specs
    saved, out = node.unpack()
    custom = getattr(op, "gradients", None)
    if custom is not None:
        return custom(node, slots)
    if len(slots) == 1:
        g = slots[0]
    else:
        zeros = dispatch.registry["zeros"]
        g = tuple(
            zeros(spec.shape, dtype=spec.dtype) if s is None and spec.dtype.is_floating_point else s
            for s, spec in zip(slots, node.outputs, strict=True)
        )
    grads, elementwise = [], type(op) is Elementwise
    for index, place in enumerate(node.edges):
        if place is None:
            grads.append(None)
            continue
        rule = op.rule(index)
        if rule is None:
            raise RuntimeError(
                f"{node.describe()}: has no derivative with respect to {op.params[index]}; "
                "try detach() on that argument"
            )
        result = _apply_rule(rule, node, index, g, saved, out)
        if elementwise and result is not None:
            result = sum_to(result, specs[index])
        grads.append(result)
    return grads


def _apply_rule(rule, node, index, g, saved, out):
    function = rule.function
    if type(function) is float:
        if function == 1.0:
            return g
        return -g if function else dispatch.registry["zeros_like"](g)
    op, static, values = node.op, node.static, []
    for name in rule.names:
        if name in op.params:
            values.append(saved[op.params.index(name)])
        elif name == "out":
            values.append(out)
        elif name.endswith("_spec") and name[:-5] in op.params:
            values.append(node.specs[op.params.index(name[:-5])])
        elif name in static:
            values.append(static[name])
        elif name == "index":
            values.append(index)
        elif name == "specs":
            values.append(node.specs)
        else:
            raise RuntimeError(f"{op.name}: its gradient rule asks for {name!r}")
    if type(function) is Elementwise:
        return function(g, *values)
    positional = function.__code__.co_argcount - 1
    named = dict(zip(rule.names[positional:], values[positional:], strict=True))
    return function(g, *values[:positional], **named)


# ------------------------------------------------------------------ where gradients arrive


def _hooked(hooks, g):
    """A gradient after the hooks of its tensor."""
    if hooks:
        for hook in list(hooks.values()):
            result = hook(g)
            if result is not None:
                g = result
    return g


def _accumulate(place, g, create):
    """Add a gradient to `.grad`, in place where nobody else can see the memory."""
    old = place.grad
    if old is None:
        if create:
            place.grad = g
        else:
            shared = sys.getrefcount(g.storage) > 2 or not g.spec.contiguous
            place.grad = _copied(g) if shared else make(g.storage, g.spec, g.address)
    elif create or old._node is not None:
        place.grad = old + g
    else:
        old.add_(g)
    if type(place) is Leaf and place.post_hooks:
        for hook, owner in list(place.post_hooks.values()):
            hook(owner())


def _copied(g):
    with mode.off():
        return g.detach().contiguous() if not g.spec.contiguous else g.detach().clone()
