"""Linear algebra: results put together again, gradients of any order, errors, plans."""

import itertools
import math

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import linalg
from tensorlite.autograd import gradcheck, gradgradcheck

pytestmark = pytest.mark.filterwarnings("ignore")
SHAPES = [(4, 4), (5, 3), (3, 5), (2, 4, 4), (2, 1, 5, 3), (1, 1)]
EMPTY = [(0, 0), (0, 3), (3, 0), (0, 3, 3), (2, 0, 0)]


def matrix(*shape, dtype=tl.float64):
    return tl.randn(*shape, dtype=dtype)


def positive(*shape):
    """Symmetric matrices with eigenvalues well apart."""
    A = matrix(*shape)
    return A @ A.mT + tl.diag(tl.arange(1, shape[-1] + 1, dtype=tl.float64))


def close(got, want, tolerance=1e-10):
    assert got.shape == want.shape
    np.testing.assert_allclose(got.detach().numpy(), want.detach().numpy(),
                               rtol=tolerance, atol=tolerance)  # fmt: skip


def eye(n):
    return tl.eye(n, dtype=tl.float64)


# ------------------------------------------------------------------ results put together again


@pytest.mark.parametrize("shape", SHAPES + EMPTY, ids=str)
def test_factors_multiply_to_the_matrix(shape):
    A = matrix(*shape)
    m, n = shape[-2:]
    P, L, U = linalg.lu(A)
    close(P @ L @ U, A)
    assert (L.triu(1) == 0).all() and (U.tril(-1) == 0).all()
    for got, want in zip(tl.lu_unpack(*linalg.lu_factor(A)), (P, L, U), strict=True):
        close(got, want)
    for mode in ("reduced", "complete"):
        Q, R = linalg.qr(A, mode)
        close(Q @ R, A)
        close(Q.mT @ Q, eye(Q.shape[-1]).expand(*shape[:-2], Q.shape[-1], Q.shape[-1]))
        assert (R.tril(-1) == 0).all()
    U, S, Vh = linalg.svd(A, full_matrices=False)
    close(U * S.unsqueeze(-2) @ Vh, A)
    close(S, linalg.svdvals(A))
    assert (S.diff() <= 0).all()
    U, _, Vh = linalg.svd(A)
    assert U.shape == (*shape[:-2], m, m) and Vh.shape == (*shape[:-2], n, n)
    U, S, V = tl.svd(A)
    close(U * S.unsqueeze(-2) @ V.mT, A)


@pytest.mark.parametrize("shape", [(4, 4), (2, 3, 3), (1, 1), (0, 0), (0, 2, 2)], ids=str)
@pytest.mark.parametrize("upper", [False, True])
def test_symmetric_matrices(shape, upper):
    A = positive(*shape)
    half = A.triu() if upper else A.tril()  # the other one must not be read
    F = linalg.cholesky(half, upper=upper)
    close(F.mT @ F if upper else F @ F.mT, A)
    L, info = linalg.cholesky_ex(half, upper=upper)
    close(L, F)
    assert info.dtype is tl.int32 and (info == 0).all()
    values, V = linalg.eigh(half, "U" if upper else "L")
    close(V * values.unsqueeze(-2) @ V.mT, A)
    close(linalg.eigvalsh(half, "U" if upper else "L"), values)
    B = matrix(*shape[:-1], 2)
    close(A @ tl.cholesky_solve(B, F, upper), B)
    close(A @ tl.cholesky_inverse(F, upper), eye(shape[-1]).expand(shape))
    close(A @ linalg.ldl_solve(*linalg.ldl_factor(A.tril()), B), B)


@pytest.mark.parametrize("left", [True, False])
def test_solutions(left):
    A, B = matrix(2, 1, 4, 4), matrix(3, 4, 4)
    X = linalg.solve(A, B, left=left)
    close(A @ X if left else X @ A, B.expand(2, 3, 4, 4))
    close(linalg.solve_ex(A, B, left=left).result, X)
    for adjoint in (False, True):
        X = linalg.lu_solve(*linalg.lu_factor(A[0]), B[:1], left=left, adjoint=adjoint)
        C = A[0].mT if adjoint else A[0]
        close(C @ X if left else X @ C, B[:1])
    for upper in (False, True):
        for unit in (False, True):
            T = A.triu() if upper else A.tril()
            if unit:
                T = T - T.tril().triu() + eye(4)
            X = linalg.solve_triangular(A, B, upper=upper, left=left, unitriangular=unit)
            close(T @ X if left else X @ T, B.expand(2, 3, 4, 4))


def test_vectors_as_right_sides():
    A = matrix(3, 4, 4)
    close(A @ linalg.solve(A, tl.ones(4, dtype=tl.float64)).unsqueeze(-1),
          tl.ones(3, 4, 1, dtype=tl.float64))  # fmt: skip
    b = matrix(3, 4)
    close((A @ linalg.solve(A, b).unsqueeze(-1)).squeeze(-1), b)


def test_determinants():
    A = matrix(5, 3, 3)
    sign, size = linalg.slogdet(A)
    close(sign * size.exp(), linalg.det(A))
    found = tl.logdet(A)
    assert (found.isnan() == (sign < 0)).all()
    assert linalg.det(tl.zeros(0, 0)).item() == 1 and linalg.det(tl.zeros(2, 2)).item() == 0
    assert tl.logdet(tl.zeros(2, 2)).item() == -math.inf


@pytest.mark.parametrize("shape", [(4, 3), (3, 4), (2, 3, 3)], ids=str)
def test_pseudoinverses(shape):
    A = matrix(*shape)
    A[..., -1, :] = A[..., 0, :] * 2  # not of full rank
    P = linalg.pinv(A)
    close(A @ P @ A, A)
    close(P @ A @ P, P)
    close((A @ P).mT, A @ P)
    rank = linalg.matrix_rank(A)
    assert rank.dtype is tl.int64 and (rank == min(shape[-2:]) - (shape[-2] <= shape[-1])).all()
    B = matrix(*shape[:-1], 2)
    close(linalg.lstsq(A, B).solution, P @ B)


def test_least_squares_tell_what_they_found():
    A, B = matrix(5, 3), matrix(5, 2)
    found = linalg.lstsq(A, B, driver="gelsd")
    close(found.residuals, (A @ found.solution - B).square().sum(0))
    assert found.rank.item() == 3
    close(found.singular_values, linalg.svdvals(A))
    assert linalg.lstsq(A, B).residuals.shape == (0,)


def test_condition_numbers():
    A = matrix(2, 3, 3)
    for p in (None, 2, -2, "fro", "nuc", 1, -1, math.inf, -math.inf):
        want = linalg.matrix_norm(A, p or 2) * linalg.matrix_norm(linalg.inv(A), p or 2)
        close(linalg.cond(A, p), want, 1e-8)
    assert linalg.cond(tl.zeros(2, 2), 1).item() == math.inf


def test_functions_of_matrices():
    A = matrix(2, 3, 3) * 0.5
    terms, term = eye(3).expand(2, 3, 3), eye(3).expand(2, 3, 3)
    for k in range(1, 30):
        term = term @ A / k
        terms = terms + term
    close(linalg.matrix_exp(A), terms)
    close(linalg.matrix_power(A, 5), A @ A @ A @ A @ A)
    close(linalg.matrix_power(A, -2) @ A @ A, eye(3).expand(2, 3, 3))
    close(linalg.matrix_power(A, 0), eye(3).expand(2, 3, 3))
    steps = tl.tensor([[1, 1], [1, 0]])
    for n, want in ((0, [[1, 0], [0, 1]]), (1, [[1, 1], [1, 0]]), (10, [[89, 55], [55, 34]])):
        assert linalg.matrix_power(steps, n).tolist() == steps.matrix_power(n).tolist() == want
    assert linalg.matrix_power(A, 1).data_ptr() != A.data_ptr()


def test_chains_are_multiplied_in_the_best_order():
    sizes = [7, 2, 9, 1, 8, 3]
    chain = [matrix(*pair) for pair in itertools.pairwise(sizes)]
    want = chain[0]
    for x in chain[1:]:
        want = want @ x
    close(linalg.multi_dot(chain), want)
    close(linalg.multi_dot([chain[0][0], *chain[1:-1], chain[-1][:, 0]]), want[0, 0])


def test_many_dims_as_two():
    A = matrix(2, 3, 6)
    close(linalg.tensorinv(A, 2).reshape(6, 6) @ A.reshape(6, 6), eye(6))
    B = matrix(2, 3)
    close(tl.tensordot(A, linalg.tensorsolve(A, B), 1), B)


def test_reflections():
    A = matrix(2, 5, 3)
    packed, tau = tl.geqrf(A)
    Q = linalg.householder_product(packed, tau)
    close(Q @ packed.triu()[..., :3, :], A)
    whole = linalg.qr(A, "complete").Q
    C = matrix(2, 5, 4)
    close(tl.ormqr(packed, tau, C), whole @ C)
    close(tl.ormqr(packed, tau, C, transpose=True), whole.mT @ C)
    close(tl.ormqr(packed, tau, C.mT, left=False), C.mT @ whole)


def test_of_low_rank():
    A = matrix(20, 3) @ matrix(3, 12)
    for x in (A, A.mT):
        U, S, V = tl.svd_lowrank(x, q=3)
        close(U * S @ V.mT, x, 1e-8)
    U, S, V = tl.pca_lowrank(A, q=3)
    close(U * S @ V.mT, A - A.mean(0), 1e-8)


# ------------------------------------------------------------------ gradients

SQUARE = {
    "inv": linalg.inv,
    "inv_ex": lambda A: linalg.inv_ex(A).inverse,
    "det": linalg.det,
    "slogdet": lambda A: linalg.slogdet(A).logabsdet,
    "matrix_exp": lambda A: linalg.matrix_exp(A * 0.3),
    "matrix_power": lambda A: linalg.matrix_power(A, -3),
    "lu": lambda A: linalg.lu(A)[1:],
    "qr": linalg.qr,
    "svdvals": linalg.svdvals,
    "svd": lambda A: _without_signs(linalg.svd(A)),
    "pinv": linalg.pinv,
    "cond": lambda A: linalg.cond(A, "fro"),
    "eigh": lambda A: _without_sign(linalg.eigh(A + A.mT)),
    "eigvalsh": lambda A: linalg.eigvalsh(A + A.mT),
    "cholesky": lambda A: linalg.cholesky(A @ A.mT + eye(A.shape[-1])),
    "cholesky upper": lambda A: linalg.cholesky(A @ A.mT + eye(A.shape[-1]), upper=True),
    "cholesky_ex": lambda A: linalg.cholesky_ex(A @ A.mT + eye(A.shape[-1])).L,
    "cholesky_inverse": tl.cholesky_inverse,
}


def _without_signs(found):
    U, S, Vh = found
    return U.square(), S, U @ Vh


def _without_sign(found):
    values, V = found
    return values, V.square()


@pytest.mark.parametrize("name", SQUARE)
@pytest.mark.parametrize("shape", [(3, 3), (2, 3, 3)], ids=str)
def test_gradients_of_any_order(name, shape):
    A = (positive(*shape) / 2).requires_grad_()
    assert gradcheck(SQUARE[name], (A,))
    if len(shape) == 2:
        assert gradgradcheck(SQUARE[name], (A,), atol=1e-4, rtol=1e-3)


@pytest.mark.parametrize("shape", [(5, 3), (3, 5)], ids=str)
@pytest.mark.parametrize("name", ["lu", "qr", "svdvals", "pinv", "svd thin"])
def test_gradients_of_matrices_that_are_not_square(name, shape):
    function = SQUARE.get(name) or (lambda A: _without_signs(linalg.svd(A, False)))
    A = matrix(*shape).requires_grad_()
    assert gradcheck(function, (A,))
    assert gradgradcheck(function, (A,), atol=1e-4, rtol=1e-3)


@pytest.mark.parametrize("left", [True, False])
def test_gradients_of_solutions(left):
    A, B = (matrix(3, 3) + 3 * eye(3)).requires_grad_(), matrix(2, 3, 3).requires_grad_()
    P = positive(3, 3).requires_grad_()
    for function in (
        lambda A, B: linalg.solve(A, B, left=left),
        lambda A, B: linalg.solve_ex(A, B, left=left).result,
        lambda A, B: linalg.solve_triangular(A, B, upper=True, left=left),
        lambda A, B: linalg.solve_triangular(A, B, upper=False, left=left, unitriangular=True),
        lambda A, B: linalg.lu_solve(*linalg.lu_factor(A), B, left=left),
    ):
        assert gradcheck(function, (A, B))
        assert gradgradcheck(function, (A, B))
    assert gradcheck(lambda P, B: tl.cholesky_solve(B, P), (P, B))


@pytest.mark.parametrize("shape", [(5, 3), (3, 5)], ids=str)
def test_gradients_of_least_squares(shape):
    A, B = matrix(*shape).requires_grad_(), matrix(shape[0], 2).requires_grad_()
    assert gradcheck(lambda A, B: linalg.lstsq(A, B).solution, (A, B))


def test_the_gradient_of_the_determinant_of_a_singular_matrix():
    A = tl.tensor([[1.0, 2.0, 3.0], [2.0, 4.0, 6.0], [1.0, 0.0, 1.0]], dtype=tl.float64)
    A.requires_grad_()
    assert gradcheck(linalg.det, (A,))


def test_gradients_of_reflections():
    packed, tau = tl.geqrf(matrix(5, 3))
    packed.requires_grad_()
    tau.requires_grad_()
    assert gradcheck(linalg.householder_product, (packed, tau))
    other = matrix(5, 2).requires_grad_()
    assert gradcheck(tl.ormqr, (packed, tau, other))


def test_no_gradient_is_told():
    A = matrix(5, 3).requires_grad_()
    with pytest.raises(RuntimeError, match=r"not differentiable.*try mode='reduced'"):
        linalg.qr(A, "complete").R.sum().backward()
    with pytest.raises(RuntimeError, match="expected Q, without which there is no derivative"):
        linalg.qr(A, "r").R.sum().backward()


# ------------------------------------------------------------------ what is refused

SINGULAR = tl.tensor([[[2.0, 0.0], [0.0, 1.0]], [[1.0, 2.0], [2.0, 4.0]]])


@pytest.mark.parametrize(
    ("call", "error", "text"),
    [
        (lambda: linalg.inv(SINGULAR), linalg.LinAlgError,
         r"linalg.inv: \(Batch element 1\): The diagonal element 2 is zero.*try pinv"),
        (lambda: linalg.solve(SINGULAR[1], tl.ones(2)), linalg.LinAlgError,
         "solve: The solver failed because the input matrix is singular"),
        (lambda: linalg.cholesky(-tl.eye(2)), linalg.LinAlgError,
         "leading minor of order 1 is not positive-definite"),
        (lambda: tl.cholesky_inverse(tl.stack([tl.eye(2), tl.diag(tl.tensor([1.0, 0.0]))])),
         linalg.LinAlgError, r"inverse: \(Batch element 1\): The diagonal element 2 is zero"),
        (lambda: linalg.lu_factor(SINGULAR), linalg.LinAlgError,
         r"lu_factor: \(Batch element 1\): U\[2,2\] is zero and using it.*try lu_factor_ex"),
        (lambda: linalg.lu_factor(SINGULAR[1] * 0, pivot=False), linalg.LinAlgError,
         r"lu_factor: U\[1,1\] is zero"),
        (lambda: linalg.lstsq(tl.full((2, 2), math.nan), tl.ones(2)), linalg.LinAlgError,
         "linalg.lstsq: The algorithm failed to converge"),
        (lambda: linalg.inv_ex(SINGULAR, check_errors=True), linalg.LinAlgError,
         r"inv_ex: \(Batch element 1\): The diagonal element 2 is zero"),
        (lambda: linalg.inv(tl.ones(2, 3)), RuntimeError,
         "must be batches of square matrices, but they are 2 by 3 matrices"),
        (lambda: linalg.inv(tl.ones(2)), RuntimeError, "must have at least 2 dimensions"),
        (lambda: linalg.inv(tl.ones(2, 2, dtype=tl.int64)), RuntimeError,
         "a floating point tensor as input"),
        (lambda: linalg.solve(tl.eye(2), tl.ones(2, dtype=tl.float64)), RuntimeError,
         "Expected A and B to have the same dtype"),
        (lambda: linalg.solve(tl.eye(2), tl.ones(3, 1)), RuntimeError,
         "expected 2 equations; got 3"),
        (lambda: linalg.solve(tl.eye(2), 1.0), TypeError, "expected B to be a Tensor; got float"),
        (lambda: linalg.eigh(tl.eye(2), "X"), RuntimeError, "UPLO argument to be 'L' or 'U'"),
        (lambda: linalg.qr(tl.eye(2), "thin"), RuntimeError, "unrecognized mode 'thin'"),
        (lambda: linalg.multi_dot([tl.ones(2, 2)]), RuntimeError, "at least 2 tensors; got 1"),
        (lambda: linalg.multi_dot([tl.ones(2, 3), tl.ones(2, 3)]), RuntimeError,
         "cannot be multiplied; expected 3 rows; got 2"),
        (lambda: linalg.svd(tl.full((2, 2), math.nan)), linalg.LinAlgError, "failed to converge"),
        (lambda: linalg.matrix_power(tl.eye(2), 0.5), TypeError, "n to be an integer; got 0.5"),
        (lambda: linalg.matrix_power(tl.eye(2).long(), -1), RuntimeError, "floating point tensor"),
        (lambda: linalg.matrix_power(tl.ones(2, 3).long(), 2), RuntimeError, "square matrices"),
        (lambda: linalg.tensorinv(tl.ones(2, 3, 5)), RuntimeError, "expected equal products"),
        (lambda: linalg.lu_solve(tl.eye(2), tl.ones(3, dtype=tl.int32), tl.ones(2, 1)),
         RuntimeError, "Number of pivots per batch"),
    ],
)  # fmt: skip
def test_refused(call, error, text):
    with pytest.raises(error, match=text):
        call()


def test_where_it_failed():
    found, info = linalg.inv_ex(SINGULAR)
    assert info.tolist() == [0, 2] and found[0].tolist() == [[0.5, 0.0], [0.0, 1.0]]
    assert linalg.cholesky_ex(-SINGULAR).info.tolist() == [1, 1]
    assert linalg.solve_ex(SINGULAR, tl.ones(2, 2, 1)).info.tolist() == [0, 2]
    assert linalg.lu_factor_ex(SINGULAR).info.tolist() == [0, 2]


# ------------------------------------------------------------------ plans


def test_recorded_in_a_plan():
    def step(A, b):
        A = A.detach().requires_grad_()
        x = linalg.solve(A, b)
        loss = x.square().sum() + linalg.slogdet(A).logabsdet + linalg.svdvals(A).sum()
        loss.backward()
        return loss.detach(), A.grad, linalg.qr(A.detach()).R

    compiled = tl.compile(step)
    for _ in range(3):
        A, b = matrix(4, 4), matrix(4, 2)
        for got, want in zip(compiled(A, b), step(A, b), strict=True):
            assert (got == want).all()
    assert compiled.plans == 1


def test_a_plan_tells_of_a_singular_matrix():
    compiled = tl.compile(linalg.inv)
    compiled(tl.eye(2))
    with pytest.raises(linalg.LinAlgError, match=r"linalg\.inv: The diagonal element 2 is zero"):
        compiled(SINGULAR[1])
    assert compiled(tl.eye(2)).tolist() == [[1.0, 0.0], [0.0, 1.0]]


# ------------------------------------------------------------------ complex matrices


def _complex(*shape, seed=0):
    rng = np.random.default_rng(seed)
    return tl.tensor(rng.normal(size=shape) + 1j * rng.normal(size=shape), requires_grad=True)


def _phaseless(vectors):
    """What does not depend on the phases of vectors."""
    return vectors.abs()


COMPLEX = {
    "inv": lambda A: tl.linalg.inv(A),
    "solve": lambda A: tl.linalg.solve(A, A.mT),
    "det": lambda A: tl.linalg.det(A),
    "slogdet": lambda A: tl.linalg.slogdet(A),
    "logdet": lambda A: tl.logdet(A),
    "cholesky": lambda A: tl.linalg.cholesky(A @ A.mH + 2 * tl.eye(3)),
    "lu": lambda A: tl.linalg.lu(A)[1:],
    "qr": lambda A: tl.linalg.qr(A),
    "svd": lambda A: (lambda U, S, Vh: (U @ Vh, S))(*tl.linalg.svd(A)),
    "svdvals": lambda A: tl.linalg.svdvals(A),
    "eigh": lambda A: (lambda w, V: (w, _phaseless(V)))(*tl.linalg.eigh(A + A.mH)),
    "eig": lambda A: (lambda w, V: (w, _phaseless(V)))(*tl.linalg.eig(A)),
    "eigvals": lambda A: tl.linalg.eigvals(A),
    "pinv": lambda A: tl.linalg.pinv(A[:, :2]),
    "lstsq": lambda A: tl.linalg.lstsq(A[:, :2], A[:, 2:])[0],
    "matrix_exp": lambda A: tl.matrix_exp(A),
    "householder": lambda A: tl.linalg.householder_product(A, A[0]),
}


@pytest.mark.parametrize("name", COMPLEX)
def test_gradients_of_complex_matrices(name):
    assert gradcheck(COMPLEX[name], _complex(3, 3))
    if name in ("inv", "solve", "det", "svdvals", "eigvals"):
        assert gradgradcheck(COMPLEX[name], _complex(2, 2))


def test_factors_of_complex_matrices_make_them_again():
    A = _complex(2, 4, 4).detach()
    hermitian = A + A.mH
    w, V = tl.linalg.eig(A)
    assert tl.allclose(A @ V, V * w.unsqueeze(-2))
    w, V = tl.linalg.eigh(hermitian)
    assert w.dtype is tl.float64 and tl.allclose(V * w.unsqueeze(-2) @ V.mH, hermitian)
    U, S, Vh = tl.linalg.svd(A)
    assert S.dtype is tl.float64 and tl.allclose(U * S.unsqueeze(-2) @ Vh, A)
    Q, R = tl.linalg.qr(A)
    assert tl.allclose(Q @ R, A) and tl.allclose(Q.mH @ Q, tl.eye(4, dtype=A.dtype))
    P, L, U = tl.linalg.lu(A)
    assert tl.allclose(P @ L @ U, A)
    for more in ({}, {"hermitian": True}):
        matrix = hermitian if more else A + A.mT
        LD, pivots = tl.linalg.ldl_factor(matrix, **more)
        assert tl.allclose(matrix @ tl.linalg.ldl_solve(LD, pivots, A, **more), A)
    positive = A @ A.mH + tl.eye(4)
    L, upper = tl.linalg.cholesky(positive), tl.linalg.cholesky(positive, upper=True)
    assert tl.allclose(L @ L.mH, positive) and tl.allclose(upper.mH @ upper, positive)
    assert tl.allclose(tl.cholesky_inverse(L) @ positive, tl.eye(4, dtype=A.dtype))
    assert tl.allclose(tl.linalg.pinv(A) @ A, tl.eye(4, dtype=A.dtype))


def test_real_matrices_may_have_complex_eigenvalues():
    turn = tl.tensor([[0.0, -1.0], [1.0, 0.0]])
    assert tl.linalg.eigvals(turn).dtype is tl.complex64
    np.testing.assert_allclose(sorted(tl.linalg.eigvals(turn).imag.tolist()), [-1, 1])
    A = tl.tensor(np.random.default_rng(0).normal(size=(3, 3)), requires_grad=True)
    assert gradcheck(tl.linalg.eigvals, A)
