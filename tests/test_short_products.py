"""Products of bfloat16: in tiles of the CPU where it has them, else by way of float32."""

import itertools

import numpy as np
import pytest
from tensorlite.kernels.cpu import machine, matmul, short_products, threads

import tensorlite as tl
from tensorlite.ops import product_rules as products

F = tl.nn.functional
RIMS = (1, 15, 16, 17, 31, 32, 33, 64, 100)
rng = np.random.default_rng(0)


@pytest.fixture
def tiles():
    if not machine.tiles():
        pytest.skip("this CPU has no tiles of bfloat16")


@pytest.fixture
def without_tiles(monkeypatch):
    monkeypatch.setattr(products, "_suits_tiles", lambda *given: False)
    monkeypatch.setattr(products, "_plans", {})
    for op in (products.matmul_op, products.linear_op, products.affine, products.addmm_op):
        monkeypatch.setattr(op, "calls", {})


def words(shape):
    """Random bfloat16 as words."""
    return (rng.standard_normal(shape).astype(np.float32).view(np.uint32) >> 16).astype(np.uint16)


def numbers(x):
    """What words stand for, in float64."""
    return (x.astype(np.uint32) << 16).view(np.float32).astype(np.float64)


def laid_out(x, layout):
    """An array of equal values whose last two axes lie otherwise in memory."""
    if layout == "F":
        return np.ascontiguousarray(x.swapaxes(-1, -2)).swapaxes(-1, -2)
    if layout == "steps":
        wide = np.zeros((*x.shape[:-2], 2 * x.shape[-2], 3 * x.shape[-1]), x.dtype)
        wide[..., ::2, ::3] = x
        return wide[..., ::2, ::3]
    return x


def planned(a, b, out, c=None, alpha=1, beta=1):
    """The plan for arrays, `a`, `b` and `c` broadcast over the batch."""
    batch = out.shape[:-2]
    a, b = (np.broadcast_to(x, batch + x.shape[-2:]) for x in (a, b))
    added = {}
    if c is not None:
        c = np.broadcast_to(c, out.shape)
        added = {"c_strides": c.strides[-2:], "c_batch": c.strides[:-2]}
    (m, k), n = a.shape[-2:], b.shape[-1]
    ends, starts = ([x.strides[part] for x in (a, b, out)] for part in (np.s_[-2:], np.s_[:-2]))
    return short_products.plan("bfloat16", m, n, k, *ends, batch, *starts, **added, alpha=alpha,
                               beta=beta)  # fmt: skip


def multiply(a, b, out=None, c=None, alpha=1, beta=1):
    if out is None:
        batch = np.broadcast_shapes(a.shape[:-2], b.shape[:-2])
        out = np.full((*batch, a.shape[-2], b.shape[-1]), 0xABAB, np.uint16)
    plan = planned(a, b, out, c, alpha, beta)
    matmul.run(plan, *[0 if x is None else x.ctypes.data for x in (a, b, out, c)])
    return out


def check(a, b, got, c=None, alpha=1, beta=1):
    """All is summed in float32, and rounded once."""
    a, b, got = map(numbers, (a, b, got))
    want, magnitude = alpha * (a @ b), abs(alpha) * (abs(a) @ abs(b))
    if c is not None:
        want, magnitude = want + beta * numbers(c), magnitude + abs(beta * numbers(c))
    bound = 2.0**-8 * abs(want) + (a.shape[-1] + 3) * 2.0**-23 * magnitude
    assert (abs(got - want) <= bound).all(), (a.shape, b.shape)


def test_sizes_around_those_of_tiles(tiles):
    shapes = {*itertools.product(RIMS, RIMS, (33,)), *itertools.product((17,), (33,), RIMS)}
    shapes |= {(0, 5, 3), (5, 0, 3), (5, 7, 0), (300, 290, 600), (300, 40, 600), (40, 300, 600)}
    for m, n, k in sorted(shapes):
        a, b = words((m, k)), words((k, n))
        check(a, b, multiply(a, b))


def test_layouts(tiles):
    for layouts in itertools.product(("C", "F", "steps"), repeat=3):
        for m, n in ((70, 40), (260, 290)):
            a, b, out = (laid_out(words(shape), layout) for shape, layout in
                         zip(((m, 65), (65, n), (m, n)), layouts, strict=True))  # fmt: skip
            check(a, b, multiply(a, b, out))


def test_batches_and_what_is_added(tiles):
    for x, y in (((3, 1, 20, 33), (2, 33, 18)), ((2, 40, 33), (33, 18)), ((40, 33), (4, 33, 18))):
        a, b = words(x), words(y)
        check(a, b, multiply(a, b))
        for shape in ((18,), (x[-2], 1), (x[-2], 18)):
            c = words(shape)
            check(a, b, multiply(a, b, c=c, alpha=0.5, beta=3), c, 0.5, 3)


def test_neither_threads_nor_blocks_change_bits(tiles):
    a, b = words((600, 1100)), words((1100, 290))
    before = threads.get_num_threads()
    try:
        found = []
        for count in (1, 2):
            threads.set_num_threads(count)
            found.append(multiply(a, b))
    finally:
        threads.set_num_threads(before)
    np.testing.assert_array_equal(*found)
    for rows in (1, 16, 33, 100):
        np.testing.assert_array_equal(multiply(a[:rows], b), found[0][:rows])
    np.testing.assert_array_equal(multiply(a, b[:, 7:40]), found[0][:, 7:40])


@pytest.mark.parametrize("layouts", ["CC", "FF"])
@pytest.mark.parametrize(("size", "square"), [((3, 40, 33), 8), ((33, 5, 1), 1), ((33, 34, 5), 1)])
def test_kernels_mean_what_they_compile_to(size, square, layouts, monkeypatch):
    """Each kernel runs as plain Python on the block that its compiled form gets."""
    monkeypatch.setattr(short_products, "SQUARE", square)
    launched, step = [], short_products.Planner._step
    monkeypatch.setattr(short_products.Planner, "_step",
                        lambda self, kernel, *rest: launched.append(kernel) or
                        step(self, kernel, *rest))  # fmt: skip
    m, n, k = size
    a, b = laid_out(words((m, k)), layouts[0]), laid_out(words((k, n)), layouts[1])
    out, c = np.zeros((m, n), np.uint16), words((m, n))
    plan = planned(a, b, out, c, 2, 3)
    scratch = np.zeros(plan.scratch_bytes + 64, np.uint8)
    bases = [x.ctypes.data for x in (a, b, out, c)] + [-(-scratch.ctypes.data // 64) * 64]
    for kernel, stage in zip(launched, plan.steps, strict=True):
        addresses = [bases[base] + offset for base, offset in stage.operands]
        block = np.array([*addresses, *stage.launch.geometry], np.int64)
        kernel(block.ctypes.data, 0, stage.launch.items)
    check(a, b, out, c, 2, 3)
    if machine.tiles():
        np.testing.assert_array_equal(multiply(a, b, c=c, alpha=2, beta=3), out)


# ---------------------------------------------------------------------------- tensors: either way


def brain(*shape):
    return tl.randn(*shape).bfloat16()


def products_of():
    """Functions of float32 or bfloat16 tensors, and the tensors."""
    x, y, w, b = brain(40, 33), brain(33, 50), brain(50, 33), brain(50)
    yield lambda x, y: x @ y, (x, y)
    yield tl.mm, (x, y)
    yield lambda x, y: tl.matmul(x.T, y.T), (y, x)
    yield tl.bmm, (brain(3, 20, 40), brain(3, 40, 35))
    yield tl.matmul, (brain(3, 1, 20, 40), brain(2, 40, 35))
    yield tl.matmul, (brain(400), brain(400, 300))
    yield F.linear, (x, w)
    yield F.linear, (x, w, b)
    yield F.linear, (brain(2, 20, 33), w, b)
    yield lambda c, x, y: tl.addmm(c, x, y, alpha=0.5, beta=2), (b, x, y)
    yield lambda x, y: tl.einsum("ij,jk->ki", x, y), (x, y)
    yield lambda x, y: x[:, ::2] @ y[::2], (x, y)


def test_results_are_rounded_once_and_plans_have_their_bits():
    tl.manual_seed(0)
    for function, given in products_of():
        want = function(*[x.double() for x in given])
        got = function(*given)
        assert got.dtype is tl.bfloat16
        tl.testing.assert_close(got.double(), want, rtol=2**-8, atol=1e-4)
        assert tl.equal(function(*given), got)  # from now on perhaps by one launch
        assert tl.equal(tl.compile(function)(*given), got)


def test_gradients_are_products_too():
    tl.manual_seed(0)
    for function, given in products_of():
        leaves = [x.clone().requires_grad_() for x in given]
        wide = [x.float().requires_grad_() for x in given]
        function(*wide).square().mean().backward()
        function(*leaves).float().square().mean().backward()
        for x, y in zip(leaves, wide, strict=True):
            assert x.grad.dtype is tl.bfloat16
            most = float(y.grad.abs().max())
            tl.testing.assert_close(x.grad.float(), y.grad, rtol=0.02, atol=0.02 * most)


def test_numbers_that_are_none():
    inf, nan = float("inf"), float("nan")
    x, y = tl.ones(40, 40, dtype=tl.bfloat16), tl.ones(40, 40, dtype=tl.bfloat16)
    x[0, 3], x[1, 3], x[2, 3], y[4, 0], y[5, 1] = inf, -inf, nan, inf, nan
    x[3, 4] = 0
    tl.testing.assert_close((x @ y).float(), x.float() @ y.float(), equal_nan=True)


def test_autocast_multiplies_short():
    x, w = tl.randn(40, 33), tl.randn(50, 33)
    with tl.autocast("cpu"):
        assert tl.equal(F.linear(x, w), F.linear(x.bfloat16(), w.bfloat16()))


def test_a_step_of_training_has_the_bits_of_its_plan():
    made = []
    for _ in range(2):
        tl.manual_seed(1)
        net = tl.nn.Sequential(tl.nn.Linear(40, 70), tl.nn.GELU(), tl.nn.Linear(70, 33)).bfloat16()
        made.append((net, tl.optim.SGD(net.parameters(), lr=0.1)))

    def step(net, opt, x):
        opt.zero_grad()
        loss = net(x).square().mean()
        loss.backward()
        opt.step()
        return loss

    x, compiled = brain(48, 40), tl.compile(lambda x: step(*made[1], x))
    for _ in range(2):
        assert tl.equal(step(*made[0], x), compiled(x))
    for p, q in zip(*[net.parameters() for net, _ in made], strict=True):
        assert tl.equal(p.grad, q.grad)
        assert tl.equal(p, q)


def test_vmap_takes_them():
    x, y = brain(4, 30, 33), brain(33, 40)
    got = tl.func.vmap(lambda x: x @ y)(x)
    tl.testing.assert_close(got.float(), x.float() @ y.float(), rtol=2**-7, atol=1e-4)


# ------------------------------------------------------------------------------ which way is taken


def kernels_of(function, *given):
    """The kernels of a function's plan, as `explain` names them."""
    compiled = tl.compile(function)
    compiled(*given)
    return str(compiled.explain())


def test_the_way_is_chosen_by_size(tiles):
    assert "pair_product" in kernels_of(tl.mm, brain(40, 33), brain(33, 50))
    for x, y in ((brain(4, 4), brain(4, 4)), (brain(1, 500), brain(500, 1))):
        assert "pair_product" not in kernels_of(tl.mm, x, y)
    half = tl.randn(40, 33).half()
    assert "pair_product" not in kernels_of(tl.mm, half, half.T)


def test_float32_is_the_other_way(without_tiles):
    for function, given in products_of():
        want = function(*[x.float() for x in given]).bfloat16()
        assert tl.equal(function(*given), want)
    x, y = brain(40, 33), brain(33, 50)
    assert "pair_product" not in kernels_of(tl.mm, x, y)


def test_no_level_has_tiles(monkeypatch):
    found = machine.current()
    for level in machine.levels():
        monkeypatch.setattr(machine, "current", lambda level=level: found.at(level))
        assert not machine.tiles()


def test_tiles_are_used_only_where_linux_grants_them(monkeypatch):
    told = ",".join(f"+{name}" for name in machine.TILES)
    full = machine.Machine("plain", told, "avx512", 64, 32, True, (1, 2, 3))
    monkeypatch.setattr(machine, "current", lambda: full)
    for granted in (True, False):
        monkeypatch.setattr(machine, "_granted", lambda granted=granted: granted)
        assert machine.tiles() is granted


def test_another_dtype_has_no_such_plan():
    with pytest.raises(TypeError, match="matmul: expected bfloat16; got float32"):
        short_products.plan("float32", 1, 1, 1, (4, 4), (4, 4), (4, 4))
