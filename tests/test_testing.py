"""`tensorlite.testing`: what is close, and what is said of what is not, as in PyTorch."""

import numpy as np
import pytest

import tensorlite as tl
from tensorlite.testing import assert_close, make_tensor

NAN = float("nan")
CLOSE = [
    (tl.ones(2), tl.ones(2) + 1e-7),
    (1.0, 1.0 + 1e-9),
    (np.ones(2), tl.ones(2, dtype=tl.float64)),
    ([tl.ones(2), 3], (tl.ones(2), 3)),
    ({"a": tl.ones(0)}, {"a": tl.ones(0)}),
    (tl.tensor([float("inf"), 1]), tl.tensor([float("inf"), 1])),
    (tl.arange(3), tl.arange(3)),
    (tl.ones(2, dtype=tl.bfloat16), tl.ones(2, dtype=tl.bfloat16) + 0.01),
]
APART = [
    ((tl.ones(2), tl.ones(2) + 1e-3), "Tensor-likes are not close!"),
    ((tl.ones(2), tl.ones(3)), "The values for attribute 'shape' do not match"),
    ((tl.ones(2), tl.ones(2).double()), "The values for attribute 'dtype' do not match"),
    ((tl.arange(3), tl.arange(3) + 1), "Tensor-likes are not equal!"),
    ((tl.ones(2).bfloat16(), tl.ones(2).bfloat16() + 0.1), "Tensor-likes are not close!"),
    ((1.0, 2.0), "Scalars are not close!"),
    (([1.0], [1.0, 2.0]), "The length of the sequences mismatch: 1 != 2"),
    (({"a": 1.0}, {"b": 1.0}), "Missing keys in the actual mapping: \\['b'\\]"),
    (({"a": [0.0, 1.0]}, {"a": [0.0, 2.0]}), "The failure occurred for item \\['a'\\]\\[1\\]"),
    ((tl.tensor([NAN]), tl.tensor([NAN])), "Mismatched elements: 1 / 1 \\(100.0%\\)"),
]


@pytest.mark.parametrize(("actual", "expected"), CLOSE)
def test_what_is_close(actual, expected):
    assert_close(actual, expected)


@pytest.mark.parametrize(("pair", "said"), APART)
def test_what_is_not(pair, said):
    with pytest.raises(AssertionError, match=said):
        assert_close(*pair)


def test_the_worst_elements_are_named():
    a, b = tl.zeros(2, 3), tl.zeros(2, 3)
    a[1, 2], b[0, 1] = 5.0, 1.0
    with pytest.raises(AssertionError) as caught:
        assert_close(a, b)
    assert "Mismatched elements: 2 / 6 (33.3%)" in str(caught.value)
    assert "Greatest absolute difference: 5.0 at index (1, 2) (up to 1e-05" in str(caught.value)


def test_options():
    assert_close(tl.tensor([NAN]), tl.tensor([NAN]), equal_nan=True)
    assert_close(tl.ones(2), tl.ones(2).double(), check_dtype=False)
    assert_close(tl.ones(2), tl.full((2,), 1.1), rtol=0.2, atol=0.0)
    with pytest.raises(ValueError, match=r"expected rtol and atol, or none of them"):
        assert_close(1.0, 1.0, rtol=0.1)
    with pytest.raises(AssertionError, match=r"^no$"):
        assert_close(1.0, 2.0, msg="no")
    with pytest.raises(AssertionError, match="'stride"):
        assert_close(tl.ones(2, 3).t(), tl.ones(3, 2), check_stride=True)


@pytest.mark.torch
@pytest.mark.parametrize(("pair", "said"), APART)
def test_as_torch(pair, said):
    torch = pytest.importorskip("torch")

    def theirs(x):
        if isinstance(x, dict):
            return {key: theirs(value) for key, value in x.items()}
        if isinstance(x, list):
            return [theirs(value) for value in x]
        if isinstance(x, tl.Tensor):
            return torch.tensor(x.tolist(), dtype=getattr(torch, x.dtype.name))
        return x

    with pytest.raises(AssertionError, match=said):
        torch.testing.assert_close(*map(theirs, pair))


@pytest.mark.filterwarnings("ignore::FutureWarning")
@pytest.mark.parametrize("T", [tl, pytest.param("torch", marks=pytest.mark.torch)])
def test_the_older_form_is_wider(T):
    T = pytest.importorskip(T) if isinstance(T, str) else T
    x = T.tensor([1.0, float("nan")])
    T.testing.assert_allclose(x.double(), x * 1.00002)
    T.testing.assert_allclose(T.tensor([2]), [2])
    for expected, more in ((x * 1.001, {}), (x, {"equal_nan": False}), ([1.0], {}),
                           (x + 0.2, {"rtol": 0.1, "atol": 0.0})):  # fmt: skip
        with pytest.raises(AssertionError, match="told"):
            T.testing.assert_allclose(x, expected, msg="told", **more)


@pytest.mark.parametrize("dtype", [tl.float32, tl.int8, tl.uint8, tl.bool])
def test_make_tensor(dtype):
    x = make_tensor(3, 4, dtype=dtype, device="cpu", noncontiguous=True)
    assert x.shape == (3, 4)
    assert x.dtype is dtype
    assert not x.is_contiguous()
    assert make_tensor((50,), dtype=dtype, device="cpu", exclude_zero=True).all()
    assert make_tensor((), dtype=tl.float64, device="cpu", requires_grad=True).requires_grad


@pytest.mark.parametrize("dtype", [tl.complex64, tl.complex128])
def test_make_tensor_draws_both_parts(dtype):
    """They were integers without imaginary parts."""
    x = make_tensor(100, dtype=dtype, device="cpu", low=-1, high=2)
    for part in (x.real, x.imag):
        assert -1 <= part.min() < 0 < 1 < part.max() < 2 and (part != part.floor()).any()


def test_make_tensor_stays_within_its_dtype():
    """uint8 from -9 to 9 was refused."""
    x = make_tensor(100, dtype=tl.uint8, device="cpu", low=-9, high=9)
    assert x.min() >= 0 and x.max() <= 8
    assert make_tensor(100, dtype=tl.int8, device="cpu", low=100, high=1e9).min() >= 100
    for low, high in ((3, 3), (256, 300), (float("nan"), 3)):
        with pytest.raises(ValueError, match="make_tensor: expected low < high"):
            make_tensor(2, dtype=tl.uint8, device="cpu", low=low, high=high)
