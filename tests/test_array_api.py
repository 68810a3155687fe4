"""The array API standard: NumPy, which follows it too, gives the same values, dtypes and shapes."""

import inspect

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import array_api as xp

A = np.array([[3, 1, 2], [0, 5, 4]])
V = np.array([2.0, -0.5, 0.25, 2.0])
F = np.array([[0.5, -1.25, 2.0], [3.0, 0.125, -0.75]])
SQUARE = np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]])
UNARY = (
    *("abs", "atan", "ceil", "cos", "cosh", "exp", "expm1", "floor", "isfinite", "isinf", "isnan"),
    *("negative", "positive", "reciprocal", "round", "sign", "signbit", "sin", "sinh", "square"),
    *("tan", "tanh", "trunc", "asinh"),
)
BINARY = (
    *("add", "atan2", "copysign", "divide", "equal", "greater", "greater_equal", "hypot", "less"),
    *("less_equal", "logaddexp", "maximum", "minimum", "multiply", "nextafter", "not_equal", "pow"),
    *("remainder", "subtract", "floor_divide"),
)
INTEGER = (
    *("bitwise_and", "bitwise_or", "bitwise_xor", "bitwise_left_shift", "bitwise_right_shift"),
    *("add", "multiply", "floor_divide", "remainder", "pow", "less"),
)
CALLS = [
    *[(name, "", (F,)) for name in UNARY],
    *[(name, "", (np.abs(F), np.float64(1.5) + 0 * F[0])) for name in BINARY],
    *[(name, "", (A, A[0] + 1)) for name in INTEGER],
    *[("max", text, (A,)) for text in ("", "axis=0", "axis=(0, 1)", "axis=1, keepdims=True")],
    ("min", "axis=-1", (F,)),
    *[("sum", text, (A.astype("uint8"),)) for text in ("", "axis=0", "dtype=xp.float32")],
    ("sum", "axis=()", (A.astype("int16"),)),
    *[("prod", text, (A,)) for text in ("", "axis=1", "axis=(0, 1), keepdims=True")],
    *[("mean", text, (F,)) for text in ("", "axis=0", "axis=1, keepdims=True")],
    *[("std", text, (F,)) for text in ("", "axis=0", "axis=1, correction=1")],
    ("var", "axis=()", (F,)),
    ("all", "axis=1", (A,)),
    ("any", "", (A,)),
    ("any", "axis=()", (A,)),
    ("count_nonzero", "axis=0", (A,)),
    ("cumulative_sum", "axis=1, include_initial=True", (A.astype("int8"),)),
    ("cumulative_prod", "", (V,)),
    ("diff", "axis=0", (F,)),
    *[(name, text, (A,)) for name in ("argmax", "argmin") for text in ("", "axis=1")],
    ("argsort", "axis=0", (F,)),
    ("sort", "", (A,)),
    ("nonzero", "", (A,)),
    *[(name, "", (V,)) for name in ("unique_all", "unique_counts", "unique_inverse")],
    ("isin", "invert=True", (A, np.array([1, 5]))),
    ("searchsorted", "side='right'", (np.sort(V), F)),
    ("where", "", (F > 0, F, A.astype("float32"))),
    ("concat", "axis=None", ([A, A[0]],)),
    ("concat", "axis=1", ([A, F],)),
    ("stack", "axis=-1", ([A, F],)),
    ("unstack", "axis=1", (A,)),
    ("expand_dims", "axis=(0, 2)", (A,)),
    ("flip", "", (A,)),
    ("moveaxis", "", (A, 0, 1)),
    ("permute_dims", "axes=(1, 0)", (A,)),
    ("repeat", "axis=0", (A, 2)),
    ("reshape", "shape=(3, -1)", (A,)),
    ("roll", "axis=(0, 1)", (A, (1, 2))),
    ("squeeze", "axis=0", (A[:1],)),
    ("tile", "", (A, (2, 1, 2))),
    ("take", "axis=1", (A, np.array([2, 0, -1]))),
    ("take_along_axis", "axis=1", (A, np.array([[2, 0], [1, 1]]))),
    ("broadcast_to", "shape=(2, 2, 3)", (A,)),
    ("broadcast_arrays", "", (A, A[0])),
    ("eye", "k=1", (3, 4)),
    ("eye", "k=-2", (3,)),
    ("linspace", "num=4, endpoint=False", (0.0, 1.0)),
    ("arange", "", (5, 1)),
    ("full", "", ((2, 3), True)),
    ("meshgrid", "", (A[0], V)),
    ("tril", "k=-1", (A,)),
    ("matmul", "", (F, A.T)),
    ("matrix_transpose", "", (A,)),
    ("tensordot", "axes=1", (F, A.T)),
    ("vecdot", "axis=0", (F, F)),
    *[(f"linalg.{name}", "", (SQUARE,)) for name in (
        "cholesky", "det", "inv", "slogdet", "svdvals", "eigvalsh", "matrix_norm", "pinv",
        "matrix_rank", "diagonal",
    )],
    *[(f"fft.{name}", "axis=0", (F,)) for name in ("fft", "ifft", "rfft", "ihfft")],
    ("fft.irfft", "n=3", (F + 1j * F[::-1],)),
    ("fft.hfft", "norm='ortho'", (F + 1j * F[::-1],)),
    ("fft.fftn", "axes=(0, 1)", (F,)),
    ("fft.rfftn", "s=(2, 4), axes=(0, 1)", (F,)),
    ("fft.fftshift", "", (F,)),
    ("fft.ifftshift", "axes=1", (F,)),
    ("linalg.trace", "offset=1", (SQUARE.astype("int16"),)),
    ("linalg.matrix_power", "", (SQUARE, -2)),
    ("linalg.outer", "", (V, V)),
    ("linalg.cross", "", (F, F[::-1])),
    ("linalg.solve", "", (SQUARE, F.T)),
    ("linalg.vector_norm", "axis=(0, 1), ord=1", (F,)),
]  # fmt: skip


def called(space, name, text, arguments):
    for part in name.split("."):
        space_of, space = space, getattr(space, part)
    root = xp if "tensorlite" in getattr(space_of, "__name__", "") else np
    return space(*arguments, **eval(f"dict({text})", {"xp": root}))


def as_tensors(value):
    if isinstance(value, list):
        return [as_tensors(part) for part in value]
    return tl.tensor(value) if isinstance(value, np.ndarray) else value


@pytest.mark.parametrize(
    ("name", "text", "arguments"), CALLS, ids=[f"{call[0]}({call[1]})" for call in CALLS]
)
def test_as_numpy(name, text, arguments):
    expected = called(np, name, text, arguments)
    found = called(xp, name, text, [as_tensors(x) for x in arguments])
    several = isinstance(expected, tuple | list)
    expected, found = (expected, found) if several else ((expected,), (found,))
    assert len(found) == len(expected)
    for ours, theirs in zip(found, expected, strict=True):
        theirs = np.asarray(theirs)
        assert isinstance(ours, tl.Tensor)
        if name not in ("eye", "linspace"):  # whose default dtype is ours
            assert str(theirs.dtype) == ours.dtype.name
        assert ours.shape == theirs.shape
        np.testing.assert_allclose(ours.numpy(), theirs, rtol=1e-6, atol=1e-12)


def test_the_namespace_is_found():
    assert tl.ones(2).__array_namespace__() is xp
    assert tl.ones(2).__array_namespace__(api_version="2025.12") is xp
    with pytest.raises(ValueError, match=r"expected a version up to '2025.12'; got '2031.12'"):
        tl.ones(2).__array_namespace__(api_version="2031.12")


@pytest.mark.parametrize("name", [n for n in dir(xp) if inspect.isfunction(getattr(xp, n))])
def test_public_functions_are_told(name):
    function = getattr(xp, name)
    assert function.__doc__
    assert function.__name__ == name


def test_tensors_of_no_dims_are_promoted_as_others():
    x = tl.ones(3) + 0
    assert xp.add(x, tl.tensor(1.0, dtype=tl.float64)).dtype is tl.float64
    assert xp.result_type(tl.int8, tl.tensor(1, dtype=tl.int16), 3) is tl.int16
    assert xp.result_type(x, True, 2, 1.5) is tl.float32
    assert xp.maximum(tl.tensor([1, 2], dtype=tl.int8), 2).dtype is tl.int8


def test_what_is_refused():
    with pytest.raises(TypeError, match="expected a number that the dtype holds; got tensorlite"):
        xp.add(tl.tensor([1]), 1.5)
    with pytest.raises(TypeError, match="expected a tensor among the operands; got numbers"):
        xp.add(1, 2)
    with pytest.raises(ValueError, match="expected extent 1 of dim 0; got 2 in"):
        xp.squeeze(tl.ones(2, 1), 0)
    with pytest.raises(ValueError, match="a shape of which x has a view"):
        xp.reshape(tl.ones(2, 3).T, (6,), copy=False)
    with pytest.raises(ValueError, match="an axis where there is more than one"):
        xp.take(tl.ones(2, 2), tl.tensor([0]))
    with pytest.raises(ValueError, match="a kind out of 'bool', 'signed integer'"):
        xp.isdtype(tl.int8, "number")


def test_each_nan_is_distinct():
    found = xp.unique_all(tl.tensor([float("nan"), 1.0, float("nan")]))
    assert found.counts.tolist() == [1, 1, 1]
    assert found.values[0].item() == 1.0


def test_what_there_is():
    info = xp.__array_namespace_info__()
    assert info.dtypes(kind="real floating") == {"float32": tl.float32, "float64": tl.float64}
    assert set(info.dtypes(kind=("bool", "unsigned integer"))) == {
        "bool", "uint8", "uint16", "uint32", "uint64",
    }  # fmt: skip
    assert info.default_dtypes()["real floating"] is tl.float32
    assert info.capabilities()["boolean indexing"] is True
    assert tl.device("cpu") in info.devices()
    assert xp.can_cast(tl.int8, tl.int16)
    assert not xp.can_cast(tl.float64, tl.float32)
    assert xp.isdtype(tl.float32, ("integral", "real floating"))


def test_distinct_values_are_in_order():
    assert xp.unique_values(tl.tensor([[3, 1], [1, 2]])).tolist() == [1, 2, 3]


def test_gradients_flow():
    x = tl.tensor([1.0, 2.0], requires_grad=True)
    xp.sum(xp.multiply(x, x)).backward()
    assert x.grad.tolist() == [2.0, 4.0]


ESTIMATORS = {
    "StandardScaler": lambda X, y: scaled(X),
    "PCA": lambda X, y: decomposed(X),
    "LinearDiscriminantAnalysis": lambda X, y: discriminated(X, y),
}


def scaled(X):
    from sklearn.preprocessing import StandardScaler

    return StandardScaler().fit_transform(X)


def decomposed(X):
    from sklearn.decomposition import PCA

    return PCA(2, svd_solver="full").fit(X).explained_variance_


def discriminated(X, y):
    from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

    return LinearDiscriminantAnalysis().fit(X, y).predict(X)


@pytest.mark.parametrize("name", ESTIMATORS)
def test_scikit_learn_computes_on_tensors(name, monkeypatch):
    sklearn = pytest.importorskip("sklearn")
    monkeypatch.setenv("SCIPY_ARRAY_API", "1")
    rng = np.random.default_rng(0)
    y = rng.integers(0, 3, 60)
    X = (rng.normal(size=(60, 5)) + y[:, None]).astype("float32")
    with sklearn.config_context(array_api_dispatch=True):
        found = ESTIMATORS[name](tl.tensor(X), tl.tensor(y))
    assert isinstance(found, tl.Tensor)
    np.testing.assert_allclose(found.numpy(), ESTIMATORS[name](X, y), rtol=1e-3, atol=1e-4)


def test_a_range_that_leads_away_has_the_dtype_of_its_bounds():
    assert xp.arange(-1, 0.0, -1).dtype is xp.float32
    assert xp.arange(-1.0, 0, -1).dtype is xp.float32
    assert xp.arange(-1, 0, -1).dtype is xp.int64
