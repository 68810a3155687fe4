"""The Python array API standard, version 2025.12: `tensorlite.array_api`.

`Tensor.__array_namespace__()` gives this module, so that what is written for any array library
computes on tensors, such as scikit-learn and SciPy with ``array_api_dispatch``. Names, promotion
and results are the standard's where PyTorch's differ: a tensor without dims takes part in promotion
as any other, `max` gives values alone, `std` divides by n.

Examples
--------
>>> import tensorlite as tl
>>> x = tl.tensor([[1, 2], [3, 4]])
>>> xp = x.__array_namespace__()
>>> xp.max(x, axis=0)
tensor([3, 4])

References
----------
https://data-apis.org/array-api/2025.12
"""

import math as _math

from .. import docstrings as _docstrings
from . import _creation, _elementwise, _info, _manipulation, _reductions, _searching, fft, linalg

__array_api_version__ = "2025.12"
newaxis = None
_PARTS = (_creation, _elementwise, _info, _manipulation, _reductions, _searching)
_OFFERED = {name: getattr(part, name) for part in _PARTS for name in part.__all__}
_OFFERED |= _info.DTYPES | {name: getattr(_math, name) for name in ("e", "inf", "nan", "pi")}
for _name in ("matmul", "matrix_transpose", "tensordot", "vecdot"):
    _OFFERED[_name] = getattr(linalg, _name)
globals().update(_OFFERED)
__all__ = [*_OFFERED, "fft", "linalg", "newaxis"]
for _part in _PARTS:
    for _name in _part.__all__:
        getattr(_part, _name).__module__ = __name__  # where programs find it
for _part in (fft, linalg):
    _docstrings.document(vars(_part), _part.__all__)
_docstrings.document(globals(), __all__)
