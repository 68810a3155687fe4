"""What there is of PyTorch's names: ``python tensorlite/docs/names.py`` writes coverage.rst.

The names are those of PyTorch's own tables of tests (`op_db`, `module_db`, `optim_db`), so that the
page needs PyTorch to be made, and none to be read.
"""

import functools
import sys
import types
import unittest
from pathlib import Path

import tensorlite as tl
from tensorlite.absent import REFUSED

PAGE = Path(__file__).with_name("coverage.rst")
HEAD = """\
What there is of PyTorch
========================

.. This page is made by ``python tensorlite/docs/names.py``.

A name is counted where calling it by PyTorch's name finds something; that its results are right
is another question, which ``tests/test_op_db.py`` and its like answer with PyTorch's own samples.

"""


def found(path, root=tl):
    """Whether a dotted name leads to something."""
    try:
        functools.reduce(getattr, path.split("."), root)
    except AttributeError:
        return False
    return True


def has_op(name):
    """Whether an entry of `op_db` exists: as a function, a method, or in place."""
    short = name.removeprefix("_refs.").removeprefix("ops.aten.")
    plain = short.rpartition(".")[2]
    return found(short) or found(plain, tl.Tensor) or found(f"{plain}_", tl.Tensor)


def tables():
    """By the title of a section: the names in PyTorch's table, with whether we have them."""
    if "expecttest" not in sys.modules:  # which their module wants for tests of its own
        sys.modules["expecttest"] = stub = types.ModuleType("expecttest")
        vars(stub)["TestCase"] = unittest.TestCase
    from torch.testing._internal.common_methods_invocations import op_db
    from torch.testing._internal.common_modules import module_db
    from torch.testing._internal.common_optimizers import optim_db

    ops = {op.name for op in op_db}
    modules = {m.module_cls.__module__.split(".")[1] + "." + m.module_cls.__name__
               for m in module_db}  # fmt: skip
    return {
        "Ops": {name: has_op(name) for name in ops},
        "Modules": {name: found(name) for name in modules},
        "Optimizers": {f"optim.{o.optim_cls.__name__}": found(f"optim.{o.optim_cls.__name__}")
                       for o in optim_db},
    }  # fmt: skip


def underlined(title):
    return f"{title}\n{'-' * len(title)}\n\n"


def page():
    """The text of the page."""
    told = tables()
    text = HEAD + ".. list-table::\n   :header-rows: 1\n\n   * - table\n     - names\n     - here\n"
    for title, names in told.items():
        text += f"   * - {title}\n     - {len(names)}\n     - {sum(names.values())}\n"
    for title, names in told.items():
        lacking = sorted(name for name, there in names.items() if not there)
        text += "\n" + underlined(f"{title} that are missing")
        text += ", ".join(f"``{name}``" for name in lacking) + "\n" if lacking else "None.\n"
    text += "\n" + underlined("Names that will not come, and what to use")
    for (what, instead), names in by_reason().items():
        text += f"* {what}: {', '.join(f'``{name}``' for name in names)}. Use {instead}.\n"
    text += "\n" + underlined("What differs")
    return text + DIFFERS


def by_reason():
    """The refused names by what they are of."""
    found: dict = {}
    for name, reason in REFUSED.items():
        found.setdefault(reason, []).append(name)
    return found


DIFFERS = """\
* Results have the same bits for any number of threads; switches of determinism change nothing.
* A NumPy array, and the name of a dtype as a string, are taken where PyTorch wants its own.
* An error says what was expected, what came and what to try; its class is PyTorch's.
* ``tl.compile`` never falls back: what cannot be recorded raises an error with your line.
"""


if __name__ == "__main__":
    PAGE.write_text(page())
