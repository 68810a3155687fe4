"""The fast path of attention in PyTorch: there is one path here."""

_enabled = True


def get_fastpath_enabled() -> bool:
    """What was last set; True at first."""
    return _enabled


def set_fastpath_enabled(value: bool) -> None:
    """Allow or forbid it, which changes nothing."""
    global _enabled
    _enabled = bool(value)
