"""Pooling, folds, frames: edges that PyTorch's samples leave out, and beside PyTorch."""

import itertools
import math

import numpy as np
import pytest
from tensorlite.kernels.cpu import pooling
from tensorlite.kernels.language.memory import call
from tensorlite.kernels.work.pools import Windows
from test_plan_table import agree, with_gradients

import tensorlite as tl
import tensorlite.nn.functional as F
from tensorlite import nn


def numbers(*shape, dtype="float64", seed=0):
    """All different, so that no window has two largest ones."""
    rng = np.random.default_rng(seed)
    return tl.tensor((rng.permutation(math.prod(shape)).reshape(shape) / 8 - 3).astype(dtype))


@pytest.mark.parametrize("width", [5, 24, 34, 300])
def test_lines_of_windows_write_what_is_theirs(width):
    """Vectors go beyond the end of a line where the next one is written later, and only there."""
    x = numbers(3, 6, width, dtype="float32")
    windows = Windows((1, 6, width), (1, 3, width // 2), (1, 2, 2), (1, 2, 2))
    want = F.max_pool2d(x, 2).numpy().reshape(-1)
    launch = pooling.maximum("float32", 3, windows, False)
    each = want.size // launch.items
    for cut in range(1, launch.items):
        out = np.full(want.size + 64, 9, np.float32)
        block = np.array([x.data_ptr(), out.ctypes.data, 0, *launch.geometry])
        for lo, hi in ((cut, launch.items), (0, cut)):
            before = out.copy()
            assert call(launch.entry, block.ctypes.data, lo, hi) == 0
            np.testing.assert_array_equal(out[: lo * each], before[: lo * each])
            np.testing.assert_array_equal(out[hi * each :], before[hi * each :])
        np.testing.assert_array_equal(out[: want.size], want)


WINDOWS = [  # dims, kernel_size, stride, padding, dilation, ceil_mode
    (1, 3, 2, 1, 1, False),
    (1, 2, None, 0, 3, True),
    (2, 2, 2, 0, 1, False),
    (2, (3, 2), (2, 1), (1, 0), 1, True),
    (2, 3, 1, 1, 1, False),
    (2, 2, 3, 1, 2, True),
    (3, 2, 2, 1, 1, True),
]
EXTENTS = {1: (9,), 2: (6, 7), 3: (3, 4, 5)}


@pytest.mark.parametrize("windows", WINDOWS)
def test_gradients_to_the_second_order(windows):
    dims, kernel, stride, padding, dilation, ceil_mode = windows
    x = numbers(1, 2, *EXTENTS[dims]).requires_grad_()

    def largest(x):
        return getattr(F, f"max_pool{dims}d")(x, kernel, stride, padding, dilation, ceil_mode)

    def average(x):
        return getattr(F, f"avg_pool{dims}d")(x, kernel, stride, padding, ceil_mode, False)

    for function in (largest, average):
        assert tl.autograd.gradcheck(function, (x,))
        assert tl.autograd.gradgradcheck(function, (x,))


@pytest.mark.parametrize("dims", [1, 2, 3])
@pytest.mark.parametrize("size", [1, 2, 3])
def test_gradients_of_adaptive_windows(dims, size):
    x = numbers(2, *EXTENTS[dims]).requires_grad_()
    for name in ("adaptive_avg_pool", "adaptive_max_pool"):

        def function(x, name=name):
            return getattr(F, f"{name}{dims}d")(x, size)

        assert tl.autograd.gradcheck(function, (x,))
        assert tl.autograd.gradgradcheck(function, (x,))


OTHERS = {
    "fold": (lambda x: F.fold(F.unfold(x, 2, 1, 1, 2), (4, 6), 2, 1, 1, 2), (1, 2, 4, 6)),
    "unfold": (lambda x: F.unfold(x, (2, 3), (1, 2), 1, 1), (2, 3, 4, 6)),
    "lp": (lambda x: F.lp_pool2d(x.exp(), 3, 2, 1), (1, 2, 4, 5)),
    "unpool": (
        lambda x: F.max_unpool2d(*F.max_pool2d(x, 2, return_indices=True), 2),
        (1, 2, 4, 6),
    ),
    "reflect": (lambda x: F.pad(x, (2, 1, 1, 0), "reflect"), (1, 2, 3, 4)),
    "replicate": (lambda x: F.pad(x, (2, 1, 1, 0), "replicate"), (2, 3, 4)),
    "circular": (lambda x: F.pad(x, (2, 1, 1, 0), "circular"), (1, 2, 3, 4)),
    "local response": (lambda x: F.local_response_norm(x / 9, 3, 0.5), (1, 4, 3, 2)),
    "fractional": (
        lambda x: F.fractional_max_pool2d(
            x, 2, 2, _random_samples=tl.full((1, 2, 2), 0.4, dtype=tl.float64)
        ),
        (1, 2, 5, 5),
    ),
}


@pytest.mark.parametrize("name", OTHERS)
def test_gradients_of_others(name):
    function, shape = OTHERS[name]
    x = numbers(*shape).requires_grad_()
    assert tl.autograd.gradcheck(function, (x,))
    assert tl.autograd.gradgradcheck(function, (x,))


@pytest.mark.parametrize("name", OTHERS)
def test_a_plan_has_the_bits_of_eager_code(name):
    function, shape = OTHERS[name]
    agree(with_gradients(function), lambda: [numbers(*shape)],
          lambda: [numbers(*shape, seed=1)])  # fmt: skip


@pytest.mark.parametrize("count", [1, 2])
def test_a_plan_of_a_small_network(count):
    """A step of training with all kinds of windows, replayed on other data."""
    before = tl.get_num_threads()
    tl.set_num_threads(count)
    tl.manual_seed(0)
    net = nn.Sequential(
        nn.ZeroPad2d(1), nn.MaxPool2d(2), nn.BatchNorm2d(2), nn.ReLU(), nn.AvgPool2d(3, 1, 1),
        nn.AdaptiveAvgPool2d((2, 3)), nn.Flatten(), nn.Linear(12, 2),
    )  # fmt: skip

    def step(x):
        net.zero_grad()
        loss = net(x).square().mean()
        loss.backward()
        return loss, [p.grad.clone() for p in net.parameters()]

    state = {key: value.clone() for key, value in net.state_dict().items()}
    results = []
    for function in (step, tl.compile(step)):
        net.load_state_dict(state)
        found = [function(numbers(3, 2, 11, 9, dtype="float32", seed=k)) for k in range(3)]
        results.append([[x.detach().numpy().tobytes() for x in (loss, *grads)]
                        for loss, grads in found])  # fmt: skip
    tl.set_num_threads(before)
    assert results[0] == results[1]


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("max_pool2d", (3, 2, 1)), ("avg_pool2d", (3, 2, 1)), ("adaptive_avg_pool2d", (7,)),
        ("adaptive_max_pool2d", (5,)), ("unfold", (3,)), ("interpolate", (50,)),
        ("lp_pool2d", (2, 3)),
    ],
)  # fmt: skip
def test_the_same_bits_for_any_number_of_threads(name, args):
    before, found = tl.get_num_threads(), []
    for count in (1, 2, 3):
        tl.set_num_threads(count)
        x = numbers(4, 8, 33, 37, dtype="float32").requires_grad_()
        out = getattr(F, name)(x, *args)
        (first,) = tl.autograd.grad(out, x, out.cos(), create_graph=True)
        (second,) = tl.autograd.grad((first * first).sum(), x)
        found.append([each.detach().numpy().tobytes() for each in (out, first, second)])
    tl.set_num_threads(before)
    assert found[0] == found[1] == found[2]


# ------------------------------------------------------------------ edges


def test_nan_infinity_and_zeros():
    nan, inf = math.nan, math.inf
    x = tl.tensor([[[-inf, -inf, nan, 1.0, 2.0, nan, -0.0, 0.0]]])
    values, places = F.max_pool1d(x, 2, return_indices=True)
    np.testing.assert_array_equal(values.numpy(), [[[-inf, nan, nan, 0.0]]])
    assert places.tolist() == [[[0, 2, 5, 6]]]
    assert math.copysign(1, values[0, 0, 3].item()) == -1  # the first of two equal ones
    assert F.max_pool1d(x, 4, return_indices=True)[1].tolist() == [[[2, 5]]]
    np.testing.assert_array_equal(F.avg_pool1d(x, 2).numpy(), [[[-inf, nan, nan, 0.0]]])


def test_other_layouts_and_batches_of_nothing():
    x = numbers(2, 3, 6, 8)
    wide = x[:, :1].expand(2, 3, 6, 8)
    for own in (x.transpose(2, 3), x[:, :, ::2, 1:], x.permute(1, 0, 3, 2), wide):
        dense = own.contiguous()
        for name in ("max_pool2d", "avg_pool2d"):
            assert tl.equal(getattr(F, name)(own, 2, 1, 1), getattr(F, name)(dense, 2, 1, 1))
        assert tl.equal(F.unfold(own, 2), F.unfold(dense, 2))
        assert tl.equal(F.adaptive_max_pool2d(own, 2), F.adaptive_max_pool2d(dense, 2))
    none = tl.zeros(0, 3, 6, 8, requires_grad=True)
    out = F.max_pool2d(none, 2)
    out.sum().backward()
    assert out.shape == (0, 3, 3, 4) and none.grad.shape == none.shape
    assert F.avg_pool2d(none, 3, 2).shape == (0, 3, 2, 3)
    assert F.adaptive_avg_pool2d(none, 1).shape == (0, 3, 1, 1)
    assert F.max_pool2d(none, 2, return_indices=True)[1].dtype is tl.int64
    assert F.adaptive_max_pool2d(x, (0, 2)).shape == (2, 3, 0, 2)


def test_integers():
    x = tl.arange(16).reshape(1, 4, 4) - 8
    assert F.max_pool2d(x, 2).tolist() == [[[-3, -1], [5, 7]]]
    assert F.max_pool2d(x.to(tl.uint8), 2).dtype is tl.uint8
    assert F.avg_pool2d(x, 2).tolist() == [[[-5, -3], [2, 4]]]  # towards zero
    with pytest.raises(NotImplementedError, match=r"avg_pool2d: expected .* got tensorlite.int32"):
        F.avg_pool2d(x.to(tl.int32), 2)


def test_results_are_fresh():
    x = tl.ones(1, 1, 2, 2)
    for out in (F.max_pool2d(x, 1), F.avg_pool2d(x, 1), F.adaptive_avg_pool2d(x, 2), F.unfold(x, 1),
                F.interpolate(x, scale_factor=1), F.pad(x, (0, 0))):  # fmt: skip
        assert out.data_ptr() != x.data_ptr()


WRONG = [
    (lambda x: F.max_pool2d(x, 0), "kernel_size must be greater than zero, but got 0"),
    (lambda x: F.max_pool2d(x, 2, 0), "stride must be greater than zero, but got 0"),
    (lambda x: F.max_pool2d(x, 2, dilation=0), "dilation must be greater than zero"),
    (lambda x: F.max_pool2d(x, 2, padding=2), "pad should be at most half of effective kernel"),
    (lambda x: F.max_pool2d(x, 2, padding=-1), "pad must be non-negative"),
    (lambda x: F.max_pool2d(x, (1, 2, 3)), r"kernel_size to be a single int, or a tuple of two"),
    (lambda x: F.max_pool2d(x, 2.0), r"kernel_size to be a single int"),
    (lambda x: F.max_pool2d(x, 9), "Output size is too small"),
    (lambda x: F.max_pool2d(x[0, 0], 2), "Expected 3D or 4D"),
    (lambda x: F.max_pool2d(x[:, :0], 2), "Expected 3D or 4D"),
    (lambda x: F.max_pool1d(x[0, :, :1, 0], 2, padding=1, dilation=2), "windows that meet the inp"),
    (lambda x: F.avg_pool2d(x, 2, divisor_override=0), "divisor must be not zero"),
    (lambda x: F.adaptive_avg_pool2d(x, -1), "elements of output_size must be greater than or eq"),
    (lambda x: F.adaptive_avg_pool2d(x, (1, 2, 3)), "output_size must be 2"),
    (lambda x: F.unfold(x, 9), "at least one window"),
    (lambda x: F.unfold(x, 2, dilation=0), "dilation that should be greater than zero"),
    (lambda x: F.fold(x[0], (4, 4), 3), "to be divisible by the product of kernel_size"),
    (lambda x: F.fold(x[0, :, :2], (4, 4), 1), "sliding blocks 4 . 4 = 16"),
    (lambda x: F.max_unpool2d(x, x.long() + 999, 2), "found an invalid max index"),
    (lambda x: F.max_unpool2d(x, x, 2), "should be type int64"),
    (lambda x: F.max_unpool2d(x, x.long(), 2, output_size=(1, 1)), "output_size to be between"),
    (lambda x: F.fractional_max_pool2d(x, 2), "either output_size or output_ratio"),
    (lambda x: F.fractional_max_pool2d(x, 3, 4), "output_size plus kernel_size"),
    (lambda x: F.local_response_norm(x[0, 0], 2), "Expected 3D or higher"),
    (lambda x: nn.ZeroPad2d((1, 2, 3)), "padding to be an int or 4 ints"),
    (lambda x: nn.CircularPad2d(1)(x[0, 0]), "expected 3D or 4D input"),
    (lambda x: nn.FractionalMaxPool2d(2, output_ratio=1.5), "output_ratio must be between 0 and 1"),
    (lambda x: nn.BatchNorm2d(2)(x[0]), r"BatchNorm2d: expected 4D input \(got 3D input\)"),
    (lambda x: nn.InstanceNorm3d(2)(x[0]), r"InstanceNorm3d: expected 4D or 5D input"),
]


@pytest.mark.parametrize(("function", "told"), WRONG, ids=[told for _, told in WRONG])
def test_what_cannot_be_is_refused(function, told):
    with pytest.raises((RuntimeError, ValueError, TypeError), match=told):
        function(tl.zeros(1, 2, 4, 4))


def test_indices_of_a_plan_are_checked():
    @tl.compile
    def back(x, places):
        return F.max_unpool1d(x, places, 2)

    x = tl.ones(1, 2)
    assert back(x, tl.tensor([[1, 2]])).tolist() == [[0.0, 1.0, 1.0, 0.0]]
    with pytest.raises(RuntimeError, match="found an invalid max index 4"):
        back(x, tl.tensor([[1, 4]]))


# ------------------------------------------------------------------ beside PyTorch

GRID = list(itertools.product((1, 2, 3, 5), (1, 2, 3), (0, 1, 2), (1, 2), (False, True)))


def pair(x, name, *args, **kwargs):
    """Results and gradients of both libraries."""
    torch = pytest.importorskip("torch")
    found = []
    for library, own in ((tl, F), (torch, torch.nn.functional)):
        leaf = library.tensor(x, requires_grad=True)
        out = getattr(own, name)(leaf, *args, **kwargs)
        values = out[0] if isinstance(out, tuple) else out
        values.backward(library.tensor(np.cos(np.arange(values.numel(), dtype=x.dtype))
                                       .reshape(tuple(values.shape))))  # fmt: skip
        found.append(([y.detach().numpy() for y in (out if isinstance(out, tuple) else (out,))],
                      leaf.grad.numpy()))  # fmt: skip
    return found


@pytest.mark.torch
@pytest.mark.parametrize("shape", [(2, 2, 19), (1, 2, 7, 18), (1, 2, 5, 6, 9)])
def test_windows_as_in_torch(shape):
    """Every kernel, stride, padding, dilation and mode that PyTorch takes: 300 calls."""
    dims = len(shape) - 2
    x = np.random.default_rng(0).integers(-9, 9, shape).astype("float32") / 4
    x.flat[3], x.flat[17], x.flat[25] = np.nan, np.inf, -np.inf
    for kernel, stride, padding, dilation, ceil_mode in GRID:
        if padding > kernel // 2 or (kernel - 1) * dilation >= min(shape[-dims:]):
            continue
        got, want = pair(x, f"max_pool{dims}d", kernel, stride, padding, dilation,
                         ceil_mode=ceil_mode, return_indices=True)  # fmt: skip
        for a, b in zip(got[0], want[0], strict=True):
            np.testing.assert_array_equal(a, b)
        np.testing.assert_allclose(got[1], want[1], 1e-5, 1e-6)
        for counted in (False, True):
            if dilation > 1:
                continue
            got, want = pair(x, f"avg_pool{dims}d", kernel, stride, padding, ceil_mode,
                             counted)  # fmt: skip
            np.testing.assert_array_equal(got[0][0], want[0][0])
            np.testing.assert_allclose(got[1], want[1], 1e-5, 1e-6)


@pytest.mark.torch
@pytest.mark.parametrize("dims", [2, 3])
def test_windows_at_random_places_as_in_torch(dims):
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(0)
    x = rng.standard_normal((2, 3, *(9, 8, 7)[:dims]))
    for trial in range(5):
        samples = rng.random((2, 3, dims))
        for kernel, size in ((2, 3), (3, 1), (1, (4, 2, 3)[:dims]), (2, (0, 2, 3)[:dims])):
            found = []
            for library, own in ((tl, F), (torch, torch.nn.functional)):
                out = getattr(own, f"fractional_max_pool{dims}d")(
                    library.tensor(x), kernel, size, return_indices=True,
                    _random_samples=library.tensor(samples),
                )  # fmt: skip
                found.append([y.numpy() for y in out])
            for a, b in zip(*found, strict=True):
                np.testing.assert_array_equal(a, b, err_msg=f"trial {trial}")


# ------------------------------------------------------------------ batch norms of images


@pytest.mark.width
@pytest.mark.parametrize("shape", [(3, 4, 5, 6), (2, 3, 4, 2, 5), (4, 3, 9)])
def test_batch_norm_of_images(shape):
    """The kernel of statistics: equal to ops in float64, gradients of second order, in plans."""
    rng, channels = np.random.default_rng(0), shape[1]
    x, g = (tl.tensor(rng.standard_normal(shape)) for _ in range(2))
    w, b = (tl.tensor(rng.standard_normal(channels)).requires_grad_() for _ in range(2))
    x = (3 * x + 1000).requires_grad_()

    def norm(x, w, b):
        return F.batch_norm(x, None, None, w, b, True)

    dims = (0, *range(2, len(shape)))
    along = (1, channels, *[1] * (len(shape) - 2))
    data = x.detach().numpy()
    want = (data - data.mean(dims, keepdims=True)) / np.sqrt(data.var(dims, keepdims=True) + 1e-5)
    want = want * w.detach().numpy().reshape(along) + b.detach().numpy().reshape(along)
    np.testing.assert_allclose(norm(x, w, b).detach().numpy(), want, 1e-9, 1e-9)
    assert tl.autograd.gradcheck(norm, (x, w, b))
    assert tl.autograd.gradgradcheck(norm, (x, w, b))
    grads = tl.autograd.grad(norm(x, w, b), (x, w, b), g)
    again = tl.compile(lambda x, w, b: tl.autograd.grad(norm(x, w, b), (x, w, b), g))(x, w, b)
    for one, other in zip(grads, again, strict=True):
        np.testing.assert_array_equal(one.numpy(), other.detach().numpy())


def test_batch_norm_far_from_zero():
    """Statistics of float32 numbers are as exact as their spread is wide."""
    rng = np.random.default_rng(0)
    x = (rng.standard_normal((4, 3, 8, 8)) + 1e4).astype("f4")
    layer = nn.BatchNorm2d(3, momentum=1.0)
    out = layer(tl.from_numpy(x)).detach().numpy()
    exact = x.astype("f8")
    mean, var = exact.mean((0, 2, 3), keepdims=True), exact.var((0, 2, 3), keepdims=True)
    np.testing.assert_allclose(out, (exact - mean) / np.sqrt(var + 1e-5), rtol=1e-4, atol=1e-4)
    np.testing.assert_allclose(layer.running_mean.numpy(), mean.ravel(), rtol=1e-6)
    unbiased = exact.var((0, 2, 3), ddof=1)
    np.testing.assert_allclose(layer.running_var.numpy(), unbiased, rtol=1e-5)


@pytest.mark.parametrize(
    "pool",
    [
        lambda x: F.max_unpool2d(x, x.long(), 2),
        lambda x: F.fractional_max_pool2d(x, (3, 2), output_size=(8, 10)),
    ],
    ids=["unpool", "fractional"],
)
def test_a_batch_without_images(pool):
    x = tl.ones(0, 3, 12, 12, requires_grad=True)
    out = pool(x)
    assert out.shape == (0, *pool(tl.zeros(1, 3, 12, 12)).shape[1:])
    out.sum().backward()
    assert x.grad.shape == x.shape


@pytest.mark.parametrize("name", ["avg", "max"])
@pytest.mark.parametrize("dims", [1, 2, 3])
def test_no_windows_have_no_gradient(dims, name):
    """It was zeros, where PyTorch asks what was meant."""
    x = tl.ones((2, 3) + (4,) * dims, requires_grad=True)
    for output_size in (0, (0,) + (2,) * (dims - 1)):
        found = getattr(F, f"adaptive_{name}_pool{dims}d")(x, output_size)
        with pytest.raises(RuntimeError, match=r"_backward.*expected an output_size of at least 1"):
            found.sum().backward()
