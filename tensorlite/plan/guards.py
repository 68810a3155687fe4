"""What a plan was made for, and how a later call finds out that it still holds."""

import dis
import functools
import sys
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
    names = global_names(function.__code__)
    found += [(function.__globals__, n, n) for n in names if n in function.__globals__]
    for holder, key, name in found:
        try:
            value = read(holder, key)
        except ValueError:  # an empty cell
            continue
        yield holder, key, name, value
        yield from outside_values(value, seen)
        yield from attributes(value, function)


def read(holder, key):
    """The present value of a cell or of an entry of a dict."""
    return holder.cell_contents if key is None else holder[key]


def attributes(value, function, seen=None):
    """The same for the attributes of an object of the user's that a function names.

    Its methods, where they are named, are followed.
    """
    seen = set() if seen is None else seen
    known = isinstance(value, Tensor | type | types.FunctionType | types.ModuleType)
    held = getattr(value, "__dict__", None)
    if known or not isinstance(held, dict) or is_internal(_file_of(type(value))):
        return
    code = getattr(getattr(function, "__func__", function), "__code__", None)
    if code is not None and not hasattr(value, "_parameters"):
        for name in attribute_names(code) & held.keys():
            yield held, name, f"{type(value).__name__}.{name}", held[name]
        for name in attribute_names(code):
            method = getattr(type(value), name, None)
            if isinstance(method, types.FunctionType) and method not in seen:
                seen.add(method)
                yield from attributes(value, method, seen)
                yield from outside_values(method, seen)


def _file_of(kind):
    return getattr(sys.modules.get(kind.__module__), "__file__", None) or ""


@functools.lru_cache(maxsize=1024)
def global_names(code):
    """The globals that a function and those defined in it read, in order."""
    return sorted({i.argval for c in _codes(code) for i in dis.get_instructions(c)
                   if i.opname in ("LOAD_GLOBAL", "LOAD_NAME")})  # fmt: skip


@functools.lru_cache(maxsize=1024)
def attribute_names(code):
    """The names of attributes in a function and those defined in it."""
    return frozenset(name for c in _codes(code) for name in c.co_names)


def _codes(code):
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _codes(constant)


def watched(function, objects=()):
    """What a function reads beside its arguments, as it is now: (dict or cell, key, name, value).

    Numbers and strings count by content, all other things by identity.
    """
    found = list(outside_values(function))
    for value in (*objects, getattr(function, "__self__", None)):
        found += attributes(value, function)
    return [(h, k, n, frozen(v) if is_plain(v) else v) for h, k, n, v in found]


class Guards:
    """The circumstances of a trace beside its arguments.

    `changed()` is None while they hold, or tells what is different now. What can only change
    through our own classes is looked at when `structure.changes` says that something has.
    """

    def __init__(self, function, outside, trace, stand_ins):
        self.grad, self.inference = mode.grad, mode.inference
        self.outside = outside
        owner = getattr(function, "__self__", None)
        if owner is not None and hasattr(owner, "_parameters"):
            trace.uses(owner)
        self.modules = [state.settled(trace) for state in trace.modules.values()]
        self.tensors = [(name, t, t.address, t.spec, t.requires_grad)
                        for _, _, name, t in self.outside if isinstance(t, Tensor)]  # fmt: skip
        self.grads = [
            (leaf, grad) for leaf, grad in trace.grads.items()
            if leaf not in stand_ins and (grad is None or isinstance(grad, Tensor))
        ]  # fmt: skip
        # what the function itself has changed is looked at before the next call
        self.changes = -1 if trace.modules else structure.changes

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


class ModuleState:
    """The state of a Module that a trace depends on, as it is now."""

    def __init__(self, module):
        self.module = module
        self.plain = self._plain()
        self.tensors = self._tensors()
        self.hooks = {k: tuple(v) for k, v in module.__dict__.items() if k.endswith("_hooks")}
        self.children = {k: id(v) for k, v in module._modules.items()}
        self.held = [*module._modules.values(), *module.__dict__.values()]  # no id is used again
        self.held += [x for table in TABLES for x in getattr(module, table).values()]

    def settled(self, trace):
        """The state on which the next call may rely, from this one before the trace.

        It is that after the trace, but for what the function has read and then replaced: another
        run would go on from there. A tensor that it only replaces, such as a result kept for
        inspection, is written by each call.
        """
        now = ModuleState(self.module)
        for name in now.tensors.keys() | self.tensors.keys():
            old = self.tensors.get(name)
            if old != now.tensors.get(name) and (old is None or trace.locate(old[1])[0].touched):
                _put_back(now.tensors, name, self.tensors)
        for name in now.plain.keys() | self.plain.keys():
            if not same(self.plain.get(name), now.plain.get(name)):
                _put_back(now.plain, name, self.plain)
        return now

    def _plain(self):
        found = self.module.__dict__.items()
        return {k: frozen(v) for k, v in found if is_plain(v) and not k.endswith("_hooks")}

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
        for name, keys in self.hooks.items():
            if tuple(self.module.__dict__[name]) != keys:
                return f"{kind}.{name}: other hooks"
        if {k: id(v) for k, v in self.module._modules.items()} != self.children:
            return f"{kind}: other child modules"
        return None


def _put_back(now, name, before):
    if name in before:
        now[name] = before[name]
    else:
        now.pop(name, None)


def _shown(value):
    if isinstance(value, Tensor):
        return repr(value.spec)
    return repr(value) if is_plain(value) else f"a {type(value).__name__}"
