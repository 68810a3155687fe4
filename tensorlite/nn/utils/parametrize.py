"""Parameters that are functions of others, under PyTorch's names.

A module whose tensor is parametrized gets a class of its own, in which the tensor is a property
that runs the functions on what is stored under ``module.parametrizations``.
"""

from __future__ import annotations

import contextlib
import copy
from collections.abc import Iterator, Sequence
from typing import Any

import tensorlite as tl

from ...absent import listing as _listing
from ...docstrings import document as _document
from ...gate import gate_all
from ...tensor import Tensor
from ..containers import ModuleDict, ModuleList
from ..module import Model, Module
from ..parameter import Parameter

__all__ = [
    "ParametrizationList",
    "cached",
    "is_parametrized",
    "register_parametrization",
    "remove_parametrizations",
    "transfer_parametrizations_and_params",
    "type_before_parametrizations",
]


class _Cache:
    """Values that were computed inside `cached()`."""

    depth = 0
    values: dict = {}  # noqa: RUF012  by (id of the list)


@contextlib.contextmanager
def cached() -> Iterator[None]:
    """Compute each parametrized tensor once within the context.

    Returns
    -------
    context manager

    Examples
    --------
    >>> import tensorlite as tl
    >>> from tensorlite.nn.utils import parametrize
    >>> layer = tl.nn.utils.parametrizations.weight_norm(tl.nn.Linear(2, 2))
    >>> with parametrize.cached():
    ...     layer.weight is layer.weight
    True
    """
    _Cache.depth += 1
    try:
        yield
    finally:
        _Cache.depth -= 1
        if not _Cache.depth:
            _Cache.values = {}


def _register(module, name, tensor):
    """A Parameter as such, any other tensor as a buffer."""
    if isinstance(tensor, Parameter):
        module.register_parameter(name, tensor)
    else:
        module.register_buffer(name, tensor)


def _refuse_change(what, got, wanted, place):
    raise ValueError(
        f"Registering a parametrization may not change the {what} of the tensor, unless the "
        f"`unsafe` flag is enabled; {place}: expected {wanted}; got {got}"
    )


def _check_alike(value, like, place):
    """Refuse what is no tensor of the dtype and shape of `like`."""
    if not isinstance(value, Tensor):
        raise ValueError(f"A parametrization must return a tensor. Got {type(value).__name__}.")
    if value.dtype != like.dtype:
        _refuse_change("dtype", value.dtype, like.dtype, place)
    if value.shape != like.shape:
        _refuse_change("shape", tuple(value.shape), tuple(like.shape), place)


def _inverse(module, value):
    """What a parametrization makes `value` of; where it does not say, `value` itself."""
    if not hasattr(module, "right_inverse"):
        return value
    try:
        return module.right_inverse(value)
    except NotImplementedError:
        return value


class ParametrizationList(ModuleList):
    """The functions that a parametrized tensor goes through, and what it is made of.

    Attributes
    ----------
    original : Parameter or buffer
        What is trained; ``original0``, ``original1``, ... if the first function takes several.

    Parameters
    ----------
    modules : list of Module
    original : Tensor
        The tensor before.
    unsafe : bool
        Whether dtype and shape may change; nothing is checked then.
    """

    def __init__(self, modules: Sequence[Module], original: Tensor, unsafe: bool = False) -> None:
        if not modules:
            raise ValueError("ParametrizationList requires one or more modules.")
        super().__init__(modules)
        self.unsafe = unsafe
        like = original.detach()
        with tl.no_grad():
            new = original
            for module in reversed(list(self)):
                new = _inverse(module, new)
        if not isinstance(new, Tensor | Sequence):
            raise ValueError(
                "'right_inverse' must return a Tensor or a Sequence of tensors (list, tuple...). "
                f"Got {type(new).__name__}"
            )
        self.is_tensor = isinstance(new, Tensor)
        self.ntensors = 1 if self.is_tensor else len(new)
        if isinstance(new, Tensor):
            if new.dtype != original.dtype:
                raise ValueError(
                    "When `right_inverse` outputs one tensor, it may not change the dtype; "
                    f"original.dtype: {original.dtype}; got {new.dtype}"
                )
            before = original.detach()
            original.data = new.detach()  # the same object: optimizers know it
            _register(self, "original", original)
        else:
            self._register_several(new, original)
        if unsafe:
            return
        try:
            _check_alike(self(), like, "the parametrized tensor")
        except ValueError:
            if self.is_tensor:
                original.data = before
            raise

    def _register_several(self, parts, original):
        for number, part in enumerate(parts):
            if not isinstance(part, Tensor):
                raise ValueError(
                    "'right_inverse' must return a Tensor or a Sequence of tensors (list, "
                    f"tuple...). Got element {number} of the sequence with type "
                    f"{type(part).__name__}."
                )
            if isinstance(original, Parameter):
                part = Parameter(part.detach().clone(), original.requires_grad)
            _register(self, f"original{number}", part)

    def _originals(self):
        if self.is_tensor:
            return [self.original]
        return [getattr(self, f"original{number}") for number in range(self.ntensors)]

    def right_inverse(self, value: Tensor) -> None:
        """Let the parametrized tensor become `value`, as far as the functions can be inverted."""
        found: Any = value
        with tl.no_grad():
            for module in reversed(list(self)):
                if not hasattr(module, "right_inverse"):
                    raise RuntimeError(
                        f"parametrization {type(module).__name__} does not implement right_inverse."
                    )
                found = module.right_inverse(found)
        if self.is_tensor:
            if not isinstance(found, Tensor):
                raise ValueError(
                    f"`right_inverse` should return a tensor. Got {type(found).__name__}"
                )
            found = [found]
        elif not isinstance(found, Sequence) or len(found) != self.ntensors:
            raise ValueError(
                "'right_inverse' must return a sequence of tensors of length "
                f"{self.ntensors}. Got {type(found).__name__}."
            )
        for original, part in zip(self._originals(), found, strict=True):
            if part.dtype != original.dtype:
                raise ValueError(
                    f"The tensor returned by `right_inverse` has dtype {part.dtype} while "
                    f"`original` has dtype {original.dtype}"
                )
            original.data = part.detach()

    def forward(self) -> Tensor:
        """The parametrized tensor."""
        first, *more = self
        value = first(*self._originals())
        for module in more:
            value = module(value)
        return value


def _own_class(module):
    """A class of its own for a module, in which tensors can be properties."""
    cls = type(module)

    def deep_copy(self, memo):
        replica = memo[id(self)] = object.__new__(cls)
        replica.__dict__.update(copy.deepcopy(self.__dict__, memo))
        _own_class(replica)
        for name in replica.parametrizations:
            _as_property(replica, name)
        return replica

    def get_state(self):
        raise RuntimeError(
            "Serialization of parametrized modules is only supported through state_dict(); "
            f"expected a plain module; got {type(self).__name__}"
        )

    body = {"__deepcopy__": deep_copy, "__getstate__": get_state, "__module__": cls.__module__}
    module.__class__ = type(f"Parametrized{cls.__name__}", (cls,), body)


def _as_property(module, name):
    def read(self):
        found = self.parametrizations[name]
        if not _Cache.depth:
            return found()
        if id(found) not in _Cache.values:
            _Cache.values[id(found)] = found()
        return _Cache.values[id(found)]

    def write(self, value):
        self.parametrizations[name].right_inverse(value)

    setattr(type(module), name, property(read, write))


def register_parametrization(
    module: Model, tensor_name: str, parametrization: Module, *, unsafe: bool = False
) -> Model:
    """Let a parameter or buffer be a function of what is trained instead.

    Parameters
    ----------
    module : Module
    tensor_name : str
    parametrization : Module
        Its ``forward`` gives the tensor; its ``right_inverse``, if it has one, what is to be
        trained, from a given tensor. A second one on the same tensor takes what the first gives.
    unsafe : bool
        Whether dtype and shape may change.

    Returns
    -------
    Module
        The module.

    Examples
    --------
    >>> import tensorlite as tl
    >>> from tensorlite.nn.utils import parametrize
    >>> class Symmetric(tl.nn.Module):
    ...     def forward(self, x):
    ...         return x.triu() + x.triu(1).mT
    >>> layer = parametrize.register_parametrization(tl.nn.Linear(3, 3), "weight", Symmetric())
    >>> bool((layer.weight == layer.weight.mT).all()), list(layer.state_dict())
    (True, ['bias', 'parametrizations.weight.original'])
    """
    parametrization.train(module.training)
    if is_parametrized(module, tensor_name):
        if not unsafe:
            _check_next(module, tensor_name, parametrization)
        module.parametrizations[tensor_name].append(parametrization)
        module.parametrizations[tensor_name].unsafe |= unsafe
    elif tensor_name in module._buffers or tensor_name in module._parameters:
        found = ParametrizationList([parametrization], getattr(module, tensor_name), unsafe)
        delattr(module, tensor_name)
        if not is_parametrized(module):
            _own_class(module)
            module.parametrizations = ModuleDict()
        _as_property(module, tensor_name)
        module.parametrizations[tensor_name] = found
    else:
        raise ValueError(
            f"Module '{module}' does not have a parameter, a buffer, or a parametrized element "
            f"with name '{tensor_name}'"
        )
    return module


def _check_next(module, name, parametrization):
    """Refuse one more function that changes dtype or shape, forward or back."""
    before = getattr(module, name)
    after = parametrization(before)
    _check_alike(after, before, f"parametrization(module.{name})")
    back = _inverse(parametrization, after)
    if not isinstance(back, Tensor):
        raise ValueError(
            f"parametrization.right_inverse must return a tensor. Got: {type(back).__name__}"
        )
    if back.dtype != before.dtype or back.shape != before.shape:
        what = "dtype" if back.dtype != before.dtype else "shape"
        raise ValueError(
            f"The tensor returned by parametrization.right_inverse must have the same {what} as "
            f"module.{name}, unless the `unsafe` flag is enabled; got {back.spec}"
        )


def is_parametrized(module: Module, tensor_name: str | None = None) -> bool:
    """Whether a tensor of a module, or any, is parametrized."""
    found = getattr(module, "parametrizations", None)
    if not isinstance(found, ModuleDict):
        return False
    return len(found) > 0 if tensor_name is None else tensor_name in found


def remove_parametrizations(
    module: Module, tensor_name: str, leave_parametrized: bool = True
) -> Module:
    """Make a parametrized tensor a parameter or buffer again.

    Parameters
    ----------
    module : Module
    tensor_name : str
    leave_parametrized : bool
        It keeps its present value; else it becomes what was trained.

    Returns
    -------
    Module
        The module.
    """
    if not is_parametrized(module, tensor_name):
        raise ValueError(f"Module {module} does not have a parametrization on {tensor_name}")
    found = module.parametrizations[tensor_name]
    if found.is_tensor:
        original = found.original
        if leave_parametrized:
            with tl.no_grad():
                original.data = getattr(module, tensor_name).detach()
    elif leave_parametrized:
        value = getattr(module, tensor_name)
        original = Parameter(value.detach()) if value.requires_grad else value
    else:
        raise ValueError(
            "Cannot leave unparametrized (`leave_parametrized=False`) a tensor that is "
            "parametrized in terms of a sequence of tensors."
        )
    delattr(type(module), tensor_name)
    del module.parametrizations[tensor_name]
    _register(module, tensor_name, original)
    if not is_parametrized(module):
        del module.parametrizations
        module.__class__ = type(module).__bases__[0]
    return module


def type_before_parametrizations(module: Module) -> type[Module]:
    """The class that a module had before any of its tensors was parametrized."""
    return type(module).__bases__[0] if is_parametrized(module) else type(module)


def transfer_parametrizations_and_params(
    from_module: Module, to_module: Model, tensor_name: str | None = None
) -> Model:
    """Give another module the same functions and the same parameters behind them.

    Parameters
    ----------
    from_module, to_module : Module
    tensor_name : str, optional
        One tensor; by default all that are parametrized.

    Returns
    -------
    Module
        `to_module`.
    """
    if not is_parametrized(from_module):
        return to_module
    names = list(from_module.parametrizations) if tensor_name is None else [tensor_name]
    for name in names:
        found = from_module.parametrizations[name]
        if not hasattr(to_module, name):
            setattr(to_module, name, Parameter(getattr(from_module, name).detach()))
        for parametrization in found:
            register_parametrization(to_module, name, parametrization)
        mine = to_module.parametrizations[name]
        for key in (*found._parameters, *found._buffers):
            setattr(mine, key, getattr(found, key))
    return to_module


gate_all(globals(), [name for name in __all__ if name != "cached"])
__dir__ = _listing(__name__)
_document(globals(), __all__)
