"""The constructors of PyTorch's first years, as course notebooks still use them."""

import pickle

import numpy as np
import pytest

import tensorlite as tl

VALUES = {
    "FloatTensor([1, 2])": ([1.0, 2.0], tl.float32),
    "FloatTensor((2, 3))": ([2.0, 3.0], tl.float32),
    "FloatTensor()": ([], tl.float32),
    "FloatTensor(np.array([1.0]))": ([1.0], tl.float32),
    "FloatTensor(tl.tensor([1.0]))": ([1.0], tl.float32),
    "FloatTensor([1.0], device='cpu')": ([1.0], tl.float32),
    "DoubleTensor([1])": ([1.0], tl.float64),
    "LongTensor([1.5, 2])": ([1, 2], tl.int64),
    "IntTensor([True])": ([1], tl.int32),
    "ShortTensor(2, 0)": ([[], []], tl.int16),
    "CharTensor([-1])": ([-1], tl.int8),
    "ByteTensor([255])": ([255], tl.uint8),
    "BoolTensor([0, 2])": ([False, True], tl.bool),
    "Tensor([1, 2])": ([1.0, 2.0], tl.float32),
    "Tensor(range(2))": ([0.0, 1.0], tl.float32),
    "Tensor(tl.tensor([1, 2]))": ([1, 2], tl.int64),
    "Tensor([tl.tensor(1.0), tl.tensor(2)])": ([1.0, 2.0], tl.float32),
    "zeros(1, dtype=tl.int8).new([1, 2])": ([1, 2], tl.int8),
    "range(0, 3)": ([0.0, 1.0, 2.0, 3.0], tl.float32),
    "range(1, 2, 0.5, dtype=tl.float64)": ([1.0, 1.5, 2.0], tl.float64),
    "range(4, 1, -1, dtype=tl.int64)": ([4, 3, 2, 1], tl.int64),
    "range(0, 0)": ([0.0], tl.float32),
}
ERRORS = {
    "FloatTensor(2.5)": (TypeError, "FloatTensor: expected extents, or one sequence"),
    "FloatTensor(tl.tensor([1]))": (TypeError, "expected a tensor of float32 on cpu; got int64"),
    "FloatTensor(2, device='cuda')": (TypeError, "expected a device of type cpu; got cuda"),
    "ByteTensor([256])": (RuntimeError, "ByteTensor: .* without overflow"),
    "Tensor(True)": (TypeError, "Tensor: expected extents"),
    "Tensor(-1)": (RuntimeError, "Tensor: expected extents of at least 0"),
    "Tensor(2.0, 3.0)": (TypeError, "Tensor: expected integers as a shape"),
    "Tensor([1], requires_grad=True)": (TypeError, "Tensor: expected a keyword that it has"),
    "zeros(1).new('a')": (TypeError, "new: expected extents"),
    "range(1, 4, 0)": (RuntimeError, "range: expected step to be nonzero"),
    "range(4, 1)": (RuntimeError, "range: expected upper bound and lower bound"),
    "range(0, 300, 100, dtype=tl.uint8)": (RuntimeError, "range: .* without overflow"),
    "set_default_tensor_type(tl.LongTensor)": (TypeError, "expected a type of floating"),
}


def called(call):
    return eval(f"tl.{call}", {"tl": tl, "np": np})


@pytest.mark.filterwarnings("ignore:range")
@pytest.mark.parametrize("call", VALUES)
def test_values(call):
    values, dtype = VALUES[call]
    made = called(call)
    assert (made.tolist(), made.dtype) == (values, dtype)


@pytest.mark.filterwarnings("ignore:range")
@pytest.mark.parametrize("call", ERRORS)
def test_errors(call):
    kind, text = ERRORS[call]
    with pytest.raises(kind, match=text):
        called(call)


@pytest.mark.parametrize("call", ["2, 3", "tl.Size([2, 3])", "np.int64(2), 3"])
def test_extents(call):
    for name in ("Tensor", "FloatTensor", "LongTensor", "zeros(1).new"):
        assert called(f"{name}({call})").shape == (2, 3)


def test_a_tensor_is_shown_not_copied():
    x = tl.zeros(2)
    tl.FloatTensor(x)[0] = 1
    tl.Tensor(x)[1] = 2
    assert x.tolist() == [1.0, 2.0]


def test_types_know_their_tensors():
    x = tl.zeros(1)
    assert isinstance(x, tl.FloatTensor) and not isinstance(x, tl.LongTensor)
    assert not isinstance(x, tl.cuda.FloatTensor) and not isinstance(0.0, tl.FloatTensor)
    assert x.type(tl.LongTensor).type() == "tensorlite.LongTensor"
    for kind, word in ((tl.complex64, "ComplexFloat"), (tl.complex128, "ComplexDouble")):
        assert x.to(kind).type() == f"tensorlite.{word}Tensor"  # it raised
        assert x.type(f"torch.{word}Tensor").dtype is kind
        assert not hasattr(tl, f"{word}Tensor") and not hasattr(tl.cuda, f"{word}Tensor")
    assert pickle.loads(pickle.dumps(tl.cuda.LongTensor)) is tl.cuda.LongTensor
    assert tl.HalfTensor([1]).dtype is tl.float16
    with pytest.raises(AttributeError, match="did you mean 'IntTensor'"):
        tl.QInt8Tensor  # noqa: B018


def test_the_default_type():
    try:
        tl.set_default_tensor_type("torch.DoubleTensor")
        assert tl.Tensor([1]).dtype is tl.float64
    finally:
        tl.set_default_tensor_type(tl.FloatTensor)
    assert tl.zeros(1).dtype is tl.float32


def test_a_subclass_of_tensor_is_constructed_likewise():
    class Named(tl.Tensor):
        pass

    assert type(Named([1, 2])) is Named and Named(2, 3).shape == (2, 3)


def test_a_range_warns_of_its_end():
    with pytest.warns(UserWarning, match="range: its end is included"):
        tl.range(0, 1)


def test_in_a_compiled_function():
    f = tl.compile(lambda x: x + tl.FloatTensor([1, 2]) + x.new([1, 2]))
    assert f(tl.ones(2)).tolist() == f(tl.ones(2)).tolist() == [3.0, 5.0]


# ------------------------------------------------------------------ orders of arguments


FORMER_CALLS = [  # a call in the order of the first versions, the same by keyword, what is told
    (lambda x, m, v: tl.add(x, 2, m), lambda x, m, v: tl.add(x, m, alpha=2), "alpha=int 2"),
    (lambda x, m, v: x.sub(0.5, m), lambda x, m, v: x.sub(m, alpha=0.5), "alpha=float 0.5"),
    (lambda x, m, v: x.clone().add_(-3, m), lambda x, m, v: x - 3 * m, "alpha=int -3"),
    (lambda x, m, v: tl.addcmul(x, 2, m, m), lambda x, m, v: x + 2 * m * m, "value=int 2"),
    (lambda x, m, v: x.clone().addcdiv_(-2, x, m), lambda x, m, v: x - 2 * x / m, "value=int -2"),
    (lambda x, m, v: tl.addmm(2, x, 3, m, m), lambda x, m, v: 2 * x + 3 * m @ m, "beta=int 2"),
    (lambda x, m, v: x.clone().addmm_(1, -2, m, m), lambda x, m, v: x - 2 * m @ m, "alpha=int -2"),
    (lambda x, m, v: tl.addmm(2, x, m, m), lambda x, m, v: 2 * x + m @ m, "beta=int 2"),
    (lambda x, m, v: v.addmv(2, 3, m, v), lambda x, m, v: 2 * v + 3 * m @ v, "alpha=int 3"),
    (lambda x, m, v: x.addr(2, v, v), lambda x, m, v: 2 * x + tl.outer(v, v), "beta=int 2"),
    (lambda x, m, v: tl.addbmm(2, x, 3, m[None], m[None]), lambda x, m, v: 2 * x + 3 * m @ m,
     "alpha=int 3"),
    (lambda x, m, v: x[None].baddbmm(2, 3, m[None], m[None]),
     lambda x, m, v: (2 * x + 3 * m @ m)[None], "alpha=int 3"),
]  # fmt: skip


@pytest.mark.parametrize("former, today, told", FORMER_CALLS)
def test_numbers_amid_tensors_are_taken_with_a_warning(former, today, told):
    """Code of PyTorch 1.4 is full of `p.add_(-lr, grad)` and `d.addmm_(1, -2, a, b)`."""
    x, m, v = tl.rand(3, 3), tl.rand(3, 3) + 1, tl.rand(3)
    with pytest.warns(UserWarning, match=f"expected numbers by keyword; got.*try .*{told}"):
        found = former(x, m, v)
    assert tl.allclose(found, today(x, m, v))


def test_numbers_elsewhere_are_refused():
    x = tl.ones(2, 2)
    for call in (lambda: tl.add(x, x, 2), lambda: tl.add(2, x, x), lambda: tl.addcmul(x, x, 2, x),
                 lambda: x.add_(2, 3, x),
                 lambda: tl.addmm(2, x, x, x, beta=3)):  # fmt: skip
        with pytest.raises(TypeError, match=r"expected at most \d arguments by place"):
            call()


@pytest.mark.parametrize("needed", [False, True])
def test_a_subclass_over_the_memory_of_a_tensor(needed):
    """As manifolds and other parameters of libraries are made."""

    class Point(tl.Tensor):
        pass

    data = tl.ones(2)
    made = tl.Tensor._make_subclass(Point, data, needed)
    data.zero_()
    assert type(made) is Point and made.requires_grad is needed and made.tolist() == [0.0, 0.0]
    with pytest.raises(TypeError, match="Point: expected data to be a Tensor; got int"):
        tl.Tensor._make_subclass(Point, 1)
