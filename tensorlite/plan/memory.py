"""Where a plan's temporaries lie: one arena, shared by what is not needed at the same time."""

from .domains import ALIGNMENT


def lifetimes(steps, regions):
    """(first, last) step that touches each of some regions."""
    spans = {}
    for number, step in enumerate(steps):
        for region, _, _ in step.accesses():
            if region in regions:
                spans[region] = spans.get(region, (number, 0))[0], number
    return spans


def arrange(spans):
    """
    Offsets of regions in an arena, by decreasing size, each in the lowest gap that fits.

    Parameters
    ----------
    spans : dict of Region to (int, int)
        First and last step of each region.

    Returns
    -------
    offsets : dict of Region to int
    size : int
        Bytes of the arena.
    """
    placed, offsets, size = [], {}, 0
    order = sorted(spans, key=lambda region: (-region.nbytes, spans[region]))
    for region in order:
        first, last = spans[region]
        need = -(-max(1, region.nbytes) // ALIGNMENT) * ALIGNMENT
        taken = sorted(
            (start, stop) for start, stop, begin, end in placed if begin <= last and first <= end
        )
        offset = 0
        for start, stop in taken:
            if start - offset >= need:
                break
            offset = max(offset, stop)
        offsets[region] = offset
        placed.append((offset, offset + need, first, last))
        size = max(size, offset + need)
    return offsets, size


def eager_peak(trace):
    """The most bytes that the function holds at once when it runs eagerly.

    Products keep the largest scratch memory that one of them has needed.
    """
    changes = {}
    for region in trace.regions("made"):
        changes[region.born] = changes.get(region.born, 0) + region.nbytes
        if region.died is not None:
            changes[region.died + 0.5] = changes.get(region.died + 0.5, 0) - region.nbytes
    held = peak = 0
    for moment in sorted(changes):
        held += changes[moment]
        peak = max(peak, held)
    return peak + trace.scratch_bytes
