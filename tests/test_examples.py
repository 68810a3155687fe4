"""The examples run as a reader would run them, the notebook from top to bottom."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import tensorlite.examples

FOLDER = Path(tensorlite.examples.__file__).parent


def test_digits_reaches_97_percent(tmp_path):
    picture = tmp_path / "digits.png"
    command = [sys.executable, "-m", "tensorlite.examples.digits", "--out", str(picture)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    assert "first loss" in done.stdout
    rows = [line for line in done.stdout.splitlines() if "%" in line]
    names = {"SGD", "Adagrad", "Adam"}
    assert {name for name in names if any(name in row for row in rows)} == names
    best = max(float(row.split("│")[3].strip(" %")) for row in rows)
    assert best >= 97.0
    assert picture.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


def test_images_learns_from_few(tmp_path):
    picture = tmp_path / "images.png"
    command = [sys.executable, "-m", "tensorlite.examples.images", "--out", str(picture)]
    command += ["--epochs", "8", "--limit", "900"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    found = re.search(r"held-out accuracy (\S+) %", done.stdout)
    assert float(found[1]) >= 85.0
    assert picture.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


def test_the_custom_op_of_the_example_takes_part_in_training():
    import tensorlite as tl
    from tensorlite.examples.digits import Net, softclip

    model = Net()
    model(tl.randn(4, 64)).sum().backward()
    assert model.first.weight.grad.abs().sum() > 0
    x = tl.linspace(-9, 9, 7, dtype=tl.float64, requires_grad=True)
    assert tl.autograd.gradcheck(softclip, (x, 3.0))
    assert softclip(x, 3.0).abs().max() < 3


NOTEBOOKS = {
    "tour": ("held-out accuracy 9", "modified by an inplace operation", "1 plan, 0 recompiles"),
    "autograd": ("<Drawing of 7 boxes", "returned nan values", "modified by an inplace operation"),
    "optimizers": ("tensor([1.0000, 1.0000], requires_grad=True)", "held-out accuracy {'SGD': '9"),
    "own_ops": ("def d0_squareplus(x, softness)", "(True, True)", "product_then_squareplus"),
    "scikit_learn": ("area under the curve: network 0.9", "accuracy in three folds: [0.9"),
    "training_step": ("├─ 0: Linear", "launches eagerly", "def adam_foreach",
                      "cross_entropy_row_grad"),
}


def test_every_notebook_is_here():
    assert {path.stem for path in FOLDER.glob("*.ipynb")} == set(NOTEBOOKS)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs_from_top_to_bottom(tmp_path, name):
    nbformat = pytest.importorskip("nbformat")
    nbclient = pytest.importorskip("nbclient")
    notebook = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)
    nbformat.validate(notebook)
    assert not any(cell.get("outputs") for cell in notebook.cells)
    where = {"metadata": {"path": str(tmp_path)}}
    client = nbclient.NotebookClient(notebook, timeout=600, startup_timeout=600, resources=where)
    client.execute()
    text = "\n".join(
        output.get("text", "") + str(output.get("data", {}).get("text/plain", ""))
        for cell in notebook.cells
        for output in cell.get("outputs", [])
    )
    for part in NOTEBOOKS[name]:
        assert part in text
