"""A program of a user's passes mypy with its default settings: no name is said to be missing."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROGRAM = """
import tensorlite as tl
import tensorlite.nn.functional as F
from tensorlite import Tensor, nn, optim
from tensorlite.nn import functional
from tensorlite.utils.data import DataLoader, TensorDataset

class Net(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Dropout(0.5))

    def forward(self, x: tl.Tensor) -> Tensor:
        return F.relu(self.layers(x)) + nn.functional.softmax(x, -1) + functional.gelu(x)

net = Net()
optimizers = [optim.Adam(net.parameters()), tl.optim.SGD(net.parameters(), lr=1e-2)]
loader = DataLoader(TensorDataset(tl.zeros(3)), batch_size=2)
other = tl.utils.data.DataLoader(TensorDataset(tl.tensor([1.0])))
y = tl.exp(tl.randn(3, dtype=tl.float32)).to(tl.device("cpu"))
with tl.no_grad():
    tl.save(net.state_dict(), "net.safetensors")
    tl.nn.init.zeros_(y)
"""
MODULES = (
    *("autograd", "cuda", "linalg", "nn", "nn.functional", "nn.init"),
    *("nn.utils", "optim", "optim.lr_scheduler", "special", "utils", "utils.data"),
)


def checked(tmp_path, program):
    """What mypy says to a program, as it does where the package is installed."""
    pytest.importorskip("mypy")
    (tmp_path / "mypy.ini").write_text(f"[mypy]\nmypy_path = {ROOT}\nfollow_imports = silent\n")
    (tmp_path / "program.py").write_text(program)
    command = [sys.executable, "-m", "mypy", "--no-incremental", "program.py"]
    return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True).stdout


def test_a_program_passes(tmp_path):
    assert "Success" in checked(tmp_path, PROGRAM)


def test_every_public_name_is_known(tmp_path):
    program, wrong = "", "no_such_name"
    for module in MODULES:
        names = importlib.import_module(f"tensorlite.{module}").__all__
        program += f"import tensorlite.{module}\n"
        program += "".join(f"tensorlite.{module}.{name}\n" for name in names)
    assert "Found 1 error in 1 file" in checked(tmp_path, f"{program}tensorlite.nn.{wrong}\n")
