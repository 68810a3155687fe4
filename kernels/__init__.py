"""How to loop: kernels of arrays and scalar functions, and what runs them on each device."""


class OutOfMemoryError(RuntimeError):
    """There is not as much memory as was asked for."""
