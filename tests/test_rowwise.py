"""`@tl.rowwise`: functions of a row, on both devices, with gradients, in plans; what is refused."""

import itertools
import math
import pickle

import numpy as np
import pytest
from tensorlite.kernels.cpu import rowwise as on_cpu
from tensorlite.kernels.cuda import rowwise as on_cuda
from tensorlite.kernels.cuda import system
from tensorlite.kernels.language import adjoint, rows
from tensorlite.kernels.language.definition import ScalarError
from tensorlite.kernels.language.row_program import Fold
from tensorlite.kernels.reference import rows as reference

import tensorlite as tl
from tensorlite.autograd import gradcheck, gradgradcheck
from tensorlite.ops import margins, moments
from tensorlite.ops import normalize as norms

INF = float("inf")


@tl.rowwise
def softmax(x):
    """exp(x) / sum(exp(x)) of a row."""
    e = math.exp(x - tl.scalars.shift(x))
    return e / sum(e)


@tl.rowwise
def logsumexp(x):
    m = max(x)
    return m + math.log(sum(math.exp(x - m)))


@tl.rowwise
def normed(x, weight, eps=1e-5):
    distance = x - np.mean(x)
    return distance / (np.mean(distance * distance) + eps) ** 0.5 * weight


@tl.rowwise
def norm3(x):
    return sum(abs(x) ** 3) ** (1 / 3)


@tl.rowwise
def spread(x):
    return (max(x) - min(x)) * len(x)


@tl.rowwise
def clipped(x):
    top = tl.scalars.mean(x)
    return math.log(top) if x > top > 0 else x * 0.5


@tl.rowwise
def plain(x, y):
    return math.exp(x) * y


@tl.rowwise
def twice(x):
    """Two functions like exp between the folds, both needed again."""
    e = math.exp(x - max(x))
    t = math.tanh(x * np.mean(e))
    return e * sum(t) - t * sum(e * t) + math.exp(t) * e


@tl.rowwise
def scaled_total(x):
    return 2.0 * sum(x)


LIBRARY = [norms._masked_softmax, norms._log_softmax, moments._logsumexp]


@tl.rowwise(indices=("ignored",), numbers=("smooth",))
def loss(x, weight, target, ignored, smooth=0.0):
    """Cross entropy: picks an element, and takes a fold only where it is needed."""
    top = tl.scalars.shift(x)
    logs = math.log(sum(math.exp(x - top)))
    rest = 0.0 if smooth == 0.0 else np.mean(weight * (logs - (x - top)))
    share = 1.0 - smooth
    return 0.0 if target == ignored else (
        weight[target] * (logs - (x[target] - top)) * share + rest * smooth)  # fmt: skip


@tl.rowwise(grad={"x": lambda g, weight, y, size: size * (g * weight - y * sum(g * weight * y)),
                  "weight": lambda g, y: g * y})  # fmt: skip
def sized(x, weight):
    """A gradient of what the function assigns; two sizes, of which rows need one."""
    size = 1.0 / sum(x * x) ** 0.5 if sum(x) > 0.0 else 1.0 / sum(x * x * 1.0) ** 0.5
    y = x * size
    return y * weight


@tl.rowwise
def weighed(x):
    return math.exp(x) / sum(math.exp(x) * x)


OPS = [softmax, logsumexp, normed, norm3, spread, clipped, plain, twice, scaled_total, weighed,
       *LIBRARY]  # fmt: skip
SHAPES = [(1, 1), (3, 1), (5, 3), (700, 10), (3, 64), (4, 100), (2, 5000), (0, 4)]
rng = np.random.default_rng(0)


def programs(op):
    """The program of an op, its gradients, and theirs."""
    first = [op.gradient(k).program for k in range(len(op.params))]
    again = [adjoint.gradient(first[0], k) for k in range(len(first[0].params))]
    return [op.program, *first, *again]


def operands(program, shape):
    """Positive numbers; a weight is one row for all, what is of the whole row one number."""
    found = []
    for name, whole in zip(program.params, program.whole, strict=True):
        rows_of = 1 if name == "weight" and shape[0] else shape[0]
        found.append(rng.uniform(0.2, 2.0, (rows_of, 1 if whole else shape[1])))
    return found


def launched(device, program, dtype, shape, given, **options):
    """The result of the kernel of a device for contiguous operands."""
    arrays = [np.ascontiguousarray(x, dtype) for x in given]
    classes, steps = [], []
    for x, whole in zip(arrays, program.whole, strict=True):
        step = 0 if x.shape[0] < shape[0] else x.shape[1]
        steps.append(step)
        zero = whole or x.shape[1] < shape[1]
        classes.append("zero" if zero else "dense" if step == shape[1] else "rows")
    out = np.empty((shape[0], 1 if program.folds_all else shape[1]), dtype)
    launch = device.launch(program, dtype, *shape, tuple(classes), tuple(steps), **options)
    if shape[0]:
        launch(*(x.ctypes.data for x in arrays), out.ctypes.data)
    return out


def close(got, want, dtype):
    tolerance = 3e-5 if dtype == "float32" else 1e-11
    scale = max(1.0, np.abs(want).max(initial=0))  # terms of about 1 cancel
    np.testing.assert_allclose(got, want, tolerance, tolerance * scale / 10)


# ------------------------------------------------------------------ kernels


@pytest.mark.parametrize("op", OPS, ids=lambda op: op.name)
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_kernels_equal_the_interpreter(op, dtype):
    second = len(op.params) + 1  # a formula of the second order is the same one in float32
    for program in programs(op)[: second if dtype == "float32" else None]:
        for shape in SHAPES:
            given = operands(program, shape)
            if dtype == "float32":
                given = [x.astype(np.float32) for x in given]
            want = reference.run(program, *given)
            close(launched(on_cpu, program, dtype, shape, given), want, dtype)


@pytest.mark.cuda
@pytest.mark.parametrize("op", OPS, ids=lambda op: op.name)
@pytest.mark.parametrize("shape", [(1, 1), (5, 3), (2, 33), (9, 4)], ids=str)
def test_cards_equal_the_interpreter(op, shape, monkeypatch):
    monkeypatch.setattr(system, "SIMULATED", True)
    for program in programs(op)[: 1 + len(op.params)]:
        given = operands(program, shape)
        got = launched(on_cuda, program, "float64", shape, given, threads=8)
        close(got, reference.run(program, *given), "float64")


@pytest.mark.parametrize("n", [10, 100, 5000])
def test_a_row_has_the_same_bits_in_any_range(n):
    """Threads cut the rows anywhere: the batch in which a row stands must not matter."""
    x = rng.normal(size=(1200, n)).astype(np.float32)
    for op in (softmax, twice):
        whole = launched(on_cpu, op.program, "float32", x.shape, [x])
        for first, last in ((0, 1), (3, 700), (1199, 1200)):
            part = launched(on_cpu, op.program, "float32", (last - first, n), [x[first:last]])
            np.testing.assert_array_equal(part, whole[first:last])


def test_threads_give_the_same_bits():
    x, before = tl.randn(4000, 300), tl.get_num_threads()
    found = []
    try:
        for count in (1, 2):
            tl.set_num_threads(count)
            found.append([op(x).numpy() for op in (softmax, logsumexp, twice)])
    finally:
        tl.set_num_threads(before)
    for one, two in zip(*found, strict=True):
        np.testing.assert_array_equal(one, two)


def test_the_largest_tells_of_nan_and_shift_need_not():
    x = tl.tensor([[1.0, math.nan, 3.0], [math.nan, 1.0, 2.0], [-INF, -INF, -INF], [0.0, INF, 1.0]])
    assert [math.isnan(v) for v in spread(x).tolist()] == [True, True, True, False]
    assert tl.isnan(softmax(x)).tolist() == tl.isnan(x.softmax(1)).tolist()
    wide = tl.zeros(3, 200)
    wide[0, 0], wide[1, 199], wide[2, 70] = (math.nan,) * 3
    assert tl.isnan(spread(wide)).all()


# ------------------------------------------------------------------ tensors


@pytest.mark.parametrize("dim", [0, 1, 2, -1, -3])
def test_any_dim_and_layout(dim):
    x = tl.randn(3, 4, 5, dtype=tl.float64)
    for each in (x, x.permute(2, 0, 1), x[:, ::2], x.expand(2, 3, 4, 5)[1], x[:, :, 1:]):
        want = each.contiguous().softmax(dim).numpy()
        np.testing.assert_allclose(softmax(each, dim=dim).numpy(), want, 1e-12)
        for keep in (False, True):
            want = each.contiguous().logsumexp(dim, keepdim=keep).numpy()
            np.testing.assert_allclose(logsumexp(each, dim=dim, keepdim=keep).numpy(), want, 1e-12)


def test_functions_like_exp_of_rows_that_lie_apart():
    """A batch of rows goes through exp as one: these are brought together first."""
    x = tl.randn(6, 4, 5, dtype=tl.float64)
    for part in (x[:, 0], x[:, 0, :1], x[:, 1, 1:4], tl.randn(3, 5000)[:, 1:].double()):
        want = (part.exp() / (part.exp() * part).sum(-1, keepdim=True)).numpy()
        np.testing.assert_allclose(weighed(part).numpy(), want, 1e-12)
    want = tl.vmap(lambda a: a.exp().sum().log())(x[:, 0])
    np.testing.assert_allclose(tl.vmap(logsumexp)(x[:, 0]).numpy(), want.numpy(), 1e-12)


@pytest.mark.parametrize("shape", [(5,), (4, 5), (3, 1, 5), (3, 4, 1), (1, 1), ()], ids=str)
def test_operands_broadcast(shape):
    x, weight = tl.randn(3, 4, 5, dtype=tl.float64), tl.rand(shape, dtype=tl.float64)
    want = normed(x, 1.0) * weight
    np.testing.assert_allclose(normed(x, weight).numpy(), want.numpy(), 1e-13)
    want = normed(x, 1.0, dim=1) * weight
    np.testing.assert_allclose(normed(x, weight, dim=1).numpy(), want.numpy(), 1e-13)


def test_dtypes_numbers_and_empty_rows():
    assert softmax(tl.tensor([1, 2])).dtype is tl.float32
    assert plain(tl.ones(2), tl.ones(2, dtype=tl.float64)).dtype is tl.float64
    assert logsumexp(tl.tensor(3.0)).item() == 3.0
    assert softmax(tl.zeros(3, 0)).shape == (3, 0)
    assert logsumexp(tl.zeros(0, 3)).shape == (0,)
    assert norm3(tl.zeros(3, 0)).tolist() == [0.0] * 3
    assert normed(tl.ones(2, 3), weight=2.0, eps=0.5).tolist() == [[0.0] * 3] * 2
    assert pickle.loads(pickle.dumps(softmax)) is softmax


def test_it_is_compiled_and_described():
    text = softmax.source(tl.ones(2, 3))
    assert 'row_folds("shift x0"' in text and "exp_f32" in text
    assert softmax.__doc__ == "exp(x) / sum(exp(x)) of a row."


# ------------------------------------------------------------------ gradients and plans


@pytest.mark.parametrize("op", [op for op in OPS if op is not spread], ids=lambda op: op.name)
def test_gradients_of_two_orders(op):
    given = [tl.rand(3, 4, dtype=tl.float64) + 0.3 for _ in op.params if _ != "eps"]
    given = [x.requires_grad_() for x in given]
    assert gradcheck(op, tuple(given))
    assert gradgradcheck(op, tuple(given))
    assert gradcheck(lambda *xs: op(*xs, dim=0), tuple(given))


@pytest.mark.parametrize("shape", [(5,), (3, 1), ()], ids=str)
def test_gradients_of_what_broadcasts(shape):
    x = tl.randn(3, 5, dtype=tl.float64, requires_grad=True)
    weight = tl.rand(shape, dtype=tl.float64).requires_grad_()
    assert gradcheck(normed, (x, weight))
    both = tl.rowwise(lambda x, w: sum(x) + sum(w))
    assert gradcheck(both, (x, weight))
    assert gradgradcheck(tl.rowwise(lambda x, w: sum(x * w)), (x, weight))
    across = tl.rand(5, 1, dtype=tl.float64).requires_grad_()
    assert gradcheck(lambda x, w: normed(x.t(), w, dim=0), (x, across))


def test_equals_share_the_gradient_of_an_extreme():
    x = tl.tensor([[1.0, 3.0, 3.0]], requires_grad=True)
    tl.rowwise(lambda x: max(x))(x).sum().backward()
    assert x.grad.tolist() == [[0.0, 0.5, 0.5]]


def test_a_written_gradient():
    calls = tl.rowwise(lambda x: math.exp(x) / sum(math.exp(x)),
                       grad=lambda g, out: out * (g - sum(g * out)))  # fmt: skip
    x = tl.randn(3, 4, dtype=tl.float64, requires_grad=True)
    assert gradcheck(calls, (x,))
    assert gradgradcheck(calls, (x,))
    added = tl.rowwise(lambda x: sum(x), grad=lambda g: g)
    assert gradcheck(added, (x,))
    assert gradgradcheck(lambda x: added(x * x), (x,))
    whole = tl.rowwise(lambda x, y: sum(x * y), grad={"x": lambda g, y, out: g * y + 0 * out})
    assert gradcheck(whole, (x, x.detach().clone().requires_grad_()))


def test_in_a_plan_it_has_the_same_bits_and_joins_what_goes_along_its_rows():
    def step(x, weight):
        y = normed(x, weight)
        (y * y * softmax(y)).sum().backward()
        return y

    def leaves():
        tl.manual_seed(0)
        return tl.randn(64, 50, requires_grad=True), tl.randn(50, requires_grad=True)

    eager, compiled = leaves(), leaves()
    planned = tl.compile(step)
    for _ in range(2):
        assert (step(*eager) == planned(*compiled)).all()
    for one, other in zip(eager, compiled, strict=True):
        assert (one.grad == other.grad).all()
    assert "strip by strip: normed, softmax" in str(planned.explain())


# ------------------------------------------------------------------ what is refused


def looping(x):
    for _ in range(3):
        x = x * 2
    return x


def branching(x):
    if sum(x) > 0:
        return x
    return -x


def pair(x):
    return x, sum(x)


def two_arguments(x):
    return tl.scalars.total(x, x)


def sliced(x):
    return x[1:]


def unknown(x):
    return sorted(x)


@pytest.mark.parametrize(("function", "text"), [
    (looping, "looping: expected assignments and one return, .*; got for; try y if x > 0 else z"),
    (branching, "branching: expected assignments and one return, .*; got if; try y if x > 0"),
    (pair, "pair: expected one value; got 2 values; try an op for each"),
    (two_arguments, r"two_arguments: expected one argument of a fold; got .*; try total\(x\)"),
    (sliced, r"sliced: expected a parameter or a number as index; got x\[1:\]; try x\[k\], x"),
    (unknown, "unknown: expected a call of a scalar function or a cast; got sorted; try"),
])  # fmt: skip
def test_what_cannot_be_read_names_its_line(function, text):
    line = function.__code__.co_firstlineno + 1
    with pytest.raises(ScalarError, match=rf"test_rowwise.py:{line}: {text}"):
        tl.rowwise(function)


def test_a_fold_has_no_place_in_a_function_of_numbers():
    with pytest.raises(ScalarError, match=r"got tl\.scalars\.total\(x\); try a fold of a row, in"):
        tl.elementwise(lambda x: x / tl.scalars.total(x))


def test_calls_that_are_refused():
    with pytest.raises(TypeError, match="softmax: expected tensors and numbers; got str for x"):
        softmax("x")
    with pytest.raises(TypeError, match="softmax: expected a tensor; got numbers alone"):
        softmax(1.0)
    with pytest.raises(NotImplementedError, match=r"softmax: expected real tensors; got .*64; try"):
        softmax(tl.ones(2, dtype=tl.complex64))
    with pytest.raises(IndexError, match="softmax: "):
        softmax(tl.ones(2), dim=1)
    with pytest.raises(TypeError, match="rowwise: expected a function of a row; got int"):
        tl.rowwise(3)
    with pytest.raises(TypeError, match="expected other parameters than dim, keepdim, specs"):
        tl.rowwise(lambda x, dim: x * dim)
    wrong = tl.rowwise(lambda x: x * sum(x), grad=lambda g, y: g * y)
    with pytest.raises(TypeError, match="expected a gradient of g and x or out; got y"):
        wrong(tl.ones(2, requires_grad=True)).sum().backward()


def test_numbers_of_rows():
    @tl.rowwise(numbers=("least",))
    def length(x, least):
        found = sum(x * x)
        return (least if found < least else found) ** 0.5

    x, least = tl.tensor([[3.0, 4.0], [0.0, 0.1]]), tl.tensor([[0.0], [9.0]])
    assert length(x, 4.0).tolist() == [5.0, 2.0]
    assert length(x, least).tolist() == [5.0, 3.0]
    assert length(x, 4.0, dim=0, keepdim=True).shape == (1, 2)
    x, least = x.double().requires_grad_(), least.double().requires_grad_()
    assert gradcheck(length, (x, least))
    again = pickle.loads(pickle.dumps(margins._cosine))
    assert again is margins._cosine
    with pytest.raises(TypeError, match="rowwise: expected numbers among x; got eps; try a param"):
        tl.rowwise(lambda x: sum(x), numbers=("eps",))


# ------------------------------------------------------------------ picks, choices, shared rows


def plain_loss(x, weight, target, ignored, smooth):
    """The same in ops."""
    logs = x.log_softmax(-1)
    rest = -(weight * logs).mean(-1)
    found = -(logs * weight.expand(x.shape)).gather(-1, target.clamp(min=0)).squeeze(-1)
    kept = (target != ignored).squeeze(-1).to(x.dtype)
    return (found * (1 - smooth) + rest * smooth) * kept


@pytest.mark.parametrize("smooth", [0.0, 0.25])
@pytest.mark.parametrize("shape", [(4, 10), (700, 3), (2, 5000)], ids=str)
def test_elements_are_picked_and_folds_chosen(shape, smooth):
    x = tl.randn(shape, dtype=tl.float64, requires_grad=True)
    weight = tl.rand(shape[1], dtype=tl.float64, requires_grad=True)
    target = tl.randint(0, shape[1], (shape[0], 1))
    target[1] = -100
    got = loss(x, weight, target, -100, smooth)
    want = plain_loss(x, weight, target, -100, smooth)
    np.testing.assert_allclose(got.detach().numpy(), want.detach().numpy(), 1e-12, 1e-12)
    if shape[0] * shape[1] < 3000:
        for one, other in zip(tl.autograd.grad((got * got).sum(), (x, weight)),
                              tl.autograd.grad((want * want).sum(), (x, weight)), strict=True):
            np.testing.assert_allclose(one.numpy(), other.numpy(), 1e-10, 1e-12)
    if shape == (4, 10):
        assert gradgradcheck(lambda x, w: loss(x, w, target, -100, smooth), (x, weight))


@pytest.mark.cuda
def test_cards_pick_elements_and_choose_folds(monkeypatch):
    monkeypatch.setattr(system, "SIMULATED", True)
    x, weight = rng.normal(size=(5, 9)), rng.uniform(size=(1, 9))
    target, ignored = np.array([0, 8, -3, 4, 4])[:, None], np.array([[4]])
    for smooth in (0.0, 0.5):
        given = [x, weight, target, ignored, np.array([[smooth]])]
        want = reference.run(loss.program, *given)
        classes = ("dense", "rows", "zero int64", "zero int64", "zero")
        for device, options in ((on_cpu, {}), (on_cuda, {"threads": 8})):
            steps = 9, 0, 1, 0, 0
            launch = device.launch(loss.program, "float64", 5, 9, classes, steps, **options)
            out = np.empty((5, 1))
            launch(*(z.ctypes.data for z in given), out.ctypes.data)
            np.testing.assert_allclose(out, want, 1e-12)


def test_bytes_of_what_all_rows_share_count_once(device):
    classes = "dense", "rows", "zero int64", "zero int64", "zero float64"
    launch = device.rowwise.launch(loss.program, "float32", 5, 9, classes, (9, 0, 1, 0, 0))
    assert launch.work.nbytes == 4 * (5 * 9 + 9 + 5) + 8 * (5 + 1 + 1)
    first, *others = [sized.gradient(k).program for k in range(2)]
    both = rows.merged(first, others)
    steps = tuple([0 if name == "weight" else 9 for name in both.params])
    launch = device.rowwise.launch(both, "float32", 20, 9, ("dense",) * len(steps), steps)
    moved = sum(9 if step == 0 else 20 * 9 for step in steps) + 20 * 9
    assert launch.work.nbytes == 4 * (moved + launch.items * 9)


def test_an_element_that_is_not_there_is_nan():
    picked = tl.rowwise(lambda x, k: x[k] * 2.0)
    x = tl.arange(6.0).reshape(2, 3)
    assert picked(x, tl.tensor([[2], [0]])).tolist() == [4.0, 6.0]
    assert picked(x, tl.tensor([[3], [-1]])).isnan().all()
    assert picked(x, 1).tolist() == [2.0, 8.0]
    assert picked(x, 1, dim=0).tolist() == [6.0, 8.0, 10.0]
    placed = tl.rowwise(lambda x: tl.scalars.place(x) * x[0])
    assert placed(x.T, dim=0).T.tolist() == placed(x).tolist() == [[0.0] * 3, [0.0, 3.0, 6.0]]


def test_rows_choose_their_folds_apart():
    x = tl.randn(50, 6, dtype=tl.float64, requires_grad=True)
    want = x / (x * x).sum(-1, keepdim=True).sqrt()
    np.testing.assert_allclose(sized(x, 1.0).detach().numpy(), want.detach().numpy(), 1e-12)


def test_a_fold_is_taken_where_it_is_chosen():
    lines = [line.strip() for line in sized.source(tl.ones(2, 3), 1.0).splitlines()]
    ahead = [before for before, line in itertools.pairwise(lines) if "= row_folds(" in line]
    _, *chosen = ahead
    assert len(chosen) == 3
    assert all(before.startswith("if v") for before in chosen)


def test_gradients_of_a_shared_row_are_one_kernel_with_those_of_rows():
    x = tl.randn(70, 6, dtype=tl.float64, requires_grad=True)
    weight = tl.randn(6, dtype=tl.float64, requires_grad=True)
    assert gradcheck(sized, (x, weight))
    g = tl.randn(70, 6, dtype=tl.float64)
    together = tl.autograd.grad(sized(x, weight), (x, weight), g)
    apart = tl.autograd.grad(sized(x, weight), (x, weight), g, create_graph=True)
    for one, other in zip(together, apart, strict=True):
        np.testing.assert_allclose(one.numpy(), other.detach().numpy(), 1e-12, 1e-13)
    assert any(len(way.op.program.columns) for way in sized.joint.values())


def test_a_program_is_read_once_and_says_what_it_reads():
    program = rows.read(softmax.function)
    assert [s.kind for s in program.stages if isinstance(s, Fold)] == ["shift", "total"]
    assert not program.folds_all and logsumexp.program.folds_all


def test_integers_follow_the_default_dtype():
    x = tl.arange(6).reshape(2, 3)
    for dtype in (tl.float32, tl.float64, tl.float32):
        tl.set_default_dtype(dtype)
        try:
            assert tl.nn.functional.cosine_similarity(x, x + 1).dtype is dtype
            assert tl.gradient(x, dim=1)[0].dtype is tl.mvlgamma(x + 2, 2).dtype is dtype
        finally:
            tl.set_default_dtype(tl.float32)


def test_an_expanded_operand_of_another_dtype_is_copied_whole():
    """One element that is seen all along the dim was taken for an extent of 1."""
    x, y = tl.tensor([5]).expand(5), tl.tensor([5, 5, 7, 6, 5])
    found = tl.nn.functional.cosine_similarity(x, y, dim=0)
    assert found.item() == pytest.approx(0.98995, abs=1e-4)
    rows = tl.tensor([[1], [2]]).expand(2, 3)
    wanted = tl.nn.functional.cosine_similarity(rows.contiguous(), rows.t().reshape(2, 3), dim=1)
    assert tl.nn.functional.cosine_similarity(rows, rows.t().reshape(2, 3), dim=1).equal(wanted)
