"""Generators of random numbers, and the default one.

A Generator is a seed and an offset into the seed's stream of Philox counters. Every call takes as
many counters as it has groups of elements and moves the offset on, so that the numbers do not
depend on threads, nor on what other generators do.
"""

import contextlib
import os
import threading
from collections.abc import Iterable, Iterator
from typing import Any, Self

import numpy as np

from .. import dtypes
from ..annotations import DeviceLike
from ..declare import offer, public
from ..device import device as Device
from ..device import place
from ..errors import expected
from ..gate import gated_class
from ..kernels import interpreters
from ..tensor import Tensor
from .creation import from_array

MASK64 = (1 << 64) - 1


class Generator:
    """
    A stream of random numbers, safe to share between threads.

    Examples
    --------
    >>> import tensorlite as tl
    >>> g = tl.Generator().manual_seed(7)
    >>> state = g.get_state()
    >>> x = tl.rand(3, generator=g)
    >>> _ = g.set_state(state)
    >>> bool((tl.rand(3, generator=g) == x).all())
    True
    """

    def __init__(self, device: DeviceLike = "cpu") -> None:
        self._device = place(device)
        self._lock = threading.Lock()
        self._seed = self._offset = 0
        self._start(lambda: (67280421310721, 0))

    @property
    def device(self) -> Device:
        """For which device it was made; its numbers are the same on all."""
        return self._device

    def manual_seed(self, seed: int) -> Self:
        """Start the stream of this seed anew; returns the generator."""
        if isinstance(seed, bool) or not isinstance(seed, int | np.integer):
            got = f"{type(seed).__name__} {seed!r}"
            raise RuntimeError(expected("manual_seed", "seed to be an integer", got, "int(seed)"))
        number = int(seed)
        if not -(1 << 63) <= number <= MASK64:
            wanted = "an integer of 64 bits"
            raise ValueError(expected("manual_seed", wanted, str(seed), "seed % 2**63"))
        return self._start(lambda: (number & MASK64, 0))

    def seed(self) -> int:
        """Seed from the system's entropy; returns the new seed."""
        self._start(lambda: (int.from_bytes(os.urandom(8), "little") >> 1, 0))
        return self._seed

    def initial_seed(self) -> int:
        """The seed of the present stream."""
        return self._seed

    def get_state(self) -> Tensor:
        """The state as a uint8 Tensor (16,)."""
        words = np.array(self._now(), np.uint64)
        return from_array(words.view(np.uint8))

    def set_state(self, new_state: Tensor) -> Self:
        """Go on from a state that `get_state` returned."""
        if new_state.dtype is not dtypes.uint8 or new_state.numel() != 16:
            got = f"{new_state.dtype} {list(new_state.shape)}"
            raise TypeError(expected("set_state", "a uint8 Tensor (16,)", got, "get_state()"))
        seed, offset = map(int, new_state.numpy().copy().view(np.uint64))
        return self._start(lambda: (seed, offset))

    def __reduce__(self) -> tuple[Any, ...]:
        return Generator, (str(self._device),), self._now()

    def __setstate__(self, state: tuple[int, int]) -> None:
        self._seed, self._offset = state

    def clone_state(self) -> "Generator":
        """Another generator in the same state."""
        return Generator()._start(self._now)

    def _now(self):
        with self._lock:
            return self._seed, self._offset

    def _start(self, state):
        """Go on from `state()`, as each call of a plan will do that is recorded now."""
        recorder = interpreters.current()
        starting = Starting(self, state)
        starting.apply()
        if recorder is not None:
            recorder.effect(starting)
        return self

    def take(self, count: int) -> tuple[int, int]:
        """The seed, and the first of `count` counters that no one else will get."""
        if interpreters.busy and (recorder := interpreters.current()) is not None:
            recorder.draws()
        with self._lock:
            first = self._offset
            self._offset = (first + count) & MASK64
            return self._seed, first


class Starting:
    """What a plan does before it repeats what draws: let a generator's stream start anew."""

    __slots__ = ("before", "generator", "state")

    def __init__(self, generator, state):
        self.generator, self.state, self.before = generator, state, None

    def apply(self):
        """Start; always possible."""
        self.before = self.generator._now()
        self._set(self.state())
        return True

    def changes(self):
        """No dict."""
        return ()

    def undo(self):
        """Go on where it stood."""
        self._set(self.before)

    def _set(self, state):
        with self.generator._lock:
            self.generator._seed, self.generator._offset = state


class _Mark:
    """Where a generator stands now, and then at each call of a plan that is recorded."""

    def __init__(self, generator):
        self.generator, self.state = generator, None
        self.apply()
        recorder = interpreters.current()
        if recorder is not None:
            recorder.effect(self)

    def apply(self):
        """Look; always possible."""
        self.state = self.generator._now()
        return True

    def changes(self):
        """No dict."""
        return ()

    def undo(self):
        """Nothing has changed."""


default_generator = gated_class(Generator)()
default_generator.seed()
offer("Generator", Generator)
offer("default_generator", default_generator, "tl", "random")


@public("tl", "random")
def manual_seed(seed: int) -> Generator:
    """Start the default generator's stream of this seed anew; returns the generator."""
    return default_generator.manual_seed(int(seed))


@public("tl", "random")
def seed() -> int:
    """Seed the default generator from the system's entropy; returns the new seed."""
    return default_generator.seed()


@public("tl", "random")
def initial_seed() -> int:
    """The seed of the default generator."""
    return default_generator.initial_seed()


@public("tl", "random")
def get_rng_state() -> Tensor:
    """The state of the default generator."""
    return default_generator.get_state()


@public("tl", "random")
def set_rng_state(new_state: Tensor) -> None:
    """Set the state of the default generator."""
    default_generator.set_state(new_state)


@public("random")
@contextlib.contextmanager
def fork_rng(
    devices: Iterable[DeviceLike] | None = None, enabled: bool = True, device_type: str = "cuda"
) -> Iterator[None]:
    """
    A context that gives the default generator back as it was.

    Parameters
    ----------
    devices : iterable of devices, optional
        Nothing depends on it: one stream of random numbers serves the CPU and all cards.
    enabled : bool
        Without it the context does nothing.

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
    mark = _Mark(default_generator)
    try:
        yield
    finally:
        if enabled:
            default_generator._start(lambda: mark.state)
