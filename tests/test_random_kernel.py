"""Random fills: known answers, equality with the reference, threads, the shape of each stream."""

import numpy as np
import pytest
from kernel_devices import Device, addresses
from tensorlite.kernels.reference import random as reference
from tensorlite.kernels.work import draws

FLOATS = ["float32", "float64"]
each_size = pytest.mark.cases(
    "n", cpu=[0, 1, 63, 64, 127, 128, 129, 1000, 70_001], cuda=[0, 1, 33, 129, 300]
)


def state(seed, offset, *parameters):
    """The state words of a fill: integers as they are, floats by their bits."""
    words = [seed, offset, *(np.float64(p).view("u8") if isinstance(p, float) else p % 2**64
                             for p in (*parameters, 0, 0)[:2])]  # fmt: skip
    return np.array([int(w) % 2**64 for w in words], np.uint64)


def drawn(device, distribution, dtype, n, *parameters, seed=7, offset=3):
    out = np.full(n + 8, 1, dtype)
    words = state(seed, offset, *parameters)
    device.random.fill(distribution, dtype, n)(*addresses(words, out))
    assert (out[n:] == 1).all(), "wrote past the end"
    return out[:n]


@pytest.mark.parametrize(
    ("counter", "seed", "expected"),
    [
        (0, 0, "6627e8d5 e169c58d bc57ac4c 9b00dbd8"),
    ],
)
def test_philox_known_answers(counter, seed, expected):
    """kat_vectors of Random123, where the upper half of the counter is zero."""
    with np.errstate(over="ignore"):
        words = draws.philox(np.uint64(counter), np.uint64(seed))
    assert " ".join(f"{int(w):08x}" for w in words) == expected
    assert " ".join(f"{w:08x}" for w in reference.philox(counter, seed)) == expected


def test_philox_full_width():
    """The other two kat_vectors have all 128 bits of the counter set; the rounds are checked."""

    def rounds(c, k):
        for _ in range(10):
            p, q = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
            low = 0xFFFFFFFF
            c = [(q >> 32) ^ c[1] ^ k[0], q & low, (p >> 32) ^ c[3] ^ k[1], p & low]
            k = [(k[0] + 0x9E3779B9) & low, (k[1] + 0xBB67AE85) & low]
        return c

    assert rounds([0xFFFFFFFF] * 4, [0xFFFFFFFF] * 2) == [
        0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD,
    ]  # fmt: skip
    counter, seed = 0x0123456789ABCDEF, 0xFEDCBA9876543210
    own = rounds([counter & 0xFFFFFFFF, counter >> 32, 0, 0], [seed & 0xFFFFFFFF, seed >> 32])
    assert reference.philox(counter, seed).tolist() == own


@each_size
@pytest.mark.parametrize("dtype", FLOATS)
def test_uniform_equals_the_reference(device, dtype, n):
    expected = reference.uniform(dtype, n, 7, 3, -1.0, 2.5)
    np.testing.assert_array_equal(drawn(device, "uniform", dtype, n, -1.0, 2.5), expected)


@each_size
@pytest.mark.parametrize("dtype", FLOATS)
def test_normal_equals_the_reference(device, dtype, n):
    expected = reference.normal(dtype, n, 7, 3, 1.0, 2.0)
    tolerance = 4e-6 if dtype == "float32" else 2e-14
    np.testing.assert_allclose(
        drawn(device, "normal", dtype, n, 1.0, 2.0), expected, rtol=0, atol=tolerance
    )


@each_size
@pytest.mark.parametrize("dtype", FLOATS)
def test_exponential_equals_the_reference(device, dtype, n):
    expected = reference.exponential(dtype, n, 7, 3, 0.5)
    tolerance = 1e-6 if dtype == "float32" else 1e-14
    np.testing.assert_allclose(
        drawn(device, "exponential", dtype, n, 0.5), expected, tolerance, tolerance
    )


@pytest.mark.cases("n", cpu=[1, 129, 1000], cuda=[129])
@pytest.mark.parametrize("dtype", ["bool", "uint8", "int64", *FLOATS])
@pytest.mark.parametrize("p", [0.0, 0.3, 1.0])
def test_bernoulli_equals_the_reference(device, dtype, n, p):
    expected = reference.bernoulli(dtype, n, 7, 3, p)
    np.testing.assert_array_equal(drawn(device, "bernoulli", dtype, n, p), expected)


@pytest.mark.parametrize(
    ("dtype", "low", "span"),
    [
        ("int64", -5, 11), ("int64", -(2**63), 0), ("int64", 0, 2**40 + 3), ("int32", -9, 2**31),
        ("uint8", 0, 256), ("int8", -128, 256), ("uint64", 2**63, 2**63), ("int64", 3, 1),
    ],
)  # fmt: skip
@pytest.mark.cases("n", cpu=[1000], cuda=[300])
def test_integers_equal_the_reference(device, dtype, low, span, n):
    expected = reference.integers(dtype, n, 7, 3, low, span)
    result = drawn(device, "integers", dtype, n, low, span)
    np.testing.assert_array_equal(result, expected)
    if span:
        assert low <= int(result.min()) and int(result.max()) < low + span


@each_size
@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("p", [0.0, 0.25, 1.0])
def test_dropout_equals_the_reference(device, dtype, n, p):
    x = np.linspace(-1, 1, n).astype(dtype)
    out, keep = np.full(n + 8, 9, dtype), np.full(n + 8, 9, np.uint8)
    words = state(7, 3, p, 1 / (1 - p) if p < 1 else 0.0)
    device.random.dropout(dtype, n)(*addresses(words, x, out, keep))
    assert (out[n:] == 9).all() and (keep[n:] == 9).all(), "wrote past the end"
    values, kept = reference.dropout(x, 7, 3, p)
    np.testing.assert_array_equal(keep[:n], kept)
    np.testing.assert_array_equal(out[:n], values)


@pytest.mark.parametrize("distribution", ["uniform", "normal", "exponential"])
@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.cases("n", cpu=[300_007], cuda=[300])
def test_bits_do_not_depend_on_threads(device, distribution, dtype, n):
    results = {drawn(device, distribution, dtype, n, 1.0, 2.0).tobytes() for _ in device.runs()}
    assert len(results) == 1


def test_nothing(device):
    device.random.fill("uniform", "float32", 0)(0, 0)


DRAWS = [
    *[("uniform", dtype, (-1.0, 2.5)) for dtype in FLOATS],
    *[("normal", dtype, (1.0, 2.0)) for dtype in FLOATS],
    *[("exponential", dtype, (0.5, 0.0)) for dtype in FLOATS],
    *[("bernoulli", dtype, (0.3, 0.0)) for dtype in ("bool", "uint8", "int64", "float32")],
    *[("integers", dtype, (-5, 11)) for dtype in ("int8", "int32", "int64")],
    ("integers", "int64", (-(2**63), 0)),
    ("integers", "uint64", (2**63, 2**63)),
    ("integers", "uint8", (0, 256)),
]


@pytest.mark.only("cuda")
@pytest.mark.parametrize("n", [1, 33, 129, 300])
@pytest.mark.parametrize(("distribution", "dtype", "parameters"), DRAWS)
def test_the_bits_of_the_cpu(device, distribution, dtype, parameters, n):
    expected, got = (
        drawn(own, distribution, dtype, n, *parameters, offset=2**64 - 40)
        for own in (Device("cpu"), device)
    )
    np.testing.assert_array_equal(got, expected)


def test_a_later_offset_continues_the_stream(device):
    whole = drawn(device, "uniform", "float32", 512, 0.0, 1.0, offset=0)
    later = drawn(device, "uniform", "float32", 256, 0.0, 1.0, offset=2 * draws.GROUP)
    np.testing.assert_array_equal(whole[256:], later)
    assert draws.counters("uniform", "float32", 256) == 2 * draws.GROUP
    assert draws.counters("uniform", "float64", 256) == 4 * draws.GROUP
    assert draws.counters("bernoulli", "float64", 257) == 3 * draws.GROUP


def test_the_offset_wraps(device):
    last = drawn(device, "uniform", "float32", 256, 0.0, 1.0, offset=2**64 - draws.GROUP)
    first = drawn(device, "uniform", "float32", 128, 0.0, 1.0, offset=0)
    np.testing.assert_array_equal(last[128:], first)


# ------------------------------------------------------------------- the shape of the streams

N = 1 << 20


@pytest.mark.only("cpu")
@pytest.mark.parametrize("dtype", FLOATS)
def test_uniform_statistics(device, dtype):
    u = drawn(device, "uniform", dtype, N, 0.0, 1.0).astype("f8")
    assert u.min() >= 0 and u.max() < 1
    counts = np.histogram(u, 1024, (0, 1))[0]
    chi = ((counts - N / 1024) ** 2 / (N / 1024)).sum()
    assert abs(chi - 1023) < 5 * np.sqrt(2 * 1023)
    for lag in (1, 2, 31, 32, 64, 128):
        assert abs(np.corrcoef(u[:-lag], u[lag:])[0, 1]) < 5 / np.sqrt(N)


@pytest.mark.only("cpu")
@pytest.mark.parametrize("dtype", FLOATS)
def test_normal_statistics(device, dtype):
    x = drawn(device, "normal", dtype, N, 0.0, 1.0).astype("f8")
    for power, moment, variance in [(1, 0, 1), (2, 1, 2), (3, 0, 15), (4, 3, 96)]:
        assert abs((x**power).mean() - moment) < 5 * np.sqrt(variance / N), power
    for lag in (1, 31, 32, 64):
        assert abs(np.corrcoef(x[:-lag], x[lag:])[0, 1]) < 5 / np.sqrt(N)
    # 4.5 sigma: 7.1 of a million are expected
    assert 0 < (np.abs(x) > 4.5).sum() < 25


@pytest.mark.only("cpu")
@pytest.mark.parametrize("dtype", FLOATS)
def test_exponential_statistics(device, dtype):
    x = drawn(device, "exponential", dtype, N, 2.0).astype("f8")
    assert x.min() > 0
    assert abs(x.mean() - 0.5) < 5 * 0.5 / np.sqrt(N)
    assert abs((x**2).mean() - 0.5) < 5 * np.sqrt(5 / 4 / N)


@pytest.mark.only("cpu")
def test_bernoulli_statistics(device):
    share = drawn(device, "bernoulli", "bool", N, 0.1).mean()
    assert abs(share - 0.1) < 5 * np.sqrt(0.09 / N)


@pytest.mark.only("cpu")
def test_integer_statistics(device):
    counts = np.bincount(drawn(device, "integers", "int64", N, 0, 100), minlength=100)
    chi = ((counts - N / 100) ** 2 / (N / 100)).sum()
    assert abs(chi - 99) < 5 * np.sqrt(2 * 99)


@pytest.mark.only("cpu")
def test_streams_of_neighbouring_seeds_are_independent(device):
    u = [drawn(device, "uniform", "float64", N, 0.0, 1.0, seed=seed) for seed in (0, 1, 1 << 32)]
    for k in range(3):
        assert abs(np.corrcoef(u[k], u[k - 1])[0, 1]) < 5 / np.sqrt(N)
