"""How ops take hidden dims, kind by kind; see `batching.py`."""

import dataclasses

from ..batches import carrying, grounded, levels_of
from ..dispatch import apply
from ..op import table
from ..shapes import numel
from ..tensor import Tensor, spec_of
from .batching import rule
from .ranges import arange
from .views import reshape


@rule("view", "permute", "expand", "slice", "pieces", "unbind", "strided", "beside", "conceal",
      "reveal", "shared")  # fmt: skip
def _as_it_is(op, tensors, static):
    """Views: they move shapes, strides and addresses alone."""
    return op.forward(*tensors, **static)


@rule("masked_select", "masked_scatter", "masked_front", "scatter_region", "gather_region",
      "without_region", "median_of_all")  # fmt: skip
def _each(op, tensors, static):
    """What depends on its tensors alone, and writes into none, but has no better rule."""
    return NotImplemented


@rule("stack")
def _stacks(op, tensors, static):
    """Side by side along a new dim."""
    levels = levels_of([x.spec for x in tensors])
    whole = [grounded(x, levels) for x in tensors]
    return carrying(op.forward(*whole, **_shifted(static, len(levels))), levels)


@rule("cast", "dense", "moved", "picked")
def _of_all(op, tensors, static):
    """What treats all dims alike."""
    (x,) = tensors
    levels = levels_of((x.spec,))
    return carrying(op.forward(grounded(x, levels), **static), levels)


@rule("sum", "mean", "prod", "amax", "amin", "max_with_indices", "min_with_indices", "norm2",
      "power_norm", "std", "var", "flip", "cumsum", "cumprod", "logcumsumexp", "cat",
      "roll")  # fmt: skip
def _along_dims(op, tensors, static):
    """What goes along dims: they are counted from behind the hidden ones."""
    if len({len(x.spec.shape) for x in tensors}) > 1:
        return NotImplemented
    levels = levels_of([x.spec for x in tensors])
    if not tensors[0].spec.shape:
        return _of_numbers(op, tensors, static, levels)
    whole = [grounded(x, levels) for x in tensors]
    return carrying(op.forward(*whole, **_shifted(static, len(levels))), levels)


def _of_numbers(op, tensors, static, levels):
    """The same for tensors without dims, which are taken as such of one element."""
    found = {**static, **{k: v for k, v in (("dims", (0,)), ("keepdim", True)) if k in static}}
    whole = [grounded(x, levels, 1) for x in tensors]
    made = op.forward(*whole, **_shifted(found, len(levels)))
    sizes = [size for _, size in levels]
    if isinstance(made, Tensor):
        return carrying(reshape(made, sizes), levels)
    return carrying(tuple(reshape(each, sizes) for each in made), levels)


def _shifted(static, count):
    """The static arguments of an op with so many more dims in front."""
    found = dict(static)
    for name in ("dim", "dims"):
        dims = found.get(name)
        if isinstance(dims, int):
            found[name] = dims + count
        elif dims is not None:
            found[name] = type(dims)(dim + count for dim in dims)
    return found


@rule("gather", "scatter", "scatter_extreme", "scatter_prod")
def _along_one(op, tensors, static):
    """The same for ops that are not told where to broadcast: every operand has all levels."""
    return _along_dims(op, tensors, static)


@rule("cholesky", "cholesky_or_not", "ldl_factor", "ldl_solve", "lu_factor", "lstsq",
      "pseudoinverse", "matrix_exp", "geqrf", "qr", "r_of_qr", "determinant",
      "inverse", "inverse_or_not", "slogdet", "solve", "solve_or_not", "solve_triangular", "eigh",
      "eigvalsh", "svd", "svdvals", "permutations", "avg_pool", "avg_pool_gradient",
      "max_pool", "resample", "resample_back", "distances", "pair_distances", "mirrored",
      "slopes")  # fmt: skip
def _in_front(op, tensors, static):
    """What takes batches in front of the dims that it works on."""
    if len({len(x.spec.shape) for x in tensors}) > 1:
        return NotImplemented
    levels = levels_of([x.spec for x in tensors])
    return carrying(op.forward(*[grounded(x, levels) for x in tensors], **static), levels)


@rule("rowwise")
def _rows(op, tensors, static):
    """Functions of a row: along a dim that is counted from the end."""
    specs = [x.spec for x in tensors]
    levels, ndim = levels_of(specs), max([len(spec.shape) for spec in specs])
    whole = [x if x.spec.weak else grounded(x, levels, max(ndim, 1)) for x in tensors]
    out = op.forward(*whole, **static)
    return carrying(out if ndim else reshape(out, [size for _, size in levels]), levels)


@rule("matmul", "scores")
def _products(op, tensors, static):
    """Products of matrices: rows of all parts at once where the right one is shared."""
    x, y = tensors
    levels = levels_of([x.spec, y.spec])
    ndim = max(len(x.spec.shape), len(y.spec.shape))
    if not y.spec.hidden and len(y.spec.shape) == 2:
        a = grounded(x, levels)
        rows = reshape(a, (numel(a.spec.shape[:-1]), a.spec.shape[-1]))
        out = op.forward(rows, y, **static)
        return carrying(reshape(out, (*a.spec.shape[:-1], out.spec.shape[-1])), levels)
    return carrying(op.forward(*[grounded(z, levels, ndim) for z in tensors], **static), levels)


@rule("linear")
def _linears(op, tensors, static):
    """x (M, K) times the rows of w (N, K)."""
    x, w = tensors
    return _products(table["matmul"], (x, w.mT), static)


@rule("affine")
def _affines(op, tensors, static):
    """x (M, K) times the rows of w (N, K), plus b."""
    b, x, w = tensors
    return apply(table["linear"], x, w) + b


@rule("addmm")
def _sums_of_products(op, tensors, static):
    """beta * c + alpha * x @ y."""
    c, x, y = tensors
    product = apply(table["matmul"], x, y)
    alpha, beta = static["alpha"], static["beta"]
    product = product if alpha == 1 else product * alpha
    return product + (c if beta == 1 else c * beta) if beta else product


@rule("masked_scores")
def _masked_sums(op, tensors, static):
    """mask + alpha * x @ y."""
    mask, x, y = tensors
    return apply(table["scores"], x, y, alpha=static["alpha"]) + mask


@rule("layer_norm", "rms_norm")
def _norms(op, tensors, static):
    """Norms along the last dims: weights that all parts share stay beside them."""
    x, *weights = tensors
    if any(w.spec.hidden for w in weights):
        return NotImplemented
    levels = levels_of((x.spec,))
    return carrying(op.forward(grounded(x, levels), *weights, **static), levels)


@rule("put_back")
def _back(op, tensors, static):
    """Along a dim that is counted from behind the hidden ones."""
    x, *zero = tensors
    levels = levels_of((x.spec,))
    return carrying(op.forward(grounded(x, levels), *zero, **static), levels)


@rule("pad")
def _pads(op, tensors, static):
    """A frame around the dims that are seen, of a value that all parts share."""
    x, *value = tensors
    if any(each.spec.hidden for each in value):
        return NotImplemented
    levels = levels_of((x.spec,))
    pads = (*[(0, 0)] * len(levels), *static["pads"])
    return carrying(op.forward(grounded(x, levels), *value, pads=pads), levels)


@rule("embed")
def _embeds(op, tensors, static):
    """Zeros with x in a part."""
    (x,) = tensors
    levels = levels_of((x.spec,))
    index = (*[slice(None)] * len(levels), *static["index"])
    plain = static["spec"]
    spec = spec_of((*[n for _, n in levels], *plain.shape), plain.dtype, plain.device)
    return carrying(op.forward(grounded(x, levels), index=index, spec=spec), levels)


# ------------------------------------------------------------------ windows and convolutions


@rule("max_pool_gradient")
def _spread_maxima(op, tensors, static):
    """Zeros of a shape, which is that of one part, with each x added where it was found."""
    levels = levels_of([x.spec for x in tensors])
    shape = (*[size for _, size in levels], *static["shape"])
    whole = [grounded(x, levels).contiguous() for x in tensors]
    return carrying(op.forward(*whole, windows=static["windows"], shape=shape), levels)


@rule("columns", "images")
def _images(op, tensors, static):
    """What treats every image (N, ...) alike: parts are further images."""
    levels = levels_of([x.spec for x in tensors])
    sizes = tuple(size for _, size in levels)
    whole = [grounded(x, levels) for x in tensors]
    flat = [reshape(x, (-1, *x.spec.shape[len(levels) + 1 :])) for x in whole]
    out = op.forward(*flat, **static)
    return carrying(reshape(out, (*sizes, -1, *out.spec.shape[1:])), levels)


def _as_groups(x, levels, dim):
    """All parts of a tensor side by side in one of its dims."""
    count, whole = len(levels), grounded(x, levels)
    order = [*range(count, count + dim), *range(count), *range(count + dim, whole.ndim)]
    moved = whole.permute(order)
    shape = moved.spec.shape
    merged = (*shape[:dim], -1, *shape[dim + count + 1 :])
    return reshape(moved, merged).contiguous()


def _from_groups(out, levels, dim):
    """A result that holds all parts side by side in one of its dims, with the parts hidden."""
    sizes, shape = [size for _, size in levels], out.spec.shape
    split = reshape(out, (*shape[:dim], *sizes, -1, *shape[dim + 1 :]))
    count = len(sizes)
    order = [*range(dim, dim + count), *range(dim), *range(dim + count, split.ndim)]
    return carrying(split.permute(order), levels)


@rule("convolution", "convolution_images", "convolution_weights")
def _convolutions(op, tensors, static):
    """Parts are further images where the kernels are shared, else further groups of channels."""
    x, w = tensors
    if not w.spec.hidden and op.name != "convolution_weights":
        levels = levels_of((x.spec,))
        whole = grounded(x, levels)
        flat = reshape(whole, (-1, *whole.spec.shape[len(levels) + 1 :])).contiguous()
        out = op.forward(flat, w, **static)
        sizes = tuple(size for _, size in levels)
        return carrying(reshape(out, (*sizes, -1, *out.spec.shape[1:])), levels)
    levels = levels_of([x.spec, w.spec])
    parts = 1
    for _, size in levels:
        parts *= size
    form = dataclasses.replace(static["form"], groups=static["form"].groups * parts)
    dim = 1 if op.name == "convolution_weights" else 0
    out = op.forward(_as_groups(x, levels, 1), _as_groups(w, levels, dim), form=form,
                     extents=static["extents"])  # fmt: skip
    return _from_groups(out, levels, 1 - dim)


@rule("biased_convolution")
def _biased_convolutions(op, tensors, static):
    b, x, w = tensors
    out = apply(table["convolution"], x, w, **static)
    return out + reshape(b, (-1, *[1] * (out.ndim - 2)))


# ------------------------------------------------------------------ indexing


def _everywhere(indices, levels):
    """Indices of all parts: one more for each level, before those that are given."""
    ndim = max(len(index.spec.shape) for index in indices)
    found = [grounded(index, levels, ndim) for index in indices]
    for k, (_, size) in enumerate(levels):
        places = arange(size, device=found[0].device)
        found.insert(k, reshape(places, (-1, *[1] * (len(levels) - k - 1 + ndim))))
    return found, (*range(len(levels)),)


def _place(dims):
    """Where the dims of the indices stand in what they select: see `indexing._layout`."""
    return dims[0] if dims[-1] - dims[0] == len(dims) - 1 else 0


def _turned(levels, rank, at, back):
    """The order of dims that brings the `rank` dims of indices from the front to `at`, or back."""
    count = len(levels)
    front = [*range(count)]
    if back:
        moved = [*range(count + at, count + at + rank), *range(count, count + at)]
    else:
        moved = [*range(count + rank, count + rank + at), *range(count, count + rank)]
    return [*front, *moved]


def _permuted(x, order):
    return x.permute([*order, *range(len(order), x.ndim)])


@rule("index")
def _indices(op, tensors, static):
    """x[indices] for each part."""
    x, *indices = tensors
    levels = levels_of([each.spec for each in tensors])
    found, more = _everywhere(indices, levels)
    dims = (*more, *[dim + len(levels) for dim in static["dims"]])
    rank = max(len(index.spec.shape) for index in indices)
    out = op.forward(grounded(x, levels), *found, dims=dims)
    if dims[-1] - dims[0] != len(dims) - 1 or static["dims"][0] == 0:
        out = _permuted(out, _turned(levels, rank, _place(static["dims"]), False))
    return carrying(out, levels)


@rule("index_spread")
def _spreads(op, tensors, static):
    """Zeros with values added where the indices of each part lead."""
    values, *indices = tensors
    levels = levels_of([each.spec for each in tensors])
    plain = static["spec"]
    spec = spec_of((*[n for _, n in levels], *plain.shape), plain.dtype, plain.device)
    found, dims, values = _written(values, indices, levels, static["dims"], plain.shape)
    return carrying(op.forward(values, *found, dims=dims, spec=spec), levels)


@rule("index_put")
def _puts(op, tensors, static):
    """A copy of x with values put where the indices of each part lead."""
    x, values, *indices = tensors
    levels = levels_of([each.spec for each in tensors])
    found, dims, values = _written(values, indices, levels, static["dims"], x.spec.shape)
    whole = grounded(x, levels)
    out = op.forward(whole, values, *found, dims=dims, combine=static["combine"])
    return carrying(out, levels)


def _written(values, indices, levels, dims, shape):
    """Indices and values of all parts, these as the indices select them."""
    found, more = _everywhere(indices, levels)
    rank, at = max(len(index.spec.shape) for index in indices), _place(dims)
    rest = [n for d, n in enumerate(shape) if d not in dims]
    ndim = rank + len(rest)
    values = grounded(values, levels, ndim)
    return found, (*more, *[dim + len(levels) for dim in dims]), _permuted(
        values, _turned(levels, rank, at, True)
    )
