"""`tensorlite.distributions` against PyTorch's: densities, moments, divergences, samples."""

import itertools
import subprocess
import sys

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import distributions as D
from tensorlite.distributions import constraints, draws, transforms

A, B = [0.7, 2.5], [1.3, 0.4]  # two positive parameters of a batch of two
M = [[2.0, 0.5], [0.5, 1.5]]
P3 = [[0.2, 0.5, 0.3], [0.6, 0.1, 0.3]]

# name: parameters, as nested lists where tensors are meant
CASES = {
    "Normal": [{"loc": [0.3, -1.0], "scale": A}],
    "Laplace": [{"loc": [0.3, -1.0], "scale": A}],
    "Cauchy": [{"loc": [0.3, -1.0], "scale": A}],
    "Gumbel": [{"loc": [0.3, -1.0], "scale": A}],
    "LogNormal": [{"loc": [0.3, -1.0], "scale": [0.7, 0.3]}],
    "HalfNormal": [{"scale": A}],
    "HalfCauchy": [{"scale": A}],
    "Uniform": [{"low": [-1.0, 0.5], "high": [0.5, 3.0]}],
    "StudentT": [{"df": [3.5, 7.0], "loc": [0.3, -1.0], "scale": A}],
    "Gamma": [{"concentration": A, "rate": B}],
    "InverseGamma": [{"concentration": [2.5, 3.5], "rate": B}],
    "Chi2": [{"df": [3.0, 0.8]}],
    "Exponential": [{"rate": A}],
    "Beta": [{"concentration1": A, "concentration0": B}],
    "Dirichlet": [{"concentration": [[0.5, 1.5, 2.0], [3.0, 1.2, 0.7]]}],
    "FisherSnedecor": [{"df1": [3.0, 5.0], "df2": [5.5, 9.0]}],
    "Pareto": [{"scale": A, "alpha": [3.5, 2.5]}],
    "Weibull": [{"scale": A, "concentration": [1.3, 2.4]}],
    "Kumaraswamy": [{"concentration1": [1.7, 2.5], "concentration0": [1.3, 2.4]}],
    "GeneralizedPareto": [{"loc": [0.0, 1.0], "scale": A, "concentration": [0.2, -0.3]}],
    "VonMises": [{"loc": [0.3, -1.0], "concentration": A}],
    "Bernoulli": [{"probs": [0.3, 0.8]}, {"logits": [0.3, -1.0]}],
    "ContinuousBernoulli": [{"probs": [0.3, 0.5]}, {"logits": [0.3, -1.0]}],
    "Geometric": [{"probs": [0.3, 0.8]}, {"logits": [0.3, -1.0]}],
    "Binomial": [{"total_count": 5, "probs": [0.3, 0.8]}, {"total_count": 5, "logits": [0.3, 1.0]}],
    "NegativeBinomial": [{"total_count": 5, "probs": [0.3, 0.65]}],
    "Poisson": [{"rate": [0.7, 12.0]}],
    "Categorical": [{"probs": P3}, {"logits": P3}],
    "OneHotCategorical": [{"probs": P3}],
    "OneHotCategoricalStraightThrough": [{"probs": P3}],
    "Multinomial": [{"total_count": 6, "probs": P3}],
    "RelaxedBernoulli": [{"temperature": 0.7, "probs": [0.3, 0.8]}],
    "RelaxedOneHotCategorical": [{"temperature": 0.7, "probs": P3}],
    "LogisticNormal": [{"loc": [[0.3, -1.0]], "scale": [A]}],
    "MultivariateNormal": [{"loc": [0.3, -1.0], "covariance_matrix": M},
                           {"loc": [0.3, -1.0], "precision_matrix": M},
                           {"loc": [0.3, -1.0], "scale_tril": [[1.2, 0.0], [0.4, 0.7]]}],
    "LowRankMultivariateNormal": [{"loc": [0.3, -1.0, 0.5], "cov_factor": [[0.5], [1.0], [-0.3]],
                                   "cov_diag": [0.4, 0.7, 1.2]}],
    "Wishart": [{"df": [4.5, 6.0], "covariance_matrix": M}, {"df": 5.0, "precision_matrix": M}],
    "LKJCholesky": [{"dim": 3, "concentration": A}],
}  # fmt: skip
ALL = [(name, k) for name, cases in CASES.items() for k in range(len(cases))]


def made(lib, name, index=0, **more):
    """A distribution of PyTorch's or ours."""
    double = lib.float64
    given = {
        key: lib.tensor(value, dtype=double) if isinstance(value, list) else value
        for key, value in CASES[name][index].items()
    }
    if isinstance(given.get("temperature"), float):
        given["temperature"] = lib.tensor(given["temperature"], dtype=double)
    if isinstance(given.get("df"), float):
        given["df"] = lib.tensor(given["df"], dtype=double)
    return getattr(lib.distributions, name)(**given, **more)


def near(got, want, tolerance=1e-7):
    got, want = got.detach().numpy(), want.detach().numpy()
    assert got.shape == want.shape and got.dtype == want.dtype
    np.testing.assert_allclose(got, want, rtol=tolerance, atol=tolerance)


def both(ours, theirs, tolerance=1e-7):
    """The same value, or refused by both."""
    try:
        want = theirs()
    except NotImplementedError:
        with pytest.raises(NotImplementedError):
            ours()
        return
    near(ours(), want, tolerance)


@pytest.mark.torch
@pytest.mark.parametrize(("name", "index"), ALL)
def test_equals_pytorch(name, index):
    torch = pytest.importorskip("torch")
    if name == "GeneralizedPareto":  # theirs takes float32 alone: see below
        return
    torch.manual_seed(3)
    p, q = made(tl, name, index), made(torch, name, index)
    assert tuple(p.batch_shape) == tuple(q.batch_shape)
    assert tuple(p.event_shape) == tuple(q.event_shape)
    value = q.sample((4,))
    given = tl.tensor(value.numpy())
    near(p.log_prob(given), q.log_prob(value))
    for moment in ("mean", "mode", "variance", "stddev"):
        if name in ("Kumaraswamy", "GeneralizedPareto") and moment in ("mode", "stddev"):
            continue
        both(lambda m=moment: getattr(p, m), lambda m=moment: getattr(q, m), 1e-6)
    if name not in ("VonMises", "FisherSnedecor", "StudentT"):
        both(lambda: p.entropy(), lambda: q.entropy())
    both(lambda: p.cdf(given), lambda: q.cdf(value), 1e-6)
    if not p.event_shape and name not in ("Geometric",):
        u = torch.tensor([[0.1, 0.9], [0.5, 0.3]], dtype=torch.float64)
        both(lambda: p.icdf(tl.tensor(u.numpy())), lambda: q.icdf(u), 1e-6)
    assert p.has_rsample == q.has_rsample
    assert p.has_enumerate_support == q.has_enumerate_support
    if p.has_enumerate_support:
        for expand in (True, False):
            near(p.enumerate_support(expand), q.enumerate_support(expand))
    large, theirs = p.expand((3, *p.batch_shape)), q.expand((3, *q.batch_shape))
    near(large.log_prob(given[:1]), theirs.log_prob(value[:1]))
    assert large.sample((2,)).shape == (2, 3, *p.batch_shape, *p.event_shape)


def test_a_generalized_pareto():
    stats = pytest.importorskip("scipy.stats")
    p = made(tl, "GeneralizedPareto")
    loc, scale, shape = (x.numpy() for x in (p.loc, p.scale, p.concentration))
    q = stats.genpareto(shape, loc, scale)
    value = tl.tensor([[0.3, 1.2], [2.0, 1.9]], dtype=tl.float64)
    for ours, theirs in ((p.log_prob(value), q.logpdf(value.numpy())),
                         (p.cdf(value), q.cdf(value.numpy())), (p.mean, q.mean()),
                         (p.icdf(value / 3), q.ppf(value.numpy() / 3)), (p.variance, q.var()),
                         (p.entropy(), q.entropy())):  # fmt: skip
        np.testing.assert_allclose(ours.numpy(), theirs, rtol=1e-9)
    flat = D.GeneralizedPareto(0.0, 2.0, 0.0)
    near(flat.log_prob(tl.tensor(1.0)), D.Exponential(0.5).log_prob(tl.tensor(1.0)), 1e-6)


@pytest.mark.torch
def test_divergences_equal_pytorch():
    torch = pytest.importorskip("torch")
    seen = 0
    for (a, i), (b, j) in itertools.product(ALL, ALL):
        if (a, b) == ("Wishart", "Wishart"):  # theirs is not that of its densities: see below
            continue
        pair = [made(tl, a, i), made(tl, b, j)]
        theirs = [made(torch, a, i), made(torch, b, j)]
        try:
            want = torch.distributions.kl_divergence(*theirs)
        except (NotImplementedError, ValueError, RuntimeError):
            continue
        got = D.kl_divergence(*pair)
        np.testing.assert_allclose(got.detach().numpy(), want.detach().numpy(), 1e-6, 1e-8,
                                   err_msg=f"{a} {b}")  # fmt: skip
        seen += 1
    assert seen > 80


@pytest.mark.parametrize("name", ["Wishart", "Gamma", "MultivariateNormal", "ContinuousBernoulli"])
def test_a_divergence_is_the_mean_of_its_densities(name):
    tl.manual_seed(0)
    p, q = made(tl, name, 0), made(tl, name, 0)
    for key, x in {**q._given()}.items():
        if key in ("df", "concentration", "loc", "probs"):
            q.__dict__[key] = x * 0.9
    x = p.sample((40000,))
    found = (p.log_prob(x) - q.log_prob(x)).mean(0)
    np.testing.assert_allclose(found.numpy(), D.kl_divergence(p, q).numpy(), rtol=0.1, atol=0.01)


def drawn(p, count):
    tl.manual_seed(1)
    return p.sample((count,)).numpy()


@pytest.mark.parametrize(("name", "index"), ALL)
def test_samples_have_the_moments(name, index):
    p, count = made(tl, name, index), 20000
    if name in ("Cauchy", "HalfCauchy", "VonMises", "LKJCholesky"):
        return
    try:
        mean, variance = p.mean.numpy(), p.variance.numpy()
    except NotImplementedError:
        return
    if not np.isfinite(variance).all():
        return
    x = drawn(p, count)
    assert (p.support.check(tl.tensor(x))).all()
    error = np.sqrt(variance / count)
    np.testing.assert_array_less(np.abs(x.mean(0) - mean), 6 * error + 1e-12)
    if name not in ("InverseGamma", "Pareto", "FisherSnedecor", "StudentT"):  # heavy tails
        np.testing.assert_allclose(x.var(0), variance, rtol=0.12, atol=1e-3)


@pytest.mark.parametrize(
    "name", ["Normal", "Laplace", "Cauchy", "Gumbel", "LogNormal", "HalfNormal", "HalfCauchy",
             "Uniform", "Gamma", "Chi2", "Exponential", "Pareto", "Weibull", "Kumaraswamy",
             "GeneralizedPareto", "ContinuousBernoulli"],
)  # fmt: skip
def test_samples_follow_the_cdf(name):
    """Kolmogorov and Smirnov: the largest distance of a uniform sample is below 2 / sqrt(n)."""
    p, count = made(tl, name), 5000
    u = np.sort(p.cdf(tl.tensor(drawn(p, count))).numpy(), 0)
    steps = (np.arange(count) + 0.5)[:, None] / count
    assert np.abs(u - steps).max() < 2 / np.sqrt(count)


@pytest.mark.parametrize("name", ["HalfNormal", "HalfCauchy"])
def test_the_name_of_a_probability(name):
    p = getattr(D, name)(2.0)
    assert p.icdf(prob=tl.tensor(0.5)) == p.icdf(tl.tensor(0.5))


def test_a_von_mises_sample():
    p = made(tl, "VonMises")
    x = drawn(p, 20000)
    turned = np.stack([np.cos(x).mean(0), np.sin(x).mean(0)])
    length = 1 - p.variance.numpy()
    want = length * np.stack([np.cos(p.loc.numpy()), np.sin(p.loc.numpy())])
    np.testing.assert_allclose(turned, want, atol=0.03)
    assert (np.abs(x) <= np.pi).all()


def test_a_sample_of_correlations():
    x = drawn(made(tl, "LKJCholesky"), 4000)
    correlations = x @ np.swapaxes(x, -1, -2)
    np.testing.assert_allclose(np.diagonal(correlations, 0, -2, -1), 1, atol=1e-9)
    # each is Beta(c + (d - 2) / 2) on (-1, 1), whose variance is 1 / (2 c + d - 1)
    c = np.array(A)
    np.testing.assert_allclose(correlations[..., 1, 0].var(0), 1 / (2 * c + 2), rtol=0.1)
    np.testing.assert_allclose(correlations[..., 2, 1].var(0), 1 / (2 * c + 2), rtol=0.1)


# ------------------------------------------------------------------ gradients of samples


@pytest.mark.torch
def test_slopes_of_gamma_numbers_equal_pytorch():
    torch = pytest.importorskip("torch")
    a = np.array([0.01, 0.1, 0.5, 1.0, 3.0, 10.0, 100.0, 1e3])[:, None]
    z = np.array([-2.5, -1.0, 0.0, 1.0, 2.0, 4.0, 7.0])
    x = np.maximum(a + z * np.sqrt(a), a * 0.02)
    a = np.broadcast_to(a, x.shape).copy()
    got = draws.gamma_slope(tl.tensor(a), tl.tensor(x))
    want = torch._standard_gamma_grad(torch.tensor(a), torch.tensor(x))
    np.testing.assert_allclose(got.numpy(), want.numpy(), rtol=2e-3)  # theirs are fits


def test_slopes_of_gamma_numbers_are_those_of_their_quantiles():
    special = pytest.importorskip("scipy.special")
    a = np.array([0.1, 0.8, 2.0, 9.0, 60.0, 800.0])[:, None]
    u = np.array([1e-6, 0.1, 0.5, 0.9, 1 - 1e-6, 1 - 1e-11])
    h = 1e-4 * a
    x = special.gammaincinv(a, u)
    want = (special.gammaincinv(a + h, u) - special.gammaincinv(a - h, u)) / (2 * h)
    got = draws.gamma_slope(tl.tensor(a + 0 * x), tl.tensor(x))
    np.testing.assert_allclose(got.numpy(), want, rtol=1e-4, atol=1e-300)


MOMENTS = {  # of a sample, by the parameter that the derivative is taken by: what it is
    "Gamma": (lambda a: D.Gamma(a, 2.0), lambda a: a / 2),
    "Chi2": (D.Chi2, lambda a: a),
    "Beta": (lambda a: D.Beta(a, 1.5), lambda a: a / (a + 1.5)),
    "Dirichlet": (lambda a: D.Dirichlet(tl.stack([a, a * 0 + 1.5, a * 0 + 0.3], -1)),
                  lambda a: a / (a + 1.8)),
    "Exponential": (D.Exponential, lambda a: 1 / a),
    "Normal": (lambda a: D.Normal(a, 2.0), lambda a: a),
    "Weibull": (lambda a: D.Weibull(a, 1.5), lambda a: a * 0.9027452929509336),
    "Kumaraswamy": (lambda a: D.Kumaraswamy(a, 1.0), lambda a: a / (1 + a)),
    "StudentT": (lambda a: D.StudentT(7.0, a, 1.0), lambda a: a),
    "RelaxedOneHot": (lambda a: D.RelaxedOneHotCategorical(
        tl.tensor(1.0), logits=tl.stack([a, -a], -1) * 0.0 + tl.stack([a, a], -1)),
        lambda a: a * 0 + 0.5),
    "Wishart": (lambda a: D.Wishart(a + 2, tl.eye(2).double()), lambda a: a + 2),
}  # fmt: skip


@pytest.mark.parametrize("name", MOMENTS)
@pytest.mark.parametrize("at", [0.6, 3.0])
def test_gradients_of_samples_are_those_of_the_mean(name, at):
    build, mean = MOMENTS[name]
    tl.manual_seed(2)
    a = tl.full((), at, dtype=tl.float64, requires_grad=True)
    x = build(a.expand(40000)).rsample()
    while x.ndim > 1:
        x = x[..., 0]
    (got,) = tl.autograd.grad(x.mean(), a)
    (want,) = tl.autograd.grad(mean(a).sum(), a)
    assert got.item() == pytest.approx(want.item(), rel=0.05, abs=0.02)


def test_small_concentrations():
    """Gamma numbers of shape 0.001 are 0 in float32; shares of them are not NaN."""
    tl.manual_seed(0)
    a = tl.full((500, 3), 1e-3, requires_grad=True)
    x = D.Dirichlet(a).rsample()
    np.testing.assert_allclose(x.sum(-1).detach().numpy(), 1, rtol=1e-5)
    x[:, 0].sum().backward()
    assert x.isfinite().all() and a.grad.isfinite().all()
    assert (D.Gamma(a.detach(), 1.0).sample() > 0).all()


def test_straight_through():
    probs = tl.tensor([0.2, 0.8], requires_grad=True)
    x = D.OneHotCategoricalStraightThrough(probs=probs).rsample((5,))
    assert set(x.detach().round().unique().tolist()) == {0.0, 1.0}
    (x * tl.tensor([1.0, 2.0])).sum().backward()
    assert probs.grad.abs().sum() > 0


# ------------------------------------------------------------------ composed ones


@pytest.mark.torch
def test_compositions_equal_pytorch():
    torch = pytest.importorskip("torch")

    def build(lib):
        d = lib.distributions
        kind = {"dtype": lib.float64}
        base = d.Normal(lib.zeros(3, 4, **kind), lib.ones(3, 4, **kind) * 0.7)
        yield d.Independent(base, 1)
        yield d.MixtureSameFamily(
            d.Categorical(lib.tensor([[0.2, 0.8], [0.5, 0.5]], **kind)),
            d.Normal(lib.tensor([[0.0, 2.0], [1.0, -1.0]], **kind), lib.tensor([0.5, 1.0], **kind)),
        )
        yield d.MixtureSameFamily(
            d.Categorical(lib.tensor([0.2, 0.5, 0.3], **kind)), d.Independent(base, 1)
        )
        yield d.TransformedDistribution(
            base, [d.AffineTransform(1.0, -2.0), d.ExpTransform(), d.PowerTransform(0.5)]
        )
        yield d.TransformedDistribution(base, [d.StickBreakingTransform(), d.SoftmaxTransform().inv]
                                        [:1])  # fmt: skip
        yield d.TransformedDistribution(d.Independent(base, 1), d.ReshapeTransform((4,), (2, 2)))
        yield d.TransformedDistribution(d.Normal(lib.zeros(2, **kind), 1.0), d.TanhTransform())

    for p, q in zip(build(tl), build(torch), strict=True):
        value = q.sample((2,))
        given = tl.tensor(value.numpy())
        assert tuple(p.batch_shape) == tuple(q.batch_shape), q
        assert tuple(p.event_shape) == tuple(q.event_shape), q
        near(p.log_prob(given), q.log_prob(value))
        both(lambda p=p: p.mean, lambda q=q: q.mean)
        both(lambda p=p: p.variance, lambda q=q: q.variance)
        both(lambda p=p, x=given: p.cdf(x), lambda q=q, x=value: q.cdf(x))
        assert p.sample((5,)).shape == tuple(q.sample((5,)).shape)
        assert p.expand((6, *p.batch_shape)).batch_shape == (6, *p.batch_shape)


TRANSFORMS = {
    "ExpTransform": ((), (3,)), "SigmoidTransform": ((), (3,)), "TanhTransform": ((), (3,)),
    "SoftplusTransform": ((), (3,)), "AffineTransform": ((1.0, -2.0), (3,)),
    "StickBreakingTransform": ((), (2, 3)), "CorrCholeskyTransform": ((), (2, 6)),
    "LowerCholeskyTransform": ((), (2, 3, 3)), "PositiveDefiniteTransform": ((), (2, 3, 3)),
    "ReshapeTransform": (((4,), (2, 2)), (3, 4)),
}  # fmt: skip


@pytest.mark.torch
@pytest.mark.parametrize("name", TRANSFORMS)
def test_transforms_equal_pytorch(name):
    torch = pytest.importorskip("torch")
    args, shape = TRANSFORMS[name]
    ours, theirs = (getattr(lib.distributions, name)(*args) for lib in (tl, torch))
    x = torch.randn(shape, dtype=torch.float64, generator=torch.Generator().manual_seed(0))
    given, y = tl.tensor(x.numpy()), theirs(x)
    found = ours(given)
    near(found, y)
    near(ours.inv(found), theirs.inv(y))
    both(lambda: ours.log_abs_det_jacobian(given, found), lambda: theirs.log_abs_det_jacobian(x, y))
    assert tuple(ours.forward_shape(shape)) == tuple(y.shape)
    assert ours.codomain.check(found).all()


def test_composed_transforms():
    affine = transforms.AffineTransform(tl.tensor(1.0), tl.tensor(2.0))
    both_ways = transforms.ComposeTransform([affine, transforms.ExpTransform(cache_size=1)])
    x = tl.randn(4)
    near(both_ways.inv(both_ways(x)), x, 1e-5)
    near(both_ways.log_abs_det_jacobian(x, both_ways(x)), 1 + 2 * x + np.log(2), 1e-5)
    stacked = transforms.StackTransform([affine, transforms.ExpTransform()], 1)
    near(stacked(tl.stack([x, x], 1)), tl.stack([1 + 2 * x, x.exp()], 1), 1e-5)
    joined = transforms.CatTransform([affine, transforms.ExpTransform()], 0, [1, 3])
    near(joined(x), tl.cat([1 + 2 * x[:1], x[1:].exp()]), 1e-5)
    cdf = transforms.CumulativeDistributionTransform(D.Normal(0.0, 1.0))
    near(cdf.inv(cdf(x)), x, 1e-3)
    assert affine.inv.inv is affine and affine.sign == 1
    assert transforms.ExpTransform() == transforms.ExpTransform()


@pytest.mark.parametrize(
    "constraint", [constraints.positive, constraints.unit_interval, constraints.simplex,
                   constraints.lower_cholesky, constraints.positive_definite, constraints.real,
                   constraints.greater_than(2.0), constraints.less_than(-1.0),
                   constraints.interval(-2.0, 3.0), constraints.corr_cholesky,
                   constraints.independent(constraints.positive, 1)],
    ids=repr,
)  # fmt: skip
def test_transforms_reach_constraints(constraint):
    tl.manual_seed(0)
    t = D.transform_to(constraint)
    shape = t.inverse_shape((3, 3)) if constraint is constraints.corr_cholesky else (3, 3)
    assert constraint.check(t(tl.randn(5, *shape))).all()
    if constraint not in (constraints.lower_cholesky,):
        D.biject_to(constraint)


# ------------------------------------------------------------------ what cannot be


@pytest.mark.parametrize(
    "call, error, text",
    [
        (lambda: D.Normal(0.0, -1.0), ValueError, "Expected parameter scale .* of distribution "
         r"Normal\(.*to satisfy the constraint GreaterThan\(lower_bound=0.0\)"),
        (lambda: D.Uniform(1.0, 0.0), ValueError, "not defined when low>= high"),
        (lambda: D.Bernoulli(probs=1.5), ValueError, "Expected parameter probs"),
        (lambda: D.Bernoulli(), ValueError, "Either `probs` or `logits` must be specified"),
        (lambda: D.Bernoulli(0.5, 0.5), ValueError, "but not both"),
        (lambda: D.Bernoulli(0.5).log_prob(tl.tensor(0.5)), ValueError, "to be within the support"),
        (lambda: D.Normal(0.0, 1.0).log_prob(1.0), ValueError, "must be a Tensor"),
        (lambda: D.Normal(tl.zeros(2), 1.0).log_prob(tl.zeros(3)), ValueError, "not broadcastable"),
        (lambda: D.Dirichlet(tl.ones(3)).log_prob(tl.ones(2) / 2), ValueError, "right-most size"),
        (lambda: D.Categorical(tl.tensor(0.5)), ValueError, "at least one-dimensional"),
        (lambda: D.MultivariateNormal(tl.zeros(2)), ValueError, "Exactly one of covariance"),
        (lambda: D.MultivariateNormal(tl.zeros(2), -tl.eye(2)), ValueError, "covariance_matrix"),
        (lambda: D.Wishart(0.5, tl.eye(2)), ValueError, "greater than ndim - 1"),
        (lambda: D.Independent(D.Normal(0.0, 1.0), 1), ValueError, "reinterpreted_batch_ndims <="),
        (lambda: D.Poisson(1.0).rsample(), NotImplementedError, "rsample"),
        (lambda: D.kl_divergence(D.Cauchy(0.0, 1.0), D.Categorical(tl.ones(2))),
         NotImplementedError, "No KL"),
        (lambda: D.Multinomial(tl.tensor(2), tl.ones(2)), NotImplementedError, "total_count"),
        (lambda: D.Normal("a", 1.0), ValueError, "instances of Number, or Tensor"),
        (lambda: D.biject_to(constraints.boolean), NotImplementedError, "Cannot transform"),
        (lambda: transforms.Transform(cache_size=2), ValueError, "cache_size must be 0 or 1"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said(call, error, text):
    with pytest.raises(error, match=text):
        call()


def test_checks_can_be_left_out():
    D.Normal(0.0, -1.0, validate_args=False)
    D.Distribution.set_default_validate_args(False)
    try:
        D.Normal(0.0, -1.0).log_prob(tl.tensor(1.0))
    finally:
        D.Distribution.set_default_validate_args(True)


def test_a_divergence_of_ones_own():
    class Mine(D.Normal):
        pass

    @D.register_kl(Mine, D.Normal)
    def mine(p, q):
        return tl.tensor(7.0)

    assert D.kl_divergence(Mine(0.0, 1.0), Mine(0.0, 1.0)) == 7
    assert D.kl_divergence(D.Normal(0.0, 1.0), Mine(0.0, 1.0)) == 0


def test_a_variational_step():
    """What programs do: a loss of samples and a divergence, whose gradients train parameters."""
    tl.manual_seed(0)
    loc = tl.zeros(3, requires_grad=True)
    scale = tl.zeros(3, requires_grad=True)
    optimizer = tl.optim.Adam([loc, scale], lr=0.1)
    target = tl.tensor([1.0, -1.0, 0.5])
    for _ in range(100):
        optimizer.zero_grad()
        q = D.Normal(loc, scale.exp())
        loss = (q.rsample((16,)) - target).square().sum(-1).mean() * 10
        (loss + D.kl_divergence(q, D.Normal(tl.zeros(3), tl.ones(3))).sum()).backward()
        optimizer.step()
    np.testing.assert_allclose(loc.detach().numpy(), target.numpy(), atol=0.2)
    assert (scale < -0.5).all()


def test_it_is_loaded_when_first_used():
    code = "import sys, tensorlite as tl; a = 'tensorlite.distributions' in sys.modules; "
    code += "tl.distributions.Normal; print(a, 'torch' in sys.modules, 'scipy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False"] * 3


def test_what_libraries_of_distributions_take_from_utils():
    normal, summed = D.utils._standard_normal, D.utils._sum_rightmost
    assert normal((2, 3), tl.float64, "cpu").dtype is tl.float64
    x = tl.arange(24.0).reshape(2, 3, 4)
    assert summed(x, 2).tolist() == [66, 210] and summed(x, 0) is x


def _of_one_number(kind, *parameters):
    """A subclass whose __init__ takes one number, as libraries derive theirs."""

    class Derived(kind):
        def __init__(self, scale):
            super().__init__(*[make(scale) for make in parameters])

        def expand(self, batch_shape, _instance=None):
            return super().expand(batch_shape, self._get_checked_instance(Derived, _instance))

    return Derived(2.0)


DERIVED = {
    "Independent": (lambda s: D.Normal(tl.zeros(3), s), lambda s: 1),
    "MixtureSameFamily": (lambda s: D.Categorical(tl.ones(2)), lambda s: D.Normal(tl.zeros(2), s)),
    "Pareto": (float, float), "Weibull": (float, float), "InverseGamma": (float, float),
    "Kumaraswamy": (float, float), "LogNormal": (float, float), "Normal": (float, float),
    "TransformedDistribution": (lambda s: D.Normal(0.0, s), lambda s: transforms.ExpTransform()),
}  # fmt: skip


@pytest.mark.parametrize("name", DERIVED)
def test_a_subclass_with_parameters_of_its_own_is_expanded(name):
    """`expand` called the subclass with what its base takes."""
    small = _of_one_number(getattr(D, name), *DERIVED[name])
    large = small.expand((4, 2))
    assert type(large) is type(small) and large.batch_shape == (4, 2)
    assert large._validate_args == small._validate_args
    x = large.sample((5,))
    assert x.shape == (5, 4, 2, *small.event_shape)
    np.testing.assert_allclose(large.log_prob(x).numpy(), small.log_prob(x).numpy(), rtol=1e-6)


@pytest.mark.torch
@pytest.mark.parametrize("make", [lambda d: d.Gamma(1.0, 2.0), lambda d: d.Chi2(3.0)])
def test_gamma_numbers_may_be_pythons(make):
    torch = pytest.importorskip("torch")
    found, want = (make(m.distributions).log_prob(0.5).item() for m in (tl, torch))
    assert found == pytest.approx(want, rel=1e-6)


@pytest.mark.parametrize("dtype", [tl.float32, tl.float64], ids=str)
@pytest.mark.parametrize("a", [1e-3, 0.1])
def test_numbers_between_zero_and_one_lie_between_them(a, dtype):
    """Of small concentrations many rounded to 0 or to 1, of which the density is infinite."""
    tl.manual_seed(0)
    a = tl.tensor(a, dtype=dtype, requires_grad=True)
    beta, corners = D.Beta(a, a), D.Dirichlet(a.expand(3))
    for distribution in (beta, corners):
        x = distribution.rsample((5000,))
        assert ((x > 0) & (x < 1)).all() and x.dtype is dtype
        assert distribution.log_prob(x.detach()).isfinite().all()
        assert tl.autograd.grad(x.sum(), a)[0].isfinite()
    assert 0.4 < (beta.sample((5000,)) < 0.5).double().mean() < 0.6


@pytest.mark.torch
def test_continuous_bernoulli_of_large_logits():
    """Their density was infinite, where the probabilities are 0 and 1 to the last bit."""
    torch = pytest.importorskip("torch")
    runs = []
    for m in (tl, torch):
        logits = m.tensor([1e5, -1e5, 500.0, -500.0, 1e5, -1e5], requires_grad=True)
        made = m.distributions.ContinuousBernoulli(logits=logits)
        found = made.log_prob(m.tensor([1.0, 0.0, 0.0, 1.0, 0.0, 1.0]))
        found.sum().backward()
        runs.append([*found.tolist(), *logits.grad.tolist(), *made.mean.tolist()])
    assert runs[0] == pytest.approx(runs[1], rel=1e-5)


def test_what_was_drawn_has_a_density():
    """Shares rounded to 0, and ends of the interval were refused by the uniform numbers below."""
    tl.manual_seed(0)
    shares = D.LogisticNormal(tl.zeros(3), tl.full((3,), 20.0))
    assert shares.log_prob(shares.sample((2000,))).isfinite().float().mean() > 0.99
    ends = D.Kumaraswamy(tl.tensor(0.05), tl.tensor(0.05))
    assert ends.log_prob(ends.sample((2000,))).shape == (2000,)


def test_parameters_that_a_subclass_adds_are_checked():
    """Of a Categorical only its own were."""

    class Ordered(D.Categorical):
        arg_constraints = {"scale": constraints.positive}  # noqa: RUF012

        def __init__(self, scale):
            self.scale = scale
            super().__init__(tl.ones(3) * scale.unsqueeze(-1).abs())

    assert Ordered(tl.ones(2)).batch_shape == (2,)
    with pytest.raises(ValueError, match="parameter scale"):
        Ordered(-tl.ones(2))
