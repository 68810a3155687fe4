"""`gather` and its inverses: `scatter`, `scatter_add`, `scatter_reduce`.

`index` has as many dims as the tensors; element (i, j, k) of the index locates (i, index, k) for
dim 1.
"""

from .. import dtypes, shapes
from ..annotations import Operand
from ..calls import remembered
from ..declare import method, public
from ..dispatch import apply
from ..errors import expected
from ..tensor import Tensor, empty_shape
from ..writing import delivered
from .arithmetic import remainder
from .creation import ones_like, unmoved_by
from .index_checks import INT64, check_index_dtype, checked_index, lies_within
from .indexing import value_like, write_into
from .requiring import one_number, refuse_complex
from .scatter_rules import gather_op, scatter_extreme, scatter_op, scatter_prod, write_along
from .slicing import narrow
from .views import expand, reshape


def _checked(op, input, dim, index, source=None, single=False):
    """The dim, the index and the part of the source over it; 0-d tensors count as (1,).

    A `single` source stands for as many as the index has.
    """
    if type(dim) is not int:
        dim = shapes.dim_index(dim, len(input.spec.shape), op)
    if not isinstance(index, Tensor) or index.spec.dtype is not dtypes.int64:
        check_index_dtype(op, index)
    given = None if source is None else index.spec if single else source.spec
    dim, extent = _fitted(op, input.spec, dim, index.spec, given)
    index = checked_index(op, index, extent, dim, False, RuntimeError)
    if source is not None and source.spec.shape and source.spec.shape != index.spec.shape:
        for d, size in enumerate(index.spec.shape):
            source = narrow(source, d, 0, size)
    return dim, index, source


@remembered
def _fitted(op, x, dim, index, source):
    """The dim counted from the front, and its extent, if the shapes go together."""
    ndim = len(x.shape)
    dim = shapes.dim_index(dim, ndim, op)
    specs = [index] if source is None else [index, source]
    if any(max(len(spec.shape), 1) != max(ndim, 1) for spec in specs):
        got = " and ".join(str(list(spec.shape)) for spec in specs)
        raise RuntimeError(
            f"{op}(): Index tensor must have the same number of dimensions as input tensor; "
            f"expected {ndim}; got {got}; try expand()"
        )
    for d, extent in enumerate(index.shape):
        limits = [] if d == dim else [x.shape[d]]
        limits += [] if source is None else [source.shape[d]] if source.shape else []
        if any(extent > limit for limit in limits):
            raise RuntimeError(
                f"{op}(): Size does not match at dimension {d} expected index {list(index.shape)} "
                f"to be no larger than self {list(x.shape)} apart from dimension {dim}"
                + ("" if source is None else f" and than src {list(source.shape)}")
            )
    return dim, x.shape[dim] if ndim else 1


@public(rehearsed=True)
def gather(
    input: Tensor, dim: int, index: Tensor, *, sparse_grad: bool = False, out: Tensor | None = None
) -> Tensor:
    """
    Elements along a dim: ``out[i][j] = input[index[i][j]][j]`` for dim 0.

    Parameters
    ----------
    input : Tensor
    dim : int
    index : int64 Tensor
        As many dims as input, no larger than it apart from `dim`.

    Raises
    ------
    RuntimeError
        If an index is out of range, or the shapes do not fit.
    """
    if isinstance(index, Tensor) and index.spec.numel == 0:
        nothing = empty_shape(index.spec.shape, input.spec.dtype, input.spec.device)
        return delivered("gather", unmoved_by(nothing, input), out)
    dim, index, _ = _checked("gather", input, dim, index)
    shape = index.spec.shape
    if input.spec.shape and index.spec.shape:
        result = apply(gather_op, input, index, dim=dim)
    else:
        result = apply(gather_op, *(x if x.spec.shape else reshape(x, 1) for x in (input, index)),
                       dim=0)  # fmt: skip
        result = reshape(result, shape)
    return delivered("gather", result, out, exact=True)


def _source(op, input, source):
    """A source tensor of the input's dtype; of a number a 0-d one."""
    if not isinstance(source, Tensor):
        return value_like(op, input, source)
    if source.spec.dtype is not input.spec.dtype:
        raise RuntimeError(
            f"{op}(): Expected self.dtype to be equal to src.dtype; got {input.dtype} and "
            f"{source.dtype}; try .to()"
        )
    return source


def _value(op, input, index, value):
    """The one number to be scattered; of a 0-d tensor as many as the index has."""
    value = one_number(op, value, input.spec.dtype)
    return expand(value.detach(), index.spec.shape) if isinstance(value, Tensor) else value


def _scattered(op, primitive, input, dim, index, source, inplace, **static):
    if not isinstance(index, Tensor) or index.spec.numel == 0:
        index = index if isinstance(index, Tensor) else _checked(op, input, dim, index)
        return input if inplace else unmoved_by(input.clone(), source)
    single, source = not isinstance(source, Tensor), _source(op, input, source)
    dim, index, source = _checked(op, input, dim, index, source, single)
    static["dim"] = dim
    x = input
    if not input.spec.shape or not index.spec.shape:
        x, index = (t if t.spec.shape else reshape(t, 1) for t in (input, index))
        source = narrow(source, 0, 0, index.spec.numel) if source.spec.shape else source
    if source.requires_grad and source.spec.shape != index.spec.shape:
        source = expand(source, index.spec.shape)
    if not inplace:
        result = apply(primitive, x, index, source, **static)
        return result if input.spec.shape else reshape(result, ())
    combine = {"combine": static.get("combine", "prod"), "dim": dim}

    def write(x, index, source, **_):
        return write_along(x, index, source, **combine)

    write_into(op, primitive, x, (index, source), write, static)
    return input


_REDUCE = {"add": "add", "multiply": "prod"}


def _scatter_any(op, input, dim, index, src, value, reduce, inplace):
    if (src is None) == (value is None):
        raise TypeError(expected(f"{op}()", "src or value", "both or none", "src="))
    if reduce is not None and reduce not in _REDUCE:
        raise RuntimeError(expected(op, "reduce to be add or multiply", repr(reduce), "'add'"))
    source = _value(op, input, index, value) if src is None else src
    combine = "set" if reduce is None else _REDUCE[reduce]
    if combine == "prod":
        return _scattered(op, scatter_prod, input, dim, index, source, inplace)
    return _scattered(op, scatter_op, input, dim, index, source, inplace, combine=combine)


@public(out=True, rehearsed=True)
def scatter(
    input: Tensor,
    dim: int,
    index: Tensor,
    src: Operand | None = None,
    value: Operand | None = None,
    *,
    reduce: bool | str | None = None,
) -> Tensor:
    """input with ``out[index[i][j]][j] = src[i][j]`` for dim 0; of several, the last one stays."""
    return _scatter_any("scatter", input, dim, index, src, value, reduce, False)


@method
def scatter_(
    self: Tensor,
    dim: int,
    index: Tensor,
    src: Operand | None = None,
    value: Operand | None = None,
    *,
    reduce: bool | str | None = None,
) -> Tensor:
    """In place: see `scatter`."""
    return _scatter_any("scatter_", self, dim, index, src, value, reduce, True)


@public(out=True, rehearsed=True)
def scatter_add(input: Tensor, dim: int, index: Tensor, src: Operand) -> Tensor:
    """input with ``out[index[i][j]][j] += src[i][j]`` for dim 0, in the order of the index."""
    return _scattered("scatter_add", scatter_op, input, dim, index, src, False, combine="add")


@method
def scatter_add_(self: Tensor, dim: int, index: Tensor, src: Operand) -> Tensor:
    """In place: see `scatter_add`."""
    return _scattered("scatter_add_", scatter_op, self, dim, index, src, True, combine="add")


_IDENTITY = {"sum": 0, "mean": 0, "prod": 1}


def _without_self(input, dim, index, reduce):
    """input with the neutral element where the index leads."""
    neutral: float
    if reduce in _IDENTITY:
        neutral = _IDENTITY[reduce]
    elif input.dtype.is_floating_point:
        neutral = float("-inf" if reduce == "amax" else "inf")
    else:
        info = dtypes.iinfo(input.dtype)
        neutral = info.min if reduce == "amax" else info.max
    return scatter(input, dim, index, value=neutral)


def _reduced_bools(input, dim, index, src, reduce, include_self):
    """`scatter_reduce` of bool, through bytes."""
    if reduce == "mean":
        raise NotImplementedError(
            expected("scatter_reduce", "a numeric dtype for mean", "bool", ".float()")
        )
    reduce = "amax" if reduce == "sum" else reduce
    x, src = input.to(dtypes.uint8), src.to(dtypes.uint8)
    found = scatter_reduce(x, dim, index, src, reduce, include_self=include_self)
    return found.to(dtypes.bool_)


@public(out=True)
def scatter_reduce(
    input: Tensor,
    dim: int,
    index: Tensor,
    src: Operand,
    reduce: bool | str,
    *,
    include_self: bool = True,
) -> Tensor:
    """
    input combined with the elements of src that lead to each cell.

    Parameters
    ----------
    reduce : str
        "sum", "prod", "mean", "amax" or "amin".
    include_self : bool
        Whether the element of input takes part where others do.
    """
    op = "scatter_reduce"
    if reduce not in ("sum", "prod", "mean", "amax", "amin"):
        raise RuntimeError(
            expected(op, "reduce to be sum, prod, mean, amax or amin", repr(reduce), "'sum'")
        )
    if reduce in ("amax", "amin"):
        refuse_complex(input)
    source = _source(op, input, src)
    if not isinstance(src, Tensor):
        source = expand(source, index.spec.shape)
    if input.dtype is dtypes.bool_:
        return _reduced_bools(input, dim, index, source, reduce, include_self)
    x = input if include_self else _without_self(input, dim, index, reduce)
    if reduce == "prod":
        return _scattered(op, scatter_prod, x, dim, index, source, False)
    if reduce in ("amax", "amin"):
        return _scattered(op, scatter_extreme, x, dim, index, source, False, combine=reduce)
    total = _scattered(op, scatter_op, x, dim, index, source, False, combine="add")
    if reduce == "sum":
        return total
    counts = ones_like(input.detach())
    if not include_self:
        counts = _without_self(counts, dim, index, "sum")
    counts = scatter_add(counts, dim, index, ones_like(source.detach()))
    if input.dtype.differentiable:
        return total / counts
    return total.div(counts, rounding_mode="floor")


@method
def scatter_reduce_(
    self: Tensor,
    dim: int,
    index: Tensor,
    src: Operand,
    reduce: bool | str,
    *,
    include_self: bool = True,
) -> Tensor:
    """In place: see `scatter_reduce`."""
    return self.copy_(scatter_reduce(self, dim, index, src, reduce, include_self=include_self))


@public(out=True, rehearsed=True)
def take_along_dim(input: Tensor, indices: Tensor, dim: int | None = None) -> Tensor:
    """`gather` whose operands are broadcast apart from the dim; without a dim, of all elements.

    Along a dim an index counts on from its other end, from behind and from the front.
    """
    if dim is None:
        return gather(reshape(input, -1), 0, reshape(indices, -1))
    if input.ndim != indices.ndim:
        raise RuntimeError(
            expected(
                "take_along_dim", f"indices of {input.ndim} dims", str(indices.ndim), "unsqueeze()"
            )
        )
    dim = shapes.dim_index(dim, input.ndim, "take_along_dim")
    check_index_dtype("take_along_dim", indices, INT64)
    rest = [
        tuple(1 if d == dim else n for d, n in enumerate(t.spec.shape)) for t in (input, indices)
    ]
    common = shapes.broadcast(*rest, op="take_along_dim")
    extent = input.spec.shape[dim]
    if extent and not lies_within(indices, -extent, extent):
        indices = remainder(indices, extent)
    elif not extent:
        indices = checked_index("take_along_dim", indices, extent, dim)

    def over(x):
        return expand(x, [x.spec.shape[dim] if d == dim else n for d, n in enumerate(common)])

    return apply(gather_op, over(input), over(indices), dim=dim)
