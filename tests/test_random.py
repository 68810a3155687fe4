"""Random ops: generators and their streams, shapes, dtypes and errors, and the statistics."""

import threading

import numpy as np
import pytest

import tensorlite as tl

N = 200_000


@pytest.fixture(autouse=True)
def seeded():
    tl.manual_seed(11)


FACTORIES = {
    "rand": lambda g: tl.rand(1000, generator=g),
    "randn": lambda g: tl.randn(10, 100, generator=g),
    "randint": lambda g: tl.randint(-5, 5, (1000,), generator=g),
    "randperm": lambda g: tl.randperm(1000, generator=g),
    "normal": lambda g: tl.normal(tl.zeros(1000), 2.0, generator=g),
    "bernoulli": lambda g: tl.bernoulli(tl.full((1000,), 0.5), generator=g),
    "multinomial": lambda g: tl.ones(50).multinomial(20, generator=g),
    "multinomial with": lambda g: tl.ones(50).multinomial(200, True, generator=g),
    "uniform_": lambda g: tl.zeros(1000).uniform_(generator=g),
    "uniform_ of a transpose": lambda g: tl.zeros(40, 25).T.uniform_(generator=g),
    "exponential_": lambda g: tl.zeros(1000).exponential_(generator=g),
    "random_": lambda g: tl.zeros(1000).random_(100, generator=g),
    "dropout": lambda g: tl.dropout(tl.ones(1000), 0.5, generator=g),
    "poisson": lambda g: tl.poisson(tl.full((1000,), 3.0), g),
    "binomial": lambda g: tl.binomial(tl.full((1000,), 9.0), tl.tensor(0.3), generator=g),
}


@pytest.mark.parametrize("name", FACTORIES)
def test_a_seed_gives_the_same_stream(name):
    draw = FACTORIES[name]
    g = tl.Generator().manual_seed(5)
    first, state, second = draw(g).tolist(), g.get_state(), draw(g).tolist()
    assert first != second
    assert draw(tl.Generator().manual_seed(5)).tolist() == first
    assert draw(tl.Generator().set_state(state)).tolist() == second
    assert draw(tl.Generator().manual_seed(6)).tolist() != first


@pytest.mark.parametrize("name", FACTORIES)
def test_the_default_generator(name):
    tl.manual_seed(3)
    state, first = tl.get_rng_state(), FACTORIES[name](None).tolist()
    tl.set_rng_state(state)
    assert FACTORIES[name](None).tolist() == first
    assert tl.initial_seed() == 3


def test_threads_do_not_change_the_stream():
    before, results = tl.get_num_threads(), []
    try:
        for count in (1, 2):
            tl.set_num_threads(count)
            tl.manual_seed(1)
            results.append([
                tl.rand(300_001).numpy().tobytes(), tl.randn(300_001).numpy().tobytes(),
                tl.randperm(100_000).numpy().tobytes(),
                tl.dropout(tl.ones(300_001), 0.3).numpy().tobytes(),
            ])  # fmt: skip
    finally:
        tl.set_num_threads(before)
    assert results[0] == results[1]


def test_python_threads_share_a_generator_without_repeats():
    g, drawn = tl.Generator().manual_seed(0), []

    def work():
        for _ in range(50):
            drawn.append(tl.rand(4, generator=g, dtype=tl.float64).tolist())

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len({tuple(d) for d in drawn}) == 200


def test_known_numbers():
    """Philox of seed 0, counter 0 begins with 0x6627e8d5: the stream is part of the interface."""
    u = tl.rand(1, generator=tl.Generator().manual_seed(0))
    assert u.item() == (0x6627E8D5 >> 8) / 2**24


# ------------------------------------------------------------------ shapes, dtypes, arguments


def test_factories():
    assert tl.rand(2, 3).shape == (2, 3) and tl.rand((2, 3)).dtype is tl.float32
    assert tl.rand(()).shape == () and tl.randn(0, 4).shape == (0, 4)
    assert tl.randn(2, dtype=tl.float64).dtype is tl.float64
    assert tl.rand(2, requires_grad=True).requires_grad
    x = tl.zeros(3, 2, dtype=tl.float64)
    assert tl.rand_like(x).dtype is tl.float64 and tl.randn_like(x).shape == (3, 2)
    assert tl.randint_like(x, 5).dtype is tl.float64
    assert tl.randint(5, (2, 2)).dtype is tl.int64
    assert tl.randint(high=1, size=(2,)).tolist() == [0, 0]
    assert tl.randint_like(x[0], high=1).tolist() == [0, 0]
    for none in (lambda: tl.randint_like(x), lambda: tl.randint(size=(2,))):
        with pytest.raises(TypeError, match="expected high; got none"):
            none()
    assert tl.randint(0, 200, (9,), dtype=tl.uint8).dtype is tl.uint8
    assert tl.randperm(5, dtype=tl.int32).dtype is tl.int32
    assert tl.normal(0.0, 1.0, size=(2, 3)).shape == (2, 3)
    assert tl.normal(tl.zeros(3, 1), tl.ones(4)).shape == (3, 4)


@pytest.mark.parametrize("dtype, low, high", [(tl.float16, 0, 70000), (tl.float16, -(1 << 17), 0),
                                              (tl.bool, 0, 3), (tl.bool, -1, 2), (tl.int8, 0, 129)],
                         ids=str)  # fmt: skip
def test_whole_numbers_that_a_dtype_does_not_hold_are_refused(dtype, low, high):
    x = tl.ones(4, dtype=dtype)
    for draw in (lambda: x.random_(low, high), lambda: tl.randint(low, high, (4,), dtype=dtype),
                 lambda: tl.randint_like(x, low, high)):  # fmt: skip
        with pytest.raises(RuntimeError, match="from and to are out of bounds"):
            draw()
    assert x.tolist() == [1] * 4


def test_in_place_fills():
    x = tl.zeros(1000)
    version = x._version
    assert x.uniform_(2, 3) is x and x._version > version
    assert float(x.min()) >= 2 and float(x.max()) < 3
    assert float(x.normal_(100, 0.1).min()) > 99
    assert set(x.bernoulli_(0.5).tolist()) == {0.0, 1.0}
    assert set(x.random_(3, 5).tolist()) == {3.0, 4.0}
    assert float(x.geometric_(0.5).min()) == 1
    assert float(x.log_normal_().min()) > 0
    assert bool(x.cauchy_().isfinite().all())
    assert set(tl.zeros(99, dtype=tl.bool).random_().tolist()) == {False, True}
    small = tl.zeros(9999, dtype=tl.int8).random_()
    assert small.min().item() == 0 and small.max().item() == 127
    half = tl.zeros(10, 10)
    half[:, ::2].uniform_(1, 2)
    assert bool((half[:, 1::2] == 0).all()) and bool((half[:, ::2] >= 1).all())


def test_fills_end_the_history():
    x = tl.ones(3, requires_grad=True)
    y = x * 2
    y.normal_()
    y.sum().backward()
    assert x.grad is None or x.grad.tolist() == [0, 0, 0]
    with pytest.raises(RuntimeError, match="leaf"):
        x.normal_()
    with tl.no_grad():
        x.normal_()


@pytest.mark.parametrize("n", [0, 1, 2, 3, 10, 1000, 65_537])
def test_randperm_is_a_permutation(n):
    assert sorted(tl.randperm(n).tolist()) == list(range(n))


def test_dropout_and_its_gradients():
    x = tl.rand(50, 40).add_(1).requires_grad_()
    y = tl.dropout(x, 0.25)
    kept = (y.detach() != 0).float()
    np.testing.assert_allclose(y.detach().numpy(), (kept * x.detach() / 0.75).numpy(), rtol=1e-6)
    (g,) = tl.autograd.grad((y * y).sum(), x, create_graph=True)
    np.testing.assert_allclose(
        g.detach().numpy(), (2 * y.detach() * kept / 0.75).numpy(), rtol=1e-6
    )
    (h,) = tl.autograd.grad(g.sum(), x)
    np.testing.assert_allclose(h.numpy(), (2 * kept / 0.75**2).numpy(), rtol=1e-6)
    assert tl.dropout(x, 0.5, False) is x
    assert tl.dropout(x, 1.0).detach().abs().sum().item() == 0
    assert tl.dropout(tl.ones(6, 4).T, 0.5).shape == (4, 6)


@pytest.mark.parametrize(
    ("call", "text"),
    [
        (lambda: tl.randint(5, 5, (2,)), "'from' to be less than 'to'"),
        (lambda: tl.randint(0, 300, (2,), dtype=tl.uint8), "out of bounds for uint8"),
        (lambda: tl.rand(2, dtype=tl.int64), "not implemented for 'int64'"),
        (lambda: tl.rand(-1), "extents of at least 0"),
        (lambda: tl.zeros(2).uniform_(3, 2), "found from=3 > to=2"),
        (lambda: tl.zeros(2).normal_(0, -1), "std >= 0.0"),
        (lambda: tl.zeros(2).exponential_(0), "lambda > 0.0"),
        (lambda: tl.zeros(2).bernoulli_(1.5), "p to be in"),
        (lambda: tl.bernoulli(tl.tensor([0.5, float("nan")])), "p_in >= 0"),
        (lambda: tl.poisson(tl.tensor([0.5, -1.0])), "rate to be non-negative; got -1.0"),
        (lambda: tl.poisson(tl.tensor([0.5, float("nan")])), "invalid Poisson rate"),
        (lambda: tl.poisson(tl.ones(2).long()), "floating point dtype"),
        (lambda: tl.binomial(tl.tensor([-2.0]), tl.tensor([0.5])), "at least 0; got -2.0"),
        (lambda: tl.binomial(tl.ones(2), tl.tensor([0.5, 1.5])), "got 0.5 to 1.5"),
        (lambda: tl.binomial(tl.ones(2).long(), tl.ones(2)), "count of prob's dtype"),
        (lambda: tl.dropout(tl.ones(2), 1.5), "between 0 and 1"),
        (lambda: tl.randperm(-1), "n of at least 0"),
        (lambda: tl.tensor([-1.0, 2.0]).multinomial(1), "inf`, `nan` or element < 0"),
        (lambda: tl.tensor([float("nan"), 2.0]).multinomial(1), "inf`, `nan` or element < 0"),
        (lambda: tl.tensor([float("inf"), 2.0]).multinomial(1), "inf`, `nan` or element < 0"),
        (lambda: tl.zeros(3).multinomial(1), "sum of probabilities <= 0"),
        (lambda: tl.tensor([1.0, 0.0]).multinomial(2), "without replacement"),
        (lambda: tl.ones(2).multinomial(3), "without replacement"),
        (lambda: tl.ones(2).multinomial(0), "n_sample <= 0"),
    ],
)
def test_errors(call, text):
    with pytest.raises(RuntimeError, match=text):
        call()


def test_seeds_have_64_bits():
    with pytest.raises(ValueError, match="manual_seed: expected an integer of 64 bits"):
        tl.manual_seed(1 << 65)


def test_set_state_refuses_other_tensors():
    with pytest.raises(TypeError, match="uint8 Tensor"):
        tl.set_rng_state(tl.zeros(4))


# ------------------------------------------------------------------ statistics, wide bounds


def chi_square(counts, expected):
    counts, expected = np.asarray(counts, float), np.asarray(expected, float)
    freedom = len(counts) - 1
    chi = ((counts - expected) ** 2 / expected).sum()
    assert abs(chi - freedom) < 5 * np.sqrt(2 * freedom) + 5


def test_multinomial_with_replacement():
    p = tl.tensor([0.1, 0.0, 0.2, 0.7])
    counts = p.multinomial(N, True).bincount(minlength=4).numpy()
    assert counts[1] == 0
    chi_square(counts[[0, 2, 3]], N * np.array([0.1, 0.2, 0.7]))


def test_multinomial_without_replacement():
    p = tl.tensor([0.1, 0.0, 0.2, 0.7]).expand(20_000, 4)
    drawn = p.multinomial(2).numpy()
    assert (drawn[:, 0] != drawn[:, 1]).all()
    counts = np.bincount(drawn[:, 0], minlength=4)
    chi_square(counts[[0, 2, 3]], 20_000 * np.array([0.1, 0.2, 0.7]))
    # second after 3: in proportion 1 to 2
    later = np.bincount(drawn[drawn[:, 0] == 3, 1], minlength=4)
    chi_square(later[[0, 2]], later.sum() * np.array([1 / 3, 2 / 3]))


def test_multinomial_never_takes_a_zero_weight_at_the_end():
    p = tl.tensor([1.0, 1e-30, 0.0, 0.0])
    assert p.multinomial(N, True).max().item() <= 1


def test_randperm_is_uniform():
    places = np.stack([tl.randperm(6).numpy() for _ in range(6000)])
    for k in range(6):
        chi_square(np.bincount(places[:, k], minlength=6), np.full(6, 1000))


@pytest.mark.parametrize("dtype", [tl.float32, tl.float64, tl.float16, tl.bfloat16])
def test_counts(dtype):
    rate = tl.tensor([0.0, 3.0], dtype=dtype)
    found = tl.poisson(rate.expand(N, 2))
    assert found.dtype is dtype and (found == found.round()).all()
    found = found.double()
    assert not found[:, 0].any()
    assert abs(found[:, 1].mean() - 3) < 0.03 and abs(found[:, 1].var() - 3) < 0.06

    found = tl.binomial(tl.tensor(8.0, dtype=dtype), tl.full((N,), 0.25, dtype=dtype))
    assert found.dtype is dtype and found.min() == 0 and found.max() <= 8
    assert abs(found.double().mean() - 2) < 0.02 and abs(found.double().var() - 1.5) < 0.03


def test_bernoulli_of_a_tensor():
    p = tl.tensor([0.0, 0.25, 1.0]).expand(N // 10, 3)
    share = tl.bernoulli(p).mean(0).numpy()
    assert share[0] == 0 and share[2] == 1 and abs(share[1] - 0.25) < 0.02


def test_dropout_keeps_its_share():
    assert abs((tl.dropout(tl.ones(N), 0.3) != 0).float().mean().item() - 0.7) < 0.01


def test_geometric_and_log_normal():
    x = tl.zeros(N, dtype=tl.float64)
    assert abs(x.geometric_(0.25).mean().item() - 4) < 0.05
    logs = x.log_normal_(1.0, 0.5).log()
    assert abs(logs.mean().item() - 1) < 0.01 and abs(logs.std().item() - 0.5) < 0.01


@pytest.mark.parametrize("dtype, most", [
    (tl.uint8, 256), (tl.int8, 128), (tl.bool, 2), (tl.float16, 2049), (tl.bfloat16, 257),
])  # fmt: skip
def test_a_permutation_needs_a_dtype_that_tells_its_numbers_apart(dtype, most):
    """300 numbers in uint8 were once some of them twice."""
    assert tl.randperm(most, dtype=dtype).double().sort().values.tolist() == [*range(most)]
    for wrong in (lambda: tl.randperm(most + 1, dtype=dtype),
                  lambda: tl.randperm(most + 1, out=tl.empty(0, dtype=dtype))):  # fmt: skip
        with pytest.raises(RuntimeError, match="randperm: expected a dtype that holds all"):
            wrong()


def test_random_numbers_give_an_out_their_shape():
    for draw in (tl.rand, tl.randn):
        tl.manual_seed(3)
        expected = draw(2, 3)
        tl.manual_seed(3)
        out = tl.empty(0)
        assert draw(2, 3, out=out) is out and tl.equal(out, expected)
        assert draw(0, 4, out=out[:0]).shape == (0, 4)
        whole = tl.zeros(0, dtype=tl.int64)
        with pytest.raises(RuntimeError, match=draw.__name__):
            draw(2, out=whole)
        assert whole.shape == (0,)


@pytest.mark.parametrize("ends", [(-float("inf"), 0), (0, float("nan")), (-3e38, 3e38)])
def test_uniform_numbers_lie_between_ends_whose_distance_is_a_number(ends):
    x = tl.ones(2)
    with pytest.raises(RuntimeError, match="uniform_: expected ends at a distance that"):
        x.uniform_(*ends)
    assert x.tolist() == [1, 1]


def test_complex_uniform_numbers_have_both_parts():
    """As the weights of a complex layer are drawn."""
    tl.manual_seed(0)
    for x in (tl.zeros(500, dtype=tl.complex64), tl.zeros(20, 25, dtype=tl.complex128).T):
        x.uniform_(-2, 3)
        for part in (x.real, x.imag):
            assert -2 <= part.min() < -1.9 and 2.9 < part.max() < 3
        assert not tl.equal(x.real, x.imag)
    assert tl.nn.Linear(3, 2, dtype=tl.complex64).weight.imag.abs().max() > 0


def test_a_permutation_in_a_plan_is_that_of_eager_code():
    """It was refused as a read by the host."""
    found = []
    for wrap in (lambda f: f, tl.compile):
        shuffle = wrap(lambda x: (x[tl.randperm(7)], tl.randperm(3, dtype=tl.float32)))
        tl.manual_seed(0)
        found.append([[y.tolist() for y in shuffle(tl.arange(7))] for _ in range(3)])
    assert found[0] == found[1]
