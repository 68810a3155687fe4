"""NumPy's functions and operators, given tensors: values, types, gradients, memory."""

import numpy as np
import pytest

import tensorlite as tl

A = np.arange(6, dtype=np.float32).reshape(2, 3)[::-1] / 4 + 0.25
M = np.arange(6, dtype=np.float32).reshape(3, 2)
REDUCTIONS = {
    "sum": (), "mean": (), "prod": (), "max": (), "min": (), "std": ("ddof",), "var": ("ddof",),
    "any": (), "all": (), "argmax": (), "argmin": (),
}  # fmt: skip


@pytest.fixture
def x():
    return tl.tensor(A, requires_grad=True)


def same(found, expected):
    assert isinstance(found, tl.Tensor) and found.shape == np.shape(expected)
    np.testing.assert_allclose(found.detach().numpy(), expected, rtol=1e-6)


@pytest.mark.parametrize("name", REDUCTIONS)
def test_reductions_mean_what_numpy_means(name, x):
    """`np.max(x, 1)` gave pairs of values and indices, and `np.sum(x)` an error."""
    function = getattr(np, name)
    for args, options in (((), {}), ((1,), {}), ((), {"axis": 0, "keepdims": True}),
                          *(((), {key: 1}) for key in REDUCTIONS[name])):  # fmt: skip
        found = function(x, *args, **options)
        same(found, function(A, *args, **options))
        assert found.requires_grad == (name not in ("any", "all", "argmax", "argmin"))
        if name not in ("any", "all"):
            ints = np.arange(6).reshape(2, 3)
            same(function(tl.tensor(ints), *args, **options), function(ints, *args, **options))
    same(np.sum(x.detach(), where=A > 1), A.sum(where=A > 1))
    assert np.sum(x, dtype=np.float64).dtype is tl.float64


OTHERS = {
    "tensors": {
        "clip": lambda x: np.clip(x, 0.5, None), "round": np.round, "cumsum": np.cumsum,
        "round decimals": lambda x: np.round(x, 1), "reshape": lambda x: np.reshape(x, (3, 2)),
        "reshape F": lambda x: np.reshape(x, (3, 2), order="F"), "squeeze": np.squeeze,
        "take": lambda x: np.take(x, [0, 2], axis=1), "repeat": lambda x: np.repeat(x, 2),
        "transpose": np.transpose, "swapaxes": lambda x: np.swapaxes(x, 0, 1),
        "argsort": np.argsort, "norm": np.linalg.norm, "searchsorted":
        lambda x: np.searchsorted(x[1], 0.3), "diagonal": np.diagonal, "ptp": np.ptp,
    },
    "arrays": {
        "nonzero": lambda x: np.nonzero(x > 0.5), "argwhere": lambda x: np.argwhere(x > 0.5),
        "moveaxis": lambda x: np.moveaxis(x, 0, 1), "size": np.size, "imag": np.imag,
        "concatenate": lambda x: np.concatenate([x, x], axis=1), "sort": np.sort, "diff": np.diff,
        "where": lambda x: np.where(x > 0.5, x, 0), "median": np.median, "copy": np.copy,
        "shape": np.shape, "stack": lambda x: np.stack((x, x)), "result_type": np.result_type,
        "zeros_like": np.zeros_like, "einsum": lambda x: np.einsum("ij->j", x),
    },
}  # fmt: skip


@pytest.mark.parametrize("kind, name", [(kind, name) for kind in OTHERS for name in OTHERS[kind]])
def test_functions(kind, name):
    """`np.nonzero` and `np.argwhere` gave what our methods of the name mean, `np.size` a method."""
    function = OTHERS[kind][name]
    found, expected = function(tl.tensor(A)), function(A)
    if kind == "tensors":
        same(found, expected)
    else:
        assert type(found) is type(expected)
        np.testing.assert_array_equal(found, expected)


OPERATORS = {
    "@": lambda x, y: x @ y.T, "+": lambda x, y: x + y, "-": lambda x, y: x - y,
    "/": lambda x, y: x / y, "**": lambda x, y: x**y, "%": lambda x, y: x % y,
    "<": lambda x, y: x < y, "==": lambda x, y: x == y, "maximum": np.maximum, "hypot": np.hypot,
    "matmul": lambda x, y: np.matmul(x, y.T), "power": np.power,
}  # fmt: skip


@pytest.mark.parametrize("name", OPERATORS)
def test_arrays_on_either_side(name, x):
    """`array @ tensor` was no operator, and with a gradient to come `tensor @ array` neither."""
    function, array = OPERATORS[name], A[::-1] + 0.5
    for y in (array, array.astype(np.float64)):
        for pair, plain in (((x, y), (A, y)), ((y, x), (y, A))):
            found = function(*pair)
            same(found, function(*plain))
            assert found.requires_grad == (found.dtype is not tl.bool)
    same(np.add(np.arange(3), x), np.arange(3, dtype=np.float32) + A)
    assert (np.arange(3) + x).dtype is (np.float64(2) * x).dtype is tl.float32


def test_gradients_flow_through_ufuncs(x):
    np.sum(np.exp(x) * np.tanh(M @ M.T @ x.T).T[:, :2].mean()).backward()
    y = tl.tensor(A, requires_grad=True)
    m = tl.tensor(M @ M.T)
    (y.exp() * (m @ y.T).tanh().T[:, :2].mean()).sum().backward()
    assert tl.equal(x.grad, y.grad)


def test_in_place_on_an_array_writes_there(x):
    """`array += tensor` made a tensor of the name, and whoever else held the array saw nothing."""
    array = np.ones((2, 3), np.float32)
    held = array
    array += x.detach()
    assert held is array and type(array) is np.ndarray
    np.testing.assert_array_equal(array, A + 1)
    with pytest.raises(RuntimeError, match="requires grad; try detach"):
        array += x
    with pytest.raises(TypeError, match=r"exp: expected an array to write to.*; got a Tensor"):
        np.exp(A, out=x.detach())
    with pytest.raises(TypeError, match="add: expected an array to write to"):
        np.add.at(x.detach(), 0, 1.0)


def test_what_only_numpy_has():
    x = tl.tensor(A)
    same(np.spacing(x), np.spacing(A))
    same(np.add.reduce(x, axis=1), A.sum(1))
    same(np.exp(x, dtype=np.float64), np.exp(A, dtype=np.float64))
    for found, expected in zip(np.divmod(x, 0.5), np.divmod(A, np.float32(0.5)), strict=True):
        same(found, expected)
    assert np.exp(tl.arange(3)).dtype is tl.float64, "NumPy's promotion of integers, as PyTorch"
    found = np.linalg.eigh(x[:, :2] @ x[:, :2].T)
    assert isinstance(found.eigenvalues, tl.Tensor)


def test_in_a_plan():
    array = np.ones((2, 2), np.float32)

    @tl.compile
    def f(x):
        return np.sum(np.exp(array @ x), axis=0)

    x = tl.tensor(A)
    for _ in range(3):
        same(f(x), np.exp(array @ A).sum(0))
        array += 0.5
