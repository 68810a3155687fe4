"""The tables of a Module: which names stand in them, and the walk over those of a whole tree."""

from __future__ import annotations

from ..errors import type_name
from ..tensor import Tensor
from .hooks import (
    _global_buffer_registration_hooks,
    _global_module_registration_hooks,
    registered,
)

TABLES = ("_parameters", "_buffers", "_modules")


def check_name(module, kind, name):
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


def assign_registered(module, name, value):
    """Assign a plain value to a name that is registered; False where it is not."""
    for table, kind, allowed, hooks in (
        ("_parameters", "parameter", "Parameter", {}),
        ("_modules", "child module", "Module", _global_module_registration_hooks),
        ("_buffers", "buffer", "Tensor", _global_buffer_registration_hooks),
    ):
        entries = module.__dict__.get(table)
        if entries is None or name not in entries:
            continue
        if value is not None and not (kind == "buffer" and isinstance(value, Tensor)):
            raise TypeError(
                f"cannot assign {type_name(value)!r} as {kind} {name!r} "
                f"({allowed} or None expected)"
            )
        entries[name] = registered(hooks, module, name, value)
        return True
    return False


def displace(module, name, keep):
    """A name belongs to one table: take it from the attributes and the other tables."""
    module.__dict__.pop(name, None)
    for table in TABLES:
        if table != keep:
            module.__dict__.get(table, {}).pop(name, None)
    if keep != "_buffers":
        module.__dict__.get("_non_persistent_buffers_set", set()).discard(name)


def named_members(module, table, prefix, recurse, remove_duplicate):
    """Pairs (path, value) of one table, of a Module or of all below it."""
    seen = set()
    owners = (
        module.named_modules(prefix=prefix, remove_duplicate=remove_duplicate)
        if recurse
        else [(prefix, module)]
    )
    for path, owner in owners:
        for name, value in getattr(owner, table).items():
            if value is None or (remove_duplicate and id(value) in seen):
                continue
            seen.add(id(value))
            yield (f"{path}.{name}" if path else name), value
