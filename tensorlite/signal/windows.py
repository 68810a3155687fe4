"""Weights for the samples of a frame: `tensorlite.signal.windows`."""

from ..op import serve as _serve

__all__ = _serve(globals())
