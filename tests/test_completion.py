"""What Tab offers behind a tensor and behind what ops make of it, and what hovering tells."""

import json
import subprocess
import sys

OFFERS = """
import json
from IPython.core.completer import provisionalcompleter
from IPython.core.interactiveshell import InteractiveShell

shell = InteractiveShell.instance()
shell.run_cell("import tensorlite as tl; x = tl.rand(3, 3); layer = tl.nn.Linear(3, 3)")
found = {}
for text in ("tl.matmu", "x.matmu", "x.sum().matmu", "x[0].matmu", "(x + 1).matmu",
             "x.exp().matmu", "x.T.matmu", "layer.weight.matmu", "tl.nn.functional.rel"):
    with provisionalcompleter():
        found[text] = [each.text for each in shell.Completer.completions(text, len(text))]
print(json.dumps(found))
"""


def test_what_ops_make_is_completed_as_tensors_are():
    command = [sys.executable, "-c", OFFERS]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout.splitlines()[-1])
    assert "relu" in found.pop("tl.nn.functional.rel")
    assert found
    for text, offers in found.items():
        assert "matmul" in offers, text


HOVERED = """
import json
import jedi

START = "import tensorlite as tl\\nfrom tensorlite import nn\\nx = tl.ones(3)\\n"
TEXTS = (
    *("tl.exp", "tl.stack", "tl.compile", "tl.elementwise", "tl.summary", "tl.draw", "tl.progress"),
    *("tl.linalg.inv", "tl.fft.fft", "nn.functional.relu", "x.sum", "x.sum().mean", "x.exp_"),
    *("nn.Linear", "nn.Linear(1, 2).forward", "tl.optim.Adam", "tl.utils.data.DataLoader"),
    *("tl.optim.SGD([x], 0.1).step", "tl.func.grad", "tl.save"),
)
found = {}
for text in TEXTS:
    offers = jedi.Script(START + text).help(4, len(text) - 1)
    found[text] = [each.docstring(raw=True) for each in offers]
print(json.dumps(found))
"""


def test_editors_that_hover_find_docstrings():
    """Stubs held none, and what ops attach has no source that an editor could look up."""
    command = [sys.executable, "-c", HOVERED]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout.splitlines()[-1])
    assert [text for text, told in found.items() if not "".join(told)] == []
