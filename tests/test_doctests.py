"""Every example in a docstring runs and gives what it says."""

import builtins
import doctest
import importlib
import pkgutil

import pytest

import tensorlite as tl


def modules():
    """All modules of the package, the kernels that need Numba included."""
    for info in pkgutil.walk_packages(tl.__path__, "tensorlite."):
        if not info.name.startswith("tensorlite.kernels") and not info.name.endswith("__main__"):
            yield info.name
    for info in pkgutil.walk_packages(tl.kernels.__path__, "tensorlite.kernels."):
        yield info.name


@pytest.mark.parametrize("name", sorted(set(modules())))
def test_examples_in_docstrings(name):
    module = importlib.import_module(name)
    builtin = vars(builtins)
    names = {key: value for key, value in vars(tl).items() if key not in builtin}
    names |= {"grad": tl.autograd.grad, "Function": tl.autograd.Function} | vars(module)
    names |= {"tl": tl, "nn": tl.nn, "optim": tl.optim}
    options = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    tl.manual_seed(0)
    result = doctest.testmod(module, extraglobs=names, optionflags=options)
    assert result.failed == 0
