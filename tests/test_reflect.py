"""Reading scalar functions from their source, and refusing what is not one."""

import ast
import functools
import linecache
import math
import subprocess
import sys

import numba
import numpy as np
import pytest
from tensorlite.kernels import scalars
from tensorlite.kernels.language import reflect
from tensorlite.kernels.language.reflect import ScalarError, dependencies, fingerprint, read

DELTA = 1.5
e = 4.0
np_pi = np.float32(3.0)


def huber(x: float, delta: float = DELTA) -> float:
    "A docstring."
    a: float = abs(x)  # a comment
    if a <= delta:
        return 0.5 * x * x
    return delta * (a - 0.5 * delta)


def scaled(factor):
    def inner(x):
        return factor * math.exp(x) + huber(x)

    return inner


def source(text, name="f", **names):
    """A function from text, as a generator would make it."""
    scope = {"math": math, "np": np, "huber": huber, **names}
    exec(text, scope)
    scope[name].__source__ = text
    return scope[name]


def test_a_function_is_read_without_docstring_and_annotations():
    scalar = read(huber)
    assert scalar.text.splitlines()[:2] == ["def huber(x, delta):", "    a = abs(x)"]
    assert scalar.params == ("x", "delta")
    assert dict(scalar.defaults) == {"delta": 1.5}
    assert dict(scalar.names) == {"abs": scalars.absolute}
    assert scalar.outputs == 1
    line = huber.__code__.co_firstlineno
    assert scalar.where == f"{__file__}:{line}"
    assert scalar.node.lineno == line
    assert scalar.node.body[0].lineno == line + 2
    assert read(huber) is scalar


def test_names_resolve_through_closure_globals_builtins_and_aliases():
    def f(x):
        return np.sqrt(x) + math.sqrt(x) + factor * math.pi + DELTA + float(x) + np.float32(x)

    factor = 3
    assert dict(read(f).names) == {
        "sqrt": scalars.sqrt,
        "factor": 3,
        "pi": math.pi,
        "DELTA": 1.5,
        "float": float,
        "float32": np.float32,
    }


def test_dotted_names_become_fresh_plain_names():
    def f(x, tau):
        pi = x * math.pi
        return pi * math.e * e * math.tau + np.pi

    scalar = read(f)
    free = {n.id for n in ast.walk(scalar.node) if isinstance(n, ast.Name)} - {"x", "pi"}
    assert free == set(scalar.names)
    assert sorted(scalar.names.values()) == [math.e, math.pi, math.pi, 4.0, math.tau]
    assert scalar.names["e"] == 4.0  # a plain name keeps its place
    assert "tau" not in scalar.names  # a parameter, though never read


def test_values_freeze_when_the_function_is_read():
    def f(x):
        return factor * x

    factor = 2.0
    assert read(f).names["factor"] == 2.0
    factor = 3.0
    assert read(f).names["factor"] == 2.0


def test_a_jitted_function_is_read_by_its_python_form():
    assert read(numba.njit(huber)) is read(huber)


def test_a_wrapped_copy_does_not_inherit_what_was_read():
    @functools.wraps(huber)
    def wrapper(x):
        return x

    read(huber)
    assert read(numba.njit(huber)).function is huber
    assert reflect.read(wrapper).text.endswith("return x")


def identity(f, *_):
    return f


def with_default(x, f=lambda y: y * 3):
    return x


@identity
def decorated(x):
    text = 1
    return x * text


def test_decorated_functions_are_read():
    assert read(decorated).text.startswith("def decorated(x):")


def test_lambdas_are_read_wherever_they_stand():
    in_call = identity(
        lambda x, y=2.0: (
            x
            + y
        ),
        None,
    )  # fmt: skip
    assert read(in_call).text == "def lambda_(x, y):\n    return x + y"
    assert read(in_call).defaults["y"] == 2.0
    assert read(with_default.__defaults__[0]).text == "def lambda_(y):\n    return y * 3"


def test_lambdas_on_one_line_are_told_apart():
    same = (lambda x: x * x + x, lambda x: x * x - x, lambda x: x * x + x)
    other = (lambda x: x + 2.0, lambda x: x + 3.0)
    assert [read(f).text[-9:] for f in same] == ["x * x + x", "x * x - x", "x * x + x"]
    assert [read(f).text[-7:] for f in other] == ["x + 2.0", "x + 3.0"]


def test_equal_lambdas_on_one_line_without_columns_are_refused(tmp_path):
    code = "from t import f; from tensorlite.kernels.language.reflect import read; read(f[0])"
    (tmp_path / "t.py").write_text("f = (lambda x: x * x, lambda x: x * x)\n")
    done = run(code, "-X", "no_debug_ranges", cwd=tmp_path)
    assert "t.py:1: <lambda>: expected one function of this form on its line; got 2" in done


def run(code, *options, cwd=None):
    command = [sys.executable, *options, "-c", code]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_importing_the_readers_loads_no_numba():
    code = "import sys, tensorlite.kernels.language.derive; print('numba' in sys.modules)"
    assert run(code).strip() == "False"


def test_a_notebook_cell_is_read():
    text = "def cell(x):\n    return x + 1\n"
    linecache.cache["<cell 7>"] = len(text), None, text.splitlines(True), "<cell 7>"
    scope = {}
    exec(compile(text, "<cell 7>", "exec"), scope)
    assert read(scope["cell"]).where == "<cell 7>:1"


def test_a_method_and_an_indented_function_are_read():
    class Holder:
        def method(x):
            """A docstring that ends
at the margin."""
            # a comment
            if x > 0:
                return x
            return -x

    assert read(Holder.method).text.count("\n") == 3


def test_generated_functions_carry_their_source():
    f = source("k = 3\n\ndef g(x):\n    return x\n\ndef f(x):\n    return g(x) * 2\n")
    assert read(f).where == "<string>:6"
    assert read(f).text.endswith("return g(x) * 2")


def test_a_source_that_is_not_the_running_code_is_refused():
    f = source("def f(x):\n    return x * 2\n")
    f.__source__ = "def f(x):\n    return x + 2\n"
    with pytest.raises(ScalarError, match="f: expected the text of the running function"):
        read(f)


def test_exec_without_source_is_refused():
    scope = {}
    exec("def f(x): return x", scope)
    with pytest.raises(ScalarError, match=r"<string>:1: f: expected its source; got none"):
        read(scope["f"])


def test_an_edited_file_is_refused(tmp_path, monkeypatch):
    """Found in the prototype: inspect returned the new text while the old code ran."""
    path = tmp_path / "edited_module.py"
    path.write_text("import math\n\ndef f(x):\n    return math.exp(x) * x - x\n")
    monkeypatch.syspath_prepend(tmp_path)
    module = __import__("edited_module")
    path.write_text("import math\n\ndef f(x):\n    return math.exp(x) * x + x\n")
    with pytest.raises(ScalarError, match="got a file that has changed since"):
        read(module.f)
    sys.modules.pop("edited_module")


def test_a_file_edited_and_imported_again_is_read(tmp_path):
    path = tmp_path / "again.py"
    for sign in "+-":
        path.write_text(f"def f(x):\n    return x {sign} 1.25\n\n\n" + "#" * (sign == "-"))
        scope = {}
        exec(compile(path.read_text(), str(path), "exec"), scope)
        assert f"x {sign} 1.25" in read(scope["f"]).text


# ------------------------------------------------------------------ what is refused

REFUSED = {
    "def f(x):\n    y = [x]\n    return x": "f: expected numbers, if.*; got List",
    "def f(x):\n    return x[0]": "got Subscript",
    "def f(x):\n    y, z = x, x\n    return y": "one name; got y, z = .*one assignment a line",
    "def f(x):\n    y = z = x\n    return y": "one assignment a line",
    "def f(x):\n    try:\n        return x\n    finally:\n        pass": "got Try",
    "def f(x):\n    with x:\n        return x": "got With",
    "def f(x):\n    raise ValueError": "got Raise",
    "def f(x):\n    assert x > 0\n    return x": "got Assert, assert x > 0; try to check",
    "def f(x):\n    return sum(i for i in range(3))": "a scalar function or a cast; got sum",
    "def f(x):\n    return (lambda y: y)(x)": "a call of a scalar function",
    "def f(x):\n    def g(y):\n        return y\n    return x": "got FunctionDef.*defined outside",
    "def f(x):\n    for v in (1.0, 2.0):\n        x = x * v\n    return x": "for over range",
    "def f(x):\n for i in range(3):\n  x = i\n else:\n  x = 0\n return x": "a loop without else",
    "def f(x):\n while x > 0:\n  x = 0\n else:\n  x = 0\n return x": "a loop without else",
    "def f(x):\n    return huber(x, delta=2.0)": "expected arguments by position",
    "def f(x):\n    return huber(*x)": "expected arguments by position",
    "def f(x):\n    return huber(x, x, x)": "got 3 arguments for huber",
    "def f(x):\n    return huber()": "got 0 arguments for huber",
    "def f(x, *rest):\n    return x": r"plain parameters; got \(x, \*rest\)",
    "def f(x, *, y):\n    return x": "plain parameters",
    "def f(x, y=None):\n    return x": "numbers as defaults; got None",
    "async def f(x):\n    return x": "plain parameters",
    "def f(x):\n    return math.gcd(x, x)": "got math.gcd",
    "def f(x):\n    return huber": "expected a number; got huber, a function",
    "def f(x):\n    return math": "expected a number; got math, a module",
    "def f(x):\n    return x.real": "a name from outside; got x",
    "def f(x):\n    return x(2)": "a name from outside; got x",
    "def f(x):\n    return unknown + x": "a known name; got unknown",
    "def f(x):\n    return math.unknown": "a known name; got math.unknown",
    "def f(x):\n    return 'text'": "expected a number; got 'text'",
    "def f(x):\n    return None": "expected a number; got None",
    "def f(x):\n    return": "expected a value",
    "def f(x):\n    return x is x": "a comparison of numbers",
    "def f(x):\n    return x @ x": "arithmetic on numbers",
    "def f(x):\n    return (y := x)": "got NamedExpr",
    "def f(x):\n    huber(x)\n    return x": "a use of the value",
    "def f(x):\n    global k\n    k = x\n    return x": "got Global",
    "def f(x):\n    x = x + 1": "a return on every path",
    "def f(x):\n    if x > 0:\n        return x": "a return on every path",
    "def f(x):\n    while x > 0:\n        return x": "a return on every path",
    "def f(x):\n    pass": "a return on every path",
    "def f(x):\n    if x > 0:\n        return x, x\n    return x": "as many values",
    "def f(x):\n    if x > 0:\n        y = x\n    return y": "a value of y on every path",
    "def f(x):\n    for i in range(3):\n        y = x\n    return y": "a value of y on every path",
    "def f(x):\n    y += x\n    return y": "a value of y on every path",
}


@pytest.mark.parametrize("text", REFUSED, ids=lambda t: t.replace("\n", ";"))
def test_what_is_not_a_scalar_function_is_refused(text):
    with pytest.raises(ScalarError, match=REFUSED[text]) as caught:
        read(source(text))
    message = str(caught.value)
    assert message.startswith("<string>:") and ": f: expected " in message
    assert "; got " in message and "; try " in message


def test_a_refusal_names_the_line_in_the_file():
    def f(x):
        y = x
        return [y]

    line = f.__code__.co_firstlineno + 2
    with pytest.raises(ScalarError, match=f"{__file__}:{line}: f: "):
        read(f)


@pytest.mark.parametrize("value", [math.gcd, 3.0, "text", np.ones(2), functools.partial(huber)])
def test_what_is_no_function_is_refused(value):
    with pytest.raises(ScalarError, match="expected a scalar function"):
        read(value)


ACCEPTED = """
def f(x, n):
    while True:
        y = x
        if y > n:
            break
        x = x * 2
    for i in range(0, 3, 1):
        if i == 1:
            continue
        y += i
    if not (x > 0 and y < 1 or 0 < x < 2):
        z = -x ** 2 // 3 % 5
    else:
        z: float = 1e400 if x != y else +x
    pass
    return y, z
"""


def test_the_whole_language_is_accepted():
    assert read(source(ACCEPTED)).outputs == 2


# ------------------------------------------------------------------ what a function reaches


def outer(x):
    return huber(x) + middle(x)


def middle(x):
    return huber(x, 2.0) * math.exp(x)


def even(x):
    return odd(x - 1)


def odd(x):
    return even(x - 1)


def test_dependencies_come_callees_first():
    order = dependencies(outer)
    assert order[-1] is outer
    assert set(order) >= {huber, middle, scalars.absolute, scalars.exp}
    for f in (huber, middle, outer):
        assert all(order.index(g) < order.index(f) for g in read(f).callees)


def test_recursion_is_refused():
    with pytest.raises(ScalarError, match="a recursion, even -> odd -> even"):
        dependencies(even)


def test_the_fingerprint_covers_what_decides_the_result():
    def make(text, **names):
        return fingerprint(source(text, **names))

    base = make("def f(x):\n    return k * huber(x)", k=1.0)
    assert base == make("def f(x):\n    # a comment\n    return k*huber(x)", k=1.0)
    assert base != make("def f(x):\n    return k * huber(x)", k=2.0)
    assert base != make("def f(x):\n    return k * huber(x)", k=np.float32(1.0))
    assert base != make("def f(x):\n    return k * huber(x)", k=1.0, huber=middle)
    assert base != make("def f(x):\n    return k / huber(x)", k=1.0)
    assert make("def f(x, y=1):\n    return x") != make("def f(x, y=2):\n    return x")
    assert "0.5 * x * x" in base  # the callee's text
    assert fingerprint(scaled(2.0)) != fingerprint(scaled(3.0))
