"""Module: the base of every layer and model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, overload

import tensorlite as tl

from .. import dtypes, formats
from ..absent import unknown
from ..annotations import DeviceLike
from ..batches import again as part_by_part
from ..batches import batches
from ..counted import Table
from ..errors import expected, type_name
from ..gate import refuse_forward
from ..kernels import interpreters
from ..tensor import Tensor, structure
from .hooked import call_with_hooks
from .hooks import (
    RemovableHandle,
    _global_backward_hooks,
    _global_backward_pre_hooks,
    _global_buffer_registration_hooks,
    _global_forward_hooks,
    _global_forward_pre_hooks,
    _global_module_registration_hooks,
    _global_parameter_registration_hooks,
    add_hook,
    around_calls,
    registered,
)
from .moving import parsed_to, replace_data
from .parameter import Buffer, Parameter
from .state import (
    WithoutModule,
    _IncompatibleKeys,
    gather_own_state,
    gather_state,
    load_own_state,
    load_state,
)
from .tree import TABLES, assign_registered, check_name, displace, named_members

__all__ = ["Module"]

_HOOK_TABLES = (
    "_forward_pre_hooks",
    "_forward_hooks",
    "_forward_kwargs",
    "_forward_always",
    "_backward_pre_hooks",
    "_backward_hooks",
    "_state_dict_pre_hooks",
    "_state_dict_hooks",
    "_state_dict_post_hooks",
    "_load_state_dict_pre_hooks",
    "_load_state_dict_post_hooks",
)


class Module:
    """Base class of layers and models: a tree of parameters, buffers and child modules.

    Subclasses call ``super().__init__()``, assign Parameters, Buffers and Modules as attributes
    (which registers them), and write ``forward``.

    Attributes
    ----------
    training : bool
        True after `train()` (the start), False after `eval()`; Dropout and BatchNorm read it.

    Examples
    --------
    >>> import tensorlite as tl
    >>> from tensorlite import nn
    >>> class Net(nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.hidden = nn.Linear(4, 8)
    ...         self.out = nn.Linear(8, 2)
    ...     def forward(self, x):
    ...         return self.out(tl.relu(self.hidden(x)))
    >>> net = Net()
    >>> net(tl.zeros(3, 4)).shape
    tensorlite.Size([3, 2])
    >>> net
    Net(
      (hidden): Linear(in_features=4, out_features=8, bias=True)
      (out): Linear(in_features=8, out_features=2, bias=True)
    )
    """

    training: bool
    _version = 1
    call_super_init: bool = False  # whether what stands behind Module in a class is made, too
    dump_patches: bool = False  # PyTorch's, without effect
    _may_lack: tuple[str, ...] = ()  # names that states of older programs do not have
    _unwatched: frozenset[str] = frozenset()  # attributes that decide nothing in a plan
    _hooks_of_all = (_global_forward_pre_hooks, _global_forward_hooks, _global_backward_pre_hooks,
                     _global_backward_hooks)  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if args and isinstance(args[0], Tensor):
            own = type(self).__name__
            raise TypeError(expected(own, "no settings", "a Tensor", f"{own}()(input)"))
        if (args or kwargs) and not self.call_super_init:
            given = next(iter(kwargs), None)
            what = f"keyword argument {given!r}" if kwargs else f"argument {args[0]!r}"
            raise TypeError(f"{type(self).__name__}.__init__() got an unexpected {what}")
        for table in (*TABLES, *_HOOK_TABLES):  # past `__setattr__`, which needs them
            self.__dict__[table] = Table()
        self.__dict__["_non_persistent_buffers_set"] = set()
        self.__dict__["training"] = True
        if self.call_super_init:
            super().__init__(*args, **kwargs)

    def __setstate__(self, state: dict[str, Any]) -> None:
        """The attributes that copies and pickles bring; subclasses add to them."""
        structure.changes += 1
        self.__dict__.update(state)
        for table in (*TABLES, *_HOOK_TABLES):  # pickles of PyTorch's hold plain dicts, or none
            brought = self.__dict__.get(table, ())
            if type(brought) is not Table:
                self.__dict__[table] = Table(brought)

    # calls

    if TYPE_CHECKING:
        forward: Callable[..., Any]  # with parameters of its own in each subclass
    else:

        def forward(self, *inputs: Any) -> Any:
            """The computation of every call; every subclass writes it."""
            raise NotImplementedError(
                f'Module [{type(self).__name__}] is missing the required "forward" function; '
                "try def forward(self, x)"
            )

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        recorder = interpreters.current()
        if recorder is not None:
            recorder.uses(self)
        try:
            if not (
                self._forward_pre_hooks
                or self._forward_hooks
                or self._backward_hooks
                or self._backward_pre_hooks
                or around_calls
            ):
                return self.forward(*args, **kwargs)
            return call_with_hooks(self, args, kwargs)
        except Exception as error:
            if batches.used:
                made = part_by_part(error, self, args, kwargs)
                if made is not NotImplemented:
                    return made
            refuse_forward(error, self, args, kwargs)
            raise

    def compile(self, **options: Any) -> None:
        """Let this Module run as plans from now on, in place; see `tensorlite.compile`."""
        own = type(self).forward.__get__(self)
        self.__dict__["forward"] = tl.compile(own, **options)  # hides no class's from editors

    def register_forward_pre_hook(
        self, hook: Callable[..., Any], *, prepend: bool = False, with_kwargs: bool = False
    ) -> RemovableHandle:
        """Call ``hook(module, args)`` before every forward; it may return new arguments."""
        flags = (self._forward_kwargs,) if with_kwargs else ()
        return add_hook(self._forward_pre_hooks, hook, prepend=prepend, flags=flags)

    def register_forward_hook(
        self,
        hook: Callable[..., Any],
        *,
        prepend: bool = False,
        with_kwargs: bool = False,
        always_call: bool = False,
    ) -> RemovableHandle:
        """Call ``hook(module, args, out)`` after every forward; it may return a new result."""
        flags = (self._forward_kwargs,) if with_kwargs else ()
        flags += (self._forward_always,) if always_call else ()
        return add_hook(self._forward_hooks, hook, prepend=prepend, flags=flags)

    def register_full_backward_hook(
        self, hook: Callable[..., Any], prepend: bool = False
    ) -> RemovableHandle:
        """Call ``hook(module, grad_input, grad_output)`` when the input gradients are known."""
        return add_hook(self._backward_hooks, hook, prepend=prepend)

    def register_full_backward_pre_hook(
        self, hook: Callable[..., Any], prepend: bool = False
    ) -> RemovableHandle:
        """Call ``hook(module, grad_output)`` before the Module's backward."""
        return add_hook(self._backward_pre_hooks, hook, prepend=prepend)

    def register_backward_hook(self, hook: Callable[..., Any]) -> RemovableHandle:
        """An older name of `register_full_backward_hook`."""
        return self.register_full_backward_hook(hook)

    # registration and attributes

    def register_parameter(self, name: str, param: Parameter | None) -> None:
        """Add a Parameter (or None, a place kept free) under `name`."""
        check_name(self, "parameter", name)
        if param is not None and not isinstance(param, Parameter):
            raise TypeError(
                f"register_parameter: cannot assign {type_name(param)!r} object to parameter "
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

    def register_buffer(self, name: str, tensor: Tensor | None, persistent: bool = True) -> None:
        """Add a tensor that is state but not trained; `persistent` puts it into state_dict."""
        check_name(self, "buffer", name)
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

    def add_module(self, name: str, module: Module | None) -> None:
        """Add a child Module (or None) under `name`."""
        if module is not None and not isinstance(module, Module):
            raise TypeError(
                f"add_module: {module!r} is not a Module subclass; expected a Module or None; "
                f"got {type_name(module)}"
            )
        check_name(self, "module", name)
        structure.changes += 1
        self._modules[name] = registered(_global_module_registration_hooks, self, name, module)

    def register_module(self, name: str, module: Module | None) -> None:
        """Alias of `add_module`."""
        self.add_module(name, module)

    def __getattr__(self, name: str) -> Any:
        for table in TABLES:
            entries = self.__dict__.get(table)
            if entries is not None and name in entries:
                return entries[name]
        raise unknown(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        structure.changes += 1
        if isinstance(value, Parameter):
            displace(self, name, keep="_parameters")
            self.register_parameter(name, value)
        elif isinstance(value, Module):
            if "_modules" not in self.__dict__:
                raise AttributeError(
                    "cannot assign module before Module.__init__() call; "
                    "try super().__init__() first"
                )
            displace(self, name, keep="_modules")
            self._modules[name] = registered(_global_module_registration_hooks, self, name, value)
        elif isinstance(value, Buffer):
            displace(self, name, keep="_buffers")
            self.register_buffer(name, value, value.persistent)
        elif not assign_registered(self, name, value):
            super().__setattr__(name, value)

    def __delattr__(self, name: str) -> None:
        structure.changes += 1
        for table in TABLES:
            if name in self.__dict__.get(table, ()):
                del self.__dict__[table][name]
                self._non_persistent_buffers_set.discard(name)
                return
        super().__delattr__(name)

    def __dir__(self) -> list[str]:
        names = set(super().__dir__())
        for table in TABLES:
            names.update(self.__dict__.get(table, ()))
        return sorted(n for n in names if not n[0].isdigit())

    # walking

    def named_parameters(
        self, prefix: str = "", recurse: bool = True, remove_duplicate: bool = True
    ) -> Iterator[tuple[str, Parameter]]:
        """Pairs (path, Parameter), each parameter once."""
        return named_members(self, "_parameters", prefix, recurse, remove_duplicate)

    def named_buffers(
        self, prefix: str = "", recurse: bool = True, remove_duplicate: bool = True
    ) -> Iterator[tuple[str, Tensor]]:
        """Pairs (path, buffer), each buffer once."""
        return named_members(self, "_buffers", prefix, recurse, remove_duplicate)

    def parameters(self, recurse: bool = True) -> Iterator[Parameter]:
        """All parameters, each once: what an optimizer takes."""
        for _, param in self.named_parameters(recurse=recurse):
            yield param

    def buffers(self, recurse: bool = True) -> Iterator[Tensor]:
        """All buffers, each once."""
        for _, buffer in self.named_buffers(recurse=recurse):
            yield buffer

    def named_children(self) -> Iterator[tuple[str, Module]]:
        """Pairs (name, Module) of the direct children, each once."""
        seen = set()
        for name, module in self._modules.items():
            if module is not None and id(module) not in seen:
                seen.add(id(module))
                yield name, module

    def children(self) -> Iterator[Module]:
        """The direct children, each once."""
        for _, module in self.named_children():
            yield module

    def named_modules(
        self, memo: set[Module] | None = None, prefix: str = "", remove_duplicate: bool = True
    ) -> Iterator[tuple[str, Module]]:
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

    def modules(self, remove_duplicate: bool = True) -> Iterator[Module]:
        """This Module and all below it, each once unless ``remove_duplicate=False``."""
        for _, module in self.named_modules(remove_duplicate=remove_duplicate):
            yield module

    def get_submodule(self, target: str) -> Module:
        """The Module at a dotted path; the empty path is this one."""
        module: Any = self
        for name in target.split(".") if target else ():
            if not hasattr(module, name):
                raise AttributeError(f"{type(module).__name__} has no attribute `{name}`")
            module = getattr(module, name)
            if not isinstance(module, Module):
                raise AttributeError(f"`{name}` is not an nn.Module")
        return module

    def set_submodule(self, target: str, module: Module, strict: bool = False) -> None:
        """Put a Module at a dotted path; with `strict` there must be one already."""
        path, _, name = target.rpartition(".")
        if not name:
            raise ValueError("Cannot set the submodule without a target name!")
        if not isinstance(module, Module):
            raise ValueError(f"`module` is not an nn.Module, found {type(module)}")
        owner = self.get_submodule(path)
        if strict and not hasattr(owner, name):
            raise AttributeError(f"{type(owner).__name__} has no attribute `{name}`")
        if hasattr(owner, name) and not isinstance(getattr(owner, name), Module):
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

    def get_parameter(self, target: str) -> Parameter:
        """The Parameter at a dotted path."""
        return self._get_member(
            target, "Parameter", lambda m, n: isinstance(getattr(m, n), Parameter)
        )

    def get_buffer(self, target: str) -> Tensor:
        """The buffer at a dotted path."""
        return self._get_member(target, "Buffer", lambda m, n: n in m._buffers)

    # changing the whole tree

    def apply(self, fn: Callable[[Module], Any]) -> Self:
        """Call ``fn(module)`` on every Module below and then on this one; returns self."""
        for module in self.children():
            module.apply(fn)
        fn(self)
        return self

    def _apply(self, fn, recurse=True):
        """Replace every parameter's, gradient's and buffer's data by ``fn(data)``."""
        for module in self.children() if recurse else ():
            module._apply(fn)
        with tl.no_grad():
            for param in self._parameters.values():
                if param is not None:
                    replace_data(param, fn)
            for name, buffer in self._buffers.items():
                if buffer is not None:
                    self._buffers[name] = fn(buffer)
        return self

    @overload
    def to(
        self,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
        non_blocking: bool = False,
        *,
        memory_format: formats.memory_format | None = None,
    ) -> Self: ...
    @overload
    def to(
        self,
        dtype: dtypes.dtype,
        non_blocking: bool = False,
        *,
        memory_format: formats.memory_format | None = None,
    ) -> Self: ...
    @overload
    def to(
        self,
        tensor: Tensor,
        non_blocking: bool = False,
        *,
        memory_format: formats.memory_format | None = None,
    ) -> Self: ...
    def to(self, *args: Any, **kwargs: Any) -> Self:
        """Move and cast parameters and buffers in place; integers keep their dtype.

        Parameters
        ----------
        *args, **kwargs
            A device, a floating dtype, both, or a Tensor whose device and dtype are taken;
            ``memory_format=`` is for parameters and buffers of 4 or 5 dims.

        Returns
        -------
        Module
            self

        Raises
        ------
        TypeError
            If the dtype is not a floating one.

        Examples
        --------
        >>> import tensorlite as tl
        >>> tl.nn.Linear(2, 2).to(tl.float64).weight.dtype
        tensorlite.float64
        """
        device, dtype, memory_format = parsed_to(args, kwargs)
        if dtype is not None and not (dtype.is_floating_point or dtype.is_complex):
            raise TypeError(
                f"nn.Module.to: expected a floating point or complex dtype; got {dtype}; "
                "try casting the one tensor that should be an integer"
            )

        def convert(tensor):
            cast = dtype if tensor.is_floating_point() or tensor.is_complex() else None
            wanted = {"device": device, "dtype": cast}
            if memory_format is not None and tensor.ndim in (4, 5):
                wanted["memory_format"] = memory_format
            wanted = {k: v for k, v in wanted.items() if v is not None}
            return tensor.to(**wanted) if wanted else tensor

        return self._apply(convert)

    def type(self, dst_type: dtypes.dtype) -> Self:
        """Cast all parameters and buffers, integers too."""
        return self._apply(lambda t: t.to(dst_type))

    def float(self) -> Self:
        """Cast floating parameters and buffers to float32."""
        return self.to(tl.float32)

    def double(self) -> Self:
        """Cast floating parameters and buffers to float64."""
        return self.to(tl.float64)

    def half(self) -> Self:
        """Its floating point parameters and buffers as float16."""
        return self._apply(lambda t: t.half() if t.is_floating_point() else t)

    def bfloat16(self) -> Self:
        """Its floating point parameters and buffers as bfloat16."""
        return self._apply(lambda t: t.bfloat16() if t.is_floating_point() else t)

    def cpu(self) -> Self:
        """Move to the CPU."""
        return self._apply(lambda t: t.cpu())

    def cuda(self, device: DeviceLike | None = None) -> Self:
        """Move to a CUDA device."""
        return self._apply(lambda t: t.cuda() if device is None else t.cuda(device))

    def to_empty(self, *, device: DeviceLike, recurse: bool = True) -> Self:
        """Move to a device without the values: parameters and buffers may hold anything then."""
        return self._apply(lambda x: tl.empty_like(x, device=device), recurse)

    def train(self, mode: bool = True) -> Self:
        """Set `training` here and below; returns self."""
        if not isinstance(mode, bool):
            raise ValueError(f"train: training mode is expected to be boolean; got {mode!r}")
        for module in self.modules():
            module.training = mode
        return self

    def eval(self) -> Self:
        """Set `training` to False here and below; returns self."""
        return self.train(False)

    def requires_grad_(self, requires_grad: bool = True) -> Self:
        """Switch the gradients of all parameters on or off; returns self."""
        for param in self.parameters():
            param.requires_grad_(requires_grad)
        return self

    def zero_grad(self, set_to_none: bool = True) -> None:
        """Drop the gradients of all parameters, or set them to zero."""
        for param in self.parameters():
            if set_to_none:
                param.grad = None
            elif param.grad is not None:
                param.grad = param.grad.detach().zero_()

    # state

    def get_extra_state(self) -> Any:
        """State beyond parameters and buffers; override together with `set_extra_state`."""
        raise RuntimeError("get_extra_state: not defined; override it in your Module")

    def set_extra_state(self, state: Any) -> None:
        """Take what `get_extra_state` gave; called by `load_state_dict`."""
        raise RuntimeError("set_extra_state: not defined; override it in your Module")

    def _own_state(self):
        """The names and tensors of this Module alone that state_dict holds."""
        yield from self._parameters.items()
        for name, buffer in self._buffers.items():
            if name not in self._non_persistent_buffers_set:
                yield name, buffer

    def _has_extra(self):
        return type(self).get_extra_state is not Module.get_extra_state

    def _takes_extra(self):
        return type(self).set_extra_state is not Module.set_extra_state

    def state_dict(
        self, *, destination: Any = None, prefix: str = "", keep_vars: bool = False
    ) -> dict[str, Any]:
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
        return gather_state(self, destination, prefix, keep_vars)

    def _save_to_state_dict(self, destination, prefix, keep_vars):
        """Put what this Module alone has into `destination`; override it to save in another way."""
        gather_own_state(self, destination, prefix, keep_vars)

    def load_state_dict(
        self, state_dict: Mapping[str, Any], strict: bool = True, assign: bool = False
    ) -> _IncompatibleKeys:
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
        return load_state(self, state_dict, strict, assign)

    def _load_from_state_dict(self, state_dict, prefix, local_metadata, strict, missing_keys,
                              unexpected_keys, error_msgs):  # fmt: skip
        """Load what this Module alone has; override it to load in another way.

        Within `load_state_dict` it is written when all Modules are known to fit. What is missing
        and what does not fit is added to the lists, as it is of `strict` Modules only.
        """
        told = missing_keys, unexpected_keys, error_msgs
        load_own_state(self, state_dict, prefix, local_metadata, strict, *told)

    def register_state_dict_pre_hook(self, hook: Callable[..., Any]) -> RemovableHandle:
        """Call `hook(module, prefix, keep_vars)` before state_dict reads the Module."""
        return add_hook(self._state_dict_pre_hooks, hook)

    def register_state_dict_post_hook(self, hook: Callable[..., Any]) -> RemovableHandle:
        """Call `hook(module, state_dict, prefix, local_metadata)` after state_dict."""
        return add_hook(self._state_dict_hooks, hook, flags=(self._state_dict_post_hooks,))

    def _register_state_dict_hook(self, hook):
        """The same for a hook that may return another state_dict, as older programs have it."""
        return add_hook(self._state_dict_hooks, hook)

    def register_load_state_dict_pre_hook(self, hook: Callable[..., Any]) -> RemovableHandle:
        """Call `hook(module, state_dict, prefix, ...)` before load_state_dict checks."""
        return add_hook(self._load_state_dict_pre_hooks, hook)

    def _register_load_state_dict_pre_hook(self, hook, with_module=False):
        """The same for a hook that does not take the module, as older programs have it."""
        if with_module:
            return self.register_load_state_dict_pre_hook(hook)
        return self.register_load_state_dict_pre_hook(WithoutModule(hook))

    def register_load_state_dict_post_hook(self, hook: Callable[..., Any]) -> RemovableHandle:
        """Call `hook(module, incompatible_keys)` after load_state_dict has written."""
        return add_hook(self._load_state_dict_post_hooks, hook)

    # text

    def _get_name(self):
        return type(self).__name__

    def extra_repr(self) -> str:
        """What repr shows between the brackets; override it."""
        return ""

    def __repr__(self) -> str:
        extra = self.extra_repr()
        lines = extra.split("\n") if extra else []
        children = self._child_lines()
        if not children and len(lines) <= 1:
            return f"{self._get_name()}({extra})"
        body = "".join(f"  {line}\n" for line in lines + children)
        return f"{self._get_name()}(\n{body})"

    def _child_lines(self):
        return [f"({name}): {indented(module)}" for name, module in self._modules.items()]


Model = TypeVar("Model", bound=Module)


def indented(value):
    """The repr of a child, its lines after the first moved two columns to the right."""
    return repr(value).replace("\n", "\n  ")
