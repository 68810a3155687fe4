"""Copies between the host and cards, and between cards, as launches: a plan records them too."""

import functools

from ..work.launches import Work
from ..work.operands import addresses
from . import driver
from .launch import Launch

DIRECTIONS = ("to_card", "to_host", "within")


class Copy(Launch):
    """Copy `nbytes` bytes from its first operand to its second, in the card's current stream.

    It waits for what the host could change or read too soon, unless told not to wait.
    """

    __slots__ = ("direction", "nbytes", "wait")

    def __init__(self, direction, nbytes, wait):
        if direction not in DIRECTIONS:
            raise ValueError(f"copy: expected one of {', '.join(DIRECTIONS)}; got {direction!r}")
        super().__init__(self._told, 1, 1, 1, (), (1,), Work((nbytes,), 2 * nbytes))
        self.direction, self.nbytes, self.wait = direction, nbytes, wait

    def _told(self):
        raise TypeError("copy: expected a kernel; got a transfer, which has no source; try label")

    @property
    def live(self):
        """Whether the host takes part."""
        return self.direction != "within"

    @property
    def label(self):
        """What it does, for people."""
        return f"copy_{self.direction}"

    @property
    def source(self):
        """What stands in the place of a kernel's source."""
        return f'"""{self.nbytes} bytes, {self.direction.replace("_", " ")}, by the driver."""'

    def run(self, *operands):
        """Copy."""
        source, target = addresses(operands)
        with driver.on(driver.index_of(target if self.direction == "to_card" else source)):
            self._copy(source, target)

    def _copy(self, source, target):
        if self.direction == "to_card":
            driver.copy_in(target, source, self.nbytes)
        elif self.direction == "to_host":
            driver.copy_out(target, source, self.nbytes)
        else:
            driver.copy_within(target, source, self.nbytes)
        if self.wait and self.direction != "within":
            driver.current_stream().synchronize()


@functools.lru_cache(maxsize=4096)
def copy(direction, nbytes, wait=True):
    """Launch(source, target): a copy "to_card", "to_host" or "within" cards."""
    return Copy(direction, nbytes, wait)
