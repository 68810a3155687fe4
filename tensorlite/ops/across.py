"""A function of a row along a dim across memory: loops and reductions, one after the other.

Elements side by side belong to different rows there: such loops are faster than copies of rows.
Stages that map are one loop each time: what a fold takes in, unless it takes that in by itself, and
the result.
"""

import ast
import functools

from .. import shapes
from ..calls import launched
from ..dispatch import prepare, unrecorded
from ..kernels.language.derive import function_of
from ..kernels.language.program import same
from ..kernels.work.reducers import AMAX, AMIN, SUM
from ..kernels.work.row_stages import Passes
from ..op import Elementwise
from ..tensor import empty_of, number
from .copying import to_dtype
from .folds import Fold

REDUCERS = {"total": SUM, "largest": AMAX, "shift": AMAX, "smallest": AMIN}


class Across:
    """A RowProgram along a dim of operands of certain specs, with a result of a Spec."""

    def __init__(self, program, spec, dim):
        self.program, self.spec, self.dim = program, spec, dim
        self.calls = None

    def __call__(self, *tensors):
        dtype = self.spec.dtype
        given = [x if x.spec.dtype is dtype else to_dtype(x, dtype) for x in tensors]
        values = dict(enumerate(given))
        if self.calls is None:
            with unrecorded():
                self.calls = self._prepared(dict(values))
        for value, call, args, wide in self.calls:
            if not args:
                values[value] = call
                continue
            operands = [values[a] for a in args]
            if wide is not None:
                operands[0] = operands[0].expand(wide)
            values[value] = launched(None, call, operands)
        out = values[self.program.output]
        return out if out.spec is self.spec else expanded(out, self.spec.shape).contiguous()

    def _prepared(self, values):
        """Of each step: its value, Call, arguments, and the shape that the first of these is to
        have; or a value, and the number that it is."""
        shape = shapes.broadcast(*[x.spec.shape for x in values.values()])
        along = {"dims": (len(shape) + self.dim,), "keepdim": True, "dtype": self.spec.dtype}
        found = []
        for value, op, args in _steps(self.program):
            given, wide = [values[a] for a in args], None
            if not args:
                values[value] = number(op.function() if op else float(shape[self.dim]))
                found.append((value, values[value], (), None))
                continue
            if isinstance(op, Fold):
                wide = shape if given[0].spec.shape != shape else None
                given[0] = expanded(given[0], shape)
                call = op.prepare(*[x.spec for x in given], **along)
            else:
                call = prepare(op, given)
            values[value] = empty_of(call.spec)
            found.append((value, call, args, wide))
        return found


def expanded(x, shape):
    return x if x.spec.shape == shape else x.expand(shape)


@functools.lru_cache(maxsize=1024)
def _steps(program):
    """Of each step the number of its value, its op (None: the length of a row), its arguments."""
    return _Steps(program).steps


class _Steps:
    """Divides the stages of a program among ops."""

    def __init__(self, program):
        classes = tuple(["zero" if whole else "dense" for whole in program.whole])
        self.program, self.passes = program, Passes(program, classes)
        self.done, self.steps = set(range(self.passes.inputs)), []
        for value in self.passes.reached([program.output]):
            if self.passes.is_fold(value):
                self.fold(value)
            elif self.passes.whole[value] and self.passes.is_heavy(value):
                self.map(value)
        if program.output not in self.done:
            self.map(program.output)

    def add(self, value, op, args):
        self.steps.append((value, op, args))
        self.done.add(value)

    def fold(self, value):
        stage = self.passes.stage(value)
        if stage.kind == "count":
            self.add(value, None, ())
            return
        if stage.arg not in self.done and self.again(stage.arg, value):
            self.map(stage.arg)
        args, function = self.composed(stage.arg)
        self.add(value, Fold(REDUCERS[stage.kind], function), args)

    def again(self, value, fold):
        """Whether a later step needs what this fold takes in, too, or no tensor gives its shape."""
        if self.passes.whole[value]:
            return True
        later = [v for v in self.passes.folds if v > fold] + [self.program.output]
        return self.passes.is_heavy(value) and value in self.passes.reached(later, self.known)

    def known(self, value):
        return value in self.done

    def map(self, value):
        args, function = self.composed(value)
        self.add(value, Elementwise(function or same, "same"), args)

    def composed(self, value):
        """The values at hand that a value is made of, and the function of them; None: itself."""
        if value in self.done:
            return (value,), None
        leaves = [v for v in self.passes.reached([value], self.known) if v in self.done]
        leaves.sort(key=lambda v: self.passes.whole[v])  # one with all elements stands first
        stage, functions = self.passes.stage(value), {}
        if tuple(leaves) == stage.args:
            return stage.args, stage.function
        e = self.expression(value, functions)
        names = {f"f{k}": function for k, function in enumerate(functions)}
        params = [f"v{v}" for v in leaves]
        return tuple(leaves), function_of(f"{self.program.name}_part", params, {},
                                          [ast.Return(e)], names)  # fmt: skip

    def expression(self, value, functions):
        if value in self.done:
            return ast.Name(f"v{value}", ast.Load())
        stage = self.passes.stage(value)
        name = f"f{functions.setdefault(stage.function, len(functions))}"
        args = [self.expression(a, functions) for a in stage.args]
        return ast.Call(ast.Name(name, ast.Load()), args, [])
