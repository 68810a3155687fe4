"""`@tl.elementwise` as a user meets it: what compiles, its gradients, its errors, its source."""

import builtins
import linecache
import math
import re

import numpy as np
import pytest
from tensorlite.kernels.language.reflect import ScalarError

import tensorlite as tl

SLOPE = 0.25
POINTS = [-1.7, -0.6, 0.3, 0.9, 1.4]


@tl.elementwise
def leaky(x):
    return x if x > 0 else SLOPE * x


@tl.elementwise
def huber(x, delta=1.0):
    """Quadratic near zero, linear beyond."""
    a = abs(x)
    if a <= delta:
        return 0.5 * x * x
    return delta * (a - 0.5 * delta)


@tl.elementwise
def newton_sqrt(x):
    y = 1.0
    step = 1.0
    while abs(step) > 1e-5:
        step = (x / y - y) / 2
        y = y + step
    for _ in range(3):  # the tangents lag behind the value
        y = y + (x / y - y) / 2
    return y


@tl.elementwise
def taylor_exp(x):
    total = 1.0
    term = 1.0
    for n in range(1, 25):
        term = term * x / n
        total = total + term
    return total


@tl.elementwise
def horner(x):
    y = 0.0
    for k in range(4):
        if k % 2 == 0:
            y = y * x + k
        else:
            y = y * x - 1.5
    return y


@tl.elementwise
def swish(x, beta):
    return x / (1 + math.exp(-beta * x))


def inner(x):
    return np.tanh(x) * x


@tl.elementwise
def nested(x):
    return inner(inner(x)) + math.sin(x)


def scaled_by(factor):
    def scaled(x):
        return factor * x**3

    return tl.elementwise(scaled)


closed = scaled_by(1.5)
short = tl.elementwise(lambda x: x * math.exp(-x * x))

OPS = {
    "if expression": (leaky, POINTS),
    "if statement": (huber, POINTS),
    "while": (newton_sqrt, [0.3, 0.7, 1.5, 4.0]),
    "for": (taylor_exp, POINTS),
    "for with if": (horner, POINTS),
    "calls": (nested, POINTS),
    "closure": (closed, POINTS),
    "lambda": (short, POINTS),
}


def named():
    return pytest.mark.parametrize(("op", "points"), OPS.values(), ids=OPS.keys())


# ------------------------------------------------------------------ values


@named()
def test_it_computes_what_python_computes(op, points):
    want = [op.function(v) for v in points]
    np.testing.assert_allclose(op(tl.tensor(points, dtype=tl.float64)).numpy(), want, rtol=1e-13)
    np.testing.assert_allclose(op(tl.tensor(points)).numpy(), want, rtol=2e-6, atol=1e-7)


@named()
def test_float32_stays_float32(op, points):
    x = tl.tensor(points, requires_grad=True)
    y = op(x)
    assert y.dtype is tl.float32
    (g,) = tl.autograd.grad(y.sum(), x)
    assert g.dtype is tl.float32


def test_integers_compute_in_the_default_dtype():
    assert leaky(tl.tensor([-4, 4])).tolist() == [-1.0, 4.0]
    assert leaky(tl.tensor([-4, 4])).dtype is tl.float32


def test_kinds():
    double = tl.elementwise(lambda x: 2 * x, kind="same")
    assert double(tl.tensor([1, 2])).tolist() == [2, 4]
    assert double(tl.tensor([1, 2])).dtype is tl.int64
    inside = tl.elementwise(lambda x, low, high: low < x < high, kind="bool")
    assert inside(tl.tensor([0.0, 1.0, 2.0]), 0.5, 1.5).tolist() == [False, True, False]


def test_defaults_keywords_and_numbers():
    x = tl.tensor([-3.0, 0.5])
    assert huber(x).tolist() == [2.5, 0.125]
    assert huber(x, 2.0).tolist() == [4.0, 0.125]
    assert huber(x, delta=2.0).tolist() == [4.0, 0.125]
    assert huber(x, delta=tl.tensor([1.0, 0.25])).tolist() == [2.5, 0.09375]


def test_broadcasting_and_layouts():
    x, beta = tl.tensor([[1.0], [2.0], [3.0]]), tl.tensor([0.5, 1.0])
    want = x.numpy() / (1 + np.exp(-beta.numpy() * x.numpy()))
    np.testing.assert_allclose(swish(x, beta).numpy(), want, rtol=1e-6)
    np.testing.assert_allclose(swish(x.t(), beta[:1]).numpy(), want[:, :1].T, rtol=1e-6)
    assert swish(tl.ones(0, 3), 1.0).shape == (0, 3)
    assert swish(tl.tensor(1.0), 1.0).shape == ()


def test_out():
    out = tl.zeros(2)
    assert huber(tl.tensor([1.0, 2.0]), out=out) is out
    assert out.tolist() == [0.5, 1.5]


def test_globals_are_frozen_when_the_function_is_read(monkeypatch):
    monkeypatch.setitem(globals(), "SLOPE", 100.0)
    assert leaky(tl.tensor([-4.0])).item() == -1.0


def test_it_keeps_name_and_doc():
    assert huber.__name__ == "huber"
    assert "Quadratic" in huber.__doc__
    assert huber.params == ("x", "delta")
    assert repr(huber) == "<op huber(x, delta)>"


# ------------------------------------------------------------------ gradients


def slope(function, x, step):
    return (function(x + step) - function(x - step)) / (2 * step)


def derivative(op, order):
    """The derivative of that order as a function of NumPy points."""

    def function(points):
        x = tl.tensor(points, requires_grad=True)
        y = op(x)
        for _ in range(order):
            if not y.requires_grad:
                return np.zeros_like(points)
            (y,) = tl.autograd.grad(y, x, tl.ones_like(y), create_graph=True)
        return y.detach().numpy()

    return function


@named()
@pytest.mark.parametrize("order", [1, 2, 3])
def test_gradients_of_any_order(op, points, order):
    x = np.array(points)
    want = slope(derivative(op, order - 1), x, 1e-5)
    np.testing.assert_allclose(derivative(op, order)(x), want, rtol=1e-6, atol=1e-6)


def test_gradients_by_both_arguments():
    x = tl.tensor([0.5, -1.0], dtype=tl.float64, requires_grad=True)
    beta = tl.tensor(1.5, dtype=tl.float64, requires_grad=True)
    assert tl.autograd.gradcheck(swish, (x, beta))
    assert tl.autograd.gradgradcheck(swish, (x, beta))


@pytest.mark.torch
def test_gradients_are_those_of_torch():
    torch = pytest.importorskip("torch")
    x, y = tl.tensor(POINTS, requires_grad=True), torch.tensor(POINTS, requires_grad=True)
    ours, theirs = swish(x, 1.0), torch.nn.functional.silu(y)
    for _ in range(3):
        (ours,) = tl.autograd.grad(ours.sum(), x, create_graph=True)
        (theirs,) = torch.autograd.grad(theirs.sum(), y, create_graph=True)
        np.testing.assert_allclose(ours.detach().numpy(), theirs.detach().numpy(), atol=2e-6)


def test_a_written_gradient_is_used():
    op = tl.elementwise(lambda x: math.exp(x), grad=lambda g, out: 10 * g * out)
    x = tl.tensor([0.0], requires_grad=True)
    op(x).backward()
    assert x.grad.tolist() == [10.0]


def test_written_gradients_by_argument():
    def straight_through(g):
        return g

    @tl.elementwise(grad={"x": straight_through})
    def quantized(x, step):
        return math.floor(x / step) * step

    x = tl.tensor([0.3, 0.8], requires_grad=True)
    y = quantized(x, 0.5)
    assert y.tolist() == [0.0, 0.5]
    y.sum().backward()
    assert x.grad.tolist() == [1.0, 1.0]


def test_it_takes_part_in_training():
    tl.manual_seed(0)
    x = tl.randn(64, 3)
    target = leaky(x @ tl.tensor([[1.0], [-2.0], [0.5]]))
    layer = tl.nn.Linear(3, 1)
    optimizer = tl.optim.Adam(layer.parameters(), lr=0.1)
    losses = []
    for _ in range(60):
        optimizer.zero_grad()
        loss = huber(leaky(layer(x)) - target).mean()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < losses[0] / 20


# ------------------------------------------------------------------ where functions come from


def test_a_notebook_cell():
    """IPython gives each cell a name of its own and puts its text into linecache."""
    text = "import math\n\ndef cell_op(x):\n    # a comment\n    return math.cos(x) * 2\n"
    filename = "<ipython-input-3-5f2e>"
    linecache.cache[filename] = len(text), None, text.splitlines(True), filename
    scope = {"__name__": "__main__"}
    exec(compile(text, filename, "exec"), scope)
    op = tl.elementwise(scope["cell_op"])
    x = tl.tensor([0.0], requires_grad=True)
    op(x).backward()
    assert op(x).item() == 2.0


def test_a_redefined_cell():
    results = []
    for version, factor in enumerate((2, 3)):
        text, filename = f"def again(x):\n    return x * {factor}\n", f"<cell-{version}>"
        linecache.cache[filename] = len(text), None, text.splitlines(True), filename
        scope = {}
        exec(compile(text, filename, "exec"), scope)
        results.append(tl.elementwise(scope["again"])(tl.tensor([1.0])).item())
    assert results == [2.0, 3.0]


def test_two_lambdas_on_one_line():
    double, triple = tl.elementwise(lambda x: 2 * x), tl.elementwise(lambda x: 3 * x)
    assert (double(tl.ones(1)).item(), triple(tl.ones(1)).item()) == (2.0, 3.0)


def test_functions_of_numpy_math_and_the_vocabulary_are_one():
    x = tl.tensor([0.5], dtype=tl.float64)
    functions = (lambda v: math.exp(v), lambda v: np.exp(v), lambda v: tl.scalars.exp(v))
    assert {tl.elementwise(f)(x).item() for f in functions} == {tl.exp(x).item()}


def test_ops_call_other_ops():
    composed = tl.elementwise(lambda x: leaky(x) + 1)
    x = tl.tensor([-4.0, 4.0], requires_grad=True)
    y = composed(x)
    y.sum().backward()
    assert y.tolist() == [0.0, 5.0]
    assert x.grad.tolist() == [0.25, 1.0]


# ------------------------------------------------------------------ what cannot be compiled


def list_inside(x):
    y = [x, x]
    return y[0]


def no_return(x):  # noqa: RET503
    if x > 0:
        return x


def unknown_name(x):
    return x + undefined_name  # noqa: F821


def a_string(x):
    return x if x > 0 else "negative"


def prints(x):
    print(x)
    return x


def recursion(x):
    return x if x < 1 else recursion(x - 1)


def calls_a_method(x):
    return x.sum()


def star(*values):
    return values[0]


def two_values(x):
    return x, -x


def maybe_unset(x):
    if x > 0:
        y = x
    return y


REFUSED = {
    list_inside: "y = [x, x]",
    no_return: "def no_return",
    unknown_name: "undefined_name",
    a_string: '"negative"',
    prints: "print(x)",
    calls_a_method: "x.sum()",
    star: "def star",
    maybe_unset: "return y",
    two_values: "def two_values",
}


@pytest.mark.parametrize(
    ("function", "line"), REFUSED.items(), ids=lambda p: getattr(p, "__name__", "")
)
def test_the_message_names_file_and_line(function, line):
    with pytest.raises(ScalarError) as caught:
        tl.elementwise(function)
    message = str(caught.value)
    place = re.match(r"(.*):(\d+): (\w+): expected .*; got .*; try ", message)
    assert place, message
    assert place[1] == __file__
    assert place[3] == function.__name__
    assert line in linecache.getline(place[1], int(place[2])), message


def test_a_recursion_is_refused():
    with pytest.raises(ScalarError, match="recursion"):
        tl.elementwise(recursion)(tl.ones(2))


def test_what_has_no_text_is_refused():
    scope = {}
    exec("def ghost(x):\n    return x\n", scope)
    with pytest.raises(ScalarError, match="expected its source; got none"):
        tl.elementwise(scope["ghost"])


def test_what_is_no_function_is_refused():
    for thing in (3, "x", builtins.print, np.linalg.norm, int):
        with pytest.raises(TypeError, match="expected"):
            tl.elementwise(thing)


def test_wrong_calls():
    x = tl.ones(2)
    with pytest.raises(TypeError, match="huber: expected arguments x, delta"):
        huber()
    with pytest.raises(TypeError, match="huber: expected arguments x, delta"):
        huber(x, 1.0, 2.0)
    with pytest.raises(TypeError, match="huber: expected arguments x, delta; got slope="):
        huber(x, slope=1.0)
    with pytest.raises(TypeError, match="huber: expected tensors and numbers; got str"):
        huber("x")
    with pytest.raises(TypeError, match="huber: expected a tensor; got numbers alone"):
        huber(2.0)
    with pytest.raises(RuntimeError, match=r"swish: expected shapes that broadcast"):
        swish(x, tl.ones(3))


def test_a_derivative_that_must_be_written():
    @tl.elementwise
    def same(x):
        return tl.scalars.from_bits(tl.scalars.bits(x))

    assert same(tl.tensor([1.0])).item() == 1.0
    with pytest.raises(ScalarError, match=r"bits, which has none by argument 0; .*grad="):
        same(tl.tensor([1.5], requires_grad=True)).backward()


# ------------------------------------------------------------------ the source


def test_the_source_of_a_kernel_is_readable():
    text = huber.source(tl.ones(3), 1.0)
    assert compile(text, "<kernel>", "exec")
    assert "a = absolute_f32" in text or "a = absolute" in text
    assert "np.float32(0.5) * x * x" in text
    assert "for i in range(" in text
    rows = huber.source(tl.ones(4, 6)[:, ::2], 1.0)
    assert "for row in range(" in rows
    assert "np.float64" in huber.source(tl.ones(3, dtype=tl.float64))


def test_the_source_is_that_of_the_kernel_that_runs():
    op = tl.elementwise(lambda x: x * 0.1875)
    x = tl.ones(5)
    op(x)
    name = re.search(r"def (lambda_\w+)\(args", op.source(x))[1]
    from tensorlite.kernels import cache

    assert name in cache._addresses


# ------------------------------------------------------------------ names


def test_a_name_is_given_once():
    from tensorlite import declare

    def relu(x):
        return x

    for call in (declare.public, declare.method, lambda f: declare.public(f, name="where")):
        with pytest.raises(ValueError, match=r"expected a name that is free; got the name of "):
            call(relu)
    assert tl.relu is not relu and tl.Tensor.relu is not relu
    assert tl.select_scatter is tl.Tensor.select_scatter


def test_what_an_op_reads_around_it_is_read_where_it_is_defined():
    factor = 2.0

    @tl.elementwise
    def scaled(x):
        return x * factor

    @tl.elementwise
    def scaled_by(x, k):
        return x * k

    factor = 3.0
    for dtype in (tl.float32, tl.float64):
        assert scaled(tl.ones(1, dtype=dtype)).item() == 2.0
        assert scaled_by(tl.ones(1, dtype=dtype), factor).item() == 3.0
    assert "read once, where the op is defined" in tl.elementwise.__doc__
