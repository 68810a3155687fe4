"""The default generator under PyTorch's names: `tensorlite.random`."""

import contextlib

from .op import serve as _serve
from .ops.random import get_rng_state, set_rng_state

__all__ = ["fork_rng", *_serve(globals())]


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
