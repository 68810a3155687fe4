"""Which transform leads from all numbers to a constraint: `biject_to` and `transform_to`."""

import math

from . import constraints, transforms


class ConstraintRegistry:
    """Transforms by the kind of constraint that they lead to."""

    def __init__(self):
        self._registry = {}

    def register(self, constraint, factory=None):
        """Register a function of a constraint that returns a transform; also a decorator."""
        if factory is None:
            return lambda factory: self.register(constraint, factory)
        kind = type(constraint) if isinstance(constraint, constraints.Constraint) else constraint
        if not isinstance(kind, type) or not issubclass(kind, constraints.Constraint):
            raise TypeError(
                "Expected constraint to be either a Constraint subclass or instance, but got "
                f"{constraint}"
            )
        self._registry[kind] = factory
        return factory

    def __call__(self, constraint):
        factory = self._registry.get(type(constraint))
        if factory is None:
            raise NotImplementedError(
                f"Cannot transform {type(constraint).__name__} constraints"
            )
        return factory(constraint)


biject_to, transform_to = ConstraintRegistry(), ConstraintRegistry()


def _both(*kinds):
    def declare(factory):
        for kind in kinds:
            biject_to.register(kind, factory)
            transform_to.register(kind, factory)
        return factory

    return declare


@_both(constraints.real)
def _real(constraint):
    return transforms.identity_transform


@_both(constraints.positive, constraints.nonnegative)
def _positive(constraint):
    if constraint.lower_bound == 0:
        return transforms.ExpTransform()
    return _above(constraint)


def _above(constraint):
    return transforms.ComposeTransform(
        [transforms.ExpTransform(), transforms.AffineTransform(constraint.lower_bound, 1)]
    )


@_both(constraints.less_than)
def _less_than(constraint):
    return transforms.ComposeTransform(
        [transforms.ExpTransform(), transforms.AffineTransform(constraint.upper_bound, -1)]
    )


@_both(constraints.interval, constraints.half_open_interval)
def _interval(constraint):
    low, high = constraint.lower_bound, constraint.upper_bound
    if isinstance(low, int | float) and isinstance(high, int | float):
        if (low, high) == (0, 1):
            return transforms.SigmoidTransform()
        if math.isinf(low) or math.isinf(high):
            raise NotImplementedError("interval: expected finite bounds")
    affine = transforms.AffineTransform(low, high - low)
    return transforms.ComposeTransform([transforms.SigmoidTransform(), affine])


@biject_to.register(constraints.independent)
def _biject_independent(constraint):
    return _repeated(biject_to, constraint)


@transform_to.register(constraints.independent)
def _transform_independent(constraint):
    return _repeated(transform_to, constraint)


def _repeated(registry, constraint):
    base = registry(constraint.base_constraint)
    return transforms.IndependentTransform(base, constraint.reinterpreted_batch_ndims)


@biject_to.register(constraints.simplex)
def _biject_simplex(constraint):
    return transforms.StickBreakingTransform()


@transform_to.register(constraints.simplex)
def _transform_simplex(constraint):
    return transforms.SoftmaxTransform()


@transform_to.register(constraints.lower_cholesky)
def _lower_cholesky(constraint):
    return transforms.LowerCholeskyTransform()


@_both(constraints.positive_definite, constraints.positive_semidefinite)
def _positive_definite(constraint):
    return transforms.PositiveDefiniteTransform()


@_both(constraints.corr_cholesky)
def _corr_cholesky(constraint):
    return transforms.CorrCholeskyTransform()


@biject_to.register(constraints.cat)
def _biject_cat(constraint):
    return _joined(transforms.CatTransform, biject_to, constraint, constraint.lengths)


@transform_to.register(constraints.cat)
def _transform_cat(constraint):
    return _joined(transforms.CatTransform, transform_to, constraint, constraint.lengths)


@biject_to.register(constraints.stack)
def _biject_stack(constraint):
    return _joined(transforms.StackTransform, biject_to, constraint)


@transform_to.register(constraints.stack)
def _transform_stack(constraint):
    return _joined(transforms.StackTransform, transform_to, constraint)


def _joined(kind, registry, constraint, *more):
    return kind([registry(c) for c in constraint.cseq], constraint.dim, *more)
