"""Linear algebra under PyTorch's names: `tensorlite.linalg`.

Batches of matrices in the last two dims, of real or complex numbers, with gradients; LAPACK does
the work, through NumPy and SciPy.
"""

from .op import serve as _serve

__all__ = _serve(globals())
