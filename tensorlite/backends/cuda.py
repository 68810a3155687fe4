"""CUDA: cards are reached from Python, with products of full precision whatever is allowed."""

import contextlib
from collections.abc import Iterator
from types import SimpleNamespace

from ..absent import asked as _asked
from ..cuda import is_available as is_built
from ..graph import warn

__all__ = [
    "cudnn_sdp_enabled", "enable_cudnn_sdp", "enable_flash_sdp", "enable_math_sdp",
    "enable_mem_efficient_sdp", "flash_sdp_enabled", "is_built", "math_sdp_enabled", "matmul",
    "mem_efficient_sdp_enabled", "sdp_kernel",
]  # fmt: skip
__getattr__ = _asked(__name__)
matmul = SimpleNamespace(
    allow_tf32=False,
    allow_fp16_reduced_precision_reduction=True,
    allow_bf16_reduced_precision_reduction=True,
    fp32_precision="none",
)


def _way_of_attention(name):
    """The function that allows or forbids one way to compute attention, and the one that asks."""
    allowed = [True]

    def enable(enabled: bool) -> None:
        allowed[0] = bool(enabled)

    def is_enabled() -> bool:
        return allowed[0]

    enable.__name__ = enable.__qualname__ = f"enable_{name}_sdp"
    is_enabled.__name__ = is_enabled.__qualname__ = f"{name}_sdp_enabled"
    enable.__doc__ = "Kept: which way attention takes depends on the operands alone."
    is_enabled.__doc__ = "What was last set; True at first."
    return enable, is_enabled


enable_flash_sdp, flash_sdp_enabled = _way_of_attention("flash")
enable_mem_efficient_sdp, mem_efficient_sdp_enabled = _way_of_attention("mem_efficient")
enable_math_sdp, math_sdp_enabled = _way_of_attention("math")
enable_cudnn_sdp, cudnn_sdp_enabled = _way_of_attention("cudnn")


@contextlib.contextmanager
def sdp_kernel(
    enable_flash: bool = True,
    enable_math: bool = True,
    enable_mem_efficient: bool = True,
    enable_cudnn: bool = True,
) -> Iterator[None]:
    """The older form of `nn.attention.sdpa_kernel`, which changes nothing either."""
    warn("backends.cuda.sdp_kernel is deprecated; try nn.attention.sdpa_kernel", FutureWarning)
    if not (enable_flash or enable_math or enable_mem_efficient or enable_cudnn):
        raise AssertionError("At least one backend must be specified; try enable_math=True")
    yield
