"""The debug mode of `tensorlite.compile`: is a plan what a recording would be now?"""

import ctypes

from ..errors import expected
from ..tensor import known_numbers


def signature(trace):
    """What the steps of a recording do: equal for recordings that do the same.

    Returns
    -------
    list of (kernel, geometry, operands, place)
    """
    numbers = {}
    constants = {id(owner) for storage in known_numbers() for owner in (storage, storage.buffer)}

    def operand(region, offset):
        if region is None:
            return offset
        filled = region.filled and not region.written and region.start
        if filled or id(region.buffer) in constants:  # which the first recording has made
            return "constant", offset, ctypes.string_at(region.start, region.nbytes)
        if region.kind == "outer":
            return region.start + offset
        return region.kind, numbers.setdefault(region, len(numbers)), offset

    found = []
    for step in trace.steps:
        launch = step.launch
        geometry = launch.geometry
        found.append((launch.entry, launch.items, None if geometry is None else geometry.tobytes(),
                      [operand(*each) for each in step.operands], step.place))  # fmt: skip
    return found


def compare(old, new):
    """Raise unless two signatures agree."""
    if old == new:
        return
    pairs = zip(old, new, strict=False)
    place = next((new_step[-1] for old_step, new_step in pairs if old_step != new_step),
                 (new or old)[-1][-1])  # fmt: skip
    raise RuntimeError(
        expected("compile", "a plan that does what the function would do now",
                 f"a stale one: it differs first at {place}",
                 "reset(), and please report what has changed")
    )  # fmt: skip
