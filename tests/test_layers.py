"""Imports point one way, and importing the package loads little."""

import ast
import subprocess
import sys
import tomllib
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = [
    ("kernels",),
    ("dtypes", "shapes", "errors", "formats", "version"),
    ("paths",),
    ("absent", "docstrings"),
    ("device",),
    ("op",),
    ("storage", "tensor"),
    ("types", "conditions", "annotations", "symbolic"),
    ("batches",),
    ("counted",),
    ("capsules",),
    ("dlpack",),
    ("arrow",),
    ("graph",),
    ("rehearsal",),
    ("calls",),
    ("dispatch",),
    ("writing",),
    ("gate",),
    ("declare",),
    ("casting",),
    ("ops",),
    ("cuda",),
    ("autograd",),
    ("plan",),
    ("compiler", "profiler"),
    ("pictures", "display", "printing", "shell"),
    ("fft", "linalg", "masked", "signal", "special", "random", "return_types"),
    ("backends", "distributed", "accelerator", "cpu", "mps", "mtia", "xpu", "__config__", "info"),
    ("multiprocessing", "futures"),
    ("nn", "optim", "utils", "amp"),
    ("jit", "fx", "_C", "_dynamo"),
    ("func", "distributions", "quasirandom"),
    ("array_api", "interop", "testing"),
    ("serialization", "safetensors", "onnx"),  # knows nn.Parameter
    ("hub",),
    ("turns",),
    ("notebook", "sklearn"),
    ("examples",),
    ("selftest", "stubs", "class_stubs", "versus"),
    ("documentation",),
    ("worked", "docs"),
]
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
NUMBA_FILES = {
    "cpu": {"jit.py", "lane_folds.py", "lanes.py", "lines.py", "primitives.py", "short_tiles.py",
            "tiles.py"},
    "cuda": {"jit.py", "primitives.py"},
    "internals": {"floats.py", "numba.py", "numba_cuda.py"},
}
DOCUMENTED = {"numba": {"TypingError", "types", "extending.intrinsic"},
              "llvmlite": {"ir", "binding", "__version__"}}  # fmt: skip
INSIDES = {"getrefcount", "_getframe", "_current_frames", "_bootstrap", "opmap", "_to_string"}
# the command stands where users look for it
SELFTEST = ("tensorlite", "cuda", "selftest")
FILES = sorted((ROOT / "tensorlite").rglob("*.py")) + sorted((ROOT / "kernels").rglob("*.py"))
IDS = [str(path.relative_to(ROOT)) for path in FILES]


def module_of(path):
    """The dotted name of the file's module; files under kernels/ are `tensorlite.kernels`."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    parts = ("tensorlite", *parts) if parts[0] == "kernels" else parts
    return parts[:-1] if parts[-1] == "__init__" else parts


def called(node):
    """The last name of what is called."""
    return getattr(node.func, "attr", getattr(node.func, "id", None))


def by_text(node, package):
    """The dotted name of `import_module("...")`, if its text stands there."""
    text = node.args[0].value if isinstance(node.args[0], ast.Constant) else ""
    name = tuple(text.lstrip(".").split("."))
    if text:
        yield (*package, *name) if text.startswith(".") else name


def imports(path):
    """All dotted names that a file imports, inside of functions too."""
    module = module_of(path)
    package = module if path.name == "__init__.py" else module[:-1]
    tree = ast.parse(path.read_text())
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [tuple(alias.name.split(".")) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            base += tuple(node.module.split(".")) if node.module else ()
            names = [(*base, alias.name) for alias in node.names]
        elif isinstance(node, ast.Call) and called(node) in ("import_module", "__import__"):
            names = list(by_text(node, package))
        else:
            continue
        yield from names


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_imports_point_one_way(path):
    module = module_of(path)
    if len(module) < 2 or (path.parent.name == "tensorlite" and module[1] not in RANK):
        pytest.skip("the package itself, which imports all layers")
    layer = "selftest" if module == SELFTEST else module[1]
    for name in imports(path):
        if name[0] != "tensorlite" or len(name) < 2 or name[1] == layer:
            continue
        if name[1] not in RANK:
            assert RANK[layer] >= RANK["nn"], f"{'.'.join(name)}: the names of the whole package"
            continue
        assert RANK[name[1]] <= RANK[layer], ".".join(name)


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_kernels_stand_alone_and_numba_has_its_place(path):
    module = module_of(path)
    for name in imports(path):
        assert name[0] != "kernels", (
            "the top-level name `kernels` is not ours: use relative imports"
        )
        if module[:2] == ("tensorlite", "kernels") and name[0] == "tensorlite":
            assert name[1] == "kernels", ".".join(name)
        if name[0] == "numba":
            assert path.parent.parent == ROOT / "kernels", ".".join(name)
            assert path.name in NUMBA_FILES[path.parent.name], ".".join(name)
        if name[0] in DOCUMENTED and name != ("llvmlite",) and path.parent.name != "internals":
            assert ".".join(name[1:]) in DOCUMENTED[name[0]], ".".join(name)
        if name[0] == "scipy":
            hosts = ("lapack", "routines", "special", "transforms")
            known = [("ops", host) for host in hosts]
            known.append(("quasirandom",))
            assert module[1:3] in known or layer_of(module) == "examples"
        if name[0] in ("torch", "matplotlib", "sklearn"):
            friend = module[1:] == ("interop", f"with_{name[0]}") or module[1] == name[0]
            assert friend or layer_of(module) in ("examples", "docs"), ".".join(name)


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_insides_of_cpython_and_numba_have_their_place(path):
    """There their change is told; a table of their names may stand elsewhere."""
    if path.parent.name == "internals":
        return
    for node in ast.walk(ast.parse(path.read_text())):
        names = {getattr(node, "attr", None)}
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = {part for alias in node.names for part in alias.name.split(".")}
            names |= {*(getattr(node, "module", None) or "").split(".")}
            assert not names & {"dis", "opcode"}, f"{path}:{node.lineno}"
        assert not names & INSIDES, f"{path}:{node.lineno}: {names & INSIDES}"


@pytest.mark.parametrize("folder", ["internals", "scalars", "language", "work", "cpu", "cuda"])
def test_devices_are_siblings_over_neutral_ground(folder):
    """Scalars, the language of kernels and what a launch is stand in this order below both."""
    order = ["internals", "scalars", "language", "work", "cpu", "cuda"]
    others = {*order[order.index(folder) :]} - {folder} | ({"cpu"} if folder == "cuda" else set())
    for path in (ROOT / "kernels" / folder).glob("*.py"):
        for name in imports(path):
            assert name[:2] != ("tensorlite", "kernels") or name[2] not in others, path


FOLDERS = ["kernels/cpu", "kernels/cuda", "kernels/internals", "kernels/language", "kernels/work",
           "tensorlite/autograd", "tensorlite/distributions", "tensorlite/func", "tensorlite/nn",
           "tensorlite/ops", "tensorlite/optim", "tensorlite/plan", "tensorlite/utils"]  # fmt: skip


@pytest.mark.parametrize("folder", FOLDERS)
def test_files_of_a_folder_import_no_circle(folder):
    """Inside of functions, too: who is needed further down registers itself, see `op.supplies`."""
    paths = [path for path in (ROOT / folder).rglob("*.py") if path.name != "__init__.py"]
    modules = {module_of(path): path for path in paths}
    graph = {}
    for module, path in modules.items():
        reached = {part for name in imports(path) for part in (name, name[:-1])}
        graph[module] = reached & modules.keys() - {module}
    TopologicalSorter(graph).prepare()


# PyTorch's names, which programs use
PRIVATE = {"_BatchNorm", "_IncompatibleKeys", "_InverseTransform", "_Loss", "_WeightedLoss",
           "_sum_rightmost"}  # fmt: skip


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_private_names_stay_in_their_file(path):
    for *module, name in imports(path):
        hidden = name.startswith("_") and not name.startswith("_global_")
        if module[:1] == ["tensorlite"] and hidden:
            folder = ROOT.joinpath(*module[module[1:2] == ["kernels"] :])
            is_module = (folder / f"{name}.py").exists() or name.endswith("__")
            assert is_module or name in PRIVATE, f"{'.'.join(module)}.{name}"


def test_what_kernels_share_knows_no_device():
    """The store is told who compiles; it asks for nobody."""
    for path in (ROOT / "kernels").glob("*.py"):
        for name in imports(path):
            assert name[:2] != ("tensorlite", "kernels") or name[2] not in ("cpu", "cuda"), path


def layer_of(module):
    return module[1] if len(module) > 1 else None


def test_every_package_is_installed():
    told = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"]
    there = {".".join(module_of(path)) for path in FILES if path.name == "__init__.py"}
    assert set(told) == there


def test_what_is_installed_is_told_by_the_settings():
    """Else setuptools takes what git knows, and warns each user of a folder that is no package."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]
    assert told["include-package-data"] is False
    folder = ROOT / "tensorlite"
    patterns = told["package-data"]["tensorlite"]
    installed = {path for pattern in patterns for path in folder.glob(pattern)}
    kinds = (".md", ".pyi", ".ipynb", ".txt")
    beside = {path for path in folder.rglob("*") if path.suffix in kinds}
    assert beside <= installed
    assert told["exclude-package-data"]["tensorlite"] == ["docs/api.rst"]  # which Sphinx makes


def test_import_loads_little():
    heavy = ("llvmlite", "numba", "scipy", "torch", "matplotlib", "sklearn", "safetensors")
    code = f"import sys, tensorlite; print([m for m in {heavy!r} if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_import_reads_no_row_function():
    code = ("from tensorlite.ops import normalize; from tensorlite.ops.rowwise import Rowwise\n"
            "ops = [x for x in vars(normalize).values() if isinstance(x, Rowwise)]\n"
            "print(len(ops) > 4, any('program' in vars(op) for op in ops))")  # fmt: skip
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "True False"


def test_import_leaves_no_thread_behind():
    code = "import threading, tensorlite; print(threading.active_count())"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "1"
