"""What Tab offers in a notebook behind a tensor and behind what ops make of it."""

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
