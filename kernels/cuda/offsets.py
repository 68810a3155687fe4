"""Where an item lies, for kernels written by hand: words of extents and strides -> bytes."""

from ..memory import word


def offset(args, item, axes, extents, steps):
    """Bytes from the start to item number `item`, counted in row-major order over `axes` axes.

    The extents are the words from number `extents` on, the strides in bytes those from `steps` on.
    """
    total = 0
    for axis in range(axes - 1, 0, -1):
        extent = word(args, extents + axis)
        quotient = item // extent
        total += (item - quotient * extent) * word(args, steps + axis)
        item = quotient
    return total + item * word(args, steps)
