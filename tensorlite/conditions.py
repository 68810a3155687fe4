"""Conditions that programs check by PyTorch's names: `tensorlite._check` and its like."""

from .dtypes import bool_
from .errors import expected
from .tensor import Tensor


def _raised_unless(cond, error, message):
    if isinstance(cond, Tensor):
        raise TypeError("cond must be a bool, but got a Tensor; try tensorlite._check_tensor_all()")
    if not isinstance(cond, bool):
        raise TypeError(f"cond must be a bool, but got {type(cond)}; try bool()")
    if cond:
        return
    if message is None:
        raise error("Expected cond to be True, but got False; try message=lambda: '...'")
    if not callable(message):
        raise TypeError(expected("_check", "message to be a function of nothing",
                                 type(message).__name__, "lambda: '...'"))  # fmt: skip
    raise error(str(message()))


def _check(cond, message=None):
    """Raise a RuntimeError with the text that `message()` gives, unless `cond` is True."""
    _raised_unless(cond, RuntimeError, message)


def _check_with(error_type, cond, message=None):
    """The same with an error of one's own."""
    _raised_unless(cond, error_type, message)


def _check_index(cond, message=None):
    """The same with an IndexError."""
    _raised_unless(cond, IndexError, message)


def _check_value(cond, message=None):
    """The same with a ValueError."""
    _raised_unless(cond, ValueError, message)


def _check_type(cond, message=None):
    """The same with a TypeError."""
    _raised_unless(cond, TypeError, message)


def _check_not_implemented(cond, message=None):
    """The same with a NotImplementedError."""
    _raised_unless(cond, NotImplementedError, message)


def _check_is_size(i, message=None, *, max=None):
    """The same unless a number is 0 or more, and `max` at most."""
    _raised_unless(i >= 0 and (max is None or i <= max), RuntimeError, message)


def _check_tensor_all(cond, message=None):
    """The same unless all elements of a bool Tensor are True."""
    kind = cond.dtype if isinstance(cond, Tensor) else type(cond).__name__
    if not isinstance(cond, Tensor) or kind is not bool_:
        raise TypeError(expected("_check_tensor_all", "cond to be a tensor of bool", f"{kind}",
                                 "x == y"))  # fmt: skip
    _raised_unless(bool(cond.all()), RuntimeError, message)


def _assert_async(input, assert_msg="Expected Tensor with single nonzero value, but got zero"):
    """Raise a RuntimeError with this text if the one element of a Tensor is zero."""
    if not input:
        raise RuntimeError(assert_msg)


def _assert(condition, message):
    """Raise an AssertionError with this text unless the condition holds."""
    if not condition:
        raise AssertionError(message)
