"""state_dict and load_state_dict: checked whole, then written whole."""

from __future__ import annotations

from collections import OrderedDict, namedtuple

import tensorlite as tl

from ..dispatch import check_memory
from ..tensor import Tensor
from .hooks import add_hook
from .parameter import Parameter, is_uninitialized
from .tree import ModuleTree

_EXTRA = "_extra_state"
_LOADING = "_loading"  # of what a Module is told: the load_state_dict that runs


class _IncompatibleKeys(namedtuple("_IncompatibleKeys", ["missing_keys", "unexpected_keys"])):
    """What load_state_dict returns: the keys that did not match."""

    __slots__ = ()

    def __repr__(self):
        return super().__repr__() if any(self) else "<All keys matched successfully>"


class ModuleState(ModuleTree):
    """Saving and loading; the second part of `Module`."""

    _version = 1
    _may_lack: tuple[str, ...] = ()  # names that states of older programs do not have

    def get_extra_state(self):
        """State beyond parameters and buffers; override together with `set_extra_state`."""
        raise RuntimeError("get_extra_state: not defined; override it in your Module")

    def set_extra_state(self, state):
        """Take what `get_extra_state` gave; called by `load_state_dict`."""
        raise RuntimeError("set_extra_state: not defined; override it in your Module")

    def _own_state(self):
        """The names and tensors of this Module alone that state_dict holds."""
        yield from self._parameters.items()
        for name, buffer in self._buffers.items():
            if name not in self._non_persistent_buffers_set:
                yield name, buffer

    def _has_extra(self):
        return type(self).get_extra_state is not ModuleState.get_extra_state

    def state_dict(self, *, destination=None, prefix="", keep_vars=False):
        """An ordered dict from path to tensor, sharing memory with the Module.

        Parameters
        ----------
        destination : dict, optional
            Where to write; default a new OrderedDict.
        prefix : str
            Put before every path.
        keep_vars : bool
            Give the parameters themselves instead of detached tensors.

        Returns
        -------
        dict of str to Tensor

        Examples
        --------
        >>> import tensorlite as tl
        >>> list(tl.nn.Linear(2, 3).state_dict())
        ['weight', 'bias']
        """
        if destination is None:
            destination = OrderedDict()
            destination._metadata = OrderedDict()
        if hasattr(destination, "_metadata"):
            destination._metadata[prefix[:-1]] = {"version": self._version}
        for hook in self._state_dict_pre_hooks.values():
            hook(self, prefix, keep_vars)
        self._save_to_state_dict(destination, prefix, keep_vars)
        for name, module in self._modules.items():
            if module is not None:
                module.state_dict(
                    destination=destination, prefix=f"{prefix}{name}.", keep_vars=keep_vars
                )
        for key, hook in self._state_dict_hooks.items():
            given = hook(self, destination, prefix, {"version": self._version})
            if given is None:
                continue
            if key in self._state_dict_post_hooks:
                raise RuntimeError(
                    "state_dict: state_dict post-hook must return None; "
                    f"got {type(given).__name__}; try changing the given state_dict"
                )
            destination = given
        return destination

    def _save_to_state_dict(self, destination, prefix, keep_vars):
        """Put what this Module alone has into `destination`; override it to save in another way."""
        for name, value in self._own_state():
            if value is not None:
                whole = keep_vars or is_uninitialized(value)
                destination[prefix + name] = value if whole else value.detach()
        if self._has_extra():
            destination[prefix + _EXTRA] = self.get_extra_state()

    def load_state_dict(self, state_dict, strict=True, assign=False):
        """Copy values from `state_dict` into the parameters and buffers.

        Everything is checked first: on any error nothing has been written, except where hooks
        that come after the writing have the last word on missing and unexpected keys.

        Parameters
        ----------
        state_dict : mapping of str to Tensor
            What `state_dict` gave, of this Module or one alike.
        strict : bool
            Whether missing and unexpected keys are errors.
        assign : bool
            Put the given tensors in place instead of copying into the present ones.

        Returns
        -------
        _IncompatibleKeys
            `missing_keys` and `unexpected_keys`.

        Raises
        ------
        TypeError
            If `state_dict` is not a mapping.
        RuntimeError
            One error that lists every missing or unexpected key and every size mismatch.

        Examples
        --------
        >>> import tensorlite as tl
        >>> a, b = tl.nn.Linear(2, 3), tl.nn.Linear(2, 3)
        >>> a.load_state_dict(b.state_dict())
        <All keys matched successfully>
        """
        if not hasattr(state_dict, "keys"):
            raise TypeError(
                "load_state_dict: expected state_dict to be dict-like; "
                f"got {type(state_dict).__name__}"
            )
        source, versions = OrderedDict(state_dict), getattr(state_dict, "_metadata", {})
        loading, told = _Loading(assign), ([], [], [])  # missing, unexpected, errors
        modules = dict(self.named_modules(remove_duplicate=False))
        for path, module in modules.items():
            known = versions.get(path, {}) | {"assign_to_params_buffers": assign}
            known[_LOADING] = loading
            module._load_from_state_dict(source, f"{path}." if path else "", known, True, *told)
        missing, unexpected, mismatched = told
        unexpected += loading.unexpected(source, modules)
        result = _IncompatibleKeys(missing, unexpected)
        late = [m for m in self.modules() if m._load_state_dict_post_hooks]
        _raise_errors(self, result if strict and not late else ([], []), mismatched)
        loading.write(source)
        for module in late:
            for hook in list(module._load_state_dict_post_hooks.values()):
                if hook(module, result) is not None:
                    raise AssertionError(
                        "load_state_dict: expected post hooks to return None; got another; try "
                        "changing the lists of incompatible_keys"
                    )
        _raise_errors(self, result if strict else ([], []), [])
        return result

    def _load_from_state_dict(self, state_dict, prefix, local_metadata, strict, missing_keys,
                              unexpected_keys, error_msgs):  # fmt: skip
        """Load what this Module alone has; override it to load in another way.

        Within `load_state_dict` it is written when all Modules are known to fit. What is missing
        and what does not fit is added to the lists, as it is of `strict` Modules only.
        """
        told = missing_keys, unexpected_keys, error_msgs
        for hook in list(self._load_state_dict_pre_hooks.values()):
            hook(self, state_dict, prefix, local_metadata, strict, *told)
        assign = local_metadata.get("assign_to_params_buffers", False)
        loading = local_metadata.get(_LOADING) or _Loading(assign)
        loading.add(self, state_dict, prefix, missing_keys if strict else [], error_msgs)
        if strict:
            loading.strict.add(prefix)
        if _LOADING not in local_metadata:
            loading.write(state_dict)

    def register_state_dict_pre_hook(self, hook):
        """Call `hook(module, prefix, keep_vars)` before state_dict reads the Module."""
        return add_hook(self._state_dict_pre_hooks, hook)

    def register_state_dict_post_hook(self, hook):
        """Call `hook(module, state_dict, prefix, local_metadata)` after state_dict."""
        return add_hook(self._state_dict_hooks, hook, flags=(self._state_dict_post_hooks,))

    def _register_state_dict_hook(self, hook):
        """The same for a hook that may return another state_dict, as older programs have it."""
        return add_hook(self._state_dict_hooks, hook)

    def register_load_state_dict_pre_hook(self, hook):
        """Call `hook(module, state_dict, prefix, ...)` before load_state_dict checks."""
        return add_hook(self._load_state_dict_pre_hooks, hook)

    def _register_load_state_dict_pre_hook(self, hook, with_module=False):
        """The same for a hook that does not take the module, as older programs have it."""
        if with_module:
            return self.register_load_state_dict_pre_hook(hook)
        return self.register_load_state_dict_pre_hook(_WithoutModule(hook))

    def register_load_state_dict_post_hook(self, hook):
        """Call `hook(module, incompatible_keys)` after load_state_dict has written."""
        return add_hook(self._load_state_dict_post_hooks, hook)


class _Loading:
    """One load_state_dict: where each key goes, and which Modules want no other keys."""

    def __init__(self, assign):
        self.assign, self.plan, self.strict = assign, {}, set()

    def add(self, module, source, prefix, missing, mismatched):
        """Plan what a Module alone has; tell what is missing, and what does not fit."""
        for name, current in module._own_state():
            if current is None:
                continue
            key = prefix + name
            self.plan[key] = (module, name)
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
                mismatched.append(f"{key}: expected a Tensor; got {type(source[key]).__name__}")
            elif source[key].shape != current.shape:
                mismatched.append(
                    f"size mismatch for {key}: expected {tuple(current.shape)} as in the current "
                    f"model; got {tuple(source[key].shape)} from the state_dict"
                )
            elif not self.assign:
                mismatched += _unwritable(key, current)
        if module._has_extra():
            self.plan[prefix + _EXTRA] = (module, _EXTRA)
            if prefix + _EXTRA not in source:
                missing.append(prefix + _EXTRA)

    def unexpected(self, source, modules):
        """The keys that go nowhere, of Modules that want no others."""
        return [key for key in source
                if key not in self.plan and _owner(key, modules) in self.strict]  # fmt: skip

    def write(self, source):
        """Write what was planned."""
        with tl.no_grad():
            for key, (owner, name) in self.plan.items():
                if key in source:
                    _write(owner, name, source[key], self.assign)


def _owner(key, modules):
    """The prefix of the innermost of the Modules that a key lies in."""
    path = key.rpartition(".")[0]
    while path and path not in modules:
        path = path.rpartition(".")[0]
    return f"{path}." if path else ""


class _WithoutModule:
    """A hook that does not take the module; it goes into pickles as what it calls."""

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
