"""Import, and first use on an empty and on a warm store: each in a process of its own."""

import os
import subprocess
import sys
import tempfile

import pytest

IMPORTS = {"tensorlite": "tensorlite", "numpy": "numpy", "torch": "torch", "numba": "numba"}
THREE_OPS = "import tensorlite as tl; x = tl.ones(3); print((tl.exp(x) * x + 1).tolist())"
STEP = """
import tensorlite as tl
model = tl.nn.Sequential(tl.nn.Linear(64, 32), tl.nn.ReLU(), tl.nn.Linear(32, 10))
optimizer = tl.optim.Adam(model.parameters())
loss = tl.nn.functional.cross_entropy(model(tl.randn(16, 64)), tl.randint(0, 10, (16,)))
loss.backward()
optimizer.step()
print(loss.item())
"""
PROGRAMS = {"three ops": THREE_OPS, "a training step": STEP}


CODE = tempfile.TemporaryDirectory()  # compiled Python, as an installed package has it


def run(text, folder=None):
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": CODE.name}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if folder is not None:
        environment["TENSORLITE_CACHE"] = str(folder)
    subprocess.run([sys.executable, "-c", text], check=True, env=environment, capture_output=True)


@pytest.mark.parametrize("name", IMPORTS)
def test_import(benchmark, name):
    pytest.importorskip(name)
    benchmark.group = "import"
    benchmark.extra_info["lib"] = name
    benchmark.pedantic(run, (f"import {IMPORTS[name]}",), rounds=7, warmup_rounds=1)


@pytest.mark.parametrize("name", PROGRAMS)
def test_warm_store(benchmark, tmp_path, name):
    benchmark.group = f"{name}, warm store"
    benchmark.extra_info["lib"] = "tensorlite"
    benchmark.pedantic(run, (PROGRAMS[name], tmp_path), rounds=5, warmup_rounds=1)


@pytest.mark.parametrize("name", PROGRAMS)
def test_empty_store(benchmark, tmp_path, name):
    benchmark.group = f"{name}, empty store"
    benchmark.extra_info["lib"] = "tensorlite"
    stores = (tmp_path / str(number) for number in range(9))
    benchmark.pedantic(
        run, setup=lambda: ((PROGRAMS[name], next(stores)), {}), rounds=3, warmup_rounds=0
    )
