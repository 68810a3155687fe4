"""What a plan was made for, and how a later call finds out that it still holds."""

import types

from ..graph import is_internal, mode
from ..tensor import Tensor, structure

PLAIN = (bool, int, float, complex, str, bytes, type(None))
TABLES = ("_parameters", "_buffers")


def is_plain(value):
    """Whether a value is compared by content: numbers, strings, and tuples of them."""
    if isinstance(value, tuple | list):
        return all(map(is_plain, value))
    if isinstance(value, dict):
        return all(map(is_plain, value.values())) and all(map(is_plain, value))
    return isinstance(value, PLAIN)


def frozen(value):
    """A copy of a plain value that later changes do not reach."""
    if isinstance(value, list | tuple):
        return type(value)(map(frozen, value)) if type(value) in (list, tuple) else value
    return {k: frozen(v) for k, v in value.items()} if isinstance(value, dict) else value


def same(old, new):
    """Whether a guarded value is what it was."""
    if old is new:
        return True
    return type(old) is type(new) and is_plain(old) and old == new


def outside_values(function, seen=None):
    """The (dict or cell, name, value) that a function reads from its closure and its globals.

    Functions of the user's that it names are followed.
    """
    seen = set() if seen is None else seen
    function = getattr(function, "__func__", function)
    if not isinstance(function, types.FunctionType) or function in seen:
        return
    seen.add(function)
    if is_internal(function.__code__.co_filename):
        return
    found = [(cell, None, name) for name, cell in zip(
        function.__code__.co_freevars, function.__closure__ or (), strict=True)]  # fmt: skip
    names = set(_names(function.__code__))
    found += [(function.__globals__, n, n) for n in sorted(names) if n in function.__globals__]
    for holder, key, name in found:
        try:
            value = read(holder, key)
        except ValueError:  # an empty cell
            continue
        yield holder, key, name, value
        yield from outside_values(value, seen)


def read(holder, key):
    """The present value of a cell or of an entry of a dict."""
    return holder.cell_contents if key is None else holder[key]


def _names(code):
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _names(constant)


class Guards:
    """The circumstances of a trace beside its arguments.

    `changed()` is None while they hold, or tells what is different now. What can only change
    through our own classes is looked at when `structure.changes` says that something has.
    """

    def __init__(self, function, trace, stand_ins):
        self.grad, self.inference = mode.grad, mode.inference
        self.outside = []
        modules = dict(trace.modules)
        for holder, key, name, value in outside_values(function):
            if is_plain(value):
                self.outside.append((holder, key, name, frozen(value)))
            elif isinstance(value, Tensor):
                self.outside.append((holder, key, name, value))
        owner = getattr(function, "__self__", None)
        if owner is not None and hasattr(owner, "_parameters"):
            modules[id(owner)] = owner
        self.modules = [_Module(module) for module in modules.values()]
        self.tensors = [(name, t, t.address, t.spec, t.requires_grad)
                        for _, _, name, t in self.outside if isinstance(t, Tensor)]  # fmt: skip
        self.grads = [
            (leaf, grad) for leaf, grad in trace.grads.items()
            if leaf not in stand_ins and (grad is None or isinstance(grad, Tensor))
        ]  # fmt: skip
        self.changes = structure.changes

    def changed(self):
        """None, or what is different from when the plan was made."""
        for holder, key, name, old in self.outside:
            try:
                new = holder.cell_contents if key is None else holder[key]
            except (ValueError, KeyError):
                return f"{name}: was {_shown(old)}, is gone"
            if new is not old and not same(old, new):
                return f"{name}: was {_shown(old)}, is {_shown(new)}"
        if mode.grad is not self.grad or mode.inference is not self.inference:
            return f"grad mode: was {self.grad}, is {mode.grad}"
        for leaf, grad in self.grads:
            if leaf.grad is not grad:
                return f".grad of {leaf.spec}: was {_shown(grad)}, is {_shown(leaf.grad)}"
        if structure.changes != self.changes:
            return self._structure_changed()
        return None

    def _structure_changed(self):
        now = structure.changes
        for name, tensor, address, spec, needed in self.tensors:
            if tensor.address != address or tensor.spec is not spec:
                return f"{name}: its memory was replaced"
            if tensor.requires_grad is not needed:
                return f"{name}.requires_grad: was {needed}, is {tensor.requires_grad}"
        for module in self.modules:
            different = module.changed()
            if different:
                return different
        self.changes = now
        return None


class _Module:
    """The state of a Module that a trace depends on."""

    def __init__(self, module):
        self.module = module
        self.plain = self._plain()
        self.tensors = self._tensors()
        self.children = {k: id(v) for k, v in module._modules.items()}

    def _plain(self):
        found = self.module.__dict__.items()
        return {k: frozen(v) for k, v in found if is_plain(v)}

    def _tensors(self):
        found = {}
        for table in TABLES:
            for name, x in getattr(self.module, table).items():
                found[name] = None if x is None else (id(x), x.address, x.spec, x.requires_grad)
        for name, x in self.module.__dict__.items():
            if isinstance(x, Tensor):
                found[name] = id(x), x.address, x.spec, x.requires_grad
        return found

    def changed(self):
        """None, or what is different."""
        kind = type(self.module).__name__
        now = self._plain()
        for name in now.keys() | self.plain.keys():
            old, new = self.plain.get(name), now.get(name)
            if not same(old, new):
                return f"{kind}.{name}: was {_shown(old)}, is {_shown(new)}"
        tensors = self._tensors()
        for name in tensors.keys() | self.tensors.keys():
            if tensors.get(name) != self.tensors.get(name):
                return f"{kind}.{name}: another tensor, or other memory, dtype or requires_grad"
        if {k: id(v) for k, v in self.module._modules.items()} != self.children:
            return f"{kind}: other child modules"
        return None


def _shown(value):
    return repr(value.spec) if isinstance(value, Tensor) else repr(value)
