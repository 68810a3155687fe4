"""Makes tensors known to libraries that keep a list of what they know.

``import tensorlite.interop`` registers tensors with einops and opt_einsum, where they are
installed, with the layers of ``einops.layers.tensorlite``, and with matplotlib, where it was
imported before: lines, bars, areas and limits are then drawn of tensors that require grad, too.
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
import importlib.util
import sys

__all__ = ["register"]

_FRIENDS = ("einops", "opt_einsum")
_IF_LOADED = ("matplotlib",)  # whose import takes long


def register():
    """Register with each of the libraries that is there, as the import of the module does.

    Returns
    -------
    list of str
        Their names. Call it again where matplotlib was imported later.

    Examples
    --------
    >>> import tensorlite.interop  # doctest: +SKIP
    >>> tensorlite.interop.register()  # doctest: +SKIP
    ['einops', 'opt_einsum']
    """
    found = [name for name in _FRIENDS if importlib.util.find_spec(name) is not None]
    found += [name for name in _IF_LOADED if name in sys.modules]
    for name in found:
        importlib.import_module(f"{__name__}.with_{name}")
    return found


register()
