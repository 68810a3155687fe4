"""`linalg` norms and `special`, beyond PyTorch's own samples: errors, `out=`, derivatives."""

import math
import re

import numpy as np
import pytest

import tensorlite as tl

L = tl.linalg
A = np.random.default_rng(0).normal(size=(2, 3, 4))
NORMS = {
    "all": lambda T, x: T.linalg.norm(x),
    "vector": lambda T, x: T.linalg.norm(x[0, 0], 3),
    "matrix": lambda T, x: T.linalg.norm(x[0], -1),
    "kept": lambda T, x: T.linalg.matrix_norm(x, math.inf, (0, 2), keepdim=True),
    "nuc": lambda T, x: T.linalg.norm(x, "nuc", (0, 1)),
    "norm nuc": lambda T, x: T.norm(x[0], "nuc"),
    "largest": lambda T, x: T.linalg.matrix_norm(x, 2, (2, 0), keepdim=True),
    "smallest": lambda T, x: T.linalg.matrix_norm(x, -2),
    "fractional": lambda T, x: T.linalg.vector_norm(x, 0.5, (0, 1)),
    "negative": lambda T, x: T.linalg.vector_norm(x, -1.5, 1),
    "some zeros": lambda T, x: T.linalg.vector_norm(x.clamp(min=0), 1.5, 1),
    "svdvals": lambda T, x: T.linalg.svdvals(x),
}


@pytest.mark.torch
@pytest.mark.parametrize("name", NORMS)
def test_as_torch(name):
    torch = pytest.importorskip("torch")
    results = []
    for T in (torch, tl):
        x = T.tensor(A, requires_grad=True)
        y = NORMS[name](T, x)
        (y * y).sum().backward()
        results.append((y.detach().numpy(), x.grad.numpy()))
    for theirs, ours in zip(*results, strict=True):
        assert theirs.shape == ours.shape
        np.testing.assert_allclose(ours, theirs, rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize("p", [0.5, 1.5, 3.0, -1.0])
def test_second_derivatives_of_norms(p):
    x = tl.tensor(A[0], requires_grad=True)
    assert tl.autograd.gradgradcheck(lambda x: L.vector_norm(x, p, 1), (x,))


def test_singular_values_have_derivatives():
    assert tl.autograd.gradgradcheck(L.svdvals, (tl.tensor(A[0], requires_grad=True),))


def test_out():
    out = tl.empty(2, dtype=tl.float64)
    assert L.matrix_norm(tl.tensor(A), out=out) is out
    assert tl.equal(out, L.matrix_norm(tl.tensor(A)))


X, V, E = tl.tensor(A[0]), tl.tensor(A[0, 0]), tl.ones(0)
ERRORS = [
    (lambda: L.vector_norm(tl.tensor([1, 2])), RuntimeError, "floating point tensor"),
    (lambda: L.vector_norm(X, dtype=tl.float32), RuntimeError, "without narrowing"),
    (lambda: L.vector_norm(X, "fro"), TypeError, "ord to be a number"),
    (lambda: L.vector_norm(E, math.inf), RuntimeError, "does not have an identity"),
    (lambda: L.vector_norm([1.0]), TypeError, "a Tensor"),
    (lambda: L.matrix_norm(V), RuntimeError, "at least 2 dimensions"),
    (lambda: L.matrix_norm(X, 3), RuntimeError, "Order 3 not supported"),
    (lambda: L.matrix_norm(X, "two"), RuntimeError, "Order two not supported"),
    (lambda: L.matrix_norm(X, dim=(0, 0)), RuntimeError, "dims must be different"),
    (lambda: L.matrix_norm(X, dim=(0,)), RuntimeError, "2-tuple"),
    (lambda: L.norm(tl.tensor(A), 2), RuntimeError, "must be 1D or 2D"),
    (lambda: L.norm(X, 2, (0, 1, 2)), RuntimeError, "length 1 or 2"),
    (lambda: L.norm(X, "fro", 0), RuntimeError, "two dims for ord"),
    (lambda: L.svdvals(V), RuntimeError, "at least 2 dimensions"),
]


@pytest.mark.parametrize("case", range(len(ERRORS)))
def test_errors(case):
    call, error, text = ERRORS[case]
    with pytest.raises(error, match=re.escape(text)):
        call()


def test_log_ndtr_far_out():
    x = tl.tensor([-1e3, -37.0, -5.0, 9.0, 50.0, -math.inf, math.inf], dtype=tl.float64)
    found = tl.special.log_ndtr(x.requires_grad_())
    wanted = [-500007.8266948124, -689.03058557689059, -15.064998393988725, -1.1285884059538405e-19]
    np.testing.assert_allclose(found[:4].detach().numpy(), wanted, rtol=1e-12)
    assert found[5:].tolist() == [-math.inf, 0.0]
    found[0].backward()
    assert abs(x.grad[0].item() - 1000.001) < 1e-5


def test_special_names_equal_those_at_the_top():
    x = tl.tensor([0.3, 0.6])
    assert tl.equal(tl.special.expit(x), x.sigmoid())
    assert tl.equal(tl.special.gammaln(x), x.lgamma())
    assert all(callable(getattr(tl.special, name)) for name in tl.special.__all__)


EQUAL = {  # matrices of which values are equal, or 0
    "eigh": [np.eye(3), np.zeros((3, 3)), np.diag([2.0, 2.0, 1.0])],
    "eig": [np.eye(3), np.diag([2.0, 2.0, 1.0])],
    "svd": [np.eye(3), np.ones((4, 3)), np.zeros((3, 4)), np.eye(4)[:2]],
}


@pytest.mark.torch
@pytest.mark.parametrize("name", EQUAL)
def test_equal_values_have_a_gradient_where_no_vector_is_used(name):
    """The rule divided what no vector had to say, 0, by the difference of the values: NaN."""
    torch = pytest.importorskip("torch")
    for matrix in EQUAL[name]:
        found = []
        for T in (torch, tl):
            x = T.tensor(matrix, requires_grad=True)
            values = getattr(T.linalg, name)(x)[1 if name == "svd" else 0]
            values.abs().square().sum().backward()
            found.append(x.grad.numpy())
        assert np.isfinite(found[0]).all()
        np.testing.assert_allclose(found[1], found[0], atol=1e-12)


@pytest.mark.torch
def test_left_vectors_alone_have_a_gradient_where_the_matrix_is_wide():
    torch = pytest.importorskip("torch")
    found = []
    for T in (torch, tl):
        x = T.tensor([[2.0, 0.0, 0.0], [0.0, 0.0, 0.0]], dtype=T.float64, requires_grad=True)
        T.linalg.svd(x, full_matrices=False)[0].square().sum().backward()
        found.append(x.grad.numpy())
    np.testing.assert_array_equal(*map(np.isnan, found))


@pytest.mark.parametrize("pivots", [[0, 2], [1, 3], [-1, 2]])
def test_pivots_name_rows_that_are_there(pivots):
    """A row 0 was the last one, and nothing was said; others were errors of another call."""
    LU, pivots = tl.ones(2, 2), tl.tensor(pivots, dtype=tl.int32)
    text = r"expected pivots from 1 to LU.size\(-2\), 2; got"
    with pytest.raises(RuntimeError, match=f"lu_unpack: {text}"):
        tl.lu_unpack(LU, pivots)
    for adjoint in (False, True):
        with pytest.raises(RuntimeError, match=f"lu_solve: {text}"):
            tl.linalg.lu_solve(LU, pivots, tl.ones(2, 1), adjoint=adjoint)


OUT_NORMS = [tl.norm, tl.linalg.norm, tl.linalg.vector_norm, tl.linalg.matrix_norm]


@pytest.mark.parametrize("norm", OUT_NORMS, ids=lambda norm: f"{norm.__module__}.{norm.__name__}")
def test_a_norm_is_put_into_a_real_tensor_of_its_own_dtype(norm):
    """An out as the dtype in which a complex norm is computed was asked for, and got complex."""
    z = tl.tensor([[3 + 4j, 0], [0, 0]])
    out = tl.empty((), dtype=tl.float64)
    assert norm(z, dtype=tl.complex128, out=out) is out and out.item() == 5.0
    assert norm(z, out=tl.empty(())).item() == 5.0
    assert norm(z.real, dtype=tl.float64, out=out).item() == 3.0
    wrong = [(z, tl.float64, None), (z, tl.complex128, tl.complex128), (z.real, tl.float64, None),
             (z.real, tl.float32, tl.float64)]  # fmt: skip
    for x, kind, dtype in wrong:
        with pytest.raises(RuntimeError):
            norm(x, dtype=dtype, out=tl.empty((), dtype=kind))


@pytest.mark.parametrize("norm", OUT_NORMS[1:], ids=lambda norm: norm.__name__)
def test_norms_of_real_numbers_are_computed_as_such(norm):
    with pytest.raises(RuntimeError, match=r"real for real inputs; got .*complex64"):
        norm(tl.ones(2, 2), dtype=tl.complex64)
