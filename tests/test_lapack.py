"""What LAPACK computes of small matrices, by NumPy's loops, and of others, one by one."""

import numpy as np
import pytest

import tensorlite as tl

L = tl.linalg
ROWS = [23, 24, 57]  # below, at and above the size from which each matrix is a call
DTYPES = [tl.float32, tl.float64, tl.complex64, tl.complex128]


def matrices(dtype, *shape):
    """Matrices of any numbers."""
    tl.manual_seed(0)
    return tl.randn(*shape, dtype=dtype)


def near(a, b):
    """Equal but for the rounding of a hundred terms."""
    eps = 1e3 * tl.finfo(b.dtype).eps
    np.testing.assert_allclose(a.numpy(), b.numpy(), rtol=eps, atol=eps * float(b.abs().max()))
    assert a.dtype == b.dtype


@pytest.mark.parametrize("batch", [(), (3,), (2, 2)])
@pytest.mark.parametrize("dtype", DTYPES, ids=str)
@pytest.mark.parametrize("n", ROWS)
def test_factors_and_solutions(n, dtype, batch):
    a, b = matrices(dtype, *batch, n, n), matrices(dtype, *batch, n, 3)
    positive, one = a @ a.mH + n * tl.eye(n), tl.eye(n, dtype=dtype).expand(*batch, n, n)
    near(L.inv(positive) @ positive, one)
    near(positive @ L.solve(positive, b), b)
    lower = L.cholesky(positive)
    near(lower @ lower.mH, positive)
    assert not lower.triu(1).any()
    sign, size = L.slogdet(a)
    wide = np.linalg.slogdet(a.numpy().astype(np.complex128))
    np.testing.assert_allclose(sign.numpy(), wide[0], rtol=1e-3)
    np.testing.assert_allclose(size.numpy(), wide[1], rtol=1e-3)
    near(L.det(a / 3), sign * (size - n * np.log(3)).exp())


@pytest.mark.parametrize("shape", [(0, 0), (0, 9), (9, 0)], ids=["square", "wide", "tall"])
@pytest.mark.parametrize("dtype", DTYPES, ids=str)
@pytest.mark.parametrize("n", ROWS)
def test_orthogonal_factors(n, dtype, shape):
    a = matrices(dtype, 2, n + shape[0], n + shape[1])
    for full in (True, False):
        u, s, vh = L.svd(a, full_matrices=full)
        near((u[..., :n] * s.unsqueeze(-2)) @ vh[..., :n, :], a)
        near(u.mH @ u, tl.eye(u.shape[-1], dtype=dtype).expand(2, -1, -1))
        near(vh @ vh.mH, tl.eye(vh.shape[-2], dtype=dtype).expand(2, -1, -1))
    near(L.svdvals(a), s)
    q, r = L.qr(a)
    near(q @ r, a)
    near(q.mH @ q, tl.eye(n, dtype=dtype).expand(2, -1, -1))
    assert not r.tril(-1).any()


@pytest.mark.parametrize("uplo", "LU")
@pytest.mark.parametrize("dtype", DTYPES, ids=str)
@pytest.mark.parametrize("n", ROWS)
def test_one_triangle_is_read(n, dtype, uplo):
    a = matrices(dtype, 2, n, n)
    whole = a + a.mH
    values, vectors = L.eigh(whole.tril() if uplo == "L" else whole.triu(), UPLO=uplo)
    near(whole @ vectors, vectors * values.unsqueeze(-2))
    near(L.eigvalsh(whole.tril() if uplo == "L" else whole.triu(), UPLO=uplo), values)


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
@pytest.mark.parametrize("n", ROWS)
def test_failures(n, dtype):
    a = matrices(dtype, 3, n, n)
    a[1, :, 5] = 0
    with pytest.raises(tl.linalg.LinAlgError, match=r"inv: \(Batch element 1\): .* element 6 is"):
        L.inv(a)
    with pytest.raises(tl.linalg.LinAlgError, match=r"solve: \(Batch element 1\): The solver"):
        L.solve(a, a)
    with pytest.raises(tl.linalg.LinAlgError, match="minor of order 1 is not positive"):
        L.cholesky(-a @ a.mH)
    with pytest.raises(tl.linalg.LinAlgError, match="svd: The algorithm failed to converge"):
        L.svd(a * float("nan"))
    inverse, info = L.inv_ex(a)
    assert info.tolist() == [0, 6, 0]
    near(inverse[::2] @ a[::2], tl.eye(n, dtype=dtype).expand(2, -1, -1))
    assert L.det(a)[1] == 0
    assert L.slogdet(a).logabsdet[1] == -float("inf")


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
@pytest.mark.parametrize("n", ROWS)
def test_eigenvalues_of_any_matrices(n, dtype):
    a = matrices(dtype, 2, n, n)
    values, vectors = L.eig(a)
    near(a.to(values.dtype) @ vectors, vectors * values.unsqueeze(-2))
    near(L.vector_norm(vectors, dim=-2), tl.ones(2, n, dtype=dtype).real)
    near(values.sum(-1), a.diagonal(0, -2, -1).sum(-1).to(values.dtype))
    assert L.eigvals(a).dtype is values.dtype
    near(L.eigvals(a).sum(-1), values.sum(-1))


@pytest.mark.parametrize("driver", [None, "gelsy", "gels", "gelsd", "gelss"])
@pytest.mark.parametrize("dtype", DTYPES, ids=str)
@pytest.mark.parametrize("shape", [(9, 4), (4, 9), (40, 30)])
def test_least_squares(shape, dtype, driver):
    a, b = matrices(dtype, 2, *shape), matrices(dtype, 2, shape[0], 3)
    x, residuals, rank, values = L.lstsq(a, b, driver=driver)
    near(x, L.pinv(a) @ b)
    assert rank.tolist() == ([] if driver == "gels" else [min(shape)] * 2)
    if driver in ("gelsd", "gelss"):
        near(values, L.svdvals(a))
    if shape[0] > shape[1] and driver not in (None, "gelsy"):
        near(residuals, L.vector_norm(a @ x - b, dim=-2) ** 2)


@pytest.mark.parametrize("driver", [None, "gelsy", "gels", "gelsd", "gelss"])
@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_least_squares_of_what_is_not_finite(number, driver):
    a = matrices(tl.float64, 4, 2)
    a[1, 1] = number
    with pytest.raises(tl.linalg.LinAlgError, match=r"lstsq: .* expected finite matrices"):
        L.lstsq(a, matrices(tl.float64, 4, 1), driver=driver)


@pytest.mark.parametrize("driver", ["gelsy", "gelsd", "gelss"])
def test_least_squares_of_less_than_full_rank(driver):
    a = matrices(tl.float64, 9, 2) @ matrices(tl.float64, 2, 4)
    b = matrices(tl.float64, 9)
    found = L.lstsq(a, b, driver=driver)
    assert found.rank == 2
    near(found.solution, L.pinv(a) @ b)


@pytest.mark.parametrize("upper", [True, False])
@pytest.mark.parametrize("dtype", DTYPES, ids=str)
def test_triangles(dtype, upper):
    a, b = matrices(dtype, 2, 9, 9) + 9 * tl.eye(9), matrices(dtype, 2, 9, 3)
    half = a.triu() if upper else a.tril()
    near(half @ L.solve_triangular(a, b, upper=upper), b)
    near(L.solve_triangular(a, b.mT, upper=upper, left=False) @ half, b.mT)
