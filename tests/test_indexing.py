"""Indexing ops: against NumPy where it has them, against PyTorch where installed."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tensorlite as tl
from tensorlite.nn import functional as F

X = np.random.default_rng(0).standard_normal((3, 4, 5))
V = np.random.default_rng(1).standard_normal((3, 4, 5))
PLACES = np.argsort(V, 1)[:2, :3, :4]
MASK = X > 0

READS = {
    "vector": lambda T, x: x[T.tensor([0, 2, -1])],
    "second dim": lambda T, x: x[:, T.tensor([0, 2, -1])],
    "last dim": lambda T, x: x[..., T.tensor([[0, 2], [1, -5]])],
    "two, apart": lambda T, x: x[T.tensor([0, 2]), :, T.tensor([[1], [0]])],
    "two, neighbours": lambda T, x: x[:, T.tensor([0, 2]), T.tensor([[1], [-1]])],
    "all": lambda T, x: x[T.tensor([0, 2]), T.tensor([1, 1]), T.tensor([-1, 0])],
    "with None and slice": lambda T, x: x[:, None, T.tensor([0, 2]), 1:3],
    "with an integer": lambda T, x: x[0, :, T.tensor([0, 2])],
    "of a view": lambda T, x: x[1:, ::2][..., T.tensor([0, 0])],
    "of a transpose": lambda T, x: x.mT[T.tensor([0, 2])],
    "lists": lambda T, x: x[[0, 2], [1, 1]],
    "empty list": lambda T, x: x[[]],
    "NumPy": lambda T, x: x[np.array([0, 2])],
    "int32": lambda T, x: x[T.tensor([0, 2], dtype=T.int32)],
    "leading mask": lambda T, x: x[x.detach()[:, :, 0] > 0],
    "full mask": lambda T, x: x[x.detach() > 0],
    "trailing mask": lambda T, x: x[:, x.detach()[0] > 0],
    "mask and integers": lambda T, x: x[x.detach()[:, 0, 0] > -9, T.tensor([0, 1, 3])],
    "list of bool": lambda T, x: x[[True, False, True]],
    "True": lambda T, x: x[True],
    "False": lambda T, x: x[False],
    "0-d mask": lambda T, x: x[T.tensor(True)],
    "gather": lambda T, x: x.gather(1, T.tensor(PLACES)),
    "index_select": lambda T, x: x.index_select(-1, T.tensor([3, 3, 0])),
    "take": lambda T, x: x.take(T.tensor([[3, -1], [7, 7]])),
    "take_along_dim": lambda T, x: x.take_along_dim(T.tensor(PLACES[:1, :, :1]), 1),
    "masked_select": lambda T, x: x.masked_select(T.tensor(MASK[0])),
    "repeat_interleave": lambda T, x: x.repeat_interleave(2, 1),
    "repeat_interleave, counts": lambda T, x: x.repeat_interleave(T.tensor([0, 3, 1]), 0),
    "repeat_interleave, flat": lambda T, x: x.repeat_interleave(2),
}


def _set(place):
    def write(T, x, v):
        x[place(T)] = v[place(T)] * 2

    return write


def _put(T, x, v):
    x.index_put_((T.tensor([0, 0, 2]), T.tensor([1, 1, 3])), v[0, :3], accumulate=True)


def _through_view(T, x, v):
    x[0][T.tensor([2, 0])] = v[0, :2]


def _scalar(T, x, v):
    x[:, T.tensor([1, 3])] = v[0, 0, 0]


def _number(T, x, v):
    x[x.detach() > 0] = 3.0


def _broadcast(T, x, v):
    x[T.tensor([1, 2]), 1:3] = v[:1, :1]


WRITES = {
    "vector": _set(lambda T: T.tensor([2, 0, 1])),
    "two": _set(lambda T: (slice(None), T.tensor([2, 0]), T.tensor([1, 4]))),
    "mask": _set(lambda T: T.tensor(MASK)),
    "leading mask": _set(lambda T: T.tensor(MASK[:, :, 0])),
    "through a view": _through_view,
    "a 0-d tensor": _scalar,
    "a number by mask": _number,
    "broadcast": _broadcast,
    "index_put_ accumulate": _put,
    "index_add_": lambda T, x, v: x.index_add_(1, T.tensor([0, 2, 2]), v[:, :3], alpha=2),
    "index_copy_": lambda T, x, v: x.index_copy_(2, T.tensor([3, 1]), v[:, :, :2]),
    "index_fill_": lambda T, x, v: x.index_fill_(0, T.tensor([2]), -1.0),
    "scatter_": lambda T, x, v: x.scatter_(1, T.tensor(PLACES), v[:2, :3, :4]),
    "scatter_ value": lambda T, x, v: x.scatter_(1, T.tensor(PLACES), 7.0),
    "scatter_add_": lambda T, x, v: x.scatter_add_(0, T.tensor(PLACES % 3), v[:2, :3, :4]),
    "masked_scatter_": lambda T, x, v: x.masked_scatter_(T.tensor(MASK), v),
    "masked_scatter_ of a transpose": lambda T, x, v: x.mT.masked_scatter_(T.tensor(MASK).mT, v),
    "masked_fill_": lambda T, x, v: x.masked_fill_(T.tensor(MASK[0]), 2.5),
    "put_": lambda T, x, v: x.put_(T.tensor([4, -2]), v[0, 0, :2]),
}


def torch():
    return pytest.importorskip("torch")


def compare(T, function, *arrays):
    """Values and gradients of a function in both libraries."""
    results = []
    for library in (T, tl):
        tensors = [library.tensor(a, requires_grad=True) for a in arrays]
        out = function(library, *tensors)
        weights = library.tensor(np.random.default_rng(2).standard_normal(tuple(out.shape)))
        if out.requires_grad:
            (out * weights).sum().backward()
        grads = [np.zeros(1) if t.grad is None else t.grad.numpy() for t in tensors]
        results.append([out.detach().numpy(), *grads])
    for theirs, ours in zip(*results, strict=True):
        assert theirs.dtype == ours.dtype
        np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=1e-12)


@pytest.mark.torch
@pytest.mark.parametrize("name", READS)
@pytest.mark.filterwarnings("ignore")
def test_reads_as_torch(name):
    compare(torch(), READS[name], X)


def _written(function):
    def result(T, x, v):
        y = x * 1.0
        function(T, y, v)
        return y

    return result


@pytest.mark.torch
@pytest.mark.parametrize("name", WRITES)
def test_writes_as_torch(name):
    compare(torch(), _written(WRITES[name]), X, V)


@pytest.mark.torch
@pytest.mark.parametrize("reduce", ["sum", "prod", "mean", "amax", "amin"])
@pytest.mark.parametrize("include_self", [True, False])
@pytest.mark.parametrize("zeros", [False, True])
def test_scatter_reduce_as_torch(reduce, include_self, zeros):
    x, v = X.copy(), V[:2, :3, :4].copy()
    if zeros:
        if reduce in ("prod", "amax", "amin") and not include_self:
            return  # PyTorch divides by zero there, or counts a left-out 0 among equal extremes
        x[0, 0], v[:, 1] = 0, 0

    def function(T, x, v):
        index = T.tensor(PLACES % 2)
        return x.scatter_reduce(1, index, v, reduce, include_self=include_self)

    compare(torch(), function, x, v)


@pytest.mark.torch
@pytest.mark.parametrize("x, index, source", [
    (3, [0], [5]), ([3], [0], 5), (3, 0, [5]), (3, 0, 5), (3, [0, 0], [5, 6]), ([3, 4], 1, 5),
    ([3, 4], [0, 1], 5), (3, [0, 0], 5), (3, [1], [5]), (3, [0], [[5]]), ([3, 4], [0], [5, 6]),
])  # fmt: skip
def test_a_number_and_a_vector_of_one_are_set_alike(x, index, source):
    def result(T):
        try:
            return T.tensor(x).index_copy(0, T.tensor(index), T.tensor(source)).tolist()
        except (IndexError, RuntimeError):
            return "refused"

    assert result(tl) == result(torch())


@pytest.mark.torch
@pytest.mark.parametrize("reduce", ["sum", "prod", "mean"])
@pytest.mark.parametrize("include_self", [True, False])
def test_scatter_reduce_of_complex_numbers(reduce, include_self):
    """Their products and means were refused; the gradients of products were not conjugated."""
    x, v = X[0, 0] + 1j * X[0, 1], V[0, 0] - 1j * V[0, 1]

    def function(T, x, v):
        index = T.tensor(np.arange(len(V[0, 0])) % 3)
        return x.scatter_reduce(0, index, v, reduce, include_self=include_self)

    want = function(torch(), *(torch().tensor(each) for each in (x, v)))
    np.testing.assert_allclose(
        function(tl, *(tl.tensor(each) for each in (x, v))).numpy(), want.numpy(), rtol=1e-6
    )
    leaves = [tl.tensor(each, dtype=tl.complex128, requires_grad=True) for each in (x, v)]
    assert tl.autograd.gradcheck(lambda x, v: function(tl, x, v), leaves)


@pytest.mark.torch
@pytest.mark.parametrize("reduce", ["sum", "prod", "amax", "amin"])
@pytest.mark.parametrize("include_self", [True, False])
def test_scatter_reduce_of_bool_as_torch(reduce, include_self):
    def function(T, x):
        index, v = T.tensor([0, 0, 1, 1, 2]), T.tensor([True, False, True, True, False])
        return T.tensor(x).scatter_reduce(0, index, v, reduce, include_self=include_self).tolist()

    for x in ([True] * 4, [False] * 4):
        assert function(tl, x) == function(torch(), x)


@pytest.mark.torch
def test_index_fill_passes_the_gradient_of_each_place_on_once():
    compare(torch(), lambda T, x, v: x.index_fill(0, T.tensor([1, 0, 1]), v), X, np.array(2.0))


@pytest.mark.torch
def test_places_as_torch():
    T = torch()
    for array in (MASK, X[:, :, 0], np.array(3.0), np.zeros((0, 3)), np.zeros((2, 2), bool)):
        theirs, ours = T.tensor(array), tl.tensor(array)
        np.testing.assert_array_equal(ours.nonzero().numpy(), theirs.nonzero().numpy())
        if array.ndim:
            for a, b in zip(
                ours.nonzero(as_tuple=True), theirs.nonzero(as_tuple=True), strict=True
            ):
                np.testing.assert_array_equal(a.numpy(), b.numpy())
    for name in ("tril_indices", "triu_indices"):
        for arguments in ((3, 3), (3, 4, 1), (4, 2, -1)):
            ours, theirs = (getattr(library, name)(*arguments).numpy() for library in (tl, T))
            np.testing.assert_array_equal(ours, theirs)


# ------------------------------------------------------------------ NumPy as the oracle


@st.composite
def fancy(draw):
    """A shape, and an index of slices, None and one to three integer arrays, side by side."""
    shape = tuple(draw(st.lists(st.integers(1, 4), min_size=1, max_size=4)))
    count = draw(st.integers(1, min(3, len(shape))))
    first = draw(st.integers(0, len(shape) - count))
    rng = np.random.default_rng(draw(st.integers(0, 99)))
    common = tuple(draw(st.lists(st.integers(0, 3), max_size=2)))
    items = []
    for dim, extent in enumerate(shape):
        if first <= dim < first + count:
            own = common if draw(st.booleans()) else tuple(1 for _ in common)
            items.append(rng.integers(-extent, extent, own))
        else:
            start, stop = draw(st.integers(-5, 5)), draw(st.integers(-5, 5))
            items.append(slice(start, stop, draw(st.sampled_from([None, 1, 2, -1, -2]))))
    keep = draw(st.integers(first + count, len(shape)))
    return shape, tuple(items[:keep])


@settings(max_examples=300, deadline=None)
@given(fancy())
def test_reads_and_writes_as_numpy(case):
    shape, items = case
    arrays = [i for i in items if isinstance(i, np.ndarray)]
    x = np.random.default_rng(0).standard_normal(shape)
    if all(a.ndim == 0 for a in arrays):
        return  # NumPy and PyTorch read 0-d arrays as integers
    ours = tuple(tl.tensor(i) if isinstance(i, np.ndarray) else i for i in items)
    expected = x[items]
    np.testing.assert_array_equal(tl.tensor(x)[ours].numpy(), expected)
    new = np.random.default_rng(1).standard_normal(expected.shape)
    written = tl.tensor(x)
    written[ours] = tl.tensor(new)
    x[items] = new
    np.testing.assert_array_equal(written.numpy(), x)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 4), min_size=1, max_size=3), st.integers(0, 99))
def test_masks_as_numpy(shape, seed):
    rng = np.random.default_rng(seed)
    x = rng.standard_normal((*shape, 2))
    for mask in (rng.random(shape) < 0.5, rng.random((*shape, 2)) < 0.5):
        np.testing.assert_array_equal(tl.tensor(x)[tl.tensor(mask)].numpy(), x[mask])
        written, expected = tl.tensor(x), x.copy()
        written[tl.tensor(mask)] = 9.0
        expected[mask] = 9.0
        np.testing.assert_array_equal(written.numpy(), expected)


@pytest.mark.parametrize("dtype", ["bool", "int8", "uint8", "int16", "int64", "float32"])
def test_every_dtype(dtype):
    x = (np.arange(24) % 7).reshape(4, 6).astype(dtype)
    t, i = tl.tensor(x), tl.tensor([3, 0, 3])
    np.testing.assert_array_equal(t[i].numpy(), x[[3, 0, 3]])
    np.testing.assert_array_equal(t[:, i].numpy(), x[:, [3, 0, 3]])
    t[i] = t[i][:1]
    expected = x.copy()
    expected[[3, 0, 3]] = x[3]
    np.testing.assert_array_equal(t.numpy(), expected)


def test_the_last_of_several_stays_and_sums_are_in_order():
    x = tl.zeros(3)
    x[tl.tensor([1, 1, 1])] = tl.tensor([1.0, 2.0, 3.0])
    assert x.tolist() == [0, 3, 0]
    big = tl.zeros(1).index_add(0, tl.tensor([0, 0, 0]), tl.tensor([1e8, 1.0, -1e8]))
    assert big.tolist() == [0]


def test_gradients_accumulate_at_repeated_places():
    x = tl.ones(3, requires_grad=True)
    x[tl.tensor([1, 1, 2])].sum().backward()
    assert x.grad.tolist() == [0, 2, 1]


def test_second_derivatives():
    x = tl.tensor(X, requires_grad=True)
    index, places = tl.tensor([0, 2, 2]), tl.tensor(PLACES)
    for f in (
        lambda x: (x[index] ** 3).sum(),
        lambda x: (x.gather(1, places) ** 3).sum(),
        lambda x: (x[tl.tensor(MASK)] ** 3).sum(),
        lambda x: (x.scatter_reduce(1, places, x[:2, :3, :4], "prod") ** 2).sum(),
        lambda x: ((x * 1).index_put((index, index), x[0, :3] ** 2, True) ** 2).sum(),
    ):
        (g,) = tl.autograd.grad(f(x), x, create_graph=True)
        (h,) = tl.autograd.grad((g * g).sum(), x)
        direction = tl.tensor(V)
        ends = []
        for sign in (1, -1):
            y = (x.detach() + sign * 1e-5 * direction).requires_grad_()
            (gy,) = tl.autograd.grad(f(y), y)
            ends.append(float((gy * gy).sum()))
        slope = (ends[0] - ends[1]) / 2e-5
        assert abs(slope - float((h * direction).sum())) < 1e-4 * max(1, abs(slope))


def test_a_saved_index_that_was_changed_is_refused():
    x, index = tl.ones(3, requires_grad=True), tl.tensor([0, 1])
    y = x[index].sum()
    index += 1
    with pytest.raises(RuntimeError, match="modified by an inplace operation"):
        y.backward()


def test_writing_a_leaf_is_refused_and_nothing_is_written():
    x = tl.ones(3, requires_grad=True)
    with pytest.raises(RuntimeError, match="leaf"):
        x[tl.tensor([0])] = 5.0
    assert x.tolist() == [1, 1, 1]


ERRORS = {
    "out of range": (
        lambda x: x[tl.tensor([0, 7])],
        IndexError,
        r"index 7 is out of bounds for dimension 0 with size 3; expected -3 to 2; .* at \[1\]",
    ),
    "below range": (lambda x: x[:, tl.tensor([-5])], IndexError, "index -5 .* dimension 1"),
    "large index": (
        lambda x: x[tl.cat([tl.zeros(50_000).long(), tl.tensor([3])])],
        IndexError,
        r"index 3 .* at \[50000\]",
    ),
    "float index": (lambda x: x[tl.tensor([1.0])], IndexError, "must be long, int, byte or bool"),
    "mask shape": (lambda x: x[tl.tensor([True])], IndexError, r"mask \[1\] .* does not match"),
    "too many": (lambda x: x[[0], [0], [0], [0]], IndexError, "too many indices"),
    "no index": (lambda x: x["a"], IndexError, "valid indices .got str"),
    "indices do not meet": (lambda x: x[[0, 1], [0, 1, 2]], IndexError, r"\[2\], \[3\]"),
    "gather range": (lambda x: x.gather(0, tl.tensor([[[9]]])), RuntimeError, "index 9"),
    "gather negative": (lambda x: x.gather(0, tl.tensor([[[-1]]])), RuntimeError, "index -1"),
    "gather dims": (lambda x: x.gather(0, tl.tensor([0])), RuntimeError, "number of dimensions"),
    "gather size": (
        lambda x: x.gather(0, tl.zeros(1, 9, 1).long()), RuntimeError, "at dimension 1"
    ),
    "index_select dims": (
        lambda x: x.index_select(0, tl.tensor([[0]])), IndexError, "supposed to be a vector"
    ),
    "scatter dtype": (
        lambda x: x.scatter(0, tl.tensor([[[0]]]), tl.tensor([[[0]]])),
        RuntimeError,
        "Expected self.dtype to be equal to src.dtype",
    ),
    "index_add shape": (
        lambda x: x.index_add(0, tl.tensor([0]), tl.tensor(X)), RuntimeError, "shape"
    ),
    "masked_scatter": (
        lambda x: x.masked_scatter(x > -99, tl.tensor(X[0])), RuntimeError, "at least 60"
    ),
    "masked_select": (lambda x: x.masked_select(x), RuntimeError, "bool tensor"),
    "repeat": (lambda x: x.repeat_interleave(-1), RuntimeError, "repeats"),
    "take dtype": (lambda x: x.take(tl.tensor([0], dtype=tl.int32)), RuntimeError, "int64"),
}  # fmt: skip


@pytest.mark.parametrize("name", ERRORS)
def test_errors(name):
    call, error, text = ERRORS[name]
    with pytest.raises(error, match=text):
        call(tl.tensor(X))


@pytest.mark.parametrize(
    "write",
    [
        lambda x: x.__setitem__(tl.tensor([0, 1]), tl.zeros(7, dtype=tl.float64)),
        lambda x: x.__setitem__(tl.tensor([0, 9]), 0.0),
        lambda x: x.index_add_(0, tl.tensor([0, 5]), tl.tensor(X[:2])),
        lambda x: x.scatter_(0, tl.tensor([[[0, 4]]]), 1.0),
        lambda x: x.index_put_((tl.tensor([0]),), tl.ones(1)),
    ],
)
def test_nothing_is_written_on_error(write):
    x = tl.tensor(X)
    with pytest.raises((IndexError, RuntimeError)):
        write(x)
    np.testing.assert_array_equal(x.numpy(), X)


@pytest.mark.parametrize("threads", [1, 2])
def test_threads(threads):
    before = tl.get_num_threads()
    try:
        tl.set_num_threads(threads)
        x = tl.tensor(np.random.default_rng(0).standard_normal((5000, 64)).astype("f4"))
        index = tl.tensor(np.random.default_rng(1).integers(0, 5000, 20_000))
        out = tl.zeros_like(x).index_add(0, index, x[index])
        expected = np.zeros((5000, 64), "f4")
        np.add.at(expected, index.numpy(), x.numpy()[index.numpy()])
        np.testing.assert_array_equal(out.numpy(), expected)
    finally:
        tl.set_num_threads(before)


@pytest.mark.parametrize(
    "read, values",
    [
        (lambda x: x[..., ...], [[0, 1], [2, 3]]),
        (lambda x: x[..., 0, ...], [0, 2]),
        (lambda x: x[0, ..., ...], [0, 1]),
        (lambda x: x[..., tl.tensor([0]), ...], [[0], [2]]),
        (lambda x: x[tl.tensor([1, 0], dtype=tl.uint8)], [[0, 1]]),
        (lambda x: x[np.array([0, 1], dtype=np.uint8)], [[2, 3]]),
        (lambda x: x[np.array([1], dtype=np.int8)], [[2, 3]]),
        (lambda x: x[tl.tensor(1, dtype=tl.int8)], [2, 3]),
        (lambda x: x[tl.tensor(1, dtype=tl.uint8)], [[[0, 1], [2, 3]]]),
        (lambda x: x[[[0, 1], [1, 1]]], [1, 3]),
        (lambda x: x[[tl.tensor([0, 1]), range(2)]], [0, 3]),
        (lambda x: x[[tl.tensor(1), 0]], 2),
        (lambda x: x[[slice(1, 2), [1, 0]]], [[3, 2]]),
        (lambda x: x[[None, 0]], [[0, 1]]),
        (lambda x: x[[1, 0]], [[2, 3], [0, 1]]),
        (lambda x: x[[True, False]], [[0, 1]]),
        (lambda x: x.index_fill(0, tl.tensor([0]), 9)[([[0, 1], [1, 0]],)][0, 0], [9, 9]),
    ],
)
@pytest.mark.filterwarnings("ignore:index. uint8 counts as a mask", "ignore:Using a non-tuple")
def test_odd_indices_that_pytorch_takes(read, values):
    """Several `...` were refused; uint8 counted as indices, where PyTorch reads a mask."""
    assert read(tl.arange(4).reshape(2, 2)).tolist() == values


def test_a_list_of_lists_is_told_to_count_as_a_tuple():
    """Such a list was the index of the first dim: values other than PyTorch's, and other places."""
    x = tl.zeros(2, 2)
    with pytest.warns(UserWarning, match=r"use x\[tuple\(seq\)\]"):
        x[[[0, 1], [1, 1]]] = 1
    assert x.tolist() == [[0, 1], [0, 1]]


@pytest.mark.parametrize(
    "read, text",
    [
        (lambda x: x[..., ..., 0], "got several"),
        (lambda x: x[..., 1, ..., tl.tensor([0])], "got several"),
        (lambda x: x[tl.tensor([1, 0], dtype=tl.int8)], "must be long, int, byte or bool"),
        (lambda x: x[0, tl.tensor([1, 0], dtype=tl.int16)], "must be long, int, byte or bool"),
    ],
)
def test_odd_indices_that_pytorch_refuses(read, text):
    with pytest.raises(IndexError, match=text):
        read(tl.zeros(2, 2, 2))


def test_a_mask_of_uint8_is_written_through_and_warned_of():
    x = tl.zeros(2, 2)
    with pytest.warns(UserWarning, match="uint8 counts as a mask"):
        x[tl.tensor([0, 1], dtype=tl.uint8)] = 1
    assert x.tolist() == [[0.0, 0.0], [1.0, 1.0]]


def test_a_mask_of_uint8_is_a_mask_to_index_put():
    """It was read as the numbers 0 and 1, so that other rows were written."""
    x, mask = tl.zeros(3, 2), tl.tensor([1, 0, 1], dtype=tl.uint8)
    with pytest.warns(UserWarning, match="uint8 counts as a mask") as caught:
        added = x.index_put((mask,), tl.ones(2, 2), accumulate=True)
    assert caught[0].filename == __file__
    assert added.tolist() == [[1, 1], [0, 0], [1, 1]]
    with pytest.raises(RuntimeError, match="index_put: expected at least one index"):
        x.index_put([], tl.zeros(1))


WITH_AN_INDEX = {  # the dtypes that each takes, and the error for others
    "index_select": (lambda x, i: x.index_select(0, i), "index_select", True, RuntimeError),
    "index_add": (lambda x, i: x.index_add(0, i, x[:1]), "index_add", True, RuntimeError),
    "index_copy_": (lambda x, i: x.index_copy_(0, i, x[:1]), "index_copy_", False, RuntimeError),
    "index_fill": (lambda x, i: x.index_fill(0, i, 1), "index_fill", False, IndexError),
    "index_reduce": (lambda x, i: x.index_reduce(0, i, x[:1], "prod"), "index_reduce", True,
                     RuntimeError),
    "gather": (lambda x, i: x.gather(0, i[:, None]), "gather", True, RuntimeError),
    "scatter_add": (lambda x, i: x.scatter_add(0, i[:, None], x), "scatter_add", True,
                    RuntimeError),
    "take": (lambda x, i: x.take(i), "take", False, RuntimeError),
    "put_": (lambda x, i: x.put_(i, x[0, :1]), "put_", False, RuntimeError),
    "take_along_dim": (lambda x, i: x.take_along_dim(i[:, None], 0), "take_along_dim", False,
                       RuntimeError),
}  # fmt: skip


@pytest.mark.parametrize("name", WITH_AN_INDEX)
def test_the_dtype_of_an_index(name):
    """bool and uint8 might be masks, and were read as numbers; the classes are PyTorch's."""
    call, op, takes_int32, error = WITH_AN_INDEX[name]
    for dtype in (tl.uint8, tl.int16, tl.bool, tl.float32, tl.int32, tl.int64):
        x, index = tl.ones(2, 3), tl.zeros(1, dtype=dtype)
        if dtype is tl.int64 or (dtype is tl.int32 and takes_int32):
            call(x, index)
            continue
        with pytest.raises(error, match=rf"{op}\(\): Expected dtype .*int64 for index; got"):
            call(x, index)


@pytest.mark.parametrize("n", [1, 30_000])
@pytest.mark.parametrize(
    "call",
    [
        *(call for name, (call, *_) in WITH_AN_INDEX.items() if name != "scatter_add"),
        lambda x, i: x.scatter_add(0, i[:, None], tl.ones(len(i), 1)),
        lambda x, i: x[i],
        lambda x, i: x.index_put((i,), tl.tensor(1.0)),
        lambda x, i: x.scatter(0, i[:, None], 1.0),
        lambda x, i: F.embedding(i, x),
        lambda x, i: F.embedding_bag(i[None], x),
        lambda x, i: F.nll_loss(tl.zeros(len(i), 0), i),
        lambda x, i: F.cross_entropy(tl.zeros(len(i), 0), i),
    ],
)
def test_no_index_lies_in_an_empty_dim(call, n):
    """0 passed, and what lay behind the memory of the tensor was read and written."""
    x, index = tl.zeros(0, 3), tl.zeros(n, dtype=tl.int64)
    with pytest.raises((IndexError, RuntimeError), match=r"(index|Target) 0 is out of bounds"):
        call(x, index)


@pytest.mark.parametrize("mode", ["sum", "mean", "max"])
def test_empty_bags_have_gradients_of_zero(mode):
    """The largest of none was a constant, from which there was no way back."""
    table = tl.ones(5, 2, requires_grad=True)
    nothing, starts = tl.zeros(0, dtype=tl.int64), tl.zeros(4, dtype=tl.int64)
    out = F.embedding_bag(nothing, table, starts, mode=mode)
    out.sum().backward()
    assert out.tolist() == [[0, 0]] * 4 and not table.grad.any()


def test_take_along_dim_counts_on_from_the_other_end():
    x, index = tl.arange(6).reshape(2, 3), tl.tensor([[3, -4, 2, 7]])
    assert x.take_along_dim(index, 1).tolist() == [[0, 2, 2, 1], [3, 5, 5, 4]]
    assert tl.compile(tl.take_along_dim)(x, index, 1).tolist() == [[0, 2, 2, 1], [3, 5, 5, 4]]
    with pytest.raises(RuntimeError, match="index -4 is out of bounds"):
        x.take_along_dim(index)


@pytest.mark.parametrize("index", [[0, 1], tl.tensor([True, True]), (tl.tensor([0, 1]),)])
@pytest.mark.parametrize(
    "value", [tl.ones(2), tl.ones(2, dtype=tl.complex128), tl.ones(2).bool(), 1j]
)
def test_indexed_places_take_tensors_of_their_dtype_alone(index, value):
    """Others were cast, and lost fractions or imaginary parts without a word."""
    x = tl.zeros(2, dtype=tl.float64)
    with pytest.raises(RuntimeError, match=r"dtypes match|without overflow"):
        x[index] = value
    assert x.tolist() == [0, 0]
    x[index] = [1.5, 2.5]
    assert x.tolist() == [1.5, 2.5]
