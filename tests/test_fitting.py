"""Python numbers that a dtype cannot hold are refused, wherever they are given."""

import math
import re

import numpy as np
import pytest

import tensorlite as tl
from tensorlite.nn import functional as F

INF, NAN = float("inf"), float("nan")
MASK, INDEX = tl.tensor([True, False]), tl.tensor([0])


def setting(index):
    def call(x, number):
        x[index] = number
        return x

    return call


# each puts `number` among numbers of x's dtype
PUT = {
    "tensor": lambda x, n: tl.tensor([n], dtype=x.dtype),
    "tensor of one": lambda x, n: tl.tensor(n, dtype=x.dtype),
    "nested": lambda x, n: tl.tensor([[1, n], [0, 1]], dtype=x.dtype),
    "as_tensor": lambda x, n: tl.as_tensor([n], dtype=x.dtype),
    "asarray": lambda x, n: tl.asarray([n], dtype=x.dtype),
    "scalar_tensor": lambda x, n: tl.scalar_tensor(n, dtype=x.dtype),
    "new_tensor": lambda x, n: x.new_tensor([n]),
    "full": lambda x, n: tl.full((2,), n, dtype=x.dtype),
    "full_like": lambda x, n: tl.full_like(x, n),
    "new_full": lambda x, n: x.new_full((2,), n),
    "fill_": lambda x, n: x.fill_(n),
    "copy_": lambda x, n: x.copy_(n),
    "fill_diagonal_": lambda x, n: x.new_zeros(2, 2).fill_diagonal_(n),
    "item": setting(0),
    "slice": setting(slice(None)),
    "indices": setting(INDEX),
    "mask": setting(MASK),
    "list": lambda x, n: setting(slice(0, 1))(x, [n]),
    "masked_fill": lambda x, n: x.masked_fill(MASK, n),
    "masked_fill_": lambda x, n: x.masked_fill_(MASK, n),
    "index_fill": lambda x, n: x.index_fill(0, INDEX, n),
    "index_fill_": lambda x, n: x.index_fill_(0, INDEX, n),
    "scatter": lambda x, n: x.scatter(0, INDEX, n),
    "scatter_": lambda x, n: x.scatter_(0, INDEX, n),
    "scatter add": lambda x, n: x.scatter_(0, INDEX, n, reduce="add"),
    "pad": lambda x, n: F.pad(x, (1, 1), value=n),
    "add alpha": lambda x, n: x.index_add(0, INDEX, tl.ones(1, dtype=x.dtype), alpha=n),
}
BY_ONE = {  # what takes a 0-d tensor in place of a number
    name: lambda x, n, call=PUT[name]: call(x, tl.tensor(n))
    for name in ("full", "full_like", "new_full", "fill_", "fill_diagonal_", "item", "slice",
                 "indices", "mask", "masked_fill", "masked_fill_", "index_fill", "index_fill_",
                 "pad", "add alpha")
}  # fmt: skip
BY_ONE |= {
    "scatter value": lambda x, n: x.scatter(0, INDEX, value=tl.tensor(n)),
    "scatter_ value": lambda x, n: x.scatter_(0, INDEX, value=tl.tensor(n), reduce="add"),
    "threshold": lambda x, n: F.threshold(x, 1, tl.tensor(n)),
}
BESIDE = {  # whole numbers that ops take beside integers
    "clamp": lambda x, n: x.clamp(0, n),
    "clamp_": lambda x, n: x.clamp_(0, n),
    "clip": lambda x, n: tl.clip(x, max=n),
    "clamp_min": lambda x, n: x.clamp_min(n),
    "clamp_max": lambda x, n: tl.clamp_max(x, n),
    "clamp_min_": lambda x, n: x.clamp_min_(n),
    "clamp_max_": lambda x, n: x.clamp_max_(n),
    "hardtanh": lambda x, n: F.hardtanh(x, 0, n),
    "hardtanh_": lambda x, n: F.hardtanh_(x, 0, n),
    "add by one": lambda x, n: tl.add(x, 1, alpha=tl.tensor(n)),
    "addcmul by one": lambda x, n: x.addcmul(x, x, value=tl.tensor(n)),
    "where": lambda x, n: tl.where(MASK, x, n),
    "other where": lambda x, n: tl.where(MASK, n, x),
    "add": lambda x, n: tl.add(x, 1, alpha=n),
    "sub": lambda x, n: tl.sub(x, 1, alpha=n),
    "addcmul": lambda x, n: x.addcmul(x, x, value=n),
    "index_add": lambda x, n: x.index_add(0, INDEX, x[:1], alpha=n),
    "threshold": lambda x, n: F.threshold(x, 1, n),
    "pow": lambda x, n: x**n,
    "linspace": lambda x, n: tl.linspace(0, n, 3, dtype=x.dtype),
    "arange": lambda x, n: tl.arange(n - 2, n + 1, dtype=x.dtype),
}
OUTSIDE = [(tl.uint8, 300), (tl.uint8, 256), (tl.int8, 128), (tl.int32, 2**40)]
REFUSED = [
    *((name, *each) for name in PUT for each in [
        *OUTSIDE, (tl.uint8, -1), (tl.int8, -129), (tl.uint8, 300.5), (tl.int64, INF),
        (tl.int64, -INF), (tl.int64, NAN), (tl.int64, 1e30), (tl.int64, float(2**63)),
    ]),
    *((name, *each) for name in BESIDE for each in OUTSIDE),
    *((f"{name} by one", *each) for name in BY_ONE for each in [
        *OUTSIDE, (tl.uint8, -1), (tl.uint8, 256.5), (tl.int64, INF), (tl.int64, NAN),
        (tl.int64, float(2**63)),
    ]),
]  # fmt: skip


@pytest.mark.parametrize("name, dtype, number", REFUSED)
def test_what_does_not_fit_is_refused(name, dtype, number):
    x = tl.ones(2, dtype=dtype)
    text = f"cannot be converted to type {dtype.name} without overflow"
    with pytest.raises(RuntimeError, match=re.escape(text)):
        (PUT.get(name) or BESIDE.get(name) or BY_ONE[name.removesuffix(" by one")])(x, number)
    assert x.tolist() == [1, 1]


@pytest.mark.parametrize("name", BY_ONE)
def test_a_tensor_of_one_number_that_fits_is_taken(name):
    taken = [(tl.uint8, 255), (tl.uint8, 255.5), (tl.int64, -(2.0**63)), (tl.bool, 7)]
    for dtype, number in taken[: 3 if name == "threshold" else 4]:
        found = BY_ONE[name](tl.zeros(2, dtype=dtype), number)
        assert found.dtype is dtype
        assert (bool(number) if dtype is tl.bool else int(number)) in found.flatten().tolist()
    found = BY_ONE[name](tl.zeros(2), INF).flatten().tolist()
    assert INF in found


@pytest.mark.parametrize("name", ["masked_fill", "index_fill_", "mask", "fill_", "pad"])
def test_a_plan_refuses_it_too(name):
    step = tl.compile(lambda x, n: PUT[name](x.clone(), n))
    x = tl.ones(2, dtype=tl.uint8)
    assert 7 in step(x, tl.tensor(7)).tolist()
    with pytest.raises(RuntimeError, match="cannot be converted to type uint8 without overflow"):
        step(x, tl.tensor(300))


CHOICES = {
    **{name: BESIDE[name] for name in ("clamp", "clip", "clamp_min", "clamp_max_", "where",
                                       "hardtanh", "threshold", "add", "addcmul")},
    "lower bound": lambda x, n: x.clamp(min=-n),
    "index_add": lambda x, n: x.index_add(0, INDEX, x[:1], alpha=n),
    "lerp": lambda x, n: x.lerp(x, n),
    "leaky_relu_": lambda x, n: tl.nn.functional.leaky_relu_(x, n),
    "softplus": lambda x, n: tl.nn.functional.softplus(x, 1, n),
    **{name: getattr(tl.nn.functional, name)
       for name in ("leaky_relu", "elu", "celu", "hardshrink", "softshrink")},
}  # fmt: skip


@pytest.mark.parametrize("name", CHOICES)
def test_a_number_beside_floats_stays_finite(name):
    with pytest.raises(RuntimeError, match="to type float32 without overflow"):
        CHOICES[name](tl.ones(2), 1e300)
    CHOICES[name](tl.ones(2), INF)
    CHOICES[name](tl.ones(2, dtype=tl.float64), 1e300)


@pytest.mark.parametrize("name", ["add", "sub", "rsub"])
def test_a_fraction_of_integers_is_no_integer(name):
    with pytest.raises(RuntimeError, match="alpha must not be a floating point number"):
        getattr(tl, name)(tl.ones(2, dtype=tl.int64), tl.ones(2, dtype=tl.int64), alpha=0.5)
    found = getattr(tl, name)(tl.ones(2, dtype=tl.int64), tl.ones(2), alpha=0.5)
    assert found.dtype is tl.float32


def test_a_factor_is_taken_in_the_dtype_of_the_tensor():
    """The scaled source was float32 bits in a kernel of integers."""
    x = tl.ones(2, dtype=tl.int64)
    assert x.index_add(0, INDEX, x[:1], alpha=2.5).tolist() == [3, 1]
    assert x.index_add_(0, INDEX, x[:1], alpha=True).tolist() == [2, 1]


def test_a_source_of_another_dtype_or_size_is_refused():
    x = tl.ones(2, dtype=tl.int64)
    with pytest.raises(RuntimeError, match="source and destination dtypes match"):
        x.put_(INDEX, tl.tensor([2.5]))
    with pytest.raises(IndexError, match="as many elements of source as of index, 1"):
        x.put_(INDEX, tl.tensor([2, 3]))
    assert x.tolist() == [1, 1]


def test_integers_stay_integers():
    x = tl.tensor([-3, 0, 3])
    assert F.hardtanh(x).tolist() == [-1, 0, 1]
    assert F.hardtanh(x, 0.5, 2.5).dtype is tl.int64
    assert F.threshold(x, 0.5, 7.5).tolist() == [7, 7, 3]
    assert tl.logspace(0, 2, 3, dtype=tl.uint8).tolist() == [1, 10, 100]
    with pytest.raises(RuntimeError, match="logspace: value cannot be converted to type uint8"):
        tl.logspace(0, 3, 3, dtype=tl.uint8)


def test_numbers_between_complex_ends():
    for start, end in ((1, 1 + 2j), (tl.tensor(1), tl.tensor(1 + 2j))):
        between = tl.linspace(start, end, 3)
        assert (between.tolist(), between.dtype) == ([1, 1 + 1j, 1 + 2j], tl.complex64)
    turns = tl.logspace(0, 1j, 3, base=math.e, dtype=tl.complex128)
    assert tl.allclose(turns.angle(), tl.tensor([0, 0.5, 1], dtype=tl.float64))
    with pytest.raises(
        RuntimeError,
        match="linspace: expected a complex dtype, to which complex ends can be safely cast",
    ):
        tl.linspace(0, 1j, 3, dtype=tl.float32)


@pytest.mark.parametrize("dtype", [tl.uint8, tl.int8, tl.int32, tl.int64, tl.uint64, tl.bool])
@pytest.mark.parametrize("name", PUT)
def test_what_fits_is_taken(name, dtype):
    numbers = [True, 7.9]
    if dtype is not tl.bool:
        numbers += [tl.iinfo(dtype).max, tl.iinfo(dtype).min]
    if dtype is tl.uint64:
        numbers[2] = 2**63 - 1  # a number of Python is an int64
    for number in numbers:
        found = PUT[name](tl.zeros(2, dtype=dtype), number)
        assert found.dtype is dtype
        assert (bool(number) if dtype is tl.bool else int(number)) in found.flatten().tolist()


@pytest.mark.parametrize("name", PUT)
def test_infinities_are_floats(name):
    for number in (INF, -INF, NAN, 3e38):
        found = PUT[name](tl.zeros(2), number).flatten().tolist()
        assert any(np.isclose(each, number, equal_nan=True) for each in found)


@pytest.mark.parametrize("name", ["full", "fill_", "slice", "masked_fill", "pad"])
def test_a_finite_number_does_not_become_infinite(name):
    with pytest.raises(RuntimeError, match="to type float32 without overflow"):
        PUT[name](tl.zeros(2), 1e300)


def test_data_is_converted():
    """Arrays and tensors wrap, as a cast does; arithmetic goes on in the dtype of the tensor."""
    assert tl.tensor(np.array([300]), dtype=tl.uint8).tolist() == [44]
    assert tl.tensor([300]).to(tl.uint8).tolist() == [44]
    assert (tl.zeros(1, dtype=tl.uint8) + 300).tolist() == [44]
    assert tl.tensor([2**63], dtype=tl.uint64).tolist() == [2**63]
    assert tl.searchsorted(tl.tensor([1, 2, 3], dtype=tl.uint8), 300).item() == 3
    assert tl.searchsorted(tl.tensor([1, 2, 3]), 2.5).item() == 2


DIVISIONS = {
    "trunc": (lambda x, y: tl.div(x, y, rounding_mode="trunc"), "lowest"),
    "floor": (lambda x, y: tl.div(x, y, rounding_mode="floor"), "lowest"),
    "floor_divide": (tl.floor_divide, "lowest"),
    "//": (lambda x, y: x // y, "lowest"),
    "%": (lambda x, y: x % y, 0),
    "remainder": (tl.remainder, 0),
    "fmod": (tl.fmod, 0),
}


@pytest.mark.parametrize("dtype", [tl.int8, tl.int16, tl.int32, tl.int64])
@pytest.mark.parametrize("name", DIVISIONS)
def test_the_lowest_number_over_minus_one(name, dtype):
    function, expected = DIVISIONS[name]
    lowest = tl.iinfo(dtype).min
    x = tl.tensor([lowest] * 9 + [7], dtype=dtype)
    for y in (-1, tl.full((10,), -1, dtype=dtype), tl.tensor([-1], dtype=dtype)):
        found = function(x, y).tolist()
        assert found[:9] == [lowest if expected == "lowest" else 0] * 9
        assert found[9] == (-7 if expected == "lowest" else 0)


HUGE = {
    "addmm": lambda: tl.addmm(tl.ones(2, 2), tl.ones(2, 2), tl.ones(2, 2), alpha=1e300),
    "addmm_": lambda: tl.ones(2, 2).addmm_(tl.ones(2, 2), tl.ones(2, 2), beta=1e300),
    "addmv": lambda: tl.addmv(tl.ones(2), tl.ones(2, 2), tl.ones(2), alpha=1e300),
    "addbmm": lambda: tl.addbmm(tl.ones(2, 2), tl.ones(1, 2, 2), tl.ones(1, 2, 2), beta=1e300),
    "baddbmm": lambda: tl.baddbmm(*[tl.ones(1, 2, 2)] * 3, alpha=1e300),
    "scalar_tensor": lambda: tl.scalar_tensor(1e300),
    "histc": lambda: tl.histc(tl.ones(2), 4, 0, 1e300),
    "uniform_": lambda: tl.ones(2).uniform_(0, 1e300),
}


@pytest.mark.parametrize("name", HUGE)
def test_numbers_beyond_float32_are_refused(name):
    with pytest.raises(RuntimeError, match="cannot be converted to type float32 without overflow"):
        HUGE[name]()
    assert tl.addmm(*[tl.ones(2, 2)] * 3, alpha=float("inf")).isinf().all()
