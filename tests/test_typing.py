"""Programs of users pass mypy, also strictly; their calls have types, and wrong ones are found."""

import importlib
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TYPED = ROOT / "tests" / "typed"
PROGRAM = """
import tensorlite as tl
import tensorlite.nn.functional as F
from tensorlite import Tensor, nn, optim
from tensorlite.nn import functional
from tensorlite.nn.module import Module as Base
from tensorlite.utils.data import DataLoader, TensorDataset

class Net(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Dropout(0.5))

    def forward(self, x: tl.Tensor) -> Tensor:
        return F.relu(self.layers(x)) + nn.functional.softmax(x, -1) + functional.gelu(x)

net = Net()
base: Base = net  # the same class, wherever it is imported from
again: nn.Module = base
optimizers = [optim.Adam(net.parameters()), tl.optim.SGD(net.parameters(), lr=1e-2)]
loader = DataLoader(TensorDataset(tl.zeros(3)), batch_size=2)
other = tl.utils.data.DataLoader(TensorDataset(tl.tensor([1.0])))
y = tl.exp(tl.randn(3, dtype=tl.float32)).to(tl.device("cpu"))
with tl.no_grad():
    tl.save(net.state_dict(), "net.safetensors")
    tl.nn.init.zeros_(y)
"""
PROGRAMS = ("training", "functions", "data", "estimators")  # in tests/typed/, of 60 to 90 lines
MODULES = (
    *("array_api", "autograd", "cuda", "fft", "linalg", "nn", "nn.functional", "nn.init"),
    *("nn.utils", "optim", "optim.lr_scheduler", "masked", "random", "special", "utils"),
    "utils.data",
)


def checked(tmp_path, program):
    """What mypy says to a program, as it does where the package is installed."""
    (tmp_path / "program.py").write_text(program)
    return told(tmp_path, "program.py")


def told(folder, *arguments):
    """What mypy says; of an installed package it tells nothing."""
    pytest.importorskip("mypy")
    settings = "follow_imports = silent\n[mypy-tensorlite.*]\nignore_errors = True\n"
    (folder / "mypy.ini").write_text(f"[mypy]\nmypy_path = {ROOT}\n{settings}")
    command = [sys.executable, "-m", "mypy", "--no-incremental", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True).stdout


def test_a_program_passes(tmp_path):
    assert "Success" in checked(tmp_path, PROGRAM)


def test_whole_programs_pass_strictly(tmp_path):
    assert "Success" in told(tmp_path, "--strict", *[TYPED / f"{name}.py" for name in PROGRAMS])


@pytest.mark.parametrize("name", PROGRAMS)
def test_whole_programs_run(name, tmp_path, monkeypatch, capsys):
    if name == "estimators":
        pytest.importorskip("sklearn")
    monkeypatch.chdir(tmp_path)
    runpy.run_path(str(TYPED / f"{name}.py"), run_name="__main__")
    assert capsys.readouterr().out


def test_every_public_name_is_known(tmp_path):
    program, wrong = "", "no_such_name"
    for module in MODULES:
        names = importlib.import_module(f"tensorlite.{module}").__all__
        program += f"import tensorlite.{module}\n"
        program += "".join(f"tensorlite.{module}.{name}\n" for name in names)
    assert "Found 1 error in 1 file" in checked(tmp_path, f"{program}tensorlite.nn.{wrong}\n")


BEGIN = """import tensorlite as tl
import tensorlite.nn.functional as F
x = y = tl.ones(2, 2)
"""
COMPILED = """
class Net(tl.nn.Module):
    def depth(self) -> int:
        return 3
def scaled(x: tl.Tensor, k: int) -> tuple[tl.Tensor, int]:
    return x * k, k
@tl.compile(check_every=9)
def twice(x: tl.Tensor) -> tl.Tensor:
    return 2 * x
net, fast = tl.compile(Net()), tl.compile(scaled)
"""
COMPILED_TYPES = {
    "net": "program.Net",
    "net.depth()": "int",
    "fast(x, 2)": "tuple[Tensor, int]",
    "fast.plans": "int",
    "fast.recompiles": "list[str]",
    "fast.explain().source(1)": "str",
    "fast.reset()": "None",
    "twice(x)": "Tensor",
}
TYPES = {
    "tl.exp(x)": "Tensor",
    "tl.zeros(2, 3, dtype=tl.float64)": "Tensor",
    "tl.nn.functional.relu(x)": "Tensor",
    "F.cross_entropy(x, y, label_smoothing=0.1)": "Tensor",
    "tl.linalg.norm(x)": "Tensor",
    "tl.special.expit(x)": "Tensor",
    "x.add_(1).sum(-1, keepdim=True)": "Tensor",
    "1 - x[0] @ x.T": "Tensor",
    "x == 1": "Tensor",
    "x.sort(descending=True).indices": "Tensor",
    "x.split(2)": "tuple[Tensor, ...]",
    "tl.var_mean(x, 0)": "tuple[Tensor, Tensor]",
    "tl.histogram(x, 3).bin_edges": "Tensor",
    "tl.max(x)": "Tensor",
    "tl.max(x, y)": "Tensor",
    "x.max(1).indices": "Tensor",
    "tl.median(x, 0).values": "Tensor",
    "tl.where(x > 0)": "tuple[Tensor, ...]",
    "tl.where(x > 0, x, 0.0)": "Tensor",
    "tl.unique(x)": "Tensor",
    "x.nonzero(as_tuple=True)": "tuple[Tensor, ...]",
    "x.size()": "Size",
    "x.size(0)": "int",
    "x.shape": "Size",
    "x.dtype": "dtype",
    "tl.float32": "dtype",
    "tl.get_default_dtype()": "dtype",
    "x.device": "device",
    "x.item()": "int | float",
    "x.dim()": "int",
    "tl.allclose(x, y)": "bool",
    "x.grad": "Tensor | None",
    "tl.inf": "float",
}
WRONG = (
    *("tl.softmax(x, 1, dtypo=1)", "F.relu()", "x.sum(keepdim='yes')", "tl.exp('x')"),
    *("x.register_hook(lambda a, b: a)", "tl.nn.Linear(2, 3).apply(lambda: None)"),
    *("x.no_such_method()", "tl.no_such_function(x)", "F.no_such_function", "x.sort().value"),
)


def test_calls_have_the_types_of_their_results(tmp_path):
    program = BEGIN + "".join(f"reveal_type({call})\n" for call in TYPES)
    types = re.findall(r'Revealed type is "(.*)"', checked(tmp_path, program))
    found = [re.sub(r"\b(builtins|tensorlite)\.(\w+\.)*", "", each) for each in types]
    assert found == list(TYPES.values())


def test_what_is_compiled_keeps_its_type(tmp_path):
    """It was Any, so that no editor knew what a compiled function takes, gives or has."""
    program = BEGIN + COMPILED + "".join(f"reveal_type({call})\n" for call in COMPILED_TYPES)
    said = checked(tmp_path, f"{program}twice('x')\n")
    types = re.findall(r'Revealed type is "(.*)"', said)
    found = [re.sub(r"\b(builtins|tensorlite)\.(\w+\.)*", "", each) for each in types]
    assert found == list(COMPILED_TYPES.values())
    assert 'expected "Tensor"' in said


def test_wrong_calls_are_found(tmp_path):
    said = checked(tmp_path, BEGIN + "".join(f"{call}\n" for call in WRONG))
    lines = {int(line) for line in re.findall(r"^program.py:(\d+): error", said, re.M)}
    assert lines == set(range(4, 4 + len(WRONG))), said


@pytest.mark.torch
@pytest.mark.parametrize("place", ["utils.data", "nn", "distributions"])
def test_classes_take_the_type_parameters_that_pytorchs_take(place):
    """``class Own(Sampler[int])`` was no class: of the samplers none was generic."""
    theirs = pytest.importorskip(f"torch.{place}")
    ours = importlib.import_module(f"tensorlite.{place}")
    generic = [
        name for name, kind in vars(theirs).items()
        if getattr(kind, "__parameters__", ()) and kind.__module__.startswith(theirs.__name__)
        and hasattr(ours, name)
    ]  # fmt: skip
    assert generic
    for name in generic:
        kind = getattr(ours, name)
        assert kind[int].__mro_entries__(()) == (kind,), name
