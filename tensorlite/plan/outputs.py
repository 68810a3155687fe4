"""What leaves a compiled function, and how a call makes it."""

from ..tensor import Tensor


class Result:
    """A tensor that every call makes anew: a spec at an offset of one of the plan's results."""

    __slots__ = ("index", "number", "offset", "requires_grad", "spec")

    def __init__(self, number, offset, spec, requires_grad, index=None):
        self.number, self.offset, self.spec = number, offset, spec
        self.requires_grad = requires_grad
        self.index = index  # of the output of the compiled node; None: its graph is spent


class View:
    """A tensor that shows the memory of an argument; the argument itself where `spec` is None."""

    __slots__ = ("argument", "offset", "spec")

    def __init__(self, argument, offset=0, spec=None):
        self.argument, self.offset, self.spec = argument, offset, spec


class Grad:
    """The `.grad` that a leaf has after each call."""

    __slots__ = ("base", "leaf", "tensor")

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
        self.grads = {trace.locate(g.tensor.address)[0]: g for g in grads}
        self.stand_ins = {id(x): k for k, (x, _) in enumerate(arguments)}

    def of(self, leaf, roots):
        """A Result, a View, or what is the same in every call."""
        if not isinstance(leaf, Tensor):
            return leaf
        if id(leaf) in self.stand_ins:
            return View(self.stand_ins[id(leaf)])
        region, offset = self.trace.locate(leaf.address)
        if region is None:  # no elements
            return leaf
        if region.kind == "argument":
            return View(self.bases[region][0], offset, leaf.spec)
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
        index = next((k for k, root in enumerate(roots) if root is leaf), None)
        number = self.bases[region][0] - self.count
        return Result(number, offset, leaf.spec, leaf._node is not None, index)
