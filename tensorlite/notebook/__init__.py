"""What people look at while they work: summaries, drawings, progress, and IPython's magics."""

from .drawing import draw
from .summaries import summary

__all__ = ["draw", "summary"]
