"""The autograd methods of Tensor: backward, hooks, retained gradients."""

import weakref

from ..dispatch import method
from ..errors import expected
from ..graph import Handle
from ..tensor import Leaf, Tensor, extra
from .backward import backward as run_backward


@method
def backward(self, gradient=None, retain_graph=None, create_graph=False, inputs=None):
    """Add the gradients of self to the `.grad` of the leaves; see `autograd.backward`."""
    run_backward(self, gradient, retain_graph, create_graph, inputs)


@method
def register_hook(self, hook):
    """Call `hook(grad)` when the gradient of self is complete; it may return another one.

    Raises
    ------
    RuntimeError
        If self does not require grad.
    """
    node = self._node
    if node is None:
        raise RuntimeError(
            expected("register_hook", "a tensor that requires grad", "one that does not",
                     "requires_grad_()")
        )  # fmt: skip
    if type(node) is Leaf:
        if node.hooks is None:
            node.hooks = {}
        return Handle(node.hooks, hook)
    return node.register_prehook(_for_output(self._index, hook))


def _for_output(index, hook):
    """A hook of a node that applies a tensor's hook to its one output."""

    def prehook(grads):
        if grads[index] is None:
            return None
        result = hook(grads[index])
        if result is None:
            return None
        return (*grads[:index], result, *grads[index + 1 :])

    return prehook


@method
def register_post_accumulate_grad_hook(self, hook):
    """Call `hook(self)` after a gradient was added to `.grad` of this leaf."""
    if type(self._node) is not Leaf:
        raise RuntimeError(
            expected("register_post_accumulate_grad_hook", "a leaf that requires grad",
                     "another tensor", "register_hook()")
        )  # fmt: skip
    if self._node.post_hooks is None:
        self._node.post_hooks = {}
    return Handle(self._node.post_hooks, (hook, weakref.ref(self)))


@method
def retain_grad(self):
    """Keep the gradient of this result of an op in `.grad`."""
    if self._node is None:
        raise RuntimeError(
            expected("retain_grad", "a tensor that requires grad", "one that does not",
                     "requires_grad_()")
        )  # fmt: skip
    if type(self._node) is Leaf or (self._extra is not None and self._extra.retains):
        return
    extra(self).retains = True
    owner = weakref.ref(self)

    def keep(g):
        tensor = owner()
        if tensor is not None:
            old = tensor._extra.grad
            tensor._extra.grad = g.detach() if old is None else old + g.detach()

    register_hook(self, keep)


Tensor.retains_grad = property(
    lambda self: self._extra is not None and self._extra.retains,
    None,
    None,
    "Whether `retain_grad` was asked for.",
)
