"""A Launch: a compiled kernel with its geometry and range, ready to run on addresses."""

from dataclasses import dataclass, field

import numpy as np

from . import native, threads


@dataclass(slots=True)
class Launch:
    """Run `entry` over `items` work items.

    Its block is the addresses that the call gives, then the words of `geometry`. `grain` is the
    fewest items worth a thread's attention; 0 means: always serial.
    """

    entry: int
    items: int
    geometry: np.ndarray | None = None
    grain: int = 0
    words: int = field(init=False)
    geometry_address: int = field(init=False)

    def __post_init__(self):
        self.words = 0 if self.geometry is None else self.geometry.size
        self.geometry_address = native.address_of(self.geometry) if self.words else 0

    @property
    def large(self):
        """Whether more than one thread should take part."""
        return 0 < self.grain < self.items and threads.get_num_threads() > 1

    def __call__(self, *addresses):
        if self.large:
            chunk = threads.chunk_size(self.items, self.grain)
            return threads.run(
                self.entry, self.geometry_address, self.words, self.items, chunk, *addresses
            )
        return native.launch(
            self.entry, self.geometry_address, self.words, self.items, *addresses
        )
