"""The kernel store: shared by processes, loaded without Numba, safe against damage."""

import ast
import itertools
import json
import os
import pwd
import shutil
import stat
import subprocess
import sys
import textwrap
import types
from pathlib import Path

import numpy as np
import pytest
from tensorlite.kernels import cache, imports, internals
from tensorlite.kernels.cpu import toolchain
from tensorlite.kernels.cuda import store
from tensorlite.kernels.internals import cpython

import tensorlite as tl


def python(text, folder, *arguments, **environment):
    """Run a program on a store of its own; returns what it printed as JSON last."""
    done = start(text, folder, *arguments, **environment)
    out, error = done.communicate(timeout=1200)
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
    results = [process.communicate(timeout=1200) for process in running]
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


@pytest.mark.parametrize("place", ["another name", "another toolchain"])
def test_a_kernel_under_the_name_of_another_counts_as_none(tmp_path, place):
    (tmp_path / "cpu").mkdir(0o700)
    path = tmp_path / "cpu" / "kernel.o"
    cache.save(path, (b"machine code", "symbol"), "text")
    moved = path.with_name("other.o") if place == "another name" else tmp_path / "old" / path.name
    moved.parent.mkdir(0o700, exist_ok=True)
    path.rename(moved)
    assert cache.read(moved) is None
    moved.rename(path)
    assert cache.read(path) == (b"machine code", "symbol")


def test_swapped_kernels_are_compiled_again(tmp_path):
    python(SMALL + STATS, tmp_path)
    found = {name: next(tmp_path.rglob(f"{name}_*.o")) for name in ("_add", "exp")}
    first, second = (path.read_bytes() for path in found.values())
    found["_add"].write_bytes(second)
    found["exp"].write_bytes(first)
    assert python(SMALL + STATS, tmp_path)["compiled"] == 2


def as_fifo(path):
    os.mkfifo(path)


def as_socket(path):
    os.mknod(path, stat.S_IFSOCK | 0o600)


def as_link(path):
    path.with_suffix(".elsewhere").write_bytes(b"")
    path.symlink_to(path.with_suffix(".elsewhere"))


UNFIT = {"fifo": as_fifo, "socket": as_socket, "folder": lambda path: path.mkdir(), "link": as_link}


@pytest.mark.parametrize("kind", UNFIT)
def test_what_is_no_file_counts_as_none(tmp_path, kind):
    python(SMALL + STATS, tmp_path)
    for path in tmp_path.rglob("*.o"):
        path.unlink()
        UNFIT[kind](path)
    assert python(SMALL + STATS, tmp_path)["compiled"] >= 2
    assert (python(SMALL + STATS, tmp_path)["compiled"] >= 2) == (kind == "folder"), "replaced"


def others_may_write(folder):
    folder.chmod(0o777)


def group_may_write(folder):
    folder.chmod(0o770)


def another_owns(folder):
    if os.geteuid():
        pytest.skip("only root can give a folder away")
    os.chown(folder, 12345, 12345)


PERILS = (others_may_write, group_may_write, another_owns)
WARNINGS = """
import json, sys, warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    import tensorlite as tl
    assert (tl.tensor([1.0, 2.0]) + 1).tolist() == [2.0, 3.0]
    assert tl.exp(tl.zeros(2)).tolist() == [1.0, 1.0]
from tensorlite.kernels import cache
print(json.dumps({**cache.stats(), "texts": [str(w.message) for w in caught]}))
"""


@pytest.mark.parametrize("peril", PERILS)
@pytest.mark.parametrize("place", ["the store", "the folder in it"])
def test_code_that_others_could_have_written_is_not_run(tmp_path, place, peril):
    store = tmp_path / "store"
    python(SMALL + STATS, store)
    folder = store if place == "the store" else next(store.iterdir())
    peril(folder)
    before = sorted(store.rglob("*"))
    done = python(WARNINGS, store)
    assert done["compiled"] >= 2
    (text,) = done["texts"]
    assert f"can write to; got {folder} of user" in text
    assert "try chmod go-w, or TENSORLITE_CACHE" in text
    assert sorted(store.rglob("*")) == before, "nothing is stored there, either"


@pytest.mark.parametrize("peril", PERILS)
def test_a_file_that_others_could_have_written_is_compiled_again(tmp_path, peril):
    python(SMALL + STATS, tmp_path)
    for path in tmp_path.rglob("*.o"):
        peril(path)
    assert python(SMALL + STATS, tmp_path)["compiled"] >= 2
    assert python(SMALL + STATS, tmp_path)["compiled"] == 0


def test_a_store_in_a_place_for_all_is_this_users_alone(tmp_path):
    tmp_path.chmod(0o1777)  # as /tmp is
    python(SMALL + STATS, tmp_path)
    done = python(WARNINGS, tmp_path)
    assert (done["compiled"], done["texts"]) == (0, [])
    (folder,) = tmp_path.iterdir()
    assert folder.stat().st_mode & 0o777 == 0o700


def test_the_mask_of_new_files_does_not_open_the_store(tmp_path):
    python("import os; os.umask(0)\n" + SMALL + STATS, tmp_path / "deep" / "store")
    done = python(WARNINGS, tmp_path / "deep" / "store")
    assert (done["compiled"], done["texts"]) == (0, [])


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


@pytest.mark.parametrize(
    ("variables", "want"),
    [
        ({"HOME": "/home/ann"}, "/home/ann/.cache/tensorlite"),
        ({"HOME": ""}, "/users/own/.cache/tensorlite"),
        ({}, "/users/own/.cache/tensorlite"),
        ({"HOME": "/"}, os.devnull + "/tensorlite"),
        ({"HOME": "//"}, os.devnull + "/tensorlite"),
        ({"HOME": "relative"}, os.devnull + "/tensorlite"),
        ({"HOME": "/home/ann", "XDG_CACHE_HOME": "relative"}, "/home/ann/.cache/tensorlite"),
        ({"HOME": "/", "XDG_CACHE_HOME": "/x"}, "/x/tensorlite"),
        ({"HOME": "/", "TENSORLITE_CACHE": "/y"}, "/y"),
        ({"HOME": "/home/ann", "TENSORLITE_CACHE": ""}, "/home/ann/.cache/tensorlite"),
    ],
)
def test_no_variable_leads_to_the_root_of_all_files(monkeypatch, variables, want):
    for name in ("HOME", "XDG_CACHE_HOME", "TENSORLITE_CACHE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    told = pwd.struct_passwd(("own", "x", 1, 1, "", "/users/own", "/bin/sh"))
    monkeypatch.setattr(pwd, "getpwuid", lambda number: told)
    assert str(cache.root()) == want


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


# ------------------------------------------------------------------ what the key covers

KERNELS = Path(cache.__file__).parent
ALONE = """
import sys, types
folder = sys.argv[1]  # of the kernels, and nothing else of the package
for name, path in (("tensorlite", f"{folder}/.."), ("tensorlite.kernels", folder)):
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__path__ = [path]
"""
IMPORT = """
import tensorlite.kernels.cpu.jit, tensorlite.kernels.cpu.primitives
print([m.__file__ for name, m in sys.modules.items() if name.startswith("tensorlite.kernels.")])
"""
EDIT = """
from tensorlite.kernels.cpu import toolchain
from tensorlite.kernels.cuda import store
key = {"toolchain": toolchain.identity, "store": store._toolchain}[sys.argv[2]].__wrapped__
keys = []
for name in ("", *sys.argv[3:]):
    if name:
        text = open(f"{folder}/{name}").read()
        open(f"{folder}/{name}", "a").write("# another kernel")
    keys.append(key())
    if name:
        open(f"{folder}/{name}", "w").write(text)
print(keys)
"""


def alone(text, folder, *arguments):
    """What a program prints that sees a folder of kernels alone."""
    command = [sys.executable, "-c", ALONE + text, str(folder), *arguments]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return ast.literal_eval(done.stdout)


def executed_by(path):
    """The files of kernels/ whose code runs when a module is imported, or a function of it."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            assert not any(alias.name.startswith("tensorlite") for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.level:
            folder = path.parents[node.level - 1].joinpath(*(node.module or "").split("."))
            places = [folder, *(folder / alias.name for alias in node.names)]
            for place in places:
                for found in (place.with_suffix(".py"), place / "__init__.py"):
                    if found.is_file():
                        yield found


def closure(*names):
    """All files that these reach."""
    found, left = set(), [KERNELS / name for name in names]
    while left:
        path = left.pop()
        if path not in found:
            found.add(path)
            left += executed_by(path)
    return {path.relative_to(KERNELS).as_posix() for path in found}


def test_the_key_covers_every_file_that_the_compiler_runs():
    assert set(imports.reached(*toolchain.COMPILER)) == closure(*toolchain.COMPILER)
    assert set(imports.reached(*store.COMPILER)) == closure(*store.COMPILER)
    ran = {Path(path).relative_to(KERNELS).as_posix() for path in alone(IMPORT, KERNELS)}
    assert "cpu/lanes.py" in ran
    assert ran <= set(imports.reached(*toolchain.COMPILER))


STORES = {"toolchain": toolchain.COMPILER, "store": store.COMPILER}


@pytest.mark.parametrize(("module", "roots"), STORES.items())
def test_an_edit_of_any_such_file_is_another_key(tmp_path, module, roots):
    copy = tmp_path / "kernels"
    shutil.copytree(KERNELS, copy, ignore=shutil.ignore_patterns("__pycache__"))
    names = sorted(closure(*roots))
    keys = alone(EDIT, copy, module, *names)
    assert len(set(keys)) == len(keys) == len(names) + 1


def test_a_setting_of_numba_is_another_key(monkeypatch):
    before = toolchain.identity.__wrapped__()
    monkeypatch.setenv("NUMBA_NUM_THREADS", "1")
    assert toolchain.identity.__wrapped__() == before
    monkeypatch.setenv("NUMBA_LOOP_VECTORIZE", "0")
    assert toolchain.identity.__wrapped__() != before


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


def test_a_change_in_the_insides_of_a_library_is_told():
    """Put in its place in silence, a counter would stand where nobody counts any more."""
    with pytest.raises(ImportError, match=r"expected .*Changed\.counter of type count; got None"):
        internals.replace(type("Changed", (), {}), "counter", itertools.count, itertools.count())
    with pytest.raises(ImportError, match=r"Changed\.hook; got none; try a version of numba"):
        internals.expect(type("Changed", (), {}), "hook", library="numba")
    holder = types.SimpleNamespace(held=object())
    with pytest.raises(ImportError, match=r"expected one more reference for each holder"):
        cpython.alone(lambda holder: 4294967295, holder, "held")  # of what is never freed


def test_a_change_in_the_native_convention_of_numba_is_told(monkeypatch):
    """An entry called by another one would end the process."""
    from tensorlite.kernels.cpu import jit
    from tensorlite.kernels.internals import numba

    text = "def none_1(args, lo, hi):\n    return lo\n"
    monkeypatch.setattr(numba, "NATIVE_TEXT", "i32 (ptr, i64)")
    with pytest.raises(ImportError, match=r"native functions i32 \(ptr, i64\); got i32 \(ptr, "):
        jit.compile_text("none_1", text, "none_1")
