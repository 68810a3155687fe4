"""Function: an op of the user's with a backward of his own."""

import functools
import weakref
from typing import Any

from ..batches import batches, carries
from ..dispatch import attach
from ..errors import expected
from ..graph import edge, link, mode, view_of
from ..op import NOTHING, Op
from ..ops.batching import by_rule
from ..ops.views import sum_to
from ..shapes import broadcast
from ..tensor import Leaf, Tensor, base_of, make
from ..writing import rebase
from .saved import Packed, refuse_in_plans
from .walk import zeros_of


class FunctionCtx:
    """What `forward` leaves for `backward`.

    Attributes
    ----------
    needs_input_grad : tuple of bool
        Which arguments of forward need a gradient.
    saved_tensors : tuple of Tensor
        What `save_for_backward` kept.
    """

    needs_input_grad: tuple[bool, ...]  # whether each argument is a tensor that requires grad

    def __init__(self) -> None:
        self._saved: Any = ()
        self._versions: tuple = ()
        self._results = {}  # position in `_saved` -> number of the result that it is
        self._dirty: tuple[Tensor, ...] = ()
        self._constant: tuple[Tensor, ...] = ()
        self._node: Any = None
        self.tensors: list[bool] = []  # whether each result is one: None is the gradient of others
        self.materialize_grads = True

    def save_for_backward(self, *tensors: Tensor | None) -> None:
        """Keep tensors for backward, which refuses them if they change in place meanwhile."""
        for x in tensors:
            if x is not None and not isinstance(x, Tensor):
                raise TypeError(
                    expected("save_for_backward", "tensors", type(x).__name__, "ctx.name = value")
                )
        self._saved = tensors

    def save_for_forward(self, *tensors: Tensor | None) -> None:
        """Accepted, for a `jvp` of PyTorch's: here `backward` gives forward mode, too."""

    @property
    def saved_tensors(self) -> tuple[Tensor, ...]:
        if self._saved is None:
            raise RuntimeError(
                f"{self._place()}: Trying to backward through the graph a second time; expected "
                "saved tensors; got none, as the first freed them; try backward(retain_graph=True)"
            )
        for x, version in zip(self._saved, self._versions, strict=False):
            if version is not None and x.memory.version != version:
                raise RuntimeError(
                    f"{self._place()}: one of the variables needed for gradient computation has "
                    f"been modified by an inplace operation; expected version {version}; got "
                    f"version {x.memory.version}; try clone() before the change"
                )
        return tuple(map(self._unpacked, range(len(self._saved)), self._saved))

    def _unpacked(self, position, x):
        """A saved tensor; a saved result with its place in the graph."""
        if type(x) is Packed:
            x = x.unpacked()
        if position not in self._results:
            return x
        out = make(x.memory, x.spec, x.address)
        out._node, out._index = self._node(), self._results[position]
        return out

    def _place(self):
        node = self._node and self._node()
        return node.describe() if node else "saved_tensors"

    def _seal(self, node, outputs):
        """Remember versions, and keep results without their node: it keeps this context alive."""
        self._node = weakref.ref(node)
        saved = list(self._saved)
        for position, x in enumerate(saved):
            for index, out in enumerate(outputs):
                if x is out and out._node is node:
                    self._results[position] = index
                    saved[position] = make(x.memory, x.spec, x.address)
        if mode.packs is not None:
            refuse_in_plans()
            saved = [x if x is None else Packed(x, edge(x)) for x in saved]
        self._saved = tuple(saved)
        self._versions = tuple([x.memory.version if isinstance(x, Tensor) else None
                                for x in saved])  # fmt: skip

    def mark_dirty(self, *tensors: Tensor) -> None:
        """Name the inputs that forward changed in place."""
        self._dirty = tensors

    def mark_non_differentiable(self, *tensors: Tensor) -> None:
        """Name the results that have no gradient."""
        self._constant = tensors

    def set_materialize_grads(self, value: bool) -> None:
        """Whether backward gets zeros, rather than None, for unused results."""
        self.materialize_grads = value


class _FunctionOp(Op):
    """The op of one call of a Function."""

    def __init__(self, cls, ctx, count):
        params = tuple(f"x{i}" for i in range(count))
        super().__init__(cls.__name__, params, None, gradients=_gradients)
        self.cls, self.ctx = cls, ctx

    def refresh(self, view):
        """Refuse to give a result the history of its base: this backward would be lost."""
        raise RuntimeError(
            f"{view._node.describe()}: output {view._index} is a view and its base or another view "
            "of its base has been modified in place; expected it to be as the forward of a custom "
            "Function left it; got a change that would override its backward; try clone() in the "
            "forward"
        )

    def saving(self, needed):
        return NOTHING

    def release(self):
        """Let go of saved tensors; a second backward is refused if there were any."""
        if self.ctx._saved:
            self.ctx._saved = None


def _gradients(node, slots, saved, out):
    """Run the user's backward of a node, and check what it returns."""
    ctx, name = node.op.ctx, f"{node.op.name}.backward"
    if ctx.materialize_grads:
        slots = [zeros_of(spec) if g is None else g
                 for g, spec in zip(slots, node.outputs, strict=True)]  # fmt: skip
    of_tensors = iter(slots)
    slots = [next(of_tensors) if one else None for one in ctx.tensors]
    result = _written_backward(node.op.cls)(ctx, *slots)
    result = result if isinstance(result, tuple | list) else (result,)
    given = len(result)
    while len(result) > ctx.arguments and result[-1] is None:
        result = result[:-1]
    if len(result) != ctx.arguments:
        raise RuntimeError(
            f"{name}: returned an incorrect number of gradients; expected {ctx.arguments}, one "
            f"per argument of forward; got {given}; try None where there is none"
        )
    grads = [result[position] for position in ctx.positions]
    return [
        None if e is None else _fitting(name, g, spec)
        for g, spec, e in zip(grads, node.specs, node.edges, strict=True)
    ]


def _written_backward(cls):
    """The backward of a Function, which may be called vjp."""
    if cls.vjp is Function.vjp:
        return cls.backward
    if cls.backward is not Function.backward:
        raise RuntimeError(
            f"{cls.__name__}: Implementing both 'backward' and 'vjp' for a custom Function is not "
            "allowed; expected one of them; got both; try backward alone"
        )
    return cls.vjp


def _fitting(name, g, spec):
    """A gradient in the shape and dtype of its input, summed over broadcast dims."""
    if g is None:
        return None
    if not isinstance(g, Tensor):
        raise TypeError(expected(name, "a Tensor or None", type(g).__name__, "tensor()"))
    shape = g.spec.shape
    if shape != spec.shape:
        try:
            fits = broadcast(shape, spec.shape) == shape
        except RuntimeError:
            fits = False
        if not fits:
            raise RuntimeError(
                expected(name, f"a gradient of shape {list(spec.shape)}", str(list(shape)),
                         "sum over the broadcast dims")
            )  # fmt: skip
    return sum_to(g, spec)


class Function:
    """
    Subclass it with static methods `forward(ctx, *args)` and `backward(ctx, *grads)`; call `apply`.

    `backward` returns one gradient per argument of forward, None where there is none. Written with
    tensor ops it can be differentiated again. `setup_context(ctx, inputs, output)` is supported
    with a `forward` that takes no ctx.

    Forward mode (`func.jvp`) comes from `backward`: a static method `jvp` is not called.

    A result that is a view of an input has this backward, not the view's; it is refused once its
    base, or another view of it, was written in place.

    Examples
    --------
    >>> class Cube(tl.autograd.Function):
    ...     @staticmethod
    ...     def forward(ctx, x):
    ...         ctx.save_for_backward(x)
    ...         return x * x * x
    ...     @staticmethod
    ...     def backward(ctx, g):
    ...         (x,) = ctx.saved_tensors
    ...         return 3 * x * x * g
    >>> x = tl.tensor(2.0, requires_grad=True)
    >>> Cube.apply(x).backward()
    >>> x.grad
    tensor(12.)
    """

    generate_vmap_rule = False  # without a rule of its own, `vmap` calls it on batches, or parts

    def __init__(self) -> None:
        raise RuntimeError(
            expected(type(self).__name__, "a call of its static method apply", "an instance",
                     f"{type(self).__name__}.apply(...)")
        )  # fmt: skip

    @staticmethod
    def forward(*args: Any, **kwargs: Any) -> Any:
        """What a subclass writes: the result, from `ctx` first unless it has `setup_context`."""
        raise NotImplementedError("Function: expected a static method forward(ctx, *args); got none"
                                  "; try @staticmethod def forward")  # fmt: skip

    @staticmethod
    def setup_context(ctx: Any, inputs: tuple[Any, ...], output: Any) -> None:
        """What a subclass may write: keep for `backward` what it needs of inputs and output."""
        raise NotImplementedError("Function: expected a static method setup_context; got none")

    @staticmethod
    def backward(ctx: Any, *grads: Any) -> Any:
        """What a subclass writes: a gradient for each input, None for what needs none."""
        raise NotImplementedError("Function: expected a static method backward(ctx, *grads); got "
                                  "none; try @staticmethod def backward")  # fmt: skip

    @staticmethod
    def vjp(ctx: Any, *grads: Any) -> Any:
        """Another name of `backward`, for subclasses that write it instead."""
        return Function.backward(ctx, *grads)

    @staticmethod
    def vmap(*args: Any, **kwargs: Any) -> Any:
        """What a subclass may write for `func.vmap`: vmap(info, in_dims, *args) of a whole batch.

        It returns the results, and in which dims they have their parts. `info` has `batch_size` and
        `randomness`; `in_dims` are 0 for tensors with the parts in their first dim, else None.
        """
        raise NotImplementedError("Function: expected a static method vmap; got none")

    @classmethod
    def apply(cls, *args: Any, **kwargs: Any) -> Any:
        """Run forward without a graph, and record one node for it."""
        if batches.used and cls.vmap is not Function.vmap and carries(args):
            return by_rule(cls.__name__, _rule_of(cls), args)
        ctx = FunctionCtx()
        separate = cls.setup_context is not Function.setup_context
        if kwargs or (separate and getattr(cls.forward, "__defaults__", None)):
            args = _positional(cls, args, kwargs, separate)
        positions = [i for i, x in enumerate(args) if isinstance(x, Tensor)]
        tensors = [args[i] for i in positions]
        ctx.positions, ctx.arguments = positions, len(args)
        ctx.needs_input_grad = tuple(isinstance(x, Tensor) and x._node is not None for x in args)
        with mode.off():
            if separate:
                result = cls.forward(*args)
                cls.setup_context(ctx, args, result)
            else:
                result = cls.forward(ctx, *args)
        if mode.grad and any(x._node is not None for x in tensors):
            return _recorded(cls, ctx, tensors, result)
        return result


def _rule_of(cls):
    """The rule that a Function has for `vmap`, unless it asks for another, too."""
    if cls.generate_vmap_rule:
        raise RuntimeError(
            f"You tried to vmap over {cls.__name__}, but it has both generate_vmap_rule=True and "
            "an overridden vmap staticmethod; expected one of them; try generate_vmap_rule=False"
        )
    return cls.vmap


def _positional(cls, args, kwargs, separate):
    """All arguments of forward in their order, defaults filled in."""
    import inspect

    lead = () if separate else (None,)
    bound = inspect.signature(cls.forward).bind(*lead, *args, **kwargs)
    bound.apply_defaults()
    return bound.args[len(lead) :]


def _recorded(cls, ctx, tensors, result):
    """Give the results of a Function their node."""
    single = not isinstance(result, tuple | list)
    results = (result,) if single else tuple(result)
    dirty = [x for x in ctx._dirty if _in(x, tensors)]
    if any(not _in(x, results) for x in dirty):
        raise RuntimeError(
            expected(cls.__name__, "every tensor marked dirty among the results of forward",
                     "one that is not", "return it")
        )  # fmt: skip
    for x in dirty:
        if type(x._node) is Leaf or type(base_of(x)._node) is Leaf:
            raise RuntimeError(
                f"{cls.__name__}: a leaf Variable that requires grad is being used in an in-place "
                "operation; expected another tensor in mark_dirty; try clone() in forward"
            )
    # an input given back as it is becomes a result of its own, a view of it
    results = tuple(
        view_of(x, x.spec.shape, x.spec.strides) if _in(x, tensors) and not _in(x, dirty) else x
        for x in results
    )
    outputs = tuple(x for x in results if isinstance(x, Tensor))
    ctx.tensors = [isinstance(x, Tensor) for x in results]
    node = link(_FunctionOp(cls, ctx, len(tensors)), tensors, outputs)
    for index, x in enumerate(outputs):
        if x.spec.dtype.differentiable and not _in(x, ctx._constant):
            if _in(x, dirty):
                rebase(x, node, index)
            else:
                x._node, x._index = node, index
                if x._extra is not None:
                    attach(x)
    ctx._seal(node, outputs)
    return results[0] if single else results


def _in(x, tensors):
    return any(x is y for y in tensors)


def once_differentiable(backward):
    """Decorate a backward that is not written with tensor ops, so not differentiable again."""

    @functools.wraps(backward)
    def bound(ctx, *grads):
        with mode.off():
            result = backward(ctx, *grads)
        if mode.grad and any(isinstance(g, Tensor) and g._node is not None for g in grads):
            result = result if isinstance(result, tuple | list) else (result,)
            result = tuple(g if g is None else _Refused.apply(g, *grads) for g in result)
        return result

    return bound


class _Refused(Function):
    """A gradient that must not be differentiated."""

    @staticmethod
    def forward(ctx, g, *grads):
        return g

    @staticmethod
    def backward(ctx, *grads):
        raise RuntimeError(
            expected("once_differentiable", "one backward", "trying to differentiate twice a "
                     "function that was marked with @once_differentiable", "tensor ops in backward")
        )  # fmt: skip
