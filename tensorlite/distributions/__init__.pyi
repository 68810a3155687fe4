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
    def __init__(
        self,
        batch_shape: _Sequence[_int] = (),
        event_shape: _Sequence[_int] = (),
        validate_args: _bool | None = None,
    ) -> None: ...
    def __repr__(self) -> str: ...
    arg_constraints: _ClassVar[dict[_Any, _Any]]
    @property
    def batch_shape(self) -> _Size: ...
    def cdf(self, value: Tensor) -> Tensor: ...
    def entropy(self) -> Tensor: ...
    def enumerate_support(self, expand: _bool = True) -> Tensor: ...
    @property
    def event_shape(self) -> _Size: ...
    def expand(self, batch_shape: _Sequence[_int], _instance: _Self | None = None) -> _Self: ...
    def icdf(self, value: Tensor) -> Tensor: ...
    def log_prob(self, value: Tensor) -> Tensor: ...
    @property
    def mean(self) -> Tensor: ...
    @property
    def mode(self) -> Tensor: ...
    parameters: _ClassVar[tuple[str, ...]]
    def perplexity(self) -> Tensor: ...
    def rsample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    def sample(self, sample_shape: _Sequence[_int] = ()) -> Tensor: ...
    def sample_n(self, n: _int) -> Tensor: ...
    @staticmethod
    def set_default_validate_args(value: _bool) -> None: ...
    @property
    def stddev(self) -> Tensor: ...
    support: _Any
    @property
    def variance(self) -> Tensor: ...

class Transform:
    def __call__(self, x: Tensor) -> Tensor: ...
    def __eq__(self, other: object) -> _bool: ...
    def __init__(self, cache_size: _int = 0) -> None: ...
    def __repr__(self) -> str: ...
    codomain: _Any
    domain: _Any
    @property
    def event_dim(self) -> _int: ...
    def forward_shape(self, shape: _Sequence[_int]) -> _Sequence[_int]: ...
    @property
    def inv(self) -> Transform: ...
    def inverse_shape(self, shape: _Sequence[_int]) -> _Sequence[_int]: ...
    def log_abs_det_jacobian(self, x: Tensor, y: Tensor) -> Tensor: ...
    @property
    def sign(self) -> Tensor | _int: ...
    def with_cache(self, cache_size: _int = 1) -> Transform: ...

class AbsTransform(Transform):
    ...

class AffineTransform(Transform):
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
    loc: Tensor | _float
    scale: Tensor | _float

class Categorical(Distribution):
    def __init__(
        self,
        probs: Tensor | None = None,
        logits: Tensor | None = None,
        validate_args: _bool | None = None,
    ) -> None: ...
    logits: _Any
    @property
    def param_shape(self) -> _Size: ...
    probs: _Any
    @property
    def support(self) -> _Constraint: ...

class ComposeTransform(Transform):
    def __init__(self, parts: _Iterable[Transform], cache_size: _int = 0) -> None: ...
    @property
    def bijective(self) -> _bool: ...
    @property
    def codomain(self) -> _Constraint: ...
    @property
    def domain(self) -> _Constraint: ...
    parts: _Any

class CorrCholeskyTransform(Transform):
    ...

class CumulativeDistributionTransform(Transform):
    def __init__(self, distribution: Distribution, cache_size: _int = 0) -> None: ...
    distribution: Distribution
    @property
    def domain(self) -> _Constraint: ...

class ExponentialFamily(Distribution):
    ...

class FisherSnedecor(Distribution):
    def __init__(
        self,
        df1: Tensor | _float,
        df2: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    df1: Tensor
    df2: Tensor

class GeneralizedPareto(Distribution):
    def __init__(
        self,
        loc: Tensor | _float,
        scale: Tensor | _float,
        concentration: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    concentration: Tensor
    loc: Tensor
    scale: Tensor
    @property
    def support(self) -> _Constraint: ...

class IndependentTransform(Transform):
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
    reinterpreted_batch_ndims: _int

class LKJCholesky(Distribution):
    def __init__(
        self,
        dim: _int,
        concentration: Tensor | _float = 1.0,
        validate_args: _bool | None = None,
    ) -> None: ...
    concentration: Tensor
    dim: _int

class LowRankMultivariateNormal(Distribution):
    def __init__(
        self,
        loc: Tensor,
        cov_factor: Tensor,
        cov_diag: Tensor,
        validate_args: _bool | None = None,
    ) -> None: ...
    cov_diag: _Any
    cov_factor: _Any
    loc: _Any

class LowerCholeskyTransform(Transform):
    ...

class MixtureSameFamily(Distribution):
    def __init__(
        self,
        mixture_distribution: Categorical,
        component_distribution: Distribution,
        validate_args: _bool | None = None,
    ) -> None: ...
    def cdf(self, x: Tensor) -> Tensor: ...
    @property
    def component_distribution(self) -> Distribution: ...
    def log_prob(self, x: Tensor) -> Tensor: ...
    @property
    def mixture_distribution(self) -> Categorical: ...
    @property
    def support(self) -> _Constraint: ...

class PositiveDefiniteTransform(Transform):
    ...

class ReshapeTransform(Transform):
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
    in_shape: _Any
    out_shape: _Any

class SoftmaxTransform(Transform):
    ...

class StickBreakingTransform(Transform):
    ...

class StudentT(Distribution):
    def __init__(
        self,
        df: Tensor | _float,
        loc: Tensor | _float = 0.0,
        scale: Tensor | _float = 1.0,
        validate_args: _bool | None = None,
    ) -> None: ...
    df: Tensor
    loc: Tensor
    scale: Tensor

class TransformedDistribution(Distribution):
    def __init__(
        self,
        base_distribution: Distribution,
        transforms: Transform | list[Transform],
        validate_args: _bool | None = None,
    ) -> None: ...
    base_dist: _Any
    @property
    def has_rsample(self) -> _bool: ...
    @property
    def support(self) -> _Constraint: ...
    transforms: Transform | list[Transform]

class Uniform(Distribution):
    def __init__(
        self,
        low: Tensor | _float,
        high: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    high: Tensor
    low: Tensor
    @property
    def support(self) -> _Constraint: ...

class VonMises(Distribution):
    def __init__(
        self,
        loc: Tensor | _float,
        concentration: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    concentration: Tensor
    loc: Tensor

class Beta(ExponentialFamily):
    def __init__(
        self,
        concentration1: Tensor | _float,
        concentration0: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    concentration0: Tensor
    concentration1: Tensor

class Binomial(Distribution):
    def __init__(
        self,
        total_count: Tensor | _float = 1,
        probs: Tensor | _float | None = None,
        logits: Tensor | _float | None = None,
        validate_args: _bool | None = None,
    ) -> None: ...
    logits: Tensor
    @property
    def param_shape(self) -> _Size: ...
    probs: Tensor
    @property
    def support(self) -> _Constraint: ...
    total_count: _Any

class CatTransform(Transform):
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
    lengths: _Any
    transforms: _Any

class Cauchy(Distribution):
    def __init__(
        self,
        loc: Tensor | _float,
        scale: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    loc: Tensor
    scale: Tensor

class Dirichlet(ExponentialFamily):
    def __init__(self, concentration: Tensor, validate_args: _bool | None = None) -> None: ...
    concentration: Tensor

class ExpTransform(Transform):
    sign: _Any

class Exponential(ExponentialFamily):
    def __init__(self, rate: Tensor | _float, validate_args: _bool | None = None) -> None: ...
    rate: Tensor

class Gamma(ExponentialFamily):
    def __init__(
        self,
        concentration: Tensor | _float,
        rate: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    concentration: Tensor
    rate: Tensor

class Geometric(Distribution):
    def __init__(
        self,
        probs: Tensor | _float | None = None,
        logits: Tensor | _float | None = None,
        validate_args: _bool | None = None,
    ) -> None: ...
    @property
    def param_shape(self) -> _Size: ...

class Gumbel(Distribution):
    def __init__(
        self,
        loc: Tensor | _float,
        scale: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    loc: Tensor
    scale: Tensor

class HalfCauchy(Distribution):
    def __init__(self, scale: Tensor | _float, validate_args: _bool | None = None) -> None: ...
    def icdf(self, prob: Tensor) -> Tensor: ...
    scale: Tensor
    whole: type[_Any]

class HalfNormal(Distribution):
    def __init__(self, scale: Tensor | _float, validate_args: _bool | None = None) -> None: ...
    def icdf(self, prob: Tensor) -> Tensor: ...
    scale: Tensor
    whole: type[_Any]

class Independent(Distribution, _Generic[_T]):
    def __init__(
        self,
        base_distribution: _T,
        reinterpreted_batch_ndims: _int,
        validate_args: _bool | None = None,
    ) -> None: ...
    base_dist: _Any
    @property
    def has_enumerate_support(self) -> _bool: ...
    @property
    def has_rsample(self) -> _bool: ...
    reinterpreted_batch_ndims: _Any
    @property
    def support(self) -> _Constraint: ...

class Laplace(Distribution):
    def __init__(
        self,
        loc: Tensor | _float,
        scale: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    loc: Tensor
    scale: Tensor

class LogNormal(TransformedDistribution):
    def __init__(
        self,
        loc: Tensor | _float,
        scale: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    base_dist: Normal
    @property
    def loc(self) -> Tensor: ...
    @property
    def scale(self) -> Tensor: ...

class LogisticNormal(TransformedDistribution):
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
    def __init__(
        self,
        temperature: Tensor | _float,
        probs: Tensor | _float | None = None,
        logits: Tensor | _float | None = None,
        validate_args: _bool | None = None,
    ) -> None: ...
    @property
    def param_shape(self) -> _Size: ...
    temperature: Tensor | _float

class Multinomial(Distribution):
    def __init__(
        self,
        total_count: _int = 1,
        probs: Tensor | None = None,
        logits: Tensor | None = None,
        validate_args: _bool | None = None,
    ) -> None: ...
    @property
    def logits(self) -> Tensor: ...
    @property
    def param_shape(self) -> _Size: ...
    @property
    def probs(self) -> Tensor: ...
    @property
    def support(self) -> _Constraint: ...
    total_count: _int

class MultivariateNormal(Distribution):
    def __init__(
        self,
        loc: Tensor,
        covariance_matrix: Tensor | None = None,
        precision_matrix: Tensor | None = None,
        scale_tril: Tensor | None = None,
        validate_args: _bool | None = None,
    ) -> None: ...
    loc: _Any

class NegativeBinomial(Distribution):
    def __init__(
        self,
        total_count: Tensor | _float,
        probs: Tensor | _float | None = None,
        logits: Tensor | _float | None = None,
        validate_args: _bool | None = None,
    ) -> None: ...
    logits: Tensor
    @property
    def param_shape(self) -> _Size: ...
    probs: Tensor
    total_count: _Any

class OneHotCategorical(Distribution):
    def __init__(
        self,
        probs: Tensor | None = None,
        logits: Tensor | None = None,
        validate_args: _bool | None = None,
    ) -> None: ...
    @property
    def logits(self) -> Tensor: ...
    @property
    def param_shape(self) -> _Size: ...
    @property
    def probs(self) -> Tensor: ...

class Poisson(ExponentialFamily):
    def __init__(self, rate: Tensor | _float, validate_args: _bool | None = None) -> None: ...
    rate: Tensor

class PowerTransform(Transform):
    def __init__(self, exponent: Tensor | _float, cache_size: _int = 0) -> None: ...
    exponent: _Any

class SigmoidTransform(Transform):
    sign: _Any

class SoftplusTransform(Transform):
    sign: _Any

class StackTransform(Transform):
    def __init__(self, tseq: _Iterable[Transform], dim: _int = 0, cache_size: _int = 0) -> None: ...
    @property
    def bijective(self) -> _bool: ...
    @property
    def codomain(self) -> _Constraint: ...
    dim: _int
    @property
    def domain(self) -> _Constraint: ...
    transforms: _Any

class TanhTransform(Transform):
    sign: _Any

class Bernoulli(ExponentialFamily):
    def __init__(
        self,
        probs: Tensor | _float | None = None,
        logits: Tensor | _float | None = None,
        validate_args: _bool | None = None,
    ) -> None: ...
    @property
    def param_shape(self) -> _Size: ...

class Chi2(Gamma):
    def __init__(self, df: Tensor | _float, validate_args: _bool | None = None) -> None: ...
    @property
    def df(self) -> Tensor: ...

class ContinuousBernoulli(ExponentialFamily):
    def __init__(
        self,
        probs: Tensor | _float | None = None,
        logits: Tensor | _float | None = None,
        lims: tuple[_float, _float] = ...,
        validate_args: _bool | None = None,
    ) -> None: ...
    @property
    def param_shape(self) -> _Size: ...
    probs: Tensor

class InverseGamma(TransformedDistribution):
    def __init__(
        self,
        concentration: Tensor | _float,
        rate: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    concentration: Tensor
    rate: Tensor

class Kumaraswamy(TransformedDistribution):
    def __init__(
        self,
        concentration1: Tensor | _float,
        concentration0: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    concentration0: Tensor
    concentration1: Tensor

class Normal(ExponentialFamily):
    def __init__(
        self,
        loc: Tensor | _float,
        scale: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    loc: Tensor
    scale: Tensor

class OneHotCategoricalStraightThrough(OneHotCategorical):
    ...

class Pareto(TransformedDistribution):
    def __init__(
        self,
        scale: Tensor | _float,
        alpha: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    alpha: Tensor
    scale: Tensor

class RelaxedBernoulli(TransformedDistribution):
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
    def __init__(
        self,
        scale: Tensor | _float,
        concentration: Tensor | _float,
        validate_args: _bool | None = None,
    ) -> None: ...
    concentration: Tensor
    scale: Tensor

class Wishart(ExponentialFamily):
    def __init__(
        self,
        df: Tensor | _float,
        covariance_matrix: Tensor | None = None,
        precision_matrix: Tensor | None = None,
        scale_tril: Tensor | None = None,
        validate_args: _bool | None = None,
    ) -> None: ...
    df: _Any

biject_to: _ConstraintRegistry
from . import constraints as constraints
identity_transform: ComposeTransform
def kl_divergence(p: Distribution, q: Distribution) -> Tensor: ...
def register_kl(
    type_p: type[Distribution],
    type_q: type[Distribution],
) -> _Callable[[_Callable[..., _Any]], _Callable[..., _Any]]: ...
transform_to: _ConstraintRegistry
from . import transforms as transforms
