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

from ..distributions.categorical import ExpRelaxedCategorical as _ExpRelaxedCategorical
from ..distributions.constraints import Constraint as _Constraint
from ..distributions.registry import ConstraintRegistry as _ConstraintRegistry
from ..shapes import Size as _Size
from ..tensor import Tensor
from typing import ClassVar as _ClassVar

__all__ = [
    "AbsTransform",
    "AffineTransform",
    "Bernoulli",
    "Beta",
    "Binomial",
    "CatTransform",
    "Categorical",
    "Cauchy",
    "Chi2",
    "ComposeTransform",
    "ContinuousBernoulli",
    "CorrCholeskyTransform",
    "CumulativeDistributionTransform",
    "Dirichlet",
    "Distribution",
    "ExpTransform",
    "Exponential",
    "ExponentialFamily",
    "FisherSnedecor",
    "Gamma",
    "GeneralizedPareto",
    "Geometric",
    "Gumbel",
    "HalfCauchy",
    "HalfNormal",
    "Independent",
    "IndependentTransform",
    "InverseGamma",
    "Kumaraswamy",
    "LKJCholesky",
    "Laplace",
    "LogNormal",
    "LogisticNormal",
    "LogitRelaxedBernoulli",
    "LowRankMultivariateNormal",
    "LowerCholeskyTransform",
    "MixtureSameFamily",
    "Multinomial",
    "MultivariateNormal",
    "NegativeBinomial",
    "Normal",
    "OneHotCategorical",
    "OneHotCategoricalStraightThrough",
    "Pareto",
    "Poisson",
    "PositiveDefiniteTransform",
    "PowerTransform",
    "RelaxedBernoulli",
    "RelaxedOneHotCategorical",
    "ReshapeTransform",
    "SigmoidTransform",
    "SoftmaxTransform",
    "SoftplusTransform",
    "StackTransform",
    "StickBreakingTransform",
    "StudentT",
    "TanhTransform",
    "Transform",
    "TransformedDistribution",
    "Uniform",
    "VonMises",
    "Weibull",
    "Wishart",
    "biject_to",
    "constraints",
    "identity_transform",
    "kl_divergence",
    "register_kl",
    "transform_to",
    "transforms",
]
class Distribution:
    """A distribution of values, or a batch of them.

    Parameters
    ----------
    batch_shape : sequence of int, default ()
    event_shape : sequence of int, default ()
    validate_args : bool, optional
        Whether arguments and values are checked.

    Attributes
    ----------
    batch_shape, event_shape : Size
        Of the distributions, and of one value.
    arg_constraints : dict of str to Constraint
        What parameters may be.
    support : Constraint
        What values are possible.
    has_rsample : bool
        Whether samples have gradients with respect to parameters.

    Examples
    --------
    >>> tl.distributions.Distribution()
    Distribution()
    """
    def __init__(
        self,
        batch_shape: _Sequence[_int] = (),
        event_shape: _Sequence[_int] = (),
        validate_args: _bool | None = None,
    ) -> None: ...
    def __repr__(self) -> str: ...
    arg_constraints: _ClassVar[dict[_Any, _Any]]
    @property
    def batch_shape(self) -> _Size:
        """The shape of the distributions."""
    def cdf(self, value: Tensor) -> Tensor:
        """The probability of at most a value.

        Parameters
        ----------
        value : Tensor (...)
            The number, or the tensor of values.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.distributions.Normal(0.0, 1.0).cdf(tl.tensor([0.0, 1.0]))
        tensor([0.5000, 0.8413])
        """
    def entropy(self) -> Tensor:
        """The entropy in nats.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.distributions.Normal(0.0, 1.0).entropy()
        tensor(1.4189)
        """
    def enumerate_support(self, expand: _bool = True) -> Tensor:
        """All values of a discrete distribution along a new first dim.

        Parameters
        ----------
        expand : bool, default True

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.distributions.Bernoulli(0.3).enumerate_support()
        tensor([0., 1.])
        """
    @property
    def event_shape(self) -> _Size:
        """The shape of one value."""
    def expand(self, batch_shape: _Sequence[_int], _instance: _Self | None = None) -> _Self:
        """The same distribution with a larger batch shape, whose parameters are views.

        Parameters
        ----------
        batch_shape : sequence of int

        Returns
        -------
        Distribution

        Examples
        --------
        >>> tl.distributions.Normal(0.0, 1.0).expand((2, 3)).batch_shape
        tensorlite.Size([2, 3])
        """
    def icdf(self, value: Tensor) -> Tensor:
        """The value up to which there is this probability.

        Parameters
        ----------
        value : Tensor (...)
            Probabilities.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.distributions.Normal(0.0, 1.0).icdf(tl.tensor([0.5, 0.9]))
        tensor([0.0000, 1.2816])
        """
    def log_prob(self, value: Tensor) -> Tensor:
        """The logarithm of the density, or probability, at a value.

        Parameters
        ----------
        value : Tensor (...)
            The number, or the tensor of values.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.distributions.Normal(0.0, 1.0).log_prob(tl.tensor([0.0, 1.0]))
        tensor([-0.9189, -1.4189])
        """
    @property
    def mean(self) -> Tensor:
        """The mean."""
    @property
    def mode(self) -> Tensor:
        """The most probable value."""
    parameters: _ClassVar[tuple[str, ...]]
    def perplexity(self) -> Tensor:
        """exp(entropy).

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.distributions.Categorical(tl.ones(4)).perplexity()
        tensor(4.)
        """
    def rsample(self, sample_shape: _Sequence[_int] = ()) -> Tensor:
        """Values with gradients with respect to the parameters.

        Parameters
        ----------
        sample_shape : sequence of int, default ()
            How many samples, as a shape before that of one.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> loc = tl.zeros(3, requires_grad=True)
        >>> tl.distributions.Normal(loc, 1.0).rsample().sum().backward()
        >>> loc.grad
        tensor([1., 1., 1.])
        """
    def sample(self, sample_shape: _Sequence[_int] = ()) -> Tensor:
        """Values (*sample_shape, *batch_shape, *event_shape) without gradients.

        Parameters
        ----------
        sample_shape : sequence of int, default ()
            How many samples, as a shape before that of one.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.distributions.Normal(0.0, 1.0).sample((2, 3)).shape
        tensorlite.Size([2, 3])
        """
    def sample_n(self, n: _int) -> Tensor:
        """n values.

        Parameters
        ----------
        n : int
            How many samples.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.distributions.Normal(tl.zeros(3), 1.0).sample_n(2).shape
        tensorlite.Size([2, 3])
        """
    @staticmethod
    def set_default_validate_args(value: _bool) -> None:
        """Whether arguments are checked where it is not said.
    
        Parameters
        ----------
        value : bool
            Whether what is made from now on checks.
    
        Returns
        -------
        None
    
        Examples
        --------
        >>> tl.distributions.Distribution.set_default_validate_args(True)  # the default
        """
    @property
    def stddev(self) -> Tensor:
        """The standard deviation."""
    support: _Any
    @property
    def variance(self) -> Tensor:
        """The variance."""

class Transform:
    """A map from a domain to a codomain.

    Parameters
    ----------
    cache_size : int
        1 keeps the last pair, so that the inverse of a result is exact.

    Attributes
    ----------
    domain, codomain : Constraint
    bijective : bool
        Whether it has an inverse.
    sign : Tensor or int
        Of the slope, where it is monotonous.

    Examples
    --------
    >>> tl.distributions.Transform()
    Transform()
    """
    def __call__(self, x: Tensor) -> Tensor: ...
    def __eq__(self, other: object) -> _bool: ...
    def __init__(self, cache_size: _int = 0) -> None: ...
    def __repr__(self) -> str: ...
    codomain: _Any
    domain: _Any
    @property
    def event_dim(self) -> _int:
        """The event dim of domain and codomain, where it is the same."""
    def forward_shape(self, shape: _Sequence[_int]) -> _Sequence[_int]:
        """The shape of the result for an input of a shape.

        Parameters
        ----------
        shape : sequence of int
            The shape: integers, or one sequence of them; one may be -1.

        Returns
        -------
        sequence of int

        Examples
        --------
        >>> tl.distributions.ReshapeTransform((2, 3), (6,)).forward_shape((5, 2, 3))
        tensorlite.Size([5, 6])
        """
    @property
    def inv(self) -> Transform:
        """The inverse transform."""
    def inverse_shape(self, shape: _Sequence[_int]) -> _Sequence[_int]:
        """The shape of the input for a result of a shape.

        Parameters
        ----------
        shape : sequence of int
            The shape: integers, or one sequence of them; one may be -1.

        Returns
        -------
        sequence of int

        Examples
        --------
        >>> tl.distributions.ReshapeTransform((2, 3), (6,)).inverse_shape((5, 6))
        tensorlite.Size([5, 2, 3])
        """
    def log_abs_det_jacobian(self, x: Tensor, y: Tensor) -> Tensor:
        """The logarithm of the absolute determinant of dy / dx.

        Parameters
        ----------
        x : Tensor (...)
        y : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> double = tl.distributions.AffineTransform(0.0, 2.0)
        >>> x = tl.tensor([1.0, 3.0])
        >>> double.log_abs_det_jacobian(x, double(x))
        tensor([0.6931, 0.6931])
        """
    @property
    def sign(self) -> Tensor | _int: ...
    def with_cache(self, cache_size: _int = 1) -> Transform:
        """The same with this cache.

        Parameters
        ----------
        cache_size : int, default 1

        Returns
        -------
        Transform

        Examples
        --------
        >>> tl.distributions.ExpTransform().with_cache(1) == tl.distributions.ExpTransform()
        True
        """

class AbsTransform(Transform):
    """y = |x|.

    Parameters
    ----------
    cache_size : int, default 0

    Examples
    --------
    >>> tl.distributions.AbsTransform()(tl.tensor([0.5, 0.25]))
    tensor([0.5000, 0.2500])
    """

class AffineTransform(Transform):
    """y = loc + scale * x.

    Parameters
    ----------
    loc : Tensor (...) or number
        What is added.
    scale : Tensor (...) or number
        The factor.
    event_dim : int, default 0
    cache_size : int, default 0

    Examples
    --------
    >>> tl.distributions.AffineTransform(0.0, 1.0)(tl.tensor([0.5, 0.25]))
    tensor([0.5000, 0.2500])
    """
    def __init__(
        self,
        loc: Tensor | _float,
        scale: Tensor | _float,
        event_dim: _int = 0,
        cache_size: _int = 0,
    ) -> None: ...
    @property
    def codomain(self) -> _Constraint: ...
    @property
    def domain(self) -> _Constraint: ...
    @property
    def event_dim(self) -> _int: ...
    def forward_shape(self, shape: _Sequence[_int]) -> _Sequence[_int]: ...
    def inverse_shape(self, shape: _Sequence[_int]) -> _Sequence[_int]: ...
    loc: Tensor | _float
    def log_abs_det_jacobian(self, x: Tensor, y: Tensor) -> Tensor: ...
    scale: Tensor | _float

class Categorical(Distribution):
    """One of K classes.

    Parameters
    ----------
    probs : Tensor (..., K), optional
        Divided by their sum.
    logits : Tensor (..., K), optional
        Logarithms of them, up to a constant.
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> import tensorlite as tl
    >>> d = tl.distributions.Categorical(probs=tl.tensor([1.0, 3.0]))
    >>> d.probs
    tensor([0.2500, 0.7500])
    """
    def __init__(
        self,
        probs: Tensor | None = None,
        logits: Tensor | None = None,
        validate_args: _bool | None = None,
    ) -> None: ...
    def entropy(self) -> Tensor: ...
    def enumerate_support(self, expand: _bool = True) -> Tensor: ...
    def log_prob(self, value: Tensor) -> Tensor: ...
    logits: _Any
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    @property
    def param_shape(self) -> _Size:
        """The shape of the parameter."""
    probs: _Any
    def sample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    @property
    def support(self) -> _Constraint: ...
    @property
    def variance(self) -> Tensor: ...

class ComposeTransform(Transform):
    """Several transforms, one after the other.

    Parameters
    ----------
    parts : iterable of Transform
    cache_size : int, default 0

    Examples
    --------
    >>> from tensorlite.distributions import AffineTransform, ComposeTransform, ExpTransform
    >>> both = ComposeTransform([AffineTransform(0.0, 2.0), ExpTransform()])
    >>> both(tl.tensor([0.0, 0.5]))
    tensor([1.0000, 2.7183])
    >>> both.inv(tl.tensor([1.0]))
    tensor([0.])
    """
    def __init__(self, parts: _Iterable[Transform], cache_size: _int = 0) -> None: ...
    @property
    def bijective(self) -> _bool: ...
    @property
    def codomain(self) -> _Constraint: ...
    @property
    def domain(self) -> _Constraint: ...
    def forward_shape(self, shape: _Sequence[_int]) -> _Sequence[_int]: ...
    @property
    def inv(self) -> Transform: ...
    def inverse_shape(self, shape: _Sequence[_int]) -> _Sequence[_int]: ...
    def log_abs_det_jacobian(self, x: Tensor, y: Tensor) -> Tensor: ...
    parts: _Any
    def with_cache(self, cache_size: _int = 1) -> Transform: ...

class CorrCholeskyTransform(Transform):
    """D (D - 1) / 2 numbers as the Cholesky factor of a D x D correlation matrix.

    Parameters
    ----------
    cache_size : int, default 0

    Examples
    --------
    >>> tl.distributions.CorrCholeskyTransform()
    CorrCholeskyTransform()
    """
    def forward_shape(self, shape: _Sequence[_int]) -> _Sequence[_int]: ...
    def inverse_shape(self, shape: _Sequence[_int]) -> _Sequence[_int]: ...
    def log_abs_det_jacobian(self, x: Tensor, y: Tensor) -> Tensor: ...

class CumulativeDistributionTransform(Transform):
    """y = the probability of at most x under a distribution.

    Parameters
    ----------
    distribution : Distribution
    cache_size : int, default 0

    Examples
    --------
    >>> tl.distributions.CumulativeDistributionTransform(1)
    CumulativeDistributionTransform()
    """
    def __init__(self, distribution: Distribution, cache_size: _int = 0) -> None: ...
    distribution: Distribution
    @property
    def domain(self) -> _Constraint: ...
    def log_abs_det_jacobian(self, x: Tensor, y: Tensor) -> Tensor: ...

class ExponentialFamily(Distribution):
    """p(x) = exp(<t(x), natural parameters> - log normalizer(natural parameters)) h(x).

    Its entropy follows from the gradient of the log normalizer. Nielsen, Nock 2010, "Entropies and
    cross-entropies of exponential families".

    Parameters
    ----------
    batch_shape : sequence of int, default ()
    event_shape : sequence of int, default ()
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.ExponentialFamily()
    ExponentialFamily()
    """
    def entropy(self) -> Tensor: ...

class FisherSnedecor(Distribution):
    """The ratio of two chi squares over their degrees of freedom.

    Parameters
    ----------
    df1 : Tensor (...) or number
    df2 : Tensor (...) or number
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.FisherSnedecor(3.0, 4.0).sample((2,)).shape
    tensorlite.Size([2])
    """
    def __init__(
        self,
        df1: Tensor | _float,
        df2: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    df1: Tensor
    df2: Tensor
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    def rsample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    @property
    def variance(self) -> Tensor: ...

class GeneralizedPareto(Distribution):
    """What is above a threshold of most distributions: location, scale and shape.

    Parameters
    ----------
    loc : Tensor (...) or number
        The place of the middle.
    scale : Tensor (...) or number
        The width.
    concentration : Tensor (...) or number
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.GeneralizedPareto(0.0, 1.0, 2.0).sample((2,)).shape
    tensorlite.Size([2])
    """
    def __init__(
        self,
        loc: Tensor | _float,
        scale: Tensor | _float,
        concentration: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    def cdf(self, value: Tensor) -> Tensor: ...
    concentration: Tensor
    def entropy(self) -> Tensor: ...
    def icdf(self, value: Tensor) -> Tensor: ...
    loc: Tensor
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    def rsample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    scale: Tensor
    @property
    def support(self) -> _Constraint: ...
    @property
    def variance(self) -> Tensor: ...

class IndependentTransform(Transform):
    """A transform of which the last dims of a batch are one event.

    Parameters
    ----------
    base_transform : Transform
    reinterpreted_batch_ndims : int
    cache_size : int, default 0

    Examples
    --------
    >>> from tensorlite.distributions import ExpTransform, IndependentTransform
    >>> rows = IndependentTransform(ExpTransform(), 1)
    >>> x = tl.tensor([[1.0, 2.0], [3.0, 4.0]])
    >>> rows.log_abs_det_jacobian(x, rows(x))
    tensor([3., 7.])
    """
    def __init__(
        self,
        base_transform: Transform,
        reinterpreted_batch_ndims: _int,
        cache_size: _int = 0,
    ) -> None: ...
    base_transform: _Any
    @property
    def bijective(self) -> _bool: ...
    @property
    def codomain(self) -> _Constraint: ...
    @property
    def domain(self) -> _Constraint: ...
    def forward_shape(self, shape: _Sequence[_int]) -> _Sequence[_int]: ...
    def inverse_shape(self, shape: _Sequence[_int]) -> _Sequence[_int]: ...
    def log_abs_det_jacobian(self, x: Tensor, y: Tensor) -> Tensor: ...
    reinterpreted_batch_ndims: _int
    def with_cache(self, cache_size: _int = 1) -> Transform: ...

class LKJCholesky(Distribution):
    """Cholesky factors of correlation matrices, with density det ** (concentration - 1).

    Samples by the onion method. Lewandowski, Kurowicka, Joe 2009, "Generating random correlation
    matrices based on vines and extended onion method".

    Parameters
    ----------
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    concentration : Tensor (...) or number, default 1.0
    validate_args : bool, optional
        Whether arguments and values are checked.

    Raises
    ------
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> L = tl.distributions.LKJCholesky(3).sample()
    >>> correlations = L @ L.T
    >>> tl.allclose(correlations.diagonal(), tl.ones(3))
    True
    """
    def __init__(
        self,
        dim: _int,
        concentration: Tensor | _float = 1.0,
        validate_args: _bool | None = None,
    ) -> None: ...
    concentration: Tensor
    dim: _int
    def log_prob(self, value: Tensor) -> Tensor: ...
    def sample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...

class LowRankMultivariateNormal(Distribution):
    """A normal vector with covariance W W^T + D for few columns W and a diagonal D.

    Parameters
    ----------
    loc : Tensor (..., D)
    cov_factor : Tensor (..., D, K)
    cov_diag : Tensor (..., D)
    validate_args : bool, optional
        Whether arguments and values are checked.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> factor, diagonal = tl.tensor([[1.0], [2.0]]), tl.ones(2)
    >>> normal = tl.distributions.LowRankMultivariateNormal(tl.zeros(2), factor, diagonal)
    >>> normal.covariance_matrix
    tensor([[2., 2.],
            [2., 5.]])
    >>> normal.log_prob(tl.zeros(2))
    tensor(-2.7338)
    """
    def __init__(
        self,
        loc: Tensor,
        cov_factor: Tensor,
        cov_diag: Tensor,
        validate_args: _bool | None = None,
    ) -> None: ...
    cov_diag: _Any
    cov_factor: _Any
    def entropy(self) -> Tensor: ...
    loc: _Any
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    def rsample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...

class LowerCholeskyTransform(Transform):
    """Matrices as lower triangular ones with a positive diagonal.

    Parameters
    ----------
    cache_size : int, default 0

    Examples
    --------
    >>> tl.distributions.LowerCholeskyTransform()(tl.eye(2))
    tensor([[2.7183, 0.0000],
            [0.0000, 2.7183]])
    """

class MixtureSameFamily(Distribution):
    """Values of components of one family, chosen by a Categorical.

    Parameters
    ----------
    mixture_distribution : Categorical
    component_distribution : Distribution
        The last dim of whose batch are the components.
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> from tensorlite.distributions import Categorical, MixtureSameFamily, Normal
    >>> parts = Normal(tl.tensor([-1.0, 1.0]), tl.tensor([0.5, 0.5]))
    >>> mixture = MixtureSameFamily(Categorical(tl.tensor([0.25, 0.75])), parts)
    >>> mixture.mean
    tensor(0.5000)
    >>> mixture.log_prob(tl.tensor([-1.0, 1.0]))
    tensor([-1.6111, -0.5134])
    """
    def __init__(
        self,
        mixture_distribution: Categorical,
        component_distribution: Distribution,
        validate_args: _bool | None = None,
    ) -> None: ...
    def cdf(self, x: Tensor) -> Tensor:
        """The probability of values up to `x`.

        Parameters
        ----------
        x : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.distributions.Normal(0.0, 1.0).cdf(tl.tensor([0.0, 1.0]))
        tensor([0.5000, 0.8413])
        """
    @property
    def component_distribution(self) -> Distribution:
        """The components."""
    def expand(self, batch_shape: _Sequence[_int], _instance: _Self | None = None) -> _Self: ...
    def log_prob(self, x: Tensor) -> Tensor:
        """The logarithm of the density at `x`.

        Parameters
        ----------
        x : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> from tensorlite.distributions import Categorical, MixtureSameFamily, Normal
        >>> parts = Normal(tl.tensor([-1.0, 1.0]), tl.tensor([0.5, 0.5]))
        >>> mixture = MixtureSameFamily(Categorical(tl.tensor([0.25, 0.75])), parts)
        >>> mixture.mean
        tensor(0.5000)
        >>> mixture.log_prob(tl.tensor([-1.0, 1.0]))
        tensor([-1.6111, -0.5134])
        """
    @property
    def mean(self) -> Tensor: ...
    @property
    def mixture_distribution(self) -> Categorical:
        """How components are chosen."""
    def sample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    @property
    def support(self) -> _Constraint: ...
    @property
    def variance(self) -> Tensor: ...

class PositiveDefiniteTransform(Transform):
    """Matrices as positive definite ones.

    Parameters
    ----------
    cache_size : int, default 0

    Examples
    --------
    >>> tl.distributions.PositiveDefiniteTransform()(tl.eye(2))
    tensor([[7.3891, 0.0000],
            [0.0000, 7.3891]])
    """

class ReshapeTransform(Transform):
    """The last dims in another shape.

    Parameters
    ----------
    in_shape : sequence of int
    out_shape : sequence of int
    cache_size : int, default 0

    Examples
    --------
    >>> square = tl.distributions.ReshapeTransform((4,), (2, 2))
    >>> square(tl.arange(4.0))
    tensor([[0., 1.],
            [2., 3.]])
    """
    def __init__(
        self,
        in_shape: _Sequence[_int],
        out_shape: _Sequence[_int],
        cache_size: _int = 0,
    ) -> None: ...
    @property
    def codomain(self) -> _Constraint: ...
    @property
    def domain(self) -> _Constraint: ...
    def forward_shape(self, shape: _Sequence[_int]) -> _Sequence[_int]: ...
    in_shape: _Any
    def inverse_shape(self, shape: _Sequence[_int]) -> _Sequence[_int]: ...
    def log_abs_det_jacobian(self, x: Tensor, y: Tensor) -> Tensor: ...
    out_shape: _Any

class SoftmaxTransform(Transform):
    """Numbers as shares: exp, then divided by the sum. Not bijective.

    Parameters
    ----------
    cache_size : int, default 0

    Examples
    --------
    >>> tl.distributions.SoftmaxTransform()(tl.tensor([0.5, 0.25]))
    tensor([0.5622, 0.4378])
    """
    def forward_shape(self, shape: _Sequence[_int]) -> _Sequence[_int]: ...
    def inverse_shape(self, shape: _Sequence[_int]) -> _Sequence[_int]: ...

class StickBreakingTransform(Transform):
    """K numbers as K + 1 shares: each takes its part of what is left of a stick.

    Parameters
    ----------
    cache_size : int, default 0

    Examples
    --------
    >>> tl.distributions.StickBreakingTransform()(tl.tensor([0.5, 0.25]))
    tensor([0.4519, 0.3081, 0.2400])
    """
    def forward_shape(self, shape: _Sequence[_int]) -> _Sequence[_int]: ...
    def inverse_shape(self, shape: _Sequence[_int]) -> _Sequence[_int]: ...
    def log_abs_det_jacobian(self, x: Tensor, y: Tensor) -> Tensor: ...

class StudentT(Distribution):
    """Student's t with `df` degrees of freedom, a location and a scale.

    Parameters
    ----------
    df : Tensor (...) or number
    loc : Tensor (...) or number, default 0.0
        The place of the middle.
    scale : Tensor (...) or number, default 1.0
        The width.
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.StudentT(3.0).sample((2,)).shape
    tensorlite.Size([2])
    """
    def __init__(
        self,
        df: Tensor | _float,
        loc: Tensor | _float = 0.0,
        scale: Tensor | _float = 1.0,
        validate_args: _bool | None = None,
    ) -> None: ...
    df: Tensor
    def entropy(self) -> Tensor: ...
    loc: Tensor
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    def rsample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    scale: Tensor
    @property
    def variance(self) -> Tensor: ...

class TransformedDistribution(Distribution):
    """The distribution of what transforms make of another one's values.

    Parameters
    ----------
    base_distribution : Distribution
    transforms : Transform or list of Transform
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> import tensorlite as tl
    >>> from tensorlite.distributions import ExpTransform, Normal, TransformedDistribution
    >>> TransformedDistribution(Normal(0.0, 1.0), [ExpTransform()]).log_prob(tl.tensor(1.0))
    tensor(-0.9189)
    """
    def __init__(
        self,
        base_distribution: Distribution,
        transforms: Transform | list[Transform],
        validate_args: _bool | None = None,
    ) -> None: ...
    base_dist: _Any
    def cdf(self, value: Tensor) -> Tensor: ...
    def expand(self, batch_shape: _Sequence[_int], _instance: _Self | None = None) -> _Self: ...
    @property
    def has_rsample(self) -> _bool: ...
    def icdf(self, value: Tensor) -> Tensor: ...
    def log_prob(self, value: Tensor) -> Tensor: ...
    def rsample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    def sample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    @property
    def support(self) -> _Constraint: ...
    transforms: Transform | list[Transform]

class Uniform(Distribution):
    """The uniform distribution on [low, high).

    Parameters
    ----------
    low : Tensor (...) or number
    high : Tensor (...) or number
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.Uniform(0.0, 5).sample((2,)).shape
    tensorlite.Size([2])
    """
    def __init__(
        self,
        low: Tensor | _float,
        high: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    def cdf(self, value: Tensor) -> Tensor: ...
    def entropy(self) -> Tensor: ...
    high: Tensor
    def icdf(self, value: Tensor) -> Tensor: ...
    def log_prob(self, value: Tensor) -> Tensor: ...
    low: Tensor
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    def rsample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    @property
    def stddev(self) -> Tensor: ...
    @property
    def support(self) -> _Constraint: ...
    @property
    def variance(self) -> Tensor: ...

class VonMises(Distribution):
    """A bell around a direction `loc`; `concentration` is like the inverse of a variance.

    Parameters
    ----------
    loc : Tensor (...) or number
        The place of the middle.
    concentration : Tensor (...) or number
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.VonMises(0.0, 2.0).sample((2,)).shape
    tensorlite.Size([2])
    """
    def __init__(
        self,
        loc: Tensor | _float,
        concentration: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    concentration: Tensor
    loc: Tensor
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    def sample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    @property
    def variance(self) -> Tensor:
        """The circular variance."""

class Beta(ExponentialFamily):
    """The share of the first of two gamma numbers; concentration1 belongs to it.

    Parameters
    ----------
    concentration1 : Tensor (...) or number
    concentration0 : Tensor (...) or number
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.Beta(3.0, 2.0).sample((2,)).shape
    tensorlite.Size([2])
    """
    def __init__(
        self,
        concentration1: Tensor | _float,
        concentration0: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    concentration0: Tensor
    concentration1: Tensor
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    def rsample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    @property
    def variance(self) -> Tensor: ...

class Binomial(Distribution):
    """The number of successes out of `total_count` tries.

    Parameters
    ----------
    total_count : Tensor (...) or number, default 1
    probs : Tensor (...) or number, optional
        The probabilities.
    logits : Tensor (...) or number, optional
        Logarithms of odds, or of probabilities up to a constant.
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.Binomial(probs=0.3)
    Binomial(total_count: 1.0, probs: 0.30000001192092896)
    """
    def __init__(
        self,
        total_count: Tensor | _float = 1,
        probs: Tensor | _float | None = None,
        logits: Tensor | _float | None = None,
        validate_args: _bool | None = None,
    ) -> None: ...
    def entropy(self) -> Tensor: ...
    def enumerate_support(self, expand: _bool = True) -> Tensor: ...
    def log_prob(self, value: Tensor) -> Tensor: ...
    logits: Tensor
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    @property
    def param_shape(self) -> _Size:
        """The shape of the parameter."""
    probs: Tensor
    def sample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    @property
    def support(self) -> _Constraint: ...
    total_count: _Any
    @property
    def variance(self) -> Tensor: ...

class CatTransform(Transform):
    """Transforms of the parts along a dim, of the given lengths.

    Parameters
    ----------
    tseq : iterable of Transform
    dim : int, default 0
        The dim or dims along which it goes; negative ones count from the last.
    lengths : iterable of int, optional
    cache_size : int, default 0

    Raises
    ------
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> from tensorlite.distributions import AffineTransform, CatTransform, ExpTransform
    >>> both = CatTransform([ExpTransform(), AffineTransform(0.0, 10.0)], lengths=[1, 2])
    >>> both(tl.tensor([0.0, 1.0, 2.0]))
    tensor([ 1., 10., 20.])
    """
    def __init__(
        self,
        tseq: _Iterable[Transform],
        dim: _int = 0,
        lengths: _Iterable[_int] | None = None,
        cache_size: _int = 0,
    ) -> None: ...
    @property
    def bijective(self) -> _bool: ...
    @property
    def codomain(self) -> _Constraint: ...
    dim: _int
    @property
    def domain(self) -> _Constraint: ...
    @property
    def event_dim(self) -> _int: ...
    lengths: _Any
    def log_abs_det_jacobian(self, x: Tensor, y: Tensor) -> Tensor: ...
    transforms: _Any

class Cauchy(Distribution):
    """The Cauchy distribution, whose mean and variance do not exist.

    Parameters
    ----------
    loc : Tensor (...) or number
        The place of the middle.
    scale : Tensor (...) or number
        The width.
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.Cauchy(0.0, 1.0).sample((2,)).shape
    tensorlite.Size([2])
    """
    def __init__(
        self,
        loc: Tensor | _float,
        scale: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    def cdf(self, value: Tensor) -> Tensor: ...
    def entropy(self) -> Tensor: ...
    def icdf(self, value: Tensor) -> Tensor: ...
    loc: Tensor
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    def rsample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    scale: Tensor
    @property
    def variance(self) -> Tensor: ...

class Dirichlet(ExponentialFamily):
    """Shares of a whole, of (K,) concentrations: gamma numbers over their sum.

    Parameters
    ----------
    concentration : Tensor (...)
    validate_args : bool, optional
        Whether arguments and values are checked.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.distributions.Dirichlet(tl.tensor([0.5, 0.5])).sample((2,)).shape
    tensorlite.Size([2, 2])
    """
    def __init__(self, concentration: Tensor, validate_args: _bool | None = None) -> None: ...
    concentration: Tensor
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    def rsample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    @property
    def variance(self) -> Tensor: ...

class ExpTransform(Transform):
    """y = exp(x).

    Parameters
    ----------
    cache_size : int, default 0

    Examples
    --------
    >>> tl.distributions.ExpTransform()(tl.tensor([0.5, 0.25]))
    tensor([1.6487, 1.2840])
    """
    def log_abs_det_jacobian(self, x: Tensor, y: Tensor) -> Tensor: ...
    sign: _Any

class Exponential(ExponentialFamily):
    """The waiting time for events of a rate.

    Parameters
    ----------
    rate : Tensor (...) or number
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.Exponential(2.0).sample((2,)).shape
    tensorlite.Size([2])
    """
    def __init__(self, rate: Tensor | _float, validate_args: _bool | None = None) -> None: ...
    def cdf(self, value: Tensor) -> Tensor: ...
    def icdf(self, value: Tensor) -> Tensor: ...
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    rate: Tensor
    def rsample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    @property
    def stddev(self) -> Tensor: ...
    @property
    def variance(self) -> Tensor: ...

class Gamma(ExponentialFamily):
    """The gamma distribution.

    Parameters
    ----------
    concentration, rate : Tensor or float
        Shape and inverse scale; samples have implicit gradients for both.
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.distributions.Gamma(2.0, 1.0).mean
    tensor(2.)
    """
    def __init__(
        self,
        concentration: Tensor | _float,
        rate: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    def cdf(self, value: Tensor) -> Tensor: ...
    concentration: Tensor
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    rate: Tensor
    def rsample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    @property
    def variance(self) -> Tensor: ...

class Geometric(Distribution):
    """The number of failures before the first success.

    Parameters
    ----------
    probs : Tensor (...) or number, optional
        The probabilities.
    logits : Tensor (...) or number, optional
        Logarithms of odds, or of probabilities up to a constant.
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.Geometric(tl.tensor([0.5, 0.5])).sample((2,)).shape
    tensorlite.Size([2, 2])
    """
    def __init__(
        self,
        probs: Tensor | _float | None = None,
        logits: Tensor | _float | None = None,
        validate_args: _bool | None = None,
    ) -> None: ...
    def entropy(self) -> Tensor: ...
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    @property
    def param_shape(self) -> _Size:
        """The shape of the parameter."""
    def sample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    @property
    def variance(self) -> Tensor: ...

class Gumbel(Distribution):
    """The Gumbel distribution, of the largest of many.

    Parameters
    ----------
    loc : Tensor (...) or number
        The place of the middle.
    scale : Tensor (...) or number
        The width.
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.Gumbel(0.0, 1.0).sample((2,)).shape
    tensorlite.Size([2])
    """
    def __init__(
        self,
        loc: Tensor | _float,
        scale: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    def cdf(self, value: Tensor) -> Tensor: ...
    def entropy(self) -> Tensor: ...
    def icdf(self, value: Tensor) -> Tensor: ...
    loc: Tensor
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    def rsample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    scale: Tensor
    @property
    def variance(self) -> Tensor: ...

class HalfCauchy(Distribution):
    """|x| of a Cauchy x around 0.

    Parameters
    ----------
    scale : Tensor (...) or number
        The width.
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.HalfCauchy(1.0).sample((2,)).shape
    tensorlite.Size([2])
    """
    def __init__(self, scale: Tensor | _float, validate_args: _bool | None = None) -> None: ...
    def cdf(self, value: Tensor) -> Tensor: ...
    def entropy(self) -> Tensor: ...
    def icdf(self, prob: Tensor) -> Tensor:
        """The value below which the share `prob` lies.

        Parameters
        ----------
        prob : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.distributions.Normal(0.0, 1.0).icdf(tl.tensor([0.5, 0.9]))
        tensor([0.0000, 1.2816])
        """
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    def rsample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    scale: Tensor
    @property
    def variance(self) -> Tensor: ...
    whole: type[_Any]

class HalfNormal(Distribution):
    """|x| of a normal x with mean 0.

    Parameters
    ----------
    scale : Tensor (...) or number
        The width.
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.HalfNormal(1.0).sample((2,)).shape
    tensorlite.Size([2])
    """
    def __init__(self, scale: Tensor | _float, validate_args: _bool | None = None) -> None: ...
    def cdf(self, value: Tensor) -> Tensor: ...
    def entropy(self) -> Tensor: ...
    def icdf(self, prob: Tensor) -> Tensor:
        """The value below which the share `prob` lies.

        Parameters
        ----------
        prob : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.distributions.Normal(0.0, 1.0).icdf(tl.tensor([0.5, 0.9]))
        tensor([0.0000, 1.2816])
        """
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    def rsample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    scale: Tensor
    @property
    def variance(self) -> Tensor: ...
    whole: type[_Any]

class Independent(Distribution, _Generic[_T]):
    """Another distribution, the last dims of whose batch are parts of one event.

    Parameters
    ----------
    base_distribution : object
    reinterpreted_batch_ndims : int
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> import tensorlite as tl
    >>> from tensorlite.distributions import Independent, Normal
    >>> d = Independent(Normal(tl.zeros(2, 3), tl.ones(2, 3)), 1)
    >>> d.batch_shape, d.event_shape
    (tensorlite.Size([2]), tensorlite.Size([3]))
    """
    def __init__(
        self,
        base_distribution: _T,
        reinterpreted_batch_ndims: _int,
        validate_args: _bool | None = None,
    ) -> None: ...
    base_dist: _Any
    def entropy(self) -> Tensor: ...
    def enumerate_support(self, expand: _bool = True) -> Tensor: ...
    def expand(self, batch_shape: _Sequence[_int], _instance: _Self | None = None) -> _Self: ...
    @property
    def has_enumerate_support(self) -> _bool: ...
    @property
    def has_rsample(self) -> _bool: ...
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    reinterpreted_batch_ndims: _Any
    def rsample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    def sample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    @property
    def support(self) -> _Constraint: ...
    @property
    def variance(self) -> Tensor: ...

class Laplace(Distribution):
    """The Laplace distribution: an exponential one on both sides of `loc`.

    Parameters
    ----------
    loc : Tensor (...) or number
        The place of the middle.
    scale : Tensor (...) or number
        The width.
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.Laplace(0.0, 1.0).sample((2,)).shape
    tensorlite.Size([2])
    """
    def __init__(
        self,
        loc: Tensor | _float,
        scale: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    def cdf(self, value: Tensor) -> Tensor: ...
    def entropy(self) -> Tensor: ...
    def icdf(self, value: Tensor) -> Tensor: ...
    loc: Tensor
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    def rsample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    scale: Tensor
    @property
    def variance(self) -> Tensor: ...

class LogNormal(TransformedDistribution):
    """exp of a normal number.

    Parameters
    ----------
    loc : Tensor (...) or number
        The place of the middle.
    scale : Tensor (...) or number
        The width.
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.LogNormal(0.0, 1.0).sample((2,)).shape
    tensorlite.Size([2])
    """
    def __init__(
        self,
        loc: Tensor | _float,
        scale: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    base_dist: Normal
    def entropy(self) -> Tensor: ...
    @property
    def loc(self) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    @property
    def scale(self) -> Tensor: ...
    @property
    def variance(self) -> Tensor: ...

class LogisticNormal(TransformedDistribution):
    """Shares of a whole: a normal vector through stick breaking.

    Parameters
    ----------
    loc : Tensor (...) or number
        The place of the middle.
    scale : Tensor (...) or number
        The width.
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.LogisticNormal(0.0, 1.0).sample((2,)).shape
    tensorlite.Size([2, 2])
    """
    def __init__(
        self,
        loc: Tensor | _float,
        scale: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    @property
    def loc(self) -> Tensor: ...
    @property
    def scale(self) -> Tensor: ...

class LogitRelaxedBernoulli(Distribution):
    """The logit of a relaxed coin. Maddison, Mnih, Teh 2017, arXiv:1611.00712.

    Parameters
    ----------
    temperature : Tensor (...) or number
    probs : Tensor (...) or number, optional
        The probabilities.
    logits : Tensor (...) or number, optional
        Logarithms of odds, or of probabilities up to a constant.
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> logits = tl.tensor([-1.0, 2.0], requires_grad=True)
    >>> coin = tl.distributions.LogitRelaxedBernoulli(0.5, logits=logits)
    >>> coin.rsample().sum().backward()
    >>> tl.allclose(logits.grad, tl.tensor([2.0, 2.0]))  # 1 / temperature
    True
    """
    def __init__(
        self,
        temperature: Tensor | _float,
        probs: Tensor | _float | None = None,
        logits: Tensor | _float | None = None,
        validate_args: _bool | None = None,
    ) -> None: ...
    def expand(self, batch_shape: _Sequence[_int], _instance: _Self | None = None) -> _Self: ...
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def param_shape(self) -> _Size:
        """The shape of the parameter."""
    def rsample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    temperature: Tensor | _float

class Multinomial(Distribution):
    """How often each of K classes comes in `total_count` draws.

    Parameters
    ----------
    total_count : int, default 1
    probs : Tensor (...), optional
        The probabilities.
    logits : Tensor (...), optional
        Logarithms of odds, or of probabilities up to a constant.
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> counts = tl.distributions.Multinomial(10, tl.tensor([0.2, 0.3, 0.5]))
    >>> counts.mean
    tensor([2., 3., 5.])
    >>> counts.sample().sum()
    tensor(10.)
    """
    def __init__(
        self,
        total_count: _int = 1,
        probs: Tensor | None = None,
        logits: Tensor | None = None,
        validate_args: _bool | None = None,
    ) -> None: ...
    def entropy(self) -> Tensor: ...
    def expand(self, batch_shape: _Sequence[_int], _instance: _Self | None = None) -> _Self: ...
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def logits(self) -> Tensor:
        """Their logarithms."""
    @property
    def mean(self) -> Tensor: ...
    @property
    def param_shape(self) -> _Size:
        """The shape of the parameter."""
    @property
    def probs(self) -> Tensor:
        """The probabilities of the classes."""
    def sample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    @property
    def support(self) -> _Constraint: ...
    total_count: _int
    @property
    def variance(self) -> Tensor: ...

class MultivariateNormal(Distribution):
    """The normal distribution of vectors.

    Parameters
    ----------
    loc : Tensor (..., D)
    covariance_matrix, precision_matrix, scale_tril : Tensor (..., D, D)
        One of them; the last is lower triangular.
    validate_args : bool, optional
        Whether arguments and values are checked.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> import tensorlite as tl
    >>> d = tl.distributions.MultivariateNormal(tl.zeros(2), tl.eye(2))
    >>> d.log_prob(tl.zeros(2))
    tensor(-1.8379)
    """
    def __init__(
        self,
        loc: Tensor,
        covariance_matrix: Tensor | None = None,
        precision_matrix: Tensor | None = None,
        scale_tril: Tensor | None = None,
        validate_args: _bool | None = None,
    ) -> None: ...
    def entropy(self) -> Tensor: ...
    loc: _Any
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    def rsample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    @property
    def variance(self) -> Tensor: ...

class NegativeBinomial(Distribution):
    """The number of successes before `total_count` failures.

    Parameters
    ----------
    total_count : Tensor (...) or number
    probs : Tensor (...) or number, optional
        The probabilities.
    logits : Tensor (...) or number, optional
        Logarithms of odds, or of probabilities up to a constant.
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.NegativeBinomial(3, 0.5).mean
    tensor(3.)
    >>> tl.distributions.NegativeBinomial(3, 0.5).log_prob(tl.tensor([0.0, 1.0])).exp()
    tensor([0.1250, 0.1875])
    """
    def __init__(
        self,
        total_count: Tensor | _float,
        probs: Tensor | _float | None = None,
        logits: Tensor | _float | None = None,
        validate_args: _bool | None = None,
    ) -> None: ...
    def log_prob(self, value: Tensor) -> Tensor: ...
    logits: Tensor
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    @property
    def param_shape(self) -> _Size:
        """The shape of the parameter."""
    probs: Tensor
    def sample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    total_count: _Any
    @property
    def variance(self) -> Tensor: ...

class OneHotCategorical(Distribution):
    """One of K classes, as a vector with a single 1.

    Parameters
    ----------
    probs : Tensor (...), optional
        The probabilities.
    logits : Tensor (...), optional
        Logarithms of odds, or of probabilities up to a constant.
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.OneHotCategorical(tl.tensor([0.5, 0.5])).sample((2,)).shape
    tensorlite.Size([2, 2])
    """
    def __init__(
        self,
        probs: Tensor | None = None,
        logits: Tensor | None = None,
        validate_args: _bool | None = None,
    ) -> None: ...
    def entropy(self) -> Tensor: ...
    def enumerate_support(self, expand: _bool = True) -> Tensor: ...
    def expand(self, batch_shape: _Sequence[_int], _instance: _Self | None = None) -> _Self: ...
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def logits(self) -> Tensor:
        """Their logarithms."""
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    @property
    def param_shape(self) -> _Size:
        """The shape of the parameter."""
    @property
    def probs(self) -> Tensor:
        """The probabilities of the classes."""
    def sample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    @property
    def variance(self) -> Tensor: ...

class Poisson(ExponentialFamily):
    """The number of events of a rate.

    Parameters
    ----------
    rate : Tensor (...) or number
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.Poisson(2.0).sample((2,)).shape
    tensorlite.Size([2])
    """
    def __init__(self, rate: Tensor | _float, validate_args: _bool | None = None) -> None: ...
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    rate: Tensor
    def sample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    @property
    def variance(self) -> Tensor: ...

class PowerTransform(Transform):
    """y = x ** exponent, for positive x.

    Parameters
    ----------
    exponent : Tensor (...) or number
    cache_size : int, default 0

    Examples
    --------
    >>> tl.distributions.PowerTransform(2)(tl.tensor([0.5, 0.25]))
    tensor([0.2500, 0.0625])
    """
    def __init__(self, exponent: Tensor | _float, cache_size: _int = 0) -> None: ...
    exponent: _Any
    def forward_shape(self, shape: _Sequence[_int]) -> _Sequence[_int]: ...
    def inverse_shape(self, shape: _Sequence[_int]) -> _Sequence[_int]: ...
    def log_abs_det_jacobian(self, x: Tensor, y: Tensor) -> Tensor: ...

class SigmoidTransform(Transform):
    """y = 1 / (1 + exp(-x)).

    Parameters
    ----------
    cache_size : int, default 0

    Examples
    --------
    >>> tl.distributions.SigmoidTransform()(tl.tensor([0.5, 0.25]))
    tensor([0.6225, 0.5622])
    """
    def log_abs_det_jacobian(self, x: Tensor, y: Tensor) -> Tensor: ...
    sign: _Any

class SoftplusTransform(Transform):
    """y = log(1 + exp(x)).

    Parameters
    ----------
    cache_size : int, default 0

    Examples
    --------
    >>> tl.distributions.SoftplusTransform()(tl.tensor([0.5, 0.25]))
    tensor([0.9741, 0.8259])
    """
    def log_abs_det_jacobian(self, x: Tensor, y: Tensor) -> Tensor: ...
    sign: _Any

class StackTransform(Transform):
    """Transforms of the places along a dim.

    Parameters
    ----------
    tseq : iterable of Transform
    dim : int, default 0
        The dim or dims along which it goes; negative ones count from the last.
    cache_size : int, default 0

    Raises
    ------
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> from tensorlite.distributions import AffineTransform, ExpTransform, StackTransform
    >>> columns = StackTransform([ExpTransform(), AffineTransform(0.0, 10.0)], dim=1)
    >>> columns(tl.tensor([[0.0, 1.0], [1.0, 2.0]]))
    tensor([[ 1.0000, 10.0000],
            [ 2.7183, 20.0000]])
    """
    def __init__(self, tseq: _Iterable[Transform], dim: _int = 0, cache_size: _int = 0) -> None: ...
    @property
    def bijective(self) -> _bool: ...
    @property
    def codomain(self) -> _Constraint: ...
    dim: _int
    @property
    def domain(self) -> _Constraint: ...
    def log_abs_det_jacobian(self, x: Tensor, y: Tensor) -> Tensor: ...
    transforms: _Any

class TanhTransform(Transform):
    """y = tanh(x).

    Parameters
    ----------
    cache_size : int, default 0

    Examples
    --------
    >>> tl.distributions.TanhTransform()(tl.tensor([0.5, 0.25]))
    tensor([0.4621, 0.2449])
    """
    def log_abs_det_jacobian(self, x: Tensor, y: Tensor) -> Tensor: ...
    sign: _Any

class Bernoulli(ExponentialFamily):
    """1 with a probability, else 0.

    Parameters
    ----------
    probs : Tensor (...) or number, optional
        The probabilities.
    logits : Tensor (...) or number, optional
        Logarithms of odds, or of probabilities up to a constant.
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.distributions.Bernoulli(probs=0.25).log_prob(tl.tensor(1.0)).exp()
    tensor(0.2500)
    """
    def __init__(
        self,
        probs: Tensor | _float | None = None,
        logits: Tensor | _float | None = None,
        validate_args: _bool | None = None,
    ) -> None: ...
    def enumerate_support(self, expand: _bool = True) -> Tensor: ...
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    @property
    def param_shape(self) -> _Size:
        """The shape of the parameter."""
    def sample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    @property
    def variance(self) -> Tensor: ...

class Chi2(Gamma):
    """The sum of the squares of `df` standard normal numbers.

    Parameters
    ----------
    df : Tensor (...) or number
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.Chi2(3.0).sample((2,)).shape
    tensorlite.Size([2])
    """
    def __init__(self, df: Tensor | _float, validate_args: _bool | None = None) -> None: ...
    @property
    def df(self) -> Tensor:
        """The degrees of freedom."""

class ContinuousBernoulli(ExponentialFamily):
    """A density on [0, 1] of the form p^x (1 - p)^(1 - x).

    Loaiza-Ganem, Cunningham 2019, "The continuous Bernoulli: fixing a pervasive error in
    variational autoencoders", arXiv:1907.06845. Near p = 1/2 its formulas are series.

    Parameters
    ----------
    probs : Tensor (...) or number, optional
        The probabilities.
    logits : Tensor (...) or number, optional
        Logarithms of odds, or of probabilities up to a constant.
    lims : tuple of float, default (0.499, 0.501)
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.ContinuousBernoulli(tl.tensor([0.5, 0.5])).sample((2,)).shape
    tensorlite.Size([2, 2])
    """
    def __init__(
        self,
        probs: Tensor | _float | None = None,
        logits: Tensor | _float | None = None,
        lims: tuple[_float, _float] = ...,
        validate_args: _bool | None = None,
    ) -> None: ...
    def cdf(self, value: Tensor) -> Tensor: ...
    def icdf(self, value: Tensor) -> Tensor: ...
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def param_shape(self) -> _Size:
        """The shape of the parameter."""
    probs: Tensor
    def rsample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    @property
    def stddev(self) -> Tensor: ...
    @property
    def variance(self) -> Tensor: ...

class InverseGamma(TransformedDistribution):
    """1 over a gamma number.

    Parameters
    ----------
    concentration : Tensor (...) or number
    rate : Tensor (...) or number
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.InverseGamma(2.0, 2.0).sample((2,)).shape
    tensorlite.Size([2])
    """
    def __init__(
        self,
        concentration: Tensor | _float,
        rate: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    concentration: Tensor
    def entropy(self) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    rate: Tensor
    @property
    def variance(self) -> Tensor: ...

class Kumaraswamy(TransformedDistribution):
    """Like a beta distribution, with a cdf in closed form.

    Parameters
    ----------
    concentration1 : Tensor (...) or number
    concentration0 : Tensor (...) or number
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.Kumaraswamy(3.0, 2.0).sample((2,)).shape
    tensorlite.Size([2])
    """
    def __init__(
        self,
        concentration1: Tensor | _float,
        concentration0: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    concentration0: Tensor
    concentration1: Tensor
    def entropy(self) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    @property
    def variance(self) -> Tensor: ...

class Normal(ExponentialFamily):
    """The normal distribution.

    Parameters
    ----------
    loc, scale : Tensor or float
        Mean and standard deviation.
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> import tensorlite as tl
    >>> d = tl.distributions.Normal(0.0, 1.0)
    >>> d.log_prob(tl.tensor(0.0))
    tensor(-0.9189)
    """
    def __init__(
        self,
        loc: Tensor | _float,
        scale: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    def cdf(self, value: Tensor) -> Tensor: ...
    def icdf(self, value: Tensor) -> Tensor: ...
    loc: Tensor
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    def rsample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    scale: Tensor
    @property
    def stddev(self) -> Tensor: ...
    @property
    def variance(self) -> Tensor: ...

class OneHotCategoricalStraightThrough(OneHotCategorical):
    """The same, whose samples pass gradients on to the probabilities as they are.

    Bengio, Leonard, Courville 2013, arXiv:1308.3432.

    Parameters
    ----------
    probs : Tensor (...), optional
        The probabilities.
    logits : Tensor (...), optional
        Logarithms of odds, or of probabilities up to a constant.
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.OneHotCategoricalStraightThrough(tl.tensor([0.5, 0.5])).sample((2,)).shape
    tensorlite.Size([2, 2])
    """
    def rsample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...

class Pareto(TransformedDistribution):
    """scale * exp of an exponential number of rate `alpha`.

    Parameters
    ----------
    scale : Tensor (...) or number
        The smallest value.
    alpha : Tensor (...) or number
        How fast the tail falls.
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.Pareto(1.0, 2.0).sample((2,)).shape
    tensorlite.Size([2])
    """
    def __init__(
        self,
        scale: Tensor | _float,
        alpha: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    alpha: Tensor
    def entropy(self) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    scale: Tensor
    @property
    def variance(self) -> Tensor: ...

class RelaxedBernoulli(TransformedDistribution):
    """A coin relaxed to numbers in (0, 1), with gradients.

    Parameters
    ----------
    temperature : Tensor (...) or number
    probs : Tensor (...) or number, optional
        The probabilities.
    logits : Tensor (...) or number, optional
        Logarithms of odds, or of probabilities up to a constant.
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> logits = tl.tensor([-1.0, 2.0], requires_grad=True)
    >>> x = tl.distributions.RelaxedBernoulli(0.5, logits=logits).rsample()
    >>> bool(((x > 0) & (x < 1)).all()), x.requires_grad
    (True, True)
    """
    def __init__(
        self,
        temperature: Tensor | _float,
        probs: Tensor | _float | None = None,
        logits: Tensor | _float | None = None,
        validate_args: _bool | None = None,
    ) -> None: ...
    base_dist: LogitRelaxedBernoulli | _ExpRelaxedCategorical
    @property
    def logits(self) -> Tensor: ...
    @property
    def probs(self) -> Tensor: ...
    @property
    def temperature(self) -> Tensor | _float: ...

class RelaxedOneHotCategorical(TransformedDistribution):
    """A one-hot vector relaxed to shares, with gradients.

    Parameters
    ----------
    temperature : Tensor (...) or number
    probs : Tensor (...), optional
        The probabilities.
    logits : Tensor (...), optional
        Logarithms of odds, or of probabilities up to a constant.
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> logits = tl.zeros(3, requires_grad=True)
    >>> x = tl.distributions.RelaxedOneHotCategorical(0.5, logits=logits).rsample()
    >>> tl.allclose(x.sum(), tl.tensor(1.0)), x.requires_grad
    (True, True)
    """
    def __init__(
        self,
        temperature: Tensor | _float,
        probs: Tensor | None = None,
        logits: Tensor | None = None,
        validate_args: _bool | None = None,
    ) -> None: ...
    base_dist: LogitRelaxedBernoulli | _ExpRelaxedCategorical
    @property
    def logits(self) -> Tensor: ...
    @property
    def probs(self) -> Tensor: ...
    @property
    def temperature(self) -> Tensor | _float: ...

class Weibull(TransformedDistribution):
    """scale * a power of an exponential number.

    Parameters
    ----------
    scale : Tensor (...) or number
        The width.
    concentration : Tensor (...) or number
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> tl.distributions.Weibull(1.0, 2.0).sample((2,)).shape
    tensorlite.Size([2])
    """
    def __init__(
        self,
        scale: Tensor | _float,
        concentration: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    concentration: Tensor
    def entropy(self) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    scale: Tensor
    @property
    def variance(self) -> Tensor: ...

class Wishart(ExponentialFamily):
    """The distribution of df times the covariance of df normal vectors.

    Samples by Bartlett's decomposition. Smith, Hocking 1972, "Algorithm AS 53".

    Parameters
    ----------
    df : Tensor (...) or number
    covariance_matrix : Tensor (...), optional
    precision_matrix : Tensor (...), optional
    scale_tril : Tensor (...), optional
    validate_args : bool, optional
        Whether arguments and values are checked.

    Examples
    --------
    >>> spread = tl.distributions.Wishart(tl.tensor(4.0), covariance_matrix=tl.eye(2))
    >>> spread.mean
    tensor([[4., 0.],
            [0., 4.]])
    >>> spread.log_prob(tl.eye(2))
    tensor(-4.2242)
    """
    def __init__(
        self,
        df: Tensor | _float,
        covariance_matrix: Tensor | None = None,
        precision_matrix: Tensor | None = None,
        scale_tril: Tensor | None = None,
        validate_args: _bool | None = None,
    ) -> None: ...
    df: _Any
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    def rsample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    @property
    def variance(self) -> Tensor: ...

biject_to: _ConstraintRegistry
from . import constraints as constraints
identity_transform: ComposeTransform
def kl_divergence(p: Distribution, q: Distribution) -> Tensor:
    """KL(p || q): how much more p surprises one who expects q.

    Parameters
    ----------
    p, q : Distribution

    Returns
    -------
    Tensor (*batch_shape)

    Raises
    ------
    NotImplementedError
        If there is none for the pair: see `register_kl`.

    Examples
    --------
    >>> from tensorlite.distributions import Normal, kl_divergence
    >>> kl_divergence(Normal(0.0, 1.0), Normal(1.0, 1.0))
    tensor(0.5000)
    """
def register_kl(
    type_p: type[Distribution],
    type_q: type[Distribution],
) -> _Callable[[_Callable[..., _Any]], _Callable[..., _Any]]:
    """Decorate the function that computes KL(p || q) for two classes and their subclasses.

    Parameters
    ----------
    type_p : type of Distribution
    type_q : type of Distribution

    Returns
    -------
    callable

    Examples
    --------
    >>> from tensorlite.distributions import Normal, register_kl
    >>> class Mine(Normal): ...
    >>> @register_kl(Mine, Mine)
    ... def mine(p, q):
    ...     return p.loc - q.loc
    """
transform_to: _ConstraintRegistry
from . import transforms as transforms
