"""Checkpoints: a part of a network whose intermediate results backward computes again."""

import contextlib
import weakref
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Any, TypeVar

from ..absent import asked as _asked
from ..autograd.modes import enable_grad
from ..casting import repeatable
from ..docstrings import document as _document
from ..errors import expected
from ..gate import gate_all
from ..graph import Node, mode
from ..kernels import interpreters
from ..op import registry
from ..plan.tree import flatten
from ..tensor import Leaf, Tensor

T = TypeVar("T")
Contexts = tuple[AbstractContextManager[Any], AbstractContextManager[Any]]


__all__ = ["checkpoint", "checkpoint_sequential"]
__getattr__ = _asked(__name__)


class _Again:
    """A function that is run again when a node that it recorded wants what it saved."""

    def __init__(self, function, args, kwargs, state, contexts):
        self.function, self.args, self.kwargs = function, args, kwargs
        self.state, self.contexts, self.casts = state, contexts, mode.casts
        self.nodes: list = []
        tensors = [x for x in flatten((args, kwargs))[0] if isinstance(x, Tensor)]
        self.versions = [(x.memory, x.memory.version) for x in tensors]

    def forget(self, outputs, start):
        """Let nodes that were recorded since `start` keep nothing until it is wanted."""
        self.nodes = recorded(outputs, start)
        for node in self.nodes:
            kept = node.saved or node.out is not None or node.op.ctx is not None
            if kept and type(node) is not _Forgetful:  # of a checkpoint within this one
                node.__class__, node.again = _Forgetful, self
                node.saved, node.out, node.versions = {}, None, ()
                if node.op.ctx is not None:
                    node.op.ctx._saved = ()

    def remember(self):
        """Run the function again, and give the nodes what their like have saved."""
        if any(storage.version != version for storage, version in self.versions):
            raise RuntimeError(
                "checkpoint: one of the arguments has been modified by an inplace operation; "
                "expected the tensors of the forward call; got others; try clone() before"
            )
        start = _now()
        with (enable_grad(), repeatable(self.casts), _replayed(self.state), _without_hooks(),
              self.contexts):  # fmt: skip
            outputs = self.function(*self.args, **self.kwargs)
        found = recorded(outputs, start)
        alike = len(found) == len(self.nodes) and all(
            a.outputs == b.outputs and a.specs == b.specs
            for a, b in zip(found, self.nodes, strict=True)
        )
        if not alike:
            raise RuntimeError(
                "checkpoint: Recomputed values have different metadata than during the forward "
                f"pass; expected the same {len(self.nodes)} ops; got {len(found)} or others; try a "
                "function that does the same in each call"
            )
        node: Any
        for node, new in zip(self.nodes, found, strict=True):
            if type(node) is _Forgetful and node.again is self and node.saved is not None:
                node.saved, node.out, node.versions = new.saved, new.out, new.versions
                node.__class__ = type(new)  # type: ignore[assignment]
                if node.op.ctx is not None:
                    node.op = new.op
                    node.op.ctx._node = weakref.ref(node)


class _Forgetful(Node):
    """A node that has what it saved computed when it is wanted."""

    __slots__ = ()

    def unpack(self):
        """What was saved, from another run of the function."""
        if self.saved is None:
            return super().unpack()  # which refuses
        self.again.remember()
        return self.unpack()  # of the class that it has by now


def _now():
    """The order that no node has reached yet."""
    probe = registry["zeros"](()).requires_grad_()
    with enable_grad():
        return (probe * 1.0)._node.order


def recorded(outputs: Any, start: int) -> list[Node]:
    """The nodes behind outputs that were recorded since `start`, in their order."""
    seen, stack = set(), [x._node for x in flatten(outputs)[0] if isinstance(x, Tensor)]
    while stack:
        node = stack.pop()
        if node is None or type(node) is Leaf or node.order < start or node in seen:
            continue
        seen.add(node)
        stack += [place[0] if type(place) is tuple else place for place in node.edges]
    return sorted(seen, key=lambda node: node.order)


@contextlib.contextmanager
def _replayed(state):
    """A context in which the default generator goes on from a state."""
    if state is None:
        yield
        return
    before = registry["get_rng_state"]()
    registry["set_rng_state"](state)
    try:
        yield
    finally:
        registry["set_rng_state"](before)


@contextlib.contextmanager
def _without_hooks():
    """A context without hooks for saved tensors: what is saved is not kept, or wanted at once."""
    before, mode.packs = mode.packs, None
    try:
        yield
    finally:
        mode.packs = before


def checkpoint(
    function: Callable[..., T],
    *args: Any,
    use_reentrant: bool | None = None,
    context_fn: Callable[[], Contexts] | None = None,
    determinism_check: str = "default",
    debug: bool = False,
    early_stop: bool = True,
    preserve_rng_state: bool = True,
    **kwargs: Any,
) -> T:  # fmt: skip
    """
    Call a function without keeping its intermediate results: backward computes them again.

    Parameters
    ----------
    function : function
        Does the same in each call; may return tensors, or dicts, lists and tuples of them.
    use_reentrant : bool, optional
        Accepted; it always works as PyTorch's does with False: with gradients of any order, keyword
        arguments, captured parameters and `autograd.grad`.
    context_fn : function, optional
        Returns two contexts: for this call, and for the one in backward.
    preserve_rng_state : bool
        Draw the same random numbers again.

    Returns
    -------
    any
        What the function returns.

    Raises
    ------
    RuntimeError
        By the backward: where the function did other ops, or an argument was changed in place.

    Examples
    --------
    >>> import tensorlite as tl
    >>> from tensorlite.utils.checkpoint import checkpoint
    >>> x = tl.ones(2, requires_grad=True)
    >>> checkpoint(lambda x: x.sin().exp(), x, use_reentrant=False).sum().backward()
    >>> x.grad
    tensor([1.2534, 1.2534])
    """
    if determinism_check not in ("default", "none"):
        raise ValueError(
            expected("checkpoint", "determinism_check 'default' or 'none'",
                     repr(determinism_check), "'default'")
        )  # fmt: skip
    here, there = context_fn() if context_fn is not None else (contextlib.nullcontext(),) * 2
    state = registry["get_rng_state"]() if preserve_rng_state else None
    if not mode.grad or interpreters.busy:  # a plan looks after memory itself
        with here:
            return function(*args, **kwargs)
    again, start = _Again(function, args, kwargs, state, there), _now()
    with repeatable(mode.casts), _without_hooks(), here:
        outputs = function(*args, **kwargs)
    again.forget(outputs, start)
    return outputs


@contextlib.contextmanager
def set_checkpoint_early_stop(enable: bool) -> Iterator[None]:
    """A context, accepted without effect: backward runs the whole function of a checkpoint."""
    yield


def checkpoint_sequential(
    functions: Iterable[Callable[..., Any]],
    segments: int,
    input: Any,
    use_reentrant: bool | None = None,
    preserve_rng_state: bool = True,
) -> Any:  # fmt: skip
    """
    Call modules one after the other, in segments of which all but the last are checkpoints.

    Parameters
    ----------
    functions : Sequential, or list of functions
    segments : int
        In how many parts of about equal size they are called.
    input : Tensor
        What the first one is called with.
    use_reentrant, preserve_rng_state
        As of `checkpoint`.

    Returns
    -------
    any
        What the last one gives.

    Examples
    --------
    >>> import tensorlite as tl
    >>> from tensorlite.utils.checkpoint import checkpoint_sequential
    >>> layers = tl.nn.Sequential(tl.nn.Tanh(), tl.nn.Sigmoid(), tl.nn.Tanh())
    >>> x = tl.ones(2, requires_grad=True)
    >>> checkpoint_sequential(layers, 2, x, use_reentrant=False).sum().backward()
    >>> x.grad
    tensor([0.0591, 0.0591])
    """
    functions = list(functions.children() if hasattr(functions, "children") else functions)
    if not 0 < segments <= max(1, len(functions)):
        raise ValueError(
            expected("checkpoint_sequential", f"1 to {len(functions)} segments", str(segments), "1")
        )
    size = len(functions) // segments

    def run(start, stop):
        def segment(x):
            for each in functions[start:stop]:
                x = each(x)
            return x

        return segment

    last = size * (segments - 1)
    for start in range(0, last, size):
        input = checkpoint(run(start, start + size), input, preserve_rng_state=preserve_rng_state)
    return run(last, len(functions))(input)


gate_all(globals(), ("checkpoint_sequential",))
_document(globals(), ("checkpoint",))  # what it raises is of the function that it calls
