"""The CPU that kernels are made for, and the narrower ones that TENSORLITE_CPU makes of it."""

import json
import os
import subprocess
import sys
import types

import numpy as np
import pytest
from tensorlite.kernels.cpu import machine

LEVELS = machine.levels()
PROGRAM = """
import json, sys
import numpy as np
import tensorlite as tl
from tensorlite.kernels import cache
from tensorlite.kernels.cpu import machine, pipeline

texts, original = [], pipeline.Entry.object_code
def recording(library, symbol):
    texts.append(library.assembly())
    return original(library, symbol)
pipeline.Entry.object_code = recording

x = np.linspace(-2, 2, 37 * 45, dtype=np.float32).reshape(37, 45)
t = tl.from_numpy(x)
got = {"exp": t.exp(), "sum": t.sum(0), "product": t @ t.t(), "softmax": tl.softmax(t, 1)}
made = machine.current()
registers = [name for name in ("zmm", "ymm", "xmm") if any(name in text for text in texts)]
print(json.dumps({"got": {k: v.tolist() for k, v in got.items()}, "registers": registers,
                  "folder": cache.folder().name, "bytes": made.vector_bytes}))
"""


def run(level, folder):
    environment = {**os.environ, machine.VARIABLE: level, "TENSORLITE_CACHE": str(folder)}
    command = [sys.executable, "-c", PROGRAM]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.skipif(not LEVELS, reason="this CPU is not x86-64")
def test_every_kernel_is_made_for_the_level_that_is_asked_for(tmp_path):
    widths = {"sse2": 16, "avx2": 32, "avx512": 64}
    x = np.linspace(-2, 2, 37 * 45).reshape(37, 45)
    powers = np.exp(x)
    want = {"exp": powers, "sum": x.sum(0), "product": x @ x.T,
            "softmax": powers / powers.sum(1, keepdims=True)}  # fmt: skip
    folders = set()
    for level in LEVELS:
        done = run(level, tmp_path)
        assert done.returncode == 0, done.stderr
        told = json.loads(done.stdout.splitlines()[-1])
        assert told["bytes"] == widths[level]
        assert told["registers"][0] == {16: "xmm", 32: "ymm", 64: "zmm"}[widths[level]]
        for name, result in told["got"].items():
            np.testing.assert_allclose(result, want[name], rtol=2e-6, atol=1e-5, err_msg=name)
        folders.add(told["folder"])
    assert len(folders) == len(LEVELS)


def test_a_level_that_the_cpu_lacks_is_refused(tmp_path):
    done = run("avx9000", tmp_path)
    assert done.returncode != 0
    known = ", ".join(LEVELS) or "nothing: it is not x86-64"
    expected = f"TENSORLITE_CPU: expected a level that this CPU has ({known}); got 'avx9000'; try"
    assert expected in done.stderr


@pytest.fixture
def asked(monkeypatch):
    """Asks for a level of a CPU without AVX-512."""
    monkeypatch.setattr(machine, "levels", lambda: ["sse2", "avx2"])

    def ask(level):
        monkeypatch.setenv(machine.VARIABLE, level)
        return machine.current.__wrapped__()

    return ask


def test_a_cpu_without_avx512_has_no_such_level(asked):
    assert asked("avx2").registers == 16
    assert asked("").level == "avx2"
    with pytest.raises(ValueError, match=r"this CPU has \(sse2, avx2\); got 'avx512'"):
        asked("avx512")


def test_caches_are_read_or_taken_to_be_small(tmp_path, monkeypatch):
    told = [(1, "Instruction", "64K"), (1, "Data", "48K"), (2, "Unified", "2M"), (3, "Unified", "")]
    for number, texts in enumerate(told):
        folder = tmp_path / f"index{number}"
        folder.mkdir()
        for name, text in zip(("level", "type", "size"), texts, strict=True):
            (folder / name).write_text(f"{text}\n")
    monkeypatch.setattr(machine, "CACHES", tmp_path)
    assert machine._host().caches == (48 << 10, 2 << 20, machine.USUAL[3])
    monkeypatch.setattr(machine, "CACHES", tmp_path / "nothing")
    assert machine._host().caches == tuple(machine.USUAL.values())


def test_a_feature_that_llvm_calls_otherwise_is_told(monkeypatch):
    """It would count as one that the CPU lacks: slow kernels, in silence."""
    told = machine.cache.binding().get_host_cpu_features()
    if "sse2" not in told:
        pytest.skip("it is not x86-64")
    others = {"AVX2" if name == "avx2" else name: has for name, has in told.items()}
    binding = types.SimpleNamespace(get_host_cpu_features=lambda: others)
    monkeypatch.setattr(machine.cache, "binding", lambda: binding)
    with pytest.raises(ImportError, match=r"features of x86-64; got none of \['avx2'\]; try a ver"):
        machine.levels()
    others.clear()
    assert machine.levels() == []
