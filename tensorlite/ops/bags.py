"""Bags of rows of a matrix, reduced in one kernel each, and the ways back: on the CPU.

All entries stand in a row: `index` tells their rows, and `starts` where each bag begins. `padding`
is a row that does not count, or -1.
"""

from .. import dtypes
from ..declare import primitive
from ..dispatch import apply, mode
from ..tensor import CPU, empty_shape
from .choice import where


def _launched(kernel, index, starts, operands, outs, rows, columns, padding):
    """The first of `outs`, which a kernel of `kernels/cpu/bags.py` fills."""
    if outs[0].spec.numel:
        kernels, bags, entries = CPU.kernels.bags, starts.spec.numel, index.spec.numel
        given = [x.contiguous() for x in (index, starts, *operands)]
        writes = tuple(range(len(given), len(given) + len(outs)))
        dtype = (operands or outs)[-1].spec.dtype.name
        function = getattr(kernels, kernel)
        launch = kernels.launch(function, dtype, bags, entries, rows, columns, padding, writes)
        launch(*given, *outs)
    return outs[0]


@primitive
def in_order(starts, *, entries):
    """Whether bags begin at 0 and then one after another, the last one within the entries."""
    out = empty_shape((), dtypes.bool_, CPU)
    bags = starts.spec.numel
    launch = CPU.kernels.bags.launch(
        CPU.kernels.bags.in_order, "float64", bags, entries, 0, 1, -1, (1,)
    )
    launch(starts.contiguous(), out)
    return out


@primitive
def _bag_counts(index, starts, *, dtype, padding):
    """(B, 1): how many entries of each bag count, at least 1."""
    out = empty_shape((starts.spec.numel, 1), dtype, CPU)
    return _launched("counts", index, starts, (), (out,), 0, 1, padding)


@primitive
def _bag_sums(index, starts, factor, x, *, padding):
    """(B, D): the sums of the rows of x (V, D) of each bag, times a factor of each entry."""
    rows, columns = x.spec.shape
    out = empty_shape((starts.spec.numel, columns), x.spec.dtype, CPU)
    return _launched("sums", index, starts, (factor, x), (out,), rows, columns, padding)


@_bag_sums.grad("factor")
def _bag_sums_grad_factor(g, index, starts, x, *, padding):
    return apply(_bag_dots, index, starts, g, x, padding=padding)


@_bag_sums.grad("x")
def _bag_sums_grad_x(g, index, starts, factor, x_spec, *, padding):
    rows = x_spec.shape[0]
    return apply(_bag_spread, index, starts, factor, g, rows=rows, padding=padding)


@primitive
def _bag_spread(index, starts, factor, x, *, rows, padding):
    """(rows, D): row b of x (B, D), times the factor of each entry of bag b, added to its row."""
    columns = x.spec.shape[1]
    out = empty_shape((rows, columns), x.spec.dtype, CPU)
    return _launched("spread", index, starts, (factor, x), (out,), rows, columns, padding)


@_bag_spread.grad("factor")
def _bag_spread_grad_factor(g, index, starts, x, *, padding):
    return apply(_bag_dots, index, starts, x, g, padding=padding)


@_bag_spread.grad("x")
def _bag_spread_grad_x(g, index, starts, factor, *, padding):
    return apply(_bag_sums, index, starts, factor, g, padding=padding)


@primitive
def _bag_dots(index, starts, x, y, *, padding):
    """(L,): the product of row b of x (B, D) and the row of y (V, D), of each entry of bag b."""
    rows, columns = y.spec.shape
    out = empty_shape(index.spec.shape, x.spec.dtype, CPU)
    return _launched("dots", index, starts, (x, y), (out,), rows, columns, padding)


@_bag_dots.grad("x")
def _bag_dots_grad_x(g, index, starts, y, *, padding):
    return apply(_bag_sums, index, starts, g, y, padding=padding)


@_bag_dots.grad("y")
def _bag_dots_grad_y(g, index, starts, x, y_spec, *, padding):
    rows = y_spec.shape[0]
    return apply(_bag_spread, index, starts, g, x, rows=rows, padding=padding)


@primitive
def _bag_largest(index, starts, x, place, *, padding):
    """(B, D): the largest of each column of x in a bag, or 0; `place` takes its row, or -1."""
    rows, columns = x.spec.shape
    out = empty_shape(place.spec.shape, x.spec.dtype, CPU)
    return _launched("largest", index, starts, (x,), (out, place), rows, columns, padding)


@_bag_largest.grad("x")
def _bag_largest_grad_x(g, place, x_spec, *, padding):
    zeros = g.new_zeros(x_spec.shape)
    return zeros.scatter_add(0, place.clamp(min=0), where(place < 0, 0.0, g))


def reduced(how, index, starts, weight, factor, padding):
    """The "sum", "mean" or "max" of the rows of `weight` in each bag."""
    if how == "max":
        with mode.off():
            place = weight.new_empty((starts.numel(), weight.shape[1]), dtype=dtypes.int64)
        return apply(_bag_largest, index, starts, weight, place, padding=padding)
    if factor is None:
        with mode.off():
            factor = weight.new_ones(index.numel())
    out = apply(_bag_sums, index, starts, factor.reshape(-1), weight, padding=padding)
    if how == "sum":
        return out
    return out / apply(_bag_counts, index, starts, dtype=weight.dtype, padding=padding)
