"""Images of other sizes and images seen through grids: beside PyTorch, and by differences."""

import itertools
import warnings

import numpy as np
import pytest
from tensorlite.kernels.cpu import resampling
from tensorlite.kernels.work.resampling import LINE, Axis
from test_plan_table import agree, with_gradients

import tensorlite as tl
import tensorlite.nn.functional as F
from tensorlite import nn

SHAPES = {3: (2, 2, 7), 4: (1, 2, 5, 7), 5: (1, 1, 3, 4, 3)}
MODES = {
    "nearest": (3, 4, 5), "nearest-exact": (3, 4, 5), "area": (3, 4, 5), "linear": (3,),
    "bilinear": (4,), "bicubic": (4,), "trilinear": (5,),
}  # fmt: skip
SIZES = [
    *({"size": n} for n in (1, 3, 6, 14)),
    *({"scale_factor": s} for s in (0.4, 0.75, 1.7, 2.0)),
    {"scale_factor": 1.7, "recompute_scale_factor": True},
]
CASES = [
    (ndim, {"mode": mode, "align_corners": corners, "antialias": smooth})
    for mode, ndims in MODES.items()
    for ndim in ndims
    for corners in ((True, False) if "linear" in mode or "cubic" in mode else (None,))
    for smooth in ((False, True) if mode in ("bilinear", "bicubic") else (False,))
]
GRIDS = list(itertools.product(("bilinear", "nearest", "bicubic"),
                               ("zeros", "border", "reflection"), (True, False)))  # fmt: skip


def shown(case):
    return "-".join(str(part) for part in (case[0], *case[1].values()))


def both(call, *arrays):
    """The result and the gradients of a function of both libraries, and compare them."""
    torch = pytest.importorskip("torch")
    found = []
    for library, functional in ((tl, F), (torch, torch.nn.functional)):
        leaves = [library.tensor(x, requires_grad=True) for x in arrays]
        out = call(functional, *leaves)
        seed = np.cos(np.arange(out.numel(), dtype=arrays[0].dtype)).reshape(tuple(out.shape))
        grads = library.autograd.grad(out, leaves, library.tensor(seed), allow_unused=True)
        grads = [0 * x if g is None else g.numpy() for g, x in zip(grads, arrays, strict=True)]
        found.append([out.detach().numpy(), *grads])
    close = 2e-5 if arrays[0].dtype == np.float32 else 1e-10
    for got, want in zip(*found, strict=True):
        np.testing.assert_allclose(got, want, close, close)


def normal(*shape, seed=0, dtype="float64"):
    return np.random.default_rng(seed).standard_normal(shape).astype(dtype)


@pytest.mark.torch
@pytest.mark.parametrize("case", CASES, ids=shown)
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_sizes_as_in_torch(case, dtype):
    ndim, options = case
    for size in SIZES:
        both(lambda f, x, size=size: f.interpolate(x, **size, **options),
             normal(*SHAPES[ndim], dtype=dtype))  # fmt: skip


@pytest.mark.torch
@pytest.mark.parametrize("options", GRIDS, ids=str)
@pytest.mark.parametrize("shape", [(2, 3, 4, 5), (1, 2, 3, 4, 5), (1, 1, 1, 1), (1, 2, 1, 5)])
def test_grids_as_in_torch(shape, options):
    """With places on the border, in the middle, and far outside."""
    dims = len(shape) - 2
    if options[0] == "bicubic" and dims == 3:
        return
    grid = 1.5 * normal(shape[0], *(3, 4, 2)[:dims], dims, seed=1)
    grid.flat[:7] = 1, -1, 0, 3, -3, 1, -1
    both(lambda f, x, grid: f.grid_sample(x, grid, *options), normal(*shape), grid)


@pytest.mark.torch
@pytest.mark.parametrize("size", [(2, 3, 4, 5), (2, 2, 3, 4, 5), (2, 1, 1, 3)])
@pytest.mark.parametrize("corners", [True, False])
def test_affine_grids_as_in_torch(size, corners):
    dims = len(size) - 2
    both(lambda f, theta: f.affine_grid(theta, size, corners), normal(2, dims, dims + 1))


# ------------------------------------------------------------------ by differences, and in plans

FUNCTIONS = {
    **{
        f"{mode}-{ndims[-1]}": (
            lambda x, mode=mode: F.interpolate(x, scale_factor=1.6, mode=mode), SHAPES[ndims[-1]]
        )
        for mode, ndims in MODES.items()
    },
    "smoothed": (
        lambda x: F.interpolate(x, (2, 3), mode="bicubic", antialias=True), (1, 2, 5, 7)
    ),
    **{
        "-".join(map(str, options)): (
            lambda x, options=options: F.grid_sample(
                x, x[:, :1].reshape(1, 1, 5, 2).tanh() * 1.3, *options
            ),
            (1, 2, 2, 5),
        )
        for options in GRIDS
        if options[0] != "nearest"
    },
}  # fmt: skip


@pytest.mark.parametrize("name", FUNCTIONS)
def test_gradients_to_the_second_order(name):
    function, shape = FUNCTIONS[name]
    x = tl.tensor(normal(*shape, seed=4), requires_grad=True)
    assert tl.autograd.gradcheck(function, (x,))
    assert tl.autograd.gradgradcheck(function, (x,))


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_plan_has_the_bits_of_eager_code(name):
    function, shape = FUNCTIONS[name]
    calls = (lambda seed=seed: [tl.tensor(normal(*shape, seed=seed))] for seed in (0, 1))
    agree(with_gradients(function), *calls)


# ------------------------------------------------------------------ edges


def test_nothing_spreads_that_has_no_weight():
    """An infinite element, or NaN, is no part of results that it has no tap in."""
    x = tl.arange(8.0).reshape(1, 1, 8)
    x[0, 0, 0], x[0, 0, 7] = np.inf, np.nan
    out = F.interpolate(x, size=16, mode="linear")
    assert tl.isfinite(out[..., 3:13]).all()


def test_places_that_are_no_numbers():
    grid = tl.tensor([[[[np.nan, 0.0], [np.inf, -np.inf]]]])
    for mode, padding, corners in GRIDS:
        out = F.grid_sample(tl.ones(1, 1, 3, 3), grid, mode, padding, corners)
        assert out.shape == (1, 1, 1, 2)


def test_integers_by_the_nearest_and_batches_of_nothing():
    assert F.interpolate(tl.arange(3).reshape(1, 1, 3), size=6).tolist() == [[[0, 0, 1, 1, 2, 2]]]
    for mode in ("nearest", "bilinear", "area"):
        assert F.interpolate(tl.zeros(0, 2, 3, 4), size=(6, 5), mode=mode).shape == (0, 2, 6, 5)


@pytest.mark.torch
def test_layers_print_and_compute_as_in_torch():
    torch = pytest.importorskip("torch")
    x = normal(1, 2, 3, 4, dtype="float32")
    for name, options in (
        ("Upsample", {"scale_factor": 2}), ("Upsample", {"size": (5, 6), "mode": "bicubic"}),
        ("Upsample", {"scale_factor": (2, 1.5), "mode": "bilinear", "align_corners": True}),
        ("UpsamplingNearest2d", {"scale_factor": 2}), ("UpsamplingBilinear2d", {"size": (6, 7)}),
    ):  # fmt: skip
        mine, theirs = getattr(nn, name)(**options), getattr(torch.nn, name)(**options)
        assert repr(mine) == repr(theirs)
        np.testing.assert_allclose(mine(tl.tensor(x)).numpy(), theirs(torch.tensor(x)).numpy(),
                                   1e-5, 1e-5)  # fmt: skip


WRONG = [
    (lambda x: F.interpolate(x), "either should be defined"),
    (lambda x: F.interpolate(x, 2, 2), "only one of size or scale_factor"),
    (lambda x: F.interpolate(x, (1, 2, 3)), "same number of spatial dimensions"),
    (lambda x: F.interpolate(x, 2.5), "size to be an int"),
    (lambda x: F.interpolate(x, 0), "sizes should be greater than 0"),
    (lambda x: F.interpolate(x, 2, mode="linear"), "Input of 3D for mode 'linear'; got 4D"),
    (lambda x: F.interpolate(x, 2, mode="cubic"), "mode to be one of nearest"),
    (lambda x: F.interpolate(x, 2, align_corners=True), "align_corners option can only be set"),
    (lambda x: F.interpolate(x, 2, antialias=True), "Anti-alias option is restricted to"),
    (lambda x: F.interpolate(x, 2, recompute_scale_factor=True), "not meaningful with an explici"),
    (lambda x: F.interpolate(x.long(), 2, mode="bilinear"), "floating point tensor for mode"),
    (lambda x: F.interpolate(x[..., :0], 2), "non-empty dims but for the batch"),
    (lambda x: F.grid_sample(x, x), "size 2 in last dimension"),
    (lambda x: F.grid_sample(x, x[..., :2], "cubic"), "mode to be 'bilinear'"),
    (lambda x: F.grid_sample(x, x[..., :2], "nearest", "ones"), "padding_mode to be 'zeros'"),
    (lambda x: F.grid_sample(x, x[..., :2].double()), "to have the same dtype"),
    (lambda x: F.grid_sample(x[0], x[0, ..., :2]), "4D or 5D"),
    (lambda x: F.affine_grid(x[0], (2, 1, 3, 3)), "a batch of 2D affine matrices"),
    (lambda x: F.affine_grid(x[0, :, :2, :3], (2, 1, 0, 3)), "non-zero, positive output size"),
    (lambda x: F.affine_grid(x[0].long(), (1, 1, 3, 3)), "theta to have floating point type"),
]


@pytest.mark.parametrize(("function", "told"), WRONG, ids=[told for _, told in WRONG])
def test_what_cannot_be_is_refused(function, told):
    with pytest.raises((RuntimeError, ValueError, TypeError, NotImplementedError), match=told):
        function(tl.zeros(1, 2, 4, 4))


@pytest.mark.width
@pytest.mark.parametrize("mode", ["bilinear", "bicubic"])
@pytest.mark.parametrize("padding_mode", ["zeros", "border"])
def test_grid_samples_to_the_second_order(mode, padding_mode):
    """All three sums of weighted elements, each of which is the gradient of the others."""
    rng = np.random.default_rng(3)
    x = tl.tensor(rng.standard_normal((2, 3, 4, 5))).requires_grad_()
    grid = tl.tensor(rng.uniform(-1.2, 1.2, (2, 3, 3, 2))).requires_grad_()

    def function(x, grid):
        return F.grid_sample(x, grid, mode, padding_mode, align_corners=False)

    assert tl.autograd.gradcheck(function, (x, grid))
    assert tl.autograd.gradgradcheck(function, (x, grid))


def test_grid_samples_of_many_places_in_plans():
    """More places than a strip; eager's bits in a plan, for any number of threads."""
    rng, before, found = np.random.default_rng(4), tl.get_num_threads(), []
    x = tl.tensor(rng.standard_normal((3, 5, 20, 21)).astype("f4")).requires_grad_()
    grid = tl.tensor(rng.uniform(-1.1, 1.1, (3, 30, 31, 2)).astype("f4")).requires_grad_()

    def both(x, grid):
        out = F.grid_sample(x, grid, align_corners=False)
        return out, *tl.autograd.grad(out.square().sum(), (x, grid))

    try:
        for count in (1, 3):
            tl.set_num_threads(count)
            found += [both(x, grid), tl.compile(both)(x, grid)]
    finally:
        tl.set_num_threads(before)
    for other in found[1:]:
        for one, two in zip(found[0], other, strict=True):
            np.testing.assert_array_equal(one.detach().numpy(), two.detach().numpy())


@pytest.mark.width
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("smooth", [False, True])
@pytest.mark.parametrize("kind", ["linear", "cubic"])
def test_the_kernel_is_a_product_with_the_weights_of_each_axis(dtype, smooth, kind):
    axes = (Axis(), Axis(5, 8, kind, smooth=smooth), Axis(37, 19, kind, smooth=smooth))
    rng = np.random.default_rng(0)
    x, g = (rng.standard_normal((3, *shape)).astype(dtype) for shape in ((1, 5, 37), (1, 8, 19)))
    maps = []
    for axis in axes:
        found, weights = axis.taps(dtype)
        each = np.zeros((axis.count, axis.extent))
        np.add.at(each, (np.arange(axis.count)[:, None], found), weights)
        maps.append(each)
    out, gx = np.empty_like(g), np.empty_like(x)
    resampling.launch(dtype, 3, axes)(x.ctypes.data, out.ctypes.data)
    resampling.launch(dtype, 3, axes, True)(g.ctypes.data, gx.ctypes.data)
    close = {"rtol": 0, "atol": 1e-5 if dtype == "float32" else 1e-13}
    np.testing.assert_allclose(out, np.einsum("pdhw,ad,bh,cw->pabc", x, *maps), **close)
    np.testing.assert_allclose(gx, np.einsum("pabc,ad,bh,cw->pdhw", g, *maps), **close)


@pytest.mark.parametrize("mode", ["bilinear", "bicubic"])
def test_lines_too_long_for_the_kernel_are_the_same_numbers(mode):
    x = tl.randn(1, 2, 3, LINE + 5, dtype=tl.float64, requires_grad=True)
    wide = F.interpolate(x, size=(5, 40), mode=mode)
    (gx,) = tl.autograd.grad(wide.sum(), x)
    both_ways = F.interpolate(x.detach().mT, size=(40, 5), mode=mode).mT  # its lines are short
    tl.testing.assert_close(wide.detach(), both_ways)
    assert abs(float(gx.sum()) - wide.numel()) < 1e-6


def test_parts_of_a_batch_and_derivatives_of_sizes():
    x = tl.randn(4, 2, 5, 6, dtype=tl.float64)

    def f(part):
        return F.interpolate(part[None], scale_factor=1.5, mode="bicubic")[0]

    with warnings.catch_warnings():
        warnings.simplefilter("error")  # no part is computed alone
        got = tl.func.vmap(f)(x)
    tl.testing.assert_close(got, F.interpolate(x, scale_factor=1.5, mode="bicubic"))
    _, moved = tl.func.jvp(f, (x[0],), (x[1],))
    tl.testing.assert_close(moved, f(x[1]))  # it is linear
    leaf = x[:1].clone().requires_grad_()
    assert tl.autograd.gradgradcheck(lambda a: F.interpolate(a, size=4, mode="bilinear"), leaf)


@pytest.mark.torch
@pytest.mark.parametrize("layout", ["contiguous_format", "channels_last"])
@pytest.mark.parametrize("more", [{}, {"antialias": True}, {"align_corners": True}], ids=str)
@pytest.mark.parametrize("mode", ["bilinear", "bicubic"])
@pytest.mark.parametrize("size", [(8, 7), (31, 9)])
def test_images_of_bytes_stay_bytes(size, mode, more, layout):
    torch = pytest.importorskip("torch")
    images = np.random.default_rng(0).integers(0, 256, (2, 3, 17, 13), dtype=np.uint8)
    got, want = (
        p.nn.functional.interpolate(
            p.from_numpy(images).to(memory_format=getattr(p, layout)), size, mode=mode, **more)
        for p in (tl, torch)
    )  # fmt: skip
    assert got.dtype is tl.uint8 and got.stride() == want.stride()
    apart = np.abs(got.numpy().astype(int) - want.numpy().astype(int))
    assert apart.max() <= 1 and (apart > 0).mean() < 0.05
