"""What a plan was made for beside its arguments, and how a later call finds out that it holds."""

from typing import Any

from .. import dtypes
from ..device import default
from ..graph import is_internal, mode
from ..op import replaced
from ..tensor import Leaf, Tensor, structure
from .conditions import Change, is_plain, same, shown

TABLES = ("_parameters", "_buffers")


@dtypes.when_default_changes
def _default_changed():
    structure.changes += 1


class Guards:
    """
    The circumstances of a trace.

    `holds(arguments)` is None, or the numbers and tensors that a call takes from outside. What can
    only change through our own classes is looked at when `structure.changes` says that something
    has.
    """

    def __init__(self, watch, trace, stand_ins):
        self.grad, self.inference, self.casts = mode.grad, mode.inference, mode.casts
        self.replaced = dict(replaced)
        self.dtype, self.place = dtypes.get_default_dtype(), default.device
        self.conditions = watch.conditions
        self.written = watch.written() | watch.stand_ins.keys()
        self.modules = [state.without(self.written) for state in trace.modules.values()]
        own = {id(x) for x in stand_ins}
        self.tensors = [(label, t, *trace.state(t)) for t, label in watch.tensors.values()
                        if id(t) not in own and id(t) not in trace.shown]  # fmt: skip
        nodes = {x._node for x in stand_ins}
        known = nodes | trace.inner | trace.lent.keys()
        self.grads = [
            (leaf, grad) for leaf, grad in trace.grads.items()
            if leaf not in known and (grad is None or isinstance(grad, Tensor))
        ]  # fmt: skip
        self.lent = [(leaf, grad.spec) for leaf, (grad, _) in trace.lent.items()]
        watch.settle()
        # what the function itself has changed is looked at before the next call
        self.changes = -1 if trace.modules else structure.changes

    def closed(self):
        """These, when the last thing is recorded on which they depend."""
        self.conditions.close()
        self.asked = self.conditions.function
        return self

    def holds(self, arguments):
        """None, or what the conditions give: numbers and tensors."""
        if mode.grad is not self.grad or mode.inference is not self.inference:
            return None
        if mode.casts != self.casts or replaced != self.replaced:
            return None
        if default.chosen and default.device is not self.place:
            return None
        for leaf, grad in self.grads:
            if leaf.grad is not grad:
                return None
        for leaf, spec in self.lent:
            grad = leaf.grad
            if grad is None or grad.spec is not spec or grad._node is not None:
                return None
        if structure.changes != self.changes and self._structure_changed() is not None:
            return None
        taken = self.asked(arguments)
        if taken is None or not self.lent:
            return taken
        return taken[0], [*taken[1], *[leaf.grad for leaf, _ in self.lent]], *taken[2:]

    def changed(self, arguments):
        """The Change because of which it does not hold; None if it does."""
        if mode.grad is not self.grad or mode.inference is not self.inference:
            return Change(f"grad mode: was {self.grad}, is {mode.grad}")
        if mode.casts != self.casts:
            return Change(f"autocast: was {self.casts}, is {mode.casts}")
        if replaced != self.replaced:
            names = {".".join(key) for key, _ in replaced.items() ^ self.replaced.items()}
            return Change(f"{', '.join(sorted(names))}: another function")
        if default.device is not self.place:
            return Change(f"default device: was {self.place}, is {default.device}")
        found = self.conditions.changed(arguments)
        if found is not None:
            return found
        for leaf, grad in self.grads:
            if leaf.grad is not grad:
                return Change(f".grad of {leaf.spec}: was {shown(grad)}, is {shown(leaf.grad)}")
        for leaf, spec in self.lent:
            grad = leaf.grad
            if grad is None or grad.spec is not spec or grad._node is not None:
                return Change(f".grad of {leaf.spec}: was {spec}, is {shown(grad)}")
        return self._structure_changed()

    def _structure_changed(self):
        now, dtype = structure.changes, dtypes.get_default_dtype()
        if dtype is not self.dtype:
            return Change(f"default dtype: was {self.dtype}, is {dtype}")
        for label, tensor, *state in self.tensors:
            if state_of(tensor) != state:
                return Change(f"{label}: {_difference(tensor, state)}", now=_shown_now(tensor))
        for module in self.modules:
            different = module.changed()
            if different:
                return Change(different, now=(different, *module.shown_now()))
        self.changes = now
        return None


def state_of(tensor):
    """What a plan relies on of a tensor beside its values."""
    node, leaf, hooks = tensor._node, None, None
    if type(node) is Leaf:
        leaf = node
        if node.hooks or node.post_hooks:
            hooks = tuple(node.hooks or ()), tuple(node.post_hooks or ())
    return [tensor.address, tensor.spec, node is not None, leaf, hooks]


def _shown_now(tensor):
    """What is equal for two moments in which a tensor shows the same."""
    return tensor.address, repr(tensor.spec), tensor.requires_grad


def _difference(tensor, state):
    now = state_of(tensor)
    if now[:2] != state[:2]:
        return "its memory was replaced"
    if now[2] != state[2]:
        return f"requires_grad: was {state[2]}, is {now[2]}"
    if now[3] is not state[3]:
        return "another place for its gradient"
    return "other hooks"


class ModuleState:
    """
    The state of a Module that a trace depends on, as it is now.

    Attributes
    ----------
    whole : bool
        Whether code of ours reads its attributes; what the user's code reads is watched there.
    earlier : set
        (id of an object, key) of what the recording had written by then.
    """

    def __init__(self, module, state, earlier):
        self.module, self.earlier = module, earlier
        self.kind = type(module)
        code = getattr(type(module).forward, "__code__", None)  # none, if that is compiled, too
        self.whole = self.ours = code is None or is_internal(code.co_filename)
        self.plain = self._plain()
        self.tensors = self._tensors(state)
        self.hooks = {k: tuple(v) for k, v in self._attributes() if k.endswith("_hooks")}
        self.hooks_of_all = [tuple(table) for table in module._hooks_of_all]
        self.others = self._others()
        self.children = {k: id(v) for k, v in module._modules.items()}
        self.held = [*module._modules.values(), *[x for _, x in self._attributes()]]
        self.held += [x for table in TABLES for x in getattr(module, table).values()]  # so ids stay
        self.written = set()

    def without(self, written):
        """Leave out what the recording has written: the user's code reads it under watch.

        Code of ours does not: what it may have read before that is still looked at.
        """
        module = self.module
        written = written & self.earlier if self.ours else written
        self.written = {key for owner, key in written if owner == id(module)}
        self.written |= {
            key for table in TABLES for owner, key in written if owner == id(getattr(module, table))
        }
        return self

    def _attributes(self):
        """What the Module holds beside its parts, but for what its class keeps for itself."""
        own = self.module._unwatched
        return [(k, v) for k, v in self.module.__dict__.items() if k not in own]

    def _plain(self):
        found = self._attributes()
        return {k: v for k, v in found if is_plain(v) and not k.endswith("_hooks")}

    def _tensors(self, state):
        found = {}
        for table in TABLES:
            for name, x in getattr(self.module, table).items():
                found[name] = None if x is None else (id(x), *state(x))
        for name, x in self._attributes():
            if isinstance(x, Tensor):
                found[name] = id(x), *state(x)
        return found

    def _others(self):
        """Functions and objects by identity, the content of lists and dicts."""
        found: dict[str, Any] = {}
        for name, x in self._attributes():
            if name.endswith("_hooks") or name in (*TABLES, "_modules") or is_plain(x):
                continue
            if type(x) in (list, dict):
                values = x if type(x) is list else [*x, *x.values()]
                found[name] = [y if is_plain(y) else id(y) for y in values]
            elif not isinstance(x, Tensor | set):
                found[name] = id(x)
        return found

    def shown_now(self):
        """The same for the tensors that the Module holds now."""
        tables = [getattr(self.module, table) for table in TABLES]
        return [_shown_now(x) for table in tables for x in table.values() if x is not None]

    def changed(self):
        """None, or what is different."""
        kind = type(self.module).__name__
        if type(self.module) is not self.kind:
            return f"{self.kind.__name__}: another class, {kind}"
        now = self._plain()
        if not self.whole and now.get("training") == self.plain.get("training"):
            now = self.plain
        for name in (now.keys() | self.plain.keys()) - self.written:
            old, new = self.plain.get(name), now.get(name)
            if not same(old, new):
                return f"{kind}.{name}: was {shown(old)}, is {shown(new)}"
        tensors = self._tensors(state_of)
        for name in (tensors.keys() | self.tensors.keys()) - self.written:
            if tensors.get(name) != self.tensors.get(name):
                return f"{kind}.{name}: another tensor, or other memory, dtype or requires_grad"
        others = self._others() if self.whole else self.others
        for name in (others.keys() | self.others.keys()) - self.written:
            if others.get(name) != self.others.get(name):
                return f"{kind}.{name}: another object"
        for name, keys in self.hooks.items():
            if tuple(self.module.__dict__[name]) != keys:
                return f"{kind}.{name}: other hooks"
        if [tuple(table) for table in self.module._hooks_of_all] != self.hooks_of_all:
            return f"{kind}: other hooks of all Modules"
        if {k: id(v) for k, v in self.module._modules.items()} != self.children:
            return f"{kind}: other child modules"
        return None
