"""How a Module's state is gathered, and loaded: checked whole, then written whole."""

from __future__ import annotations

from collections import OrderedDict, namedtuple

import tensorlite as tl

from ..errors import type_name
from ..tensor import Tensor
from ..writing import check_memory
from .parameter import Parameter, is_uninitialized

_EXTRA = "_extra_state"
_LOADING = "_loading"  # of what a Module is told: the load_state_dict that runs


class _IncompatibleKeys(namedtuple("_IncompatibleKeys", ["missing_keys", "unexpected_keys"])):
    """What load_state_dict returns: the keys that did not match."""

    __slots__ = ()

    def __repr__(self):
        return super().__repr__() if any(self) else "<All keys matched successfully>"


def gather_state(module, destination, prefix, keep_vars):
    """The state_dict of a Module and all below it, between its hooks; see `Module.state_dict`."""
    if destination is None:
        destination = OrderedDict()
        destination._metadata = OrderedDict()
    if hasattr(destination, "_metadata"):
        destination._metadata[prefix[:-1]] = {"version": module._version}
    for hook in module._state_dict_pre_hooks.values():
        hook(module, prefix, keep_vars)
    module._save_to_state_dict(destination, prefix, keep_vars)
    for name, child in module._modules.items():
        if child is not None:
            child.state_dict(
                destination=destination, prefix=f"{prefix}{name}.", keep_vars=keep_vars
            )
    for key, hook in module._state_dict_hooks.items():
        given = hook(module, destination, prefix, {"version": module._version})
        if given is None:
            continue
        if key in module._state_dict_post_hooks:
            raise RuntimeError(
                "state_dict: state_dict post-hook must return None; "
                f"got {type(given).__name__}; try changing the given state_dict"
            )
        destination = given
    return destination


def gather_own_state(module, destination, prefix, keep_vars):
    """What a Module alone has; see `Module._save_to_state_dict`."""
    for name, value in module._own_state():
        if value is not None:
            whole = keep_vars or is_uninitialized(value)
            destination[prefix + name] = value if whole else value.detach()
    if module._has_extra():
        destination[prefix + _EXTRA] = module.get_extra_state()


def load_state(module, state_dict, strict, assign):
    """Load a Module and all below it; see `Module.load_state_dict`."""
    if not hasattr(state_dict, "keys"):
        raise TypeError(
            f"load_state_dict: expected state_dict to be dict-like; got {type(state_dict).__name__}"
        )
    versions = getattr(state_dict, "_metadata", {})
    loading, told = _Loading(assign), ([], [], [])  # missing, unexpected, errors

    def visit(each, part, path):
        """Plan a Module's own state from its part of the dict, then that of its children."""
        prefix = f"{path}." if path else ""
        known = versions.get(path, {}) | {"assign_to_params_buffers": assign}
        known[_LOADING] = loading
        each._load_from_state_dict(part, prefix, known, True, *told)
        for name, child in each._modules.items():
            if child is not None:
                below = f"{prefix}{name}"
                own = {key: x for key, x in part.items() if key.startswith(f"{below}.")}
                visit(child, own, below)

    visit(module, OrderedDict(state_dict), "")
    missing, unexpected, mismatched = told
    result = _IncompatibleKeys(missing, unexpected)
    late = [m for m in module.modules() if m._load_state_dict_post_hooks]
    _raise_errors(module, result if strict and not late else ([], []), mismatched)
    loading.write()
    for each in late:
        for hook in list(each._load_state_dict_post_hooks.values()):
            if hook(each, result) is not None:
                raise AssertionError(
                    "load_state_dict: expected post hooks to return None; got another; try "
                    "changing the lists of incompatible_keys"
                )
    _raise_errors(module, result if strict else ([], []), [])
    return result


def load_own_state(module, state_dict, prefix, local_metadata, strict, *told):
    """Load what a Module alone has; see `Module._load_from_state_dict`."""
    missing_keys, unexpected_keys, error_msgs = told
    for hook in list(module._load_state_dict_pre_hooks.values()):
        hook(module, state_dict, prefix, local_metadata, strict, *told)
    assign = local_metadata.get("assign_to_params_buffers", False)
    loading = local_metadata.get(_LOADING) or _Loading(assign)
    loading.add(module, state_dict, prefix, missing_keys if strict else [], error_msgs)
    if strict:
        unexpected_keys += _unexpected(module, state_dict, prefix)
    if _LOADING not in local_metadata:
        loading.write()


class _Loading:
    """One load_state_dict: where each key goes, and the part of the dict that it comes from."""

    def __init__(self, assign):
        self.assign, self.plan = assign, {}

    def add(self, module, source, prefix, missing, mismatched):
        """Plan what a Module alone has; tell what is missing, and what does not fit."""
        for name, current in module._own_state():
            if current is None:
                continue
            key = prefix + name
            self.plan[key] = (module, name, source)
            given = source.get(key)
            if is_uninitialized(current) and isinstance(given, Tensor):
                continue  # takes any shape
            if is_uninitialized(given):
                mismatched.append(f"{key}: expected a tensor with a shape; got {given!r}")
                continue
            if isinstance(given, Tensor) and given.shape == (1,) and current.shape == ():
                source[key] = given[0]  # numbers of older programs have one dim
            if key not in source:
                missing += [key] * (name not in module._may_lack)
            elif not isinstance(source[key], Tensor):
                mismatched.append(f"{key}: expected a Tensor; got {type_name(source[key])}")
            elif source[key].shape != current.shape:
                mismatched.append(
                    f"size mismatch for {key}: expected {tuple(current.shape)} as in the current "
                    f"model; got {tuple(source[key].shape)} from the state_dict"
                )
            elif not self.assign:
                mismatched += _unwritable(key, current)
        if module._takes_extra():
            self.plan[prefix + _EXTRA] = (module, _EXTRA, source)
            if prefix + _EXTRA not in source:
                missing.append(prefix + _EXTRA)

    def write(self):
        """Write what was planned."""
        with tl.no_grad():
            for key, (owner, name, source) in self.plan.items():
                if key in source:
                    _write(owner, name, source[key], self.assign)


def _unexpected(module, source, prefix):
    """The keys of a Module's part of a dict that are neither its own nor a child's."""
    own = {name for name, value in module._own_state() if value is not None}
    if module._takes_extra():
        own.add(_EXTRA)
    for key in source:
        first, dot, _ = key.removeprefix(prefix).partition(".")
        if key.startswith(prefix) and first not in (module._modules if dot else own):
            yield key


class WithoutModule:
    """A hook of `(module, *args)` that calls one of `(*args)`; pickles hold what it calls."""

    def __init__(self, hook):
        self.hook = hook

    def __call__(self, module, *args):
        self.hook(*args)


def _unwritable(key, current):
    """Why a tensor cannot be written, if so."""
    try:
        check_memory(key, current)
    except RuntimeError as error:
        return [f"{error}, or assign=True"]
    return []


def _raise_errors(module, keys, mismatched):
    (missing, unexpected), lines = keys, []
    if unexpected:
        lines.append("Unexpected key(s) in state_dict: " + ", ".join(f'"{k}"' for k in unexpected))
    if missing:
        lines.append("Missing key(s) in state_dict: " + ", ".join(f'"{k}"' for k in missing))
    lines += mismatched
    if lines:
        raise RuntimeError(
            f"Error(s) in loading state_dict for {type(module).__name__}:\n\t" + "\n\t".join(lines)
        )


def _write(owner, name, value, assign):
    """One entry of the plan: into the tensor in place, or instead of it."""
    if name == _EXTRA:
        owner.set_extra_state(value)
        return
    current = getattr(owner, name)
    if is_uninitialized(value):
        return
    if is_uninitialized(current):
        current.materialize(value.shape)
    if not assign:
        current.copy_(value)
    elif isinstance(current, Parameter):
        owner._parameters[name] = Parameter(value, current.requires_grad)
    else:
        owner._buffers[name] = value


def consume_prefix_in_state_dict_if_present(state_dict, prefix):
    """Take a prefix off the keys that have it, in place: of `DataParallel`, ``"module."``.

    Parameters
    ----------
    state_dict : OrderedDict
        What ``state_dict()`` gave; the versions in its `_metadata` are renamed, too.
    prefix : str

    Examples
    --------
    >>> import tensorlite as tl
    >>> state = tl.nn.DataParallel(tl.nn.Linear(1, 1)).state_dict()
    >>> tl.nn.modules.utils.consume_prefix_in_state_dict_if_present(state, "module.")
    >>> list(state)
    ['weight', 'bias']
    """
    for key in [key for key in state_dict if key.startswith(prefix)]:
        state_dict[key.removeprefix(prefix)] = state_dict.pop(key)
    versions = getattr(state_dict, "_metadata", {})
    for key in [key for key in versions if f"{key}.".startswith(prefix)]:
        versions[key[len(prefix) :]] = versions.pop(key)
