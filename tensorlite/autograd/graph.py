"""What programs do with the graph itself: edges, hooks of several or of saved tensors."""

import functools
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from ..absent import asked as _asked
from ..docstrings import document as _document
from ..errors import expected
from ..gate import gate_all
from ..graph import Handle, Node, edge
from ..storage import allocate
from ..tensor import Leaf, Tensor, make
from .saved import (
    allow_mutation_on_saved_tensors,
    disable_saved_tensors_hooks,
    save_on_cpu,
    saved_tensors_hooks,
)
from .walk import running

__all__ = [
    "GradientEdge",
    "Node",
    "allow_mutation_on_saved_tensors",
    "disable_saved_tensors_hooks",
    "get_gradient_edge",
    "increment_version",
    "register_multi_grad_hook",
    "save_on_cpu",
    "saved_tensors_hooks",
]
__getattr__ = _asked(__name__)


# ------------------------------------------------------------------ edges


class GradientEdge(NamedTuple):
    """
    Where the gradient of a tensor goes: what `grad` and `backward` take in the place of the tensor.

    Examples
    --------
    >>> import tensorlite as tl
    >>> x = tl.ones(2, requires_grad=True)
    >>> y = x.exp()
    >>> place = tl.autograd.graph.get_gradient_edge(y)
    >>> place.node.name(), place.output_nr
    ('ExpBackward0', 0)
    >>> z = (y * 3).sum()
    >>> del y
    >>> tl.autograd.grad(z, place)
    (tensor([3., 3.]),)
    """

    node: Any
    output_nr: int
    ownership_token: Any = None


Edges = Tensor | GradientEdge | Sequence[Tensor | GradientEdge]  # where gradients start, or arrive


def get_gradient_edge(tensor: Tensor) -> GradientEdge:
    """
    Where the gradient of a tensor goes.

    Raises
    ------
    RuntimeError
        If the tensor does not require grad.

    Examples
    --------
    >>> import tensorlite as tl
    >>> x = tl.ones(2, requires_grad=True)
    >>> tl.autograd.graph.get_gradient_edge(x).node.name()
    'AccumulateGrad'
    """
    place = edge(tensor)
    if place is None:
        raise RuntimeError(
            expected("get_gradient_edge", "a tensor that requires grad", "one that does not",
                     "requires_grad_()")
        )  # fmt: skip
    return GradientEdge(place, 0) if type(place) is Leaf else GradientEdge(*place)


def standing_at(x):
    """A tensor without memory in the place of a GradientEdge; what is no edge stays as it is."""
    if type(x) is not GradientEdge:
        return x
    place = x.node
    spec = place.spec if type(place) is Leaf else place.outputs[x.output_nr]
    out = make(allocate(0), spec, 0)
    out._node, out._index = place, x.output_nr
    return out


def increment_version(tensor: Tensor | Iterable[Tensor]) -> None:
    """
    Count a change in place that was made behind the back of autograd.

    Examples
    --------
    >>> import tensorlite as tl
    >>> x = tl.ones(2)
    >>> tl.autograd.graph.increment_version(x)
    >>> x._version
    1
    """
    for x in (tensor,) if isinstance(tensor, Tensor) else tensor:
        x.memory.version += 1


# ------------------------------------------------------------------ hooks of several tensors


class _Gathering:
    """What a hook of several tensors has got in one walk."""

    def __init__(self, fn, grads, missing):
        self.fn, self.grads, self.missing = fn, grads, missing

    def add(self, number, g):
        """Take the gradient of a tensor; the last one calls the hook."""
        self.grads[number] = g
        self.missing -= 1
        if not self.missing:
            self.finish()

    def finish(self):
        """Call the hook, once; at the end of the walk if a gradient never came."""
        fn, self.fn = self.fn, None
        if fn is not None:
            fn(self.grads)


def _gathering():
    """The walk of which a hook runs, ready to gather for hooks of several tensors."""
    walk = running.walk
    if walk.gathering is None:
        walk.gathering = {}
    return walk


class _Handles:
    """What registering a hook of several tensors returns: `remove()` takes it back."""

    def __init__(self, handles: Sequence[Handle]) -> None:
        self.handles = tuple(handles)

    def remove(self) -> None:
        """Take the hook back; harmless when repeated."""
        for handle in self.handles:
            handle.remove()

    def __enter__(self):
        return self

    def __exit__(self, *error: Any) -> None:
        self.remove()


def register_multi_grad_hook(tensors: Sequence[Tensor], fn: Callable[..., Any], *,
                             mode: str = "all") -> _Handles:  # fmt: skip
    """
    Call a function once a backward has the gradients of several tensors.

    Parameters
    ----------
    tensors : sequence of Tensor
    fn : function
        Takes the list of their gradients, None for those that the backward does not reach; what it
        returns is ignored.
    mode : {'all', 'any'}
        'any' calls it with the first gradient alone.

    Returns
    -------
    handle
        Its `remove()` takes the hook back.

    Examples
    --------
    >>> import tensorlite as tl
    >>> x, y = tl.ones(2, requires_grad=True), tl.ones(2, requires_grad=True)
    >>> handle = tl.autograd.graph.register_multi_grad_hook((x, y), print)
    >>> (x * 2 + y).sum().backward()
    [tensor([2., 2.]), tensor([1., 1.])]
    >>> handle.remove()
    """
    if mode not in ("all", "any"):
        raise ValueError(
            expected("register_multi_grad_hook", "mode 'all' or 'any'", repr(mode), "'all'")
        )
    tensors, key = tuple(tensors), object()
    places = [edge(x) for x in tensors]

    def begun(walk):
        """What is gathered in a walk that has called none of the hooks before."""
        within = walk.reached()
        found = _Gathering(fn, [None] * len(places), sum(place in within for place in places))
        walk.gathering[key] = found
        return found

    def gather(number, g):
        walk = _gathering()
        (walk.gathering.get(key) or begun(walk)).add(number, g)

    def tell(number, g):
        walk = _gathering()
        if key not in walk.gathering:
            walk.gathering[key] = _Gathering(None, (), 0)
            fn(g)

    one = gather if mode == "all" else tell
    return _Handles([x.register_hook(functools.partial(one, k)) for k, x in enumerate(tensors)])


gate_all(globals(), ("get_gradient_edge", "increment_version", "register_multi_grad_hook"))


_document(globals(), __all__)
