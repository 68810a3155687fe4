"""Ops along the rows of their operands, each one function of a row: `kernels/language/rows.py`."""

import functools
import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from .. import shapes
from ..batches import batches
from ..calls import Call, launched
from ..declare import arguments_of, offer
from ..device import CPU, cards
from ..dispatch import apply, result_dtype, result_spec
from ..dtypes import float64, int64
from ..errors import expected
from ..gate import gated, refuse
from ..graph import mode
from ..kernels.language import adjoint, rows
from ..kernels.work.layout import step_of
from ..op import Op, Rule, found_at, tied_to_default
from ..rehearsal import Repertoire, recall
from ..tensor import Tensor, number, spec_of
from .across import Across, expanded
from .copying import to_dtype
from .creation import full
from .views import movedim, squeeze, sum_to

TAKEN = ("dim", "keepdim", "specs")  # names that calls and gradients have a use for


class Rowwise(Op):
    """
    An op that is one function of a row, applied along a dim of its broadcast operands.

    Attributes
    ----------
    function : function or None
        The function of a row; None for a derived gradient.
    program : RowProgram
        Given as such, or as what reads it from `function` at the first use.
    written : dict
        Written gradients: functions of rows `(g, ...)` by the name of the parameter.
    """

    kind = "float"

    def __init__(self, program, function=None, written=None, name=None):
        if callable(program):
            self.read, code = program, function.__code__
            params = code.co_varnames[: code.co_argcount]
        else:
            self.program, params, name = program, program.params, name or program.name
        together = self._gradients if len(params) > 1 else None
        super().__init__(name, params, self._forward, gradients=together)
        self.function, self.written = function, written or {}
        self.defaults = (function and function.__defaults__) or ()
        self.joint = {}  # by the Specs of a node and the gradients it needs: the op of all of them
        tied_to_default(self)
        self.__name__ = self.name.strip("_")
        self.__doc__ = function and function.__doc__
        self.__module__ = function.__module__ if function else __name__
        self.__qualname__ = function.__qualname__ if function else self.name

    @functools.cached_property
    def program(self):
        return self.read()

    def __reduce_ex__(self, protocol):
        if found_at(self.__module__, self.__qualname__) is self:
            return self.__qualname__
        whole = zip(self.params, self.program.whole, strict=True)
        numbers = tuple([name for name, one in whole if one])
        whole = zip(self.params, self.program.indices, strict=True)
        indices = tuple([name for name, one in whole if one])
        more = {"grad": self.written or None, "name": self.name, "numbers": numbers,
                "indices": indices}  # fmt: skip
        return functools.partial(rowwise, **more), (self.function,)

    def __call__(self, *args, dim=-1, keepdim=False, **named):
        try:
            tensors, dim = self._operands(args, named, dim)
            out = apply(self, *tensors, dim=dim)
            gone = self.program.folds_all and not keepdim and out.spec.shape
            return squeeze(out, dim) if gone else out
        except Exception as error:
            refuse(error, self, args, named)
            raise

    def of(self, *args):
        """The same of checked operands in their order, along the last dim."""
        tensors = [x if isinstance(x, Tensor) else number(x) for x in args]
        if cards.used:
            device = next(x.device for x in tensors if not x.spec.weak)
            tensors = tensors if device is CPU else self._placed(args, tensors, device)
        return apply(self, *tensors, dim=-1)

    def source(self, *args, dim=-1, **named):
        """The generated Python source of the kernel that runs on these operands."""
        tensors, dim = self._operands(args, named, dim)
        return self._prepared(tuple(x.spec for x in tensors), dim).call.steps[0].source

    def _operands(self, args, named, dim):
        """All operands as tensors where they are computed with, and the dim from the end."""
        args = arguments_of(self, args, named)
        tensors = [x if isinstance(x, Tensor) else number(x) for x in args]
        for name, given, x in zip(self.params, args, tensors, strict=True):
            if x is NotImplemented:
                got = f"{type(given).__name__} for {name}"
                raise TypeError(expected(self.__name__, "tensors and numbers", got, "tensor()"))
        ndim = max(x.ndim for x in tensors)
        dim = shapes.dim_index(dim, ndim, self.__name__) - max(ndim, 1)
        place = next((x.device for x in tensors if x.spec.device is not CPU), None)
        return tensors if place is None else self._placed(args, tensors, place), dim

    def _placed(self, args, tensors, device):
        """The same with numbers on a card."""
        kind, _ = result_dtype(self, _real(self, [x.spec for x in tensors]))
        kinds = [int64 if index else kind for index in self.program.indices]
        return [
            full((), given, dtype=kind, device=device) if x.spec.weak else x
            for given, x, kind in zip(args, tensors, kinds, strict=True)
        ]

    # ------------------------------------------------------------------ the kernel

    def _forward(self, *tensors, dim):
        key = tuple([x.spec for x in tensors]), dim
        way = self.calls.get(key) or self._prepared(*key)
        if way.across is not None:
            return way.across(*tensors)
        if way.layouts is not None:
            tensors = tuple([x if layout is None else _laid(x, layout)
                             for x, layout in zip(tensors, way.layouts, strict=True)])  # fmt: skip
        out = launched(None, way.call, tensors)
        return out if way.last else movedim(out, -1, dim).contiguous()

    def _prepared(self, specs, dim):
        way = self.calls.get((specs, dim))
        if way is None:
            if len(self.calls) > 1024:
                self.calls.clear()
            way = self.calls[specs, dim] = _prepare(self, specs, dim)
        return way

    # ------------------------------------------------------------------ gradients

    def rule(self, index):
        """The rule of an input, derived from the function where none was written."""
        if self.rules[index] is None:
            self.rules[index] = self._derived(index)
        return self.rules[index]

    def giving(self, *names):
        """The same op outside of any graph, with what its function calls so, numbers of each row.

        They are further results, which `gradient` takes.
        """
        saved = tuple([self.program.names[name] for name in names])
        return Rowwise(replace(self.program, saved=saved))

    def gradient(self, index, saved=()):
        """The op that is the gradient of an input: of g and what it needs, also `saved` numbers."""
        written = self.written.get(self.params[index])
        if written is None:
            op = Rowwise(adjoint.gradient(self.program, index))
        else:
            try:
                op = Rowwise(rows.read_gradient(written, self.program, saved))
            except KeyError as error:
                wanted = f"a gradient of g and {', '.join(self.params)} or out"
                remedy = f"grad=lambda {written.__code__.co_varnames[0]}, out"
                name = written.__name__.replace("<lambda>", "lambda_")
                raise TypeError(expected(name, wanted, error.args[0], remedy)) from None
        op.name = op.__name__ = f"{self.name}_grad_{self.params[index]}"
        return op

    def _derived(self, index):
        op, name = self.gradient(index), self.params[index]
        kept = op.params[1:]
        alone = len(self.params) == 1 and False in op.program.whole  # nothing broadcasts

        def backward_of_one(g, /, *, dim, **known):
            return apply(op, g, *[known[p] for p in kept], dim=dim)

        def backward(g, /, **known):
            operands = [g, *[known[p] for p in kept]]
            shape = shapes.broadcast(*[spec.shape for spec in known["specs"]])
            if False in op.program.whole:
                longest = op.program.whole.index(False)
                operands[longest] = expanded(operands[longest], shape)
            bare = op.program.output == 0  # the incoming gradient itself
            result = g if bare else apply(op, *operands, dim=known["dim"])
            if not self.program.whole[index]:
                result = expanded(result, shape)
            return sum_to(result, known[f"{name}_spec"])

        rule = backward_of_one if alone else backward
        rule.__name__ = op.name
        more = ("dim",) if alone else (f"{name}_spec", "specs", "dim")
        return Rule(rule, self.params, (*kept, *more))

    def _gradients(self, node, slots, saved, out):
        """Those of rows and of a row that all of them share, by one kernel if there are no more."""
        if mode.grad or node.static["dim"] != -1 or self.program.whole.count(False) < 2:
            return NotImplemented
        if batches.used and any(spec.hidden for spec in (slots[0].spec, *node.specs)):
            return NotImplemented
        key = slots[0].spec, node.specs, tuple([place is None for place in node.edges])
        way = self.joint.get(key)
        if way is None:
            way = self.joint[key] = self._joint(*key) or NotImplemented
        if way is NotImplemented:
            return way
        known = {"out": out} | {name: saved.get(k) for k, name in enumerate(self.params)}
        found = [None] * len(self.params)
        for k, g in zip(way.places, way(slots[0], known), strict=True):
            found[k] = g
        return found

    def _joint(self, _, specs, unwanted):
        """What gives all wanted gradients, that of whole rows and those of shared ones; or None."""
        shape = shapes.broadcast(*[spec.shape for spec in specs])
        first, *others = [k for k, no in enumerate(unwanted) if not no]
        whole = any(self.program.whole[k] for k in (first, *others))
        if specs[first].shape != shape or not specs[first].numel or whole or len(shape) < 2:
            return None
        row = shape[-1:]
        shared = all(specs[k].shape[-1:] == row and specs[k].numel == row[0] for k in others)
        if not shared or {specs[k].dtype for k in others} - {specs[first].dtype}:
            return None
        programs = [self.gradient(k).program for k in (first, *others)]
        if not others and all(programs[0].whole):
            return None
        name = f"{self.name}_grad"
        program = rows.merged(programs[0], programs[1:]) if others else programs[0]
        return _Joint(Rowwise(program, name=name), [first, *others], specs)


class _Joint:
    """
    The gradients of several operands of a row op at once.

    Attributes
    ----------
    op : Rowwise
        Gives that of whole rows, and parts of those of a row that all share.
    places : list of int
        Which operands these are.
    """

    __slots__ = ("op", "places", "repertoire", "specs")

    def __init__(self, op, places, specs):
        self.op, self.places, self.specs = op, places, specs
        self.repertoire = Repertoire()

    def __call__(self, g, known):
        """They, of the gradient of the result and of what backward knows by name."""
        given = g, *[known[name] for name in self.op.params[1:]]
        made = recall(self.repertoire, self.computed, given, {})
        return self.computed(*given) if made is NotImplemented else made

    def computed(self, *given):
        """The same by kernels."""
        made = self.op.forward(*given, dim=-1)
        first, *parts = made if len(self.places) > 1 else (made,)
        shared = [self.specs[k] for k in self.places[1:]]
        totals = zip([part.sum(0) for part in parts], shared, strict=True)
        return first, *[x if x.spec is spec else x.reshape(spec.shape) for x, spec in totals]


# ------------------------------------------------------------------ operands and their rows


@dataclass(frozen=True, slots=True)
class Layout:
    """How an operand that does not lie in rows is laid: in which dtype, and copied along a dim."""

    dtype: object
    shape: tuple[int, ...] | None
    dim: int


@dataclass(frozen=True, slots=True)
class Way:
    """A Rowwise op prepared for operands of certain specs.

    `layouts`: None if all operands lie in rows; `last`: the dim is the last one; `across`: how it
    is computed instead, if operands do not lie along the dim.
    """

    call: object
    layouts: tuple | None
    last: bool
    across: object


def _laid(x, layout):
    x = to_dtype(x, layout.dtype)
    if layout.shape is None:
        return x
    return movedim(x.expand(layout.shape), layout.dim, -1).contiguous()


def _prepare(op, specs, dim):
    for spec in specs:
        if spec.dtype.is_complex:
            raise NotImplementedError(
                expected(op.__name__, "real tensors", repr(spec.dtype), ".real, .imag or .abs()")
            )
    computed, result = result_spec(op, _real(op, specs))
    shape = result.shape or (1,)
    n = shape[dim]
    outer = shape[: len(shape) + dim] + (shape[len(shape) + dim + 1 :])
    count = math.prod(outer)
    one = (1,) if op.program.folds_all else (n,)
    made: Any = spec_of(outer + one if result.shape else (), computed, result.device)
    lain = [
        _lain(spec, shape, dim, whole, int64 if index else computed)
        for spec, whole, index in zip(specs, op.program.whole, op.program.indices, strict=True)
    ]
    classes = tuple(["dense" if (kind, step) == ("rows", n) else kind for kind, step, _ in lain])
    launches, across = [], None
    apart = any(layout and layout.shape for *_, layout in lain)
    if dim != -1 and count * n and apart and not op.program.places:
        after = shape[len(shape) + dim + 1 :]
        made = spec_of((*shape[:dim], *one, *after), computed, result.device)
        across = Across(op.program, made, dim)
    elif count and (n or op.program.folds_all):
        loops = result.device.kernels.rowwise
        steps = tuple([step for _, step, _ in lain])
        launches = [loops.launch(op.program, computed.name, count, n, classes, steps)]
        parts = spec_of((launches[0].items, n), computed, result.device)
        made = (made, *[parts] * len(op.program.columns)) if op.program.columns else made
    if op.program.saved:
        made = (made, *[spec_of((*outer, 1), computed, result.device)] * len(op.program.saved))
    layouts = tuple([layout for *_, layout in lain])
    return Way(Call(made, *launches), layouts if any(layouts) else None, dim == -1, across)


def _lain(spec, shape, dim, whole, computed):
    """The class of an operand, its step from row to row, and how it is laid for that, or None."""
    if spec.weak and spec.device is CPU and spec.dtype in (float64, int64):
        return f"zero {spec.dtype.name}", 0, None
    kind, step = _rows_of(spec, shape, dim, whole)
    other = f"{kind} int64" if computed is int64 else kind
    if step is not None and spec.dtype is computed:
        return other, step, None
    if spec.numel == 1:
        return other.replace("rows", "zero"), 0, Layout(computed, None, dim)
    if kind == "zero" and len(spec.shape) >= -dim and spec.shape[dim] != 1:
        other = other.replace("zero", "rows")  # one element seen all along the dim, to be copied
    elif kind == "zero":
        shape = (*shape[:dim], 1, *shape[len(shape) + dim + 1 :])
    return other, shape[dim], Layout(computed, shape, dim)


def _real(op, specs):
    """Specs of the operands that are no indices; an index tells of its shape alone."""
    like = next((spec.dtype for spec, index in zip(specs, op.program.indices, strict=True)
                 if not index and not spec.weak), None)  # fmt: skip
    return [
        spec_of(spec.shape, like, spec.device) if index and not spec.weak and like else spec
        for spec, index in zip(specs, op.program.indices, strict=True)
    ]


def _rows_of(spec, shape, dim, whole):
    """The class of an operand, and elements from one row to the next; None if it has no such."""
    strides = shapes.expanded_strides(spec.shape, spec.byte_strides, shape)
    size, at = spec.dtype.itemsize, len(shape) + dim
    broadcast = whole or (strides[at] == 0 and shape[at] != 1)
    step = step_of((*shape[:at], *shape[at + 1 :]), (*strides[:at], *strides[at + 1 :]))
    near = broadcast or strides[at] == size or shape[at] == 1
    fits = near and step is not None and step % size == 0
    return "zero" if broadcast else "rows", step // size if fits else None


# ------------------------------------------------------------------ the user's


def rowwise(
    function: Callable | None = None,
    *,
    grad: Callable | None = None,
    name: str | None = None,
    numbers: tuple[str, ...] = (),
    indices: tuple[str, ...] = (),
) -> Any:
    """
    Make an op from a plain Python function of a row.

    Parameters
    ----------
    function : function
        Takes rows and returns a row, or a number for each: assignments and a return, of
        arithmetic, the functions of `math`, `numpy` and `tl.scalars`, scalar functions of the
        user's, and folds: `total`, `mean`, `largest`, `smallest`, `shift` and `count` of
        `tl.scalars`, also spelled `sum`, `max`, `min` and `len`. ``x[0]`` and ``x[k]``, with an
        integer parameter k for each row, are elements of a row (NaN if there is no such), and
        ``tl.scalars.place(x)`` tells of each which it is.
    grad : function or dict of str to function, optional
        A written gradient ``(g, ...)``, by parameter where there are several: a function of rows,
        whose parameters after `g` name what it needs: inputs, ``out``, or what the function
        assigns. Without it gradients are derived, of any order.
    name : str, optional
        The name in messages; the function's own by default.
    numbers : tuple of str, optional
        The parameters that are one number for each row, or one for all, and never rows.
    indices : tuple of str, optional
        Those of them that are integers, beside the ones that elements are picked by.

    Returns
    -------
    Rowwise
        A callable on tensors and numbers, which broadcasts, with `dim` (-1: along which the rows
        lie) and, for a number of each row, `keepdim`.

    Raises
    ------
    ScalarError
        If the function cannot be compiled: names file, line, reason and remedy.

    Notes
    -----
    A row is read as often as its folds need, while it is near. Folds in a branch of ``a if c else
    b``, with a number c of the row, are taken in rows that choose it. `largest` and `smallest`
    share their gradient among equals. What is read from globals is part of the kernel, as in
    `elementwise`.

    Examples
    --------
    >>> import tensorlite as tl
    >>> @tl.rowwise
    ... def standardized(x, eps):
    ...     distance = x - tl.scalars.mean(x)
    ...     return distance / tl.scalars.sqrt(tl.scalars.mean(distance * distance) + eps)
    >>> standardized(tl.tensor([[1.0, 2.0, 3.0], [0.0, 0.0, 6.0]]), 1e-5)
    tensor([[-1.2247,  0.0000,  1.2247],
            [-0.7071, -0.7071,  1.4142]])
    >>> @tl.rowwise
    ... def surprise(x, target):
    ...     top = tl.scalars.shift(x)
    ...     return tl.scalars.log(sum(tl.scalars.exp(x - top))) - (x[target] - top)
    >>> surprise(tl.tensor([[0.0, 0.0], [0.0, 1.0]]), tl.tensor([[0], [1]]))
    tensor([0.6931, 0.3133])
    """
    if function is None:
        return functools.partial(
            rowwise, grad=grad, name=name, numbers=numbers, indices=indices
        )
    if not callable(function):
        got = type(function).__name__
        raise TypeError(expected("rowwise", "a function of a row", got, "def f(x): ..."))
    program = rows.read(function, tuple(numbers), tuple(indices))
    for word in TAKEN:
        if word in program.params:
            wanted = f"other parameters than {', '.join(TAKEN)}"
            raise TypeError(expected("rowwise", wanted, word, "another name"))
    for each in (*numbers, *indices):
        if each not in program.params:
            kind = "numbers" if each in numbers else "indices"
            wanted = f"{kind} among {', '.join(program.params)}"
            raise TypeError(expected("rowwise", wanted, each, "a parameter of the function"))
    return Rowwise(program, function, _by_name(grad, program.params), name)


def _by_name(grad, params):
    """Written gradients by the names of their parameters; one alone is that of the first."""
    return grad if grad is None or isinstance(grad, dict) else {params[0]: grad}


def row_op(name, grad=None, numbers=(), indices=()):
    """Decorate a function of the package: `rowwise` that reads it at its first use, not before."""

    def declare(function):
        read = functools.partial(rows.read, function, numbers, indices)
        return Rowwise(read, function, _by_name(grad, function.__code__.co_varnames), name)

    return declare


offer("rowwise", gated(rowwise, "rowwise"))
