"""Views and movement: shared memory, the same as PyTorch's, and errors."""

import itertools
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tensorlite as tl


def raises(error, text):
    return pytest.raises(error, match=re.escape(text))


def numbers(p):
    return p.arange(24.0).reshape(2, 3, 4)


VIEWS = [
    lambda x: x.view(6, 4),
    lambda x: x.view(-1),
    lambda x: x.view((2, -1)),
    lambda x: x.reshape(3, 8),
    lambda x: x.transpose(0, 1).reshape(3, -1),
    lambda x: x.flatten(),
    lambda x: x.flatten(1),
    lambda x: x.flatten(0, -2),
    lambda x: x.ravel(),
    lambda x: x.unflatten(2, (2, -1)),
    lambda x: x.unsqueeze(0),
    lambda x: x.unsqueeze(-1),
    lambda x: x.unsqueeze(1).squeeze(1),
    lambda x: x[:1].squeeze(),
    lambda x: x[:1].squeeze(0),
    lambda x: x.squeeze(0),
    lambda x: x[:1, :1].squeeze((0, 1)),
    lambda x: x.transpose(0, 2),
    lambda x: x.transpose(-1, 0),
    lambda x: x.permute(2, 0, 1),
    lambda x: x.permute((1, -1, 0)),
    lambda x: x.movedim(0, -1),
    lambda x: x.movedim((0, 1), (1, 2)),
    lambda x: x.swapaxes(0, 1),
    lambda x: x[0].t(),
    lambda x: x[0].T,
    lambda x: x.mT,
    lambda x: x[:, :1].expand(2, 5, 4),
    lambda x: x[:, :1].expand(7, -1, 3, -1),
    lambda x: x[:, :1].expand_as(x),
    lambda x: x[0, 0].broadcast_to((3, 4)),
    lambda x: x.select(1, -1),
    lambda x: x.narrow(2, 1, 2),
    lambda x: x.narrow(2, -3, 2),
    lambda x: x.diagonal(),
    lambda x: x.diagonal(1, 1, 2),
    lambda x: x.diagonal(-1, 2, 1),
    lambda x: x.diagonal(9),
    lambda x: x.unfold(2, 3, 1),
    lambda x: x.unfold(1, 2, 2),
    lambda x: x.as_strided((2, 2), (1, 3), 5),
    lambda x: x[:, 1:].as_strided((2, 2), (1, 3)),
    lambda x: x.view_as(x.new_zeros(4, 6)),
    lambda x: x.reshape_as(x.new_zeros(4, 6)),
    lambda x: x.split(2, 1)[1],
    lambda x: x.split([1, 3], -1)[1],
    lambda x: x.chunk(3, 2)[1],
    lambda x: x.chunk(3, 2)[0],
    lambda x: x.tensor_split(3, 2)[2],
    lambda x: x.tensor_split((1, 3), 2)[1],
    lambda x: x.unbind(1)[2],
    lambda x: x.view(2, 3, 2, 2)[..., 0],
    lambda x: x[1, ..., None, 2],
    lambda x: x[:, ::2, 1:3],
]

COPIES = [
    lambda p, x: p.cat([x, x], 1),
    lambda p, x: p.cat((x, x[:, :1]), -2),
    lambda p, x: p.cat([p.zeros(0), x[0]]),
    lambda p, x: p.cat([x, x.to(p.float64)]),
    lambda p, x: p.concat([x, x]),
    lambda p, x: p.stack([x, x], 1),
    lambda p, x: p.stack((x, x), -1),
    lambda p, x: p.hstack([x, x]),
    lambda p, x: p.vstack([x[0], x[1]]),
    lambda p, x: p.dstack([x[0], x[1]]),
    lambda p, x: p.column_stack([x[0, 0], x[0, 1]]),
    lambda p, x: x.flip(0, 2),
    lambda p, x: x.flip((1,)),
    lambda p, x: x[0].fliplr(),
    lambda p, x: x.flipud(),
    lambda p, x: x.rot90(),
    lambda p, x: x.rot90(3, (1, 2)),
    lambda p, x: x.roll(1, 0),
    lambda p, x: x.roll((1, -2), (0, 2)),
    lambda p, x: x.roll(5),
    lambda p, x: x.repeat(2, 1, 3),
    lambda p, x: x[0].repeat(2, 2, 1),
    lambda p, x: x.tile(2),
    lambda p, x: x.diag_embed(),
    lambda p, x: x[0].diag(),
    lambda p, x: x[0, 0].diag(1),
    lambda p, x: x[0].tril(),
    lambda p, x: x.triu(1),
    lambda p, x: p.atleast_2d(x[0, 0]),
    lambda p, x: p.atleast_3d(x[0]),
    lambda p, x: x.hsplit((1, 2))[1],
    lambda p, x: p.vsplit(x, 2)[1],
    lambda p, x: x.dsplit(2)[1],
    lambda p, x: x.adjoint(),
    lambda p, x: x[0].H,
    lambda p, x: x[0].diagflat(1),
    lambda p, x: x.diagonal_scatter(x[0, :2].t()),
    lambda p, x: x.select_scatter(x[0, :, :1].expand(3, 4), 0, 1),
    lambda p, x: x.slice_scatter(x[:, :, :2], 2, 1, 4, 2),
    lambda p, x: p.block_diag(x[0], x[1, :1], x[0, 0, 1]),
    lambda p, x: p.cartesian_prod(x[0, 0], x[1, 1, :2]),
    lambda p, x: p.combinations(x[0, 0], 3),
    lambda p, x: p.combinations(x[0, 0], with_replacement=True),
    lambda p, x: p.broadcast_tensors(x[:, :1], x[0])[1],
    lambda p, x: p.stack([part.sum() for part in x.tensor_split(p.tensor([1, 3]), 2)]),
    lambda p, x: p.stack([part.sum() for part in x.tensor_split(p.tensor(3), 2)]),
]


@pytest.mark.torch
@pytest.mark.parametrize("view", VIEWS, ids=range(len(VIEWS)))
def test_views_equal_torch(view):
    torch = pytest.importorskip("torch")
    ours, theirs = numbers(tl), numbers(torch)
    a, b = view(ours), view(theirs)
    assert tuple(a.shape) == tuple(b.shape) and a.tolist() == b.tolist()
    assert a.storage_offset() == b.storage_offset()
    assert [s for s, n in zip(a.stride(), a.shape, strict=True) if n > 1] == [
        s for s, n in zip(b.stride(), b.shape, strict=True) if n > 1
    ]
    assert np.shares_memory(a.numpy(), ours.numpy()) == np.shares_memory(b.numpy(), theirs.numpy())
    check_gradients(torch, lambda p, x: view(x))


# each gives its input itself, a view of it, or a copy, as PyTorch's does
NOTHING_TO_DO = """
x.flatten() | x.flatten(0, 0) | x.flatten(-1) | x.ravel() | x.reshape(x.shape) | x.view(-1)
x.broadcast_to(x.shape) | p.broadcast_tensors(x)[0] | p.broadcast_tensors(x, x)[1]
x.expand(-1) | x.expand_as(x) | x.sum_to_size(x.shape) | x.contiguous() | x.clone() | x.detach()
x.to(x.dtype) | x.to(x) | x.to("cpu") | x.to(x.dtype, copy=True) | x.to(x.dtype, False, True)
x.to("cpu", x.dtype, False, True) | x.to(x.dtype, True) | x.float() | x.type(x.dtype) | x.cpu()
p.as_tensor(x) | p.asarray(x) | p.asarray(x, copy=True) | p.asarray(x, copy=False) | p.tensor(x)
p.roll(x, 0) | p.roll(x, 4, 0) | p.diff(x, n=0) | p.movedim(x, 0, 0) | x.transpose(0, 0) | x.t()
x.narrow(0, 0, 4) | x.chunk(1)[0] | x.split(4)[0] | x.tensor_split(1)[0] | p.cat([x])
p.stack([x]) | p.hstack([x]) | p.meshgrid(x, indexing="ij")[0] | p.atleast_1d(x)
p.atleast_1d(x, x)[1] | p.atleast_2d(x) | p.nan_to_num(x) | p.where(x == x, x, 0.0)
F.dropout(x, 0.0) | F.dropout(x, 0.5, False) | F.alpha_dropout(x, 0.5, False) | F.pad(x, (0, 0))
x.clamp(-9, 9) | x.squeeze() | x.squeeze(0) | x.unflatten(0, (4,)) | x.repeat(1) | p.tile(x, (1,))
x.repeat_interleave(1) | p.sort(x)[0] | p.flip(x, ()) | p.rot90(p.atleast_2d(x), 0) | +x | -(-x)
x**1 | x * 1 | x + 0 | x / 1 | p.round(x) | p.abs(x) | p.conj(x) | p.real(x) | p.square(x)
x[...] | x[:] | x[()] | x[None] | x[:, None] | x[True] | x[[0, 1, 2, 3]] | x.sum(()) | x.all(())
x.any(dim=()) | x.amax(()) | p.einsum("i->i", x) | x.unfold(0, 4, 1) | p.lerp(x, x, 0.0)
p.maximum(x, x) | x.masked_fill(x != x, 1) | x.scatter(0, p.tensor([], dtype=p.long), 1.0)
p.cumsum(x, 0) | p.diag(p.diag(x)) | p.triu(p.atleast_2d(x), -9) | x.add_(0) | x.squeeze_()
"""
NOTHING_TO_DO = NOTHING_TO_DO.strip().replace("\n", " | ").split(" | ")


@pytest.mark.torch
@pytest.mark.parametrize("name", NOTHING_TO_DO)
def test_what_has_nothing_to_do_shares_as_torch(name):
    torch, found = pytest.importorskip("torch"), []
    for p, functional in ((tl, tl.nn.functional), (torch, torch.nn.functional)):
        x = p.arange(4.0).clone()
        y = eval(name, {"p": p, "x": x, "F": functional})
        shared = np.shares_memory(y.numpy(), x.numpy())
        found.append((y is x, shared, tuple(y.shape), y.stride(), y.tolist()))
    assert found[0] == found[1]


def test_asarray_copies_only_where_it_may():
    array = np.arange(3.0)
    assert np.shares_memory(tl.asarray(array).numpy(), array)
    assert not np.shares_memory(tl.asarray(array, copy=True).numpy(), array)
    assert tl.asarray([1, 2], dtype=tl.float32, requires_grad=True).requires_grad
    for data in ([1.0], tl.tensor([1])):
        with pytest.raises(ValueError, match="asarray: expected data that can be shared"):
            tl.asarray(data, dtype=tl.float32, copy=False)


SIZES = {  # each in separate numbers, and as one tuple
    "view": (2, 6), "reshape": (2, -1), "expand": (3, 4), "broadcast_to": (5, 3, 4),
    "repeat": (1, 2, 1), "tile": (2, 2), "permute": (1, 0), "flip": (0, 1), "squeeze": (0, 1),
    "squeeze_": (0, 1), "count_nonzero": (0, 1), "new_zeros": (2, 3), "new_ones": (2, 3),
    "sum_to_size": (1, 4),
}  # fmt: skip


@pytest.mark.torch
@pytest.mark.parametrize("name", SIZES)
def test_sizes_and_dims_by_place_or_as_one(name):
    torch = pytest.importorskip("torch")
    found = []
    for p in (tl, torch):
        for sizes in (SIZES[name], (SIZES[name],)):
            y = getattr(p.arange(12.0).reshape(3, 4), name)(*sizes)
            found.append((tuple(y.shape), y.tolist()))
    assert all(each == found[0] for each in found)


def test_integers_of_other_libraries_are_sizes():
    x, two = tl.arange(4.0).reshape(2, 2), tl.tensor(2)
    assert len(x.split(two)) == 1 and len(x.chunk(two)) == 2
    assert len(x.tensor_split(np.int64(2))) == 2
    assert x.diagonal(tl.tensor(1)).tolist() == [1]
    assert x.repeat_interleave(np.int64(2), np.int64(0)).shape == (4, 2)
    assert sorted(tl.randperm(two).tolist()) == [0, 1]
    assert tl.randn(two).shape == tl.rand(two).shape == tl.zeros(two).shape == (2,)


@pytest.mark.torch
@pytest.mark.parametrize("function", COPIES, ids=range(len(COPIES)))
def test_copies_equal_torch(function):
    torch = pytest.importorskip("torch")
    a, b = function(tl, numbers(tl)), function(torch, numbers(torch))
    assert tuple(a.shape) == tuple(b.shape) and a.tolist() == b.tolist()
    assert repr(a.dtype)[11:] == repr(b.dtype)[6:]
    check_gradients(torch, function)


def check_gradients(torch, function):
    """First and second gradients equal torch's."""
    found = []
    for p in (tl, torch):
        x = numbers(p).to(p.float64).requires_grad_()
        y = function(p, x * x)
        weights = p.arange(1.0, y.numel() + 1).reshape(y.shape).to(p.float64)
        (g,) = p.autograd.grad((y * y * weights).sum(), x, create_graph=True)
        (h,) = p.autograd.grad((g * g).sum(), x)
        found.append((g.detach().numpy(), h.numpy()))
    for ours, theirs in zip(*found, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-12)


def test_view_errors():
    x = numbers(tl)
    with raises(RuntimeError, "view: expected a shape compatible with strides (4, 12, 1) of shape"):
        x.transpose(0, 1).view(-1)
    with raises(
        RuntimeError, "reshape: expected a shape for 24 elements, with at most one -1; got"
    ):
        x.reshape(5, -1)
    with raises(RuntimeError, "view: expected a shape for 24 elements"):
        x.view(-1, -1)
    with raises(IndexError, "transpose: expected dim in the range of [-3, 2]; got 3"):
        x.transpose(0, 3)
    with raises(TypeError, "unsqueeze: expected dim to be an integer; got 1.5"):
        x.unsqueeze(1.5)
    with raises(RuntimeError, "permute: expected each of 3 dims once; got [0, 0, 1]"):
        x.permute(0, 0, 1)
    with raises(RuntimeError, "expand: expected sizes to which [2, 3, 4] broadcasts; got [2, 3]"):
        x.expand(2, 3)
    with raises(RuntimeError, "t: expected at most 2 dims; got 3"):
        x.t()
    with raises(RuntimeError, "narrow: expected start and length within 3; got 2 and 2"):
        x.narrow(1, 2, 2)
    with raises(IndexError, "index 3 is out of bounds for dimension 1 with size 3"):
        x.select(1, 3)
    with raises(RuntimeError, "split: expected sizes that sum up to 4; got [1, 2]"):
        x.split([1, 2], 2)
    with raises(RuntimeError, "chunk: expected chunks to be greater than 0; got 0"):
        x.chunk(0)
    with raises(RuntimeError, "unfold: expected a size within 4 and a positive step; got 5 and 1"):
        x.unfold(2, 5, 1)
    with raises(RuntimeError, "as_strided: expected elements within a storage of 24; got 20 to 24"):
        x.as_strided((5,), (1,), 20)
    with raises(RuntimeError, "diagonal: expected two different dims; got 1 and -2"):
        x.diagonal(0, 1, -2)
    with raises(RuntimeError, "flatten: expected start_dim before end_dim; got 2 and 1"):
        x.flatten(2, 1)
    with raises(IndexError, "narrow: expected start in the range of [-3, 3]; got 4"):
        x.narrow(1, 4, 0)
    with raises(ValueError, "broadcast_shapes: expected extents of at least 0; got [1, -2]"):
        tl.broadcast_shapes((3, 1), (1, -2))
    with raises(TypeError, "flip: expected dims; got none"):
        x.flip()
    for dims in ((0,), (0, 1, 2)):
        with raises(RuntimeError, f"rot90: expected two dims, of at least two; got {dims}"):
            x.rot90(1, dims)
    for part in (lambda one: one.chunk(1), lambda one: one.split(1)):
        with raises(RuntimeError, "expected at least 1 dim; got a 0-dim tensor"):
            part(tl.tensor(1.0))


def test_transposes_are_of_matrices():
    """A vector had the error of a dim out of range; a number's conjugate was itself."""
    vector, one = tl.ones(2), tl.tensor(1 + 2j)
    for name in ("mT", "H", "mH", "adjoint"):
        with raises(RuntimeError, f"{name}: expected a matrix"):
            getattr(vector, name)()
    with raises(RuntimeError, "H: expected a matrix; got a tensor of 3 dims"):
        numbers(tl).H  # noqa: B018
    assert one.H == one.mH == one.adjoint() == one.conj() and one.mT == one


def test_what_is_repeated_is_contiguous():
    """Without copies along an inner dim it kept the order of the strides, and had no flat view."""
    x = tl.arange(6.0).reshape(2, 3).t()
    for sizes in ((2, 1), (2, 1, 1), (1, 1), (1, 2)):
        made = x.repeat(*sizes)
        assert made.is_contiguous() and made.data_ptr() != x.data_ptr()
        assert made.view(-1).tolist() == np.tile(x.numpy(), sizes).ravel().tolist()


def test_no_elements_are_contiguous():
    assert tl.zeros(3, 2)[:0].t().is_contiguous()
    assert tl.zeros(2, 3, 4)[:, 1:1].mT.is_contiguous()


def test_joining_errors():
    x = numbers(tl)
    with raises(ValueError, "cat: expected a non-empty list of tensors; got an empty one"):
        tl.cat([])
    for function in (tl.stack, tl.hstack, tl.vstack, tl.dstack, tl.column_stack):
        with raises(RuntimeError, f"{function.__name__}: expected a non-empty list of tensors"):
            function([])
    with raises(RuntimeError, "meshgrid: expected vectors and numbers; got one of shape [2, 3, 4]"):
        tl.meshgrid(tl.ones(2), x)
    with raises(RuntimeError, "cartesian_prod: expected vectors; got one of 0 dims"):
        tl.cartesian_prod(tl.ones(2), tl.tensor(1.0))
    with raises(RuntimeError, "cat: expected shapes that agree except in dim 0; got [2, 3, 4] at"):
        tl.cat([x, x[:, 1:]])
    with raises(RuntimeError, "cat: zero-dimensional tensor cannot be concatenated; try stack()"):
        tl.cat([tl.tensor(1), tl.tensor(2)])
    with raises(TypeError, "cat: expected a sequence of tensors; got list"):
        tl.cat([1, 2])
    with raises(RuntimeError, "stack: expected tensors of equal size; got [2, 3, 4] at entry 0"):
        tl.stack([x, x[0]])


# ------------------------------------------------------------------ basic indexing

SHAPE = (4, 3, 5)
ENDS = st.none() | st.integers(-7, 7)
STEPS = st.none() | st.integers(-3, 3).filter(bool)
ITEMS = st.integers(-5, 4) | st.builds(slice, ENDS, ENDS, STEPS) | st.none() | st.just(...)
INDICES = ITEMS | st.lists(ITEMS, max_size=5).map(tuple).filter(lambda i: i.count(...) < 2)


@settings(max_examples=500, deadline=None)
@given(INDICES)
def test_basic_indexing_equals_numpy(index):
    array = np.arange(60.0).reshape(SHAPE)
    x = tl.from_numpy(array.copy())
    try:
        expected = array[index]
    except IndexError:
        with pytest.raises(IndexError):
            x[index]
        return
    found = x[index]
    assert found.shape == expected.shape and np.array_equal(found.numpy(), expected)
    assert expected.size == 0 or np.shares_memory(found.numpy(), x.numpy())
    weights = np.arange(1.0, expected.size + 1).reshape(expected.shape)
    x.requires_grad_()
    x[index].backward(tl.from_numpy(weights))
    wanted = np.zeros(SHAPE)
    wanted[index] = weights
    assert np.array_equal(x.grad.numpy(), wanted)


@settings(max_examples=200, deadline=None)
@given(INDICES, st.booleans())
def test_basic_writing_equals_numpy(index, scalar):
    array = np.arange(60.0).reshape(SHAPE)
    x = tl.from_numpy(array.copy())
    try:
        shape = array[index].shape
    except IndexError:
        with pytest.raises(IndexError):
            x[index] = 1.0
        assert np.array_equal(x.numpy(), array)
        return
    value = 7.0 if scalar else np.random.default_rng(0).normal(size=shape)
    array[index] = value
    x[index] = value if scalar else tl.from_numpy(np.asarray(value))
    assert np.array_equal(x.numpy(), array)


def test_index_errors():
    x = numbers(tl)
    with raises(IndexError, "index 2 is out of bounds for dimension 0 with size 2"):
        x[2]
    with raises(IndexError, "index -5 is out of bounds for dimension 2 with size 4"):
        x[0, 0, -5]
    with raises(
        IndexError, "index: too many indices for tensor of dimension 3; expected at most 3"
    ):
        x[0, 0, 0, 0]
    assert x[..., ...].tolist() == x.tolist()
    with raises(IndexError, "expected one Ellipsis ('...'); got several that leave no dim"):
        x[..., ..., 0]
    with raises(ValueError, "index: expected a slice step other than zero; got 0"):
        x[::0]
    with raises(TypeError, "integer"):
        x[1.5:]
    with raises(RuntimeError, "copy_: "):
        x[0] = tl.ones(5)
    assert x.tolist() == numbers(tl).tolist()
    assert x[tl.tensor(1), 0].tolist() == x[1, 0].tolist() == x[np.int64(1), 0].tolist()


PARTS = [
    lambda y: y[0].sum() + (y * y).sum(),
    lambda y: (y * y).sum() + y[0].sum(),
    lambda y: (y[0] * y[1]).sum() + (y[2] * 3).sum(),
    lambda y: (y[:, ::2] * 2).sum() + (y[:, 1::2] * y[:, ::2]).sum(),
    lambda y: (y[0:2] * y[1:3]).sum(),
    lambda y: (y[None, 0] * y[None, 1:2]).sum(),
    lambda y: sum((p * k).sum() for k, p in enumerate(y.split(2, 1))),
    lambda y: sum((p * k).sum() for k, p in enumerate(y.t().chunk(3, 0))),
    lambda y: sum((p * (k + 1)).sum() for k, p in enumerate(y.unbind(1))),
    lambda y: (y[1, 2] * y[1, 3] + y[0, 0]) * 2,
    lambda y: y[0:0].sum() + y[3].sum(),
    lambda y: (y.expand(2, 4, 6)[0] * y.expand(2, 4, 6)[1, 0]).sum(),
]


@pytest.mark.parametrize("function", PARTS)
def test_gradients_of_parts_come_together(function):
    """They are written side by side into one tensor; the same as the sum of embedded ones."""
    x = tl.tensor(np.random.default_rng(0).standard_normal((4, 6)), requires_grad=True)
    (got,) = tl.autograd.grad(function(x * 1), (x,))
    (apart,) = tl.autograd.grad(function(x * 1), (x,), create_graph=True)
    np.testing.assert_array_equal(got.numpy(), apart.detach().numpy())
    assert tl.autograd.gradcheck(lambda x: function(x * 1), (x,))


def test_gradients_of_parts_of_a_tensor_that_overlaps_itself():
    """Its strides reach as far as nine elements would, but they are five."""

    def function(x):
        y = (x * 1).as_strided((3, 3), (2, 2))
        return (y[0] * y[1]).sum() + (y[2] * 3).sum()

    x = tl.arange(9.0, requires_grad=True)
    function(x).backward()
    y = np.arange(9.0)
    want = np.zeros(9)
    for i in range(3):
        want[2 * i] += y[2 + 2 * i]
        want[2 + 2 * i] += y[2 * i]
        want[4 + 2 * i] += 3
    np.testing.assert_array_equal(x.grad.numpy(), want)


TURNED = [(8, 9), (7, 200), (65, 130), (1000, 8), (3, 70, 33), (2, 3, 40, 17)]


@pytest.mark.parametrize("dtype", ["float32", "float64", "int8", "uint16", "bool"])
@pytest.mark.parametrize("shape", TURNED, ids=str)
def test_operands_that_lie_the_other_way(shape, dtype):
    """They go through registers in squares, whatever is left at the edges, alone or with others."""
    x = (np.random.default_rng(0).standard_normal(shape) * 50).astype(dtype)
    before = tl.get_num_threads()
    try:
        for axes, threads in itertools.product(itertools.permutations(range(x.ndim)), (1, 2)):
            tl.set_num_threads(threads)
            turned, want = tl.from_numpy(x).permute(*axes), x.transpose(axes)
            assert (turned.contiguous().numpy() == want).all()
            if dtype == "bool":
                continue
            y = np.ascontiguousarray(want)[::-1].copy()
            assert ((turned + tl.from_numpy(y)).numpy() == want + y).all()
            assert (tl.from_numpy(y.copy()).mul_(turned).numpy() == y * want).all()
            column = tl.from_numpy(y)[..., :1]
            assert ((turned * turned + column).numpy() == want * want + y[..., :1]).all()
    finally:
        tl.set_num_threads(before)


# ------------------------------------------------------------------ strides and sizes of one's own


def test_strides_of_ones_own():
    assert tl.empty_strided((2, 3), (1, 2), dtype=tl.int64).stride() == (1, 2)
    assert tl.empty_permuted((2, 3, 4), (2, 0, 1)).stride() == (3, 1, 6)
    assert tl.ones(2).bool().new_empty_strided((2, 2), (4, 1)).dtype is tl.bool
    with pytest.raises(RuntimeError, match="empty_strided: expected as many strides as sizes"):
        tl.empty_strided((2, 3), (1,))
    with pytest.raises(RuntimeError, match="empty_permuted: expected physical_layout"):
        tl.empty_permuted((2, 3), (0, 0))


def test_resize_keeps_what_memory_there_is():
    x = tl.arange(6.0)
    first = x[:2]
    address = x.data_ptr()
    assert x.resize_(2, 2).tolist() == [[0, 1], [2, 3]] and x.data_ptr() == address
    version = x._version
    x.resize_(6)
    x.resize_(6)
    assert x._version == version + 1, "the second one changes nothing"
    assert x.tolist() == [0, 1, 2, 3, 4, 5], "the memory was never given up"
    x.resize_as_(tl.empty(3, 4))
    assert x.flatten()[:6].tolist() == [0, 1, 2, 3, 4, 5]
    assert x._version == version + 2
    x.fill_(7)
    assert first.tolist() == [0, 1], "a view keeps the memory that it had"
    turned = tl.zeros(2, 3).t()
    assert turned.resize_(3, 2).stride() == turned.resize_as_(turned).stride() == (1, 3)
    with pytest.raises(RuntimeError, match="resize_: cannot resize variables that require grad"):
        tl.ones(2, requires_grad=True).resize_(3)


def test_copies_of_views_have_memory_of_their_own():
    x = tl.arange(6.0).reshape(2, 3)
    calls = {
        "t_copy": (), "permute_copy": ((1, 0),), "view_copy": ((3, 2),), "alias_copy": (),
        "expand_copy": ((4, 2, 3),), "slice_copy": (1, 1, 3), "unsqueeze_copy": (0,),
        "as_strided_copy": ((2,), (1,)), "select_copy": (0, 1), "diagonal_copy": (),
    }  # fmt: skip
    for name, arguments in calls.items():
        copy = getattr(tl, name)(x, *arguments)
        assert copy.memory is not x.memory, name
        assert copy.equal(getattr(tl.Tensor, name[:-5], tl.Tensor.clone)(x, *arguments)
                          if name != "slice_copy" and name != "alias_copy" else copy), name
    assert tl.slice_copy(x, 1, 1, 3).equal(x[:, 1:3])
    for copies in (tl.unbind_copy(x), tl.split_copy(x, 2, 1), tl.split_with_sizes_copy(x, [1, 1])):
        assert all(each.memory is not x.memory for each in copies)


def test_the_diagonal_of_no_blocks():
    assert tl.block_diag().shape == (1, 0)


def test_a_view_knows_its_base():
    x, c = tl.zeros(4, 4), tl.randn(3, dtype=tl.complex64)
    views = [x[0], x[1:][0], x.T, x.reshape(2, 8), x.expand(2, 4, 4), x.view(-1), x.unbind()[0]]
    assert all(view._is_view() and view._base is x for view in views)
    assert c.real._base is c.imag._base is tl.view_as_real(c)._base is c
    for own in (x, c, x.clone(), x.detach(), x.data, x.contiguous(), x[[0]]):
        assert not own._is_view() and own._base is None


NOTHING = {
    "double": lambda x: x.double(), "half": lambda x: x.half(), "add_": lambda x: x.add_(1),
    "fill_": lambda x: x.fill_(1), "exp_": lambda x: x.exp_(),
    "copy_": lambda x: x.copy_(tl.ones(x.shape, dtype=tl.int64)),
    "out": lambda x: tl.exp(tl.ones(x.shape), out=x),
    "plan": tl.compile(lambda x: x.double() * 2),
}  # fmt: skip


@pytest.mark.parametrize("name", NOTHING)
@pytest.mark.parametrize("shape", [(0,), (0, 1), (1, 0), (2, 0), (3, 0, 2)])
def test_one_number_expanded_to_nothing(shape, name):
    """A kernel that writes into steps of 0 was asked for, and did not compile."""
    assert NOTHING[name](tl.ones(()).expand(shape)).shape == shape


@pytest.mark.parametrize("dtype", [tl.float32, tl.bfloat16])
def test_gradients_of_nothing(dtype):
    x = tl.ones(5, 2, dtype=dtype, requires_grad=True)
    nowhere = tl.zeros(0, dtype=tl.int64)
    for function in (lambda: x.take(nowhere), lambda: x[:0].norm(dim=1), lambda: x[x > 9]):
        x.grad = None
        function().sum().backward()
        assert x.grad.dtype is dtype and not x.grad.any()
