"""Function: an op of the user's with a backward of his own."""

from ..errors import expected
from ..graph import Node, mode
from ..op import NOTHING, Op
from ..tensor import Tensor, make


class FunctionCtx:
    """What `forward` leaves for `backward`.

    Attributes
    ----------
    needs_input_grad : tuple of bool
        Which arguments of forward need a gradient.
    saved_tensors : tuple of Tensor
        What `save_for_backward` kept.
    """

    def __init__(self):
        self._saved = ()
        self._versions = ()
        self._dirty = ()
        self._constant = ()
        self.materialize_grads = True

    def save_for_backward(self, *tensors):
        """Keep tensors for backward, which refuses them if they change in place meanwhile."""
        for x in tensors:
            if x is not None and not isinstance(x, Tensor):
                raise TypeError(
                    expected("save_for_backward", "tensors", type(x).__name__, "ctx.name = value")
                )
        self._saved = tensors
        self._versions = tuple(None if x is None else x.storage.version for x in tensors)

    @property
    def saved_tensors(self):
        if self._saved is None:
            raise RuntimeError(
                "saved_tensors: Trying to backward through the graph a second time: saved tensors "
                "were freed by the first; try backward(retain_graph=True)"
            )
        for x, version in zip(self._saved, self._versions, strict=True):
            if x is not None and x.storage.version != version:
                raise RuntimeError(
                    "saved_tensors: one of the variables needed for gradient computation has been "
                    f"modified by an inplace operation: expected version {version}, got "
                    f"{x.storage.version}; try clone() before the change"
                )
        return self._saved

    def mark_dirty(self, *tensors):
        """Name the inputs that forward changed in place."""
        self._dirty = tensors

    def mark_non_differentiable(self, *tensors):
        """Name the results that have no gradient."""
        self._constant = tensors

    def set_materialize_grads(self, value):
        """Whether backward gets zeros, rather than None, for unused results."""
        self.materialize_grads = value


class _FunctionOp(Op):
    """The op of one call of a Function."""

    def __init__(self, cls, ctx, count):
        super().__init__(cls.__name__, tuple(f"x{i}" for i in range(count)), None)
        self.cls, self.ctx = cls, ctx

    def saving(self, needed):
        return NOTHING

    def gradients(self, node, slots):
        """Run the user's backward, and check what it returns."""
        from ..ops.creation import zeros

        ctx = self.ctx
        if ctx.materialize_grads:
            slots = [
                zeros(spec.shape, dtype=spec.dtype) if g is None else g
                for g, spec in zip(slots, node.outputs, strict=True)
            ]
        result = self.cls.backward(ctx, *slots)
        result = result if isinstance(result, tuple) else (result,)
        while len(result) > ctx.arguments and result[-1] is None:
            result = result[:-1]
        if len(result) != ctx.arguments:
            raise RuntimeError(
                expected(f"{self.name}.backward", f"{ctx.arguments} gradients, one per argument of "
                         "forward", str(len(result)), "None where there is none")
            )  # fmt: skip
        grads = [result[position] for position in ctx.positions]
        for g, spec in zip(grads, node.specs, strict=True):
            if g is not None and g.spec.shape != spec.shape:
                raise RuntimeError(
                    expected(f"{self.name}.backward", f"a gradient of shape {list(spec.shape)}",
                             str(list(g.spec.shape)), "sum over the broadcast dims")
                )  # fmt: skip
        return grads


class Function:
    """
    Subclass it with static methods `forward(ctx, *args)` and `backward(ctx, *grads)`; call `apply`.

    `backward` returns one gradient per argument of forward, None where there is none. Written with
    tensor ops it can be differentiated again. `setup_context(ctx, inputs, output)` is supported
    with a `forward` that takes no ctx.

    Examples
    --------
    >>> class Cube(Function):
    ...     @staticmethod
    ...     def forward(ctx, x):
    ...         ctx.save_for_backward(x)
    ...         return x * x * x
    ...     @staticmethod
    ...     def backward(ctx, g):
    ...         (x,) = ctx.saved_tensors
    ...         return 3 * x * x * g
    >>> x = tensor(2.0, requires_grad=True)
    >>> Cube.apply(x).backward()
    >>> x.grad
    tensor(12.)
    """

    @staticmethod
    def forward(*args, **kwargs):
        raise NotImplementedError("Function: expected a static method forward(ctx, *args)")

    @staticmethod
    def backward(ctx, *grads):
        raise NotImplementedError("Function: expected a static method backward(ctx, *grads)")

    @classmethod
    def apply(cls, *args):
        """Run forward without a graph, and record one node for it."""
        ctx = FunctionCtx()
        positions = [i for i, x in enumerate(args) if isinstance(x, Tensor)]
        tensors = [args[i] for i in positions]
        records = mode.grad and any(x._node is not None for x in tensors)
        ctx.positions, ctx.arguments = positions, len(args)
        ctx.needs_input_grad = tuple(
            records and isinstance(x, Tensor) and x._node is not None for x in args
        )
        with mode.off():
            if "setup_context" in cls.__dict__:
                result = cls.forward(*args)
                cls.setup_context(ctx, args, result)
            else:
                result = cls.forward(ctx, *args)
        return cls._recorded(ctx, tensors, result) if records else result

    @classmethod
    def _recorded(cls, ctx, tensors, result):
        single = not isinstance(result, tuple)
        outputs = (result,) if single else result
        # an input given back as it is becomes a result of its own
        outputs = tuple(
            make(x.storage, x.spec, x.address)
            if isinstance(x, Tensor) and any(x is t for t in tensors) and not _in(x, ctx._dirty)
            else x
            for x in outputs
        )
        specs = tuple(x for x in outputs if isinstance(x, Tensor))
        node = Node(_FunctionOp(cls, ctx, len(tensors)), tensors, specs, None, 3)
        index = 0
        for x in outputs:
            if isinstance(x, Tensor):
                if x.spec.dtype.is_floating_point and not _in(x, ctx._constant):
                    x._node, x._index = node, index
                index += 1
        return outputs[0] if single else outputs


def _in(x, tensors):
    return any(x is y for y in tensors)
