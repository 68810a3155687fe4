"""Linear algebra under PyTorch's names: `tensorlite.linalg`.

Batches of matrices in the last two dims, of real or complex numbers, with gradients; LAPACK does
the work, through NumPy and SciPy.
"""

from .absent import asked as _asked
from .op import serve as _serve

__all__ = _serve(globals())
__getattr__ = _asked(__name__)
