"""Module: the base of every layer and model."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Self

import tensorlite as tl

from ..annotations import DeviceLike
from ..batches import again as part_by_part
from ..batches import batches
from ..counted import Table
from ..dtypes import as_dtype
from ..errors import expected
from ..gate import refuse_forward
from ..kernels import interpreters
from ..tensor import Tensor, structure
from .hooks import (
    BackwardGates,
    _global_backward_hooks,
    _global_backward_pre_hooks,
    _global_forward_hooks,
    _global_forward_hooks_always_called,
    _global_forward_hooks_with_kwargs,
    _global_forward_pre_hooks,
    add_hook,
    around_calls,
)
from .parameter import is_uninitialized
from .state import ModuleState

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


class Module(ModuleState):
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

    _unwatched: frozenset[str] = frozenset()  # attributes that decide nothing in a plan
    _hooks_of_all = (_global_forward_pre_hooks, _global_forward_hooks, _global_backward_pre_hooks,
                     _global_backward_hooks)  # fmt: skip

    def __init__(self, *args, **kwargs) -> None:
        if args and isinstance(args[0], Tensor):
            own = type(self).__name__
            raise TypeError(expected(own, "no settings", "a Tensor", f"{own}()(input)"))
        if args or kwargs:
            given = next(iter(kwargs), None)
            what = f"keyword argument {given!r}" if kwargs else f"argument {args[0]!r}"
            raise TypeError(f"{type(self).__name__}.__init__() got an unexpected {what}")
        self._new_tables()
        for table in _HOOK_TABLES:
            self.__dict__[table] = Table()
        self.__dict__["training"] = True

    def __setstate__(self, state):
        """The attributes that copies and pickles bring; subclasses add to them."""
        structure.changes += 1
        self.__dict__.update(state)

    if TYPE_CHECKING:
        forward: Callable[..., Any]  # with parameters of its own in each subclass
    else:

        def forward(self, *inputs):
            """The computation of every call; every subclass writes it."""
            raise NotImplementedError(
                f'Module [{type(self).__name__}] is missing the required "forward" function'
            )

    def __call__(self, *args, **kwargs):
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
            return self._call_with_hooks(args, kwargs)
        except Exception as error:
            if batches.used:
                made = part_by_part(error, self, args, kwargs)
                if made is not NotImplemented:
                    return made
            refuse_forward(error, self, args, kwargs)
            raise

    def compile(self, **options):
        """Let this Module run as plans from now on, in place; see `tensorlite.compile`."""
        self.forward = tl.compile(type(self).forward.__get__(self), **options)

    # hooks

    def _call_with_hooks(self, args, kwargs):
        called, out = set(), None
        try:
            args, kwargs = self._run_pre_hooks(args, kwargs)
            gates = None
            pre = [*_global_backward_pre_hooks.values(), *self._backward_pre_hooks.values()]
            full = [*_global_backward_hooks.values(), *self._backward_hooks.values()]
            if pre or full:
                gates = BackwardGates(self, pre, full)
                args = gates.gate_inputs(args)
            out = self.forward(*args, **kwargs)
            for key, hook in self._all_forward_hooks():
                called.add(key)
                out = self._run_forward_hook(key, hook, args, kwargs, out)
        except BaseException:
            always = {*_global_forward_hooks_always_called, *self._forward_always} - called
            for key, hook in self._all_forward_hooks():
                if key in always:
                    self._run_forward_hook(key, hook, args, kwargs, out)
            raise
        return gates.gate_outputs(out) if gates else out

    def _all_forward_hooks(self):
        """The hooks of all Modules, and then its own."""
        return [*_global_forward_hooks.items(), *self._forward_hooks.items()]

    def _run_pre_hooks(self, args, kwargs):
        for key, hook in [*_global_forward_pre_hooks.items(), *self._forward_pre_hooks.items()]:
            if key in self._forward_kwargs:
                changed = hook(self, args, kwargs)
                if changed is None:
                    continue
                if not (isinstance(changed, tuple) and len(changed) == 2):
                    raise RuntimeError(
                        "forward pre-hook must return None or a tuple of (new_args, new_kwargs); "
                        f"got {changed!r}"
                    )
                args, kwargs = changed
            else:
                changed = hook(self, args)
                if changed is not None:
                    args = changed if isinstance(changed, tuple) else (changed,)
        return args, kwargs

    def _run_forward_hook(self, key, hook, args, kwargs, out):
        with_kwargs = key in self._forward_kwargs or key in _global_forward_hooks_with_kwargs
        given = (args, kwargs) if with_kwargs else (args,)
        changed = hook(self, *given, out)
        return out if changed is None else changed

    def register_forward_pre_hook(
        self, hook: Callable, *, prepend: bool = False, with_kwargs: bool = False
    ):
        """Call ``hook(module, args)`` before every forward; it may return new arguments."""
        flags = (self._forward_kwargs,) if with_kwargs else ()
        return add_hook(self._forward_pre_hooks, hook, prepend=prepend, flags=flags)

    def register_forward_hook(
        self,
        hook: Callable,
        *,
        prepend: bool = False,
        with_kwargs: bool = False,
        always_call: bool = False,
    ):
        """Call ``hook(module, args, out)`` after every forward; it may return a new result."""
        flags = (self._forward_kwargs,) if with_kwargs else ()
        flags += (self._forward_always,) if always_call else ()
        return add_hook(self._forward_hooks, hook, prepend=prepend, flags=flags)

    def register_full_backward_hook(self, hook: Callable, prepend: bool = False):
        """Call ``hook(module, grad_input, grad_output)`` when the input gradients are known."""
        return add_hook(self._backward_hooks, hook, prepend=prepend)

    def register_full_backward_pre_hook(self, hook: Callable, prepend: bool = False):
        """Call ``hook(module, grad_output)`` before the Module's backward."""
        return add_hook(self._backward_pre_hooks, hook, prepend=prepend)

    def register_backward_hook(self, hook: Callable):
        """An older name of `register_full_backward_hook`."""
        return self.register_full_backward_hook(hook)

    # the whole tree

    def apply(self, fn: Callable[[Module], Any]) -> Self:
        """Call ``fn(module)`` on every Module below and then on this one; returns self."""
        for module in self.children():
            module.apply(fn)
        fn(self)
        return self

    def _apply(self, fn):
        """Replace every parameter's, gradient's and buffer's data by ``fn(data)``."""
        for module in self.children():
            module._apply(fn)
        with tl.no_grad():
            for param in self._parameters.values():
                if param is not None:
                    _replace_data(param, fn)
            for name, buffer in self._buffers.items():
                if buffer is not None:
                    self._buffers[name] = fn(buffer)
        return self

    def to(self, *args, **kwargs) -> Self:
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

    def type(self, dst_type) -> Self:
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
        modules = self.modules() if recurse else [self]
        with tl.no_grad():
            for module in modules:
                for param in module._parameters.values():
                    if param is not None:
                        _replace_data(param, lambda x: tl.empty_like(x, device=device))
                for name, buffer in module._buffers.items():
                    if buffer is not None:
                        module._buffers[name] = tl.empty_like(buffer, device=device)
        return self

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


def _replace_data(param, fn):
    """Let a parameter and its gradient show ``fn(data)``; the parameter stays the same object."""
    inside = param if is_uninitialized(param) else param.detach()
    grad, data, needed = param.grad, fn(inside), param.requires_grad
    if data.dtype != param.dtype:
        param.grad = None
        param.requires_grad_(False)
    param.data = data
    param.requires_grad_(needed)
    param.grad = None if grad is None else fn(grad.detach())


def indented(value):
    """The repr of a child, its lines after the first moved two columns to the right."""
    return repr(value).replace("\n", "\n  ")


def parsed_to(args, kwargs):
    """(device, dtype, memory format) of the forms of `to`."""
    device, dtype = kwargs.pop("device", None), kwargs.pop("dtype", None)
    memory_format = kwargs.pop("memory_format", None)
    for name in ("non_blocking", "copy"):
        kwargs.pop(name, None)
    if kwargs:
        raise TypeError(f"nn.Module.to: got an unexpected keyword argument {next(iter(kwargs))!r}")
    for arg in args:
        if isinstance(arg, Tensor):
            device, dtype = arg.device, arg.dtype
        elif isinstance(arg, tl.dtype) or arg in (bool, int, float, complex):
            dtype = arg
        elif not isinstance(arg, bool):
            device = arg
    return device, dtype if dtype is None else as_dtype(dtype, "nn.Module.to"), memory_format
