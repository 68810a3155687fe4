"""Vectors and matrices: multivariate normal, Wishart, Cholesky factors of correlations."""

import math
from collections.abc import Sequence

import tensorlite as tl

from ..annotations import Operand
from ..tensor import Tensor
from . import constraints
from .base import LOG_2PI, Distribution, ExponentialFamily
from .draws import log_gamma
from .gammas import Beta
from .utils import broadcast_all, lazy_property


def _times(matrix, vector):
    return (matrix @ vector.unsqueeze(-1)).squeeze(-1)


def mahalanobis(tril: Tensor, x: Tensor) -> Tensor:
    """x^T (L L^T)^-1 x for lower triangular L, batches of both broadcast."""
    shape = tl.broadcast_shapes(tril.shape[:-2], x.shape[:-1])
    n = x.shape[-1]
    left = tril.expand((*shape, n, n))
    right = x.expand((*shape, n)).unsqueeze(-1)
    return tl.linalg.solve_triangular(left, right, upper=False).square().sum((-2, -1))


def _tril_of_precision(precision):
    """The Cholesky factor of the inverse of a matrix."""
    turned = tl.linalg.cholesky(precision.flip((-2, -1)))
    upper = turned.flip((-2, -1)).mT
    eye = tl.eye(precision.shape[-1], dtype=precision.dtype, device=precision.device)
    return tl.linalg.solve_triangular(upper, eye.expand(upper.shape), upper=False)


def log_diagonal(matrix: Tensor) -> Tensor:
    """The sum of the logarithms of a diagonal."""
    return matrix.diagonal(0, -2, -1).log().sum(-1)


def _one_of(**matrices):
    """The name and the value of the one that is given."""
    given = {name: x for name, x in matrices.items() if x is not None}
    if len(given) != 1:
        raise ValueError(
            "Exactly one of covariance_matrix or precision_matrix or scale_tril may be "
            "specified."
        )
    ((name, matrix),) = given.items()
    if matrix.ndim < 2:
        raise ValueError(f"{name} must be at least two-dimensional, with optional batches")
    return name, matrix


class _OfMatrix:
    """What is given by a positive definite matrix, its inverse or its Cholesky factor."""

    def _factorise(self, name, matrix, batch):
        """Remember the factor by which all is computed."""
        shape = *batch, *matrix.shape[-2:]
        factors = {"covariance_matrix": tl.linalg.cholesky, "precision_matrix": _tril_of_precision}
        tril = factors[name](matrix) if name in factors else matrix
        self._unbroadcasted_scale_tril = tril.expand(shape)

    @lazy_property
    def scale_tril(self) -> Tensor:
        """The Cholesky factor of the matrix."""
        return self._unbroadcasted_scale_tril

    @lazy_property
    def covariance_matrix(self) -> Tensor:
        """The matrix."""
        tril = self._unbroadcasted_scale_tril
        return tril @ tril.mT

    @lazy_property
    def precision_matrix(self) -> Tensor:
        """The inverse of the matrix."""
        return tl.cholesky_inverse(self._unbroadcasted_scale_tril)


class MultivariateNormal(_OfMatrix, Distribution):
    """
    The normal distribution of vectors.

    Parameters
    ----------
    loc : Tensor (..., D)
    covariance_matrix, precision_matrix, scale_tril : Tensor (..., D, D)
        One of them; the last is lower triangular.

    Examples
    --------
    >>> import tensorlite as tl
    >>> d = tl.distributions.MultivariateNormal(tl.zeros(2), tl.eye(2))
    >>> d.log_prob(tl.zeros(2))
    tensor(-1.8379)
    """

    has_rsample = True
    support = constraints.real_vector
    arg_constraints = {
        "loc": constraints.real_vector,
        "covariance_matrix": constraints.positive_definite,
        "precision_matrix": constraints.positive_definite,
        "scale_tril": constraints.lower_cholesky,
    }
    parameters = ("_unbroadcasted_scale_tril",)

    def __init__(
        self,
        loc: Tensor,
        covariance_matrix: Tensor | None = None,
        precision_matrix: Tensor | None = None,
        scale_tril: Tensor | None = None,
        validate_args: bool | None = None,
    ) -> None:
        if loc.ndim < 1:
            raise ValueError("loc must be at least one-dimensional.")
        name, matrix = _one_of(
            covariance_matrix=covariance_matrix, precision_matrix=precision_matrix,
            scale_tril=scale_tril,
        )  # fmt: skip
        batch = tl.broadcast_shapes(matrix.shape[:-2], loc.shape[:-1])
        self.__dict__[name] = matrix.expand((*batch, *matrix.shape[-2:]))
        self.loc = loc.expand((*batch, loc.shape[-1]))
        super().__init__(batch, self.loc.shape[-1:], validate_args=validate_args)
        self._factorise(name, matrix, batch)

    @property
    def mean(self) -> Tensor:
        return self.loc

    @property
    def mode(self) -> Tensor:
        return self.loc

    @property
    def variance(self) -> Tensor:
        return self._unbroadcasted_scale_tril.square().sum(-1)

    def rsample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        shape = self._extended_shape(sample_shape)
        z = tl.randn(shape, dtype=self.loc.dtype, device=self.loc.device)
        return self.loc + _times(self._unbroadcasted_scale_tril, z)

    def log_prob(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        distance = mahalanobis(self._unbroadcasted_scale_tril, value - self.loc)
        half = log_diagonal(self._unbroadcasted_scale_tril)
        return -0.5 * (self._event_shape[0] * LOG_2PI + distance) - half

    def entropy(self) -> Tensor:
        half = log_diagonal(self._unbroadcasted_scale_tril)
        return 0.5 * self._event_shape[0] * (1.0 + LOG_2PI) + half


class LowRankMultivariateNormal(Distribution):
    """
    A normal vector with covariance W W^T + D for few columns W and a diagonal D.

    Parameters
    ----------
    loc : Tensor (..., D)
    cov_factor : Tensor (..., D, K)
    cov_diag : Tensor (..., D)
    """

    has_rsample = True
    support = constraints.real_vector
    arg_constraints = {
        "loc": constraints.real_vector,
        "cov_factor": constraints.independent(constraints.real, 2),
        "cov_diag": constraints.independent(constraints.positive, 1),
    }
    parameters = ("_capacitance_tril",)

    def __init__(
        self, loc: Tensor, cov_factor: Tensor, cov_diag: Tensor, validate_args: bool | None = None
    ) -> None:
        if loc.ndim < 1:
            raise ValueError("loc must be at least one-dimensional.")
        event = loc.shape[-1:]
        if cov_factor.ndim < 2:
            raise ValueError("cov_factor must be at least two-dimensional, with optional batches")
        if cov_factor.shape[-2:-1] != event:
            raise ValueError(f"cov_factor must be a batch of matrices with shape {event[0]} x m")
        if cov_diag.shape[-1:] != event:
            raise ValueError(f"cov_diag must be a batch of vectors with shape {tuple(event)}")
        batch = tl.broadcast_shapes(loc.shape[:-1], cov_factor.shape[:-2], cov_diag.shape[:-1])
        self.loc = loc.expand((*batch, *event))
        self.cov_factor = cov_factor.expand((*batch, *cov_factor.shape[-2:]))
        self.cov_diag = cov_diag.expand((*batch, *event))
        super().__init__(batch, event, validate_args=validate_args)
        self._capacitance_tril = tl.linalg.cholesky(self._capacitance())

    def _scaled(self):
        """W^T D^-1."""
        return self.cov_factor.mT / self.cov_diag.unsqueeze(-2)

    def _capacitance(self):
        """I + W^T D^-1 W."""
        k = self.cov_factor.shape[-1]
        eye = tl.eye(k, dtype=self.loc.dtype, device=self.loc.device)
        return eye + self._scaled() @ self.cov_factor

    @property
    def mean(self) -> Tensor:
        return self.loc

    @property
    def mode(self) -> Tensor:
        return self.loc

    @lazy_property
    def variance(self) -> Tensor:
        """The variance."""
        return self.cov_factor.square().sum(-1) + self.cov_diag

    @lazy_property
    def covariance_matrix(self) -> Tensor:
        """The covariance."""
        return self.cov_factor @ self.cov_factor.mT + self.cov_diag.diag_embed()

    @lazy_property
    def scale_tril(self) -> Tensor:
        """The Cholesky factor of the covariance."""
        return tl.linalg.cholesky(self.covariance_matrix)

    @lazy_property
    def precision_matrix(self) -> Tensor:
        """The inverse of the covariance, by Woodbury."""
        a = tl.linalg.solve_triangular(self._capacitance_tril, self._scaled(), upper=False)
        return self.cov_diag.reciprocal().diag_embed() - a.mT @ a

    def rsample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        shape = self._extended_shape(sample_shape)
        kind, place = self.loc.dtype, self.loc.device
        few = tl.randn((*shape[:-1], self.cov_factor.shape[-1]), dtype=kind, device=place)
        each = tl.randn(shape, dtype=kind, device=place)
        return self.loc + _times(self.cov_factor, few) + self.cov_diag.sqrt() * each

    def _log_det(self):
        return 2 * log_diagonal(self._capacitance_tril) + self.cov_diag.log().sum(-1)

    def log_prob(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        distance = value - self.loc
        whole = (distance.square() / self.cov_diag).sum(-1)
        found = whole - mahalanobis(self._capacitance_tril, _times(self._scaled(), distance))
        return -0.5 * (self._event_shape[0] * LOG_2PI + self._log_det() + found)

    def entropy(self) -> Tensor:
        return 0.5 * (self._event_shape[0] * (1.0 + LOG_2PI) + self._log_det())


class Wishart(_OfMatrix, ExponentialFamily):
    """
    The distribution of df times the covariance of df normal vectors.

    Samples by Bartlett's decomposition. Smith, Hocking 1972, "Algorithm AS 53".
    """

    has_rsample = True
    support = constraints.positive_definite
    arg_constraints = {
        "covariance_matrix": constraints.positive_definite,
        "precision_matrix": constraints.positive_definite,
        "scale_tril": constraints.lower_cholesky,
        "df": constraints.greater_than(0),
    }
    parameters = ("_unbroadcasted_scale_tril",)

    def __init__(
        self,
        df: Operand,
        covariance_matrix: Tensor | None = None,
        precision_matrix: Tensor | None = None,
        scale_tril: Tensor | None = None,
        validate_args: bool | None = None,
    ) -> None:
        name, matrix = _one_of(
            covariance_matrix=covariance_matrix, precision_matrix=precision_matrix,
            scale_tril=scale_tril,
        )  # fmt: skip
        df = df if isinstance(df, tl.Tensor) else tl.tensor(df, dtype=matrix.dtype)
        batch = tl.broadcast_shapes(df.shape, matrix.shape[:-2])
        event = matrix.shape[-2:]
        if bool((df <= event[-1] - 1).any()):
            raise ValueError(
                f"Value of df={df} expected to be greater than ndim - 1 = {event[-1] - 1}."
            )
        self.df = df.expand(batch)
        self.__dict__[name] = matrix.expand((*batch, *event))
        super().__init__(batch, event, validate_args=validate_args)
        self._factorise(name, matrix, batch)

    @property
    def _wide(self):
        return self.df.reshape((*self._batch_shape, 1, 1))

    @property
    def mean(self) -> Tensor:
        return self._wide * self.covariance_matrix

    @property
    def mode(self) -> Tensor:
        factor = self._wide - self._event_shape[-1] - 1
        found = factor * self.covariance_matrix
        return found.masked_fill(factor <= 0, math.nan)

    @property
    def variance(self) -> Tensor:
        v = self.covariance_matrix
        diagonal = v.diagonal(0, -2, -1)
        return self._wide * (v.square() + diagonal.unsqueeze(-1) * diagonal.unsqueeze(-2))

    def rsample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        shape = self._extended_shape(sample_shape)
        p = shape[-1]
        places = tl.arange(p, dtype=self.df.dtype, device=self.df.device)
        halves = ((self.df.unsqueeze(-1) - places) / 2).expand(shape[:-1])
        diagonal = (log_gamma(halves) / 2).exp() * math.sqrt(2)
        below = tl.randn(shape, dtype=self.df.dtype, device=self.df.device).tril(-1)
        chol = self._unbroadcasted_scale_tril @ (below + diagonal.diag_embed())
        return chol @ chol.mT

    def log_prob(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        p, nu = self._event_shape[-1], self.df
        log_det = 2 * log_diagonal(tl.linalg.cholesky(value))
        trace = tl.cholesky_solve(value, self._unbroadcasted_scale_tril.expand(
            tl.broadcast_shapes(value.shape, self._unbroadcasted_scale_tril.shape)))  # fmt: skip
        return (
            -nu * (p * math.log(2) / 2 + log_diagonal(self._unbroadcasted_scale_tril))
            - (nu / 2).mvlgamma(p)
            + (nu - p - 1) / 2 * log_det
            - trace.diagonal(0, -2, -1).sum(-1) / 2
        )

    def _digammas(self):
        p = self._event_shape[-1]
        places = tl.arange(p, dtype=self.df.dtype, device=self.df.device) / 2
        return ((self.df / 2).unsqueeze(-1) - places).digamma().sum(-1)

    def entropy(self) -> Tensor:
        p, nu = self._event_shape[-1], self.df
        half = log_diagonal(self._unbroadcasted_scale_tril)
        return (
            (p + 1) * (p * math.log(2) / 2 + half)
            + (nu / 2).mvlgamma(p)
            - (nu - p - 1) / 2 * self._digammas()
            + nu * p / 2
        )


class LKJCholesky(Distribution):
    """
    Cholesky factors of correlation matrices, with density det ** (concentration - 1).

    Samples by the onion method. Lewandowski, Kurowicka, Joe 2009, "Generating random correlation
    matrices based on vines and extended onion method".
    """

    support = constraints.corr_cholesky
    arg_constraints = {"concentration": constraints.positive}

    def __init__(
        self, dim: int, concentration: Operand = 1.0, validate_args: bool | None = None
    ) -> None:
        if dim < 2:
            raise ValueError(
                f"Expected dim to be an integer greater than or equal to 2. Found {dim}"
            )
        self.dim = dim
        (self.concentration,) = broadcast_all(concentration)
        super().__init__(self.concentration.shape, (dim, dim), validate_args)

    def _beta(self):
        c = self.concentration.unsqueeze(-1)
        offset = tl.arange(self.dim - 1, dtype=c.dtype, device=c.device)
        offset = tl.cat([offset.new_zeros(1), offset])
        return Beta(0.5 * (offset + 1), c + 0.5 * (self.dim - 2 - offset), validate_args=False)

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        with tl.no_grad():
            y = self._beta().sample(sample_shape).unsqueeze(-1)
            shape = self._extended_shape(sample_shape)
            c = self.concentration
            u = tl.randn(shape, dtype=c.dtype, device=c.device).tril(-1)
            norm = u.square().sum(-1, keepdim=True).sqrt()
            first = tl.zeros_like(norm)
            first[..., 0, :] = 1.0
            sphere = u / (norm + first)
            first_row = tl.arange(self.dim, device=y.device).reshape(-1, 1) == 0
            w = y.sqrt().masked_fill(first_row, 0.0) * sphere
            eps = tl.finfo(w.dtype).tiny
            rest = (1 - w.square().sum(-1)).clamp(min=eps).sqrt()
            return w + rest.diag_embed()

    def log_prob(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        diagonal = value.diagonal(0, -2, -1)[..., 1:]
        c = self.concentration
        order = tl.arange(2, self.dim + 1, dtype=c.dtype, device=c.device)
        order = 2 * (c - 1).unsqueeze(-1) + self.dim - order
        plain = (order * diagonal.log()).sum(-1)
        alpha = c + 0.5 * (self.dim - 1)
        norm = (alpha - 0.5).mvlgamma(self.dim - 1) - alpha.lgamma() * (self.dim - 1)
        norm = norm + 0.5 * (self.dim - 1) * math.log(math.pi)
        return plain - norm


__all__ = ["LKJCholesky", "LowRankMultivariateNormal", "MultivariateNormal", "Wishart"]
