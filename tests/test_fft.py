"""Fourier transforms beside NumPy, by difference quotients, in plans; short times, windows.

PyTorch's own samples of them run in `test_op_db.py` and `test_op_db_complex.py`.
"""

import itertools

import numpy as np
import pytest

import tensorlite as tl
from tensorlite.autograd import gradcheck, gradgradcheck

RNG = np.random.default_rng(0)
REAL = ("rfft", "ihfft", "rfft2", "rfftn")
NAMES = ("fft", "ifft", "rfft", "irfft", "hfft", "ihfft", "fft2", "ifft2", "rfft2", "irfft2",
         "fftn", "ifftn", "rfftn", "irfftn")  # fmt: skip
NORMS = (None, "ortho", "forward")


def operand(name, *shape):
    values = RNG.normal(size=shape)
    return values if name in REAL else values + 1j * RNG.normal(size=shape)


@pytest.mark.parametrize("name", NAMES)
def test_equals_numpy(name):
    for shape, norm in itertools.product(((4, 6), (3, 5), (2, 7, 8)), NORMS):
        x = operand(name, *shape)
        got = getattr(tl.fft, name)(tl.tensor(x), norm=norm)
        want = getattr(np.fft, name)(x, norm=norm)
        np.testing.assert_allclose(got.numpy(), want, atol=1e-12)
        assert got.dtype.numpy == want.dtype
    x = operand(name, 5, 6)
    more = {"n": 9, "dim": 0} if name[-1] not in "2n" else {"s": (7, 4), "dim": (1, 0)}
    theirs = {{"dim": "axis" if "n" in more else "axes"}.get(k, k): v for k, v in more.items()}
    got, want = getattr(tl.fft, name)(tl.tensor(x), **more), getattr(np.fft, name)(x, **theirs)
    np.testing.assert_allclose(got.numpy(), want, atol=1e-12)


@pytest.mark.parametrize("name", [*NAMES, "hfft2", "ihfft2", "hfftn", "ihfftn"])
def test_gradients(name):
    own = "rfft" if name.startswith("ihfft") else name
    for n in (3, 4):
        x = tl.tensor(operand(own, 2, n), requires_grad=True)
        norm = NORMS[n % 3]
        assert gradcheck(lambda x: getattr(tl.fft, name)(x, norm=norm), x)  # noqa: B023
        assert gradgradcheck(lambda x: getattr(tl.fft, name)(x, norm=norm) ** 2, x)  # noqa: B023


def test_short_numbers_and_integers():
    assert tl.fft.fft(tl.ones(4)).dtype is tl.complex64
    assert tl.fft.rfft(tl.arange(4)).dtype is tl.complex64
    assert tl.fft.irfft(tl.fft.rfft(tl.arange(5)), 5).round().tolist() == [0, 1, 2, 3, 4]
    assert tl.fft.hfft(tl.ones(3, dtype=tl.complex128)).dtype is tl.float64


def test_shifts_and_frequencies():
    for n in (4, 5):
        freq = tl.fft.fftfreq(n, 0.5, dtype=tl.float64)
        np.testing.assert_allclose(freq.numpy(), np.fft.fftfreq(n, 0.5))
        np.testing.assert_allclose(tl.fft.fftshift(freq).numpy(), np.fft.fftshift(freq.numpy()))
        assert tl.fft.ifftshift(tl.fft.fftshift(freq)).equal(freq)
        np.testing.assert_allclose(tl.fft.rfftfreq(n).numpy(), np.fft.rfftfreq(n), rtol=1e-6)


@pytest.mark.parametrize(
    ("call", "kind", "text"),
    [
        (lambda: tl.fft.rfft(tl.ones(3) * 1j), RuntimeError, "expects a real input tensor"),
        (lambda: tl.fft.fft(tl.ones(3), norm="two"), RuntimeError, "Invalid normalization mode"),
        (lambda: tl.fft.fft(tl.ones(3), n=0), RuntimeError, "Invalid number of data points"),
        (lambda: tl.fft.irfft(tl.ones(1)), RuntimeError, "Invalid number of data points"),
        (lambda: tl.fft.fftn(tl.ones(3, 3), dim=(0, 0)), RuntimeError, "dims must be unique"),
        (lambda: tl.fft.fft2(tl.ones(3, 3), s=(2,)), RuntimeError, "must have the same length"),
        (lambda: tl.fft.rfftn(tl.tensor(1.0)), RuntimeError, "at least one axis"),
        (lambda: tl.fft.fft(tl.tensor(1.0)), IndexError, "out of range"),
        (lambda: tl.fft.fft("x"), TypeError, "expected a Tensor"),
        (lambda: tl.stft(tl.ones(8), 4), RuntimeError, "return_complex"),
        (lambda: tl.stft(tl.ones(8), 4, return_complex=True, align_to_window=True), RuntimeError,
         "align_to_window should only be set when center = false"),
        (lambda: tl.stft(tl.ones(8), 4, window=tl.ones(3), return_complex=True), RuntimeError,
         "equal to win_length=4"),
        (lambda: tl.istft(tl.ones(3, 4), 4), RuntimeError, "complex-valued input"),
        (lambda: tl.hann_window(-1), RuntimeError, "non-negative window_length"),
        (lambda: tl.signal.windows.gaussian(3, std=0), ValueError, "deviation must be positive"),
        (lambda: tl.signal.windows.hann(-3), ValueError, "must be non-negative"),
    ],
)  # fmt: skip
def test_refusals(call, kind, text):
    with pytest.raises(kind, match=text):
        call()


def test_a_training_step_in_a_plan_has_the_bits_of_eager():
    def step(x, filter_):
        out = tl.fft.irfft(tl.fft.rfft(x) * filter_, 32)
        loss = (out**2).sum() + tl.fft.fft(x).abs().mean()
        return loss, *tl.autograd.grad(loss, (x, filter_))

    x = tl.randn(4, 32, requires_grad=True)
    filter_ = tl.randn(17, dtype=tl.complex64, requires_grad=True)
    planned = tl.compile(step)
    for _ in range(2):
        for got, want in zip(planned(x, filter_), step(x, filter_), strict=True):
            assert got.equal(want)


def test_a_window_that_is_not_given_is_told():
    with pytest.warns(UserWarning, match="A window was not provided"):
        found = tl.stft(tl.ones(16), 4, return_complex=True)
    with pytest.warns(UserWarning, match="A window was not provided"):
        tl.istft(found, 4)


@pytest.mark.parametrize("center", (True, False))
def test_short_times_there_and_back(center):
    x = tl.tensor(RNG.normal(size=(2, 64)))
    window = tl.hamming_window(16, dtype=tl.float64)
    more = {"hop_length": 4, "window": window, "center": center}
    found = tl.stft(x, 16, return_complex=True, **more)
    again = tl.istft(found, 16, length=64, **more)
    np.testing.assert_allclose(again.numpy(), x.numpy(), atol=1e-12)
    with pytest.raises(RuntimeError, match="window overlap add min"):
        tl.istft(found, 16, hop_length=4, window=tl.zeros(16, dtype=tl.float64), center=center)


@pytest.mark.parametrize("width", [4, 5, 8])
def test_frames_that_start_with_their_window(width):
    x, window = tl.randn(41, dtype=tl.float64), tl.rand(width, dtype=tl.float64) + 0.5
    found = tl.stft(x, 8, 3, width, window, center=False, return_complex=True,
                    align_to_window=True)  # fmt: skip
    left, count = (8 - width) // 2, 1 + (41 - width) // 3
    assert found.shape == (5, count)
    for t in range(count):
        frame = tl.zeros(8, dtype=tl.float64)
        frame[left : left + width] = x[3 * t : 3 * t + width] * window
        tl.testing.assert_close(found[:, t], tl.fft.rfft(frame))


def test_short_times_have_gradients():
    window = tl.hann_window(8, dtype=tl.float64) + 0.1
    x = tl.tensor(RNG.normal(size=20), requires_grad=True)
    assert gradcheck(lambda x, w: tl.stft(x, 8, 2, window=w, return_complex=True),
                     (x, window.requires_grad_()))  # fmt: skip
    z = tl.tensor(operand("fft", 5, 6), requires_grad=True)
    assert gradcheck(lambda z: tl.istft(z, 8, 2, window=window.detach()), z)


WINDOWS = {
    "bartlett": {}, "blackman": {}, "cosine": {}, "hann": {}, "hamming": {}, "nuttall": {},
    "exponential": {"tau": 2.0}, "gaussian": {"std": 1.5}, "kaiser": {"beta": 5.0},
    "general_cosine": {"a": [0.4, 0.3, 0.3]}, "general_hamming": {"alpha": 0.6},
}  # fmt: skip


@pytest.mark.parametrize("name", WINDOWS)
def test_windows_equal_scipys(name):
    windows = pytest.importorskip("scipy.signal.windows")
    for count, sym in itertools.product((0, 1, 2, 7, 8), (True, False)):
        more = WINDOWS[name]
        got = getattr(tl.signal.windows, name)(count, sym=sym, dtype=tl.float64, **more)
        want = getattr(windows, name)(count, sym=sym, **more)
        np.testing.assert_allclose(got.numpy(), want, atol=1e-12)


def test_older_windows_are_periodic():
    for name in ("hann", "hamming", "blackman", "bartlett", "kaiser"):
        for periodic in (True, False):
            got = getattr(tl, f"{name}_window")(9, periodic, dtype=tl.float64)
            want = getattr(tl.signal.windows, name)(9, sym=not periodic, dtype=tl.float64)
            assert got.equal(want)
