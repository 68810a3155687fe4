"""The named tuples that ops return, under PyTorch's path and by the names of the ops."""

from .ops.results import returned

globals().update(returned)
