"""Linear algebra under PyTorch's names: `tensorlite.linalg`."""

from .op import settle_names as _settle_names
from .ops.linalg import matrix_norm, norm, svdvals, vector_norm

__all__ = ["matrix_norm", "norm", "svdvals", "vector_norm"]
_settle_names(globals())
