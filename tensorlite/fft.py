"""Fourier transforms under PyTorch's names: `tensorlite.fft`.

SciPy's pocketfft does the work, on as many threads as `tensorlite.set_num_threads` says; gradients
are of any order.
"""

from .op import serve as _serve

__all__ = _serve(globals())
