"""The autograd methods of Tensor: backward, hooks, retained gradients."""

import weakref
from collections.abc import Callable
from typing import Any

from ..declare import method
from ..errors import expected
from ..graph import Handle, Node, edge
from ..op import supplies
from ..tensor import Leaf, Tensor, extra
from .arrival import checked, checked_all
from .backward import backward as run_backward
from .graph import Edges
from .walk import KEEPS, OWN


@method
def backward(
    self: Tensor,
    gradient: Tensor | None = None,
    retain_graph: bool | None = None,
    create_graph: bool = False,
    inputs: Edges | None = None,
) -> None:
    """Add the gradients of self to the `.grad` of the leaves; see `autograd.backward`."""
    run_backward(self, gradient, retain_graph, create_graph, inputs)


def _node_of(op, self):
    """The present Leaf or Node of a tensor that requires grad."""
    edge(self)  # a view of a base that was written gets its new history
    if self._node is None:
        raise RuntimeError(
            expected(op, "a tensor that requires grad", "one that does not", "requires_grad_()")
        )
    return self._node


def _checked_hook(op, hook):
    if not callable(hook):
        raise TypeError(expected(op, "a callable", type(hook).__name__, "a function of a tensor"))
    return hook


@method
def register_hook(self: Tensor, hook: Callable[[Tensor], Any]) -> Handle:
    """
    Call `hook(grad)` when the gradient of self is complete; it may return another one.

    Returns
    -------
    Handle
        Its `remove()` takes the hook back.

    Raises
    ------
    RuntimeError
        If self does not require grad.
    """
    node = _node_of("register_hook", self)
    _checked_hook("register_hook", hook)
    if type(node) is Leaf:
        if node.hooks is None:
            node.hooks = {}
        return Handle(node.hooks, hook)
    return node.register_prehook(_for_output(self._index, hook))


def _for_output(index, hook, turn=0):
    """A hook of a node that applies a tensor's hook to its one output."""

    def prehook(grads):
        if grads[index] is None:
            return None
        result = hook(grads[index])
        if result is None:
            return None
        return (*grads[:index], checked(result, grads[index]), *grads[index + 1 :])

    prehook.turn = turn
    return prehook


@method
def register_post_accumulate_grad_hook(self: Tensor, hook: Callable[[Tensor], Any]) -> Handle:
    """Call `hook(self)` after a gradient was added to `.grad` of this leaf."""
    name = "register_post_accumulate_grad_hook"
    if type(self._node) is not Leaf:
        raise RuntimeError(
            expected(name, "a leaf that requires grad", "another tensor", "register_hook()")
        )
    if self._node.post_hooks is None:
        self._node.post_hooks = {}
    return Handle(self._node.post_hooks, (_checked_hook(name, hook), weakref.ref(self)))


def _register_prehook(self: Leaf, hook: Callable[[tuple[Tensor]], Any]) -> Handle:
    """Call `hook((grad,))` when the gradient of the leaf is complete; it may return another one."""

    def prehook(g):
        result = hook((g,))
        if result is None:
            return None
        (result,) = checked_all(result, (g,))
        if result is None:
            raise RuntimeError(expected("hook", "a gradient", "None in its place", "(0 * grad,)"))
        return result

    prehook.turn = OWN  # type: ignore[attr-defined]
    if self.hooks is None:
        self.hooks = {}
    return Handle(self.hooks, prehook)


def _register_node_hook(self: Leaf, hook: Callable[[tuple[()], tuple[Tensor]], Any]) -> Handle:
    """Call `hook((), (grad,))` after a gradient was added to `.grad` of the leaf."""
    if self.post_hooks is None:
        self.post_hooks = {}
    return Handle(self.post_hooks, (hook, None))


for _name, _hook in ("register_hook", _register_node_hook), ("register_prehook", _register_prehook):
    _hook.__name__ = _name
    setattr(Leaf, _name, _hook)


@method
def retain_grad(self: Tensor) -> None:
    """Keep the gradient of this result of an op in `.grad`; after its other hooks."""
    node = _node_of("retain_grad", self)
    if type(node) is not Leaf and not extra(self).retains:
        extra(self).retains = _keep_grad(self)


def _keep_grad(self):
    """Register the hook that keeps the gradient at the present node of a tensor."""
    owner = weakref.ref(self)

    def keep(g):
        tensor = owner()
        if tensor is not None:
            old = tensor._extra.grad
            g = g if g._node is not None else g.detach()
            tensor._extra.grad = g if old is None else old + g

    return self._node.register_prehook(_for_output(self._index, keep, KEEPS))


@supplies
def follow(self):
    """After a change in place, keep the gradient of what the tensor has become."""
    self._extra.retains.remove()
    self._extra.retains = _keep_grad(self) if self._node is not None else False


def _grad_fn(self) -> Node | None:
    """The node of the graph that made it; None for a leaf."""
    place = edge(self)
    return place[0] if type(place) is tuple else None


def _retains_grad(self) -> bool:
    """Whether `retain_grad` was asked for."""
    return self._extra is not None and bool(self._extra.retains)


for _name, _function in {"grad_fn": _grad_fn, "retains_grad": _retains_grad}.items():
    setattr(Tensor, _name, property(_function))
