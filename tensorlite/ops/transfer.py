"""Bytes from device to device, below all ops."""

import collections

from ..device import CPU
from ..kernels import interpreters
from ..tensor import empty_of, spec_of

_under_way: collections.deque = collections.deque()  # (event, storage): the host memory of copies


def transferred(x, device, wait=True):
    """
    The bytes of a tensor without gaps, on another device, outside of any graph.

    Parameters
    ----------
    x : Tensor
        Its elements fill its memory from the first address on, in some order of the dims.
    device : device
    wait : bool
        Whether the host may use both memories when this returns. Without, a copy from or to pinned
        memory goes on meanwhile.
    """
    spec = x.spec
    out = empty_of(spec_of(spec.shape, spec.dtype, device, spec.strides))
    if spec.numel:
        copy_bytes(x, out, wait)
    return out


def copy_bytes(x, out, wait=True):
    """Copy all bytes of a tensor without gaps into one laid out alike, on another device."""
    card = out.spec.device if x.spec.device is CPU else x.spec.device
    between = {x.spec.device.type, out.spec.device.type} == {"cuda"}
    direction = "within" if between else "to_card" if x.spec.device is CPU else "to_host"
    launch = card.kernels.transfer.copy(direction, x.spec.nbytes, wait)
    recorder = interpreters.current()
    if recorder is not None and recorder.constant(x, out):
        launch.run(x, out)
    else:
        launch(x, out)
    if not wait:
        _hold(card.kernels.driver, (x.memory, out.memory))


def _hold(driver, storages):
    """Keep memory until the copies of the current stream are done."""
    while _under_way and _under_way[0][0].query():
        _under_way.popleft()
    event = driver.Event()
    event.record()
    _under_way.append((event, storages))
