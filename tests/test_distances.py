"""Distances of rows, slopes of samples, positions, divisors: what PyTorch's samples leave out."""

import numpy as np
import pytest
from scipy.spatial import distance

import tensorlite as tl


@pytest.mark.parametrize("shapes", [((5, 3), (4, 3)), ((40, 9), (3, 9)), ((3, 0), (2, 0))])
@pytest.mark.parametrize("p", [0.0, 1.0, 2.0, 3.5, float("inf")])
def test_distances_are_those_of_scipy(p, shapes):
    rng = np.random.default_rng(0)
    x, y = (rng.normal(size=shape) for shape in shapes)
    y[0] = x[0]
    metric = {"metric": "hamming"} if p == 0 else {"metric": "minkowski", "p": p}
    metric = {"metric": "chebyshev"} if p == float("inf") else metric
    each, pairs = distance.cdist, distance.pdist
    if not x.size:
        each, pairs = (lambda x, y, **_: np.zeros((3, 2))), (lambda x, **_: np.zeros(3))
    scale = x.shape[1] if p == 0 else 1
    got = tl.cdist(tl.tensor(x), tl.tensor(y), p, "donot_use_mm_for_euclid_dist")
    np.testing.assert_allclose(got.numpy(), scale * each(x, y, **metric), atol=1e-14)
    got = tl.pdist(tl.tensor(x), p)
    np.testing.assert_allclose(got.numpy(), scale * pairs(x, **metric), atol=1e-14)


@pytest.mark.parametrize("p", [0.0, 0.5, 1.0, 2.0, 3.0, float("inf")])
def test_the_kernels_of_distances_are_their_ops(p):
    """By norms of differences, as cards and short dtypes do it; two orders, a batch, and a plan."""
    x, y = (tl.randn(2, n, 3, dtype=tl.float64, requires_grad=True) for n in (19, 6))
    x.data[0, 0] = y.data[0, 1]

    def by_kernel(x, y):
        return tl.cdist(x, y, p).sin(), tl.pdist(x[0], p).cos()

    def by_ops(x, y):
        first, second = tl.triu_indices(19, 19, 1)
        return (
            tl.linalg.vector_norm(x[..., None, :] - y[..., None, :, :], p, -1).sin(),
            tl.linalg.vector_norm(x[0][first] - x[0][second], p, -1).cos(),
        )

    def derived(distances, x, y):
        total = sum(part.sum() for part in distances(x, y))
        if p == 0:
            return [*distances(x, y)]
        slopes = tl.autograd.grad(total, (x, y), create_graph=True)
        bent = tl.autograd.grad((slopes[0].sin().sum() + slopes[1].sum()), (x, y))
        return [*distances(x, y), *slopes, *bent]

    got = derived(by_kernel, x, y)
    for one, other in zip(got, derived(by_ops, x, y), strict=True):
        np.testing.assert_allclose(one.detach().numpy(), other.detach().numpy(), 1e-11, 1e-11)
    plan = tl.compile(by_kernel)
    for _ in range(2):
        for one, other in zip(plan(x, y), got, strict=False):
            assert one.equal(other)
    mapped = tl.vmap(lambda x, y: tl.cdist(x, y, p).sin())(x, y)
    np.testing.assert_allclose(mapped.detach().numpy(), got[0].detach().numpy(), 1e-14)


def test_distances_do_not_depend_on_threads():
    x = tl.randn(200, 40, requires_grad=True)
    found = []
    for threads in (1, 2):
        tl.set_num_threads(threads)
        out = tl.cdist(x, x[:90], 1.0)
        found.append([out, *tl.autograd.grad(out.square().sum(), x)])
    assert all(one.equal(other) for one, other in zip(*found, strict=True))


def test_the_way_of_a_product_is_as_near():
    x, y = tl.randn(2, 40, 3, dtype=tl.float64), tl.randn(30, 3, dtype=tl.float64)
    by_product = tl.cdist(x, y)
    exact = tl.cdist(x, y, compute_mode="donot_use_mm_for_euclid_dist")
    np.testing.assert_allclose(by_product.numpy(), exact.numpy(), rtol=1e-12)
    with pytest.raises(ValueError, match="cdist: expected compute_mode to be one of"):
        tl.cdist(x, y, compute_mode="fast")


@pytest.mark.parametrize("rows", [2, 30])
def test_rows_that_are_alike_have_a_gradient_of_zero(rows):
    x = tl.ones(rows, 3, dtype=tl.float64, requires_grad=True)
    tl.cdist(x, x).sum().backward()
    assert x.grad.tolist() == [[0.0] * 3] * rows


@pytest.mark.parametrize("shape", [(3, 5), (5, 3), (4, 4), (0, 2), (2, 0)])
@pytest.mark.parametrize("offset", [-9, -2, 0, 1, 9])
def test_indices_of_triangles_are_those_of_numpy(shape, offset):
    for ours, theirs in ((tl.triu_indices, np.triu_indices), (tl.tril_indices, np.tril_indices)):
        want = np.stack(theirs(shape[0], offset, shape[1]))
        np.testing.assert_array_equal(ours(*shape, offset).numpy(), want)


@pytest.mark.parametrize("dtype", ["int8", "uint8", "int64"])
def test_divisors_are_those_of_numpy(dtype):
    values = np.arange(-12, 13) if dtype != "uint8" else np.arange(0, 25)
    x, y = (a.ravel().astype(dtype) for a in np.meshgrid(values, values))
    for name in ("gcd", "lcm"):
        got = getattr(tl, name)(tl.tensor(x), tl.tensor(y))
        np.testing.assert_array_equal(got.numpy(), getattr(np, name)(x, y))


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_fractions_and_exponents_are_those_of_numpy(dtype):
    info = np.finfo(dtype)
    x = np.concatenate(
        [2.0 ** np.arange(-20, 20), [0.1, -7.0, 0.0, info.max, info.tiny / 8, 1 - info.epsneg]]
    )
    x = np.concatenate([x, np.nextafter(x, 0)]).astype(dtype)
    got, want = tl.frexp(tl.tensor(x)), np.frexp(x)
    np.testing.assert_array_equal(got.mantissa.numpy(), want[0])
    np.testing.assert_array_equal(got.exponent.numpy(), want[1])
    assert tl.ldexp(*got).equal(tl.tensor(x))


def test_slopes_of_a_square_are_right_at_the_ends_too():
    at = tl.tensor([0.0, 0.5, 1.5, 2.0, 4.0], dtype=tl.float64)
    (slope,) = tl.gradient(at * at, spacing=(at,), edge_order=2)
    np.testing.assert_allclose(slope.numpy(), 2 * at.numpy(), rtol=1e-14)


def test_positions():
    flat = tl.tensor([[5, 2], [0, -1]])
    rows, columns = tl.unravel_index(flat, (2, 3))
    assert rows.tolist() == [[1, 0], [0, 1]] and columns.tolist() == [[2, 2], [0, 2]]
    with pytest.raises(ValueError, match=r"unravel_index: expected indices within \(2, 3\)"):
        tl.unravel_index(tl.tensor([6]), (2, 3))
    found = tl.nonzero_static(tl.tensor([[1, 0], [0, 2]]), size=3, fill_value=-7)
    assert found.tolist() == [[0, 0], [1, 1], [-7, -7]]
    assert tl.nonzero_static(tl.ones(4), size=2).tolist() == [[0], [1]]
