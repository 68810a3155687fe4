"""Made by `python -m tensorlite.stubs` from what is said where the functions are."""

from builtins import bool as _bool, float as _float, int as _int
from collections.abc import Callable as _Callable, Iterable as _Iterable, Iterator as _Iterator
from collections.abc import Mapping as _Mapping, Sequence as _Sequence
from typing import Any as _Any, Generic as _Generic, Literal as _Literal, Self as _Self
from typing import TypeVar as _TypeVar, overload as _overload

from numpy import ndarray as _ndarray

_F = _TypeVar("_F", bound=_Callable[..., _Any])
_T = _TypeVar("_T")
_T_co = _TypeVar("_T_co", covariant=True)

from ...nn import Module as _Module

_Model = _TypeVar("_Model", bound=_Module)

__all__ = [
    "orthogonal",
    "spectral_norm",
    "weight_norm",
]
def orthogonal(
    module: _Model,
    name: str = 'weight',
    orthogonal_map: str | None = None,
    *,
    use_trivialization: _bool = True,
) -> _Model:
    """Keep a matrix orthogonal: its columns, or its rows where these are fewer, are orthonormal.

    Parameters
    ----------
    module : Module
    name : str
    orthogonal_map : {"matrix_exp", "cayley", "householder"}, optional
        Default: "matrix_exp" for square matrices, else "householder".
    use_trivialization : bool
        Turn from a base that is kept as a buffer; see the reference.

    Returns
    -------
    Module
        The module.

    References
    ----------
    Lezcano-Casado 2019, "Trivializations for Gradient-Based Optimization on Manifolds",
    arXiv:1909.09501.

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.utils.parametrizations.orthogonal(tl.nn.Linear(4, 4))
    >>> bool(tl.allclose(layer.weight.mT @ layer.weight, tl.eye(4), atol=1e-6))
    True
    """
def spectral_norm(
    module: _Model,
    name: str = 'weight',
    n_power_iterations: _int = 1,
    eps: _float = 1e-12,
    dim: _int | None = None,
) -> _Model:
    """Divide a weight by its largest singular value, as estimated by power iterations.

    Parameters
    ----------
    module : Module
    name : str
    n_power_iterations : int
        In training, at each access.
    eps : float
    dim : int, optional
        The dim of outputs; 0, or 1 for transposed convolutions.

    Returns
    -------
    Module
        The module.

    Raises
    ------
    IndexError
        If `dim` is out of range.

    References
    ----------
    Miyato et al. 2018, "Spectral Normalization for Generative Adversarial Networks",
    arXiv:1802.05957.

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.utils.parametrizations.spectral_norm(tl.nn.Linear(20, 40)).eval()
    >>> 0.9 < tl.linalg.matrix_norm(layer.weight, 2).item() < 1.2
    True
    """
def weight_norm(module: _Model, name: str = 'weight', dim: _int | None = 0) -> _Model:
    """Train the length and the direction of a weight apart.

    Parameters
    ----------
    module : Module
    name : str
    dim : int or None
        The dim whose slices have a length each; None: one for all.

    Returns
    -------
    Module
        The module, with ``parametrizations.<name>.original0`` (g) and ``original1`` (v).

    Raises
    ------
    IndexError
        If `dim` is out of range.

    References
    ----------
    Salimans, Kingma 2016, "Weight Normalization", arXiv:1602.07868.

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.utils.parametrizations.weight_norm(tl.nn.Linear(20, 40))
    >>> layer.parametrizations.weight.original0.shape
    tensorlite.Size([40, 1])
    """
