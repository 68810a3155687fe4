"""Small pictures of arrays: histograms as SVG, matrices and images as PNG, with NumPy alone."""

import base64
import struct
import zlib

import numpy as np

BINS, WIDTH, HEIGHT = 48, 240, 44  # of a histogram; pixels
SIDE, LEAST = 160, 8  # the most pixels of a picture, the fewest elements of a side worth one
SHOWN = 16  # matrices of a stack
CHANNELS = (1, 3, 4)
COLD, NONE, WARM = (33, 102, 172), (247, 247, 247), (178, 24, 43)  # below, at and above 0
MISSING = (255, 0, 255)  # NaN and infinities


def histogram(values, low, high):
    """The SVG of how finite values are spread from `low` to `high`; a line marks 0."""
    with np.errstate(over="ignore", invalid="ignore"):
        counts, _ = np.histogram(values, BINS, (low, high)) if high > low else ([len(values)], 0)
    step, most = WIDTH / len(counts), max(1, max(counts))
    bars = "".join(
        f'<rect x="{k * step:.1f}" y="{HEIGHT - h:.1f}" width="{step - 0.5:.1f}" height="{h:.1f}"/>'
        for k, h in enumerate(HEIGHT * n / most for n in counts) if h
    )  # fmt: skip
    zero = ""
    if low < 0 < high:
        at = WIDTH * low / (low - high)
        zero = f'<path d="M{at:.1f} 0V{HEIGHT}" stroke="#b2182b" stroke-dasharray="3 2"/>'
    return (f'<svg width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
            f'fill="#4878a8">{bars}{zero}</svg>')  # fmt: skip


def picture(array):
    """The <img> of a matrix, an image or a stack of matrices; None for what is too small."""
    pixels = _pixels(array)
    if pixels is None:
        return None
    height, width = pixels.shape[:2]
    scale = max(1, SIDE // max(height, width))
    return (f'<img width="{width * scale}" height="{height * scale}" '
            f'style="image-rendering: pixelated" src="data:image/png;base64,'
            f'{base64.b64encode(png(pixels)).decode()}"/>')  # fmt: skip


def _pixels(array):
    """An array as (height, width, 3) bytes, or None."""
    if array.dtype.kind == "c" or array.ndim not in (2, 3) or 0 in array.shape:
        return None
    if array.ndim == 2:
        return _colours(_thinned(array)) if min(array.shape) >= LEAST else None
    if array.shape[-1] in CHANNELS and min(array.shape[:2]) >= LEAST:
        array = np.moveaxis(array, -1, 0)
    if min(array.shape[1:]) < LEAST:
        return None
    if len(array) in CHANNELS[1:]:
        return _light(np.stack([_thinned(plane) for plane in array[:3]], axis=-1))
    return _colours(_thinned(_mosaic(array)))


def _mosaic(stack):
    """The first matrices of a stack side by side, in rows."""
    stack = np.stack([_thinned(matrix, SIDE // 4) for matrix in stack[:SHOWN]])
    columns = int(np.ceil(np.sqrt(len(stack))))
    rows = -(-len(stack) // columns)
    count, height, width = stack.shape
    filled = np.zeros((rows * columns, height, width), stack.dtype)
    filled[:count] = stack
    tiles = filled.reshape(rows, columns, height, width).swapaxes(1, 2)
    return tiles.reshape(rows * height, columns * width)


def _thinned(matrix, side=SIDE):
    """Every n-th row and column, so that no side is longer than `side`."""
    return matrix[tuple(slice(None, None, -(-n // side)) for n in matrix.shape)]


def _scaled(values):
    """Values as float64, and which of them are finite."""
    values = np.asarray(values, np.float64)
    finite = np.isfinite(values)
    return np.where(finite, values, 0.0), finite


def _colours(matrix):
    """Grey for values of one sign, blue to red around 0 for both."""
    values, finite = _scaled(matrix)
    low, high = values.min(), values.max()
    if low < 0:
        share = (values / max(-low, high))[..., None]
        ends = np.where(share < 0, np.array(COLD), np.array(WARM))
        pixels = np.array(NONE) + np.abs(share) * (ends - np.array(NONE))
    else:
        inside = finite & (values > 0)
        low = values[finite].min() if finite.any() else 0.0
        share = (values - low) / ((high - low) or 1.0) if inside.any() else values * 0
        pixels = np.repeat(255 * np.clip(share, 0, 1)[..., None], 3, axis=-1)
    pixels[~finite] = MISSING
    return pixels.round().astype(np.uint8)


def _light(image):
    """Channels as red, green and blue: bytes, numbers from 0 to 1, or any others."""
    if image.dtype == np.uint8:
        return image
    values, finite = _scaled(image)
    low, high = values.min(), values.max()
    if low >= 0 and high <= 1:
        low, high = 0.0, 1.0
    pixels = 255 * (values - low) / ((high - low) or 1.0)
    pixels[~finite.all(-1)] = MISSING
    return pixels.round().astype(np.uint8)


def png(pixels):
    """The bytes of a PNG file of (height, width, 3) bytes."""
    height, width, _ = pixels.shape
    lines = np.zeros((height, 1 + 3 * width), np.uint8)  # each begins with its filter: none
    lines[:, 1:] = pixels.reshape(height, -1)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(lines.tobytes(), 6)
    chunks = (b"IHDR", header), (b"IDAT", data), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
