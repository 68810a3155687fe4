"""The graph that recorded ops form: nodes, edges, and the switch that turns recording off."""

import contextlib
import functools
import itertools
import linecache
import threading
import warnings
import weakref
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Self

from .kernels import interpreters
from .kernels.internals import cpython
from .kernels.places import place
from .op import NOTHING, supplied, supplies
from .tensor import Extra, Leaf, Tensor, extra, make, spec_of, structure, with_hidden

_PACKAGE = str(Path(__file__).parent) + "/"
_EXAMPLES = _PACKAGE + "examples/"
_KERNELS = str(Path(__file__).parent.parent / "kernels") + "/"
orders = itertools.count()
_UNSAVED: dict = {}  # of nodes that save nothing: replaced, never changed
_new = object.__new__


class _Internal(dict):
    """Whether a file belongs to the package, so that its lines are not the user's."""

    def __missing__(self, filename):
        inside = filename.startswith((_PACKAGE, _KERNELS)) and not filename.startswith(_EXAMPLES)
        self[filename] = inside
        return inside


_internal = _Internal()
is_internal = _internal.__getitem__


class _Passed(dict):
    """Whether the lines of a file say nothing to the user: the package's, and what wraps calls."""

    def __missing__(self, filename):
        passed = _internal[filename] or filename in (contextlib.__file__, functools.__file__)
        self[filename] = passed
        return passed


_passed = _Passed()
is_passed = _passed.__getitem__


def user_frame(frame):
    """The code of the user's that led to a frame, and the instruction it is at."""
    while _passed[frame.f_code.co_filename] and frame.f_back is not None:
        frame = frame.f_back
    return frame.f_code, frame.f_lasti


def warn(message, category=UserWarning):
    """Warn at the user's line, however deep in the package this is."""
    if interpreters.busy and (recorder := interpreters.current()) is not None:
        recorder.warned()
    frame, level = cpython.frame(1), 2
    while _passed[frame.f_code.co_filename] and frame.f_back is not None:
        frame, level = frame.f_back, level + 1
    warnings.warn(message, category, stacklevel=level)


@supplies
def no_grad_kept():
    """Tell that the `.grad` of a result is read, which nothing sets."""
    warn(
        "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad "
        "attribute won't be populated during autograd.backward(). If you indeed want the .grad "
        "field to be populated for a non-leaf Tensor, use .retain_grad() on the non-leaf Tensor. "
        "If you access the non-leaf Tensor by mistake, make sure you access the leaf Tensor instead"
    )


def place_of(code, lasti):
    """The line of an instruction: `file:line: text`, or `Cell In[3], line 2: text`."""
    line = next((row for start, stop, row in code.co_lines() if start <= lasti < stop), None)
    line = line or code.co_firstlineno
    text = linecache.getline(code.co_filename, line).strip()
    return f"{place(code.co_filename, line)}: {text}".rstrip(": ")


class _Mode(threading.local):
    """Per thread: whether ops are recorded, whether results may ever be; see `casting.Casts`."""

    grad = True
    inference = False
    casts: Any = None
    packs: Any = None  # hooks for saved tensors: pack, unpack, and those around them
    unpackable: str | None = None  # why there may be none

    def off(self):
        return _Off()


class _Ever:
    """Whether something rare was ever done in this process: who pays for it asks this first."""

    used = False


class _Off:
    __slots__ = ("before",)

    def __enter__(self):
        self.before, mode.grad = mode.grad, False

    def __exit__(self, *error):
        mode.grad = self.before


mode = _Mode()
packing = _Ever()  # `saved_tensors_hooks` were entered
casting = _Ever()  # `autocast` was
detaching = _Ever()  # a result was taken out of its graph


def edge(tensor):
    """Where the gradient of a tensor goes: None, a Leaf, or (node, output number)."""
    node = tensor._node
    if node is None:
        return None
    more = tensor._extra
    if more is not None and more.base is not None:
        now = more.base._node
        if now is not more.attached and now is not None:  # a base may leave its graph, for itself
            refresh(tensor)
            node = tensor._node
    return node if type(node) is Leaf else (node, tensor._index)


def link(op, operands, out, static=None, versions=None, depth=3):
    """The Node of an op and its result, or a tuple of them: in one frame, for it is half the time.

    `versions` are those of the operands, where `out` has been written into one of them. The frame
    `depth` is the first that may be the user's: each that need not be looked at is 0.1 us.
    """
    node = _new(Node)
    node.op, node.static = op, static
    x: Any = operands[0] if operands else None
    needed: int
    if len(operands) == 1:  # one and two, unrolled, take half of the time
        a = x._node
        if a is not None and type(a) is not Leaf:
            a = (a, x._index) if x._extra is None else edge(x)
        node.edges, node.specs, needed = (a,), (x.spec,), a is not None
    elif len(operands) == 2:
        y = operands[1]
        a, b = x._node, y._node
        if a is not None and type(a) is not Leaf:
            a = (a, x._index) if x._extra is None else edge(x)
        if b is not None and type(b) is not Leaf:
            b = (b, y._index) if y._extra is None else edge(y)
        node.edges, node.specs = (a, b), (x.spec, y.spec)
        needed = (a is not None) + 2 * (b is not None)
    else:
        edges, specs, needed = [], [], 0
        for k, x in enumerate(operands):
            a = x._node
            if a is not None:
                needed |= 1 << k
                if type(a) is not Leaf:
                    a = (a, x._index) if x._extra is None else edge(x)
            edges.append(a)
            specs.append(x.spec)
        node.edges, node.specs = tuple(edges), tuple(specs)
    node.order = next(orders)  # after the edges, which may record nodes for stale views
    node.outputs = (out.spec,) if type(out) is not tuple else tuple([each.spec for each in out])
    node.saved, node.versions, node.out = _UNSAVED, (), None
    saving = op.saves.get(needed) or op.saving(needed)
    if saving is not NOTHING:
        indices, keeps_out = saving
        node.saved, node.versions = saved, marks = {}, []
        for i in indices:
            saved[i] = x = operands[i]
            marks.append((x.memory, x.memory.version if versions is None else versions[i]))
        if keeps_out:
            # not the result itself: node and result would keep each other alive
            node.out = out.memory, out.spec, out.address
            marks.append((out.memory, out.memory.version))
        if packing.used and mode.packs is not None:
            supplied["pack_saved"](node)
    frame = cpython.frame(depth)
    code = frame.f_code
    while _internal[code.co_filename] and frame.f_back is not None:
        frame = frame.f_back
        code = frame.f_code
    node.code, node.lasti = code, frame.f_lasti
    return node


def viewed(op, x, spec, offset, static=None, depth=4):
    """The result of an op that gives a view of x: its Spec, and where it begins, in bytes from x.

    `static` says the same in the words of the op; without an op the view is outside of any graph.
    `depth` is as in `link`: public functions are called by their gates.
    """
    out, own = _new(Tensor), x._extra
    out.memory, out.spec, out.address = x.memory, spec, x.address + offset
    out._node, out._index = None, 0
    out._extra = more = Extra()
    more.base = base = x if own is None or own.base is None else own.base
    if base._node is None and spec.dtype.differentiable:
        # the base can find its views, should a write give it a history
        views = None if base._extra is None else base._extra.views
        if views is None or len(views) >= base._extra.limit:
            views = _room(base)
        views.append(weakref.ref(out))
    if x._node is not None and mode.grad and op is not None:
        out._node = link(op, (x,), out, static, None, depth)
        more.attached = base._node
    return out


def _room(base):
    """The list of a base's views, without those that are gone."""
    more = extra(base)
    more.views = [ref for ref in more.views or () if ref() is not None]
    more.limit = 2 * len(more.views) + 32
    return more.views


def view_of(tensor, shape, strides, offset=0):
    """Another view of a tensor's storage; `offset` in elements from its first."""
    own = tensor.spec
    spec = spec_of(tuple(shape), own.dtype, own.device, tuple(strides))
    if own.hidden:  # as in `Spec.seen`, whose frame it spares
        spec = with_hidden(spec, own.hidden)
    return viewed(None, tensor, spec, offset * spec.dtype.itemsize)


def refresh(view):
    """Give a view the history of its base, which was written after the view was made."""
    op = getattr(view._node, "op", None)  # a Leaf has none
    getattr(op, "refresh", supplied["reattach"])(view)


class Handle:
    """What registering a hook returns: `remove()` takes the hook back."""

    _keys = itertools.count()

    def __init__(self, hooks: dict[int, Any], hook: Any) -> None:
        structure.changes += 1
        self.hooks, self.key = hooks, next(Handle._keys)
        hooks[self.key] = hook

    def remove(self) -> None:
        """Take the hook back; harmless when repeated."""
        structure.changes += 1
        self.hooks.pop(self.key, None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.remove()


class Node:
    """One recorded op; `link` makes it.

    Attributes
    ----------
    op : Op
    edges : tuple
        Where the gradient of each input goes, see `edge`.
    specs : tuple of Spec
        Of the inputs.
    outputs : tuple of Spec
    order : int
        Grows with every node: gradients flow from larger to smaller.
    saved : dict of int to Tensor
        The inputs that backward needs; None once they are released.
    """

    __slots__ = ("__dict__", "__weakref__", "code", "edges", "lasti", "op", "order", "out",
                 "outputs", "saved", "specs", "static", "versions")  # fmt: skip
    hooks = prehooks = None  # few have any
    edges: Sequence
    specs: tuple
    saved: dict | None
    out: Any
    versions: Any

    def __getattr__(self, name):
        """What the context of a user's Function holds, which is PyTorch's node itself."""
        if name[:2] == "__" or name in self.__slots__ or self.op.ctx is None:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return getattr(self.op.ctx, name)

    def name(self) -> str:
        """What PyTorch calls such a node: `MulBackward0`, or `CubeBackward` for a Function."""
        if self._is_custom():
            return f"{self.op.name}Backward"
        return "".join(map(_capital, self.title().split("_"))) + "Backward0"

    def _is_custom(self):
        """Whether it is one of a user's Function."""
        return self.op.ctx is not None

    def title(self) -> str:
        """The name of the op as users know it: a Function's, or without what makes it private."""
        return self.op.name if self._is_custom() else self.op.name.strip("_")

    @property
    def next_functions(self) -> tuple[tuple[Any, int], ...]:
        """The nodes of the inputs with the numbers of their outputs, as PyTorch lists them."""
        return tuple(
            (None, 0) if e is None else (e, 0) if type(e) is Leaf else e for e in self.edges
        )

    @property
    def metadata(self) -> dict[Any, Any]:
        """A dict for what a program wants to remember of this node."""
        return self.__dict__.setdefault("metadata", {})

    def __repr__(self) -> str:
        return f"<{self.name()} of {self.describe()}>"

    def place(self) -> str:
        """The line of the forward call: `file:line: text`."""
        return place_of(self.code, self.lasti)

    def describe(self) -> str:
        """The op with the shapes of its inputs, and the line of its forward call."""
        return f"{self.title()}({', '.join(map(repr, self.specs))}), called at {self.place()}"

    def release(self) -> None:
        """Let go of saved tensors; a second backward is refused if there were any."""
        if self.saved or self.out is not None:
            self.saved, self.out = None, None
        if hasattr(self.op, "release"):
            self.op.release()

    def unpack(self) -> tuple[dict[Any, Any], Tensor | None]:
        """Check that what was saved is unchanged, and bring the saved result back to its node."""
        if self.saved is None:
            raise RuntimeError(
                f"{self.describe()}: Trying to backward through the graph a second time; expected "
                "saved tensors; got none, as the first freed them; try backward(retain_graph=True)"
            )
        for storage, version in self.versions:
            if storage.version != version:
                raise RuntimeError(
                    f"{self.describe()}: one of the variables needed for gradient computation has "
                    f"been modified by an inplace operation; expected version {version}; got "
                    f"version {storage.version}; try clone() before the change"
                )
        if detaching.used:
            for i, x in self.saved.items():
                inner = type(self.edges[i]) is tuple and isinstance(x, Tensor)
                if inner and (x._node is None or type(x._node) is Leaf):
                    raise RuntimeError(
                        f"{self.describe()}: Trying to use a saved tensor that has been detached "
                        f"in-place, i.e. with .detach_(); expected {x.spec} in its graph; got it "
                        "outside; try detach()"
                    )
        if self.out is None:
            return self.saved, None
        out = make(*self.out)
        out._node = self
        return self.saved, out

    def register_hook(self, hook: Callable[[tuple[Any, ...], tuple[Any, ...]], Any]) -> Handle:
        """Call `hook(grad_inputs, grad_outputs)` after this node; it may return new grad_inputs."""
        if self.hooks is None:
            self.hooks = {}
        return Handle(self.hooks, hook)

    def register_prehook(self, hook: Callable[[tuple[Any, ...]], Any]) -> Handle:
        """Call `hook(grad_outputs)` before this node; it may return new grad_outputs."""
        if self.prehooks is None:
            self.prehooks = {}
        return Handle(self.prehooks, hook)


def _capital(word):
    return word[:1].upper() + word[1:]
