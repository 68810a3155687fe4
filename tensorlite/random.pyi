"""Made by `python -m tensorlite.stubs` from what is said where the functions are."""

from builtins import bool as _bool, float as _float, int as _int
from collections.abc import Callable as _Callable, Iterable as _Iterable, Iterator as _Iterator
from collections.abc import Mapping as _Mapping, Sequence as _Sequence
from typing import Any as _Any, Generic as _Generic, Literal as _Literal, Self as _Self
from typing import TypeVar as _TypeVar, overload as _overload

from numpy import ndarray as _ndarray

_F = _TypeVar("_F", bound=_Callable[..., _Any])
_T = _TypeVar("_T")
_T_co = _TypeVar("_T_co", covariant=True)

from .device import device as _device
from .ops.generators import Generator as _Generator
from .tensor import Tensor
from contextlib import AbstractContextManager as _AbstractContextManager

__all__ = [
    "default_generator",
    "fork_rng",
    "get_rng_state",
    "initial_seed",
    "manual_seed",
    "seed",
    "set_rng_state",
]
default_generator: _Generator
def fork_rng(
    devices: _Iterable[_device | str | _int] | None = None,
    enabled: _bool = True,
    device_type: str = 'cuda',
) -> _AbstractContextManager[None]:
    """A context that gives the default generator back as it was.

    Parameters
    ----------
    devices : iterable of devices, optional
        Nothing depends on it: one stream of random numbers serves the CPU and all cards.
    enabled : bool
        Without it the context does nothing.
    device_type : str, default 'cuda'

    Returns
    -------
    context manager

    Examples
    --------
    >>> with tl.random.fork_rng():
    ...     x = tl.rand(2)
    >>> bool((tl.rand(2) == x).all())
    True
    """
def get_rng_state() -> Tensor:
    """The state of the default generator.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> state = tl.get_rng_state()
    >>> x = tl.rand(3)
    >>> tl.set_rng_state(state)
    >>> bool((tl.rand(3) == x).all())
    True
    """
def initial_seed() -> _int:
    """The seed of the default generator.

    Returns
    -------
    int

    Examples
    --------
    >>> with tl.random.fork_rng():
    ...     generator = tl.manual_seed(7)
    ...     tl.initial_seed()
    7
    """
def manual_seed(seed: _int) -> _Generator:
    """Start the default generator's stream of this seed anew; returns the generator.

    Parameters
    ----------
    seed : int

    Returns
    -------
    Generator

    Examples
    --------
    >>> generator = tl.manual_seed(0)
    >>> x = tl.rand(3)
    >>> generator = tl.manual_seed(0)
    >>> bool((tl.rand(3) == x).all())
    True
    """
def seed() -> _int:
    """Seed the default generator from the system's entropy; returns the new seed.

    Returns
    -------
    int

    Examples
    --------
    >>> state = tl.get_rng_state()
    >>> tl.seed() == tl.initial_seed()
    True
    >>> tl.set_rng_state(state)
    """
def set_rng_state(new_state: Tensor) -> None:
    """Set the state of the default generator.

    Parameters
    ----------
    new_state : Tensor (...)

    Returns
    -------
    None

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> state = tl.get_rng_state()
    >>> order = tl.randperm(10)
    >>> tl.set_rng_state(state)
    >>> bool((tl.randperm(10) == order).all())
    True
    """
