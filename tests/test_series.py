"""Quantiles, covariances, integrals, reductions by places and other compositions, as PyTorch's."""

import numpy as np
import pytest

import tensorlite as tl

A = np.random.default_rng(0).normal(size=(4, 5))
HOLED = np.where(A > 0.8, np.nan, A)
PLACES = [0, 2, 0, 3]
CASES = {
    "scalar_tensor": lambda T, x: x * T.scalar_tensor(2.5, dtype=T.float64),
    "quantile of all": lambda T, x: x.quantile(0.3, keepdim=True),
    "quantiles": lambda T, x: T.quantile(x, T.tensor([0.0, 0.4, 1.0]).double(), 1),
    "index_reduce": lambda T, x: x.index_reduce(1, T.tensor([1, 4, 1]), x[:, :3] + 1, "amax"),
    "index_reduce_": lambda T, x: (x * 2).index_reduce_(
        0, T.tensor(PLACES), x, "mean", include_self=False
    ),
    "trapezoid": lambda T, x: T.trapezoid(x, T.arange(5.0).double() ** 2),
    "cumulative_trapezoid": lambda T, x: T.cumulative_trapezoid(x, dx=0.5, dim=0),
    "cov": lambda T, x: T.cov(x, fweights=T.tensor([1, 2, 3, 1, 0]), correction=0),
    "cov of weights": lambda T, x: T.cov(x, aweights=T.arange(5.0).double()),
    "corrcoef": lambda T, x: T.corrcoef(x),
    "addr": lambda T, x: T.addr(x, x[:, 0], x[0], beta=0.5, alpha=2),
    "addr_": lambda T, x: (x * 2).addr_(x[:, 0], x[0], beta=0.5, alpha=2),
    "dist": lambda T, x: T.dist(x, x.exp(), 3),
    "renorm": lambda T, x: x.renorm(2, 0, 1.5),
    "renorm_": lambda T, x: (x * 2).renorm_(2, 0, 1.5),
    "float_power_": lambda T, x: (x * 2).float_power_(3),
    "logit_": lambda T, x: (x * 0.1 + 0.5).logit_() + T.logit_(x * 0.1 + 0.5, 0.4),
    "methods of activations": lambda T, x: x.hardshrink(0.3) + x.prelu(x[0, :1]),
    "sum_to_size": lambda T, x: x.sum_to_size(1, 5),
    "narrow_copy": lambda T, x: x.narrow_copy(1, 1, 3),
    "put": lambda T, x: x.put(T.tensor([1, -1]), x[0, :2], accumulate=True),
    "tril_": lambda T, x: (x * 2).tril_(-1),
    "triu_": lambda T, x: (x * 2).triu_(1),
    "fill_diagonal_": lambda T, x: (x * 2).T.contiguous().fill_diagonal_(7.0),
    "fill_diagonal_ wrapped": lambda T, x: x.repeat(3, 1)[:, :3].clone().fill_diagonal_(7.0, True),
    "conjugate": lambda T, x: x.conj().resolve_conj().resolve_neg() + T.real(x) + x.real,
}
CASES["addbmm"] = lambda T, x: T.addbmm(
    x[:, :4], x.reshape(5, 4, 1), x.reshape(5, 1, 4), beta=2, alpha=0.5
)
CASES["addbmm_"] = lambda T, x: (x[:, :4] * 2).addbmm_(
    x.reshape(5, 4, 1), x.reshape(5, 1, 4), beta=2, alpha=0.5
)


@pytest.mark.torch
@pytest.mark.parametrize("name", CASES)
def test_as_torch(name):
    torch = pytest.importorskip("torch")
    results = []
    for T in (torch, tl):
        x = T.tensor(A, requires_grad=True)
        y = CASES[name](T, x)
        (y * y).sum().backward()
        results.append((y.detach().numpy(), x.grad.numpy()))
    for theirs, ours in zip(*results, strict=True):
        assert theirs.shape == ours.shape and theirs.dtype == ours.dtype
        np.testing.assert_allclose(ours, theirs, rtol=1e-10, atol=1e-12)


@pytest.mark.torch
@pytest.mark.parametrize("between", ["linear", "lower", "higher", "midpoint", "nearest"])
@pytest.mark.parametrize("name", ["quantile", "nanquantile"])
def test_quantiles_of_what_is_missing(name, between):
    torch = pytest.importorskip("torch")

    def found(T, dim):
        q = T.tensor([0.2, 0.5, 0.9]).double()
        x = T.tensor(np.vstack([HOLED, np.full((1, 5), np.nan)]))
        return getattr(T, name)(x, q, dim, interpolation=between).numpy()

    for dim in (0, 1, None):
        np.testing.assert_allclose(found(tl, dim), found(torch, dim), rtol=1e-12)


@pytest.mark.parametrize("options", [(), (3,), (1,), (0,), (4, True)])
def test_vander_as_numpy(options):
    x = tl.tensor(A[0], requires_grad=True)
    np.testing.assert_allclose(tl.vander(x, *options).detach().numpy(), np.vander(A[0], *options))
    assert tl.autograd.gradcheck(lambda x: tl.vander(x, 4), (x,))


def test_kinds():
    assert tl.scalar_tensor(2).dtype is tl.float32
    assert tl.scalar_tensor(2.5, dtype=tl.int64).item() == 2
    assert tl.vander(tl.tensor([1, 2], dtype=tl.int32)).dtype is tl.int64
    assert tl.ones(2).is_signed() and not tl.ones(2, dtype=tl.uint8).is_signed()
    assert not tl.is_conj(tl.ones(2)) and not tl.is_neg(tl.ones(2))


def test_results_that_do_not_fit_in_place_are_refused():
    """`addmm_` once cut the results of floats down to integers, and said nothing."""
    counts, m = tl.ones(2, 2, dtype=tl.int64), tl.ones(2, 2) / 2
    for call in (
        lambda x: x.addmm_(m, m), lambda x: x.addr_(m[0], m[0]), lambda x: x.logit_(),
        lambda x: x.addbmm_(m[None], m[None]), lambda x: x[0].addmv_(m, m[0]),
    ):  # fmt: skip
        with pytest.raises(RuntimeError, match=r"desired output type|to have the same dtype"):
            call(counts)
    with pytest.raises(RuntimeError, match=r"float_power_: expected a base of .*float64; got"):
        m.float_power_(2)
    with pytest.raises(RuntimeError, match="expected a result of shape"):
        tl.ones(1).addr_(m[0], m[0])
    assert (counts == 1).all()
