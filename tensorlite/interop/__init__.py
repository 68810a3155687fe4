"""Makes tensors known to libraries that keep a list of what they know.

``import tensorlite.interop`` registers tensors with einops and opt_einsum, where they are
installed, with the layers of ``einops.layers.tensorlite``, and with matplotlib, as soon as that is
imported: what requires grad is then drawn, too, by every method of Axes.
Within ``with as_torch():`` libraries that import torch are given tensorlite, such as torchinfo.
Libraries that speak the array API standard, DLPack or Arrow's interface (polars, pyarrow) need none
of this.

Examples
--------
>>> import tensorlite as tl
>>> import tensorlite.interop  # doctest: +SKIP
>>> from einops import rearrange  # doctest: +SKIP
>>> rearrange(tl.ones(2, 3, 4), "a b c -> b (a c)").shape  # doctest: +SKIP
tensorlite.Size([3, 8])
"""

import importlib
import importlib.abc
import importlib.util
import sys

from .torch_alias import as_torch

__all__ = ["as_torch", "register"]

_FRIENDS = ("einops", "opt_einsum")
_AXES = "matplotlib.axes"  # whose import takes long: registered with when a program has it


def register():
    """Register with each of the libraries that is there, as the import of the module does.

    Returns
    -------
    list of str
        Their names; matplotlib's where it is imported.

    Examples
    --------
    >>> import tensorlite.interop  # doctest: +SKIP
    >>> tensorlite.interop.register()  # doctest: +SKIP
    ['einops', 'opt_einsum']
    """
    found = [name for name in _FRIENDS if importlib.util.find_spec(name) is not None]
    found += ["matplotlib"] * (_AXES in sys.modules)
    for name in found:
        importlib.import_module(f"{__name__}.with_{name}")
    return found


class Later(importlib.abc.MetaPathFinder):
    """Registers with matplotlib when a program has imported what draws."""

    def find_spec(self, fullname, path=None, target=None):
        """The spec that others find, whose loader registers behind the module's own code."""
        if fullname != _AXES:
            return None
        sys.meta_path.remove(self)  # others find it, and it is asked once
        spec = importlib.util.find_spec(fullname)
        if spec is not None and spec.loader is not None:
            run = spec.loader.exec_module

            def exec_module(module):
                run(module)
                register()

            spec.loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec


register()
if _AXES not in sys.modules:
    sys.meta_path.insert(0, Later())
