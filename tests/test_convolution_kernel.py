"""The kernels of convolutions against NumPy: all three sums, sizes, strides, widths, threads."""

import itertools
from dataclasses import replace

import numpy as np
import pytest
from kernel_devices import addresses
from tensorlite.kernels.cpu import (
    box_loops,
    boxes,
    convolution,
    convolution_loops,
    machine,
    matmul_loops,
    pair_loops,
    pairs,
)
from tensorlite.kernels.cuda.matmul import Tile
from tensorlite.kernels.reference import convolution as reference
from tensorlite.kernels.work import convolutions
from tensorlite.kernels.work.convolutions import Form, Geometry
from test_matmul_kernel import Guarded

TINY = Tile(down=2, across=4, tall=2, broad=3, depth=4)
rng = np.random.default_rng(0)
each_width = pytest.mark.cases("width", indirect=True, cpu=[None, "sse2", "avx2"], cuda=[None])


@pytest.fixture
def width(request, monkeypatch):
    """Vectors of this CPU, and the narrower paths that other CPUs take."""
    if request.param is not None:
        if request.param not in machine.levels():
            pytest.skip(f"this CPU has no {request.param}")
        narrower = machine.current().at(request.param)
        monkeypatch.setattr(machine, "current", lambda: narrower)
    return request.param


def sample(*shape, dtype="float32"):
    if np.dtype(dtype).kind == "f":
        return rng.standard_normal(shape).astype(dtype)
    return rng.integers(-9, 9, shape).astype(dtype)


def lifted(x):
    images, channels, *rest = x.strides
    return (images, channels, *convolutions.spatial(rest, 0))


def run(device, sums, geometry, reach, left, size, right, out, added=None):
    """The frame, the panels and the sums, on arrays."""
    device, dtype = device.sized(tile=TINY), left.dtype.name
    kernels, ends = device.convolution, (lifted(right), lifted(out))
    frame, framed = reach(geometry), left
    given = sums(geometry, left.itemsize, lifted(left), (0, 0, 0), *ends)
    others, bare = given, [kernels.bare(dtype, total) for total in given]
    if not all(bare) and not frame.within(size):
        framed = np.full((*left.shape[:2], *frame.extents), 99, dtype)
        launch = kernels.frame(dtype, *left.shape[:2], size, lifted(left), frame)
        launch(*addresses(left, framed))
        others = sums(geometry, left.itemsize, framed.strides, frame.low, *ends)
    for alone, total, other in zip(bare, given, others, strict=True):
        images, first = (left, 0) if alone else (framed, other.a.start)
        total = total if alone else replace(other, reach=None)
        panels, b = None, right.ctypes.data + total.b.start
        launch, count = kernels.pack(dtype, total)
        if launch is not None:
            panels = np.full(count, 99, dtype)
            launch(b, panels.ctypes.data)
            b = panels.ctypes.data
        launch = kernels.contract(dtype, total, added is not None)
        launch(images.ctypes.data + first, b, out.ctypes.data + total.out.start,
               *addresses(added))  # fmt: skip
    return out


def places_of(size, kernel, stride, before, dilation):
    dims = zip(size, kernel, stride, before, dilation, strict=True)
    return tuple((n + 2 * p - d * (k - 1) - 1) // s + 1 for n, k, s, p, d in dims)


def channels_last(x):
    return np.moveaxis(np.ascontiguousarray(np.moveaxis(x, 1, -1)), -1, 1)


def three_sums(device, images, inner, outer, size, kernel, stride, before, dilation, groups=1,
               dtype="float32", laid=np.asarray):  # fmt: skip
    """All three of a convolution, computed and by the reference; `laid` lays what they take."""
    form = Form(stride, before, dilation, groups)
    places = places_of(size, kernel, stride, before, dilation)
    g = Geometry.of(form, images, inner, outer, size, kernel, places)
    x, w = sample(images, inner, *size, dtype=dtype), sample(outer, inner // groups, *kernel,
                                                              dtype=dtype)  # fmt: skip
    y, c = sample(images, outer, *places, dtype=dtype), sample(outer, dtype=dtype)
    x, w, y = laid(x), laid(w), laid(y)
    how = stride, before, dilation, groups
    empty = np.full_like
    yield (
        run(device, convolutions.results, g, convolutions.result_frame, x, g.size, w, empty(y, 77),
            c),
        reference.convolution(x, w, places, *how) + c.reshape(-1, *(1,) * len(size)),
    )  # fmt: skip
    yield (
        run(device, convolutions.weights, g, convolutions.result_frame, x, g.size, y, empty(w, 77)),
        reference.weights(x, y, kernel, *how),
    )
    yield (
        run(device, convolutions.images, g, convolutions.image_frame, y, g.places, w, empty(x, 77)),
        reference.images(y, w, size, *how),
    )


def agree(pairs):
    for got, want in pairs:
        if got.dtype.kind == "f":
            close = 3e-5 if got.dtype == np.float32 else 1e-12
            np.testing.assert_allclose(got, want, rtol=close, atol=close * abs(want).max())
        else:
            np.testing.assert_array_equal(got, want)


each_case = pytest.mark.cases(
    "case",
    cpu=[
        (2, 3, 8, (6, 7), (3, 3), (1, 1), (1, 1), (1, 1)),
        (2, 4, 6, (9, 8), (3, 2), (2, 3), (1, 0), (1, 2), 2),
        (1, 5, 40, (5, 5), (1, 1), (1, 1), (0, 0), (1, 1)),
        (1, 5, 33, (6, 6), (1, 1), (2, 2), (0, 0), (1, 1)),
        (3, 2, 17, (20,), (5,), (1,), (2,), (3,)),
        (2, 2, 3, (4, 5, 6), (2, 3, 1), (1, 2, 2), (1, 1, 0), (1, 1, 2)),
        (1, 6, 6, (8, 9), (3, 3), (1, 1), (1, 1), (1, 1), 6),
        (1, 2, 2, (4, 4), (2, 2), (3, 3), (0, 0), (1, 1)),
        (2, 70, 5, (7, 6), (3, 3), (1, 1), (1, 1), (1, 1)),
        (1, 3, 20, (40, 41), (7, 7), (2, 2), (3, 3), (1, 1)),
        (2, 8, 4, (4, 4), (3, 3), (1, 1), (0, 0), (1, 1)),
    ],
    cuda=[
        (2, 3, 4, (4, 5), (3, 2), (1, 1), (1, 1), (1, 1)),
        (1, 2, 4, (5,), (2,), (2,), (1,), (2,), 2),
    ],
)


@each_width
@each_case
@pytest.mark.parametrize("dtype", ["float32", "float64", "int64"])
@pytest.mark.parametrize("laid", [np.asarray, channels_last], ids=["rows", "channels last"])
def test_three_sums(device, width, case, dtype, laid):
    """Gradients of kernels of narrow images whose channels lie last were put in a wrong order."""
    agree(three_sums(device, *case, dtype=dtype, laid=laid))


@pytest.mark.only("cpu")
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("laid", [np.asarray, channels_last], ids=["rows", "channels last"])
def test_all_small_forms(device, dtype, laid):
    """Strides, dilations, kernels and borders against each other, along one dim."""
    for size, k, s, p, d in itertools.product((5, 6), (1, 2, 3), (1, 2, 3, 4), (0, 1), (1, 2, 3)):
        if size + 2 * p > d * (k - 1):
            agree(three_sums(device, 2, 2, 3, (size,), (k,), (s,), (p,), (d,), dtype=dtype,
                             laid=laid))  # fmt: skip


@pytest.mark.only("cpu")
@each_width
def test_borders_of_blocks(device, width):
    """More rows, columns and steps than one block, panel or run holds; parts of each."""
    for case in [
        (1, 40, 150, (33, 40), (3, 3), (1, 1), (1, 1), (1, 1)),
        (9, 3, 31, (13, 13), (2, 2), (1, 1), (0, 0), (1, 1)),
        (2, 300, 16, (3, 3), (1, 1), (1, 1), (0, 0), (1, 1)),
    ]:
        agree(three_sums(device, *case))


FEW = [
    (2, 6, 6, (7, 20), (3, 3), (1, 1), (1, 1), (1, 1), 6),
    (2, 6, 12, (9, 37), (3, 3), (2, 2), (1, 1), (1, 1), 6),
    (3, 1, 2, (19, 35), (5, 5), (1, 1), (0, 0), (1, 1)),
    (2, 2, 40, (18, 33), (3, 3), (1, 1), (1, 1), (1, 1)),
    (3, 5, 1, (3, 30), (3, 30), (1, 1), (0, 0), (1, 1)),
    (2, 300, 1, (3, 40), (1, 1), (1, 1), (0, 0), (1, 1)),
    (2, 1, 300, (5, 40), (3, 1), (1, 1), (1, 0), (1, 1)),
    (2, 4, 4, (6, 17), (2, 3), (2, 1), (0, 1), (1, 2), 4),
]


@pytest.mark.only("cpu")
@each_width
@pytest.mark.parametrize("dtype", ["float32", "float64", "int64"])
def test_few_columns(device, width, dtype, monkeypatch):
    """Vectors along lines of rows or steps, side by side and apart, whole and cut off."""
    ways, chosen = set(), convolution._way

    def way(*args):
        ways.add(chosen(*args)[0])
        return chosen(*args)

    monkeypatch.setattr(convolution, "_way", way)
    for made in (convolution._pack, convolution._contract):
        made.cache_clear()  # a forced level may be the one of another width
    for case in FEW:
        agree(three_sums(device, *case, dtype=dtype))
    assert ways >= {"tiles", "lines", "dots"}


MANY = [
    (3, 5, 9, (9, 29), (3, 3), (1, 1), (1, 1), (1, 1)),
    (5, 4, 30, (8, 8), (3, 3), (1, 1), (1, 1), (1, 1)),
    (2, 6, 8, (30, 17), (5, 3), (2, 2), (2, 1), (1, 1), 2),
    (7, 20, 12, (6, 6), (1, 1), (1, 1), (0, 0), (1, 1)),
    (2, 4, 5, (4, 7, 21), (2, 3, 3), (1, 2, 1), (1, 0, 2), (1, 1, 3)),
    (2, 3, 4, (2000,), (5,), (3,), (1,), (2,)),
    (1, 9, 70, (40, 41), (3, 3), (1, 1), (0, 0), (1, 1)),
    (1, 300, 16, (12, 20), (3, 3), (1, 1), (1, 1), (1, 1)),
]


@pytest.mark.only("cpu")
@each_width
@pytest.mark.parametrize("dtype", ["float32", "float64", "int64"])
def test_many_columns(device, width, dtype, monkeypatch):
    """Boxes of places and pairs of lines: of several images, of parts of one, with residues."""
    ways, chosen = [], convolution._way

    def way(*args):
        ways.append(chosen(*args)[0])
        return chosen(*args)

    monkeypatch.setattr(convolution, "_way", way)
    for made in (convolution._pack, convolution._contract):
        made.cache_clear()
    for case in MANY:
        agree(three_sums(device, *case, dtype=dtype))
    assert ways.count("boxes") > ways.count("tiles")
    assert "pairs" in ways or (dtype, width) == ("int64", "sse2")


RUNS = [
    (9, 3, 5, (7, 7), (3, 3), (1, 1), (1, 1), (1, 1)),
    (3, 2, 4, (5, 6), (3, 3), (1, 1), (3, 3), (3, 3)),
    (2, 4, 10, (8, 9), (4, 4), (2, 2), (1, 1), (1, 1), 2),
    (1, 2, 3, (60, 33), (2, 5), (1, 1), (2, 2), (1, 1)),
    (3, 2, 17, (3, 4, 6), (3, 3, 3), (1, 1, 1), (1, 1, 1), (1, 1, 1)),
    (2, 1, 4, (40, 9), (1, 3), (3, 1), (0, 1), (1, 1)),
    (4, 2, 20, (8, 8), (1, 1), (1, 1), (0, 0), (1, 1)),
]


@pytest.mark.only("cpu")
@each_width
@pytest.mark.parametrize("by_taps", [False, True])
def test_boxes_of_lines_for_each_tap_or_without(device, width, by_taps, monkeypatch):
    def cut(*args):
        return boxes._laid(*args, by_taps)

    monkeypatch.setattr(boxes, "_cut", cut)
    caches = convolution._pack, convolution._contract, boxes.cut
    for made in caches:
        made.cache_clear()
    for case in RUNS + MANY:
        agree(three_sums(device, *case))
    for made in caches:
        made.cache_clear()


@pytest.mark.only("cpu")
@each_width
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_runs_of_places(device, width, dtype, monkeypatch):
    """Planes and lines, images copied as one or not, also where tiles would be quicker."""
    axes, launched = [], pairs.launched

    def launched_from(total, found, *rest):
        axes.append(found.axis)
        return launched(total, found, *rest)

    monkeypatch.setattr(pairs, "TILED", np.inf)
    monkeypatch.setattr(pairs, "launched", launched_from)
    caches = convolution._pack, convolution._contract, pairs.cut
    for made in caches:
        made.cache_clear()
    for case in RUNS + MANY:
        agree(three_sums(device, *case, dtype=dtype))
    assert {2, 3} <= {*axes}
    for made in caches:
        made.cache_clear()


@pytest.mark.only("cpu")
@each_width
def test_an_infinity_reaches_what_it_meets(device, width):
    """Not the taps that lie beside it where several lines go through one vector."""
    images, inner, outer, size = 2, 3, 8, (5, 9)
    for before in (0, 1):
        how = (1, 1), (before, before), (1, 1)
        places = places_of(size, (3, 3), *how)
        g = Geometry.of(Form(*how), images, inner, outer, size, (3, 3), places)
        x, y = sample(images, inner, *size), sample(images, outer, *places)
        x[1, 1, 2, -1] = np.inf
        got = run(device, convolutions.weights, g, convolutions.result_frame, x, g.size, y,
                  np.empty((outer, inner, 3, 3), "f4"))  # fmt: skip
        want = reference.weights(x, y, (3, 3), *how, 1)
        np.testing.assert_array_equal(np.isfinite(got), np.isfinite(want))
        clean = np.isfinite(want)
        assert clean[:, 1].any() and not clean[:, 1].all()
        np.testing.assert_allclose(got[clean], want[clean], rtol=1e-4, atol=1e-4)


@pytest.mark.only("cpu")
@each_width
@pytest.mark.parametrize("at_end", [False, True])
def test_nothing_outside_the_operands_is_touched(device, at_end, width):
    """Operands that touch a page without access: one byte further and the process would die."""
    memory = [Guarded(60) for _ in range(3)]
    for images, inner, outer, size, kernel, stride, before, dilation, *groups in [
        (1, 3, 37, (9, 11), (3, 2), (1, 1), (0, 0), (1, 1)),
        (2, 5, 3, (7, 21), (3, 3), (2, 2), (1, 1), (1, 1)),
        (2, 4, 4, (6, 19), (3, 3), (1, 1), (0, 0), (1, 1), 4),
        (1, 2, 40, (5, 33), (1, 1), (1, 1), (0, 0), (1, 1)),
    ]:
        form = Form(stride, before, dilation, *groups)
        places = places_of(size, kernel, stride, before, dilation)
        shapes = (images, inner, *size), (outer, inner // form.groups, *kernel)
        shapes = (*shapes, (images, outer, *places))
        x, w, y = (m.array(s, "float32", at_end) for m, s in zip(memory, shapes, strict=True))
        g = Geometry.of(form, images, inner, outer, size, kernel, places)
        x[...], w[...] = sample(*x.shape), sample(*w.shape)
        run(device, convolutions.results, g, convolutions.result_frame, x, g.size, w, y)
        want = reference.convolution(x, w, places, stride, before, dilation, form.groups)
        np.testing.assert_allclose(y, want, rtol=1e-4, atol=1e-4)
        run(device, convolutions.images, g, convolutions.image_frame, y, g.places, w, x)
        run(device, convolutions.weights, g, convolutions.result_frame, x, g.size, y, w)


@pytest.mark.only("cpu")
def test_bits_do_not_depend_on_threads(device):
    for case in [
        (4, 16, 48, (30, 31), (3, 3), (1, 1), (1, 1), (1, 1)),
        (4, 16, 24, (30, 31), (3, 3), (2, 2), (1, 1), (1, 1)),
        (4, 16, 16, (60, 61), (3, 3), (1, 1), (1, 1), (1, 1), 16),
        (4, 1, 3, (90, 91), (3, 3), (1, 1), (1, 1), (1, 1)),
    ]:
        global rng
        found = []
        for _ in device.runs():
            rng = np.random.default_rng(5)
            found.append([got for got, _ in three_sums(device, *case)])
        for other in found[1:]:
            assert all((a == b).all() for a, b in zip(found[0], other, strict=True))


@each_width
@pytest.mark.parametrize("layout", ["channels last", "steps", "reversed", "broadcast"])
def test_images_of_any_strides(device, layout, width):
    g = Geometry.of(Form((1, 1), (1, 0), (1, 1)), 2, 3, 4, (5, 4), (3, 3), (5, 2))
    x, w = sample(2, 3, 5, 4), sample(4, 3, 3, 3)
    if layout == "channels last":
        x = np.ascontiguousarray(x.transpose(0, 2, 3, 1)).transpose(0, 3, 1, 2)
    elif layout == "steps":
        x = sample(4, 6, 10, 8)[::2, ::2, ::2, ::2]
    elif layout == "reversed":
        x = x[::-1, ::-1, ::-1, ::-1]
    else:
        x = np.broadcast_to(x[:1, :, :1], x.shape)
    for before in ((1, 0), (0, 0)):
        form = Form((1, 1), before, (1, 1))
        places = places_of((5, 4), (3, 3), *((1, 1), before, (1, 1)))
        g = Geometry.of(form, 2, 3, 4, (5, 4), (3, 3), places)
        y = np.empty((2, 4, *places), "f4")
        run(device, convolutions.results, g, convolutions.result_frame, x, g.size, w, y)
        want = reference.convolution(x, w, places, (1, 1), before, (1, 1))
        np.testing.assert_allclose(y, want, rtol=1e-5, atol=1e-5)


def test_residues_meet_every_tap_once():
    for size, kernel, stride, dilation, before in itertools.product(
        (1, 4, 7), (1, 2, 3, 5), (1, 2, 3, 4), (1, 2, 3), (0, 1, 2)
    ):
        met = set()
        for r in convolutions.residues(size, kernel, stride, dilation, before):
            for m, t in itertools.product(range(r.count), range(r.taps)):
                met.add((r.first + m * stride, r.tap + t * r.apart, r.low + m - t * r.back))
        want = {
            (q, t, (q + before - t * dilation) // stride)
            for q, t in itertools.product(range(size), range(kernel))
            if (q + before - t * dilation) % stride == 0
        }
        assert met == want


@pytest.mark.only("cpu")
def test_kernels_mean_what_they_compile_to(device, monkeypatch):
    """Each kernel runs as plain Python on the block that its compiled form gets."""
    found = machine.Machine("plain", "", "sse2", 16, 16, False, (1 << 15, 1 << 19, 1 << 22))
    monkeypatch.setattr(machine, "current", lambda: found)
    convolution.frame.cache_clear()
    made = []

    def plain(kernel, dtype, **statics):
        made.append((kernel, statics))
        return 0

    class Plain:
        def __init__(self, entry, items, geometry, *rest):
            entry()
            (self.kernel, self.statics), self.items, self.geometry = made[-1], items, geometry

        def __call__(self, *operands):
            block = np.concatenate([np.array(operands, np.int64), self.geometry])
            for module in (box_loops, pair_loops, convolution_loops, matmul_loops):
                monkeypatch.setattr(module, "T", np.float32)
                for name, number in self.statics.items():
                    if hasattr(module, name):
                        monkeypatch.setattr(module, name, number)
            self.kernel(block.ctypes.data, 0, self.items)

    monkeypatch.setattr(convolution, "kernel_entry", plain)
    monkeypatch.setattr(convolution, "Launch", Plain)
    agree(three_sums(device, 1, 2, 5, (3, 4), (2, 2), (1, 1), (1, 1), (1, 1)))
    agree(three_sums(device, 1, 2, 9, (4,), (3,), (2,), (1,), (1,)))
    convolution.frame.cache_clear()
