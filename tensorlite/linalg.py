"""Linear algebra under PyTorch's names: `tensorlite.linalg`."""

from .ops.linalg import matrix_norm, norm, svdvals, vector_norm

__all__ = ["matrix_norm", "norm", "svdvals", "vector_norm"]
