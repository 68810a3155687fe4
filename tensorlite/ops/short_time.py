"""Short-time Fourier transforms: the frequencies of frames of a signal, and back."""

from ..declare import public
from ..errors import expected
from ..graph import warn
from ..tensor import Tensor
from .complexes import as_real
from .creation import ones, zeros
from .frames import pad
from .requiring import require
from .slicing import narrow
from .transforms import fft, ifft, irfft, rfft
from .views import reshape, transpose


def _frame_window(op, window, win_length, n_fft, like):
    """The weights of a frame's n_fft samples; of a shorter window, with zeros around."""
    if window is None:
        window = ones(win_length, dtype=like.dtype.to_real(), device=like.device)
    if tuple(window.shape) != (win_length,):
        raise RuntimeError(
            f"{op}: expected a 1D window tensor of size equal to win_length={win_length}, but got "
            f"window with size {list(window.shape)}; try window=None"
        )
    return pad(window, _around_window(n_fft, win_length)) if win_length < n_fft else window


def _around_window(n_fft, win_length):
    """How many zeros stand before and after a shorter window in its frame."""
    left = (n_fft - win_length) // 2
    return left, n_fft - win_length - left


def _lengths(op, n_fft, hop_length, win_length):
    hop = n_fft // 4 if hop_length is None else hop_length
    width = n_fft if win_length is None else win_length
    for name, value, fits in (("hop_length", hop, hop > 0), ("win_length", width,
                                                             0 < width <= n_fft)):  # fmt: skip
        if not fits:
            limits = "> 0" if name == "hop_length" else f"0 < win_length <= {n_fft}"
            raise RuntimeError(f"{op}: expected {limits}, but got {name}={value}; try None")
    return hop, width


def _warn_without(window, width):
    """Tell that all samples of a frame count alike, which is seldom what is wanted."""
    if window is None and width > 1:
        warn(
            "A window was not provided. A rectangular window will be applied, from which "
            "frequencies leak into all others; try window=tensorlite.hann_window(win_length)"
        )


@public
def stft(
    input: Tensor,
    n_fft: int,
    hop_length: int | None = None,
    win_length: int | None = None,
    window: Tensor | None = None,
    center: bool = True,
    pad_mode: str = "reflect",
    normalized: bool = False,
    onesided: bool | None = None,
    return_complex: bool | None = None,
    align_to_window: bool | None = None,
) -> Tensor:
    """
    The frequencies of frames of a signal, each `hop_length` after the one before.

    Parameters
    ----------
    input : Tensor (L,) or (B, L)
    n_fft : int
        The samples of a frame.
    hop_length : int, optional
        A quarter of a frame by default.
    win_length : int, optional
        The samples that `window` weighs, in the middle of a frame; all by default.
    window : Tensor (win_length,), optional
        Ones by default.
    center : bool
        Whether frame t is around sample t * hop_length, with the signal padded by `pad_mode`.
    normalized : bool
        Divide by the root of n_fft.
    onesided : bool, optional
        Only the first n_fft // 2 + 1 frequencies: by default of real signals.
    return_complex : bool
        Else both parts are a last dim.
    align_to_window : bool, optional
        Without `center`: whether the window of frame t, rather than the frame, starts at sample
        t * hop_length.

    Returns
    -------
    Tensor ([B,] frequencies, frames)

    Examples
    --------
    >>> tl.stft(tl.ones(16), 8, return_complex=True).shape
    tensorlite.Size([5, 9])
    """
    op = "stft"
    _check_signal(op, input)
    turns = input.dtype.is_complex or (window is not None and window.dtype.is_complex)
    _check_choices(op, return_complex is not None or turns, center and align_to_window)
    hop, width = _lengths(op, n_fft, hop_length, win_length)
    _warn_without(window, width)
    x = reshape(input, 1, -1) if input.ndim == 1 else input
    if center:
        x = _framed(x, n_fft // 2, pad_mode)
    elif align_to_window:
        x = pad(x, _around_window(n_fft, width))
    if not 0 < n_fft <= x.shape[-1]:
        raise RuntimeError(f"{op}: expected 0 < n_fft <= {x.shape[-1]}, but got n_fft={n_fft}")
    onesided = not turns if onesided is None else onesided
    if onesided and turns:
        raise RuntimeError(
            f"{op}: Cannot have onesided output if window or input is complex; expected "
            "onesided=False; got True; try onesided=None"
        )
    frames = x.unfold(-1, n_fft, hop)
    if window is not None or width < n_fft:
        frames = frames * _frame_window(op, window, width, n_fft, x)
    found = (rfft if onesided else fft)(frames, norm="ortho" if normalized else None)
    found = transpose(found, 1, 2)
    found = found[0] if input.ndim == 1 else found
    return found if return_complex is None or return_complex else as_real(found)


def _check_choices(op, is_told, is_aligned_twice):
    if not is_told:
        raise RuntimeError(
            f"{op} requires the return_complex parameter be given for real inputs; expected "
            "True or False; got None; try return_complex=True"
        )
    if is_aligned_twice:
        raise RuntimeError(
            f"{op}: align_to_window should only be set when center = false; expected center=False; "
            "got True; try align_to_window=None"
        )


def _framed(x, around, mode):
    """Signals (B, L) with so many more samples before and after each."""
    return reshape(pad(reshape(x, 1, *x.shape), (around, around), mode=mode), x.shape[0], -1)


def _check_signal(op, input):
    if not isinstance(input, Tensor) or not input.dtype.differentiable:
        got = getattr(input, "dtype", type(input).__name__)
        raise RuntimeError(expected(op, "a tensor of floating point or complex values", f"{got}",
                                    ".float()"))  # fmt: skip
    if input.ndim not in (1, 2):
        raise RuntimeError(f"{op}: expected a 1D or 2D tensor; got {input.ndim}D; try reshape()")


@public
def istft(
    input: Tensor,
    n_fft: int,
    hop_length: int | None = None,
    win_length: int | None = None,
    window: Tensor | None = None,
    center: bool = True,
    normalized: bool = False,
    onesided: bool | None = None,
    length: int | None = None,
    return_complex: bool = False,
) -> Tensor:
    """
    The signal of what `stft` found: the least-squares estimate, where frames overlap.

    Parameters
    ----------
    input : complex Tensor ([B,] frequencies, frames)
    length : int, optional
        Of the result; by default as far as the frames reach.
    n_fft, hop_length, win_length, window, center, normalized, onesided
        As they were given to `stft`.

    Returns
    -------
    Tensor ([B,] length)

    Raises
    ------
    RuntimeError
        If the windows leave a sample of which no frame tells.

    References
    ----------
    D. Griffin and J. Lim, Signal estimation from modified short-time Fourier transform, IEEE Trans.
    ASSP 32 (1984).
    """
    op = "istft"
    _check_frequencies(op, input)
    hop, width = _lengths(op, n_fft, hop_length, win_length)
    _warn_without(window, width)
    x = input if input.ndim == 3 else input[None]
    onesided = x.shape[1] != n_fft if onesided is None else onesided
    bins = n_fft // 2 + 1 if onesided else n_fft
    if x.shape[1] != bins:
        raise RuntimeError(
            f"{op}: expected the frequency dimension (3rd to the last) of the input tensor to "
            f"match n_fft: expected {bins}; got {x.shape[1]}; try onesided={not onesided}"
        )
    if return_complex and onesided:
        raise RuntimeError(f"{op}: cannot have onesided output if window or input is complex; "
                           "expected onesided=False; got True")  # fmt: skip
    norm, frequencies = "ortho" if normalized else None, transpose(x, 1, 2)
    if return_complex:
        frames = ifft(frequencies, norm=norm)
    elif onesided:
        frames = irfft(frequencies, n_fft, norm=norm)
    else:
        frames = irfft(narrow(frequencies, -1, 0, n_fft // 2 + 1), n_fft, norm=norm)
    weights = _frame_window(op, window, width, n_fft, frames)
    signal = _overlapped(frames, weights, hop, n_fft // 2 if center else 0, length)
    return signal if input.ndim == 3 else signal[0]


def _check_frequencies(op, input):
    if not isinstance(input, Tensor) or not input.dtype.is_complex:
        raise RuntimeError(
            f"{op} requires a complex-valued input tensor matching the output from stft with "
            "return_complex=True; expected a complex tensor; got another; try view_as_complex()"
        )
    if input.ndim not in (2, 3) or not input.numel():
        raise RuntimeError(f"{op}: expected a tensor with 2 or 3 dimensions and elements; got "
                           f"{list(input.shape)}")  # fmt: skip


def _overlapped(frames, weights, hop, around, length):
    """The signal of weighted frames (B, T, n), without `around` samples before and after it."""
    signal = _added(frames * weights, hop)
    envelope = _added((weights * weights).expand(1, *frames.shape[1:]), hop)[0]
    whole = signal.shape[-1]
    end = around + length if length is not None else whole - around
    stop = min(end, whole)
    signal, envelope = signal[:, around:stop], envelope[around:stop]
    require(envelope.detach().abs() > 1e-11, _unweighted)
    signal = signal / envelope
    return pad(signal, (0, end - whole)) if end > whole else signal


def _unweighted():
    return RuntimeError(
        "istft: window overlap add min: 1; expected a window that leaves no sample without weight; "
        "got zeros; try another window, or center=True"
    )


def _added(frames, hop):
    """The sum of frames (B, T, n), each `hop` samples after the one before."""
    batch, count, n = frames.shape
    pieces = -(-n // hop)  # of `hop` samples, in a frame
    frames = pad(frames, (0, pieces * hop - n)) if pieces * hop > n else frames
    rows = reshape(frames, batch, count, pieces, hop)
    shape = (batch, count + pieces - 1, hop)
    total = zeros(shape, dtype=frames.dtype, device=frames.device)
    for k in range(pieces):
        total = total + pad(rows[:, :, k], (0, 0, k, pieces - 1 - k))
    return reshape(total, batch, -1)[:, : n + hop * (count - 1)]


