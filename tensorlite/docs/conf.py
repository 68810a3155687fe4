"""The documentation: ``sphinx-build -W -b html tensorlite/docs build/docs``."""

import pydoc
from pathlib import Path

import tensorlite as tl
from tensorlite import documentation

project = "tensorlite"
author = "the authors of tensorlite"
release = tl.__version__
extensions = ["sphinx.ext.autodoc", "sphinx.ext.autosummary", "numpydoc"]
html_theme = "alabaster"
html_title = "tensorlite"
exclude_patterns = ["*.py"]
autosummary_generate = False
numpydoc_show_class_members = False
SPACES = {
    "tensorlite": "Tensors and functions",
    "tensorlite.tensor.Tensor": "Methods of a tensor",
    "tensorlite.nn.functional": "Functions behind the layers",
    "tensorlite.nn": "Layers and losses",
    "tensorlite.nn.init": "First values of parameters",
    "tensorlite.nn.utils": "Around parameters and gradients",
    "tensorlite.optim": "Optimizers",
    "tensorlite.optim.lr_scheduler": "Learning rates",
    "tensorlite.utils.data": "Data",
    "tensorlite.linalg": "Linear algebra",
    "tensorlite.fft": "Fourier transforms",
    "tensorlite.special": "Special functions",
    "tensorlite.masked": "Masked reductions",
    "tensorlite.signal.windows": "Windows",
    "tensorlite.autograd": "Gradients",
    "tensorlite.func": "Functions of functions",
    "tensorlite.distributions": "Distributions",
}


def reference():
    """The text of api.rst: what is public, with its summary, from the registry."""
    places = sorted(documentation.public())
    text = "API\n===\n\n``help()`` of each shows parameters, results, errors and an example.\n"
    for space, title in SPACES.items():
        names = [p for p in places if p.rpartition(".")[0] == space and pydoc.locate(p)]
        text += f"\n{title}\n{'-' * len(title)}\n\n.. autosummary::\n   :nosignatures:\n\n"
        text += "".join(f"   {name}\n" for name in names)
    return text


def escaped(app, kind, name, thing, options, lines):
    """Let formulas in summaries stand as they are: |x| and x * y are no markup."""
    for place, line in enumerate(lines):
        if not line.strip():
            break
        if "``" not in line:
            lines[place] = line.replace("|", r"\|").replace("*", r"\*")


def setup(app):
    """Write what is made from the registry before Sphinx looks for sources."""
    app.connect("autodoc-process-docstring", escaped, priority=100)  # before numpydoc
    Path(app.srcdir, "api.rst").write_text(reference())
