"""Probability distributions: densities, samples with gradients, transforms, divergences."""

from ..absent import asked as _asked
from ..absent import listing as _listing
from ..docstrings import document as _document
from . import constraints, transforms
from . import kl_across as _kl_across  # noqa: F401 (it fills the table of divergences)
from .base import Distribution, ExponentialFamily
from .categorical import (
    Categorical,
    LogitRelaxedBernoulli,
    Multinomial,
    OneHotCategorical,
    OneHotCategoricalStraightThrough,
    RelaxedBernoulli,
    RelaxedOneHotCategorical,
)
from .circular import VonMises
from .continuous_bernoulli import ContinuousBernoulli
from .discrete import Bernoulli, Binomial, Geometric, NegativeBinomial, Poisson
from .gammas import Beta, Chi2, Dirichlet, Exponential, FisherSnedecor, Gamma
from .kl import kl_divergence, register_kl
from .location_scale import (
    Cauchy,
    Gumbel,
    HalfCauchy,
    HalfNormal,
    Laplace,
    Normal,
    StudentT,
    Uniform,
)
from .mixtures import MixtureSameFamily
from .multivariate import LKJCholesky, LowRankMultivariateNormal, MultivariateNormal, Wishart
from .registry import biject_to, transform_to
from .reinterpreted import Independent
from .transformed import (
    GeneralizedPareto,
    InverseGamma,
    Kumaraswamy,
    LogisticNormal,
    LogNormal,
    Pareto,
    TransformedDistribution,
    Weibull,
)
from .transforms import *  # noqa: F403

_CLASSES = (
    Bernoulli, Beta, Binomial, Categorical, Cauchy, Chi2, ContinuousBernoulli, Dirichlet,
    Distribution, Exponential, ExponentialFamily, FisherSnedecor, Gamma, GeneralizedPareto,
    Geometric, Gumbel, HalfCauchy, HalfNormal, Independent, InverseGamma, Kumaraswamy, LKJCholesky,
    Laplace, LogNormal, LogisticNormal, LogitRelaxedBernoulli, LowRankMultivariateNormal,
    MixtureSameFamily, Multinomial, MultivariateNormal, NegativeBinomial, Normal, OneHotCategorical,
    OneHotCategoricalStraightThrough, Pareto, Poisson, RelaxedBernoulli, RelaxedOneHotCategorical,
    StudentT, TransformedDistribution, Uniform, VonMises, Weibull, Wishart,
)  # fmt: skip
__all__ = [
    *(cls.__name__ for cls in _CLASSES), *transforms.__all__, "biject_to", "constraints",
    "kl_divergence", "register_kl", "transform_to", "transforms",
]  # fmt: skip
__getattr__ = _asked(__name__)
__dir__ = _listing(__name__)
_document(globals(), __all__)
