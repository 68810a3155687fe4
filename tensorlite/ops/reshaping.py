"""In-place views: the same tensor with other dims, `x.squeeze_()` and its like."""

import inspect

from ..declare import method
from ..graph import mode
from ..kernels import interpreters
from ..tensor import Leaf, Tensor, base_of, structure
from ..writing import check_no_leaf
from .strided import as_strided
from .views import squeeze, t, transpose, unsqueeze


def _become(name, self, view):
    """Let self show what a view of it shows, under autograd."""
    base = base_of(self)
    if mode.grad:
        check_no_leaf(name, self, base)
    recorder = interpreters.current()
    if recorder is not None:
        recorder.shows(self)
    self.spec, self.address = view.spec, view.address
    if type(self._node) is Leaf:
        self._node.spec = view.spec
    elif self._node is not None and view._node is not None:
        self._node, self._index = view._node, view._index
    if self is not base:
        self._extra.attached = base._node
    self.memory.version += 1
    structure.changes += 1
    return self


def _inplace(function, *names):
    name = f"{function.__name__}_"

    def bound(self, *args, **named) -> Tensor:
        return _become(name, self, function(self, *args, **named))

    bound.__name__, bound.__doc__ = name, f"In place, without moving data: {function.__doc__}"
    bound.__signature__ = inspect.signature(function)
    method(bound, names=names)


_inplace(as_strided)
_inplace(squeeze)
_inplace(unsqueeze)
_inplace(t)
_inplace(transpose, "swapaxes_", "swapdims_")
