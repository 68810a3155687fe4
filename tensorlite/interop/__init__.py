"""Makes tensors known to libraries that keep a list of array libraries: einops and opt_einsum.

``import tensorlite.interop`` registers tensors with those that are installed. Libraries that speak
the array API standard need none of this, see `tensorlite.array_api`.

Examples
--------
>>> import tensorlite as tl
>>> import tensorlite.interop  # doctest: +SKIP
>>> from einops import rearrange  # doctest: +SKIP
>>> rearrange(tl.ones(2, 3, 4), "a b c -> b (a c)").shape  # doctest: +SKIP
tensorlite.Size([3, 8])
"""

import importlib
import importlib.util

__all__ = ["register"]

_FRIENDS = ("einops", "opt_einsum")


def register():
    """Register with each of the libraries that is installed; returns their names."""
    found = [name for name in _FRIENDS if importlib.util.find_spec(name) is not None]
    for name in found:
        importlib.import_module(f"{__name__}.with_{name}")
    return found


register()
