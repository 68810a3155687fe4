"""Random numbers on cards: the default generator, whose one stream serves all devices."""

from collections.abc import Sequence

from ..annotations import DeviceLike
from ..ops import generators as _default
from ..tensor import Tensor
from .devices import device_count


def seed() -> int:
    """Seed the default generator from the system's entropy; returns the new seed."""
    return _default.seed()


def seed_all() -> int:
    """The same: one stream serves all cards."""
    return _default.seed()


def initial_seed() -> int:
    """The seed of the default generator."""
    return _default.initial_seed()


def get_rng_state(device: DeviceLike = "cuda") -> Tensor:
    """The state of the default generator."""
    return _default.get_rng_state()


def set_rng_state(new_state: Tensor, device: DeviceLike = "cuda") -> None:
    """Set the state of the default generator."""
    _default.set_rng_state(new_state)


def get_rng_state_all() -> list[Tensor]:
    """The state, once for each card."""
    return [_default.get_rng_state() for _ in range(device_count())]


def set_rng_state_all(new_states: Sequence[Tensor]) -> None:
    """Set the state to the first of those that `get_rng_state_all` returned."""
    for state in new_states[:1]:
        _default.set_rng_state(state)
