"""The results of ops that return more than one tensor: named tuples, which print as PyTorch's."""

from typing import NamedTuple

from ..tensor import Tensor

returned: dict[str, type] = {}  # by the name of the op: what `tensorlite.return_types` has


def _shown(self):
    parts = ",\n".join(f"{name}={part!r}" for name, part in zip(self._fields, self, strict=True))
    return f"tensorlite.return_types.{type(self).__name__.removesuffix('_result')}(\n{parts})"


def result(cls):
    """A class of named tuples as what ops return: it prints each part on lines of its own."""
    cls.__repr__ = _shown
    returned[cls.__name__.removesuffix("_result")] = cls
    return cls


class ValuesIndices(NamedTuple):
    """Elements, and where they stand."""

    values: Tensor
    indices: Tensor


def values_indices(name):
    """The same under the name of an op, which it prints, and under which pickle finds it."""
    made = result(type(name, (ValuesIndices,), {"__slots__": (), "__module__": __name__}))
    globals()[name] = made
    return made
