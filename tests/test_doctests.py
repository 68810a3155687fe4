"""Every example in a docstring runs and gives what it says."""

import builtins
import doctest
import importlib
import inspect
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


class Finder(doctest.DocTestFinder):
    """Looks at functions where they are written, which is not where they are offered."""

    def _from_module(self, module, object):
        if inspect.isfunction(object):
            return getattr(inspect.unwrap(object), "__globals__", None) is vars(module)
        if object is tl.Tensor:
            return module.__name__ == "tensorlite.tensor"
        return super()._from_module(module, object)


def test_functions_are_looked_at_where_they_are_written():
    files = ("tensorlite.ops.reduction", "tensorlite.ops.extremes")
    written = map(importlib.import_module, files)
    found = {test.name for module in written for test in Finder().find(module) if test.examples}
    assert {"tensorlite.ops.reduction.sum", "tensorlite.ops.extremes.max"} <= found
    found = {test.name for test in Finder().find(importlib.import_module("tensorlite.tensor"))}
    assert "tensorlite.tensor.Tensor.sum" not in found
    assert "tensorlite.tensor.Tensor" in found


@pytest.mark.parametrize("name", sorted(set(modules())))
def test_examples_in_docstrings(name):
    module = importlib.import_module(name)
    builtin = vars(builtins)
    names = {key: value for key, value in vars(tl).items() if key not in builtin}
    names |= {"grad": tl.autograd.grad, "Function": tl.autograd.Function} | vars(module)
    names |= {"tl": tl, "nn": tl.nn, "optim": tl.optim}
    options = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    tl.manual_seed(0)
    runner = doctest.DocTestRunner(optionflags=options)
    for test in Finder().find(module, extraglobs=names):
        runner.run(test)
    assert runner.summarize().failed == 0
