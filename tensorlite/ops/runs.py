"""Elements of the last dims in another order, which consists of few runs: copies of blocks.

Frames of mirrored or repeated elements are three runs a dim, and the middle is a plain copy. Where
elements lie in order there is a kernel of all dims, else each block of places is a launch.
"""

import itertools
import math

from .. import dtypes
from ..calls import Call
from ..declare import prepared
from ..device import CPU
from ..dispatch import apply, launch_on, program_of
from ..kernels.work.launches import Stage
from ..kernels.work.runs import side_by_side
from ..op import table
from ..tensor import number, spec_of
from .copying import copying

WORDS = "uint8", "uint16", "uint32", "uint64"  # elements that a kernel moves


@prepared
def picked(x, *, runs):
    """The elements of x in the order of some runs for each of the last dims."""
    kept = len(x.shape) - len(runs)
    extents = [sum(count for _, count, _, _ in dim) for dim in runs]
    out = spec_of((*x.shape[:kept], *extents), x.dtype, x.device)
    words = f"uint{8 * x.dtype.itemsize}"
    if out.numel and x.device is CPU and x.contiguous and words in WORDS:
        return Call(out, _lines(words, x.shape, runs, False))
    steps = []
    for block in itertools.product(*runs) if out.numel else ():
        there, here = _block(x, out, block)
        steps.append(Stage(copying(here[0], there[0]), ((0, here[1]), (1, there[1]))))
    return Call(out, *steps)


def _lines(dtype, shape, runs, back):
    """The Launch of all dims of elements that lie in order."""
    kept = len(shape) - len(runs)
    whole = [((0, 1, 0, 1),)] * (3 - len(runs))
    extents = *[1] * len(whole), *shape[kept:]
    planes = math.prod(shape[:kept])
    return CPU.kernels.frames.launch(dtype, planes, extents, (*whole, *runs), back)


def _block(x, out, block):
    """(Spec, offset) of a block of places of `out`, and of the elements of x that go there."""
    kept = len(x.shape) - len(block)
    shape = (*x.shape[:kept], *(count for _, count, _, _ in block))
    steps = [run[3] * step for run, step in zip(block, x.strides[kept:], strict=True)]
    here = spec_of(shape, x.dtype, x.device, (*x.strides[:kept], *steps))
    there = spec_of(shape, out.dtype, out.device, out.strides)
    first = zip(block, x.byte_strides[kept:], out.byte_strides[kept:], strict=True)
    starts = [(run[0] * outer, run[2] * inner) for run, inner, outer in first]
    to, start = (sum(each) for each in zip(*starts, strict=True))
    return (there, to), (here, start)


@picked.grad("x")
def _picked_grad_x(g, x_spec, *, runs):
    floating = g.spec.dtype in (dtypes.float32, dtypes.float64)
    if g.spec.numel and x_spec.device is CPU and floating and g.spec.contiguous:
        return apply(_put_back_lines, g, runs=runs, extents=x_spec.shape[-len(runs) :])
    for back, dim in enumerate(reversed(runs), 1):
        g = apply(_put_back, g, number(0), runs=dim, back=back, extent=x_spec.shape[-back])
    return g


@prepared
def _put_back_lines(x, *, runs, extents):
    """Of each element the sum of what was taken from it, along all dims."""
    out = spec_of((*x.shape[: -len(runs)], *extents), x.dtype, x.device)
    return Call(out, _lines(x.dtype.name, out.shape, runs, True))


@_put_back_lines.grad("x")
def _put_back_lines_grad_x(g, *, runs, extents):
    return apply(picked, g, runs=runs)


@prepared
def _put_back(x, zero, *, runs, back, extent):
    """Along the dim number -back: of each element the sum of what was taken from it."""
    dim = len(x.shape) - back
    out = spec_of((*x.shape[:dim], extent, *x.shape[dim + 1 :]), x.dtype, x.device)
    main = max(runs, key=side_by_side, default=(0, 0, 0, 1))
    steps = [] if side_by_side(main) == extent else [Stage(copying(zero, out), ((1, 0), (2, 0)))]
    if side_by_side(main):
        there, here = _part(out, dim, *main[1:]), _part(x, dim, main[1], main[0], 1)
        steps.append(Stage(copying(here[0], there[0]), ((0, here[1]), (2, there[1]))))
    for first, count, start, step in runs:
        if (first, count, start, step) == main and side_by_side(main):
            continue
        each = 1 if step == 0 else count  # elements that go to one place come one after the other
        for place in range(first, first + count, each):
            there, here = _part(out, dim, each, start, step), _part(x, dim, each, place, 1)
            steps.append(Stage(_adding(there[0], here[0]), ((2, there[1]), (0, here[1]))))
    return Call(out, *(steps if out.numel else ()))


@_put_back.grad("x")
def _put_back_grad_x(g, x_spec, *, runs, back):
    whole = [((0, n, 0, 1),) for n in x_spec.shape[len(x_spec.shape) - back + 1 :]]
    return apply(picked, g, runs=(runs, *whole))


def _part(x, dim, count, start, step):
    """(Spec, offset) of some elements along a dim."""
    shape = (*x.shape[:dim], count, *x.shape[dim + 1 :])
    strides = (*x.strides[:dim], x.strides[dim] * step, *x.strides[dim + 1 :])
    return spec_of(shape, x.dtype, x.device, strides), start * x.byte_strides[dim]


def _adding(target, source):
    """The Launch that adds to elements."""
    add = table["_add"]
    program = program_of(add, (target, source), target.dtype, target, 0)
    return launch_on(target.device, (target, source), *program)
