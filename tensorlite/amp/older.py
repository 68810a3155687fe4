"""The tools of `amp` for one type of devices, as they were before PyTorch 2.4."""

from .. import amp
from ..graph import warn


def tools(device, fast_dtype):
    """The classes `autocast` and `GradScaler` whose device is settled."""

    def deprecated(name):
        warn(
            f"`tensorlite.{device}.amp.{name}(args...)` is deprecated. Please use "
            f"`tensorlite.amp.{name}('{device}', args...)` instead.",
            FutureWarning,
        )

    class autocast(amp.autocast):
        """`amp.autocast` of one type of devices."""

        def __init__(self, enabled=True, dtype=fast_dtype, cache_enabled=True):
            deprecated("autocast")
            super().__init__(device, dtype, enabled, cache_enabled)

    class GradScaler(amp.GradScaler):
        """`amp.GradScaler` of one type of devices."""

        def __init__(
            self,
            init_scale=2.0**16,
            growth_factor=2.0,
            backoff_factor=0.5,
            growth_interval=2000,
            enabled=True,
        ):
            deprecated("GradScaler")
            super().__init__(
                device, init_scale, growth_factor, backoff_factor, growth_interval, enabled
            )

    return autocast, GradScaler
