"""Switches for recording: context managers that are decorators too, one state per thread."""

import contextlib
import functools
from collections.abc import Callable
from typing import Any, Self, TypeVar, overload

from ..declare import offer
from ..errors import expected
from ..gate import gated
from ..graph import mode as state

F = TypeVar("F", bound=Callable[..., Any])


class _Switch(contextlib.ContextDecorator):
    """Sets whether ops are recorded, and restores what was before; may be nested and reused."""

    inference: bool | None = None  # what is set of inference mode; None: as it is

    def __init__(self, record: bool) -> None:
        self.record = record
        self.before = []

    def __enter__(self) -> None:
        self.before.append((state.grad, state.inference))
        state.grad = self.record
        if self.inference is not None:
            state.inference = self.inference

    def __exit__(self, *error: object) -> None:
        state.grad, state.inference = self.before.pop()

    def _recreate_cm(self):
        again = _Switch(self.record)
        again.inference = self.inference
        return again

    def __call__(self, function: F) -> F:
        import inspect

        if inspect.isgeneratorfunction(function):
            return _generator(self, function)
        return super().__call__(function)


def _generator(switch, function):
    """A generator function whose body, but not what happens between its values, is switched."""

    @functools.wraps(function)
    def bound(*args, **named):
        generator, reply, failure = function(*args, **named), None, None
        try:
            while True:
                with switch._recreate_cm():
                    value = generator.send(reply) if failure is None else generator.throw(failure)
                reply = failure = None
                try:
                    reply = yield value
                except GeneratorExit:
                    raise
                except BaseException as error:
                    failure = error
        except StopIteration as stop:
            return stop.value
        finally:
            with switch._recreate_cm():
                generator.close()

    return bound


class _Plain(_Switch):
    """A switch that decorates without parentheses too."""

    @overload
    def __new__(cls, function: bool | None = None, **named: Any) -> Self: ...
    @overload
    def __new__(cls, function: F, **named: Any) -> F: ...  # type: ignore[misc]
    def __new__(cls, function: Callable[..., Any] | bool | None = None, **named: Any) -> Any:
        made = super().__new__(cls)
        if callable(function):
            made.__init__()  # type: ignore[misc]
            return made(function)
        return made


def _check_nothing(op, given):
    """Raise if a switch that takes nothing, but decorates functions, was given something else."""
    if given is not None:
        got = type(given).__name__
        raise TypeError(expected(op, "a function to decorate, or nothing", got, f"with {op}():"))


class no_grad(_Plain):
    """Do not record ops: results do not require grad.

    Examples
    --------
    >>> x = tl.tensor(1.0, requires_grad=True)
    >>> with tl.no_grad():
    ...     y = x * 2
    >>> y.requires_grad
    False
    """

    def __init__(self, function: Callable[..., Any] | None = None) -> None:
        _check_nothing("no_grad", function)
        super().__init__(False)


class enable_grad(_Plain):
    """Record ops, also inside of `no_grad`."""

    def __init__(self, function: Callable[..., Any] | None = None) -> None:
        _check_nothing("enable_grad", function)
        super().__init__(True)


def _flag(op, mode):
    if not isinstance(mode, bool):
        raise TypeError(expected(op, "a bool", repr(mode), "True"))
    return mode


class set_grad_enabled(_Switch):
    """Record ops or not, at once; as a context manager, until it ends."""

    def __init__(self, mode: bool) -> None:
        super().__init__(_flag("set_grad_enabled", mode))
        super().__enter__()
        self.entered = False

    def __enter__(self) -> None:
        if self.entered:
            super().__enter__()
        self.entered = True

    def __call__(self, function: F) -> F:
        self.__exit__()  # as a decorator it changes nothing outside of the function
        return super().__call__(function)


class inference_mode(_Plain):
    """Do not record ops; ``inference_mode(False)`` records them."""

    def __init__(self, mode: bool | Callable[..., Any] = True) -> None:
        mode = True if callable(mode) else _flag("inference_mode", mode)
        super().__init__(not mode)
        self.inference = mode


class set_multithreading_enabled(contextlib.ContextDecorator):
    """Accepted without effect: one thread walks a graph, whose kernels may use several.

    Parameters
    ----------
    mode : bool

    Examples
    --------
    >>> x = tl.tensor(3.0, requires_grad=True)
    >>> with tl.autograd.set_multithreading_enabled(False):
    ...     (x * x).backward()
    >>> x.grad
    tensor(6.)
    """

    def __init__(self, mode: bool) -> None:
        self.mode = _flag("set_multithreading_enabled", mode)

    def __enter__(self) -> None:
        return None

    def __exit__(self, *error: Any) -> None:
        return None


def is_grad_enabled() -> bool:
    """Whether ops on tensors that require grad are recorded."""
    return state.grad


def is_inference_mode_enabled() -> bool:
    """Whether an `inference_mode` is active."""
    return state.inference


for _function in (
    *(no_grad, enable_grad, set_grad_enabled, inference_mode),
    *(is_grad_enabled, is_inference_mode_enabled),
):
    plain = isinstance(_function, type)
    offer(_function.__name__, _function if plain else gated(_function))
