"""The gradient of a function of which samples are known."""

from collections.abc import Sequence

from .. import dtypes, shapes
from ..annotations import Dims
from ..declare import public
from ..errors import expected
from ..tensor import Tensor
from .copying import in_floats
from .joining import cat


@public(method=False)
def gradient(
    input: Tensor,
    *,
    spacing: float | Sequence[float] | Tensor | Sequence[Tensor] | None = 1,
    dim: Dims | None = None,
    edge_order: int = 1,
) -> tuple[Tensor, ...]:
    """
    Slopes along dims by central differences, and by one-sided ones at both ends.

    Parameters
    ----------
    input : Tensor
    spacing : number, or sequence of numbers or of Tensors
        The step along each dim, or the coordinates of the samples.
    dim : int or sequence of int, optional
        All by default.
    edge_order : {1, 2}
        The order to which the ends are right.

    Examples
    --------
    >>> tl.gradient(tl.tensor([1.0, 4.0, 9.0, 16.0]))
    (tensor([3., 4., 6., 7.]),)
    """
    spacing = 1 if spacing is None else spacing
    dims = _dims(input, dim)
    steps = list(spacing) if isinstance(spacing, tuple | list) else [spacing] * len(dims)
    if edge_order not in (1, 2):
        raise RuntimeError(
            "gradient only supports edge_order=1 and edge_order=2; "
            + expected("gradient", "edge_order 1 or 2", f"{edge_order}", "1")
        )
    if len(steps) != len(dims):
        raise RuntimeError(
            "gradient expected spacing to be unspecified, a scalar or a list of length equal to "
            f"the number of dims; got {len(steps)} for {len(dims)} dims"
        )
    _check_coordinates(input, steps, dims)
    if any(input.shape[d] <= edge_order for d in dims):
        raise RuntimeError(
            "gradient expected each dimension size to be at least edge_order+1; "
            f"got {tuple(input.shape)}"
        )
    return tuple(_slope(input, d, step, edge_order) for d, step in zip(dims, steps, strict=True))


def _dims(input, dim):
    if dim is not None:
        given = (dim,) if isinstance(dim, int) else tuple(dim)
        found = [shapes.dim_index(d, input.ndim, "gradient") for d in given]
        if len({*found}) < len(found):
            raise RuntimeError(f"gradient: dim {list(given)} appears multiple times in the list")
        return found
    return list(range(input.ndim))


def _check_coordinates(input, steps, dims):
    for d, step in zip(dims, steps, strict=True):
        if not isinstance(step, Tensor):
            continue
        if step.ndim != 1:
            raise RuntimeError(
                "gradient expected each element of spacing to have one dimension, but got an "
                f"element with {step.ndim}"
            )
        if step.shape[0] != input.shape[d]:
            raise RuntimeError(
                f"gradient expected coordinates for each of the {input.shape[d]} samples of dim "
                f"{d}; got {step.shape[0]}"
            )


def _slope(x, dim, step, edge_order):
    """The slope along one dim: of steps a before and b after each inner sample."""
    x = x.movedim(dim, -1)
    if isinstance(step, Tensor):
        gaps = in_floats(step.diff())
        kind = dtypes.promote_types(x.dtype, gaps.dtype)
        x, gaps = x.to(kind), gaps.to(kind)
        a, b = gaps[:-1], gaps[1:]
        first, second, last, before = gaps[0], gaps[1:2].sum(), gaps[-1], gaps[-2:-1].sum()
    else:
        x = in_floats(x)
        a = b = first = second = last = before = step
    inner = _three(x[..., :-2], x[..., 1:-1], x[..., 2:], a, b) if x.shape[-1] > 2 else x[..., :0]
    if edge_order == 1:
        left = (x[..., 1:2] - x[..., :1]) / first
        right = (x[..., -1:] - x[..., -2:-1]) / last
    else:
        left = _end(x[..., :1], x[..., 1:2], x[..., 2:3], first, second)
        right = -_end(x[..., -1:], x[..., -2:-1], x[..., -3:-2], last, before)
    return cat([left, inner, right], -1).movedim(-1, dim)


def _three(before, here, after, a, b):
    """The slope at the middle one of three samples."""
    if not isinstance(a, Tensor):
        return (after - before) / (2 * a)
    return (-b / (a * (a + b))) * before + ((b - a) / (a * b)) * here + (
        a / (b * (a + b))
    ) * after


def _end(here, next, third, a, b):
    """The slope at the first of three samples."""
    return (
        (-(2 * a + b) / (a * (a + b))) * here
        + ((a + b) / (a * b)) * next
        - (a / (b * (a + b))) * third
    )
