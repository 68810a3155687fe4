"""The tree of a Module: what it owns, how attributes become parts of it, and how to walk it."""

from __future__ import annotations

from ..counted import Table
from ..tensor import Tensor, structure
from .hooks import (
    _global_buffer_registration_hooks,
    _global_module_registration_hooks,
    _global_parameter_registration_hooks,
    registered,
)
from .parameter import Buffer, Parameter

_TABLES = ("_parameters", "_buffers", "_modules")


def _check_name(module, kind, name):
    """The rules for a name under which something is registered."""
    op = f"register_{kind}"
    if "_parameters" not in module.__dict__:
        raise AttributeError(
            f"cannot assign {kind} before Module.__init__() call; try super().__init__() first"
        )
    if not isinstance(name, str):
        raise TypeError(f"{op}: expected {kind} name to be a string; got {type(name).__name__}")
    if name == "":
        raise KeyError(f'{op}: {kind} name must not be empty; got ""')
    if "." in name:
        raise KeyError(f'{op}: {kind} name must not contain "."; got {name}; try "_"')
    table = "_modules" if kind == "module" else f"_{kind}s"
    if hasattr(module, name) and name not in getattr(module, table):
        raise KeyError(f"{op}: attribute {name!r} already exists")


class ModuleTree:
    """Registration, attribute access and traversal; the first half of `Module`."""

    def register_parameter(self, name, param):
        """Add a Parameter (or None, a place kept free) under `name`."""
        _check_name(self, "parameter", name)
        if param is not None and not isinstance(param, Parameter):
            raise TypeError(
                f"register_parameter: cannot assign {type(param).__name__!r} object to parameter "
                f"{name!r}; expected a Parameter or None; try tensorlite.nn.Parameter(tensor)"
            )
        if param is not None and param.grad_fn is not None:
            raise ValueError(
                f"register_parameter: cannot assign a non-leaf Tensor to parameter {name!r}; "
                "parameters are leaves; try computing the value in forward()"
            )
        structure.changes += 1
        if param is not None:
            param = registered(_global_parameter_registration_hooks, self, name, param)
        self._parameters[name] = param

    def register_buffer(self, name, tensor, persistent=True):
        """Add a tensor that is state but not trained; `persistent` puts it into state_dict."""
        _check_name(self, "buffer", name)
        if tensor is not None and not isinstance(tensor, Tensor):
            raise TypeError(
                f"register_buffer: cannot assign {type(tensor).__name__!r} object to buffer "
                f"{name!r}; expected a Tensor or None"
            )
        structure.changes += 1
        self._buffers[name] = registered(_global_buffer_registration_hooks, self, name, tensor)
        if persistent:
            self._non_persistent_buffers_set.discard(name)
        else:
            self._non_persistent_buffers_set.add(name)

    def add_module(self, name, module):
        """Add a child Module (or None) under `name`."""
        if module is not None and not isinstance(module, ModuleTree):
            raise TypeError(
                f"add_module: {module!r} is not a Module subclass; expected a Module or None; "
                f"got {type(module).__name__}"
            )
        _check_name(self, "module", name)
        structure.changes += 1
        self._modules[name] = registered(_global_module_registration_hooks, self, name, module)

    def register_module(self, name, module):
        """Alias of `add_module`."""
        self.add_module(name, module)

    # attributes

    def __getattr__(self, name):
        for table in _TABLES:
            entries = self.__dict__.get(table)
            if entries is not None and name in entries:
                return entries[name]
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __setattr__(self, name, value):
        structure.changes += 1
        if isinstance(value, Parameter):
            self._displace(name, keep="_parameters")
            self.register_parameter(name, value)
        elif isinstance(value, ModuleTree):
            if "_modules" not in self.__dict__:
                raise AttributeError(
                    "cannot assign module before Module.__init__() call; "
                    "try super().__init__() first"
                )
            self._displace(name, keep="_modules")
            self._modules[name] = registered(_global_module_registration_hooks, self, name, value)
        elif isinstance(value, Buffer):
            self._displace(name, keep="_buffers")
            self.register_buffer(name, value, value.persistent)
        elif not self._set_registered(name, value):
            super().__setattr__(name, value)

    def _set_registered(self, name, value):
        """Assign a plain value to a name that is registered; False where it is not."""
        for table, kind, allowed, hooks in (
            ("_parameters", "parameter", "Parameter", {}),
            ("_modules", "child module", "Module", _global_module_registration_hooks),
            ("_buffers", "buffer", "Tensor", _global_buffer_registration_hooks),
        ):
            entries = self.__dict__.get(table)
            if entries is None or name not in entries:
                continue
            if value is not None and not (kind == "buffer" and isinstance(value, Tensor)):
                raise TypeError(
                    f"cannot assign {type(value).__name__!r} as {kind} {name!r} "
                    f"({allowed} or None expected)"
                )
            entries[name] = registered(hooks, self, name, value)
            return True
        return False

    def _displace(self, name, keep):
        """A name belongs to one table: take it from the attributes and the other tables."""
        self.__dict__.pop(name, None)
        for table in _TABLES:
            if table != keep:
                self.__dict__.get(table, {}).pop(name, None)
        if keep != "_buffers":
            self.__dict__.get("_non_persistent_buffers_set", set()).discard(name)

    def __delattr__(self, name):
        structure.changes += 1
        for table in _TABLES:
            if name in self.__dict__.get(table, ()):
                del self.__dict__[table][name]
                self._non_persistent_buffers_set.discard(name)
                return
        super().__delattr__(name)

    def __dir__(self):
        names = set(super().__dir__())
        for table in _TABLES:
            names.update(self.__dict__.get(table, ()))
        return sorted(n for n in names if not n[0].isdigit())

    # walking

    def _named_members(self, table, prefix, recurse, remove_duplicate):
        seen = set()
        owners = (
            self.named_modules(prefix=prefix, remove_duplicate=remove_duplicate)
            if recurse
            else [(prefix, self)]
        )
        for path, owner in owners:
            for name, value in getattr(owner, table).items():
                if value is None or (remove_duplicate and id(value) in seen):
                    continue
                seen.add(id(value))
                yield (f"{path}.{name}" if path else name), value

    def named_parameters(self, prefix="", recurse=True, remove_duplicate=True):
        """Pairs (path, Parameter), each parameter once."""
        return self._named_members("_parameters", prefix, recurse, remove_duplicate)

    def named_buffers(self, prefix="", recurse=True, remove_duplicate=True):
        """Pairs (path, buffer), each buffer once."""
        return self._named_members("_buffers", prefix, recurse, remove_duplicate)

    def parameters(self, recurse=True):
        """All parameters, each once: what an optimizer takes."""
        for _, param in self.named_parameters(recurse=recurse):
            yield param

    def buffers(self, recurse=True):
        """All buffers, each once."""
        for _, buffer in self.named_buffers(recurse=recurse):
            yield buffer

    def named_children(self):
        """Pairs (name, Module) of the direct children, each once."""
        seen = set()
        for name, module in self._modules.items():
            if module is not None and id(module) not in seen:
                seen.add(id(module))
                yield name, module

    def children(self):
        """The direct children, each once."""
        for _, module in self.named_children():
            yield module

    def named_modules(self, memo=None, prefix="", remove_duplicate=True):
        """Pairs (path, Module) of this Module ("" itself) and all below it."""
        memo = set() if memo is None else memo
        if self in memo:
            return
        if remove_duplicate:
            memo.add(self)
        yield prefix, self
        for name, module in self._modules.items():
            if module is not None:
                path = f"{prefix}.{name}" if prefix else name
                yield from module.named_modules(memo, path, remove_duplicate)

    def modules(self, remove_duplicate=True):
        """This Module and all below it, each once unless ``remove_duplicate=False``."""
        for _, module in self.named_modules(remove_duplicate=remove_duplicate):
            yield module

    def get_submodule(self, target):
        """The Module at a dotted path; the empty path is this one."""
        module = self
        for name in target.split(".") if target else ():
            if not hasattr(module, name):
                raise AttributeError(f"{type(module).__name__} has no attribute `{name}`")
            module = getattr(module, name)
            if not isinstance(module, ModuleTree):
                raise AttributeError(f"`{name}` is not an nn.Module")
        return module

    def set_submodule(self, target, module, strict=False):
        """Put a Module at a dotted path; with `strict` there must be one already."""
        path, _, name = target.rpartition(".")
        if not name:
            raise ValueError("Cannot set the submodule without a target name!")
        if not isinstance(module, ModuleTree):
            raise ValueError(f"`module` is not an nn.Module, found {type(module)}")
        owner = self.get_submodule(path)
        if strict and not hasattr(owner, name):
            raise AttributeError(f"{type(owner).__name__} has no attribute `{name}`")
        if hasattr(owner, name) and not isinstance(getattr(owner, name), ModuleTree):
            raise AttributeError(f"`{name}` is not an nn.Module")
        setattr(owner, name, module)

    def _get_member(self, target, kind, owns):
        path, _, name = target.rpartition(".")
        owner = self.get_submodule(path)
        if not hasattr(owner, name):
            raise AttributeError(f"{type(owner).__name__} has no attribute `{name}`")
        if not owns(owner, name):
            raise AttributeError(f"`{name}` is not an nn.{kind}")
        return getattr(owner, name)

    def get_parameter(self, target):
        """The Parameter at a dotted path."""
        return self._get_member(
            target, "Parameter", lambda m, n: isinstance(getattr(m, n), Parameter)
        )

    def get_buffer(self, target):
        """The buffer at a dotted path."""
        return self._get_member(target, "Buffer", lambda m, n: n in m._buffers)

    def _new_tables(self):
        """Empty tables, past `__setattr__`, which needs them."""
        for table in _TABLES:
            self.__dict__[table] = Table()
        self.__dict__["_non_persistent_buffers_set"] = set()
