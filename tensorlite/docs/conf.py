"""The documentation: ``sphinx-build -W -b html tensorlite/docs build/docs``."""

import inspect
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
html_show_copyright = False  # the licence says who wrote it
html_sidebars = {"api/*": ["about.html", "searchfield.html"]}  # no list of all
exclude_patterns = ["*.py"]
autosummary_generate = False
numpydoc_show_class_members = False
SPACES = {
    "tensorlite": "Tensors and functions",
    "tensorlite.Tensor": "Methods of a tensor",
    "tensorlite.nn.functional": "Functions behind the layers",
    "tensorlite.nn": "Layers and losses",
    "tensorlite.nn.grad": "Gradients of convolutions",
    "tensorlite.nn.init": "First values of parameters",
    "tensorlite.nn.utils": "Around parameters and gradients",
    "tensorlite.nn.utils.rnn": "Packed sequences",
    "tensorlite.nn.utils.parametrize": "Parameters made from others",
    "tensorlite.nn.utils.parametrizations": "Parametrizations",
    "tensorlite.nn.utils.prune": "Pruning",
    "tensorlite.optim": "Optimizers",
    "tensorlite.optim.lr_scheduler": "Learning rates",
    "tensorlite.optim.swa_utils": "Averages of weights",
    "tensorlite.hub": "Downloads of weights",
    "tensorlite.utils.data": "Data",
    "tensorlite.linalg": "Linear algebra",
    "tensorlite.fft": "Fourier transforms",
    "tensorlite.special": "Special functions",
    "tensorlite.masked": "Masked reductions",
    "tensorlite.signal.windows": "Windows",
    "tensorlite.autograd": "Gradients",
    "tensorlite.autograd.functional": "Products with Jacobians and Hessians",
    "tensorlite.autograd.forward_ad": "Dual numbers",
    "tensorlite.autograd.graph": "The graph of gradients",
    "tensorlite.utils.checkpoint": "Memory for time",
    "tensorlite.func": "Functions of functions",
    "tensorlite.distributions": "Distributions",
    "tensorlite.distributions.utils": "Around distributions",
    "tensorlite.compiler": "Questions about plans",
    "tensorlite.profiler": "Profiles of steps",
    "tensorlite.quasirandom": "Quasirandom numbers",
    "tensorlite.amp": "Computing in 16 bits",
    "tensorlite.cuda": "Cards",
    "tensorlite.accelerator": "The accelerator",
    "tensorlite.cpu": "The CPU as a device",
    "tensorlite.random": "The generator",
    "tensorlite.sklearn": "Estimators",
    "tensorlite.notebook": "Notebooks",
    "tensorlite.utils.tensorboard": "TensorBoard",
    "tensorlite.safetensors": "Files of safetensors",
    "tensorlite.onnx": "Files of ONNX",
    "tensorlite.futures": "Results to come",
    "tensorlite.multiprocessing": "Other processes",
    "tensorlite.distributed": "Groups of processes, of which there are none",
    "tensorlite.nn.parallel": "Several devices",
    "tensorlite.nn.utils.stateless": "Modules with other parameters",
    "tensorlite.jit": "The marks of TorchScript",
    "tensorlite.testing": "Tests",
    "tensorlite.array_api": "The array API standard",
    "tensorlite.array_api.fft": "Fourier transforms of the standard",
    "tensorlite.array_api.linalg": "Linear algebra of the standard",
}
PUBLIC = {id(inspect.unwrap(thing)) for thing in documentation.public().values()}
MEMBERS = """\
   :members:
   :exclude-members: set_fit_request, set_partial_fit_request, set_score_request
"""  # which scikit-learn makes, with links to pages of its own
PAGE = """\
{title}
{line}

.. currentmodule:: {module}

.. auto{kind}:: {name}
{options}"""


def names_in(space):
    """What a module, or the class of tensors, offers of what is public."""
    owner = pydoc.locate(space)
    late = tl._MEMBERS if owner is tl else ()  # loaded when asked for
    told = getattr(owner, "__all__", None) or [*dir(owner), *late]
    things = {name: inspect.unwrap(getattr(owner, name)) for name in told if name[0] != "_"}
    return sorted(name for name, thing in things.items() if id(thing) in PUBLIC)


def pages():
    """The text of each page of the API, by its path: an index, and one for each name."""
    written, classes = {}, set()  # a class has one page, where it is first offered
    index = "API\n===\n\n``help()`` of each shows what its page does.\n"
    for space, title in SPACES.items():
        owner = pydoc.locate(space)
        names = [name for name in names_in(space) if getattr(owner, name) not in classes]
        classes |= {thing for n in names if inspect.isclass(thing := getattr(owner, n))}
        index += f"\n{title}\n{'-' * len(title)}\n\n.. autosummary::\n   :toctree: api\n\n"
        index += "".join(f"   {space}.{name}\n" for name in names)
        for name in names:
            place = f"{space}.{name}"
            inside = "Tensor." * inspect.isclass(owner)
            is_class = inspect.isclass(getattr(owner, name))
            whole = is_class and getattr(owner, name) is not tl.Tensor  # whose methods have pages
            kind = "class" if is_class else "function"
            written[f"api/{place}.rst"] = PAGE.format(
                title=place, line="=" * len(place), name=inside + name,
                module=space.removesuffix(".Tensor"), kind="method" if inside else kind,
                options=MEMBERS * whole,
            )  # fmt: skip
    return written | {"api.rst": index}


def write(folder):
    """Write the pages that have changed, for Sphinx to read no other ones; remove old ones."""
    (folder / "api").mkdir(exist_ok=True)
    texts = {folder / path: text for path, text in pages().items()}
    for page, text in texts.items():
        if not page.exists() or page.read_text() != text:
            page.write_text(text)
    for page in {*(folder / "api").iterdir()} - texts.keys():
        page.unlink()


def escaped(app, kind, name, thing, options, lines):
    """Let formulas stand as they are: |x| and x * y are no markup."""
    for place, line in enumerate(lines):
        if line.strip() == "Examples":
            break
        if "``" not in line and line.lstrip()[:2] != "* ":
            lines[place] = line.replace("|", r"\|").replace("*", r"\*")


def setup(app):
    """Write what is made from the registry before Sphinx looks for sources."""
    app.connect("autodoc-process-docstring", escaped, priority=100)  # before numpydoc
    write(Path(app.srcdir))
