"""Where gradients arrive: in the `.grad` of leaves and other tensors; what hooks make of them."""

import threading
from types import SimpleNamespace

from ..errors import expected
from ..graph import mode
from ..kernels import interpreters
from ..kernels.internals.cpython import alone, references
from ..op import table
from ..ops.copying import laid_like
from ..storage import DataStorage
from ..tensor import Leaf, Tensor, extra, make

_lock = threading.RLock()  # several threads may walk graphs that share leaves


def checked(result, g):
    """What a hook gave in the place of `g`, if it is a gradient of the same shape."""
    if not isinstance(result, Tensor):
        raise TypeError(expected("hook", "a Tensor or None", type(result).__name__, "return None"))
    if g is None:
        raise RuntimeError(
            expected("hook", "None, for it can't replace a None gradient", repr(result.spec),
                     "return None")
        )  # fmt: skip
    if result.spec.dtype is not g.spec.dtype or result.spec.device is not g.spec.device:
        own, other = [f"{x.spec} on {x.spec.device}" for x in (g, result)]
        raise RuntimeError(
            expected("hook", f"a gradient like {own}: a hook has changed the type of value", other,
                     "to()")
        )  # fmt: skip
    if result.spec.shape != g.spec.shape:
        raise RuntimeError(
            expected("hook", f"a gradient of shape {list(g.spec.shape)}: a hook has changed the "
                     "size of value", str(list(result.spec.shape)), "reshape()")
        )  # fmt: skip
    return result


def checked_all(results, grads):
    """What a node's hook gave in the place of `grads`."""
    if not isinstance(results, tuple):
        got = type(results).__name__
        raise TypeError(expected("hook", "a tuple of gradients or None", got, "(gradient,)"))
    if len(results) != len(grads):
        raise RuntimeError(
            expected("hook", f"{len(grads)} gradients, as many as it got", str(len(results)),
                     "None in the place of a missing one")
        )  # fmt: skip
    return [r if r is None else checked(r, g) for r, g in zip(results, grads, strict=True)]


def accumulate(place, g, create):
    """Add a gradient to `.grad`, in place where nobody else can see the memory."""
    if type(place) is Leaf and place.frozen:
        return
    recorder = interpreters.current() if interpreters.busy else None
    if recorder is not None and type(place) is Leaf:
        recorder.reads_grad(place)
    with _lock:
        old = place.grad if type(place) is Leaf else extra(place).grad
        if old is None:
            place.grad = g if create else _owned(g, place.spec if type(place) is Leaf else g.spec)
        elif create or old._node is not None:
            place.grad = old + g
        else:
            _add_to(old, g)
    if type(place) is Leaf and place.post_hooks:
        hooks = sorted(place.post_hooks.values(), key=lambda each: each[1] is None)
        for hook, owner in hooks:
            given = ((), (g,)) if owner is None else (owner(),)
            if given[0] is not None and hook(*given) is not None:
                raise RuntimeError(
                    expected("backward", "post accumulate grad hooks that return None",
                             "one that returned a value", "a function without return")
                )  # fmt: skip


def _add_to(old, g):
    """old.add_(g) without a history; at once where the launch is prepared, so checked before."""
    op = table["_add"]
    launch = op.writes.get((old.spec, g.spec, old.spec, 0))
    shared = old.memory.buffer is g.memory.buffer or not old.memory.writeable
    if launch is None or shared or interpreters.busy:
        old.add_(g)
    else:
        launch(old, g)
        old.memory.version += 1


def references_to_storage(tensor):
    """How many references to its storage CPython counts here: one more for each other holder."""
    return references(tensor.memory)


_ALONE = alone(references_to_storage, SimpleNamespace(memory=object()), "memory")


def _owned(g, spec):
    """A gradient outside of the graph, in memory that nobody else holds, laid as its leaf is."""
    fits = g.spec.contiguous and spec.contiguous
    alone = references_to_storage(g) == _ALONE and type(g.memory) is not DataStorage
    if fits and alone:
        return make(g.memory, g.spec, g.address)
    with mode.off():
        g = g.detach()
        laid = g if fits else laid_like(g, spec)
        return laid.clone() if laid.memory.buffer is g.memory.buffer else laid
