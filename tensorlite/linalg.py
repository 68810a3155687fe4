"""Linear algebra under PyTorch's names: `tensorlite.linalg`.

Batches of matrices in the last two dims, float32 or float64, with gradients; LAPACK does the work,
through NumPy and SciPy. What returns complex numbers (`eig`, `eigvals`) is not there.
"""

from .op import serve as _serve

__all__ = _serve(globals())
