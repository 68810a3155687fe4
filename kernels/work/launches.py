"""What every launch tells of itself, and launches that follow one another."""

from dataclasses import dataclass

HASH = 21  # characters at the end of a kernel's name


@dataclass(frozen=True, slots=True)
class Work:
    """What a Launch has to do: bytes read and written, and operations where they are known."""

    shape: tuple[int, ...]
    nbytes: int
    flops: int | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """A Launch of several: its operands are (number of an address, offset in bytes) each."""

    launch: object
    operands: tuple[tuple[int, int], ...]

    def __call__(self, *addresses):
        return self.launch(*[addresses[k] + offset for k, offset in self.operands])
