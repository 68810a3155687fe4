"""What all distributions have in common: shapes, samples, checks, and how they are expanded."""

import math
from collections.abc import Sequence
from typing import Any, ClassVar, Self, TypeVar

import tensorlite as tl

from ..errors import type_name
from ..kernels import interpreters
from ..ops.requiring import require
from ..shapes import Size
from ..tensor import Tensor
from . import constraints

T = TypeVar("T")


def _named(constraint):
    """A constraint in a message; a plan does not read the tensors that it may hold."""
    recorded = interpreters.current() is not None
    return type(constraint).__name__.strip("_") if recorded else repr(constraint)


class Distribution:
    """
    A distribution of values, or a batch of them.

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
    """

    has_rsample = False
    has_enumerate_support = False
    _validate_args = __debug__
    arg_constraints: ClassVar[dict] = {}
    support: Any = None
    parameters: ClassVar[tuple[str, ...]] = ()  # beside those with a constraint: what is expanded

    def __init__(
        self,
        batch_shape: Sequence[int] = (),
        event_shape: Sequence[int] = (),
        validate_args: bool | None = None,
    ) -> None:
        self._batch_shape, self._event_shape = Size(batch_shape), Size(event_shape)
        if validate_args is not None:
            self._validate_args = validate_args
        if self._validate_args:
            for name, value in Distribution._given(self).items():  # those of a subclass, too
                self._check_parameter(name, value)

    @staticmethod
    def set_default_validate_args(value: bool) -> None:
        """Whether arguments are checked where it is not said."""
        if value not in (True, False):
            raise ValueError("set_default_validate_args: expected a bool")
        Distribution._validate_args = value

    # ------------------------------------------------------------------ shapes

    @property
    def batch_shape(self) -> Size:
        """The shape of the distributions."""
        return self._batch_shape

    @property
    def event_shape(self) -> Size:
        """The shape of one value."""
        return self._event_shape

    def _extended_shape(self, sample_shape=()):
        return Size((*sample_shape, *self._batch_shape, *self._event_shape))

    def _given(self):
        """The parameters that are there, and not computed from others."""
        return {
            name: self.__dict__[name]
            for name in (*self.arg_constraints, *self.parameters)
            if isinstance(self.__dict__.get(name), tl.Tensor)
        }

    def expand(self, batch_shape: Sequence[int], _instance: Self | None = None) -> Self:
        """The same distribution with a larger batch shape, whose parameters are views."""
        new = type(self).__new__(type(self)) if _instance is None else _instance
        batch_shape = Size(batch_shape)
        for name, value in self.__dict__.items():
            if not isinstance(value, tl.Tensor):
                new.__dict__.setdefault(name, value)
        for name, value in self._given().items():
            own = value.ndim - len(self._batch_shape)
            new.__dict__[name] = value.expand((*batch_shape, *value.shape[value.ndim - own :]))
        new._batch_shape = batch_shape
        return new

    # ------------------------------------------------------------------ what each one gives

    @property
    def mean(self) -> Tensor:
        """The mean."""
        raise NotImplementedError(f"{type(self).__name__}.mean: there is none in closed form")

    @property
    def mode(self) -> Tensor:
        """The most probable value."""
        raise NotImplementedError(f"{type(self).__name__}.mode: there is none in closed form")

    @property
    def variance(self) -> Tensor:
        """The variance."""
        raise NotImplementedError(f"{type(self).__name__}.variance: none in closed form")

    @property
    def stddev(self) -> Tensor:
        """The standard deviation."""
        return self.variance.sqrt()

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        """Values (*sample_shape, *batch_shape, *event_shape) without gradients."""
        with tl.no_grad():
            return self.rsample(sample_shape)

    def rsample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        """Values with gradients with respect to the parameters."""
        raise NotImplementedError(f"{type(self).__name__}.rsample: expected sample(), which it has")

    def sample_n(self, n: int) -> Tensor:
        """n values."""
        return self.sample((n,))

    def log_prob(self, value: Tensor) -> Tensor:
        """The logarithm of the density, or probability, at a value."""
        raise NotImplementedError(f"{type(self).__name__}.log_prob: there is none")

    def cdf(self, value: Tensor) -> Tensor:
        """The probability of at most a value."""
        raise NotImplementedError(f"{type(self).__name__}.cdf: there is none in closed form")

    def icdf(self, value: Tensor) -> Tensor:
        """The value up to which there is this probability."""
        raise NotImplementedError(f"{type(self).__name__}.icdf: there is none in closed form")

    def entropy(self) -> Tensor:
        """The entropy in nats."""
        raise NotImplementedError(f"{type(self).__name__}.entropy: there is none in closed form")

    def enumerate_support(self, expand: bool = True) -> Tensor:
        """All values of a discrete distribution along a new first dim."""
        raise NotImplementedError(f"{type(self).__name__}.enumerate_support: expected few values")

    def perplexity(self) -> Tensor:
        """exp(entropy)."""
        return self.entropy().exp()

    # ------------------------------------------------------------------ checks

    def _check_parameter(self, name, value):
        constraint = self.arg_constraints.get(name)
        if constraint is None or constraints.is_dependent(constraint):
            return
        told = f"parameter {name} ({type(value).__name__} of shape {tuple(value.shape)})"
        self._require(constraint.check(value), value, f"Expected {told} of distribution",
                      f" to satisfy the constraint {_named(constraint)}")  # fmt: skip

    def _require(self, valid, value, expected, condition):
        """Raise unless all is valid: now, with the values, or whenever a plan runs."""
        if interpreters.current() is None:
            if not valid.all():
                found = f"but found invalid values:\n{value}"
                raise ValueError(f"{expected} {self!r}{condition}, {found}")
            return
        told = f"{expected} {type(self).__name__}{condition}, but found invalid values"
        require(valid, lambda: ValueError(told))

    def _validate_sample(self, value):
        """Refuse a value of another shape, or outside of the support."""
        if not self._validate_args:
            return
        if not isinstance(value, tl.Tensor):
            raise ValueError(
                f"{type(self).__name__}: The value argument to log_prob must be a Tensor; got "
                f"{type_name(value)}; try tensor()"
            )
        count = value.ndim - len(self._event_shape)
        if tuple(value.shape[max(count, 0) :]) != tuple(self._event_shape):
            raise ValueError(
                "The right-most size of value must match event_shape: "
                f"{tuple(value.shape)} vs {tuple(self._event_shape)}."
            )
        wanted = self._extended_shape()
        for i, j in zip(reversed(value.shape), reversed(wanted), strict=False):
            if i != 1 and j != 1 and i != j:
                raise ValueError(
                    "Value is not broadcastable with batch_shape+event_shape: "
                    f"{tuple(value.shape)} vs {tuple(wanted)}."
                )
        support = self.support
        if support is None or constraints.is_dependent(support):
            return
        told = f"value argument ({type(value).__name__} of shape {tuple(value.shape)})"
        self._require(support.check(value), value, f"Expected {told} to be within the support "
                      f"({_named(support)}) of the distribution", "")  # fmt: skip

    def _get_checked_instance(self, cls, _instance=None):
        return type(self).__new__(type(self)) if _instance is None else _instance

    def __repr__(self) -> str:
        shown = {k: v for k, v in self._given().items() if k in self.arg_constraints}
        told = ", ".join(
            f"{k}: {v if v.numel() == 1 else Size(v.shape)}" for k, v in shown.items()
        )
        return f"{type(self).__name__}({told})"


class ExponentialFamily(Distribution):
    """
    p(x) = exp(<t(x), natural parameters> - log normalizer(natural parameters)) h(x).

    Its entropy follows from the gradient of the log normalizer. Nielsen, Nock 2010, "Entropies and
    cross-entropies of exponential families".
    """

    _mean_carrier_measure: Any = 0

    @property
    def _natural_params(self) -> Any:
        raise NotImplementedError(f"{type(self).__name__}: expected its natural parameters")

    def _log_normalizer(self, *natural_params):
        raise NotImplementedError(f"{type(self).__name__}: expected its log normalizer")

    def entropy(self) -> Tensor:
        found = [p.detach().requires_grad_() for p in self._natural_params]
        normalizer = self._log_normalizer(*found)
        slopes = tl.autograd.grad(normalizer.sum(), found, create_graph=True)
        result = normalizer - self._mean_carrier_measure
        for p, g in zip(found, slopes, strict=True):
            rest = p * g
            own = len(self._event_shape)
            result = result - (rest.reshape((*self._batch_shape, -1)).sum(-1) if own else rest)
        return result


def one_of(op: str, probs: T | None, logits: T | None) -> T:
    """The one that is given of two ways to say the same; both, or none, are refused."""
    given = [way for way in (probs, logits) if way is not None]
    if len(given) != 1:
        raise ValueError(
            f"{op}: Either `probs` or `logits` must be specified, but not both; got "
            f"{'both' if given else 'none'}; try probs="
        )
    return given[0]


LOG_2PI = math.log(2 * math.pi)
EULER = 0.57721566490153286060
