"""Distances between rows, each to each."""

import math

from .. import shapes
from ..declare import primitive, public
from ..dispatch import apply
from ..errors import expected
from ..kernels.scalars import pow, sqrt
from ..op import Elementwise
from ..tensor import CPU, Tensor, empty_shape
from .choice import where
from .matrix_norms import vector_norm
from .products import matmul
from .requiring import check_tensor, has_kernel
from .triangles import triu_indices
from .views import expand

MANY = 25  # rows from which one product is quicker than all differences
NARROW = 16  # rows that are too few to lie side by side, where there are more of the others


def _euclidean(first, second, product):
    """By the law of cosines; where rounding leaves nothing there is no slope."""
    square = first + second - 2 * product
    return sqrt(square) if square > 0 or square != square else 0.0


def _scaled(g, distance):
    """No slope where there is no distance."""
    return g / distance if distance != 0 else 0.0


def _scaled_by_power(g, distance, power):
    return g / pow(distance, power) if distance != 0 else 0.0


_EUCLIDEAN = Elementwise(_euclidean, "same")
_SCALED = Elementwise(_scaled, "same")
_SCALED_BY_POWER = Elementwise(_scaled_by_power, "same")


def _by_cosines(x, y):
    """For p = 2, which takes one product."""
    return _EUCLIDEAN((x * x).sum(-1)[..., None], (y * y).sum(-1)[..., None, :], matmul(x, y.mT))


@primitive
def _distances(x, y, *, p, product):
    """(..., P, M) and (..., R, M) to (..., P, R), for p = 2 also by a `product`."""
    (*batch, rows, steps), columns = x.spec.shape, y.spec.shape[-2]
    if product:
        return _by_cosines(x, y)
    if columns < min(NARROW, rows):
        return _distances(y, x, p=p, product=False).mT.contiguous()
    out = empty_shape((*batch, rows, columns), x.spec.dtype, CPU)
    if out.spec.numel:
        count = math.prod(batch)
        kernels = out.spec.device.kernels.distances
        launch = kernels.forward(x.spec.dtype.name, count, rows, columns, steps, p)
        launch(x.contiguous(), y.mT.contiguous(), out)
    return out


@_distances.grad("x")
def _distances_grad_x(g, x, y, out, *, p, product):
    share = _shared(g, out, p)
    if product:
        return x * share.sum(-1, True) - matmul(share, y)
    return apply(_slopes, share.mT, out.detach().mT, y, x.mT, p=p).mT


@_distances.grad("y")
def _distances_grad_y(g, x, y, out, *, p, product):
    share = _shared(g, out, p)
    if product:
        return y * share.sum(-2)[..., None] - matmul(share.mT, x)
    return apply(_slopes, share, out.detach(), x, y.mT, p=p).mT


@primitive
def _pair_distances(x, *, p):
    """Of rows (..., N, M) those of the pairs (0, 1), (0, 2), ..., (1, 2), ..."""
    *batch, rows, steps = x.spec.shape
    out = empty_shape((*batch, rows * (rows - 1) // 2), x.spec.dtype, CPU)
    if out.spec.numel:
        count = math.prod(batch)
        kernels = out.spec.device.kernels.distances
        launch = kernels.forward(x.spec.dtype.name, count, rows, rows, steps, p, True)
        launch(x.contiguous(), x.mT.contiguous(), out)
    return out


@_pair_distances.grad("x")
def _pair_distances_grad_x(g, x, out, *, p):
    rows = x.spec.shape[-2]
    share = apply(_mirrored, _shared(g, out, p), rows=rows)
    distance = apply(_mirrored, out.detach(), rows=rows)
    return apply(_slopes, share, distance, x, x.mT, p=p).mT


@primitive
def _mirrored(pairs, *, rows):
    """Numbers of pairs as matrices (..., rows, rows) that are equal to their transposes."""
    batch = pairs.spec.shape[:-1]
    out = empty_shape((*batch, rows, rows), pairs.spec.dtype, CPU)
    if out.spec.numel:
        kernels = out.spec.device.kernels.distances
        launch = kernels.mirror(pairs.spec.dtype.name, math.prod(batch), rows)
        launch(pairs.contiguous(), out)
    return out


@_mirrored.grad("pairs")
def _mirrored_grad_pairs(g, *, rows):
    first, second = triu_indices(rows, rows, 1)
    return g[..., first, second] + g[..., second, first]


def _shared(g, distance, p):
    """What each difference of a pair takes, but for its own power, of the gradient of a norm."""
    if p in (0, 1, math.inf):
        return g
    return _SCALED(g, distance) if p == 2 else _SCALED_BY_POWER(g, distance, p - 1)


@primitive
def _slopes(share, distance, x, y, *, p):
    """The sums over rows of x (..., P, M) of their part in the gradient of y (..., M, R)."""
    (*batch, rows, steps), columns = x.spec.shape, y.spec.shape[-1]
    out = empty_shape((*batch, steps, columns), x.spec.dtype, CPU)
    if out.spec.numel:
        kernels = out.spec.device.kernels.distances
        launch = kernels.backward(x.spec.dtype.name, math.prod(batch), rows, columns, steps, p)
        launch(*(each.contiguous() for each in (share, distance, x, y)), out)
    return out


def _steepness(distance, x, y, p):
    """What each difference (..., P, M, R) counts in a gradient, and the derivative of that."""
    d = y[..., None, :, :] - x[..., None]
    if p == 2:
        return d, 1.0
    if p in (0, 1, math.inf):
        counts = {0: 0.0, 1: 1.0}.get(p)
        return d.sign() * (d.abs() == distance[..., None, :] if counts is None else counts), 0.0
    none = d == 0
    steep = where(none, 0.0, where(none, 1.0, d).abs() ** (p - 2))
    return d * steep, (p - 1) * steep


@_slopes.grad("share")
def _slopes_grad_share(g, distance, x, y, *, p):
    return (_steepness(distance, x, y, p)[0] * g[..., None, :, :]).sum(-2)


@_slopes.grad("x")
def _slopes_grad_x(g, share, distance, x, y, *, p):
    change = share[..., None, :] * _steepness(distance, x, y, p)[1]
    return -(change * g[..., None, :, :]).sum(-1)


@_slopes.grad("y")
def _slopes_grad_y(g, share, distance, x, y, *, p):
    return g * (share[..., None, :] * _steepness(distance, x, y, p)[1]).sum(-3)


@public(method=False, rehearsed=True)
def cdist(
    x1: Tensor,
    x2: Tensor,
    p: float = 2.0,
    compute_mode: str | int | None = "use_mm_for_euclid_dist_if_necessary",
) -> Tensor:
    """
    The p-norms of the differences of each row of one batch of matrices to each of another.

    Parameters
    ----------
    x1 : Tensor (..., P, M)
    x2 : Tensor (..., R, M)
    p : float
        At least 0: the number of differences, ..., inf: the largest.
    compute_mode : str
        "use_mm_for_euclid_dist" takes a product where p is 2, which is quicker and less accurate;
        "donot_use_mm_for_euclid_dist" never; the default from 25 rows on.

    Returns
    -------
    Tensor (..., P, R)

    Examples
    --------
    >>> tl.cdist(tl.tensor([[0.0, 0.0], [3.0, 4.0]]), tl.tensor([[0.0, 0.0]]))
    tensor([[0.],
            [5.]])
    """
    for name, x in (("x1", x1), ("x2", x2)):
        check_tensor("cdist", name, x)
        if not x.spec.dtype.is_floating_point:
            raise RuntimeError(
                f"cdist only supports floating-point dtypes, {name.upper()} got: {x.dtype!r}; "
                "try .float()"
            )
        if x.ndim < 2:
            raise RuntimeError(
                f"cdist only supports at least 2D tensors, {name.upper()} got: {x.ndim}D; try "
                "unsqueeze(0)"
            )
    if x1.shape[-1] != x2.shape[-1]:
        raise RuntimeError(
            "cdist: X1 and X2 must have the same number of columns. X1: "
            f"{x1.shape[-1]} X2: {x2.shape[-1]}"
        )
    _check_norm("cdist", p)
    product = _by_product(x1, x2, p, compute_mode)
    if has_kernel(x1) and x1.spec.dtype is x2.spec.dtype:
        batch = shapes.broadcast(x1.spec.shape[:-2], x2.spec.shape[:-2], op="cdist")
        x1, x2 = (expand(x, *batch, *x.spec.shape[-2:]) for x in (x1, x2))
        return apply(_distances, x1, x2, p=float(p), product=product)
    if product:
        return _by_cosines(x1, x2)
    return vector_norm(x1[..., :, None, :] - x2[..., None, :, :], float(p), -1)


def _check_norm(op, p):
    if p < 0:
        raise RuntimeError(
            f"{op} only supports non-negative p values; " + expected(op, "p >= 0", str(p), "2.0")
        )


def _by_product(x1, x2, p, compute_mode):
    modes = ("use_mm_for_euclid_dist_if_necessary", "use_mm_for_euclid_dist",
             "donot_use_mm_for_euclid_dist")  # fmt: skip
    if compute_mode not in (*modes, *range(3), None):
        raise ValueError(
            expected("cdist", f"compute_mode to be one of {modes}", f"{compute_mode!r}", modes[0])
        )
    if p != 2 or compute_mode in (modes[2], 2):
        return False
    return compute_mode in (modes[1], 1) or max(x1.shape[-2], x2.shape[-2]) > MANY


@public("nn.functional", "tl", method=False)
def pdist(input: Tensor, p: float = 2.0) -> Tensor:
    """
    The p-norms of the differences of the rows of a matrix, each to each that follows.

    Parameters
    ----------
    input : Tensor (N, M)
    p : float

    Returns
    -------
    Tensor (N * (N - 1) / 2,)
    """
    if input.ndim != 2:
        raise RuntimeError(
            f"pdist only supports 2D tensors, got: {input.ndim}D; try reshape(len(x), -1)"
        )
    if not input.spec.dtype.is_floating_point:
        raise RuntimeError(
            f"pdist only supports floating-point dtypes; got {input.dtype!r}; try .float()"
        )
    _check_norm("pdist", p)
    if has_kernel(input):
        return apply(_pair_distances, input, p=float(p))
    rows = input.shape[0]
    first, second = triu_indices(rows, rows, 1, device=input.device)
    return vector_norm(input[first] - input[second], float(p), -1)
