"""What people look at while they work: summaries, drawings, progress, and IPython's magics."""

from .summaries import summary

__all__ = ["summary"]
