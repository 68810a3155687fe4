"""What plans fuse, and that nothing changes by it: the same bits as eager code."""

import numpy as np
import pytest

import tensorlite as tl
from tensorlite.nn import functional as F

pytestmark = pytest.mark.width


def fused(function, *args):
    """The kernels of the plan of a function, whose results are compared over two calls."""
    compiled = tl.compile(function)
    for _ in range(2):
        for got, want in zip(compiled(*args), function(*args), strict=True):
            assert got.dtype is want.dtype
            assert bool(((got == want) | (got != got) & (want != want)).all())
    return [step.kernel for step in compiled.explain().plans[0].steps]


@pytest.fixture
def xy():
    tl.manual_seed(0)
    return tl.randn(64, 96), tl.randn(64, 96)


def test_loops_over_the_same_elements_are_one(xy):
    kernels = fused(lambda x, y: ((x * y).exp() + x.view(8, 8, 96).sin().view(64, 96),), *xy)
    assert len(kernels) == 1


def test_forward_and_backward_read_their_inputs_once(xy):
    def f(x, y):
        x, y = x.detach().requires_grad_(), y.detach().requires_grad_()
        loss = (tl.tanh(x) * y).sigmoid().sum()
        return loss.detach(), *tl.autograd.grad(loss, (x, y))

    kernels = fused(f, *xy)
    assert sum("tanh" in kernel for kernel in kernels) == 1
    assert len(kernels) <= 3  # the loop, and the sum in one or two stages


@pytest.mark.parametrize("shape", [(64, 96), (300, 3000)])
@pytest.mark.parametrize("dim", [0, 1, (0, 1)])
def test_reductions_compute_what_they_fold(shape, dim):
    x, y = tl.randn(*shape), tl.randn(*shape)
    kernels = fused(lambda x, y: (((x - y) * (x - y)).mean(dim),), x, y)
    assert "sub" in kernels[0]
    assert "mul" in kernels[0]
    assert len(kernels) <= 2


def test_what_is_folded_and_converted_keeps_its_dtype(xy):
    fused(lambda x, y: ((x > y).sum(), (x > 0).float().mean(1), (x > y).long().sum(0)), *xy)


@pytest.mark.parametrize(
    "sizes",
    [(32, 32, 32), (100, 64, 70), (7, 5, 3), (300, 300, 301), (700, 900, 280), (64, 2000, 33),
     (1, 20, 30)],
)
@pytest.mark.parametrize("threads", [1, 2])
def test_activations_follow_products_block_by_block(sizes, threads):
    rows, inner, columns = sizes
    x, w, b = tl.randn(rows, inner), tl.randn(columns, inner), tl.randn(columns)
    before = tl.get_num_threads()
    tl.set_num_threads(threads)
    try:
        kernels = fused(lambda x, w, b: (F.gelu(F.linear(x, w, b)) + 1,), x, w, b)
    finally:
        tl.set_num_threads(before)
    assert rows == 1 or kernels[-1].startswith("product_then_")


def test_batches_of_products_too():
    a, b = tl.randn(8, 4, 64, 32), tl.randn(8, 4, 32, 9)
    kernels = fused(lambda a, b: ((a @ b) * 0.5 + 1,), a, b)
    assert kernels[-1].startswith("product_then_")


WAYS = {  # how a convolution is computed, and what is convolved so: x, w, stride
    "boxes": ((3, 4, 9, 8), (12, 4, 3, 3), 1),
    "boxes of lines": ((2, 24, 40, 40), (40, 24, 3, 3), 1),
    "tiles": ((2, 8, 9, 3), (40, 8, 3, 3), 2),
    "lines": ((3, 6, 12, 17), (6, 1, 3, 3), 1),
    "dots": ((3, 1, 4, 32), (2, 1, 1, 32), 1),
}


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("way", WAYS)
def test_a_norm_and_an_activation_follow_convolutions_piece_by_piece(way, threads):
    shape, kernel, stride = WAYS[way]
    x, w, b = tl.randn(*shape), tl.randn(*kernel), tl.randn(kernel[0])
    mean, var = tl.randn(kernel[0]), tl.rand(kernel[0]) + 0.5
    groups = shape[1] // kernel[1]

    def block(x, w, b, mean, var):
        out = F.conv2d(x, w, b, stride, kernel[2] // 2, groups=groups)
        return (F.relu(F.batch_norm(out, mean, var)),)

    before = tl.get_num_threads()
    tl.set_num_threads(threads)
    try:
        kernels = fused(block, x, w, b, mean, var)
    finally:
        tl.set_num_threads(before)
    large = [k for k in kernels if k not in ("pack", "frame", "scale")]
    assert len(large) == 1
    assert "_then_" in large[0]


def test_what_is_added_to_convolutions_follows_piece_by_piece():
    """A residual, the bias of a transposed one, and what follows the gradient of the weights."""
    x, w, b = tl.randn(2, 6, 9, 8), tl.randn(6, 6, 3, 3), tl.randn(6)

    def step(x, w, b):
        w = w.detach().requires_grad_()
        out = F.conv_transpose2d(F.relu(F.conv2d(x, w, b, padding=1) + x), w, b)
        (grad,) = tl.autograd.grad((out * out).sum(), w)
        return w.detach() - 0.1 * grad, out.detach()

    kernels = fused(step, x, w, b)
    convolutions = [k for k in kernels if k.startswith("contract")]
    assert len(convolutions) == 5
    assert sum("_then_" in k for k in convolutions) == 4  # to one gradient of w the other is added


def test_what_is_asked_twice_is_computed_once(xy):
    def f(x, y):
        return (x * y).sum(1) + (x * y).sum(1), (x @ y.t()).relu() + (x @ y.t())

    kernels = fused(f, *xy)
    assert sum(kernel.startswith("product") for kernel in kernels) == 1
    assert sum(kernel.count("_rows") for kernel in kernels) == 1


def test_a_value_changed_in_between_is_not_the_same_twice(xy):
    def f(x, y):
        a = x.exp()
        first = a.sum(1)
        a.add_(y)
        return first, a.sum(1), a

    fused(f, *xy)


def test_writes_through_views_stay_in_order(xy):
    def f(x, y):
        z = x.clone()
        z[2:4] += y[:2]
        z[:, 0] = 1.0
        return z * 2, z[1:] - z[:-1]

    fused(f, *xy)


@pytest.mark.parametrize(
    "function",
    [
        lambda x: (x + 1).view(tl.int32) * 2,
        lambda x: (x + 1).view(tl.int32).sum(),
        lambda x: x * 2 + (x.view(tl.int32) * 3).view(tl.float32),
        lambda x: (x + 1).view(tl.int32).add_(1).view(tl.float32) * 2,
    ],
)
def test_bits_seen_as_another_dtype_are_not_converted(function, xy):
    """Once, a loop that read the bits of a result as integers joined the one that made it."""
    fused(lambda x: (function(x),), xy[0])


def test_products_write_where_their_results_are_copied_to():
    """The heads of attention lie side by side at once, and the gradients of parts in one tensor."""

    def heads(q, k):
        return ((q @ k.transpose(-2, -1)).transpose(1, 2).reshape(4, 6, -1),)

    q, k = tl.randn(4, 3, 6, 8), tl.randn(4, 3, 6, 8)
    assert fused(heads, q, k) == ["product"]

    def parts(x, w):
        x = x.detach().requires_grad_()
        a, b, c = (x * 1).view(4, 6, 3, 8).permute(2, 0, 1, 3)
        return tl.autograd.grad((a @ w).sum() + (b @ w.T).sum() + (c @ w * 2).sum(), (x,))

    kernels = fused(parts, tl.randn(4, 6, 24), tl.randn(8, 8))
    assert "clone_rows" not in kernels
    assert kernels.count("product") == 3

    def windows(a, b):
        return ((a @ b).as_strided((3, 3), (2, 2)).clone(),)

    fused(windows, tl.randn(3, 4), tl.randn(4, 3))


INTEGERS = ("uint8", "uint16", "uint32", "int8", "int16", "int32")
LARGE = {name: np.iinfo(name).max for name in INTEGERS}
CHAINS = {
    "twice": lambda x: (x + x).float(),
    "squared": lambda x: (x * x).to(tl.int64) + 1,
    "up and down": lambda x: (x - 100 if x.dtype is not tl.bool else x + x).long(),
    "halved": lambda x: (x + x) // 2 if x.dtype is not tl.bool else (x + x) & x,
    "folded": lambda x: (x + x).sum(0),
    "largest": lambda x: (x * 3 + x).amax(1),
    "negated": lambda x: (-x > x) if x.dtype is not tl.bool else ~x > x,
    "shifted": lambda x: (x << 3 | x).double() if x.dtype is not tl.bool else x ^ x,
    "in place": lambda x: x.clone().add_(x).mul_(x).float().exp(),
    "rows": lambda x: tl.softmax((x + x).float() / 50, 1),
    "scanned": lambda x: (x + x).cumsum(0),
}


@pytest.mark.parametrize("chain", CHAINS)
@pytest.mark.parametrize("dtype", ["bool", *LARGE])
def test_what_is_not_stored_has_the_dtype_of_what_would_be(dtype, chain):
    """(m + m).float() of a bool was 2, and 200 + 200 of uint8 was 400."""
    x = np.arange(17 * 19).reshape(17, 19) * LARGE.get(dtype, 1) // 300 % 2 ** 32
    if dtype == "bool":
        x = x % 3
    fused(lambda x: (CHAINS[chain](x),), tl.from_numpy(x.astype(dtype)))


@pytest.mark.parametrize("dtype", ["bool", *LARGE, "int64", "float32"])
def test_what_does_not_fit_becomes_what_a_store_makes_of_it(dtype):
    numbers = [-1.5, np.nan, np.inf, -np.inf, 255.5, 1e10, -1e10, 1e30, 2.0**31, -0.0, 70000.0]
    x = tl.tensor(numbers * 3, dtype=tl.float64)
    kind = getattr(tl, dtype)
    fused(lambda x: (x.to(kind).float() + 1, (x * 2).to(kind).double().sum(0)), x)
    fused(lambda x: ((x.float() * 3).to(kind).to(tl.int64) - 1,), x)


def test_integers_wrap_around_whatever_a_compiler_could_conclude():
    """LLVM took x * x for a number that is never negative, and NaN as an integer for any number."""
    x = tl.tensor([1 - 2**62, 3 - 2**63, -(2**63), 2**63 - 1, 7] * 4)
    y = tl.tensor([3 * 2**30, 2**32 - 1, 200, 5] * 4, dtype=tl.uint32)
    fused(lambda x: ((x * x).relu(), tl.maximum(x * x, x * 0), (x + 2**62 > x), x * 4 // 4 == x), x)
    fused(lambda x: ((x - x.abs() * 2).clamp_max(0), (x * x).sqrt(), (-x).abs() * 3 >= 0), x)
    fused(lambda y: (y.float().fmod(0).to(tl.int8), y.double().byte(), y.double().int() + 1), y)


def test_a_product_of_small_integers_and_what_follows():
    x = tl.arange(64 * 64, dtype=tl.int32).view(64, 64).to(tl.int8)
    fused(lambda x: ((x @ x + x).float(), (x @ x * 3).long().sum(0), (x @ x).relu() + x), x)


SLICES = {
    "flattened": lambda x: x.view(-1)[:4].view(2, 2),
    "reshaped": lambda x: x.reshape(-1)[1:5],
    "spread": lambda x: x.flatten()[1:4:2],
    "transposed": lambda x: x.view(3, 2).t()[:1],
    "repeated": lambda x: x.flatten()[2:3].expand(4),
}


@pytest.mark.parametrize("loss", ["scaled", "squared", "mean", "exp"])
@pytest.mark.parametrize("part", SLICES)
def test_a_copy_into_what_is_copied_on_goes_there(part, loss):
    """The gradient of a slice is written into zeros, and they are copied into `.grad`.

    Found by a random program: the gradient went where the zeros were first, so nothing was trained.
    """
    rules = {
        "scaled": lambda w: (w * 2).sum(), "squared": lambda w: (w * w).sum(),
        "mean": lambda w: w.mean(), "exp": lambda w: (w.exp() * w).sum(),
    }  # fmt: skip

    def train(wrap):
        x = tl.arange(6.0).view(2, 3).requires_grad_()
        optimizer = tl.optim.SGD([x], lr=0.5)

        def step():
            optimizer.zero_grad()
            rules[loss](SLICES[part](x)).backward()
            optimizer.step()

        step = wrap(step)
        for _ in range(3):
            step()
        return x.tolist(), x.grad.tolist()

    assert train(tl.compile) == train(lambda f: f)


def softmax(x):
    e = (x - x.amax(-1, keepdim=True)).exp()
    return e / e.sum(-1, keepdim=True)


def normalised(x):
    d = x - x.mean(-1, keepdim=True)
    return d / ((d * d).mean(-1, keepdim=True) + 1e-5).sqrt()


def softmax_grad(x):
    x = x.detach().requires_grad_()
    return tl.autograd.grad((softmax(x) ** 2).sum(-1).exp().sum(), (x,))[0]


def layer_norm_grad(x):
    x = x.detach().requires_grad_()
    weight, bias = tl.full(x.shape[-1:], 2.0), tl.ones(x.shape[-1])
    y = F.layer_norm(x, x.shape[-1:], weight, bias)
    return tl.autograd.grad((y * y).sum(), (x,))[0] * 2


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("shape", [(64, 96), (300, 200), (8, 16, 50), (17, 3000)])
@pytest.mark.parametrize(
    ("function", "most"),
    [
        (softmax, 1),
        (normalised, 1),
        (softmax_grad, 4),
        (layer_norm_grad, 5),
        (lambda x: F.softmax(x * 2 + 1, -1) * 3, 1),
        (lambda x: F.layer_norm(x + x.exp(), x.shape[-1:]) + x, 1),
    ],
)
def test_chains_along_rows_are_one_step(function, most, shape, threads):
    before = tl.get_num_threads()
    tl.set_num_threads(threads)
    try:
        kernels = fused(lambda x: (function(x),), tl.randn(*shape))
    finally:
        tl.set_num_threads(before)
    assert len(kernels) <= most


def test_rows_that_read_other_rows_stay_apart():
    """The second loop reads rows of the first one's result that another strip computes."""
    x = tl.randn(64, 96)

    def f(x):
        s = (x - x.amax(-1, keepdim=True)).exp()
        return s.sum(-1), s.flip(0) * 2, s[1:] + s[:-1], (s.t() @ s).sum(0)

    fused(f, x)
    fused(lambda x: (x - x.sum(-1), x.sum(-1) + x.sum(0)[:64]), tl.randn(96, 96)[:64, :64])


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("sizes", [(64, 64, 10), (128, 512, 256), (200, 300, 40)])
def test_the_gradients_of_an_activation_and_a_bias_are_one_pass(sizes, threads):
    rows, columns, inner = sizes
    g, w = tl.randn(rows, inner), tl.randn(inner, columns)
    hidden = tl.randn(rows, columns)

    def f(g, w, hidden):
        gradient = (g @ w) * (hidden > 0)
        return gradient, gradient.sum(0)

    before = tl.get_num_threads()
    tl.set_num_threads(threads)
    try:
        kernels = fused(f, g, w, hidden)
    finally:
        tl.set_num_threads(before)
    assert len(kernels) == 1
    assert kernels[0].endswith("then_add_columns")


def test_loops_write_over_what_nobody_reads_any_more():
    """Each product's result becomes that of the loop behind it: two matrices at a time."""
    ws = [tl.randn(64, 64) for _ in range(4)]

    def f(x, *ws):
        for w in ws:
            x = tl.tanh(x @ w)
        return (x.sum(0),)

    x = tl.randn(64, 64)
    fused(f, x, *ws)
    compiled = tl.compile(f)
    compiled(x, *ws)
    plan = compiled.explain().plans[0]
    assert plan.arena_bytes <= 2 * 64 * 64 * 4 + 64 * 4 < plan.eager_bytes


def test_what_is_read_again_is_not_written_over(xy):
    def f(x, y):
        a = x @ y.t()
        b = a.exp()
        c = b * 2
        return a + c, b.t() @ c, (c + b).sum(0)

    fused(f, *xy)


ROWS = [(3, 33), (5, 64), (4, 100), (7, 255), (5, 256), (3, 257), (2, 4096), (2, 5000), (1, 200000)]


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("shape", ROWS, ids=str)
def test_rows_have_the_same_bits_alone_and_behind_a_loop(shape, dtype):
    """Rows as they lie are folded in registers, others in memory: in one order."""
    x = np.random.default_rng(0).standard_normal(shape).astype(dtype)
    hard = {name: x.copy() for name in ("plain", "nan", "infinite")}
    hard["nan"][0, shape[1] // 2], hard["nan"][-1, -1] = np.nan, -np.nan
    hard["infinite"][0, 3], hard["infinite"][-1, -1] = np.inf, -np.inf
    hard["zeros"] = np.where(x > 0, 0.0, -0.0).astype(dtype)
    for name, rows in hard.items():
        for fold in ("amax", "amin", "sum", "mean"):
            alone = getattr(tl.from_numpy(rows), fold)(-1).numpy()
            behind = tl.compile(lambda t, fold=fold: getattr(t * 1.0, fold)(-1))
            got = behind(tl.from_numpy(rows)).numpy()
            defined = ~np.isnan(alone)
            assert (defined == ~np.isnan(got)).all(), (name, fold)
            assert alone[defined].tobytes() == got[defined].tobytes(), (name, fold)
            with np.errstate(invalid="ignore"):
                want = getattr(rows.astype("f8"), fold.lstrip("a") if fold[0] == "a" else fold)(-1)
            np.testing.assert_allclose(alone, want, rtol=1e-5, atol=1e-4, err_msg=f"{name} {fold}")
