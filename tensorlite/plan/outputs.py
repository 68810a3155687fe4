"""What leaves a compiled function, and how a call makes it."""

from typing import Any

from ..tensor import Tensor, base_of


class Result:
    """A tensor that every call makes anew: a spec at an offset of one of the plan's results."""

    __slots__ = ("grad", "index", "leaf", "number", "offset", "requires_grad", "spec")

    def __init__(self, number, offset, spec, requires_grad, index=None):
        self.number, self.offset, self.spec = number, offset, spec
        self.requires_grad = requires_grad
        self.leaf, self.grad = False, None  # whether it is a leaf, and what its `.grad` is
        self.index = index  # of the output of the compiled node; None: its graph is spent


class Given:
    """A number that each call computes: one of those that the conditions give."""

    __slots__ = ("number",)

    def __init__(self, number):
        self.number = number


class View:
    """A tensor that shows the memory of an argument; the argument itself where `spec` is None."""

    __slots__ = ("argument", "grad", "index", "leaf", "offset", "related", "requires_grad", "spec")

    def __init__(self, argument, offset=0, spec=None, requires_grad=False, index=None,
                 related=False):  # fmt: skip
        self.argument, self.offset, self.spec = argument, offset, spec
        self.requires_grad, self.index = requires_grad, index  # as those of a Result
        self.leaf, self.grad = False, None
        self.related = related  # whether a write to it is one to the argument, under autograd too


class Grad:
    """The `.grad` that a leaf has after each call."""

    __slots__ = ("base", "leaf", "tensor")
    base: Any

    def __init__(self, leaf, tensor):
        self.leaf, self.tensor = leaf, tensor
        self.base = None  # the number of its storage among the bases, where the plan makes it


class GradView:
    """A tensor that shows the memory of a `.grad`, or this itself where `spec` is None."""

    __slots__ = ("grad", "offset", "spec")

    def __init__(self, grad, offset=0, spec=None):
        self.grad, self.offset, self.spec = grad, offset, spec


class Outputs:
    """Tells of each tensor that leaves the function how a call makes it."""

    def __init__(self, trace, arguments, bases, made_bytes, grads):
        self.trace, self.bases, self.made_bytes = trace, bases, made_bytes
        self.count = len(arguments)
        self.grads = {trace.region(g.tensor.memory): g for g in grads}
        self.stand_ins = {id(x): k for k, (x, _) in enumerate(arguments)}

    def of(self, leaf, roots):
        """A Result, a View, or what is the same in every call."""
        if not isinstance(leaf, Tensor):
            return leaf
        result = self._of_tensor(leaf, roots)
        made = type(result) is Result or (type(result) is View and result.spec is not None)
        if made and leaf._node in self.trace.inner:
            result.leaf = True
            if leaf._node.grad is not None:
                result.grad = self.of(leaf._node.grad, roots)
        return result

    def _of_tensor(self, leaf, roots):
        if id(leaf) in self.stand_ins:
            return View(self.stand_ins[id(leaf)])
        return self.placed(leaf, roots)

    def placed(self, leaf, roots=()):
        """The same by its memory alone, even of an argument itself."""
        region, offset = self.trace.locate(leaf)
        if region is None:  # no elements
            return leaf
        index = next((k for k, root in enumerate(roots) if root is leaf), None)
        if region.kind == "argument":
            base = base_of(leaf)
            related = base is not leaf and id(base) in self.stand_ins  # no part of `x.data`
            return View(self.bases[region][0], offset, leaf.spec, leaf._node is not None, index,
                        related)  # fmt: skip
        if region.kind != "made":
            return leaf
        if region in self.grads:
            grad = self.grads[region]
            same = leaf is grad.tensor
            start = grad.tensor.address
            return GradView(grad) if same else GradView(grad, leaf.address - start, leaf.spec)
        if region not in self.bases:
            self.bases[region] = self.count + len(self.made_bytes), 0
            self.made_bytes.append((region.nbytes, region.device))
        number = self.bases[region][0] - self.count
        return Result(number, offset, leaf.spec, leaf._node is not None, index)
