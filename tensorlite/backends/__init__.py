"""Libraries that PyTorch computes with, under its names: what is asked of them has an answer.

None of them is here. Their switches can be set, as programs do, and change nothing: they allow
faster or other algorithms, and the kernels here are always deterministic and of full precision.
"""

from ..absent import listing as _listing
from . import (
    cpu,
    cuda,
    cudnn,
    cusparselt,
    kleidiai,
    mha,
    mkl,
    mkldnn,
    mps,
    nnpack,
    openmp,
    opt_einsum,
    xnnpack,
)

__all__ = [
    "cpu", "cuda", "cudnn", "cusparselt", "kleidiai", "mha", "mkl", "mkldnn", "mps", "nnpack",
    "openmp", "opt_einsum", "xnnpack",
]  # fmt: skip
__dir__ = _listing(__name__)
