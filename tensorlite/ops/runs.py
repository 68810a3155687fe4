"""Elements of the last dims in another order, which consists of few runs: copies of blocks.

A run of a dim is (first place, how many, the element of the first, the step from one to the next);
frames of mirrored or repeated elements are three runs a dim, and the middle is a plain copy.
"""

import itertools

from ..calls import Call
from ..declare import prepared
from ..dispatch import apply, launch_on, program_of
from ..kernels.work.launches import Stage
from ..op import table
from ..tensor import number, spec_of
from .copying import copying


def runs_of(places):
    """The runs of a sequence of places."""
    found, start = [], 0
    while start < len(places):
        end = start + 1
        step = places[end] - places[start] if end < len(places) else 1
        while end < len(places) and places[end] - places[end - 1] == step:
            end += 1
        found.append((start, end - start, places[start], step))
        start = end
    return tuple(found)


@prepared
def _picked(x, *, runs):
    """The elements of x in the order of some runs for each of the last dims."""
    kept = len(x.shape) - len(runs)
    extents = [sum(count for _, count, _, _ in dim) for dim in runs]
    out = spec_of((*x.shape[:kept], *extents), x.dtype, x.device)
    steps = []
    for block in itertools.product(*runs) if out.numel else ():
        there, here = _block(x, out, block)
        steps.append(Stage(copying(here[0], there[0]), ((0, here[1]), (1, there[1]))))
    return Call(out, *steps)


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


@_picked.grad("x")
def _picked_grad_x(g, x_spec, *, runs):
    for back, dim in enumerate(reversed(runs), 1):
        g = apply(_put_back, g, number(0), runs=dim, back=back, extent=x_spec.shape[-back])
    return g


@prepared
def _put_back(x, zero, *, runs, back, extent):
    """Along the dim number -back: of each element the sum of what was taken from it."""
    dim = len(x.shape) - back
    out = spec_of((*x.shape[:dim], extent, *x.shape[dim + 1 :]), x.dtype, x.device)
    main = max(runs, key=_plain, default=(0, 0, 0, 1))
    steps = [] if _plain(main) == extent else [Stage(copying(zero, out), ((1, 0), (2, 0)))]
    if _plain(main):
        there, here = _part(out, dim, *main[1:]), _part(x, dim, main[1], main[0], 1)
        steps.append(Stage(copying(here[0], there[0]), ((0, here[1]), (2, there[1]))))
    for first, count, start, step in [run for run in runs if run is not main or not _plain(run)]:
        each = 1 if step == 0 else count  # elements that go to one place come one after the other
        for place in range(first, first + count, each):
            there, here = _part(out, dim, each, start, step), _part(x, dim, each, place, 1)
            steps.append(Stage(_adding(there[0], here[0]), ((2, there[1]), (0, here[1]))))
    return Call(out, *(steps if out.numel else ()))


@_put_back.grad("x")
def _put_back_grad_x(g, x_spec, *, runs, back):
    whole = [((0, n, 0, 1),) for n in x_spec.shape[len(x_spec.shape) - back + 1 :]]
    return apply(_picked, g, runs=(runs, *whole))


def _plain(run):
    """How many elements a copy without gaps would bring."""
    return run[1] if run[3] == 1 else 0


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
