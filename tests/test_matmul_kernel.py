"""Matrix product kernels against NumPy: sizes, strides, batches, dtypes, vector widths, bounds."""

import ctypes
import itertools
import mmap

import numpy as np
import pytest
from kernel_devices import addresses
from tensorlite.kernels import scalars
from tensorlite.kernels.cpu import machine, matmul
from tensorlite.kernels.cuda.matmul import Tile
from tensorlite.kernels.reference.matmul import matmul as reference

TINY = Tile(down=2, across=4, tall=2, broad=3, depth=4)  # 4 x 12 elements: most tiles are cut off
rng = np.random.default_rng(0)
INTEGERS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
PAGE = mmap.PAGESIZE
each_width = pytest.mark.cases("width", indirect=True, cpu=[None, "sse2", "avx2"], cuda=[None])


@pytest.fixture
def width(request, monkeypatch):
    """Vectors of this CPU, and the narrower paths that other CPUs take."""
    if request.param is not None:
        if request.param not in machine.levels():
            pytest.skip(f"this CPU has no {request.param}")
        take(request.param, monkeypatch)
    return request.param


def take(level, monkeypatch):
    """Plan products as for a level of x86-64."""
    narrower = machine.current().at(level)
    monkeypatch.setattr(machine, "current", lambda: narrower)


def plan_of(device, a, b, out, c=None, alpha=1, beta=1, tile=TINY):
    """The plan for these arrays, `a`, `b` and `c` broadcast over the batch."""
    batch = out.shape[:-2]
    a = np.broadcast_to(a, batch + a.shape[-2:])
    b = np.broadcast_to(b, batch + b.shape[-2:])
    added = {}
    if c is not None:
        c = np.broadcast_to(c, out.shape)
        added = {"c_strides": c.strides[-2:], "c_batch": c.strides[:-2]}
    m, k, n = *a.shape[-2:], b.shape[-1]
    ends = [x.strides[-2:] for x in (a, b, out)]
    starts = [x.strides[:-2] for x in (a, b, out)]
    plan = device.sized(tile=tile).matmul.plan
    return plan(a.dtype, m, n, k, *ends, batch, *starts, **added, alpha=alpha, beta=beta)


def multiply(device, a, b, out=None, c=None, alpha=1, beta=1, tile=TINY):
    if out is None:
        batch = np.broadcast_shapes(a.shape[:-2], b.shape[:-2])
        out = np.empty((*batch, a.shape[-2], b.shape[-1]), a.dtype)
        out.view(np.uint8)[...] = 0xAB
    plan = plan_of(device, a, b, out, c, alpha, beta, tile)
    device.matmul.run(plan, *addresses(a, b, out, c))
    return out


def sample(shape, dtype="float32"):
    if np.dtype(dtype).kind == "f":
        return rng.standard_normal(shape).astype(dtype)
    return rng.integers(0, 1 << 30, shape).astype(dtype)


def check(a, b, got, c=None, alpha=1, beta=1):
    """Integers agree exactly; floats within k roundings of the sum of the magnitudes."""
    expected = reference(a, b, c, alpha, beta)
    assert got.dtype == a.dtype and got.shape == expected.shape
    if a.dtype.kind != "f":
        np.testing.assert_array_equal(got, expected)
        return
    magnitude = np.matmul(np.abs(a).astype("f8"), np.abs(b).astype("f8")) * abs(alpha)
    if c is not None:
        magnitude = magnitude + np.abs(c).astype("f8") * min(1, abs(beta))
    bound = (a.shape[-1] + 3) * np.finfo(a.dtype).eps * magnitude
    error = np.abs(got.astype("f8") - expected.astype("f8"))
    assert (error <= bound).all(), (a.shape, b.shape, float((error - bound).max()))


def laid_out(x, layout):
    """An array of equal values whose last two axes lie otherwise in memory."""
    *batch, rows, columns = x.shape
    if layout == "C":
        return x
    if layout == "F":
        return np.ascontiguousarray(x.swapaxes(-1, -2)).swapaxes(-1, -2)
    if layout == "padded":
        big = np.zeros((*batch, rows + 2, columns + 3), x.dtype)
        view = big[..., 1:-1, 1:-2]
    elif layout == "steps":
        view = np.zeros((*batch, 2 * rows, 3 * columns), x.dtype)[..., ::2, ::3]
    elif layout == "reversed":
        view = np.zeros(x.shape, x.dtype)[..., ::-1, ::-1]
    elif layout == "rows reversed":
        view = np.zeros(x.shape, x.dtype)[..., ::-1, :]
    view[...] = x
    return view


LAYOUTS = ["C", "F", "padded", "steps", "reversed", "rows reversed"]
SIZES = (0, 1, 2, 3, 4, 5, 7, 8, 11, 12, 13, 16, 17)


@pytest.mark.parametrize("dtype", ["float32", "float64", "int32"])
@pytest.mark.parametrize(
    "size",
    [(1, 1, 1), (1, 9, 5), (9, 1, 5), (4, 12, 4), (5, 13, 5), (3, 5, 9), (8, 24, 3)],
    ids=str,
)
def test_sizes(device, size, dtype):
    m, n, k = size
    a, b = sample((m, k), dtype), sample((k, n), dtype)
    check(a, b, multiply(device, a, b))


@pytest.mark.only("cpu")
@each_width
def test_small_sizes(device, width):
    for m, n, k in itertools.product(SIZES, SIZES, SIZES):
        a, b = sample((m, k)), sample((k, n))
        check(a, b, multiply(device, a, b))


@pytest.mark.only("cpu")
@each_width
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_few_rows_over_long_rows(device, dtype, width):
    """Read in long rows, or in tiles as high as they are: the bits of many rows."""
    for n, k in [(600, 300), (1030, 5), (2049, 257)]:
        a, b = sample((60, k), dtype), sample((k, n), dtype)
        many = multiply(device, a, b)
        for m in (1, 2, 3, 5, 6, 7, 8, 9, 12, 13, 16, 23):
            few = multiply(device, a[:m], b)
            check(a[:m], b, few)
            assert (few == many[:m]).all()


@pytest.mark.only("cpu")
@pytest.mark.parametrize("dtype", ["float32", "float64", "int32"])
@each_width
def test_tall_products_by_columns(device, dtype, width):
    """A block packs its own part of `a`, whose columns are long: the bits of rows side by side."""
    for shape, n, k in [((600,), 300, 260), ((2, 513), 257, 513), ((1030,), 256, 1)]:
        a, b = sample((*shape, k), dtype), sample((k, n), dtype)
        c = sample((*shape, n), dtype)
        got = multiply(device, laid_out(a, "F"), b, None, c, 2, 3)
        check(a, b, got, c, 2, 3)
        np.testing.assert_array_equal(got, multiply(device, a, b, None, c, 2, 3))


@pytest.mark.only("cpu")
@each_width
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_block_borders(device, dtype, width):
    """Around the tiles, the blocks of k and the limits between direct reading and packing."""
    for m, n, k in [(12, 32, 256), (13, 33, 257), (11, 31, 255), (24, 16, 512), (25, 17, 513),
                    (255, 63, 64), (256, 64, 63), (257, 65, 300), (63, 600, 40), (193, 100, 100),
                    (1, 300, 700), (300, 1, 700), (5, 8, 1030), (40, 530, 3)]:  # fmt: skip
        for layout_a, layout_b in itertools.product("CF", "CF"):
            a = laid_out(sample((m, k), dtype), layout_a)
            b = laid_out(sample((k, n), dtype), layout_b)
            check(a, b, multiply(device, a, b))


@each_width
@pytest.mark.cases(
    "size", cpu=[(1, 40, 37), (40, 1, 37), (3, 40, 70), (13, 37, 29)], cuda=[(5, 7, 6)]
)
@pytest.mark.cases("first", cpu=LAYOUTS, cuda=["C", "F", "steps"])
def test_layouts(device, size, first, width):
    m, n, k = size
    others = LAYOUTS if device.name == "cpu" else ["C", "F", "steps"]
    for layouts in itertools.product([first], others, others):
        a, b, out = (
            laid_out(sample(shape), layout)
            for shape, layout in zip(((m, k), (k, n), (m, n)), layouts, strict=True)
        )
        check(a, b, multiply(device, a, b, out))


each_size = pytest.mark.cases(
    "size",
    cpu=[(1, 1, 1), (3, 5, 7), (1, 40, 9), (40, 1, 9), (13, 70, 20), (30, 33, 300)],
    cuda=[(3, 5, 7)],
)
each_order = pytest.mark.cases("orders", cpu=["CC", "CF", "FC", "FF"], cuda=["CC"])


@pytest.mark.parametrize("dtype", INTEGERS)
@each_size
@each_order
def test_integers_wrap_as_in_numpy(device, dtype, size, orders):
    check_integers(device, dtype, size, orders)


@pytest.mark.only("cpu")
@pytest.mark.parametrize("dtype", ["int16", "uint64"])
@each_size
@each_order
@each_width
def test_integers_with_narrow_vectors(device, dtype, size, orders, width):
    check_integers(device, dtype, size, orders)


def check_integers(device, dtype, size, orders):
    m, n, k = size
    a, b = laid_out(sample((m, k), dtype), orders[0]), laid_out(sample((k, n), dtype), orders[1])
    c = sample((m, n), dtype)
    check(a, b, multiply(device, a, b))
    check(a, b, multiply(device, a, b, c=c, alpha=3, beta=2), c, 3, 2)


BATCHES = [
    *[((3,), (3,)), ((2, 3), (3,)), ((3,), (2, 3)), ((2, 1, 4), (3, 1))],
    *[((1,), (5,)), ((4,), ()), ((), (4,)), ((2, 0), (2, 1))],
]


@each_width
@pytest.mark.cases(
    "batch", cpu=BATCHES, cuda=[((2,), (2,)), ((3, 1), (2,)), ((2,), ()), ((), (2,))]
)
@pytest.mark.cases("size", cpu=[(1, 40, 9), (9, 1, 40), (3, 33, 20), (14, 20, 6)], cuda=[(5, 6, 4)])
def test_batches(device, batch, size, width):
    m, n, k = size
    c = sample((n,))
    for layout_a, layout_b in itertools.product(("C", "F", "steps"), ("C", "F")):
        a = laid_out(sample((*batch[0], m, k)), layout_a)
        b = laid_out(sample((*batch[1], k, n)), layout_b)
        check(a, b, multiply(device, a, b))
    got = multiply(device, a, b, c=c, alpha=0.5, beta=-2)
    check(a, b, got, np.broadcast_to(c, got.shape), 0.5, -2)


@pytest.mark.only("cpu")
def test_batch_axes_in_any_order(device):
    a = sample((5, 12, 4, 7)).transpose(2, 0, 1, 3)
    b = sample((7, 4, 5, 9)).transpose(1, 2, 0, 3)
    out = np.empty((9, 5, 12, 4), "float32").transpose(3, 1, 2, 0)
    check(a, b, multiply(device, a, b, out))


@pytest.mark.only("cpu")
def test_batch_over_shared_weights_becomes_rows(device):
    a, b = sample((6, 5, 8)), sample((8, 10))
    plan = plan_of(device, a, b, np.empty((6, 5, 10), "float32"))
    assert [step.launch.items for step in plan.steps] == [1]


@pytest.mark.only("cpu")
@each_width
@pytest.mark.parametrize("dtype", ["float32", "float64", "int32"])
@pytest.mark.parametrize("size", [(1, 40, 9), (40, 1, 9), (14, 37, 20), (20, 33, 300), (5, 6, 0)])
def test_added_operand(device, dtype, size, width):
    m, n, k = size
    a, b = sample((2, m, k), dtype), sample((2, k, n), dtype)
    for shape, layout in [((m, n), "C"), ((m, n), "F"), ((m, n), "steps"), ((1, n), "C"),
                          ((m, 1), "C"), ((1, 1), "C"), ((2, m, n), "C")]:  # fmt: skip
        c = laid_out(sample(shape, dtype), layout)
        for alpha, beta in [(1, 1), (2, 3), (-1, 0)]:
            for out_layout in "CF":
                out = laid_out(sample((2, m, n), dtype), out_layout)
                got = multiply(device, a, b, out, c, alpha, beta)
                check(a, b, got, np.broadcast_to(c, out.shape), alpha, beta)


@each_width
def test_beta_zero_does_not_read_the_operand(device, width):
    a, b = sample((5, 6)), sample((6, 7))
    check(a, b, multiply(device, a, b, c=np.full((5, 7), np.nan, "float32"), beta=0))


@each_width
@pytest.mark.cases("size", cpu=[(14, 37, 300), (1, 37, 30)], cuda=[(5, 7, 9)])
def test_added_operand_may_be_the_output(device, size, width):
    m, n, k = size
    a, b, out = sample((m, k)), sample((k, n)), sample((m, n))
    before = out.copy()
    multiply(device, a, b, out, out)
    check(a, b, out, before)


@each_width
def test_broadcast_operands(device, width):
    a = np.broadcast_to(sample((1, 9)), (14, 9))
    b = np.broadcast_to(sample((9, 1)), (9, 40))
    check(a, b, multiply(device, a, b))
    row = np.broadcast_to(np.float32(3), (1, 9))
    check(row, b, multiply(device, row, b))


@each_width
@pytest.mark.cases(
    "size",
    cpu=[(1, 33, 20), (33, 1, 20), (3, 40, 40), (13, 33, 20), (30, 40, 300)],
    cuda=[(5, 13, 6)],
)
def test_nan_and_infinity_propagate(device, size, width):
    m, n, k = size
    for special, layout in itertools.product((np.nan, np.inf, -np.inf), "CF"):
        a, b = np.abs(sample((m, k))) + 1, laid_out(np.abs(sample((k, n))) + 1, layout)
        a[m // 2, k - 1] = special
        b[0, n - 1] = special
        with np.errstate(invalid="ignore"):
            expected = np.isfinite(a @ b)
        np.testing.assert_array_equal(np.isfinite(multiply(device, a, b)), expected)


@each_width
def test_no_inner_extent_gives_zeros(device, width):
    for m, n in [(1, 5), (5, 1), (5, 13), (13, 40)]:
        assert (multiply(device, sample((m, 0)), sample((0, n))) == 0).all()


def test_nothing_to_write_launches_nothing(device):
    for m, n in [(0, 5), (5, 0)]:
        assert plan_of(device, sample((m, 3)), sample((3, n)), sample((m, n))).steps == ()


@pytest.mark.only("cpu")
@each_width
def test_slabs_of_k(device, width, monkeypatch):
    monkeypatch.setattr(matmul, "PACKED_BYTES", 1 << 16)
    a, b, c = sample((20, 1500)), laid_out(sample((1500, 40)), "F"), sample((1, 40))
    plan = plan_of(device, a, b, sample((20, 40)))
    assert len(plan.steps) >= 6 and plan.scratch_bytes <= 1 << 17
    check(a, b, multiply(device, a, b, c=c, alpha=2, beta=3), np.broadcast_to(c, (20, 40)), 2, 3)


@pytest.mark.cases(
    "size",
    cpu=[(1, 3000, 500), (3000, 1, 500), (300, 200, 300), (128, 512, 784), (512, 784, 128)],
    cuda=[(5, 13, 6)],
)
def test_bits_do_not_depend_on_threads(device, size):
    m, n, k = size
    for layout_a, layout_b in itertools.product("CF", "CF"):
        a, b = laid_out(sample((m, k)), layout_a), laid_out(sample((k, n)), layout_b)
        results = []
        for _ in device.runs():
            results.append(multiply(device, a, b))
        assert all((result == results[0]).all() for result in results)
        check(a, b, results[0])


@pytest.mark.cases(
    "case",
    cpu=[((300, 90, 700), [(0, 5), (7, 30), (100, 200)])],
    cuda=[((9, 14, 11), [(2, 3)])],
)
def test_bits_of_a_row_do_not_depend_on_the_rows_around_it(device, case):
    (m, n, k), parts = case
    a, b = sample((m, k)), sample((k, n))
    everything = multiply(device, a, b)
    for first, count in parts:
        part = multiply(device, a[first : first + count], b)
        assert (part == everything[first : first + count]).all()


class Guarded:
    """Memory between two pages that must not be touched."""

    def __init__(self, pages):
        self.map = mmap.mmap(-1, (pages + 2) * PAGE)
        self.base = ctypes.addressof(ctypes.c_char.from_buffer(self.map))
        self.bytes = pages * PAGE
        self.protect(0)

    def protect(self, rights):
        libc = ctypes.CDLL(None, use_errno=True)
        for page in (self.base, self.base + PAGE + self.bytes):
            assert libc.mprotect(ctypes.c_void_p(page), PAGE, rights) == 0

    def array(self, shape, dtype, at_end):
        size = int(np.prod(shape)) * np.dtype(dtype).itemsize
        start = PAGE + (self.bytes - size if at_end else 0)
        return np.frombuffer(self.map, np.uint8)[start : start + size].view(dtype).reshape(shape)


@pytest.mark.only("cpu")
@each_width
@pytest.mark.parametrize("at_end", [False, True])
def test_nothing_outside_the_operands_is_touched(device, at_end, width):
    """Operands that touch a page without access: one byte further and the process would die."""
    memory = [Guarded(20) for _ in range(4)]
    for m, n, k in [(1, 1, 1), (1, 37, 41), (37, 1, 41), (3, 33, 40), (5, 34, 70), (13, 37, 41),
                    (12, 31, 16), (5, 3, 2), (23, 65, 259), (9, 16, 5), (70, 3, 33)]:  # fmt: skip
        for ta, tb, tc in itertools.product((False, True), repeat=3):
            shapes = ((k, m) if ta else (m, k), (n, k) if tb else (k, n), (n, m) if tc else (m, n))
            a, b, out = (
                space.array(shape, "float32", at_end)
                for space, shape in zip(memory, shapes, strict=False)
            )
            c = memory[3].array((1, n), "float32", at_end)
            a[...], b[...], c[...] = sample(a.shape), sample(b.shape), sample(c.shape)
            a, b, out = a.T if ta else a, b.T if tb else b, out.T if tc else out
            multiply(device, a, b, out, c)
            check(a, b, out, np.broadcast_to(c, (m, n)))


@each_width
@pytest.mark.parametrize("dtype", ["float32", "float64", "int16"])
@pytest.mark.cases("size", cpu=[(1, 7, 5), (3, 33, 5), (13, 5, 300), (14, 37, 9)], cuda=[(5, 7, 3)])
def test_nothing_around_a_view_is_written(device, dtype, size, width):
    m, n, k = size
    big = sample((m + 2, n + 2), dtype)
    before = big.copy()
    a, b = sample((m, k), dtype), sample((k, n), dtype)
    multiply(device, a, b, big[1:-1, 1:-1])
    check(a, b, big[1:-1, 1:-1])
    big[1:-1, 1:-1] = before[1:-1, 1:-1]
    assert (big == before).all()


@pytest.mark.only("cpu")
@pytest.mark.parametrize("size", [(2, 9, 5), (5, 3, 7), (1, 9, 6), (5, 9, 0)])
def test_kernels_mean_what_they_compile_to(device, size, monkeypatch):
    """Each kernel runs as plain Python on the block that its compiled form gets."""
    launched = []
    step = matmul.Planner._step

    def recording(planner, kernel, statics, *rest):
        launched.append((kernel, statics))
        step(planner, kernel, statics, *rest)

    monkeypatch.setattr(matmul.Planner, "_step", recording)
    take("sse2", monkeypatch)
    monkeypatch.setattr(matmul.loops, "T", np.float32)
    m, n, k = size
    for layout in ("CCC", "CFC", "FCF", "CCsteps"):
        a, b = laid_out(sample((m, k)), layout[0]), laid_out(sample((k, n)), layout[1])
        out, c = laid_out(sample((m, n)), layout[2:]), sample((1, n))
        launched.clear()
        plan = plan_of(device, a, b, out, c, 2, 3)
        scratch = np.zeros(plan.scratch_bytes + 1, np.uint8)
        bases = [x.ctypes.data for x in (a, b, out, c, scratch)]
        for (kernel, statics), step_of_plan in zip(launched, plan.steps, strict=True):
            for name, number in statics.items():
                monkeypatch.setattr(matmul.loops, name, number)
            addresses = [bases[base] + offset for base, offset in step_of_plan.operands]
            block = np.concatenate([addresses, step_of_plan.launch.geometry])
            kernel(block.ctypes.data, 0, step_of_plan.launch.items)
        check(a, b, out, np.broadcast_to(c, out.shape), 2, 3)


def test_other_dtypes_are_refused(device):
    with pytest.raises(TypeError, match="matmul: expected float32, float64 or an integer dtype"):
        device.matmul.plan("complex64", 2, 2, 2, (16, 8), (16, 8), (16, 8))


# -------------------------------------------------------------------------- of a card


@pytest.mark.only("cuda")
def test_activations_in_the_product(device):
    def rectify(x):
        return x if x > 0 else 0.0

    a, b, c, out = sample((5, 6)), sample((6, 13)), sample((13,)), np.empty((5, 13), "f4")
    strides = a.strides, b.strides, out.strides
    for finish, expected in ((rectify, lambda x: np.maximum(x, 0)), (scalars.tanh, np.tanh)):
        plan = device.sized(tile=TINY).matmul.plan(
            "float32", 5, 13, 6, *strides, c_strides=(0, 4), finish=finish
        )
        device.matmul.run(plan, *addresses(a, b, out, c))
        np.testing.assert_allclose(out, expected(a @ b + c), 1e-5, 1e-6)


@pytest.mark.only("cuda")
@pytest.mark.parametrize("tile", [Tile(2, 2, 4, 4, 4), Tile(2, 4, 4, 2, 2)], ids=str)
@pytest.mark.parametrize("layouts", list(itertools.product(("C", "F", "steps"), repeat=2)))
def test_rows_and_columns_by_fours(device, tile, layouts):
    """Threads that take four rows or columns side by side; whole tiles and parts."""
    for m, n, k in ((8, 8, 4), (9, 12, 5), (3, 7, 9), (16, 16, 0)):
        a, b = (laid_out(sample(s), own) for s, own in zip(((m, k), (k, n)), layouts, strict=True))
        c = sample((m, n))
        check(a, b, multiply(device, a, b, None, c, 2, 3, tile), c, 2, 3)


@pytest.mark.only("cuda")
def test_work_and_tiles(device):
    strides = {"a_strides": (2048, 4), "b_strides": (2048, 4), "out_strides": (2048, 4)}
    launch = device.matmul.plan("float32", 4096, 4096, 512, **strides).steps[0].launch
    assert launch.work.flops == 2 * 4096 * 4096 * 512 and launch.threads == 128
    assert launch.blocks == 4096 // 64 * (4096 // 128) and launch.writes == (2,)
    few = device.matmul.plan("float32", 1, 1000, 512, **strides).steps[0].launch
    assert few.blocks == -(-1000 // 32)
    few = device.matmul.plan("float32", 100, 500, 512, **strides).steps[0].launch
    assert few.blocks == -(-100 // 16) * -(-500 // 64)
    with pytest.raises(ValueError, match="matmul: expected a tile whose threads share all loads"):
        device.matmul.plan("float32", 4, 4, 4, **strides, tile=Tile(2, 4, 1, 1, 3))
