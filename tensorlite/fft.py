"""Fourier transforms under PyTorch's names: `tensorlite.fft`.

SciPy's pocketfft does the work, on as many threads as `tensorlite.set_num_threads` says; gradients
are of any order.
"""

from .absent import asked as _asked
from .op import serve as _serve

__all__ = _serve(globals())
__getattr__ = _asked(__name__)
