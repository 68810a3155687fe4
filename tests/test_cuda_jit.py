"""Where CUDA comes from: one file imports it, and says what is missing."""

import ast
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from tensorlite.kernels import scalars
from tensorlite.kernels.cuda import jit, simulator, store, system
from tensorlite.kernels.cuda.launch import Launch

pytestmark = pytest.mark.cuda
FOLDER = Path(jit.__file__).parent


def run(program, **environment):
    """What a fresh process prints, or its last line if it fails."""
    done = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, **environment}, text=True,
        capture_output=True, check=False,
    )  # fmt: skip
    return (done.stdout or done.stderr).strip().splitlines()[-1]


def test_one_file_imports_cuda():
    for path in FOLDER.parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if path.name == "numba_cuda.py" or not isinstance(node, ast.Import | ast.ImportFrom):
                continue
            module = getattr(node, "module", None) or ""
            names = [module, *(f"{module}.{alias.name}".strip(".") for alias in node.names)]
            assert not any(name.startswith(("numba.cuda", "numba_cuda")) for name in names
                           if not getattr(node, "level", 0)), path  # fmt: skip


def test_launches_are_made_without_numba():
    """Only running one imports Numba, on whatever device."""
    program = """
import sys
from tensorlite.kernels.cuda import (elementwise, foreach, index, mask, matmul,
                                     random, reduction, rowwise, scan, sort)
mask.by_mask("count", "float32", 90).source
print(not any(name.split(".")[0] in ("numba", "numba_cuda") for name in sys.modules))
"""
    assert run(program) == "True"


def test_a_missing_package_is_named():
    message = run(
        "import sys\nsys.modules['numba.cuda'] = None\nimport tensorlite.kernels.cuda.jit"
    )
    assert "expected the package numba-cuda" in message
    assert "try pip install 'tensorlite[cuda]'" in message


def test_a_numpy_that_numba_cuda_does_not_know_is_named():
    if importlib.util.find_spec("numba_cuda") is None:
        pytest.skip("the extra `cuda` is not installed")
    message = run("""
import numpy as np
import tensorlite
del np.row_stack  # as from NumPy 2.5 on
import tensorlite.kernels.cuda.jit
""")
    assert f"expected a numba-cuda that goes together with NumPy {np.__version__}" in message
    assert "try pip install 'numpy<2.5'" in message


def test_the_simulator_of_the_environment():
    """NUMBA_ENABLE_CUDASIM, set from outside, as Numba itself reads it."""
    program = """
import numpy as np
from tensorlite.kernels.cuda import rowwise
from tensorlite.ops.normalize import _softmax
x, out = np.zeros((2, 4), "f4"), np.empty((2, 4), "f4")
launch = rowwise.launch(_softmax.program, "float32", 2, 4, ("dense",), (4,), threads=8)
launch(x.ctypes.data, out.ctypes.data)
print(out.tolist() == [[0.25] * 4] * 2)
"""
    assert run(program, NUMBA_ENABLE_CUDASIM="1") == "True"


def test_an_error_in_a_simulated_kernel_is_raised(monkeypatch):
    monkeypatch.setattr(system, "SIMULATED", True)
    text = "import numpy as np\ndef wrong(args):\n    bytes([255]).decode()\n"
    with pytest.raises(UnicodeDecodeError):
        jit.simulated_kernel("wrong", text).launch(1, 1, None, (0,))


def test_what_ptxas_says_has_the_form_that_is_known():
    """A figure that is not found would count as none: no spills, of a kernel that spills."""
    log = ("Function properties for f\n 8 bytes stack frame, 4 bytes spill stores\n"
           "Used 12 registers, 376 bytes cmem[0]\nused 12 registers, 0 bytes smem")  # fmt: skip
    assert jit.told(log) == {"registers": 12, "stack": 8, "spilled": 4, "shared": 0}
    other = "\n 0 bytes stack frame, 9 bytes spill stores\n"  # of a function that it calls
    assert jit.told(log + other)["spilled"] == 9 and jit.told(other + log)["spilled"] == 9
    for part in ("registers", "stack", "spill", "smem"):
        with pytest.raises(NotImplementedError, match=r"resources: expected .*; got .*; try the"):
            jit.told(log.replace(part, "things"))
    entry = ".visible .entry f(\n.param .u64 f_0\n)"
    assert store.entry_of(entry) == "f"
    for text in (entry * 2, entry.replace(".entry", ".func")):
        with pytest.raises(NotImplementedError, match="entry_of: expected one entry in PTX; got"):
            store.entry_of(text)


def test_threads_are_a_power_of_two():
    """Halves of 12 would leave lanes out of a sum."""
    with pytest.raises(ValueError, match="launch: expected a power of two of threads; got 12"):
        Launch(None, 5, 1, 12)


def test_every_primitive_has_a_meaning_for_both():
    assert set(scalars.PRIMITIVES) <= set(simulator.__all__)
    for name in simulator.__all__:
        assert callable(getattr(simulator, name))
    if importlib.util.find_spec("numba_cuda"):
        from tensorlite.kernels.cuda import primitives

        assert all(hasattr(primitives, name) for name in simulator.__all__)
