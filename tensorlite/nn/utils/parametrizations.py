"""Often used parametrizations, under PyTorch's names: orthogonal, spectral and weight norm."""

from __future__ import annotations

import tensorlite as tl

from ...absent import listing as _listing
from ...gate import gate_all
from ...tensor import Tensor
from .. import functional as F
from ..module import Model, Module
from . import parametrize

__all__ = ["orthogonal", "spectral_norm", "weight_norm"]

_MAPS = ("matrix_exp", "cayley", "householder")


def _identity(n, like):
    return tl.eye(n, dtype=like.dtype, device=like.device)


def _is_orthogonal(q):
    n, k = q.shape[-2:]
    return tl.allclose(q.mH @ q, _identity(k, q), atol=10.0 * n * tl.finfo(q.dtype).eps)


def _orthogonal_part(x):
    """Q of the QR decomposition in which R has a positive diagonal."""
    q, r = tl.linalg.qr(x)
    sign = r.diagonal(dim1=-2, dim2=-1).sgn()
    return q * tl.where(sign == 0, tl.ones_like(sign), sign).unsqueeze(-2)


class _Orthogonal(Module):
    """Any matrix to one with orthonormal columns, or rows where these are fewer."""

    def __init__(self, weight, orthogonal_map, *, use_trivialization=True):
        super().__init__()
        if orthogonal_map == "householder" and weight.is_complex():
            raise ValueError(
                "orthogonal: The householder parametrization does not support complex tensors; "
                f"got {weight.dtype}; try orthogonal_map='matrix_exp'"
            )
        self.shape, self.orthogonal_map = weight.shape, orthogonal_map
        if use_trivialization:
            self.register_buffer("base", None)

    def forward(self, X):
        """The orthogonal matrix."""
        wide = X.shape[-2] < X.shape[-1]
        x = X.mT if wide else X
        if self.orthogonal_map == "householder":
            q = self._of_reflections(x)
        else:
            q = self._of_skew(x)
        if hasattr(self, "base"):
            q = self.base @ q
        return q.mT if wide else q

    def _of_reflections(self, x):
        """A product of reflections; the diagonal says which columns are turned round."""
        vectors = x.tril(-1)
        tau = 2.0 / (1.0 + (vectors * vectors).sum(-2))
        q = tl.linalg.householder_product(vectors, tau)
        return q * x.detach().diagonal(dim1=-2, dim2=-1).to(tl.int32).unsqueeze(-2)

    def _of_skew(self, x):
        """The exponential, or the Cayley map, of a skew-Hermitian matrix."""
        n, k = x.shape[-2:]
        x = F.pad(x.tril(), (0, n - k))
        skew = x - x.mH
        if self.orthogonal_map == "matrix_exp":
            q = tl.linalg.matrix_exp(skew)
        else:
            one = _identity(n, skew)
            q = tl.linalg.solve(one - 0.5 * skew, one + 0.5 * skew)
        return q[..., :k]

    @tl.no_grad()
    def right_inverse(self, Q):
        """What gives this matrix, or its orthogonal part."""
        if Q.shape != self.shape:
            raise ValueError(
                f"Expected a matrix or batch of matrices of shape {tuple(self.shape)}. Got a "
                f"tensor of shape {tuple(Q.shape)}."
            )
        wide = Q.shape[-2] < Q.shape[-1]
        q = Q.mT if wide else Q
        if not hasattr(self, "base"):
            return self._reflections(q, wide)
        n, k = q.shape[-2:]
        if n == k:
            self.base = q.clone() if _is_orthogonal(q) else _orthogonal_part(q)
        else:
            more = tl.randn(*q.shape[:-2], n, n - k, dtype=q.dtype, device=q.device)
            self.base = _orthogonal_part(tl.cat([q, more], -1))
        start = tl.zeros_like(Q, requires_grad=False)
        start.diagonal(dim1=-2, dim2=-1).fill_(-1.0)
        return start

    def _reflections(self, q, wide):
        if self.orthogonal_map != "householder":
            raise NotImplementedError(
                "It is not possible to assign to the matrix exponential or the Cayley "
                "parametrizations when use_trivialization=False."
            )
        a, tau = tl.geqrf(q)
        diagonal = a.diagonal(dim1=-2, dim2=-1)
        diagonal.copy_(tl.where(tau == 0, -diagonal.sign(), diagonal.sign()))
        return a.mT if wide else a


def _tensor_of(module, name):
    weight = getattr(module, name, None)
    if not isinstance(weight, Tensor):
        raise ValueError(f"Module '{module}' has no parameter or buffer with name '{name}'")
    return weight


def orthogonal(
    module: Model,
    name: str = "weight",
    orthogonal_map: str | None = None,
    *,
    use_trivialization: bool = True,
) -> Model:
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
    weight = _tensor_of(module, name)
    if weight.ndim < 2:
        raise ValueError(
            f"Expected a matrix or batch of matrices. Got a tensor of {weight.ndim} dimensions."
        )
    if orthogonal_map is None:
        square = weight.shape[-2] == weight.shape[-1]
        orthogonal_map = "matrix_exp" if square else "householder"
    if orthogonal_map not in _MAPS:
        raise ValueError(
            f'orthogonal_map has to be one of {", ".join(_MAPS)}. Got: {orthogonal_map}'
        )
    made = _Orthogonal(weight, orthogonal_map, use_trivialization=use_trivialization)
    return parametrize.register_parametrization(module, name, made, unsafe=True)


def norm_except(x, dim):
    """The norms of the slices along a dim, as a tensor that broadcasts; dim -1: of all of it."""
    if dim == -1:
        return x.norm()
    others = [d for d in range(x.ndim) if d != dim]
    return x.square().sum(others, keepdim=True).sqrt() if others else x.abs()


class _WeightNorm(Module):
    """A length and a direction to a tensor."""

    def __init__(self, dim=0):
        super().__init__()
        self.dim = -1 if dim is None else dim

    def forward(self, weight_g, weight_v):
        """The direction, made as long as that."""
        return weight_v * (weight_g / norm_except(weight_v, self.dim))

    def right_inverse(self, weight):
        """Length and direction."""
        return norm_except(weight, self.dim), weight


def weight_norm(module: Model, name: str = "weight", dim: int | None = 0) -> Model:
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
    parametrize.register_parametrization(module, name, _WeightNorm(dim), unsafe=True)

    def older_names(module, state_dict, prefix, *_):
        keys = [f"{prefix}{name}_g", f"{prefix}{name}_v"]
        if all(key in state_dict for key in keys):
            for number, key in enumerate(keys):
                place = f"{prefix}parametrizations.{name}.original{number}"
                state_dict[place] = state_dict.pop(key)

    module.register_load_state_dict_pre_hook(older_names)
    return module


class _SpectralNorm(Module):
    """A tensor over its largest singular value, which power iterations estimate."""

    def __init__(self, weight, n_power_iterations=1, dim=0, eps=1e-12):
        super().__init__()
        ndim = weight.ndim
        if not -ndim <= dim < ndim:
            raise IndexError(
                f"Dimension out of range (expected to be in range of [-{ndim}, {ndim - 1}] but got "
                f"{dim})"
            )
        if n_power_iterations <= 0:
            raise ValueError(
                "Expected n_power_iterations to be positive, but got "
                f"n_power_iterations={n_power_iterations}"
            )
        self.dim, self.eps = dim % ndim, eps
        if ndim > 1:
            self.n_power_iterations = n_power_iterations
            with tl.no_grad():
                matrix = self._matrix(weight)
                for name, size in zip(("_u", "_v"), matrix.shape, strict=True):
                    start = matrix.new_empty(size).normal_(0, 1)
                    self.register_buffer(name, F.normalize(start, dim=0, eps=eps))
                self._iterate(matrix, 15)

    def _matrix(self, weight):
        return weight.movedim(self.dim, 0).flatten(1)

    @tl.no_grad()
    def _iterate(self, matrix, count):
        for _ in range(count):
            self._u.copy_(F.normalize(matrix @ self._v, dim=0, eps=self.eps))
            self._v.copy_(F.normalize(matrix.mH @ self._u, dim=0, eps=self.eps))

    def forward(self, weight):
        """The tensor, whose largest singular value is about 1."""
        if weight.ndim == 1:
            return F.normalize(weight, dim=0, eps=self.eps)
        matrix = self._matrix(weight)
        if self.training:
            self._iterate(matrix, self.n_power_iterations)
        # copies: a later call changes the vectors, which backward of this one needs
        u, v = self._u.clone(), self._v.clone()
        return weight / tl.vdot(u, matrix @ v)

    def right_inverse(self, value):
        """The tensor itself."""
        return value


def spectral_norm(
    module: Model,
    name: str = "weight",
    n_power_iterations: int = 1,
    eps: float = 1e-12,
    dim: int | None = None,
) -> Model:
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
    weight = _tensor_of(module, name)
    if dim is None:
        dim = 1 if "ConvTranspose" in type(module).__name__ else 0
    made = _SpectralNorm(weight, n_power_iterations, dim, eps)
    return parametrize.register_parametrization(module, name, made)


gate_all(globals(), __all__)
__dir__ = _listing(__name__)
