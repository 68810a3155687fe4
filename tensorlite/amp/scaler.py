"""GradScaler: losses multiplied so that small gradients do not vanish."""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from typing import Any, overload

import tensorlite as tl

from ..annotations import DeviceLike, Operand
from ..graph import warn
from ..ops import foreach
from ..optim import Optimizer
from ..tensor import Tensor


class _Stage(enum.Enum):
    """What was done for an optimizer since the last update."""

    READY = 0
    UNSCALED = 1
    STEPPED = 2


def times(grad, factor):
    """A gradient, scaled."""
    return grad * factor


class GradScaler:
    """Scales the loss before backward, and gradients back before the step.

    A step is skipped if a gradient is not finite; the scale is halved then, and doubled after
    `growth_interval` good steps.

    Parameters
    ----------
    device : str
    init_scale, growth_factor, backoff_factor : float
    growth_interval : int
    enabled : bool
        Without it everything passes as it is.

    References
    ----------
    Micikevicius et al. 2017, "Mixed Precision Training", arXiv:1710.03740.

    Examples
    --------
    >>> import tensorlite as tl
    >>> w = tl.nn.Parameter(tl.tensor([1.0]))
    >>> opt, scaler = tl.optim.SGD([w], lr=0.5), tl.amp.GradScaler("cpu", init_scale=1024.0)
    >>> scaler.scale((w * w).sum()).backward()
    >>> scaler.step(opt)
    >>> scaler.update()
    >>> w.detach(), scaler.get_scale()
    (tensor([0.]), 1024.0)
    """

    def __init__(
        self,
        device: DeviceLike = "cuda",
        init_scale: float = 2.0**16,
        growth_factor: float = 2.0,
        backoff_factor: float = 0.5,
        growth_interval: int = 2000,
        enabled: bool = True,
    ) -> None:
        if enabled and tl.device(device).type == "cuda" and not tl.cuda.is_available():
            warn("GradScaler is enabled, but CUDA is not available. Disabling.")
            enabled = False
        if growth_factor <= 1.0:
            raise AssertionError(f"The growth factor must be > 1.0; got {growth_factor}")
        if backoff_factor >= 1.0:
            raise AssertionError(f"The backoff factor must be < 1.0; got {backoff_factor}")
        self._device, self._enabled = device, bool(enabled)
        self._scale, self._growth_factor = float(init_scale), float(growth_factor)
        self._backoff_factor, self._growth_interval = float(backoff_factor), growth_interval
        self._growth_tracker = 0
        self._stages: dict[int, _Stage] = {}
        self._bad: dict[int, bool] = {}  # by id of the optimizer: whether a gradient is not finite

    def is_enabled(self) -> bool:
        """Whether it scales."""
        return self._enabled

    @overload
    def scale(self, outputs: Tensor) -> Tensor: ...
    @overload
    def scale(self, outputs: list[Tensor]) -> list[Tensor]: ...
    @overload
    def scale(self, outputs: tuple[Tensor, ...]) -> tuple[Tensor, ...]: ...
    def scale(self, outputs: Tensor | Sequence[Any]) -> Any:
        """A Tensor, or containers of them, times the scale."""
        if not self._enabled:
            return outputs
        if isinstance(outputs, Tensor):
            return outputs * self._scale
        if isinstance(outputs, list | tuple):
            return type(outputs)(self.scale(x) for x in outputs)
        raise ValueError(
            f"outputs must be a Tensor or an iterable of Tensors; got {type(outputs).__name__}"
        )

    def _stage(self, optimizer):
        return self._stages.get(id(optimizer), _Stage.READY)

    def unscale_(self, optimizer: Optimizer) -> None:
        """Divide the gradients of an optimizer by the scale, once before its step."""
        if not self._enabled:
            return
        stage = self._stage(optimizer)
        if stage is _Stage.UNSCALED:
            raise RuntimeError(
                "unscale_() has already been called on this optimizer since the last update()."
            )
        if stage is _Stage.STEPPED:
            raise RuntimeError("unscale_() is being called after step().")
        params = [p for group in optimizer.param_groups for p in group["params"]]
        grads = [p.grad.detach() for p in params if p.grad is not None]
        if not grads:
            raise AssertionError("No inf checks were recorded for this optimizer.")
        if any(g.dtype is tl.float16 for g in grads):
            raise ValueError("Attempting to unscale FP16 gradients.")
        with tl.no_grad():
            foreach.update(times, [grads], (1.0 / self._scale,))
            self._bad[id(optimizer)] = not all(bool(g.isfinite().all()) for g in grads)
        self._stages[id(optimizer)] = _Stage.UNSCALED

    def step(self, optimizer: Optimizer, *args: Any, **kwargs: Any) -> Any:
        """Unscale if that is still to do, and step unless a gradient is not finite."""
        if not self._enabled:
            return optimizer.step(*args, **kwargs)
        if "closure" in kwargs:
            raise RuntimeError("Closure use is not currently supported if GradScaler is enabled.")
        if self._stage(optimizer) is _Stage.STEPPED:
            raise RuntimeError("step() has already been called since the last update().")
        if self._stage(optimizer) is _Stage.READY:
            self.unscale_(optimizer)
        self._stages[id(optimizer)] = _Stage.STEPPED
        return None if self._bad[id(optimizer)] else optimizer.step(*args, **kwargs)

    def update(self, new_scale: Operand | None = None) -> None:
        """Adapt the scale after the steps of all optimizers, or set it."""
        if not self._enabled:
            return
        if new_scale is not None:
            self._scale = float(new_scale)
        elif not self._bad:
            raise AssertionError("No inf checks were recorded prior to update.")
        elif any(self._bad.values()):
            self._scale *= self._backoff_factor
            self._growth_tracker = 0
        else:
            self._growth_tracker += 1
            if self._growth_tracker == self._growth_interval:
                self._scale *= self._growth_factor
                self._growth_tracker = 0
        self._stages.clear()  # not new dicts: plans that read the scale would count them a change
        self._bad.clear()

    # settings

    def get_scale(self) -> float:
        """The scale; 1 where it does not scale."""
        return self._scale if self._enabled else 1.0

    def get_growth_factor(self) -> float:
        """By what the scale grows."""
        return self._growth_factor

    def set_growth_factor(self, new_factor: float) -> None:
        """Set by what the scale grows."""
        self._growth_factor = float(new_factor)

    def get_backoff_factor(self) -> float:
        """By what the scale shrinks."""
        return self._backoff_factor

    def set_backoff_factor(self, new_factor: float) -> None:
        """Set by what the scale shrinks."""
        self._backoff_factor = float(new_factor)

    def get_growth_interval(self) -> int:
        """After how many good steps the scale grows."""
        return self._growth_interval

    def set_growth_interval(self, new_interval: int) -> None:
        """Set after how many good steps the scale grows."""
        self._growth_interval = int(new_interval)

    def state_dict(self) -> dict[str, Any]:
        """Scale and settings as a dict; empty where it does not scale."""
        if not self._enabled:
            return {}
        return {
            "scale": self._scale,
            "growth_factor": self._growth_factor,
            "backoff_factor": self._backoff_factor,
            "growth_interval": self._growth_interval,
            "_growth_tracker": self._growth_tracker,
        }

    def load_state_dict(self, state_dict: Mapping[str, Any]) -> None:
        """Take what `state_dict` gave."""
        if not self._enabled:
            return
        if not state_dict:
            raise RuntimeError(
                "The source state dict is empty, possibly because it was saved from a disabled "
                "instance of GradScaler."
            )
        self._scale = float(state_dict["scale"])
        self._growth_factor = state_dict["growth_factor"]
        self._backoff_factor = state_dict["backoff_factor"]
        self._growth_interval = state_dict["growth_interval"]
        self._growth_tracker = state_dict["_growth_tracker"]
