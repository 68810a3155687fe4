"""The results of ops that find elements: named tuples of them and of where they stand."""

from typing import NamedTuple

from ..tensor import Tensor


class ValuesIndices(NamedTuple):
    """Elements, and where they stand."""

    values: Tensor
    indices: Tensor


def values_indices(name):
    """The same under the name of an op, which it prints."""
    return type(name, (ValuesIndices,), {"__slots__": (), "__module__": __name__})
