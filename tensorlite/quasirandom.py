"""Points that fill a cube more evenly than random ones: `SobolEngine`, over SciPy's."""

import warnings
from typing import Any

import numpy as np

import tensorlite as tl

from .absent import listing as _listing
from .docstrings import document as _document
from .errors import TraceError, expected
from .kernels import interpreters

__all__ = ["SobolEngine"]
__dir__ = _listing(__name__)


class SobolEngine:
    """
    Sobol's points in the unit cube, of 30 bits, by the direction numbers of Joe and Kuo (2008).

    Those that are not scrambled are PyTorch's, to the bit. Scrambled ones are SciPy's, of the same
    kind (a random triangular matrix and a random shift) but other numbers than PyTorch's.

    Parameters
    ----------
    dimension : int
        From 1 to `MAXDIM`.
    scramble : bool
        Whether the points are permuted at random so that they stay as even.
    seed : int, optional
        Of the permutation; by default the default generator gives one.

    Raises
    ------
    ValueError
        If there are no direction numbers for so many dimensions.
    TraceError
        If points are drawn within a compiled function: a plan would give the same ones again.

    Examples
    --------
    >>> import tensorlite as tl
    >>> engine = tl.quasirandom.SobolEngine(2)
    >>> engine.draw(3)
    tensor([[0.0000, 0.0000],
            [0.5000, 0.5000],
            [0.7500, 0.2500]])
    >>> engine.num_generated
    3
    """

    MAXBIT, MAXDIM = 30, 21201

    def __init__(self, dimension: int, scramble: bool = False, seed: int | None = None) -> None:
        if not 1 <= dimension <= self.MAXDIM:
            raise ValueError(
                f"SobolEngine: Supported range of dimensionality for SobolEngine is [1, "
                f"{self.MAXDIM}]; got {dimension}; try several engines"
            )
        self.dimension, self.scramble, self.seed = dimension, scramble, seed
        self._points = self._begun()

    def _begun(self) -> Any:
        from scipy.stats import qmc

        chosen = self.seed
        if chosen is None and self.scramble:
            _refuse_in_plans("scramble=True")
            chosen = int(tl.randint(1 << 62, ()))
        rng = np.random.default_rng(chosen)
        return qmc.Sobol(self.dimension, scramble=self.scramble, bits=self.MAXBIT, seed=rng)

    @property
    def num_generated(self) -> int:
        """How many points were drawn or passed over."""
        return self._points.num_generated

    def draw(self, n: int = 1, out: Any = None, dtype: Any = None) -> tl.Tensor:
        """The next points.

        Parameters
        ----------
        n : int
        out : Tensor, optional
            Where they are put; takes their shape.
        dtype : dtype, optional
            Of the result; by default the default dtype.

        Returns
        -------
        Tensor (n, dimension)

        Raises
        ------
        ValueError
            If more than 2**30 points would have been drawn.
        """
        _refuse_in_plans("draw()")
        if n < 0:
            raise RuntimeError(expected("draw", "n of at least 0", str(n), "1"))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # of numbers that are no powers of 2
            points = self._points.random(n) if n else np.empty((0, self.dimension))
        found = tl.from_numpy(points).to(tl.get_default_dtype() if dtype is None else dtype)
        return found if out is None else out.resize_(n, self.dimension).copy_(found)

    def draw_base2(self, m: int, out: Any = None, dtype: Any = None) -> tl.Tensor:
        """The next 2**m points, so that their number in all is a power of 2.

        Raises
        ------
        ValueError
            If it is none: with other numbers the points are less even.
        """
        n = 1 << m
        total = self.num_generated + n
        if total & (total - 1):
            raise ValueError(
                "draw_base2: The balance properties of Sobol' points require n to be a power of 2. "
                f"{self.num_generated} points have been previously generated, then: "
                f"n={self.num_generated}+2**{m}={total}; try draw({n})"
            )
        return self.draw(n, out, dtype)

    def reset(self) -> "SobolEngine":
        """Begin again, with the same points; returns self."""
        self._points.reset()
        return self

    def fast_forward(self, n: int) -> "SobolEngine":
        """Pass over points; returns self."""
        self._points.fast_forward(n)
        return self

    def __repr__(self) -> str:
        told = [f"dimension={self.dimension}"]
        told += ["scramble=True"] * self.scramble
        told += [] if self.seed is None else [f"seed={self.seed}"]
        return f"SobolEngine({', '.join(told)})"


def _refuse_in_plans(what: str) -> None:
    recorder = interpreters.current()
    if recorder is not None and recorder.active:
        wanted, got = "points that are drawn outside of compiled functions", f"{what} inside"
        raise TraceError(expected("SobolEngine", wanted, got, "an argument that holds them"))


_document(globals(), __all__)
