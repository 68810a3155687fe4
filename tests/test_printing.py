"""The text of tensors, against PyTorch's own."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tensorlite as tl

torch = pytest.importorskip("torch", reason="the witness of these tests")
pytestmark = pytest.mark.torch

RANDOM = np.random.default_rng(3)
NORMAL = RANDOM.normal(size=(2000,))
NAN, INF = np.nan, np.inf

ARRAYS = [
    np.float32(1.5), np.float64(1.5), np.int64(-3), np.bool_(True), np.float32(NAN),
    np.array(0.0, np.float32), np.array(-0.0, np.float32), np.array(1e-9, np.float32),
    np.array([1.0, 2.0, 3.0], np.float32), np.array([1.0, -2.0, 3.5], np.float32),
    np.array([1.0, NAN, -INF], np.float32), np.array([1.5, NAN, INF], np.float32),
    np.array([NAN, INF, -INF]), np.array([0.0, 0.0], np.float32), np.array([1e-5, 1.0], np.float32),
    np.array([1e9, 1.0], np.float32), np.array([123456.0, 1.0], np.float32),
    np.array([1e-5, 2e-5, NAN], np.float32), np.array([1e8, 1e8], np.float32),
    np.array([1e8 + 64, 1e8], np.float32), np.array([1000.0, 1.0]), np.array([1001.0, 1.0]),
    np.array([1e300, 1e-300]), np.array([5e-324, 1.0]), np.array([9999.5, 12.25], np.float32),
    np.array([1, -200, 3]), np.array([[1, 2], [3, 4]], np.int32), np.array([255, 0], np.uint8),
    np.array([2**63 - 1, -(2**63)]), np.array([2**64 - 1, 0], np.uint64),
    np.array([True, False]), np.array([[True], [False]]), np.array([], np.float32),
    np.array([], np.int64), np.array([], np.float64), np.zeros((0, 3), np.float32),
    np.zeros((2, 0), np.int32), np.zeros((2, 0, 3), bool), NORMAL[:3].astype(np.float32),
    NORMAL[:30].astype(np.float32), NORMAL[:30], NORMAL[:24].reshape(2, 3, 4).astype(np.float32),
    NORMAL[:48].reshape(2, 2, 3, 4).astype(np.float32), NORMAL[:1000], NORMAL[:1001], NORMAL,
    NORMAL.reshape(40, 50).astype(np.float32), NORMAL.reshape(2, 1000), NORMAL.reshape(1000, 2),
    NORMAL.reshape(5, 20, 20) * 1e5, NORMAL.reshape(1, 1, 2000), np.arange(1500),
    np.arange(1500).reshape(3, 500), np.arange(100), np.arange(1001, dtype=np.float32),
    np.arange(12.0).reshape(3, 4).T, np.arange(10.0, dtype=np.float32)[::2],
    np.full((3, 3), 1e10, np.float32), np.eye(7, dtype=np.float32), np.zeros((2, 600), bool),
]  # fmt: skip

OPTIONS = [
    {},
    {"precision": 2},
    {"precision": 8},
    {"precision": 0},
    {"threshold": 5},
    {"threshold": 5, "edgeitems": 1},
    {"threshold": 5, "edgeitems": 0},
    {"edgeitems": 2, "threshold": 10, "linewidth": 40},
    {"linewidth": 30},
    {"linewidth": 1},
    {"profile": "short"},
    {"profile": "full"},
    {"profile": "short", "precision": 5},
    {"sci_mode": True},
    {"sci_mode": False},
]


def pair(array):
    """One tensor of each package over equal values."""
    copied = np.array(array, copy=True)
    return tl.from_numpy(copied), torch.from_numpy(copied)


def normal_form(text):
    """The text with the package's name cut out; where a dtype stands decides nothing else."""
    return re.sub(r",\s+dtype=", ", dtype=", text.replace("tensorlite.", "").replace("torch.", ""))


@pytest.fixture(autouse=True)
def default_options():
    yield
    tl.set_printoptions(profile="default")
    torch.set_printoptions(profile="default")


@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_equals_torch(options):
    tl.set_printoptions(**options)
    torch.set_printoptions(**options)
    for array in ARRAYS:
        ours, theirs = pair(array)
        assert normal_form(repr(ours)) == normal_form(repr(theirs))
        assert str(ours) == repr(ours)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.floats(width=32) | st.integers(-(10**6), 10**6).map(float), min_size=1, max_size=60
    ),
    st.sampled_from([np.float32, np.float64]),
    st.booleans(),
)
def test_random_values_equal_torch(values, dtype, matrix):
    with np.errstate(over="ignore"):
        array = np.array(values, dtype)
    ours, theirs = pair(array.reshape(1, -1) if matrix else array)
    assert normal_form(repr(ours)) == normal_form(repr(theirs))


def test_requires_grad_and_grad_fn():
    x, y = (p.tensor([1.0, 2.0], requires_grad=True) for p in (tl, torch))
    assert repr(x) == repr(y) == "tensor([1., 2.], requires_grad=True)"
    assert repr(x * 2) == repr(y * 2) == "tensor([2., 4.], grad_fn=<MulBackward0>)"
    assert repr(x.exp()) == repr(y.exp())
    assert repr((x + x).detach()) == "tensor([2., 4.])"
    line = f"<MulBackward0 of mul(float32[2], float32[2]), called at {__file__}:"
    assert repr((x * x).grad_fn).startswith(line)
    assert (x * x).grad_fn.name() == (y * y).grad_fn.name() == "MulBackward0"
    assert (x * x).grad_fn.next_functions[0][0].name() == "AccumulateGrad"


def test_suffixes_wrap_as_torch():
    for count in range(1, 14):
        array = NORMAL[:count].astype(np.float32)
        x, y = pair(array)
        assert repr(x.requires_grad_()) == repr(y.requires_grad_())
        assert repr(x * 2) == repr(y * 2)


def test_default_dtype_is_not_told():
    tl.set_default_dtype(tl.float64)
    try:
        assert repr(tl.tensor(1.5)) == "tensor(1.5000)"
        assert repr(tl.tensor([1.0], dtype=tl.float32)) == "tensor([1.], dtype=tensorlite.float32)"
    finally:
        tl.set_default_dtype(tl.float32)


def test_subclasses_print_their_name():
    class Weights(tl.Tensor):
        pass

    assert repr(Weights([1.0])) == "Weights([1.])"


def test_parameter():
    from tensorlite import nn

    text = repr(nn.Parameter(tl.tensor([1.0, 2.0])))
    assert text == repr(torch.nn.Parameter(torch.tensor([1.0, 2.0])))


def test_format():
    for ours, theirs in map(pair, (np.float32(0.1234567), np.int64(42), np.bool_(True))):
        assert f"{ours}" == f"{theirs}"
    loss = tl.tensor(0.123456, requires_grad=True)
    assert f"{loss:.4f} {loss * 2:8.2e} {tl.tensor(7):03d}" == "0.1235 2.47e-01 007"
    assert f"{tl.tensor([1.0])}" == "tensor([1.])"
    with pytest.raises(TypeError, match=r"format: expected a 0-d tensor .*; got '.2f' with shape"):
        f"{tl.tensor([1.0, 2.0]):.2f}"


def test_options():
    with pytest.raises(ValueError, match=r"set_printoptions: expected profile 'default'.*; got"):
        tl.set_printoptions(profile="long")
    with pytest.raises(ValueError, match=r"set_printoptions: expected precision .*; got -1"):
        tl.set_printoptions(precision=-1)
    with pytest.raises(ValueError, match="expected sci_mode to be a bool or None; got 'abc'"):
        tl.set_printoptions(sci_mode="abc")
    before = tl.get_printoptions()
    with tl.printoptions(precision=2, sci_mode=True):
        assert repr(tl.tensor(1.0)) == "tensor(1.00e+00)"
    assert tl.get_printoptions() == before
    assert before.items() >= torch._tensor_str.get_printoptions().items()


def test_html():
    text = tl.tensor([[1.0, 2.5], [3.0, 4.0]])._repr_html_()
    assert text.count("<tr>") == 2 and "<td>2.5000</td>" in text
    assert "tensor[2, 2]" in text and "float32, cpu" in text
    assert tl.zeros(100, 50)._repr_html_().count("<td>") == 49
    assert "<pre>tensor([[[" in tl.zeros(2, 2, 2)._repr_html_()
    assert "<td>3</td>" in tl.tensor(3)._repr_html_()
    assert "size=(0, 3)" in tl.zeros(0, 3)._repr_html_()


RESULTS = ["max(0)", "sort()", "kthvalue(1)", "median(0)", "cummin(0)", "aminmax()", "frexp()"]


@pytest.mark.parametrize("call", RESULTS)
def test_results_of_several_parts_equal_torch(call):
    ours, theirs = (eval(f"x.{call}", {"x": lib.ones(2, 2)}) for lib in (tl, torch))
    assert f"{[ours]}" == f"{[theirs]}".replace("torch.", "tensorlite.")
    assert getattr(tl.return_types, type(theirs).__name__) is type(ours)
