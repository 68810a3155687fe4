"""Distances between rows, each to each."""

from ..declare import public
from ..errors import expected
from ..kernels.scalars import sqrt
from ..op import Elementwise
from ..tensor import Tensor
from .matrix_norms import vector_norm
from .products import matmul
from .requiring import check_tensor
from .selection import triu_indices

MANY = 25  # rows from which one product is quicker than all differences


def _distance(first, second, product):
    """By the law of cosines; where rounding leaves nothing there is no slope."""
    square = first + second - 2 * product
    return sqrt(square if square > 1e-30 or square != square else 1e-30)


_DISTANCE = Elementwise(_distance, "same")


@public(method=False)
def cdist(
    x1: Tensor,
    x2: Tensor,
    p: float = 2.0,
    compute_mode: str | int | None = "use_mm_for_euclid_dist_if_necessary",
):
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
    >>> cdist(tensor([[0.0, 0.0], [3.0, 4.0]]), tensor([[0.0, 0.0]]))
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
    if _by_product(x1, x2, p, compute_mode):
        first, second = (x1 * x1).sum(-1)[..., None], (x2 * x2).sum(-1)[..., None, :]
        return _DISTANCE(first, second, matmul(x1, x2.mT))
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
def pdist(input, p: float = 2.0):
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
    rows = input.shape[0]
    first, second = triu_indices(rows, rows, 1, device=input.device)
    return vector_norm(input[first] - input[second], float(p), -1)
