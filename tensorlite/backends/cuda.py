"""CUDA: cards are reached from Python, with products of full precision whatever is allowed."""

from types import SimpleNamespace

from ..cuda import is_available as is_built

__all__ = ["is_built", "matmul"]
matmul = SimpleNamespace(
    allow_tf32=False,
    allow_fp16_reduced_precision_reduction=True,
    allow_bf16_reduced_precision_reduction=True,
    fp32_precision="none",
)
