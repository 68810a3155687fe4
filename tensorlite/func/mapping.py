"""Maps: a function of one example as a function of many."""

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..batches import Level, state
from ..errors import expected
from ..op import registry
from ..ops.batching import concealed, revealed
from ..plan.tree import flatten
from ..tensor import Tensor


def vmap(
    func: Callable[..., Any],
    in_dims: int | Sequence[Any] | None = 0,
    out_dims: int | Sequence[Any] | Mapping[str, Any] | None = 0,
    randomness: str = "error",
    *,
    chunk_size: int | None = None,
) -> Callable[..., Any]:
    """
    A function that maps another one over a dim of its arguments, in few launches.

    Parameters
    ----------
    func : function
        Takes tensors, or dicts, lists and tuples of them, and returns tensors.
    in_dims : int, None, or nested as the arguments
        The dim to map over, of each argument; None for what all calls share.
    out_dims : int, None, or nested as the results
        Where the mapped dim stands in the results.
    randomness : str
        Of random numbers that `func` draws: "error" refuses them, "different" gives each call its
        own, "same" gives all the same.
    chunk_size : int, optional
        How many calls are computed at once; all by default.

    Returns
    -------
    function
        Of the same arguments, with the mapped dim.

    Raises
    ------
    ValueError
        For `in_dims` and `out_dims` that do not fit the arguments and results.
    RuntimeError
        Where `func` looks at data: ``if x > 0``, ``x.item()``, results whose shape depends on it;
        or writes what is mapped into what is not.

    Notes
    -----
    Within `func` tensors have a hidden dim. Elementwise ops, views, reductions, scans, products,
    norms, convolutions, pooling, indexing, sorting, cross entropy and linear algebra compute all
    parts at once; any other op is called for each part, with a warning that names it. It nests, and
    mixes with `grad`.

    Examples
    --------
    >>> import tensorlite as tl
    >>> a, b = tl.tensor([[1.0, 2.0], [3.0, 4.0]]), tl.tensor([1.0, 10.0])
    >>> tl.func.vmap(tl.dot, in_dims=(0, None))(a, b)
    tensor([21., 43.])
    >>> tl.func.vmap(tl.func.grad(lambda x: x**3))(b)  # per-sample gradients
    tensor([  3., 300.])
    """
    if randomness not in ("error", "different", "same"):
        raise RuntimeError(
            f"Only allowed values for randomness are 'error', 'different', or 'same'; vmap: got "
            f"{randomness!r}; try 'error'"
        )
    if chunk_size is not None and chunk_size < 1:
        raise ValueError(
            f"vmap: chunk_size should be None or greater than 0. (got {chunk_size}); try None"
        )

    @functools.wraps(func)
    def mapped(*args, **kwargs):
        leaves, rebuild, _ = flatten(args)
        dims = _in_dims(func, in_dims, args, leaves)
        size = _size(leaves, dims)
        chunks = [
            _map(func, kwargs, rebuild, part, dims, out_dims, randomness)
            for part in _chunks(leaves, dims, size, chunk_size)
        ]
        return chunks[0][1](_joined(chunks))

    return mapped


# ------------------------------------------------------------------ arguments


def _spread(dims, shape_of):
    """A number, or None, for each leaf of a value: what is given for a container holds in it."""
    value, found = shape_of, []
    if isinstance(value, dict):
        parts = list(value.values())
        given = _matching(dims, dict, value)
    elif isinstance(value, list | tuple):
        parts = list(value)
        given = _matching(dims, (list, tuple), value)
    else:
        if dims is not None and not isinstance(dims, int):
            raise ValueError
        return [dims]
    for each, part in zip(given, parts, strict=True):
        found += _spread(each, part)
    return found


def _matching(dims, kind, value):
    """What is given for each part of a container."""
    if dims is None or isinstance(dims, int):
        return [dims] * len(value)
    if not isinstance(dims, kind) or len(dims) != len(value):
        raise ValueError
    if isinstance(dims, dict):
        if dims.keys() != value.keys():
            raise ValueError
        return [dims[key] for key in value]
    return list(dims)


def _named(func):
    return getattr(func, "__name__", type(func).__name__)


def _in_dims(func, in_dims, args, leaves):
    """The mapped dim of each leaf, counted from the front."""
    call = f"vmap({_named(func)}, in_dims={in_dims}, ...)(<inputs>)"
    if not isinstance(in_dims, int | tuple | list) or isinstance(in_dims, bool):
        raise ValueError(
            f"{call}: expected `in_dims` to be int or a (potentially nested) tuple matching the "
            f"structure of inputs; got: {type(in_dims)}; try in_dims=0"
        )
    if not args:
        raise ValueError(
            f"{call}: expected inputs to map over; got no inputs. Maybe you forgot to add inputs, "
            "or you are trying to vmap over a function with no inputs; try a function of tensors"
        )
    try:
        dims = _spread(in_dims, args)
    except ValueError:
        raise ValueError(
            f"{call}: in_dims is not compatible with the structure of inputs; expected it nested "
            f"as the {len(args)} inputs; got {in_dims}; try in_dims=0"
        ) from None
    found = []
    for dim, x in zip(dims, leaves, strict=True):
        if dim is not None and not isinstance(x, Tensor):
            raise ValueError(
                f"{call}: Got in_dim={dim} for an input but the input is of type {type(x)}. We "
                "cannot vmap over non-Tensor arguments; expected a Tensor; try None as in_dim"
            )
        if dim is not None and not -x.ndim <= dim < x.ndim:
            raise ValueError(
                f"{call}: Got in_dim={dim} for some input, but that input is a Tensor of "
                f"dimensionality {x.ndim} so expected in_dim to satisfy -{x.ndim} <= in_dim < "
                f"{x.ndim}"
            )
        found.append(None if dim is None else dim % x.ndim)
    if all(dim is None for dim in found):
        raise ValueError(
            f"{call}: at least one input has to be mapped over; expected a dim; got None for all; "
            "try in_dims=0"
        )
    return found


def _size(leaves, dims):
    sizes = {x.spec.shape[dim] for x, dim in zip(leaves, dims, strict=True) if dim is not None}
    if len(sizes) != 1:
        raise ValueError(
            "vmap: Expected all tensors to have the same size in the mapped dimension, got sizes "
            f"{sorted(sizes)} for the mapped dimension; try in_dims"
        )
    return sizes.pop()


def _chunks(leaves, dims, size, chunk_size):
    if chunk_size is None or chunk_size >= size:
        yield leaves
        return
    for start in range(0, size, chunk_size):
        length = min(chunk_size, size - start)
        yield [
            x if dim is None else x.narrow(dim, start, length)
            for x, dim in zip(leaves, dims, strict=True)
        ]


# ------------------------------------------------------------------ the call, and what it gives


def _map(func, kwargs, rebuild, leaves, dims, out_dims, randomness):
    """The results of one chunk, what nests them, and where each has the mapped dim."""
    size = _size(leaves, dims)
    if size == 0:
        raise ValueError(
            expected("vmap", "a mapped dim of at least 1", "0", "the function on one example")
        )
    level = Level(size, randomness)
    hidden = [
        x if dim is None else concealed(x, level, dim) for x, dim in zip(leaves, dims, strict=True)
    ]
    before, state.levels = state.levels, (*state.levels, level)
    try:
        result = func(*rebuild(hidden), **kwargs)
    finally:
        state.levels = before
    found, nest, _ = flatten(result)
    for x in found:
        if not isinstance(x, Tensor):
            raise ValueError(
                f"vmap({_named(func)}, ...): `{_named(func)}` must only return Tensors, got type "
                f"{type(x)} as a return; expected tensors; try tensor()"
            )
    where = _out_dims(func, out_dims, result, found, level)
    pairs = zip(found, where, strict=True)
    return [x if dim is None else revealed(x, level, dim) for x, dim in pairs], nest, where


def _out_dims(func, out_dims, result, found, level):
    """Where the mapped dim stands in each result, counted from the front."""
    try:
        dims = _spread(out_dims, result)
    except ValueError:
        raise ValueError(
            f"vmap({_named(func)}, ..., out_dims={out_dims})(<inputs>): out_dims is not compatible "
            f"with the structure of outputs; expected it nested as the {len(found)} outputs; got "
            f"{out_dims}; try out_dims=0"
        ) from None
    placed = []
    for dim, x in zip(dims, found, strict=True):
        if dim is None:
            if any(number == level.number for number, _, _ in x.spec.hidden):
                raise ValueError(
                    f"vmap({_named(func)}, ...): `{_named(func)}` can not return a BatchedTensor "
                    "when out_dim is None; expected a result that all calls share; try out_dims=0"
                )
        elif not -x.ndim - 1 <= dim <= x.ndim:
            raise IndexError(
                f"vmap: expected out_dims in the range of [{-x.ndim - 1}, {x.ndim}]; got {dim}; "
                "try out_dims=0"
            )
        placed.append(None if dim is None else dim % (x.ndim + 1))
    return placed


def _joined(chunks):
    """The results of all chunks, side by side."""
    if len(chunks) == 1:
        return chunks[0][0]
    parts = zip(*[made for made, _, _ in chunks], strict=True)
    return [
        each[0] if dim is None else registry["cat"](each, dim)
        for each, dim in zip(parts, chunks[0][2], strict=True)
    ]
