"""Views of whole tensors: other shapes, orders and repetitions of dims over the same storage."""

import functools
from collections.abc import Sequence

from .. import dtypes, shapes
from ..annotations import Dims
from ..declare import method, primitive, public
from ..dispatch import apply
from ..errors import expected
from ..graph import view_of, viewed
from ..op import supplies
from ..tensor import Tensor


@primitive(takes_short=True)
def _view(x, *, shape, strides):
    """The same elements in another shape."""
    return view_of(x, shape, strides)


@_view.grad("x")
def _view_grad_x(g, x_spec):
    return reshape(g, x_spec.shape)


@method
def view(
    self: Tensor, *shape: int | Sequence[int] | dtypes.dtype, dtype: dtypes.dtype | None = None
) -> Tensor:
    """
    The same memory in another shape, or its bytes as another dtype.

    Raises
    ------
    RuntimeError
        If the elements do not lie in memory so that strides can walk the shape.
    """
    if len(shape) == 1 and isinstance(shape[0], dtypes.dtype):
        return _view_dtype(self, shape[0])
    if dtype is not None:
        return _view_dtype(self, dtype)
    for extent in shape:  # as in `shape_from`, whose frame it spares
        if type(extent) is not int:
            shape = shapes.shape_from(shape, "view")
            break
    new, static = _reshaped(self.spec, shape, "view")
    if new is None:
        raise RuntimeError(
            f"view: expected a shape compatible with strides {self.spec.strides} of shape "
            f"{list(self.spec.shape)}; got {list(static['shape'])}; try reshape()"
        )
    return viewed(_view, self, new, 0, static)


def _with(spec, shape, strides):
    """The Spec of a view with these dims."""
    return spec.seen(shape, strides)


@functools.lru_cache(maxsize=4096)
def _reshaped(spec, shape, op):
    """The Spec of a view in another shape, which may hold -1, and the words of `_view` for it.

    The Spec is None where no strides give that shape.
    """
    shape = shapes.inferred(shape, spec.numel, op)
    strides = shapes.viewed_strides(spec.shape, spec.strides, shape)
    new = None if strides is None else _with(spec, shape, strides)
    return new, {"shape": shape, "strides": strides}


def _view_dtype(self, dtype):
    """The bytes as another dtype; where it is narrower or wider, the last dim becomes so."""
    spec, size = self.spec, dtype.itemsize
    shape, strides, own = list(spec.shape), list(spec.strides), spec.dtype.itemsize
    if size != own:
        wide, narrow = max(size, own), min(size, own)
        ratio = wide // narrow
        fits = bool(shape) and strides[-1] == 1
        if size > own:
            offset = self.address - self.memory.address
            fits = fits and shape[-1] % ratio == 0 and offset % size == 0
            fits = fits and not any(step % ratio for step in strides[:-1])
        if not fits:
            wanted = "a last dim whose elements lie side by side, and as many as that takes"
            got = f"{spec} with strides {spec.strides} viewed as {dtype!r}"
            raise RuntimeError(expected("view", wanted, got, "contiguous(), or .to()"))
        strides = [step * own // size for step in strides[:-1]] + [1]
        shape[-1] = shape[-1] * own // size
    out = view_of(self, spec.shape, spec.strides)
    out.spec = spec.seen(tuple(shape), tuple(strides), dtype)
    return out


@method
def view_as(self: Tensor, other: Tensor) -> Tensor:
    """self in the shape of another tensor."""
    return view(self, other.spec.shape)


@public
def reshape(input: Tensor, *shape: Dims) -> Tensor:
    """The elements in another shape: a view where strides allow it, else a copy."""
    for extent in shape:
        if type(extent) is not int:
            shape = shapes.shape_from(shape, "reshape")
            break
    new, static = _reshaped(input.spec, shape, "reshape")
    if new is None:
        input = input.contiguous()
        new, static = _reshaped(input.spec, static["shape"], "reshape")
    return viewed(_view, input, new, 0, static)


@method
def reshape_as(self: Tensor, other: Tensor) -> Tensor:
    """self in the shape of another tensor."""
    return reshape(self, other.spec.shape)


@public
def flatten(input: Tensor, start_dim: int = 0, end_dim: int = -1) -> Tensor:
    """Dims from start_dim to end_dim as one."""
    if type(start_dim) is not int or type(end_dim) is not int:
        ndim = len(input.spec.shape)
        start_dim, end_dim = [shapes.dim_index(d, ndim, "flatten") for d in (start_dim, end_dim)]
    shape, new, static = _flattened(input.spec, start_dim, end_dim)
    if new is None or new is input.spec:
        return input if shape == input.spec.shape else reshape(input, shape)
    return viewed(_view, input, new, 0, static)


@functools.lru_cache(maxsize=4096)
def _flattened(spec, start_dim, end_dim):
    shape = spec.shape
    start, end = [shapes.dim_index(d, len(shape), "flatten") for d in (start_dim, end_dim)]
    if start > end:
        raise RuntimeError(
            expected(
                "flatten", "start_dim before end_dim", f"{start_dim} and {end_dim}", "0 and -1"
            )
        )
    merged = (*shape[:start], shapes.numel(shape[start : end + 1]), *shape[end + 1 :])
    return merged, *_reshaped(spec, merged, "flatten")


@public
def ravel(input: Tensor) -> Tensor:
    """All elements in one dim, side by side in memory: a copy unless they are."""
    return reshape(input, -1).contiguous()


@public
def unflatten(input: Tensor, dim: int, sizes: Sequence[int]) -> Tensor:
    """One dim as several; one of their sizes may be -1."""
    dim = shapes.dim_index(dim, len(input.spec.shape), "unflatten")
    shape = input.spec.shape
    if not sizes:
        raise RuntimeError(expected("unflatten", "sizes of one dim at least", "none", "squeeze()"))
    parts = shapes.inferred(tuple(sizes), shape[dim], "unflatten")
    return reshape(input, shape[:dim] + parts + shape[dim + 1 :])


@public
def squeeze(input: Tensor, dim: Dims | None = None, *dims: int) -> Tensor:
    """Without the dims of extent 1, or without those given."""
    taken = shapes.dim_indices((dim, *dims) if dims else dim, len(input.spec.shape), "squeeze")
    return viewed(_view, input, *_squeezed(input.spec, taken))


@functools.lru_cache(maxsize=4096)
def _squeezed(spec, dims):
    kept = [d for d, n in enumerate(spec.shape) if d not in dims or n != 1]
    shape, strides = (tuple([of[d] for d in kept]) for of in (spec.shape, spec.strides))
    return _with(spec, shape, strides), 0, {"shape": shape, "strides": strides}


@public
def unsqueeze(input: Tensor, dim: int) -> Tensor:
    """With a new dim of extent 1."""
    dim = shapes.dim_index(dim, len(input.spec.shape) + 1, "unsqueeze")
    return viewed(_view, input, *unsqueezed(input.spec, dim))


@functools.lru_cache(maxsize=4096)
def unsqueezed(spec, dim):
    """The place of a view with a new dim."""
    shape, strides = spec.shape, spec.strides
    step = shape[dim] * strides[dim] if dim < len(shape) else 1
    shape, strides = (*shape[:dim], 1, *shape[dim:]), (*strides[:dim], step, *strides[dim:])
    return _with(spec, shape, strides), 0, {"shape": shape, "strides": strides}


@primitive(takes_short=True)
def _permute(x, *, dims):
    """The dims in another order."""
    shape, strides = x.spec.shape, x.spec.strides
    return view_of(x, [shape[d] for d in dims], [strides[d] for d in dims])


@_permute.grad("x")
def _permute_grad_x(g, *, dims):
    return apply(_permute, g, dims=tuple(sorted(range(len(dims)), key=dims.__getitem__)))


@public
def permute(input: Tensor, *dims: Dims) -> Tensor:
    """The dims in another order."""
    return viewed(_permute, input, *_permuted(input.spec, shapes.shape_from(dims, "permute")))


@functools.lru_cache(maxsize=4096)
def _permuted(spec, dims):
    ndim = len(spec.shape)
    order = tuple([shapes.dim_index(d, ndim, "permute") for d in dims[:ndim]])
    if len(dims) > ndim or sorted(order) != list(range(ndim)):
        raise RuntimeError(
            expected("permute", f"each of {ndim} dims once", str(list(dims)), "0..n-1")
        )
    shape, strides = ([of[d] for d in order] for of in (spec.shape, spec.strides))
    return _with(spec, shape, strides), 0, {"dims": order}


@public(names=("swapaxes", "swapdims"))
def transpose(input: Tensor, dim0: int, dim1: int) -> Tensor:
    """Two dims swapped."""
    if type(dim0) is not int or type(dim1) is not int:
        ndim = len(input.spec.shape)
        dim0, dim1 = [shapes.dim_index(dim, ndim, "transpose") for dim in (dim0, dim1)]
    return viewed(_permute, input, *_transposed(input.spec, dim0, dim1))


@functools.lru_cache(maxsize=4096)
def _transposed(spec, dim0, dim1):
    ndim = len(spec.shape)
    order = list(range(ndim))
    a, b = [shapes.dim_index(dim, ndim, "transpose") for dim in (dim0, dim1)]
    if order:
        order[a], order[b] = b, a
    return _permuted(spec, tuple(order))


@public
def t(input: Tensor) -> Tensor:
    """A matrix transposed; a vector as it is."""
    if len(input.spec.shape) > 2:
        raise RuntimeError(expected("t", "at most 2 dims", str(input.ndim), ".mT or permute()"))
    return viewed(_permute, input, *_transposed(input.spec, 0, -1))


@supplies
def of_matrices(name, x, most=None):
    """x itself, if it has the dims of a matrix, or of a batch of them up to `most` dims."""
    ndim = len(x.spec.shape)
    if ndim < 2 or ndim > (most or ndim):
        wanted = "a matrix" if most else "a matrix or a batch of matrices"
        got = f"a tensor of {ndim} dim{'s' * (ndim > 1)}"
        raise RuntimeError(expected(name, wanted, got, "transpose()"))
    return x


@supplies
def reversed_dims(x):
    """The dims in reverse order."""
    return viewed(_permute, x, *_reversed(x.spec))


@functools.lru_cache(maxsize=4096)
def _reversed(spec):
    return _permuted(spec, tuple(range(len(spec.shape)))[::-1])

@public(names=("moveaxis",))
def movedim(input: Tensor, source: int | Sequence[int], destination: int | Sequence[int]) -> Tensor:
    """Dims moved to other places; the rest keep their order."""
    if type(source) is int and type(destination) is int:
        return viewed(_permute, input, *_moved(input.spec, (source,), (destination,)))
    ndim = len(input.spec.shape)
    pairs = [
        tuple([
            shapes.dim_index(d, ndim, "movedim")
            for d in (ds if isinstance(ds, tuple | list) else (ds,))
        ])
        for ds in (source, destination)
    ]  # fmt: skip
    if len(pairs[0]) != len(pairs[1]) or any(len(set(p)) != len(p) for p in pairs):
        raise RuntimeError(
            expected("movedim", "as many sources as destinations, each once",
                     f"{source} and {destination}", "movedim(x, 0, -1)")
        )  # fmt: skip
    return viewed(_permute, input, *_moved(input.spec, *pairs))


@functools.lru_cache(maxsize=4096)
def _moved(spec, source, destination):
    """The place of a view whose dims at `source` stand at `destination`."""
    ndim = len(spec.shape)
    pairs = [[shapes.dim_index(d, ndim, "movedim") for d in ds] for ds in (source, destination)]
    placed = dict(zip(pairs[1], pairs[0], strict=True))
    rest = iter(d for d in range(ndim) if d not in pairs[0])
    order = [placed[d] if d in placed else next(rest) for d in range(ndim)]
    return _permuted(spec, tuple(order))


@primitive(takes_short=True)
def _expand(x, *, shape):
    """Extents of 1 repeated without copying."""
    spec = x.spec
    return view_of(x, shape, shapes.expanded_strides(spec.shape, spec.strides, shape))


@_expand.grad("x")
def _expand_grad_x(g, x_spec):
    return sum_to(g, x_spec)


@method
def expand(self: Tensor, *sizes: Dims, implicit: bool = False) -> Tensor:
    """
    Extents of 1 repeated to larger sizes without copying; -1 keeps an extent.

    Parameters
    ----------
    *sizes : int, or one tuple
    implicit : bool
        Accepted without effect.
    """
    sizes = shapes.shape_from(sizes, "expand")
    return viewed(_expand, self, *_expanded(self.spec, sizes))


@functools.lru_cache(maxsize=4096)
def _expanded(spec, sizes):
    shape = spec.shape
    offset = len(sizes) - len(shape)
    fits = offset >= 0 and all(
        n == -1 or m in (1, n) for m, n in zip(shape, sizes[offset:], strict=True)
    )
    if not fits or any(n < 0 for n in sizes[: max(offset, 0)]):
        raise RuntimeError(
            expected(
                "expand", f"sizes to which {list(shape)} broadcasts", str(list(sizes)), "repeat()"
            )
        )
    target = tuple(shape[d - offset] if n == -1 and d >= offset else n for d, n in enumerate(sizes))
    strides = shapes.expanded_strides(shape, spec.strides, target)
    return _with(spec, target, strides), 0, {"shape": target}


@method
def expand_as(self: Tensor, other: Tensor) -> Tensor:
    """self broadcast to the shape of another tensor."""
    return expand(self, other.spec.shape)


@public
def broadcast_to(input: Tensor, *shape: Dims) -> Tensor:
    """input broadcast to a shape without copying."""
    return expand(input, *shape)


@method
def sum_to_size(self: Tensor, *size: Dims) -> Tensor:
    """self summed over the dims that make it larger than `size`, which broadcasts to it."""
    size = shapes.shape_from(size, "sum_to_size")
    shapes.broadcast_to(size, self.spec.shape, "sum_to_size", "size")
    if size and size == self.spec.shape:
        return self
    offset = self.ndim - len(size)
    ones = [offset + d for d, n in enumerate(size) if n == 1 != self.spec.shape[offset + d]]
    return reshape(self.sum((*range(offset), *ones), True), size)


@public(method=False)
def broadcast_tensors(*tensors: Tensor) -> tuple[Tensor, ...]:
    """All tensors broadcast to their common shape."""
    shape = shapes.broadcast(*[x.spec.shape for x in tensors], op="broadcast_tensors")
    return tuple(x if x.spec.shape == shape else expand(x, shape) for x in tensors)


@public(method=False)
def broadcast_shapes(*sizes: Dims) -> shapes.Size:
    """The shape to which these shapes broadcast."""
    given = [shapes.shape_from((size,), "broadcast_shapes") for size in sizes]
    for shape in given:
        if min(shape, default=0) < 0:
            wanted = "extents of at least 0"
            raise ValueError(expected("broadcast_shapes", wanted, f"{list(shape)}", "x.shape"))
    return shapes.Size(shapes.broadcast(*given))


@functools.lru_cache(maxsize=4096)
def _repeated(shape, own):
    """The dims along which a broadcast from `own` to `shape` repeats, and whether all are new."""
    offset = len(shape) - len(own)
    dims = [*range(offset)]
    dims += [offset + d for d, n in enumerate(own) if n == 1 and shape[offset + d] != 1]
    found = None if not dims else dims[0] if len(dims) == 1 else tuple(dims)
    return found, len(dims) == offset


def sum_to(g, spec):
    """The gradient of a broadcast: sums over the repeated dims, in dtype and device of `spec`."""
    if g.spec.shape != spec.shape:
        dims, whole = _repeated(g.spec.shape, spec.shape)
        if dims is not None:
            g = g.sum(dims, keepdim=not whole)
        if g.spec.shape != spec.shape:
            g = reshape(g, spec.shape)
    if g.spec.dtype is spec.dtype and g.spec.device is spec.device:
        return g
    return g.to(spec.device, spec.dtype)
