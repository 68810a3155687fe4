"""The graph that recorded ops form: nodes, edges, and the switch that turns recording off."""

import itertools
import linecache
import sys
import threading
import warnings
from pathlib import Path

from .op import NOTHING, supplied
from .tensor import Leaf, make, structure

_PACKAGE = str(Path(__file__).parent) + "/"
_EXAMPLES = _PACKAGE + "examples/"
_KERNELS = str(Path(__file__).parent.parent / "kernels") + "/"
orders = itertools.count()
_new = object.__new__


class _Internal(dict):
    """Whether a file belongs to the package, so that its lines are not the user's."""

    def __missing__(self, filename):
        inside = filename.startswith((_PACKAGE, _KERNELS)) and not filename.startswith(_EXAMPLES)
        self[filename] = inside
        return inside


_internal = _Internal()
is_internal = _internal.__getitem__


def user_frame(frame):
    """The code of the user's that led to a frame, and the instruction it is at."""
    while _internal[frame.f_code.co_filename] and frame.f_back is not None:
        frame = frame.f_back
    return frame.f_code, frame.f_lasti


def warn(message, category=UserWarning):
    """Warn at the user's line, however deep in the package this is."""
    frame, level = sys._getframe(1), 2
    while _internal[frame.f_code.co_filename] and frame.f_back is not None:
        frame, level = frame.f_back, level + 1
    warnings.warn(message, category, stacklevel=level)


def place_of(code, lasti):
    """The line of an instruction: `file:line: text`."""
    line = next((row for start, stop, row in code.co_lines() if start <= lasti < stop), None)
    line = line or code.co_firstlineno
    text = linecache.getline(code.co_filename, line).strip()
    return f"{code.co_filename}:{line}: {text}".rstrip(": ")


class _Mode(threading.local):
    """Per thread: whether ops are recorded, and whether results may ever be."""

    grad = True
    inference = False

    def off(self):
        return _Off()


class _Off:
    __slots__ = ("before",)

    def __enter__(self):
        self.before, mode.grad = mode.grad, False

    def __exit__(self, *error):
        mode.grad = self.before


mode = _Mode()


def edge(tensor):
    """Where the gradient of a tensor goes: None, a Leaf, or (node, output number)."""
    node = tensor._node
    if node is None:
        return None
    more = tensor._extra
    if more is not None and more.base is not None and more.base._node is not more.attached:
        refresh(tensor)
        node = tensor._node
    return node if type(node) is Leaf else (node, tensor._index)


def link(op, operands, out):
    """The node of an elementwise op whose operands are one or two, unrolled for speed."""
    node = _new(Node)
    node.op = op
    x = operands[0]
    found = x._node
    first = found if found is None or type(found) is Leaf else edge(x)
    needed = 0 if first is None else 1
    if len(operands) == 1:
        node.edges, node.specs = (first,), (x.spec,)
    else:
        y = operands[1]
        found = y._node
        second = found if found is None or type(found) is Leaf else edge(y)
        if second is not None:
            needed |= 2
        node.edges, node.specs = (first, second), (x.spec, y.spec)
    node.order = next(orders)  # after the edges, which may record nodes for stale views
    node.outputs = (out.spec,)
    saving = op.saves.get(needed) or op.saving(needed)
    if saving is not NOTHING:
        node.keep(saving, operands, out)
    frame = sys._getframe(3)
    while _internal[frame.f_code.co_filename] and frame.f_back is not None:
        frame = frame.f_back
    node.code, node.lasti = frame.f_code, frame.f_lasti
    return node


def refresh(view):
    """Give a view the history of its base, which was written after the view was made."""
    op = getattr(view._node, "op", None)  # a Leaf has none
    getattr(op, "refresh", supplied["reattach"])(view)


class Node:
    """One recorded op.

    Attributes
    ----------
    op : Op
    edges : list
        Where the gradient of each input goes, see `edge`.
    specs : tuple of Spec
        Of the inputs.
    outputs : tuple of Spec
    order : int
        Grows with every node: gradients flow from larger to smaller.
    saved : dict of int to Tensor
        The inputs that backward needs; None once they are released.
    """

    hooks = prehooks = static = out = None
    saved: dict | None = {}  # noqa: RUF012  replaced, never changed
    versions = ()

    def __init__(self, op, tensors, out, static, depth=2, versions=None):
        self.op = op
        if static:
            self.static = static
        self.edges = edges = [edge(x) for x in tensors]
        self.order = next(orders)  # after the edges, which may record nodes for stale views
        self.specs = tuple([x.spec for x in tensors])
        self.outputs = tuple([o.spec for o in out]) if type(out) is tuple else (out.spec,)
        needed = 0
        for i, e in enumerate(edges):
            if e is not None:
                needed |= 1 << i
        saving = op.saves.get(needed) or op.saving(needed)
        if saving is not NOTHING:
            self.keep(saving, tensors, out, versions)
        self.code, self.lasti = user_frame(sys._getframe(depth))

    def keep(self, saving, tensors, out, versions=None):
        """Save inputs and the result, with the versions at which they are right."""
        indices, keeps_out = saving
        self.saved, self.versions = saved, marks = {}, []
        for i in indices:
            saved[i] = x = tensors[i]
            marks.append((x.storage, x.storage.version if versions is None else versions[i]))
        if keeps_out:
            # not the result itself: node and result would keep each other alive
            self.out = make(out.storage, out.spec, out.address)
            marks.append((out.storage, out.storage.version))

    def name(self):
        """What PyTorch calls such a node: `MulBackward0`, or `CubeBackward` for a Function."""
        custom = getattr(self.op, "gradients", None) is not None
        words = self.op.name.strip("_").split("_")
        return f"{self.op.name}Backward" if custom else "".join(map(_capital, words)) + "Backward0"

    @property
    def next_functions(self):
        """The nodes of the inputs with the numbers of their outputs, as PyTorch lists them."""
        return tuple(
            (None, 0) if e is None else (e, 0) if type(e) is Leaf else e for e in self.edges
        )

    def __repr__(self):
        return f"<{self.name()} of {self.describe()}>"

    def place(self):
        """The line of the forward call: `file:line: text`."""
        return place_of(self.code, self.lasti)

    def describe(self):
        """The op with the shapes of its inputs, and the line of its forward call."""
        return f"{self.op.name}({', '.join(map(repr, self.specs))}), called at {self.place()}"

    def release(self):
        """Let go of saved tensors; a second backward is refused if there were any."""
        if self.saved or self.out is not None:
            self.saved, self.out = None, None
        if hasattr(self.op, "release"):
            self.op.release()

    def unpack(self):
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
        if self.out is not None and self.out._node is None:
            out = make(self.out.storage, self.out.spec, self.out.address)
            out._node = self
            return self.saved, out
        return self.saved, self.out

    def register_hook(self, hook):
        """Call `hook(grad_inputs, grad_outputs)` after this node; it may return new grad_inputs."""
        if self.hooks is None:
            self.hooks = {}
        return Handle(self.hooks, hook)

    def register_prehook(self, hook):
        """Call `hook(grad_outputs)` before this node; it may return new grad_outputs."""
        if self.prehooks is None:
            self.prehooks = {}
        return Handle(self.prehooks, hook)


class Handle:
    """What registering a hook returns: `remove()` takes the hook back."""

    _keys = itertools.count()

    def __init__(self, hooks, hook):
        structure.changes += 1
        self.hooks, self.key = hooks, next(Handle._keys)
        hooks[self.key] = hook

    def remove(self):
        """Take the hook back; harmless when repeated."""
        structure.changes += 1
        self.hooks.pop(self.key, None)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.remove()


def _capital(word):
    return word[:1].upper() + word[1:]
