"""`out=`: filled and returned where it fits, else refused before anything is written."""

import warnings

import pytest

import tensorlite as tl

X = tl.tensor([[3.0, 1.0], [2.0, 4.0]])
FLAT = X.reshape(-1)
FORMS = {
    "exp": lambda out: tl.exp(X, out=out),
    "add": lambda out: tl.add(X, X, out=out),
    "clamp": lambda out: tl.clamp(X, min=2, out=out),
    "matmul": lambda out: tl.matmul(X, X, out=out),
    "mm": lambda out: tl.mm(X, X, out=out),
    "addmm": lambda out: tl.addmm(X, X, X, out=out),
    "cat": lambda out: tl.cat([X, X], out=out),
    "stack": lambda out: tl.stack([X, X], out=out),
    "gather": lambda out: tl.gather(FLAT, 0, tl.tensor([2, 0]), out=out),
    "index_select": lambda out: tl.index_select(X, 0, tl.tensor([1]), out=out),
    "masked_select": lambda out: tl.masked_select(X, X > 1, out=out),
    "nonzero": lambda out: tl.nonzero(X > 1, out=out),
    "cumsum": lambda out: tl.cumsum(X, 0, out=out),
    "searchsorted": lambda out: tl.searchsorted(tl.tensor([1.0, 2.0]), FLAT, out=out),
    "sum": lambda out: tl.sum(X, 0, out=out),
    "nansum": lambda out: tl.nansum(X, 0, out=out),
    "mean": lambda out: tl.mean(X, 1, True, out=out),
    "nanmean": lambda out: tl.nanmean(X, out=out),
    "prod": lambda out: tl.prod(X, 0, out=out),
    "amax": lambda out: tl.amax(X, 0, out=out),
    "amin": lambda out: tl.amin(X, 0, out=out),
    "max of all": lambda out: tl.max(X, out=out),
    "max of two": lambda out: tl.max(X, X, out=out),
    "argmax": lambda out: tl.argmax(X, 0, out=out),
    "argmin": lambda out: tl.argmin(X, out=out),
    "all": lambda out: tl.all(X, 0, out=out),
    "any": lambda out: tl.any(X, out=out),
    "var": lambda out: tl.var(X, 0, out=out),
    "std": lambda out: tl.std(X, 0, out=out),
    "norm": lambda out: tl.norm(X, 2, 0, out=out),
    "logsumexp": lambda out: tl.logsumexp(X, 0, out=out),
    "diff": lambda out: tl.diff(X, out=out),
    "msort": lambda out: tl.msort(X, out=out),
    "softmax": lambda out: tl.softmax(X, 0, out=out),
    "tril": lambda out: tl.tril(X, out=out),
    "take": lambda out: tl.take(X, tl.tensor([2, 0]), out=out),
    "scatter": lambda out: tl.scatter(FLAT, 0, tl.tensor([2]), 5.0, out=out),
    "addmv": lambda out: tl.addmv(FLAT[:2], X, FLAT[:2], out=out),
    "kron": lambda out: tl.kron(X, X, out=out),
    "hstack": lambda out: tl.hstack([X, X], out=out),
    "quantile": lambda out: tl.quantile(X, 0.5, 0, out=out),
    "index_reduce": lambda out: tl.index_reduce(X, 0, tl.tensor([0]), X[:1], "prod", out=out),
    "zeros": lambda out: tl.zeros(3, out=out),
    "full": lambda out: tl.full((2,), 7.0, out=out),
    "arange": lambda out: tl.arange(4, out=out),
    "linspace": lambda out: tl.linspace(0, 1, 5, out=out),
    "logspace": lambda out: tl.logspace(0, 1, 5, out=out),
    "eye": lambda out: tl.eye(2, out=out),
}


@pytest.mark.parametrize("name", FORMS)
def test_out_is_filled_and_returned(name):
    expected = FORMS[name](None)
    out = tl.full_like(expected, 9)
    assert FORMS[name](out) is out
    assert tl.equal(out, expected)


@pytest.mark.parametrize("name", FORMS)
def test_out_takes_the_shape_of_the_result(name):
    """As in PyTorch: with its warning, or in silence where it has no elements."""
    expected = FORMS[name](None)
    out = tl.full((*expected.shape, 2), 9, dtype=expected.dtype)
    with pytest.warns(UserWarning, match="An output with one or more elements was resized"):
        assert FORMS[name](out) is out
    assert tl.equal(out, expected)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert tl.equal(FORMS[name](tl.empty(0, dtype=expected.dtype)), expected)


def test_an_out_that_is_an_operand_keeps_its_shape():
    x = tl.ones(3)
    with pytest.raises(RuntimeError, match=r"add: expected out of shape \[2, 3\]; got \[3\]"):
        tl.add(x, tl.ones(2, 3), out=x)
    assert x.tolist() == [1, 1, 1]


@pytest.mark.parametrize("name", FORMS)
def test_out_that_is_no_tensor_is_refused(name):
    with pytest.raises(TypeError, match="out to be a Tensor"):
        FORMS[name]([0.0])


@pytest.mark.parametrize(
    "call",
    [
        lambda out: tl.argmax(tl.ones(3), out=out), lambda out: tl.nonzero(tl.ones(3), out=out),
        lambda out: tl.searchsorted(tl.ones(3), 0.5, out=out),
        lambda out: tl.isin(tl.ones(3), 1.0, out=out),
        lambda out: tl.take(tl.ones(3, dtype=tl.float64), tl.tensor([1]), out=out),
        lambda out: tl.topk(tl.ones(3), 1, out=(tl.empty(0), out)),
        lambda out: tl.isposinf(tl.ones(3), out=out), lambda out: tl.signbit(tl.ones(3), out=out),
        lambda out: tl.all(tl.ones(3), out=out), lambda out: tl.any(tl.ones(3), 0, out=out),
        lambda out: tl.logcumsumexp(tl.ones(3, dtype=tl.float64), 0, out=out),
        lambda out: tl.sort(tl.ones(3, dtype=tl.float64), out=(out, tl.empty(0, dtype=tl.int64))),
        lambda out: tl.mode(tl.ones(3, dtype=tl.float64), out=(out, tl.empty(0, dtype=tl.int64))),
        lambda out: tl.cummax(tl.ones(3).double(), 0, out=(out, tl.empty(0, dtype=tl.int64))),
        lambda out: tl.histogram(tl.ones(3).double(), 2, out=(out, tl.empty(0, dtype=tl.float64))),
        lambda out: tl.float_power(tl.ones(3), 2, out=out),
        lambda out: tl.frexp(tl.ones(3, dtype=tl.float64), out=(out, tl.empty(0, dtype=tl.int32))),
    ],
)  # fmt: skip
def test_what_is_found_or_stands_somewhere_keeps_its_dtype(call):
    with pytest.raises(RuntimeError, match=r"Expected out tensor to have dtype .* got float32"):
        call(tl.empty(0))


@pytest.mark.parametrize(
    "call",
    [
        lambda **kw: tl.zeros(2, **kw), lambda **kw: tl.full((2,), 1.0, **kw),
        lambda **kw: tl.arange(2, **kw), lambda **kw: tl.linspace(0, 1, 2, **kw),
        lambda **kw: tl.eye(2, **kw), lambda **kw: tl.rand(2, **kw),
        lambda **kw: tl.randint(5, (2,), **kw), lambda **kw: tl.sum(tl.ones(2), 0, **kw),
        lambda **kw: tl.cumsum(tl.ones(2), 0, **kw), lambda **kw: tl.softmax(tl.ones(2), 0, **kw),
        lambda **kw: tl.linalg.norm(tl.ones(2, 2), **kw),
    ],
)  # fmt: skip
def test_a_dtype_beside_out_is_that_of_out(call):
    """The dtype was forgotten: sums of what was asked for in float64 had digits of float32."""
    out = tl.full((2,), 9.0)
    with pytest.raises(RuntimeError, match=r"dtype .*float64 to be that of out|have dtype float64"):
        call(dtype=tl.float64, out=out)
    assert (out == 9).all()
    wide = tl.empty(0, dtype=tl.float64)
    assert call(dtype=tl.float64, out=wide) is wide


def test_all_and_any_take_bool_and_bytes():
    flags = tl.ones(3, dtype=tl.uint8)
    for kind in (tl.bool, tl.uint8):
        out = tl.empty((), dtype=kind)
        assert tl.all(flags, 0, out=out) is out
        assert tl.any(flags, out=out).item() == 1


@pytest.mark.parametrize("name", ["matmul", "cat", "kron", "exp", "var"])
def test_out_of_integers_is_refused_for_floats(name):
    out = tl.full(FORMS[name](None).shape, 9, dtype=tl.int64)
    with pytest.raises(RuntimeError, match="can't be cast"):
        FORMS[name](out)
    assert (out == 9).all()


@pytest.mark.parametrize("name", ["exp", "matmul", "cat", "zeros"])
def test_out_that_requires_grad_is_refused(name):
    out = tl.ones_like(FORMS[name](None), requires_grad=True)
    with pytest.raises(RuntimeError, match=r"out=\.\.\. arguments don't support"):
        FORMS[name](out)


PAIRS = {
    "max": lambda **kw: tl.max(X, 0, **kw),
    "min": lambda **kw: tl.min(X, dim=1, keepdim=True, **kw),
    "aminmax": lambda **kw: tl.aminmax(X, dim=0, **kw),
    "median": lambda **kw: tl.median(X, 0, **kw),
    "mode": lambda **kw: tl.mode(X, 0, **kw),
    "kthvalue": lambda **kw: tl.kthvalue(X, 1, **kw),
    "cummax": lambda **kw: tl.cummax(X, 0, **kw),
    "sort": lambda **kw: tl.sort(X, 0, **kw),
}


@pytest.mark.parametrize("name", PAIRS)
def test_pairs_are_filled_together_or_not_at_all(name):
    first, second = PAIRS[name]()
    out = tl.full_like(first, 9), tl.full_like(second, 9)
    found = PAIRS[name](out=out)
    assert type(found) is type(PAIRS[name]())
    assert found[0] is out[0] and found[1] is out[1]
    assert tl.equal(out[0], first) and tl.equal(out[1], second)
    bad = tl.full_like(first, 9), tl.full(second.shape, 9, dtype=tl.bool)
    with pytest.raises(RuntimeError, match=r"Expected out tensor to have dtype|can't be cast"):
        PAIRS[name](out=bad)
    assert (bad[0] == 9).all()
    empty = tl.empty(0, dtype=first.dtype), tl.empty(0, dtype=second.dtype)
    PAIRS[name](out=empty)
    assert tl.equal(empty[0], first) and tl.equal(empty[1], second)
    with pytest.raises(TypeError, match="out to be 2 tensors"):
        PAIRS[name](out=out[0])


def test_pairs():
    values, indices = tl.zeros(2, 2), tl.zeros(2, 2, dtype=tl.int64)
    found = tl.sort(X, out=(values, indices))
    assert found.values is values
    assert found.indices is indices
    assert values.tolist() == [[1, 3], [2, 4]]
    top = tl.topk(X, 1, out=(tl.zeros(2, 1), tl.zeros(2, 1, dtype=tl.int64)))
    assert top.indices.tolist() == [[0], [1]]


def test_sums_add_up_in_the_dtype_of_out():
    x = tl.full((4099,), 0.1)
    x[0] = 1e8
    wide = x.double()
    for name in ("sum", "mean", "nansum", "nanmean", "prod"):
        function, out = getattr(tl, name), tl.zeros((), dtype=tl.float64)
        part = x[1:300] if name == "prod" else x
        assert function(part, out=out) is out
        assert abs(out - function(part.double())) <= 1e-12 * abs(out), name
        assert tl.sum(x, dtype=tl.float64) == wide.sum()
    for name in ("cumsum", "cumprod"):
        out = tl.zeros(4099, dtype=tl.float64)
        getattr(tl, name)(x / 1e8, 0, out=out)
        assert (out == getattr(tl, name)((x / 1e8).double(), 0)).all(), name


NARROW = {
    "add of bool": lambda **kw: tl.add(X > 1, X > 2, **kw),
    "mul": lambda **kw: tl.mul(X.byte() * 60, 5, **kw),
    "add": lambda **kw: tl.add(X.byte() + 200, X.byte() + 100, **kw),
    "sub": lambda **kw: tl.sub(X.byte(), 100, **kw),
    "add, alpha": lambda **kw: tl.add(X.byte(), X.byte(), alpha=200, **kw),
    "neg": lambda **kw: tl.neg(X.byte(), **kw),
    "square": lambda **kw: tl.square(X.byte() + 100, **kw),
    "pow": lambda **kw: tl.pow(X.to(tl.int8) + 9, 3, **kw),
    "bitwise_left_shift": lambda **kw: tl.bitwise_left_shift(X.byte() + 7, 6, **kw),
    "bitwise_not": lambda **kw: tl.bitwise_not(X.byte(), **kw),
    "addcmul": lambda **kw: tl.addcmul(X.byte(), X.byte() * 50, X.byte() * 50, **kw),
    "int32": lambda **kw: tl.mul(X.int() << 29, X.int(), **kw),
}


@pytest.mark.parametrize("dtype", [tl.int16, tl.int64, tl.float32, tl.float64])
@pytest.mark.parametrize("name", NARROW)
def test_the_result_wraps_in_its_own_dtype_before_it_is_cast(name, dtype):
    expected = NARROW[name]()
    out = tl.zeros(expected.shape, dtype=dtype)
    assert NARROW[name](out=out) is out
    assert tl.equal(out, expected.to(dtype))


@pytest.mark.parametrize("dtype", [tl.uint8, tl.int32, tl.int64])
def test_predicates_into_integers(dtype):
    x, out = tl.tensor([1.0, 2.0, float("nan")], dtype=tl.float64), tl.zeros(3, dtype=dtype)
    assert tl.eq(x, x, out=out).tolist() == [1, 1, 0]
    assert out.ge_(0.5).tolist() == [1, 1, 0]


def test_random_numbers_into_out_are_checked():
    mean = tl.zeros(3)
    for call in (
        lambda out: tl.normal(mean, 1.0, out=out),
        lambda out: tl.bernoulli(mean, out=out),
        lambda out: tl.randperm(3, out=out),
        lambda out: tl.randint(9, (3,), out=out),
    ):
        with pytest.warns(UserWarning, match=r"shape \[2\], .* output shape \[3\]"):
            assert call(tl.zeros(2)).shape == (3,)
    with pytest.raises(RuntimeError, match="normal: result type float32 can't be cast"):
        tl.normal(mean, 1.0, out=tl.zeros(3, dtype=tl.int64))
    assert tl.bernoulli(mean + 1, out=tl.zeros(3, dtype=tl.int64)).tolist() == [1, 1, 1]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("sum", [2, 3]),
        ("prod", [1, 2]),
        ("cumsum", [[1, 1], [2, 3]]),
        ("cumprod", [[1, 1], [1, 2]]),
    ],
)
@pytest.mark.parametrize("dtype", [tl.int64, tl.int32, tl.uint8])
def test_floats_are_folded_as_the_integers_of_out(name, right, dtype):
    x, function = tl.tensor([[1.5, 1.5], [1.5, 2.5]]), getattr(tl, name)
    out = tl.zeros(function(x, 0).shape, dtype=dtype)
    assert function(x, 0, out=out) is out and out.tolist() == right


def test_out_holds_what_needs_no_rounding():
    out = tl.zeros(2, dtype=tl.int64)
    assert tl.round(tl.tensor([3, 4]), out=out) is out and out.tolist() == [3, 4]


def test_a_range_of_integers_has_integer_ends_and_steps():
    assert tl.arange(0, 4, 1.5, dtype=tl.int64).tolist() == [0, 1, 2, 3]
    assert tl.arange(0.9, 3.9, out=tl.empty(0, dtype=tl.int32)).tolist() == [0, 1, 2]
    with pytest.raises(RuntimeError, match="arange: expected step to be nonzero; got 0"):
        tl.arange(0, 64, 0.5, out=tl.empty(0, dtype=tl.int64))


NUMBERED = {
    "arange": lambda out: tl.arange(1, 5, out=out),
    "linspace": lambda out: tl.linspace(1, 4, 4, out=out),
    "logspace": lambda out: tl.logspace(0, 3, 4, base=2, out=out),
    "range": lambda out: tl.range(1, 4, out=out),
}


@pytest.mark.filterwarnings("ignore:range", "ignore:An output with")
@pytest.mark.parametrize("name", NUMBERED)
def test_numbers_fill_an_out_of_as_many_elements_in_its_shape(name):
    """They once went to its first places in memory, some of which were not its own."""
    middle = [1, 2, 4, 8] if name == "logspace" else [1, 2, 3, 4]
    memory = tl.zeros(2, 3)
    out = memory[:, 1:]
    assert NUMBERED[name](out) is out and out.tolist() == [middle[:2], middle[2:]]
    assert memory[:, 0].tolist() == [0, 0]
    out = tl.zeros(3)
    assert NUMBERED[name](out).shape == (4,) and out.tolist() == middle
