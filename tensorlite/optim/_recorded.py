"""Steps that are recorded: rules as ops, with gradients by parameters, state, gradients, rates."""

from __future__ import annotations

from functools import lru_cache

from ..declare import user_elementwise
from ..errors import TraceError, expected
from ..kernels import interpreters
from ..kernels.language.outputs import outputs
from ..ops.complexes import view_as_complex, view_as_real
from ..tensor import base_of
from ..writing import check_no_leaf


@lru_cache(maxsize=256)
def _ops(rule):
    """An op for each value that a rule returns."""
    return tuple(user_elementwise(each) for each in outputs(rule))


def update(rule, columns, numbers):
    """
    Run a scalar rule as ops: what `ops.foreach.update` does, in a graph.

    Parameters
    ----------
    rule : function
        As there.
    columns : list of list of Tensor
    numbers : sequence of float or Tensor ()

    Raises
    ------
    RuntimeError
        If a parameter is a leaf that requires grad; nothing is written then.
    TraceError
        In a compiled function: a count of steps would be a constant of its plan.
    """
    if interpreters.current() is not None:
        raise TraceError(
            expected("step", "a call outside of compiled functions where it is differentiable",
                     "one inside", "a rule written by ops")
        )  # fmt: skip
    rows = list(zip(*columns, strict=True))
    for row in rows:
        check_no_leaf("step", row[0], base_of(row[0]))
    results = [_values(rule, row, numbers) for row in rows]
    for row, values in zip(rows, results, strict=True):
        for x, value in zip(row, values, strict=False):
            x.copy_(value)


def _values(rule, row, numbers):
    """New values of the first of a row; its own are cloned, for they are written over."""
    ops = _ops(rule)
    operands = [x.clone() if k < len(ops) else x for k, x in enumerate(row)]
    if not row[0].is_complex():
        return [op(*operands, *numbers) for op in ops]
    parts = [view_as_real(x) for x in operands]
    return [view_as_complex(op(*parts, *numbers)) for op in ops]
