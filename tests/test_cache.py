"""The kernel store: shared by processes, loaded without Numba, safe against damage."""

import json
import os
import subprocess
import sys
import textwrap

import numpy as np
import pytest
from tensorlite.kernels import cache

import tensorlite as tl


def python(text, folder, *arguments, **environment):
    """Run a program on a store of its own; returns what it printed as JSON last."""
    done = start(text, folder, *arguments, **environment)
    out, error = done.communicate(timeout=300)
    assert done.returncode == 0, error
    return json.loads(out.splitlines()[-1])


def start(text, folder, *arguments, **environment):
    environment = {**os.environ, "TENSORLITE_CACHE": str(folder), **environment}
    command = [sys.executable, "-c", textwrap.dedent(text), *map(str, arguments)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, env=environment, **pipes)


STATS = """
import json, sys
from tensorlite.kernels import cache
print(json.dumps({**cache.stats(), "numba": "numba" in sys.modules}))
"""
OPS = """
import numpy as np
import tensorlite as tl
x = tl.tensor([0.5, 1.0, 2.0], requires_grad=True)
y = (tl.exp(x) * x + 1).sum()
y.backward()
assert np.allclose(x.grad.numpy(), np.exp([0.5, 1, 2]) * np.array([1.5, 2, 3]))
assert (tl.ones(3, 4) @ tl.ones(4, 2)).tolist() == [[4.0, 4.0]] * 3
assert tl.softmax(tl.zeros(2, 4), 1).tolist() == [[0.25] * 4] * 2
assert tl.tensor([3, 1, 2]).sort()[0].tolist() == [1, 2, 3]
big = tl.ones(300_000)
assert (big + big).sum().item() == 600_000
"""


def test_a_warm_store_compiles_nothing_and_never_imports_numba(tmp_path):
    cold = python(OPS + STATS, tmp_path)
    assert cold["compiled"] > 5
    assert cold["numba"]
    warm = python(OPS + STATS, tmp_path)
    assert warm["compiled"] == 0
    assert warm["compile_seconds"] == 0
    assert warm["loaded"] >= cold["compiled"]
    assert not warm["numba"]


RACE = """
import json, sys
import numpy as np
import tensorlite as tl

def write(index, path):
    # of one name, with other numbers in each process, and too large to inline
    lines = [f"    y = y * x + {index + step / 7!r}" for step in range(60)]
    text = "\\n".join(["def same(x):", "    y = 0.0", *lines, "    return y", ""])
    open(path, "w").write(text)
    scope = {}
    exec(compile(text, path, "exec"), scope)
    return scope["same"]

index, folder = int(sys.argv[1]), sys.argv[2]
same = write(index, f"{folder}/same{index}.py")
x = np.linspace(-0.9, 0.9, 50)
for _ in range(3):
    got = tl.elementwise(same)(tl.from_numpy(x)).numpy()
    want = np.array([same(float(v)) for v in x])
    assert np.allclose(got, want, rtol=1e-12), index
    t = tl.from_numpy(x)
    for name in ("exp", "sin", "tanh", "sqrt", "floor", "square"):
        with np.errstate(invalid="ignore"):
            assert np.allclose(getattr(tl, name)(t).numpy(), getattr(np, name)(x), equal_nan=True)
    assert np.allclose((t + t * 2.0).numpy(), 3 * x)
print(json.dumps("right"))
"""


def test_eight_processes_race_on_an_empty_store(tmp_path):
    """Numba's symbols collide between processes (numba #10486): once seen as wrong numbers."""
    store = tmp_path / "store"
    running = [start(RACE, store, index, tmp_path) for index in range(8)]
    results = [process.communicate(timeout=300) for process in running]
    for process, (out, error) in zip(running, results, strict=True):
        assert process.returncode == 0, error
        assert out.strip() == '"right"'
    assert len(list(store.rglob("same*.o"))) == 8
    assert not [path for path in store.rglob("*") if path.suffix not in ("", ".py", ".o")]


SMALL = """
import tensorlite as tl
assert (tl.tensor([1.0, 2.0]) + 1).tolist() == [2.0, 3.0]
assert tl.exp(tl.zeros(2)).tolist() == [1.0, 1.0]
"""


def damaged(content, how):
    middle = len(content) // 2
    return {
        "empty": b"",
        "short": content[:-40],
        "half": content[:middle],
        "flipped": content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :],
        "text": b"not an object file",
    }[how]


@pytest.mark.parametrize("how", ["empty", "short", "half", "flipped", "text"])
def test_a_damaged_file_counts_as_none(tmp_path, how):
    path = tmp_path / "kernel.o"
    cache.save(path, (b"machine code " * 40, "symbol"), "text")
    assert cache.read(path) == (b"machine code " * 40, "symbol")
    path.write_bytes(damaged(path.read_bytes(), how))
    assert cache.read(path) is None


def test_damaged_kernels_are_compiled_again(tmp_path):
    python(SMALL + STATS, tmp_path)
    for path in tmp_path.rglob("*.o"):
        path.write_bytes(damaged(path.read_bytes(), "half"))
    assert python(SMALL + STATS, tmp_path)["compiled"] >= 2
    assert python(SMALL + STATS, tmp_path)["compiled"] == 0


@pytest.mark.parametrize("place", ["read-only", "file", "missing/parent"])
def test_a_store_that_cannot_be_written_is_no_error(tmp_path, place):
    folder = tmp_path / place
    if place == "read-only":
        folder.mkdir()
        folder.chmod(0o500)
    elif place == "file":
        folder.write_text("")
    else:  # root may write anywhere: a path below a file cannot be made by anyone
        (tmp_path / "missing").write_text("")
    assert python(SMALL + STATS, folder)["compiled"] >= 2


def test_a_user_without_a_home_is_no_error(tmp_path):
    text = "import os; del os.environ['TENSORLITE_CACHE']\n" + SMALL + STATS
    assert python(text, tmp_path, HOME="/dev/null/home", XDG_CACHE_HOME="")["compiled"] >= 2


def test_the_environment_names_the_store(tmp_path):
    python(SMALL + STATS, tmp_path / "here")
    assert list((tmp_path / "here").rglob("*.o"))
    text = "import os; del os.environ['TENSORLITE_CACHE']\n" + SMALL + STATS
    python(text, tmp_path, XDG_CACHE_HOME=str(tmp_path / "xdg"))
    assert list((tmp_path / "xdg" / "tensorlite").rglob("*.o"))


def test_clear_deletes_kernels_and_nothing_else(tmp_path, monkeypatch):
    monkeypatch.setenv("TENSORLITE_CACHE", str(tmp_path))
    kept = tmp_path / "thesis.tex"
    kept.write_text("ten years")
    python(SMALL + STATS, tmp_path)
    assert list(tmp_path.rglob("*.o"))
    cache.clear()
    assert kept.read_text() == "ten years"
    assert not list(tmp_path.rglob("*.o"))
    cache.clear()
    assert (tl.tensor([1.0]) + 1).item() == 2.0


def test_stats_count():
    before = cache.stats()
    assert set(before) == {"compiled", "loaded", "compile_seconds"}
    tl.elementwise(lambda x: x * 3.25 + 0.0625)(tl.ones(2))
    assert cache.stats()["loaded"] == before["loaded"] + 1
    tl.elementwise(lambda x: x * 3.25 + 0.0625)(tl.ones(2))
    assert cache.stats()["loaded"] == before["loaded"] + 1, "equal text is one kernel"


def test_objects_are_complete(tmp_path, monkeypatch):
    monkeypatch.setenv("TENSORLITE_CACHE", str(tmp_path))
    name, text = "twice_0", "from tensorlite.kernels.cpu.jit import *\n"
    text += "import numpy as np\ndef twice_0(args, lo, hi):\n    return 2 * lo\n"
    code, symbol = cache._compile(name, text, cache.folder() / f"{name}.o")
    assert symbol in cache._symbols(code)[0]
    assert (cache.folder() / f"{name}.o").exists()
    with pytest.raises(RuntimeError, match="complete object code"):
        cache._self_contained(name, code, "another_symbol")
    monkeypatch.setattr(cache, "_symbols", lambda code: ([symbol], ["no_such_function"]))
    with pytest.raises(RuntimeError, match="no_such_function"):
        cache._self_contained(name, code, symbol)
    monkeypatch.setattr(cache, "_symbols", lambda code: ([symbol], ["memcpy"]))
    assert cache._self_contained(name, code, symbol)


def test_a_function_is_compiled_once_for_all_kernels():
    from tensorlite.kernels.cpu import jit

    body = "import numpy as np\nfrom tensorlite.kernels.cpu.jit import *\n@scalar\n"
    body += "def twice_1(x):\n    return 2 * x\n"
    for name in ("first_1", "second_1"):
        text = f"{body}def {name}(args, lo, hi):\n    return twice_1(lo)\n"
        code, symbol = jit.compile_text(name, text, name)
        assert cache._symbols(code)[0].count(symbol) == 1
        defined, needed = cache._symbols(code)
        assert not [found for found in (*defined, *needed) if "twice_1" in found]
    shared = [found for key, found in jit._scalars.items() if key[0] == "twice_1"]
    assert [len(found.overloads) for found in shared] == [1]


def test_a_failed_compilation_leaves_garbage_collection_and_numba_as_they_were():
    import gc

    import numba
    from tensorlite.kernels.cpu import jit

    with pytest.raises(numba.core.errors.TypingError):
        jit.compile_text("wrong_1", "def wrong_1(args, lo, hi):\n    return lo.x\n", "wrong_1")
    assert gc.isenabled()
    twice = numba.njit(lambda x: [2 * y for y in x])  # what kernels need not have
    assert twice(np.arange(3.0)) == [0.0, 2.0, 4.0]


# ------------------------------------------------------------------ what the hash covers

GAIN = 2.0


def with_literal(text):
    scope = {"__name__": __name__}
    exec(text, scope)
    scope["f"].__source__ = text
    return scope["f"]


def test_a_changed_literal_is_another_kernel():
    x = tl.tensor([1.0, 2.0])
    for factor in (2.5, 2.75, 2.5):
        f = with_literal(f"def f(x):\n    return x * {factor}\n")
        assert tl.elementwise(f)(x).tolist() == [factor, 2 * factor]


def test_a_changed_global_is_another_kernel(monkeypatch):
    x = tl.tensor([1.0, 2.0])

    def scaled():
        return tl.elementwise(with_global())(x).tolist()

    def with_global():
        def f(x):
            return x * GAIN

        return f

    assert scaled() == [2.0, 4.0]
    monkeypatch.setitem(globals(), "GAIN", 3.0)
    assert scaled() == [3.0, 6.0]


def test_a_changed_closure_value_is_another_kernel():
    def scale(by):
        def scaled(x):
            return x * by

        return tl.elementwise(scaled)

    x = tl.tensor([1.0, 2.0])
    assert [scale(by)(x).tolist() for by in (2.0, 5.0, 2.0)] == [
        [2.0, 4.0],
        [5.0, 10.0],
        [2.0, 4.0],
    ]


def test_a_changed_callee_is_another_kernel():
    def outer(inner):
        def f(x):
            return inner(x) + 1.0

        return tl.elementwise(f)

    def inner(x):
        return x * x

    first = outer(inner)

    def inner(x):
        return x * x * x

    second = outer(inner)
    x = tl.tensor([2.0])
    assert (first(x).item(), second(x).item()) == (5.0, 9.0)


def test_the_text_of_a_kernel_is_on_disk_beside_it(tmp_path):
    python(SMALL + STATS, tmp_path)
    texts = [path.with_suffix(".py").read_text() for path in tmp_path.rglob("_add_*.o")]
    assert texts
    assert all("for i in range(" in text for text in texts)
    assert np.all([path.with_suffix(".py").exists() for path in tmp_path.rglob("exp_*.o")])
