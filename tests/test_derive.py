"""Derivatives from source: their text, their values to the third order, and the known traps."""

import functools
import linecache
import math
import sys
import traceback

import numba
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tensorlite.kernels import scalars
from tensorlite.kernels.language import reflect
from tensorlite.kernels.language.derive import DeriveError, derive, pullback

import tensorlite as tl

DELTA = 1.5
GAIN = 2


def source(text, name="f", **names):
    """A function from text, as a generator would make it."""
    scope = {"math": math, "np": np, **globals(), **names}
    exec(text, scope)
    scope[name].__source__ = text
    return scope[name]


@functools.cache
def compiled(f):
    """The njit form of a scalar function; `math` stands in for the vocabulary."""
    if reflect.supplied(f):
        return getattr(math, f.__name__)
    scalar = reflect.read(f)
    functions = {g: compiled(g) for g in scalar.callees}
    scope = {k: functions.get(v, v) if callable(v) else v for k, v in scalar.names.items()}
    exec(scalar.text, scope)
    scope[scalar.name].__defaults__ = f.__defaults__
    return numba.njit(error_model="numpy")(scope[scalar.name])


# ------------------------------------------------------------------ the text

TEXTS = [
    ("x + y", "1.0", "1.0"),
    ("x - y", "1.0", "-1.0"),
    ("x * y", "y", "x"),
    ("x / y", "1.0 / y", "-x / y / y"),
    ("x * x", "2.0 * x", "0.0"),
    ("x ** 2", "2.0 * x", "0.0"),
    ("x ** 3 * y", "3.0 * x ** 2 * y", "x ** 3"),
    ("x ** 1 + x ** 0", "1.0", "0.0"),
    ("x ** -1", "-1.0 / x ** 2", "0.0"),
    ("x ** GAIN", "2.0 * x", "0.0"),
    ("x ** 2.5", "2.5 * pow(x, 1.5)", "0.0"),
    ("1 / x", "-1.0 / x / x", "0.0"),
    ("-x", "-1.0", "0.0"),
    ("+x - -y", "1.0", "1.0"),
    ("x / 2", "0.5", "0.0"),
    ("0.5 * x * x", "x", "0.0"),
    ("-x * x / 2", "-x", "0.0"),
    ("x * 3 - (y - x)", "4.0", "-1.0"),
    ("(1 - x) * (1 + x)", "-2.0 * x", "0.0"),
    ("x * y * (y * x)", "2.0 * x * y * y", "2.0 * x * y * x"),
    ("x // y", "0.0", "0.0"),
    ("x % y", "1.0", "-(x // y)"),
    ("x if x > 0 else 0.0", "1.0 if x > 0 else 0.0", "0.0"),
    ("(x if x > 0 else 0.0) * y", "y if x > 0 else 0.0", "x if x > 0 else 0.0"),
    ("y * (x > 0)", "0.0", "x > 0"),
    ("x * int(y) + float(y)", "int(y)", "1.0"),
    ("x * (1 if x > 0 and y > 0 else 2)", "1 if x > 0 and y > 0 else 2", "0.0"),
    ("math.exp(x)", "exp(x)", "0.0"),
    ("math.exp(2 * x)", "2.0 * exp(2 * x)", "0.0"),
    ("math.log(x) * y", "y / x", "log(x)"),
    ("math.sin(x * y)", "cos(x * y) * y", "cos(x * y) * x"),
]


@pytest.mark.parametrize(("formula", "dx", "dy"), TEXTS, ids=[t[0] for t in TEXTS])
def test_the_text_is_what_a_person_would_write(formula, dx, dy):
    f = source(f"def f(x, y):\n    return {formula}\n")
    assert derive(f, 0).__source__ == f"def d0_f(x, y):\n    return {dx}\n"
    assert derive(f, 1).__source__ == f"def d1_f(x, y):\n    return {dy}\n"


def huber(x, delta=DELTA):
    a = abs(x)
    if a <= delta:
        return 0.5 * x * x
    return delta * (a - 0.5 * delta)


def test_what_the_derivative_does_not_need_is_dropped():
    assert derive(huber, 1).__source__ == (
        "def d1_huber(x, delta):\n"
        "    a = abs(x)\n"
        "    if a <= delta:\n"
        "        return 0.0\n"
        "    return a - delta\n"
    )


def test_a_derivative_tells_what_it_is_and_reads():
    f = source("def f(x, y):\n    if x > y:\n        return 2 * x\n    return x + x + y\n")
    assert (derive(f).constant, derive(f).uses) == (2.0, ())
    g = source("def f(x, y):\n    t = x * y\n    return t - y\n")
    assert (derive(g).constant, derive(g).uses) == (None, ("y",))
    assert (derive(g, 1).constant, derive(g, 1).uses) == (None, ("x",))
    assert derive(source("def f(x, y):\n    return y - x\n")).constant == -1.0
    assert derive(huber).uses == ("x", "delta")
    assert derive(huber).__defaults__ == (1.5,)
    assert derive(huber) is derive(huber)
    assert derive(math.exp) is derive(scalars.exp)


def test_a_pullback_takes_only_what_it_reads():
    f = source("def f(x, y, g, s=2.0):\n    return (x + y * g) * s\n")
    assert pullback(f, 0).__source__ == "def pull0_f(dg, s):\n    return dg * s\n"
    assert pullback(f, 0).params == ("s",)
    assert pullback(f, 0)(3.0) == 6.0
    assert pullback(f, 1).params == ("g", "s")
    assert pullback(f, 1)(1.0, 5.0, 3.0) == 15.0
    add = source("def add(x, y):\n    return x - y\n", "add")
    assert pullback(add, 0).__source__ == "def pull0_add(g):\n    return g\n"
    assert pullback(add, 1).__source__ == "def pull1_add(g):\n    return -g\n"
    relu = source("def relu(x):\n    return x if x > 0 else 0.0\n", "relu")
    assert pullback(relu).__source__ == "def pull0_relu(g, x):\n    return g if x > 0 else 0.0\n"
    assert pullback(math.exp).__source__ == "def pull0_exp(g, x):\n    return g * exp(x)\n"


def test_the_vocabulary_is_called_by_name():
    """Its textbook bodies state a meaning: what runs is the implementation."""
    gamma = source("def f(x):\n    return x * scalars.lgamma(2 * x)\n")
    assert derive(gamma).__source__.endswith("return lgamma(2 * x) + 2.0 * x * digamma(2 * x)\n")
    assert pullback(scalars.lgamma).__source__.endswith("(g, x):\n    return g * digamma(x)\n")
    assert pullback(scalars.softplus).__source__.endswith("    return g * sigmoid(x)\n")
    assert derive(scalars.lgamma) is scalars.digamma


def test_a_pullback_is_derivable_again():
    p = pullback(huber)
    assert p.params == ("x", "delta")
    assert derive(p, 0)(1.0, 0.5) == derive(huber)(0.5)
    assert derive(p, 1)(3.0, 0.5) == 3.0
    assert pullback(p, 1)(2.0, 3.0, 0.5) == 6.0


def test_tracebacks_show_the_derived_text():
    d = derive(source("def f(x):\n    return math.log(x) / x\n"))
    assert linecache.getline(d.__code__.co_filename, 2) in d.__source__
    try:
        d(0.0)
    except ZeroDivisionError:
        assert "in d0_f\n    return" in traceback.format_exc()


# ------------------------------------------------------------------ values


def sigmoid(x):
    return 1 / (1 + math.exp(-x))


def swish(x):
    return x * sigmoid(x)


def newton_sqrt(x):
    """One step after the loop: the tangent lags behind the value by one."""
    y = x if x > 1.0 else 1.0
    i = 0
    while abs(y * y - x) > 1e-13 * x and i < 60:
        y = 0.5 * (y + x / y)
        i += 1
    return y + 0.5 * (x / y - y)


def horner(x):
    s = 0.0
    for k in range(6):
        s = s * x + (k + 1)
        if k == 4:
            continue
        s += 0.25 * x
    return s


def lagging(x):
    """`a` varies only from the second turn on, through an assignment below it."""
    a = 1.0
    b = 1.0
    for _ in range(4):
        a = a * b + 0.5
        b = b * x * 0.5
    return a


def reused(x):
    x = x * x
    d_x = math.sin(x)
    x += d_x * x
    return x * d_x


def branches(x):
    if x > 1.0:
        y = math.log(x)
    elif x > 0.5:
        y = x**3 / (1 + x)
    else:
        y = math.tanh(x) * x**-2
    y -= x % 0.7
    return y * y


def endless(x):
    n = 0
    while True:
        x = x * 1.5
        n += 1
        if x > 4.0:
            break
    return x * x / n


def powers(x):
    return x**GAIN + x**2.5 + 2**x + x**x + pow(x, 3.0) + x**-3


def two(x, y):
    return x * np.tanh(y) / (1 + y * y)


def using_two(x):
    return two(x, x * x) + DELTA * np.sin(x) + huber(2 * x)


def closure(factor):
    def scaled(x):
        return sigmoid(factor * x) ** 2 * factor

    return scaled


def clamped(x):
    return min(max(x * x, 0.2), 2.0) * np.sqrt(x) * abs(x - 1.0)


CASES = [huber, swish, newton_sqrt, horner, lagging, reused, branches, endless, powers, using_two]
CASES += [closure(1.7), clamped, lambda x: x**3 * math.exp(-x * x)]
POINTS = (0.3, 0.6, 0.92, 1.1, 2.3)


def central(f, x, h=1e-4):
    """Central difference with Richardson's extrapolation: error of order h**4."""
    slope = [(f(x + k * h) - f(x - k * h)) / (2 * k * h) for k in (1, 2)]
    return (4 * slope[0] - slope[1]) / 3


@pytest.mark.parametrize("form", [compiled, lambda f: f], ids=["njit", "python"])
@pytest.mark.parametrize("f", CASES, ids=lambda f: f.__name__)
def test_three_orders_against_central_differences(f, form):
    for _ in range(3):
        value, slope = form(f), form(derive(f))
        for x in POINTS:
            expected = central(value, x)
            assert slope(x) == pytest.approx(expected, rel=1e-7, abs=1e-7), (x, f.__name__)
        f = derive(f)


def test_both_arguments_and_mixed_orders():
    for first, second in ((0, 0), (0, 1), (1, 0), (1, 1)):
        d = derive(derive(two, first), second)
        for x, y in ((0.3, 0.7), (-1.2, 2.0)):
            point = [x, y]

            def along(t, first=first, second=second, point=point):
                moved = [*point[:second], t, *point[second + 1 :]]
                return derive(two, first)(*moved)

            assert d(x, y) == pytest.approx(central(along, point[second]), rel=1e-7, abs=1e-8)


# ------------------------------------------------------------------ the traps of the prototype


def test_tangent_names_are_fresh_at_each_order():
    """In the prototype `d_s` of the second pass was `d_s` of the first; f'' was off by 9.4."""
    d2 = derive(derive(horner))
    assert d2(0.9) == pytest.approx(central(derive(horner), 0.9), rel=1e-8)
    assert {"d_s", "dd_s", "d_d_s"} <= set(d2.__code__.co_varnames)


def test_the_tangent_reads_the_old_value():
    f = source("def f(x):\n    x = x * x\n    x = x * x\n    return x\n")
    assert derive(f)(3.0) == 4 * 27.0


def test_what_varies_is_a_fixpoint():
    assert derive(lagging)(0.8) == pytest.approx(central(lagging, 0.8), rel=1e-8)
    assert derive(lagging)(0.8) != 0.0


def test_a_name_of_an_attribute_is_no_global():
    """`math.exp` was taken for a global function named exp: an endless recursion."""
    f = source("def exp(x):\n    return math.exp(x) * 2\n", "exp")
    assert derive(f)(0.0) == 2.0
    assert derive(derive(f))(0.0) == 2.0


def test_a_loop_that_stops_on_the_value_leaves_the_tangent_one_step_behind():
    text = "def f(x):\n    y = 1.0\n    while abs(y * y - x) > {}:\n        y = 0.5 * (y + x / y)\n"
    plain = source(text.format("0.1") + "    return y\n")
    stepped = source(text.format("0.1") + "    return y + 0.5 * (x / y - y)\n")
    exact = 0.5 / math.sqrt(2.0)
    errors = [abs(derive(f)(2.0) - exact) for f in (plain, stepped)]
    assert errors[0] > 1e-3 > 1e-4 > errors[1]


def test_two_lambdas_on_a_line_have_two_derivatives():
    first, second = lambda x: x * x + x, lambda x: x * x - x
    assert (derive(first)(1.0), derive(second)(1.0)) == (3.0, 1.0)


def test_an_edited_file_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "edited_scalar.py"
    path.write_text("def f(x):\n    return x * 2\n")
    monkeypatch.syspath_prepend(tmp_path)
    module = __import__("edited_scalar")
    path.write_text("def f(x):\n    return x * 3\n")
    with pytest.raises(DeriveError, match=r"changed since; .*; or to write the derivative: grad="):
        derive(module.f)
    sys.modules.pop("edited_scalar")


def test_a_masked_infinity_stays_masked():
    """0 * inf would be NaN: a choice with a zero branch stays the outermost."""
    f = source("def f(x):\n    return (x if x > 0 else 0.0) * math.exp(-x)\n")
    d = derive(source("def g(x):\n    return (2 * x if x > 0 else 1.0) * y\n", "g", y=math.inf))
    assert d(-1.0) == 0.0
    assert derive(f)(-1.0) == 0.0


def test_a_quotient_does_not_square_its_divisor():
    d = derive(source("def f(x, y):\n    return x / y\n"), 1)
    assert d(1e200, 1e200) == -1e-200


# ------------------------------------------------------------------ what is refused

REFUSED = {
    "def f(x):\n    return x, x": "f: expected one value; got 2 values; try to write .*grad=",
    "def f(x):\n    return [x]": "got List.*; or to write the derivative: grad=",
    "def f(x):\n    return f(x - 1)": "recursion.*grad=",
    "def f(x):\n    return x or 1.0": "and, or of comparisons; got x or 1.0",
    "def f(x):\n    return scalars.bits(x)": "expected functions that have a derivative; got bits",
}


@pytest.mark.parametrize("text", REFUSED, ids=lambda t: t.replace("\n", ";"))
def test_what_cannot_be_derived_is_refused(text):
    with pytest.raises(DeriveError, match=REFUSED[text]):
        derive(source(text))


def test_a_primitive_without_a_derivative_is_refused():
    with pytest.raises(DeriveError, match="bits: expected a written derivative; got none"):
        derive(scalars.bits)


def test_a_parameter_that_does_not_exist_is_refused():
    with pytest.raises(DeriveError, match="parameter number 2; got 2 parameters"):
        derive(two, 2)


# ------------------------------------------------------------------ random functions


class Dual:
    """Forward mode by operator overloading, nested for higher orders: the oracle."""

    def __init__(self, x, d):
        self.x, self.d = x, d

    def __add__(self, y):
        y = lifted(y)
        return Dual(self.x + y.x, self.d + y.d)

    def __neg__(self):
        return Dual(-self.x, -self.d)

    def __sub__(self, y):
        return self + -lifted(y)

    def __mul__(self, y):
        y = lifted(y)
        return Dual(self.x * y.x, self.d * y.x + self.x * y.d)

    def __truediv__(self, y):
        y = lifted(y)
        return Dual(self.x / y.x, (self.d * y.x - self.x * y.d) / (y.x * y.x))

    def __pow__(self, n):
        if n == 0:
            return lifted(1.0)
        return Dual(self.x**n, n * self.x ** (n - 1) * self.d)

    def __lt__(self, y):
        return self.x < (y.x if isinstance(y, Dual) else y)

    def __gt__(self, y):
        return self.x > (y.x if isinstance(y, Dual) else y)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, y):
        return -self + y

    def __rtruediv__(self, y):
        return lifted(y) / self


def lifted(y):
    return y if isinstance(y, Dual) else Dual(y, 0.0)


class DualMath:
    """`math` of dual numbers of any depth."""

    def sin(x):
        if not isinstance(x, Dual):
            return math.sin(x)
        return Dual(DualMath.sin(x.x), DualMath.cos(x.x) * x.d)

    def cos(x):
        if not isinstance(x, Dual):
            return math.cos(x)
        return Dual(DualMath.cos(x.x), -(DualMath.sin(x.x) * x.d))

    def tanh(x):
        if not isinstance(x, Dual):
            return math.tanh(x)
        t = DualMath.tanh(x.x)
        return Dual(t, (1.0 - t * t) * x.d)


@functools.cache
def expressions(*names):
    """Texts of expressions of bounded growth over the given names."""
    constants = st.sampled_from(["0.5", "2", "1.0", "-3.0", "0.0", "1", "GAIN", "DELTA"])
    leaves = st.sampled_from(names) | constants

    def extend(inner):
        pair = st.tuples(inner, inner)
        return st.one_of(
            st.builds("({0[0]} {1} {0[1]})".format, pair, st.sampled_from("+-*")),
            st.builds("({0[0]} / (2 + math.sin({0[1]})))".format, pair),
            st.builds("({0} / {1})".format, inner, st.sampled_from(["2", "-0.5"])),
            st.builds("math.{1}({0})".format, inner, st.sampled_from(["sin", "cos", "tanh"])),
            st.builds("math.sin({0}) ** {1}".format, inner, st.integers(0, 3)),
            st.builds("-{0}".format, inner),
            st.builds("float({0})".format, inner),
            st.builds("({0[0]} if {0[1]} {1} 0.3 else {0[0]})".format, pair, st.sampled_from("<>")),
            st.builds("({0[0]} if {1} > 0.3 else {0[1]})".format, pair, inner),
            st.builds("helper({0[0]}, {0[1]})".format, pair),
        )

    return st.recursive(leaves, extend, max_leaves=6)


@st.composite
def functions(draw, depth=2):
    """Text of a random scalar function f(x, y)."""
    names, lines = ["x", "y"], []

    def block(indent, depth):
        for _ in range(draw(st.integers(1, 3))):
            kind = draw(st.sampled_from(["assign", "assign", "augment", "if", "for"]))
            e = draw(expressions(*names))
            if kind == "assign":
                name = draw(st.sampled_from(["t", "d_x", "x"]))
                lines.append(f"{indent}{name} = math.sin({e})")
                if len(indent) == 4 and name not in names:
                    names.append(name)
            elif kind == "augment":
                op = draw(st.sampled_from("+-*"))
                lines.append(f"{indent}{draw(st.sampled_from(names))} {op}= math.tanh({e})")
            elif depth:
                head = f"if {e} > 0.1:" if kind == "if" else f"for k{depth} in range(3):"
                lines.append(indent + head)
                block(indent + "    ", depth - 1)
                if kind == "if" and draw(st.booleans()):
                    lines.append(f"{indent}    return {draw(expressions(*names))}")
            else:
                lines.append(f"{indent}pass")

    block("    ", depth)
    result = draw(expressions(*names))
    return "\n".join(["def f(x, y):", *lines, f"    return {result} + math.sin(x * y)", ""])


HELPER = "def helper(x, y):\n    t = x * math.sin(y)\n    return t + math.tanh(t * x)\n"


@settings(max_examples=100, deadline=None)
@given(functions(), st.floats(-2, 2), st.floats(-2, 2), st.integers(0, 1), st.integers(0, 1))
def test_random_functions_against_dual_numbers(text, x, y, i, j):
    scope = {"math": DualMath, "GAIN": GAIN, "DELTA": DELTA, "float": lambda x: x}
    exec(HELPER + text, scope)
    inner = [Dual(v, float(k == i)) for k, v in enumerate((x, y))]
    nested = [Dual(v, float(k == j)) for k, v in enumerate(inner)]
    second = lifted(scope["f"](*nested))
    first = lifted(lifted(second.x).d), lifted(second.d)
    f = source(text, helper=source(HELPER, "helper"))
    close = functools.partial(pytest.approx, rel=1e-7, abs=1e-7)
    assert derive(f, i)(x, y) == close(first[0].x)
    assert derive(derive(f, i), j)(x, y) == close(first[1].d)
    p = pullback(f, i)
    used = [v for name, v in zip("xy", (x, y), strict=True) if name in p.params]
    assert p(1.5, *used) == close(1.5 * first[0].x)


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("tanh", lambda x: np.cosh(x) ** -2.0),
        ("sigmoid", lambda x: np.exp(-abs(x)) / (1 + np.exp(-abs(x))) ** 2),
        ("expm1", np.exp),
    ],
)
def test_gradients_are_right_at_saturation(name, right):
    """Where 1 - tanh(x)**2, 1 - sigmoid(x) and expm1(x) + 1 are zero or noise."""
    points = np.array([-40.0, -20, -9, -3, -0.1, 0, 0.1, 3, 9, 20, 40])
    x = tl.tensor(points, dtype=tl.float32, requires_grad=True)
    getattr(tl, name)(x).sum().backward()
    np.testing.assert_allclose(x.grad.numpy(), right(points), rtol=1e-6)
