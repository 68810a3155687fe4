"""The CPU that computes."""

from ..kernels.cpu import machine


def get_cpu_capability() -> str:
    """The level of x86-64 for which kernels are made, by PyTorch's names for it."""
    level = machine.current().level
    return level.upper() if level in ("avx2", "avx512") else "DEFAULT"
