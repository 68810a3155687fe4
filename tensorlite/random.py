"""The default generator under PyTorch's names: `tensorlite.random`."""

import contextlib

from .op import registry
from .ops.random import (
    default_generator,
    get_rng_state,
    initial_seed,
    manual_seed,
    seed,
    set_rng_state,
)

__all__ = [
    "default_generator", "fork_rng", "get_rng_state", "initial_seed", "manual_seed", "seed",
    "set_rng_state",
]  # fmt: skip


@contextlib.contextmanager
def fork_rng(devices=None, enabled=True, device_type="cuda"):
    """
    A context that gives the default generator back as it was.

    Parameters
    ----------
    devices : iterable of devices, optional
        Nothing depends on it: one stream of random numbers serves the CPU and all cards.
    enabled : bool
        Without it the context does nothing.

    Examples
    --------
    >>> with tl.random.fork_rng():
    ...     x = tl.rand(2)
    >>> bool((tl.rand(2) == x).all())
    True
    """
    state = get_rng_state()
    try:
        yield
    finally:
        if enabled:
            set_rng_state(state)


globals().update({name: registry[name] for name in __all__ if name in registry})
