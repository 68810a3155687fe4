"""Reductions: a Program over the broadcast inputs, folded along some of the axes.

Every reduction is the naive loop nest

    for item in kept indices:
        total = initial
        for element in reduced indices:
            total = combine(total, program(inputs[item, element]))
        out[item] = finish(total, divisor)

computed on a fixed grid, so that the bits depend on the shape alone. The reduced axes are cut into
*segments* of the innermost one. A segment is a *panel* of rows that are accumulated into a row of
*lanes*: for a kept inner axis (the form "columns") the lanes are neighbouring outputs, for a
reduced inner axis ("rows") neighbouring elements of one output. After some segments the lanes are
folded into the total, in a wider dtype. Where there are few outputs, *blocks* of segments are items
of their own, and a second launch folds the blocks in order. `reduction_text.py` writes the kernels.
"""

import functools
import math
from dataclasses import astuple, dataclass, replace

import numpy as np

from ..work import layout
from ..work.folds import Folding, Reduction, form_of, in_two, parted, read_by
from ..work.launches import Stage
from ..work.reducers import dtypes, identity, keep
from ..work.spaces import itemsize
from .launch import Launch
from .reduction_text import WORDS, Spec, entry

BLOCK = 1 << 16  # elements per block, at least
BLOCKS = 256  # at most
GRAIN = 1 << 16  # elements worth a thread's attention


def launches(program, reducer, shape, strides, axes, divisor=None, result=None):
    """
    Plan a reduction.

    Parameters
    ----------
    program : Program
        One output; its dtype is what the reducer is fed.
    reducer : Reducer
    shape : tuple of int
        Of the broadcast inputs.
    strides : sequence of tuple of int
        Bytes, one tuple per input.
    axes : tuple of int
        To reduce, each in 0..ndim-1.
    divisor : float, optional
        What `finish` divides by; the number of reduced elements when left out.
    result : str, optional
        The dtype of the values, where it is not what `reducers.dtypes` says.

    Returns
    -------
    Reduction
        Call its `launch` with the addresses of the inputs, the output (values, indices, or both),
        contiguous over the kept axes in their order, and `scratch` bytes where that is not 0.
    """
    kept, reduced = parted(reducer, shape, strides, axes)
    return _plan(program, reducer, kept, reduced, divisor, result)


@dataclass(slots=True)
class Grid:
    """How the elements of a reduction are shared out: the first words of its geometry."""

    outputs: int
    group: int  # segments of a block
    segments: int  # of an output
    per_run: int  # segments of a run along the innermost reduced axis
    inner: int  # extent of that axis
    length: int  # elements (columns: rows) of a segment
    flush: int  # segments between two folds
    width: int  # lanes; columns: the extent of the last kept axis

    @property
    def blocks(self):
        return -(-self.segments // self.group) if self.segments else 1


def _grid(reducer, kept, reduced, form):
    """The fixed grid of a reduction: a function of its shape alone."""
    inner = reduced[-1] if reduced else 1
    width = {"short": 1, "rows": 16 if inner < 256 else 64}.get(form) or kept[-1]
    depth = 64 * (1 if form == "columns" else width)  # what the lanes take in between two folds
    length = max(1, min(inner, depth))
    per_run = -(-inner // length)
    segments = math.prod(reduced[:-1]) * per_run
    flush = 1 if reducer.better else max(1, depth // length)
    outputs, group = math.prod(kept), max(1, segments)
    elements = outputs * math.prod(reduced)
    few = {"columns": 8192, "rows": 64, "short": 0}[form]
    if elements > 2 * BLOCK and outputs < few:
        group = max(1, segments * BLOCK // elements, -(-segments // BLOCKS))
        group = -(-group // flush) * flush
    return Grid(outputs, group, segments, per_run, inner, length, flush, width)


def _launch(spec, grid, kept, reduced, divisor):
    """The Launch of a Spec, which lacks its depth and its classes of strides, on a grid."""
    columns = spec.form == "columns"
    kept_axes = max(0, len(kept[0]) - columns)
    outer = max(0, len(reduced[0]) - 1)
    deep = kept_axes > 1 or outer > 0
    along, across = (kept, reduced) if columns else (reduced, kept)
    words, classes = [*astuple(grid), 0, kept_axes, outer], []
    words += [*kept[0][:kept_axes], *reduced[0][:-1]] if deep else [1]
    for k, dtype in enumerate(spec.program.inputs):
        column = along[1][k][-1] if along[0] else 0
        row = across[1][k][-1] if across[0] else 0
        rest = [*kept[1][k][:kept_axes], *reduced[1][k][:-1]]
        words += [column, row, *(rest if deep else rest or [0])]
        classes.append(layout.stride_class(column, itemsize(dtype)))
    geometry = np.array(words, np.int64)
    geometry[WORDS.index("divisor")] = np.float64(divisor).view(np.int64)
    per_item = max(1, math.prod(reduced[0]) // grid.blocks)
    compiled = functools.partial(entry, replace(spec, deep=deep, classes=tuple(classes)))
    inputs = len(spec.program.inputs)
    writes = tuple(range(inputs, inputs + spec.reducer.values + spec.reducer.indices))
    grain = max(1, GRAIN // per_item)
    work = _work(spec, grid, kept, reduced, divisor)
    return Launch(compiled, grid.outputs * grid.blocks, geometry, grain, writes, work)


def _work(spec, grid, kept, reduced, divisor):
    """The Work of a Launch: inputs once, and one result per block."""
    shape, nbytes = read_by(spec.program, kept, reduced)
    results = np.dtype(spec.dtypes[2]).itemsize * spec.reducer.values + 8 * spec.reducer.indices
    flops = (len(spec.program.steps) + 1) * math.prod(shape)
    nbytes += results * grid.outputs * grid.blocks
    return Folding(shape, nbytes, flops, spec, grid, kept, reduced, divisor, _launch)


def _plan(program, reducer, kept, reduced, divisor, result):
    form = form_of(kept, reduced)
    grid = _grid(reducer, kept[0], reduced[0], form)
    divisor = math.prod(reduced[0]) if divisor is None else divisor
    kinds = dtypes(program, reducer)
    kinds = (*kinds[:2], result or kinds[2])
    inputs, total = len(program.inputs), kinds[1]
    if grid.blocks == 1:
        launch = _launch(Spec(program, reducer, kinds, form), grid, kept, reduced, divisor)
        operands = range(inputs + reducer.values + reducer.indices)
        return Reduction((Stage(launch, tuple((k, 0) for k in operands)),))
    partial = replace(reducer, finish=keep, values=True)
    spec = Spec(program, partial, (*kinds[:2], total), form)
    first = _launch(spec, grid, kept, reduced, divisor)
    second = _fold_blocks(reducer, kinds, (grid.blocks, grid.outputs), divisor)
    return in_two(first, second, inputs, reducer, grid.blocks * grid.outputs, total)


def _fold_blocks(reducer, kinds, shape, divisor):
    """The Launch that folds the totals of blocks, in order."""
    total = kinds[1]
    size = np.dtype(total).itemsize
    strides = [(shape[1] * size, size)]
    reduced, kept = layout.neighbours(shape, strides, [0]), layout.neighbours(shape, strides, [1])
    form = form_of(kept, reduced)
    grid = _grid(reducer, kept[0], reduced[0], form)
    grid.group = max(1, grid.segments)
    kinds = (total, total, kinds[2])
    spec = Spec(identity(total), reducer, kinds, form, lookup=reducer.indices)
    return _launch(spec, grid, kept, reduced, divisor)
